"""What .xls files say of cells in error, read from their records: a file of sectors that holds a stream of records."""

import struct
from collections.abc import Iterator

SHEET, FORMULA, FAILED, END = 0x85, 0x06, 0x205, 0x0A
CODES = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
LAST = 0xFFFFFFFA  # numbers from here on are no sectors
NAMES = ("Workbook", "Book")


def errors_of(content: bytes) -> list[dict[tuple[int, int], str]]:
    """The cells in error of each sheet, by row and column; nothing of a file that is laid out otherwise."""
    try:
        stream = _stream(content)
    except (struct.error, IndexError):
        return []
    starts = [struct.unpack_from("<I", body)[0] for sort, body in _records(stream, 0) if sort == SHEET]
    return [dict(_errors(stream, start)) for start in starts]


def _errors(stream: bytes, start: int) -> Iterator[tuple[tuple[int, int], str]]:
    for sort, body in _records(stream, start):
        code = -1
        if sort == FAILED and len(body) >= 8 and body[7]:
            code = body[6]
        elif sort == FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
            code = body[8]
        if code in CODES:
            yield struct.unpack_from("<HH", body), CODES[code]


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of a part of the stream, up to its end."""
    while at + 4 <= len(stream):
        sort, size = struct.unpack_from("<HH", stream, at)
        if sort == END:
            return
        yield sort, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _stream(content: bytes) -> bytes:
    """The stream of the workbook; short ones stand in small sectors within the root's own."""
    size = 1 << struct.unpack_from("<H", content, 30)[0]
    table = _table(content, size)
    folder = _chain(content, table, struct.unpack_from("<I", content, 48)[0], size, size)
    entries = [folder[at : at + 128] for at in range(0, len(folder) - 127, 128)]
    for entry in entries:
        name = entry[: max(struct.unpack_from("<H", entry, 64)[0] - 2, 0)].decode("utf-16-le", "replace")
        if name in NAMES:
            start, length = struct.unpack_from("<II", entry, 116)
            if length >= struct.unpack_from("<I", content, 56)[0]:
                return _chain(content, table, start, size, size)[:length]
            small = _chain(content, table, struct.unpack_from("<I", entries[0], 116)[0], size, size)
            within = _numbers(_chain(content, table, struct.unpack_from("<I", content, 60)[0], size, size))
            return _chain(small, within, start, 64, 0)[:length]
    return b""


def _table(content: bytes, size: int) -> list[int]:
    """Which sector comes after which."""
    listed = list(struct.unpack_from("<109I", content, 76))
    more = struct.unpack_from("<I", content, 68)[0]
    most = len(content) // size
    while more < LAST and len(listed) <= most:
        *some, more = _numbers(content[(more + 1) * size : (more + 2) * size])
        listed += some
    parts = (content[(n + 1) * size : (n + 2) * size] for n in dict.fromkeys(listed) if n < LAST)
    return [number for part in parts for number in _numbers(part)]


def _numbers(part: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(part) // 4}I", part[: len(part) // 4 * 4]))


def _chain(content: bytes, table: list[int], at: int, size: int, skip: int) -> bytes:
    """The sectors from one on, `skip` bytes after the beginning; a ring ends with the content."""
    parts: list[bytes] = []
    while at < LAST and len(parts) <= len(content) // size:
        parts.append(content[skip + at * size : skip + (at + 1) * size])
        at = table[at]
    return b"".join(parts)
