"""The structure of a table as SDMX-ML 3.0, and the catalogue of indicators in such a file.

The code of an indicator carries its whole definition as an annotation, so that a
catalogue comes back as it was; another system's codes have names but no definition.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from danvan.catalogue import Catalogue
from danvan.errors import DanvanError, UnreadableFileError
from danvan.indicators import Indicator
from danvan.integrations.bounded_xml import BOUNDS, Bounds, Node, read_xml, to_xml
from danvan.integrations.sdmx.structure import Code, Codelist, Component, Structure
from danvan.interchange import from_json, to_json

__all__ = ["read_indicators", "write_structure"]

_BASE: Final = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0"
_NAMESPACES: Final = {
    "xmlns:mes": f"{_BASE}/message",
    "xmlns:str": f"{_BASE}/structure",
    "xmlns:com": f"{_BASE}/common",
}
_DEFINITION: Final = "danvan.Indicator"
_URN: Final = "urn:sdmx:org.sdmx.infomodel"


def write_structure(structure: Structure, prepared: datetime | None = None) -> bytes:
    """The structure as SDMX-ML 3.0: its code lists, concepts, definition and dataflow.

    Args:
        structure: the structure.
        prepared: when the file was made, as its header says; now if not given.

    Raises:
        InvalidValueError: a breakdown that SDMX cannot name, or a character XML cannot hold.
    """
    made = prepared or datetime.now(UTC)
    header = _node(
        "mes:Header",
        _leaf("mes:ID", "OBSERVATIONS"),
        _leaf("mes:Test", "false"),
        _leaf("mes:Prepared", made.strftime("%Y-%m-%dT%H:%M:%S")),
        Node("mes:Sender", attributes={"id": structure.agency}),
    )
    lists = [_codelist(one, structure) for one in structure.codelists()]
    structures = _node(
        "mes:Structures",
        _node("str:Codelists", *lists),
        _node("str:ConceptSchemes", _concepts(structure)),
        _node("str:Dataflows", _dataflow(structure)),
        _node("str:DataStructures", _definition(structure)),
    )
    return to_xml(Node("mes:Structure", "", _NAMESPACES, (header, structures)))


def _owned(name: str, key: str, structure: Structure, *children: Node) -> Node:
    attributes = {"id": key, "agencyID": structure.agency, "version": structure.version}
    return Node(name, "", attributes, children)


def _codelist(codelist: Codelist, structure: Structure) -> Node:
    codes = [_code(one) for one in codelist.codes]
    names = _names(codelist.id, codelist.id)
    return _owned("str:Codelist", codelist.id, structure, *names, *codes)


def _code(code: Code) -> Node:
    children: list[Node] = []
    if code.indicator is not None:
        text = Node("com:AnnotationText", to_json(code.indicator), {"xml:lang": "en"})
        note = _node("com:Annotation", _leaf("com:AnnotationType", _DEFINITION), text)
        children.append(_node("com:Annotations", note))
    children += _names(code.name, code.name_en)
    if code.parent:
        children.append(_leaf("str:Parent", code.parent))
    return Node("str:Code", "", {"id": code.id}, tuple(children))


def _names(name: str, name_en: str) -> list[Node]:
    vi = Node("com:Name", name, {"xml:lang": "vi"})
    return [vi, Node("com:Name", name_en, {"xml:lang": "en"})] if name_en else [vi]


def _concepts(structure: Structure) -> Node:
    concepts = [
        Node("str:Concept", "", {"id": one.id}, tuple(_names(one.name, one.name_en)))
        for one in structure.components
    ]
    return _owned("str:ConceptScheme", "CONCEPTS", structure, *_names("CONCEPTS", ""), *concepts)


def _dataflow(structure: Structure) -> Node:
    urn = f"{_URN}.datastructure.DataStructure={structure.agency}:OBSERVATIONS({structure.version})"
    names = _names("Số liệu báo cáo", "Reported figures")
    return _owned("str:Dataflow", "OBSERVATIONS", structure, *names, _leaf("str:Structure", urn))


def _definition(structure: Structure) -> Node:
    def columns(kind: str, name: str) -> list[Node]:
        found = [one for one in structure.components if one.kind == kind]
        return [_column(name, one, structure) for one in found]

    dimensions = columns("dimension", "str:Dimension")
    for at, node in enumerate(dimensions, 1):
        node.attributes = {**node.attributes, "position": str(at)}
    components = _node(
        "str:DataStructureComponents",
        Node(
            "str:DimensionList",
            "",
            {"id": "DimensionDescriptor"},
            (*dimensions, *columns("time", "str:TimeDimension")),
        ),
        Node(
            "str:AttributeList",
            "",
            {"id": "AttributeDescriptor"},
            tuple(columns("attribute", "str:Attribute")),
        ),
        Node(
            "str:MeasureList",
            "",
            {"id": "MeasureDescriptor"},
            tuple(columns("measure", "str:Measure")),
        ),
    )
    names = _names("Số liệu báo cáo", "Reported figures")
    return _owned("str:DataStructure", "OBSERVATIONS", structure, *names, components)


def _column(name: str, one: Component, structure: Structure) -> Node:
    owner = f"{structure.agency}:CONCEPTS({structure.version})"
    children = [_leaf("str:ConceptIdentity", f"{_URN}.conceptscheme.Concept={owner}.{one.id}")]
    if one.list:
        urn = f"{_URN}.codelist.Codelist={structure.agency}:{one.list}({structure.version})"
        children.append(_node("str:LocalRepresentation", _leaf("str:Enumeration", urn)))
    else:
        kind = one.type or "ObservationalTimePeriod"
        form = Node("str:TextFormat", attributes={"textType": kind})
        children.append(_node("str:LocalRepresentation", form))
    if one.kind == "attribute":
        children.append(_node("str:AttributeRelationship", Node("str:Observation")))
    return Node(name, "", {"id": one.id}, tuple(children))


def _node(name: str, *children: Node) -> Node:
    return Node(name, children=children)


def _leaf(name: str, text: str) -> Node:
    return Node(name, text)


def read_indicators(
    data: bytes, name: str = "SDMX structure", bounds: Bounds = BOUNDS
) -> Catalogue[Indicator]:
    """The catalogue of indicators in a structure that danvan wrote.

    Raises:
        UnreadableFileError: no XML within the bounds, no code list of indicators, or a code
            without its definition, as in a structure of another system; names the line.
    """
    root = read_xml(data, name, bounds)
    lists = [n for n in root if n.name == "Codelist" and n.attributes.get("id") == "CL_INDICATOR"]
    if not lists:
        raise UnreadableFileError(name, "no code list CL_INDICATOR", "a structure of danvan")
    codes = (node for node in lists[0].children if node.name == "Code")
    return Catalogue(name, tuple(_indicator(node, name) for node in codes))


def _indicator(code: Node, name: str) -> Indicator:
    where = f"line {code.line}, code {code.attributes.get('id', '')}"
    for note in (node for node in code if node.name == "Annotation"):
        parts = {node.name: node.text for node in note.children}
        if parts.get("AnnotationType") == _DEFINITION:
            try:
                return from_json(parts.get("AnnotationText", ""), Indicator)
            except DanvanError as error:
                raise UnreadableFileError(name, f"{where}: {error}", "an indicator") from error
    want = "its definition, as danvan writes it; codes of other systems have names alone"
    raise UnreadableFileError(name, f"{where}: no annotation {_DEFINITION}", want)
