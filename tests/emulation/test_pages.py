"""The pages of proposals, councils, decisions: what is typed is kept, what is done is shown, a neighbour finds nothing."""

import io
import uuid
import zipfile
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document
from docx.oxml.ns import qn

from congdoan.emulation import papers, queries
from congdoan.emulation.models import Council, Decision, Proposal
from tests.cast import Cast
from tests.emulation.acts import council, decided, department, person, proposal, sent, voted
from tests.records.filled import as_


def typed(cast: Cast, **more: Any) -> dict[str, Any]:
    said = {
        "uid": str(uuid.uuid4()), "cd": "laocai-bao", "award": "letter", "issuer": "upper", "scope": "full",
        "achievement_year": "2023", "proposed_on": "2024-01-10", "people-row": ["0"],
        "people-0-name": "Giàng Seo Lử", "people-0-relation": "member", "people-0-reason": "Ba sáng kiến",
    }  # fmt: skip
    return said | more


def test_a_proposal_is_written_sent_heard_and_decided_page_by_page(cast: Cast) -> None:
    below, above = as_(cast, "officer"), as_(cast, "officer")
    written = below.post(f"{reverse('proposal_new')}?cd=laocai-bao", typed(cast))
    made = Proposal.objects.get()
    assert written.url == reverse("proposal", args=[made.uid])
    assert "Ba sáng kiến" in below.get(written.url).content.decode()
    below.post(reverse("proposal_send", args=[made.uid]))
    page = above.get(f"{reverse('emulation')}?cd=laocai-cdvc").content.decode()
    assert "chờ trình hội đồng" in page
    said = {"cd": "laocai-cdvc", "proposals": [made.uid], "met_on": "2024-01-20", "members": "5",
            "attendees": "Trần Văn Bình\nPhạm Thị Hòa", "chair": "Trần Văn Bình", "secretary": "Phạm Thị Hòa"}  # fmt: skip
    met = above.post(reverse("council_new"), said)
    one = made.candidates.get()
    above.post(met.url, {f"for-{one.uid}": "2", f"against-{one.uid}": "0"})
    new = reverse("decision_new", args=[made.uid])
    assert "checked" in above.get(new).content.decode()
    signed = {"number": "12/QĐ-CĐVC", "signed_on": "2024-01-25", "signer": "Trần Văn Bình", "signer_title": "CHỦ TỊCH",
              "bonus": "rule", "fund": "cdvc-kinh-phi", f"yes-{one.uid}": "on"}  # fmt: skip
    done = above.post(new, signed)
    assert "540.000 đồng" in above.get(done.url).content.decode()
    assert Decision.objects.get().record.through == Decision.objects.get().uid


def test_what_was_typed_is_kept_when_it_is_refused(cast: Cast) -> None:
    client = as_(cast, "officer")
    answer = client.post(reverse("proposal_new"), typed(cast, award="medal"))
    page = answer.content.decode()
    assert (answer.status_code, Proposal.objects.count()) == (422, 0)
    assert "Kỷ niệm chương" in page
    assert "Ba sáng kiến" in page


def test_without_javascript_a_row_is_added_and_nothing_saved(cast: Cast) -> None:
    answer = as_(cast, "officer").post(reverse("proposal_new"), typed(cast, _lam="them-dong:people"))
    assert 'name="people-1-name"' in answer.content.decode()
    assert not Proposal.objects.exists()


def test_candidates_are_pasted_like_any_list(cast: Cast) -> None:
    url = reverse("lines_paste", args=["proposal", "people"])
    answer = as_(cast, "officer").post(
        url, {"cd": "laocai-bao", "people-dan": "1\tLù Thị Páo\t\tHai sáng kiến"}
    )
    assert "Hai sáng kiến" in answer.content.decode()


def test_too_many_votes_are_said_beside_the_input(cast: Cast) -> None:
    met = council(sent(cast))
    (one,) = met.proposals.get().candidates.all()
    answer = as_(cast, "officer").post(reverse("council", args=[met.uid]), {f"for-{one.uid}": "9"})
    assert answer.status_code == 422
    assert "chỉ 4 thành viên có mặt" in answer.content.decode()


def test_a_chair_sees_what_came_of_its_proposal_but_not_the_council(cast: Cast) -> None:
    asked = sent(cast, "laocai-tu-phap", person())
    met = council(asked)
    made = decided(met, *[(one, "") for one in voted(met)])
    client = as_(cast, "chair")
    page = client.get(reverse("proposal", args=[asked.uid])).content.decode()
    assert "Quyết định số 12/QĐ-CĐVC" in page
    for name, what in (("council", met), ("decision", made)):
        assert client.get(reverse(name, args=[what.uid])).status_code == 404
    register = client.get(reverse("award_register")).content.decode()
    assert "Giàng Seo Lử" in register
    other = as_(cast, "other_chair")
    assert other.get(reverse("proposal", args=[asked.uid])).status_code == 404
    assert "Giàng Seo Lử" not in other.get(reverse("award_register")).content.decode()


def test_a_reader_changes_nothing(cast: Cast) -> None:
    asked = proposal(cast)
    client = as_(cast, "reader")
    assert client.get(reverse("proposal", args=[asked.uid])).status_code == 200
    assert client.post(reverse("proposal_send", args=[asked.uid])).status_code == 403
    assert client.post(reverse("award_quotas"), {"award": "letter"}).status_code in (403, 422)
    asked.refresh_from_db()
    assert asked.state == "draft"


def test_the_register_is_searched_without_accents_and_names_stay_out_of_the_address(cast: Cast) -> None:
    met = council(sent(cast, "laocai-bao", person(), department()))
    decided(met, *[(one, "") for one in voted(met)])
    client = as_(cast, "officer")
    found = client.post(reverse("award_register"), {"q": "giang seo"})
    assert "giang" not in found.url
    page = client.get(found.url).content.decode()
    assert ("Giàng Seo Lử" in page, "Phòng Tổng hợp" in page) == (True, False)
    assert "<b>2</b>" in client.get(f"{reverse('award_register')}?nam=2023&ht=letter").content.decode()
    assert "<b>0</b>" in client.get(f"{reverse('award_register')}?nam=2022").content.decode()
    assert client.get(reverse("award_register"), {"dang": "xlsx"}).content.startswith(b"PK")


def words(content: bytes) -> str:
    """What the file says, all of it."""
    document: Any = Document(io.BytesIO(content))
    return " ".join(part.text for part in document.element.body.iter(qn("w:t")) if part.text)


def test_the_papers_say_what_was_asked_voted_and_granted(cast: Cast) -> None:
    asked = sent(cast, "laocai-bao", person(), department(), number="05/TTr-CĐCS")
    met = council(asked)
    made = decided(met, *[(one, "") for one in voted(met)])
    grants = queries.granted(made)
    request, minutes = words(papers.proposal_paper(asked)), words(papers.minutes_paper(met))
    decision = words(papers.decision_paper(made, grants))
    assert "05/TTr-CĐCS" in request
    assert "Kính gửi: Công đoàn Viên chức tỉnh Lào Cai" in request
    assert "Có mặt 04/05 thành viên" in minutes
    assert "12/QĐ-CĐVC" in decision
    assert "01 tập thể, 01 cá nhân" in decision
    assert "{{" not in request + minutes + decision


def test_each_who_is_granted_has_a_certificate_on_a_page_across(cast: Cast) -> None:
    met = council(sent(cast, "laocai-bao", person(), person("Lù Thị Páo"), department()))
    made = decided(met, *[(one, "") for one in voted(met)])
    content = papers.certificates_paper(made, queries.granted(made))
    text, document = words(content), Document(io.BytesIO(content))
    assert text.count("GIẤY KHEN") == 3
    assert text.count("Quyết định số: 12/QĐ-CĐVC") == 3
    assert all(name in text for name in ("Giàng Seo Lử", "Lù Thị Páo", "Phòng Tổng hợp"))
    assert document.sections[0].page_width > document.sections[0].page_height
    xml = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    assert xml.count("w:pageBreakBefore") == 2
    assert papers.certificates_paper(made, queries.granted(made)) == content


@pytest.mark.parametrize(
    "name", ["emulation", "proposals", "proposal_new", "council_new", "award_quotas", "award_titles"]
)
@pytest.mark.parametrize("part", ["chair", "officer", "reader"])
def test_every_page_opens_for_those_who_may(cast: Cast, name: str, part: str) -> None:
    status = as_(cast, part).get(reverse(name)).status_code
    assert status == (403 if part == "reader" and name in ("proposal_new", "council_new") else 200)


def test_the_same_council_form_twice_meets_once(cast: Cast) -> None:
    asked, uid = sent(cast), uuid.uuid4()
    assert council(asked, uid=uid) == council(asked, uid=uid)
    assert Council.objects.count() == 1


def test_a_stranger_is_led_to_the_door(cast: Cast) -> None:
    assert Client().get(reverse("emulation")).url.startswith("/dang-nhap")
