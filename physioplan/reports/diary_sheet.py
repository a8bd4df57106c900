"""Page "Diary and check dates": when we look again, and a row to fill in each week."""

from __future__ import annotations

from datetime import timedelta

from physioplan.domain.assessment import Occasion
from physioplan.domain.follow_up import FollowUpWindow
from physioplan.reports.document import (
    Block,
    CheckDate,
    CheckDates,
    DiaryGrid,
    DiaryWeekRow,
    Heading,
    Paragraph,
    Sheet,
)
from physioplan.reports.handout_subject import HandoutSubject
from physioplan.reports.handout_words import rich
from physioplan.reports.print_options import Section

DIARY_WEEKS = 12


def check_date(subject: HandoutSubject, window: FollowUpWindow) -> CheckDate:
    """One follow-up with its window; short months where the window runs over a new year."""
    words = subject.words.checks
    titles = {Occasion.WEEK_12: words.week_12, Occasion.WEEK_26: words.week_26, Occasion.YEAR_1: words.year_1}
    short = window.opens.year != window.closes.year
    first, last = (subject.words.day_and_month(day, short=short) for day in (window.opens, window.closes))
    return CheckDate(
        title=titles[window.occasion],
        day=subject.words.long_date(window.due),
        window=words.window.format(first=first, last=last),
        visit=words.visit,
    )


def diary_grid(subject: HandoutSubject) -> tuple[Heading, DiaryGrid]:
    """Twelve weeks from the block of weeks that the print is for; rows start on the calendar's first day."""
    words = subject.words
    first = (subject.current_phase.first_week - 1) // DIARY_WEEKS * DIARY_WEEKS + 1
    monday = words.week_start(subject.programme.start) + timedelta(weeks=first - 1)
    weeks = tuple(
        DiaryWeekRow(str(first + place), words.day_and_month(monday + timedelta(weeks=place), short=True))
        for place in range(DIARY_WEEKS)
    )
    if first == 1:
        title = words.checks.diary.format(weeks=DIARY_WEEKS)
    else:
        title = words.checks.diary_from.format(first=first, last=first + DIARY_WEEKS - 1)
    return Heading(title), DiaryGrid(words.checks.heads, words.calendar.day_letters, weeks)


def diary_sheet(subject: HandoutSubject) -> Sheet:
    """The page that lives on the fridge and comes back to the clinic."""
    words = subject.words.checks
    blocks: list[Block] = []
    dates = tuple(
        check_date(subject, window) for window in subject.windows if window.occasion is not Occasion.BASELINE
    )
    if dates:
        blocks += [CheckDates(dates), Paragraph(rich(words.same_questions))]
    blocks += diary_grid(subject)
    return Sheet(
        key=Section.DIARY,
        title=words.title,
        aside=(rich(words.aside), rich(words.aside_second)),
        blocks=tuple(blocks),
        footer=rich(words.footer),
        continued=words.title,
    )
