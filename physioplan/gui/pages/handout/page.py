"""The handout sheet: options at the left, the pages as they will print at the right, Print and Save PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from physioplan.gui.background import ThreadBackground
from physioplan.gui.pages.handout import printing
from physioplan.gui.pages.handout.options_panel import OptionsPanel
from physioplan.gui.pages.handout.page_images import PageImages
from physioplan.gui.pages.handout.page_rows import pages_of_rows
from physioplan.gui.pages.handout.presenter import HandoutPresenter, HandoutView
from physioplan.gui.pages.handout.preview import Preview
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import RADIUS_SHEET
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView, SaveView
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.label import ElidedLabel, Label
from physioplan.gui.widgets.message import Message, MessageView, announce
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.widgets.segmented import Segmented
from physioplan.gui.widgets.sheet import Sheet
from physioplan.gui.words import _, ngettext

NARROW = 1024
_OURS = {Qt.Key.Key_P: "print", Qt.Key.Key_S: "save"}


class _Head(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(palette.surface))
        corner = RADIUS_SHEET - 1
        painter.drawRoundedRect(self.rect().adjusted(0, 0, 0, 2 * corner), corner, corner)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour(palette.line))
        painter.end()


class HandoutSheet(Sheet):
    """Shows a ``HandoutPresenter`` over ``window``; Esc closes, Ctrl+P prints, Ctrl+S saves."""

    def __init__(self, presenter: HandoutPresenter, window: QWidget) -> None:
        super().__init__("", width=10_000)
        self.setAccessibleName(_("Handout"))
        self.presenter = presenter
        self._over = window
        self._view: HandoutView | None = None
        self._job: printing.PrintJob | None = None
        self._printing = False
        self._has_printer = False
        self.has_printer = printing.has_printer
        self._said = ""
        self.background = ThreadBackground(self, threads=1)
        self.images = PageImages(self)
        self.options = OptionsPanel(presenter)
        self.preview = Preview(self.images)
        self.message = Message()
        self.message.acted.connect(self._acted)
        self.message.hide()
        self._title = Label("", "name")
        self._sentence = ElidedLabel("", "body", "ink2")
        self._close = Button("", "quiet", icon="x", name=_("Close"))
        self._close.clicked.connect(self.close_sheet)
        options = (("options", _("Options")), ("preview", _("Pages")))
        self.swap = Segmented(_("Show"), options, "preview", tick=False)
        self.swap.chosen_changed.connect(lambda _key: self._arrange())
        self._build()
        self.images.looked.connect(self._counted)
        self.images.failed.connect(presenter.not_printed)
        self.asked.connect(self.act)
        self.closed.connect(self._gone)
        for keys, act in (
            ("PgDown", lambda: self.preview.turn(1)),
            ("PgUp", lambda: self.preview.turn(-1)),
            ("Ctrl++", lambda: self.preview.step_zoom(1)),
            ("Ctrl+=", lambda: self.preview.step_zoom(1)),
            ("Ctrl+-", lambda: self.preview.step_zoom(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        presenter.attach(self.display)

    def _build(self) -> None:
        head = _Head()
        head.setFixedHeight(66)
        row = QHBoxLayout(head)
        row.setContentsMargins(28, 0, 14, 0)
        row.setSpacing(14)
        row.addWidget(self._title)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.swap)
        row.addWidget(self._close)
        self._rule = Rule(upright=True)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.options)
        body.addWidget(self._rule)
        body.addWidget(self.preview, 1)
        self._message_row = QWidget()
        told = QVBoxLayout(self._message_row)
        told.setContentsMargins(20, 10, 20, 10)
        told.addWidget(self.message)
        self._message_row.hide()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(head)
        self.column.addWidget(self._message_row)
        self.column.addLayout(body, 1)

    # -- showing ---------------------------------------------------------------------------------

    def open(self) -> None:
        """Rise over the window with the keyboard on the language."""
        self._has_printer = self.has_printer()
        self.open_over(self._over)
        self._arrange()
        if self._view is not None:
            self.display(self._view)
        if self.options.isVisible():
            self.options.language.setFocus(Qt.FocusReason.TabFocusReason)

    def display(self, view: HandoutView) -> None:
        if not isValid(self):  # the window was locked or closed while the pages were being made
            return
        self._view = view
        title = _("Handout for {name}").format(name=view.first_name)
        self._title.setText(title)
        self._sentence.setText(view.title)
        self.setAccessibleName(f"{title}, {view.title}")
        self.options.display(view)
        self.preview.display(view.pdf, view.updating, view.problem)
        if view.fault:
            self._tell(MessageView("danger", _("That was not done."), view.fault))
        elif self._said != "file":
            self._tell(None)
        if view.done and view.done != self._said:
            announce(self, view.done)
            self._said = view.done
        self._display_bar(view)

    def _display_bar(self, view: HandoutView) -> None:
        pages = len(self.images.look.sizes)
        if view.done:
            save = SaveView("saved", view.done)
        elif view.updating:
            save = SaveView("saving", _("Updating"))
        elif view.pdf and pages:
            words = ngettext("{n} page", "{n} pages", pages).format(n=pages)
            sheets = ngettext("{n} sheet", "{n} sheets", (pages + 1) // 2).format(n=(pages + 1) // 2)
            kept = _("{pages}, {sheets} when printed on both sides. A copy is kept in {name}’s record.")
            save = SaveView("idle", kept.format(pages=words, sheets=sheets, name=view.first_name), "info")
        else:
            save = SaveView()
        locked = self._why_locked(view)
        no_printer = "" if self._has_printer else _("no printer found")
        close = ActionView("close", _("Close"))
        if self._has_printer:
            blank = " " if locked else ""  # the primary says why, once
            actions = (close, ActionView("save", _("Save PDF"), icon="file-down", locked=blank))
            primary = ActionView("print", _("Print"), icon="printer", hint=_("Ctrl P"), locked=locked)
        else:
            actions = (close, ActionView("print", _("Print"), icon="printer", locked=no_printer))
            primary = ActionView("save", _("Save PDF"), icon="file-down", hint=_("Ctrl S"), locked=locked)
        self.display_bar(ActionBarView(save=save, primary=primary, secondary=actions))

    def _why_locked(self, view: HandoutView) -> str:
        if view.problem:
            return _("nothing to print")
        if self._printing:
            return _("printing")
        if not view.acknowledged:
            return _("tick the note on the language")
        if view.updating or not view.pdf:
            return _("updating")
        return ""

    def _counted(self) -> None:
        if self._view is not None:
            look = self.images.look
            self.options.display_counts(pages_of_rows(self._view.rows, look.starts, len(look.sizes)))
            self._display_bar(self._view)

    # -- doing -------------------------------------------------------------------------------------

    def act(self, key: str) -> None:
        view = self._view
        if key == "close":
            self.close_sheet()
        elif view is None or self._why_locked(view):
            return
        elif key == "print" and self._has_printer:
            self.print_out()
        elif key == "save":
            self.save()

    def save(self) -> None:
        """Ask where and write the PDF; the first time, say who can read such a file."""
        view = self._view
        if view is None:
            return
        if view.warn_about_file:
            words = _(
                "Anybody who gets a PDF file can read it. Save it where only the patient or your clinic can."
            )
            self._said = "file"
            self._tell(MessageView("warn", "", words, _("Choose a place")))
            return
        path = self.ask_path(view.file_name)
        if path is not None:
            self.presenter.save(path)

    def ask_path(self, name: str) -> Path | None:
        """Where the file is to be written, or ``None``."""
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save PDF"), name, _("PDF files (*.pdf)"))
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")

    def print_out(self) -> None:
        """Ask the printer dialog, then send the very pages of the preview."""
        view = self._view
        if view is None or not self.images.look.sizes or self.images.pdf != view.pdf:
            return
        printer = printing.printer_for(self.images.look, view.file_name.removesuffix(".pdf"))
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self.images.look.sizes))
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return
        self._printing = True
        self._job = printing.PrintJob(
            printer, view.pdf, self.images.look, self.background, self._printed, self._not_printed, self
        )
        self._display_bar(view)
        self._job.start()

    def _printed(self) -> None:
        self._printing = False
        self.presenter.printed()

    def _not_printed(self, why: str) -> None:
        self._printing = False
        self.presenter.not_printed(why)

    def _acted(self) -> None:
        self._said = ""
        self._tell(None)
        self.presenter.warned()
        self.save()

    def _tell(self, view: MessageView | None) -> None:
        self._message_row.setVisible(view is not None)
        self.message.setVisible(view is not None)
        if view is not None:
            self.message.display(view)

    def _gone(self) -> None:
        self.presenter.attach(lambda view: None)
        self.images.stop()
        self.background.drop_all()
        if self._view is not None and self._view.done:
            self.presenter.close()

    # -- place and keys ----------------------------------------------------------------------------

    def _fit(self) -> None:
        """100 px of the page stay in sight at the left, so that one knows where one is."""
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(window.rect())
        narrow = window.width() < NARROW
        left, right, top = (0, 0, 8) if narrow else (100, 16, 26)
        self._plate.setGeometry(left, top, window.width() - left - right, window.height() - top)
        self.action_bar.use_compact(narrow)
        layout = self.action_bar.layout()
        if layout is not None and not narrow:
            layout.setContentsMargins(28, 1, 16, 0)  # the primary lands on the pixels of the page's own
        self._arrange()

    def _arrange(self) -> None:
        window = self.parentWidget()
        narrow = window is not None and window.width() < NARROW
        self.swap.setVisible(narrow)
        self._sentence.setVisible(not narrow)
        options = not narrow or self.swap.chosen() == "options"
        self.options.setVisible(options)
        self.preview.setVisible(not narrow or not options)
        self._rule.setVisible(not narrow)
        if narrow:
            self.options.setMinimumWidth(0)
            self.options.setMaximumWidth(16777215)
        else:
            self.options.setFixedWidth(376)

    def event(self, event: QEvent) -> bool:
        """Ctrl+P, Ctrl+S and Ctrl+Enter belong to the sheet while it is open."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_ours(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.ControlModifier:
            return False
        return event.key() in _OURS or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_ours(event) and event.key() in _OURS:
            self.act(_OURS[Qt.Key(event.key())])
            event.accept()
            return
        super().keyPressEvent(event)
