"""An episode of care as rows: opened, added to, signed, and loaded whole as one value."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlmodel import Session

from physioplan.domain.episode import EpisodeOfCare
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.follow_up import FollowUpWindow
from physioplan.storage.assessment_records import assessments_of
from physioplan.storage.errors import ChangedMeanwhile, NotFound
from physioplan.storage.patient_records import the_patient
from physioplan.storage.plain_sql import rows_of, run, run_for_each
from physioplan.storage.programme_records import programmes_of
from physioplan.storage.stored_value import from_json, to_json
from physioplan.storage.visit_records import visits_of

_OWN_COLUMNS = frozenset({"id", "patient_id"})

_ADD = (
    "INSERT INTO episode "
    "(id, patient_id, opened, onset, next_appointment, ended, end_reason, episode, version) "
    "VALUES (:id, :patient_id, :opened, :onset, :next_appointment, :ended, :end_reason, :episode, 1)"
)
_AMEND = (
    "UPDATE episode SET opened = :opened, onset = :onset, next_appointment = :next_appointment, "
    "ended = :ended, end_reason = :end_reason, episode = :episode, version = version + 1 WHERE id = :id"
)
_ONE = "SELECT id, patient_id, episode FROM episode WHERE id = :id"
_ALL = "SELECT id, patient_id, episode FROM episode WHERE patient_id = :id ORDER BY opened, rowid"
_ADD_WINDOW = (
    "INSERT INTO follow_up_window (episode_id, occasion, opens, due, closes) "
    "VALUES (:id, :occasion, :opens, :due, :closes)"
)
_WINDOWS = "SELECT occasion, opens, due, closes FROM follow_up_window WHERE episode_id = :id ORDER BY due"


def open_episode(session: Session, episode: EpisodeOfCare) -> None:
    """Save a new episode of a patient who is in the vault."""
    the_patient(session, episode.patient_id)
    run(session, _ADD, {**_columns(episode), "id": episode.id, "patient_id": episode.patient_id})


def amend_episode(session: Session, before: EpisodeOfCare, after: EpisodeOfCare) -> None:
    """Save `after` if the record still says `before`. Raises ChangedMeanwhile, NotFound."""
    if _the_episode(session, before.id) != before:
        raise ChangedMeanwhile(thing="episode")
    run(session, _AMEND, {**_columns(after), "id": before.id})


def episodes_of(session: Session, patient_id: str) -> tuple[EpisodeOfCare, ...]:
    """Every episode of a patient, oldest first."""
    return tuple(_episode(row) for row in rows_of(session, _ALL, {"id": patient_id}))


def keep_windows(session: Session, episode_id: str, windows: tuple[FollowUpWindow, ...]) -> None:
    """Put these follow-up windows in the place of the stored ones."""
    run(session, "DELETE FROM follow_up_window WHERE episode_id = :id", {"id": episode_id})
    run_for_each(session, _ADD_WINDOW, [{"id": episode_id, **_days(window)} for window in windows])


def windows_of(session: Session, episode_id: str) -> tuple[FollowUpWindow, ...]:
    """The stored follow-up windows, by due day."""
    return tuple(FollowUpWindow.model_validate(row) for row in rows_of(session, _WINDOWS, {"id": episode_id}))


def the_episode_record(session: Session, episode_id: str) -> EpisodeRecord:
    """The whole episode, complete, from one unchanging picture of the record. Raises NotFound."""
    episode = _the_episode(session, episode_id)
    return EpisodeRecord(
        patient=the_patient(session, episode.patient_id),
        episode=episode,
        assessments=assessments_of(session, episode_id),
        visits=visits_of(session, episode_id),
        programmes=programmes_of(session, episode_id),
        windows=windows_of(session, episode_id),
    )


def _the_episode(session: Session, episode_id: str) -> EpisodeOfCare:
    rows = rows_of(session, _ONE, {"id": episode_id})
    if not rows:
        raise NotFound(thing="episode")
    return _episode(rows[0])


def _columns(episode: EpisodeOfCare) -> dict[str, object]:
    return {
        "opened": episode.opened.isoformat(),
        "onset": _day(episode.onset),
        "next_appointment": _day(episode.next_appointment),
        "ended": episode.end.day.isoformat() if episode.end else None,
        "end_reason": episode.end.reason.value if episode.end else None,
        "episode": to_json(episode, but=_OWN_COLUMNS),
    }


def _episode(row: dict[str, Any]) -> EpisodeOfCare:
    return from_json(EpisodeOfCare, row["episode"], id=row["id"], patient_id=row["patient_id"])


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _days(window: FollowUpWindow) -> dict[str, str]:
    return {
        "occasion": window.occasion.value,
        "opens": window.opens.isoformat(),
        "due": window.due.isoformat(),
        "closes": window.closes.isoformat(),
    }
