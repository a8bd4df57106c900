"""Where the landmarks of a posed figure lie on its pictures, for whoever wants to take hold of one."""

from __future__ import annotations

from physioplan.drawing.figure.figure import FigureData, camera_of, paint_phase, poses_of
from physioplan.drawing.figure.frame import frame_around
from physioplan.drawing.figure.outline import Flat
from physioplan.drawing.figure.skeleton import body_of


def joint_positions(pose_data: FigureData) -> dict[str, dict[str, Flat]]:
    """Landmarks by phase ("start", "middle", "end") and name, in the units of that phase's drawing."""
    camera = camera_of(pose_data)
    poses = poses_of(pose_data)
    bodies = {phase: body_of(pose) for phase, pose in poses.items()}
    painted = {
        phase: paint_phase(pose_data, phase, poses[phase], body, camera) for phase, body in bodies.items()
    }
    left, top, _, _ = frame_around(painted)
    out: dict[str, dict[str, Flat]] = {}
    for phase, body in bodies.items():
        out[phase] = {}
        for name, point in body.points.items():
            x, y = camera.flat(point)
            out[phase][name] = (round(x - left, 1), round(y - top, 1))
    return out
