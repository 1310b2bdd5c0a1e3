"""Care: what members' children get for school."""

from datetime import date

from congdoan.members.models import Person
from tests.cast import Cast, care
from tests.records.said import member, split, value

DAY = date(2024, 5, 30)


def test_books_prizes_and_scholarships_of_members_children_are_told_apart(cast: Cast) -> None:
    union, fund = cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"]
    children = [member(union, f"Cháu {n}", relation=Person.Relation.CHILD) for n in range(3)]
    for programme, cash in (("school", 1_400_000), ("praise", 350_000), ("scholarship", 1_000_000)):
        lines = [{"person": child, "cash": cash} for child in children]
        care(union, fund, DAY, programme=programme, occasion="school_year", lines=lines)
    assert value("CAR-26", cast["laocai-cdvc"], "2024-H1") == 4_200_000
    assert value("CAR-27", cast["laocai-cdvc"], "2024-H1") == 3
    assert value("CAR-28", cast["laocai-cdvc"], "2024-H1") == 4_050_000
    assert split("CAR-28", cast["laocai-cdvc"], "2024", "reward") == {
        "praise": 1_050_000,
        "scholarship": 3_000_000,
    }
    assert value("CAR-36", cast["laocai-cdvc"], "2024-H1") == 8_250_000
