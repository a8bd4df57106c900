"""The journey in the header of a patient's pages: Overview, then the four stages with their dates."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.icons import paint_icon
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.one_stop import OneStop, arrow_step
from physioplan.gui.widgets.state_glyph import State, paint_state, state_words

LINK = 22


@dataclass(frozen=True, slots=True)
class StageView:
    """One stage: key ("baseline", "programme" ...), its word, its date in words and its state."""

    key: str
    title: str
    date: str
    state: State


@dataclass(frozen=True, slots=True)
class JourneyStripView:
    """``current`` is "overview" or the key of a stage; ``overview`` is the word of the first button (""
    for none).
    """

    stages: tuple[StageView, ...]
    current: str
    overview: str = ""


class _Stage(QAbstractButton):
    def __init__(self, owner: JourneyStrip, key: str) -> None:
        super().__init__(owner)
        self._owner = owner
        self.key = key
        self.stage: StageView | None = None
        self.words = ""
        self.current = False
        self.link_before: bool | None = None
        self._hover = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _lead(self) -> int:
        return LINK if self.link_before is not None else 0

    def sizeHint(self) -> QSize:
        if self.stage is None:
            return QSize(QFontMetrics(font("control")).horizontalAdvance(self.words) + 58, 76)
        words = max(
            QFontMetrics(font("control")).horizontalAdvance(self.stage.title),
            QFontMetrics(font("micro")).horizontalAdvance(self.stage.date),
        )
        return QSize(self._lead() + words + 53, 76)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = arrow_step(event.key(), self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        if step:
            self._owner.step_focus(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def focus_ring_rect(self) -> QRect:
        return self._body().toRect().adjusted(2, 8, -2, -8)

    def _body(self) -> QRectF:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        lead = self._lead()
        box = QRectF(self.rect())
        return box.adjusted(0, 0, -lead, 0) if rtl else box.adjusted(lead, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        body = self._body()
        middle = self.height() / 2
        if self.link_before is not None:
            pen = QPen(colour(palette.line_strong), 2)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if not self.link_before:
                pen.setDashPattern([2, 1.5])
            painter.setPen(pen)
            x = body.right() if rtl else 0.0
            painter.drawLine(QPointF(x + 1, middle), QPointF(x + LINK - 1, middle))
        if self.current or self._hover:
            painter.fillRect(body, colour(palette.accent_soft))
        if self.current:
            painter.fillRect(QRectF(body.x(), self.height() - 3, body.width(), 3), colour(palette.accent))
        ink = palette.accent if self.current else palette.ink
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        if self.stage is None:
            paint_icon(
                painter, "panels-top-left", body.right() - 34 if rtl else body.x() + 14, middle - 10, 20, ink
            )
            painter.setFont(font("control"))
            painter.setPen(colour(ink))
            words = body.adjusted(14, 0, -43, 0) if rtl else body.adjusted(43, 0, -10, 0)
            painter.drawText(words, side | Qt.AlignmentFlag.AlignVCenter, self.words)
        else:
            paint_state(
                painter, self.stage.state, body.right() - 32 if rtl else body.x() + 10, middle - 11, 22
            )
            words = body.adjusted(8, 0, -41, 0) if rtl else body.adjusted(41, 0, -4, 0)
            painter.setFont(font("control"))
            painter.setPen(colour(ink))
            painter.drawText(
                QRectF(words.x(), middle - 19, words.width(), 20),
                side | Qt.AlignmentFlag.AlignVCenter,
                self.stage.title,
            )
            painter.setFont(font("micro"))
            painter.setPen(colour(palette.ink2))
            painter.drawText(
                QRectF(words.x(), middle + 1, words.width(), 18),
                side | Qt.AlignmentFlag.AlignVCenter,
                self.stage.date,
            )
        painter.end()


class JourneyStrip(QWidget):
    """One tab stop; arrows move, Enter or a click asks for the stage (``stage_requested`` with its key)."""

    stage_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._pieces: list[_Stage] = []
        self._stop = OneStop(())

    def display(self, view: JourneyStripView) -> None:
        keys = (["overview"] if view.overview else []) + [stage.key for stage in view.stages]
        if [piece.key for piece in self._pieces] != keys:
            for piece in self._pieces:
                self._row.removeWidget(piece)
                piece.hide()
                piece.deleteLater()
            self._pieces = [_Stage(self, key) for key in keys]
            for piece in self._pieces:
                self._row.addWidget(piece)
                piece.clicked.connect(self._clicked)
            self._stop = OneStop(self._pieces)
        stages = {stage.key: stage for stage in view.stages}
        before: StageView | None = None
        for number, piece in enumerate(self._pieces):
            piece.stage = stages.get(piece.key)
            piece.words = view.overview
            piece.current = piece.key == view.current
            piece.link_before = None if before is None or piece.stage is None else before.state == "done"
            if piece.stage is not None:
                before = piece.stage
                piece.setAccessibleName(f"{piece.stage.title}, {state_words(piece.stage.state)}")
                piece.setAccessibleDescription(piece.stage.date)
            else:
                piece.setAccessibleName(view.overview)
            piece.updateGeometry()
            piece.update()
            if piece.current:
                self._stop.settle(number)

    def step_focus(self, step: int) -> None:
        self._stop.move(step)

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _Stage):
            self.stage_requested.emit(sender.key)
