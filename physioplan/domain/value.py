"""The frozen value that every noun of the clinic is made of."""

from typing import Self

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A fact that never changes; a changed fact is a new value made by :meth:`amend`."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)

    def amend(self, **changes: object) -> Self:
        """Return a copy with ``changes``, validated again.

        ``model_copy(update=...)`` would not validate, even on a frozen model.
        """
        return type(self).model_validate({**dict(self), **changes})
