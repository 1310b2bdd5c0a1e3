"""Users and seats: written down once, each in the trail, no password anywhere but in the hand it was given into."""

import re
from datetime import date, timedelta

import pytest

from congdoan.accounts import access, actions
from congdoan.accounts.models import Role, Seat, User
from congdoan.audit.models import Event, Posting
from congdoan.base.errors import Refused
from congdoan.base.period import today
from tests.cast import Cast

pytestmark = pytest.mark.django_db
SPRING = date(2024, 3, 1)


def newcomer(cast: Cast, **said: object) -> tuple[User, str]:
    given = {
        "username": "Moi.Vao",
        "full_name": "LÝ  thị mới",
        "unit": cast["laocai-bao"],
        "role": Role.CHAIR,
    }
    return actions.create_user(**{**given, "from_on": SPRING, "by": cast.users["administrator"].pk, **said})  # type: ignore[arg-type]


def refused(cast: Cast, **said: object) -> str:
    with pytest.raises(Refused) as caught:
        newcomer(cast, **said)
    return f"{caught.value.field}: {caught.value.sentence}"


def test_somebody_new_may_write_at_once_and_must_change_the_password(cast: Cast) -> None:
    user, password = newcomer(cast)
    assert (user.username, user.full_name, user.one_time_password) == ("moi.vao", "LÝ thị mới", True)
    assert user.check_password(password)
    assert access.may_write(user, cast["laocai-bao"])


def test_a_password_handed_over_is_easy_to_read_out_and_never_the_same(cast: Cast) -> None:
    made = {actions.one_time_password() for _ in range(200)}
    assert len(made) == 200
    assert all(re.fullmatch(r"([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}", password) for password in made)


def test_the_trail_says_who_let_whom_in_and_holds_no_password(cast: Cast) -> None:
    user, password = newcomer(cast)
    actions.give_password(user=user, by=cast.users["administrator"].pk)
    told = list(
        Event.objects.filter(action__in=("create_user", "give_password")).values_list("by", flat=True)
    )
    assert told == [cast.users["administrator"].pk] * 2
    written = str(list(Event.objects.values())) + str(list(Posting.objects.values()))
    assert password not in written
    assert "moi.vao" not in written


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"username": "chair"}, "username: Tên đăng nhập “chair” đã có người dùng"),
        ({"username": "Đặng Hoa"}, "username: Tên đăng nhập gồm"),
        ({"username": "ab"}, "username: Tên đăng nhập gồm"),
        ({"full_name": "  "}, "full_name: Hãy ghi họ và tên."),
        ({"from_on": date(1990, 1, 1)}, "from_on: CĐCS Báo Lào Cai không hoạt động ngày 01/01/1990"),
        ({"role": "king"}, "role: Không có vai trò này"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_nobody_is_let_in(
    cast: Cast, said: dict[str, object], sentence: str
) -> None:
    assert refused(cast, **said).startswith(sentence)
    assert not User.objects.filter(username="moi.vao").exists()


def test_the_same_seat_is_not_given_twice(cast: Cast) -> None:
    user, _ = newcomer(cast)
    with pytest.raises(Refused, match="đã có vai trò này ở CĐCS Báo Lào Cai"):
        actions.give_seat(user=user, unit=cast["laocai-bao"], role=Role.CHAIR, from_on=today(), by=None)


def test_a_seat_that_ends_reaches_its_last_day_and_no_further(cast: Cast) -> None:
    user, seat = cast.users["chair"], Seat.objects.get(user=cast.users["chair"])
    actions.end_seat(seat=seat, last_day=today() - timedelta(days=1), by=None)
    assert not access.may_write(user, cast["laocai-tu-phap"])
    assert list(access.seats(user, today() - timedelta(days=1))) == [seat]
    assert list(access.seats(user)) == []


@pytest.mark.parametrize("last_day", [date(2009, 12, 31), date.max])
def test_a_seat_ends_neither_before_it_began_nor_never(cast: Cast, last_day: date) -> None:
    seat = Seat.objects.get(user=cast.users["chair"])
    with pytest.raises(Refused, match="hãy chọn một ngày từ đó về sau"):
        actions.end_seat(seat=seat, last_day=last_day, by=None)


def test_after_a_seat_has_ended_the_same_may_be_given_anew(cast: Cast) -> None:
    seat = Seat.objects.get(user=cast.users["chair"])
    actions.end_seat(seat=seat, last_day=today() - timedelta(days=1), by=None)
    actions.give_seat(user=cast.users["chair"], unit=seat.unit, role=seat.role, from_on=today(), by=None)
    assert access.may_write(cast.users["chair"], cast["laocai-tu-phap"])


def test_nobody_shuts_themselves_out(cast: Cast) -> None:
    admin = cast.users["administrator"]
    with pytest.raises(Refused, match="không thể tự khóa"):
        actions.let_in(user=admin, active=False, by=admin.pk)
    assert User.objects.get(pk=admin.pk).is_active


def test_who_is_shut_out_sees_nothing_until_let_in_again(cast: Cast) -> None:
    chair = cast.users["chair"]
    actions.let_in(user=chair, active=False, by=None)
    assert not access.sees(User.objects.get(pk=chair.pk), cast["laocai-tu-phap"])
    actions.let_in(user=chair, active=True, by=None)
    assert access.sees(User.objects.get(pk=chair.pk), cast["laocai-tu-phap"])
