"""What a patient answered to one outcome measure, before anything is scored."""

from typing import Self

from physioplan.domain.value import Value


class ItemAnswer(Value):
    """One answer; ``None`` is an item that was asked and left out."""

    item: str
    value: float | None


class Responses(Value):
    """Answers to one measure: by item, or as a total read from the clinic's own form."""

    measure: str
    items: tuple[ItemAnswer, ...] = ()
    total: float | None = None

    @classmethod
    def of(cls, measure: str, **items: float | None) -> Self:
        """Build from keyword answers; a leading underscore allows numbered items (``_1=3``)."""
        return cls(
            measure=measure,
            items=tuple(ItemAnswer(item=name.lstrip("_"), value=value) for name, value in items.items()),
        )

    def value_of(self, item: str) -> float | None:
        """The answer to ``item``, or ``None`` when it was not given."""
        return next((answer.value for answer in self.items if answer.item == item), None)

    @property
    def is_empty(self) -> bool:
        """True when nothing at all was answered."""
        return self.total is None and all(answer.value is None for answer in self.items)
