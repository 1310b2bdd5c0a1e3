"""A list on the form: rows more and less, one amount for all, rows pasted from a spreadsheet; with and without JavaScript."""

import pytest

from congdoan.records import kind, pasting
from congdoan.records.rowset import RowSet
from tests.base.test_days import WAYS
from tests.cast import Cast
from tests.records.filled import URL, as_, care_form, names, saved

pytestmark = pytest.mark.django_db
UNIT = "laocai-tu-phap"
PASTE = f"{URL}/recipients/dan"


def wished(cast: Cast, wish: str, *rows: tuple[str, str], **said: str) -> RowSet:
    """The list after a button of the page without JavaScript."""
    answer = as_(cast, "chair").post(URL, care_form(*rows, _lam=wish, **said))
    assert answer.status_code == 200
    found = answer.context["entry"].lists[0]
    assert isinstance(found, RowSet)
    return found


def shown(rows: RowSet, name: str = "name") -> list[str]:
    return [str(row.form[name].value() or "") for row in rows.rows]


def read(cast: Cast, text: str, slug: str = "care") -> list[dict[str, str]]:
    spec = kind.find(slug).lines[0]
    return pasting.read(text, spec, RowSet(spec, cast[UNIT]).blank.form)


def test_one_row_more_keeps_the_others(cast: Cast) -> None:
    rows = wished(cast, "them-dong:recipients", ("Nguyễn Văn An", "500k"))
    assert shown(rows) == ["Nguyễn Văn An", ""]
    assert not any(row.form.errors for row in rows.rows)


def test_one_row_less(cast: Cast) -> None:
    rows = wished(cast, "bo-dong:recipients:0", ("Nguyễn Văn An", "500k"), ("Lý A Páo", "300k"))
    assert shown(rows) == ["Lý A Páo"]
    assert shown(wished(cast, "bo-dong:recipients:0", ("Nguyễn Văn An", "500k"))) == [""]


def test_one_amount_for_every_row(cast: Cast) -> None:
    rows = wished(
        cast,
        "dat-tien:recipients",
        ("Nguyễn Văn An", ""),
        ("Lý A Páo", "1tr"),
        **{"recipients-dat-tien": "500k"},
    )
    assert shown(rows, "cash") == ["500k", "500k"]


def test_pasted_rows_take_the_place_of_empty_ones(cast: Cast) -> None:
    text = "Nguyễn Văn An\t500k\nLý A Páo\t1,5tr"
    rows = wished(cast, "dan:recipients", ("", ""), **{"recipients-dan": text})
    assert (shown(rows), shown(rows, "cash")) == (["Nguyễn Văn An", "Lý A Páo"], ["500k", "1,5tr"])


def test_what_it_would_add_without_javascript(cast: Cast) -> None:
    answer = as_(cast, "chair").post(URL, care_form(("Nguyễn Văn An", "500k"), _lam="xem"))
    assert "+500.000 đồng" in answer.content.decode()


def test_pasted_rows_come_back_as_rows_of_the_form(cast: Cast) -> None:
    client = as_(cast, "chair")
    form = care_form(("Nguyễn Văn An", "500k")) | {
        "recipients-dan": "Lý A Páo\tba trăm\nVàng Thị Mỷ\t300.000"
    }
    page = client.post(PASTE, form).content.decode()
    assert 'name="recipients-1-name" value="Lý A Páo"' in page
    assert 'name="recipients-2-cash" value="300.000"' in page
    assert "“ba trăm” không đọc được" in page
    assert "recipients-0-name" not in page


def test_rows_pasted_over_an_empty_one_all_come_back(cast: Cast) -> None:
    form = care_form(("", "")) | {"recipients-dan": "Lý A Páo\nVàng Thị Mỷ"}
    page = as_(cast, "chair").post(PASTE, form).content.decode()
    assert 'name="recipients-1-name" value="Lý A Páo"' in page
    assert 'name="recipients-2-name" value="Vàng Thị Mỷ"' in page


def test_more_rows_than_one_record_holds_are_refused(cast: Cast) -> None:
    text = "\n".join(f"Lý Thị Thử {number}" for number in range(1001))
    page = as_(cast, "chair").post(PASTE, care_form() | {"recipients-dan": text}).content.decode()
    assert "một việc ghi nhiều nhất 1000 dòng; hãy tách thành nhiều việc" in page


def test_numbers_headings_totals_and_empty_lines_are_left_out(cast: Cast) -> None:
    text = "STT\tHọ và tên\tSố tiền\n1\tLê Văn Tám\t300.000\n\n2.\tVàng Thị Páo\t300k\n\tTổng cộng\t600.000\n"
    assert read(cast, text) == [
        {"name": "Lê Văn Tám", "cash": "300.000"},
        {"name": "Vàng Thị Páo", "cash": "300k"},
    ]


def test_a_column_of_names_alone(cast: Cast) -> None:
    assert read(cast, "Lê Văn Tám\r\nVàng Thị Páo\r\n") == [{"name": "Lê Văn Tám"}, {"name": "Vàng Thị Páo"}]


def test_a_choice_may_be_pasted_by_its_label(cast: Cast) -> None:
    spec = kind.find("contest").lines[1]
    found = pasting.read("Đội một\tnhì", spec, RowSet(spec, cast[UNIT]).blank.form)
    assert found == [{"team": "Đội một", "rank": "second"}]


def test_rows_are_read_in_the_order_of_the_page_whatever_their_numbers(cast: Cast) -> None:
    form = care_form(("Nguyễn Văn An", "500k"), ("Lý A Páo", "300k")) | {"recipients-row": ["1", "0"]}
    assert names(saved(as_(cast, "chair"), form)) == ["Lý A Páo", "Nguyễn Văn An"]


def test_a_row_nothing_was_typed_in_does_not_count(cast: Cast) -> None:
    record = saved(as_(cast, "chair"), care_form(("Nguyễn Văn An", "500k"), ("", "")))
    assert names(record) == ["Nguyễn Văn An"]


def test_an_empty_list_says_what_is_missing_in_its_first_row(cast: Cast) -> None:
    answer = as_(cast, "chair").post(URL, care_form(("", ""), ("", "")))
    first, second = answer.context["entry"].lists[0].rows
    assert first.form.errors["name"] == ["Chưa ghi họ tên: hãy chọn hoặc gõ họ và tên."]
    assert not second.form.errors


def test_a_row_with_only_its_default_employer_counts(cast: Cast) -> None:
    form = {
        "cd": UNIT,
        "rule": "spending",
        "happened_on": "2024-05-20",
        "employers-row": ["0"],
        "employers-0-employer": "Sở Tư pháp tỉnh Lào Cai",
    }
    answer = as_(cast, "chair").post("/viec/ghi/regulation", form)
    assert answer.status_code == 302


@pytest.mark.parametrize("said", WAYS)
def test_days_are_pasted_as_imports_read_them(cast: Cast, said: str) -> None:
    (row,) = read(cast, f"Sửa nhà để xe\tGiám đốc\t{said}\t31/02/2026", "petition")
    assert (row["due_on"], row["answered_on"]) == ("2026-11-05", "31/02/2026")
