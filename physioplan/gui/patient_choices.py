"""What may be chosen about a patient on more than one page."""

from __future__ import annotations

from physioplan.gui.words import _


def sexes() -> tuple[tuple[str, str], ...]:
    """As the patient gives it; some languages need it for their grammar."""
    return (
        ("not_recorded", _("Not recorded")),
        ("female", _("Female")),
        ("male", _("Male")),
        ("other", _("Other")),
    )


def languages() -> tuple[tuple[str, str], ...]:
    """Languages a patient may speak, each in its own word; the handout falls back to English."""
    return (
        ("en", "English"), ("ar", "العربية"), ("de", "Deutsch"), ("es", "Español"), ("fa", "فارسی"),
        ("fr", "Français"), ("it", "Italiano"), ("nl", "Nederlands"), ("pl", "Polski"), ("pt", "Português"),
        ("ro", "Română"), ("ru", "Русский"), ("tr", "Türkçe"), ("uk", "Українська"),
    )  # fmt: skip
