"""The first page: a chair reads what is due on a phone or at a desk, and one tap leads to where it is done."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from congdoan.base.period import today
from congdoan.members import keeping
from tests.browser.eyes import enter, faults, too_small, too_wide
from tests.cast import Cast, gather
from tests.members.register import one
from tests.web.test_today import everything

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The cast, where the live server sees them."""
    return gather()


def test_what_is_due_and_whom_to_think_of_is_one_tap_away(cast: Cast, device: Page) -> None:
    everything(cast)
    held = one(cast["laocai-tu-phap"], born_on=today().replace(year=1984, day=min(today().day, 28)))
    keeping.put_on_list(person=held.person, level="hard", on=date(2024, 3, 1), by=None)
    page = enter(device, "chair")
    expect(page.get_by_role("heading", name="Chưa được thăm")).to_be_visible()
    assert faults(page) == []
    assert too_small(page) == []
    assert not too_wide(page)
    page.get_by_role("link", name="Xem cả").first.click()
    expect(page.get_by_role("heading", name="Cần làm")).to_be_visible()
    assert faults(page) == []
    assert not too_wide(page)
    page.get_by_role("link", name="Công khai: Dự toán 2024").click()
    page.wait_for_url("**/quy/cong-khai/*")
