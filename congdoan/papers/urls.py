"""Addresses of papers, of reports asked for, of plans."""

from django.urls import path

from . import changing, views, views_asked, views_lines, views_plans

urlpatterns = [
    path("", views.papers, name="papers"),
    path("so-tiep-theo/<slug:way>", changing.paper_number, name="paper_number"),
    path("moi/<slug:way>", changing.paper_new, name="paper_new"),
    path("vb/<uuid:uid>", views.paper, name="paper"),
    path("vb/<uuid:uid>/sua", changing.paper_amend, name="paper_amend"),
    path("vb/<uuid:uid>/huy", changing.paper_withdraw, name="paper_withdraw"),
    path("vb/<uuid:uid>/xong", changing.paper_done, name="paper_done"),
    path("vb/<uuid:uid>/ban-chup", changing.paper_scan, name="paper_scan"),
    path("tep/<uuid:uid>", views.scan, name="scan"),
    path("tep/<uuid:uid>/go", changing.scan_remove, name="scan_remove"),
    path("bao-cao", views_asked.reports_asked, name="reports_asked"),
    path("bao-cao/moi", views_asked.report_ask, name="report_ask"),
    path("bao-cao/<uuid:uid>", views_asked.report_asked, name="report_asked"),
    path("bao-cao/<uuid:uid>/thoi", views_asked.report_asked_withdraw, name="report_asked_withdraw"),
    path("phai-nop/<uuid:uid>", views_asked.report_due, name="report_due"),
    path("phai-nop/<uuid:uid>/bo", views_asked.report_unfile, name="report_unfile"),
    path("ke-hoach", views_plans.plans, name="plans"),
    path("ke-hoach/moi", views_plans.plan_new, name="plan_new"),
    path("ke-hoach/<uuid:uid>", views_plans.plan, name="plan"),
    path("ke-hoach/<uuid:uid>/sua", views_plans.plan_change, name="plan_change"),
    path("ke-hoach/<uuid:uid>/bo", views_plans.plan_drop, name="plan_drop"),
    path("ke-hoach/<uuid:uid>/word", views_plans.plan_word, name="plan_word"),
    path("ke-hoach/<uuid:uid>/them", views_lines.line_new, name="plan_line_new"),
    path("dong/<uuid:uid>", views_lines.line, name="plan_line"),
    path("dong/<uuid:uid>/sua", views_lines.line_change, name="plan_line_change"),
    path("dong/<uuid:uid>/bo", views_lines.line_drop, name="plan_line_drop"),
    path("dong/<uuid:uid>/xong", views_lines.line_done, name="plan_line_done"),
    path("dong/<uuid:uid>/viec", views_lines.line_records, name="plan_line_records"),
]
