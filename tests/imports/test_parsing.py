"""Cells as people write them: each said once, what it means or why it means nothing."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from congdoan.imports import parsing
from congdoan.imports.parsing import Unreadable

FIFTH = date(2026, 11, 5)


@pytest.mark.parametrize(
    ("reads", "cells", "value"),
    [
        (parsing.day, ["05/11/2026", "5-11-26", "05.11.2026", "ngày 5 tháng 11 năm 2026", "2026-11-05", " 5 / 11 / 2026 ",
                       "05112026", datetime(2026, 11, 5, 8, tzinfo=UTC), FIFTH, 46331, 46331.0, "2026-11-05 00:00:00"], FIFTH),
        (parsing.day, ["5/11/85", "05/11/1985"], date(1985, 11, 5)),
        (parsing.day, [None, "", "-", "không rõ"], None),
        (parsing.money, ["1.250.000đ", "1,250,000", 1250000, 1250000.0, "1.250.000,00", "1,25 triệu", "1tr25", "1250k"], 1_250_000),
        (parsing.money, [None, "-", ""], None),
        (parsing.whole, ["06", 6, 6.0, "6 người", "06 gia đình"], 6),
        (parsing.whole, ["1.250", "1,250"], 1_250),
        (parsing.woman, ["Nữ", "NU", "x", "F", "nư\u0303"], True),
        (parsing.woman, ["Nam", "nam ", "M"], False),
        (parsing.id_number, ["012345678901", "012 345 678 901", 12345678901, 12345678901.0, "'012345678901"], "012345678901"),
        (parsing.id_number, ["", None, "chưa có"], ""),
        (parsing.phone, ["0912345678", "0912.345.678", 912345678, 912345678.0, "+84912345678", "84 912 345 678"], "0912345678"),
        (parsing.card, ["lc 000 12345", "LC-00012345"], "LC00012345"),
        (parsing.name, ["NGUYỄN VĂN AN", "Nguyễn  Văn\xa0An", "Nguye\u0302\u0303n Văn An.", "nguyễn văn an", "12. Nguyễn Văn An", "3) Nguyễn Văn An"], "Nguyễn Văn An"),
        (parsing.text, [12.0, "12", " 12 "], "12"),
        (parsing.yes, ["x", "Có", True, 1], True),
        (parsing.percent, ["85,5%", "85.5", 0.855], 85.5),
        (parsing.choice((("bachelor", "Đại học"), ("", "Chưa ghi"))), ["đại học", "DAI HOC", "bachelor"], "bachelor"),
    ],
)  # fmt: skip
def test_it_means(reads: Any, cells: list[Any], value: Any) -> None:
    assert [reads(cell) for cell in cells] == [value] * len(cells)


@pytest.mark.parametrize(
    ("reads", "cell", "why"),
    [
        (parsing.day, "31/02/1985", "không có trong lịch"),
        (parsing.day, "13/13/1985", "không có trong lịch"),
        (parsing.day, "hôm qua", "không phải ngày"),
        (parsing.day, 95000, "không phải ngày"),
        (parsing.day, "00000", "không phải ngày"),
        (parsing.money, "-5", "số âm"),
        (parsing.money, "nhiều", "không đọc được"),
        (parsing.id_number, "1.23457E+11", "mất chữ số"),
        (parsing.id_number, "12345", "12 chữ số"),
        (parsing.name, "Nguyễn Văn A và Lê B", "mỗi người một dòng"),
        (parsing.name, "123", "có chữ số"),
        (parsing.woman, "khác", "Nam hoặc Nữ"),
        (parsing.phone, "gọi sau", "không phải số điện thoại"),
    ],
)
def test_it_is_refused_with_how_to_write_it(reads: Any, cell: Any, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        reads(cell)
