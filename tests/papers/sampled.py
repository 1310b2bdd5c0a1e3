"""Samples of this room's addresses: a paper with a scan, a report asked for and owed, a plan with a line."""

from datetime import date
from typing import Any

from congdoan.papers import actions
from congdoan.records.files import read
from tests.cast import Cast
from tests.papers.acts import UNION, asked_for, came, line, owed, plan
from tests.records.pictures import photo, sent


def filed(cast: Cast) -> dict[str, dict[str, Any]]:
    """All of the upper union, but for the report its grassroots union owes."""
    paper, asked = came(cast, due_on=date(2024, 3, 20)), asked_for(cast)
    scan = actions.keep_scan(paper=paper, content=read(sent("vb.jpg", photo())), by=None)
    made = plan(cast)
    meant = line(made)
    return {
        **each("paper_number paper_new", way="di"),
        **each("paper paper_amend paper_withdraw paper_done paper_scan", uid=paper.uid),
        **each("scan scan_remove", uid=scan.uid),
        **each("report_asked report_asked_withdraw", uid=asked.uid),
        **each("report_due report_unfile", uid=owed(asked, cast, UNION).uid),
        **each("plan plan_change plan_drop plan_word plan_line_new", uid=made.uid),
        **each("plan_line plan_line_change plan_line_drop plan_line_done plan_line_records", uid=meant.uid),
    }


def each(names: str, **arguments: Any) -> dict[str, dict[str, Any]]:
    """The same arguments for several addresses."""
    return dict.fromkeys(names.split(), arguments)
