"""Backups: where they go, making one now, and those that were read to the end."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QWidget

from physioplan.gui.dates import short_day
from physioplan.gui.pages.settings.presenter import SettingsView
from physioplan.gui.pages.settings.section import Section
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.message import Message, MessageView
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.widgets.tag import Tag
from physioplan.gui.words import _, ngettext

SHOWN = 10


class BackupSection(Section):
    """``folder_chosen`` carries a path; ``asked`` wants a backup now."""

    folder_chosen = Signal(object)
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Backups"), parent=parent)
        words = _(
            "Verified means: the copy was opened with the key, read to the end and counted, not only copied. It is "
            "encrypted like the vault and opens with the same passphrases. Keep one on a disk that leaves the building."
        )
        self.column.addWidget(Label(words, "small", "ink2", wrap=True))
        self._place = Label("", "field", wrap=True)
        self.column.addWidget(self._place)
        self._warning = Message()
        self._warning.hide()
        self.column.addWidget(self._warning)
        row = QHBoxLayout()
        row.setSpacing(10)
        self.now = Button(_("Back up now"), icon="hard-drive")
        self.now.clicked.connect(self.asked)
        self.choose = Button(_("Choose folder"), icon="folder-open")
        self.choose.clicked.connect(self._choose)
        row.addWidget(self.now)
        row.addWidget(self.choose)
        row.addStretch(1)
        self.column.addLayout(row)
        self._problem = Message()
        self._problem.hide()
        self.column.addWidget(self._problem)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(0)
        self.column.addLayout(self._grid)
        self._shown: object = None
        self._folder = ""

    def _choose(self) -> None:
        start = self._folder if Path(self._folder).is_dir() else ""
        chosen = QFileDialog.getExistingDirectory(self.window(), _("Where backups go"), start)
        if chosen:
            self.folder_chosen.emit(Path(chosen))

    def display(self, view: SettingsView) -> None:
        """The folder, what stands in it, and how the last one went."""
        self._folder = view.backup_folder
        self._place.setText(_("Folder: {path}").format(path=view.backup_folder))
        self._warning.setVisible(bool(view.backup_warning))
        if view.backup_warning:
            self._warning.display(MessageView("warn", _("Synchronised folder."), view.backup_warning))
        self._problem.setVisible(bool(view.backup_problem))
        if view.backup_problem:
            self._problem.display(MessageView("danger", _("No backup was made."), view.backup_problem))
        self.now.lock(_("Copying and reading it back") if view.backing_up else "")
        if self._shown == view.backups:
            return
        self._shown = view.backups
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not view.backups:
            self._grid.addWidget(Label(_("No backup in this folder yet."), "small", "ink2"), 0, 0)
            return
        for place, backup in enumerate(view.backups[:SHOWN]):
            local = backup.made_at.astimezone()
            when = f"{short_day(local.date())}, {local:%H:%M}"
            counted = ngettext("{n} record read", "{n} records read", backup.records).format(
                n=f"{backup.records:,}"
            )
            head = Label(_("log ends {hash}").format(hash=backup.chain_head[:12] or "–"), "micro", "ink2")
            head.setToolTip(backup.chain_head)
            tag = Tag(_("verified when made"), "ok", icon="shield-check")
            cells = (Label(when, "field"), tag, Label(counted, "small", "ink2"), head)
            for column, widget in enumerate(cells):
                widget.setMinimumHeight(34 if column != 1 else 24)
                self._grid.addWidget(widget, 2 * place, column, Qt.AlignmentFlag.AlignVCenter)
            self._grid.setColumnStretch(3, 1)
            self._grid.addWidget(Rule(), 2 * place + 1, 0, 1, 4)
