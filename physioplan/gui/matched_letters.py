"""Which letters of a name a search found, so that the list can underline them."""

from __future__ import annotations

import unicodedata

_SPELT = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}


def _folded(letter: str) -> str:
    plain = unicodedata.normalize("NFKD", letter.casefold())
    kept = "".join(part for part in plain if not unicodedata.combining(part))
    return "".join(_SPELT.get(part, part) for part in kept)


def matched_letters(words: str, typed: str) -> tuple[tuple[int, int], ...]:
    """(first, after last) of each stretch of ``words`` that begins a word and was typed, accents or not."""
    wanted = sorted(
        {part for part in "".join(_folded(c) for c in typed).split() if part}, key=len, reverse=True
    )
    if not wanted:
        return ()
    found = []
    at = 0
    while at < len(words):
        begins = at == 0 or not words[at - 1].isalnum()
        after = next((end for part in wanted if (end := _end_of(words, at, part))), 0) if begins else 0
        if after:
            found.append((at, after))
        at = max(after, at + 1)
    return tuple(found)


def _end_of(words: str, at: int, part: str) -> int:
    """Where ``part`` ends when ``words`` read it from ``at`` on; 0 when they do not."""
    read = ""
    for place in range(at, len(words)):
        read += _folded(words[place])
        if len(read) >= len(part):
            return place + 1 if read.startswith(part) else 0
        if not part.startswith(read):
            return 0
    return 0
