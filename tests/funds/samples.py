"""A book with one of everything, of the union whose addresses are walked."""

import uuid
from datetime import date
from typing import Any

from congdoan.funds import actions, counting, planning, savings, transfers
from congdoan.funds.models import Fund
from congdoan.members.models import Person
from tests.cast import Cast

JANUARY, MARCH, MAY = date(2024, 1, 1), date(2024, 3, 5), date(2024, 5, 20)


def opened(fund: Fund, opening: int = 10_000_000) -> Fund:
    """A fund whose book is open since January 2024."""
    actions.open_book(fund=fund, day=JANUARY, opening=opening, by=None)
    return fund


def booked(cast: Cast, unit: str, name: str) -> dict[str, dict[str, Any]]:
    """What each address of the funds' room names."""
    fund, upper = opened(cast.funds["tu-phap-doan-phi"]), cast["laocai-cdvc"]
    paid = actions.pay(fund=fund, amount=1_000, day=MARCH, item="pay", words="Phụ cấp", party=name, by=None)
    sent = transfers.send(fund=fund, to=upper, amount=2_000, day=MARCH, words="Nộp đoàn phí", by=None)
    count = counting.count_cash(fund=fund, day=MAY, counted=1, by=None).count
    due = planning.expect(unit=fund.unit, paper="settlement", began_on=MARCH, words="Năm 2023", by=None)
    person = Person.objects.get(name=name)
    loan, turn = lent(cast, unit, person), turned(cast, unit, person)
    counting.close_month(unit=fund.unit, year=2024, month=1, by=None)
    return {
        "fund": {"code": fund.code},
        "fund_act": {"code": fund.code, "verb": "thu"},
        "fund_code_add": {"what": "muc"},
        "month_reopen": {"year": 2024, "month": 1},
        "fund_form_file": {"form": "b07", "ending": "xlsx"},
        "voucher": {"uid": paid.uid},
        "voucher_reverse": {"uid": paid.uid},
        "voucher_word": {"uid": paid.uid},
        "transfer": {"uid": sent.uid},
        "count_explain": {"uid": count.uid},
        "disclosure_done": {"uid": due.uid},
        "loan_pay_back": {"uid": loan},
        "turn_pay": {"uid": turn},
    }


def lent(cast: Cast, unit: str, person: Person) -> uuid.UUID:
    fund = actions.set_up(unit=cast[unit], name="Vốn vay", source=Fund.Source.LOANS, by=None)
    return savings.lend(fund=opened(fund), person=person, amount=5_000, months=5, day=MARCH, by=None).uid


def turned(cast: Cast, unit: str, person: Person) -> uuid.UUID:
    fund = actions.set_up(unit=cast[unit], name="Góp vốn", source=Fund.Source.ROTATING, by=None)
    savings.take_turns(fund=opened(fund), turns=[(person, MAY, 5_000)], by=None)
    return fund.turns.get().uid
