"""The case file, format 1: one patient on one day, typed by hand or written by another program."""

# No deferred annotations here: pydantic would compile each one again, at the start of every command.
import unicodedata
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints

from physioplan.domain.episode import LegPain
from physioplan.domain.movement import ControlImpairmentPattern, Direction, TestResult
from physioplan.domain.patient import Sex
from physioplan.domain.preferences import Place
from physioplan.domain.programme import DepartureReason
from physioplan.evidence.observation import Observation

FORMAT = 1
ALL_GROUPS = "all"


def _printable(words: str) -> str:
    """Control characters would vanish on paper or break a line in the middle of a name."""
    hidden = next(
        (letter for letter in words if unicodedata.category(letter) in ("Cc", "Cs", "Co", "Cn")), None
    )
    if hidden is not None:
        raise ValueError(
            f"holds a character that cannot be printed (U+{ord(hidden):04X}). Type the words again."
        )
    return words


Text = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_printable)]
Names = Annotated[tuple[str, ...], Strict(False), Field(max_length=200)]
Answer = Annotated[float, Field(allow_inf_nan=False, ge=-100_000, le=1_000_000)]


class _Table(BaseModel):
    """Strict: a number in quotes is a fault, an unknown key is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class CaseClinic(_Table):
    """Whose name and telephone stand on the paper."""

    name: Annotated[Text, Field(min_length=1, max_length=120)] = "Physiotherapy clinic"
    phone: Annotated[Text, Field(max_length=40)] = ""
    address: Annotated[Text, Field(max_length=240)] = ""
    emergency_number: Annotated[Text, Field(max_length=20)] = ""
    clinician: Annotated[Text, Field(min_length=1, max_length=80)] = "Your physiotherapist"


class CasePatient(_Table):
    """The person. ``language`` is that of the handout."""

    given_name: Annotated[Text, Field(min_length=1, max_length=80, examples=["Demo"])]
    family_name: Annotated[Text, Field(min_length=1, max_length=80, examples=["Anna"])]
    birth_date: Annotated[date, Field(examples=[date(1981, 6, 14)])]
    record_number: Annotated[Text, Field(min_length=1, max_length=20)] = "0001"
    sex: Annotated[Sex, Strict(False)] = Sex.NOT_RECORDED
    language: Annotated[Text, Field(pattern=r"^[a-z]{2}$", description="two small letters, such as en")] = (
        "en"
    )
    phone: Annotated[Text, Field(max_length=40)] = ""
    interpreter_needed: bool = False
    consent_date: date | None = None


class CaseEpisode(_Table):
    """The complaint: since when, how far it goes, and what else decides whether the evidence applies."""

    onset: Annotated[date, Field(description="the day the pain began", examples=[date(2024, 9, 1)])]
    baseline_date: Annotated[
        date, Field(description="the day of the first measurement", examples=[date(2025, 3, 3)])
    ]
    leg_pain: Annotated[LegPain, Strict(False)] = LegPain.NONE
    radicular_signs: bool = False
    specific_cause: Annotated[Text, Field(max_length=200)] = ""
    pregnant: bool = False
    off_work: bool = False
    first_approach_failed: bool = False
    next_appointment: date | None = None


class CaseClearance(_Table):
    """Why a flag no longer stands in the way."""

    flag: Annotated[Text, Field(min_length=1)]
    by: Annotated[
        Text, Field(min_length=1, max_length=80, description="who cleared it", examples=["Dr Example"])
    ]
    date: Annotated[date, Field(examples=[date(2025, 3, 1)])]
    reason: Annotated[Text, Field(min_length=1, max_length=300, examples=["X-ray normal"])]


class CaseBloodPressure(_Table):
    """At rest, in mmHg."""

    systolic: Annotated[int, Field(ge=40, le=300, examples=[128])]
    diastolic: Annotated[int, Field(ge=20, le=200, examples=[82])]


def _all_alone(given: object) -> object:
    """``asked = "all"`` is short for every group."""
    return [ALL_GROUPS] if given == ALL_GROUPS else given


class CaseSafety(_Table):
    """The safety screen, with the ids of assets/safety. ``asked`` is "all" or the groups that were asked."""

    asked: Annotated[
        Names,
        BeforeValidator(_all_alone, json_schema_input_type=Literal["all"] | tuple[str, ...]),
        Field(description='"all", or a list of group ids'),
    ] = ()
    present: Names = ()
    spa_signs: Names = ()
    clearances: Annotated[tuple[CaseClearance, ...], Strict(False)] = ()
    precautions: Names = ()
    contraindications: Names = ()
    blood_pressure: CaseBloodPressure | None = None


class CaseMeasure(BaseModel):
    """Answers to one measure: ``items`` by number, items and scales by name, or the ``total`` of the form."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True, defer_build=True)
    __pydantic_extra__: dict[str, Answer] = Field(init=False)

    items: dict[str, Answer] = Field(default_factory=dict)
    total: Answer | None = None

    @property
    def answers(self) -> dict[str, float]:
        """All items and named scales, however they were written."""
        return {**self.items, **(self.__pydantic_extra__ or {})}


class CaseTest(_Table):
    """One movement test with its side and the reason where it was not done."""

    result: Annotated[TestResult, Strict(False)]
    side: Literal["", "left", "right", "both"] = ""
    reason: Annotated[Text, Field(max_length=200)] = ""


def _result_alone(given: object) -> object:
    """``waiters_bow = "fail"`` is short for ``{ result = "fail" }``."""
    return given if isinstance(given, dict) else {"result": given}


class CaseMovement(_Table):
    """What was seen when the patient moved."""

    tests: dict[
        str, Annotated[CaseTest, BeforeValidator(_result_alone, json_schema_input_type=str | CaseTest)]
    ] = Field(default_factory=dict)
    provoked_by: Annotated[tuple[Annotated[Direction, Strict(False)], ...], Strict(False)] = ()
    eased_by: Annotated[tuple[Annotated[Direction, Strict(False)], ...], Strict(False)] = ()
    pattern: Annotated[ControlImpairmentPattern, Strict(False)] | None = None
    lsiq: Annotated[int, Field(ge=0, le=15)] | None = None


class CaseGoal(_Table):
    """One activity in the patient's own words, rated 0 (cannot do it) to 10 (as before)."""

    words: Annotated[Text, Field(min_length=1, max_length=60, examples=["Carry the shopping home"])]
    now: Annotated[int, Field(ge=0, le=10)] | None = None
    aim: Annotated[int, Field(ge=0, le=10)] | None = None


class CaseActionPlan(_Table):
    """After what, I will do what, where."""

    after: Annotated[Text, Field(max_length=80)] = ""
    will: Annotated[Text, Field(max_length=80)] = ""
    where: Annotated[Text, Field(max_length=80)] = ""


class CaseCopingPlan(_Table):
    """If this gets in the way, then I do that."""

    if_this: Annotated[Text, Field(min_length=1, max_length=100, examples=["If it rains"])]
    then_that: Annotated[Text, Field(min_length=1, max_length=100, examples=["I walk on the spot indoors"])]


class CasePreferences(_Table):
    """Time, place, equipment, likes and dislikes (exercise ids or categories)."""

    minutes_a_day: Annotated[int, Field(ge=5, le=90)] = 20
    days_a_week: Annotated[int, Field(ge=1, le=7)] = 5
    places: Annotated[tuple[Annotated[Place, Strict(False)], ...], Strict(False), Field(min_length=1)] = (
        Place.HOME,
    )
    equipment: Names = ("mat", "chair", "wall")
    likes: Names = ()
    dislikes: Names = ()
    action_plan: CaseActionPlan = Field(default_factory=CaseActionPlan)
    coping_plans: Annotated[tuple[CaseCopingPlan, ...], Strict(False), Field(max_length=10)] = ()
    confidence: Annotated[int, Field(ge=0, le=10)] | None = None


class CaseChoice(_Table):
    """Whether a component or coping part is in the plan, and why, if that departs from the proposal."""

    included: Annotated[bool, Field(examples=[False])]
    reason: Annotated[DepartureReason, Strict(False)] | None = None
    words: Annotated[Text, Field(max_length=300)] = ""


class CaseFile(_Table):
    """One case: everything a recommendation and a programme are made from. Lists are in the order written."""

    format: Annotated[Literal[1], Field(examples=[1])]
    plan_date: Annotated[date, Field(description="the day the plan is agreed", examples=[date(2025, 3, 3)])]
    noticed: Annotated[tuple[Annotated[Observation, Strict(False)], ...], Strict(False)] = ()
    clinic: CaseClinic = Field(default_factory=CaseClinic)
    patient: CasePatient
    episode: CaseEpisode
    safety: CaseSafety = Field(default_factory=CaseSafety)
    measures: dict[str, CaseMeasure] = Field(default_factory=dict)
    movement: CaseMovement | None = None
    goals: Annotated[tuple[CaseGoal, ...], Strict(False), Field(max_length=10)] = ()
    preferences: CasePreferences = Field(default_factory=CasePreferences)
    choices: dict[str, CaseChoice] = Field(default_factory=dict)


def case_schema() -> dict[str, object]:
    """The JSON Schema of the case file, for editors and other programs."""
    return CaseFile.model_json_schema() | {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "PhysioPlan case file, format 1",
    }
