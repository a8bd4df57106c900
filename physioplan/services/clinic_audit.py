"""The clinic looks at itself: first how complete the picture is, then what changed, never who."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import NormalDist, fmean, stdev

from physioplan.domain.assessment import Occasion
from physioplan.domain.outcome import ChangeThreshold
from physioplan.measures.measure import Measure
from physioplan.measures.scale import HigherIs
from physioplan.services.clock import Clock
from physioplan.storage.clinic_counts import Completion, clinic_rows
from physioplan.storage.vault import Vault

FEWEST = 10  # people; a smaller group could tell who somebody is, and says little
MEASURES = ("nrs", "odi", "rmdq")
OCCASIONS = (Occasion.WEEK_12, Occasion.YEAR_1)


@dataclass(frozen=True, slots=True)
class GroupChange:
    """The people measured twice on one measure. ``mean`` is the raw change with its 95 % limits.

    Everything after ``measured`` is ``None`` in a group under ``FEWEST``. ``lowest`` and ``highest`` are the shares
    reached if everybody missing had done badly, or well.
    """

    measure: str
    occasion: Occasion
    measured: int
    mean: float | None = None
    low: float | None = None
    high: float | None = None
    reached: int | None = None
    share: float | None = None
    lowest: float | None = None
    highest: float | None = None

    @property
    def is_shown(self) -> bool:
        """False for a group too small to show."""
        return self.mean is not None


@dataclass(frozen=True, slots=True)
class ClinicSummary:
    """What the clinic page shows; counts only."""

    started: int
    first: date | None
    last: date | None
    baseline: Completion
    reviews: Mapping[Occasion, Completion]
    changes: tuple[GroupChange, ...]

    @property
    def enough(self) -> bool:
        """True when at least one group is large enough to show."""
        return any(change.is_shown for change in self.changes)


class ClinicAudit:
    """Counts over one open vault; names never leave the record."""

    def __init__(self, vault: Vault, measures: Mapping[str, Measure], clock: Clock) -> None:
        self._vault = vault
        self._measures = measures
        self._clock = clock

    def summary(self) -> ClinicSummary:
        """The picture as of today."""
        today = self._clock.today()
        with self._vault.raw() as connection:
            rows = clinic_rows(connection)
        reviews = {one: rows.completion(one.value, today) for one in OCCASIONS}
        changes = tuple(
            self._change(measure, one, found, reviews[one].due)
            for measure in MEASURES
            for one in OCCASIONS
            if (found := rows.pairs(measure, one.value)) or measure != "rmdq"
        )
        days = rows.started.values()
        return ClinicSummary(
            started=len(days),
            first=min(days, default=None),
            last=max(days, default=None),
            baseline=rows.completion(Occasion.BASELINE.value, today),
            reviews=reviews,
            changes=changes,
        )

    def _change(
        self, measure: str, occasion: Occasion, pairs: Sequence[tuple[float, float]], due: int
    ) -> GroupChange:
        count = len(pairs)
        if count < FEWEST:
            return GroupChange(measure, occasion, count)
        scale = self._measures[measure].main
        differences = [after - before for before, after in pairs]
        mean = fmean(differences)
        half = t_quantile(count - 1) * stdev(differences) / math.sqrt(count)
        used = scale.threshold.as_used() if scale.threshold is not None else None
        if used is None:
            return GroupChange(measure, occasion, count, mean, mean - half, mean + half)
        sign = 1 if scale.higher_is is HigherIs.BETTER else -1
        reached = sum(reaches(before, sign * (after - before), used) for before, after in pairs)
        everybody = max(due, count)
        return GroupChange(
            measure,
            occasion,
            count,
            mean,
            mean - half,
            mean + half,
            reached,
            reached / count,
            reached / everybody,
            (reached + everybody - count) / everybody,
        )


def reaches(before: float, improvement: float, used: ChangeThreshold) -> bool:
    """True when one person's improvement counts as reached: the rule of ``measures.change``, for plain numbers."""
    tiny = 1e-9
    if improvement < used.points - tiny or improvement < (used.detectable or 0.0) - tiny:
        return False
    low = used.low_baseline is not None and before < used.low_baseline
    if low or used.percent is None or before <= 0:
        return True
    return 100 * improvement / before >= used.percent - tiny


def t_quantile(freedom: int) -> float:
    """The 97.5 % point of Student's t, by the usual expansion (within 0.005 from 9 degrees of freedom on)."""
    z = NormalDist().inv_cdf(0.975)
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    return z + first / freedom + second / freedom**2


def as_csv(summary: ClinicSummary) -> str:
    """The summary as lines of text for other programs; no name, no record number, no group under ``FEWEST``."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\n")
    write.writerow(("occasion", "complete", "partly", "missing", "not_due"))
    for name, one in (("baseline", summary.baseline), *((o.value, c) for o, c in summary.reviews.items())):
        write.writerow((name, one.complete, one.partly, one.missing, one.not_due))
    write.writerow(())
    write.writerow(
        (
            "measure",
            "occasion",
            "measured",
            "mean_change",
            "low",
            "high",
            "reached",
            "share",
            "lowest",
            "highest",
        )
    )
    for change in summary.changes:
        if change.is_shown:
            numbers = (
                change.mean,
                change.low,
                change.high,
                change.reached,
                change.share,
                change.lowest,
                change.highest,
            )
            told = tuple("" if number is None else f"{number:.3g}" for number in numbers)
            write.writerow((change.measure, change.occasion.value, change.measured, *told))
    return out.getvalue()
