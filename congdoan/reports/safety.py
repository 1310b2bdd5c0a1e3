"""What an uploaded Word template may hold. A template is data: nothing in it may run, fetch or hide.

Everything here works from closed lists: what is not known to be harmless is refused, by its name.
"""

import io
import posixpath
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator

from PIL import Image

from congdoan.base.errors import Refused
from congdoan.reports.content import problems_in
from congdoan.reports.ooxml import Element, parse
from congdoan.reports.ooxml import name as full_name

LARGEST_FILE = 5 * 1024 * 1024
LARGEST_WHOLE = 30 * 1024 * 1024
MOST_PARTS = 300
MOST_PIXELS = 40_000_000
MOST_NAMED = 5  # problems told at once

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN = f"{_WORD}document.main+xml"
_PACKAGE = "application/vnd.openxmlformats-package."
_OFFICE = "application/vnd.openxmlformats-officedocument."
PICTURES = {"image/png": "PNG", "image/jpeg": "JPEG", "image/gif": "GIF"}
_TEXTS = (
    "styles", "settings", "webSettings", "fontTable", "numbering", "header", "footer", "footnotes", "endnotes", "people",
)  # fmt: skip
CONTENT_TYPES = {
    MAIN,
    *(f"{_WORD}{kind}+xml" for kind in _TEXTS),
    "application/vnd.ms-word.stylesWithEffects+xml",
    "application/vnd.ms-office.classificationlabels+xml",
    f"{_PACKAGE}core-properties+xml",
    f"{_PACKAGE}relationships+xml",
    f"{_OFFICE}theme+xml",
    f"{_OFFICE}extended-properties+xml",
    f"{_OFFICE}custom-properties+xml",
    f"{_OFFICE}customXmlProperties+xml",
    "application/xml",
    *PICTURES,
}
RELATIONS = {
    "officeDocument", "styles", "settings", "webSettings", "fontTable", "numbering", "header", "footer", "footnotes",
    "endnotes", "theme", "image", "core-properties", "extended-properties", "custom-properties", "customXml",
    "customXmlProps", "stylesWithEffects", "classificationlabels", "thumbnail", "people",
}  # fmt: skip
DOCUMENT = "word/document.xml"
TYPES_PART = "[Content_Types].xml"
_NAME = re.compile(r"[A-Za-z0-9_.\-\[\] ]+(/[A-Za-z0-9_.\-\[\] ]+)*")
_COMMON = {
    "comments": "còn ghi chú bên lề; hãy xóa các ghi chú",
    "vbaProject": "có chứa macro; hãy lưu lại dạng .docx không có macro",
    "vbaData": "có chứa macro; hãy lưu lại dạng .docx không có macro",
    "oleObject": "có tệp khác nhúng bên trong; hãy bỏ tệp nhúng",
    "package": "có tệp khác nhúng bên trong; hãy bỏ tệp nhúng",
    "attachedTemplate": "gắn với một mẫu Word khác; hãy bỏ liên kết tới mẫu đó",
}


def check(data: bytes) -> None:
    """Refuse a template that holds anything but text, layout and pictures; the sentence names what and how to mend."""
    if len(data) > LARGEST_FILE:
        raise _refused(f"nặng {len(data) >> 20} MB, nhiều nhất là {LARGEST_FILE >> 20} MB; hãy thu nhỏ ảnh")
    parts = read_parts(data)
    found: list[str] = []
    for problem in _problems(parts):
        if problem not in found:
            found.append(problem)
        if len(found) == MOST_NAMED:
            break
    if found:
        raise _refused("; ".join(found))


def read_parts(data: bytes) -> dict[str, bytes]:
    """The files inside a .docx, in its order. Raises `Refused` for what is no sound, modest zip with plain names."""
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise _refused("có mật khẩu hoặc là dạng .doc đời cũ; hãy lưu lại dạng .docx không đặt mật khẩu")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _unpacked(archive)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as error:
        raise _refused("không phải là tệp Word .docx, hoặc đã hỏng; hãy mở bằng Word rồi lưu lại") from error


def _unpacked(archive: zipfile.ZipFile) -> dict[str, bytes]:
    listed = [item for item in archive.infolist() if not item.is_dir()]
    if len(listed) > MOST_PARTS:
        raise _refused(f"gồm {len(listed)} tệp con, nhiều nhất là {MOST_PARTS}")
    if sum(item.file_size for item in listed) > LARGEST_WHOLE:
        raise _refused(f"bung ra nặng hơn {LARGEST_WHOLE >> 20} MB")
    seen: set[str] = set()
    for item in listed:
        _check_name(item.filename, seen)
        if item.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise _refused("nén theo cách Word không dùng; hãy mở bằng Word rồi lưu lại")
    # A part never unpacks to more than its listed size: zipfile stops there and then misses its checksum.
    return {item.filename: archive.read(item) for item in listed}


def _check_name(name: str, seen: set[str]) -> None:
    plain = _NAME.fullmatch(name) and ".." not in name.split("/") and not name.startswith("/")
    if not plain or name.lower() in seen:
        raise _refused(f"có tệp con mang tên không được dùng: “{name[:60]}”")
    seen.add(name.lower())


def _problems(parts: dict[str, bytes]) -> Iterator[str]:
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            yield from problems_in(name, data)
    yield from _type_problems(parts)
    for name in parts:
        if name.endswith(".rels"):
            yield from _relation_problems(name, parts)


def _type_problems(parts: dict[str, bytes]) -> Iterator[str]:
    types = _types(parts.get(TYPES_PART, b""))
    if types.get(f"/{DOCUMENT}") != MAIN or DOCUMENT not in parts:
        yield "không phải là tệp Word .docx thường (có thể là .docm, .dotx, .xlsx); hãy lưu lại dạng .docx"
        return
    document = _root(parts[DOCUMENT])
    if document is not None and document.find(full_name("w:body")) is None:
        yield "không có phần thân văn bản đúng dạng; hãy mở bằng Word và lưu lại dạng “Word Document (.docx)”"
    for name, data in parts.items():
        kind = types.get(f"/{name.lower()}") or types.get(name.lower().rpartition(".")[2], "")
        if name != TYPES_PART and kind not in CONTENT_TYPES:
            yield _unknown(name)
        elif kind in PICTURES:
            yield from _picture_problems(name, data, PICTURES[kind])
        elif name != TYPES_PART and not name.endswith((".xml", ".rels")):
            yield _unknown(name)


def _types(data: bytes) -> dict[str, str]:
    """Content types by the part's name, or by the ending of names, both in small letters."""
    root = _root(data)
    if root is None:
        return {}
    return {
        (item.get("PartName") or item.get("Extension") or "").lower(): item.get("ContentType", "")
        for item in root
        if isinstance(item.tag, str)
    }


def _relation_problems(name: str, parts: dict[str, bytes]) -> Iterator[str]:
    root = _root(parts[name])
    base = posixpath.dirname(posixpath.dirname(name))
    for item in root if root is not None else ():
        target, kind = item.get("Target", ""), item.get("Type", "").rpartition("/")[2]
        if kind in _COMMON:
            yield _COMMON[kind]
        elif item.get("TargetMode", "Internal") != "Internal":
            yield f"có liên kết ra ngoài tới “{target[:60]}”; hãy bấm chuột phải và chọn Bỏ siêu liên kết"
        elif kind not in RELATIONS or _inside(base, target) not in parts:
            yield _unknown(f"{kind}: {target[:60]}")


def _inside(base: str, target: str) -> str:
    """The part a relation points at; a name no part can have where it points out of the file."""
    path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))
    return path if "://" not in target else "://"


def _picture_problems(name: str, data: bytes, kind: str) -> Iterator[str]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=[kind]) as picture:
                width, height = picture.size
    except Image.DecompressionBombError:
        width = height = MOST_PIXELS
    except (OSError, SyntaxError, ValueError):
        yield f"ảnh “{name}” không đúng là ảnh {kind}; hãy chèn lại ảnh"
        return
    if width * height > MOST_PIXELS:
        yield f"ảnh “{name}” quá lớn; hãy thu nhỏ ảnh"


def _root(data: bytes) -> Element | None:
    try:
        return parse(data)
    except (SyntaxError, ValueError):  # the parser's own error is a SyntaxError
        return None


def _unknown(name: str) -> str:
    for part, sentence in _COMMON.items():
        if part.lower() in name.lower():
            return sentence
    return f"có thành phần không được dùng trong mẫu (“{name}”)"


def _refused(what: str) -> Refused:
    return Refused(f"Tệp mẫu không dùng được: {what}.", "template")
