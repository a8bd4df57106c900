"""Small pictures of exercises, drawn one at a time between other things, so that a long list never waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap

if TYPE_CHECKING:
    from physioplan.drawing.figure.figure import Figure

Picture = Literal["start", "end"]
_Job = tuple[str, Picture, int, int, float]
MOST_KEPT = 600


class FigureQueue(QObject):
    """``pixmap`` answers at once: with the picture, or with ``None`` and ``ready`` later.

    The last one asked for is drawn first, because it is the one on screen. ``ready`` carries the id.
    """

    ready = Signal(str)

    def __init__(self, figure: Callable[[str], Figure | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figure = figure
        self._kept: dict[_Job, QPixmap] = {}
        self._without: set[str] = set()
        self._waiting: dict[_Job, None] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._draw_one)

    def pixmap(self, exercise_id: str, picture: Picture, size: QSize, ratio: float) -> QPixmap | None:
        """The picture on a transparent ground in logical ``size``, or ``None`` while it is not there."""
        if exercise_id in self._without:
            return None
        job = (exercise_id, picture, size.width(), size.height(), ratio)
        found = self._kept.get(job)
        if found is None:
            self._waiting.pop(job, None)
            self._waiting[job] = None
            self._timer.start()
        return found

    def has_none(self, exercise_id: str) -> bool:
        """True once it is known that there is no picture."""
        return exercise_id in self._without

    def finish(self) -> None:
        """Draw everything that waits, for tests and pictures of the window."""
        while self._waiting:
            self._draw_one()

    def _draw_one(self) -> None:
        if not self._waiting:
            self._timer.stop()
            return
        job, _nothing = self._waiting.popitem()
        exercise_id = job[0]
        figure = self._figure(exercise_id)
        if figure is None:
            self._without.add(exercise_id)
        else:
            if len(self._kept) >= MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[job] = _painted(figure, job)
        self.ready.emit(exercise_id)


def _painted(figure: Figure, job: _Job) -> QPixmap:
    from physioplan.drawing.palette import SCREEN_LIGHT
    from physioplan.gui.painting import paint_drawing

    _id, picture, width, height, ratio = job
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_drawing(
        painter, figure.end if picture == "end" else figure.start, SCREEN_LIGHT, QRectF(0, 0, width, height)
    )
    painter.end()
    return pixmap
