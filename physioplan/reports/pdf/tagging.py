"""A canvas that also writes what each mark is: headings, paragraphs, lists, tables, figures, and mere ornament.

The result is a tagged file whose structure can be read aloud in order. No standard is claimed for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas


class _TaggedPage(PDFPage):  # type: ignore[misc]
    """A page that knows its place in the structure tree."""

    __NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]  # noqa: RUF012


@dataclass(slots=True)
class Element:
    """One structure element; ``mark`` is (page reference, marked content id) when it has content of its own."""

    role: str
    parent: Element | None = None
    alt: str = ""
    scope: str = ""
    mark: tuple[Any, int] | None = None
    kids: list[Element] = field(default_factory=list)
    reference: Any = None


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """ReportLab's canvas with marked content and a structure tree."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        """Take the same arguments as ReportLab's canvas."""
        super().__init__(*args, **settings)
        self._root = Element("Document")
        self._open = [self._root]
        self._marks: list[Element] = []
        self._page_marks: list[list[Element]] = []
        self._inside = False

    @contextmanager
    def node(self, role: str) -> Iterator[None]:
        """Group what is drawn inside as one element without marks of its own (a list, a table row)."""
        element = Element(role, self._open[-1])
        self._open[-1].kids.append(element)
        self._open.append(element)
        try:
            yield
        finally:
            self._open.pop()
            if not element.kids:
                self._open[-1].kids.remove(element)

    @contextmanager
    def tag(self, role: str, *, alt: str = "", scope: str = "") -> Iterator[None]:
        """Mark what is drawn inside as one element with content; inside another mark it does nothing."""
        if self._inside:
            yield
            return
        number = len(self._marks)
        element = Element(role, self._open[-1], alt, scope, (self._doc.thisPageRef(), number))
        self._open[-1].kids.append(element)
        self._marks.append(element)
        self._code.append(f"/{role} <</MCID {number}>> BDC")
        self._inside = True
        try:
            yield
        finally:
            self._code.append("EMC")
            self._inside = False

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Mark what is drawn inside as ornament that is not read aloud."""
        if self._inside:
            yield
            return
        self._code.append("/Artifact BMC")
        self._inside = True
        try:
            yield
        finally:
            self._code.append("EMC")
            self._inside = False

    def operators(self, code: str) -> None:
        """Write ready-made operators that leave the graphics state as they found it."""
        self._code.append(code)

    def _setAnnotations(self, page: Any) -> None:
        super()._setAnnotations(page)
        page.__class__ = _TaggedPage
        page.StructParents = len(self._page_marks)
        page.Tabs = PDFName("S")
        self._page_marks.append(self._marks)
        self._marks = []

    def save(self) -> None:
        """Write the structure tree, then the file."""
        if len(self._code):
            self.showPage()
        document = self._doc
        tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        tree_reference = document.Reference(tree)
        tree["K"] = self._written(self._root, tree_reference)
        numbers: list[Any] = []
        for place, marks in enumerate(self._page_marks):
            numbers += [place, document.Reference(PDFArray([element.reference for element in marks]))]
        tree["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        tree["ParentTreeNextKey"] = len(self._page_marks)
        document.Catalog.StructTreeRoot = tree_reference
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        super().save()

    def _written(self, element: Element, parent: Any) -> Any:
        entries = PDFDictionary(
            {"Type": PDFName("StructElem"), "S": PDFName(element.role), "P": parent},
        )
        reference = element.reference = self._doc.Reference(entries)
        if element.alt:
            entries["Alt"] = PDFString(element.alt)
        if element.scope:
            entries["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(element.scope)})
        if element.mark is not None:
            entries["Pg"], entries["K"] = element.mark
        kids = [self._written(kid, reference) for kid in element.kids]
        if kids:
            entries["K"] = PDFArray(kids)
        return reference
