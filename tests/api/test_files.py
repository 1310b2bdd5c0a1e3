"""Files of records over HTTP: sent as a browser sends them, kept and checked as those are."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from congdoan.records.record import Attachment
from tests.api.program import VISIT, Program, program, said
from tests.cast import Cast
from tests.records.pictures import PDF, located, photo

pytestmark = pytest.mark.django_db


def photographed(colour: str = "navy") -> dict[str, object]:
    return {"uploads": [SimpleUploadedFile("tham.jpg", photo(colour=colour))], "caption": "Thăm tại nhà"}


def recorded(mine: Program) -> str:
    return str(said(mine.send("/kinds/care/records", VISIT))["uid"])


def test_a_photo_is_kept_listed_and_handed_out(cast: Cast) -> None:
    mine = program(cast, "chair")
    record = recorded(mine)
    made = said(mine.upload(f"/records/{record}/attachments", photographed()))["uid"]
    (told,) = said(mine.get(f"/records/{record}/attachments"))
    assert (told["uid"], told["media_type"], told["caption"]) == (made, "image/jpeg", "Thăm tại nhà")
    answer = mine.get(f"/attachments/{made}")
    assert (answer["Content-Type"], len(answer.content)) == ("image/jpeg", told["size"])
    assert mine.get(f"/attachments/{made}/small")["Content-Type"] == "image/jpeg"


def test_the_same_sent_again_under_its_key_is_there_once(cast: Cast) -> None:
    mine = program(cast, "chair")
    path = f"/records/{recorded(mine)}/attachments"
    first = said(mine.upload(path, photographed(), key="ảnh 1"))
    assert said(mine.upload(path, photographed(), key="ảnh 1")) == first
    assert said(mine.upload(path, photographed("red"), key="ảnh 1"), 409)["error"]["code"] == "key_used"
    assert Attachment.objects.count() == 1


def test_where_a_photo_was_taken_is_not_kept(cast: Cast) -> None:
    mine = program(cast, "chair")
    sent = {"uploads": [SimpleUploadedFile("tham.jpg", located())]}
    made = said(mine.upload(f"/records/{recorded(mine)}/attachments", sent))["uid"]
    assert b"22.4856" not in mine.get(f"/attachments/{made}").content


@pytest.mark.parametrize(
    ("name", "content"), [("a.pdf", b""), ("a.jpg", PDF), ("a.exe", b"MZ" * 99), ("a.pdf", PDF[:20])]
)
def test_what_is_no_photo_and_no_whole_pdf_is_refused(cast: Cast, name: str, content: bytes) -> None:
    mine = program(cast, "chair")
    path = f"/records/{recorded(mine)}/attachments"
    error = said(mine.upload(path, {"uploads": [SimpleUploadedFile(name, content)]}), 422)["error"]
    assert [one["field"] for one in error["fields"]] == ["uploads"]
    assert not Attachment.objects.exists()


def test_what_is_broken_on_the_way_is_said_in_the_form_of_errors(cast: Cast) -> None:
    mine = program(cast, "chair")
    path = f"/api/v1/records/{recorded(mine)}/attachments"
    headers = {**mine.headers, "Idempotency-Key": "x"}
    answer = mine.client.post(path, b"none", content_type="multipart/form-data", headers=headers)
    assert said(answer, 400)["error"]["code"] == "bad_request"


def test_a_file_is_described_anew_and_taken_off_with_the_reason(cast: Cast) -> None:
    mine = program(cast, "chair")
    record = recorded(mine)
    made = said(mine.upload(f"/records/{record}/attachments", photographed()))["uid"]
    said(mine.send(f"/attachments/{made}/describe", {"credit": "Ban Nữ công", "consent": True}))
    (told,) = said(mine.get(f"/records/{record}/attachments"))
    assert (told["caption"], told["credit"], told["consent"]) == ("Thăm tại nhà", "Ban Nữ công", True)
    said(mine.send(f"/attachments/{made}/detach", {"why": "ảnh mờ"}))
    assert said(mine.get(f"/records/{record}/attachments")) == []


def test_who_only_reads_adds_no_file(cast: Cast) -> None:
    record = recorded(program(cast, "chair"))
    path = f"/records/{record}/attachments"
    assert program(cast, "reader").upload(path, photographed()).status_code == 403
    assert program(cast, "neighbour").get(path).status_code == 404
