"""Patient search per keystroke over 10,000 patients, as the list asks for it."""

from __future__ import annotations

import statistics

from physioplan.gui.pages.patients.presenter import FOUND
from physioplan.services.patient_register import PatientRegister
from tests.benchmarks.big_vault import a_clock, big_vault, family_name
from tests.benchmarks.result import Result
from tests.benchmarks.timing import milliseconds

TIMES = 9
TYPED = (family_name(4321), f"{family_name(77)} {family_name(77 * 7 + 3)}", "demo anna", "C-0123", "ben zzz")


def measure() -> Result:
    """Type whole names letter by letter; the slowest letter counts, by the median of its times."""
    opened = big_vault().open()
    with opened.vault:
        register = PatientRegister(opened.vault, a_clock(), opened.by)
        worst, slowest = 0.0, ""
        for name in TYPED:
            for end in range(1, len(name) + 1):
                letters = name[:end]
                median = statistics.median(
                    milliseconds(lambda typed=letters: register.find(typed, FOUND))
                    for _ in range(TIMES)  # type: ignore[misc]
                )
                if median > worst:
                    worst, slowest = median, letters
    return Result("patient search per keystroke at 10,000", worst, None, goal=5, note=f"slowest: “{slowest}”")
