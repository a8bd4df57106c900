"""The style sheet of a palette: fields, menus, lists, scroll bars and the tones of labels."""

from __future__ import annotations

from functools import lru_cache

from physioplan.gui.theme.tokens import Palette

_SHEET = """
QAbstractItemView, QAbstractButton, QAbstractSlider, QTabBar {{ outline: none; }}
QWidget#canvas, QStackedWidget#canvas {{ background: {canvas}; }}
QFrame[plane="surface"] {{ background: {surface}; }}
QFrame[plane="canvas"] {{ background: {canvas}; }}
QFrame[plane="card"] {{ background: {surface}; border: 1px solid {line}; border-radius: 8px; }}
QFrame[plane="sheet"] {{ background: {surface}; border: 1px solid {line_strong}; border-radius: 12px; }}
QLabel {{ color: {ink}; background: transparent; }}
QLabel[tone="ink2"] {{ color: {ink2}; }}
QLabel[tone="ink3"] {{ color: {ink3}; }}
QLabel[tone="accent"] {{ color: {accent}; }}
QLabel[tone="warn"] {{ color: {warn}; }}
QLabel[tone="danger"] {{ color: {danger}; }}
QLabel[tone="clay"] {{ color: {clay}; }}
QLabel[tone="on_brand"] {{ color: #FFFFFF; }}
QLabel[tone="on_brand_soft"] {{ color: #E1EEEF; }}
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox {{
  background: {surface}; color: {ink}; border: 1px solid {line_strong}; border-radius: 6px;
  padding: 0 11px; selection-background-color: {accent}; selection-color: {on_accent};
  placeholder-text-color: {ink3}; }}
QPlainTextEdit, QTextEdit {{ padding: 5px 7px; }}
QLineEdit[error="true"], QPlainTextEdit[error="true"] {{ border: 2px solid {danger}; padding: 0 10px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled {{
  background: {sunken}; color: {ink3}; border-color: {line}; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
QComboBox {{ combobox-popup: 0; background: transparent; border: none; color: {ink};
  padding: 0 36px 0 12px; }}
QComboBox QAbstractItemView {{ background: {raised}; color: {ink}; border: 1px solid {line_strong};
  border-radius: 0; padding: 4px; outline: none; selection-background-color: {accent_soft};
  selection-color: {ink}; }}
QComboBox QAbstractItemView::item {{ min-height: 36px; padding: 0 8px; }}
QScrollArea, QWidget#qt_scrollarea_viewport {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget#bed {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle {{ background: {line_strong}; border-radius: 4px; min-height: 32px; min-width: 32px; }}
QScrollBar::handle:hover {{ background: {ink3}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {raised}; color: {ink}; border: 1px solid {line_strong}; padding: 4px; }}
QMenu::item {{ padding: 7px 28px 7px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent_soft}; }}
QMenu::item:disabled {{ color: {ink3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QMenuBar {{ background: {surface}; color: {ink}; border-bottom: 1px solid {line}; }}
QMenuBar::item {{ padding: 6px 10px; background: transparent; }}
QMenuBar::item:selected {{ background: {accent_soft}; }}
QToolTip {{ background: {raised}; color: {ink}; border: 1px solid {line_strong}; padding: 6px 8px; }}
QTableView, QListView, QTreeView {{ background: transparent; color: {ink}; border: none; outline: none;
  gridline-color: {line}; selection-background-color: {accent_soft}; selection-color: {ink}; }}
QTableView::item {{ border-bottom: 1px solid {line}; padding: 0 12px; }}
QTableView::item:selected {{ background: {accent_soft}; color: {ink}; }}
QHeaderView {{ background: transparent; }}
QHeaderView::section {{ background: transparent; color: {ink2}; border: none;
  border-bottom: 1px solid {line_strong}; padding: 8px 12px; font-weight: 600; }}
QTabBar::tab {{ background: transparent; color: {ink2}; padding: 8px 14px;
  border-bottom: 3px solid transparent; }}
QTabBar::tab:selected {{ color: {accent}; border-bottom-color: {accent}; background: {accent_soft}; }}
QSplitter::handle {{ background: {line}; }}
QProgressBar {{ background: {zone}; border: none; border-radius: 4px; max-height: 8px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}
"""


@lru_cache(maxsize=4)
def stylesheet(palette: Palette) -> str:
    """The whole sheet for one palette; the same palette gives the same string object."""
    return _SHEET.format(**palette.roles())
