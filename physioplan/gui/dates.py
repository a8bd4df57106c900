"""Dates as the screen writes them: 7 Apr 2026."""

from __future__ import annotations

from datetime import date, datetime

from physioplan.gui.words import _


def short_day(day: date, today: date | None = None) -> str:
    """``7 Apr 2026``; without the year when it is the year of ``today``."""
    months = (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip
    words = _("{day} {month}").format(day=day.day, month=months[day.month - 1])
    return words if today is not None and today.year == day.year else f"{words} {day.year}"


def long_day(day: date) -> str:
    """``7 April 2026``."""
    months = (
        _("January"), _("February"), _("March"), _("April"), _("May "), _("June"),
        _("July"), _("August"), _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip
    return _("{day} {month} {year}").format(day=day.day, month=months[day.month - 1].strip(), year=day.year)


def weekday_and_day(day: date) -> str:
    """``Thursday 9 April``."""
    names = (
        _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"),
    )  # fmt: skip
    words = long_day(day).rsplit(" ", 1)[0]
    return _("{weekday} {day}").format(weekday=names[day.weekday()], day=words)


def kept_when(then: datetime, now: datetime) -> str:
    """``today 16:40``, ``yesterday 16:40`` or ``7 Apr`` in local time."""
    local, today = then.astimezone(), now.astimezone().date()
    clock = f"{local:%H:%M}"
    if local.date() == today:
        return _("today {time}").format(time=clock)
    if (today - local.date()).days == 1:
        return _("yesterday {time}").format(time=clock)
    return short_day(local.date(), today)
