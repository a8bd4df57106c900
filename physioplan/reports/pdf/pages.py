"""A document's sheets as physical pages: head and foot of each, and the blocks between them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from physioplan.reports.document import (
    Document,
    ExerciseBlock,
    PainGuide,
    Run,
    SafetyNetBox,
    Sheet,
    TipBox,
    Words,
)
from physioplan.reports.pdf.flow import PageItems, pages_of
from physioplan.reports.pdf.laid import Item, Laid, Setting, draw_item, height_of
from physioplan.reports.pdf.lay_out import lay_out
from physioplan.reports.pdf.pen import Pen
from physioplan.reports.pdf.theme import MM, Theme
from physioplan.reports.pdf.typesetting import Line, Typesetter

TITLE_RULE, HAIRLINE = 2.0, 0.75
NOTICE_TOP = 5.5 * MM


@dataclass(slots=True)
class Head:
    """The title of a page, the name under it, and what stands at its end."""

    title: list[Line]
    name: list[Line]
    aside: list[Line]
    beside: bool
    height: float


@dataclass(slots=True)
class LaidPage:
    """One physical page, ready for ink."""

    sheet: Sheet
    head: Head
    items: PageItems
    room: float
    is_first: bool
    footer: list[Line]


def _head(sheet: Sheet, title: str, setter: Typesetter, theme: Theme) -> Head:
    width = theme.width
    lines = setter.lines(title, theme.title, width)
    asides = [line for words in sheet.aside for line in setter.lines(words, theme.aside, width)]
    name = setter.lines(sheet.under_title, theme.name, width) if sheet.under_title else []
    widest = max((line.width for line in asides), default=0.0)
    left = max((line.width for line in (*lines, *name)), default=0.0)
    beside = left + widest + 16 <= width
    text = len(lines) * theme.title.leading + len(name) * theme.name.leading
    if beside:
        text = max(text, len(asides) * theme.aside.leading)
    else:
        text += len(asides) * theme.aside.leading
    return Head(lines, name, asides, beside, text + 6)


def _footer_words(words: Words, pages: dict[str, int]) -> Words:
    return tuple(
        Run(run.text.format(page=pages.get(run.page_of, "")), run.bold) if run.page_of else run
        for run in words
    )


def _small_print(document: Document, setter: Typesetter, theme: Theme) -> Laid:
    style, colour = theme.caption, theme.colours.soft
    lines = setter.lines(document.small_print, style, theme.width)

    def draw(pen: Pen, x: float, y: float, _given: float) -> None:
        with pen.tag("P"):
            pen.set_lines(lines, x, y, style, colour)

    return Laid(len(lines) * style.leading, draw, gap=6, sinks=True)


def _footer_lines(words: Words, setter: Typesetter, theme: Theme, label: float) -> list[Line]:
    return setter.lines(words, theme.caption, theme.width - label - 16)


def _items(sheet: Sheet, to: Setting) -> list[Item]:
    items: list[Item] = []
    for block in sheet.blocks:
        pieces = lay_out(block, to, to.theme.width)
        if to.theme.large and isinstance(block, ExerciseBlock) and items:
            items.append(_page_break(to.room))
        if isinstance(block, TipBox) and items and isinstance(items[-1], Laid):
            items[-1].keep = True  # a tip alone on a page would belong to nothing
        items += pieces
    return items


def _page_break(room: float) -> Laid:
    """Fills what is left of a page: in large print every exercise has its own."""
    return Laid(room + 1, lambda *_: None)


def _net_comes_first(sheet: Sheet) -> bool:
    """True where the safety net has its place at the foot of the first page, whatever moves on for it."""
    kinds = {type(block) for block in sheet.blocks}
    return isinstance(sheet.blocks[-1], SafetyNetBox) and PainGuide in kinds


def _paged(items: list[Item], room: float, net: Item | None) -> list[PageItems]:
    """Pages between page breaks, each filled from its own top."""
    if net is not None:
        reserved = height_of(net) + net.gap
        pages = pages_of(items, room, room - reserved)
        if pages[0].used <= room - reserved:
            pages[0].add(net)
            return pages
        items = [*items, net]
    parts: list[list[Item]] = [[]]
    for item in items:
        if isinstance(item, Laid) and item.height > room:
            parts.append([])
        else:
            parts[-1].append(item)
    return [page for part in parts if part for page in pages_of(part, room)] or [PageItems()]


def laid_pages(document: Document, setter: Typesetter, theme: Theme) -> list[LaidPage]:
    """Every page of ``document``. Page numbers named in a footer are filled in."""
    label = setter.width(document.page_label.format(page=88, pages=88), theme.caption)
    out: list[LaidPage] = []
    numbers: dict[str, int] = {}
    last = document.sheets[-1]
    for sheet in document.sheets:
        setter.where = sheet.title
        head = _head(sheet, sheet.title, setter, theme)
        continued = _head(replace(sheet, under_title=""), sheet.continued or sheet.title, setter, theme)
        if not continued.beside:
            continued = _head(replace(sheet, under_title="", aside=()), sheet.continued, setter, theme)
        widest = _footer_words(sheet.footer, {run.page_of: 88 for run in sheet.footer})
        footer = _footer_lines(widest, setter, theme, label)
        foot = theme.foot + 5 + len(footer) * theme.caption.leading + 6
        room = theme.page[1] - theme.top - max(head.height, continued.height) - foot - 4
        to = Setting(theme, setter, room, sum(isinstance(b, ExerciseBlock) for b in sheet.blocks))
        items = _items(sheet, to)
        net = items.pop() if _net_comes_first(sheet) else None
        if sheet is last:
            items.append(_small_print(document, setter, theme))
        numbers[sheet.key] = len(out) + 1
        for place, page in enumerate(_paged(items, room, net)):
            out.append(LaidPage(sheet, continued if place else head, page, room, place == 0, []))
    for laid in out:
        laid.footer = _footer_lines(_footer_words(laid.sheet.footer, numbers), setter, theme, label)
    return out


def draw_page(pen: Pen, laid: LaidPage, document: Document, theme: Theme, number: int, pages: int) -> None:
    """Ink one page in reading order: head, blocks, foot."""
    x = theme.side
    y = _draw_head(pen, laid, document, theme, x)
    spare = max(0.0, laid.room - laid.items.used)
    stretch = laid.items.stretch + sum(_gap_stretch(item) for item in laid.items.items[1:])
    share = min(1.0, spare / stretch) if stretch else 0.0
    bottom = y + laid.room
    for place, item in enumerate(sorted(laid.items.items, key=_sinks)):
        if isinstance(item, Laid) and item.sinks:
            item.draw(pen, x, bottom - item.height, item.height)
            continue
        y += item.gap + (_gap_stretch(item) * share if place else 0.0)
        y = draw_item(pen, item, x, y, share)
    _draw_foot(pen, laid, document, theme, number, pages)


def _sinks(item: Item) -> bool:
    return isinstance(item, Laid) and item.sinks


def _gap_stretch(item: Item) -> float:
    """Space above headings and boxes may grow; rows that belong together stay together."""
    if _sinks(item):
        return 0.0
    return 14.0 if isinstance(item, Laid) and item.keep and item.gap else 6.0 if item.gap >= 8 else 0.0


def _draw_head(pen: Pen, laid: LaidPage, document: Document, theme: Theme, x: float) -> float:
    head, colours = laid.head, theme.colours
    if document.notice:
        with pen.tag("P") if laid.is_first else pen.artifact():
            pen.text(document.notice, x + theme.width, NOTICE_TOP, theme.caption, colours.soft, 1.0)
    top = theme.top
    rule = top + head.height
    text = head.height - 6
    own = len(head.title) * theme.title.leading + len(head.name) * theme.name.leading
    left_top = top + (text - own if head.beside else 0)
    with pen.tag("H1" if laid.is_first else "P"):
        under = pen.set_lines(head.title, x, left_top, theme.title, colours.ink)
    if head.name:
        with pen.tag("P"):
            under = pen.set_lines(head.name, x, under, theme.name, colours.ink)
    if head.aside:
        with pen.tag("P"):
            if head.beside:
                aside_top = rule - 6 - len(head.aside) * theme.aside.leading
                pen.set_lines(head.aside, x + theme.width, aside_top, theme.aside, colours.ink, 1.0)
            else:
                pen.set_lines(head.aside, x, under, theme.aside, colours.ink)
    with pen.artifact():
        pen.line(x, rule, x + theme.width, rule, TITLE_RULE, colours.ink)
    return rule + 4


def _draw_foot(pen: Pen, laid: LaidPage, document: Document, theme: Theme, number: int, pages: int) -> None:
    style, colours, x = theme.caption, theme.colours, theme.side
    height = len(laid.footer) * style.leading
    top = theme.page[1] - theme.foot - height
    with pen.artifact():
        pen.line(x, top - 5, x + theme.width, top - 5, HAIRLINE, colours.line)
    with pen.tag("P") if laid.is_first else pen.artifact():
        pen.set_lines(laid.footer, x, top, style, colours.ink)
    with pen.artifact():
        label = document.page_label.format(page=number, pages=pages)
        pen.text(label, x + theme.width, top, style, colours.ink, 1.0)
