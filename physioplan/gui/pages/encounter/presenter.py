"""Recording a baseline, a visit or a review: what was typed, what it comes to, and when it may be signed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from physioplan.content.clinical_content import ClinicalContent
from physioplan.domain.assessment import NextStep, Occasion
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.gui.navigator import Navigator
from physioplan.gui.pages.encounter.steps import (
    REQUIRED,
    REVIEW_TITLES,
    SKIPPABLE,
    STEPS,
    Kind,
    StepFacts,
    StepLine,
    is_done,
    step_lines,
    titles,
)
from physioplan.gui.patient_header import PatientHeader, header_of
from physioplan.gui.words import _, ngettext
from physioplan.measures.safety_verdict import SafetyVerdict
from physioplan.services.care_pathway import CarePathway
from physioplan.services.clock import Clock
from physioplan.services.encounter_form import Encounter
from physioplan.services.progress_form import Progress

NEXT = "next"
BACK = "back"
SKIP = "skip"


@dataclass(frozen=True, slots=True)
class EncounterView:
    """Everything the page draws. ``raw`` are the words as typed; ``encounter`` is what they come to.

    ``warnings`` are by form key; ``locked`` is why the primary cannot be pressed; ``earlier`` are the answers of
    the visit before, for the safety step, which shows them without ticking anything.
    """

    kind: Kind
    header: PatientHeader
    first_name: str
    steps: tuple[StepLine, ...]
    current: str
    raw: Mapping[str, str]
    encounter: Encounter
    progress: Progress | None
    verdict: SafetyVerdict
    content: ClinicalContent
    record: EpisodeRecord
    today: date
    warnings: Mapping[str, str]
    saved_at: datetime | None
    restored: bool
    save_failed: str
    primary: str
    locked: str
    skippable: bool
    can_go_back: bool
    signed: bool


class EncounterPresenter:
    """Drives the page through ``display``. Every answer is kept as a draft; ``flush`` keeps what is still pending.

    ``schedule`` asks for :meth:`flush` to be called after a pause in typing (0.4 s), 2 s at the latest.
    """

    def __init__(
        self,
        pathway: CarePathway,
        navigator: Navigator,
        clock: Clock,
        schedule: Callable[[], None] = lambda: None,
    ) -> None:
        self._pathway = pathway
        self._navigator = navigator
        self._clock = clock
        self._schedule = schedule
        self._display: Callable[[EncounterView], None] = lambda view: None
        self._record: EpisodeRecord | None = None
        self._kind = Kind.BASELINE
        self._occasion = Occasion.BASELINE
        self._raw: dict[str, str] = {}
        self._current = "safety"
        self._dirty = False
        self._saved_at: datetime | None = None
        self._restored = False
        self._begun = False
        self._save_failed = ""

    def attach(self, display: Callable[[EncounterView], None]) -> None:
        """Show every later view through ``display``."""
        self._display = display

    # ------------------------------------------------------------------ opening

    def open(
        self, patient_id: str, kind: Kind, occasion: Occasion = Occasion.BASELINE, step: str = ""
    ) -> None:
        """Open the form where it was left: its draft comes back with the step it stood on."""
        self.flush()
        self._record = self._pathway.open(patient_id)
        self._kind = kind
        self._occasion = occasion
        self._raw = self._pathway.draft(patient_id, self._form)
        self._restored = bool(self._raw)
        self._begun = False
        self._saved_at = None
        self._save_failed = ""
        if not self._raw and kind is Kind.REVIEW:
            self._raw = self._goals_to_rate_again()
        wanted = step or self._raw.get("at.step", "")
        self._current = wanted if wanted in STEPS[kind] else STEPS[kind][0]
        self._show()

    @property
    def _form(self) -> str:
        return self._occasion.value if self._kind is Kind.REVIEW else self._kind.value

    @property
    def record(self) -> EpisodeRecord:
        """The episode on screen."""
        if self._record is None:
            raise RuntimeError("no episode is open")
        return self._record

    def _goals_to_rate_again(self) -> dict[str, str]:
        baseline = self.record.baseline
        raw = {}
        for goal in baseline.goals if baseline else ():
            raw[f"goal.{goal.id}.words"] = goal.words
            if goal.aim is not None:
                raw[f"goal.{goal.id}.aim"] = str(goal.aim)
        return raw

    # ------------------------------------------------------------------ typing

    def typed(self, key: str, words: str) -> None:
        """One field says ``words`` now; empty words clear it."""
        self.typed_all({key: words})

    def typed_all(self, changes: Mapping[str, str]) -> None:
        """Several fields changed in one stroke, such as "none of these"."""
        changed = False
        for key, words in changes.items():
            if self._raw.get(key, "") != words:
                changed = True
                if words:
                    self._raw[key] = words
                else:
                    self._raw.pop(key, None)
        if not changed:
            return
        self._raw.pop(f"skip.{self._current}", None)  # an answer takes the skip back
        self._dirty = True
        self._begun = True
        self._schedule()
        self._show()

    def flush(self) -> None:
        """Keep what was typed since the last save as a draft; a failure is shown and tried again later."""
        if not self._dirty or self._record is None:
            return
        self._raw["at.step"] = self._current
        try:
            self._pathway.keep_draft(self._record.patient.id, self._form, self._raw)
        except Exception as fault:  # the world's faults have a sentence; the words stay on screen either way
            self._save_failed = str(fault)
            self._schedule()
        else:
            self._dirty = False
            self._saved_at = self._clock.now()
            self._save_failed = ""
        self._show()

    # ------------------------------------------------------------------ moving

    def go_to(self, step: str) -> None:
        """Show another step."""
        if step in STEPS[self._kind] and step != self._current:
            self._current = step
            if self._restored or self._begun:  # only a form with something in it remembers its step
                self._dirty = True
                self._schedule()
            self._show()

    def go_to_stage(self, stage: str) -> None:
        """Another stage of the journey was asked for in the header."""
        patient = self.record.patient.id
        if stage in ("week_12", "year_1"):
            done = self.record.assessment(Occasion(stage)) is not None
            self._navigator.go("outcome" if done else "review", patient, stage)
        elif stage == "programme" and self.record.programme is None:
            if self.record.baseline is not None:
                self._navigator.go("plan_together", patient)
        elif stage != "baseline" or self._kind is not Kind.BASELINE:
            self._navigator.go(stage, patient)

    def act(self, key: str) -> None:
        """A button of the action bar."""
        steps = STEPS[self._kind]
        at = steps.index(self._current)
        if key == BACK and at > 0:
            self.go_to(steps[at - 1])
        elif key == SKIP and self._current in SKIPPABLE:
            self._raw[f"skip.{self._current}"] = self._raw.get(f"skip_reason.{self._current}") or "not asked"
            self._dirty = True
            self.go_to(steps[min(at + 1, len(steps) - 1)])
        elif key == NEXT:
            if at + 1 < len(steps):
                self.go_to(steps[at + 1])
            else:
                self.sign()

    def sign(self, next_step: NextStep | None = None) -> None:
        """Sign what is recorded, unless something required is open; then go where the journey goes on."""
        if self._locked():
            self._show()
            return
        self.flush()
        patient = self.record.patient.id
        if self._kind is Kind.VISIT:
            self._record = self._pathway.record_visit(self.record, self._raw, form=self._form)
            self._navigator.go("overview", patient)
            return
        self._record = self._pathway.sign_assessment(
            self.record, self._occasion, self._raw, form=self._form, next_step=next_step
        )
        self._dirty = False
        self._raw = {}
        if self._kind is Kind.BASELINE:
            self._navigator.go("plan_together", patient)
        else:
            self._navigator.go("outcome", patient, self._occasion.value)

    # ------------------------------------------------------------------ showing

    def _facts(self) -> StepFacts:
        encounter = self._pathway.read(self._raw)
        content = self._pathway.content
        progress = self._pathway.progress(self.record, self._raw) if self._kind is Kind.VISIT else None
        verdict = self._pathway.verdict_on(encounter)
        return StepFacts(self._raw, encounter, verdict, content.measures, progress)

    def _locked(self, facts: StepFacts | None = None) -> str:
        facts = facts or self._facts()
        if facts.encounter.faults:
            return facts.encounter.faults[0].sentence
        if facts.verdict.needs_action:
            return _("Record what you did about the red flag first")
        if facts.progress is not None and facts.progress.open_reasons:
            return _("Say why a step goes otherwise than the rule")
        last = self._current == STEPS[self._kind][-1]
        if not last:
            return ""
        names = titles()
        required = REQUIRED if self._kind is Kind.BASELINE else frozenset({"safety"})
        open_steps = [
            step
            for step in STEPS[self._kind]
            if step in required and not is_done(step, facts) and not self._raw.get(f"skip.{step}")
        ]
        if open_steps:
            return _("Still open: {steps}").format(steps=", ".join(names[step] for step in open_steps))
        return ""

    def _primary(self) -> str:
        steps = STEPS[self._kind]
        at = steps.index(self._current)
        if at + 1 < len(steps):
            return _("Next: {step}").format(step=titles()[steps[at + 1]])
        if self._kind is Kind.BASELINE:
            return _("Sign baseline")
        if self._kind is Kind.VISIT:
            return _("Keep visit")
        return _("Sign {review}").format(review=_(REVIEW_TITLES[self._occasion]))

    def _warnings(self, encounter: Encounter) -> dict[str, str]:
        warnings = {fault.key: fault.sentence for fault in encounter.faults}
        pain = next((given for given in encounter.responses if given.measure == "nrs"), None)
        if pain is not None:
            worst = pain.value_of("worst")
            for item, name in (("average", _("on average")), ("now", _("right now"))):
                other = pain.value_of(item)
                if worst is not None and other is not None and worst < other:
                    warnings["measure.nrs.worst"] = _(
                        "At its worst ({worst}) is less than {name} ({other}). Ask again?"
                    ).format(worst=int(worst), name=name, other=int(other))
        for goal in encounter.goals:
            if goal.now is not None and goal.aim is not None and goal.aim < goal.now:
                warnings[f"goal.{goal.id}.aim"] = _("The aim is below now. 10 means as before.")
        return warnings

    def _show(self) -> None:
        if self._record is None:
            return
        facts = self._facts()
        today = self._clock.today()
        stage = {Kind.BASELINE: "baseline", Kind.VISIT: "programme"}.get(self._kind, self._occasion.value)
        self._display(
            EncounterView(
                kind=self._kind,
                header=header_of(self._record, today, stage),
                first_name=self._record.patient.given_name,
                steps=step_lines(self._kind, facts, self._current),
                current=self._current,
                raw=dict(self._raw),
                encounter=facts.encounter,
                progress=facts.progress,
                verdict=facts.verdict,
                content=self._pathway.content,
                record=self._record,
                today=today,
                warnings=self._warnings(facts.encounter),
                saved_at=self._saved_at,
                restored=self._restored,
                save_failed=self._save_failed,
                primary=self._primary(),
                locked=self._locked(facts),
                skippable=self._current in SKIPPABLE,
                can_go_back=self._current != STEPS[self._kind][0],
                signed=self._kind is Kind.BASELINE and self._record.baseline is not None,
            )
        )

    def missing_words(self) -> str:
        """How much is still open, for the summary."""
        facts = self._facts()
        count = sum(not is_done(step, facts) for step in STEPS[self._kind][:-1])
        return ngettext("{n} step open", "{n} steps open", count).format(n=count)
