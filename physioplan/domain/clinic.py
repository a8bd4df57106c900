"""The clinic, and the clinicians who work in it."""

from enum import StrEnum

from pydantic import Field

from physioplan.domain.value import Value


class Role(StrEnum):
    """What a person may do here. Inside one vault this is accountability, not enforcement."""

    OWNER = "owner"
    CLINICIAN = "clinician"
    READ_ONLY = "read_only"


class Clinician(Value):
    """One person with a key to the vault."""

    id: str
    name: str = Field(min_length=1, max_length=80)
    profession: str = "physiotherapist"
    role: Role = Role.CLINICIAN

    @property
    def first_name(self) -> str:
        """The name a patient uses, for notes on the handout."""
        return self.name.split()[0]


class Clinic(Value):
    """The practice whose letterhead is on the paper."""

    name: str = Field(min_length=1, max_length=120)
    phone: str = Field(default="", max_length=40)
    address: str = Field(default="", max_length=240)
    emergency_number: str = Field(default="", max_length=20)
