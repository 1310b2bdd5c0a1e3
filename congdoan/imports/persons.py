"""What looks like somebody's name, and what only begins like one."""

import re

from congdoan.base.text import fold

SURNAMES = frozenset(["nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong", "ly", "dinh", "trinh", "doan", "mai", "cao", "lam", "ha", "luong", "trieu", "vang", "giang", "sung", "lo", "lu", "thao", "tan", "phung", "hau", "chao", "ma", "hang", "cu", "ta", "tong", "quach", "dao", "vuong", "chu", "kieu", "nong", "be", "luc", "lang", "truong", "thai", "to", "la", "luu", "mac", "thach", "kim", "danh", "vi", "quang", "lau", "xong", "cut", "moong", "ro", "ksor", "siu", "nay", "kpa", "rcom", "rmah", "puih", "rah"])  # fmt: skip
CLANS = frozenset(["nie", "mlo", "eban", "ayun", "adrong", "kbuor", "ktul", "bya", "enuol", "hmok", "kdoh", "knul", "ksor", "siu", "kpa"])  # behind the name  # fmt: skip
NO_NAME = re.compile(
    r"(danh sách|đoàn viên|công đoàn|cđcs|lđlđ|liên đoàn|trường|tổ|sở|phòng|ban|khối|ubnd|công ty|cơ quan|đơn vị|lớp|cán bộ|nhân viên|giáo viên|tổng|họ|biểu|phụ lục|năm)\b.*"
)
MOST, SURE = 0.8, 0.3  # of cells that look like names; of those that begin with a family name


def named(said: str) -> bool:
    """Whether a text begins with a family name, or ends with one where these stand last."""
    words = fold(said.replace("’", "'")).split()
    return len(words) > 1 and (words[0] in SURNAMES or words[0][:2] == "h'" or words[-1] in CLANS)


def like_name(said: str) -> bool:
    """A few words, each in capitals at its beginning."""
    words = said.split()
    return 2 <= len(words) <= 6 and all(word[:1].isupper() for word in words)


def plain_name(said: str) -> bool:
    """Whether a text that stands alone may well be a name."""
    return len(said.split()) <= 6 and (named(said) or like_name(said)) and not NO_NAME.fullmatch(said.lower())


def mostly_names(said: list[str]) -> bool:
    """Whether a column of such texts is plainly one of names: some begin with rare family names."""
    like = [one for one in said if plain_name(one)]
    return len(like) >= MOST * len(said) and sum(map(named, like)) >= max(SURE * len(said), 1)
