"""The person who came for help."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from physioplan.domain.value import Value


class Sex(StrEnum):
    """As the patient gives it; used for grammar in some languages, never for a rule."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    NOT_RECORDED = "not_recorded"


class Patient(Value):
    """Name, birth date and what is needed to reach and address the person."""

    id: str
    record_number: str = Field(min_length=1, max_length=20)
    given_name: str = Field(min_length=1, max_length=80)
    family_name: str = Field(min_length=1, max_length=80)
    birth_date: date
    sex: Sex = Sex.NOT_RECORDED
    phone: str = Field(default="", max_length=40)
    language: str = Field(default="en", pattern=r"^[a-z]{2}$")
    interpreter_needed: bool = False
    consent_date: date | None = None
    responsible_clinician: str = ""

    @property
    def full_name(self) -> str:
        """Given name first, as on every screen and page."""
        return f"{self.given_name} {self.family_name}"

    @property
    def initials(self) -> str:
        """First letters, for privacy mode and "initials only" prints."""
        return f"{self.given_name[0]}. {self.family_name[0]}."

    def age_on(self, day: date) -> int:
        """Whole years of age on ``day``."""
        birthday_passed = (day.month, day.day) >= (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - (0 if birthday_passed else 1)
