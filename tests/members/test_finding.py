"""Finding members by name in a long register: what is found, page by page, and that the indexes are used."""

from datetime import date

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from congdoan.base.period import today
from congdoan.members import keeping, merging, names, paging, queries
from congdoan.members.lists import Asked, found
from congdoan.members.models import NameWord, Person
from congdoan.members.people import for_register
from congdoan.members.twins import surest, twins
from congdoan.org.models import Unit
from tests.cast import Cast
from tests.members.register import admitted, one
from tests.records.filled import as_

pytestmark = pytest.mark.django_db
HERE, THERE, UPPER, TOP = "laocai-tu-phap", "laocai-y-te", "laocai-cdvc", "laocai-ldld"
BORN = date(1985, 3, 8)


def plan(rows: QuerySet[Person]) -> str:
    """How the database would answer, were the table too long to be read whole."""
    if connection.vendor != "postgresql":
        return rows.explain()
    with connection.cursor() as cursor:
        for way in ("seqscan", "bitmapscan", "sort", "hashjoin"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
    return rows.explain()


def shown(unit: Unit, text: str = "", many: bool = False, **query: str) -> list[str]:
    page = paging.page(found(Asked(unit, today())), text, many, query, None)
    return [held.person.name for held in page.rows]


@pytest.mark.parametrize("few", [0, 1_000], ids=["common", "rare"])
def test_each_word_typed_begins_a_word_of_the_name(
    cast: Cast, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "FEW", few)
    admitted(cast[HERE], "Nguyễn Thị Vân", "Đặng Văn Ánh", "H'Hen Niê")
    one(cast["yenbai-tu-phap"], "Đặng Văn Ánh")
    for text, wanted in (
        ("van", ["Đặng Văn Ánh", "Nguyễn Thị Vân"]), ("an dang", ["Đặng Văn Ánh"]), ("ăng", []), ("guyen", []),
        ("nguyen thi v", ["Nguyễn Thị Vân"]), ("h'hen", ["H'Hen Niê"]), ("van xoan", []),
    ):  # fmt: skip
        for many in (False, True):
            assert shown(cast[TOP], text, many) == wanted, text


def test_pages_follow_each_other_and_go_back(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "SIZE", 2)
    admitted(cast[HERE], "Lý A An", "Lý A Bình", "Lý A Bình", "Lý A Chu", "Lý A Dình")
    client, seen = as_(cast, "officer"), []
    page = client.get("/doan-vien/").context["page"]
    assert page.before is None
    while page.after:
        seen.append([held.person_id for held in page.rows])
        page = client.get(f"/doan-vien/?sau={page.after}").context["page"]
    assert [len(rows) for rows in seen] == [2, 2]
    assert len({pk for rows in seen for pk in rows} | {held.person_id for held in page.rows}) == 5
    back = client.get(f"/doan-vien/?truoc={page.before}").context["page"]
    assert [held.person_id for held in back.rows] == seen[-1]
    assert client.get("/doan-vien/?sau=khong-co").status_code == 200


def test_who_has_left_fills_no_page_of_a_search(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "SIZE", 2)
    gone = [one(cast["yenbai-tu-phap"], f"Lý A {letter}") for letter in "ABCDEGHIK"]
    admitted(cast[HERE], "Lý A Oa", "Lý Mẩy Oa", "Lý A Páo", "Lý A Sử")
    first = paging.page(found(Asked(cast[TOP], today())), "ly", True, {}, None)
    assert [held.person.name for held in first.rows] == ["Lý A Oa", "Lý Mẩy Oa"]
    assert shown(cast[TOP], "ly", True, sau=str(first.after)) == ["Lý A Páo", "Lý A Sử"]
    assert shown(cast[TOP], "ly", True, truoc=str(gone[0].person.uid)) == []
    assert shown(cast[TOP], "a ly", True, truoc=str(Person.objects.get(name="Lý A Sử").uid)) == [
        "Lý A Oa",
        "Lý A Páo",
    ]


def test_a_name_mended_is_found_by_its_new_words_and_no_longer_by_the_old(cast: Cast) -> None:
    held = one(cast[HERE], "Sùng Thị Chu")
    keeping.correct(person=held.person, by=None, why="gõ nhầm", name="Sùng Thị Xoan")
    assert shown(cast[HERE], "xoan") == ["Sùng Thị Xoan"]
    assert shown(cast[HERE], "chu") == []
    assert sorted(NameWord.objects.values_list("word", flat=True)) == ["sung", "thi", "xoan"]


def test_the_list_of_many_walks_the_index_of_given_names(cast: Cast) -> None:
    one(cast[HERE])
    rows = paging._people(found(Asked(cast[TOP], today())))
    for here in (None, Person.objects.get()):
        asked = paging._beyond(rows, here, back=False)
        assert "members_by_given_name" in plan(asked[: paging.SIZE])


def test_a_word_and_a_card_are_looked_up(cast: Cast) -> None:
    held = one(cast[HERE], "Sùng Thị Xoan")
    NameWord.objects.bulk_create(
        NameWord(person=held.person, word=f"w{n}", name_key="", given_key="") for n in range(3_000)
    )
    if connection.vendor == "postgresql":  # which chooses by how long it takes a table to be
        connection.cursor().execute("ANALYZE members_nameword")
    words = names.led("thi xoan", 10)
    assert words is not None
    nearest = plan(paging._beyond(words, None, back=False, pk="person").values("person")[:10])
    assert "members_by_word" in nearest
    assert "COVERING INDEX" in nearest or "Index Only Scan" in nearest
    card = plan(queries.with_words(Person.objects.all(), "LC 0123"))
    assert "members_card_once" in card
    few = plan(names.holding(Person.objects.all(), "xoan").order_by("given_key", "pk"))
    assert "members_by_word" in few


def test_the_surest_twins_are_found_by_key_among_any_number_of_people(cast: Cast) -> None:
    first = one(cast[HERE], "Lê Thị Sao", born_on=BORN).person
    second = one(cast[THERE], "Lê Thị Xao", born_on=BORN).person
    one(cast[HERE], "Vàng A Páo", born_on=BORN)
    among = surest(Person.objects.all())
    assert set(among) == {first, second}
    assert [twin.why for twin in twins(among)] == ["họ tên gần giống, cùng ngày sinh"]
    assert "twin_key" in plan(among)
    keeping.correct(person=second, by=None, why="nhầm", born_on=date(1990, 1, 1))
    assert not surest(Person.objects.all()).exists()


def test_merged_people_are_found_once(cast: Cast) -> None:
    keep, drop = (one(cast[HERE], name).person for name in ("Sùng Thị Chu", "Sùng Thị Chú"))
    merging.merge(keep=keep, drop=drop, by=None, why="một người")
    assert shown(cast[HERE], "chu") == ["Sùng Thị Chu"]


def test_a_list_from_a_spreadsheet_is_taken_over_in_a_handful_of_statements(cast: Cast) -> None:
    def opened(*people: str) -> int:
        rows = [{"name": name, "woman": True, "ethnicity": "Mông"} for name in people]
        with CaptureQueriesContext(connection) as counted:
            for_register(cast[HERE], rows)
        return len(counted)

    names_of = [f"Lý A {letter}" for letter in "BCDEG"]
    opened(*names_of)
    assert opened(names_of[0]) == opened(*names_of)
    assert Person.objects.filter(woman=True).count() == 5
