"""The words of a goal without endings: "lifting my daughter" finds "lift a box". English and German."""

from __future__ import annotations

import re
from functools import lru_cache

from physioplan.library.exercise_library import fold

_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDINGS = ("ing", "s", "en", "e")

# Words that say nothing about the activity; "back" would otherwise join every goal to every exercise.
_SAYS_NOTHING = frozenset(
    {
        *(
            "able",
            "again",
            "and",
            "any",
            "back",
            "can",
            "day",
            "days",
            "enough",
            "for",
            "from",
            "get",
            "half",
        ),
        *("have", "hour", "hours", "into", "less", "like", "long", "minute", "minutes", "more", "not", "one"),
        *("out", "pain", "stop", "than", "that", "the", "through", "time", "two", "until", "want", "when"),
        *("with", "without", "over", "our", "your", "her", "his", "all", "off", "help"),
        *(
            "aber",
            "als",
            "auf",
            "aus",
            "bei",
            "bis",
            "das",
            "dem",
            "den",
            "der",
            "die",
            "ein",
            "eine",
            "einen",
        ),
        *("fur", "lang", "lange", "mehr", "mein", "meine", "meinem", "meinen", "meiner", "minuten", "mit"),
        *("nach", "nicht", "ohne", "rucken", "schmerz", "schmerzen", "stunde", "stunden", "tag", "tage"),
        *("und", "vom", "von", "wieder", "zum", "zur", "konnen", "ich", "mich", "durch", "uber"),
    }
)


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The telling words of ``text``, without accents, case and endings."""
    return frozenset(_stem(word) for word in _WORD.findall(fold(text)) if word not in _SAYS_NOTHING)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
    doubled = len(word) > 3 and word[-1] == word[-2]
    return word[:-1] if doubled else word
