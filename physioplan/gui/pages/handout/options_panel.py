"""How the handout is printed: language, text size, paper, ink, pages, and whose name stands on it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from physioplan.gui.pages.handout.page_rows import PageRow
from physioplan.gui.pages.handout.presenter import HandoutPresenter, HandoutView
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.choice import Choice
from physioplan.gui.widgets.field import Field, Icon
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.widgets.segmented import Segmented
from physioplan.gui.widgets.switches import CheckRow
from physioplan.gui.words import _, ngettext
from physioplan.reports.print_options import InkMode, Paper


class _Row(QWidget):
    """A check box with the number of pages at its right."""

    def __init__(self, row: PageRow) -> None:
        super().__init__()
        self.row = row
        self.box = CheckRow(row.words, row.on)
        self.pages = Label("", "small", "ink2")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.box, 1)
        line.addWidget(self.pages)


class OptionsPanel(QWidget):
    """Asks; the presenter answers with another view."""

    def __init__(self, presenter: HandoutPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._view: HandoutView | None = None
        self._counts: dict[str, int] = {}
        self.language = Choice()
        self.language.activated.connect(self._language_chosen)
        self._language = Field(_("Language"), self.language)
        self.read = CheckRow("")
        self.read.clicked.connect(lambda on: presenter.acknowledge(on))
        sizes = (("standard", _("Standard")), ("large", _("Large print")))
        self.text_size = Segmented(_("Text size"), sizes)
        self.paper = Segmented(_("Paper"), (("a4", _("A4")), ("letter", _("Letter"))))
        self.ink = Segmented(_("Ink"), (("colour", _("Colour")), ("black", _("Black"))))
        self.text_size.chosen_changed.connect(lambda key: self._change(large_print=key == "large"))
        self.paper.chosen_changed.connect(lambda key: self._change(paper=Paper(key)))
        self.ink.chosen_changed.connect(lambda key: self._change(ink=InkMode(key)))
        self._rows: dict[str, _Row] = {}
        self._pages = QVBoxLayout()
        self._pages.setSpacing(0)
        self.initials = CheckRow(_("Initials only, no full name"))
        self.initials.clicked.connect(lambda on: self._change(initials_only=on))
        self._sign = Icon("check", 18, "accent")
        self._notes = Label("", "small", "ink", wrap=True)
        scroll = ScrollColumn(margins=(28, 16, 20, 16), spacing=12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._build(scroll.column)

    def _build(self, column: QVBoxLayout) -> None:
        column.addWidget(self._language)
        column.addWidget(self.read)
        column.addWidget(Field(_("Text size"), self.text_size))
        pair = QHBoxLayout()
        pair.setSpacing(14)
        pair.addWidget(Field(_("Paper"), self.paper))
        pair.addWidget(Field(_("Ink"), self.ink))
        pair.addStretch(1)
        column.addLayout(pair)
        column.addWidget(Label(_("Pages"), "control"))
        column.addLayout(self._pages)
        column.addWidget(Rule())
        column.addWidget(self.initials)
        notes = QHBoxLayout()
        notes.setSpacing(8)
        notes.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        notes.addWidget(self._notes, 1)
        column.addLayout(notes)
        column.addStretch(1)

    def display(self, view: HandoutView) -> None:
        self._view = view
        options = view.options
        names = [(code, name) for code, name, _checked in view.languages]
        if self.language.count() != len(names):
            self.language.offer(names)
        self.language.choose(options.language)
        checked = sum(1 for _code, _name, is_checked in view.languages if is_checked)
        count = ngettext("{n} language", "{n} languages", len(names)).format(n=len(names))
        self._language.display_hint(_("{count}, {n} checked by a clinician").format(count=count, n=checked))
        self.read.setVisible(view.unchecked)
        self._reword(view)
        self.read.setChecked(view.acknowledged)
        self.text_size.choose("large" if options.large_print else "standard")
        self.paper.choose(options.paper.value)
        self.ink.choose(options.ink.value)
        self.initials.setChecked(options.initials_only)
        self._display_rows(view)
        self._display_notes(view)

    def display_counts(self, counts: dict[str, int]) -> None:
        """Pages each chosen part takes, by row key; empty while that is not known."""
        self._counts = counts
        for key, row in self._rows.items():
            if row.row.on and key in counts:
                row.pages.setText(ngettext("{n} page", "{n} pages", counts[key]).format(n=counts[key]))
            else:
                row.pages.setText(_("at next visit") if row.row.later and not row.row.on else "")

    def _reword(self, view: HandoutView) -> None:
        name = next((name for code, name, _on in view.languages if code == view.options.language), "")
        words = _("No clinician has checked the {language} words yet. I have read these pages.")
        self.read.reword(words.format(language=name))

    def _display_rows(self, view: HandoutView) -> None:
        if [row.key for row in view.rows] != list(self._rows):
            for old in self._rows.values():
                self._pages.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._rows = {}
            for row in view.rows:
                line = _Row(row)
                line.box.clicked.connect(lambda on, key=row.key: self._row_clicked(key, on))
                self._pages.addWidget(line)
                self._rows[row.key] = line
        for row in view.rows:
            line = self._rows[row.key]
            line.row = row
            line.box.setChecked(row.on)
        self.display_counts(self._counts)

    def _display_notes(self, view: HandoutView) -> None:
        hard = view.note_grade is not None and view.note_grade > 7
        words = []
        if view.notes:
            if view.note_grade is not None:
                words.append(_("Reading grade {n}.").format(n=round(view.note_grade)))
            words.append(
                ngettext("Your note is included.", "Your {n} notes are included.", view.notes).format(
                    n=view.notes
                )
            )
        if view.other_language_notes:
            words.append(_("Notes are not translated: they print as you wrote them."))
        self._notes.setText(" ".join(words))
        self._notes.use_tone("warn" if hard else "ink")
        self._sign.display("triangle-alert" if hard else "check", "warn" if hard else "accent")
        self._sign.setVisible(bool(words))

    def _row_clicked(self, key: str, on: bool) -> None:
        self._presenter.choose_row(self._rows[key].row, on)

    def _language_chosen(self) -> None:
        code = self.language.chosen()
        if code is not None:
            self._change(language=code)

    def _change(self, **changes: object) -> None:
        if self._view is not None:
            self._presenter.choose(replace(self._view.options, **changes))  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(palette.surface))
        painter.end()
