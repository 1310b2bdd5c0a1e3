"""How numbers, sums and days are written in templates."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import pytest
from django.template import Context, Template


def drawn(source: str, **values: Any) -> str:
    return Template(source).render(Context(values)).strip()


@pytest.mark.parametrize(
    ("source", "value", "text"),
    [
        ("{{ x|so }}", 4437, "4.437"),
        ("{{ x|so }}", Decimal("1250.50"), "1.250,5"),
        ("{{ x|so }}", None, "—"),
        ("{{ x|hai_so }}", 6, "06"),
        ("{{ x|dong }}", 82_100_000, "82.100.000 đồng"),
        ("{{ x|tien }}", 82_100_000, "82,1 triệu đồng"),
        ("{{ x|bang_chu }}", 500_000, "Năm trăm nghìn đồng"),
        ("{{ x|ngay }}", date(2026, 11, 5), "05/11/2026"),
        ("{{ x|ngay }}", datetime(2026, 11, 5, 18, 5, tzinfo=UTC), "01:05 06/11/2026"),
        ("{{ x|ngay }}", None, "—"),
        ("{{ x|phan_tram }}", Decimal("57.14"), "57,14%"),
        ("{% thay_doi x 160 %}", 179, "tăng 11,88%"),
    ],
)
def test_a_value_is_written_as_unions_write_it(source: str, value: Any, text: str) -> None:
    assert drawn(source, x=value) == text


def test_an_icon_is_hidden_from_readers() -> None:
    assert ElementTree.fromstring(drawn('{% icon "house" 20 %}')).get("aria-hidden") == "true"


def test_a_chart_has_its_table_one_tap_away() -> None:
    page = drawn(
        '{% chart_bars "Chi chăm lo tăng" rows "đồng" %}',
        rows=[("Sở <Y> tế", 41_200_000, 30_000_000), ("B", None)],
    )
    assert "<figcaption>Chi chăm lo tăng</figcaption>" in page
    assert "Sở &lt;Y&gt; tế" in page
    assert "41.200.000" in page
    assert "<Y>" not in page


def test_months_are_drawn_from_plain_pairs() -> None:
    assert "T1: 179 suất" in drawn('{% chart_months "Quà Tết" rows "suất" %}', rows=[("T1", 179)])


@pytest.mark.parametrize(
    ("value", "pace", "verdict"),
    [(80, 40, "Đã đạt"), (12, 40, "Chậm hơn nhịp"), (50, 40, "Đúng nhịp"), (20, None, "Đạt 25%")],
)
def test_a_target_says_whether_it_keeps_pace(value: int, pace: int | None, verdict: str) -> None:
    assert verdict in drawn('{% target_bar "Kết nạp" value 80 pace "người" %}', value=value, pace=pace)
