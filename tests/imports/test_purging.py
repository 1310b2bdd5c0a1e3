"""Files dealt with are thrown away after a time; the book stays, and is no longer taken back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from congdoan.base.errors import Refused
from congdoan.imports import actions
from congdoan.imports.models import Content, Import
from congdoan.imports.purging import purge
from congdoan.members.models import Membership
from tests.cast import Cast
from tests.imports.sheeted import sent, taken_in

pytestmark = pytest.mark.django_db


def test_a_file_dealt_with_is_gone_and_what_it_brought_stays(cast: Cast) -> None:
    done, waits = (
        taken_in(cast["laocai-tu-phap"], ("Lý Thị Mẩy", "Nữ")),
        sent(cast["laocai-y-te"], ("Vàng A Sử", "Nam")),
    )
    assert purge(before=timezone.now() - timedelta(days=1), by=None) == 0
    assert purge(before=timezone.now(), by=None) == 1
    assert bytes(Content.objects.get(of=done).file) == b""
    assert bytes(Content.objects.get(of=waits).file) != b""
    assert Membership.objects.filter(unit__code="laocai-tu-phap").count() == 1
    with pytest.raises(Refused, match="thời hạn lưu"):
        actions.undo(one=Import.objects.get(pk=done.pk), by=None)
