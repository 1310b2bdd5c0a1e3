"""Addresses of the reports' room."""

from django.urls import path

from . import views, views_beside, views_steps, views_templates

urlpatterns = [
    path("", views.reports, name="reports"),
    path("soan", views.report_begin, name="report_begin"),
    path("mau", views_templates.templates, name="report_templates"),
    path("mau/<str:name>/tep", views_templates.template_file, name="template_file"),
    path("mau/<str:name>/bo", views_templates.template_retire, name="template_retire"),
    path("cua-viec/<uuid:uid>", views_beside.record_reports, name="record_reports"),
    path("in-so/<str:code>", views_beside.figure_reports, name="figure_reports"),
    path("<uuid:uid>", views.report, name="report"),
    path("<uuid:uid>/viet", views.report_write, name="report_write"),
    path("<uuid:uid>/so/<str:code>", views_beside.report_figure, name="report_figure"),
    path("<uuid:uid>/tien-than", views_steps.report_lay_over, name="report_lay_over"),
    path("<uuid:uid>/chot", views_steps.report_freeze, name="report_freeze"),
    path("<uuid:uid>/van-dung", views_steps.report_uphold, name="report_uphold"),
    path("<uuid:uid>/bo-chot", views_steps.report_thaw, name="report_thaw"),
    path("<uuid:uid>/ban-hanh", views_steps.report_issue, name="report_issue"),
    path("<uuid:uid>/gui", views_steps.report_send, name="report_send"),
    path("<uuid:uid>/tep.<slug:form>", views.report_file, name="report_file"),
]
