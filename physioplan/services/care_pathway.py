"""The way of one patient through the clinic: baseline, plan together, visits, reviews. Read this file first.

Each method has the same three beats: load, ask, keep. What is asked are pure functions of the floors below;
this file adds the clock, the clinician's name and the vault.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from physioplan.content.clinical_content import ClinicalContent
from physioplan.domain.assessment import Assessment, NextStep, Occasion
from physioplan.domain.clinic import Clinician
from physioplan.domain.episode import EndReason, EpisodeEnd, EpisodeOfCare
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.journey import JourneyState
from physioplan.domain.outcome import ChangeThreshold, OutcomeChange
from physioplan.domain.preferences import Preferences
from physioplan.domain.programme import Programme
from physioplan.domain.safety import SafetyScreen
from physioplan.domain.score import Score
from physioplan.domain.signature import Signature
from physioplan.domain.visit import Visit
from physioplan.evidence.findings import ClinicalFindings, findings_of
from physioplan.evidence.recommend import recommend
from physioplan.evidence.recommendation import Recommendation, ReferOn
from physioplan.measures.change import compare
from physioplan.measures.safety_verdict import SafetyVerdict, verdict_of
from physioplan.prescribing.choices import Choices
from physioplan.prescribing.follow_up import follow_up_windows
from physioplan.prescribing.journey import journey_state
from physioplan.prescribing.prescribe import Authorship, prescribe
from physioplan.prescribing.propose import ProposedProgramme, propose
from physioplan.services.clinic_settings import ClinicSettings
from physioplan.services.clock import Clock
from physioplan.services.encounter_form import Encounter, read_encounter, self_harm_answer
from physioplan.services.progress_form import Progress, read_progress, stepped
from physioplan.services.typed_form import Raw
from physioplan.storage import audit, drafts
from physioplan.storage.assessment_records import keep_assessment
from physioplan.storage.episode_records import (
    amend_episode,
    episodes_of,
    keep_windows,
    open_episode,
    the_episode_record,
)
from physioplan.storage.programme_records import keep_programme
from physioplan.storage.session import Session
from physioplan.storage.vault import Vault
from physioplan.storage.visit_records import keep_visit

FORM_FORMAT = 1


class CarePathway:
    """Everything done for one patient, by one signed-in clinician, in one open vault."""

    def __init__(self, vault: Vault, content: ClinicalContent, clock: Clock, by: Clinician) -> None:
        self._vault = vault
        self._clock = clock
        self.content = content
        self.by = by
        self.settings = ClinicSettings(vault, clock, by)

    # ------------------------------------------------------------------ load

    def open(self, patient_id: str) -> EpisodeRecord:
        """The current episode of a patient, whole; opens a first episode for a new patient. The look is logged."""
        with self._vault.writing() as session:
            episodes = episodes_of(session, patient_id)
            if not episodes:
                first = EpisodeOfCare(id=str(uuid4()), patient_id=patient_id, opened=self._clock.today())
                open_episode(session, first)
                episodes = (first,)
            self._log(session, "opened", "patient", patient_id)
            return the_episode_record(session, episodes[-1].id)

    def reload(self, record: EpisodeRecord) -> EpisodeRecord:
        """The same episode as it stands in the vault now."""
        with self._vault.reading() as session:
            return the_episode_record(session, record.episode.id)

    # ------------------------------------------------------------------ drafts

    def keep_draft(self, patient_id: str, form: str, raw: Raw) -> None:
        """Keep what was typed so far; it is offered again after a lock or a crash."""
        with self._vault.writing() as session:
            drafts.keep(
                session, patient_id, form, FORM_FORMAT, raw, clinician=self.by.name, at=self._clock.now()
            )

    def draft(self, patient_id: str, form: str) -> dict[str, str]:
        """What was typed and not yet saved; empty when there is none."""
        with self._vault.reading() as session:
            found = drafts.find(session, patient_id, form)
        return dict(found.raw) if found else {}

    def discard_draft(self, patient_id: str, form: str) -> None:
        """Throw a draft away, on the clinician's word."""
        with self._vault.writing() as session:
            drafts.discard(session, patient_id, form)

    # ------------------------------------------------------------------ ask

    def read(self, raw: Raw) -> Encounter:
        """What a form says today, with scores as they stand and every field that cannot be read."""
        return read_encounter(raw, self.content.measures, self._clock.today(), self.by.name)

    def verdict_on(self, encounter: Encounter) -> SafetyVerdict:
        """What the safety questions of a form still being filled come to."""
        return verdict_of(encounter.safety, self.content.safety, self_harm_answer(encounter.responses))

    def verdict(self, record: EpisodeRecord) -> SafetyVerdict | None:
        """What the latest safety screen means; ``None`` before the first one."""
        screen = record.latest_safety
        if screen is None:
            return None
        baseline = record.baseline
        answer = self_harm_answer(baseline.responses) if baseline and baseline.safety == screen else None
        return verdict_of(screen, self.content.safety, answer)

    def findings(self, record: EpisodeRecord) -> ClinicalFindings:
        """All findings the rules may use, as of today."""
        return findings_of(record, self.verdict(record), self._clock.today())

    def recommendation(self, record: EpisodeRecord) -> Recommendation | ReferOn:
        """What the evidence suggests for this person, or that the person must be referred on."""
        return recommend(self.findings(record), self.content.evidence, self.content.library, self.content.cbt)

    def proposal(
        self, record: EpisodeRecord, recommendation: Recommendation, choices: Choices | None = None
    ) -> ProposedProgramme:
        """A whole programme to start from, shaped by findings, preferences and choices."""
        return propose(
            recommendation,
            self.findings(record),
            self.preferences(record),
            self.content.library,
            choices or Choices(),
        )

    def preferences(self, record: EpisodeRecord) -> Preferences:
        """What the patient wished at baseline, or the usual wishes."""
        baseline = record.baseline
        return (baseline.preferences if baseline else None) or Preferences()

    def journey(self, record: EpisodeRecord) -> JourneyState:
        """Where the patient stands today."""
        return journey_state(record, self._clock.today())

    def outcome(self, record: EpisodeRecord, occasion: Occasion) -> tuple[OutcomeChange, ...]:
        """Every baseline score beside the one at ``occasion``, missing ones included.

        A signed review keeps the comparisons it was signed with.
        """
        baseline, later = record.baseline, record.assessment(occasion)
        if later is not None and later.outcomes:
            return later.outcomes
        return self._compared(baseline.scores if baseline else (), later.scores if later else ())

    def _compared(self, first: tuple[Score, ...], second: tuple[Score, ...]) -> tuple[OutcomeChange, ...]:
        chosen = self.settings.thresholds()
        keys = dict.fromkeys((s.measure, s.subscale) for s in (*first, *second))
        return tuple(
            compare(
                self.content.measures[measure],
                next((s for s in first if (s.measure, s.subscale) == (measure, subscale)), None),
                next((s for s in second if (s.measure, s.subscale) == (measure, subscale)), None),
                self._threshold(measure, subscale, chosen.get(f"{measure}.{subscale}", "")),
            )
            for measure, subscale in keys
            if measure in self.content.measures
        )

    def _threshold(self, measure: str, subscale: str, key: str) -> ChangeThreshold | None:
        scale = self.content.measures[measure].scale(subscale)
        found = scale.threshold_named(key) if scale is not None and key else None
        return None if found is None else found.as_used()

    # ------------------------------------------------------------------ keep

    def sign_assessment(
        self,
        record: EpisodeRecord,
        occasion: Occasion,
        raw: Raw,
        *,
        form: str,
        next_step: NextStep | None = None,
        correction_reason: str = "",
    ) -> EpisodeRecord:
        """Sign a baseline or review: keeps answers and scores for good and drops the draft in one transaction.

        A second signing of the same occasion is a correction and names what it supersedes.
        """
        encounter = self.read(raw)
        earlier = record.assessment(occasion)
        baseline = record.baseline if occasion is not Occasion.BASELINE else None
        assessment = Assessment(
            id=str(uuid4()),
            episode_id=record.episode.id,
            occasion=occasion,
            day=self._clock.today(),
            recorded_at=self._clock.now(),
            by=self.by.name,
            safety=_if_asked(encounter.safety),
            responses=encounter.responses,
            scores=encounter.scores,
            movement=encounter.movement,
            goals=encounter.goals,
            preferences=encounter.preferences if occasion is Occasion.BASELINE else None,
            unwanted_effects=encounter.unwanted_effects,
            notes=encounter.notes,
            noticed=encounter.noticed,
            missing=encounter.missing,
            outcomes=self._compared(baseline.scores, encounter.scores) if baseline else (),
            next_step=next_step or (earlier.next_step if earlier else None),
            supersedes=earlier.id if earlier else None,
            correction_reason=correction_reason or ("corrected" if earlier else ""),
            signature=Signature(by=self.by.name, at=self._clock.now()),
        )
        episode = self._episode_after(record.episode, encounter)

        def keep(session: Session) -> None:
            keep_assessment(session, assessment)
            if episode != record.episode:
                amend_episode(session, record.episode, episode)
            drafts.discard(session, record.patient.id, form)
            self._log(session, "signed", "assessment", record.patient.id, occasion.value)

        return self._kept(record, keep)

    def decide_next(self, record: EpisodeRecord, occasion: Occasion, step: NextStep) -> EpisodeRecord:
        """Add what was decided at a signed review, as a dated addition that supersedes it and keeps every answer.

        Raises ValueError when there is no review of ``occasion`` yet.
        """
        review = record.assessment(occasion)
        if review is None:
            raise ValueError(f"There is no review to decide on: {occasion.value} is not signed yet.")
        decided = review.amend(
            id=str(uuid4()),
            recorded_at=self._clock.now(),
            by=self.by.name,
            next_step=step,
            supersedes=review.id,
            correction_reason="decided what next",
            signature=Signature(by=self.by.name, at=self._clock.now()),
        )

        def keep(session: Session) -> None:
            keep_assessment(session, decided)
            self._log(session, "decided", "assessment", record.patient.id, f"{occasion.value} {step.value}")

        return self._kept(record, keep)

    def agree(
        self,
        record: EpisodeRecord,
        recommendation: Recommendation,
        proposed: ProposedProgramme,
        choices: Choices,
        *,
        change_reason: str = "",
        form: str = "programme",
    ) -> EpisodeRecord:
        """Agree a programme, or a new version of it. The first one fixes the start and the follow-up windows."""
        earlier = record.programme
        programme: Programme = prescribe(
            recommendation,
            proposed,
            choices,
            self._clock.today(),
            identity=Authorship(
                id=str(uuid4()), episode_id=record.episode.id, by=self.by.name, recorded_at=self._clock.now()
            ),
            earlier=earlier,
            change_reason=change_reason,
        )

        def keep(session: Session) -> None:
            keep_programme(session, programme)
            if earlier is None:
                keep_windows(session, record.episode.id, follow_up_windows(programme.start))
            drafts.discard(session, record.patient.id, form)
            drafts.discard(session, record.patient.id, "plan_together")
            self._log(session, "agreed", "programme", record.patient.id, f"version {programme.version}")

        return self._kept(record, keep)

    def progress(self, record: EpisodeRecord, raw: Raw) -> Progress | None:
        """What diary and sessions propose for the programme now; ``None`` before a plan is agreed."""
        if record.programme is None:
            return None
        verdict = self.verdict(record)
        precautions = frozenset(verdict.precautions) if verdict else frozenset()
        return read_progress(raw, record.programme, self.content.library, precautions, self._clock.today())

    def record_visit(self, record: EpisodeRecord, raw: Raw, *, form: str = "visit") -> EpisodeRecord:
        """Keep a visit: pain, the safety questions again, unwanted effects, diary and notes.

        Confirmed steps make a new version of the programme in the same save; nothing else changes it.
        """
        encounter = self.read(raw)
        progress = self.progress(record, raw)
        visit = Visit(
            id=str(uuid4()),
            episode_id=record.episode.id,
            day=self._clock.today(),
            recorded_at=self._clock.now(),
            by=self.by.name,
            safety=_if_asked(encounter.safety),
            pain=next((given for given in encounter.responses if given.measure == "nrs"), None),
            unwanted_effects=encounter.unwanted_effects,
            diary=progress.diary if progress else (),
            progression=progress.confirmed if progress else (),
            notes=encounter.notes,
        )
        programme = self._stepped(record, progress)

        def keep(session: Session) -> None:
            keep_visit(session, visit)
            if programme is not None:
                keep_programme(session, programme)
                self._log(session, "agreed", "programme", record.patient.id, f"version {programme.version}")
            drafts.discard(session, record.patient.id, form)
            self._log(session, "recorded", "visit", record.patient.id)

        return self._kept(record, keep)

    def _stepped(self, record: EpisodeRecord, progress: Progress | None) -> Programme | None:
        """The next version of the programme, or ``None`` when no confirmed step changes anything."""
        before = record.programme
        if before is None or progress is None:
            return None
        phases = stepped(before, progress, self.content.library)
        if phases == before.phases:
            return None
        moved = [step for step in progress.confirmed if step.step != "hold"]
        return before.amend(
            id=str(uuid4()),
            version=before.version + 1,
            phases=phases,
            agreed_on=self._clock.today(),
            agreed_by=self.by.name,
            recorded_at=self._clock.now(),
            supersedes=before.id,
            change_reason=f"Progression at the visit: {', '.join(f'{s.exercise} {s.step}' for s in moved)}",
            signature=None,
        )

    def close(self, record: EpisodeRecord, reason: EndReason, words: str = "") -> EpisodeRecord:
        """Close the episode: discharged, stopped or referred on."""
        ended = record.episode.amend(end=EpisodeEnd(day=self._clock.today(), reason=reason, words=words))

        def keep(session: Session) -> None:
            amend_episode(session, record.episode, ended)
            self._log(session, "closed", "episode", record.patient.id, reason.value)

        return self._kept(record, keep)

    def _kept(self, record: EpisodeRecord, keep: Callable[[Session], None]) -> EpisodeRecord:
        """Run one transaction and return the episode as it then stands."""
        with self._vault.writing() as session:
            keep(session)
            return the_episode_record(session, record.episode.id)

    def _episode_after(self, episode: EpisodeOfCare, encounter: Encounter) -> EpisodeOfCare:
        facts = encounter.episode
        return episode.amend(
            onset=facts.onset or episode.onset,
            leg_pain=facts.leg_pain or episode.leg_pain,
            off_work=facts.off_work or episode.off_work,
            radicular_signs=facts.radicular_signs or episode.radicular_signs,
            pregnant=facts.pregnant or episode.pregnant,
            first_approach_failed=facts.first_approach_failed or episode.first_approach_failed,
            specific_cause=facts.specific_cause or episode.specific_cause,
        )

    def _log(self, session: Session, verb: str, kind: str, subject: str, detail: str = "") -> None:
        audit.record(
            session,
            at=self._clock.now(),
            who=self.by.name,
            verb=verb,
            subject_kind=kind,
            subject_id=subject,
            detail=detail,
        )


def _if_asked(screen: SafetyScreen) -> SafetyScreen | None:
    """A screen nobody began is no screen: the one before it keeps standing."""
    begun = screen.groups_asked or screen.present or screen.precautions or screen.contraindications
    return screen if begun or screen.blood_pressure else None
