"""An episode of care as rows: opened, added to, signed, and loaded whole as one value."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text
from sqlmodel import Session, col, select

from physioplan.domain.episode import EpisodeOfCare
from physioplan.domain.episode_record import EpisodeRecord
from physioplan.domain.follow_up import FollowUpWindow
from physioplan.storage.assessment_records import assessments_of
from physioplan.storage.errors import ChangedMeanwhile, NotFound
from physioplan.storage.patient_records import the_patient
from physioplan.storage.programme_records import programmes_of
from physioplan.storage.stored_value import from_json, to_json
from physioplan.storage.tables import EpisodeRow, FollowUpWindowRow
from physioplan.storage.visit_records import visits_of

_OWN_COLUMNS = frozenset({"id", "patient_id"})


def open_episode(session: Session, episode: EpisodeOfCare) -> None:
    """Save a new episode of a patient who is in the vault."""
    the_patient(session, episode.patient_id)
    session.add(EpisodeRow(id=episode.id, patient_id=episode.patient_id, **_columns(episode)))
    session.flush()


def amend_episode(session: Session, before: EpisodeOfCare, after: EpisodeOfCare) -> None:
    """Save `after` if the record still says `before`. Raises ChangedMeanwhile, NotFound."""
    row = _row(session, before.id)
    if _episode(row) != before:
        raise ChangedMeanwhile(thing="episode")
    for name, value in _columns(after).items():
        setattr(row, name, value)
    session.add(row)
    session.flush()


def episodes_of(session: Session, patient_id: str) -> tuple[EpisodeOfCare, ...]:
    """Every episode of a patient, oldest first."""
    rows = session.exec(
        select(EpisodeRow)
        .where(EpisodeRow.patient_id == patient_id)
        .order_by(col(EpisodeRow.opened), text("episode.rowid"))
    )
    return tuple(_episode(row) for row in rows)


def keep_windows(session: Session, episode_id: str, windows: tuple[FollowUpWindow, ...]) -> None:
    """Put these follow-up windows in the place of the stored ones."""
    held = session.exec(select(FollowUpWindowRow).where(FollowUpWindowRow.episode_id == episode_id))
    for row in held:
        session.delete(row)
    session.flush()
    for window in windows:
        session.add(FollowUpWindowRow(episode_id=episode_id, occasion=window.occasion.value, **_days(window)))
    session.flush()


def windows_of(session: Session, episode_id: str) -> tuple[FollowUpWindow, ...]:
    """The stored follow-up windows, by due day."""
    rows = session.exec(
        select(FollowUpWindowRow)
        .where(FollowUpWindowRow.episode_id == episode_id)
        .order_by(col(FollowUpWindowRow.due))
    )
    return tuple(
        FollowUpWindow.model_validate(
            {"occasion": row.occasion, "opens": row.opens, "due": row.due, "closes": row.closes}
        )
        for row in rows
    )


def the_episode_record(session: Session, episode_id: str) -> EpisodeRecord:
    """The whole episode, complete, from one unchanging picture of the record. Raises NotFound."""
    episode = _episode(_row(session, episode_id))
    return EpisodeRecord(
        patient=the_patient(session, episode.patient_id),
        episode=episode,
        assessments=assessments_of(session, episode_id),
        visits=visits_of(session, episode_id),
        programmes=programmes_of(session, episode_id),
        windows=windows_of(session, episode_id),
    )


def _row(session: Session, episode_id: str) -> EpisodeRow:
    row = session.get(EpisodeRow, episode_id)
    if row is None:
        raise NotFound(thing="episode")
    return row


def _columns(episode: EpisodeOfCare) -> dict[str, Any]:
    return {
        "opened": episode.opened,
        "onset": episode.onset,
        "next_appointment": episode.next_appointment,
        "ended": episode.end.day if episode.end else None,
        "end_reason": episode.end.reason.value if episode.end else None,
        "episode": to_json(episode, but=_OWN_COLUMNS),
    }


def _episode(row: EpisodeRow) -> EpisodeOfCare:
    return from_json(EpisodeOfCare, row.episode, id=row.id, patient_id=row.patient_id)


def _days(window: FollowUpWindow) -> dict[str, Any]:
    return {"opens": window.opens, "due": window.due, "closes": window.closes}
