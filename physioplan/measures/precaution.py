"""What makes some exercises unwise, or all of them for now."""

from enum import StrEnum

from pydantic import Field

from physioplan.domain.citation import Verification
from physioplan.domain.safety import BloodPressure
from physioplan.domain.value import Value


class Effect(StrEnum):
    """What a precaution does to an exercise that carries its code."""

    WITHHOLD = "withhold"  # not offered
    ADAPT = "adapt"  # offered with the change the sentence names
    CAUTION = "caution"  # offered; the sentence is shown


class Stop(StrEnum):
    """How far a contraindication reaches."""

    ALL_EXERCISE = "all_exercise"  # until a doctor clears it
    POSTPONE = "postpone"  # until it has passed
    OWN_PROTOCOL = "own_protocol"  # only what the surgeon or specialist sets
    RESISTANCE = "resistance"  # no strength training


class PrecautionWords(Value):
    """``sentence`` is what the clinician reads beside the exercise."""

    name: str = Field(min_length=3, max_length=60)
    sentence: str


class Precaution(Value):
    """``letter`` is the code of the exercise list. ``acts_as`` names other precautions that come with it."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]{2,40}$")
    letter: str = ""
    effect: Effect
    acts_as: tuple[str, ...] = ()
    outside_scope: bool = False
    source: str
    verification: Verification
    words: dict[str, PrecautionWords]

    def words_in(self, language: str) -> PrecautionWords:
        """The words of ``language``, or English where a translation is missing."""
        return self.words.get(language) or self.words["en"]


class Contraindication(Value):
    """Exercise stops, as far as ``stop`` says, until somebody with the right to says otherwise."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]{2,40}$")
    stop: Stop
    source: str
    verification: Verification
    words: dict[str, PrecautionWords]

    def words_in(self, language: str) -> PrecautionWords:
        """The words of ``language``, or English where a translation is missing."""
        return self.words.get(language) or self.words["en"]


class PressureLevel(StrEnum):
    """How a resting blood pressure stands to the two limits."""

    NOT_MEASURED = "not_measured"
    FINE = "fine"
    CAUTION = "caution"
    STOP = "stop"


class PressureLimit(Value):
    """Above either number."""

    systolic: int
    diastolic: int
    source: str
    verification: Verification
    words: dict[str, PrecautionWords]

    def is_exceeded_by(self, pressure: BloodPressure) -> bool:
        """True when either number is above the limit; at the limit is not above it."""
        return pressure.systolic > self.systolic or pressure.diastolic > self.diastolic


class PressureLimits(Value):
    """Where exercise stops and where it takes care; caution brings the precaution ``caution_brings``."""

    stop: PressureLimit
    caution: PressureLimit
    caution_brings: str

    def level(self, pressure: BloodPressure | None) -> PressureLevel:
        """How ``pressure`` stands to both limits."""
        if pressure is None:
            return PressureLevel.NOT_MEASURED
        if self.stop.is_exceeded_by(pressure):
            return PressureLevel.STOP
        return PressureLevel.CAUTION if self.caution.is_exceeded_by(pressure) else PressureLevel.FINE
