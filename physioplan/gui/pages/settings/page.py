"""The settings on one scrolling page, with a list at the left that jumps."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from physioplan import __version__
from physioplan.gui.intended_use import intended_use
from physioplan.gui.page import Breadth, Page
from physioplan.gui.pages.settings.backup_section import BackupSection
from physioplan.gui.pages.settings.choices_section import PathwayTexts, SpreadChoice, ThresholdChoices
from physioplan.gui.pages.settings.clinic_section import ClinicSection
from physioplan.gui.pages.settings.clinical_sections import CutOffSection, SpreadSection, windows_section
from physioplan.gui.pages.settings.passphrase_section import PassphraseSection
from physioplan.gui.pages.settings.presenter import SettingsPresenter, SettingsView
from physioplan.gui.pages.settings.section import Section
from physioplan.gui.widgets.action_bar import ActionBarView, ActionView, SaveView
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.choice import Choice
from physioplan.gui.widgets.field import Field
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.page_header import PageHeader
from physioplan.gui.widgets.rule import Rule
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.widgets.segmented import Segmented
from physioplan.gui.words import _, ngettext

SAVE = "save"
EVIDENCE = "evidence"
LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español", "ar": "العربية"}


class SettingsPage(Page):
    """Choices take effect at once; the letterhead is saved with the primary button."""

    def __init__(self, presenter: SettingsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = "settings"
        self._presenter = presenter
        self._head = PageHeader(_("Settings"))
        self.header = self._head
        self.bed = ScrollColumn(margins=(24, 4, 32, 32), spacing=8)
        self.clinic = ClinicSection()
        self.clinic.typed.connect(presenter.typed)
        self.passphrase = PassphraseSection()
        self.passphrase.asked.connect(presenter.change_passphrase)
        self.cut_offs = CutOffSection()
        self.spread = SpreadSection()
        self.thresholds = ThresholdChoices(presenter.content, presenter.settings)
        self.spread_choice = SpreadChoice(presenter.settings)
        self.pathways = PathwayTexts(presenter.content, presenter.settings)
        self.backup = BackupSection()
        self.backup.asked.connect(presenter.back_up)
        self.backup.folder_chosen.connect(presenter.choose_backup_folder)
        self.about = self._about_section()
        sections: tuple[tuple[str, str, Section], ...] = (
            ("building-2", _("Clinic"), self.clinic),
            ("contrast", _("Appearance"), self._look_section()),
            ("lock", _("Lock"), self._lock_section()),
            ("key-round", _("Passphrase"), self.passphrase),
            ("hard-drive", _("Backups"), self.backup),
            ("sliders-horizontal", _("Change that matters"), self.cut_offs),
            ("list-checks", _("Choice of cut-offs"), self.thresholds),
            ("calendar-clock", _("Review windows"), windows_section()),
            ("ruler", _("Half a point"), self.spread),
            ("sliders-horizontal", _("Spread"), self.spread_choice),
            ("split", _("Local paths"), self.pathways),
            ("info", _("About"), self.about),
        )
        self._jumps = QWidget()
        self._jumps.setFixedWidth(244)
        jumps = QVBoxLayout(self._jumps)
        jumps.setContentsMargins(24, 12, 12, 12)
        jumps.setSpacing(4)
        self.jump_buttons: list[Button] = []
        for icon, words, section in sections:
            button = Button(words, "quiet", icon=icon)
            button.clicked.connect(lambda _on=False, section=section: self.jump(section))
            jumps.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.jump_buttons.append(button)
            section.setMaximumWidth(880)
            self.bed.column.addWidget(section)
        jumps.addStretch(1)
        self.bed.column.addStretch(1)
        self._line = Rule(upright=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._jumps)
        row.addWidget(self._line)
        row.addWidget(self.bed, 1)
        presenter.attach(self.display)

    # ------------------------------------------------------------------ the small sections

    def _look_section(self) -> Section:
        section = Section(_("Appearance and language"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        looks = (("system", _("As the system")), ("light", _("Light")), ("dark", _("Dark")))
        self.look = Segmented(_("Appearance"), looks)
        self.look.chosen_changed.connect(self._presenter.choose_look)
        self.language = Choice()
        self.language.setFixedWidth(240)
        self.language.activated.connect(
            lambda _i: self._presenter.choose_language(self.language.chosen() or "en")
        )
        self._language_field = Field(_("Language of the window"), self.language)
        grid.addWidget(self.look, 0, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._language_field, 1, 0)
        section.column.addLayout(grid)
        return section

    def _lock_section(self) -> Section:
        section = Section(_("Lock"))
        self.idle = Choice()
        self.idle.setFixedWidth(240)
        self.idle.activated.connect(
            lambda _i: self._presenter.choose_idle_minutes(int(self.idle.chosen() or "10"))
        )
        hint = _("Whatever was typed is kept as a draft and offered again.")
        field = Field(_("Lock after, without use"), self.idle, hint)
        section.column.addWidget(field)
        return section

    def _about_section(self) -> Section:
        section = Section(_("About and intended use"))
        self._version = Label("", "field", wrap=True)
        section.column.addWidget(self._version)
        section.column.addWidget(Label(intended_use(), "field", wrap=True))
        words = _(
            "The program works without a network and sends nothing. Roles and the log of who did what make people "
            "accountable; they do not lock anyone out who holds a key to the vault."
        )
        section.column.addWidget(Label(words, "small", "ink2", wrap=True))
        licence = _(
            "Code: Apache 2.0. Our own texts and pictures: CC BY 4.0. Questionnaires belong to their owners."
        )
        section.column.addWidget(Label(licence, "small", "ink2", wrap=True))
        evidence = Button(_("Open the evidence"), icon="book-open")
        evidence.clicked.connect(lambda: self._presenter.go(EVIDENCE))
        section.column.addWidget(evidence, 0, Qt.AlignmentFlag.AlignLeft)
        return section

    # ------------------------------------------------------------------ showing

    def display(self, view: SettingsView) -> None:
        """Show every setting as it stands."""
        self._head.display(_("Settings"), view.clinic.name)
        self.clinic.display(view)
        self.look.choose(view.look)
        self.language.offer([(code, LANGUAGES.get(code, code)) for code in view.languages])
        self.language.choose(view.language if view.language in view.languages else "en")
        self._language_field.display_hint(
            _("A new language is spoken from the next start on.")
            if len(view.languages) > 1
            else _("No other language is installed.")
        )
        self.idle.offer(
            [(str(n), ngettext("{n} minute", "{n} minutes", n).format(n=n)) for n in view.idle_choices]
        )
        self.idle.choose(str(view.idle_minutes))
        self.passphrase.display(view)
        self.cut_offs.display(view)
        self.spread.display(view)
        self.backup.display(view)
        self._version.setText(
            _("PhysioPlan {version} · evidence edition {edition}").format(
                version=__version__, edition=view.edition
            )
        )
        self.show_bar(self._bar(view))

    def _bar(self, view: SettingsView) -> ActionBarView:
        if view.changed:
            save = SaveView("idle", _("The letterhead is not saved yet"))
        elif view.saved_at is not None:
            at = view.saved_at.astimezone().strftime("%H:%M")
            save = SaveView("saved", _("Saved {time} · every change is kept in the log").format(time=at))
        else:
            save = SaveView("idle", _("Choices are saved at once"))
        locked = "" if view.changed else _("Nothing changed")
        return ActionBarView(save=save, primary=ActionView(SAVE, _("Save letterhead"), locked=locked))

    # ------------------------------------------------------------------ what the hand does

    def jump(self, section: Section) -> None:
        """Scroll so that a section stands at the top."""
        self.bed.verticalScrollBar().setValue(section.y())

    def start_at(self, name: str) -> None:
        """ "about" opens the page at its end, anything else at its head."""
        bar = self.bed.verticalScrollBar()
        QTimer.singleShot(0, self, lambda: self.jump(self.about) if name == "about" else bar.setValue(0))

    def act(self, key: str) -> None:
        """A button of the bar."""
        if key == SAVE:
            self._presenter.save_clinic()

    def entered(self) -> None:
        """Start at the letterhead."""
        self.clinic.lines["name"].setFocus()

    def left(self) -> None:
        """No passphrase stays in a field."""
        self.passphrase.clear()

    def adapt(self, breadth: Breadth) -> None:
        """The list that jumps goes where the window is narrow."""
        compact = breadth == "compact"
        self._jumps.setVisible(not compact)
        self._line.setVisible(not compact)
        self.clinic.use_compact(compact)
        self.cut_offs.use_compact(compact)
