"""What the rules come to for one person: a recommendation, or a reason to refer on.

The union cannot be overlooked.
"""

from physioplan.domain.effect import Effect
from physioplan.domain.rationale import Rationale, Reason
from physioplan.domain.safety import Urgency
from physioplan.domain.value import Value
from physioplan.evidence.rule import Advice
from physioplan.evidence.study import Study

INDIVIDUALIZED_EXERCISE = "individualized_exercise"
MOTOR_CONTROL = "motor_control"
CBT = "cbt"
COMPONENTS = (INDIVIDUALIZED_EXERCISE, MOTOR_CONTROL, CBT)


class Scope(Value):
    """Whether the evidence speaks about this person, and if not, why."""

    applies: bool
    why_not: tuple[str, ...] = ()


class PartSuggestion(Value):
    """A coping part with its weeks. ``core`` ones need no finding; ``reasons`` are lines in plain words."""

    component: str
    core: bool
    suggested: bool
    reasons: tuple[str, ...] = ()
    rules: tuple[int, ...] = ()
    first_week: int
    last_week: int
    minutes: int
    worksheet: str = ""


class Suggestion(Value):
    """One card. ``offered`` = on at first. ``missing`` names steps nothing can be suggested without.

    ``effects`` are the rows that are drawn, ``studies`` the other trials below them. ``why`` lists
    findings in plain words.
    """

    component: str
    offered: bool
    missing: tuple[str, ...] = ()
    rationale: Rationale
    why: tuple[str, ...] = ()
    parts: tuple[PartSuggestion, ...] = ()
    effects: tuple[Effect, ...] = ()
    studies: tuple[Study, ...] = ()


class Withheld(Value):
    """An exercise that a precaution speaks against, and the rule where a rule does."""

    what: str
    precaution: str
    why: str
    rule: int | None = None


class Prompt(Value):
    """Something to do, ask, note or not to say; ``urgency`` is empty, routine, soon or same_day."""

    rule: int
    id: str
    advice: Advice
    sentence: str
    findings: tuple[str, ...] = ()
    urgency: str = ""
    component: str = ""
    hidden_from_patient: bool = False


class Recommendation(Value):
    """The three cards, and everything around them. ``edition`` is that of the evidence."""

    edition: str
    scope: Scope
    suggestions: tuple[Suggestion, ...]
    withheld: tuple[Withheld, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    cautions: tuple[Prompt, ...] = ()
    fired: tuple[int, ...] = ()
    brief_care: bool = False
    prefer_directions: tuple[str, ...] = ()

    @property
    def is_applicable(self) -> bool:
        """True when the evidence rules apply."""
        return self.scope.applies

    def suggestion(self, component: str) -> Suggestion | None:
        """The card of ``component``, or ``None``."""
        return next((one for one in self.suggestions if one.component == component), None)

    def part(self, component: str) -> PartSuggestion | None:
        """The coping part of this id, or ``None``."""
        return next(
            (part for card in self.suggestions for part in card.parts if part.component == component), None
        )


class ReferOn(Value):
    """No plan now: open flags, or exercise is not safe. ``flags`` are ids of ``assets/safety``."""

    edition: str
    flags: tuple[str, ...]
    urgency: Urgency
    reasons: tuple[Reason, ...]
    prompts: tuple[Prompt, ...] = ()
    stop_exercise: bool = False
    fired: tuple[int, ...] = ()
