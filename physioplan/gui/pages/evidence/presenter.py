"""The evidence as it stands in this edition: effects, doubts, press numbers, rules and sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from physioplan.content.clinical_content import ClinicalContent
from physioplan.domain.citation import Citation
from physioplan.domain.effect import Effect
from physioplan.evidence.rule import DecisionRule, Moment
from physioplan.evidence.study import Bearing, PressNumber, Study
from physioplan.gui.navigator import Navigator
from physioplan.gui.pages.evidence.condition_words import condition_in_words
from physioplan.gui.words import _


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule with its condition and sources in words; ``text`` is what the search looks through, lower case."""

    rule: DecisionRule
    condition: str
    sources: str
    text: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """What the page draws. ``against`` are the studies that speak against, shown with the doubts at equal weight."""

    edition: str
    effects: tuple[Effect, ...]
    remarks: tuple[tuple[Effect, str], ...]
    as_published: tuple[Effect, ...]
    against: tuple[Study, ...]
    studies: tuple[Study, ...]
    press: tuple[PressNumber, ...]
    rules: tuple[RuleLine, ...]
    sources: tuple[Citation, ...]
    source_line: Callable[[str], str]


class EvidencePresenter:
    """Drives the page through ``display``; it reads one frozen book and changes nothing."""

    def __init__(self, content: ClinicalContent, navigator: Navigator) -> None:
        self._content = content
        self._navigator = navigator
        self._display: Callable[[EvidenceView], None] = lambda view: None

    def attach(self, display: Callable[[EvidenceView], None]) -> None:
        """Show every later view through ``display``."""
        self._display = display

    def entered(self) -> None:
        """Show the edition in use."""
        book = self._content.evidence
        self._display(
            EvidenceView(
                edition=book.edition,
                effects=book.effects,
                remarks=tuple(
                    (effect, words) for effect in book.effects if (words := book.remark_on(effect.id))
                ),
                as_published=tuple(effect for effect in book.effects if effect.as_published),
                against=tuple(study for study in book.studies if study.bearing is Bearing.AGAINST),
                studies=book.studies,
                press=book.press_numbers,
                rules=tuple(self._line(rule) for rule in book.rules),
                sources=tuple(sorted(book.sources.values(), key=lambda source: source.short.casefold())),
                source_line=self._content.source_line,
            )
        )

    def go(self, place: str) -> None:
        """Another place."""
        self._navigator.go(place)

    def _line(self, rule: DecisionRule) -> RuleLine:
        condition = condition_in_words(rule.when, moment_words(rule.moment))
        sources = ", ".join(self._content.source_line(key) for key in rule.sources) or _("clinical consensus")
        parts = (str(rule.number), rule.sentence, condition, sources, rule.note, rule.component, *rule.parts)
        return RuleLine(rule, condition, sources, " ".join(parts).replace("_", " ").casefold())


def found(lines: tuple[RuleLine, ...], words: str) -> tuple[RuleLine, ...]:
    """The rules that hold every word typed; a lone number finds the rule of that number."""
    wanted = words.casefold().split()
    if len(wanted) == 1 and wanted[0].isdigit():
        exact = tuple(line for line in lines if str(line.rule.number) == wanted[0])
        if exact:
            return exact
    return tuple(line for line in lines if all(word in line.text for word in wanted))


def moment_words(moment: Moment) -> str:
    """When a rule is asked."""
    return {
        "safety": _("at every contact, before anything else"),
        "scope": _("before the evidence may speak"),
        "care": _("for everybody"),
        "baseline": _("when the plan is made"),
        "programme": _("when a programme is looked at"),
        "session": _("when an exercise goes up or down"),
        "review": _("at a review"),
        "words": _("when something is about to be said"),
    }.get(moment.value, moment.value)
