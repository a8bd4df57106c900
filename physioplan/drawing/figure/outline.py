"""Outlines on the flat picture: hulls of circles, bent tapering tubes, and no more points than are seen."""

from __future__ import annotations

import math
from collections.abc import Sequence

Flat = tuple[float, float]
Circle = tuple[float, float, float]
Segments = tuple[tuple[str | float, ...], ...]


def _round(steps: int) -> tuple[Flat, ...]:
    return tuple((math.cos(2 * math.pi * i / steps), math.sin(2 * math.pi * i / steps)) for i in range(steps))


_ROUND = _round(24)
_COARSE = _round(12)
_CAP = 10


def hull(points: Sequence[Flat]) -> list[Flat]:
    """The convex hull, always in the same direction of travel."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered

    def half(run: Sequence[Flat]) -> list[Flat]:
        out: list[Flat] = []
        for x, y in run:
            while len(out) > 1:
                (x0, y0), (x1, y1) = out[-2], out[-1]
                if (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) > 0:
                    break
                out.pop()
            out.append((x, y))
        return out[:-1]

    return half(ordered) + half(ordered[::-1])


def circles_hull(circles: Sequence[Circle], coarse: bool = False) -> list[Flat]:
    """The rubber band around some circles: the outermost one in each direction, joined by exact tangents.

    ``coarse`` halves the steps around each circle, where only the tangents will be seen.
    """
    directions = _COARSE if coarse else _ROUND
    if len(circles) == 1:
        x, y, r = circles[0]
        return [(x + r * a, y + r * b) for a, b in directions]
    outermost: list[Circle] = []
    for a, b in directions:
        far, chosen = float("-inf"), circles[0]
        for circle in circles:
            reach = circle[0] * a + circle[1] * b + circle[2]
            if reach > far:
                far, chosen = reach, circle
        outermost.append(chosen)
    out: list[Flat] = []
    for chosen, following, (a, b) in zip(outermost, [*outermost[1:], outermost[0]], directions, strict=True):
        x, y, r = chosen
        out.append((x + r * a, y + r * b))
        if following is not chosen:
            out.extend(_tangent(chosen, following, a, b))
    return out


def _tangent(first: Circle, second: Circle, a: float, b: float) -> tuple[Flat, ...]:
    """Where the outer tangent of two circles touches both, on the side of direction (a, b)."""
    dx, dy = second[0] - first[0], second[1] - first[1]
    d = math.hypot(dx, dy)
    lean = (first[2] - second[2]) / d if d > 1e-9 else 2.0
    if abs(lean) >= 1:
        return ()
    ux, uy = dx / d, dy / d
    flank = math.sqrt(1 - lean * lean)
    if (-uy * a + ux * b) < 0:
        flank = -flank
    nx, ny = lean * ux - flank * uy, lean * uy + flank * ux
    return (
        (first[0] + first[2] * nx, first[1] + first[2] * ny),
        (second[0] + second[2] * nx, second[1] + second[2] * ny),
    )


def smooth(values: Sequence[tuple[float, ...]], steps: int) -> list[tuple[float, ...]]:
    """A smooth run through all values, ``steps`` samples to a span (Catmull and Rom's curve)."""
    padded = [values[0], *values, values[-1]]
    out: list[tuple[float, ...]] = []
    for i in range(1, len(padded) - 2):
        a, b, c, d = padded[i - 1 : i + 3]
        for j in range(steps):
            t = j / steps
            t2 = t * t
            t3 = t2 * t
            wa, wb, wc, wd = -t + 2 * t2 - t3, 2 - 5 * t2 + 3 * t3, t + 4 * t2 - 3 * t3, t3 - t2
            out.append(
                tuple((wa * p + wb * q + wc * r + wd * s) / 2 for p, q, r, s in zip(a, b, c, d, strict=True))
            )
    out.append(tuple(values[-1]))
    return out


def smooth_circles(circles: Sequence[Circle], steps: int = 5) -> list[Circle]:
    """Circles set closely along a smooth limb."""
    return [(c[0], c[1], c[2]) for c in smooth(circles, steps)]


def part_of(circles: Sequence[Circle], start: float, end: float) -> list[Circle]:
    """The circles between two fractions of a closely set run."""
    last = len(circles) - 1
    return list(circles[round(start * last) : round(end * last) + 1])


def _sides(run: Sequence[Circle]) -> tuple[list[Flat], list[Flat]]:
    left: list[Flat] = []
    right: list[Flat] = []
    last = len(run) - 1
    for i, (x, y, r) in enumerate(run):
        x0, y0, r0 = run[max(i - 1, 0)]
        x1, y1, r1 = run[min(i + 1, last)]
        dx, dy = x1 - x0, y1 - y0
        d = math.hypot(dx, dy) or 1e-6
        dx, dy = dx / d, dy / d
        taper = max(-0.9, min(0.9, (r1 - r0) / d))  # the tangent points of a taper lean backwards
        flank = math.sqrt(1 - taper * taper)
        left.append((x + r * (-dy * flank - dx * taper), y + r * (dx * flank - dy * taper)))
        right.append((x + r * (dy * flank - dx * taper), y + r * (-dx * flank - dy * taper)))
    return left, right


def _cap(circle: Circle, start: Flat, end: Flat) -> list[Flat]:
    x, y, r = circle
    a0 = math.atan2(start[1] - y, start[0] - x)
    sweep = -((a0 - math.atan2(end[1] - y, end[0] - x)) % (2 * math.pi))
    angles = [a0 + sweep * i / _CAP for i in range(1, _CAP)]
    return [(x + r * math.cos(angle), y + r * math.sin(angle)) for angle in angles]


def tube(run: Sequence[Circle], round_start: bool = True, round_end: bool = True) -> list[Flat]:
    """The closed outline of a bent, tapering tube through closely set circles."""
    x0, y0, _ = run[0]
    if max(math.hypot(x - x0, y - y0) for x, y, _ in run) < max(r for _, _, r in run) * 0.35:
        return circles_hull(run)
    left, right = _sides(run)
    end = _cap(run[-1], left[-1], right[-1]) if round_end else []
    start = _cap(run[0], right[0], left[0]) if round_start else []
    return left + end + right[::-1] + start


def open_tube(run: Sequence[Circle], start: float, round_end: bool = True) -> list[Flat]:
    """The visible edge of a tube from a fraction on, around its far end: no line across its root."""
    left, right = _sides(run)
    i = round(start * (len(run) - 1))
    end = _cap(run[-1], left[-1], right[-1]) if round_end else []
    return left[i:] + end + right[i:][::-1]


def open_sides(run: Sequence[Circle], start: float) -> tuple[list[Flat], list[Flat]]:
    """The two flanks of a tube from a fraction of its length on, open at both ends."""
    left, right = _sides(run)
    i = round(start * (len(run) - 1))
    return left[i:], right[i:]


def fewer(points: Sequence[Flat], tolerance: float = 0.21) -> list[Flat]:
    """Leave out points that change the line by less than the tolerance (Ramer, Douglas and Peucker)."""
    if len(points) < 4:
        return list(points)
    keep = bytearray(len(points))
    keep[0] = keep[-1] = 1
    open_runs = [(0, len(points) - 1)]
    while open_runs:
        a, b = open_runs.pop()
        if b - a < 2:
            continue
        x0, y0 = points[a]
        x1, y1 = points[b]
        dx, dy = x1 - x0, y1 - y0
        d = math.hypot(dx, dy)
        worst, at = 0.0, -1
        if d > 1e-9:
            limit = tolerance * d
            for i in range(a + 1, b):
                x, y = points[i]
                e = dx * (y0 - y) - (x0 - x) * dy
                if e < 0:
                    e = -e
                if e > worst:
                    worst, at = e, i
        else:
            limit = tolerance
            for i in range(a + 1, b):
                e = math.hypot(points[i][0] - x0, points[i][1] - y0)
                if e > worst:
                    worst, at = e, i
        if worst > limit:
            keep[at] = 1
            open_runs.append((a, at))
            open_runs.append((at, b))
    return [p for p, kept in zip(points, keep, strict=True) if kept]


def turning(points: Sequence[Flat]) -> float:
    """Twice the signed area: its sign is the direction of travel."""
    total = 0.0
    x0, y0 = points[-1]
    for x, y in points:
        total += x0 * y - x * y0
        x0, y0 = x, y
    return total


def closed(*outlines: Sequence[Flat]) -> Segments:
    """Closed runs as drawing operators, all travelling the same way so that overlaps fill as one."""
    out: list[tuple[str | float, ...]] = []
    for points in outlines:
        out.extend(closed_run(points))
    return tuple(out)


def closed_run(points: Sequence[Flat]) -> list[tuple[str | float, ...]]:
    """One closed run as drawing operators."""
    if len(points) < 3:
        return []
    line = fewer(points)
    if turning(line) < 0:
        line.reverse()
    out: list[tuple[str | float, ...]] = [("M", *line[0])]
    out.extend([("L", x, y) for x, y in line[1:]])
    out.append(("Z",))
    return out


def opened(*lines: Sequence[Flat]) -> Segments:
    """Open lines as drawing operators."""
    out: list[tuple[str | float, ...]] = []
    for points in lines:
        if len(points) < 2:
            continue
        line = fewer(points)
        out.append(("M", *line[0]))
        out.extend([("L", x, y) for x, y in line[1:]])
    return tuple(out)
