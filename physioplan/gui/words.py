"""The words of the window in the language chosen, through gettext; English where a catalogue is silent."""

from __future__ import annotations

import gettext
from pathlib import Path

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def set_language(code: str, translations: Path | None = None) -> bool:
    """Speak ``code`` ("en", "de" ...) from now on; returns whether a catalogue was found.

    ``translations`` is the folder holding ``<code>/LC_MESSAGES/ui.mo``; without it the shipped one is used.
    """
    global _catalogue, _language
    _language = code
    if translations is None:
        from physioplan.content.locate import assets_folder

        translations = assets_folder() / "translations"
    _catalogue = gettext.translation("ui", str(translations), [code], fallback=True)
    return type(_catalogue) is not gettext.NullTranslations


def language() -> str:
    """The code of the language spoken now."""
    return _language


def _(message: str) -> str:
    return _catalogue.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The form of the sentence that goes with ``number``."""
    return _catalogue.ngettext(singular, plural, number)


def pgettext(context: str, message: str) -> str:
    """The translation of a short word whose meaning depends on ``context``."""
    return _catalogue.pgettext(context, message)
