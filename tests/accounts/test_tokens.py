"""Tokens: a program comes in as one seat of somebody, as long as that seat is held and the token stands."""

from datetime import timedelta

import pytest

from congdoan.accounts import access, actions, tokens
from congdoan.accounts.models import Purpose, Role, Seat, Token
from congdoan.audit.models import Event
from congdoan.base.errors import Refused
from congdoan.base.period import today
from tests.cast import BEGAN, Cast

pytestmark = pytest.mark.django_db


def seat(cast: Cast, part: str = "chair") -> Seat:
    return Seat.objects.get(user=cast.users[part])


def secret(cast: Cast, part: str = "chair", **said: object) -> str:
    return tokens.make(seat=seat(cast, part), name="Phần mềm kế toán", by=None, **said)[1]  # type: ignore[arg-type]


def test_a_secret_comes_in_as_its_seat_and_its_last_day_is_known(cast: Cast) -> None:
    shown = secret(cast)
    assert tokens.holder_of(shown, Purpose.API) == seat(cast)
    token = Token.objects.get()
    assert token.used_on == today()
    assert shown not in str(vars(token))
    assert "kế toán" not in str(list(Event.objects.values_list("detail", "what")))


def test_a_token_opens_only_what_it_is_for(cast: Cast) -> None:
    assert tokens.holder_of(secret(cast, purpose=Purpose.CALENDAR), Purpose.API) is None
    assert tokens.holder_of("so-api-nothing", Purpose.API) is None


def test_a_revoked_or_old_token_opens_nothing(cast: Cast) -> None:
    shown = secret(cast, last_day=today())
    assert tokens.holder_of(shown, Purpose.API) is not None
    Token.objects.update(to_on=today())
    assert tokens.holder_of(shown, Purpose.API) is None
    other = secret(cast)
    tokens.revoke(token=Token.objects.latest("pk"), by=None)
    assert tokens.holder_of(other, Purpose.API) is None


def test_a_token_is_worth_nothing_once_the_seat_is_over_or_its_holder_shut_out(cast: Cast) -> None:
    shown, other = secret(cast), secret(cast, "officer")
    Seat.objects.filter(pk=seat(cast).pk).update(to_on=today())
    actions.let_in(user=cast.users["officer"], active=False, by=None)
    assert tokens.holder_of(shown, Purpose.API) is None
    assert tokens.holder_of(other, Purpose.API) is None


def test_who_comes_by_a_token_has_that_seat_alone(cast: Cast) -> None:
    held = seat(cast)
    far = actions.give_seat(
        user=cast.users["chair"], unit=cast["yenbai-ldld"], role=Role.OFFICER, from_on=BEGAN, by=None
    )
    both = {unit.code for unit in access.units_seen(cast.users["chair"])}
    near = {unit.code for unit in access.units_seen(access.as_seat(held))}
    assert near == {"laocai-tu-phap"}
    assert {unit.code for unit in access.units_seen(access.as_seat(far))} == {"yenbai-ldld", "yenbai-tu-phap"}
    assert both == near | {"yenbai-ldld", "yenbai-tu-phap"}
    assert not access.may_write(access.as_seat(held), cast["yenbai-ldld"])


def test_an_administrator_sees_those_of_the_unions_below_and_nobody_elses(cast: Cast) -> None:
    secret(cast)
    secret(cast, "neighbour")
    owners = [one.seat.user for one in tokens.visible_to(cast.users["administrator"])]
    assert owners == [cast.users["chair"]]
    assert [one.seat.user for one in tokens.visible_to(cast.users["neighbour"])] == [cast.users["neighbour"]]
    assert not tokens.visible_to(cast.users["other_chair"]).exists()


def test_a_token_has_a_name_and_is_not_over_before_it_begins(cast: Cast) -> None:
    with pytest.raises(Refused, match="đặt tên"):
        tokens.make(seat=seat(cast), name=" ", by=None)
    with pytest.raises(Refused, match="đã qua"):
        secret(cast, last_day=today() - timedelta(days=1))
