"""A template is data. Whatever could run, fetch, hide or swell is refused, with a sentence that says what and how to mend."""

import io
import struct
import zipfile

import pytest
from PIL import Image

from congdoan.base.errors import Refused
from congdoan.reports import safety
from congdoan.reports.checking import tags_of
from congdoan.reports.package import zipped
from congdoan.reports.vocabulary import of_catalogue
from congdoan.reports.wording.half_year import HALF_YEAR
from tests.reports.papers import in_document, line, paper, with_part

PLAIN = paper("Có {{số: CAR-04}} suất.")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def refused(template: bytes) -> str:
    with pytest.raises(Refused) as error:
        tags_of(template, of_catalogue())
    assert error.value.field == "template"
    return error.value.sentence


def field(*pieces: str) -> str:
    """A complex field whose instruction is cut into these pieces."""
    cut = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{cut}'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def related(kind: str, target: str, mode: str = "") -> bytes:
    """The plain template with one more relation of its body."""
    parts = safety.read_parts(PLAIN)
    relations = parts["word/_rels/document.xml.rels"].decode()
    more = f'<Relationship Id="rIdX" Type="{RELATIONS}/{kind}" Target="{target}" {mode}/></Relationships>'
    return with_part(
        PLAIN, {"word/_rels/document.xml.rels": relations.replace("</Relationships>", more).encode()}
    )


def typed(name: str, data: bytes, kind: str) -> bytes:
    """The plain template with one more part of this content type."""
    types = safety.read_parts(PLAIN)[safety.TYPES_PART].decode()
    more = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
    return with_part(PLAIN, {safety.TYPES_PART: types.replace("</Types>", more).encode(), name: data})


def archive(*entries: tuple[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries:
            file.writestr(name, data)
    return made.getvalue()


def test_our_own_template_and_a_plain_one_are_fine() -> None:
    safety.check(HALF_YEAR.path.read_bytes())
    safety.check(PLAIN)
    assert len(tags_of(PLAIN, of_catalogue())) == 1


NO_WORD_FILES = {
    "nothing": b"",
    "a zip's first bytes": b"PK\x03\x04",
    "a page": b"<html></html>",
    "a PDF": b"%PDF-1.7",
    "a zip cut short": archive(("a.txt", b"x"))[:-5],
}


@pytest.mark.parametrize("data", NO_WORD_FILES.values(), ids=NO_WORD_FILES)  # a zip bears the clock: no name
def test_what_is_no_word_file_is_told_so(data: bytes) -> None:
    assert "không phải là tệp Word .docx" in refused(data)


def test_an_old_or_locked_word_file_is_told_so() -> None:
    assert "có mật khẩu hoặc là dạng .doc đời cũ" in refused(b"\xd0\xcf\x11\xe0" + b"\0" * 500)


def test_another_kind_of_office_file_is_told_so() -> None:
    macro = safety.read_parts(PLAIN)[safety.TYPES_PART].replace(
        safety.MAIN.encode(), b"application/vnd.ms-word.document.macroEnabled.main+xml"
    )
    assert "hãy lưu lại dạng .docx" in refused(with_part(PLAIN, {safety.TYPES_PART: macro}))


def test_macros_are_refused() -> None:
    assert "có chứa macro" in refused(
        typed("word/vbaProject.bin", b"x", "application/vnd.ms-office.vbaProject")
    )


def test_embedded_files_are_refused() -> None:
    excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert "embeddings/a.xlsx" in refused(typed("word/embeddings/a.xlsx", b"PK", excel))
    assert "nhúng bên trong" in refused(related("oleObject", "embeddings/a.bin"))
    assert "nhúng bên trong" in refused(in_document(PLAIN, "<w:p><w:r><w:object/></w:r></w:p>"))
    assert "nhúng bên trong" in refused(in_document(PLAIN, '<w:altChunk r:id="x" xmlns:r="r"/>'))


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("hyperlink", "https://evil.example/"),
        ("image", "http://evil.example/p.png"),
        ("image", "file://server/share/p.png"),
        ("header", "\\\\server\\share\\h.xml"),
    ],
)
def test_links_to_the_outside_are_refused(kind: str, target: str) -> None:
    assert "có liên kết ra ngoài" in refused(related(kind, target, 'TargetMode="External"'))


@pytest.mark.parametrize(
    "target", ["../../../etc/passwd", "/etc/passwd", "https://evil.example/p.png", "media/missing.png"]
)
def test_relations_point_at_parts_of_the_file_only(target: str) -> None:
    assert "thành phần không được dùng" in refused(related("image", target))


def test_another_template_behind_it_is_refused() -> None:
    assert "mẫu Word khác" in refused(
        related("attachedTemplate", "file:///c:/x.dotm", 'TargetMode="External"')
    )


@pytest.mark.parametrize(
    "pieces",
    [
        ("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe",),
        ("DD", "EAU", "TO x"),
        ("INCLUDETEXT file:///etc/passwd",),
        ("INCLUDEPICTURE http://evil.example/x",),
        ("HYPERLINK http://evil.example",),
        ("MERGEFIELD Name",),
        ("PAGE DDE",),
        ("",),
    ],
)
def test_fields_that_fetch_or_run_are_refused_however_they_are_cut(pieces: tuple[str, ...]) -> None:
    assert "chỉ được dùng số trang" in refused(in_document(PLAIN, field(*pieces)))


def test_a_field_inside_a_field_is_read_too() -> None:
    inner = field("DDE x").removeprefix("<w:p>").removesuffix("</w:p>")
    outer = field(" PAGE ").replace("<w:r><w:instrText>", inner + "<w:r><w:instrText>", 1)
    assert "DDE x" in refused(in_document(PLAIN, outer))


def test_an_instruction_after_the_result_is_read_too() -> None:
    late = field("PAGE").replace("<w:r><w:t>1</w:t></w:r>", "<w:r><w:instrText>DDE x</w:instrText></w:r>")
    assert "DDE x" in refused(in_document(PLAIN, late))


def test_simple_and_unfinished_fields_are_read_too() -> None:
    assert "chỉ được dùng số trang" in refused(
        in_document(PLAIN, '<w:p><w:fldSimple w:instr="DDE x"/></w:p>')
    )
    assert "chưa đóng" in refused(
        in_document(PLAIN, '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>')
    )
    assert "nằm ngoài trường" in refused(
        in_document(PLAIN, "<w:p><w:r><w:instrText>DDE</w:instrText></w:r></w:p>")
    )


@pytest.mark.parametrize(
    "instruction", [" PAGE ", "NUMPAGES", r"PAGE \* MERGEFORMAT", r"PAGE  \* Arabic  \* MERGEFORMAT"]
)
def test_page_numbers_may_stay(instruction: str) -> None:
    assert tags_of(in_document(PLAIN, field(instruction)), of_catalogue())


def test_pictures_taken_from_elsewhere_are_refused() -> None:
    shape = '<w:p><w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" href="http://evil.example/"/></w:pict></w:r></w:p>'
    assert "lấy từ nơi khác" in refused(in_document(PLAIN, shape))


def test_changes_and_remarks_not_yet_settled_are_refused() -> None:
    assert "Track Changes" in refused(
        in_document(PLAIN, "<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>")
    )
    assert "ghi chú bên lề" in refused(
        in_document(PLAIN, '<w:p><w:r><w:commentReference w:id="1"/></w:r></w:p>')
    )


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://evil.example/x.dtd">',
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
    ],
)
def test_entities_are_refused_unread(prolog: str) -> None:
    part = f"<?xml version='1.0'?>{prolog}<w:document {W}><w:body/></w:document>"
    assert "DTD" in refused(with_part(PLAIN, {"word/document.xml": part.encode()}))
    assert "DTD" in refused(
        with_part(PLAIN, {"word/document.xml": part.replace("1.0", "1.0' encoding='utf-16").encode("utf-16")})
    )


def test_xml_that_is_broken_or_endlessly_deep_is_refused() -> None:
    assert "không đọc được" in refused(with_part(PLAIN, {"word/document.xml": b"<w:document"}))
    deep = f"<w:document {W}>" + "<w:x>" * 5000 + "</w:x>" * 5000 + "</w:document>"
    assert "lồng nhau quá sâu" in refused(with_part(PLAIN, {"word/document.xml": deep.encode()}))


@pytest.mark.parametrize(
    "name", ["../evil.xml", "/etc/cron.d/x", "word\\..\\x.xml", "C:/x.xml", "word/./../x.xml", "a//b.xml"]
)
def test_names_that_leave_the_file_are_refused(name: str) -> None:
    entries = [*safety.read_parts(PLAIN).items(), (name, b"<x/>")]
    assert "tên không được dùng" in refused(archive(*entries))


def test_two_parts_of_one_name_are_refused() -> None:
    entries = [*safety.read_parts(PLAIN).items(), ("WORD/document.xml", b"<x/>")]
    assert "tên không được dùng" in refused(archive(*entries))


def test_a_zip_bomb_is_refused_before_it_opens() -> None:
    bomb = zipped(safety.read_parts(PLAIN) | {"word/media/x.xml": b"\0" * (safety.LARGEST_WHOLE + 1)})
    assert len(bomb) < 100_000
    assert "bung ra nặng hơn 30 MB" in refused(bomb)


def test_a_zip_that_lies_about_its_size_is_refused() -> None:
    bomb = zipped(safety.read_parts(PLAIN) | {"word/media/x.xml": b"\0" * 1_000_000})
    true, false = struct.pack("<I", 1_000_000), struct.pack("<I", 10)
    assert "đã hỏng" in refused(bomb.replace(true, false))


def test_too_many_parts_and_too_large_a_file_are_refused() -> None:
    many = {f"word/a{n}.xml": b"<x/>" for n in range(safety.MOST_PARTS)}
    assert "nhiều nhất là 300" in refused(zipped(safety.read_parts(PLAIN) | many))
    assert "hãy thu nhỏ ảnh" in refused(b"PK" + b"\0" * safety.LARGEST_FILE)


def test_a_picture_is_what_it_says_and_not_gigantic() -> None:
    assert "không đúng là ảnh PNG" in refused(typed("word/media/a.png", b"MZ\x90\x00", "image/png"))
    for side in (9_000, 14_000):
        large = io.BytesIO()
        Image.new("1", (side, side)).save(large, "PNG")
        assert "a.png” quá lớn" in refused(typed("word/media/a.png", large.getvalue(), "image/png"))


def test_a_file_in_another_dialect_is_told_so() -> None:
    strict = b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>'
    assert "lưu lại dạng “Word Document" in refused(with_part(PLAIN, {"word/document.xml": strict}))
    parts = safety.read_parts(PLAIN)
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    types = parts[safety.TYPES_PART].replace(b"document.xml", b"document2.xml")
    elsewhere = archive(*(parts | {safety.TYPES_PART: types}).items())
    assert "không phải là tệp Word .docx thường" in refused(elsewhere)


def test_a_template_cannot_keep_us_busy() -> None:
    assert "quá nhiều thẻ" in refused(paper("{{số: CAR-04}} " * 201))
    assert "quá nhiều thẻ" in refused(paper(*["{{số: CAR-04}} " * 100] * 41))
    assert "quá nhiều thẻ" in refused(paper(line("{{", *"a" * 4001)))
    assert "dài quá mức" in refused(paper("{" * 2_000_001))


def test_many_wrong_tags_are_counted_past_the_first_thirty() -> None:
    assert refused(paper(*[f"{{{{thẻ {n}}}}}" for n in range(35)])).endswith("; và 5 chỗ khác.")


def test_several_faults_are_told_in_one_sentence() -> None:
    template = in_document(
        related("hyperlink", "https://evil.example/", 'TargetMode="External"'), field("DDE x")
    )
    said = refused(template)
    assert "có liên kết ra ngoài" in said
    assert "có trường Word “DDE x”" in said
