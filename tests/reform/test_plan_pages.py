"""A plan as the provincial officer writes it: step by step, seen before anyone signs, carried out, taken back."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from congdoan.audit.models import Posting
from congdoan.org import queries as org
from congdoan.org.models import Unit
from congdoan.reform.models import Reorganisation
from tests.cast import Cast, care
from tests.records.filled import as_
from tests.reform.planned import drafted
from tests.reform.test_pages import text

pytestmark = pytest.mark.django_db
ON = date(2024, 7, 1)
DECISION = {
    "name": "Sắp xếp công đoàn Lào Cai",
    "on": "2024-07-01",
    "decision": "12/QĐ-LĐLĐ",
    "why": "Nghị quyết 60",
}


def admin(cast: Cast) -> Client:
    return as_(cast, "administrator")


def one() -> Reorganisation:
    return Reorganisation.objects.get()


def sent(client: Client, way: str, **said: Any) -> Any:
    return client.post(f"/to-chuc/sap-xep/{one().uid}/{way}", said)


def test_the_whole_way_in_pages(cast: Cast) -> None:
    care(cast["muongkhuong-thcs"], cast.funds["laocai-xa-hoi"], date(2024, 3, 1))
    client = admin(cast)
    assert client.post("/to-chuc/sap-xep/moi?cd=laocai-ldld", DECISION).status_code == 302
    for way, said in (
        (
            "them/found",
            {"name": "Công đoàn xã Mường Khương", "kind": "commune", "under": "LĐLĐ tỉnh Lào Cai"},
        ),
        ("them/move", {"of": "LĐLĐ huyện Mường Khương", "to": "cong doan xa muong khuong"}),
        ("them/end", {"units": "LĐLĐ huyện Mường Khương\n", "to": "Công đoàn xã Mường Khương"}),
    ):
        assert sent(client, way, **said).status_code == 302, text(sent(client, way, **said))
    page = text(client.get(f"/to-chuc/sap-xep/{one().uid}"))
    assert (
        "Chuyển tất cả công đoàn trực thuộc LĐLĐ huyện Mường Khương về trực thuộc Công đoàn xã Mường Khương"
        in page
    )
    seen = text(client.post(f"/to-chuc/sap-xep/{one().uid}/xem-truoc"))
    assert "không đổi" in seen
    assert "LĐLĐ huyện Mường Khương Công đoàn xã Mường Khương tiếp nhận" in seen
    assert not Unit.objects.filter(code="cong-doan-xa-muong-khuong").exists()
    assert sent(client, "thuc-hien").status_code == 302
    commune = Unit.objects.get(name="Công đoàn xã Mường Khương")
    assert org.parent(cast["muongkhuong-thcs"], ON) == commune
    assert sent(client, "hoan-tac", why="Chưa đến ngày").status_code == 302
    assert org.parent(cast["muongkhuong-thcs"], ON) == cast["muongkhuong-ldld"]
    assert "đã hoàn tác" in text(client.get(f"/to-chuc/sap-xep/{one().uid}"))


def test_the_tree_is_seen_as_it_would_be_after_each_step(cast: Cast) -> None:
    client, at = admin(cast), f"/to-chuc/sap-xep/{drafted(cast).uid}/xem-truoc"

    def names(step: int) -> list[str]:
        return [branch.unit.code for branch in client.post(at, {"buoc": step}).context["tree"]]

    assert names(0) == ["laocai-cdvc", "muongkhuong-ldld"]
    assert names(3) == ["laocai-cdvc", "muong-khuong-xa"]
    assert names(1) == ["laocai-cdvc", "muong-khuong-xa", "muongkhuong-ldld"]
    assert client.post(at, {"buoc": 9999}).context["step"] == 3


def test_opening_the_page_carries_nothing_out(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("congdoan.reform.reorganising.preview", pytest.fail)
    page = text(admin(cast).get(f"/to-chuc/sap-xep/{drafted(cast).uid}/xem-truoc"))
    assert "người khác chờ để ghi" in page


def test_what_stands_against_it_is_all_there_and_it_is_not_carried_out(cast: Cast) -> None:
    client = admin(cast)
    drafted(
        cast, step=[{"do": "end", "units": ["muongkhuong-ldld"]}, {"do": "end", "units": ["yenbai-ldld"]}]
    )
    page = text(client.post(f"/to-chuc/sap-xep/{one().uid}/xem-truoc"))
    assert "sẽ không còn cấp trên" in page
    assert "LĐLĐ tỉnh Yên Bái không thuộc" in page
    before = Posting.objects.count()
    answer = sent(client, "thuc-hien")
    assert answer.status_code == 422
    assert "sẽ không còn cấp trên" in text(answer)
    assert Posting.objects.count() == before


def test_a_name_that_is_none_or_several_stands_beside_its_field(cast: Cast) -> None:
    client = admin(cast)
    drafted(cast, step=[])
    answer = sent(client, "them/move", units="CĐCS Báo Lào Cai\nCĐCS Không Có", to="CĐCS")
    assert answer.status_code == 422
    page = text(answer)
    assert "“CĐCS Không Có” không có trong hệ thống" in page
    assert "“CĐCS” có thể là" in page
    assert one().plan["step"] == []


def test_steps_are_amended_and_dropped(cast: Cast) -> None:
    client = admin(cast)
    drafted(cast)
    page = client.get(f"/to-chuc/sap-xep/{one().uid}/buoc/3").content.decode()
    assert "LĐLĐ huyện Mường Khương" in page
    assert sent(client, "buoc/3", units="muongkhuong-ldld").status_code == 302
    assert one().plan["step"][2] == {"do": "end", "units": ["muongkhuong-ldld"]}
    assert sent(client, "buoc/2/bo").status_code == 302
    assert [step["do"] for step in one().plan["step"]] == ["found", "end"]


def test_a_file_comes_in_and_goes_out_the_same(cast: Cast) -> None:
    client = admin(cast)
    first = drafted(cast)
    content = client.get(f"/to-chuc/sap-xep/{first.uid}/tep").content
    upload = SimpleUploadedFile("ke-hoach.toml", content)
    assert client.post("/to-chuc/sap-xep/tu-tep?cd=laocai-ldld", {"plan": upload}).status_code == 302
    again = Reorganisation.objects.exclude(pk=first.pk).get()
    assert again.plan == first.plan


def test_a_file_about_others_is_refused(cast: Cast) -> None:
    text_of = 'name = "Sai"\nunit = "yenbai-ldld"\non = 2024-07-01\n[[step]]\ndo = "end"\nunits = "yenbai-tu-phap"\n'
    upload = SimpleUploadedFile("ke-hoach.toml", text_of.encode())
    answer = admin(cast).post("/to-chuc/sap-xep/tu-tep?cd=laocai-ldld", {"plan": upload})
    assert answer.status_code == 422
    assert "không quản trị công đoàn nào" in text(answer)
    assert not Reorganisation.objects.exists()


@pytest.mark.parametrize("part", ["chair", "officer", "reader", "neighbour"])
def test_only_who_administers_the_union_that_decides_sees_a_plan(cast: Cast, part: str) -> None:
    uid = drafted(cast).uid
    assert as_(cast, part).get(f"/to-chuc/sap-xep/{uid}").status_code == 404
