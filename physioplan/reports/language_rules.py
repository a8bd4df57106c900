"""Which plural form a number takes, and its decimal mark, language by language (Unicode CLDR)."""

from __future__ import annotations

from collections.abc import Callable


def _one_other(n: float) -> str:
    return "one" if n == 1 else "other"


def _french(n: float) -> str:
    return "one" if 0 <= n < 2 else "other"


def _arabic(n: float) -> str:
    if n != int(n):
        return "other"
    if n in (0, 1, 2):
        return ("zero", "one", "two")[int(n)]
    if 3 <= n % 100 <= 10:
        return "few"
    return "many" if 11 <= n % 100 <= 99 else "other"


_PLURALS: dict[str, Callable[[float], str]] = {
    "en": _one_other,
    "de": _one_other,
    "es": _one_other,
    "fr": _french,
    "ar": _arabic,
}
_COMMA = frozenset({"de", "es", "fr"})


def plural_form(language: str, number: float) -> str:
    """The plural category of ``number``: one, other and, in Arabic, zero, two, few, many."""
    return _PLURALS.get(language, _one_other)(number)


def decimal_mark(language: str) -> str:
    """The mark between whole and part."""
    return "," if language in _COMMA else "٫" if language == "ar" else "."
