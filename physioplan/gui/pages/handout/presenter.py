"""The handout: how it is to be printed, what the pages look like, and printing or saving it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.reading_grade import reading_grade
from physioplan.gui.background_port import Background
from physioplan.gui.navigator import Navigator
from physioplan.gui.words import _
from physioplan.reports.print_options import PrintOptions
from physioplan.services.care_pathway import CarePathway
from physioplan.services.plan_export import PlanExport


@dataclass(frozen=True, slots=True)
class HandoutView:
    """What the sheet shows. ``pdf`` are the very bytes that print; ``problem`` says why there are none."""

    record: EpisodeRecord
    first_name: str
    title: str
    options: PrintOptions
    languages: tuple[str, ...]
    pdf: bytes
    updating: bool
    problem: str
    note_grade: float | None
    done: str


class HandoutPresenter:
    """Drives the sheet through ``display``; the PDF is made off the window's thread."""

    def __init__(
        self,
        pathway: CarePathway,
        export: PlanExport,
        navigator: Navigator,
        background: Background,
        languages: tuple[str, ...],
    ) -> None:
        self._pathway = pathway
        self._export = export
        self._navigator = navigator
        self._background = background
        self._languages = languages
        self._record: EpisodeRecord | None = None
        self._options = PrintOptions()
        self._pdf = b""
        self._asked = 0
        self._updating = False
        self._problem = ""
        self._done = ""
        self._display: Callable[[HandoutView], None] = lambda view: None

    def attach(self, display: Callable[[HandoutView], None]) -> None:
        """Show every later view through ``display``."""
        self._display = display

    def open(self, patient_id: str) -> None:
        """Show the handout of the agreed programme, in the patient's language where there is one."""
        self._record = self._pathway.open(patient_id)
        language = self._record.patient.language
        self._options = replace(
            self._options, language=language if language in self._languages else "en", phases=(), initials_only=False
        )
        self._pdf = b""
        self._done = ""
        self._make()

    def choose(self, options: PrintOptions) -> None:
        """Print it another way; the preview follows."""
        if options != self._options:
            self._options = options
            self._done = ""
            self._make()

    def save(self, path: Path) -> None:
        """Write the PDF where the user said, whole or not at all."""
        if self._record is None:
            return
        try:
            self._export.save(self._record, self._options, path)
        except Exception as fault:  # told on the sheet; nothing was written
            self._problem = str(fault)
        else:
            self._problem = ""
            self._done = _("Saved as {name}. A copy is kept in the record.").format(name=path.name)
        self._show()

    def printed(self) -> None:
        """The printer took the pages: keep the exact copy."""
        if self._record is not None:
            self._export.keep(self._record, self._options, self._pdf)
            self._done = _("Sent to the printer. A copy is kept in the record.")
            self._show()

    def close(self) -> None:
        """Back to the patient."""
        if self._record is not None:
            self._navigator.go("overview", self._record.patient.id)

    def _make(self) -> None:
        if self._record is None:
            return
        self._asked += 1
        ticket, record, options = self._asked, self._record, self._options
        self._updating = True
        self._show()
        self._background.run(
            lambda: self._export.pdf(record, options),
            lambda pdf: self._made(ticket, pdf),
            lambda fault: self._not_made(ticket, fault),
        )

    def _made(self, ticket: int, pdf: bytes) -> None:
        if ticket == self._asked:
            self._pdf, self._problem, self._updating = pdf, "", False
            self._show()

    def _not_made(self, ticket: int, fault: Exception) -> None:
        if ticket == self._asked:
            self._pdf, self._problem, self._updating = b"", str(fault), False
            self._show()

    def _show(self) -> None:
        if self._record is None:
            return
        programme = self._record.programme
        notes = " ".join(i.note for phase in programme.phases for i in phase.items if i.note) if programme else ""
        title = _("No plan agreed yet")
        if programme is not None:
            title = _("Version {n}").format(n=programme.version)
        self._display(
            HandoutView(
                record=self._record,
                first_name=self._record.patient.given_name,
                title=title,
                options=self._options,
                languages=self._languages,
                pdf=self._pdf,
                updating=self._updating,
                problem=self._problem,
                note_grade=reading_grade(notes, self._options.language) if notes else None,
                done=self._done,
            )
        )
