"""The pages of targets: a resolution typed or pasted, its score sheet, what is amended, answered, handed down."""

import uuid
from datetime import date
from typing import Any

import pytest

from congdoan.targets import actions, queries
from congdoan.targets.models import Assignment, Resolution, Target
from tests.cast import Cast
from tests.ledger import book
from tests.ledger.book import draw
from tests.records.filled import as_
from tests.records.sheets import sheets
from tests.targets.resolved import M, resolved, target

pytestmark = pytest.mark.django_db
CDVC = "laocai-cdvc"


def typed(**more: str) -> dict[str, Any]:
    """A resolution of the year 2024 with one target, as a browser sends it."""
    row = {"text": "Kết nạp 400 đoàn viên trở lên", "indicator": "MEM-05", "op": ">=", "value": "400"}
    sent = {f"t0-{name}": value for name, value in (row | {"measure": "total", "joint": ""}).items()}
    head = {"uid": str(uuid.uuid4()), "title": "Nghị quyết năm 2024", "signed_on": "2024-01-10", "row": "0"}
    return head | sent | more


def test_a_resolution_is_written_with_its_targets(cast: Cast) -> None:
    client, sent = as_(cast, "officer"), typed()
    answers = [client.post("/chi-tieu/them?cd=laocai-cdvc", sent) for _ in range(2)]
    resolution = Resolution.objects.get()
    assert {answer["Location"] for answer in answers} == {f"/chi-tieu/{resolution.uid}"}
    (one,) = resolution.targets.all()
    assert (one.indicator and one.indicator.code, one.value, one.op) == ("MEM-05", 400, ">=")
    assert (resolution.first, resolution.last) == (date(2024, 1, 1), date(2024, 12, 31))


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(cast: Cast) -> None:
    answer = as_(cast, "officer").post(
        "/chi-tieu/them?cd=laocai-cdvc", typed(**{"t0-value": "nhiều", "title": ""})
    )
    page = answer.content.decode()
    assert (answer.status_code, Resolution.objects.count()) == (422, 0)
    assert "Chưa ghi tên nghị quyết." in page
    assert "Giá trị này không đọc được" in page
    assert "Kết nạp 400 đoàn viên trở lên" in page


def test_a_pasted_resolution_is_read_and_looked_over(cast: Cast) -> None:
    text = (
        "Chỉ tiêu trực tiếp:\n1. Phấn đấu kết nạp mới 400 đoàn viên trở lên; hằng năm 85% trở lên CĐCS đạt vững mạnh\n"
        "Chỉ tiêu phối hợp:\n- Trên 90% gia đình đạt gia đình văn hóa"
    )
    sent = typed(lam="dan", pasted=text, **{"t0-text": "", "t0-indicator": ""})
    answer = as_(cast, "officer").post("/chi-tieu/them?cd=laocai-cdvc", sent)
    rows = answer.context["rows"]
    read = [
        (row["op"].value(), row["value"].value(), row["measure"].value(), row["joint"].value())
        for row in rows
    ]
    assert read == [(">=", "400", "total", ""), (">=", "85", "yearly", ""), (">", "90", "end", "joint")]
    assert Resolution.objects.count() == 0


def test_the_score_sheet_shows_results_and_leads_to_their_figures(cast: Cast) -> None:
    resolution = resolved(
        cast[CDVC],
        "2024",
        target("CAR-01", 10, text="Thăm 10 lượt"),
        target("REP-02", 100, M.END, joint=True),
    )
    book.say(1, draw("care.visits", cast["laocai-y-te"], date(2024, 2, 2), 12))
    page = as_(cast, "reader").get(f"/chi-tieu/{resolution.uid}").content.decode()
    for said in ("Chỉ tiêu trực tiếp", "Chỉ tiêu phối hợp", "Thăm 10 lượt", "12 lượt", "120%", "Vượt"):
        assert said in page
    assert "/so-lieu/CAR-01?cd=laocai-cdvc&amp;ky=2024" in page
    assert "Xác nhận bảng điểm" not in page


def test_the_sheet_in_excel_has_exact_parts(cast: Cast) -> None:
    resolution = resolved(cast[CDVC], "2024", target("CAR-01", 10, text="=1+1"))
    answer = as_(cast, "reader").get(f"/chi-tieu/{resolution.uid}?dang=xlsx")
    (sheet,) = sheets(answer.content)
    assert sheet.rows[-1][:5] == [1, "=1+1", "Trực tiếp", "10 lượt người trở lên", "0 lượt người"]
    assert sheet.frozen


def test_a_target_is_amended_answered_withdrawn_by_who_writes_there(cast: Cast) -> None:
    resolution = resolved(cast[CDVC], "2024", target("CAR-01", 10), target("", 1, text="Lập Quỹ Mái ấm"))
    goal, promise = resolution.targets.order_by("position")
    client, row = as_(cast, "officer"), {"indicator": "CAR-01", "op": ">=", "value": "8", "measure": "total"}
    client.post(f"/chi-tieu/muc/{goal.uid}/dieu-chinh", row | {"text": "Thăm 8 lượt", "why": "Công văn 3"})
    client.post(f"/chi-tieu/muc/{promise.uid}/ket-qua", {"met": "1", "on": "2024-06-01", "reason": "QĐ số 5"})
    found = queries.score_sheet(resolution)
    assert [(one.goal.value, one.verdict_text) for one in found] == [(8, "chưa đạt"), (1, "đạt")]
    assert "Công văn 3" in client.get(f"/chi-tieu/muc/{found[0].target.uid}").content.decode()
    client.post(f"/chi-tieu/muc/{promise.uid}/bo", {"why": "Ghi nhầm"})
    assert queries.targets_of([resolution]).count() == 1
    assert as_(cast, "reader").get(f"/chi-tieu/{resolution.uid}/them").status_code in (403, 422)


def test_a_table_hands_targets_down_and_the_sum_stands_beside_the_targets_own(cast: Cast) -> None:
    resolution = resolved(cast[CDVC], "2024", target("CAR-01", 10, text="Thăm 10 lượt"))
    (goal,) = resolution.targets.all()
    client, address = as_(cast, "officer"), f"/chi-tieu/{resolution.uid}/giao?muc={goal.uid}"
    cells = {
        f"o-{code}-{goal.uid.hex[:8]}": value for code, value in (("laocai-y-te", "7"), ("laocai-bao", ""))
    }
    assert client.post(address, {"number": "", "signed_on": "2024-01-05"} | cells).status_code == 422
    client.post(address, {"number": "15/CĐVC", "signed_on": "2024-01-05"} | cells)
    book.say(1, draw("care.visits", cast["laocai-y-te"], date(2024, 2, 2), 5))
    page = client.get(f"/chi-tieu/{resolution.uid}/cap-duoi").content.decode()
    assert "giao 7, nghị quyết 10" in page
    assert "5/7" in page
    paper = Assignment.objects.get()
    client.post(f"/chi-tieu/van-ban-giao/{paper.uid}/thu-hoi", {"why": "Giao lại"})
    assert queries.standing_shares(resolution) == []


def test_a_lower_union_sees_what_it_was_given_beside_its_own(cast: Cast) -> None:
    resolution = resolved(cast[CDVC], "2024", target("CAR-01", 10, text="Thăm 10 lượt"))
    (goal,) = resolution.targets.all()
    given = {(goal, cast["laocai-tu-phap"]): 4}
    actions.assign(resolution=resolution, number="15", signed_on=date(2024, 1, 5), handed=given, by=None)
    row = queries.assigned(cast["laocai-tu-phap"], resolution.period)[0]
    assert (row.goal.value, row.demand) == (4, "4 lượt người trở lên")
    assert as_(cast, "chair").get(f"/chi-tieu/{resolution.uid}").status_code == 404


def test_a_sheet_is_confirmed_once_all_is_known(cast: Cast) -> None:
    resolution = resolved(cast[CDVC], "2024", target("CAR-01", 10), target("", 1, text="Lập Quỹ Mái ấm"))
    client, address = as_(cast, "officer"), f"/chi-tieu/{resolution.uid}/xac-nhan"
    page = client.post(address, follow=True).content.decode()
    assert ("chưa có số liệu; hãy ghi cho đủ" in page, resolution.confirmations.count()) == (True, 0)
    promise = Target.objects.get(text="Lập Quỹ Mái ấm")
    actions.answer(target=promise, met=True, on=date(2024, 6, 1), reason="QĐ 5", by=None)
    assert "Đã xác nhận ngày" in client.post(address, follow=True).content.decode()


def test_an_indicator_is_found_by_any_word_and_by_its_breakdowns(cast: Cast) -> None:
    client = as_(cast, "officer")
    assert "CAR-04" in client.get("/chi-tieu/tim-muc?x=qua+tet").content.decode()
    assert "form=cash" in client.get("/chi-tieu/tim-muc?x=tet+tien").content.decode()


def test_a_figure_shows_the_target_it_is_held_against(cast: Cast) -> None:
    resolved(cast[CDVC], "2024", target("CAR-01", 10))
    book.say(1, draw("care.visits", cast["laocai-y-te"], date(2024, 2, 2), 6))
    client = as_(cast, "reader")
    listed = client.get("/so-lieu?cd=laocai-cdvc&ky=2024-H1").content.decode()
    assert "chỉ tiêu 10 lượt người trở lên: 60%" in listed
    assert 'aria-label="Chỉ tiêu"' in client.get("/so-lieu/CAR-01?cd=laocai-cdvc&ky=2024").content.decode()
    assert (
        'aria-label="Chỉ tiêu"' not in client.get("/so-lieu/CAR-01?cd=laocai-cdvc&ky=2023").content.decode()
    )
