"""The preview: pages on their bed, thumbnails, page turning and zoom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from physioplan.gui.pages.handout.page_images import PageImages
from physioplan.gui.pages.handout.page_view import ZOOMS, PageView
from physioplan.gui.pages.handout.thumb_strip import ThumbStrip
from physioplan.gui.theme.colour import colour
from physioplan.gui.theme.theme import current_palette
from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.tag import Tag
from physioplan.gui.words import _


class Preview(QWidget):
    """Shows what ``images`` holds; "Updating" stands over it while a new PDF is made."""

    def __init__(self, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self.view = PageView(images)
        self.thumbs = ThumbStrip(images)
        self.previous = Button("", icon="chevron-left", name=_("Previous page"))
        self.next = Button("", icon="chevron-right", name=_("Next page"))
        self.smaller = Button("", "quiet", icon="zoom-out", name=_("Smaller"))
        self.larger = Button("", "quiet", icon="zoom-in", name=_("Larger"))
        self.updating = Tag(_("Updating"), "outline", self, icon="loader")
        self.updating.hide()
        self.previous.clicked.connect(lambda: self.turn(-1))
        self.next.clicked.connect(lambda: self.turn(1))
        self.smaller.clicked.connect(lambda: self.step_zoom(-1))
        self.larger.clicked.connect(lambda: self.step_zoom(1))
        self.thumbs.chosen.connect(self.show_page)
        self.view.turned.connect(self.turn)
        images.looked.connect(self._marks)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 0, 14, 8)
        foot.setSpacing(8)
        foot.addStretch(1)
        for widget in (self.previous, self.thumbs, self.next):
            foot.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addStretch(1)
        for widget in (self.smaller, self.larger):
            foot.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 0)
        column.setSpacing(4)
        column.addWidget(self.view, 1)
        column.addLayout(foot)

    def display(self, pdf: bytes, updating: bool, problem: str) -> None:
        if problem or not updating:
            self._images.use(pdf)
        self.view.say(problem or (_("Updating") if updating and not self._images.pdf else ""))
        self.updating.setVisible(updating and bool(self._images.pdf))
        self._place_tag()
        self._marks()

    def turn(self, step: int) -> None:
        """Page Down is +1, Page Up is -1: by as many pages as stand side by side."""
        self.show_page(self.view.first + step * self.view.at_once())

    def show_page(self, page: int) -> None:
        if 0 <= page < len(self._images.look.sizes):
            self.view.turn_to(page)
            self._marks()

    def step_zoom(self, step: int) -> None:
        """One zoom step in or out."""
        at = min(range(len(ZOOMS)), key=lambda n: abs(ZOOMS[n] - self.view.zoom))
        self.view.use_zoom(ZOOMS[max(0, min(at + step, len(ZOOMS) - 1))])
        self.view.turn_to(self.view.first)
        self._marks()

    def _marks(self) -> None:
        shown = self.view.shown()
        self.thumbs.display(shown)
        self.previous.setEnabled(shown.start > 0)
        self.next.setEnabled(shown.stop < len(self._images.look.sizes))
        self.smaller.setEnabled(self.view.zoom > ZOOMS[0])
        self.larger.setEnabled(self.view.zoom < ZOOMS[-1])

    def _place_tag(self) -> None:
        self.updating.adjustSize()
        self.updating.move((self.width() - self.updating.width()) // 2, 20)
        self.updating.raise_()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._place_tag()
        self._marks()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(current_palette().sunken))
        painter.end()
