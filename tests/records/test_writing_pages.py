"""Who may write what down for whom, and what the form makes of what was typed."""

import uuid
from datetime import date

import pytest

from congdoan.base.period import today
from congdoan.funds.models import Fund
from congdoan.members.models import Person
from congdoan.org.models import Unit
from congdoan.records import queries
from congdoan.records.kind import KINDS
from congdoan.records.record import Record
from tests.cast import Cast, care
from tests.records.filled import FUND, URL, as_, care_form, names, row, saved
from tests.records.said import member, record, value

pytestmark = pytest.mark.django_db
UNIT = "laocai-tu-phap"


def test_what_a_chair_saves_is_in_the_provinces_figure_at_once(cast: Cast) -> None:
    saved(as_(cast, "chair"), care_form(("nguyễn văn an", "500k")))
    assert value("care.visits", cast["laocai-ldld"], "2024-H1") == 1
    assert value("care.visit_money", cast["laocai-ldld"], "2024-H1") == 500_000


def test_a_record_remembers_who_wrote_it_and_that_it_was_their_own(cast: Cast) -> None:
    written = saved(as_(cast, "chair"), care_form(("Nguyễn Văn An", "500k")))
    assert (written.unit.code, written.entered_by) == (UNIT, cast.users["chair"].pk)
    assert not written.entered_for


def test_an_officer_writes_for_a_union_below_which_then_confirms(cast: Cast) -> None:
    written = saved(as_(cast, "officer"), care_form(("Nguyễn Văn An", "500k")))
    assert written.entered_for
    assert list(queries.to_confirm(cast[UNIT])) == [written]
    as_(cast, "chair").post(f"/viec/{written.uid}/xac-nhan")
    assert not queries.to_confirm(cast[UNIT]).exists()


def test_what_a_union_mends_of_what_was_written_for_it_it_confirms(cast: Cast) -> None:
    written = saved(as_(cast, "officer"), care_form(("Nguyễn Văn An", "500k")))
    form = care_form(("Nguyễn Văn An", "300k"), **{"them-why": "Số tiền là 300 nghìn"})
    as_(cast, "officer").post(f"/viec/{written.uid}/sua", form)
    assert queries.to_confirm(cast[UNIT]).exists()
    as_(cast, "chair").post(f"/viec/{written.uid}/sua", form)
    assert not queries.to_confirm(cast[UNIT]).exists()


def test_an_officer_does_not_confirm_in_the_name_of_the_union_below(cast: Cast) -> None:
    written = saved(as_(cast, "officer"), care_form(("Nguyễn Văn An", "500k")))
    assert as_(cast, "officer").post(f"/viec/{written.uid}/xac-nhan").status_code == 403
    assert list(queries.to_confirm(cast[UNIT])) == [written]


def test_an_officer_at_the_own_union_writes_for_nobody_else(cast: Cast) -> None:
    form = care_form(("Nguyễn Văn An", "500k"), cd="laocai-cdvc", fund="cdvc-kinh-phi")
    assert not saved(as_(cast, "officer"), form).entered_for


@pytest.mark.parametrize(
    ("part", "status"),
    [("neighbour", 404), ("other_chair", 404), ("stranger", 404), ("reader", 403), ("inspector", 403)],
)
def test_others_write_nothing_there(cast: Cast, part: str, status: int) -> None:
    assert as_(cast, part).post(URL, care_form(("Nguyễn Văn An", "500k"))).status_code == status
    assert not Record.objects.exists()


def test_who_may_only_read_is_not_shown_the_form(cast: Cast) -> None:
    assert as_(cast, "reader").get("/viec/ghi").status_code == 403
    assert as_(cast, "reader").get(URL).status_code == 403
    assert as_(cast, "stranger").get(URL).status_code == 403


def test_every_kind_has_a_form_a_preview_and_an_answer_to_nothing_typed(cast: Cast) -> None:
    client = as_(cast, "chair")
    for slug in KINDS:
        assert client.get(f"/viec/ghi/{slug}").status_code == 200, slug
        assert client.post(f"/viec/ghi/{slug}/se-cong", {"cd": UNIT}).status_code == 200, slug
        assert client.post(f"/viec/ghi/{slug}", {"cd": UNIT}).status_code == 422, slug


def test_a_kind_that_does_not_exist_has_no_page(cast: Cast) -> None:
    assert as_(cast, "chair").get("/viec/ghi/khong-co").status_code == 404


def test_six_tiles_and_the_rest_found_by_words(cast: Cast) -> None:
    client = as_(cast, "chair")
    page = client.get("/viec/ghi").context
    assert len(page["most"]) == 6
    assert len(page["most"]) + len(page["rest"]) == len(KINDS)
    found = client.get("/viec/ghi", {"tim": "bang khen"}).context
    assert [kind.label for kind in found["rest"]] == ["Khen thưởng"]


def test_what_a_union_records_most_comes_first(cast: Cast) -> None:
    record("kept", cast[UNIT], today(), what="law_shelf", medium="paper")
    assert queries.most_used_kinds(cast[UNIT])[0].slug == "kept"
    assert queries.most_used_kinds(cast["laocai-y-te"])[0].slug == "care"


def test_an_error_keeps_everything_typed_and_stands_beside_its_field(cast: Cast) -> None:
    form = care_form(("Nguyễn Văn An", "năm trăm"), ("", ""), note="Thăm tại nhà", happened_on="2024-05-21")
    answer = as_(cast, "chair").post(URL, form)
    assert answer.status_code == 422
    entry = answer.context["entry"]
    assert entry.form["note"].value() == "Thăm tại nhà"
    assert [r.form["name"].value() for r in entry.lists[0].rows] == ["Nguyễn Văn An", ""]
    assert entry.lists[0].rows[0].form["cash"].errors
    assert not entry.lists[0].rows[1].form.errors
    assert str(entry.uid) == form["uid"]
    page = answer.content.decode()
    assert "Chưa lưu được, cần sửa 01 chỗ" in page
    assert 'value="năm trăm"' in page


def test_what_the_action_refuses_stands_beside_its_field(cast: Cast) -> None:
    answer = as_(cast, "chair").post(URL, care_form(("Nguyễn Văn An", "500k"), happened_on="2009-01-01"))
    assert answer.context["entry"].form["happened_on"].errors == [
        "CĐCS Sở Tư pháp thành lập ngày 01/01/2010; hãy chọn ngày từ đó về sau."
    ]
    assert not Record.objects.exists()


def test_somebody_twice_on_a_list_is_said_at_the_list(cast: Cast) -> None:
    answer = as_(cast, "chair").post(URL, care_form(("Nguyễn Văn An", "500k"), ("nguyễn văn an", "300k")))
    assert answer.context["entry"].lists[0].errors == [
        "Người được nhận: Nguyễn Văn An có ở cả dòng 1 và dòng 2; hãy bỏ một dòng."
    ]
    assert not Person.objects.exists()


def test_two_people_of_one_name_must_be_chosen_by_hand(cast: Cast) -> None:
    people = [member(cast[UNIT], "Nguyễn Văn An") for _ in range(2)]
    client = as_(cast, "chair")
    answer = client.post(URL, care_form(("Nguyễn Văn An", "500k")))
    assert "Có 2 người tên Nguyễn Văn An" in answer.context["entry"].lists[0].rows[0].form.errors["name"][0]
    chosen = care_form(("", "")) | row(0, "Nguyễn Văn An", "500k", person=str(people[1].uid))
    assert saved(client, chosen).care.recipients.get().person == people[1]  # type: ignore[attr-defined]


def test_a_name_typed_over_a_person_picked_is_somebody_else(cast: Cast) -> None:
    picked = member(cast[UNIT], "Nguyễn Văn An")
    form = care_form(("", "")) | row(0, "Lý A Páo", "500k", person=str(picked.uid))
    assert names(saved(as_(cast, "chair"), form)) == ["Lý A Páo"]


def test_somebody_of_another_union_cannot_be_picked(cast: Cast) -> None:
    foreign = member(cast["yenbai-tu-phap"], "Nguyễn Văn An")
    form = care_form(("", "")) | row(0, "Nguyễn Văn An", "500k", person=str(foreign.uid))
    written = saved(as_(cast, "chair"), form)
    assert written.care.recipients.get().person.unit == cast[UNIT]  # type: ignore[attr-defined]


def test_a_list_of_179_is_one_record(cast: Cast) -> None:
    rows = [(f"Lý Thị Thử {number}", "500k") for number in range(179)]
    written = saved(as_(cast, "chair"), care_form(*rows, programme="tet", occasion="tet"))
    assert written.title == "Quà Tết: 179 người, 89,5 triệu đồng"
    assert value("care.tet_gifts", cast[UNIT], "2024-H1") == 179


def test_the_fund_used_last_is_chosen_next_time_at_this_union(cast: Cast) -> None:
    client = as_(cast, "chair")
    assert _chosen_fund(client.get(URL)) == cast.funds[FUND]
    saved(client, care_form(("Nguyễn Văn An", "500k"), fund="laocai-xa-hoi"))
    assert _chosen_fund(client.get(URL)) == cast.funds["laocai-xa-hoi"]
    assert _chosen_fund(as_(cast, "chair").get(URL)) == cast.funds["laocai-xa-hoi"]


def _chosen_fund(answer: object) -> Fund:
    fund = answer.context["entry"].form["fund"].value()  # type: ignore[attr-defined]
    return fund if isinstance(fund, Fund) else Fund.objects.get(code=fund)


def test_the_form_writes_for_the_union_it_was_shown_for(cast: Cast) -> None:
    client = as_(cast, "officer")
    client.get(f"{URL}?cd=laocai-y-te")
    form = care_form(("Nguyễn Văn An", "500k"), cd=UNIT)
    assert saved(client, form).unit == Unit.objects.get(code=UNIT)


def test_a_uid_that_is_none_is_replaced(cast: Cast) -> None:
    written = saved(as_(cast, "chair"), care_form(("Nguyễn Văn An", "500k"), uid="1 or 1"))
    assert isinstance(written.uid, uuid.UUID)


def test_an_inspector_writes_what_an_inspection_committee_does_and_nothing_else(cast: Cast) -> None:
    client = as_(cast, "inspector")
    offered = {slug for slug in KINDS if f'/viec/ghi/{slug}"' in client.get("/viec/ghi").content.decode()}
    assert offered == {"inspection", "reception"}
    told = {"uid": str(uuid.uuid4()), "cd": "laocai-cdvc", "count": "2", "happened_on": "2024-05-20"}
    assert client.post("/viec/ghi/reception", told).status_code == 302
    written = Record.objects.get()
    assert (written.unit.code, written.entered_for) == ("laocai-cdvc", False)
    assert client.get(f"/viec/{written.uid}/sua").status_code == 200
    assert client.post(URL, care_form(("Nguyễn Văn An", "500k"), cd="laocai-cdvc")).status_code == 403
    others = care(cast["laocai-cdvc"], cast.funds["cdvc-kinh-phi"], date(2024, 5, 20))
    assert client.get(f"/viec/{others.uid}/sua").status_code == 403
    assert client.post(f"/viec/{others.uid}/huy", {"why": "Thử"}).status_code == 403
