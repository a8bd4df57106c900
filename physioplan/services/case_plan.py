"""From a case to its programme and its printed plan: load, ask, write. No vault is needed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from physioplan.content.clinical_content import ClinicalContent
from physioplan.domain.programme import Programme
from physioplan.evidence.recommendation import Recommendation
from physioplan.exchange.case_fault import CaseFault, CaseFaults
from physioplan.exchange.case_file import CaseFile
from physioplan.exchange.case_record import clinic_of, clinician_of, noon, preferences_of
from physioplan.prescribing.choices import Choices, ComponentChoice, open_reasons
from physioplan.prescribing.follow_up import follow_up_windows
from physioplan.prescribing.prescribe import Authorship, prescribe
from physioplan.prescribing.propose import propose
from physioplan.reports.baseline_facts import baseline_facts
from physioplan.reports.document import Document
from physioplan.reports.plan_handout import plan_handout
from physioplan.reports.print_options import PrintOptions
from physioplan.services.case_answer import CaseAnswer
from physioplan.services.figure_shelf import FigureShelf
from physioplan.services.plan_export import WORRYING_PARTS, handout_words_in


def programme_of(asked: CaseAnswer, recommendation: Recommendation, content: ClinicalContent) -> Programme:
    """The programme the choices come to. Raises CaseFaults: a group unasked, a departure unexplained."""
    _screen_is_complete(asked)
    choices = choices_of(asked.case)
    unexplained = open_reasons(recommendation, choices)
    if unexplained:
        raise CaseFaults(
            tuple(
                CaseFault(
                    f"choices.{name}.reason",
                    "is missing: this departs from what is suggested. "
                    'Write for example: reason = "patient_preference"',
                )
                for name in unexplained
            )
        )
    proposed = propose(
        recommendation, asked.findings, preferences_of(asked.case.preferences), content.library, choices
    )
    return prescribe(
        recommendation,
        proposed,
        choices,
        asked.case.plan_date,
        identity=Authorship(
            id="programme-1",
            episode_id=asked.record.episode.id,
            by=asked.case.clinic.clinician,
            recorded_at=noon(asked.case),
        ),
    )


def choices_of(case: CaseFile) -> Choices:
    """What patient and clinician decided, in the order written."""
    return Choices(
        components=tuple(
            ComponentChoice(component=name, included=one.included, reason=one.reason, words=one.words)
            for name, one in case.choices.items()
        )
    )


def handout_of(
    asked: CaseAnswer, programme: Programme, content: ClinicalContent, options: PrintOptions
) -> Document:
    """The coaching plan as a document. Raises LanguageMissing, MissingExercise."""
    facts = baseline_facts(
        asked.record.baseline,
        [str(group) for group in content.safety.groups],
        worry=bool({part.component for part in programme.coping} & WORRYING_PARTS),
    )
    return plan_handout(
        programme=programme,
        patient=asked.record.patient,
        clinic=clinic_of(asked.case),
        clinician=clinician_of(asked.case),
        facts=facts,
        library=content.library,
        words=handout_words_in(options.language),
        figures=FigureShelf().figure,
        windows=follow_up_windows(programme.start),
        options=replace(options, week=1),
    )


def write_plan(document: Document, path: Path) -> None:
    """The PDF at ``path``, whole or not at all. Raises ReportProblem."""
    from physioplan.content.locate import assets_folder
    from physioplan.reports.pdf.write import write_pdf

    write_pdf(document, path, assets_folder() / "fonts")


def _screen_is_complete(asked: CaseAnswer) -> None:
    left = asked.verdict.groups_left
    if left:
        groups = ", ".join(str(group) for group in left)
        raise CaseFaults(
            (CaseFault("safety.asked", f"A plan needs the whole safety screen. Still to ask: {groups}."),)
        )
