"""Who signed, when, and so locked a record."""

from datetime import datetime

from physioplan.domain.value import Value


class Signature(Value):
    """A clinician's name and the moment in UTC. What is signed is corrected only by a new version."""

    by: str
    at: datetime
