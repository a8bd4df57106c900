"""One patient at a glance: the journey to scale, scores, the programme now, and the one next action."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QVBoxLayout, QWidget

from physioplan.domain.episode import EndReason
from physioplan.gui.page import Breadth, Page
from physioplan.gui.pages.overview.details_sheet import DetailsSheet
from physioplan.gui.pages.overview.end_sheet import EndSheet
from physioplan.gui.pages.overview.head import OverviewHead
from physioplan.gui.pages.overview.next_panel import NextPanel
from physioplan.gui.pages.overview.presenter import OverviewPresenter, OverviewView
from physioplan.gui.pages.overview.programme_list import ProgrammeList
from physioplan.gui.pages.overview.score_list import ScoreList
from physioplan.gui.theme.tokens import PAGE_PADDING
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView, SaveView
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.words import _
from physioplan.services.figure_shelf import FigureShelf


class OverviewPage(Page):
    """Shows an ``OverviewPresenter``."""

    def __init__(
        self, presenter: OverviewPresenter, figures: FigureShelf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.place = "patients"
        self._presenter = presenter
        self._view: OverviewView | None = None
        self.head = OverviewHead()
        self.head.back_requested.connect(lambda: presenter.go("patients"))
        self.head.stage_requested.connect(presenter.go)
        self.head.details_requested.connect(self._show_details)
        self.head.more.clicked.connect(self._show_menu)
        self.header = self.head
        self.body = ScrollColumn(margins=(PAGE_PADDING, 18, PAGE_PADDING, 24), spacing=0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        self.scores = ScoreList()
        self.programme = ProgrammeList(figures)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(32)
        self._columns.addWidget(self.scores, 130)
        self._columns.addWidget(self.programme, 100)
        self._plate = QFrame()
        self._plate.setProperty("plane", "card")
        self._plate_column = QVBoxLayout(self._plate)
        self._plate_column.setContentsMargins(8, 8, 8, 0)
        self.body.column.addWidget(self._plate)
        self.body.column.addLayout(self._columns)
        self.body.column.addStretch(1)
        self.panel = NextPanel()
        self.aside = self.panel
        self.aside_title = _("Next and notes")
        self.aside_width = 338
        presenter.attach(self.display)

    def display(self, view: OverviewView) -> None:
        changed_patient = self._view is not None and self._view.record.patient.id != view.record.patient.id
        self._view = view
        self.head.display(view)
        self.scores.display(view.scores, view.goals)
        waiting = (
            _("It comes from planning together.") if view.record.baseline else _("It follows the baseline.")
        )
        self.programme.display(view.programme, waiting)
        self.panel.display(view.next, view.notes)
        if changed_patient:
            self.body.verticalScrollBar().setValue(0)
            self.panel.verticalScrollBar().setValue(0)
        self._show_bar(view)

    def _show_bar(self, view: OverviewView) -> None:
        ended = view.record.episode.end is not None
        secondary: list[ActionView] = []
        if view.record.programme is not None:
            if view.next.place != "handout":
                secondary.append(ActionView("handout", _("Print handout"), icon="printer"))
            if not ended:
                secondary.append(ActionView("programme", _("Change programme")))
        if view.record.baseline is not None and not ended and view.next.place != "visit":
            secondary.append(ActionView("visit", _("Record visit")))
        words = _("Draft kept") if view.drafts else _("Saved on this computer")
        self.show_bar(
            ActionBarView(
                save=SaveView("saved", words),
                primary=ActionView("next", view.next.button, hint="Ctrl ↵"),
                secondary=tuple(secondary),
            )
        )

    # -- the menu and its sheets -----------------------------------------------------------------

    def build_menu(self) -> QMenu:
        """Everything that can be done for this patient and is no stage of the journey."""
        menu = QMenu(self)
        view = self._view
        if view is None:
            return menu
        if view.record.episode.end is None:
            menu.addAction(_("Record a visit"), lambda: self._presenter.go("visit"))
            menu.addSeparator()
            menu.addAction(_("Discharge …"), lambda: self._end(EndReason.DISCHARGED))
            menu.addAction(_("Stop …"), lambda: self._end(EndReason.STOPPED))
            menu.addAction(_("Refer on …"), lambda: self._end(EndReason.REFERRED_ON))
            menu.addSeparator()
        menu.addAction(_("Patient details"), self._show_details)
        return menu

    def _show_menu(self) -> None:
        menu = self.build_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self.head.more
        corner = button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height() + 4))
        menu.popup(corner)

    def _end(self, reason: EndReason) -> None:
        if self._view is not None:
            sheet = EndSheet(self._view.record.patient.full_name, reason, self._presenter.close_episode)
            sheet.open_over(self.window())
            sheet.words.setFocus()

    def _show_details(self) -> None:
        if self._view is not None:
            DetailsSheet(self._view.record, self._presenter.change_details).open_over(self.window())

    # -- what the window asks ----------------------------------------------------------------------

    def act(self, key: str) -> None:
        if key == "next":
            self._presenter.go_next()
        elif self._view is not None:
            self._presenter.go(key)

    def print_out(self) -> None:
        if self._view is not None and self._view.record.programme is not None:
            self._presenter.go("handout")

    def entered(self) -> None:
        self.head.timeline.take_keyboard()

    def adapt(self, breadth: Breadth) -> None:
        compact = breadth == "compact"
        if compact:
            self._plate_column.addWidget(self.head.lend_timeline())
            self.head.timeline.show()
        else:
            self._plate_column.removeWidget(self.head.timeline)
            self.head.take_timeline_back()
        self._plate.setVisible(compact)
        side = 16 if compact else PAGE_PADDING
        self.body.column.setContentsMargins(side, 10 if compact else 18, side, 24)
        way = QBoxLayout.Direction.TopToBottom if compact else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(way)
        self._columns.setContentsMargins(0, 14 if compact else 0, 0, 0)

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("← →", _("Along the stages of the journey")),
            ("↵", _("Open the stage")),
            ("Ctrl ↵", _("The next thing to do")),
            ("Ctrl P", _("Print the handout")),
        )
