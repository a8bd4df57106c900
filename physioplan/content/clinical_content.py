"""All clinical knowledge of the program as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from physioplan.content.known_names import NOT_A_CITATION

if TYPE_CHECKING:
    from physioplan.domain.citation import Citation
    from physioplan.evidence.cbt_component import CbtComponent
    from physioplan.evidence.evidence_book import EvidenceBook
    from physioplan.library.exercise import Exercise
    from physioplan.library.exercise_library import ExerciseLibrary
    from physioplan.measures.measure import Measure
    from physioplan.measures.movement_test import MovementTest
    from physioplan.measures.safety_content import SafetyContent


@dataclass(frozen=True)
class ClinicalContent:
    """Measures, exercises, evidence, safety, coaching components and movement tests.

    The mappings read their parts when they are first asked for, so a command that needs three measures
    does not wait for twenty.
    """

    measures: Mapping[str, Measure]
    library: ExerciseLibrary
    evidence: EvidenceBook
    safety: SafetyContent
    cbt: Mapping[str, CbtComponent]
    movement_tests: Mapping[str, MovementTest]
    sources: Mapping[str, Citation]

    @property
    def edition(self) -> str:
        """The edition of the evidence, as copied into each plan."""
        return self.evidence.edition

    def source_line(self, key: str) -> str:
        """How the source ``key`` is named beside a number: author and year, or why there is none."""
        citation = self.sources.get(key)
        if citation is not None:
            return citation.short
        return NOT_A_CITATION.get(key, key)

    def with_own(self, exercises: tuple[Exercise, ...]) -> ClinicalContent:
        """The same content joined by the clinic's own exercises."""
        from physioplan.library.exercise_library import ExerciseLibrary

        return replace(self, library=ExerciseLibrary.of((*self.library, *exercises)))

    def with_local_pathways(self, texts: Mapping[str, str]) -> ClinicalContent:
        """The same content with the clinic's own pathway texts in front of ours."""
        return replace(self, safety=self.safety.with_local_pathways(texts))
