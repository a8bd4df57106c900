"""Photographs every page of one patient's journey.

``python -m tests.gui.journey OUTDIR [light|dark] [1440x900] [NAME,...]``

A real vault in a temporary folder, the real window, the real services; only the clock is moved. Under a screen
(Xvfb too) it is a real window, without one it is drawn offscreen.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from physioplan.content.load import load_content
from physioplan.content.locate import assets_folder
from physioplan.domain.assessment import Occasion
from physioplan.evidence.recommendation import Recommendation
from physioplan.gui.assembly import Desk
from physioplan.gui.background_port import AtOnce
from physioplan.gui.main_window import MainWindow
from physioplan.gui.theme.theme import Theme
from physioplan.prescribing.choices import Choices
from physioplan.services.vault_keeper import VaultKeeper

START = date(2026, 1, 13)


class Clock:
    """Stands where the journey is."""

    day = START

    def today(self) -> date:
        """The day of the journey."""
        return self.day

    def now(self) -> datetime:
        """Its noon."""
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)


def answers(groups: tuple[str, ...]) -> dict[str, str]:
    """A baseline as a clinician would type it."""
    raw = {f"safety.asked.{group}": "1" for group in groups}
    raw |= {"measure.nrs.now": "5", "measure.nrs.average": "6", "measure.nrs.worst": "8"}
    raw |= {f"measure.odi.{n}": str(v) for n, v in enumerate((3, 1, 3, 1, 3, 2, 2, 0, 2, 2), 1)}
    raw |= {f"measure.sbst.{n}": "1" for n in range(1, 8)} | {"measure.sbst.8": "0", "measure.sbst.9": "4"}
    raw |= {"episode.pain_for": "4", "episode.pain_unit": "years", "episode.leg_pain": "none"}
    for test in ("waiters_bow", "sitting_knee_extension", "one_leg_stance"):
        raw[f"test.{test}.result"] = "fail"
    for test in ("prone_knee_bend", "quadruped_rocking", "dorsal_pelvic_tilt"):
        raw[f"test.{test}.result"] = "pass"
    goals = (("Lift my daughter into the car seat", 3, 7), ("Sit through a two-hour meeting", 4, 7))
    for number, (words, now, aim) in enumerate(goals, 1):
        raw |= {f"goal.{number}.words": words, f"goal.{number}.now": str(now), f"goal.{number}.aim": str(aim)}
    raw |= {"plan.after": "the school run", "plan.will": "do my exercises", "plan.where": "in the bedroom"}
    return raw | {"provoked.flexion": "1", "confidence": "6", "test.one_leg_stance.side": "left"}


class Photographer:
    """Takes the pictures that were asked for."""

    def __init__(self, window: MainWindow, folder: Path, suffix: str, wanted: frozenset[str]) -> None:
        self._window = window
        self._folder = folder
        self._suffix = suffix
        self._wanted = wanted

    def take(self, name: str) -> None:
        """Let the window settle, then keep its picture."""
        if self._wanted and name not in self._wanted:
            return
        for _ in range(40):
            QApplication.processEvents()
            time.sleep(0.005)
        path = self._folder / f"{name}{self._suffix}.png"
        self._window.grab().save(str(path))
        print(path, flush=True)


def walk(desk: Desk, clock: Clock, photograph: Callable[[str], None]) -> None:
    """The whole journey, a picture at each page."""
    form = desk.register.read_form(
        {"given_name": "Marta", "family_name": "Demo-Lindgren", "birth_date": "3.5.1978"}
    )
    desk.go("patients")
    photograph("patients-empty")
    desk.go("new_patient")
    photograph("new-patient")
    assert form.patient is not None
    patient = desk.register.add(form.patient).id
    raw = answers(tuple(group.value for group in desk.content.safety.groups))
    desk.go("baseline", patient, "safety")
    photograph("safety-empty")
    flag = desk.content.safety.flags[-4].id
    desk.pathway.keep_draft(patient, "baseline", raw | {f"safety.flag.{flag}": "1"})
    desk.go("baseline", patient, "safety")
    photograph("safety-flag")
    desk.pathway.keep_draft(patient, "baseline", raw)
    for step in ("pain", "disability", "psychosocial", "movement", "goals", "summary"):
        desk.go("baseline", patient, step)
        photograph(step)
    record = desk.pathway.open(patient)
    record = desk.pathway.sign_assessment(record, Occasion.BASELINE, raw, form="baseline")
    desk.go("plan_together", patient)
    photograph("plan-together")
    desk.go("programme", patient)
    photograph("programme")
    answer = desk.pathway.recommendation(record)
    assert isinstance(answer, Recommendation)
    record = desk.pathway.agree(record, answer, desk.pathway.proposal(record, answer), Choices())
    desk.go("overview", patient)
    photograph("overview")
    desk.go("handout", patient)
    photograph("handout")
    desk.close_sheets()
    clock.day = START + timedelta(days=28)
    desk.go("visit", patient)
    photograph("visit")
    sessions = {"reps": "all", "effort": "4", "pain": "2", "settled": "1", "form": "1"}
    assert record.programme is not None
    first = record.programme.phases[1].items[0].exercise
    diary = {f"diary.{week}.done": str(done) for week, done in ((2, 5), (3, 4), (4, 5))} | {
        "diary.5.done": "x"
    }
    told = {f"session.{first}.{key}": words for key, words in sessions.items()}
    desk.pathway.keep_draft(
        patient, "visit", diary | told | {f"step.{first}.confirmed": "1", "diary.4.pain": "5"}
    )
    desk.go("visit", patient, "progress")
    photograph("visit-progress")
    desk.pathway.discard_draft(patient, "visit")
    desk.pathway.record_visit(record, {"measure.nrs.average": "5", "notes": "Walks most days."})
    clock.day = START + timedelta(days=86)
    desk.go("today")
    desk.hide_names(False)
    photograph("today")
    desk.go("overview", patient)
    photograph("overview-due")
    desk.go("review", patient, Occasion.WEEK_12.value)
    photograph("review")
    later = raw | {"measure.nrs.average": "3", "measure.nrs.now": "2", "measure.nrs.worst": "6"}
    later |= {f"measure.odi.{n}": "1" for n in range(1, 11)} | {"goal.1.now": "8", "goal.2.now": "5"}
    later["unwanted_effects"] = "Sore for 2 days in week 3."
    desk.pathway.sign_assessment(desk.pathway.open(patient), Occasion.WEEK_12, later, form="week_12")
    desk.go("outcome", patient, Occasion.WEEK_12.value)
    photograph("outcome")
    desk.go("patients")
    desk.hide_names(False)
    photograph("patients")
    for place in ("exercises", "evidence", "clinic", "settings"):
        desk.go(place)
        photograph(place)


def main(arguments: list[str]) -> int:
    """Walk the journey once; 0 when every page could be shown."""
    folder = Path(arguments[0])
    mode = "dark" if "dark" in arguments else "light"
    size = next((a for a in arguments[1:] if a.replace("x", "").isdigit()), "1440x900")
    wanted = arguments[3].split(",") if len(arguments) > 3 else []
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    theme = Theme(application, assets_folder(), mode)
    window = MainWindow()
    width, height = (int(part) for part in size.split("x"))
    window.resize(width, height)
    window.show()
    with tempfile.TemporaryDirectory() as place:
        opened = VaultKeeper(Path(place) / "vault").create(
            "Demo Clinic", "Demo Clinician", "seven blue herons walk"
        )
        clock = Clock()
        desk = Desk(window, opened, load_content(), clock, AtOnce(), theme=theme)
        walk(desk, clock, Photographer(window, folder, f"-{mode}-{size}", frozenset(wanted)).take)
        desk.close()
        opened.vault.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
