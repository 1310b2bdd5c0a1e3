"""Sentences with nothing to say are left out, and what stays reads as if they had never been there."""

from dataclasses import replace

import pytest

from congdoan.reports.answers import Answer
from congdoan.reports.tags import Tag
from tests.reports.papers import lines, paper, said
from tests.reports.sample import answer, made, nothing

PRIZES = (
    "Trao [[{{số: CUL-05 | lọc = giải: nhất}} giải Nhất]][[, {{số: CUL-05 | lọc = giải: nhì}} giải Nhì]]"
    "[[ và {{số: CUL-05 | lọc = giải: ba}} giải Ba]]."
)


def only(*codes: str):
    """Answers where nothing but these codes, or these prizes, has anything."""

    def ask(tag: Tag) -> Answer:
        full = answer(tag)
        known = tag.code in codes or (tag.where and tag.where[0][1] in codes)
        return full if known else replace(full, value=0, num=0 if full.den else None, rows=())

    return ask


def test_a_sentence_goes_when_every_figure_in_it_is_empty() -> None:
    template = paper("Mở đầu. [[Trao {{số: CAR-04}} suất cho {{số: CAR-06}} gia đình.]] Kết thúc.")
    assert said(made(template, answers=nothing).docx) == "Mở đầu. Kết thúc."
    assert (
        said(made(template, answers=only("CAR-06")).docx) == "Mở đầu. Trao 0 suất cho 142 gia đình. Kết thúc."
    )


def test_a_sentence_that_names_its_figure_goes_with_that_one_alone() -> None:
    template = paper("[[CAR-04: Trao quà cho {{số: CAR-06}} gia đình.]] Hết.")
    assert said(made(template, answers=only("CAR-06")).docx) == "Hết."
    assert said(made(template, answers=only("CAR-04")).docx) == "Trao quà cho 0 gia đình. Hết."


def test_a_figure_nobody_could_report_counts_as_empty() -> None:
    def unknown(tag: Tag) -> Answer:
        return replace(answer(tag), value=None)

    assert said(made(paper("Có. [[{{số: CAR-04}} suất.]]"), answers=unknown).docx) == "Có."
    assert said(made(paper("Có {{số: CAR-04}} suất."), answers=unknown).docx) == "Có (chưa có số liệu) suất."


def test_a_paragraph_left_without_words_goes() -> None:
    assert lines(made(paper("Một.", "[[{{số: CAR-04}} suất.]]", "Hai."), answers=nothing).docx) == [
        "Một.",
        "Hai.",
    ]


@pytest.mark.parametrize(
    ("won", "text"),
    [
        (("first", "second", "third"), "Trao 01 giải Nhất, 02 giải Nhì và 03 giải Ba."),
        (("second", "third"), "Trao 02 giải Nhì và 03 giải Ba."),
        (("third",), "Trao 03 giải Ba."),
        (("first", "second"), "Trao 01 giải Nhất và 02 giải Nhì."),
        (("first", "third"), "Trao 01 giải Nhất và 03 giải Ba."),
    ],
)
def test_a_row_of_parts_keeps_its_commas_right(won: tuple[str, ...], text: str) -> None:
    assert said(made(paper(PRIZES), answers=only(*won)).docx) == text


def test_a_sentence_inside_a_sentence_goes_alone_or_with_it() -> None:
    template = paper("[[Thăm {{số: CAR-01}} lượt[[, chi {{số: CAR-02}}]].]] Hết.")
    assert said(made(template, answers=only("CAR-01")).docx) == "Thăm 430 lượt. Hết."
    assert said(made(template, answers=nothing).docx) == "Hết."


def test_what_then_begins_a_paragraph_begins_with_a_capital() -> None:
    assert (
        said(made(paper("[[Trao {{số: CAR-04}} suất, ]]đồng thời thăm hỏi."), answers=nothing).docx)
        == "Đồng thời thăm hỏi."
    )


def test_what_was_left_out_is_told() -> None:
    found = made(paper("Có. [[{{số: CAR-04}} suất.]]"), answers=nothing)
    assert found.left_out == ("[[{{số: CAR-04}} suất.]]",)


def test_a_fact_alone_gives_an_optional_sentence_nothing_to_say() -> None:
    assert said(made(paper("Có. [[{{công đoàn}} trao {{số: CAR-04}} suất.]]"), answers=nothing).docx) == "Có."


def test_after_a_noun_each_clause_keeps_its_comma() -> None:
    template = paper("Thăm {{số: CAR-04}} lượt[[, {{số: CAR-06}} gia đình]][[, số tiền {{số: CAR-05}}]].")
    assert said(made(template, answers=only("CAR-04", "CAR-05")).docx) == (
        "Thăm 179 lượt, số tiền 82,1 triệu đồng."
    )


def test_what_follows_two_sentences_left_out_begins_the_paragraph() -> None:
    template = paper("[[Có {{số: CAR-06}} hộ.]] [[Có {{số: CAR-07}} cháu.]] [[có {{số: CAR-04}} suất.]]")
    assert said(made(template, answers=only("CAR-04")).docx) == "Có 179 suất."
