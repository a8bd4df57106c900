"""How far a human joint goes, for the drawing of patients: generous, yet no broken elbow gets through.

Degrees; flexion, dorsiflexion and abduction are positive. Clinical consensus, set wide for a supple adult.
"""

from __future__ import annotations

JOINT_LIMITS: dict[str, tuple[float, float]] = {
    "lean": (-180, 180),
    "turn": (-180, 180),
    "roll": (-90, 90),
    "belly": (-2.5, 3.5),
    "lumbar": (-45, 60),
    "thorax": (-35, 50),
    "neck": (-60, 60),
    "head": (-40, 45),
    "lumbar_side": (-35, 35),
    "thorax_side": (-35, 35),
    "neck_side": (-45, 45),
    "lumbar_turn": (-25, 25),
    "thorax_turn": (-50, 50),
    "neck_turn": (-85, 85),
    "hip": (-30, 135),
    "hip_abduction": (-35, 60),
    "hip_rotation": (-50, 60),
    "knee": (0, 150),
    "ankle": (-75, 35),
    "shoulder": (-60, 190),
    "shoulder_abduction": (-40, 190),
    "shoulder_rotation": (-100, 100),
    "elbow": (0, 150),
    "wrist": (-80, 85),
    "shrug": (-3, 6),
    "protract": (-4, 6),
}
