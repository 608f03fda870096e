"""Every part of every kind's package against ECMA-376: order of elements, ids, relations, kinds of parts, tables."""

import io
import posixpath
import re
import zipfile
from collections import Counter
from functools import cache
from typing import Any

import pytest
from docx.oxml.ns import qn
from lxml import etree

from tests.unit.reports.every_kind import CASES, OTHER_LOOKS, Made, made
from tests.unit.reports.schema_order import SEQUENCES, SPACES

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W_STYLE = qn("w:style")
_TYPES = "[Content_Types].xml"


@pytest.fixture(params=(*CASES, *OTHER_LOOKS), ids=str, scope="module")
def report(request: pytest.FixtureRequest) -> Made:
    """Reports as they are issued, as drafts, and in an office's own template."""
    return made(request.param)


@cache
def parts(report: Made) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(report.content)) as package:
        return {name: package.read(name) for name in package.namelist()}


@cache
def trees(report: Made) -> dict[str, Any]:
    return {name: etree.fromstring(part) for name, part in parts(report).items() if name.endswith((".xml", ".rels"))}


def named(element: Any) -> str:
    name = etree.QName(element)
    return f"{SPACES.get(name.namespace or '', '?')}:{name.localname}"


@cache
def places(parent: str) -> tuple[dict[str, int], frozenset[int], int]:
    """Return each child's place in the sequence, the places that may be taken again, and that of all others (or -1)."""
    found: dict[str, int] = {}
    again, others = set(), -1
    for place, token in enumerate(SEQUENCES[parent].split()):
        if token == "*":
            others = place
            again.add(place)
        elif token.endswith("+"):
            again.add(place)
        found.update(dict.fromkeys(token.rstrip("+").split("|"), place))
    return found, frozenset(again), others


def faults(element: Any) -> str:
    """Return what is wrong with the order of an element's children; nothing where all is well."""
    parent, children = named(element), list(element.iterchildren(etree.Element))
    if not children or parent.startswith("?"):
        return ""
    if parent not in SEQUENCES:
        return f"no sequence of {parent} is written down"
    known, again, others = places(parent)
    taken = [known.get(etree.QName(child).localname, others) for child in children]
    if -1 in taken:
        return f"{parent} has no {named(children[taken.index(-1)])}"
    twice = [place for place, count in Counter(taken).items() if count > 1 and place not in again]
    return "" if taken == sorted(taken) and not twice else f"{parent}: {' '.join(map(named, children))}"


def test_elements_stand_in_the_order_of_the_schema(report: Made) -> None:
    for name, tree in trees(report).items():
        if not name.startswith("customXml/item"):
            found = {fault for element in tree.iter(etree.Element) if (fault := faults(element))}
            assert not found, f"{name}: {found}"


@pytest.mark.parametrize(
    "markup",
    [
        "<w:pPr><w:jc/><w:ind/></w:pPr>",
        "<w:pPr><w:ind/><w:ind/></w:pPr>",
        "<w:pPr><w:colour/></w:pPr>",
        "<w:p><w:r/><w:pPr/></w:p>",
        "<w:unheard><w:p/></w:unheard>",
    ],
)
def test_what_breaks_the_order_is_found(markup: str) -> None:
    space = next(uri for uri, prefix in SPACES.items() if prefix == "w")
    assert faults(etree.fromstring(f'<w:x xmlns:w="{space}">{markup}</w:x>')[0])


def test_ids_are_unique(report: Made) -> None:
    main = trees(report)["word/document.xml"]
    for tag, attribute in (("w:bookmarkStart", "w:id"), ("w:bookmarkStart", "w:name"), ("wp:docPr", "id")):
        prefix, local = tag.split(":")
        space = next(uri for uri, known in SPACES.items() if known == prefix)
        key = qn(attribute) if ":" in attribute else attribute
        found = Counter(each.get(key) for each in main.iter(f"{{{space}}}{local}"))
        assert not [value for value, count in found.items() if count > 1], tag
    for name, tree in trees(report).items():
        if name.startswith("word/charts/chart"):
            found = Counter(each.get("id") for each in tree.iter(qn("a:fld")))
            assert not [value for value, count in found.items() if count > 1], name
    begun = [each.get(qn("w:id")) for each in main.iter(qn("w:bookmarkStart"))]
    assert sorted(begun) == sorted(each.get(qn("w:id")) for each in main.iter(qn("w:bookmarkEnd")))


def test_every_relation_leads_to_a_part_and_every_id_to_a_relation(report: Made) -> None:
    for name, tree in trees(report).items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for relation in tree:
                target = relation.get("Target").lstrip("/") if relation.get("Target").startswith("/") else None
                path = target or posixpath.normpath(posixpath.join(folder, relation.get("Target")))
                assert relation.get("TargetMode") == "External" or path in parts(report), f"{name}: {path}"
        else:
            folder, file = posixpath.split(name)
            own = trees(report).get(f"{folder}/_rels/{file}.rels", [])
            used = set(tree.xpath("//@r:id | //@r:embed", namespaces={"r": RELATION.strip("{}")}))
            assert used <= {relation.get("Id") for relation in own}, name


def test_every_part_has_a_kind(report: Made) -> None:
    declared = trees(report)[_TYPES]
    by_name = {each.get("PartName") for each in declared if each.get("PartName")}
    by_end = {each.get("Extension") for each in declared if each.get("Extension")}
    assert by_name <= {f"/{name}" for name in parts(report)}
    for name in parts(report):
        if name != _TYPES:
            assert f"/{name}" in by_name or name.rpartition(".")[2] in by_end - {"xml"} or "customXml" in name, name


def test_every_style_and_list_used_is_defined(report: Made) -> None:
    styles = {
        each.get(qn("w:styleId")): each.get(qn("w:type")) for each in trees(report)["word/styles.xml"].iter(W_STYLE)
    }
    lists = {each.get(qn("w:numId")) for each in trees(report)["word/numbering.xml"].iter(qn("w:num"))}
    kinds = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table", "basedOn": None, "next": "paragraph"}
    for name, tree in trees(report).items():
        if name.startswith("word/"):
            for tag, kind in kinds.items():
                for value in {each.get(qn("w:val")) for each in tree.iter(qn(f"w:{tag}"))}:
                    assert kind in (None, styles.get(value)), f"{name}: {tag} {value}"
                    assert value in styles
            for number in tree.iterfind(f".//{qn('w:numPr')}/{qn('w:numId')}"):
                assert number.get(qn("w:val")) in lists | {"0"}


def cells_of(row: Any) -> list[tuple[int, int, str | None]]:
    """Return each cell's columns, width, and how it goes on from the row above (None: it does not)."""
    found = []
    for cell in row.iterchildren(qn("w:tc")):
        properties = cell.find(qn("w:tcPr"))
        span, merge = properties.find(qn("w:gridSpan")), properties.find(qn("w:vMerge"))
        going = None if merge is None else merge.get(qn("w:val"), "continue")
        columns = int(span.get(qn("w:val"))) if span is not None else 1
        found.append((columns, int(properties.find(qn("w:tcW")).get(qn("w:w"))), going))
    return found


def tables(report: Made) -> list[Any]:
    return list(report.back.body.iter(qn("w:tbl")))


def test_tables_add_up(report: Made) -> None:
    for table in tables(report):
        grid = [int(each.get(qn("w:w"))) for each in table.find(qn("w:tblGrid"))]
        assert sum(grid) == pytest.approx(int(table.find(f"{qn('w:tblPr')}/{qn('w:tblW')}").get(qn("w:w"))), abs=2)
        for row in table.iterchildren(qn("w:tr")):
            at = 0
            for columns, width, _ in cells_of(row):
                assert columns >= 1
                assert width == sum(grid[at : at + columns])
                at += columns
            assert at == len(grid)


def test_cells_that_reach_down_go_on_under_the_same_columns(report: Made) -> None:
    for table in tables(report):
        above: dict[int, int] = {}
        for row in table.iterchildren(qn("w:tr")):
            at, reaching = 0, {}
            for columns, _, going in cells_of(row):
                assert going != "continue" or above.get(at) == columns
                if going:
                    reaching[at] = columns
                at += columns
            above = reaching


def test_every_cell_ends_with_a_paragraph(report: Made) -> None:
    assert all(cell[-1].tag == qn("w:p") for cell in report.back.body.iter(qn("w:tc")))


def test_fields_are_whole(report: Made) -> None:
    for paragraph in report.back.body.iter(qn("w:p")):
        steps = [each.get(qn("w:fldCharType")) for each in paragraph.iter(qn("w:fldChar"))]
        assert steps == ["begin", "separate", "end"] * (len(steps) // 3)


def test_charts_and_tables_are_told_to_those_who_do_not_see_them(report: Made) -> None:
    body = report.back.body
    for picture in body.iter(qn("wp:docPr")):
        assert len(picture.get("descr")) > len(picture.get("title")) > 10
    for properties in body.iter(qn("w:tblPr")):
        if properties.find(qn("w:tblStyle")) is not None:
            told = [properties.find(qn(f"w:{tag}")) for tag in ("tblCaption", "tblDescription")]
            assert all(each is not None and re.search(r"\w", each.get(qn("w:val"))) for each in told)
