"""The sheet of every component in its states, for looking at beside each other."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from physioplan.gui.widgets.button import Button
from physioplan.gui.widgets.chip import Chip
from physioplan.gui.widgets.choice import Choice
from physioplan.gui.widgets.evidence_strip import EffectGroup, EffectRow, EvidenceStrip, EvidenceStripView
from physioplan.gui.widgets.field import Field
from physioplan.gui.widgets.grade_dots import Certainty, GradeDots
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.message import Message, MessageView
from physioplan.gui.widgets.rule import SectionHead
from physioplan.gui.widgets.score_row import ScoreRow, ScoreRowView
from physioplan.gui.widgets.segmented import Segmented
from physioplan.gui.widgets.state_glyph import State, StateGlyph, state_words
from physioplan.gui.widgets.stepper import Stepper
from physioplan.gui.widgets.strength_bars import Strength, StrengthBars, StrengthView
from physioplan.gui.widgets.switches import CheckRow, RadioRow, Toggle
from physioplan.gui.widgets.tag import KeyCap, Tag
from physioplan.gui.widgets.text_line import TextLine


def row(*widgets: QWidget, spacing: int = 10) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(spacing)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return holder


def section(title: str, *widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    column.addWidget(SectionHead(title))
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return holder


def component_sheet() -> QWidget:
    sheet = QWidget()
    sheet.setObjectName("canvas")
    sheet.resize(1440, 1200)
    grid = QGridLayout(sheet)
    grid.setContentsMargins(40, 28, 40, 28)
    grid.setHorizontalSpacing(44)
    grid.setVerticalSpacing(22)
    wrong = Field("Error", TextLine("11"))
    wrong.display_error("Use 0 to 10")
    off = Button("Default")
    off.setEnabled(False)
    locked = Button("Finish", "primary", large=True)
    locked.spread()
    locked.setMinimumWidth(232)
    locked.lock("after the check")
    states: tuple[State, ...] = ("done", "now", "due", "overdue", "upcoming", "missed")
    glyphs = [
        holder for state in states for holder in (StateGlyph(state, 30), Label(state_words(state), "small"))
    ]
    grades: tuple[Certainty, ...] = ("very_low", "low", "moderate", "high", "not_rated")
    strengths: tuple[Strength, ...] = ("consider", "suggest", "recommend")
    scores = ScoreRow("Pain on average")
    scores.display(ScoreRowView(6))
    shut = ScoreRow("Pain at its worst")
    shut.display(ScoreRowView(8, locked=True))
    items = ScoreRow("Lifting", 6, may_leave_out=True)
    items.display(ScoreRowView(3))
    effects = (
        EffectRow("Direct", -0.28, -0.42, -0.14, "low"),
        EffectRow("Includes no effect", -0.18, -0.22, 0.01, "low", state="includes_no_effect"),
        EffectRow("Indirect", -0.28, -0.42, -0.14, "low", state="indirect"),
        EffectRow("Not pooled", state="not_pooled"),
    )
    radio = RadioRow("Carry on alone", "Phase 3 at home, check at 1 year", card=True)
    radio.setChecked(True)
    cells = (
        section(
            "Buttons",
            row(Button("Primary", "primary"), Button("Default"), off, Button("Quiet", "quiet")),
            row(Button("Delete draft", "danger", icon="trash-2"), Button("", icon="ellipsis", name="More")),
            row(Button("Action bar 44 px", "primary", large=True, hint="Ctrl ↵"), locked),
            row(Button("Show to Marta", icon="monitor", hint="F9"), KeyCap("Enter")),
        ),
        section(
            "Fields",
            row(
                Field("Rest", TextLine("4 years")),
                Field("Empty", TextLine("", "Optional"), "One plain hint line"),
            ),
            row(wrong, Field("Choice", Choice((("a", "Patient preference"), ("b", "Access or cost"))))),
            row(CheckRow("Pain, 3 scores"), CheckRow("On", True)),
            row(
                Toggle("Included", True),
                Toggle("Left out"),
                Segmented("Form", (("o", "ODI"), ("r", "RMDQ")), "o"),
            ),
            row(
                Chip("Chip"),
                Chip("Chip on", True),
                Chip("Left out", leaves_out=True),
                Chip("M", True, square=True),
                Chip("T", square=True),
            ),
            radio,
            RadioRow("Change the plan", "Back to Plan together with new scores", card=True),
        ),
        section(
            "Scores",
            scores,
            shut,
            items,
            row(Stepper("Repeats", 8, 1, 30), Stepper("Time", 20, 5, 60, suffix=" min")),
        ),
        section("Journey states", row(*glyphs[:6]), row(*glyphs[6:])),
        section(
            "Certainty and strength",
            row(*(GradeDots(grade) for grade in grades)),
            row(*(StrengthBars(StrengthView(strength, "Held by low certainty")) for strength in strengths)),
        ),
        section(
            "Tags",
            row(
                Tag("Neutral"),
                Tag("No red flags", "ok", icon="shield-check"),
                Tag("High", "warn", icon="triangle-alert"),
            ),
            row(
                Tag("Red flag", "danger", icon="octagon-alert"),
                Tag("Indirect", "outline"),
                Tag("to check", "dashed"),
            ),
        ),
        section(
            "Evidence strip",
            EvidenceStrip(EvidenceStripView((EffectGroup("", effects),), column_heads=False)),
        ),
        section(
            "Messages",
            Message(MessageView("info", "", "Weeks 5–8 copied from weeks 1–4.", "Undo")),
            Message(MessageView("warn", "5 minutes over.", "Marta’s limit is 20 minutes a day.")),
            Message(
                MessageView(
                    "danger", "Red flag ticked.", "Planning is paused until you record what you did about it."
                )
            ),
            Message(
                MessageView(
                    "danger",
                    "Not saved.",
                    "The disk is full. Your last answers are still on screen.",
                    "Try again",
                    "hard-drive",
                )
            ),
        ),
    )
    for number, cell in enumerate(cells):
        grid.addWidget(cell, number // 3, number % 3)
    for column in range(3):
        grid.setColumnStretch(column, 1)
        grid.setColumnMinimumWidth(column, 420)
    return sheet
