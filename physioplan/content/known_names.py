"""Names that content files may use without another file defining them."""

from __future__ import annotations

EQUIPMENT = frozenset(
    {
        "mat",
        "chair",
        "wall",
        "band",
        "ball",
        "step",
        "bench",
        "dumbbell",
        "kettlebell",
        "box",
        "bag",
        "strap",
        "towel",
        "pillow",
        "cushion",
        "stick",
        "bike",
        "treadmill",
        "elliptical",
        "machine",
        "pool",
        "poles",
        "timer",
        "pedometer",
        "slider",
        "foam_pad",
        "table",
        "door",
        "rail",
        "shoes",
        "audio",
    }
)

COMPONENTS = frozenset({"individualized_exercise", "motor_control", "cbt"})

DOSES_OF_CARE = frozenset({"brief", "standard"})

# Where a fact has no citation of its own, it says so by one of these; each is printed as its sentence.
NOT_A_CITATION: dict[str, str] = {
    "clinical_consensus": "Clinical consensus; no particular trial.",
    "clinical consensus": "Clinical consensus; no particular trial.",
    "secondary_page": "Read in a measure database or summary, not in the source itself.",
    "not_recorded": "Read in a source whose name was not noted.",
    "not_traced": "From memory; not yet checked against a source.",
}
