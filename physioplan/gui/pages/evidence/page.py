"""The evidence page: what the trials found, what speaks against it, the press numbers, every rule and source."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from physioplan.gui.page import Breadth, Page
from physioplan.gui.pages.evidence.doubts import (
    doubts,
    other_studies,
    press_numbers,
    source_list,
    unverified_count,
)
from physioplan.gui.pages.evidence.presenter import EvidencePresenter, EvidenceView
from physioplan.gui.pages.evidence.rules_panel import RulesPanel
from physioplan.gui.pages.evidence.wording import heading, outcome_words
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView, SaveView
from physioplan.gui.widgets.evidence_strip import (
    EffectGroup,
    EffectRow,
    EffectState,
    EvidenceStrip,
    EvidenceStripView,
)
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.page_header import PageHeader
from physioplan.gui.widgets.rule import SectionHead
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.words import _, ngettext

FIND = "find"
CLINIC = "clinic"


class EvidencePage(Page):
    """Built once for an edition. Ctrl+F searches the rules."""

    def __init__(self, presenter: EvidencePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = "clinic"
        self._presenter = presenter
        self._edition = ""
        self._head = PageHeader(_("Evidence"), _("Individualized exercise for long-lasting low back pain"))
        self._edition_words = Label("", "small", "ink2")
        self._head.trail(self._edition_words)
        self.header = self._head
        self.bed = ScrollColumn(margins=(32, 6, 32, 24), spacing=6)
        self._found = SectionHead(_("What the trials found"), _("Fleckenstein 2022, read from its abstract"))
        self.bed.column.addWidget(self._found)
        self.strip = EvidenceStrip()
        self.bed.column.addWidget(self.strip)
        self._legend = Label(
            _(
                "Below 0 favours individualized exercise. Grey: smaller than a small effect (0.2). Hollow: the "
                "interval includes no effect. Trials and people behind each line, and the spread between "
                "trials, are not in the abstract: left empty, not zero. Every number is a gap between groups, "
                "never a forecast for one person."
            ),
            "small",
            "ink2",
            wrap=True,
        )
        self.bed.column.addWidget(self._legend)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(32)
        self.bed.column.addLayout(self._pair)
        self._long = QVBoxLayout()
        self._long.setSpacing(8)
        self.bed.column.addLayout(self._long)
        self.bed.column.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.bed)
        self.rules = RulesPanel()
        self.aside = self.rules
        self.aside_title = _("Rules in use")
        self.aside_width = 452
        presenter.attach(self.display)

    def display(self, view: EvidenceView) -> None:
        """Show the edition; nothing is built twice."""
        if view.edition == self._edition:
            return
        self._edition = view.edition
        self._edition_words.setText(_("Edition {edition}").format(edition=view.edition))
        self.strip.display(EvidenceStripView(_groups(view)))
        for layout in (self._pair, self._long):
            while (item := layout.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
        self._pair.addWidget(doubts(view), 1)
        self._pair.addWidget(press_numbers(view), 1)
        QTimer.singleShot(0, self, lambda: self._add_later(view))
        self.rules.display(view)
        count = unverified_count(view)
        words = ngettext("{n} value still to check", "{n} values still to check", count).format(n=count)
        self.show_bar(
            ActionBarView(
                save=SaveView(
                    "vault", _("Shipped with the program, read only · {words}").format(words=words)
                ),
                primary=ActionView(FIND, _("Search the rules"), icon="search", hint="Ctrl F"),
            )
        )

    def _add_later(self, view: EvidenceView) -> None:
        """What stands below the fold, once the page is on screen."""
        if view.edition == self._edition and not self._long.count():
            self._long.addWidget(other_studies(view))
            self._long.addWidget(source_list(view))

    # ------------------------------------------------------------------ what the shell asks

    def act(self, key: str) -> None:
        """A button of the bar."""
        if key == FIND:
            self.take_search()

    def take_search(self) -> bool:
        """Ctrl+F looks in the rules while this page is on screen."""
        window = self.window()
        if not self.rules.isVisible():
            from physioplan.gui.main_window import MainWindow

            if isinstance(window, MainWindow):
                window.shell.open_drawer()
        self.rules.search.setFocus()
        self.rules.search.selectAll()
        return True

    def entered(self) -> None:
        """Start where one can search."""
        if self.rules.isVisible():
            self.rules.search.setFocus()

    def adapt(self, breadth: Breadth) -> None:
        """Doubts and press numbers stand below one another where the window is narrow."""
        narrow = breadth == "compact"
        self._pair.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._pair.setSpacing(0 if narrow else 32)
        self._found.note.setVisible(not narrow)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of this page."""
        return (("Ctrl+F", _("search in the rules")),)


def _groups(view: EvidenceView) -> tuple[EffectGroup, ...]:
    rows: dict[str, list[EffectRow]] = {}
    for effect in view.effects:
        state: EffectState = "direct" if effect.pooled else "not_pooled"
        if effect.pooled and effect.includes_no_effect:
            state = "includes_no_effect"
        note = " ".join(dict.fromkeys(words for one, words in view.remarks if one.id == effect.id))
        row = EffectRow(
            outcome_words(effect),
            effect.smd,
            effect.low,
            effect.high,
            effect.certainty.value,
            " ".join(part for part in (note, effect.as_published) if part),
            state,
        )
        rows.setdefault(heading(effect), []).append(row)
    return tuple(EffectGroup(title, tuple(found)) for title, found in rows.items())
