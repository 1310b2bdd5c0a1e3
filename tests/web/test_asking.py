"""What an address asks of the figures, read and written back; what cannot be asked is one sentence."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpRequest, QueryDict

from congdoan.base.errors import NotHere
from congdoan.base.period import Period, today
from congdoan.ledger.indicator import find
from congdoan.web import asking
from congdoan.web.asking import Question
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def request(cast: Cast, query: str, part: str = "officer") -> HttpRequest:
    made = HttpRequest()
    made.user, made.session, made.GET = cast.users[part], {}, QueryDict(query)  # type: ignore[assignment]
    return made


def read(cast: Cast, query: str, part: str = "officer") -> Question:
    return asking.read(request(cast, query, part))


def test_the_address_printed_in_word_is_understood(cast: Cast) -> None:
    asked = read(cast, "cd=laocai-cdvc&ky=2024-H1&pham-vi=own&loc=recipient=child")
    assert (asked.unit, asked.period.code, asked.scope) == (cast["laocai-cdvc"], "2024-H1", "own")
    assert dict(asked.where) == {"recipient": "child"}


@pytest.mark.parametrize(
    "query",
    [
        "cd=laocai-cdvc&ky=2024-H1",
        "cd=laocai-y-te&ky=2024&pham-vi=below",
        "cd=laocai-cdvc&ky=2024-H1&cay=nay",
        "cd=laocai-cdvc&ky=2024-H1&cay=2024-02-01&biet-den=2024-05-01",
        "cd=laocai-cdvc&ky=2023-12-01/2024-05-31&loc=form=cash&loc=recipient=child",
    ],
)
def test_what_is_read_is_written_back(cast: Cast, query: str) -> None:
    asked = read(cast, query)
    again = read(cast, asked.query().lstrip("?"))
    assert again == asked


def test_known_until_the_end_of_a_day(cast: Cast) -> None:
    asked = read(cast, "cd=laocai-cdvc&ky=2024&biet-den=2024-05-01")
    assert asked.known_at is not None
    assert f"{asked.known_at:%H:%M %d/%m/%Y}" == "23:59 01/05/2024"


def test_a_period_that_runs_is_compared_with_the_same_days_of_the_year_before(cast: Cast) -> None:
    asked = Question(cast["laocai-cdvc"], Period.parse(str(today().year)))
    assert asked.so_far.last == today()
    assert (asked.before.first, asked.before.days) == (
        date(today().year - 1, 1, 1),
        Period.parse(str(today().year)).until(today()).year_before().days,
    )


def test_as_known_on_a_day_the_period_ends_there(cast: Cast) -> None:
    asked = read(cast, "cd=laocai-cdvc&ky=2024&biet-den=2024-05-01")
    assert asked.so_far.last == date(2024, 5, 1)
    assert asked.before.last == date(2023, 5, 1)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("cd=yenbai-ldld", "Không có công đoàn nào mang mã “yenbai-ldld”"),
        ("ky=2024-H3", "Không hiểu kỳ “2024-H3”"),
        ("pham-vi=world", "Không có phạm vi “world”"),
        ("cay=hom-qua", "Ngày “hom-qua” không có trong lịch"),
        ("biet-den=31/12/2024", "không có trong lịch"),
        ("loc=recipient", "chưa đúng dạng"),
        ("loc=colour=red", "Không chia số liệu theo “colour”"),
        ("loc=form=cash&loc=form=goods", "được nêu hai lần"),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(cast: Cast, query: str, sentence: str) -> None:
    with pytest.raises(NotHere, match=sentence):
        read(cast, query)


def test_nobody_asks_what_will_be_known(cast: Cast) -> None:
    with pytest.raises(NotHere, match="chưa tới"):
        read(cast, f"biet-den={today() + timedelta(days=1)}")


def test_without_a_seat_there_is_nothing_to_ask(cast: Cast) -> None:
    with pytest.raises(NotHere, match="chưa có vai trò"):
        read(cast, "", "stranger")


@pytest.mark.parametrize(
    ("code", "where", "fits"),
    [
        ("CAR-04", {"recipient": "child"}, True),
        ("CAR-04", {"prize": "first"}, False),
        ("PAR-03", {"sex": "f"}, True),
        ("CAR-37", {"occasion": "tet"}, True),
        ("FUN-07", {"recipient": "child"}, False),
    ],
)
def test_an_indicator_is_split_only_by_what_it_or_its_part_has(
    cast: Cast, code: str, where: dict[str, Any], fits: bool
) -> None:
    asked = Question(cast["laocai-cdvc"], Period.parse("2024"), where=where)
    if fits:
        assert asking.check(asked, find(code)) is None
    else:
        with pytest.raises(NotHere, match="không chia theo"):
            asking.check(asked, find(code))
