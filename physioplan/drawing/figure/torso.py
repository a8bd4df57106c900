"""The trunk on the picture: hulls of neighbouring cross-sections, cut straight across at the waistband."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from physioplan.drawing.figure.camera import UNITS
from physioplan.drawing.figure.flesh import WAIST_SECTION
from physioplan.drawing.figure.outline import Circle, Flat, circles_hull, smooth

_BETWEEN = 2
_NEAR_CUT = 6


def _cut(outline: Sequence[Flat], at: Flat, way: Flat, sign: int) -> list[Flat]:
    """The part of an outline on one side of the line across ``way`` through ``at``."""
    heights = [sign * ((x - at[0]) * way[0] + (y - at[1]) * way[1]) for x, y in outline]
    out: list[Flat] = []
    count = len(outline)
    for i in range(count):
        (x, y), a = outline[i], heights[i]
        (u, v), b = outline[(i + 1) % count], heights[(i + 1) % count]
        if a >= 0:
            out.append((x, y))
        if a * b < 0:
            t = a / (a - b)
            out.append((x + (u - x) * t, y + (v - y) * t))
    return out


def trunk_areas(pairs: Sequence[tuple[Circle, Circle]]) -> tuple[list[list[Flat]], list[list[Flat]]]:
    """Outlines of the trousers and of the top, from the two circles of every cross-section."""
    flat = [(*a, *b) for a, b in pairs]
    dense = smooth(flat, _BETWEEN)
    sections: list[tuple[Circle, Circle]] = [((s[0], s[1], s[2]), (s[3], s[4], s[5])) for s in dense]
    ends = (2, len(sections) - 6)  # seat and shoulders show their roundness, the waist only its flanks
    bands = [
        circles_hull([*a, *b], coarse=ends[0] < i < ends[1]) for i, (a, b) in enumerate(pairwise(sections))
    ]
    middle = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in sections]
    k = WAIST_SECTION * _BETWEEN
    last = len(middle) - 1
    (x0, y0), (x1, y1) = middle[max(k - 2, 0)], middle[min(k + 2, last)]
    way = (x1 - x0, y1 - y0)
    if math.hypot(*way) < 1.2 * UNITS:  # looking along the spine
        return bands[:k], bands[k:]
    low = [_cut(q, middle[k], way, -1) if i > k - _NEAR_CUT else q for i, q in enumerate(bands) if i < k + 4]
    high = [_cut(q, middle[k], way, 1) if i < k + _NEAR_CUT else q for i, q in enumerate(bands) if i > k - 5]
    return [q for q in low if len(q) > 2], [q for q in high if len(q) > 2]
