"""Page "When it hurts more": pain guide, flare-up steps, the chosen coping skills and the safety net."""

from __future__ import annotations

from physioplan.library.exercise import Exercise
from physioplan.reports.document import (
    Block,
    Columns,
    FilledLine,
    Heading,
    NumberedSteps,
    PacingBox,
    PainGuide,
    PainRow,
    Paragraph,
    SafetyNetBox,
    Sheet,
    ThoughtBox,
    Words,
)
from physioplan.reports.handout_subject import HandoutSubject
from physioplan.reports.handout_words import rich
from physioplan.reports.print_options import Section
from physioplan.reports.safety_net import safety_net_box


def safety_net(subject: HandoutSubject) -> SafetyNetBox:
    """The box that stands on every print, whatever else was chosen."""
    return safety_net_box(subject.words, subject.clinic)


def pain_guide(subject: HandoutSubject) -> PainGuide:
    """Three zones relative to the usual pain; with a known usual pain the number to watch for is named."""
    words, usual, phone = subject.words.hurts_more, subject.facts.usual_pain, subject.phone
    green_limit = amber_limit = ""
    if usual is not None and usual + 3 <= 10:
        green_limit = " " + words.limit.format(n=usual + 2)
        amber_limit = " " + words.limit.format(n=usual + 3)
    red_do = rich(words.red_lines[1], phone=phone) if phone else rich(words.red_without_phone)
    return PainGuide(
        (
            PainRow("circle", words.green, words.green_do,
                    (rich(words.green_lines[0], limit=green_limit), rich(words.green_lines[1]))),
            PainRow("triangle", words.amber, words.amber_do,
                    (rich(words.amber_lines[0], limit=amber_limit), rich(words.amber_lines[1]))),
            PainRow("octagon", words.red, words.red_do, (rich(words.red_lines[0]), red_do)),
        )
    )  # fmt: skip


def easiest_exercise(subject: HandoutSubject) -> Exercise | None:
    """The exercise of the running phase with the lowest level; the first of them in printed order."""
    exercises = [subject.exercise(item) for item in subject.current_phase.items]
    return min(exercises, key=lambda exercise: exercise.level, default=None)


def flare_up_steps(subject: HandoutSubject) -> NumberedSteps:
    """Five short steps; the easiest exercise of this plan is named."""
    words = subject.words.hurts_more
    easiest = easiest_exercise(subject)
    steps = list(words.flare_steps)
    if easiest is None:
        steps[3] = words.flare_without_exercise
    else:
        steps[3] = steps[3].format(exercise=easiest.words_in(subject.words.language).name)
    return NumberedSteps(tuple(steps))


def pacing_box(subject: HandoutSubject) -> PacingBox:
    """Pacing with the patient's own numbers, or with lines to write them."""
    words, own = subject.words.hurts_more, subject.facts.pacing
    return PacingBox(
        rich(words.pacing_words),
        (
            FilledLine(words.pacing_task, own.task if own else ""),
            FilledLine(words.pacing_start, str(own.start_minutes) if own else "", words.minutes),
            FilledLine(words.pacing_rest, str(own.rest_minutes) if own else "", words.minutes),
            FilledLine(words.pacing_add, str(own.add_minutes) if own else "", words.minutes),
        ),
    )


def _usual_pain(subject: HandoutSubject) -> Words:
    words, facts = subject.words.hurts_more, subject.facts
    if facts.usual_pain is None or facts.usual_pain_day is None:
        return rich(words.usual_unknown)
    day = subject.words.day_and_month(facts.usual_pain_day)
    return rich(words.usual, pain=facts.usual_pain, date=day)


def hurts_more_sheet(subject: HandoutSubject) -> Sheet:
    """Only the coping skills that were chosen appear; nothing names one that was left out."""
    words = subject.words.hurts_more
    chosen = {part.component for part in subject.programme.coping}
    flare: tuple[Block, ...] = (Heading(words.flare), flare_up_steps(subject))
    blocks: list[Block] = [
        Heading(words.guide, _usual_pain(subject)),
        pain_guide(subject),
        Paragraph(rich(words.basis), small=True),
    ]
    if "pacing" in chosen:
        blocks.append(Columns(flare, (Heading(words.pacing), pacing_box(subject))))
    else:
        blocks += flare
    if "thought_record" in chosen:
        example = tuple(rich(part) for part in words.thought_example)
        blocks += [Heading(words.thoughts), ThoughtBox(words.thought_heads, example)]
    blocks.append(safety_net(subject))
    return Sheet(
        key=Section.HURTS_MORE,
        title=words.title,
        aside=(rich(words.aside), rich(words.aside_second)),
        blocks=tuple(blocks),
        footer=subject.questions,
        continued=subject.words.common.continued.format(title=words.title),
    )
