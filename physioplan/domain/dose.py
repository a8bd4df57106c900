"""A dose: how often, how much, how long. A tagged union with one formula for minutes."""

from typing import Annotated, Literal

from pydantic import Field

from physioplan.domain.value import Value

SECONDS_A_REPETITION = 3  # clinical consensus: a slow repetition, its hold apart
SECONDS_REST_BETWEEN_SETS = 30
METRES_A_MINUTE = 50


class _Dose(Value):
    days_a_week: int = Field(ge=1, le=7)
    times_a_day: int = Field(default=1, ge=1, le=16)
    per_side: bool = False

    @property
    def seconds_once(self) -> float:
        """Seconds for doing it once on one side; each kind says how."""
        raise NotImplementedError

    @property
    def minutes_a_day(self) -> float:
        """Minutes on a day it is done: both sides, all times."""
        return self.seconds_once * (2 if self.per_side else 1) * self.times_a_day / 60


class Repetitions(_Dose):
    """Sets of repetitions, each held for ``hold_seconds``."""

    kind: Literal["repetitions"] = "repetitions"
    sets: int = Field(ge=1, le=10)
    repetitions: int = Field(ge=1, le=50)
    hold_seconds: int = Field(default=0, ge=0, le=120)

    @property
    def seconds_once(self) -> float:
        """Work of all sets and the rest between them; the other side's turn is rest enough."""
        work = self.sets * self.repetitions * (SECONDS_A_REPETITION + self.hold_seconds)
        return work if self.per_side else work + (self.sets - 1) * SECONDS_REST_BETWEEN_SETS


class Hold(_Dose):
    """A position held ``holds`` times."""

    kind: Literal["hold"] = "hold"
    holds: int = Field(ge=1, le=20)
    seconds: int = Field(ge=1, le=300)

    @property
    def seconds_once(self) -> float:
        """Holding time and a short rest after each hold."""
        return self.holds * (self.seconds + 10)


class Time(_Dose):
    """Minutes of a steady activity."""

    kind: Literal["time"] = "time"
    minutes: float = Field(ge=0.5, le=120)

    @property
    def seconds_once(self) -> float:
        """The minutes themselves."""
        return self.minutes * 60


class Distance(_Dose):
    """A distance walked or carried, in sets."""

    kind: Literal["distance"] = "distance"
    sets: int = Field(ge=1, le=10)
    metres: int = Field(ge=1, le=5000)

    @property
    def seconds_once(self) -> float:
        """Walking time at an easy pace and the rest between sets."""
        return self.sets * self.metres / METRES_A_MINUTE * 60 + (self.sets - 1) * SECONDS_REST_BETWEEN_SETS


class Interval(_Dose):
    """Work and easy minutes in turn."""

    kind: Literal["interval"] = "interval"
    rounds: int = Field(ge=1, le=30)
    work_minutes: float = Field(ge=0.25, le=30)
    easy_minutes: float = Field(ge=0.25, le=30)

    @property
    def seconds_once(self) -> float:
        """All rounds of work and easy time."""
        return self.rounds * (self.work_minutes + self.easy_minutes) * 60


class Quota(_Dose):
    """An agreed amount of a daily activity that grows by a fixed step, whatever the pain that day."""

    kind: Literal["quota"] = "quota"
    amount: float = Field(gt=0)
    unit: Literal["minutes", "steps", "times", "kilograms", "flights"]
    grow_percent: int = Field(ge=0, le=50)

    @property
    def seconds_once(self) -> float:
        """Minutes count as such; other units have an agreed rough time."""
        seconds = {"minutes": 60.0, "steps": 0.6, "times": 10.0, "kilograms": 10.0, "flights": 20.0}
        return self.amount * seconds[self.unit]


Dose = Annotated[Repetitions | Hold | Time | Distance | Interval | Quota, Field(discriminator="kind")]
