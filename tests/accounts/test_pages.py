"""The pages of users and seats: administrators alone, and no further than they administer."""

import re
from typing import Any

import pytest
from django.test import Client

from congdoan.accounts import actions
from congdoan.accounts.models import Role, Seat, User
from congdoan.base.period import today
from tests.cast import BEGAN, PASSWORD, Cast, person
from tests.records.filled import as_

pytestmark = pytest.mark.django_db


def admin(cast: Cast) -> Client:
    client = as_(cast, "administrator")
    client.get("/?cd=laocai-cdvc")
    return client


def text(answer: Any) -> str:
    """What is read on a page, without its frame."""
    page = answer.content.decode()
    page = page[page.index("<main") :]
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def form(cast: Cast, **said: Any) -> dict[str, Any]:
    given = {
        "full_name": "Lý Thị Mới",
        "username": "moi.vao",
        "unit": str(cast["laocai-bao"].uid),
        "role": Role.CHAIR,
    }
    return {**given, "from_on": today().isoformat(), **said}


@pytest.mark.parametrize("part", ["chair", "officer", "inspector", "reader", "neighbour"])
def test_who_does_not_administer_sees_no_users(cast: Cast, part: str) -> None:
    uid, client = cast.users["other_chair"].uid, as_(cast, part)
    assert client.get("/nguoi-dung").status_code == 403
    assert client.get("/nguoi-dung/them").status_code == 403
    assert client.post("/nguoi-dung/them", form(cast)).status_code == 403
    assert client.get(f"/nguoi-dung/{uid}").status_code == 404
    assert client.post(f"/nguoi-dung/{uid}/mat-khau").status_code == 404
    assert not User.objects.filter(username="moi.vao").exists()


def test_the_list_holds_who_is_seated_at_the_union_and_below(cast: Cast) -> None:
    page = text(admin(cast).get("/nguoi-dung"))
    assert "Nguyễn Thị Mai" in page
    assert "Trần Văn Bình" in page
    assert "Hoàng Văn Sơn" not in page
    assert "Lê Quang Đức" not in page


def test_somebody_new_gets_a_password_shown_once(cast: Cast) -> None:
    answer = admin(cast).post("/nguoi-dung/them", form(cast))
    password = answer.context["password"]
    assert password in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    user = User.objects.get(username="moi.vao")
    assert user.check_password(password)
    assert password not in admin(cast).get(f"/nguoi-dung/{user.uid}").content.decode()


def test_a_union_is_found_by_typing_part_of_its_name(cast: Cast) -> None:
    admin(cast).post("/nguoi-dung/them", form(cast, unit="", unit_typed="bao lao cai"))
    assert Seat.objects.get(user__username="moi.vao").unit == cast["laocai-bao"]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"unit_typed": "so tu phap yen bai", "unit": ""}, "không có trong phạm vi của bạn"),
        ({"unit_typed": "cdcs", "unit": ""}, "hãy ghi đủ tên"),
        ({"unit": "khong-phai-uid"}, "không có trong phạm vi của bạn"),
        ({"username": "chair"}, "đã có người dùng"),
        ({"role": ""}, "Chưa chọn vai trò."),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_nothing_is_written(
    cast: Cast, said: dict[str, str], sentence: str
) -> None:
    answer = admin(cast).post("/nguoi-dung/them", form(cast, **said))
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert "Lý Thị Mới" in answer.content.decode()
    assert Seat.objects.filter(user__full_name="Lý Thị Mới").count() == 0


def test_a_union_elsewhere_cannot_be_chosen_by_its_uid(cast: Cast) -> None:
    answer = admin(cast).post("/nguoi-dung/them", form(cast, unit=str(cast["yenbai-tu-phap"].uid)))
    assert answer.status_code == 422
    assert not User.objects.filter(username="moi.vao").exists()


def test_the_search_for_a_union_offers_only_those_one_administers(cast: Cast) -> None:
    page = admin(cast).get("/nguoi-dung/chon-cong-doan?unit_typed=tu phap").content.decode()
    assert "CĐCS Sở Tư pháp" in page
    assert "Yên Bái" not in page


def test_a_seat_is_given_and_ended(cast: Cast) -> None:
    client, user = admin(cast), cast.users["other_chair"]
    said = {"unit": str(cast["laocai-bao"].uid), "role": Role.INSPECTOR, "from_on": today().isoformat()}
    assert client.post(f"/nguoi-dung/{user.uid}/vai-tro", said).status_code == 302
    seat = Seat.objects.get(user=user, role=Role.INSPECTOR)
    ended = client.post(
        f"/nguoi-dung/{user.uid}/vai-tro/{seat.pk}/ket-thuc", {"last_day": today().isoformat()}
    )
    assert ended.status_code == 302
    assert not Seat.objects.filter(pk=seat.pk, to_on=seat.to_on).exists()


def test_a_seat_elsewhere_is_not_ended(cast: Cast) -> None:
    user = cast.users["other_chair"]
    elsewhere = Seat.objects.create(user=user, unit=cast["yenbai-tu-phap"], role=Role.CHAIR, from_on=BEGAN)
    answer = admin(cast).post(
        f"/nguoi-dung/{user.uid}/vai-tro/{elsewhere.pk}/ket-thuc", {"last_day": today().isoformat()}
    )
    assert answer.status_code == 404
    assert Seat.objects.get(pk=elsewhere.pk).to_on == elsewhere.to_on


@pytest.mark.parametrize("act", ["mat-khau", "khoa"])
def test_whose_seats_reach_further_is_changed_by_nobody_of_here(cast: Cast, act: str) -> None:
    user = cast.users["other_chair"]
    Seat.objects.create(user=user, unit=cast["yenbai-ldld"], role=Role.READER, from_on=BEGAN)
    answer = admin(cast).post(f"/nguoi-dung/{user.uid}/{act}")
    assert answer.status_code == 422
    kept = User.objects.get(pk=user.pk)
    assert (kept.check_password(PASSWORD), kept.is_active) == (True, True)


def test_a_superuser_is_changed_by_nobody_else(cast: Cast) -> None:
    user = cast.users["other_chair"]
    User.objects.filter(pk=user.pk).update(is_superuser=True)
    assert admin(cast).post(f"/nguoi-dung/{user.uid}/mat-khau").status_code == 422


def test_a_new_password_ends_the_old_one(cast: Cast) -> None:
    user, theirs = cast.users["other_chair"], as_(cast, "other_chair")
    answer = admin(cast).post(f"/nguoi-dung/{user.uid}/mat-khau")
    assert User.objects.get(pk=user.pk).check_password(answer.context["password"])
    assert theirs.get("/").url.startswith("/dang-nhap")


def test_who_is_shut_out_is_out_at_once(cast: Cast) -> None:
    user, theirs = cast.users["other_chair"], as_(cast, "other_chair")
    admin(cast).post(f"/nguoi-dung/{user.uid}/khoa")
    assert theirs.get("/").url.startswith("/dang-nhap")
    assert "đang bị khóa" in text(admin(cast).get(f"/nguoi-dung/{user.uid}"))


def test_a_password_handed_over_opens_nothing_but_the_page_to_change_it(cast: Cast) -> None:
    _, password = actions.create_user(
        username="moi.vao",
        full_name="Lý Thị Mới",
        unit=cast["laocai-bao"],
        role=Role.CHAIR,
        from_on=BEGAN,
        by=None,
    )
    client = Client()
    client.post("/dang-nhap", {"username": "moi.vao", "password": password})
    assert client.get("/so-lieu").url == "/tai-khoan?next=%2Fso-lieu"
    said = {
        "old": password,
        "new": "mat-khau-cua-rieng-toi",
        "again": "mat-khau-cua-rieng-toi",
        "next": "/so-lieu",
    }
    assert client.post("/tai-khoan", said).url == "/so-lieu"
    assert client.get("/so-lieu").status_code == 200


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"old": "khong-phai"}, "Mật khẩu hiện nay chưa đúng"),
        ({"new": "ngan", "again": "ngan"}, "ngắn hoặc dễ đoán quá"),
        ({"new": "password123", "again": "password123"}, "ngắn hoặc dễ đoán quá"),
        ({"again": "khac-han-mat-khau"}, "Hai lần ghi chưa giống nhau"),
        ({"new": PASSWORD, "again": PASSWORD}, "phải khác mật khẩu đang dùng"),
    ],
)
def test_a_password_that_will_not_do_is_one_sentence(cast: Cast, said: dict[str, str], sentence: str) -> None:
    given = {"old": PASSWORD, "new": "mat-khau-cua-rieng-toi", "again": "mat-khau-cua-rieng-toi", **said}
    answer = as_(cast, "chair").post("/tai-khoan", given)
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert User.objects.get(pk=cast.users["chair"].pk).check_password(PASSWORD)


@pytest.mark.parametrize("onward", ["https://example.org/", "//example.org", ""])
def test_the_way_on_never_leads_elsewhere(cast: Cast, onward: str) -> None:
    user = person("moi", unit=cast["laocai-bao"], role=Role.CHAIR)
    User.objects.filter(pk=user.pk).update(one_time_password=True)
    client = Client()
    client.force_login(user)
    said = {
        "old": PASSWORD,
        "new": "mat-khau-cua-rieng-toi",
        "again": "mat-khau-cua-rieng-toi",
        "next": onward,
    }
    assert client.post("/tai-khoan", said).url == "/"
