"""A rule's condition as a clinician would say it: "control tests positive 2 or more, or pattern one of ..."."""

from __future__ import annotations

from physioplan.evidence.criteria import All, Condition, Finding, Not
from physioplan.evidence.observation import IN_WORDS, Observation
from physioplan.gui.words import _


def condition_in_words(when: Condition | None, moment_words: str) -> str:
    """The whole condition; a rule without one fires for everybody its moment is asked for."""
    if when is None:
        return _("Always, {moment}").format(moment=moment_words)
    return _capital(_words(when, top=True))


def _words(when: Condition, *, top: bool = False) -> str:
    if isinstance(when, Finding):
        return _finding(when)
    if isinstance(when, Not):
        return _("not ({part})").format(part=_words(when.not_))
    joiner, parts = (_(", and "), when.all) if isinstance(when, All) else (_(", or "), when.any)
    told = joiner.join(_words(part) for part in parts)
    return told if top or len(parts) == 1 else f"({told})"


def _finding(part: Finding) -> str:
    name = _name(part.finding)
    if part.has is not None:
        return _observation(part.has) if part.finding == "noticed" else f"{name}: {_plain(part.has)}"
    if part.has_any is True:
        return name
    if part.has_any is not None:
        told = [_observation(one) if part.finding == "noticed" else _plain(one) for one in part.has_any]
        listed = _(" or ").join(told)
        return listed if part.finding == "noticed" else f"{name}: {listed}"
    if part.only is not None:
        return _("{name} only {listed}").format(
            name=name, listed=_(" or ").join(_plain(one) for one in part.only)
        )
    if part.is_one_of is not None:
        return _("{name} one of {listed}").format(
            name=name, listed=", ".join(_plain(str(one)) for one in part.is_one_of)
        )
    if part.is_ is not None:
        return _is(part.finding, name, part.is_)
    return _number(name, part)


def _number(name: str, part: Finding) -> str:
    if part.at_least is not None:
        return _("{name} {n} or more").format(name=name, n=f"{part.at_least:g}")
    if part.at_most is not None:
        if part.at_most == 0:
            return _("{name} none").format(name=name)
        return _("{name} {n} or less").format(name=name, n=f"{part.at_most:g}")
    if part.above is not None:
        return _("{name} above {n}").format(name=name, n=f"{part.above:g}")
    return _("{name} below {n}").format(name=name, n=f"{part.below or 0:g}")


def _is(finding: str, name: str, value: bool | float | str) -> str:
    if isinstance(value, bool):
        said = _yes_and_no().get(finding)
        if said is not None:
            return said[0] if value else said[1]
        return name if value else _("not: {name}").format(name=name)
    if isinstance(value, (int, float)):
        return _("{name} exactly {n}").format(name=name, n=f"{value:g}")
    return f"{name}: {_plain(value)}"


def _observation(name: str) -> str:
    try:
        words = IN_WORDS.get(Observation(name), "")
    except ValueError:
        words = ""
    return _lower(words) if words else _plain(name)


def _plain(name: str) -> str:
    known = {"week_12": _("12 weeks"), "year_1": _("1 year"), "self_harm": _("thoughts of self-harm")}
    return known.get(name, name.replace("_", " "))


def _lower(words: str) -> str:
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _yes_and_no() -> dict[str, tuple[str, str]]:
    return {
        "settled_in_a_day": (_("settled within a day"), _("not settled within a day")),
        "responder": (_("change that matters reached"), _("change that matters not reached")),
        "psychosocial_obstacle": (_("a psychosocial obstacle"), _("no psychosocial obstacle")),
        "has_movement_preference": (_("prefers a kind of exercise"), _("no kind of exercise preferred")),
        "contact_at_handover": (_("a contact in weeks 4 to 5"), _("no contact planned in weeks 4 to 5")),
        "exercise_stopped": (_("a reason to stop exercise"), _("no reason to stop exercise")),
        "worsened": (_("worse by the change that matters"), _("not worse by the change that matters")),
    }


def _name(finding: str) -> str:
    """The finding in words; a finding without an entry is told by its own name."""
    return {
        "adherence_percent": _("planned days done, per cent,"),
        "age_at_onset": _("age when back pain began"),
        "best_trend_percent": _("best change so far, per cent,"),
        "contact_at_handover": _("contact in weeks 4 to 5"),
        "control_pattern": _("control pattern"),
        "control_tests_positive": _("control tests positive"),
        "days_away": _("days without exercise"),
        "diastolic": _("lower blood pressure"),
        "emergency_flags": _("an emergency flag is open"),
        "fabq_pa": _("FABQ-PA"),
        "fabq_w": _("FABQ-W"),
        "first_approach_failed": _("a first approach did not work"),
        "gad_2": _("GAD-2"),
        "gad_7": _("GAD-7"),
        "hicks_signs": _("stabilisation signs"),
        "history_and_pattern_disagree": _("history and chosen pattern disagree"),
        "inflammatory_signs": _("signs of inflammatory back pain"),
        "lsiq": _("LSIQ"),
        "off_work": _("off work because of the back"),
        "outside_scope": _("another reason the trials do not cover"),
        "own_paths": _("own path"),
        "pain_in_exercise": _("pain during exercise"),
        "pcs": _("PCS"),
        "pcs_now": _("PCS now"),
        "phq_2": _("PHQ-2"),
        "phq_9": _("PHQ-9"),
        "phq_9_item_3": _("PHQ-9 item 3"),
        "phq_9_item_9": _("PHQ-9 item 9"),
        "precautions": _("precaution"),
        "programme_categories": _("kinds of exercise in the programme"),
        "programme_week": _("week of the programme"),
        "provoked_direction": _("worse with"),
        "pseq": _("PSEQ"),
        "radicular_signs": _("signs of a nerve root"),
        "review": _("review"),
        "sbst_risk": _("STarT Back risk"),
        "sbst_risk_now": _("STarT Back risk now"),
        "session_minutes": _("minutes a session"),
        "sessions_a_week": _("sessions a week"),
        "shows_press_number": _("a percentage from the news is shown"),
        "sleep_trouble": _("trouble sleeping, of 10,"),
        "specific_cause": _("a specific cause"),
        "supervised_contacts": _("supervised contacts"),
        "systolic": _("upper blood pressure"),
        "tsk_17": _("TSK-17"),
        "two_for_two": _("two extra repeats, twice in a row"),
        "urgent_flags": _("an urgent flag is open"),
        "weeks_of_pain": _("weeks of pain"),
    }.get(finding, finding.replace("_", " "))
