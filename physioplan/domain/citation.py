"""A source, cited once and named by its key everywhere else."""

from enum import StrEnum

from physioplan.domain.value import Value


class Verification(StrEnum):
    """How well a fact was checked against its source."""

    VERIFIED = "verified"  # read in the source itself
    SECONDARY = "secondary"  # read in a secondary page only
    UNVERIFIED = "unverified"  # from memory, to be checked
    CALCULATED = "calculated"  # computed here from verified numbers
    CONSENSUS = "consensus"  # plain clinical consensus


class Citation(Value):
    """Author, year, title, journal and DOI of a source."""

    key: str
    authors: str
    year: int
    title: str
    journal: str = ""
    doi: str = ""
    note: str = ""

    @property
    def short(self) -> str:
        """First author without initials ("van Dillen 2021"), or a body by its whole name, and the year."""
        first = self.authors.split(",")[0]
        words = first.split(" and ")[0].split()
        if len(words) > 1 and words[-1].isupper():
            return f"{' '.join(words[:-1])} {self.year}"
        return f"{first} {self.year}"
