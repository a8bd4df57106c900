"""The handout: how it is to be printed, what the pages look like, and printing or saving it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.reading_grade import reading_grade
from physioplan.gui.background_port import Background
from physioplan.gui.dates import long_day
from physioplan.gui.navigator import Navigator
from physioplan.gui.pages.handout.page_rows import PageRow, page_rows
from physioplan.gui.words import _, language
from physioplan.reports.print_options import PrintOptions, Section
from physioplan.services.care_pathway import CarePathway
from physioplan.services.plan_export import PlanExport, handout_words_in
from physioplan.services.world_faults import sentences_of


@dataclass(frozen=True, slots=True)
class HandoutView:
    """What the sheet shows.

    ``pdf`` are the very bytes that print, ``problem`` says why there are none and ``fault`` why the last
    thing asked for (save, print) was not done. ``languages`` are (code, name, checked by a clinician).
    ``unchecked`` means that the acknowledgement is still to be given.
    """

    record: EpisodeRecord
    first_name: str
    title: str
    options: PrintOptions
    languages: tuple[tuple[str, str, bool], ...]
    rows: tuple[PageRow, ...]
    pdf: bytes
    updating: bool
    problem: str
    fault: str
    note_grade: float | None
    notes: int
    other_language_notes: bool
    unchecked: bool
    acknowledged: bool
    warn_about_file: bool
    file_name: str
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
        self._fault = ""
        self._acknowledged: set[str] = set()
        self._warned = False
        self._made_with = PrintOptions()
        self._done = ""
        self._display: Callable[[HandoutView], None] = lambda view: None

    def attach(self, display: Callable[[HandoutView], None]) -> None:
        """Show every later view through ``display``."""
        self._display = display

    def open(self, patient_id: str) -> None:
        """Show the handout of the agreed programme, in the patient's language where there is one."""
        self._record = self._pathway.open(patient_id)
        wanted = self._record.patient.language
        today = self._export.phase_today(self._record)
        phases = (today,) if today else ()
        self._options = replace(
            self._options,
            language=wanted if wanted in self._languages else "en",
            phases=phases,
            initials_only=False,
        )
        self._pdf = b""
        self._done, self._fault = "", ""
        self._acknowledged.clear()
        self._make()

    def choose(self, options: PrintOptions) -> None:
        """Print it another way; the preview follows."""
        if options != self._options:
            self._options = options
            self._done, self._fault = "", ""
            self._make()

    def choose_row(self, row: PageRow, on: bool) -> None:
        """Print a page, or leave it out."""
        options = self._options
        if row.phase:
            programme = self._record.programme if self._record else None
            order = [phase.key for phase in programme.phases] if programme else []
            phases = (set(options.phases) | {row.phase}) if on else (set(options.phases) - {row.phase})
            sections = (
                options.sections | {Section.EXERCISES} if phases else options.sections - {Section.EXERCISES}
            )
            self.choose(
                replace(options, phases=tuple(key for key in order if key in phases), sections=sections)
            )
        else:
            sections = options.sections | {row.section} if on else options.sections - {row.section}
            self.choose(replace(options, sections=sections))

    def acknowledge(self, read: bool) -> None:
        """The clinician knows that nobody has checked the words of this language yet."""
        (self._acknowledged.add if read else self._acknowledged.discard)(self._options.language)
        self._show()

    def warned(self) -> None:
        """The sentence about PDF files was read; it is not shown again in this working session."""
        self._warned = True
        self._show()

    def save(self, path: Path) -> None:
        """Write the PDF where the user said, whole or not at all."""
        if self._record is None:
            return
        try:
            self._export.save(self._record, self._options, path)
        except Exception as fault:  # told on the sheet; nothing was written
            self._fault = _words_for(fault)
        else:
            self._fault = ""
            self._done = _("Saved as {name}. A copy is kept in the record.").format(name=path.name)
        self._show()

    def printed(self) -> None:
        """The printer took the pages: keep the exact copy."""
        if self._record is not None:
            self._export.keep(self._record, self._made_with, self._pdf)
            self._fault = ""
            self._done = _("Sent to the printer. A copy is kept in the record.")
            self._show()

    def not_printed(self, why: str) -> None:
        """The printer did not take the pages."""
        self._fault = why
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
            lambda pdf: self._made(ticket, pdf, options),
            lambda fault: self._not_made(ticket, fault),
        )

    def _made(self, ticket: int, pdf: bytes, options: PrintOptions) -> None:
        if ticket == self._asked:
            self._pdf, self._problem, self._updating = pdf, "", False
            self._made_with = options
            self._show()

    def _not_made(self, ticket: int, fault: Exception) -> None:
        if ticket == self._asked:
            self._pdf, self._problem, self._updating = b"", _words_for(fault), False
            self._show()

    def _show(self) -> None:
        if self._record is None:
            return
        record, options = self._record, self._options
        programme = record.programme
        printed = [phase for phase in programme.phases if phase.key in options.phases] if programme else []
        notes = [item.note for phase in printed for item in phase.items if item.note]
        title = _("No plan agreed yet")
        if programme is not None:
            title = _("Programme of {day}, version {n}").format(
                day=long_day(programme.agreed_on), n=programme.version
            )
        unchecked = not _is_checked(options.language)
        self._display(
            HandoutView(
                record=record,
                first_name=record.patient.given_name,
                title=title,
                options=options,
                languages=tuple((code, _own_name(code), _is_checked(code)) for code in self._languages),
                rows=page_rows(programme, options, self._export.phase_today(record)),
                pdf=self._pdf,
                updating=self._updating,
                problem=self._problem,
                fault=self._fault,
                note_grade=reading_grade(" ".join(notes), record.patient.language) if notes else None,
                notes=len(notes),
                other_language_notes=bool(notes) and options.language != language(),
                unchecked=unchecked,
                acknowledged=not unchecked or options.language in self._acknowledged,
                warn_about_file=not self._warned,
                file_name=_file_name(record),
                done=self._done,
            )
        )


def _words_for(fault: Exception) -> str:
    """Plain words for what can go wrong with a paper; our own mistakes are named as such."""
    told = sentences_of(fault)
    if told is not None:
        return " ".join(told)
    if type(fault).__module__.startswith("physioplan."):
        return str(fault)
    return _("The pages could not be made: {what}. The plan itself is safe in the record.").format(what=fault)


def _own_name(code: str) -> str:
    return handout_words_in(code).name


def _is_checked(code: str) -> bool:
    return handout_words_in(code).is_checked


def _file_name(record: EpisodeRecord) -> str:
    """Record number and version, no name: a file name is read by anybody who sees the folder."""
    version = record.programme.version if record.programme else 0
    return f"plan-{record.patient.record_number}-v{version}.pdf"
