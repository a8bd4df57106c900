"""A page about one patient: their name and the journey stand at its head."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from physioplan.gui import patient_header
from physioplan.gui.page import Page
from physioplan.gui.widgets.journey_strip import JourneyStripView, StageView
from physioplan.gui.widgets.page_header import PatientHeader
from physioplan.gui.words import _


def strip_of(header: patient_header.PatientHeader) -> JourneyStripView:
    """The journey of ``header`` as its strip shows it."""
    stages = tuple(StageView(stage.key, stage.title, stage.date, stage.state) for stage in header.stages)
    return JourneyStripView(stages, header.current, _("Overview"))


class PatientPage(Page):
    """Subclass for a patient's pages; ``stage_requested`` carries "overview" or the key of a stage."""

    stage_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = "patients"
        self.patient_header = PatientHeader()
        self.header = self.patient_header
        self.patient_header.stage_requested.connect(self.stage_requested)

    def display_header(self, header: patient_header.PatientHeader) -> None:
        """Show who the patient is and where the journey stands."""
        self.patient_header.display(header.name, header.facts, strip_of(header))
