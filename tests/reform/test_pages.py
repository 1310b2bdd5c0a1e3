"""The pages of the tree: seen by all who see the union, changed by administrators, refusals beside their fields."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from congdoan.audit.models import Event, Posting
from congdoan.base.period import today
from congdoan.funds.models import Fund
from congdoan.org import queries as org
from congdoan.org.models import Employer, Organising, Unit
from congdoan.reform import actions as reform
from tests.cast import BEGAN, Cast, care
from tests.records.filled import as_

pytestmark = pytest.mark.django_db
SPRING = date(2024, 3, 1)
PAGES = ("lap", "ten", "chuyen", "ket-thuc", "co-quan")


def text(answer: Any) -> str:
    page = answer.content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page[page.index("<main") :]).split())


def admin(cast: Cast) -> Client:
    return as_(cast, "administrator")


def named(cast: Cast, **said: str) -> dict[str, str]:
    """How the union signs now, with some of it said otherwise."""
    naming = org.naming(cast["laocai-y-te"], today())
    fields = (
        "name",
        "short_name",
        "issuer_line",
        "symbol",
        "place_name",
        "seal_name",
        "signs_for",
        "signer_title",
    )
    return {"on": SPRING.isoformat(), **{field: getattr(naming, field) for field in fields}, **said}


def test_the_tree_on_a_day(cast: Cast) -> None:
    reform.move(unit=cast["laocai-bao"], to=cast["muongkhuong-ldld"], on=SPRING, by=None)
    client = as_(cast, "officer")
    assert "CĐCS Báo Lào Cai" in text(client.get("/to-chuc/?cd=laocai-cdvc&ngay=2024-02-29"))
    listed = client.get("/to-chuc/?ngay=2024-03-01").context["listed"]
    assert [branch.unit.code for branch in listed.branches] == ["laocai-tu-phap", "laocai-y-te"]


def test_what_has_left_is_named_on_its_days_but_leads_nowhere(cast: Cast) -> None:
    reform.move(unit=cast["laocai-bao"], to=cast["muongkhuong-ldld"], on=SPRING, by=None)
    client = as_(cast, "officer")
    page = client.get("/to-chuc/?cd=laocai-cdvc&ngay=2024-02-29").content.decode()
    assert "CĐCS Báo Lào Cai" in page
    assert "/to-chuc/laocai-bao" not in page
    assert client.get("/to-chuc/laocai-bao").status_code == 404


def test_the_tree_is_searched_without_accents(cast: Cast) -> None:
    listed = as_(cast, "officer").get("/to-chuc/?q=bao lao").context["listed"]
    assert [branch.unit.code for branch in listed.branches] == ["laocai-bao"]


def test_a_day_that_is_none_is_one_sentence(cast: Cast) -> None:
    answer = as_(cast, "officer").get("/to-chuc/?ngay=31-02-2024")
    assert answer.status_code == 404
    assert "không có trong lịch" in text(answer)


def test_the_page_of_a_union_tells_its_life(cast: Cast) -> None:
    reform.move(unit=cast["laocai-bao"], to=cast["muongkhuong-ldld"], on=SPRING, by=None)
    reform.rename(unit=cast["laocai-bao"], on=SPRING, by=None, signer_name="Lý Văn Ký")
    page = text(admin(cast).get("/to-chuc/laocai-bao"))
    assert "Trực thuộc LĐLĐ huyện Mường Khương. Thành lập 01/01/2010." in page
    assert "từ 01/01/2010 đến trước 01/03/2024 Công đoàn Viên chức tỉnh Lào Cai" in page
    assert "Lý Văn Ký ký" in page
    assert "Báo Lào Cai từ 01/01/2010" in page


def test_the_page_says_who_has_a_seat_there(cast: Cast) -> None:
    assert "Chủ tịch, người ghi sổ Nguyễn Thị Mai" in text(
        as_(cast, "officer").get("/to-chuc/laocai-tu-phap")
    )


@pytest.mark.parametrize("part", ["chair", "officer", "inspector", "reader"])
def test_only_administrators_are_offered_changes_or_may_send_them(cast: Cast, part: str) -> None:
    client = as_(cast, part)
    assert "Thay đổi tổ chức" not in text(client.get("/to-chuc/laocai-tu-phap"))
    before = Posting.objects.count()
    for page in PAGES:
        assert client.get(f"/to-chuc/laocai-tu-phap/{page}").status_code == 403, page
        assert client.post(f"/to-chuc/laocai-tu-phap/{page}", {"on": "2024-01-01"}).status_code == 403, page
    assert Posting.objects.count() == before


def test_a_union_is_founded_with_a_code_made_of_its_name(cast: Cast) -> None:
    said = {
        "name": "CĐCS Trung tâm Thử nghiệm",
        "kind": "grassroots",
        "on": "2024-05-01",
        "code": "",
        "why": "QĐ 12",
    }
    answer = admin(cast).post("/to-chuc/laocai-cdvc/lap", said)
    assert answer.url == "/to-chuc/cdcs-trung-tam-thu-nghiem"
    unit = Unit.objects.get(code="cdcs-trung-tam-thu-nghiem")
    assert org.parent(unit, date(2024, 5, 1)) == cast["laocai-cdvc"]
    event = Event.objects.get(action="found", unit=unit.code)
    assert event.by == cast.users["administrator"].pk
    naming = org.naming(unit, today())
    assert naming
    assert naming.superior_line == "CÔNG ĐOÀN VIÊN CHỨC TỈNH LÀO CAI"


def test_a_founded_union_has_money_of_its_own_to_pay_from(cast: Cast) -> None:
    said = {"name": "CĐCS Một", "kind": "grassroots", "on": "2024-05-01", "code": ""}
    assert admin(cast).post("/to-chuc/laocai-cdvc/lap", said).status_code == 302
    assert [fund.name for fund in Fund.objects.filter(unit__code="cdcs-mot")] == [
        "Kinh phí công đoàn, CĐCS Một"
    ]


def test_two_of_one_name_get_two_codes(cast: Cast) -> None:
    said = {"name": "CĐCS Một", "kind": "grassroots", "on": "2024-05-01", "code": ""}
    urls = [admin(cast).post("/to-chuc/laocai-cdvc/lap", said).url for _ in range(3)]
    assert urls == ["/to-chuc/cdcs-mot", "/to-chuc/cdcs-mot-2", "/to-chuc/cdcs-mot-3"]


@pytest.mark.parametrize(
    ("path", "said", "sentence"),
    [
        ("laocai-cdvc/lap", {"name": "X", "kind": "grassroots", "on": "2024-05-01", "code": "laocai-bao"}, "đã có công đoàn khác dùng"),
        ("laocai-cdvc/lap", {"name": "X", "kind": "grassroots", "on": "1990-01-01"}, "ngày 01/01/1990"),
        ("laocai-cdvc/lap", {"name": "", "kind": "grassroots", "on": "2024-05-01"}, "Chưa ghi tên công đoàn."),
        ("laocai-bao/chuyen", {"to_typed": "bao lao cai", "on": "2024-05-01"}, "không có trong phạm vi của bạn"),
        ("laocai-bao/chuyen", {"to_typed": "muong khuong", "on": "2024-05-01"}, "hãy ghi đủ tên"),
        ("laocai-bao/chuyen", {"to_typed": "yen bai", "on": "2024-05-01"}, "không có trong phạm vi của bạn"),
        ("laocai-cdvc/ket-thuc", {"last_day": "2024-05-01"}, "còn trực thuộc Công đoàn Viên chức"),
        ("laocai-bao/co-quan", {"employer": "bao lao cai", "on": "2024-05-01"}, "không cần ghi lại"),
        ("laocai-bao/ten", {"name": "Tên mới", "on": "1990-01-01"}, "hãy chọn ngày khác"),
    ],
)  # fmt: skip
def test_what_is_refused_stands_on_the_form_and_nothing_is_written(
    cast: Cast, path: str, said: dict[str, str], sentence: str
) -> None:
    before = (Unit.objects.count(), Posting.objects.count())
    answer = admin(cast).post(f"/to-chuc/{path}", said)
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert (Unit.objects.count(), Posting.objects.count()) == before


def test_a_union_is_moved_to_another_superior(cast: Cast) -> None:
    said = {"to": str(cast["muongkhuong-ldld"].uid), "on": "2024-03-01", "why": "QĐ 7"}
    assert admin(cast).post("/to-chuc/laocai-bao/chuyen", said).status_code == 302
    assert org.parent(cast["laocai-bao"], SPRING) == cast["muongkhuong-ldld"]
    assert Posting.objects.get(action="move").why == "QĐ 7"


def test_a_union_is_renamed_from_a_day_on(cast: Cast) -> None:
    assert (
        admin(cast).post("/to-chuc/laocai-y-te/ten", named(cast, name="CĐCS Cơ quan Sở Y tế")).status_code
        == 302
    )
    before, after = (org.naming(cast["laocai-y-te"], on) for on in (BEGAN, SPRING))
    assert before
    assert after
    assert (before.name, after.name) == ("CĐCS Văn phòng Sở Y tế", "CĐCS Cơ quan Sở Y tế")


def test_a_union_ends_unless_something_is_dated_later(cast: Cast) -> None:
    care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], date(2024, 4, 1))
    client = admin(cast)
    assert client.post("/to-chuc/laocai-bao/ket-thuc", {"last_day": "2024-03-01"}).status_code == 422
    assert client.post("/to-chuc/laocai-bao/ket-thuc", {"last_day": "2024-05-31"}).status_code == 302
    assert Unit.objects.get(code="laocai-bao").ended_on == date(2024, 6, 1)


def test_an_employer_not_yet_known_is_written_down(cast: Cast) -> None:
    said = {"employer": "Công ty Cổ phần Thử", "enterprise": "on", "on": "2024-05-01"}
    assert admin(cast).post("/to-chuc/laocai-bao/co-quan", said).status_code == 302
    employer = Employer.objects.get(name="Công ty Cổ phần Thử")
    assert (employer.enterprise, employer.code) == (True, "cong-ty-co-phan-thu")
    assert Organising.objects.filter(employer=employer, unit=cast["laocai-bao"], unmade=None).exists()


def test_an_employer_is_no_longer_organised_from_a_day_on(cast: Cast) -> None:
    organising = Organising.objects.get(unit=cast["laocai-bao"])
    client = admin(cast)
    url = f"/to-chuc/laocai-bao/co-quan/{organising.pk}/thoi"
    assert client.post(url, {"on": "2024-05-01"}).status_code == 302
    assert list(org.employers(cast["laocai-bao"], date(2024, 5, 1))) == []
    assert client.get(url).status_code == 404
    assert client.get(f"/to-chuc/laocai-y-te/co-quan/{organising.pk}/thoi").status_code == 404
