"""Three pictures of a clinic: how complete, how much change on average, how many reached what matters."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.services.clinic_audit import GroupChange
from physioplan.storage.clinic_counts import Completion


class _Picture(QWidget):
    def __init__(self, height: int, spoken: str) -> None:
        super().__init__()
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)

    def sizeHint(self) -> QSize:
        return QSize(300, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._height)

    def _begin(self) -> QPainter:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter


def paint_part(painter: QPainter, kind: str, box: QRectF) -> None:
    """One part of a completion bar: "complete" filled, "partly" soft, "missing" hatched, "not_due" dotted."""
    palette = current_palette()
    if kind == "complete":
        painter.fillRect(box, colour(palette.accent))
        return
    if kind == "partly":
        painter.setPen(QPen(colour(palette.accent), 1.4))
        painter.setBrush(colour(palette.accent_soft))
        painter.drawRect(box.adjusted(0.7, 0.7, -0.7, -0.7))
        return
    pattern = Qt.BrushStyle.BDiagPattern if kind == "missing" else Qt.BrushStyle.Dense7Pattern
    painter.setPen(QPen(colour(palette.line_strong), 1))
    painter.setBrush(QBrush(colour(palette.line_strong), pattern))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


class PartSwatch(_Picture):
    """The legend's sample of one part."""

    def __init__(self, kind: str) -> None:
        super().__init__(14, "")
        self._kind = kind
        self.setFixedSize(20, 14)

    def sizeHint(self) -> QSize:
        return QSize(20, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self._begin()
        paint_part(painter, self._kind, QRectF(self.rect()))
        painter.end()


class CompletionBar(_Picture):
    """Everybody who started, by what was measured; counts stand inside where there is room."""

    def __init__(self, completion: Completion, spoken: str) -> None:
        super().__init__(28, spoken)
        self._parts = (
            ("complete", completion.complete),
            ("partly", completion.partly),
            ("missing", completion.missing),
            ("not_due", completion.not_due),
        )
        self._total = max(1, completion.total)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = self._begin()
        painter.setFont(font("small_strong"))
        metrics = QFontMetrics(font("small_strong"))
        x = 0.0
        for kind, count in self._parts:
            if not count:
                continue
            width = count / self._total * self.width()
            box = QRectF(x, 1, max(3.0, width - 2), 26)
            paint_part(painter, kind, box)
            words = str(count)
            wide = metrics.horizontalAdvance(words) + 10.0
            if wide + 8 < width:
                label = QRectF(x + 6, 4, wide, 20)
                if kind in ("missing", "not_due"):
                    painter.fillRect(label, colour(palette.canvas))
                painter.setPen(colour(palette.on_accent if kind == "complete" else palette.ink))
                painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)
            x += width
        painter.end()


class MeanChange(_Picture):
    """The average change with its interval on its own axis. No cut-off of one person is drawn here."""

    def __init__(
        self, change: GroupChange, low: float, high: float, ticks: tuple[float, ...], spoken: str
    ) -> None:
        super().__init__(48, spoken)
        self._change, self._low, self._high, self._ticks = change, low, high, ticks

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = self._begin()

        def at(value: float) -> float:
            share = (min(max(value, self._low), self._high) - self._low) / (self._high - self._low)
            return 16 + share * (self.width() - 32)

        painter.setFont(font("micro"))
        for tick in self._ticks:
            painter.setPen(QPen(colour(palette.ink if tick == 0 else palette.line), 1.8 if tick == 0 else 1))
            painter.drawLine(QPointF(at(tick), 2), QPointF(at(tick), 28))
            painter.setPen(colour(palette.ink2))
            words = f"{tick:g}".replace("-", "−")
            painter.drawText(QRectF(at(tick) - 24, 29, 48, 18), Qt.AlignmentFlag.AlignCenter, words)
        one = self._change
        if one.mean is not None and one.low is not None and one.high is not None:
            painter.setPen(QPen(colour(palette.ink), 2.2))
            painter.drawLine(QPointF(at(one.low), 15), QPointF(at(one.high), 15))
            for end in (one.low, one.high):
                painter.drawLine(QPointF(at(end), 9), QPointF(at(end), 21))
            painter.setBrush(colour(palette.ink))
            painter.drawEllipse(QPointF(at(one.mean), 15), 5, 5)
        painter.end()


class ReachedShare(_Picture):
    """0 to 100 %: filled to the share if all the missing did badly, hatched to the share if all did well."""

    def __init__(self, change: GroupChange, spoken: str) -> None:
        super().__init__(28, spoken)
        self._change = change

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        painter = self._begin()
        one = self._change
        width = self.width() - 2
        painter.setPen(QPen(colour(palette.line_strong), 1))
        painter.setBrush(colour(palette.surface))
        painter.drawRect(QRectF(1, 5, width, 18))
        if one.share is not None and one.lowest is not None and one.highest is not None:
            painter.fillRect(QRectF(1, 5, one.lowest * width, 18), colour(palette.accent))
            between = QRectF(1 + one.lowest * width, 5, (one.highest - one.lowest) * width, 18)
            painter.setPen(QPen(colour(palette.line_strong), 1))
            painter.setBrush(QBrush(colour(palette.line_strong), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(between)
            painter.setPen(QPen(colour(palette.ink), 3))
            x = 1 + one.share * width
            painter.drawLine(QPointF(x, 1), QPointF(x, 27))
        painter.end()
