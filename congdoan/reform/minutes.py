"""The papers of a body that ends as Word files: the minutes of its hand-over, and what a member who leaves is given."""

from typing import Any

from django.db.models import Count
from django.utils import timezone

from congdoan.base.docx import Paper as Word
from congdoan.base.fields import FOREVER
from congdoan.base.money import format_dong
from congdoan.base.period import Period, today
from congdoan.base.words import grouped
from congdoan.funds.models import Transfer
from congdoan.funds.transfers import sum_of
from congdoan.ledger.figures import figures
from congdoan.ledger.indicator import BY_KEY
from congdoan.members.models import Membership
from congdoan.org.models import Placement
from congdoan.oversight.handing_over import handed_over
from congdoan.papers.models import Paper
from congdoan.records.paper_templates import WIDTH
from congdoan.records.papers import signed
from congdoan.records.record import Record

from .closing import DAY, Closing
from .effects import waiting
from .paper_templates import FOLDER

BLANK = "……………………"
UNIONS = (("STT", False), ("Công đoàn", False), ("Về trực thuộc", False))
MONEY = (("Quỹ", False), ("Số tiền", True), ("Chuyển về", False))
FILES = (("Loại", False), ("Số lượng", True), ("Ghi chú", False))
THINGS = (("Tên, số hiệu", False), ("Số lượng", True), ("Tình trạng", False))
TO_FILL = ("Con dấu tròn", "Con dấu tên, chức danh", "Tài khoản ngân hàng số", "Tài sản khác")
CALLED = {True: "bà", False: "ông", None: "ông, bà"}
HANDED = ("kiến nghị sau kiểm tra chưa khắc phục", "đơn chưa giải quyết xong")
PAPERS = {"out": "Văn bản đi", "in": "Văn bản đến"}


def handover(closing: Closing) -> bytes:
    """Biên bản bàn giao: what the book knows is in it, what it cannot know is left to be filled in."""
    word, unit, last = Word(FOLDER / "handover_minutes.docx"), closing.unit, closing.last
    below, money, files = _below(closing), _money(closing), _files(closing)
    things = [[name, "", ""] for name in TO_FILL]
    for tag, heads, rows in (
        ("bảng trực thuộc", UNIONS, below), ("bảng tiền", MONEY, money), ("bảng hồ sơ", FILES, files),
        ("bảng tài sản", THINGS, things),
    ):  # fmt: skip
        if rows:
            word.table(tag, heads, rows, WIDTH)
    word.say(
        signed(unit, last)
        | {
            "về việc": f"Khi kết thúc hoạt động của {unit.name}",
            "căn cứ": _ground(closing),
            "bên giao": f"Bên giao: {unit.name}. Đại diện: {BLANK}",
            "bên nhận": f"Bên nhận: {closing.to.name if closing.to else BLANK}. Đại diện: {BLANK}",
            "đoàn viên": _members(closing),
            "trực thuộc": f"{grouped(len(below))} công đoàn:" if below else "Không có công đoàn trực thuộc.",
            "tiền": "Số dư các quỹ đã bàn giao:" if money else "Không có tiền bàn giao qua sổ quỹ.",
            "hồ sơ": "Theo sổ, đến ngày bàn giao có:" if files else "Chưa ghi văn bản, việc nào trong sổ.",
            "tài sản": "Các bên kiểm đếm và ghi:",
            "việc dở": _left(closing),
            **dict.fromkeys(("bảng trực thuộc", "bảng tiền", "bảng hồ sơ", "bảng tài sản"), ""),
        }
    )
    return word.written(f"Biên bản bàn giao. {unit.name}", timezone.now())


def certificate(held: Membership) -> bytes:
    """Giấy xác nhận of somebody who is a member no more: where, from when to when."""
    word, person, unit = Word(FOLDER / "membership_certificate.docx"), held.person, held.unit
    born = f", sinh {'ngày' if person.born_on else 'năm'} {person.born}" if person.born else ""
    card = f", thẻ đoàn viên số {person.card_number}" if person.card_number else ""
    last = held.to_on if held.to_on < FOREVER else today()
    word.say(
        signed(unit, min(last, unit.ended_on - DAY))
        | {
            "xác nhận": f"Xác nhận {CALLED[person.woman]} {person.name}{born}{card}, là đoàn viên của {unit.name}.",
            "thời gian": f"Thời gian sinh hoạt: từ ngày {held.from_on:%d/%m/%Y} đến ngày {last:%d/%m/%Y}.",
            "lý do": f"Lý do thôi: {_why(held)}.",
        }
    )
    return word.written(f"Giấy xác nhận đoàn viên. {unit.name}", timezone.now())


def _why(held: Membership) -> str:
    said = held.get_reason_display() if held.reason else held.get_ended_display() or "còn sinh hoạt"
    return said[:1].lower() + said[1:]


def _ground(closing: Closing) -> str:
    reform = closing.reform
    if reform is None or not reform.decision:
        return f"Căn cứ quyết định kết thúc hoạt động từ ngày {closing.last:%d/%m/%Y}."
    signed_on = f" ngày {reform.decided_on:%d/%m/%Y}" if reform.decided_on else ""
    return (
        f"Căn cứ Quyết định số {reform.decision}{signed_on} về {reform.name[:1].lower() + reform.name[1:]}."
    )


def _members(closing: Closing) -> str:
    eve = closing.last - DAY
    keys = [BY_KEY["members.total"], BY_KEY["members.women"]]
    total, women = (
        int(found.value or 0) for found in figures(closing.unit, Period.between(eve, eve), keys, scope="own")
    )
    rows = Membership.objects.filter(unit=closing.unit, unmade=None, to_on__gte=closing.last)
    how = dict(rows.exclude(ended="").values_list("ended").annotate(many=Count("pk")))
    moved, left = how.get(Membership.End.TRANSFERRED, 0), how.get(Membership.End.UNION_ENDED, 0)
    return (
        f"Đến hết ngày {eve:%d/%m/%Y} có {grouped(total)} đoàn viên, trong đó {grouped(women)} nữ; {grouped(moved)} người chuyển "
        f"sang nơi tiếp nhận, {grouped(left)} người thôi cùng công đoàn."
    )


def _left(closing: Closing) -> str:
    """Work left open; demands and complaints in numbers only."""
    found = zip(handed_over(closing.unit, closing.last), HANDED, strict=True)
    said = [f"bàn giao {grouped(many)} {what}" for many, what in found if many]
    said += [due.what for due in waiting(closing.unit, closing.last) if due.page != "findings_of"]
    words = "; ".join(said) or "không còn việc dở"
    return f"{words[:1].upper()}{words[1:]}."


def _below(closing: Closing) -> list[list[str]]:
    """The unions that stood under it to the end, and where they stand since."""
    held = Placement.objects.filter(
        parent=closing.unit, unmade=None, to_on__gte=closing.last, to_on__lt=FOREVER
    )
    after = {
        place.unit_id: place.parent.name
        for place in Placement.objects.filter(
            unit__in=held.values("unit"), unmade=None, from_on__gte=closing.last
        ).select_related("parent")
    }
    names = held.select_related("unit").order_by("unit__name_key")
    return [[str(n), one.unit.name, after.get(one.unit_id, "kết thúc")] for n, one in enumerate(names, 1)]


def _money(closing: Closing) -> list[list[str]]:
    rows = Transfer.objects.filter(sent__unit=closing.unit, sent__dated_on__gte=closing.last, refused=None)
    found = rows.select_related("sent", "to").prefetch_related("sent__legs__fund")
    return [
        [fund.name, format_dong(sum_of(one.sent)), one.to.name]
        for one in found
        for fund in [next(leg.fund for leg in one.sent.legs.all() if leg.fund)]
    ]


def _files(closing: Closing) -> list[list[str]]:
    papers = dict(
        Paper.objects.filter(unit=closing.unit, withdrawn=None).values_list("way").annotate(many=Count("pk"))
    )
    rows: list[list[Any]] = [[label, papers[way]] for way, label in PAPERS.items() if papers.get(way)]
    if records := Record.objects.filter(unit=closing.unit, withdrawn=False).count():
        rows.append(["Việc đã ghi trong Sổ Công đoàn", records])
    return [[label, grouped(many), ""] for label, many in rows]
