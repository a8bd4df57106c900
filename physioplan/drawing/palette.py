"""Which colour each role of a drawing has, on screen and in print."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

Palette = Mapping[str, str]


def _palette(base: Palette, **changes: str) -> Palette:
    return MappingProxyType({**base, **changes})


SCREEN_LIGHT: Palette = MappingProxyType(
    {
        "ground": "#EFE9E0",
        "skin_near": "#E2AC86",
        "skin_far": "#C9926D",
        "feature": "#4A3728",
        "hair": "#4A3728",
        "top_near": "#2A8C96",
        "top_far": "#1F6C75",
        "trousers_near": "#3B4F6B",
        "trousers_far": "#2C3C54",
        "shoe_near": "#F6F7F8",
        "shoe_far": "#CFD6DD",
        "line": "#1D2327",
        "ink": "#1D2327",
        "arrow": "#0D5763",
        "arrow_halo": "#EFE9E0",
        "mat": "#D8D0C3",
        "mat_edge": "#B5AB9B",
        "floor": "#E2DACD",
        "shadow": "#C4BAAA",
        "prop_shadow": "#A27E59",
        "prop": "#C9A27A",
        "prop_dark": "#A27E59",
        "prop_line": "#6E5236",
        "metal": "#8E9AA6",
        "weight": "#454D53",
        "wall": "#DAD2C5",
        "wall_edge": "#B5AB9B",
        "foam": "#8FB3B8",
        "band": "#B5476A",
        "strap": "#A8502B",
        "stick": "#C9A27A",
        "ball": "#D9A441",
        "highlight": "#FFFFFF",
        "pillow": "#FBF9F6",
        "water": "#3E8FB0",
    }
)
"""Figures lie on the light mat colour in both screen themes, so that a body never turns into a negative."""

SCREEN_DARK: Palette = _palette(SCREEN_LIGHT)

PRINT_COLOUR: Palette = _palette(
    SCREEN_LIGHT,
    ground="#FFFFFF",
    skin_near="#F3E9DC",
    skin_far="#DCCFBE",
    feature="#1D2327",
    hair="#7C868B",
    top_near="#4E929B",
    top_far="#3B7880",
    trousers_near="#5B666D",
    trousers_far="#454F56",
    shoe_near="#FFFFFF",
    shoe_far="#DEDAD3",
    arrow_halo="#FFFFFF",
    mat="#EFE9E0",
    mat_edge="#B9AFA0",
    floor="#F1ECE4",
    shadow="#D8CFC2",
    prop="#E2D2BC",
    prop_dark="#C2AC8F",
    prop_shadow="#C2AC8F",
    wall="#EFEBE4",
    wall_edge="#B9AFA0",
    ball="#E7CB92",
    band="#A8502B",
    pillow="#FFFFFF",
)

PRINT_BLACK: Palette = _palette(
    PRINT_COLOUR,
    skin_near="#FFFFFF",
    skin_far="#DDDDDD",
    feature="#111111",
    hair="#8A8D8F",
    top_near="#AEAEAE",
    top_far="#8C8C8C",
    trousers_near="#4E4E4E",
    trousers_far="#363636",
    shoe_near="#FFFFFF",
    shoe_far="#DDDDDD",
    line="#111111",
    ink="#111111",
    arrow="#111111",
    mat="#F4F4F4",
    mat_edge="#777777",
    floor="#F2F2F2",
    shadow="#DADADA",
    prop="#E0E0E0",
    prop_dark="#BFBFBF",
    prop_shadow="#BFBFBF",
    prop_line="#444444",
    metal="#9A9A9A",
    weight="#444444",
    wall="#EEEEEE",
    wall_edge="#999999",
    band="#555555",
    strap="#555555",
    foam="#C8C8C8",
    stick="#D0D0D0",
    ball="#E4E4E4",
    water="#555555",
)

PALETTES: Mapping[str, Palette] = MappingProxyType(
    {
        "screen_light": SCREEN_LIGHT,
        "screen_dark": SCREEN_DARK,
        "print_colour": PRINT_COLOUR,
        "print_black": PRINT_BLACK,
    }
)
