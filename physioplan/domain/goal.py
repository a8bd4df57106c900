"""What the patient wants to be able to do again, in the patient's own words."""

from pydantic import Field

from physioplan.domain.value import Value


class Goal(Value):
    """One activity rated 0 (cannot do it) to 10 (as before): now, and the aim."""

    id: str
    words: str = Field(min_length=1, max_length=60)
    now: int | None = Field(default=None, ge=0, le=10)
    aim: int | None = Field(default=None, ge=0, le=10)
