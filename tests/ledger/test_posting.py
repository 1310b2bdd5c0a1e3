"""How entries get into the book: compared, added, never changed; and what is kept out."""

from collections import Counter
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from congdoan.base.errors import Refused
from congdoan.ledger import actions as ledger
from congdoan.ledger.models import Cut, Entry
from congdoan.ledger.origins import RECORD
from congdoan.ledger.verify import verify
from congdoan.records import actions
from congdoan.records.record import Record
from congdoan.reform import actions as reform
from tests.cast import Cast, care
from tests.ledger import book
from tests.ledger.book import SOMETHING, draw, say, value

FEBRUARY, MARCH = date(2024, 2, 1), date(2024, 3, 1)


@pytest.fixture
def record(cast: Cast) -> Record:
    return care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], FEBRUARY, gifts=2)


def signs(source: int, origin: int = SOMETHING) -> Counter[int]:
    return Counter(Entry.objects.filter(origin=origin, source=source).values_list("sign", flat=True))


def test_what_changes_is_taken_back_and_said_anew(cast: Cast) -> None:
    unit = cast["laocai-bao"]
    say(1, draw("care.tet_gifts", unit, FEBRUARY), draw("care.tet_money", unit, FEBRUARY, 500_000))
    say(1, draw("care.tet_gifts", unit, FEBRUARY), draw("care.tet_money", unit, FEBRUARY, 700_000))
    quantities = Entry.objects.filter(origin=SOMETHING).order_by("id").values_list("quantity", flat=True)
    assert list(quantities) == [1, 500_000, 700_000, -500_000]
    assert value("CAR-05", unit) == 700_000


def test_saying_the_same_again_adds_nothing(cast: Cast) -> None:
    for _ in range(2):
        say(1, draw("care.tet_gifts", cast["laocai-bao"], FEBRUARY, occasion="tet"))
    assert signs(1) == {1: 1}


def test_said_withdrawn_and_said_again_counts_once(cast: Cast) -> None:
    gift = draw("care.tet_gifts", cast["laocai-bao"], FEBRUARY)
    say(1, gift)
    say(1)
    say(1, gift)
    assert signs(1) == {1: 2, -1: 1}
    assert value("CAR-04", cast["tld"]) == 1


def test_two_same_lines_are_two(cast: Cast) -> None:
    gift = draw("care.tet_gifts", cast["laocai-bao"], FEBRUARY)
    say(1, gift, gift)
    say(1, gift)
    assert value("CAR-04", cast["tld"]) == 1


def test_nothing_of_nothing_is_no_entry(cast: Cast) -> None:
    say(1, draw("care.tet_money", cast["laocai-bao"], FEBRUARY, 0))
    assert not Entry.objects.filter(origin=SOMETHING).exists()


def test_a_combination_of_breakdowns_is_written_once(cast: Cast) -> None:
    for source in (1, 2):
        say(source, draw("care.tet_gifts", cast["laocai-bao"], FEBRUARY, occasion="tet", form="cash"))
    assert Cut.objects.filter(key="form=cash;occasion=tet").count() == 1


def test_an_amended_record_is_reversed_and_added_anew(cast: Cast, record: Record) -> None:
    before = Entry.objects.filter(origin=RECORD, source=record.pk).count()
    rows = {"recipients": [{"name": "Lý Thị Thử 1", "cash": 800_000}]}
    actions.amend(record=record, by=None, why="một người trả lại", happened_on=MARCH, lines=rows)
    found = signs(record.pk, RECORD)
    assert found[-1] == before
    assert (value("CAR-04", cast["tld"]), value("CAR-05", cast["tld"])) == (1, 800_000)
    assert (value("CAR-04", cast["tld"], "2024-02"), value("CAR-04", cast["tld"], "2024-03")) == (0, 1)


def test_a_withdrawn_record_counts_nowhere(cast: Cast, record: Record) -> None:
    actions.withdraw(record=record, by=None, why="ghi nhầm")
    assert value("CAR-04", cast["tld"]) == value("CAR-05", cast["tld"]) == 0
    assert verify() == []


def test_the_same_uid_twice_books_once(cast: Cast, record: Record) -> None:
    again = care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], FEBRUARY, gifts=5, uid=record.uid)
    assert again.pk == record.pk
    assert value("CAR-04", cast["tld"]) == 2


def test_entries_are_never_changed(record: Record) -> None:
    entry = Entry.objects.filter(origin=RECORD).first()
    assert entry is not None
    entry.quantity += 1
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        entry.save()
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Entry.objects.update(day=MARCH)


@pytest.mark.postgres
def test_entries_are_never_deleted(record: Record) -> None:
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Entry.objects.filter(origin=RECORD).delete()


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        (date(2009, 12, 31), "thành lập ngày 01/01/2010"),
        (date(2024, 4, 1), "kết thúc hoạt động ngày 31/03/2024"),
    ],
)
def test_a_day_outside_the_unions_life_is_refused(cast: Cast, on: date, sentence: str) -> None:
    reform.close(unit=cast["laocai-bao"], last_day=date(2024, 3, 31), by=None)
    cast["laocai-bao"].refresh_from_db()
    with pytest.raises(Refused, match=sentence):
        care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], on)
    with pytest.raises(Refused, match=sentence):
        say(1, draw("care.tet_gifts", cast["laocai-bao"], on))
    assert value("CAR-04", cast["tld"], "2009-01-01/2024-12-31") == 0


def test_a_closed_period_takes_nothing_in_and_gives_nothing_back(cast: Cast, record: Record) -> None:
    unit, fund = cast["laocai-bao"], cast.funds["laocai-xa-hoi"]
    closing = ledger.close(unit=unit, first=FEBRUARY, last=date(2024, 2, 29), by=None, why="đã quyết toán")
    for act in (
        lambda: care(unit, fund, date(2024, 2, 29)),
        lambda: actions.withdraw(record=record, by=None, why="ghi nhầm"),
        lambda: actions.amend(record=record, by=None, why="sai ngày", happened_on=MARCH),
    ):
        with pytest.raises(Refused, match="khóa sổ từ 01/02/2024 đến 29/02/2024"):
            act()
    assert value("CAR-04", cast["tld"]) == 2
    ledger.reopen(closing=closing, by=None, why="bổ sung chứng từ")
    care(unit, fund, date(2024, 2, 29))
    assert value("CAR-04", cast["tld"]) == 3


def test_closing_holds_for_its_union_and_days_only(cast: Cast) -> None:
    ledger.close(unit=cast["laocai-bao"], first=FEBRUARY, last=FEBRUARY, by=None, why="đã quyết toán")
    care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], MARCH)
    care(cast["laocai-y-te"], cast.funds["laocai-xa-hoi"], FEBRUARY)
    assert value("CAR-04", cast["tld"]) == 2


def test_reopening_wants_a_reason_and_closing_a_first_day_before_the_last(cast: Cast) -> None:
    closing = ledger.close(unit=cast["laocai-bao"], first=FEBRUARY, last=MARCH, by=None, why="khóa sổ")
    with pytest.raises(Refused, match="ghi lý do"):
        ledger.reopen(closing=closing, by=None, why=" ")
    with pytest.raises(Refused, match="Ngày cuối phải sau ngày đầu"):
        ledger.close(unit=cast["laocai-bao"], first=MARCH, last=FEBRUARY, by=None, why="khóa sổ")


def test_a_changed_rule_is_redrawn_as_a_posting_with_its_reason(cast: Cast) -> None:
    say(1, draw("care.tet_gifts", cast["laocai-bao"], FEBRUARY))
    book.SAID[1] = [draw("care.tet_gifts", cast["laocai-bao"], FEBRUARY, 3)]
    assert [difference.where for difference in verify()] == ["test 1"]
    assert ledger.redraw(by=None, why="mỗi hộp ba suất") == 1
    assert value("CAR-04", cast["tld"]) == 3
    assert Entry.objects.filter(source=1, posting__why="mỗi hộp ba suất").count() == 2
    assert verify() == []


def test_entries_whose_source_is_gone_are_found_and_taken_back(cast: Cast) -> None:
    say(1, draw("care.tet_gifts", cast["laocai-bao"], FEBRUARY))
    del book.SAID[1]
    assert len(verify()) == 1
    ledger.redraw(by=None, why="nguồn không còn")
    assert value("CAR-04", cast["tld"]) == 0
    assert verify() == []
