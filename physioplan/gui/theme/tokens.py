"""The colours, sizes and type styles every page and painter draws with."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Palette(NamedTuple):
    """Colours by role, each ``#RRGGBB``; ``dark`` tells painters which ground they stand on."""

    dark: bool
    canvas: str
    surface: str
    sunken: str
    raised: str
    rail: str
    mat: str
    zone: str
    line: str
    line_strong: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    accent_soft: str
    accent_line: str
    warn: str
    warn_soft: str
    warn_line: str
    danger: str
    danger_soft: str
    danger_line: str
    clay: str
    brand: str
    key_hint: str
    key_hint_line: str
    on_danger: str
    high_contrast: bool = False

    def roles(self) -> dict[str, str]:
        """Every colour under its role name, for painting a drawing."""
        return {name: value for name, value in zip(self._fields, self, strict=True) if isinstance(value, str)}


LIGHT = Palette(
    dark=False, canvas="#F6F3EE", surface="#FFFFFF", sunken="#EEEAE3", raised="#FFFFFF", rail="#ECE7DF",
    mat="#EFE9E0", zone="#E9E3D9", line="#DDD7CD", line_strong="#857F76", ink="#1D2327", ink2="#454D53",
    ink3="#5F686E", accent="#0D5763", accent_hover="#0A4550", accent_press="#07333B", on_accent="#FFFFFF",
    accent_soft="#E1EEEF", accent_line="#8FBAC0", warn="#7A4A00", warn_soft="#FBEFD8", warn_line="#E2BE83",
    danger="#97301C", danger_soft="#FAE7E2", danger_line="#E0A99C", clay="#A8502B", brand="#0D5763",
    key_hint="#D3E3E5", key_hint_line="#8FBAC0", on_danger="#FFFFFF",
)  # fmt: skip

DARK = Palette(
    dark=True, canvas="#14191B", surface="#1C2326", sunken="#101416", raised="#252D31", rail="#101416",
    mat="#252D31", zone="#262F33", line="#343E43", line_strong="#7D888D", ink="#EFECE6", ink2="#C3C8C8",
    ink3="#9BA4A7", accent="#84CBD3", accent_hover="#A0DAE0", accent_press="#BCE6EA", on_accent="#062A30",
    accent_soft="#1D3A40", accent_line="#3F747C", warn="#EDBE66", warn_soft="#3A2E17", warn_line="#6B5527",
    danger="#F39C88", danger_soft="#45241D", danger_line="#7C4437", clay="#E59A74", brand="#0A343C",
    key_hint="#0B3D45", key_hint_line="#2C6B74", on_danger="#2A0F09",
)  # fmt: skip

Family = Literal["sans", "serif"]


class TypeStyle(NamedTuple):
    """One line of the type scale: size and line height in logical pixels, family, weight, tabular figures."""

    size: int
    line: int
    family: Family = "sans"
    weight: int = 400
    tabular: bool = False


TYPE: dict[str, TypeStyle] = {
    "show_to_patient": TypeStyle(46, 56, "serif", 600),
    "brand": TypeStyle(34, 40, "serif", 600),
    "brand_stage": TypeStyle(19, 26, "sans", 600),
    "brand_lead": TypeStyle(18, 26),
    "recovery_key": TypeStyle(27, 34, "sans", 600, tabular=True),
    "display": TypeStyle(32, 38, "serif", 600),
    "title": TypeStyle(30, 36, "serif", 600),
    "title_compact": TypeStyle(28, 34, "serif", 600),
    "name": TypeStyle(23, 28, "serif", 600),
    "stage": TypeStyle(20, 26, "sans", 600),
    "heading": TypeStyle(18, 24, "sans", 600),
    "row_name": TypeStyle(17, 20, "sans", 600),
    "lead": TypeStyle(17, 25),
    "subheading": TypeStyle(16, 22, "sans", 600),
    "body": TypeStyle(16, 22),
    "body_tabular": TypeStyle(16, 22, tabular=True),
    "control": TypeStyle(15, 20, "sans", 600),
    "control_plain": TypeStyle(15, 20, "sans", 500),
    "field": TypeStyle(15, 20),
    "small": TypeStyle(14, 19),
    "small_strong": TypeStyle(14, 19, "sans", 600),
    "micro": TypeStyle(13, 17, tabular=True),
    "micro_strong": TypeStyle(13, 17, "sans", 600, tabular=True),
    "data_xl": TypeStyle(56, 60, "sans", 600, tabular=True),
    "data_l": TypeStyle(34, 38, "sans", 600, tabular=True),
    "data_m": TypeStyle(24, 28, "sans", 600, tabular=True),
    "score_button": TypeStyle(22, 26, "sans", 600, tabular=True),
    "score_button_small": TypeStyle(17, 20, "sans", 600, tabular=True),
    "prompt": TypeStyle(21, 29),
    "patient_panel": TypeStyle(17, 23),
    "patient_panel_strong": TypeStyle(17, 23, "sans", 600),
}

SPACE = (4, 8, 12, 16, 20, 24, 32, 40, 64)
PAGE_PADDING = 32
RADIUS_TAG = 4
RADIUS_CONTROL = 6
RADIUS_CARD = 8
RADIUS_SHEET = 12
RADIUS_CHIP = 16
RAIL_WIDTH = 84
RAIL_WIDTH_COMPACT = 52
ACTION_BAR_HEIGHT = 68
PATIENT_HEADER_HEIGHT = 77
CONTENT_CAP = 1440
FOCUS_WIDTH = 3
FOCUS_GAP = 2
