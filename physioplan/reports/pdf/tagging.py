"""A canvas that also writes what each mark is: heading, paragraph, list, table, figure or mere ornament.

The result is a tagged file whose structure can be read aloud in order. No standard is claimed for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas


class _TaggedPage(PDFPage):
    """A page that knows its place in the structure tree."""

    __NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]  # noqa: RUF012


@dataclass(slots=True)
class Element:
    """One structure element; ``mark`` is (page, marked content id) when it has content of its own."""

    role: str
    parent: Element | None = None
    alt: str = ""
    scope: str = ""
    mark: tuple[Any, int] | None = None
    kids: list[Element] = field(default_factory=list)
    code: str = ""


class _Ready(PDFObject):
    """An object whose bytes are known, so that ReportLab need not format it entry by entry."""

    __RefOnly__ = 1

    def __init__(self, body: bytes = b"") -> None:
        self.body = body

    def format(self, _document: Any) -> bytes:
        """The bytes as they are."""
        return self.body


class TaggedCanvas(Canvas):
    """ReportLab's canvas with marked content and a structure tree."""

    _doc: Any
    _code: list[str]

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
        super()._setAnnotations(page)  # type: ignore[misc]
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
        tree = _Ready()
        tree_code = self._code_of(tree)
        root = self._written(self._root, tree_code)
        numbers = []
        for place, marks in enumerate(self._page_marks):
            owners = _Ready(f"[{' '.join(mark.code for mark in marks)}]".encode())
            numbers.append(f"{place} {self._code_of(owners)}")
        parents = self._code_of(_Ready(f"<</Nums [{' '.join(numbers)}]>>".encode()))
        next_key = len(self._page_marks)
        entries = f"/K {root} /ParentTree {parents} /ParentTreeNextKey {next_key}"
        tree.body = f"<</Type /StructTreeRoot {entries}>>".encode()
        document.Catalog.StructTreeRoot = document.Reference(tree)
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        super().save()

    def _code_of(self, thing: Any) -> str:
        """The reference to ``thing`` as it is written in the file."""
        return "{} {} R".format(*self._doc.idToObjectNumberAndVersion[self._doc.Reference(thing).name])

    def _written(self, element: Element, parent: str) -> str:
        """Write ``element`` and all under it as finished objects; gives its reference."""
        ready = _Ready()
        element.code = code = self._code_of(ready)
        kids = " ".join([self._written(kid, code) for kid in element.kids])
        entries = [f"<</Type /StructElem /S /{element.role} /P {parent}".encode()]
        if element.alt:
            entries.append(b"/Alt " + PDFString(element.alt).format(self._doc))
        if element.scope:
            entries.append(f"/A <</O /Table /Scope /{element.scope}>>".encode())
        if element.mark is not None:
            page, number = element.mark
            entries.append(f"/Pg {self._code_of(page)} /K {number}".encode())
        elif kids:
            entries.append(f"/K [{kids}]".encode())
        ready.body = b" ".join(entries) + b">>"
        return code
