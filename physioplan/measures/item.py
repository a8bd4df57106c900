"""One numbered question of an outcome measure: its id and the answers it takes. Never its text."""

from typing import Self

from pydantic import Field, model_validator

from physioplan.domain.value import Value


class Item(Value):
    """The answers one question takes: from ``low`` to ``high`` in steps of ``step``."""

    id: str
    low: float
    high: float
    step: float = 1
    optional: bool = False

    @property
    def has_room_for_choices(self) -> bool:
        """True when the answers are few enough to show as one row of buttons (11 or fewer)."""
        return (self.high - self.low) / self.step <= 10


class ItemGroup(Value):
    """Questions that take the same answers, as an asset file lists them."""

    ids: tuple[str, ...] = Field(min_length=1)
    low: float
    high: float
    step: float = Field(default=1, gt=0)
    optional: bool = False

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.low >= self.high:
            raise ValueError("low must be below high")
        return self

    def each(self) -> tuple[Item, ...]:
        """The questions one by one."""
        return tuple(
            Item(id=name, low=self.low, high=self.high, step=self.step, optional=self.optional)
            for name in self.ids
        )
