"""The pages of the register: who may see and do what, and what comes of it."""

import re
from datetime import date
from typing import Any

import pytest

from congdoan.audit.models import Event
from congdoan.members import keeping, transfers
from congdoan.members.models import Membership
from tests.cast import Cast
from tests.members.register import admitted, figures, one
from tests.records.filled import as_

pytestmark = pytest.mark.django_db
UNIT, THERE = "laocai-tu-phap", "laocai-y-te"
MAY = date(2024, 5, 1)
LIST = "STT\tHọ và tên\tNam/Nữ\tNgày sinh\tSố CCCD\n1\tSùng Thị Chu\tNữ\t08/03/1985\t010185000111\n2\tHoàng Văn Páo\tNam\t1990-02-01 00:00:00\t\n"


def listed(cast: Cast, part: str, query: str = "", words: str = "") -> list[str]:
    """The names on the list."""
    client = as_(cast, part)
    url = client.post(f"/doan-vien/{query}", {"q": words}).url if words else f"/doan-vien/{query}"
    return [held.person.name for held in client.get(url).context["page"].rows]


def text(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_the_list_goes_by_given_name_and_reaches_below(cast: Cast) -> None:
    admitted(cast[UNIT], "Nguyễn Thị Vân", "Đặng Văn Ánh")
    one(cast[THERE], "Lù Seo Bình")
    assert listed(cast, "chair") == ["Đặng Văn Ánh", "Nguyễn Thị Vân"]
    assert listed(cast, "officer") == ["Đặng Văn Ánh", "Lù Seo Bình", "Nguyễn Thị Vân"]
    assert listed(cast, "officer", words="seo binh") == ["Lù Seo Bình"]
    assert listed(cast, "officer", words="van") == ["Đặng Văn Ánh", "Nguyễn Thị Vân"]


def test_a_member_is_found_by_card(cast: Cast) -> None:
    held = admitted(cast[UNIT], "Nguyễn Thị Vân", "Đặng Văn Ánh")[0]
    keeping.issue_card(membership=held, number="LC0123", kind="plain", issue="new", on=MAY, by=None)
    assert listed(cast, "officer", words="lc 0123") == ["Nguyễn Thị Vân"]


def test_filters_narrow_and_the_sensitive_ones_are_noted(cast: Cast) -> None:
    woman = one(cast[UNIT], "Nguyễn Thị Vân", woman=True, party_on=MAY)
    man = one(cast[UNIT], "Đặng Văn Ánh", woman=False, on=MAY)
    keeping.put_on_list(person=man.person, level="hard", on=MAY, by=None)
    keeping.suspend(membership=woman, on=MAY, by=None)
    for query, name in (
        ("?gioi=nu", "Nguyễn Thị Vân"), ("?tt=kho-khan", "Đặng Văn Ánh"), ("?tt=dang-vien", "Nguyễn Thị Vân"),
        ("?tt=tam-dung", "Nguyễn Thị Vân"), ("?vao-tu=2024-04-01", "Đặng Văn Ánh"), ("?ngay=2024-04-01", "Nguyễn Thị Vân"),
    ):  # fmt: skip
        assert listed(cast, "chair", query) == [name], query
    assert Event.objects.filter(action="see_sensitive", unit=UNIT).count() == 2


@pytest.mark.parametrize("part", ["reader", "administrator"])
def test_names_are_for_those_who_keep_or_inspect(cast: Cast, part: str) -> None:
    held = one(cast[UNIT])
    client = as_(cast, part)
    assert client.get("/doan-vien/").status_code == 403
    assert client.get(f"/doan-vien/nguoi/{held.person.uid}/rieng").status_code == 404
    assert client.get("/doan-vien/tang-giam").status_code == 200


def test_the_inspector_reads_and_writes_nothing(cast: Cast) -> None:
    held = one(cast[UNIT])
    client = as_(cast, "inspector")
    assert client.get(f"/doan-vien/nguoi/{held.person.uid}/rieng").status_code == 200
    assert client.get(f"/doan-vien/{held.uid}/thoi").status_code == 404


def test_a_list_from_a_spreadsheet_opens_the_register(cast: Cast) -> None:
    client = as_(cast, "chair")
    read = client.post("/doan-vien/doc-danh-sach", {"pasted": LIST})
    assert "Đọc được 02 người: Sùng Thị Chu (08/03/1985), Hoàng Văn Páo" in text(read)
    answer = client.post(
        "/doan-vien/mo-so",
        {"uid": "c0de0000-0000-4000-8000-000000000001", "pasted": LIST, "on": "2024-01-02"},
    )
    assert answer.status_code == 302, answer.context["form"].errors
    assert figures(cast[UNIT], "total", "women", "opened", "admitted") == [2, 1, 2, 0]
    assert {str(held.person.born_on) for held in Membership.objects.all()} == {"1985-03-08", "1990-02-01"}


def test_what_is_refused_stands_beside_its_field_with_all_that_was_typed(cast: Cast) -> None:
    wrong = LIST.replace("08/03/1985", "31/02/1985")
    answer = as_(cast, "chair").post(
        "/doan-vien/ket-nap/danh-sach",
        {"uid": "c0de0000-0000-4000-8000-000000000001", "pasted": wrong, "on": "2024-01-02"},
    )
    assert answer.status_code == 422
    assert "Ngày “31/02/1985” không có trong lịch" in text(answer)
    assert "Hoàng Văn Páo" in answer.content.decode()


def test_both_ends_of_a_transfer_see_it_and_each_does_its_part(cast: Cast) -> None:
    held = one(cast[UNIT], "Nguyễn Thị Vân")
    here, there = as_(cast, "chair"), as_(cast, "other_chair")
    asked = here.post(
        f"/doan-vien/{held.uid}/chuyen",
        {"uid": "c0de0000-0000-4000-8000-000000000002", "to": str(cast[THERE].uid), "on": "2024-04-01"},
    )
    assert asked.status_code == 302, asked.context["form"].errors
    (question,) = held.transfers.all()
    for client in (here, there):
        assert "Nguyễn Thị Vân" in text(client.get("/doan-vien/chuyen"))
    assert here.get(f"/doan-vien/chuyen/{question.uid}/tiep-nhan").status_code == 404
    there.post(f"/doan-vien/chuyen/{question.uid}/tiep-nhan", {"on": "2024-05-01"})
    assert listed(cast, "other_chair") == ["Nguyễn Thị Vân"]
    assert there.get(f"/nguoi/{held.person.uid}").status_code == 200


def test_who_left_is_still_read_of_by_the_union_they_left_but_not_mended(cast: Cast) -> None:
    held = one(cast[UNIT])
    question = transfers.ask(membership=held, to=cast[THERE], on=MAY, by=None)
    transfers.accept(transfer=question, on=MAY, by=None)
    client = as_(cast, "chair")
    page = client.get(f"/nguoi/{held.person.uid}")
    assert page.status_code == 200
    assert not page.context["keeps"]
    assert client.get(f"/doan-vien/nguoi/{held.person.uid}/rieng").status_code == 404
    assert client.get(f"/doan-vien/nguoi/{held.person.uid}/sua").status_code == 404


def test_the_sensitive_part_is_behind_its_own_tap_and_noted(cast: Cast) -> None:
    held = one(cast[UNIT], id_number="010185000111", ethnicity="Mông")
    client = as_(cast, "chair")
    assert "Mông" not in text(client.get(f"/nguoi/{held.person.uid}"))
    assert "Mông" in text(client.get(f"/doan-vien/nguoi/{held.person.uid}/rieng"))
    assert Event.objects.filter(action="see_sensitive_member", what=str(held.person.uid)).count() == 1


def test_a_member_s_data_mended_on_the_page(cast: Cast) -> None:
    held = one(cast[UNIT], woman=True)
    client = as_(cast, "chair")
    said = {"name": "Sùng Thị Chú", "woman": "1", "born_on": "1985-03-08", "phone": "0912", "why": "bổ sung"}
    assert client.post(f"/doan-vien/nguoi/{held.person.uid}/sua", said).status_code == 302
    secret = {"id_number": "010185000111", "party_on": "2020-02-03", "why": "bổ sung"}
    assert client.post(f"/doan-vien/nguoi/{held.person.uid}/rieng/sua", secret).status_code == 302
    assert figures(cast[UNIT], "women", "party_members") == [1, 1]
    assert "Sùng Thị Chu" in text(client.get(f"/doan-vien/nguoi/{held.person.uid}/rieng"))


def test_the_bridge_of_a_half_year(cast: Cast) -> None:
    admitted(cast[UNIT], "Nguyễn Thị Vân", "Đặng Văn Ánh")
    page = text(as_(cast, "officer").get("/doan-vien/tang-giam?ky=2024-H1"))
    assert "Đầu kỳ 0" in page
    assert "Kết nạp mới +2" in page
    assert "Cuối kỳ 2" in page


def test_the_list_as_excel_is_noted(cast: Cast) -> None:
    one(cast[UNIT])
    answer = as_(cast, "chair").get("/doan-vien/?dang=xlsx")
    assert answer["Content-Disposition"] == 'attachment; filename="doan-vien-laocai-tu-phap.xlsx"'
    assert Event.objects.filter(action="export_list", what="doan-vien", unit=UNIT).count() == 1
