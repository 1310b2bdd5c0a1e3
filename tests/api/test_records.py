"""What a program writes is what a person writes: the same form, the same figures, once."""

import pytest

from congdoan.api import paging
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import RECORD
from congdoan.records import kind
from congdoan.records.record import Record
from tests.api.program import VISIT, program, said
from tests.cast import Cast
from tests.records.filled import as_, care_form, saved

pytestmark = pytest.mark.django_db
ADD = "/kinds/care/records"


def drawn(record: Record) -> list[tuple[int, int, int, str]]:
    rows = Entry.objects.filter(origin=RECORD, source=record.pk)
    return sorted(
        (i, u, q, str(d)) for i, u, q, d in rows.values_list("indicator", "unit", "quantity", "day")
    )


def test_a_record_sent_by_a_program_gives_the_figures_of_the_form(cast: Cast) -> None:
    typed = saved(as_(cast, "chair"), care_form(("Lý Thị Một", "500.000")))
    form = Record.objects.get(pk=typed.pk)
    full = kind.full(form)
    fields = {
        "programme": full.programme,
        "occasion": full.occasion,
        "fund": full.fund.code,
        "happened_on": form.happened_on.isoformat(),
    }
    rows = [{"name": row.person.name + " Hai", "cash": row.cash} for row in kind.rows(form)["recipients"]]  # type: ignore[attr-defined]
    body = {"unit": form.unit.code, "fields": fields, "lists": {"recipients": rows}}
    done = said(program(cast, "chair").send(ADD, body))
    made = Record.objects.get(uid=done["uid"])
    assert (made.title, made.unit, made.entered_by) == (form.title, form.unit, form.entered_by)
    assert drawn(made) == drawn(form)
    assert {one["code"] for one in done["adds"]}


def test_the_same_key_books_once_and_another_content_under_it_is_refused(cast: Cast) -> None:
    mine = program(cast, "chair")
    first = said(mine.send(ADD, VISIT, key="phieu 1"))
    assert said(mine.send(ADD, VISIT, key="phieu 1")) == first
    assert Record.objects.count() == 1
    other = {**VISIT, "fields": {**VISIT["fields"], "note": "khác"}}  # type: ignore[dict-item]
    assert said(mine.send(ADD, other, key="phieu 1"), 409)["error"]["code"] == "key_used"
    assert said(mine.send(ADD, other, key="phieu 2"))["uid"] != first["uid"]


def test_what_was_refused_may_be_mended_under_its_key(cast: Cast) -> None:
    mine = program(cast, "chair")
    wrong = {**VISIT, "lists": {"recipients": [{"name": "", "cash": "nhiều"}]}}
    error = said(mine.send(ADD, wrong, key="phieu 1"), 422)["error"]
    assert {one["field"] for one in error["fields"]} == {"recipients[0].name", "recipients[0].cash"}
    assert error["code"] == "refused"
    assert not Record.objects.exists()
    assert said(mine.send(ADD, VISIT, key="phieu 1"))["version"] == 1


def test_a_word_the_form_does_not_know_is_not_passed_over(cast: Cast) -> None:
    odd = {**VISIT, "fields": {**VISIT["fields"], "ocasion": "hardship"}}  # type: ignore[dict-item]
    error = said(program(cast, "chair").send(ADD, odd), 422)["error"]
    assert [one["field"] for one in error["fields"]] == ["ocasion"]


def test_amending_changes_what_is_said_and_keeps_the_rest(cast: Cast) -> None:
    mine = program(cast, "chair")
    uid = said(mine.send(ADD, VISIT))["uid"]
    change = {"why": "nhầm số tiền", "lists": {"recipients": [{"name": "Giàng Seo Lử", "cash": 700_000}]}}
    done = said(mine.send(f"/records/{uid}", change, method="patch"))
    assert done["version"] == 2
    whole = said(mine.get(f"/records/{uid}"))
    assert whole["lists"]["recipients"][0]["cash"] == 700_000
    assert (whole["fields"]["occasion"], whole["fields"]["note"]) == ("hardship", "Thăm tại nhà riêng")
    assert [act["action"] for act in whole["acts"]] == ["amend", "add"]
    assert (
        said(mine.send(f"/records/{uid}", {"why": ""}, method="patch"), 422)["error"]["fields"][0]["field"]
        == "why"
    )


def test_what_is_read_of_a_record_may_be_sent_again(cast: Cast) -> None:
    mine = program(cast, "chair")
    whole = said(mine.get(f"/records/{said(mine.send(ADD, VISIT))['uid']}"))
    again = {
        "unit": whole["unit"],
        "fields": {**whole["fields"], "happened_on": "2024-03-01"},
        "lists": whole["lists"],
    }
    assert said(mine.send(ADD, again))["title"] == whole["title"]


def test_withdrawing_takes_it_out_of_every_figure(cast: Cast) -> None:
    mine = program(cast, "chair")
    uid = said(mine.send(ADD, VISIT))["uid"]
    said(mine.send(f"/records/{uid}/withdraw", {"why": "ghi trùng"}))
    assert said(mine.get(f"/records/{uid}"))["withdrawn"]
    assert said(mine.get("/figures", unit="laocai-tu-phap", period="2024", code="CAR-04"))[0]["value"] == 0
    assert said(mine.get("/records", unit="laocai-tu-phap"))["items"] == []


def test_a_list_goes_on_page_by_page_without_gaps(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    mine, found, cursor = program(cast, "chair"), list[str](), ""
    wrote = [said(mine.send(ADD, VISIT))["uid"] for _ in range(3)]
    monkeypatch.setattr(paging, "SIZE", 2)
    while cursor is not None:
        page = said(mine.get("/records", unit="laocai-tu-phap", cursor=cursor))
        found, cursor = found + [one["uid"] for one in page["items"]], page["next"]
    assert found == wrote[::-1]


def test_a_kind_tells_what_its_form_asks(cast: Cast) -> None:
    told = said(program(cast, "chair").get("/kinds/care", unit="laocai-tu-phap"))
    fields = {field["name"]: field for field in told["fields"]}
    assert {"value": "tu-phap-doan-phi", "label": "Đoàn phí CĐCS Sở Tư pháp"} in fields["fund"]["choices"]
    assert [one["name"] for one in told["lists"]] == ["recipients"]


def test_who_only_reads_writes_nothing(cast: Cast) -> None:
    reader = program(cast, "reader")
    assert said(reader.send(ADD, VISIT), 403)["error"]["code"] == "not_allowed"
    wrote = said(program(cast, "chair").send(ADD, VISIT))["uid"]
    whole = said(reader.get(f"/records/{wrote}"))
    assert whole["lists"] is None
    assert whole["counts"] == {"recipients": 1}
