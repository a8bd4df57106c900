"""Who the patient is and how to reach them, to read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.patient import Sex
from physioplan.gui.dates import long_day
from physioplan.gui.patient_choices import languages
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.sheet import Sheet
from physioplan.gui.words import _


def detail_lines(record: EpisodeRecord) -> tuple[tuple[str, str], ...]:
    """(what, value) pairs; a value that was never asked says so."""
    patient, episode = record.patient, record.episode
    missing = _("not recorded")
    sex = {Sex.FEMALE: _("female"), Sex.MALE: _("male"), Sex.OTHER: _("other")}.get(patient.sex, missing)
    return (
        (_("Name"), patient.full_name),
        (_("Record number"), patient.record_number),
        (_("Date of birth"), long_day(patient.birth_date)),
        (_("Sex"), sex),
        (_("Phone"), patient.phone or missing),
        (_("Language"), dict(languages()).get(patient.language, patient.language)),
        (_("Interpreter"), _("needed") if patient.interpreter_needed else _("not needed")),
        (_("Consent"), long_day(patient.consent_date) if patient.consent_date else missing),
        (_("Responsible"), patient.responsible_clinician or missing),
        (_("Episode opened"), long_day(episode.opened)),
        (_("Pain began"), long_day(episode.onset) if episode.onset else missing),
    )


class DetailsSheet(Sheet):
    """One grid of facts; Esc or Ctrl+Enter closes."""

    def __init__(self, record: EpisodeRecord) -> None:
        super().__init__(_("Details"), width=620)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for number, (what, value) in enumerate(detail_lines(record)):
            grid.addWidget(Label(what, "field", "ink2"), number, 0, Qt.AlignmentFlag.AlignTop)
            words = Label(value, "body", wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(words, number, 1)
        self.column.addLayout(grid)
        self.display_bar(ActionBarView(primary=ActionView("close", _("Close"), hint="Esc")))
        self.asked.connect(lambda _key: self.close_sheet())
