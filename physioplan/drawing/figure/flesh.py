"""How long and how thick the body is, in per cent of body height.

Segment lengths lie near the drawing proportions of an average adult; the arms are a little short on purpose,
so that hands and knees shows straight arms under a level back.
"""

from __future__ import annotations

from physioplan.drawing.figure.vector import Vector

Sphere = tuple[Vector, float]

HALF_HIP_WIDTH = 5.2
HALF_SHOULDER_WIDTH = 9.8
SHOULDER_BELOW_NECK = 2.2
SACRUM, LUMBAR, THORAX, NECK, HEAD = 4.5, 10.5, 14.0, 4.4, 7.0
THIGH, SHANK = 24.0, 23.8
ANKLE_HEIGHT, FOOT, HEEL = 3.6, 10.5, 2.5
UPPER_ARM, FOREARM, HAND = 16.0, 13.6, 7.4
ANKLE_ON_TOES = 8.7
PALM_ABOVE_FLOOR = 2.6

# Along each limb: (fraction of the segment, radius, offset to its front or back).
THIGH_FLESH = ((0.0, 6.6, -0.6), (0.25, 6.2, 0.0), (0.6, 5.0, 0.2), (1.0, 3.75, 0.2))
SHANK_FLESH = ((0.0, 3.75, 0.2), (0.28, 4.05, -0.8), (0.62, 3.1, -0.4), (1.0, 2.25, 0.0))
UPPER_ARM_FLESH = ((0.0, 4.1, 0.0), (0.35, 3.4, 0.0), (0.75, 2.9, 0.0), (1.0, 2.6, 0.0))
FOREARM_FLESH = ((0.0, 2.6, 0.0), (0.28, 2.75, 0.2), (1.0, 1.75, 0.0))

# Trunk sections from seat to neck: (frame, fraction of its way up, half width, radius, offset to the front).
TRUNK_FLESH = (
    ("pelvis", -0.49, 3.6, 6.0, -1.0),
    ("pelvis", 0.40, 3.6, 6.6, -0.8),
    ("pelvis", 0.95, 3.4, 6.2, -0.3),
    ("lumbar", 0.45, 3.3, 5.65, 0.2),
    ("lumbar", 0.95, 3.8, 6.1, 0.4),
    ("thorax", 0.40, 4.5, 6.65, 0.6),
    ("thorax", 0.68, 5.6, 5.7, 0.2),
    ("thorax", 0.89, 7.2, 3.9, -0.4),
    ("thorax", 1.04, 2.2, 3.3, -0.6),
)
WAIST_SECTION = 3
