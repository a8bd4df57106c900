"""The coaching plan as a document, as pixels for the preview, as a file, and as the copy kept in the record."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from uuid import uuid4

from physioplan.content.clinical_content import ClinicalContent
from physioplan.content.paper_content import handout_languages, handout_text
from physioplan.domain.clinic import Clinic, Clinician
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.measures.safety_verdict import verdict_of
from physioplan.reports.baseline_facts import baseline_facts
from physioplan.reports.document import Document
from physioplan.reports.handout_words import HandoutWords, read_handout_words
from physioplan.reports.plan_handout import plan_handout
from physioplan.reports.print_options import PrintOptions
from physioplan.services.clock import Clock
from physioplan.services.encounter_form import self_harm_answer
from physioplan.services.figure_shelf import FigureShelf
from physioplan.storage import audit
from physioplan.storage.handout_records import keep_handout
from physioplan.storage.vault import Vault

WORRYING_PARTS = frozenset({"thought_record", "graded_exposure", "pain_education"})


class LanguageMissing(Exception):
    """There is no handout wording in this language."""

    def __init__(self, language: str) -> None:
        languages = ", ".join(handout_languages())
        super().__init__(f"The handout cannot be printed in “{language}” yet. Choose one of: {languages}.")


@cache
def handout_words_in(language: str) -> HandoutWords:
    """The fixed wording of one language. Raises LanguageMissing."""
    text = handout_text(language)
    if text is None:
        raise LanguageMissing(language)
    return read_handout_words(text)


class PlanLocked(Exception):
    """An open emergency or urgent flag keeps the exercise plan from being printed."""

    def __init__(self) -> None:
        super().__init__(
            "The plan cannot be printed while a red flag is open. Clear the flag with a reason, or refer on."
        )


class NoPlanYet(Exception):
    """Nothing has been agreed that could be printed."""

    def __init__(self) -> None:
        super().__init__("There is no agreed plan to print yet. Agree the programme first.")


class PlanExport:
    """Makes the papers of one patient from the record."""

    def __init__(
        self,
        vault: Vault,
        content: ClinicalContent,
        clinic: Clinic,
        by: Clinician,
        clock: Clock,
        figures: FigureShelf | None = None,
    ) -> None:
        self._vault = vault
        self._content = content
        self._clinic = clinic
        self._by = by
        self._clock = clock
        self._figures = figures or FigureShelf()

    def phase_today(self, record: EpisodeRecord) -> str:
        """The key of the phase today falls in; empty before a plan is agreed."""
        programme = record.programme
        if programme is None:
            return ""
        return programme.phase_in_week(max(1, programme.week_on(self._clock.today()))).key

    def document(self, record: EpisodeRecord, options: PrintOptions) -> Document:
        """The plan as a document. Raises PlanLocked, NoPlanYet, MissingExercise."""
        programme, baseline = record.programme, record.baseline
        if programme is None:
            raise NoPlanYet
        screen = record.latest_safety
        if screen is not None:
            answer = self_harm_answer(baseline.responses) if baseline and baseline.safety == screen else None
            verdict = verdict_of(screen, self._content.safety, answer)
            if verdict.locks_plan or verdict.stops_exercise:
                raise PlanLocked
        chosen = {part.component for part in programme.coping}
        facts = baseline_facts(
            baseline,
            [group.value for group in self._content.safety.groups],
            worry=bool(chosen & WORRYING_PARTS),
            safety=screen,
        )
        week = max(1, programme.week_on(self._clock.today()))
        return plan_handout(
            programme=programme,
            patient=record.patient,
            clinic=self._clinic,
            clinician=self._by,
            facts=facts,
            library=self._content.library,
            words=handout_words_in(options.language),
            figures=self._figures.figure,
            windows=record.windows,
            options=replace(options, week=week),
        )

    def pdf(self, record: EpisodeRecord, options: PrintOptions) -> bytes:
        """The plan as PDF bytes: what the preview shows is what is printed."""
        from physioplan.content.locate import assets_folder
        from physioplan.reports.pdf.write import pdf_bytes

        return pdf_bytes(self.document(record, options), assets_folder() / "fonts")

    def save(self, record: EpisodeRecord, options: PrintOptions, path: Path) -> None:
        """Write the PDF whole or not at all, then keep the exact copy in the record."""
        from physioplan.reports.pdf.write import write_whole

        pdf = self.pdf(record, options)
        write_whole(pdf, path)
        self.keep(record, options, pdf, "saved")

    def keep(self, record: EpisodeRecord, options: PrintOptions, pdf: bytes, verb: str = "printed") -> None:
        """Keep what was handed out, and log that it was."""
        programme = record.programme
        with self._vault.writing() as session:
            keep_handout(
                session,
                pdf,
                id=str(uuid4()),
                episode_id=record.episode.id,
                programme_id=programme.id if programme else None,
                kind="plan",
                language=options.language,
                at=self._clock.now(),
                by=self._by.name,
            )
            audit.record(
                session, at=self._clock.now(), who=self._by.name, verb=verb, subject_kind="handout",
                subject_id=record.patient.id,
            )  # fmt: skip
