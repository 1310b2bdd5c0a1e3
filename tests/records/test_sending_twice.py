"""The same form sent twice books once; nothing typed or chosen is lost; what was just written can be taken back."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from congdoan.audit.models import Posting
from congdoan.records import filling
from congdoan.records.record import Attachment, Record
from tests.cast import Cast
from tests.records.filled import URL, as_, care_form, names, saved
from tests.records.pictures import photo, sent
from tests.records.said import value

pytestmark = pytest.mark.django_db
UNIT = "laocai-tu-phap"


def visits(cast: Cast) -> int:
    found = value("care.visits", cast[UNIT], "2024-H1")
    assert isinstance(found, int)
    return found


def test_the_same_form_twice_leads_to_the_same_record(cast: Cast) -> None:
    client, form = as_(cast, "chair"), care_form(("Nguyễn Văn An", "500k"))
    record = saved(client, form)
    assert client.post(URL, form).url == f"/viec/{record.uid}"
    assert (Record.objects.count(), visits(cast)) == (1, 1)


def test_a_form_changed_after_it_was_saved_is_asked_about_and_loses_nothing(cast: Cast) -> None:
    client, form = as_(cast, "chair"), care_form(("Nguyễn Văn An", "500k"))
    saved(client, form)
    answer = client.post(URL, form | {"recipients-0-name": "Lý A Páo"})
    assert "Việc gửi lần trước đã ghi xong." in answer.content.decode()
    again = form | {"recipients-0-name": "Lý A Páo", "uid": str(answer.context["entry"].uid)}
    assert names(saved(client, again)) == ["Lý A Páo"]
    assert visits(cast) == 2


def test_a_uid_of_somebody_elses_record_tells_nothing_of_it(cast: Cast) -> None:
    form = care_form(("Hoàng Thị Kín", "500k"), cd="yenbai-tu-phap", fund="yenbai-xa-hoi")
    foreign = saved(as_(cast, "neighbour"), form)
    answer = as_(cast, "chair").post(URL, care_form(("Lý A Páo", "500k"), uid=str(foreign.uid)))
    assert answer.status_code == 200
    assert str(foreign.uid) not in answer.content.decode()


def test_files_chosen_are_kept_while_the_form_is_mended(cast: Cast) -> None:
    client = as_(cast, "chair")
    answer = client.post(
        URL, care_form(("Nguyễn Văn An", "rất nhiều"), **{"them-uploads": [sent("anh.jpg", photo())]})
    )
    (kept,) = answer.context["staged"]
    assert kept.name == "anh.jpg"
    record = saved(client, care_form(("Nguyễn Văn An", "500k"), kept=[kept.token]))
    assert [file.name for file in record.attachments.all()] == ["anh.jpg"]
    assert not (Path(settings.HOME) / "uploads" / kept.token).exists()


def test_a_kept_file_is_good_only_in_the_session_that_chose_it(cast: Cast) -> None:
    answer = as_(cast, "chair").post(URL, care_form(("", ""), **{"them-uploads": [sent("anh.jpg", photo())]}))
    token = answer.context["staged"][0].token
    record = saved(as_(cast, "officer"), care_form(("Nguyễn Văn An", "500k"), kept=[token]))
    assert not record.attachments.exists()


def test_a_file_that_is_not_what_its_name_says_stops_all_of_it(cast: Cast) -> None:
    client = as_(cast, "chair")
    liar = sent("danh-sach.pdf", photo())
    answer = client.post(
        URL, care_form(("Nguyễn Văn An", "500k"), **{"them-uploads": [liar, sent("anh.jpg", photo())]})
    )
    assert answer.status_code == 422
    assert "danh-sach.pdf" in answer.context["entry"].around["uploads"].errors[0]
    assert [kept.name for kept in answer.context["staged"]] == ["anh.jpg"]
    assert not Record.objects.exists()
    assert not Attachment.objects.exists()


def test_undone_at_once_it_is_out_of_the_figures_and_the_form_comes_back(cast: Cast) -> None:
    client = as_(cast, "chair")
    record = saved(client, care_form(("Nguyễn Văn An", "500k"), note="Thăm tại nhà"))
    answer = client.post(f"/viec/{record.uid}/hoan-tac")
    assert visits(cast) == 0
    entry = client.get(answer.url).context["entry"]
    assert entry.uid != record.uid
    assert entry.form["note"].value() == "Thăm tại nhà"
    assert entry.lists[0].rows[0].form["name"].value() == "Nguyễn Văn An"


def test_undone_its_photos_come_back_too(cast: Cast) -> None:
    client = as_(cast, "chair")
    record = saved(
        client, care_form(("Nguyễn Văn An", "500k"), **{"them-uploads": [sent("anh.jpg", photo())]})
    )
    page = client.get(client.post(f"/viec/{record.uid}/hoan-tac").url)
    (kept,) = page.context["staged"]
    again = saved(client, care_form(("Nguyễn Văn An", "500k"), kept=[kept.token]))
    assert [file.name for file in again.attachments.all()] == ["anh.jpg"]


def test_undoing_is_for_who_wrote_it(cast: Cast) -> None:
    record = saved(as_(cast, "chair"), care_form(("Nguyễn Văn An", "500k")))
    as_(cast, "officer").post(f"/viec/{record.uid}/hoan-tac")
    assert visits(cast) == 1
    assert as_(cast, "other_chair").post(f"/viec/{record.uid}/hoan-tac").status_code == 404


def test_undoing_has_its_time(cast: Cast) -> None:
    client = as_(cast, "chair")
    record = saved(client, care_form(("Nguyễn Văn An", "500k")))
    assert record.made.at is not None
    Posting.objects.filter(pk=record.made_id).update(at=record.made.at - timedelta(minutes=6))
    assert "may_undo" in client.get(f"/viec/{record.uid}?moi=1").context
    assert not client.get(f"/viec/{record.uid}?moi=1").context["may_undo"]
    client.post(f"/viec/{record.uid}/hoan-tac")
    assert visits(cast) == 1


def test_the_toast_offers_to_undo_only_right_after_saving(cast: Cast) -> None:
    client = as_(cast, "chair")
    answer = client.post(URL, care_form(("Nguyễn Văn An", "500k")))
    assert "Hoàn tác" in client.get(answer.url).content.decode()
    assert "Hoàn tác" not in client.get(answer.url.partition("?")[0]).content.decode()


def test_going_on_keeps_everything_but_the_person(cast: Cast) -> None:
    client = as_(cast, "chair")
    record = saved(client, care_form(("Nguyễn Văn An", "500k"), occasion="illness", happened_on="2024-05-02"))
    entry = client.get(f"{URL}?{filling.LIKE}={record.uid}").context["entry"]
    row = entry.lists[0].rows[0].form
    assert (row["name"].value(), row["person"].value(), row["cash"].value()) == (None, None, 500_000)
    assert entry.form["occasion"].value() == "illness"
    assert str(entry.form["happened_on"].value()) == "2024-05-02"


def test_going_on_from_a_record_out_of_sight_leads_nowhere(cast: Cast) -> None:
    record = saved(as_(cast, "chair"), care_form(("Nguyễn Văn An", "500k")))
    assert as_(cast, "other_chair").get(f"{URL}?{filling.LIKE}={record.uid}").status_code == 404


def test_a_form_without_its_token_is_refused(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.users["chair"])
    assert client.post(URL, care_form(("Nguyễn Văn An", "500k"))).status_code == 403
    assert not Record.objects.exists()
