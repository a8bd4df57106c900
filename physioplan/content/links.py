"""Loose ends between files: names that lead nowhere, chains that go round, words that are missing."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator
from difflib import get_close_matches

from physioplan.content.clinical_content import ClinicalContent
from physioplan.content.fault import Fault, Weight
from physioplan.content.known_names import COMPONENTS, DOSES_OF_CARE, EQUIPMENT, NOT_A_CITATION
from physioplan.domain.movement import Direction
from physioplan.library.exercise import Category, Exercise
from physioplan.measures.measure import EntryKind, Measure

WORDS_OF_A_NUMBERED_ITEM = 2  # "social life": enough to find the section, too short to be a questionnaire


def loose_ends(content: ClinicalContent) -> tuple[Fault, ...]:
    """Every fault between files."""
    return (
        *_in_measures(content),
        *_in_safety(content),
        *_in_movement_tests(content),
        *_in_exercises(content),
        *_in_rules(content),
        *_in_coaching(content),
    )


def _in_measures(content: ClinicalContent) -> Iterator[Fault]:
    known = {**content.sources, **NOT_A_CITATION}
    for measure in content.measures.values():
        file = f"measures/{measure.id}.toml"
        for scale in measure.scales:
            at = f"scales[{scale.key}]"
            yield from _unknown(file, f"{at}.scoring_source", [scale.scoring_source], known, "source")
            for band in scale.bands:
                yield from _unknown(file, f"{at}.bands[{band.key}].source", [band.source], known, "source")
            for number, cut in enumerate(scale.cut_offs, 1):
                yield from _unknown(file, f"{at}.cut_offs[{number}].source", [cut.source], known, "source")
            for one in scale.thresholds:
                named = [one.source, one.percent_source, one.detectable_source]
                place = f"{at}.thresholds[{one.key}]"
                yield from _unknown(file, place, [name for name in named if name], known, "source")
            if scale.low_symptoms:
                named = [scale.low_symptoms.source]
                yield from _unknown(file, f"{at}.low_symptoms.source", named, known, "source")
            if scale.spread:
                yield from _unknown(file, f"{at}.spread.source", [scale.spread.source], known, "source")
        if measure.licence.source:
            yield from _unknown(file, "licence.source", [measure.licence.source], known, "source")
        yield from _words_of(measure, file)


def _words_of(measure: Measure, file: str) -> Iterator[Fault]:
    items = {item.id for item in measure.items}
    scales = {scale.key for scale in measure.scales}
    bands = {band.key for scale in measure.scales for band in scale.bands}
    for language, words in measure.words.items():
        at = f"words.{language}"
        yield from _unknown(file, f"{at}.items", words.items, items, "item")
        yield from _unknown(file, f"{at}.scales", words.scales, scales, "scale")
        yield from _unknown(file, f"{at}.bands", words.bands, bands, "band")
        for missing in sorted(bands - set(words.bands)):
            yield Fault(file=file, key=f"{at}.bands", sentence=f'The band "{missing}" has no word here.')
        if measure.entry is EntryKind.OWN_WORDING:
            for missing in sorted(items - set(words.items)):
                yield Fault(
                    file=file, key=f"{at}.items", sentence=f'The item "{missing}" has no question here.'
                )
            continue
        for item, text in words.items.items():
            if len(text.split()) > WORDS_OF_A_NUMBERED_ITEM:
                sentence = "Numbered items carry one or two plain words, never the text of a questionnaire."
                yield Fault(file=file, key=f"{at}.items.{item}", sentence=sentence)


def _in_safety(content: ClinicalContent) -> Iterator[Fault]:
    safety, known = content.safety, {**content.sources, **NOT_A_CITATION}
    flags, paths = [flag.id for flag in safety.flags], [path.id for path in safety.pathways]
    precautions = [one.id for one in safety.precautions]
    file = "safety/red_flags.toml"
    yield from _twice(file, "flags", flags)
    for flag in safety.flags:
        yield from _unknown(file, f"flags[{flag.id}].pathway", [flag.pathway], paths, "pathway")
        yield from _unknown(file, f"flags[{flag.id}].source", [flag.source], known, "source")
        yield from _english(file, f"flags[{flag.id}].words", flag.words)
    for modifier in safety.modifiers:
        yield from _unknown(file, f"modifiers[{modifier.id}].raises", modifier.raises, flags, "flag")
    for language, words in safety.group_words.items():
        for group in safety.groups:
            if group.value not in words:
                sentence = f'The group "{group.value}" has no heading here.'
                yield Fault(file=file, key=f"group_words.{language}", sentence=sentence)
    file = "safety/precautions.toml"
    yield from _twice(file, "precautions", precautions)
    for one in safety.precautions:
        yield from _unknown(file, f"precautions[{one.id}].acts_as", one.acts_as, precautions, "precaution")
        yield from _unknown(file, f"precautions[{one.id}].source", [one.source], known, "source")
        yield from _english(file, f"precautions[{one.id}].words", one.words)
    for stop in safety.contraindications:
        yield from _unknown(file, f"contraindications[{stop.id}].source", [stop.source], known, "source")
        yield from _english(file, f"contraindications[{stop.id}].words", stop.words)
    brings = [safety.blood_pressure.caution_brings]
    yield from _unknown(file, "blood_pressure.caution_brings", brings, precautions, "precaution")
    for path in safety.pathways:
        yield from _unknown(
            "safety/pathways.toml", f"pathways[{path.id}].source", [path.source], known, "source"
        )
        yield from _english("safety/pathways.toml", f"pathways[{path.id}].words", path.words)


def _in_movement_tests(content: ClinicalContent) -> Iterator[Fault]:
    known = {**content.sources, **NOT_A_CITATION}
    for test in content.movement_tests.values():
        file = f"movement_tests/{test.id}.toml"
        yield from _unknown(file, "criteria_source", [test.criteria_source], known, "source")
        yield from _english(file, "words", test.words)


def _in_exercises(content: ClinicalContent) -> Iterator[Fault]:
    library, codes = content.library, content.safety.effects
    known = {**content.sources, **NOT_A_CITATION}
    for exercise in library:
        file = f"exercises/{exercise.id}.toml"
        yield from _unknown(file, "precautions", sorted(exercise.precautions), codes, "precaution")
        yield from _unknown(file, "equipment", sorted(exercise.equipment), EQUIPMENT, "piece of equipment")
        yield from _unknown(file, "source", [exercise.source], known, "source")
        yield from _english(file, "words", exercise.words)
        if exercise.alike is not None:
            yield from _unknown(file, "alike", [exercise.alike], library.exercises, "exercise")
        for way, step in (("easier", exercise.easier), ("harder", exercise.harder)):
            if step is not None and step.exercise is not None:
                yield from _unknown(file, f"{way}.exercise", [step.exercise], library.exercises, "exercise")
            if step is not None and step.variation:
                for language, words in exercise.words.items():
                    if not getattr(words, way):
                        sentence = f'The variation has no words: write {way} = "…".'
                        key = f"words.{language}.{way}"
                        yield Fault(file=file, key=key, sentence=sentence, weight=Weight.FLAW)
        yield from _chain(content, exercise, file)


def _chain(content: ClinicalContent, exercise: Exercise, file: str) -> Iterator[Fault]:
    """The easier steps must end, and end where a frail person is safe; the harder ones must end."""
    library = content.library
    for way, follow in (("easier", library.easier), ("harder", library.harder)):
        seen = [exercise.id]
        last, following = exercise, follow(exercise)
        while following is not None and following.id not in seen:
            seen.append(following.id)
            last, following = following, follow(following)
        if following is not None:
            if following.id == exercise.id:  # told once, at a member of the ring
                ring = " → ".join([*seen, following.id])
                yield Fault(file=file, key=way, sentence=f"These steps go round in a ring: {ring}.")
        elif way == "easier" and not last.is_frail_safe:
            sentence = (
                f'The easier steps end at "{last.id}", which is not frail-safe '
                "(level 1, and lying, sitting or supported)."
            )
            yield Fault(file=file, key="easier", sentence=sentence, weight=Weight.FLAW)


def _in_rules(content: ClinicalContent) -> Iterator[Fault]:
    shelves = {
        *content.cbt,
        *(category.value for category in Category),
        *(direction.value for direction in Direction),
        *content.safety.effects,
        *content.library.exercises,
        *DOSES_OF_CARE,
    }
    for rule in content.evidence.rules:
        at = f"rule[{rule.id}]"
        if rule.component:
            yield from _unknown(
                "evidence/rules.toml", f"{at}.component", [rule.component], COMPONENTS, "component"
            )
        parts = content.cbt if rule.component == "cbt" else shelves
        yield from _unknown("evidence/rules.toml", f"{at}.parts", rule.parts, parts, "part")


def _in_coaching(content: ClinicalContent) -> Iterator[Fault]:
    known = {**content.sources, **NOT_A_CITATION}
    for component in content.cbt.values():
        yield from _unknown(f"cbt/{component.id}.toml", "sources", component.sources, known, "source")


def _unknown(file: str, key: str, names: Iterable[str], known: Collection[str], what: str) -> Iterator[Fault]:
    for name in names:
        if name in known:
            continue
        near = get_close_matches(name, list(known), n=1)
        hint = f' Did you mean "{near[0]}"?' if near else ""
        yield Fault(file=file, key=key, sentence=f'There is no {what} called "{name}".{hint}')


def _twice(file: str, key: str, names: list[str]) -> Iterator[Fault]:
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Fault(file=file, key=key, sentence=f'"{name}" is listed twice.')


def _english(file: str, key: str, words: Container[str]) -> Iterator[Fault]:
    if "en" not in words:
        yield Fault(file=file, key=key, sentence="English words are missing; every text falls back to them.")
