"""A combination of breakdowns is written one way only, reads back, and a breakdown that doesn't exist is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congdoan.base.errors import Refused
from congdoan.funds.models import Fund
from congdoan.ledger.conditions import parse_where
from congdoan.ledger.cuts import DIMENSIONS, VALUES, label, pack, unpack

WORDS = st.text(min_size=1).filter(lambda text: not set(text) & set(";="))
COMBINATIONS = st.dictionaries(st.sampled_from(sorted(DIMENSIONS)), WORDS)


@given(COMBINATIONS)
def test_a_combination_reads_back(values):
    assert unpack(pack(values)) == values


@given(COMBINATIONS)
def test_the_order_in_which_values_were_given_leaves_no_trace(values):
    assert pack(dict(reversed(values.items()))) == pack(values)


def test_a_combination_is_written_in_the_order_of_its_names():
    assert pack({"occasion": "tet", "form": "cash"}) == "form=cash;occasion=tet"


def test_a_value_not_given_is_left_out():
    assert pack({"form": "cash", "occasion": ""}) == "form=cash"
    assert pack({}) == ""
    assert unpack("") == {}


@pytest.mark.parametrize("value", ["gạo; mì", "a=b"])
def test_a_value_with_a_mark_of_the_writing_is_refused(value):
    with pytest.raises(Refused, match="Hiện vật") as refusal:
        pack({"goods": value})
    assert refusal.value.field == "goods"


def test_a_value_is_shown_by_its_name_and_one_without_as_written():
    assert label("recipient", "family") == "Gia đình"
    assert label("goods", "gạo") == "gạo"
    assert label("round", "2") == "2"


def test_every_value_of_a_breakdown_has_a_name_of_its_own():
    for dimension, values in VALUES.items():
        assert len(set(values.values())) == len(values), dimension
        assert all(unpack(pack({dimension: value})) == {dimension: value} for value in values)


def test_the_sources_of_money_are_called_as_the_funds_call_them():
    assert VALUES["source"] == dict(Fund.Source.choices)


def test_conditions_are_read_as_typed():
    assert parse_where(["form=cash", " topic = new_countryside"]) == {
        "form": "cash",
        "topic": "new_countryside",
    }
    assert parse_where([]) == {}


def test_a_breakdown_that_does_not_exist_is_refused_with_those_that_do():
    with pytest.raises(Refused, match=r"“colour”.*form.*topic"):
        parse_where(["colour=red"])


@pytest.mark.parametrize("typed", ["form", "form=", "=cash", "", "topic=a=b"])
def test_what_is_no_condition_is_refused(typed):
    with pytest.raises(Refused):
        parse_where([typed])


def test_one_breakdown_is_asked_for_one_value():
    with pytest.raises(Refused, match="hai lần"):
        parse_where(["form=cash", "form=goods"])
