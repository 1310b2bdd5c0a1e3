"""Tags are found however Word has cut the line."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from congdoan.reports.layout import paragraph
from congdoan.reports.ooxml import name, node, text_run
from congdoan.reports.runs import CLOSE, OPEN, TAG, paragraph_text, pieces
from tests.reports.papers import body, bold, line, paper, run_of, said
from tests.reports.sample import made

SENTENCE = "[[Đã trao {{số: CAR-04}} suất quà, trị giá {{số: CAR-05}}.]] Hết {{kỳ}}."


@given(st.lists(st.integers(0, len(SENTENCE)), max_size=12))
def test_every_way_to_cut_a_line_gives_the_same_tags(cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(SENTENCE)]
    runs = [SENTENCE[a:b] for a, b in pairwise(edges)]
    found = pieces(line(*runs))
    assert [piece.text for piece in found if piece.kind != "text"] == [
        "[[", "{{số: CAR-04}}", "{{số: CAR-05}}", "]]", "{{kỳ}}",
    ]  # fmt: skip
    assert "".join(piece.text for piece in found) == SENTENCE


def test_kinds_are_told_apart() -> None:
    kinds = [piece.kind for piece in pieces(line("[[CAR-04: ", "có {{số: CAR-04}}", "]]"))]
    assert (kinds[0], TAG in kinds, kinds[-1]) == (OPEN, True, CLOSE)


def test_the_number_is_written_in_the_letters_its_tag_began_in() -> None:
    shape = line("Có ")
    shape.extend([bold("{{số: "), text_run("CAR-04"), text_run("}} suất")])
    docx = made(paper(shape)).docx
    assert run_of(docx, "179").find(f"{name('w:rPr')}/{name('w:b')}") is not None
    assert run_of(docx, " suất").find(name("w:rPr")) is None


def test_spelling_marks_between_runs_are_left_where_they_are() -> None:
    shape = paragraph("BodyText")
    shape.extend([text_run("Có {{số:"), node("w:proofErr", w_type="spellStart"), text_run(" CAR-04}} suất")])
    assert paragraph_text(shape) == "Có {{số: CAR-04}} suất"
    assert said(made(paper(shape)).docx) == "Có 179 suất"


def test_tabs_and_breaks_beside_a_tag_stay() -> None:
    docx = made(paper(line("Năm:\t{{năm}}\t", "\n{{số:", " CAR-04}}\n\n(kèm theo)"))).docx
    shown = [child.tag.rpartition("}")[2] for run in body(docx).iter(name("w:r")) for child in run][:10]
    assert shown == ["t", "tab", "t", "tab", "br", "rPr", "t", "br", "br", "t"]
    assert said(docx) == "Năm:2024179(kèm theo)"


def test_text_boxes_are_filled_once_and_for_themselves() -> None:
    inner = line("{{số: CAR-04}} suất")
    outer = line("Ngoài {{số: CAR-01}} ")
    outer.append(node("w:r", node("w:pict", node("w:txbxContent", inner))))
    docx = made(paper(outer)).docx
    assert (
        said(docx).count("179") == 2
    )  # the outer paragraph's text holds the box's, and the box is one itself
    assert "{{" not in said(docx)
