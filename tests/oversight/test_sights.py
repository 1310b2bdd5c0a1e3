"""Who sent a complaint and what it tells is read by few, and the trail says by whom and when."""

import pytest

from congdoan.audit.models import Event
from tests.cast import Cast
from tests.oversight.acts import UPPER, received
from tests.records.filled import as_

pytestmark = pytest.mark.django_db
SENDER, TOLD = "Người Gửi Thử", "chuyện riêng"


def seen(cast: Cast, part: str, url: str) -> tuple[bool, int]:
    """Whether somebody is told who sent it or what, and how many sights of theirs are noted."""
    page = as_(cast, part).get(url).content.decode()
    noted = Event.objects.filter(action="see_complaint", by=cast.users[part].pk).count()
    return SENDER in page or TOLD in page, noted


def test_every_sight_of_a_complaint_is_noted(cast: Cast) -> None:
    one = received(cast, at=UPPER, sender=SENDER, content=TOLD)
    url = f"/kiem-tra/don/{one.uid}"
    assert seen(cast, "officer", url) == (True, 1)
    assert seen(cast, "officer", url) == (True, 2)
    assert seen(cast, "inspector", url) == (True, 1)
    noted = Event.objects.filter(action="see_complaint", what=str(one.uid), unit=UPPER)
    assert noted.count() == 3
    assert SENDER not in str(list(noted.values()))


def test_who_may_not_see_it_is_told_nothing_and_nothing_is_noted(cast: Cast) -> None:
    one = received(cast, "denunciation", at=UPPER, sender=SENDER, content=TOLD)
    for part in ("officer", "reader", "administrator", "neighbour", "chair", "stranger"):
        assert seen(cast, part, f"/kiem-tra/don/{one.uid}") == (False, 0), part


def test_the_list_and_the_steps_tell_neither_sender_nor_content(cast: Cast) -> None:
    one = received(cast, at=UPPER, sender=SENDER, content=TOLD)
    for url in ("/kiem-tra/don", f"/kiem-tra/don/{one.uid}/buoc"):
        assert seen(cast, "officer", url) == (False, 0), url
