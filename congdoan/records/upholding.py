"""Saying that figures which look odd are right all the same."""

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused
from congdoan.base.period import Period
from congdoan.base.text import nfc
from congdoan.org.models import Unit

from . import doubts
from .doubts.upheld import Upheld


def uphold(*, unit: Unit, period: Period, sentence: str, why: str, by: int | None) -> None:
    """What a doubt says is right; it asks no more until one of its figures changes. Raises `Refused` without a reason, or
    when the figures have changed meanwhile."""
    if not (why := nfc(why)):
        raise Refused("Hãy ghi vài chữ vì sao số ấy vẫn đúng.", "why")
    found = {doubt.sentence for doubt in doubts.of(unit, period) if not doubt.record}
    if sentence not in found:
        raise Refused("Số liệu vừa đổi nên chỗ này không còn như vậy; hãy xem lại danh sách.")
    with writing(by=by, action="uphold", unit=unit.code, why=why) as posting:
        said = {"why": why, "made": posting}
        Upheld.objects.get_or_create(unit=unit, first_on=period.first, sentence=sentence, defaults=said)
