"""The safety net and the line that says whom to call: the same on every paper."""

from __future__ import annotations

from physioplan.domain.clinic import Clinic
from physioplan.reports.document import SafetyNetBox, Words
from physioplan.reports.handout_words import HandoutWords, rich


def phone_of(clinic: Clinic) -> str:
    """The clinic's number, kept on one line."""
    return clinic.phone.replace(" ", "\u00a0")


def questions(words: HandoutWords, clinic: Clinic) -> Words:
    """The footer that says whom to call."""
    if clinic.phone:
        return rich(words.common.questions, clinic=clinic.name, phone=phone_of(clinic))
    return rich(words.common.questions_without_phone, clinic=clinic.name)


def safety_net_box(words: HandoutWords, clinic: Clinic) -> SafetyNetBox:
    """When to get help now, and when to call; a number the clinic did not set is not printed."""
    net = words.safety_net
    title = net.title
    if clinic.emergency_number:
        title = net.title_with_number.format(number=clinic.emergency_number)
    call = rich(net.call, phone=phone_of(clinic)) if clinic.phone else rich(net.call_without_phone)
    return SafetyNetBox(title, net.signs, call)
