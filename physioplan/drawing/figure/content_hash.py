"""A short name for what a figure's data looks like when drawn by this version of the renderer."""

from __future__ import annotations

import hashlib
import json

from physioplan.drawing.figure.figure import RENDERER_VERSION, FigureData


def content_hash(pose_data: FigureData) -> str:
    """24 hexadecimal digits; the same for equal data in any key order, another after a renderer change.

    The words of ``alt`` do not count: they change no line of the picture.
    """
    drawn = {key: value for key, value in pose_data.items() if key != "alt"}
    text = json.dumps(drawn, sort_keys=True, separators=(",", ":"), default=list)
    return hashlib.sha256(f"{RENDERER_VERSION}:{text}".encode()).hexdigest()[:24]
