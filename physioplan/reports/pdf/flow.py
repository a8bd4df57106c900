"""Which block comes on which page: nothing is shrunk, nothing that must stay whole is split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from physioplan.reports.pdf.laid import Item, Laid, Rows, height_of, stretch_of

SLACK = 0.01


@dataclass(slots=True)
class PageItems:
    """The items of one page, in order, and the height they take at least."""

    items: list[Item] = field(default_factory=list)
    used: float = 0.0

    def add(self, item: Item) -> None:
        """Put ``item`` under the others."""
        self.used += height_of(item) + item.gap
        self.items.append(item)

    @property
    def stretch(self) -> float:
        """How much taller its items may grow together."""
        return sum(stretch_of(item) for item in self.items)


def _first_piece(item: Item) -> float:
    if isinstance(item, Laid):
        return item.height
    if item.keep_whole:
        return height_of(item)
    return (item.head.height if item.head else 0.0) + (item.rows[0].height if item.rows else 0.0)


def _needed(items: Sequence[Item], place: int) -> float:
    """The height from ``place`` on that must not be torn apart, its own gap left out."""
    item = items[place]
    total = _first_piece(item)
    while isinstance(item, Laid) and item.keep and place + 1 < len(items):
        place += 1
        item = items[place]
        total += item.gap + _first_piece(item)
    return total


def pages_of(items: Sequence[Item], room: float, first_room: float | None = None) -> list[PageItems]:
    """Fill pages of ``room`` points from the top, the first one of ``first_room``; at least one page."""
    pages = [PageItems()]
    later, room = room, room if first_room is None else first_room
    for place, item in enumerate(items):
        page = pages[-1]
        if page.items and page.used + item.gap + _needed(items, place) > room + SLACK:
            page, room = PageItems(), later
            pages.append(page)
        if isinstance(item, Laid) or item.keep_whole:
            page.add(item)
        else:
            _add_rows(pages, item, room, later)
            room = room if len(pages) == 1 else later
    return pages


def _add_rows(pages: list[PageItems], item: Rows, room: float, later: float) -> None:
    head = item.head.height if item.head else 0.0
    rows: list[Laid] = []
    gap = item.gap
    for row in item.rows:
        page = pages[-1]
        used = page.used + gap + head + sum(r.height for r in rows)
        if (rows or page.items) and used + row.height > room + SLACK:
            if rows:
                page.add(Rows(rows, item.role, item.head, gap))
            pages.append(PageItems())
            rows, room = [], later
        rows.append(row)
    if rows:
        pages[-1].add(Rows(rows, item.role, item.head, gap))
