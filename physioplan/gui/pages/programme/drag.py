"""What is carried while an exercise is dragged: a place in the programme, or an exercise of the library."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QMimeData

PLACE = "application/x-physioplan-place"
EXERCISE = "application/x-physioplan-exercise"


@dataclass(frozen=True, slots=True)
class Carried:
    """Either ``place`` (phase, place) or ``exercise`` is set."""

    place: tuple[int, int] | None = None
    exercise: str = ""


def place_data(phase: int, place: int) -> QMimeData:
    """A card of the programme on the move."""
    data = QMimeData()
    data.setData(PLACE, QByteArray(f"{phase} {place}".encode()))
    return data


def library_data(exercise_id: str) -> QMimeData:
    """A card of the library on the move."""
    data = QMimeData()
    data.setData(EXERCISE, QByteArray(exercise_id.encode()))
    return data


def carried(data: QMimeData) -> Carried | None:
    """What ``data`` carries, or ``None`` for anything from elsewhere."""
    try:
        if data.hasFormat(PLACE):
            phase, place = bytes(data.data(PLACE).data()).decode("ascii").split()
            return Carried(place=(int(phase), int(place)))
        if data.hasFormat(EXERCISE):
            return Carried(exercise=bytes(data.data(EXERCISE).data()).decode("ascii"))
    except ValueError:
        return None
    return None
