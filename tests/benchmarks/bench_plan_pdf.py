"""One coaching plan with 8 exercises, warm, against bare ReportLab drawing the same marks."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from physioplan.reports.pdf.tagging import TaggedCanvas
from physioplan.reports.pdf.write import canvas_settings, draw_document, lay_out_document, pdf_bytes
from tests.benchmarks.result import Result
from tests.benchmarks.timing import in_turns
from tests.reports.sample_plans import EIGHT, FONTS, a_plan, shipped_figure

MARKS = ("line", "rect", "roundRect", "circle", "wedge", "drawPath", "drawString", "operators",
         "setFont", "setFillColorRGB", "setStrokeColorRGB", "setLineWidth", "setLineCap", "setLineJoin",
         "showPage")  # fmt: skip
Call = tuple[str, tuple[Any, ...], dict[str, Any]]


class RecordingCanvas(TaggedCanvas):
    """Keeps every mark it is asked for; marks that ReportLab makes of other marks are not counted twice."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        """Start with nothing recorded."""
        self.calls: list[Call] = []
        self.depth = 1
        super().__init__(*args, **settings)
        self.depth = 0


def _recorded(name: str) -> Any:
    plain = getattr(TaggedCanvas, name)

    def record(self: RecordingCanvas, *args: Any, **settings: Any) -> Any:
        if self.depth == 0:
            self.calls.append((name, args, settings))
        self.depth += 1
        try:
            return plain(self, *args, **settings)
        finally:
            self.depth -= 1

    return record


for _name in MARKS:
    setattr(RecordingCanvas, _name, _recorded(_name))


class BareCanvas(Canvas):  # type: ignore[misc]
    """ReportLab's own canvas; figures come as ready operator strings, as ours do."""

    def operators(self, code: str) -> None:
        """Append a figure."""
        self._code.append(code)


def measure() -> Result:
    """Time layout, tags and marks against the marks alone, in turns."""
    document = a_plan(items=EIGHT, figures=shipped_figure)
    pages, setter, theme = lay_out_document(document, FONTS)
    settings = canvas_settings(document, theme, setter)
    recorder = RecordingCanvas(BytesIO(), **settings)
    draw_document(document, recorder, pages, setter, theme)

    def floor() -> None:
        canvas = BareCanvas(BytesIO(), **settings)
        for name, args, named in recorder.calls:
            getattr(canvas, name)(*args, **named)
        canvas.save()

    ours, bare = in_turns(lambda: pdf_bytes(document, FONTS), floor, times=21, warm=2)
    note = f"{len(pages)} pages, {len(recorder.calls)} marks"
    return Result("one plan PDF with 8 exercises, warm", ours, bare, goal=1.6, note=note)
