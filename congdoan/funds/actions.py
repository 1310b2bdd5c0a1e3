"""Naming funds, opening their books, and the everyday of a treasurer: thu, chi, chuyển, hủy phiếu."""

import uuid
from collections.abc import Collection, Iterable
from datetime import date
from itertools import chain

from django.utils.text import slugify

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused, need_reason
from congdoan.base.text import fold, nfc
from congdoan.org.models import Unit

from . import items, movements, savings
from .models import NAME_SIZE, Fund, Item, Voucher
from .vouchers import Side, check_amount, keep_covered, take_back, write

Form = Voucher.Form


def set_up(*, unit: Unit, name: str, source: str, by: int | None) -> Fund:
    """A fund a union pays from, its whole life long. Refuses one without a name, or of a name the union already has."""
    name = nfc(name)
    if not name:
        raise Refused("Hãy ghi tên quỹ.", "name")
    if any(fold(fund.name) == fold(name) for fund in Fund.objects.filter(unit=unit)):
        raise Refused(f"{unit.name} đã có “{name}”; hãy đặt tên khác.", "name")
    with writing(by=by, action="set_up_fund", unit=unit.code):
        code = free_code(unit, name)
        return Fund.objects.create(unit=unit, code=code, name=name, source=source, from_on=unit.founded_on)


def give_budget(*, unit: Unit, by: int | None) -> Fund:
    """The union's own money, which every union has."""
    return set_up(unit=unit, name=_budget_name(unit), source=Fund.Source.UNION, by=by)


def give_budgets(units: Iterable[Unit]) -> None:
    """The same for many new unions at once, in the act that founds them."""
    taken = set(Fund.objects.values_list("code", flat=True))
    budgets = []
    for unit in units:
        name = _budget_name(unit)
        code = _first_free(_plain_code(unit, name), taken)
        taken.add(code)
        uid, own = uuid.uuid5(unit.uid, code), Fund.Source.UNION
        budgets.append(Fund(uid=uid, unit=unit, code=code, name=name, source=own, from_on=unit.founded_on))
    Fund.objects.bulk_create(budgets, batch_size=500)


def open_book(*, fund: Fund, day: date, opening: int, by: int | None) -> None:
    """Keep a book of a fund from a day on, with what it held that morning. What records paid since then is written too."""
    if opening < 0:
        raise Refused("Số dư đầu sổ không thể âm; hãy ghi 0 nếu quỹ chưa có tiền.", "opening")
    with writing(
        by=by, action="open_book", what=str(fund.uid), unit=fund.unit.code, amount=opening, alone=True
    ) as posting:
        held = Fund.objects.select_for_update().select_related("unit__kind").get(pk=fund.pk)
        if held.has_book:
            raise Refused(f"{held.name} đã mở sổ từ {held.opened_on:%d/%m/%Y}; không mở lần nữa.", "day")
        held.opened_on = day
        held.save(update_fields=["opened_on"])
        if opening:
            legs: dict[Side, int] = {held: opening, items.item_for(items.OPENING, day): -opening}
            write(posting, unit=held.unit, form=Form.OPENING, dated_on=day, legs=legs, words="Số dư đầu sổ")
        for follow in movements.FOLLOWERS:
            follow(held, posting)
    fund.opened_on = day


def receive(
    *, fund: Fund, amount: int, day: date, item: Item | str, words: str, by: int | None,
    party: str = "", uid: uuid.UUID | None = None,
) -> Voucher:  # fmt: skip
    """Money comes in (thu). The same `uid` twice gives the first voucher."""
    return _book(fund, amount, day, item, words, by, party, uid, incoming=True)


def pay(
    *, fund: Fund, amount: int, day: date, item: Item | str, words: str, by: int | None,
    party: str = "", uid: uuid.UUID | None = None,
) -> Voucher:  # fmt: skip
    """Money goes out (chi). Refuses more than the fund holds, on that day or any day since."""
    return _book(fund, amount, day, item, words, by, party, uid, incoming=False)


def move(
    *, fund: Fund, to: Fund, amount: int, day: date, words: str, by: int | None, uid: uuid.UUID | None = None
) -> Voucher:
    """Money from one fund of a union to another of the same union (chuyển)."""
    check_amount(amount)
    if fund.pk == to.pk or fund.unit_id != to.unit_id:
        raise Refused("Hãy chọn một quỹ khác của chính công đoàn này làm nơi nhận.", "to")
    if known := written_as(uid):
        return known
    with writing(
        by=by, action="move_money", unit=fund.unit.code, what=str(fund.uid), amount=amount
    ) as posting:
        legs: dict[Side, int] = {fund: -amount, to: amount}
        voucher = write(
            posting, unit=fund.unit, form=Form.TRANSFER, dated_on=day, legs=legs, words=said(words), uid=uid
        )
        keep_covered([voucher])
    return voucher


def reverse(*, voucher: Voucher, why: str, by: int | None, day: date | None = None) -> Voucher:
    """Take a voucher back by one that says the opposite, on the same day unless another is named."""
    need_reason(why, "Hãy ghi lý do hủy phiếu: người xem sổ sau này sẽ đọc lý do này.")
    with writing(
        by=by, action="reverse_voucher", what=str(voucher.uid), unit=voucher.unit.code, why=why.strip()
    ) as posting:
        held = Voucher.objects.select_for_update().select_related("unit__kind").get(pk=voucher.pk)
        _check_reversible(held)
        reversal = take_back(posting, held, day)
        keep_covered([reversal])
        savings.say_again(posting, held)
    return reversal


def written_as(uid: uuid.UUID | None) -> Voucher | None:
    """The voucher that already bears the name a form was sent with."""
    return Voucher.objects.filter(uid=uid).first() if uid else None


def said(words: str) -> str:
    """The subject line. Refuses none."""
    words = nfc(words)
    if not words:
        raise Refused("Hãy ghi nội dung thu chi.", "words")
    return words


def _book(
    fund: Fund, amount: int, day: date, item: Item | str, words: str, by: int | None,
    party: str, uid: uuid.UUID | None, *, incoming: bool,
) -> Voucher:  # fmt: skip
    check_amount(amount)
    if known := written_as(uid):
        return known
    item = items.item_for(item, day) if isinstance(item, str) else item
    _check_item(item, day, incoming)
    sign = 1 if incoming else -1
    action = "receive_money" if incoming else "pay_money"
    with writing(by=by, action=action, unit=fund.unit.code, what=str(fund.uid), amount=amount) as posting:
        voucher = write(
            posting, unit=fund.unit, form=Form.RECEIPT if incoming else Form.PAYMENT, dated_on=day,
            legs={fund: sign * amount, item: -sign * amount}, words=said(words), party=nfc(party), uid=uid,
        )  # fmt: skip
        keep_covered([voucher])
    return voucher


def _check_item(item: Item, day: date, incoming: bool) -> None:
    if (item.side == Item.Side.IN) is not incoming:
        raise Refused(f"“{item}” không phải mục {'thu' if incoming else 'chi'}; hãy chọn mục khác.", "item")
    if not item.from_on <= day < item.to_on:
        raise Refused(f"Mã “{item}” không dùng ngày {day:%d/%m/%Y}; hãy chọn mã có hiệu lực ngày ấy.", "item")


def _check_reversible(voucher: Voucher) -> None:
    if voucher.reverses_id or hasattr(voucher, "reversal"):
        raise Refused(f"{voucher} đã hủy rồi, hoặc chính là phiếu hủy; không hủy lần nữa.", "why")
    if voucher.origin and not savings.has_own_page(voucher):
        raise Refused(
            f"{voucher} do một việc đã ghi lập ra; hãy sửa hoặc hủy chính việc ấy, phiếu sẽ theo.", "why"
        )
    if hasattr(voucher, "sending") or hasattr(voucher, "receiving"):
        raise Refused(
            f"{voucher} là tiền chuyển giữa hai công đoàn; hãy từ chối lần chuyển, hoặc chuyển trả lại.",
            "why",
        )


def _budget_name(unit: Unit) -> str:
    return f"Kinh phí công đoàn, {unit.name}"[:NAME_SIZE]


def free_code(unit: Unit, name: str) -> str:
    """A code made of the union's and the name, that no fund bears yet."""
    plain = _plain_code(unit, name)
    return _first_free(plain, set(Fund.objects.filter(code__startswith=plain).values_list("code", flat=True)))


def _plain_code(unit: Unit, name: str) -> str:
    return slugify(f"{unit.code}-{fold(name)}")[:70].strip("-")


def _first_free(plain: str, taken: Collection[str]) -> str:
    numbered = (f"{plain}-{n}" for n in range(2, len(taken) + 3))
    return next(code for code in chain((plain,), numbered) if code not in taken)
