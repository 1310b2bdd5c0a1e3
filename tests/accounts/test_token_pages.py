"""The page of tokens: one's own made and taken back; an administrator takes back those below; nobody else's shown."""

import re

import pytest

from congdoan.accounts import tokens
from congdoan.accounts.models import Purpose, Seat, Token
from congdoan.audit.models import Event
from tests.cast import Cast
from tests.records.filled import as_

pytestmark = pytest.mark.django_db
MADE = {"seat": "1", "name": "Phần mềm kế toán", "last_day": ""}


def test_a_token_is_shown_once_and_opens_the_book(cast: Cast) -> None:
    client = as_(cast, "chair")
    answer = client.post("/ket-noi", MADE)
    secret = re.search(r"so-api-[\w-]+", answer.content.decode())
    assert secret
    assert answer["Cache-Control"] == "no-store"
    assert tokens.holder_of(secret[0], Purpose.API) == Seat.objects.get(user=cast.users["chair"])
    page = client.get("/ket-noi").content.decode()
    assert "Phần mềm kế toán" in page
    assert secret[0] not in page


def test_what_cannot_be_made_is_said_beside_its_field(cast: Cast) -> None:
    answer = as_(cast, "chair").post("/ket-noi", {**MADE, "name": "", "seat": "7", "last_day": "2020-01-01"})
    assert answer.status_code == 422
    assert {"name", "seat"} <= set(answer.context["form"].errors)
    assert not Token.objects.exists()


def test_who_holds_it_and_who_administers_takes_it_back_and_nobody_else(cast: Cast) -> None:
    token = tokens.make(seat=Seat.objects.get(user=cast.users["chair"]), name="Kế toán", by=None)[0]
    url = f"/ket-noi/{token.uid}/thu-hoi"
    assert as_(cast, "officer").post(url).status_code == 404
    assert as_(cast, "neighbour").post(url).status_code == 404
    assert "Kế toán" not in as_(cast, "officer").get("/ket-noi").content.decode()
    administrator = as_(cast, "administrator")
    assert "Nguyễn Thị Mai" in administrator.get("/ket-noi").content.decode()
    assert administrator.post(url).status_code == 302
    assert not tokens.visible_to(cast.users["chair"]).exists()
    assert Event.objects.get(action="revoke_token").by == cast.users["administrator"].pk


def test_who_has_no_seat_is_told_whom_to_ask(cast: Cast) -> None:
    assert "nhờ người quản trị" in as_(cast, "stranger").get("/ket-noi").content.decode()
