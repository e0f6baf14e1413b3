"""A report as a Word document: real headings, lists, tables and pictures, Chinese type faces.

The page is that of official documents (GB/T 9704-2012): A4, headings 黑体, text 仿宋.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Doc
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from jdzplan.formats.text import width
from jdzplan.report.records import Picture, Report

_LATIN, _TEXT, _HEADING = "Times New Roman", "仿宋", "黑体"
_SIZES = {"Normal": 12, "Heading 1": 20, "Heading 2": 15, "Heading 3": 13}
_HEADINGS = ("Heading 1", "Heading 2", "Heading 3")
_LISTS = {"bullet_list": "List Bullet", "ordered_list": "List Number"}
_TABLE_SIZE, _WIDE = Pt(9), Cm(15.4)
_FIXED = (1980, 1, 1, 0, 0, 0)  # the earliest that an archive knows: no clock in a document
_NO_WIDTH = "\u200b"
_SVG = """<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">
<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{key}"/>
</a:ext></a:extLst>"""


def document(report: Report, text: str) -> bytes:
    """The document of a report whose Markdown is `text`."""
    made = Document()
    _dress(made, report)
    tree = SyntaxTreeNode(MarkdownIt("commonmark", {"html": False}).enable("table").parse(text))
    writer = _Writer(made, {each.path: each for each in report.pictures})
    for node in tree.children:
        writer.block(node)
    out = BytesIO()
    made.save(out)
    return _without_clock(out.getvalue())


def _dress(made: Doc, report: Report) -> None:
    """Page, type faces and language; a document of the library's own speaks Japanese."""
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.7), Cm(3.5)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
    for name in ("Normal", *_HEADINGS, *_LISTS.values(), "Quote"):
        style = made.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{key}"), None)
        face = _HEADING if name in _HEADINGS else _TEXT
        for key, value in (("ascii", _LATIN), ("hAnsi", _LATIN), ("eastAsia", face)):
            fonts.set(qn(f"w:{key}"), value)
        style.font.size = Pt(_SIZES.get(name, _SIZES["Normal"]))
        style.font.italic = False
        style.font.color.rgb = RGBColor(0, 0, 0)
    for language in made.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    properties = made.core_properties
    properties.title, properties.author, properties.comments = report.title, "", ""
    properties.language = report.words["html_lang"]
    properties.created = properties.modified = datetime(*_FIXED[:3])  # noqa: DTZ001


def _without_clock(data: bytes) -> bytes:
    """The same archive with one fixed time for every part."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, _FIXED), old.read(name), ZIP_DEFLATED)
    return out.getvalue()


class _Writer:
    """Markdown, block by block, into a document."""

    def __init__(self, made: Doc, pictures: dict[str, Picture]) -> None:
        self._made, self._pictures = made, pictures

    def block(self, node: SyntaxTreeNode, style: str | None = None) -> None:
        """A heading, a paragraph, a list, a quotation or a table."""
        if node.type == "heading":
            self._line(node.children[0], _HEADINGS[min(int(node.tag[1:]), 3) - 1])
        elif node.type == "paragraph":
            self._line(node.children[0], style)
        elif node.type in _LISTS:
            self._list(node)
        elif node.type == "blockquote":
            for each in node.children:
                self.block(each, "Quote")
        elif node.type == "table":
            self._table(node)
        else:  # whatever a template of one's own brings: its text
            self._made.add_paragraph(node.content, style)

    def _line(self, inline: SyntaxTreeNode, style: str | None) -> Paragraph:
        paragraph = self._made.add_paragraph(style=style)
        for each in inline.children:
            if each.type == "image":
                self._picture(paragraph, str(each.attrs.get("src", "")), each.content)
            else:
                paragraph.add_run(_plain(each))
        return paragraph

    def _picture(self, paragraph: Paragraph, path: str, words: str) -> None:
        """Pixels with the SVG beside them, for programs that know it; its words are read out."""
        picture = self._pictures.get(path)
        if picture is None:
            paragraph.add_run(words)
            return
        shape = paragraph.add_run().add_picture(BytesIO(picture.png()), width=_WIDE)
        properties = shape._inline.docPr  # noqa: SLF001 - the library has no other way to it
        properties.set("descr", picture.alt)
        name = PackURI(f"/word/media/picture{properties.id}.svg")
        part = Part(name, "image/svg+xml", picture.svg.encode("utf-8"), self._made.part.package)
        key = self._made.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        blip = next(shape._inline.iter(qn("a:blip")))  # noqa: SLF001
        blip.append(parse_xml(_SVG.format(key=key)))

    def _list(self, node: SyntaxTreeNode) -> None:
        number = self._restarted() if node.type == "ordered_list" else None
        for item in node.children:
            for child in item.children:
                if child.type != "paragraph":
                    self.block(child)
                    continue
                paragraph = self._line(child.children[0], _LISTS[node.type])
                paragraph.paragraph_format.space_after = Pt(2)
                if number is not None:
                    numbered = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
                    numbered.get_or_add_numId().val = number

    def _restarted(self) -> int:
        """A numbering of its own for one list, or it would go on from the list before."""
        numbering = self._made.part.numbering_part.element
        style = self._made.styles["List Number"].element
        used = style.pPr.numPr.numId.val
        abstract = next(n for n in numbering.num_lst if n.numId == used).abstractNumId.val
        number = numbering.add_num(abstract)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(number.numId)

    def _table(self, node: SyntaxTreeNode) -> None:
        rows = [row for part in node.children for row in part.children]
        table = self._made.add_table(len(rows), len(rows[0].children), style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        shares = _shares(rows)
        for row, cells in zip(table.rows, rows, strict=True):
            properties = row._tr.get_or_add_trPr()  # noqa: SLF001
            properties.append(OxmlElement("w:cantSplit"))
            for cell, told, share in zip(row.cells, cells.children, shares, strict=True):
                cell.width = int(_WIDE * share)
                paragraph = cell.paragraphs[0]
                run = paragraph.add_run(_plain(told))
                run.font.size, run.bold = _TABLE_SIZE, told.tag == "th"
                paragraph.paragraph_format.space_after = Pt(0)
                if "right" in str(told.attrs.get("style", "")):
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
        self._made.add_paragraph().paragraph_format.space_after = Pt(0)


def _shares(rows: Sequence[SyntaxTreeNode]) -> list[float]:
    """How much of the page each column takes: as much as its longest cell asks for, in bounds."""
    columns = zip(*([_plain(cell) for cell in row.children] for row in rows), strict=True)
    asked = [min(max(7, *map(width, column)), 30) for column in columns]
    return [each / sum(asked) for each in asked]


def _plain(node: SyntaxTreeNode) -> str:
    """The text of an inline node, whatever it is nested in."""
    return "".join(_texts(node))


def _texts(node: SyntaxTreeNode) -> Iterator[str]:
    children: Sequence[SyntaxTreeNode] = node.children
    if node.type in ("softbreak", "hardbreak"):
        yield "\n"
    elif not children:
        yield node.content.replace(_NO_WIDTH, "")
    for child in children:
        yield from _texts(child)
