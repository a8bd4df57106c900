"""Check every content file: all faults of all files at once, and the values that nobody has verified yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from physioplan.content.building import build
from physioplan.content.clinical_content import ClinicalContent
from physioplan.content.fault import Fault, Weight
from physioplan.content.links import loose_ends
from physioplan.content.locate import assets_folder
from physioplan.content.prose import forbidden_claims
from physioplan.content.reading import read_tables
from physioplan.domain.citation import Verification
from physioplan.measures.measure import Measure


def check_content(folder: Path | None = None) -> tuple[Fault, ...]:
    """Everything worth saying about ``folder`` (default: the program's own assets), ordered by file.

    Faults and flaws are to be mended; notes list the values that nobody has checked against their source yet.
    """
    tables, unread = read_tables(folder or assets_folder())
    content, wrong = build(tables)
    found = [*unread, *wrong]
    if content is not None:
        found += loose_ends(content)
        found += forbidden_claims(tables, content.evidence.forbidden)
        found += unverified_values(content)
    return tuple(sorted(dict.fromkeys(found), key=lambda fault: (fault.file, fault.key)))


def unverified_values(content: ClinicalContent) -> tuple[Fault, ...]:
    """A note for each value that was not checked against its source; shown, never mended by guesswork."""
    return (*_in_measures(content), *_in_safety_and_tests(content), *_in_evidence(content))


def _note(file: str, key: str, sentence: str) -> Fault:
    return Fault(file=file, key=key, sentence=sentence, weight=Weight.NOTE)


def _in_measures(content: ClinicalContent) -> Iterator[Fault]:
    for measure in content.measures.values():
        for key, what in _doubts(measure):
            yield _note(f"measures/{measure.id}.toml", key, f"Unverified: {what}.")


def _doubts(measure: Measure) -> Iterator[tuple[str, str]]:
    doubt = Verification.UNVERIFIED
    for scale in measure.scales:
        at = f"scales[{scale.key}]"
        if scale.scoring_verification is doubt:
            yield at, "how it is scored"
        if scale.max_missing and scale.missing_verification is doubt:
            yield f"{at}.max_missing", f"the rule for missing items (up to {scale.max_missing})"
        for band in scale.bands:
            if band.verification is doubt:
                yield f"{at}.bands[{band.key}]", f"the band {band.low:g} to {band.high:g}"
        for cut in scale.cut_offs:
            if cut.verification is doubt:
                yield f"{at}.cut_offs", f"the cut-off {cut.value:g} ({cut.meaning})"
        for one in scale.thresholds:
            if one.verification is doubt:
                yield f"{at}.thresholds[{one.key}]", f"the change that matters, {one.points:g} points"
            if one.detectable_verification is doubt:
                yield (
                    f"{at}.thresholds[{one.key}].detectable",
                    f"the detectable change, {one.detectable:g} points",
                )
        if scale.spread and scale.spread.verification is doubt:
            yield f"{at}.spread", f"the spread, {scale.spread.default:g}"
    if measure.licence.verification is doubt:
        yield "licence", "who owns it and on what terms"


def _in_safety_and_tests(content: ClinicalContent) -> Iterator[Fault]:
    for flag in content.safety.flags:
        if flag.verification is Verification.UNVERIFIED:
            yield _note("safety/red_flags.toml", f"flags[{flag.id}]", "Unverified: this flag.")
    for test in content.movement_tests.values():
        if test.criteria_verification is Verification.UNVERIFIED:
            file = f"movement_tests/{test.id}.toml"
            yield _note(
                file, "criteria_verification", "Unverified: the wording of the pass and fail criteria."
            )


def _in_evidence(content: ClinicalContent) -> Iterator[Fault]:
    for rule in content.evidence.rules:
        if rule.verification is Verification.UNVERIFIED:
            yield _note("evidence/rules.toml", f"rule[{rule.id}]", "Unverified: what this rule rests on.")
    for study in content.evidence.studies:
        if study.verification is Verification.UNVERIFIED:
            yield _note(
                "evidence/studies.toml", f"study[{study.id}]", "Unverified: the numbers of this study."
            )
        for result in study.results:
            if result.verification is Verification.UNVERIFIED:
                yield _note(
                    "evidence/studies.toml", f"study[{study.id}].results", f"Unverified: {result.what}."
                )
