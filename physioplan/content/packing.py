"""Checked content → the plain parts that are kept compiled, and back."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from physioplan.content.clinical_content import ClinicalContent
from physioplan.content.lazy import LazyMapping
from physioplan.content.plain import PlainReader, PlainWriter
from physioplan.evidence.evidence_book import EvidenceBook
from physioplan.library.exercise_library import ExerciseLibrary

Packed = dict[str, Any]


def pack(content: ClinicalContent) -> Packed:
    """Every part of ``content`` in its plain form, and the classes these are made of."""
    book, writer = content.evidence, PlainWriter()
    packed: Packed = {
        "measures": writer.write(dict(content.measures)),
        "movement_tests": writer.write(dict(content.movement_tests)),
        "cbt": writer.write(dict(content.cbt)),
        "exercises": writer.write(dict(content.library.exercises)),
        "safety": writer.write(content.safety),
        "evidence": {part.name: writer.write(getattr(book, part.name)) for part in fields(book)},
    }
    return {"classes": writer.classes, **packed}


def unpack(packed: Packed) -> ClinicalContent:
    """The content again; exercises, measures, tests and coaching components are read when first asked for.

    Raises one of the errors of ``PlainReader.read`` when ``packed`` was made by another program.
    """
    read = PlainReader(packed["classes"]).read
    evidence = EvidenceBook(**{name: read(part) for name, part in packed["evidence"].items()})
    return ClinicalContent(
        measures=LazyMapping(packed["measures"], read),
        library=ExerciseLibrary(LazyMapping(packed["exercises"], read)),  # kept in the library's order
        evidence=evidence,
        safety=read(packed["safety"]),
        cbt=LazyMapping(packed["cbt"], read),
        movement_tests=LazyMapping(packed["movement_tests"], read),
        sources=evidence.sources,
    )
