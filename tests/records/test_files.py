"""Files of records: what they are, not what they say; nothing in them but the picture."""

import io
import stat
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image

from congdoan.audit.models import Event
from congdoan.base import store
from congdoan.base.errors import Refused
from congdoan.records import actions, files
from congdoan.records.record import Attachment, Record, StoredFile
from tests.cast import Cast, care
from tests.records.pictures import PDF, located, photo, sent


@pytest.fixture
def gift(cast: Cast) -> Record:
    return care(cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"], date(2024, 1, 20))


def opened(content: files.Content) -> Image.Image:
    return Image.open(io.BytesIO(content.data))


def test_a_photo_says_no_more_where_it_was_taken_nor_by_whom() -> None:
    sent_photo = located()
    assert Image.open(io.BytesIO(sent_photo)).getexif().get_ifd(0x8825)
    kept = opened(files.read(sent("IMG_1.jpg", sent_photo)))
    assert dict(kept.getexif()) == {}
    assert set(kept.info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
    }
    assert b"22.4856" not in files.read(sent("IMG_1.jpg", sent_photo)).data


def test_a_photo_taken_upright_stands_upright() -> None:
    assert opened(files.read(sent("IMG_1.jpg", located(size=(60, 40))))).size == (40, 60)


@pytest.mark.parametrize(("size", "kept"), [((4800, 1200), (2400, 600)), ((300, 200), (300, 200))])
def test_a_large_photo_is_made_smaller_and_a_small_one_left(
    size: tuple[int, int], kept: tuple[int, int]
) -> None:
    assert opened(files.read(sent("anh.jpg", photo(size=size)))).size == kept


@pytest.mark.parametrize(
    ("kind", "name"), [("PNG", "Ảnh chụp.png"), ("WEBP", "anh.WebP"), ("JPEG", "anh.jpeg")]
)
def test_every_photo_is_kept_as_a_jpeg(kind: str, name: str) -> None:
    content = files.read(sent(name, photo(kind)))
    assert (content.media_type, opened(content).format) == ("image/jpeg", "JPEG")
    assert content.name == f"{Path(name).stem}.jpg"


def test_what_was_transparent_is_white() -> None:
    content = files.read(sent("dau.png", photo("PNG", colour="#00000000")))
    assert opened(content).getpixel((5, 5)) == (255, 255, 255)


def test_a_pdf_is_kept_as_it_is() -> None:
    assert files.read(sent("ds.pdf", PDF)) == files.Content("ds.pdf", PDF, "application/pdf")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("anh.jpg", PDF, "có đuôi .jpg nhưng bên trong là tệp PDF"),
        ("ds.pdf", photo(), "có đuôi .pdf nhưng bên trong là ảnh JPEG"),
        ("anh.png", photo(), "có đuôi .png nhưng bên trong là ảnh JPEG"),
        ("bao-cao.docx", photo(), "có đuôi .docx nhưng"),
        ("anh.jpg", b"<html><script>alert(1)</script></html>", "không phải ảnh"),
        ("anh.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "không phải ảnh"),
        ("chay.jpg", b"MZ" + bytes(200), "không phải ảnh"),
        ("anh.gif", photo("GIF"), "không phải ảnh"),
        ("anh.jpg", "xin chào".encode(), "không phải ảnh"),
        ("IMG.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(50), "là ảnh HEIC"),
        ("anh.jpg", b"", "trống"),
        ("anh.jpg", photo(size=(400, 400), colour="red")[:400], "bị hỏng"),
        ("ds.pdf", PDF[:30], "bị hỏng hoặc chưa tải xong"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(name: str, content: bytes, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        files.read(sent(name, content))
    assert sentence in refused.value.sentence
    assert refused.value.field == "uploads"


def test_a_file_too_large_is_refused(settings: object) -> None:
    settings.FILE_SIZE_LIMIT = 2**20  # type: ignore[attr-defined]
    with pytest.raises(Refused, match="nặng hơn 1 MB"):
        files.read(sent("ds.pdf", PDF + bytes(2**20)))


def test_a_picture_small_in_the_file_and_huge_when_opened_is_refused() -> None:
    file = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(file, "PNG")
    assert len(file.getvalue()) < 100_000
    with pytest.raises(Refused, match="triệu điểm ảnh"):
        files.read(sent("bom.png", file.getvalue()))


def test_a_name_keeps_no_folder_and_stays_short() -> None:
    assert files.read(sent("a.pdf", PDF)).name == "a.pdf"
    upload = sent("x.pdf", PDF)
    upload._name = "..\\..\\etc/" + "d" * 300 + ".pdf"
    name = files.read(upload).name
    assert (len(name), name[:2], name[-4:]) == (150, "dd", ".pdf")


def test_a_file_is_kept_by_its_digest_readable_by_its_owner_alone(gift: Record) -> None:
    attachment = files.attach(record=gift, upload=sent("ds.pdf", PDF), by=None, caption="Danh sách ký nhận")
    path = store.path(attachment.file.digest)
    assert path.read_bytes() == PDF
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.relative_to(settings.STORED_FILES).parts[:2] == (
        attachment.file.digest[:2],
        attachment.file.digest[2:4],
    )
    assert files.open_file(attachment.file.digest) == PDF
    assert Event.objects.filter(action="attach", what=str(gift.uid)).count() == 1


def test_the_same_file_of_the_same_record_is_kept_once(gift: Record) -> None:
    first = files.attach(record=gift, upload=sent("ds.pdf", PDF), by=None)
    assert files.attach(record=gift, upload=sent("ds (1).pdf", PDF), by=None) == first
    assert (Attachment.objects.count(), StoredFile.objects.count()) == (1, 1)


def test_a_refused_file_leaves_nothing(gift: Record) -> None:
    with pytest.raises(Refused):
        files.attach(record=gift, upload=sent("anh.jpg", PDF), by=None)
    assert (Attachment.objects.count(), StoredFile.objects.count()) == (0, 0)
    assert not Event.objects.filter(action="attach").exists()


def test_nothing_is_added_to_a_withdrawn_record(gift: Record) -> None:
    actions.withdraw(record=gift, by=None, why="Ghi nhầm")
    gift.refresh_from_db()
    with pytest.raises(Refused, match="đã hủy"):
        files.attach(record=gift, upload=sent("ds.pdf", PDF), by=None)


def test_a_photo_has_a_thumbnail_and_a_pdf_none(gift: Record) -> None:
    picture = files.attach(record=gift, upload=sent("anh.jpg", photo(size=(1600, 800))), by=None)
    paper = files.attach(record=gift, upload=sent("ds.pdf", PDF), by=None)
    for _ in range(2):
        thumbnail = files.thumbnail(picture.file.digest)
        assert thumbnail is not None
        assert Image.open(io.BytesIO(thumbnail)).size == (400, 200)
    assert files.thumbnail(paper.file.digest) is None


def test_a_file_is_taken_off_with_its_reason_and_can_come_back(gift: Record) -> None:
    attachment = files.attach(record=gift, upload=sent("ds.pdf", PDF), by=None)
    with pytest.raises(Refused, match="lý do"):
        files.detach(attachment=attachment, by=None, why="  ")
    files.detach(attachment=attachment, by=None, why="Nhầm danh sách")
    attachment.refresh_from_db()
    assert attachment.removed is not None
    assert attachment.removed.why == "Nhầm danh sách"
    assert files.attach(record=gift, upload=sent("ds.pdf", PDF), by=None) != attachment


def test_consent_may_be_given_and_taken_back(gift: Record) -> None:
    attachment = files.attach(
        record=gift, upload=sent("anh.jpg", photo()), by=None, caption="Trao quà", consent=True
    )
    files.describe(
        attachment=attachment, by=None, caption="Trao quà Tết", credit="Ảnh: Mai", taken_on=date(2024, 1, 20)
    )
    attachment.refresh_from_db()
    assert (attachment.caption, attachment.credit, attachment.consent) == ("Trao quà Tết", "Ảnh: Mai", False)


@pytest.mark.django_db
@pytest.mark.parametrize("digest", ["../../secret.key", "0" * 64, ""])
def test_only_files_of_the_book_are_opened(digest: str) -> None:
    with pytest.raises(Refused):
        files.open_file(digest)
    assert files.thumbnail(digest) is None


def test_a_file_changed_outside_the_book_is_not_handed_out(gift: Record) -> None:
    attachment = files.attach(record=gift, upload=sent("ds.pdf", PDF), by=None)
    path = store.path(attachment.file.digest)
    path.chmod(0o600)
    path.write_bytes(PDF + b"khac")
    with pytest.raises(Refused, match="bị thay đổi bên ngoài sổ"):
        files.open_file(attachment.file.digest)
    path.write_bytes(PDF)
