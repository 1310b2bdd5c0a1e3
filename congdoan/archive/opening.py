"""An archive somebody brings: nothing of it is believed before it was looked through, and nothing is unpacked to disk."""

import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from congdoan.base.errors import Refused

from .format import FILE, MANIFEST, WORKBOOK, WRITERS, Manifest, Part, part_of, read
from .scope import kept

LARGEST, LARGEST_LIST = 64 << 30, 64 << 20  # bytes unpacked: of all of it, of its list
PIECE = 1 << 20
DAMAGED = "Tệp lưu trữ bị hỏng hoặc bị cắt ({}); hãy chép lại hoặc xuất lại từ sổ cũ."


@contextmanager
def opened(source: Path) -> Iterator[zipfile.ZipFile]:
    """The archive, to read from. Whatever is wrong with it as a zip is one sentence."""
    try:
        packed = zipfile.ZipFile(source)
    except (OSError, zipfile.BadZipFile, NotImplementedError):
        raise Refused(DAMAGED.format(source.name)) from None
    with packed:
        yield packed


def checked(packed: zipfile.ZipFile) -> Manifest:
    """The list of the archive, every part found as it says: no name twice, none that does not belong, each digest right."""
    infos = packed.infolist()
    names = [info.filename for info in infos]
    if len(set(names)) != len(names) or MANIFEST not in names:
        raise Refused("Tệp này không phải bản xuất của Sổ Công đoàn (thiếu danh mục); hãy chọn tệp khác.")
    if sum(info.file_size for info in infos) > LARGEST:
        raise Refused("Tệp lưu trữ lớn quá mức cho phép; hãy xuất lại từ sổ cũ.")
    manifest = _list(packed)
    if {*manifest.parts, MANIFEST} != set(names):
        raise Refused("Tệp lưu trữ thừa hoặc thiếu phần so với danh mục; hãy xuất lại từ sổ cũ.")
    for name, part in manifest.parts.items():
        _check(packed, name, part)
    return manifest


def _list(packed: zipfile.ZipFile) -> Manifest:
    if packed.getinfo(MANIFEST).file_size > LARGEST_LIST:
        raise Refused(DAMAGED.format(MANIFEST))
    try:
        said = json.loads(packed.read(MANIFEST))
    except (ValueError, OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        raise Refused(DAMAGED.format(MANIFEST)) from None
    return read(said)


def _check(packed: zipfile.ZipFile, name: str, part: Part) -> None:
    """Refuses a part that does not belong, or is not what the list says."""
    known = {part_of(table) for table in kept()} | {WORKBOOK, WRITERS}
    file = FILE.fullmatch(name)
    if name not in known and not file:
        raise Refused(f"Tệp lưu trữ có phần lạ “{_shown(name)}”; chỉ nạp tệp do Sổ Công đoàn xuất ra.")
    if _sha256(packed, name, part.size) != part.sha256 or (file and file[1] != part.sha256):
        raise Refused(DAMAGED.format(_shown(name)))


def _sha256(packed: zipfile.ZipFile, name: str, size: int) -> str:
    """The digest of a part, read to no more than the size it should have; empty where it has another."""
    digest, left = hashlib.sha256(), size
    try:
        with packed.open(name) as part:
            while piece := part.read(PIECE):
                left -= len(piece)
                if left < 0:
                    return ""
                digest.update(piece)
    except (OSError, EOFError, zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error):
        return ""
    return digest.hexdigest() if left == 0 else ""


def _shown(name: str) -> str:
    return re.sub(r"[^\w./-]", "·", name)[:60]
