"""How strong a passphrase looks, in words a clinician can act on."""

from __future__ import annotations

from dataclasses import dataclass

from physioplan.gui.words import _

SHORTEST = 10
FEWEST_DIFFERENT = 5


@dataclass(frozen=True, slots=True)
class StrengthView:
    """``bars`` 0 to 4; ``word`` is bold, ``advice`` follows; ``enough`` is whether it may be used."""

    bars: int
    word: str
    advice: str
    enough: bool


def strength_of(passphrase: str, known: tuple[str, ...] = ()) -> StrengthView:
    """Judge by length, number of words and variety; ``known`` are words anyone could guess (clinic, name).

    A rough guide, not a measure of entropy: the wait after wrong tries and the slow key derivation do
    the rest.
    """
    if not passphrase:
        return StrengthView(0, "", _("Four or more words are best."), False)
    lowered = passphrase.casefold()
    counted = lowered
    for word in known:
        if len(word) > 2:
            counted = counted.replace(word.casefold(), "")
    words = [part for part in counted.split() if len(part) > 1]
    different = len(set(counted) - {" "})
    if len(counted) < SHORTEST:
        advice = _("Use at least {n} characters beside names others know.").format(n=SHORTEST)
        return StrengthView(1, _("Too short."), advice, False)
    if different < FEWEST_DIFFERENT or (words and len(set(words)) == 1 and len(words) > 1):
        return StrengthView(1, _("Too plain."), _("Use different words or letters."), False)
    if len(set(words)) >= 5 and len(counted) >= 24:
        return StrengthView(4, _("Very strong."), _("Easy to type, hard to guess."), True)
    if (len(set(words)) >= 4 and len(counted) >= 16) or (len(counted) >= 20 and different >= 10):
        return StrengthView(3, _("Strong."), _("Four or more words are best."), True)
    return StrengthView(2, _("Fair."), _("Four or more words are best."), True)
