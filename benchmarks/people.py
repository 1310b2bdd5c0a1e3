"""A province's register: 2,500 unions, 400,000 members with the names people bear, a few thousand written down twice."""

import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from congdoan.audit.models import Posting
from congdoan.ledger.indicator import BY_KEY
from congdoan.ledger.models import Cut, Entry
from congdoan.ledger.origins import MEMBERSHIP
from congdoan.members import names
from congdoan.members.models import Household, Membership, NameWord, Person, Sensitive
from congdoan.members.people import named

from .build import BEGAN, Province, _entry, _moment, _tree
from .load import load

FAMILIES = (
    "Nguyễn:300 Trần:110 Lê:95 Phạm:70 Hoàng:50 Vũ:35 Đặng:25 Bùi:25 Đỗ:20 Vàng:20 Hồ:15 Ngô:15 Giàng:15 Sùng:15 Dương:12 "
    "Lý:12 Lò:12 Lù:10 Thào:10 Đinh:8 Tẩn:6 Phùng:6 Trịnh:6 Mai:5 Hầu:4 Chảo:4 Cao:4 Ma:3 Hạng:3 Cư:2"
)
MIDDLES = {
    True: "Thị:600 Thanh:60 Thu:60 Ngọc:50 Kim:30 Hồng:30 Minh:25 Thùy:25 Phương:25 Bích:20 Diệu:10 Khánh:10",
    False: "Văn:420 Đức:70 Minh:60 Quang:60 A:60 Xuân:40 Ngọc:35 Hữu:35 Thành:30 Quốc:25 Đình:25 Công:20 Tiến:20 Trọng:15",
}
GIVENS = {
    True: (
        "Hoa Lan Hương Mai Hằng Hạnh Thủy Thảo Trang Linh Nga Ngân Nhung Oanh Phương Quỳnh Thu Thúy Tuyết Vân Yến Dung Giang Hà "
        "Hiền Huệ Huyền Loan Ly Mẩy Chu Sao Xuân Xoan Nguyệt Ngọc Minh My Chi Anh Bích Cúc Đào Điệp Duyên Hòa Hồng Lệ Liên Liễu "
        "Nhàn Nhi Phượng Tâm Thanh Thơm Trâm Trinh Tươi Uyên Vui Xuyến"
    ),
    False: (
        "Hùng Dũng Cường Mạnh Tuấn Anh Sơn Hải Long Nam Bình Minh Đức Thắng Thành Trung Kiên Khánh Hòa Hưng Huy Quân Quang Quyết "
        "Tài Tâm Tiến Toàn Tú Tùng Việt Vinh Vũ Páo Sử Dình Chính Công Đạt Giang Hiếu Hoàng Khoa Lâm Lộc Luân Nghĩa Nhân Phong "
        "Phúc Phước Sáng Tân Thái Thiện Thịnh Thuận Trường Văn Vượng Xuân Ý"
    ),
}
RARE = "Nhạn"  # a given name that forty of them bear
TWICE = 200  # of so many people one is written down a second time
FIRST = date(2015, 6, 1)


@dataclass
class Register:
    """What was built."""

    province: Province
    members: int
    entries: int


def build(members: int, seed: int = 1) -> Register:
    """Fill an empty database."""
    chance = random.Random(seed)
    posting = Posting.objects.create(action="found", at=_moment(BEGAN))
    province = _tree(posting)
    rows = list(_people(members, province, chance))
    load(
        Household,
        ({"id": n, "unit_id": row["unit_id"], "uid": uuid.uuid4().hex} for n, row in enumerate(rows, 1)),
    )
    load(Person, rows)
    load(NameWord, (word for row in rows for word in _words(row)))
    load(
        Sensitive,
        ({"person_id": row["id"], "id_number": f"{row['id']:012}"} for row in rows if row["id"] % TWICE),
    )
    load(Membership, (_membership(row, posting.pk) for row in rows))
    Cut.objects.bulk_create([Cut(pk=1, key="sex=f"), Cut(pk=2, key="sex=m")])
    entries = load(Entry, (line for row in rows for line in _drawn(row, posting.pk)))
    return Register(province, len(rows), entries)


def _people(members: int, province: Province, chance: random.Random) -> Iterator[dict[str, Any]]:
    before: dict[str, Any] = {}
    for number in range(1, members + 1):
        unit = province.unions[chance.randrange(len(province.unions))].pk
        woman = chance.random() < 0.6
        born = date(1965, 1, 1) + timedelta(days=chance.randrange(14_000))
        name = _name(woman, number, chance)
        if number % TWICE == 0:
            name, born, woman = before["name"], before["born_on"], before["woman"]
        row = {"id": number, "uid": uuid.uuid4().hex, "unit_id": unit, "relation": "member", "woman": woman, "born_on": born,
               "household_id": number, "card_number": f"LC{number:08}", **_named(name)}  # fmt: skip
        row["twin_key"] = names.twin_key(row["name_key"], born)
        before = row
        yield row


def _name(woman: bool, number: int, chance: random.Random) -> str:
    given = RARE if number % 10_000 == 1 else chance.choice(GIVENS[woman].split())
    return f"{_drawn_of(FAMILIES, chance)} {_drawn_of(MIDDLES[woman], chance)} {given}"


@cache
def _weighted(text: str) -> tuple[list[str], list[int]]:
    names, weights = zip(*(part.split(":") for part in text.split()), strict=True)
    return list(names), [int(weight) for weight in weights]


def _drawn_of(text: str, chance: random.Random) -> str:
    names, weights = _weighted(text)
    return chance.choices(names, weights)[0]


@cache
def _named(name: str) -> dict[str, str]:
    return named(name)


def _words(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    keys = {"person_id": row["id"], "name_key": row["name_key"], "given_key": row["given_key"]}
    return ({"word": word, **keys} for word in sorted(set(row["name_key"].split())))


def _membership(row: dict[str, Any], posting: int) -> dict[str, Any]:
    from_on = FIRST + timedelta(days=row["id"] % 3000)
    return {"id": row["id"], "uid": uuid.uuid4().hex, "person_id": row["id"], "unit_id": row["unit_id"],
            "from_on": from_on.toordinal(), "began": "opening", "made_id": posting, "changed_id": posting}  # fmt: skip


def _drawn(row: dict[str, Any], posting: int) -> Iterator[dict[str, Any]]:
    on = FIRST + timedelta(days=row["id"] % 3000)
    cut = 1 if row["woman"] else 2
    for key, part in (("total", cut), ("opened", None), ("women", None)):
        if key != "women" or row["woman"]:
            number = BY_KEY[f"members.{key}"]
            yield _entry(number, row["unit_id"], on, 1, row["id"], part, row["id"], posting, MEMBERSHIP)
