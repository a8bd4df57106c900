"""The bar at the foot of every page: save state, one warning, secondary buttons and the primary that
never moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from physioplan.gui.theme.ink import paint_plane
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.theme.tokens import ACTION_BAR_HEIGHT, PAGE_PADDING
from physioplan.gui.widgets.button import Button, Kind
from physioplan.gui.widgets.field import Icon
from physioplan.gui.widgets.label import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

SaveKind = Literal["idle", "saving", "saved", "not_saved", "vault"]

_SAVE_ICONS: dict[SaveKind, str] = {
    "idle": "check",
    "saving": "loader",
    "saved": "check",
    "not_saved": "triangle-alert",
    "vault": "shield-check",
}


class SaveView(NamedTuple):
    """What the left end says, for example ("saved", "Draft saved 10:52 · every answer is saved at once")."""

    kind: SaveKind = "idle"
    words: str = ""
    icon: str | None = None


class ActionView(NamedTuple):
    """One button. ``key`` comes back in ``ActionBar.asked``; ``locked`` is the reason it cannot be
    pressed now.
    """

    key: str
    words: str
    icon: str | None = None
    kind: Kind = "default"
    hint: str = ""
    locked: str = ""


class ActionBarView(NamedTuple):
    """Everything the bar shows; ``warning`` is (key, sentence) and jumps to its place when pressed."""

    save: SaveView = SaveView()
    primary: ActionView | None = None
    secondary: tuple[ActionView, ...] = ()
    warning: tuple[str, str] | None = None


class ActionBar(QWidget):
    """Bottom 68 px. ``asked`` carries the key of the button pressed; Ctrl+Enter presses the primary."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, left_padding: int = PAGE_PADDING) -> None:
        super().__init__(parent)
        self._view = ActionBarView()
        self._buttons: list[Button] = []
        self._compact = False
        self._left = left_padding
        self.setFixedHeight(ACTION_BAR_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(left_padding, 1, PAGE_PADDING, 0)
        self._row.setSpacing(12)
        self._save_icon = Icon("check", 18, "ink2")
        self._save = ElidedLabel("", "small", "ink2")
        self._warning = Button("", "warn", icon="triangle-alert")
        self._warning.clicked.connect(self._warning_pressed)
        self.primary = Button("", "primary", large=True)
        self.primary.spread()
        self.primary.setMinimumWidth(232)
        self.primary.clicked.connect(self._primary_pressed)
        self._row.addWidget(self._save_icon)
        self._row.addWidget(self._save, 1)
        self._row.addWidget(self._warning)
        self._row.addStretch(0)
        self._row.addWidget(self.primary)
        self.display(self._view)

    def sizeHint(self) -> QSize:
        return QSize(480, ACTION_BAR_HEIGHT)

    def display(self, view: ActionBarView) -> None:
        """Show ``view``; buttons whose keys stay the same are kept, so focus is not lost."""
        self._view = view
        self._display_save(view.save)
        self._warning.setVisible(view.warning is not None)
        if view.warning is not None:
            self._warning.setText(view.warning[1].replace("&", "&&"))
        self._display_secondary(view.secondary)
        self.primary.setVisible(view.primary is not None)
        if view.primary is not None:
            self.primary.setText(view.primary.words.replace("&", "&&"))
            self.primary.use_kind(view.primary.kind if view.primary.kind != "default" else "primary")
            self.primary.use_icon(view.primary.icon)
            self.primary.use_hint("" if self._compact else view.primary.hint or "Ctrl ↵")
            self.primary.lock(view.primary.locked)

    def display_save(self, save: SaveView) -> None:
        """Change the left end alone."""
        self._view = self._view._replace(save=save)
        self._display_save(save)

    def press_primary(self) -> bool:
        """Press the primary as a hand would; False when there is none or it is locked."""
        if not self.primary.isVisibleTo(self) or not self.primary.isEnabled():
            return False
        self.primary.click()
        return True

    def use_compact(self, compact: bool) -> None:
        """Under 1024 px: no key hints, narrower primary, secondary buttons with an icon lose their words."""
        if compact == self._compact:
            return
        self._compact = compact
        self.primary.setMinimumWidth(0 if compact else 232)
        side = 16 if compact else PAGE_PADDING
        self._row.setContentsMargins(side if compact else self._left, 1, side, 0)
        self._buttons_gone()
        self.display(self._view)

    def _display_save(self, save: SaveView) -> None:
        wrong = save.kind == "not_saved"
        self._save_icon.display(save.icon or _SAVE_ICONS[save.kind], "danger" if wrong else "ink2")
        self._save_icon.setVisible(bool(save.words))
        self._save.setText(save.words)
        self._save.setToolTip(save.words)
        self._save.use_tone("danger" if wrong else "ink2")

    def _buttons_gone(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []

    def _display_secondary(self, actions: tuple[ActionView, ...]) -> None:
        if [button.property("key") for button in self._buttons] != [action.key for action in actions]:
            self._buttons_gone()
            for action in actions:
                bare = self._compact and action.icon is not None
                button = Button(
                    "", action.kind, self, icon=action.icon, large=True, name=action.words if bare else ""
                )
                button.setProperty("key", action.key)
                button.clicked.connect(self._secondary_pressed)
                self._row.insertWidget(self._row.indexOf(self.primary), button)
                self._buttons.append(button)
        for button, action in zip(self._buttons, actions, strict=True):
            if not (self._compact and action.icon is not None):
                button.setText(action.words.replace("&", "&&"))
            button.use_kind(action.kind)
            button.use_icon(action.icon)
            button.use_hint("" if self._compact else action.hint)
            button.lock(action.locked)
            button.show()

    def _primary_pressed(self) -> None:
        if self._view.primary is not None:
            self.asked.emit(self._view.primary.key)

    def _secondary_pressed(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.asked.emit(str(sender.property("key")))

    def _warning_pressed(self) -> None:
        if self._view.warning is not None:
            self.asked.emit(self._view.warning[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        paint_plane(painter, QRectF(self.rect()), palette.surface)
        paint_plane(painter, QRectF(0, 0, self.width(), 1), palette.line)
        painter.end()
