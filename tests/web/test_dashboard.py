"""The list of figures: chapters as told, beside last year's; who is missing; found without accents; quick."""

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from congdoan.base.period import Period
from congdoan.ledger.indicator import find
from congdoan.web import dashboard, telling
from congdoan.web.asking import Question
from congdoan.web.dashboard import Row, Section
from tests.cast import Cast, care
from tests.records.filled import as_
from tests.records.said import record

pytestmark = pytest.mark.django_db
HALF = "cd=laocai-cdvc&ky=2024-H1"


def gifts(cast: Cast) -> None:
    """Gifts this year and last, by the upper union and by one below."""
    care(cast["laocai-cdvc"], cast.funds["laocai-xa-hoi"], date(2024, 1, 30), gifts=3)
    care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], date(2024, 2, 1), gifts=2)
    care(cast["laocai-cdvc"], cast.funds["laocai-xa-hoi"], date(2023, 1, 12), gifts=4)


def sections(cast: Cast, unit: str = "laocai-cdvc", **how: Any) -> list[Section]:
    words, every = how.pop("words", ""), how.pop("every", False)
    return dashboard.sections(Question(cast[unit], Period.parse("2024-H1"), **how), words, every)


def row(found: list[Section], code: str) -> Row:
    return next(row for section in found for row in section.rows if row.indicator == find(code))


def codes(found: list[Section]) -> set[str]:
    return {row.indicator.code for section in found for row in section.rows}


def page(client: Client, query: str) -> str:
    answer = client.get(f"/so-lieu?{query}")
    assert answer.status_code == 200
    text = answer.content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", text[text.index("<main") :]).split())


def test_a_figure_stands_beside_last_years_with_its_course(cast: Cast) -> None:
    gifts(cast)
    tet = row(sections(cast), "CAR-04")
    assert (tet.value, tet.counts_in, tet.last, tet.change) == ("5", "suất", "4", "tăng 25%")
    assert list(tet.course) == [3, 2, 0, 0, 0, 0]


def test_every_row_leads_to_its_figure(cast: Cast) -> None:
    gifts(cast)
    answer = as_(cast, "officer").get(f"/so-lieu?{HALF}")
    links = re.findall(
        r'<a class="figure" href="/so-lieu/([A-Z]{3}-\d+)\?cd=laocai-cdvc&amp;ky=2024-H1"',
        answer.content.decode(),
    )
    assert set(links) == codes(sections(cast))


def test_a_share_says_of_how_many(cast: Cast) -> None:
    record(
        "donation", cast["laocai-bao"], date(2024, 3, 1), direction="collected", purpose="ao_dai", number=4
    )
    assert row(sections(cast), "FUN-07").units == "1/3"


def test_chapters_come_as_the_report_tells_them(cast: Cast) -> None:
    gifts(cast)
    keys = [section.chapter.key for section in sections(cast, every=True)]
    assert keys[:4] == ["org", "care", "representation", "propaganda"]
    assert keys.index("inspection") > keys.index("women")


def test_only_what_has_something_to_tell_unless_all_is_asked_for(cast: Cast) -> None:
    gifts(cast)
    assert "CAR-01" not in codes(sections(cast))
    assert row(sections(cast, every=True), "CAR-01").value == "0"


def test_what_was_and_is_no_more_is_told_too(cast: Cast) -> None:
    care(cast["laocai-cdvc"], cast.funds["laocai-xa-hoi"], date(2023, 1, 12))
    tet = row(sections(cast), "CAR-04")
    assert (tet.value, tet.last, tet.change) == ("0", "1", "giảm 100%")


@pytest.mark.parametrize("words", ["qua tet", "QUÀ TẾT", "car-04", "suat qua"])
def test_the_catalogue_is_searched_without_accents(cast: Cast, words: str) -> None:
    assert "CAR-04" in codes(sections(cast, words=words))


def test_the_search_goes_through_the_whole_catalogue(cast: Cast) -> None:
    assert row(sections(cast, words="bao cao nop dung han"), "DIG-01").value == "0"


def test_a_chapter_says_from_how_many_unions_it_has_heard(cast: Cast) -> None:
    gifts(cast)
    tree, cared = sections(cast)[:2]
    assert (cared.said, cared.liable, cared.silent) == (1, 3, 2)
    assert (tree.chapter.key, tree.liable) == ("org", 0)


def test_scope_and_tree_are_asked_by_the_address(cast: Cast) -> None:
    gifts(cast)
    assert row(sections(cast, scope="own"), "CAR-04").value == "3"
    assert row(sections(cast, scope="below"), "CAR-04").value == "2"
    text = page(as_(cast, "officer"), f"{HALF}&pham-vi=own&cay=nay")
    assert "Tính riêng cấp này, theo tổ chức hiện nay." in text


def test_the_sentence_sums_the_list_up(cast: Cast) -> None:
    gifts(cast)
    assert "so với cùng kỳ, 05 mục tăng, 0 mục giảm" in page(as_(cast, "officer"), f"{HALF}&chuong=CAR")


def test_the_names_behind_the_number_are_one_tap_away(cast: Cast) -> None:
    gifts(cast)
    said: dict[str, Any] = {"chapter": 5, "first_on": date(2024, 1, 1), "last_on": date(2024, 6, 30)}
    record("nil", cast["laocai-y-te"], date(2024, 6, 30), **said)
    client = as_(cast, "officer")
    assert (
        f'href="/so-lieu/chua-ghi/CAR?{HALF.replace("&", "&amp;")}"'
        in client.get(f"/so-lieu?{HALF}").content.decode()
    )
    answer = client.get(f"/so-lieu/chua-ghi/CAR?{HALF}")
    assert [unit.code for unit in answer.context["silent"]] == ["laocai-tu-phap"]
    assert [unit.code for unit in answer.context["nil"]] == ["laocai-y-te"]


def test_a_period_without_figures_leads_to_the_last_one_that_has_some(cast: Cast) -> None:
    gifts(cast)
    care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], date(2021, 11, 3))
    answer = as_(cast, "officer").get("/so-lieu?cd=laocai-bao&ky=2025-H2")
    assert answer.context["latest"].code == "2024-H1"
    assert "Xem 6 tháng đầu năm 2024" in answer.content.decode()


def test_the_last_period_of_a_union_is_what_stood_under_it(cast: Cast) -> None:
    gifts(cast)
    assert telling.latest_period(cast["laocai-ldld"]) == Period.parse("2024-H1")
    assert telling.latest_period(cast["yenbai-ldld"]) is None


@pytest.mark.parametrize(
    "path", ["/so-lieu?chuong=XYZ", "/so-lieu/chua-ghi/XYZ", "/so-lieu?cd=yenbai-ldld", "/so-lieu?ky=mai-sau"]
)
def test_what_does_not_exist_is_one_sentence(cast: Cast, path: str) -> None:
    answer = as_(cast, "officer").get(path)
    assert answer.status_code == 404
    assert answer.context["sentence"]


def test_the_list_takes_no_more_questions_however_many_figures_it_has(cast: Cast) -> None:
    gifts(cast)
    with CaptureQueriesContext(
        connection,
    ) as few:
        sections(cast)
    for programme in ("visit", "women", "children", "family", "policy"):
        care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], date(2024, 4, 1), programme=programme)
    with CaptureQueriesContext(connection) as many:
        found = sections(cast)
    assert len(codes(found)) > 12
    assert len(many) <= len(few) <= 60
