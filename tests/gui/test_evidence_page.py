"""The evidence page shows every rule, doubt and source, and never more than was read."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from physioplan.evidence.criteria import All, Any_, Finding, Not
from physioplan.gui.pages.evidence.condition_words import condition_in_words
from physioplan.gui.pages.evidence.page import EvidencePage
from physioplan.gui.pages.evidence.presenter import EvidencePresenter, EvidenceView, found
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.tag import Tag
from tests.builders import content
from tests.gui.theme_for_tests import a_theme


class Places:
    """Remembers where it was asked to go."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def go(self, place: str, patient_id: str = "", detail: str = "") -> None:
        self.asked.append(place)


@pytest.fixture
def page(qtbot: QtBot) -> EvidencePage:
    a_theme()
    presenter = EvidencePresenter(content(), Places())
    made = EvidencePage(presenter)
    qtbot.addWidget(made)
    qtbot.addWidget(made.rules)
    presenter.entered()
    made.rules.build_all()
    QApplication.processEvents()
    return made


def _view() -> EvidenceView:
    seen: list[EvidenceView] = []
    presenter = EvidencePresenter(content(), Places())
    presenter.attach(seen.append)
    presenter.entered()
    return seen[0]


def _words(page: EvidencePage) -> str:
    return " | ".join(label.text() for label in page.findChildren(Label))


def test_every_rule_of_the_book_has_a_row_with_its_condition_and_source(page: EvidencePage) -> None:
    assert len(page.rules.rows) == len(content().evidence.rules)
    assert all(row.line.condition and row.line.sources for row in page.rules.rows)


def test_no_condition_shows_the_name_of_a_field_of_the_program() -> None:
    assert not [line.condition for line in _view().rules if "_" in line.condition]


def test_a_condition_reads_as_a_sentence() -> None:
    when = Any_(
        any=(
            Finding(finding="control_tests_positive", at_least=2),
            All(
                all=(
                    Finding(finding="pain_in_exercise", above=5),
                    Finding(finding="settled_in_a_day", **{"is": False}),
                )
            ),
            Not(**{"not": Finding(finding="off_work", **{"is": True})}),
        )
    )
    assert condition_in_words(when, "") == (
        "Control tests positive 2 or more, or (pain during exercise above 5, and not settled within a day), "
        "or not (off work because of the back)"
    )


def test_a_rule_without_a_condition_is_told_to_hold_always() -> None:
    assert condition_in_words(None, "when the plan is made") == "Always, when the plan is made"


def test_the_search_keeps_rules_that_hold_every_word() -> None:
    lines = _view().rules
    hits = found(lines, "start back high")
    assert hits and len(hits) < len(lines)
    assert all("high" in line.text for line in hits)


def test_a_lone_number_finds_the_rule_of_that_number() -> None:
    assert [line.rule.number for line in found(_view().rules, "28")] == [28]


def test_a_search_without_a_hit_says_so_and_hides_every_row(page: EvidencePage) -> None:
    page.rules.search.setText("xylophone")
    assert not any(row.isVisibleTo(page.rules) for row in page.rules.rows)
    assert page.rules._nothing.isVisibleTo(page.rules)


def test_the_lopsided_interval_is_drawn_as_published_and_named_among_the_doubts(page: EvidencePage) -> None:
    assert (
        "Disability, 12 weeks, against passive care: minus 0.18, from minus 0.22 to 0.01"
        in page.strip.accessibleName()
    )
    assert "lopsided" in _words(page)


def test_one_year_against_other_exercise_has_a_row_without_a_number(page: EvidencePage) -> None:
    assert "1 year, against other (active) exercise: not reported: not pooled" in page.strip.accessibleName()


def test_the_trial_that_speaks_against_stands_among_the_doubts() -> None:
    assert "engel_2025" in [study.id for study in _view().against]


def test_press_numbers_name_their_comparison_and_are_never_charted(page: EvidencePage) -> None:
    words = _words(page)
    assert "38%" in words and "against other (active) exercise" in words
    assert "They are never drawn" in words
    assert "38" not in page.strip.accessibleName()


def test_all_the_people_of_the_review_never_stand_beside_one_effect(page: EvidencePage) -> None:
    assert "10,084" not in page.strip.accessibleName()


def test_an_unverified_rule_carries_the_mark_to_check(page: EvidencePage) -> None:
    row = next(row for row in page.rules.rows if row.line.rule.verification.value == "unverified")
    assert "to check" in [tag.accessibleName() for tag in row.findChildren(Tag)]


def test_every_doi_is_shown_with_its_source(page: EvidencePage) -> None:
    words = _words(page)
    assert all(source.doi in words for source in content().evidence.sources.values() if source.doi)


def test_ctrl_f_goes_to_the_search_of_the_rules(page: EvidencePage, qtbot: QtBot) -> None:
    page.rules.show()
    assert page.take_search()
    qtbot.waitUntil(page.rules.search.hasFocus)


def test_the_rules_below_the_fold_are_built_by_themselves(qtbot: QtBot) -> None:
    a_theme()
    presenter = EvidencePresenter(content(), Places())
    page = EvidencePage(presenter)
    qtbot.addWidget(page)
    qtbot.addWidget(page.rules)
    presenter.entered()
    qtbot.waitUntil(lambda: len(page.rules.rows) == len(content().evidence.rules))
