"""Money for care, paid from a fund: shared by the kinds that spend it."""

from typing import Any

from congdoan.funds.models import Fund

from .forms import FundField, RecordForm, funds_for

ALL_CARE = "care.total_money"
BY_SOURCE = {"social": "funds.social_fund_given", "sponsor": "care.sponsored_money"}
TOTALS = frozenset({ALL_CARE, *BY_SOURCE.values()})


def totals(fund: Fund) -> list[str]:
    """What all money for care counts in, besides what it was for."""
    more = BY_SOURCE.get(fund.source)
    return [ALL_CARE, more] if more else [ALL_CARE]


def name_payer(record: Any) -> None:
    """The union whose fund paid, where it is not the one that did it."""
    fund = record.fund
    record.payer = fund.unit if fund and fund.unit_id != record.unit_id else None


class PaidForm(RecordForm):
    """The form of what a fund pays for: the union's own funds and those above it."""

    fund = FundField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fund"].queryset = funds_for(self.unit)  # type: ignore[attr-defined]
