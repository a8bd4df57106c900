"""How one exercise went in one session: what was told, and what stands in the way of going up."""

from pydantic import Field

from physioplan.domain.value import Value

AMBER_PAIN = 5  # of 10: up to here is amber, above it red
EFFORT_LIMIT = 6  # of 10


class SessionFeedback(Value):
    """How one exercise went in one session. ``None`` = not told, which is never taken for good."""

    all_repetitions: bool | None = None
    extra_repetitions: int = Field(default=0, ge=0, le=30)
    effort: int | None = Field(default=None, ge=0, le=10)
    pain: int | None = Field(default=None, ge=0, le=10)
    settled_by_morning: bool | None = None
    good_form: bool | None = None
    new_leg_signs: bool = False

    @property
    def is_red(self) -> bool:
        """Pain over 5, or spreading below the knee, or new numbness."""
        return self.new_leg_signs or (self.pain is not None and self.pain > AMBER_PAIN)

    @property
    def what_is_not_met(self) -> str:
        """The first condition for going up that this session does not meet, or nothing."""
        if self.all_repetitions is not True:
            return "not all repeats done" if self.all_repetitions is False else "repeats not told"
        if self.effort is None or self.effort > EFFORT_LIMIT:
            return "effort not told" if self.effort is None else f"effort above {EFFORT_LIMIT}"
        if self.pain is None or self.is_red:
            return "pain not told" if self.pain is None else f"pain over {AMBER_PAIN}"
        if self.settled_by_morning is not True:
            return "worse over 24 hours" if self.settled_by_morning is False else "next morning not told"
        if self.good_form is not True:
            return "form not yet steady" if self.good_form is False else "form not seen"
        return ""
