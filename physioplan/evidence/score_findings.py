"""Findings that come from questionnaires: scores, the risk group, and whether anything stands in the way."""

from __future__ import annotations

from physioplan.domain.assessment import Assessment
from physioplan.domain.score import TOTAL


def score_findings(baseline: Assessment) -> dict[str, object]:
    """The scores of one assessment under the names rules use; a score that is not final is not known."""

    def value(measure: str, *subscales: str) -> float | None:
        for subscale in subscales or (TOTAL,):
            score = baseline.score_of(measure, subscale)
            if score is not None and score.is_final:
                return score.value
        return None

    def answer(measure: str, item: str) -> float | None:
        responses = baseline.responses_to(measure)
        return None if responses is None else responses.value_of(item)

    odi = baseline.score_of("odi")
    total, psychosocial = value("sbst"), value("sbst", "psychosocial")
    return {
        "pain_average": value("nrs", "average", TOTAL),
        "pain_worst": value("nrs", "worst"),
        "odi": value("odi"),
        "odi_band": odi.band if odi is not None and odi.is_final else None,
        "rmdq": value("rmdq"),
        "qbpds": value("qbpds"),
        "psfs": value("psfs"),
        "sbst_total": total,
        "sbst_psychosocial": psychosocial,
        "sbst_risk": sbst_risk(total, psychosocial),
        "ompsq_sf": value("ompsq_sf"),
        "fabq_pa": value("fabq", "pa"),
        "fabq_w": value("fabq", "w"),
        "tsk_17": value("tsk_17"),
        "tsk_11": value("tsk_11"),
        "pcs": value("pcs"),
        "pseq": value("pseq"),
        "pseq_2": value("pseq_2"),
        "phq_2": value("phq_4", "depression"),
        "gad_2": value("phq_4", "anxiety"),
        "phq_9": value("phq_9"),
        "phq_9_item_3": answer("phq_9", "3"),
        "phq_9_item_9": answer("phq_9", "9"),
        "gad_7": value("gad_7"),
        "sleep_trouble": value("sleep_nrs"),
    }


def sbst_risk(total: float | None, psychosocial: float | None) -> str | None:
    """Low, medium or high of STarT Back: total 3 or less low.

    4 or more with 4 or 5 psychosocial points high.
    """
    if total is None:
        return None
    if total <= 3:
        return "low"
    if psychosocial is None:
        return None
    return "high" if psychosocial >= 4 else "medium"


# At or beyond these, something in mood, worry, work or confidence stands in the way. Each is a cut-off of the
# measure's own file; that any one of them is enough is consensus.
_OBSTACLES: dict[str, tuple[str, float]] = {
    "sbst_psychosocial": ("at_least", 4),
    "ompsq_sf": ("at_least", 50),
    "pcs": ("at_least", 30),
    "tsk_17": ("above", 37),
    "tsk_11": ("at_least", 29),
    "fabq_pa": ("above", 14),
    "fabq_w": ("above", 29),
    "pseq": ("below", 20),
    "phq_2": ("at_least", 3),
    "gad_2": ("at_least", 3),
    "phq_9": ("at_least", 10),
    "gad_7": ("at_least", 10),
}


def psychosocial_obstacle(facts: dict[str, object]) -> bool | None:
    """True when any measured score is beyond its cut-off, False when none is, None without a score."""
    verdicts = []
    for name, (comparison, limit) in _OBSTACLES.items():
        value = facts.get(name)
        if isinstance(value, int | float):
            beyond = {"at_least": value >= limit, "above": value > limit, "below": value < limit}
            verdicts.append(beyond[comparison])
    if facts.get("sbst_risk") == "low":
        verdicts.append(False)
    return any(verdicts) if verdicts else None
