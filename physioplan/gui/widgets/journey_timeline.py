"""The whole journey to scale: baseline, phases, visits, review windows, today, and the year behind an
axis break.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.fonts import font
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.one_stop import OneStop, arrow_step
from physioplan.gui.widgets.state_glyph import State, paint_state, state_words
from physioplan.gui.words import _

HEIGHT = 212
TRACK = 112
START = 176
BREAK_DAY = 106
YEAR_DAY = 365
GLYPH = 38


@dataclass(frozen=True, slots=True)
class NodeView:
    """A stage: key, title, one line below it ("Done 13 Jan 2026"), its state, and bold lines under the
    glyph.
    """

    key: str
    title: str
    line: str
    state: State
    below: tuple[str, ...] = ()
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class PhaseView:
    """Days counted from the start of the programme; ``weeks`` is bold, ``name`` follows where there is
    room.
    """

    weeks: str
    name: str
    first_day: int
    last_day: int


@dataclass(frozen=True, slots=True)
class VisitView:
    """A visit on a day with its date and what was found ("10 Feb", "Pain 5")."""

    day: int
    date: str
    words: str


@dataclass(frozen=True, slots=True)
class WindowSpan:
    """A review window in days from the start, with the words at its two ends."""

    opens: int
    closes: int
    opens_words: str
    closes_words: str


@dataclass(frozen=True, slots=True)
class JourneyTimelineView:
    """``programme`` has no glyph of its own: the phases are its track. ``today`` is a day from the
    start or None.

    ``year_day`` is the day the 1-year review is due, ``own`` the words over the stretch in between,
    ``sentence`` stands in the middle before there is a programme. ``spoken`` is the whole for assistive
    technology.
    """

    baseline: NodeView
    programme: NodeView
    review: NodeView
    year: NodeView
    phases: tuple[PhaseView, ...] = ()
    visits: tuple[VisitView, ...] = ()
    review_window: WindowSpan | None = None
    year_window: WindowSpan | None = None
    today: int | None = None
    today_words: str = ""
    own: str = ""
    sentence: str = ""
    year_day: int = YEAR_DAY
    spoken: str = ""


class _NodeButton(QAbstractButton):
    """The glyph of a stage as a button; the programme's is its heading."""

    def __init__(self, owner: JourneyTimeline) -> None:
        super().__init__(owner)
        self._owner = owner
        self.view: NodeView | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def focus_ring_radius(self) -> float:
        return 8.0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = arrow_step(event.key(), self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        if step:
            self._owner.move_on(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.view is None or self._owner.is_programme(self):
            return
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(current_palette().surface))
        painter.drawEllipse(QRectF(self.rect()))
        paint_state(painter, self.view.state, 2, 2, GLYPH)
        painter.end()


class JourneyTimeline(QWidget):
    """212 px high on surface. One tab stop, Left and Right along the nodes, Enter opens
    (``stage_requested``).
    """

    stage_requested = Signal(str)

    def __init__(self, view: JourneyTimelineView | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: JourneyTimelineView | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._buttons = [_NodeButton(self) for _number in range(4)]
        for button in self._buttons:
            button.clicked.connect(self._clicked)
        self._stop = OneStop(self._buttons)
        if view is not None:
            self.display(view)

    def display(self, view: JourneyTimelineView) -> None:
        self._view = view
        self.setAccessibleName(view.spoken)
        nodes = (view.baseline, view.programme, view.review, view.year)
        for number, (button, node) in enumerate(zip(self._buttons, nodes, strict=True)):
            button.view = node
            button.setAccessibleName(f"{node.title}, {state_words(node.state)}")
            button.setAccessibleDescription(node.line)
            button.update()
            if node.state in ("now", "due", "overdue"):
                self._stop.settle(number)
        self._place()
        self.update()

    def is_programme(self, button: QAbstractButton) -> bool:
        return button is self._buttons[1]

    def move_on(self, step: int) -> None:
        self._stop.move(step)

    def take_keyboard(self) -> None:
        """Put the keyboard on the stage the journey stands at."""
        self._stop.focus(self._stop.index)

    def sizeHint(self) -> QSize:
        return QSize(1292, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(600, HEIGHT)

    # -- scale -----------------------------------------------------------------------------------

    def _start(self) -> float:
        return START if self.width() >= 1000 else 132.0

    def _year_x(self) -> float:
        return self.width() - (118.0 if self.width() >= 1000 else 96.0)

    def _per_day(self) -> float:
        return (self._year_x() - 198 - self._start()) / BREAK_DAY

    def at(self, day: int) -> float:
        """The place of a day: to scale up to week 15, squeezed to the year's window, then to scale again."""
        view = self._view
        year_day = view.year_day if view is not None else YEAR_DAY
        window = view.year_window if view is not None else None
        reach = (year_day - window.opens) if window is not None else 42
        near = 84.0 / max(1, reach)
        if day <= BREAK_DAY - 2:
            return self._start() + max(day, -8) * self._per_day()
        if day >= year_day - reach:
            return min(self._year_x() + (day - year_day) * near, self.width() - 6.0)
        first, last = self._start() + BREAK_DAY * self._per_day() + 16, self._year_x() - 84
        share = (day - BREAK_DAY) / max(1, year_day - reach - BREAK_DAY)
        return first + min(max(share, 0.0), 1.0) * (last - first)

    def _review_x(self) -> float:
        return self.at(84) - 2

    def _place(self) -> None:
        size = GLYPH + 4
        for number, x in ((0, 34.0), (2, self._review_x()), (3, self._year_x())):
            self._buttons[number].setGeometry(round(x - size / 2), TRACK - size // 2, size, size)
        width = max(120, min(360, round(self.at(56) - self._start())))
        self._buttons[1].setGeometry(round(self._start()) - 4, 4, width, 50)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    # -- paint -----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        view = self._view
        if view is None:
            return
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_track(painter, view)
        self._paint_phases(painter, view)
        self._paint_visits(painter, view)
        for window in (view.review_window, view.year_window):
            if window is not None:
                self._paint_window(painter, window)
        self._paint_today(painter, view)
        self._paint_heads(painter, view)
        painter.end()

    def _paint_track(self, painter: QPainter, view: JourneyTimelineView) -> None:
        palette = current_palette()
        y = float(TRACK)
        broken = self._start() + BREAK_DAY * self._per_day()
        dashed = QPen(colour(palette.line_strong), 2)
        dashed.setCapStyle(Qt.PenCapStyle.FlatCap)
        dashed.setDashPattern([3.5, 2.5])
        begun = bool(view.phases)
        solid_to = self._review_x() if begun else 34.0
        if begun:
            painter.setPen(QPen(colour(palette.accent), 4))
            painter.drawLine(QPointF(34, y), QPointF(solid_to, y))
        painter.setPen(dashed)
        painter.drawLine(QPointF(solid_to, y), QPointF(broken - 8, y))
        painter.drawLine(QPointF(broken + 10, y), QPointF(self.width() - 4, y))
        slash = QPen(colour(palette.line_strong), 2)
        slash.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(slash)
        for x in (broken - 7, broken + 3):
            painter.drawLine(QPointF(x, y + 10), QPointF(x + 6, y - 10))
        painter.setFont(font("field"))
        painter.setPen(colour(palette.ink2))
        if view.own:
            painter.drawText(QPointF(broken + 20, y - 14), view.own)
        if view.sentence:
            box = QRectF(self._start(), y - 42, self._review_x() - self._start() - 30, 30)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, view.sentence)

    def _paint_phases(self, painter: QPainter, view: JourneyTimelineView) -> None:
        palette = current_palette()
        for number, phase in enumerate(view.phases):
            last = number == len(view.phases) - 1
            left = self.at(phase.first_day) + (2 if number else 0)
            right = self.at(phase.last_day) - (24 if last else 2)
            box = QRectF(left, TRACK - 20, max(8.0, right - left), 40)
            painter.setPen(QPen(colour(palette.accent), 1.5))
            painter.setBrush(colour(palette.accent_soft))
            painter.drawRoundedRect(box, 5, 5)
            painter.save()
            painter.setClipRect(box.adjusted(4, 0, -4, 0))
            painter.setFont(font("control"))
            painter.setPen(colour(palette.accent))
            weeks = phase.weeks
            if painter.fontMetrics().horizontalAdvance(weeks) > box.width() - 10:
                weeks = next((word for word in weeks.split() if word[:1].isdigit()), weeks)
                if painter.fontMetrics().horizontalAdvance(weeks) > box.width() - 6:
                    weeks = ""  # half a number says something else
            bold = painter.fontMetrics().horizontalAdvance(weeks)
            painter.drawText(
                box.adjusted(12, 0, -4, 0) if box.width() > bold + 20 else box.adjusted(5, 0, 0, 0),
                Qt.AlignmentFlag.AlignVCenter,
                weeks,
            )
            room = box.width() - bold - 34
            if room > 30:
                painter.setFont(font("field"))
                painter.setPen(colour(palette.ink))
                words = painter.fontMetrics().elidedText(
                    phase.name, Qt.TextElideMode.ElideRight, int(room + 6)
                )
                painter.drawText(box.adjusted(bold + 24, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
            painter.restore()

    def _paint_visits(self, painter: QPainter, view: JourneyTimelineView) -> None:
        palette = current_palette()
        free_from = 0.0
        places = [self.at(visit.day) for visit in view.visits]
        for number, visit in enumerate(view.visits):
            x = places[number]
            painter.setPen(QPen(colour(palette.ink2), 1.6))
            painter.drawLine(QPointF(x, TRACK + 20), QPointF(x, TRACK + 32))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(palette.ink2))
            painter.drawEllipse(QPointF(x, TRACK + 36), 4.5, 4.5)
            width = max(
                QFontMetrics(font("field")).horizontalAdvance(visit.date),
                QFontMetrics(font("control")).horizontalAdvance(visit.words),
            )
            following = places[number + 1] - 6 if number + 1 < len(places) else float(self.width())
            if x < free_from or x + 13 + width > following or self._meets_window(x, x + 13 + width):
                continue  # its words would run into their neighbour; the spoken text has them
            free_from = x + 13 + width + 8
            painter.setFont(font("field"))
            painter.setPen(colour(palette.ink2))
            painter.drawText(QPointF(x + 13, TRACK + 41), visit.date)
            painter.setFont(font("control"))
            painter.setPen(colour(palette.ink))
            painter.drawText(QPointF(x + 13, TRACK + 62), visit.words)

    def _meets_window(self, left: float, right: float) -> bool:
        view = self._view
        windows = (view.review_window, view.year_window) if view is not None else ()
        return any(
            window is not None and right > self.at(window.opens) - 4 and left < self.at(window.closes)
            for window in windows
        )

    def _paint_window(self, painter: QPainter, window: WindowSpan) -> None:
        palette = current_palette()
        left, right = self.at(window.opens), self.at(window.closes)
        path = QPainterPath(QPointF(left, TRACK + 28))
        path.lineTo(left, TRACK + 37)
        path.lineTo(right, TRACK + 37)
        path.lineTo(right, TRACK + 28)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(colour(palette.ink), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawPath(path)
        painter.setFont(font("field"))
        painter.setPen(colour(palette.ink2))
        metrics = painter.fontMetrics()
        ends = metrics.horizontalAdvance(window.opens_words) + metrics.horizontalAdvance(window.closes_words)
        word = _("window")
        y = TRACK + 44
        if right - left < ends + 12:
            both = f"{window.opens_words} – {window.closes_words}"
            box = QRectF((left + right) / 2 - 100, y, 200, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, both)
            return
        box = QRectF(left, y, right - left, 20)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, window.opens_words)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, window.closes_words)
        if right - left > ends + metrics.horizontalAdvance(word) + 24:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)

    def _paint_today(self, painter: QPainter, view: JourneyTimelineView) -> None:
        if view.today is None or not view.today_words:
            return
        palette = current_palette()
        x = self.at(view.today)
        for node in (self._review_x(), self._year_x()):
            if abs(x - node) < 22:
                x = node + 26 if x >= node else node - 26  # a glyph may not hide today
        width = QFontMetrics(font("control")).horizontalAdvance(view.today_words) + 18
        painter.setPen(QPen(colour(palette.ink), 2.4))
        painter.drawLine(QPointF(x, TRACK - 44), QPointF(x, TRACK + 37))
        left = x - 1 if x + width < self.width() else x - width + 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(palette.ink))
        painter.drawRoundedRect(QRectF(left, TRACK - 48, width, 24), 3, 3)
        painter.setFont(font("control"))
        painter.setPen(colour(palette.canvas))
        painter.drawText(QRectF(left, TRACK - 48, width, 24), Qt.AlignmentFlag.AlignCenter, view.today_words)

    def _paint_heads(self, painter: QPainter, view: JourneyTimelineView) -> None:
        palette = current_palette()
        year = min(self._year_x() - 84, self.width() - 130.0)
        places = (
            (view.baseline, 15.0, self._start() - 8),
            (view.programme, self._start(), self._review_x() - 30),
            (view.review, self._review_x() - 19, year - 12),
            (view.year, year, float(self.width())),
        )
        for node, left, right in places:
            room = int(right - left)
            painter.setFont(font("stage"))
            painter.setPen(colour(palette.ink))
            title = painter.fontMetrics().elidedText(node.title, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(left, 24), title)
            tint = {"due": palette.warn, "overdue": palette.danger}.get(node.state, palette.ink2)
            strong = node.state in ("due", "overdue")
            painter.setFont(font("control" if strong else "field"))
            painter.setPen(colour(tint))
            line = painter.fontMetrics().elidedText(node.line, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(left, 46), line)
        painter.setFont(font("control"))
        painter.setPen(colour(palette.ink))
        for number, words in enumerate(view.baseline.below[:3]):
            painter.drawText(QPointF(15, TRACK + 41 + number * 21), words)

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _NodeButton) and sender.view is not None:
            self.stage_requested.emit(sender.view.key)
