"""Page "The five-minute version": at most three things of the running plan, for a bad or busy day."""

from __future__ import annotations

from physioplan.domain.programme import ProgrammeItem
from physioplan.library.exercise import Category
from physioplan.reports.document import (
    BadDayIntro,
    BadDayItem,
    Block,
    Columns,
    Run,
    Sheet,
    TipBox,
    WritingLines,
)
from physioplan.reports.handout_subject import HandoutSubject
from physioplan.reports.handout_words import rich
from physioplan.reports.hurts_more_sheet import safety_net
from physioplan.reports.print_options import Section

MINUTES = 5


def _chosen(subject: HandoutSubject) -> tuple[list[ProgrammeItem], ProgrammeItem | None]:
    """The two easiest exercises in printed order, and the walk if the plan has an aerobic one."""
    items = subject.current_phase.items
    walk = next((item for item in items if subject.exercise(item).category is Category.AEROBIC), None)
    others = [item for item in items if item is not walk]
    easiest = sorted(others, key=lambda item: subject.exercise(item).level)[:2]
    return [item for item in others if item in easiest], walk


def _alt(subject: HandoutSubject, item: ProgrammeItem) -> str:
    words = subject.exercise(item).words_in(subject.words.language)
    return " ".join(part for part in (words.start, words.end) if part)


def bad_day_sheet(subject: HandoutSubject) -> Sheet:
    """Never a new exercise; walking round the room takes what the exercises leave of five minutes."""
    words = subject.words.bad_day
    easy, walk = _chosen(subject)
    shares = [2] if len(easy) == 1 else [1] * len(easy)
    shares.append(MINUTES - sum(shares))
    names = [subject.name_of(item) for item in easy] + [subject.name_of(walk) if walk else words.walk]
    figures = [subject.figures(item.exercise) for item in easy] + [
        subject.figures(walk.exercise) if walk else None
    ]
    alts = [_alt(subject, item) for item in (*easy, *([walk] if walk else []))] + ([] if walk else [""])
    texts = [words.small] * len(easy) + [words.walk_words]
    parts = ", ".join(
        f"{name} {subject.words.amount('minutes', share)}" for name, share in zip(names, shares, strict=True)
    )
    blocks: list[Block] = [
        BadDayIntro(
            lines=tuple(rich(line) for line in words.lines),
            minutes=tuple(shares),
            centre=str(MINUTES),
            unit=words.minutes_short,
            alt=words.share_alt.format(parts=parts),
        )
    ]
    blocks += [
        BadDayItem(place + 1, name, str(share), subject.words.counted("minutes", share), text, figure, alt)
        for place, (name, share, text, figure, alt) in enumerate(
            zip(names, shares, texts, figures, alts, strict=True)
        )
    ]
    tomorrow = (rich(words.tomorrow), *((Run(line),) for line in words.tomorrow_lines))
    blocks.append(Columns((WritingLines(words.helped, 2),), (TipBox(tomorrow),)))
    blocks.append(safety_net(subject))
    return Sheet(
        key=Section.BAD_DAY,
        title=words.title,
        aside=(rich(words.aside), rich(words.aside_second)),
        blocks=tuple(blocks),
        footer=subject.questions,
        continued=words.title,
    )
