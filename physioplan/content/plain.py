"""Values that were checked once → plain JSON and back again, without building a validator for any of them.

Validators cost more time to make than the content takes to read. What comes back is made of the program's own
frozen values alone: a name of any other class is refused.
"""

from __future__ import annotations

import importlib
from enum import Enum
from typing import Any

from physioplan.domain.value import Value

# An object with one of these keys is not a plain table. The number is a place in the list of classes.
_MODEL, _ENUM, _SET, _LIST = "~", "~enum", "~set", "~list"
_ROOMS = ("physioplan.domain.", "physioplan.measures.", "physioplan.library.", "physioplan.evidence.")
_set = object.__setattr__


class NotPlain(Exception):
    """Something that has no place in compiled content."""


class PlainWriter:
    """Turns values into what JSON knows; ``classes`` grows with every class it meets."""

    def __init__(self) -> None:
        self.classes: list[str] = []

    def write(self, value: Any) -> Any:
        """Tuples become arrays; everything else that JSON lacks gets a mark. Raises NotPlain."""
        if value is None or type(value) in (bool, int, float, str):
            return value
        if isinstance(value, Value):
            names = type(value).model_fields
            return {_MODEL: self._place(value), **{name: self.write(getattr(value, name)) for name in names}}
        if isinstance(value, Enum):
            return {_ENUM: self._place(value), "value": value.value}
        if isinstance(value, tuple):
            return [self.write(member) for member in value]
        if isinstance(value, frozenset):
            return {_SET: sorted((self.write(member) for member in value), key=str)}
        if isinstance(value, list):
            return {_LIST: [self.write(member) for member in value]}
        if isinstance(value, dict) and all(type(key) is str and not key.startswith("~") for key in value):
            return {key: self.write(member) for key, member in value.items()}
        raise NotPlain(f"{type(value).__name__} has no plain form")

    def _place(self, value: object) -> int:
        name = f"{type(value).__module__}:{type(value).__qualname__}"
        if name not in self.classes:
            self.classes.append(name)
        return self.classes.index(name)


class PlainReader:
    """Reads back what a ``PlainWriter`` with these ``classes`` wrote; a class is imported when first met."""

    def __init__(self, classes: list[str]) -> None:
        self._names = classes
        self._classes: dict[int, Any] = {}
        self._members: dict[tuple[int, Any], Enum] = {}

    def read(self, plain: Any) -> Any:
        """The value again. Raises NotPlain, or what importing or looking up a class that is gone raises."""
        if type(plain) is list:
            return tuple([self.read(member) if type(member) in (list, dict) else member for member in plain])
        if type(plain) is not dict:
            return plain
        if _MODEL in plain:
            return self._model(plain)
        if _ENUM in plain:
            return self._member(plain[_ENUM], plain["value"])
        if _SET in plain:
            return frozenset([self.read(member) for member in plain[_SET]])
        if _LIST in plain:
            return [self.read(member) for member in plain[_LIST]]
        return {key: self.read(member) for key, member in plain.items()}

    def _model(self, plain: dict[str, Any]) -> Any:
        """What ``model_construct`` does for fields that are all there, without going through each of them."""
        kind = self._class(plain[_MODEL])
        fields = {
            name: self.read(member) if type(member) in (list, dict) else member
            for name, member in plain.items()
            if name != _MODEL
        }
        made = kind.__new__(kind)
        _set(made, "__dict__", fields)
        _set(made, "__pydantic_fields_set__", set(fields))
        _set(made, "__pydantic_extra__", None)
        _set(made, "__pydantic_private__", None)
        return made

    def _member(self, place: int, value: Any) -> Enum:
        if (place, value) not in self._members:
            self._members[place, value] = self._class(place)(value)
        return self._members[place, value]

    def _class(self, place: int) -> Any:
        if place not in self._classes:
            module, _, name = self._names[place].partition(":")
            if not module.startswith(_ROOMS):
                raise NotPlain(f"{module} holds none of the program's values")
            found = getattr(importlib.import_module(module), name)
            if not (isinstance(found, type) and issubclass(found, Value | Enum)):
                raise NotPlain(f"{name} is not one of the program's values")
            self._classes[place] = found
        return self._classes[place]
