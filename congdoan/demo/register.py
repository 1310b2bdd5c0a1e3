"""The register of the demo's members: the unions of Lào Cai open it, and some come, go and move in the running half-year."""

from datetime import date, timedelta
from random import Random

from congdoan.base.period import standard_periods, today
from congdoan.members import joining, keeping, leaving, transfers
from congdoan.members.models import Membership

from .moments import as_of, moment
from .names import Namer
from .pen import Pen

EVERY = 7  # one union in so many admits, one loses somebody, one hands somebody over


def keep() -> str:
    """Open the registers on the eve of the half-year; then admissions, leaves, transfers and cards."""
    pen, random = Pen("register"), Random("register")
    first = standard_periods(today())[0].first
    held: list[Membership] = []
    for unit in pen.unions:
        eve = max(first - timedelta(days=1), unit.founded_on)
        rows = [{"person": person, "woman": person.woman, **_facts(random)} for person in pen.members(unit)]
        with as_of(moment(eve)):
            held += joining.open_register(unit=unit, on=eve, rows=rows, by=pen.keeper(unit))
    days = max((today() - first).days, 0)
    moves = (
        _come(pen, first, days) + _go(held[EVERY::97], first, days) + _move(pen, held[11::131], first, days)
    )
    return f"{len(held)} đoàn viên khi mở sổ, {moves} lần kết nạp, thôi, chuyển"


def _facts(random: Random) -> dict[str, object]:
    born = date(1966, 1, 1) + timedelta(days=random.randrange(36 * 365))
    return {
        "born_on": born,
        "job": random.choice(("Chuyên viên", "Kế toán", "Văn thư", "Thanh tra viên", "Lái xe")),
    }


def _come(pen: Pen, first: date, days: int) -> int:
    """One in seven unions admits two people."""
    admitting = pen.unions[::EVERY]
    for n, unit in enumerate(admitting):
        namer = Namer(f"{unit.code} new")
        rows = [{"name": name, "woman": woman} for name, woman in (namer.grown(), namer.grown())]
        on = first + timedelta(days=days * n // len(admitting))
        with as_of(moment(on)):
            joining.admit_list(
                unit=unit, on=on, rows=rows, by=pen.keeper(unit), decision=f"{n + 1:02d}/QĐ-CĐCS"
            )
    return 2 * len(admitting)


def _go(leaving_now: list[Membership], first: date, days: int) -> int:
    """Some retire or work elsewhere; the others of them get their cards."""
    for n, held in enumerate(leaving_now):
        on = first + timedelta(days=days * n // len(leaving_now))
        reason = ("retired", "left_work")[n % 2]
        with as_of(moment(on)):
            leaving.leave(membership=held, on=on, reason=reason, by=None)
    return len(leaving_now)


def _move(pen: Pen, moving: list[Membership], first: date, days: int) -> int:
    """Some go to another of the unions; the last of them still waits for its answer."""
    for n, held in enumerate(moving):
        to = pen.unions[(n * 5 + 3) % len(pen.unions)]
        if to.pk == held.unit_id:
            continue
        on = first + timedelta(days=days * n // len(moving))
        with as_of(moment(on)):
            card = {"number": f"10{held.person_id:08d}", "kind": "plain", "issue": "new"}
            keeping.issue_card(membership=held, on=on, by=None, **card)
            asked = transfers.ask(membership=held, to=to, on=on, by=pen.keeper(held.unit))
            if n < len(moving) - 1:
                transfers.accept(transfer=asked, on=on, by=pen.keeper(to))
    return len(moving)
