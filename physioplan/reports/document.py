"""A finished paper as a value: its sheets and blocks, in reading order, before any ink.

Preview, print and golden tests all read this value, so they cannot disagree. Everything is text in the
patient's language; nothing here knows a font, a page break or a page number (a :class:`Run` names
a sheet instead).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from physioplan.drawing.figure.figure import Figure
from physioplan.reports.print_options import PrintOptions


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight.

    With ``page_of``, the {page} in the text stands for the page number of the sheet with that key.
    """

    text: str
    bold: bool = False
    page_of: str = ""


Words = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading; ``aside`` stands on the same line, at its end. Stays with the block that follows."""

    words: str
    aside: Words = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``small`` is the caption size, ``lead`` that of a summary.

    ``apart`` leaves more room above.
    """

    words: Words
    small: bool = False
    lead: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class GoalRow:
    """One goal from now to aim on a line of 0 to 10; without words it is a line to write one."""

    words: str
    now: int | None = None
    aim: int | None = None
    now_label: str = ""
    aim_label: str = ""


@dataclass(frozen=True, slots=True)
class GoalRows:
    """The patient's goals, numbered from 1."""

    rows: tuple[GoalRow, ...]
    alts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WhyRow:
    """What we found, and what we do about it."""

    finding: str
    action: str


@dataclass(frozen=True, slots=True)
class WhyRows:
    """Why this plan: at most four rows."""

    rows: tuple[WhyRow, ...]


@dataclass(frozen=True, slots=True)
class ExpectBox:
    """What to expect, named honestly."""

    title: str
    words: Words


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One thing to do and the seven days it may be done on."""

    label: str
    days: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class WeekTable:
    """One week at a glance."""

    title: str
    days: tuple[str, ...]
    rows: tuple[WeekRow, ...]


@dataclass(frozen=True, slots=True)
class DosePart:
    """A big number and its word. No number: the word alone."""

    number: str
    word: str


@dataclass(frozen=True, slots=True)
class TickWeek:
    """A week and how many boxes it has."""

    label: str
    boxes: int


@dataclass(frozen=True, slots=True)
class ExerciseBlock:
    """One exercise, never split: pictures 1 and 2, told in words by ``alts``, belong to steps 1 and 2."""

    name: str
    dose: tuple[DosePart, ...]
    steps: tuple[str, ...]
    figure: Figure | None = None
    alts: tuple[str, str] = ("", "")
    note_from: str = ""
    note: str = ""
    ticks: tuple[TickWeek, ...] = ()


@dataclass(frozen=True, slots=True)
class TipBox:
    """When it gets too easy or too hard, and other short advice in a box."""

    paragraphs: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class PainRow:
    """One zone of the pain guide, told by shape and word before colour."""

    sign: Literal["circle", "triangle", "octagon"]
    word: str
    action: str
    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class PainGuide:
    """Three zones, counted from the patient's own usual pain."""

    rows: tuple[PainRow, ...]


@dataclass(frozen=True, slots=True)
class NumberedSteps:
    """Steps for a bad spell, in order."""

    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WritingLines:
    """A label with empty lines under it, or, with ``after``, one line between label and unit."""

    label: str
    lines: int = 1


@dataclass(frozen=True, slots=True)
class FilledLine:
    """A label and its value, or a short line to write it on, then the unit."""

    label: str
    value: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class PacingBox:
    """How to keep a steady pace, with the patient's own numbers or lines to write them."""

    words: Words
    lines: tuple[FilledLine, ...]


@dataclass(frozen=True, slots=True)
class ThoughtBox:
    """Catch it, check it, change it: heads, one worked example, empty rows."""

    heads: tuple[str, ...]
    example: tuple[Words, ...]
    blank_rows: int = 2


@dataclass(frozen=True, slots=True)
class SafetyNetBox:
    """When to get medical help: the same signs in the same order on every print."""

    title: str
    signs: tuple[str, ...]
    call: Words


@dataclass(frozen=True, slots=True)
class CheckDate:
    """One check: its day, the days that are best, and a line for the visit."""

    title: str
    day: str
    window: str
    visit: str


@dataclass(frozen=True, slots=True)
class CheckDates:
    """The follow-up checks side by side."""

    dates: tuple[CheckDate, ...]


@dataclass(frozen=True, slots=True)
class DiaryWeekRow:
    """A week's number and the day it starts on."""

    week: str
    starts: str


@dataclass(frozen=True, slots=True)
class DiaryGrid:
    """A row a week: seven days to circle, the week's pain, and room for notes."""

    heads: tuple[str, ...]
    day_letters: tuple[str, ...]
    weeks: tuple[DiaryWeekRow, ...]


@dataclass(frozen=True, slots=True)
class BadDayIntro:
    """What the five-minute version is, and how the five minutes are shared out."""

    lines: tuple[Words, ...]
    minutes: tuple[int, ...]
    centre: str
    unit: str
    alt: str


@dataclass(frozen=True, slots=True)
class BadDayItem:
    """One thing of the five-minute version, with a box to tick."""

    number: int
    name: str
    minutes: str
    unit: str
    words: str
    figure: Figure | None = None
    alt: str = ""


@dataclass(frozen=True, slots=True)
class WritingTable:
    """A table to fill in: empty cells and ``blank_rows`` are for the patient to write in."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    blank_rows: int = 1


@dataclass(frozen=True, slots=True)
class IfThenRow:
    """What may get in the way, and what is done then; without words it is a row to write in."""

    sign: Literal["triangle", "clock", "bag", "pen"]
    label: str
    if_words: Words
    then_words: Words
    blank: bool = False


@dataclass(frozen=True, slots=True)
class IfThenRows:
    """The coping plan."""

    rows: tuple[IfThenRow, ...]


@dataclass(frozen=True, slots=True)
class SurenessScale:
    """Eleven circles from 0 to 10; the answer given is filled."""

    answer: int | None
    low: str
    high: str
    alt: str


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """Scores for a clinician: text, three numbers, threshold and result."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """A line to sign on, who signs, and what stands at its end. Stays with the text before it."""

    closing: str
    signer: Words
    aside: tuple[str, ...] = ()


Mark = Literal["better", "small", "worse", "missing"]


@dataclass(frozen=True, slots=True)
class ProgressKey:
    """What the open dot, the full dot and the shaded zone mean."""

    before: str
    after: str
    zone: str = ""


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One scale, then and now, with one verdict in shape and words.

    ``zone`` is where a change is enough to notice; a goal has an ``aim`` instead. ``None`` = no answer.
    """

    label: str
    note: str
    low: float
    high: float
    before: float | None
    after: float | None
    before_label: str
    after_label: str
    mark: Mark
    verdict: str
    alt: str
    zone: tuple[float, float] | None = None
    aim: float | None = None
    aim_label: str = ""


@dataclass(frozen=True, slots=True)
class ProgressRows:
    """Rows in a fixed order; none is dropped because it is bad."""

    rows: tuple[ProgressRow, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns, read one after the other."""

    first: tuple[Block, ...]
    second: tuple[Block, ...]


Block = (
    Heading
    | Paragraph
    | GoalRows
    | WhyRows
    | ExpectBox
    | WeekTable
    | ExerciseBlock
    | TipBox
    | PainGuide
    | NumberedSteps
    | WritingLines
    | PacingBox
    | ThoughtBox
    | SafetyNetBox
    | CheckDates
    | DiaryGrid
    | BadDayIntro
    | BadDayItem
    | WritingTable
    | IfThenRows
    | SurenessScale
    | ProgressKey
    | ScoreTable
    | SignatureBlock
    | ProgressRows
    | Columns
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the design; it runs on to further pages when its blocks need room, nothing shrinks."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    footer: Words
    aside: tuple[Words, ...] = ()
    under_title: str = ""
    continued: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """The whole paper.

    ``page_label`` is a pattern with {page} and {pages}; ``notice`` stands on every page.
    ``for_clinicians`` is set smaller: the letter is the only paper that may be.
    """

    title: str
    author: str
    subject: str
    language: str
    options: PrintOptions
    sheets: tuple[Sheet, ...]
    page_label: str
    small_print: Words
    notice: str = ""
    for_clinicians: bool = False
    keywords: tuple[str, ...] = ()
