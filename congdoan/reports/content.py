"""What stands inside one XML part of a template: no entities, no fields that fetch or run, nothing embedded or hidden."""

import re
from collections.abc import Iterator
from xml.parsers import expat

DEEPEST, MOST_ELEMENTS, LONGEST_TEXT = 120, 400_000, 2_000_000
FIELD = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES)(\s+\\\*\s*\w+)*\s*", re.IGNORECASE)
_EMBEDDED = "có tệp khác nhúng bên trong; hãy bỏ tệp nhúng"
_TRACKED = "còn phần sửa chưa duyệt (Track Changes); hãy chấp nhận hoặc từ chối hết các sửa đổi"
_LINKED = "có hình hoặc khung lấy từ nơi khác; hãy chèn hẳn hình vào tệp"
_FORBIDDEN = {
    "altChunk": _EMBEDDED,
    "object": _EMBEDDED,
    "OLEObject": _EMBEDDED,
    "control": "có nút hoặc ô điều khiển ActiveX; hãy bỏ đi",
    "subDoc": _EMBEDDED,
    "attachedTemplate": "gắn với một mẫu Word khác; hãy bỏ liên kết tới mẫu đó",
    "mailMerge": "đang nối với nguồn trộn thư; hãy chọn “Tài liệu Word thường”",
    "ins": _TRACKED,
    "del": _TRACKED,
    "moveFrom": _TRACKED,
    "moveTo": _TRACKED,
    "commentReference": "còn ghi chú bên lề; hãy xóa các ghi chú",
    "script": _EMBEDDED,
}
_POINTING = {"href", "src", "althref", "r:link"}


class _Stop(Exception):
    """Reading goes no further; the reason is its text."""


class _Reader:
    """Walks through one part without building it, and gathers what must not be in it."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.depth = self.elements = self.letters = 0
        self.fields: list[list[str]] = []  # the open fields, with the pieces of their instruction so far
        self.in_instruction = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.elements += 1
        self.letters = max(map(len, attributes.values()), default=0)
        self._bounded()
        if self.depth > DEEPEST or self.elements > MOST_ELEMENTS:
            raise _Stop("lồng nhau quá sâu hoặc quá dài")
        local = tag.rpartition(":")[2]
        if local in _FORBIDDEN:
            self.problems.append(_FORBIDDEN[local])
        self._pointing(attributes)
        self._field(local, {key.rpartition(":")[2]: value for key, value in attributes.items()})

    def _pointing(self, attributes: dict[str, str]) -> None:
        for key, value in attributes.items():
            local = key if key in _POINTING else key.rpartition(":")[2]
            if local in _POINTING and value and not value.startswith("#"):
                self.problems.append(_LINKED)

    def _field(self, local: str, attributes: dict[str, str]) -> None:
        if local == "fldSimple":
            self._instruction(attributes.get("instr", ""))
        elif local == "instrText":
            self.in_instruction = True
        elif local == "fldChar" and attributes.get("fldCharType") == "begin":
            self.fields.append([])
        elif local == "fldChar" and self.fields and attributes.get("fldCharType") in {"separate", "end"}:
            self._instruction("".join(self.fields[-1]))
            self.fields[-1] = ["PAGE"]  # read; what may follow is only its end
            if attributes["fldCharType"] == "end":
                self.fields.pop()

    def _instruction(self, text: str) -> None:
        if not FIELD.fullmatch(text):
            name = " ".join(text.split())[:40]
            self.problems.append(f"có trường Word “{name}”; chỉ được dùng số trang (PAGE, NUMPAGES)")

    def _bounded(self) -> None:
        if self.letters > LONGEST_TEXT:
            raise _Stop("có đoạn chữ dài quá mức")

    def text(self, data: str) -> None:
        self.letters += len(data)
        self._bounded()
        if self.in_instruction:
            if not self.fields:
                raise _Stop("có lệnh trường Word nằm ngoài trường")
            self.fields[-1].append(data)

    def end(self, tag: str) -> None:
        self.depth -= 1
        if tag.rpartition(":")[2] == "instrText":
            self.in_instruction = False

    def finish(self) -> None:
        if self.fields:
            self.problems.append("có trường Word chưa đóng")


def problems_in(name: str, data: bytes) -> Iterator[str]:
    """What one part holds that a template must not, in words."""
    reader, parser = _Reader(), expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(data, True)
        reader.finish()
    except _Stop as stop:
        reader.problems.append(f"{stop} (“{name}”)")
    except (expat.ExpatError, LookupError, ValueError):
        reader.problems.append(f"có phần không đọc được (“{name}”)")
    yield from reader.problems


def _no_doctype(*_: object) -> None:
    raise _Stop("có khai báo DTD, thực thể ngoài")
