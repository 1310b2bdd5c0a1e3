"""How large a country is built, and what that takes."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

REFORM = date(2025, 7, 1)
BEGAN = date(2015, 1, 1)
RATES = {"sqlite": (9_000, 5_000, 60), "postgresql": (5_000, 3_500, 30)}  # members, records, unions a second
BYTES = {"sqlite": (1_900, 1_500), "postgresql": (2_600, 2_200)}  # of a member, of a record with its entries


@dataclass(frozen=True)
class Size:
    """So many of each. `later`: provinces after the reform. `years`: those of records, the last of them 2025."""

    provinces: int = 63
    later: int = 34
    sectors: int = 20
    districts: int = 3_400
    unions: int = 125_000
    members: int = 11_500_000
    records: int = 20_000_000
    years: int = 1

    @property
    def first(self) -> date:
        """The first day anything is recorded."""
        return date(2026 - self.years, 1, 1)

    @property
    def last(self) -> date:
        """The last one."""
        return date(2025, 12, 31)

    @property
    def eve(self) -> date:
        """The day before the reform."""
        return REFORM - timedelta(days=1)

    @property
    def all_records(self) -> int:
        return self.records * self.years


def part(text: str, years: int = 1) -> Size:
    """The country in little (1/1000 …): its provinces are all there, at least one district and two unions in each."""
    share, whole = Fraction(text), Size()
    return Size(
        districts=max(whole.provinces, round(whole.districts * share)),
        unions=max(2 * whole.provinces, round(whole.unions * share)),
        members=round(whole.members * share),
        records=round(whole.records * share),
        years=years,
    )


def foretold(size: Size, vendor: str) -> str:
    """Sizes and minutes, told before anything is written; as small ones went on a machine of two cores."""
    members, records, unions = RATES[vendor]
    seconds = size.members / members + size.all_records / records + size.unions / unions
    of_member, of_record = BYTES[vendor]
    disk = (size.members * of_member + size.all_records * of_record) / 1e6
    what = f"{size.provinces} → {size.later} provinces, {size.sectors} sectors, {size.districts:,} districts, {size.unions:,} unions"
    much = f"{size.members:,} members, {size.all_records:,} records of {size.years} year(s)"
    return f"{what}, {much}: about {seconds / 60:,.0f} minutes and {disk:,.0f} MB"
