"""Compiled values come back as they were, and nothing but the program's own values comes back at all."""

from __future__ import annotations

import pytest

from physioplan.content.plain import NotPlain, PlainReader, PlainWriter
from physioplan.domain.citation import Verification
from physioplan.measures.scale import Band, OtherScaleIs


def test_a_value_inside_a_value_comes_back_equal_and_frozen() -> None:
    when = OtherScaleIs(scale="psychosocial", low=4, high=5)
    band = Band(key="high", low=4, high=9, when=when, source="x", verification=Verification.SECONDARY)
    writer = PlainWriter()
    back = PlainReader(writer.classes).read(
        writer.write((band, frozenset({"b", "a"}), [1, (2,)], {"k": None}))
    )
    assert back == (band, frozenset({"a", "b"}), [1, (2,)], {"k": None})
    assert back[0].amend(low=5).low == 5
    with pytest.raises(Exception, match="frozen"):
        back[0].low = 1


@pytest.mark.parametrize(
    "name", ["os:system", "physioplan.storage.vault:Vault", "physioplan.domain.value:Self"]
)
def test_any_other_class_is_refused(name: str) -> None:
    with pytest.raises(NotPlain):
        PlainReader([name]).read({"~": 0})


@pytest.mark.parametrize("value", [b"bytes", {1: 2}, {"~": 1}, object()])
def test_what_has_no_plain_form_is_refused(value: object) -> None:
    with pytest.raises(NotPlain):
        PlainWriter().write(value)
