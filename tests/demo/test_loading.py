"""A load that was stopped goes on where it stopped; a book of one's own is left alone."""

from collections.abc import Callable
from datetime import date

import pytest

from congdoan.base.errors import Refused
from congdoan.demo import loading
from congdoan.org.models import Unit
from tests.cast import found

pytestmark = pytest.mark.django_db


def step(code: str, *, stopped: bool = False) -> loading.Step:
    """A step that founds one union, or is stopped right after it."""

    def run() -> str:
        found(code, "confederation", code, None, date(2010, 1, 1))
        if stopped:
            raise KeyboardInterrupt
        return "1 công đoàn"

    return loading.Step(code, code, run)


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Load a demo of these steps; gives what was said."""

    def run(*steps: loading.Step) -> list[str]:
        said: list[str] = []
        monkeypatch.setattr(loading, "STEPS", steps)
        loading.load(said.append)
        return said

    return run


def test_a_stopped_load_goes_on_where_it_stopped(load: Callable[..., list[str]]) -> None:
    with pytest.raises(KeyboardInterrupt):
        load(step("one"), step("two", stopped=True))
    assert list(Unit.objects.values_list("code", flat=True)) == ["one"]
    said = load(step("one"), step("two"))
    assert said[:2] == [
        "Lần nạp trước dừng giữa chừng; nạp tiếp từ “two”.",
        "[2/2] two: 1 công đoàn.",
    ]
    assert Unit.objects.count() == 2


def test_a_loaded_demo_is_not_loaded_again(load: Callable[..., list[str]]) -> None:
    assert load(step("one"))[1] == "[1/1] one: 1 công đoàn."
    assert load(step("one")) == []


def test_a_book_with_unions_of_its_own_is_left_alone(load: Callable[..., list[str]]) -> None:
    found("own", "confederation", "Của mình", None)
    with pytest.raises(Refused, match="CONGDOAN_HOME"):
        load(step("one"))
    assert Unit.objects.count() == 1
