"""The pages of officers: what is typed is kept, what is refused is said, who may not see finds nothing."""

import io
from datetime import date
from typing import Any

import pytest
from django.test import Client
from docx import Document

from congdoan.members.models import Person
from congdoan.officers import committees, queries
from congdoan.officers.models import Committee, Group, Post, Term
from tests.cast import Cast
from tests.officers.bench import CONGRESS, elect, man, woman
from tests.records.filled import as_

AT = "?cd=laocai-tu-phap"
LIST = "Nguyễn Thị Mai; Chủ tịch; Nữ\nTrần Văn An; PCT; Nam; Chuyên trách\n\nLý Thị Hoa;;Nữ"


def sent(client: Client, path: str, **said: Any) -> Any:
    return client.post(f"/can-bo/{path}", said)


def elected(client: Client, people: str = LIST) -> Any:
    said = {"sort": "executive", "how": "elected", "on": CONGRESS.isoformat(), "people": people}
    return sent(client, f"danh-sach{AT}", **said)


def page(client: Client, path: str = "") -> str:
    return client.get(f"/can-bo/{path}{AT}").content.decode()


def test_a_list_typed_or_pasted_becomes_the_committee(cast: Cast) -> None:
    client = as_(cast, "chair")
    assert elected(client).status_code == 302
    shown = page(client)
    assert "03 người giữ chức vụ, trong đó 02 nữ" in shown
    assert "66,67" in shown
    posts = queries.posts_on(cast["laocai-tu-phap"], CONGRESS)
    assert [(post.role, post.full_time) for post in posts] == [
        ("chair", False),
        ("deputy", True),
        ("member", False),
    ]


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        ("Nguyễn Thị Mai; Trưởng phòng", "Dòng 1: Không hiểu chức vụ “Trưởng phòng”"),
        ("; Chủ tịch", "Dòng 1: chưa có họ tên"),
        ("A Mai; Chủ tịch\nB Hoa; Chủ tịch", "mỗi lúc chỉ một người"),
    ],
)
def test_a_list_that_cannot_be_read_is_shown_again(cast: Cast, people: str, sentence: str) -> None:
    answer = elected(as_(cast, "chair"), people)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert people.splitlines()[0] in answer.content.decode()
    assert not Committee.objects.exists()


def test_somebody_known_is_picked_and_appointed(cast: Cast) -> None:
    client, unit = as_(cast, "chair"), cast["laocai-tu-phap"]
    elected(client)
    an = man(unit, "Vàng A Páo")
    found = sent(client, f"tim-nguoi{AT}", person_typed="vang pao").content.decode()
    assert str(an.uid) in found
    said = {"person": str(an.uid), "role": "cashier", "on": "2024-02-01"}
    assert sent(client, f"chuc-vu{AT}", **said).status_code == 302
    assert Post.objects.get(person=an).role == "cashier"


def test_somebody_new_is_written_down_with_the_post(cast: Cast) -> None:
    client = as_(cast, "chair")
    said = {"person_typed": "Sùng Thị Dở", "woman": "1", "role": "accountant", "on": "2024-02-01"}
    sent(client, f"chuc-vu{AT}", **said)
    post = Post.objects.select_related("person").get()
    assert (post.person.name, post.person.woman) == ("Sùng Thị Dở", True)


def test_a_post_is_left_on_a_day_and_stays_in_the_history(cast: Cast) -> None:
    client, unit = as_(cast, "chair"), cast["laocai-tu-phap"]
    elect(unit, (woman(unit, "Nguyễn Thị Mai"), "chair"))
    post = Post.objects.get()
    assert sent(client, f"chuc-vu/{post.uid}/thoi", on="2020-01-01").status_code == 422
    assert sent(client, f"chuc-vu/{post.uid}/thoi", on="2024-02-01", why="Nghỉ hưu").status_code == 302
    shown = page(client)
    assert "Đã thôi giữ chức vụ (1)" in shown
    assert "Nghỉ hưu" in shown


def test_terms_and_groups_are_kept_beside(cast: Cast) -> None:
    client = as_(cast, "chair")
    assert sent(client, f"nhiem-ky{AT}", number="x", on=CONGRESS.isoformat(), years="5").status_code == 302
    assert sent(client, f"to/lap{AT}", name="Tổ Văn phòng", sort="group", on="2023-04-01").status_code == 302
    term, group = Term.objects.get(), Group.objects.get()
    assert sent(client, f"nhiem-ky/{term.uid}/som", on="2025-06-15", why="NQ 60-NQ/TW").status_code == 302
    assert sent(client, f"to/{group.uid}/ket-thuc", on="2024-06-01").status_code == 302
    assert "kết thúc sớm ngày 15/06/2025: NQ 60-NQ/TW" in page(client, "nhiem-ky")
    assert "Đã kết thúc (1)" in page(client, "to")


def test_what_to_look_at_is_said_with_its_source(cast: Cast) -> None:
    unit = cast["laocai-tu-phap"]
    mai = woman(unit, "Nguyễn Thị Mai")
    elect(unit, (mai, "member"))
    elect(unit, (mai, "head"), sort="inspection")
    committees.appoint(unit=unit, person=mai, role="cashier", on=CONGRESS, by=None)
    shown = page(as_(cast, "chair"))
    assert "Chưa ghi ai là Chủ tịch" in shown
    assert "không nên quá một phần ba" in shown
    assert "vừa làm kiểm tra vừa làm thủ quỹ" in shown


def test_the_list_prints_as_a_word_file(cast: Cast) -> None:
    client = as_(cast, "chair")
    elected(client)
    Person.objects.filter(name="Nguyễn Thị Mai").update(born_on=None, born_year=1985)
    file = client.get(f"/can-bo/trich-ngang{AT}&ngay=2023-03-15").content
    table = Document(io.BytesIO(file)).tables[1]
    assert [cell.text for cell in table.rows[1].cells][:4] == ["1", "Nguyễn Thị Mai", "x", "1985"]
    assert client.get(f"/can-bo/trich-ngang{AT}&ngay=2023-03-15").content == file


def test_a_reader_sees_and_changes_nothing(cast: Cast) -> None:
    unit = cast["laocai-tu-phap"]
    elect(unit, (woman(unit, "Nguyễn Thị Mai"), "chair"))
    reader, post = as_(cast, "reader"), Post.objects.get()
    assert "Nguyễn Thị Mai" in page(reader)
    assert sent(reader, f"chuc-vu/{post.uid}/thoi", on="2024-02-01").status_code == 403
    assert elected(reader).status_code == 403
    assert post.to_on == date.max
