"""The answer to one case as a page of text: what was found, what is suggested and why, what is withheld."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from physioplan.cli.effect_text import effect_rows, study_line
from physioplan.cli.page import Page
from physioplan.domain.rationale import Rationale, StrengthOfRecommendation
from physioplan.domain.safety import Urgency
from physioplan.domain.score import TOTAL
from physioplan.evidence.recommendation import CBT, Prompt, Recommendation, ReferOn, Suggestion
from physioplan.exchange.recommendation_json import INTENDED_USE

if TYPE_CHECKING:
    from physioplan.content.clinical_content import ClinicalContent
    from physioplan.measures.measure import Measure
    from physioplan.services.case_answer import CaseAnswer

_CARDS = {
    "individualized_exercise": "Individualized exercise",
    "motor_control": "Motor control",
    "cbt": "Coping skills (CBT)",
}
_STRENGTH = {
    StrengthOfRecommendation.CONSIDER: "Consider",
    StrengthOfRecommendation.SUGGEST: "We suggest",
    StrengthOfRecommendation.RECOMMEND: "We recommend",
}
_URGENCY = {
    Urgency.EMERGENCY: "EMERGENCY: act now, this hour",
    Urgency.URGENT: "URGENT: refer the same day to 2 weeks, by the local pathway",
    Urgency.ROUTINE: "ROUTINE: refer soon",
    Urgency.CAUTION: "CAUTION: watch",
}
_GAIN = "Extra gain over the comparator, as group averages; SMD below zero favours it"
_STEPS = {
    "safety": "the whole safety screen",
    "pain": "the pain scale (nrs)",
    "movement": "the movement tests",
    "psychosocial": "a measure of mind or risk, or what you noticed",
}


def answer_text(asked: CaseAnswer, content: ClinicalContent) -> str:
    """A page of 80 columns. Names no patient: the clinician knows whose case it is."""
    page = Page()
    day = asked.case.plan_date
    page.title(f"PhysioPlan · case of {day.day} {day:%B %Y}", f"evidence {asked.answer.edition}")
    if isinstance(asked.answer, ReferOn):
        _refer_on(page, asked.answer, content)
    _found(page, asked, content)
    if isinstance(asked.answer, Recommendation):
        _recommendation(page, asked.answer, content)
    page.heading("What this is")
    page.text(INTENDED_USE + " Not CE-marked, not FDA-cleared; check local rules.")
    return str(page)


def _found(page: Page, asked: CaseAnswer, content: ClinicalContent) -> None:
    page.heading("What was found")
    baseline = asked.record.baseline
    for score in baseline.scores if baseline else ():
        measure = content.measures[score.measure]
        if score.subscale == TOTAL and _is_told_again(measure):
            continue
        name = _scale_name(measure, score.subscale)
        words = measure.words_in("en")
        if score.value is None:
            page.entry(name, f"not scored: {score.answered} of {score.of} answered", 24)
            continue
        band = words.bands.get(score.band or "", "")
        number = f"{score.value:.1f}".removesuffix(".0") if score.unit != "%" else f"{score.value:.0f}"
        parts = [f"{number} {score.unit}".strip(), band.lower()]
        if score.answered < score.of:
            parts.append(f"{score.answered} of {score.of} answered")
        page.entry(name, ", ".join(part for part in parts if part), 24)
    weeks = asked.findings.weeks_of_pain
    page.entry("Pain for", "not known" if weeks is None else f"{weeks} weeks", 24)
    screen = "every group asked" if asked.findings.screen_complete else "NOT COMPLETE"
    page.entry("Safety screen", screen, 24)


def _is_told_again(measure: Measure) -> bool:
    """True when the total is one of the other scales under a second name, as average pain is."""
    return any(scale.items == measure.main.items and scale.items for scale in measure.scales[1:])


def _scale_name(measure: Measure, subscale: str) -> str:
    words = measure.words_in("en")
    scale = words.scales.get(subscale, subscale.replace("_", " ")).capitalize()
    if subscale == TOTAL:
        return words.short
    return scale if words.short.casefold() in scale.casefold() else f"{words.short}, {scale.lower()}"


def _recommendation(page: Page, answer: Recommendation, content: ClinicalContent) -> None:
    if not answer.scope.applies:
        page.heading("The evidence does not speak about this person")
        page.bullets(answer.scope.why_not)
        page.text("The trials behind the rules took other people; what to do is left to you and the patient.")
    for card in answer.suggestions:
        _card(page, card, content)
    if answer.withheld:
        _withheld(page, answer, content)
    _prompts(page, "To do and to think of", answer.prompts)
    _prompts(page, "Not to promise", answer.cautions)


def _card(page: Page, card: Suggestion, content: ClinicalContent) -> None:
    name = _CARDS.get(card.component, card.component)
    if card.missing:
        page.heading(name, "cannot suggest yet")
        page.text("Still needed: " + "; ".join(_STEPS.get(step, step) for step in card.missing) + ".")
        return
    if not card.offered:
        page.heading(name, "optional")
        page.text("No finding speaks for it; it stays open to patient and clinician.")
    else:
        page.heading(f"{_STRENGTH[card.rationale.strength]}: {name}")
        page.text(card.rationale.strength_note + ".")
    if card.why:
        page.gap()
        page.text("Why")
        page.bullets(card.why, 4)
    _reasons(page, card.rationale, content)
    if card.effects:
        page.gap()
        page.text(_GAIN if any(effect.smd is not None for effect in card.effects) else "Pooled effect")
        for row in effect_rows(card.effects, content.evidence):
            page.rows([row.cells], row.widths, 4)
            for note in row.notes:
                page.text(note, 8)
    if card.studies and card.offered:
        page.gap()
        page.text("Other trials and reviews, with their own measures")
        page.bullets((study_line(study, content) for study in card.studies), 4)
    if card.component == CBT and (parts := [part for part in card.parts if part.suggested]):
        page.gap()
        page.text("Parts" if card.offered else "Parts, when it is chosen")
        for part in parts:
            name = content.cbt[part.component].words_in("en").name
            why = "; ".join(part.reasons) or "belongs to every coping plan"
            page.entry(name, f"weeks {part.first_week}–{part.last_week}: {why}", 30, 4)


def _reasons(page: Page, rationale: Rationale, content: ClinicalContent) -> None:
    if not rationale.reasons:
        return
    page.gap()
    page.text("Rules that speak")
    for reason in rationale.reasons:
        sources = ", ".join(dict.fromkeys(content.source_line(key) for key in reason.sources))
        certainty = str(reason.certainty).replace("_", " ")
        basis = "/".join(str(each) for each in reason.classes)
        unchecked = "" if str(reason.verification) != "unverified" else "; UNVERIFIED"
        told = (
            f"{reason.sentence} [class {basis}; certainty {certainty}{unchecked}; {sources or 'consensus'}]"
        )
        page.entry(f"{reason.rule}", told, 4, 4)


def _withheld(page: Page, answer: Recommendation, content: ClinicalContent) -> None:
    page.heading("Withheld")
    ordered = sorted(answer.withheld, key=lambda one: (one.precaution, one.what))
    for precaution, group in groupby(ordered, key=lambda one: one.precaution):
        ones = list(group)
        found = [content.library.get(one.what) for one in ones]
        names = ", ".join(
            each.words_in("en").name if each else one.what for one, each in zip(ones, found, strict=True)
        )
        page.entry(precaution.replace("_", " "), names + ".", 20)
        page.text("Why: " + ones[0].why, 22)


def _prompts(page: Page, heading: str, prompts: tuple[Prompt, ...]) -> None:
    if not prompts:
        return
    page.heading(heading)
    for one in prompts:
        urgency = f" ({one.urgency.replace('_', ' ')})" if one.urgency else ""
        hidden = " Not on a screen the patient sees." if one.hidden_from_patient else ""
        page.bullets([one.sentence + urgency + hidden])


def _refer_on(page: Page, answer: ReferOn, content: ClinicalContent) -> None:
    page.heading("REFER ON: no exercise plan now")
    page.text(_URGENCY[answer.urgency])
    for flag in answer.flags:
        known = content.safety.flag(flag)
        page.gap()
        if known is None:
            page.text(f"“{flag}” is not known to this program; look at it before planning.")
            continue
        words = known.words_in("en")
        page.text(words.name)
        page.entry("Why", words.why, 8, 4)
        page.entry("Do", words.action, 8, 4)
    page.gap()
    page.text("Rules that speak")
    for reason in answer.reasons:
        page.entry(str(reason.rule), reason.sentence, 4, 4)
        page.bullets(reason.findings, 8)
    pathways = dict.fromkeys(
        known.pathway for flag in answer.flags if (known := content.safety.flag(flag)) is not None
    )
    for name in pathways:
        pathway = content.safety.pathway(name)
        if pathway is not None:
            words_of_path = pathway.words_in("en")
            page.gap()
            page.text(words_of_path.title)
            for number, step in enumerate(words_of_path.steps, 1):
                page.entry(f"{number}.", step, 3, 4)
    _prompts(page, "Also", answer.prompts)
    page.gap()
    page.text("A plan stays locked until each flag is cleared with name, date and reason.")
