"""Vietnamese as fonts of the nineties drew it: Western letters that stand for ours. TCVN3 (.VnTime, .VnArial) has a sign
for each of our letters; VNI (VNI-Times, VNI-Helve) writes a letter and its mark behind it: "Nguyeãn" is Nguyễn."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

from .parsing import Cell

OURS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ"
TCVN3 = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ¡¢£¤¥¦§"
GRAVE, ACUTE, TILDE, HOOK, DOT, HAT, BREVE = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306"
TONES = {"ù": ACUTE, "ø": GRAVE, "û": HOOK, "õ": TILDE, "ï": DOT}
HATS = {"â": "", "á": ACUTE, "à": GRAVE, "å": HOOK, "ã": TILDE, "ä": DOT}
BREVES = {"ê": "", "é": ACUTE, "è": GRAVE, "ú": HOOK, "ü": TILDE, "ë": DOT}
ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
PAIR = re.compile(r"([aeouyôö])([ùøûõï])|([aeo])([âáàåãä])|(a)([êéèúüë])|([ñôöæóòî])", re.IGNORECASE)
SAMPLE = 500  # rows that show which font a sheet was written for
MOST = 0.5  # of a column's cells beyond plain letters must be drawn so
_OURS = re.compile(r"[ăđơưĂĐƠƯ\u0300-\u0323\u1ea0-\u1ef9]")
_MEANT = str.maketrans(dict(zip(TCVN3, OURS, strict=True)))


def _signs(said: str) -> str:
    """TCVN3 has no capitals with marks but in fonts of their own: "NGUYÔN V¨N" was seen as NGUYỄN VĂN."""
    return re.sub(r"[^;,\t|\r\n]+", _capitals, said.translate(_MEANT))


def _capitals(cell: "re.Match[str]") -> str:
    plain = [sign for sign in cell[0] if sign.isascii() and sign.isalpha()]
    return cell[0].upper() if len(plain) > 2 and all(map(str.isupper, plain)) else cell[0]


def _pair(found: "re.Match[str]") -> str:
    if alone := found[7]:
        meant = ALONE[alone.lower()]
        return meant.upper() if alone.isupper() else meant
    letter, mark = next(pair for pair in (found.group(1, 2), found.group(3, 4), found.group(5, 6)) if pair[0])
    mark = mark.lower()
    if found[1]:
        under = ALONE.get(letter.lower(), letter.lower())
        marked = unicodedata.normalize("NFC", under + TONES[mark])
    else:
        shape, tones = (HAT, HATS) if found[3] else (BREVE, BREVES)
        marked = unicodedata.normalize("NFC", letter.lower() + shape + tones[mark])
    return marked.upper() if letter.isupper() else marked


class Font(NamedTuple):
    """What it writes as no language does, how often that must be met, and what is meant."""

    odd: "re.Pattern[str]"
    least: int
    meant: Callable[[str], str]


FONTS = (
    Font(re.compile(r"[A-Za-z][¨©ª«¬\xadµ¶¸¹»¼½¾]|[®§][a-z]|[a-z][ÆÇÈÉÊËÎÏÐÑÓÔÕÖ×ØÜÝ]"), 2, _signs),
    Font(
        re.compile(r"[aeouy][ùøûõï]|[öô][ùøûõï]|[eo][âåä]|e[áàã]|a[âáàåãäêéèúüë]|\bñ[aeiouyö]", re.IGNORECASE), 3,
        lambda said: PAIR.sub(_pair, said),
    ),
)  # fmt: skip


def font_of(said: str) -> Font | None:
    """The font a text was written for, all of it."""
    if said.isascii() or _OURS.search(said):
        return None
    return next((font for font in FONTS if len(font.odd.findall(said)) >= font.least), None)


def unfonted(rows: list[list[Cell]]) -> list[list[Cell]]:
    """What people saw in a sheet when they wrote it: all of it in such a font, or some columns under headings of ours."""
    sample = rows[:SAMPLE]
    wide = max((len(row) for row in sample), default=0)
    fonts: Sequence[Font | None]
    if font := font_of(" ".join(cell for row in sample for cell in row if isinstance(cell, str))):
        fonts = [font] * wide
    else:
        fonts = [_of_column(sample, index) for index in range(wide)]
    if not any(fonts):
        return rows
    return [[_meant(cell, fonts[n] if n < wide else font) for n, cell in enumerate(row)] for row in rows]


def _of_column(rows: Sequence[Sequence[Cell]], index: int) -> Font | None:
    cells = [row[index] for row in rows if index < len(row)]
    marked = [cell for cell in cells if isinstance(cell, str) and not cell.isascii()]
    drawn = [cell for cell in marked if not _OURS.search(cell)]
    font = font_of(" ".join(drawn))
    odd = sum(bool(font.odd.search(cell)) for cell in drawn) if font else 0
    return font if font and odd >= MOST * len(marked) else None


def _meant(cell: Cell, font: Font | None) -> Cell:
    return font.meant(cell) if font and isinstance(cell, str) and not _OURS.search(cell) else cell
