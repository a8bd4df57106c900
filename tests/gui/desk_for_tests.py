"""A real vault with one invented patient on a desk without a screen, for tests of pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from physioplan.domain.assessment import Occasion
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.gui.assembly import Desk
from physioplan.gui.background_port import AtOnce
from physioplan.gui.main_window import MainWindow
from physioplan.prescribing.choices import Choices
from physioplan.services.clock import FixedClock
from physioplan.services.vault_keeper import VaultKeeper
from tests.builders import content
from tests.gui.theme_for_tests import a_theme

START = date(2026, 1, 13)
ODI_38 = (3, 1, 3, 1, 3, 2, 2, 0, 2, 2)
ODI_24 = (2, 1, 2, 1, 2, 1, 1, 0, 1, 1)


class CalendarForTests(FixedClock):
    """A clock that is moved from day to day by hand."""

    def set(self, day: date) -> None:
        """Go on with ``day``."""
        self._day = day


class DeskForTests:
    """A desk whose day can be set; ``patient`` is the id of the one patient."""

    def __init__(self, folder: Path) -> None:
        self.opened = VaultKeeper(folder).create(
            "Harbour Physiotherapy", "Jona Demo", "correct horse battery"
        )
        self.clock = CalendarForTests(START)
        self.window = MainWindow()
        self.window.resize(1440, 900)
        self.desk = Desk(self.window, self.opened, content(), self.clock, AtOnce(), theme=a_theme())
        register = self.desk.register
        form = {"given_name": "Marta", "family_name": "Demo", "birth_date": "3.5.1978"}
        patient = register.read_form(form).patient
        assert patient is not None
        self.patient = register.add(patient).id

    def on(self, day: date) -> DeskForTests:
        """Go on with ``day`` as today."""
        self.clock.set(day)
        return self

    @property
    def record(self) -> EpisodeRecord:
        """The episode as it stands."""
        return self.desk.pathway.open(self.patient)

    def sign_baseline(self, **more: str) -> DeskForTests:
        """Pain 6, ODI 38, three goals."""
        self.desk.pathway.sign_assessment(
            self.record, Occasion.BASELINE, answers(6, ODI_38, (3, 4, 5)) | more, form="baseline"
        )
        return self

    def agree(self) -> DeskForTests:
        """Agree what is suggested; the windows start here."""
        pathway, record = self.desk.pathway, self.record
        answer = pathway.recommendation(record)
        pathway.agree(record, answer, pathway.proposal(record, answer), Choices())  # type: ignore[arg-type]
        return self

    def sign_review(
        self,
        occasion: Occasion = Occasion.WEEK_12,
        *,
        pain: int | None = 3,
        odi: tuple[int, ...] = ODI_24,
        goals: tuple[int, ...] = (8,),
        **more: str,
    ) -> DeskForTests:
        """Sign a review; ``pain`` None is pain that was not asked."""
        self.desk.pathway.sign_assessment(
            self.record, occasion, answers(pain, odi, goals) | more, form=occasion.value
        )
        return self

    def close(self) -> None:
        """Drop the pages and close the vault."""
        self.desk.close()
        self.opened.vault.close()


def answers(pain: int | None, odi: tuple[int, ...], goals: tuple[int, ...]) -> dict[str, str]:
    """A form as typed: every safety group asked, pain, disability and goals with an aim of 7."""
    raw = {f"safety.asked.{group.value}": "1" for group in content().safety.groups}
    raw |= {"episode.pain_for": "4", "episode.pain_unit": "years", "episode.leg_pain": "none"}
    if pain is not None:
        raw |= {
            "measure.nrs.now": str(pain),
            "measure.nrs.average": str(pain),
            "measure.nrs.worst": str(pain + 1),
        }
    raw |= {f"measure.odi.{item}": str(value) for item, value in enumerate(odi, start=1)}
    for number, rating in enumerate(goals, start=1):
        raw |= {
            f"goal.{number}.words": f"Goal number {number}",
            f"goal.{number}.now": str(rating),
            f"goal.{number}.aim": "7",
        }
    return raw
