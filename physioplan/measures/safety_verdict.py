"""What one safety screen comes to: which flags are open, what locks the plan, what stops exercise."""

from physioplan.domain.safety import SafetyScreen, Urgency
from physioplan.domain.value import Value
from physioplan.measures.precaution import Effect, PressureLevel, Stop
from physioplan.measures.red_flag import FlagGroup, RedFlag
from physioplan.measures.safety_content import SafetyContent
from physioplan.measures.spondyloarthritis import SpaOutcome

SELF_HARM = "self_harm"
_ORDER = tuple(Urgency)


class OpenFlag(Value):
    """A flag that is present and not cleared, with the urgency it has for this person."""

    id: str
    urgency: Urgency
    locks_plan: bool
    hidden_from_patient: bool
    pathway: str
    has_action: bool


class SafetyVerdict(Value):
    """``precautions`` are all that hold, those implied by others and by blood pressure included.

    ``unknown`` are ids on the screen that this edition of the content does not hold: shown, never dropped in
    silence, and they keep the plan locked.
    """

    groups_left: tuple[FlagGroup, ...]
    flags: tuple[OpenFlag, ...]
    spa: SpaOutcome
    pressure: PressureLevel
    stops: tuple[str, ...]
    no_resistance: bool
    precautions: tuple[str, ...]
    withheld_codes: frozenset[str]
    outside_scope: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        """True when every group was answered, with a tick or with "none of these"."""
        return not self.groups_left

    @property
    def highest_urgency(self) -> Urgency | None:
        """The urgency of the gravest open flag, or ``None``."""
        return min((flag.urgency for flag in self.flags), key=_ORDER.index, default=None)

    @property
    def locks_plan(self) -> bool:
        """True while an open flag, or an answer nobody can read, keeps the exercise plan shut."""
        return bool(self.unknown) or any(flag.locks_plan for flag in self.flags)

    @property
    def stops_exercise(self) -> bool:
        """True while a contraindication or the blood pressure forbids all exercise."""
        return bool(self.stops)

    @property
    def allows_plan(self) -> bool:
        """True when the screen is complete and nothing locks or stops."""
        return self.is_complete and not self.locks_plan and not self.stops_exercise

    @property
    def needs_action(self) -> tuple[OpenFlag, ...]:
        """Open flags, cautions apart, for which nobody recorded what was done."""
        return tuple(f for f in self.flags if not f.has_action and f.urgency is not Urgency.CAUTION)

    def flags_at(self, urgency: Urgency) -> tuple[OpenFlag, ...]:
        """Open flags of one urgency."""
        return tuple(flag for flag in self.flags if flag.urgency is urgency)


def verdict_of(
    screen: SafetyScreen, content: SafetyContent, self_harm_answer: float | None = None
) -> SafetyVerdict:
    """Weigh ``screen``. ``self_harm_answer`` is item 9 of the PHQ-9: 1 or more opens that path too."""
    open_ids = set(screen.open_flags)
    if self_harm_answer is not None and self_harm_answer >= 1 and not screen.is_cleared(SELF_HARM):
        open_ids.add(SELF_HARM)
    spa = SpaOutcome.NOT_ASKED
    if any(flag.opens_signs and flag.id in screen.present for flag in content.flags):
        spa = content.spondyloarthritis.outcome(screen.spa_signs)
    acted_on = {action.flag for action in screen.actions}
    flags = [_open(flag, spa, acted_on) for flag in content.flags if flag.id in open_ids]
    flags.sort(key=lambda flag: _ORDER.index(flag.urgency))
    pressure = content.blood_pressure.level(screen.blood_pressure)
    precautions = _precautions(screen, content, pressure)
    found = [one for one in content.contraindications if one.id in screen.contraindications]
    stops = [one.id for one in found if one.stop is not Stop.RESISTANCE]
    if pressure is PressureLevel.STOP:
        stops.append("blood_pressure")
    return SafetyVerdict(
        groups_left=tuple(group for group in content.groups if group.value not in screen.groups_asked),
        flags=tuple(flags),
        spa=spa,
        pressure=pressure,
        stops=tuple(stops),
        no_resistance=any(one.stop is Stop.RESISTANCE for one in found),
        precautions=precautions,
        withheld_codes=frozenset(name for name in precautions if content.effects[name] is Effect.WITHHOLD),
        outside_scope=tuple(
            one.id for one in content.precautions if one.id in precautions and one.outside_scope
        ),
        unknown=_unknown(screen, content, open_ids),
    )


def _open(flag: RedFlag, spa: SpaOutcome, acted_on: set[str]) -> OpenFlag:
    too_few_signs = flag.opens_signs and spa is SpaOutcome.WEIGH_AGAIN
    return OpenFlag(
        id=flag.id,
        urgency=Urgency.CAUTION if too_few_signs else flag.urgency,
        locks_plan=flag.locks_plan,
        hidden_from_patient=flag.hidden_from_patient,
        pathway=flag.pathway,
        has_action=flag.id in acted_on,
    )


def _precautions(screen: SafetyScreen, content: SafetyContent, pressure: PressureLevel) -> tuple[str, ...]:
    """Those ticked, those they bring along, and the one a high pressure brings; in the order of the file."""
    holding = set(screen.precautions)
    if pressure in (PressureLevel.CAUTION, PressureLevel.STOP):
        holding.add(content.blood_pressure.caution_brings)
    for one in content.precautions:
        if one.id in holding:
            holding |= set(one.acts_as)
    return tuple(one.id for one in content.precautions if one.id in holding)


def _unknown(screen: SafetyScreen, content: SafetyContent, open_ids: set[str]) -> tuple[str, ...]:
    strangers = open_ids - {flag.id for flag in content.flags}
    strangers |= screen.precautions - {one.id for one in content.precautions}
    strangers |= screen.contraindications - {one.id for one in content.contraindications}
    return tuple(sorted(strangers))
