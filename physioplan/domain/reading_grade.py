"""How many school years a text asks of its reader, by a published formula of its language.

English: Kincaid, Fishburne, Rogers and Chissom 1975. German: first Wiener Sachtextformel, Bamberger and
Vanecek 1984. A formula counts syllables and lengths; it does not know whether a text is clear.
"""

from __future__ import annotations

import re

LIMIT_FIXED_TEXT = 6.0
LIMIT_NOTE = 7.0
SHORTEST_SENTENCE = 4
"""Labels and calls of fewer words are no sentences; a formula would only reward them."""

_SENTENCE_END = re.compile(r"[.!?:;\n]+(?=\s|$)")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENGLISH_VOWELS = re.compile(r"[aeiouy]+")
_GERMAN_VOWELS = re.compile(r"aa|ee|oo|ie|ei|ai|au|äu|eu|[aeiouyäöü]")


def _sentences(text: str) -> list[list[str]]:
    found = (_WORD.findall(part.lower()) for part in _SENTENCE_END.split(text))
    return [words for words in found if len(words) >= SHORTEST_SENTENCE]


def english_syllables(word: str) -> int:
    """Syllables by groups of vowels, without the silent e at the end."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    count = len(_ENGLISH_VOWELS.findall(plain))
    silent = plain.endswith("e") and not re.search(r"[^aeiouy]le$", plain)
    mute = re.search(r"[^aeiouytd]ed$", plain) or re.search(r"[^aeiouyszxg]es$", plain.replace("ches", "xes"))
    if count > 1 and (silent or mute):
        count -= 1
    return max(1, count)


def german_syllables(word: str) -> int:
    """Syllables by vowels, a double vowel counting once."""
    return max(1, len(_GERMAN_VOWELS.findall(word.lower())))


def _flesch_kincaid(sentences: list[list[str]]) -> float:
    words = [word for sentence in sentences for word in sentence]
    syllables = sum(english_syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def _wiener_sachtextformel(sentences: list[list[str]]) -> float:
    words = [word for sentence in sentences for word in sentence]
    counts = [german_syllables(word) for word in words]
    share = 100 / len(words)
    three_or_more = sum(count >= 3 for count in counts) * share
    long_words = sum(len(word) > 6 for word in words) * share
    one = sum(count == 1 for count in counts) * share
    mean_length = len(words) / len(sentences)
    return 0.1935 * three_or_more + 0.1672 * mean_length + 0.1297 * long_words - 0.0327 * one - 0.875


_FORMULAS = {"en": _flesch_kincaid, "de": _wiener_sachtextformel}


def reading_grade(text: str, language: str) -> float | None:
    """School years asked by ``text``, to one decimal; below 0 counts as 0.

    ``None`` when the language has no formula here, or when no sentence has four words or more.
    """
    sentences = _sentences(text)
    formula = _FORMULAS.get(language)
    if formula is None or not sentences:
        return None
    return max(0.0, round(formula(sentences), 1))


def mean_sentence_length(text: str) -> float | None:
    """Words a sentence, for languages without a formula; ``None`` without a sentence of four words."""
    sentences = _sentences(text)
    return None if not sentences else round(sum(map(len, sentences)) / len(sentences), 1)
