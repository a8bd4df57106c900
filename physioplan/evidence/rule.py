"""A decision rule as its asset file tells it: when, what to do, on what it rests, and in which words."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from physioplan.domain.citation import Verification
from physioplan.domain.effect import CertaintyOfEvidence
from physioplan.domain.rationale import RuleClass
from physioplan.domain.value import Value
from physioplan.evidence.criteria import Condition


class Advice(StrEnum):
    """What a rule may say. This list is closed; a new word needs code in ``recommend``."""

    REFER_ON = "refer_on"
    STOP = "stop"
    NOT_APPLICABLE = "not_applicable"
    OFFER = "offer"
    RAISE = "raise"
    LEAN_TO = "lean_to"
    OPTIONAL = "optional"
    CONSIDER = "consider"
    PROMPT = "prompt"
    WITHHOLD = "withhold"
    START_WITH = "start_with"
    NOTE = "note"
    SCHEDULE = "schedule"
    EXPECT = "expect"
    DECLINE = "decline"
    REVIEW = "review"
    CONTINUE = "continue"
    REDUCE = "reduce"
    INCREASE = "increase"
    DOSE_OF_CARE = "dose_of_care"


class Moment(StrEnum):
    """When a rule is asked."""

    SAFETY = "safety"  # at every contact, before anything else
    SCOPE = "scope"  # may the evidence speak at all
    CARE = "care"  # of everybody, inside the scope of the trials or not
    BASELINE = "baseline"  # when the plan is made
    PROGRAMME = "programme"  # when a programme is looked at
    SESSION = "session"  # when an exercise goes up, stays or goes down
    REVIEW = "review"  # week 6, week 12, 1 year
    WORDS = "words"  # when something is about to be said


class DecisionRule(Value):
    """One numbered rule. ``component`` names a card, ``parts`` its coping parts or exercise kinds.

    ``indirect`` holds it at "Consider"; ``weak`` is said beside it.
    """

    number: int = Field(ge=1, le=99)
    id: str = Field(pattern=r"^[a-z][a-z0-9_]{2,60}$")
    moment: Moment
    classes: tuple[RuleClass, ...] = Field(min_length=1)
    when: Condition | None = None
    always: bool = False
    advice: Advice
    component: str = ""
    parts: tuple[str, ...] = ()
    certainty: CertaintyOfEvidence
    indirect: bool = False
    sources: tuple[str, ...] = ()
    studies: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    verification: Verification
    urgency: str = Field(default="", pattern="^(|emergency|urgent|routine|same_day|soon)$")
    weak: bool = False
    sentence: str = Field(min_length=20, max_length=320)
    note: str = ""

    @model_validator(mode="after")
    def _is_asked_in_one_way(self) -> Self:
        if (self.when is None) != self.always:
            raise ValueError('give either "when" or "always = true"')
        if not self.sources and set(self.classes) != {RuleClass.K}:
            raise ValueError("a rule that rests on more than consensus needs its sources")
        return self
