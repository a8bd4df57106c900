"""No shipped text, in any language, promises what the evidence does not hold."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.builders import ASSETS, content

PACKAGE = ASSETS.parent / "physioplan"
QUOTED_ON_PURPOSE = {"forbidden"}  # the patterns themselves
QUOTES = re.compile(r'^\s*(msgstr|msgid)?\s*"(.*)"\s*$')


def texts() -> Iterator[tuple[str, str]]:
    """Every shipped sentence with where it stands: content files, catalogues, and the program's own words."""
    for path in sorted(ASSETS.rglob("*.toml")):
        for key, text in _strings(tomllib.loads(path.read_text(encoding="utf-8"))):
            yield f"{path.relative_to(ASSETS)}: {key}", text
    for path in sorted(ASSETS.rglob("*.po")):
        entries = re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))
        for number, entry in enumerate(entries):
            parts = (match[2] for line in entry.splitlines() if (match := QUOTES.match(line)))
            yield f"{path.relative_to(ASSETS)}: entry {number}", "".join(parts)
    for path in sorted(PACKAGE.rglob("*.py")):
        yield str(path.relative_to(PACKAGE)), path.read_text(encoding="utf-8")


def _strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from _strings(one, f"{key}[{place}]")
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in QUOTED_ON_PURPOSE:
                yield from _strings(one, f"{key}.{name}" if key else name)


def test_no_shipped_text_makes_a_forbidden_claim() -> None:
    found = [
        f"{place}: {phrase.why} ({phrase.pattern})"
        for place, text in texts()
        for phrase in content().evidence.forbidden
        if phrase.is_in(text)
    ]
    assert found == []


@pytest.mark.parametrize(
    "claim",
    [
        "A 38 % success rate in pain relief.",
        "84% higher success rate with CBT",
        "The success rate is high.",
        "Proven to work",
        "This programme cures back pain.",
        "It strengthens your core so that pain stops",
        "Your chance is 38 %.",
        "A lasting effect for more than 1 year",
        "Motor control is superior to other exercise",
        "CBT works for everyone",
        "The best exercise for back pain",
        "10,084 people stand behind this number",
        "Ihre Chance beträgt 38 %",
        "Die Wirkung ist wissenschaftlich erwiesen.",
        "Die beste Übung gegen Rückenschmerz",
        "Motorische Kontrolle ist überlegen",
        "Le meilleur exercice contre le mal de dos",
        "38 por ciento de éxito es una tasa de éxito de 38",
        "Es heilt den Rücken",
        "Efficacité prouvée",
        "Un effet durable, vos chances de succès",
        "Le contrôle moteur est supérieur aux autres exercices",
        "La TCC fonctionne pour tous",
        "Un alivio duradero",
        "El control motor es superior",
        "Este ejercicio cura la espalda",
        "La TCC funciona para todos",
        "Fortalece el tronco para que el dolor pare",
        "أفضل تمرين لآلام الظهر",
        "نسبة النجاح عالية",
        "شفاء تام",
    ],
)
def test_each_kind_of_claim_would_be_caught(claim: str) -> None:
    assert any(phrase.is_in(claim) for phrase in content().evidence.forbidden)


@pytest.mark.parametrize(
    "honest",
    [
        "It may ease pain a little more.",
        "58 trials, 10,084 people in the whole review",
        "10,084 people in all; each line uses fewer",
        "A relative difference, not one person's chance.",
        "Not a success rate, not a share of people.",
        "Nothing lasts for ever.",
        "Chest pain: stop.",
        "Der Rücken wird kräftiger, und der Alltag kann leichter werden.",
        "Procure descansar un poco",
        "قد يخف الألم قليلا",
    ],
)
def test_honest_words_pass(honest: str) -> None:
    assert [phrase.why for phrase in content().evidence.forbidden if phrase.is_in(honest)] == []


def test_every_effect_a_sentence_names_goes_with_comparator_and_certainty() -> None:
    certain = re.compile(r"certainty|not reported|Sicherheit|nicht berichtet|very low", re.IGNORECASE)
    compared = re.compile(r"against|passive|active|gegenüber|other|andere", re.IGNORECASE)
    for sentence in content().evidence.sentences:
        if any((effect := content().evidence.effect(name)) and effect.pooled for name in sentence.effects):
            for words in sentence.clinician.values():
                assert certain.search(words) and compared.search(words), sentence.id


def test_the_test_reads_the_real_folders() -> None:
    assert Path(ASSETS / "evidence" / "sentences.toml").is_file()
    assert sum(1 for _ in texts()) > 500
