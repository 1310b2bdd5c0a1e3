"""Who pays an employer is a dated fact with its paper; a plan proposes from it which unions end."""

from collections.abc import Sequence
from datetime import date

import pytest

from congdoan.base.errors import Refused
from congdoan.org.models import Organising, Unit
from congdoan.reform import funding
from congdoan.reform.models import Reorganisation
from tests.cast import Cast
from tests.records.filled import as_
from tests.reform.planned import drafted

pytestmark = pytest.mark.django_db
MARCH, ON = date(2024, 3, 1), date(2024, 7, 1)


def told(cast: Cast, code: str, sort: str, share: int | None = None, on: date = MARCH) -> None:
    organising = Organising.objects.get(unit=cast[code])
    funding.say(organising=organising, on=on, sort=sort, share=share, proof="QĐ 12/QĐ-UBND", by=None)


def codes(units: Sequence[Unit]) -> set[str]:
    return {unit.code for unit in units}


def test_who_is_paid_wholly_by_the_state_is_proposed_to_end(cast: Cast) -> None:
    told(cast, "laocai-tu-phap", "agency")
    told(cast, "laocai-y-te", "service", 9)
    told(cast, "laocai-bao", "service", 10)
    found = funding.proposed(cast["laocai-ldld"], ON)
    assert codes(found.ending) == {"laocai-tu-phap", "laocai-y-te"}
    assert codes(found.kept) == {"laocai-bao"}
    assert codes(found.unknown) == {"muongkhuong-thcs"}


def test_it_is_dated(cast: Cast) -> None:
    told(cast, "laocai-bao", "service", 0)
    told(cast, "laocai-bao", "service", 60, on=date(2024, 6, 1))
    assert codes(funding.proposed(cast["laocai-cdvc"], date(2024, 5, 1)).ending) == {"laocai-bao"}
    assert codes(funding.proposed(cast["laocai-cdvc"], ON).kept) == {"laocai-bao"}


@pytest.mark.parametrize("share", [None, 101])
def test_a_public_service_says_how_much_it_earns(cast: Cast, share: int | None) -> None:
    with pytest.raises(Refused, match="từ 0 đến 100"):
        told(cast, "laocai-bao", "service", share)


def test_in_pages_said_and_proposed(cast: Cast) -> None:
    client, number = as_(cast, "administrator"), Organising.objects.get(unit=cast["laocai-y-te"]).pk
    said = {"sort": "agency", "on": "2024-03-01", "proof": "QĐ 12/QĐ-UBND"}
    assert client.post(f"/to-chuc/laocai-y-te/co-quan/{number}/kinh-phi", said).status_code == 302
    one = drafted(cast)
    assert client.post(f"/to-chuc/sap-xep/{one.uid}/de-xuat").status_code == 302
    assert Reorganisation.objects.get().plan["step"][-1] == {"do": "end", "units": ["laocai-y-te"]}
    assert client.post(f"/to-chuc/sap-xep/{one.uid}/de-xuat").status_code == 422
