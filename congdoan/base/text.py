"""Vietnamese text: one spelling of a name, one key to search it by, one key to sort it by."""

import re
import unicodedata
from functools import lru_cache

from viet_text_tools import normalize_diacritics
from vn_collate import TONE_MARKS, collate_key

_INVISIBLE = {"Cc", "Cf", "Cs"}  # controls, zero-width signs, broken halves: PostgreSQL refuses some of them
_BARRED_D = str.maketrans({"đ": "d", "ð": "d", "ɖ": "d"})  # NFD leaves the bar on; ð and ɖ only look like đ
_LOOKS_LIKE_D = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"})


def nfc(s: str) -> str:
    """One line of text as we store it: NFC, no invisible signs, single spaces, none at the ends."""
    if s.isascii() and s.isprintable():
        return " ".join(s.split())
    return " ".join(filter(None, map(_nfc_word, s.split())))


@lru_cache(maxsize=20_000)  # most texts are made of few words
def _nfc_word(word: str) -> str:
    return unicodedata.normalize("NFC", "".join(c for c in word if unicodedata.category(c) not in _INVISIBLE))


def nfc_lines(s: str) -> str:
    """The same for a text of several lines: its line breaks stay."""
    return "\n".join(nfc(line) for line in s.splitlines()).strip()


def fold(s: str) -> str:
    """The search key of a text: lower case, no marks, đ as d, single spaces. "Đặng" gives "dang"."""
    if s.isascii() and s.isprintable():
        return " ".join(s.lower().split())
    return " ".join(filter(None, map(_fold_word, s.split())))


@lru_cache(maxsize=20_000)
def _fold_word(word: str) -> str:
    apart = unicodedata.normalize("NFD", _nfc_word(word).lower())
    return nfc("".join(c for c in apart if unicodedata.category(c) != "Mn").translate(_BARRED_D))


@lru_cache(maxsize=20_000)  # asked again of the same name at once: to keep it, to find it, to sort it
def tidy_name(s: str) -> str:
    """A person's name as the book writes it: "Hoà" becomes "Hòa"; "NGUYỄN VĂN AN" becomes "Nguyễn Văn An".

    A name typed in mixed case keeps it: "H'Hen Niê".
    """
    name = " ".join(_old_tone_place(word) for word in nfc(s).translate(_LOOKS_LIKE_D).split())
    if name in (name.lower(), name.upper()):
        return " ".join(word[:1].upper() + word[1:].lower() for word in name.split())
    return name


@lru_cache(maxsize=10_000)  # names are made of few words
def _old_tone_place(word: str) -> str:
    """Hoà as Hòa. A word with two tones is not Vietnamese and stays: the library would toss them about."""
    tones = sum(mark in TONE_MARKS for mark in unicodedata.normalize("NFD", word))
    return str(normalize_diacritics(word)) if tones == 1 else word


def given_key(name: str) -> str:
    """The sort key of a name: given name first, then family name and middle names, in Vietnamese order.

    Hexadecimal, so any database orders it right as plain text; at most 4 × (len(name) + 1) characters.
    Case and the place of the tone mark make no difference. Two different names may share a key.
    """
    words = [key for word in tidy_name(name).split() if (key := _word_key(word))]
    key = "".join(words[-1:] + words[:-1])
    return key[: 4 * (len(name) + 1)]  # only other scripts are longer, those whose signs come apart


@lru_cache(maxsize=10_000)
def _word_key(word: str) -> str:
    """Letters, then tones; nothing of signs. The last third of the library's key is case, which is always lower here."""
    letters = re.sub(r"[\W_]", "", word.lower())
    key = str(collate_key(letters)) if letters else ""
    return key[: len(key) * 2 // 3]


def initials(name: str) -> str:
    """The first letter of each word: "Nguyễn Thị Hoa" gives "NTH"."""
    return "".join(word[0].upper() for word in nfc(name).split())
