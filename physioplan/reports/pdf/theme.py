"""Sizes, lines and colours of the papers, standard and large print, colour and black ink; all in points."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportlab.lib.pagesizes import A4, LETTER

from physioplan.reports.print_options import InkMode, Paper, PrintOptions

MM = 72 / 25.4
SERIF, SANS, MEDIUM, SEMIBOLD, BOLD = "serif", "sans", "medium", "semibold", "bold"

Colour = tuple[float, float, float]


def colour(code: str) -> Colour:
    """``#RRGGBB`` as three shares of one."""
    return int(code[1:3], 16) / 255, int(code[3:5], 16) / 255, int(code[5:7], 16) / 255


@dataclass(frozen=True, slots=True)
class Style:
    """A size on its line, the face it is set in, and the face its bold runs take."""

    size: float
    leading: float
    face: str = SANS
    bold: str = BOLD
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class Colours:
    """Ink, greys and signals. Nothing may be told by them alone."""

    ink: Colour
    soft: Colour
    line: Colour
    grid: Colour
    tint: Colour
    off: Colour
    example: Colour
    accent: Colour
    share: Colour
    green: Colour
    amber: Colour
    amber_fill: Colour
    red: Colour
    white: Colour = (1.0, 1.0, 1.0)


IN_COLOUR = Colours(
    ink=colour("#111111"),
    soft=colour("#3A3F42"),
    line=colour("#9A9A9A"),
    grid=colour("#555555"),
    tint=colour("#EEF3F3"),
    off=colour("#F1F1F1"),
    example=colour("#F4F4F4"),
    accent=colour("#0D5763"),
    share=colour("#E6EEEE"),
    green=colour("#286C4D"),
    amber=colour("#754A06"),
    amber_fill=colour("#F5D9A8"),
    red=colour("#8C2A1C"),
)
IN_BLACK = replace(
    IN_COLOUR,
    tint=colour("#F0F0F0"),
    accent=colour("#111111"),
    share=colour("#EEEEEE"),
    green=colour("#111111"),
    amber=colour("#111111"),
    amber_fill=colour("#EEEEEE"),
    red=colour("#111111"),
    soft=colour("#222222"),
)


@dataclass(frozen=True, slots=True)
class Theme:
    """One table row of the design per field; see ``STANDARD`` and ``LARGE``."""

    large: bool
    title: Style
    aside: Style
    name: Style
    heading: Style
    body: Style
    tight: Style
    caption: Style
    goal: Style
    goal_number: Style
    exercise: Style
    dose_number: Style
    dose_word: Style
    step: Style
    disc: Style
    guide_word: Style
    guide: Style
    table: Style
    table_head: Style
    check_date: Style
    help_title: Style
    lead: Style
    minutes: Style
    tick: float
    tick_gap: float
    day_ring: float
    diary_ring: float
    disc_size: float
    sign: float
    colours: Colours = IN_COLOUR
    palette: str = "print_colour"
    page: tuple[float, float] = A4
    top: float = 14 * MM
    side: float = 15 * MM
    foot: float = 9 * MM
    paragraph_gap: float = 4.0

    @property
    def width(self) -> float:
        """Width between the side margins."""
        return self.page[0] - 2 * self.side


STANDARD = Theme(
    large=False,
    title=Style(30, 34, SERIF, SERIF, -0.3),
    aside=Style(13.5, 17),
    name=Style(16, 20, BOLD),
    heading=Style(18, 23, SERIF, SERIF),
    body=Style(13.5, 18),
    tight=Style(13.5, 17),
    caption=Style(12.5, 16),
    goal=Style(15, 19, MEDIUM),
    goal_number=Style(17, 20, SERIF, SERIF),
    exercise=Style(18, 22, SERIF, SERIF),
    dose_number=Style(25, 27, BOLD),
    dose_word=Style(13.5, 18),
    step=Style(13.5, 16.5),
    disc=Style(12.5, 16, BOLD),
    guide_word=Style(17, 20, BOLD),
    guide=Style(13.5, 17.5),
    table=Style(13.5, 16, MEDIUM),
    table_head=Style(13.5, 15, BOLD),
    check_date=Style(19, 24, SERIF, SERIF),
    help_title=Style(15, 18, BOLD),
    lead=Style(16, 23),
    minutes=Style(20, 25, BOLD),
    tick=11.25,
    tick_gap=4.5,
    day_ring=6.75,
    diary_ring=9.5,
    disc_size=16,
    sign=44,
)
LARGE = Theme(
    large=True,
    title=Style(36, 42, SERIF, SERIF, -0.3),
    aside=Style(18, 24),
    name=Style(22, 28, BOLD),
    heading=Style(24, 30, SERIF, SERIF),
    body=Style(18, 25),
    tight=Style(18, 24),
    caption=Style(17, 22),
    goal=Style(20, 26, MEDIUM),
    goal_number=Style(22, 26, SERIF, SERIF),
    exercise=Style(26, 32, SERIF, SERIF),
    dose_number=Style(36, 40, BOLD),
    dose_word=Style(18, 25),
    step=Style(18, 29),
    disc=Style(17, 21, BOLD),
    guide_word=Style(24, 28, BOLD),
    guide=Style(18, 25),
    table=Style(18, 23, MEDIUM),
    table_head=Style(17, 21, BOLD),
    check_date=Style(26, 32, SERIF, SERIF),
    help_title=Style(20, 26, BOLD),
    lead=Style(21, 29),
    minutes=Style(28, 34, BOLD),
    tick=21,
    tick_gap=7.5,
    day_ring=9,
    diary_ring=11.5,
    disc_size=22,
    sign=56,
)


FOR_CLINICIANS = replace(
    STANDARD,
    title=Style(16, 21, SERIF, SERIF),
    aside=Style(10.5, 13.8),
    name=Style(10.5, 13.8),
    heading=Style(12, 15, SERIF, SERIF),
    body=Style(10.5, 13.8),
    tight=Style(10.5, 13.8),
    caption=Style(9.5, 12.5),
    lead=Style(11.5, 15.5),
    table=Style(10.5, 13),
    table_head=Style(10.5, 13, SEMIBOLD),
    paragraph_gap=1.0,
)
"""The letter: nobody but a clinician reads it."""


def theme_for(options: PrintOptions, *, for_clinicians: bool = False) -> Theme:
    """The theme that ``options`` ask for."""
    theme = FOR_CLINICIANS if for_clinicians else LARGE if options.large_print else STANDARD
    black = options.ink is InkMode.BLACK
    return replace(
        theme,
        page=A4 if options.paper is Paper.A4 else LETTER,
        colours=IN_BLACK if black else IN_COLOUR,
        palette="print_black" if black else "print_colour",
    )
