"""Folds names for search and order: accents, case and letters that no accent rule covers all fall away."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart. Kept to one plain spelling each; German "oe" for "ö" is a
# second word.
_PLAIN = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t",
        "ı": "i", "ŋ": "n", "ĸ": "k", "ſ": "s", "ƶ": "z", "ɨ": "i", "ə": "e",
        "’": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-",
    }
)  # fmt: skip
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


def fold(text: str) -> str:
    """`text` in plain small letters: `Łucja Strauß` becomes `lucja strauss`."""
    lower = unicodedata.normalize("NFC", text).casefold().translate(_PLAIN)
    apart = unicodedata.normalize("NFKD", lower)
    return unicodedata.normalize("NFC", "".join(sign for sign in apart if not unicodedata.combining(sign)))


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of `text`, in order, each once.

    Signs that are neither letter nor digit separate words.
    """
    spaced = "".join(sign if sign.isalnum() else " " for sign in fold(text))
    return tuple(dict.fromkeys(spaced.split()))


def search_words(given_name: str, family_name: str, record_number: str) -> frozenset[str]:
    """Every word a patient is found by.

    Each name part, joined name parts, `mueller` beside `muller`, the number.
    """
    found: set[str] = set()
    for name in (given_name, family_name):
        parts = words_of(name)
        found.update(parts)
        if len(parts) > 1:
            found.add("".join(parts))  # "o'brien" and "obrien", "van der Berg" and "vanderberg"
        spelt = unicodedata.normalize("NFC", name).casefold().translate(_UMLAUTS)
        found.update(words_of(spelt))
    number = words_of(record_number)
    found.update(number)
    found.add("".join(number))
    found.discard("")
    return frozenset(found)
