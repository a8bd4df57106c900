"""Stand-ins for overview, outcome and plan pages, to look at the painted widgets at their real size."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from physioplan.gui.page import Page
from physioplan.gui.widgets.day_meter import DayMeter, DayMeterView
from physioplan.gui.widgets.empty_state import EmptyState
from physioplan.gui.widgets.evidence_strip import EffectGroup, EffectRow, EvidenceStrip, EvidenceStripView
from physioplan.gui.widgets.follow_up_window import FollowUpWindow, FollowUpWindowView
from physioplan.gui.widgets.goal_line import GoalLine, GoalLineView
from physioplan.gui.widgets.journey_timeline import (
    JourneyTimeline,
    JourneyTimelineView,
    NodeView,
    PhaseView,
    VisitView,
    WindowSpan,
)
from physioplan.gui.widgets.outcome_chart import (
    ChartWindow,
    OutcomeChart,
    OutcomeChartView,
    PanelView,
    PointView,
)
from physioplan.gui.widgets.page_header import PageHeader
from physioplan.gui.widgets.score_line import ScoreLine, ScoreLineView
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.widgets.severity_ladder import SeverityLadder, SeverityLadderView
from physioplan.gui.widgets.sparkline import Sparkline, SparklineView
from physioplan.gui.widgets.strength_bars import StrengthBars, StrengthView

TIMELINE = JourneyTimelineView(
    baseline=NodeView("baseline", "Baseline", "Done 13 Jan 2026", "done", ("Pain 6", "ODI 38")),
    programme=NodeView(
        "programme", "Programme", "Phase 3 of 3 · exercise, motor control, coping skills", "now"
    ),
    review=NodeView("w12", "12 weeks", "Due since 7 Apr 2026", "due"),
    year=NodeView("y1", "1 year", "Due 13 Jan 2027", "upcoming"),
    phases=(
        PhaseView("Weeks 1–4", "Settle", 0, 28),
        PhaseView("Weeks 5–8", "Build", 28, 56),
        PhaseView("Weeks 9–12", "Back to goals", 56, 84),
    ),
    visits=(VisitView(28, "10 Feb", "Pain 5"), VisitView(56, "10 Mar", "Pain 4")),
    review_window=WindowSpan(70, 98, "24 Mar", "21 Apr"),
    year_window=WindowSpan(323, 407, "2 Dec", "24 Feb"),
    today=86,
    today_words="Today, 9 Apr",
    own="On my own",
)

OVERDUE = JourneyTimelineView(
    baseline=NodeView("baseline", "Baseline", "Done 13 Jan 2026", "done", ("Pain 6",)),
    programme=NodeView("programme", "Programme", "12 weeks done", "done"),
    review=NodeView("w12", "12 weeks", "Closed 21 Apr, 16 days late", "overdue"),
    year=NodeView("y1", "1 year", "Due 13 Jan 2027", "upcoming"),
    phases=TIMELINE.phases,
    review_window=TIMELINE.review_window,
    year_window=TIMELINE.year_window,
    today=114,
    today_words="Today, 7 May",
)

NEW = JourneyTimelineView(
    baseline=NodeView("baseline", "Baseline", "Started today", "now"),
    programme=NodeView("programme", "Programme", "After baseline", "upcoming"),
    review=NodeView("w12", "12 weeks", "7 Apr 2026", "upcoming"),
    year=NodeView("y1", "1 year", "13 Jan 2027", "upcoming"),
    sentence="Finish the baseline and plan together; the journey starts that day.",
)

CHART = OutcomeChartView(
    panels=(
        PanelView(
            "Pain, average",
            "0 to 10",
            0,
            10,
            (0, 5, 10),
            (PointView(0, 6), PointView(28, 5), PointView(56, 4), PointView(86, 3, latest=True)),
            6,
            "baseline 6",
            4,
            "4 or less: a change that matters",
        ),
        PanelView(
            "Disability",
            "ODI 0 to 100, axis stops at 60",
            0,
            60,
            (0, 20, 40, 60),
            (PointView(0, 38), PointView(56, None), PointView(86, 24, latest=True)),
            38,
            "baseline 38",
            26,
            "26 or less: a change that matters",
            series="square",
        ),
    ),
    windows=(ChartWindow("12-week window", 70, 98, True), ChartWindow("1-year window", 323, 407, False)),
    ticks=((0, "13 Jan 2026"), (182, "6 months"), (273, "9 months"), (365, "13 Jan 2027")),
    today=86,
    today_words="Today",
)

EVIDENCE = EvidenceStripView(
    (
        EffectGroup(
            "12 weeks, vs other exercise",
            (
                EffectRow("Pain", -0.28, -0.42, -0.14, "low"),
                EffectRow("Disability", -0.17, -0.31, -0.02, "very_low"),
            ),
        ),
        EffectGroup(
            "12 weeks, vs passive care",
            (
                EffectRow("Pain", -0.40, -0.58, -0.22, "very_low"),
                EffectRow("Disability", -0.18, -0.22, 0.01, "low", state="includes_no_effect"),
            ),
        ),
        EffectGroup(
            "1 year, vs passive care",
            (
                EffectRow("Pain", -0.14, -0.22, -0.07, "moderate"),
                EffectRow("Disability", -0.20, -0.30, -0.10, "moderate"),
            ),
        ),
    )
)


class Stand(Page):
    def __init__(self, title: str, *widgets: QWidget) -> None:
        super().__init__()
        self.place = "patients"
        self.header = PageHeader(title, "Stand-in for looking at")
        scroll = ScrollColumn(spacing=12)
        for widget in widgets:
            scroll.column.addWidget(widget)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)


def timelines() -> Page:
    ladder = SeverityLadder(
        SeverityLadderView(
            (
                (0, 20, "Minimal"),
                (20, 40, "Moderate"),
                (40, 60, "Severe"),
                (60, 80, "Very severe"),
                (80, 100, "Extreme"),
            ),
            43,
            False,
        )
    )
    ladder.setMaximumSize(260, 220)
    return Stand(
        "Timelines", JourneyTimeline(TIMELINE), JourneyTimeline(OVERDUE), JourneyTimeline(NEW), ladder
    )


def lines() -> Page:
    spark = Sparkline(SparklineView((6, 5, None, 4)))
    ladder = SeverityLadder(
        SeverityLadderView(
            (
                (0, 20, "Minimal"),
                (20, 40, "Moderate"),
                (40, 60, "Severe"),
                (60, 80, "Very severe"),
                (80, 100, "Extreme"),
            ),
            40,
        )
    )
    ladder.setMaximumWidth(260)
    return Stand(
        "Lines",
        ScoreLine(ScoreLineView(10, 6, 4, 4, ticks=(5,))),
        ScoreLine(ScoreLineView(10, 6, None, 4, ticks=(5,), labels=True)),
        ScoreLine(ScoreLineView(10, 4, 7.3, 6, True, (5,), labels=True)),
        spark,
        FollowUpWindow(FollowUpWindowView(0, 100, 22, 50, 78, 8)),
        FollowUpWindow(FollowUpWindowView(0, 100, 22, 50, 78, 56)),
        FollowUpWindow(FollowUpWindowView(0, 100, 22, 42, 62, 94)),
        DayMeter(DayMeterView(19, 20)),
        DayMeter(DayMeterView(25, 20)),
        GoalLine("Lift my daughter", GoalLineView(3, 7)),
        ladder,
    )


def chart() -> Page:
    return Stand("12-week outcome", OutcomeChart(CHART))


def plan() -> Page:
    return Stand(
        "Plan together",
        EvidenceStrip(EVIDENCE),
        StrengthBars(StrengthView("suggest", "Held at “suggest” by low certainty")),
        EmptyState(
            "No patient matches “lindk”",
            "Check the spelling, or search by record number.",
            (("clear", "Clear search"), ("new", "New patient “lindk”")),
        ),
    )
