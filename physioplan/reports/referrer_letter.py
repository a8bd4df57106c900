"""The letter to the referrer: three lines first, every score with its threshold, then chosen parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from physioplan.domain.clinic import Clinic, Clinician
from physioplan.domain.outcome import ChangeThreshold, OutcomeChange, Verdict
from physioplan.domain.patient import Patient
from physioplan.domain.score import Score
from physioplan.reports.document import (
    Block,
    Columns,
    Document,
    Heading,
    Paragraph,
    Run,
    ScoreTable,
    Sheet,
    SignatureBlock,
)
from physioplan.reports.handout_words import HandoutWords, LetterWords, rich
from physioplan.reports.print_options import PrintOptions


@dataclass(frozen=True, slots=True)
class LetterScore:
    """One measure of the baseline. ``label`` names it and its range, ``missing`` says why it is."""

    label: str
    change: OutcomeChange
    missing: str = ""


@dataclass(frozen=True, slots=True)
class LetterParts:
    """What the clinician wrote. An empty part prints "Not recorded"; ``None`` was not chosen."""

    summary: str
    asked: str = ""
    about: tuple[str, ...] = ()
    findings: str | None = ""
    programme: str | None = ""
    coping: str | None = None
    safety: str | None = ""
    plan: str | None = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who the letter goes to: the name after "Dear", and the lines of the address."""

    name: str = ""
    lines: tuple[str, ...] = ()


def _signed(words: HandoutWords, value: float) -> str:
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{words.number(abs(value))}"


def _threshold(words: HandoutWords, threshold: ChangeThreshold | None) -> str:
    text = words.letter
    if threshold is None:
        return text.no_cut_off
    points = words.number(threshold.points)
    if threshold.percent is None:
        return text.points.format(points=points)
    return text.points_and_percent.format(points=points, percent=words.number(threshold.percent))


def _result(text: LetterWords, verdict: Verdict) -> str:
    return {
        Verdict.REACHED: text.reached,
        Verdict.BELOW: text.not_reached,
        Verdict.MAY_BE_ERROR: text.may_be_error,
        Verdict.UNCHANGED: text.unchanged,
        Verdict.WORSE: text.worse,
        Verdict.NOT_MEASURED: text.not_measured,
        Verdict.NOT_COMPARABLE: text.not_comparable,
        Verdict.NO_CUT_OFF: text.not_rated,
    }[verdict]


def _score_row(words: HandoutWords, score: LetterScore) -> tuple[str, ...]:
    change = score.change

    def value(one: Score | None) -> str:
        return "–" if one is None or one.value is None else words.number(one.value)

    difference = "–"
    before, after = change.baseline, change.follow_up
    comparable = change.verdict not in (Verdict.NOT_MEASURED, Verdict.NOT_COMPARABLE)
    if comparable and before and after and before.value is not None and after.value is not None:
        difference = _signed(words, after.value - before.value)
        if change.percent is not None:
            difference += f" ({words.number(round(abs(change.percent)))}%)"
    result = _result(words.letter, change.verdict)
    if score.missing:
        result = f"{result}: {score.missing}"
    return (score.label, value(before), value(after), difference, _threshold(words, change.threshold), result)


def referrer_letter(
    *,
    patient: Patient,
    clinic: Clinic,
    clinician: Clinician,
    recipient: Recipient,
    day: date,
    before: date,
    scores: Sequence[LetterScore],
    parts: LetterParts,
    words: HandoutWords,
    consent: date | None = None,
    sources: Sequence[str] = (),
    options: PrintOptions | None = None,
) -> Document:
    """Write the letter of ``day``; ``before`` is the day of the baseline, ``sources`` cite the thresholds."""
    options = options or PrintOptions(language=words.language)
    text = words.letter
    born = words.long_date(patient.birth_date)
    about = (
        Paragraph((Run(patient.full_name, bold=True), Run(f", {text.born.format(date=born)}"))),
        *(Paragraph((Run(line),)) for line in parts.about),
    )
    address = tuple(Paragraph((Run(line),)) for line in recipient.lines) or (Paragraph((Run(" "),)),)
    dear = text.dear.format(name=recipient.name) if recipient.name else text.dear_colleague
    blocks: list[Block] = [
        Columns(address, about),
        Paragraph((Run(dear),), apart=True),
        Paragraph(
            rich(text.summary, summary=parts.summary, asked=parts.asked or text.nothing_asked), lead=True
        ),
    ]
    blocks += _part(text.findings, parts.findings, text)
    blocks += _scores(words, scores, before, day, sources)
    coping = parts.coping and f"{parts.coping} {text.not_psychotherapy}"
    for left, right in (
        ((text.programme, parts.programme), (text.coping, coping)),
        ((text.safety, parts.safety), (text.plan, parts.plan)),
    ):
        sides = [_part(*side, text) for side in (left, right)]
        blocks += [Columns(*sides)] if all(sides) else [block for side in sides for block in side]
    if parts.basis:
        blocks.append(Paragraph(rich(text.basis, basis=parts.basis), small=True))
    aside = (text.consent.format(date=words.long_date(consent)), text.copy_line) if consent else ()
    signer = (Run(clinician.name, bold=True), Run(f", {clinician.profession}"))
    blocks.append(SignatureBlock(text.closing, signer, aside))
    sheet = Sheet(
        key="letter",
        title=clinic.name,
        under_title=" · ".join(part for part in (clinic.address, clinic.phone) if part),
        aside=((Run(words.long_date(day)),), (Run(text.record.format(record=patient.record_number)),)),
        blocks=tuple(blocks),
        footer=rich(text.footer, patient=patient.full_name, date=born, record=patient.record_number),
        continued=clinic.name,
    )
    return Document(
        title=text.title.format(patient=patient.full_name),
        author=f"{clinician.name}, {clinic.name}",
        subject=text.title.format(patient=patient.full_name),
        language=words.language,
        options=options,
        sheets=(sheet,),
        page_label=words.common.page,
        small_print=rich(words.common.small_print),
        for_clinicians=True,
    )


def _part(heading: str, words: str | None, text: LetterWords) -> tuple[Block, ...]:
    """A heading never disappears once its part was chosen."""
    if words is None:
        return ()
    return (Heading(heading), Paragraph((Run(words or text.not_recorded),)))


def _scores(
    words: HandoutWords, scores: Sequence[LetterScore], before: date, after: date, sources: Sequence[str]
) -> list[Block]:
    text = words.letter
    if not scores:
        return [Heading(text.scores), Paragraph((Run(text.not_recorded),))]
    days = {
        "before": words.day_and_month(before, short=True),
        "after": words.day_and_month(after, short=True),
    }
    heads = tuple(head.format(**days) for head in text.heads)
    blocks: list[Block] = [
        Heading(text.scores),
        ScoreTable(heads, tuple(_score_row(words, score) for score in scores)),
    ]
    if sources:
        blocks.append(Paragraph(rich(text.threshold_note, sources=", ".join(sources)), small=True))
    return blocks
