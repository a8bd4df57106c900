"""Plain tables → values: every model is tried, and every fault is gathered with its file and key."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from physioplan.content.clinical_content import ClinicalContent
from physioplan.content.fault import Fault
from physioplan.content.reading import Tables
from physioplan.domain.citation import Citation
from physioplan.domain.value import Value
from physioplan.evidence.cbt_component import CbtComponent
from physioplan.evidence.evidence_book import FILES, EvidenceBook, EvidenceFaults, parse_evidence
from physioplan.library.exercise import Exercise
from physioplan.library.exercise_library import ExerciseLibrary
from physioplan.measures.measure import Measure
from physioplan.measures.movement_test import MovementTest
from physioplan.measures.safety_content import SafetyContent

Kind = TypeVar("Kind", bound=Value)

SAFETY_FILES = ("red_flags", "axial_spondyloarthritis", "precautions", "pathways")


def build(tables: Tables) -> tuple[ClinicalContent | None, tuple[Fault, ...]]:
    """Make every value now; with faults, the content holds what could be made, for checking further.

    It is ``None`` when there is no safety content at all.
    """
    faults: list[Fault] = []
    measures = _each(tables, "measures", Measure, faults)
    tests = _each(tables, "movement_tests", MovementTest, faults)
    exercises = _each(tables, "exercises", Exercise, faults)
    cbt = _each(tables, "cbt", CbtComponent, faults)
    evidence = _evidence(tables, faults)
    safety = _safety(tables, faults)
    if safety is None:
        return None, tuple(faults)
    return _content(measures, exercises.values(), evidence, safety, cbt, tests), tuple(faults)


def _content(
    measures: Mapping[str, Measure],
    exercises: Iterable[Exercise],
    evidence: EvidenceBook,
    safety: SafetyContent,
    cbt: Mapping[str, CbtComponent],
    tests: Mapping[str, MovementTest],
) -> ClinicalContent:
    return ClinicalContent(
        measures=measures,
        library=ExerciseLibrary.of(exercises),
        evidence=evidence,
        safety=safety,
        cbt=cbt,
        movement_tests=tests,
        sources=evidence.sources,
    )


def safety_table(tables: Tables) -> dict[str, Any]:
    """The four safety files as the one table that ``SafetyContent`` reads."""
    flags, signs, precautions, pathways = (tables.get(f"safety/{name}.toml", {}) for name in SAFETY_FILES)
    return {**flags, "spondyloarthritis": signs, **precautions, **pathways}


def evidence_tables(tables: Tables) -> dict[str, dict[str, Any]]:
    """The evidence files by name; sources of measures and safety join the others."""
    found = {name: tables[f"evidence/{name}.toml"] for name in FILES if f"evidence/{name}.toml" in tables}
    further = tables.get("evidence/measure_sources.toml", {}).get("source", [])
    if "sources" in found:
        found["sources"] = {**found["sources"], "source": [*found["sources"].get("source", []), *further]}
    return found


def _of_folder(tables: Tables, folder: str) -> dict[str, dict[str, Any]]:
    """Tables of one folder by file name without its ending."""
    start = f"{folder}/"
    return {name[len(start) : -5]: table for name, table in tables.items() if name.startswith(start)}


def _each(tables: Tables, folder: str, kind: type[Kind], faults: list[Fault]) -> dict[str, Kind]:
    made: dict[str, Kind] = {}
    for name, table in _of_folder(tables, folder).items():
        file = f"{folder}/{name}.toml"
        if "id" in table and table["id"] != name:
            faults.append(
                Fault(
                    file=file,
                    key="id",
                    sentence=f'The id "{table["id"]}" must be the file\'s name, "{name}".',
                )
            )
        try:
            made[name] = kind.model_validate(table)
        except ValidationError as wrong:
            faults += faults_in(wrong, file, table)
    return made


def _safety(tables: Tables, faults: list[Fault]) -> SafetyContent | None:
    missing = [f"safety/{name}.toml" for name in SAFETY_FILES if f"safety/{name}.toml" not in tables]
    faults += [
        Fault(file=name, key="", sentence="The file is missing or cannot be read.") for name in missing
    ]
    if missing:
        return None
    whole = safety_table(tables)
    try:
        return SafetyContent.model_validate(whole)
    except ValidationError as wrong:
        for fault in faults_in(wrong, "", whole):
            first = fault.key.split(".")[0].split("[")[0]
            file = next((f for f in SAFETY_FILES if first in tables[f"safety/{f}.toml"]), SAFETY_FILES[1])
            faults.append(
                fault.amend(file=f"safety/{file}.toml", key=fault.key.removeprefix("spondyloarthritis."))
            )
        return None


def _evidence(tables: Tables, faults: list[Fault]) -> EvidenceBook:
    """The book; when it has faults, one that knows the sources alone, so that other files can be checked."""
    raw = evidence_tables(tables)
    try:
        return parse_evidence(raw)
    except EvidenceFaults as wrong:
        faults += [
            Fault(file=f"evidence/{f.file}", key=f.key, sentence=_full_stop(f.sentence)) for f in wrong.faults
        ]
    sources: dict[str, Citation] = {}
    for row in raw.get("sources", {}).get("source", ()):
        with contextlib.suppress(ValidationError):  # told above
            citation = Citation.model_validate(row)
            sources[citation.key] = citation
    return EvidenceBook("", (), (), sources, (), (), (), ())


def _full_stop(sentence: str) -> str:
    text = sentence[:1].upper() + sentence[1:]
    return text if text.endswith((".", "?")) else f"{text}."


def faults_in(wrong: ValidationError, file: str, table: Any) -> list[Fault]:
    """One fault for each thing pydantic found, its place written as people write it in the file."""
    # A list whose only member is wrong is also called too short; that echo would only confuse.
    errors = [e for e in wrong.errors(include_url=False) if e["type"] != "too_short" or not e["input"]]
    return [
        Fault(
            file=file,
            key=_place(error["loc"], table),
            sentence=_sentence(error["type"], error["msg"], error["input"]),
        )
        for error in errors
    ]


def _place(steps: tuple[int | str, ...], table: Any) -> str:
    """``scales[total].thresholds[ostelo].points``: list members by their key or id where they have one."""
    place, here = "", table
    for step in steps:
        if isinstance(step, int):
            member = here[step] if isinstance(here, list) and step < len(here) else None
            name = member.get("id", member.get("key", step + 1)) if isinstance(member, dict) else step + 1
            place += f"[{name}]"
            here = member
        elif isinstance(here, dict) or here is None:
            place += f".{step}" if place else step
            here = here.get(step) if isinstance(here, dict) else None
    return place


def _sentence(kind: str, message: str, given: Any) -> str:
    if kind == "missing":
        return "This key is missing."
    if kind == "extra_forbidden":
        return "This key is not known here; check its spelling."
    text = message.removeprefix("Value error, ")
    text = text[:1].upper() + text[1:]
    shown = repr(given) if isinstance(given, str | int | float | bool) else ""
    return f"{text}, not {shown}." if shown and not text.endswith(".") and len(shown) < 60 else f"{text}."
