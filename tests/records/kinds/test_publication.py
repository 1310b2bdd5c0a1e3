"""News and documents."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.records import actions
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.said import record, split, value


def publication(cast: Cast, **said: Any) -> Record:
    return record("publication", cast["laocai-bao"], date(2024, 3, 5), **said)


def test_news_counts_by_where_it_stands_and_documents_by_copies(cast: Cast) -> None:
    made = publication(cast, what="news", count=3, site="Trang tin")
    publication(cast, what="document", count=500, medium="paper", name="Sổ tay BHXH")
    assert split("PRO-08", cast["laocai-cdvc"], "2024", "site") == {"Trang tin": 3}
    assert split("PRO-09", cast["laocai-cdvc"], "2024", "medium") == {"paper": 500}
    assert made.title == "03 tin, bài trên Trang tin"
    actions.amend(record=made, by=None, why="Đếm lại", fields={"count": 2})
    assert value("PRO-08", cast["laocai-cdvc"], "2024-03") == 2


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"what": "news", "count": 0}, "count"),
        ({"what": "news", "count": 1_001}, "count"),
        ({"what": "document", "count": 5}, "medium"),
        ({"what": "news", "site": "a;b"}, "site"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, said: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        publication(cast, **said)
    assert refused.value.field == field
    assert Record.objects.count() == 0
