"""A pen that measures y downwards from the top of the page and remembers colour, width and font."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager

from physioplan.drawing.shape import Drawing
from physioplan.reports.pdf.ink import ink
from physioplan.reports.pdf.tagging import TaggedCanvas
from physioplan.reports.pdf.theme import Colour, Style
from physioplan.reports.pdf.typesetting import Line, Typesetter, clean

Point = tuple[float, float]


class Pen:
    """Draws on one canvas. Every method takes points from the top left corner."""

    def __init__(self, canvas: TaggedCanvas, setter: Typesetter, page_height: float, palette: str) -> None:
        """``palette`` names the colours of figures."""
        self.canvas = canvas
        self.setter = setter
        self.height = page_height
        self.palette = palette
        self.forget()

    def forget(self) -> None:
        """Start afresh: a new page has no colour, width or font yet."""
        self._fill: Colour | None = None
        self._stroke: Colour | None = None
        self._width: float | None = None
        self._font: tuple[str, float] | None = None

    # what a mark is ------------------------------------------------------------------------------

    def tag(self, role: str, *, alt: str = "", scope: str = "") -> AbstractContextManager[None]:
        """Marks made inside are one element of the structure."""
        return self.canvas.tag(role, alt=alt, scope=scope)

    def node(self, role: str) -> AbstractContextManager[None]:
        """Elements made inside belong together."""
        return self.canvas.node(role)

    def artifact(self) -> AbstractContextManager[None]:
        """Marks made inside are ornament."""
        return self.canvas.artifact()

    # marks -----------------------------------------------------------------------------------------

    def _paint(self, fill: Colour | None, stroke: Colour | None, width: float) -> None:
        if fill is not None and fill != self._fill:
            self.canvas.setFillColorRGB(*fill)
            self._fill = fill
        if stroke is not None:
            if stroke != self._stroke:
                self.canvas.setStrokeColorRGB(*stroke)
                self._stroke = stroke
            if width != self._width:
                self.canvas.setLineWidth(width)
                self._width = width

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float, colour: Colour) -> None:
        """A straight rule."""
        self._paint(None, colour, width)
        self.canvas.line(x1, self.height - y1, x2, self.height - y2)

    def box(
        self, x: float, y: float, w: float, h: float, *, fill: Colour | None = None,
        stroke: Colour | None = None, width: float = 0.75, radius: float = 0.0,
    ) -> None:  # fmt: skip
        """A rectangle with its top left corner at (x, y)."""
        self._paint(fill, stroke, width)
        flags = {"stroke": int(stroke is not None), "fill": int(fill is not None)}
        if radius:
            self.canvas.roundRect(x, self.height - y - h, w, h, radius, **flags)
        else:
            self.canvas.rect(x, self.height - y - h, w, h, **flags)

    def ring(
        self, x: float, y: float, radius: float, *, fill: Colour | None = None, stroke: Colour | None = None,
        width: float = 0.75,
    ) -> None:  # fmt: skip
        """A circle around (x, y)."""
        self._paint(fill, stroke, width)
        self.canvas.circle(
            x, self.height - y, radius, stroke=int(stroke is not None), fill=int(fill is not None)
        )

    def shape(
        self, points: Sequence[Point], *, fill: Colour | None = None, stroke: Colour | None = None,
        width: float = 0.75, close: bool = True, round_ends: bool = False,
    ) -> None:  # fmt: skip
        """A polygon or an open line through ``points``."""
        self._paint(fill, stroke, width)
        if round_ends:
            self.canvas.setLineCap(1)
            self.canvas.setLineJoin(1)
        path = self.canvas.beginPath()
        path.moveTo(points[0][0], self.height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, self.height - y)
        if close:
            path.close()
        self.canvas.drawPath(path, stroke=int(stroke is not None), fill=int(fill is not None))
        if round_ends:
            self.canvas.setLineCap(0)
            self.canvas.setLineJoin(0)

    def slice(self, x: float, y: float, radius: float, start: float, extent: float, *, fill: Colour,
              stroke: Colour, width: float) -> None:  # fmt: skip
        """A slice of a disc; angles in degrees, anticlockwise from three o'clock."""
        self._paint(fill, stroke, width)
        self.canvas.wedge(
            x - radius, self.height - y - radius, x + radius, self.height - y + radius, start, extent,
            stroke=1, fill=1,
        )  # fmt: skip

    def arc(
        self, x: float, y: float, radius: float, start: float, extent: float, *, width: float, colour: Colour
    ) -> None:
        """A piece of a circle; angles in degrees, anticlockwise from three o'clock."""
        self._paint(None, colour, width)
        top = self.height - y
        self.canvas.arc(x - radius, top - radius, x + radius, top + radius, start, extent)

    def figure(self, drawing: Drawing, x: float, y: float, scale: float) -> None:
        """A drawing with its top left corner at (x, y); ``scale`` is points a drawing unit."""
        bottom = self.height - y - drawing.height * scale
        self.canvas.operators(
            f"q {scale:.5f} 0 0 {scale:.5f} {x:.2f} {bottom:.2f} cm\n{ink(drawing, self.palette)}\nQ"
        )

    # text ------------------------------------------------------------------------------------------

    def _set(self, name: str, size: float, colour: Colour) -> None:
        if (name, size) != self._font:
            self.canvas.setFont(name, size)
            self._font = (name, size)
        if colour != self._fill:
            self.canvas.setFillColorRGB(*colour)
            self._fill = colour

    def set_line(self, line: Line, x: float, top: float, style: Style, colour: Colour, share: float = 0.0,
                 after: str = "") -> None:  # fmt: skip
        """One line whose box starts at ``top``.

        ``share`` 0 = ``x`` is its start, 0.5 = its middle, 1 = its end. ``after`` is set behind it.
        """
        y = self.height - top - self.setter.baseline(style)
        x -= line.width * share
        last = len(line.pieces) - 1
        for place, piece in enumerate(line.pieces):
            self._set(piece.face.name, style.size, colour)
            text = piece.text + after if place == last else piece.text
            self.canvas.drawString(x + piece.x, y, text, charSpace=style.tracking)

    def set_lines(self, lines: Sequence[Line], x: float, top: float, style: Style, colour: Colour,
                  share: float = 0.0) -> float:  # fmt: skip
        """Lines under one another; gives the y under the last one.

        Every line but the last ends with a space: read aloud, its last word would run into the next line.
        """
        last = len(lines) - 1
        for place, line in enumerate(lines):
            self.set_line(line, x, top, style, colour, share, " " if place < last else "")
            top += style.leading
        return top

    def text(
        self, words: str, x: float, top: float, style: Style, colour: Colour, share: float = 0.0
    ) -> None:
        """A short text on one line."""
        words = clean(words)
        face = self.setter.faces[style.face]
        if share:
            x -= self.setter.width(words, style) * share
        self._set(face.name, style.size, colour)
        self.canvas.drawString(
            x, self.height - top - self.setter.baseline(style), words, charSpace=style.tracking
        )
