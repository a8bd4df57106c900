"""A condition of a rule: a finding and a comparison, joined by all, any and not; judged without side effects.

Judging has three outcomes. True and False, and ``None`` where a finding that matters is not known: a
rule fires on True only, so a missing answer never stands in for a normal one.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from physioplan.domain.value import Value
from physioplan.evidence.clinical_findings import FINDINGS, ClinicalFindings
from physioplan.evidence.observation import Observation

_OF_SETS = frozenset({"has", "has_any", "only"})
_OF_NUMBERS = frozenset({"at_least", "at_most", "above", "below"})
COMPARISONS = ("is", "at_least", "at_most", "above", "below", "has", "has_any", "is_one_of", "only")
Scalar = bool | float | str


class Finding(Value):
    """``{ finding = "odi", at_least = 41 }``: exactly one comparison.

    ``has`` and ``has_any`` ask a set for one or for any of several members, ``only`` whether a set that
    is not empty holds nothing but the listed members; ``has_any = true`` asks whether it holds anything
    at all.
    """

    finding: str
    is_: Scalar | None = Field(default=None, alias="is")
    at_least: float | None = None
    at_most: float | None = None
    above: float | None = None
    below: float | None = None
    has: str | None = None
    has_any: tuple[str, ...] | Literal[True] | None = None
    is_one_of: tuple[str, ...] | None = None
    only: tuple[str, ...] | None = None

    @model_validator(mode="after")
    def _is_known_and_single(self) -> Finding:
        if self.finding not in FINDINGS:
            raise ValueError(f'"{self.finding}" is not a finding; {_closest(self.finding)}')
        used = [name for name in COMPARISONS if getattr(self, "is_" if name == "is" else name) is not None]
        if len(used) != 1:
            raise ValueError(f'compare "{self.finding}" in exactly one way: {", ".join(COMPARISONS)}')
        fault = _misfit(self.finding, used[0])
        if fault:
            raise ValueError(fault)
        if self.finding == "noticed":
            self._names_observations()
        return self

    def _names_observations(self) -> None:
        named = [self.has] if self.has else list(self.has_any) if isinstance(self.has_any, tuple) else []
        for name in named:
            if name not in set(Observation):
                near = get_close_matches(name, [one.value for one in Observation], n=2)
                raise ValueError(
                    f'"{name}" is no observation; did you mean {" or ".join(near) or "another"}?'
                )

    def judge(self, findings: ClinicalFindings) -> bool | None:
        """True, False, or ``None`` when the finding is not known."""
        value = getattr(findings, self.finding)
        if value is None:
            return None
        if isinstance(value, frozenset):
            return self._judge_set(value)
        if self.is_ is not None:
            return bool(value == self.is_)
        if self.is_one_of is not None:
            return value in self.is_one_of
        return (
            (self.at_least is None or value >= self.at_least)
            and (self.at_most is None or value <= self.at_most)
            and (self.above is None or value > self.above)
            and (self.below is None or value < self.below)
        )

    def _judge_set(self, value: frozenset[str]) -> bool:
        if self.has is not None:
            return self.has in value
        if self.has_any is True:
            return bool(value)
        if self.has_any is not None:
            return not value.isdisjoint(self.has_any)
        return bool(value) and value <= set(self.only or ())

    def names(self) -> tuple[str, ...]:
        """The findings it looks at."""
        return (self.finding,)

    def told_by(self, findings: ClinicalFindings) -> tuple[str, ...]:
        """The findings that made it true."""
        return (self.finding,) if self.judge(findings) else ()


class All(Value):
    """Every one of them."""

    all: tuple[Condition, ...] = Field(min_length=1)

    def judge(self, findings: ClinicalFindings) -> bool | None:
        """False beats unknown, unknown beats True."""
        verdicts = [part.judge(findings) for part in self.all]
        return False if False in verdicts else None if None in verdicts else True

    def names(self) -> tuple[str, ...]:
        """The findings it looks at."""
        return tuple(name for part in self.all for name in part.names())

    def told_by(self, findings: ClinicalFindings) -> tuple[str, ...]:
        """The findings that made it true."""
        return tuple(name for part in self.all for name in part.told_by(findings))


class Any_(Value):
    """At least one of them."""

    any: tuple[Condition, ...] = Field(min_length=1)

    def judge(self, findings: ClinicalFindings) -> bool | None:
        """True beats unknown, unknown beats False."""
        verdicts = [part.judge(findings) for part in self.any]
        return True if True in verdicts else None if None in verdicts else False

    def names(self) -> tuple[str, ...]:
        """The findings it looks at."""
        return tuple(name for part in self.any for name in part.names())

    def told_by(self, findings: ClinicalFindings) -> tuple[str, ...]:
        """The findings that made it true."""
        return tuple(name for part in self.any for name in part.told_by(findings))


class Not(Value):
    """The opposite; the opposite of unknown is unknown."""

    not_: Condition = Field(alias="not")

    def judge(self, findings: ClinicalFindings) -> bool | None:
        """True when the part is False."""
        verdict = self.not_.judge(findings)
        return None if verdict is None else not verdict

    def names(self) -> tuple[str, ...]:
        """The findings it looks at."""
        return self.not_.names()

    def told_by(self, findings: ClinicalFindings) -> tuple[str, ...]:
        """Nothing: an absence has no finding to show."""
        return ()


def _misfit(finding: str, comparison: str) -> str:
    """Why this comparison does not suit the kind of value the finding holds, or nothing."""
    kind = str(ClinicalFindings.model_fields[finding].annotation)
    is_set, is_number = "frozenset" in kind, "int" in kind or "float" in kind
    if is_set and comparison not in _OF_SETS:
        return f'"{finding}" holds several things; compare it with {", ".join(sorted(_OF_SETS))}'
    if not is_set and comparison in _OF_SETS:
        return f'"{finding}" is no collection; it cannot be compared with {comparison}'
    if comparison in _OF_NUMBERS and not is_number:
        return f'"{finding}" is no number; compare it with is or is_one_of'
    return ""


def _closest(name: str) -> str:
    near = get_close_matches(name, FINDINGS, n=3)
    return (
        f"did you mean {' or '.join(near)}?"
        if near
        else "the list is in physioplan/evidence/clinical_findings.py"
    )


def _kind(raw: Any) -> Any:
    """Choose the kind by its key, so that a fault is told about that kind alone."""
    if not isinstance(raw, dict):
        return raw
    kinds: dict[str, type[Value]] = {"all": All, "any": Any_, "not": Not, "finding": Finding}
    chosen = next((kind for key, kind in kinds.items() if key in raw), None)
    if chosen is None:
        raise ValueError("a condition is one of: finding, all, any, not")
    return chosen.model_validate(raw)


Condition = Annotated[Finding | All | Any_ | Not, BeforeValidator(_kind)]

for _model in (All, Any_, Not):
    _model.model_rebuild()
