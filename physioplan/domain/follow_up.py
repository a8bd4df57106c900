"""When a measurement is due: opens, due and closes, counted from the programme's first day."""

from datetime import date

from physioplan.domain.assessment import Occasion
from physioplan.domain.value import Value


class FollowUpWindow(Value):
    """The days between which a follow-up counts as in its window."""

    occasion: Occasion
    opens: date
    due: date
    closes: date

    def is_open_on(self, day: date) -> bool:
        """True from the opening day to the closing day, both included."""
        return self.opens <= day <= self.closes
