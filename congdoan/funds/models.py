"""What the funds' room keeps: the book, what is owed by rule or by a day, what members borrow and save together."""

from .book import (
    NAME_SIZE,
    UNION_FINANCE,
    WORDS_SIZE,
    CashCount,
    ClosedMonth,
    Fund,
    Item,
    Leg,
    Transfer,
    Voucher,
)
from .lending import Loan, Turn
from .yearly import Disclosure, Dues, Estimate, EstimateLine, Rate

__all__ = [
    "NAME_SIZE", "UNION_FINANCE", "WORDS_SIZE", "CashCount", "ClosedMonth", "Disclosure", "Dues", "Estimate",
    "EstimateLine", "Fund", "Item", "Leg", "Loan", "Rate", "Transfer", "Turn", "Voucher",
]  # fmt: skip
