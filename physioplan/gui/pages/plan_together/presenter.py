"""Deciding together: what is suggested, with what behind it, and what clinician and patient choose."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from physioplan.content.clinical_content import ClinicalContent
from physioplan.domain.assessment import Occasion
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.programme import DepartureReason
from physioplan.evidence.recommendation import Recommendation, ReferOn
from physioplan.gui.navigator import Navigator
from physioplan.gui.patient_header import PatientHeader, header_of
from physioplan.gui.words import _, ngettext
from physioplan.measures.safety_verdict import SafetyVerdict
from physioplan.prescribing.choices import (
    Choices,
    ComponentChoice,
    component_departures,
    open_reasons,
    proposed_components,
)
from physioplan.services.care_pathway import CarePathway
from physioplan.services.clock import Clock

FORM = "plan_together"


@dataclass(frozen=True, slots=True)
class PlanTogetherView:
    """What the page draws: the answer of the rules and the choices made so far.

    ``open_reasons`` are the components or parts whose "why" is still asked; ``locked`` is why the plan cannot be
    agreed yet; ``departures`` are the components chosen otherwise than ``proposed``.
    """

    header: PatientHeader
    first_name: str
    record: EpisodeRecord
    answer: Recommendation | ReferOn
    choices: Mapping[str, ComponentChoice]
    open_reasons: tuple[str, ...]
    proposed: Mapping[str, bool]
    departures: tuple[str, ...]
    verdict: SafetyVerdict | None
    content: ClinicalContent
    spread: float
    locked: str
    saved_at: datetime | None
    can_undo: bool


class PlanTogetherPresenter:
    """Drives the page through ``display``; every choice is kept as a draft at once."""

    def __init__(self, pathway: CarePathway, navigator: Navigator, clock: Clock) -> None:
        self._pathway = pathway
        self._navigator = navigator
        self._clock = clock
        self._record: EpisodeRecord | None = None
        self._answer: Recommendation | ReferOn | None = None
        self._chosen: dict[str, ComponentChoice] = {}
        self._past: list[dict[str, ComponentChoice]] = []
        self._saved_at: datetime | None = None
        self._display: Callable[[PlanTogetherView], None] = lambda view: None

    def attach(self, display: Callable[[PlanTogetherView], None]) -> None:
        """Show every later view through ``display``."""
        self._display = display

    def open(self, patient_id: str) -> None:
        """Ask the rules afresh and bring back the choices made so far."""
        self._record = self._pathway.open(patient_id)
        self._answer = self._pathway.recommendation(self._record)
        self._chosen = _read(self._pathway.draft(patient_id, FORM))
        self._past = []
        self._show()

    # ------------------------------------------------------------------ choosing

    def include(self, component: str, included: bool) -> None:
        """Put a component or coping part in, or leave it out; against the proposal asks why."""
        self._remember()
        if included == self._proposed(component):
            self._chosen.pop(component, None)
        else:
            before = self._chosen.get(component)
            self._chosen[component] = ComponentChoice(
                component=component,
                included=included,
                reason=before.reason if before else None,
                words=before.words if before else "",
            )
        self._keep()

    def give_reason(self, component: str, reason: DepartureReason | None, words: str) -> None:
        """Why the choice was made; kept in the plan."""
        chosen = self._chosen.get(component)
        if chosen is not None:
            self._chosen[component] = chosen.amend(reason=reason, words=words)
            self._keep()

    def undo(self) -> None:
        """Take the last choice back."""
        if self._past:
            self._chosen = self._past.pop()
            self._keep()

    def restore(self, component: str) -> None:
        """Go back to the suggestion for one component."""
        if component in self._chosen:
            self._remember()
            del self._chosen[component]
            self._keep()

    @property
    def choices(self) -> Choices:
        """The choices as the prescribing floor takes them."""
        return Choices(components=tuple(self._chosen.values()))

    def agree(self) -> None:
        """Go on to the programme; locked while a reason is open or the person must be referred on."""
        if self._record is None or self._locked():
            self._show()
            return
        self._keep()
        self._navigator.go("programme", self._record.patient.id)

    def go_back(self) -> None:
        """Back to the patient."""
        if self._record is not None:
            self._navigator.go("overview", self._record.patient.id)

    def open_evidence(self) -> None:
        """Show the sources and doubts behind a suggestion."""
        self._navigator.go("evidence")

    def go_to_stage(self, stage: str) -> None:
        """Another stage of the journey was asked for in the header."""
        if self._record is None:
            return
        patient = self._record.patient.id
        if stage in ("week_12", "year_1"):
            done = self._record.assessment(Occasion(stage)) is not None
            self._navigator.go("outcome" if done else "review", patient, stage)
        elif stage == "programme" and self._record.programme is not None:
            self._navigator.go("programme", patient)
        elif stage in ("overview", "baseline"):
            self._navigator.go(stage, patient)

    # ------------------------------------------------------------------ inside

    def _remember(self) -> None:
        self._past.append(dict(self._chosen))

    def _proposed(self, component: str) -> bool:
        if not isinstance(self._answer, Recommendation):
            return False
        return proposed_components(self._answer).get(component, False)

    def _keep(self) -> None:
        if self._record is not None:
            self._pathway.keep_draft(self._record.patient.id, FORM, _write(self._chosen))
            self._saved_at = self._clock.now()
        self._show()

    def _open_reasons(self) -> tuple[str, ...]:
        return open_reasons(self._answer, self.choices) if isinstance(self._answer, Recommendation) else ()

    def _departures(self) -> tuple[str, ...]:
        if not isinstance(self._answer, Recommendation):
            return ()
        return tuple(choice.component for choice in component_departures(self._answer, self.choices))

    def _locked(self) -> str:
        if self._record is None or self._record.baseline is None:
            return _("Finish the baseline first")
        if isinstance(self._answer, ReferOn):
            return _("The plan is locked until the red flag is cleared")
        count = len(self._open_reasons())
        if count:
            return ngettext(
                "{n} choice still needs its reason", "{n} choices still need a reason", count
            ).format(n=count)
        return ""

    def _show(self) -> None:
        if self._record is None or self._answer is None:
            return
        self._display(
            PlanTogetherView(
                header=header_of(self._record, self._clock.today(), "programme"),
                first_name=self._record.patient.given_name,
                record=self._record,
                answer=self._answer,
                choices=dict(self._chosen),
                open_reasons=self._open_reasons(),
                proposed=proposed_components(self._answer)
                if isinstance(self._answer, Recommendation)
                else {},
                departures=self._departures(),
                verdict=self._pathway.verdict(self._record),
                content=self._pathway.content,
                spread=self._pathway.settings.spread("nrs"),
                locked=self._locked(),
                saved_at=self._saved_at,
                can_undo=bool(self._past),
            )
        )


def _write(chosen: Mapping[str, ComponentChoice]) -> dict[str, str]:
    return {name: choice.model_dump_json() for name, choice in chosen.items()}


def _read(raw: Mapping[str, str]) -> dict[str, ComponentChoice]:
    return {name: ComponentChoice.model_validate(json.loads(words)) for name, words in raw.items()}


def choices_from_draft(raw: Mapping[str, str]) -> Choices:
    """The choices a draft holds, for the programme that is built on them."""
    return Choices(components=tuple(_read(raw).values()))
