"""The coaching plan the patient takes home, from the agreed programme to a finished document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from physioplan.domain.clinic import Clinic, Clinician
from physioplan.domain.follow_up import FollowUpWindow
from physioplan.domain.patient import Patient
from physioplan.domain.programme import Programme
from physioplan.reports.action_sheet import action_sheet
from physioplan.reports.bad_day_sheet import bad_day_sheet
from physioplan.reports.baseline_facts import BaselineFacts
from physioplan.reports.diary_sheet import diary_sheet
from physioplan.reports.document import Block, Document, SafetyNetBox, Sheet
from physioplan.reports.exercises_sheet import exercises_sheet
from physioplan.reports.handout_subject import ExerciseShelf, FigureSource, HandoutSubject
from physioplan.reports.handout_words import HandoutWords, rich
from physioplan.reports.hurts_more_sheet import hurts_more_sheet, safety_net
from physioplan.reports.print_options import PrintOptions, Section
from physioplan.reports.your_plan_sheet import your_plan_sheet


def _sheets(subject: HandoutSubject) -> list[Sheet]:
    asked = subject.options.sections
    sheets: list[Sheet] = []
    if Section.PLAN in asked:
        sheets.append(your_plan_sheet(subject))
    if Section.EXERCISES in asked:
        sheets += [exercises_sheet(subject, phase) for phase in subject.printed_phases if phase.items]
    if Section.BAD_DAY in asked and subject.current_phase.items:
        sheets.append(bad_day_sheet(subject))
    if Section.HURTS_MORE in asked:
        sheets.append(hurts_more_sheet(subject))
    if Section.ACTION in asked:
        sheets.append(action_sheet(subject))
    if Section.DIARY in asked:
        sheets.append(diary_sheet(subject))
    if not sheets:
        sheets.append(hurts_more_sheet(subject))
    return sheets


def with_safety_net(sheets: list[Sheet], box: SafetyNetBox) -> tuple[Sheet, ...]:
    """No print goes home without the safety net: where no sheet has it, the last one gets it."""
    if any(isinstance(block, SafetyNetBox) for sheet in sheets for block in sheet.blocks):
        return tuple(sheets)
    last: Sheet = sheets[-1]
    blocks: tuple[Block, ...] = (*last.blocks, box)
    return (*sheets[:-1], replace(last, blocks=blocks))


def plan_handout(
    *,
    programme: Programme,
    patient: Patient,
    clinic: Clinic,
    clinician: Clinician,
    facts: BaselineFacts,
    library: ExerciseShelf,
    words: HandoutWords,
    figures: FigureSource,
    windows: Sequence[FollowUpWindow],
    options: PrintOptions | None = None,
) -> Document:
    """Write the plan in the language of ``words``.

    ``figures`` gives the pictures of an exercise id, or ``None`` where there are none: the text then takes
    the full width. ``windows`` are the stored follow-up windows. Raises :class:`MissingExercise` when the
    programme names an exercise the library does not hold. The therapist's notes are never translated.
    """
    options = options or PrintOptions(language=words.language)
    subject = HandoutSubject(
        programme, patient, clinic, clinician, facts, library, words, figures, windows, options
    )
    common = words.common
    sheet_code = f"{patient.record_number}-{programme.version}"
    return Document(
        title=f"{words.plan.title}, {subject.patient_name}",
        author=f"{clinician.name}, {clinic.name}",
        subject=common.subject,
        language=words.language,
        options=options,
        sheets=with_safety_net(_sheets(subject), safety_net(subject)),
        page_label=f"{sheet_code} · {common.page}",
        small_print=rich(common.small_print),
        notice="" if words.is_checked else common.not_checked,
        keywords=(sheet_code,),
    )
