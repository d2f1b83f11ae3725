"""Texts and bytes as strangers and accidents make them, drawn from a seed.

The same seed gives the same input, on every machine: what broke can be broken again.
"""

import json
import unicodedata
import zipfile
from copy import deepcopy
from io import BytesIO
from random import Random

STRANGE = [
    "", "\0", "\x1b[31m", "\x7f", "\x85", "\u2028", "\r", "\r\n\r\n", "\t", "\v\f",
    "\ufeff", "\u200b", "\u200d", "\u202e", "\u00ad", "\u00a0", "\u3000", "\ufffe", "\ufffd",
    "\ud800", "\udfff", "\U0010ffff", "\u0301", "\u0323\u0309", "\u0110", "\u00d0", "\u0130", "ß", "ﬁ", "ǅ",
    "²", "½", "Ⅻ", "९", "٣", "９", "𝟙", "①", "٫", "零", "1_000", "1e999", "-0", "+", "NaN", "Infinity", "0x1f",
    "9" * 5_000, "1." * 700, "1." + "000." * 400, "0" * 300, "99999999999999999999", "1/0", "0/0", "%", "1.000.000.000.000.000 tỷ",
    "(" * 400, "[" * 400, "{", "}", "{{", "{0}", "{x.__class__}", "%s", "%(a)s", "\\", "\\u0000", "$", "`", "|", "||", "#", "~",
    "<script>alert(1)</script>", "<!--", "-->", "]]>", "<![CDATA[", "&#0;", "&amp;", "&a9;", "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "=1+1", "@SUM(A1)", "'", '"', '"""', "“", "”", "…", "–", "—", "－", "；", "..", "../../etc/passwd", "a\nb", "nul", "C:\\", "//",
    "ngày 31/02/2023", "31/12/0000", "ngày 32 tháng 13 năm 20233", "năm 0", "năm 99999", "quý V", "tháng 13", "9 tháng năm 1",
    "trên dưới", "từ đến", "gần trên khoảng 5", "âm", "mươi", "tỷ tỷ tỷ", "lẻ", "không", "¹²³", "[^1]", "[^", "1)", "(1)", "I.", "MMMMM", "IIII",
    "/QĐ-", "-QĐ/TW", "0/KH-UBND", "số", "Quyết định số", "điều 0 khoản", "Nơi nhận:", "PHỤ LỤC", "**", "__", "*a **b* c**",
]  # fmt: skip

RANGES = [
    (0x00, 0x20), (0x20, 0x7F), (0x80, 0x250), (0x300, 0x370), (0x1E00, 0x1F00), (0x2000, 0x2070),
    (0x2070, 0x20A0), (0x2150, 0x2190), (0x2460, 0x2500), (0x660, 0x66A), (0x4E00, 0x4E40), (0xD800, 0xE000),
    (0xFE00, 0xFE70), (0xFF00, 0xFFF0), (0x1D7CE, 0x1D800), (0x1F600, 0x1F650), (0xE0000, 0xE0080), (0x10FFF0, 0x110000),
]  # fmt: skip


def letters(dice, most=40):
    """Letters of anywhere, more often of where trouble is."""
    return "".join(chr(dice.randrange(*dice.choice(RANGES))) for _ in range(dice.randrange(most)))


def _cut(dice, text):
    start, end = sorted(dice.randrange(len(text) + 1) for _ in range(2))
    return start, end


def _changed(dice, text, others):  # noqa: C901  # as many changes as there are
    """One change, as copying, scanning, editing or malice make it."""
    start, end = _cut(dice, text)
    short = min(end, start + dice.randrange(1, 30))
    head, part, tail = text[:start], text[start:short], text[short:]
    match dice.randrange(14):
        case 0:
            return head + tail
        case 1:
            return head + part * dice.randrange(2, 60) + tail
        case 2 | 3 | 4:
            return head + dice.choice(STRANGE) + tail
        case 5:
            return head + letters(dice) + text[start:]
        case 6:
            other = dice.choice(others)
            first, last = _cut(dice, other)
            return head + other[first:last][:2_000] + tail
        case 7:
            return head + dice.choice([part.upper(), part.lower(), part.swapcase()]) + tail
        case 8:
            return unicodedata.normalize(dice.choice(["NFD", "NFC", "NFKC"]), text)
        case 9:
            return text.replace(" ", dice.choice(["\u00a0", "\n", "  ", "", "\u200b", "\t"]))
        case 10:
            digit = dice.choice("0123456789")
            return text.replace(
                digit, dice.choice(["0", "99999999", "٣", "²", "-", ".", "1.5,2"]), 3
            )
        case 11:
            return text[:start]
        case 12:
            return text[start:]
        case _:
            return head + part[::-1] + tail


def text(dice, samples, longest=20_000):
    """A text: one of the samples with a few changes, or now and then letters of anywhere."""
    if dice.random() < 0.06:
        return dice.choice(STRANGE) + letters(dice, 80) + dice.choice(STRANGE)
    made = dice.choice(samples)
    for _ in range(dice.choice([1, 1, 2, 2, 3, 5, 9])):
        made = _changed(dice, made, samples)
    return made[:longest]


def octets(dice, sample):
    """Bytes with a few changed, cut, doubled or put in between."""
    made = bytearray(sample)
    for _ in range(dice.choice([1, 1, 2, 4, 16])):
        start, end = _cut(dice, made)
        match dice.randrange(6):
            case 0:
                del made[start : min(end, start + 40)]
            case 1:
                made[start:start] = dice.randbytes(dice.randrange(1, 20))
            case 2:
                made[start:start] = made[start : min(end, start + 200)]
            case 3 if len(made) > 1:
                del made[max(start, 1) :]
            case _ if made:
                made[start % len(made)] = dice.randrange(256)
    return bytes(made)


WRONG = [
    None, True, False, 0, -1, 1, 10**30, 1.5, "", " ", "x", [], {}, [[]], {"x": 1}, ["x"], [None], "2023-02-30",
    "2023-01-01", "9" * 5_000, "\ud800", "năm 2023", "=1", 9999999999999999, "NaN", "a\0b", {"code": "x"},
]  # fmt: skip


def _places(tree, found, depth=0):
    if depth > 60:
        return
    items = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, value in items:
        found.append((tree, key))
        if isinstance(value, (dict, list)):
            _places(value, found, depth + 1)


def tree(dice, sample):
    """Plain data of another make: values exchanged, dropped, doubled, renamed, nested."""
    made = json.loads(json.dumps(sample, default=str))
    for _ in range(dice.choice([1, 1, 1, 2, 3])):
        places = []
        if isinstance(made, (dict, list)):
            _places(made, places)
        if not places:
            return deepcopy(dice.choice(WRONG))
        holder, key = dice.choice(places)
        match dice.randrange(7):
            case 0:
                del holder[key]
            case 1 if isinstance(holder, dict):
                holder[text(dice, [str(key)], 60)] = holder.pop(key)
            case 2 if isinstance(holder, list):
                holder.insert(key, holder[key])
            case 3 if isinstance(holder[key], str):
                holder[key] = text(dice, [holder[key] or " "], 6_000)
            case 4:
                other, which = dice.choice(places)
                holder[key] = json.loads(json.dumps(other[which])) if other is not holder else None
            case 5 if isinstance(holder[key], int):
                holder[key] = dice.choice([-holder[key], holder[key] * 10**9, 0, str(holder[key])])
            case _:
                holder[key] = deepcopy(dice.choice(WRONG))
    return made


def toml(data):
    """Plain data as TOML, tables within lines; what TOML has no word for is left out."""
    return "\n".join(f"{json.dumps(str(key))} = {_toml(value)}" for key, value in data.items())


def _toml(value):
    if isinstance(value, dict):
        parts = (f"{json.dumps(str(k))} = {_toml(v)}" for k, v in value.items())
        return "{" + ", ".join(parts) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, str) and len(value) == 10 and value[:4].isdecimal() and value[4] == "-":
        return value  # a day stands bare
    return '""' if value is None else json.dumps(value)


def packed(dice, sample, change):
    """A zip file with one of its parts changed, and now and then one gone."""
    with zipfile.ZipFile(BytesIO(sample)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    wanted = [name for name in parts if name.endswith((".xml", ".rels"))]
    name = dice.choice([*wanted, *(one for one in wanted if "document" in one or "sheet" in one)])
    parts[name] = change(parts[name].decode("utf-8", "replace")).encode("utf-8", "replace")
    if dice.random() < 0.05:
        del parts[dice.choice(list(parts))]
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for part, data in parts.items():
            new.writestr(part, data)
    return out.getvalue()


def markup(dice, sample):
    """XML with its tags, attributes and texts moved about, most often still well-formed."""
    if dice.random() < 0.25:
        return text(dice, [sample], 400_000)
    pieces = sample.replace("<", "\0<").replace(">", ">\0").split("\0")
    for _ in range(dice.choice([1, 1, 2, 3])):
        at = dice.randrange(len(pieces))
        piece = pieces[at]
        if not piece.startswith("<"):
            pieces[at] = dice.choice(
                ["", "x", "9" * 5_000, "&#x202e;", " ", "-1", "NaN", letters(dice)]
            )
        elif piece.endswith("/>"):
            pieces[at] = dice.choice(["", piece * 3, piece])
        if '="' in pieces[at]:
            head, _, rest = pieces[at].partition('="')
            if '"' in rest:
                value = dice.choice(
                    ["", "0", "-1", "99999999999999", "x", "NaN", "1.5", "\u202e", "../x"]
                )
                pieces[at] = f'{head}="{value}"{rest.partition(chr(34))[2]}'
    return "".join(pieces)


def dice_for(entry, seed, number):
    """The dice of one input."""
    return Random(f"{entry} {seed} {number}")
