"""A passphrase field with Show and Hide, and a word when Caps Lock is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.text_line import TextLine
from physioplan.gui.words import _

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

# Qt's constants by number, because naming one would cost the start.
_UNREMEMBERED = 0x1 | 0x2 | 0x40  # hidden text, sensitive data, no prediction
_NO_MENU = 0


class SecretLine(TextLine):
    """Hides what is typed until asked; nothing of it can be cut, copied or remembered by the input method."""

    caps_lock_changed = Signal(bool)

    def __init__(
        self, placeholder: str = "", parent: QWidget | None = None, *, with_button: bool = True
    ) -> None:
        super().__init__("", placeholder, parent)
        self._caps = False
        self.setProperty("inputMethodHints", _UNREMEMBERED)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setProperty("contextMenuPolicy", _NO_MENU)
        self._toggle: Button | None = None
        if with_button:
            self._toggle = Button(_("Show"), "quiet", icon="eye", name=_("Show the passphrase"))
            self._toggle.clicked.connect(lambda: self.reveal(self.echoMode() == QLineEdit.EchoMode.Password))
            self.carry(self._toggle)

    def reveal(self, shown: bool) -> None:
        """Show or hide what is typed."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        if self._toggle is not None:
            self._toggle.setText(_("Hide") if shown else _("Show"))
            self._toggle.use_icon("eye-off" if shown else "eye")
            words = _("Hide the passphrase") if shown else _("Show the passphrase")
            self._toggle.setAccessibleName(words)
            self._toggle.setToolTip(words)
            self._place_button()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_CapsLock:
            self._tell_caps(not self._caps)
        elif len(letter := event.text()) == 1 and letter.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._tell_caps(letter.isupper() != shift)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if QGuiApplication.focusWindow() is not None:
            self._tell_caps(False)

    def _tell_caps(self, on: bool) -> None:
        if on != self._caps:
            self._caps = on
            self.caps_lock_changed.emit(on)
