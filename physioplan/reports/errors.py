"""What can go wrong with a paper, each as one plain sentence with its mend."""

from __future__ import annotations


class ReportProblem(Exception):
    """A paper could not be made; ``str`` of it is the sentence for the clinician."""


class MissingGlyphs(ReportProblem):
    """The fonts have no shape for some characters; nothing was printed."""

    def __init__(self, places: tuple[tuple[str, str], ...]) -> None:
        """``places`` pairs the characters with where they stand."""
        self.places = places
        found = "; ".join(f"{' '.join(characters)} in “{where}”" for characters, where in places)
        super().__init__(
            f"Some characters cannot be printed: {found}. "
            "Take them out or write them another way, then print again."
        )


class MissingExercise(ReportProblem):
    """The plan names an exercise that the library does not hold."""

    def __init__(self, exercise: str) -> None:
        """``exercise`` is the id that was not found."""
        super().__init__(
            f"The exercise “{exercise}” is not in the library. "
            "Choose another one for the plan, then print again."
        )


class FontsMissing(ReportProblem):
    """A font file is not where the program keeps its fonts."""


class CannotWritePdf(ReportProblem):
    """The file could not be written; what stood there before is untouched."""
