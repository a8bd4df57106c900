"""What pydantic found wrong with the shape of a case, said in one plain sentence with the mend."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from physioplan.exchange.case_fault import CaseFault
from physioplan.exchange.case_file import CaseFile

Place = tuple[str | int, ...]


def shape_fault(error: Mapping[str, Any]) -> CaseFault:
    """The fault that one entry of ``ValidationError.errors()`` tells."""
    place: Place = tuple(error["loc"])
    kind, context, given = error["type"], error.get("ctx") or {}, error.get("input")
    return CaseFault(key=key_path(place), sentence=_sentence(place, kind, context, given, error["msg"]))


def key_path(place: Place) -> str:
    """``("goals", 0, "words")`` as ``goals[1].words``: list places are counted from 1, odd names quoted."""
    path = ""
    for part in place:
        if isinstance(part, int):
            path += f"[{part + 1}]"
        else:
            bare = part and all(letter.isascii() and (letter.isalnum() or letter in "_-") for letter in part)
            name = part if bare else '"' + shortened(part).replace("\n", " ") + '"'
            path += f".{name}" if path else name
    return path


def nearest(name: str, known: Sequence[str] | frozenset[str]) -> str:
    """“Did you mean …?” with the names most like ``name``, or the whole list when it is short."""
    listed = sorted(known)
    near = get_close_matches(name.casefold().replace(" ", "_"), listed, n=2, cutoff=0.6)
    if near:
        return f"Did you mean {' or '.join(near)}?"
    if not listed:
        return "Nothing can be named here."
    if len(listed) <= 12:
        return f"Known are: {', '.join(listed)}."
    return f"Known are {', '.join(listed[:8])} and {len(listed) - 8} more."


def shortened(words: str) -> str:
    """At most 40 letters, all of them printable."""
    clean = "".join(letter if letter.isprintable() else "�" for letter in words)
    return clean if len(clean) <= 40 else clean[:39] + "…"


def shown(given: object) -> str:
    """A value as the reader wrote it, shortened."""
    if isinstance(given, bool):
        return "true" if given else "false"
    if isinstance(given, str):
        return f"“{shortened(given)}”"
    if isinstance(given, int):
        return str(given) if abs(given) < 10**12 else "a number of more than 12 digits"
    if isinstance(given, float):
        return f"{given:g}"
    if isinstance(given, datetime | date | time):
        return given.isoformat()
    return "a list" if isinstance(given, list | tuple) else "a table" if isinstance(given, dict) else "this"


def _sentence(place: Place, kind: str, context: Mapping[str, Any], given: object, message: str) -> str:
    if kind == "missing":
        return _missing(place)
    if kind == "extra_forbidden":
        fields = frozenset(model.model_fields) if (model := _model_at(place[:-1])) else frozenset()
        return f"is not a key of the case file. {nearest(str(place[-1]), fields)}"
    if place == ("format",):
        return f"must be 1, not {shown(given)}: this program reads case files of format 1."
    if kind in ("enum", "literal_error"):
        allowed = [part for part in str(context.get("expected", "")).split("'")[1::2] if part]
        near = get_close_matches(given.casefold(), allowed, n=1) if isinstance(given, str) else []
        hint = f" Did you mean {near[0]}?" if near else ""
        return f"must be one of {', '.join(allowed)}, not {shown(given)}.{hint}"
    if kind.startswith("date"):
        if isinstance(given, str):
            return f"is a date and stands without quotes, as year-month-day: 2025-03-03, not {shown(given)}."
        return f"must be a date without a time, written like 2025-03-03, not {shown(given)}."
    if kind in ("greater_than_equal", "less_than_equal"):
        return _out_of_range(place, given)
    if kind == "finite_number" or (isinstance(given, float) and not math.isfinite(given)):
        return "must be a number. Leave the line out where there is no answer."
    return _wrong_kind(kind, context, given, message)


def _wrong_kind(kind: str, context: Mapping[str, Any], given: object, message: str) -> str:
    if kind.startswith("int"):
        return f"must be a whole number, not {shown(given)}.{_unquote(given)}"
    if kind.startswith("float"):
        return f"must be a number, not {shown(given)}.{_unquote(given)}"
    if kind == "string_too_short" or (kind == "too_short" and isinstance(given, str)):
        return "is empty. Fill it in, or leave the line out where the template allows it."
    if kind in ("string_too_long", "too_long"):
        unit = "letters" if isinstance(given, str) else "entries"
        return f"has more than {context['max_length']} {unit}. Shorten it."
    if kind == "too_short":
        return "is an empty list. Name at least one, or leave the line out."
    if kind == "string_pattern_mismatch":
        return f"must be two small letters, such as en or de, not {shown(given)}."
    if kind.startswith("string"):
        return f"must be words in quotes, not {shown(given)}."
    if kind.startswith("bool"):
        return f"must be true or false without quotes, not {shown(given)}."
    if kind.startswith(("tuple", "list")):
        return f"must be a list in square brackets, for example [{_as_entry(given)}], not {shown(given)}."
    if kind.startswith(("model", "dict")):
        return f"must be a table with keys of its own, not {shown(given)}. See: physioplan case-template"
    if kind == "value_error":
        return message.removeprefix("Value error, ")
    return f"cannot be used: {message[:1].lower()}{message[1:]}."


def _missing(place: Place) -> str:
    field = _field_at(place)
    if field is None:
        return "is missing."
    about = f" ({field.description})" if field.description else ""
    if field.examples:
        return f"is missing{about}. Write for example: {place[-1]} = {_as_toml(field.examples[0])}"
    if _model_in(field.annotation) is not None:
        return f"is missing{about}. Add the table [{key_path(place)}]; see: physioplan case-template"
    return f"is missing{about}. See: physioplan case-template"


def _out_of_range(place: Place, given: object) -> str:
    field = _field_at(place)
    bounds = {
        name: getattr(rule, name) for rule in _rules(field) for name in ("ge", "le") if hasattr(rule, name)
    }
    if "ge" in bounds and "le" in bounds:
        return f"must lie between {bounds['ge']} and {bounds['le']}, not {shown(given)}."
    return f"is {shown(given)}, far outside any scale. Check the number."


def _rules(field: FieldInfo | None) -> list[Any]:
    """The bounds of a field, also where it may be left out (``Annotated[int, …] | None``)."""
    if field is None:
        return []
    nested = [rule for part in get_args(field.annotation) for rule in getattr(part, "__metadata__", ())]
    return [*field.metadata, *(inner for rule in nested for inner in getattr(rule, "metadata", (rule,)))]


def _field_at(place: Place) -> FieldInfo | None:
    model = _model_at(place[:-1])
    return model.model_fields.get(str(place[-1])) if model and place else None


def _model_at(place: Place) -> type[BaseModel] | None:
    """The table that stands at ``place``: its model, or ``None`` where there is no table."""
    model: type[BaseModel] | None = CaseFile
    names = iter(place)
    for part in names:
        field = model.model_fields.get(str(part)) if model else None
        if field is None:
            return None
        model = _model_in(field.annotation)
        if "dict[" in str(field.annotation) or "tuple[" in str(field.annotation):
            next(names, None)  # the name or number of one entry
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _as_toml(example: object) -> str:
    if isinstance(example, bool):
        return "true" if example else "false"
    return f'"{example}"' if isinstance(example, str) else str(example)


def _as_entry(given: object) -> str:
    return f'"{shortened(given)}"' if isinstance(given, str) else '"…"'


def _unquote(given: object) -> str:
    return " Numbers stand without quotes." if isinstance(given, str) else ""
