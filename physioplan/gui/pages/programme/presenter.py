"""Building the programme: exercises in phases with doses, moved and undone freely, agreed as a version."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from physioplan.content.clinical_content import ClinicalContent
from physioplan.domain.dose import Dose
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.preferences import Preferences
from physioplan.domain.programme import CopingPart, Phase, ProgrammeItem
from physioplan.domain.reading_grade import LIMIT_NOTE
from physioplan.evidence.recommendation import Recommendation
from physioplan.gui.navigator import Navigator
from physioplan.gui.pages.programme.agreed_choices import agreed_choices
from physioplan.gui.pages.programme.editing import (
    History,
    Plan,
    copied_phase,
    moved,
    swapped,
    with_coping_weeks,
    with_dose,
    with_dose_everywhere,
    with_item,
    with_note,
    without_item,
)
from physioplan.gui.pages.programme.guard_words import guard_words
from physioplan.gui.pages.programme.note_look import NoteLook, note_look
from physioplan.gui.patient_header import PatientHeader, header_of
from physioplan.gui.words import _, language
from physioplan.library.exercise import Exercise
from physioplan.library.exercise_library import Facets
from physioplan.library.suitability import obstacles
from physioplan.prescribing.candidates import ANYWHERE
from physioplan.prescribing.choices import Choices, ComponentChoice
from physioplan.prescribing.guards import Guard, guards
from physioplan.prescribing.prescribe import OpenReasons
from physioplan.prescribing.propose import ProposedProgramme
from physioplan.services.care_pathway import CarePathway
from physioplan.services.clock import Clock
from physioplan.services.world_faults import sentences_of

FORM = "programme"


@dataclass(frozen=True, slots=True)
class LibraryCard:
    """One exercise of the library: whether it is in the shown phase, and why it does not fit, if so."""

    exercise: Exercise
    in_programme: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """What the page draws.

    ``selected`` is (phase, place) of the exercise whose dose is shown; ``guard_sentences`` go with
    ``guards``; ``said`` is one sentence about what was just done (``can_take_back`` when Undo belongs
    beside it), ``problem`` why it could not be agreed, and ``proposal_changed`` that the proposal is
    another one than the plan began with.
    """

    header: PatientHeader
    first_name: str
    record: EpisodeRecord
    phases: tuple[Phase, ...]
    coping: tuple[CopingPart, ...]
    selected: tuple[int, int] | None
    shown_phase: int
    library: tuple[LibraryCard, ...]
    fits: int
    typed: str
    only_fitting: bool
    facets: Facets
    guards: tuple[Guard, ...]
    preferences: Preferences
    content: ClinicalContent
    note_grade: float | None
    note_is_hard: bool
    saved_at: datetime | None
    save_failed: str
    can_undo: bool
    can_redo: bool
    undone: str
    version: int
    is_changed: bool
    reason: str
    locked: str
    exercises: int = 0
    guard_sentences: tuple[str, ...] = ()
    said: str = ""
    can_take_back: bool = False
    problem: str = ""
    proposal_changed: bool = False
    at_hand: frozenset[str] = frozenset()
    referred: bool = False


class ProgrammePresenter:
    """Drives the page through ``display``; each change is kept as a draft at once and can be undone."""

    def __init__(self, pathway: CarePathway, navigator: Navigator, clock: Clock) -> None:
        self._pathway = pathway
        self._navigator = navigator
        self._clock = clock
        self._record: EpisodeRecord | None = None
        self._recommendation: Recommendation | None = None
        self._proposed: ProposedProgramme | None = None
        self._choices = Choices()
        self._history = History(Plan())
        self._agreed = Plan()
        self._selected: tuple[int, int] | None = None
        self._phase = 0
        self._typed = ""
        self._only_fitting = True
        self._facets = Facets()
        self._undone = ""
        self._said = ""
        self._can_take_back = False
        self._problem = ""
        self._proposal_changed = False
        self._basis = ""
        self._reason = ""
        self._saved_at: datetime | None = None
        self._save_failed = ""
        self._display: Callable[[ProgrammeView], None] = lambda view: None

    def attach(self, display: Callable[[ProgrammeView], None]) -> None:
        """Show every later view through ``display``."""
        self._display = display

    def open(self, patient_id: str) -> None:
        """Bring back what was being built, else the agreed programme, else a fresh proposal."""
        record = self._record = self._pathway.open(patient_id)
        answer = self._pathway.recommendation(record)
        self._recommendation = answer if isinstance(answer, Recommendation) else None
        self._choices = _choices(self._pathway.draft(patient_id, "plan_together"))
        self._proposed = None
        self._agreed = Plan()
        if self._recommendation is not None:
            if record.programme is not None and not self._choices.components:
                self._choices = agreed_choices(self._recommendation, record.programme)
            self._proposed = self._pathway.proposal(record, self._recommendation, self._choices)
            self._agreed = Plan(self._proposed.phases, self._proposed.coping)
        programme = record.programme
        if programme is not None:
            self._agreed = Plan(programme.phases, programme.coping, programme.departures)
        draft = self._pathway.draft(patient_id, FORM)
        kept = _plan_from(draft)
        self._proposal_changed = False
        if (
            kept is not None
            and programme is None
            and draft.get("basis", _basis(self._proposed)) != _basis(self._proposed)
        ):
            if draft["phases"] == draft["basis"]:
                kept = None  # nothing had been changed by hand: the new proposal takes its place
            else:
                self._proposal_changed = True
        self._basis = draft.get("basis", "") if self._proposal_changed else _basis(self._proposed)
        self._history = History(kept or self._agreed)
        self._reason = draft.get("reason", "")
        self._typed, self._facets, self._only_fitting = "", Facets(), True
        self._quiet()
        self._selected = (0, 0) if self._plan.phases and self._plan.phases[0].items else None
        self._phase = 0
        self._show()

    @property
    def _plan(self) -> Plan:
        return self._history.now

    # ------------------------------------------------------------------ changing

    def add(self, exercise_id: str, phase: int | None = None, place: int | None = None) -> None:
        """Add an exercise with its usual dose to the shown phase."""
        exercise = self._pathway.content.library.get(exercise_id)
        at = self._phase if phase is None else phase
        if exercise is None or not self._plan.phases:
            return
        item = ProgrammeItem(exercise=exercise.id, dose=exercise.dose.default, reason=_("Chosen together"))
        plan = with_item(self._plan, at, item, place)
        position = (
            len(plan.phases[at].items) - 1 if place is None else min(place, len(plan.phases[at].items) - 1)
        )
        self._phase = at
        self._do(_("Add {name}").format(name=self._name(exercise.id)), plan, (at, position))

    def remove(self, phase: int, place: int) -> None:
        """Take an exercise out of a phase; Undo brings it back."""
        name = self._name(self._plan.phases[phase].items[place].exercise)
        plan = without_item(self._plan, phase, place)
        left = len(plan.phases[phase].items)
        self._phase = phase
        self._do(
            _("Remove {name}").format(name=name),
            plan,
            (phase, min(place, left - 1)) if left else None,
            said=_("{name} removed").format(name=name),
        )

    def move(self, phase: int, place: int, to_phase: int, to_place: int) -> None:
        """Move an exercise within or between phases."""
        last = len(self._plan.phases) - 1
        if not 0 <= to_phase <= last:
            return
        room = len(self._plan.phases[to_phase].items) - (1 if to_phase == phase else 0)
        target = max(0, min(to_place, room))
        name = self._name(self._plan.phases[phase].items[place].exercise)
        plan = moved(self._plan, phase, place, to_phase, target)
        self._phase = to_phase
        self._do(_("Move {name}").format(name=name), plan, (to_phase, target))

    def set_dose(self, dose: Dose) -> None:
        """Give the selected exercise another dose."""
        if self._selected is not None:
            phase, place = self._selected
            name = self._name(self._plan.phases[phase].items[place].exercise)
            self._do(
                _("Dose of {name}").format(name=name),
                with_dose(self._plan, phase, place, dose),
                self._selected,
            )

    def use_dose_everywhere(self) -> None:
        """Give the selected exercise the same dose in every phase."""
        if self._selected is not None:
            item = self._plan.phases[self._selected[0]].items[self._selected[1]]
            plan = with_dose_everywhere(self._plan, item.exercise, item.dose)
            self._do(_("Use this dose everywhere"), plan, self._selected)

    def set_note(self, note: str, at: tuple[int, int] | None = None) -> None:
        """Write a note to the patient on the selected exercise, or on the one ``at`` (phase, place)."""
        where = at or self._selected
        if where is not None and self._holds(where):
            self._do(_("Note"), with_note(self._plan, *where, note), self._selected)

    def look_at_note(self, note: str) -> NoteLook:
        """How hard a note is to read in the patient's language, while it is being typed."""
        return note_look(note, self._record.patient.language if self._record else "en")

    def set_coping_weeks(self, component: str, first_week: int, last_week: int) -> None:
        """Work on a coping part in other weeks, 1 to 12."""
        first, last = max(1, min(first_week, 12)), max(1, min(last_week, 12))
        if first <= last:
            self._do(
                _("Weeks of a coping skill"),
                with_coping_weeks(self._plan, component, first, last),
                self._selected,
            )

    def use_proposal(self) -> None:
        """Begin again from the proposal as it is now; Undo brings the plan back."""
        if self._proposed is not None:
            self._proposal_changed = False
            self._basis = _basis(self._proposed)
            selected = (0, 0) if self._proposed.phases and self._proposed.phases[0].items else None
            self._phase = 0
            plan = Plan(self._proposed.phases, self._proposed.coping)
            self._do(_("Use the new proposal"), plan, selected, said=_("The new proposal is in place"))

    def easier(self) -> None:
        """Swap the selected exercise for its easier step."""
        self._swap(harder=False)

    def harder(self) -> None:
        """Swap the selected exercise for its harder step."""
        self._swap(harder=True)

    def _swap(self, *, harder: bool) -> None:
        if self._selected is None:
            return
        phase, place = self._selected
        library = self._pathway.content.library
        exercise = library.get(self._plan.phases[phase].items[place].exercise)
        if exercise is None:
            return
        other = library.harder(exercise) if harder else library.easier(exercise)
        if other is None:
            self._add_variation(exercise, harder=harder)
            return
        item = ProgrammeItem(
            exercise=other.id, dose=other.dose.default, reason=_("Swapped for an easier or harder step")
        )
        words = _("{name} instead").format(name=self._name(other.id))
        said = _("{name} takes the place of {old}").format(
            name=self._name(other.id), old=self._name(exercise.id)
        )
        self._do(words, swapped(self._plan, phase, place, item), self._selected, said=said)

    def _add_variation(self, exercise: Exercise, *, harder: bool) -> None:
        """Where the step is a worded variation of the same exercise, its sentence joins the note."""
        assert self._selected is not None and self._record is not None
        words = exercise.words_in(self._record.patient.language)
        variation = words.harder if harder else words.easier
        note = self._plan.phases[self._selected[0]].items[self._selected[1]].note
        if not variation or variation in note:
            self._quiet()
            name = self._name(exercise.id)
            self._said = _("{name} has no harder step") if harder else _("{name} has no easier step")
            self._said = self._said.format(name=name)
            self._show()
            return
        plan = with_note(self._plan, *self._selected, f"{note} {variation}".strip())
        self._do(
            _("Note"), plan, self._selected, said=_("Added to the note: {words}").format(words=variation)
        )

    def copy_phase(self, source: int, target: int) -> None:
        """Fill a phase with the exercises of another one."""
        self._do(_("Copy phase"), copied_phase(self._plan, source, target), self._selected)

    def undo(self) -> None:
        """Take the last change back."""
        self._quiet()
        self._undone = self._history.undo()
        self._said = (
            _("Taken back: {words}").format(words=self._undone) if self._undone else _("Nothing to take back")
        )
        self._settle()

    def redo(self) -> None:
        """Do the change again that was taken back."""
        self._quiet()
        redone = self._history.redo()
        self._said = _("Done again: {words}").format(words=redone) if redone else _("Nothing to do again")
        self._settle()

    # ------------------------------------------------------------------ looking

    def select(self, phase: int, place: int) -> None:
        """Show the dose of one exercise."""
        if self._holds((phase, place)) and ((phase, place) != self._selected or phase != self._phase):
            self._selected = (phase, place)
            self._phase = phase
            self._quiet()
            self._show()

    def show_phase(self, phase: int) -> None:
        """The phase that Add adds to."""
        if phase != self._phase and 0 <= phase < len(self._plan.phases):
            self._phase = phase
            self._quiet()
            self._show()

    def search(self, typed: str) -> None:
        """Narrow the library by words."""
        self._typed = typed
        self._quiet()
        self._show()

    def filter(self, facets: Facets, only_fitting: bool) -> None:
        """Narrow the library by facets."""
        self._facets = facets
        self._only_fitting = only_fitting
        self._quiet()
        self._show()

    def refuse(self, exercise_id: str, why: str) -> None:
        """Say why an exercise was not added."""
        self._quiet()
        self._said = _("{name} was not added: {why}").format(name=self._name(exercise_id), why=why)
        self._show()

    def give_change_reason(self, words: str) -> None:
        """Why an agreed programme is changed."""
        if words != self._reason:
            self._reason = words
            self._quiet()
            self._keep()

    # ------------------------------------------------------------------ agreeing

    def agree_and_preview(self) -> None:
        """Agree what is built as a version, then show the handout; unchanged programmes only show it."""
        if self._record is None or self._locked():
            self._show()
            return
        if (self._record.programme is None or self._is_changed) and self._recommendation is not None:
            choices = self._choices.amend(phases=self._plan.phases, coping=self._plan.coping)
            proposed = self._pathway.proposal(self._record, self._recommendation, choices)
            try:
                self._record = self._pathway.agree(
                    self._record, self._recommendation, proposed, choices, change_reason=self._reason.strip()
                )
            except Exception as fault:
                self._quiet()
                self._problem = _why_not_agreed(fault)
                self._show()
                return
            self._agreed = self._plan
            self._reason = ""
            self._quiet()
            self._show()
        self._navigator.go("handout", self._record.patient.id)

    def go_back(self) -> None:
        """Back to Plan together, or to the overview when the plan is agreed."""
        if self._record is not None:
            place = "plan_together" if self._record.programme is None else "overview"
            self._navigator.go(place, self._record.patient.id)

    def open_safety(self) -> None:
        """Where a red flag is acted on or cleared."""
        if self._record is not None:
            self._navigator.go("baseline", self._record.patient.id, "safety")

    def open_stage(self, key: str) -> None:
        """A stage of the journey in the header: "overview", "baseline", "programme" or a review."""
        if self._record is not None and key != "programme":
            patient = self._record.patient.id
            if key in ("week_12", "year_1"):
                self._navigator.go("review" if self._record.programme else "overview", patient, key)
            else:
                self._navigator.go(key, patient)

    # ------------------------------------------------------------------ inside

    def _do(self, words: str, plan: Plan, selected: tuple[int, int] | None, *, said: str = "") -> None:
        self._quiet()
        if self._history.do(words, plan):
            self._selected = selected
            self._said, self._can_take_back = said, bool(said)
            self._keep()

    def _quiet(self) -> None:
        self._undone, self._said, self._can_take_back, self._problem = "", "", False, ""

    def _holds(self, where: tuple[int, int]) -> bool:
        phases = self._plan.phases
        return 0 <= where[0] < len(phases) and 0 <= where[1] < len(phases[where[0]].items)

    @property
    def _is_changed(self) -> bool:
        return (self._plan.phases, self._plan.coping) != (self._agreed.phases, self._agreed.coping)

    def _settle(self) -> None:
        if self._selected is not None:
            phase, place = self._selected
            items = self._plan.phases[phase].items if phase < len(self._plan.phases) else ()
            self._selected = (phase, min(place, len(items) - 1)) if items else None
        self._keep()

    def _keep(self) -> None:
        if self._record is not None:
            try:
                self._pathway.keep_draft(
                    self._record.patient.id, FORM, _raw_from(self._plan, self._reason, self._basis)
                )
            except (
                Exception
            ) as fault:  # told in the bar; the plan stays on screen and is tried again at the next change
                self._save_failed = str(fault)
            else:
                self._save_failed = ""
                self._saved_at = self._clock.now()
        self._show()

    def _locked(self) -> str:
        if self._recommendation is None:
            return _("locked by a red flag")
        if not any(phase.items for phase in self._plan.phases):
            return _("add an exercise first")
        record = self._record
        if (
            record is not None
            and record.programme is not None
            and self._is_changed
            and not self._reason.strip()
        ):
            return _("say why the plan changes")
        return ""

    def _name(self, exercise_id: str) -> str:
        exercise = self._pathway.content.library.get(exercise_id)
        return exercise.words_in(language()).name if exercise else exercise_id

    def _cards(self, wishes: Preferences) -> tuple[tuple[LibraryCard, ...], int]:
        """The cards to show, and how many fit: nothing withholds them, the kit is there, none is disliked."""
        content = self._pathway.content
        withheld = (
            {} if self._recommendation is None else {w.what: w.why for w in self._recommendation.withheld}
        )
        used = set()
        if self._plan.phases:
            used = {item.exercise for item in self._plan.phases[self._phase].items}
        found = content.library.search(self._typed, self._facets, language())
        cards = [LibraryCard(e, e.id in used, withheld.get(e.id, "")) for e in found]
        kit = wishes.equipment | ANYWHERE
        fitting = [
            card
            for card in cards
            if not card.why_not and not obstacles(card.exercise, frozenset(), kit, wishes.dislikes)
        ]
        return tuple(fitting if self._only_fitting else cards), len(fitting)

    def _show(self) -> None:
        record = self._record
        if record is None:
            return
        plan = self._plan
        preferences = self._pathway.preferences(record)
        cards, fits = self._cards(preferences)
        grade = None
        if self._selected is not None:
            grade = self.look_at_note(plan.phases[self._selected[0]].items[self._selected[1]].note).grade
        warnings = guards(plan.phases, preferences)
        self._display(
            ProgrammeView(
                header=header_of(record, self._clock.today(), "programme"),
                first_name=record.patient.given_name,
                record=record,
                phases=plan.phases,
                coping=plan.coping,
                selected=self._selected,
                shown_phase=self._phase,
                library=cards,
                fits=fits,
                typed=self._typed,
                only_fitting=self._only_fitting,
                facets=self._facets,
                guards=warnings,
                preferences=preferences,
                content=self._pathway.content,
                note_grade=grade,
                note_is_hard=grade is not None and grade > LIMIT_NOTE,
                saved_at=self._saved_at,
                save_failed=self._save_failed,
                can_undo=self._history.can_undo,
                can_redo=self._history.can_redo,
                undone=self._undone,
                version=record.programme.version if record.programme else 0,
                is_changed=self._is_changed,
                reason=self._reason,
                locked=self._locked(),
                exercises=len(self._pathway.content.library),
                guard_sentences=tuple(
                    guard_words(w, plan.phases, record.patient.given_name) for w in warnings
                ),
                said=self._said,
                can_take_back=self._can_take_back,
                problem=self._problem,
                proposal_changed=self._proposal_changed,
                referred=self._recommendation is None,
                at_hand=preferences.equipment | ANYWHERE,
            )
        )


def _why_not_agreed(fault: Exception) -> str:
    """The sentence to show for what the world or the rules object to; our own mistakes go on as they are."""
    if isinstance(fault, OpenReasons):
        return str(fault)
    told = sentences_of(fault)
    if told is None:
        raise fault
    return " ".join(told)


def _basis(proposed: ProposedProgramme | None) -> str:
    return "" if proposed is None else _phases_in(proposed.phases)


def _phases_in(phases: tuple[Phase, ...]) -> str:
    return json.dumps([phase.model_dump(mode="json") for phase in phases])


def _raw_from(plan: Plan, reason: str, basis: str) -> dict[str, str]:
    return {
        "phases": _phases_in(plan.phases),
        "basis": basis,
        "coping": json.dumps([part.model_dump(mode="json") for part in plan.coping]),
        "reason": reason,
    }


def _plan_from(raw: Mapping[str, str]) -> Plan | None:
    if "phases" not in raw:
        return None
    return Plan(
        tuple(Phase.model_validate(phase) for phase in json.loads(raw["phases"])),
        tuple(CopingPart.model_validate(part) for part in json.loads(raw.get("coping", "[]"))),
    )


def _choices(raw: Mapping[str, str]) -> Choices:
    return Choices(components=tuple(ComponentChoice.model_validate_json(words) for words in raw.values()))
