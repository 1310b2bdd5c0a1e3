"""Addresses of records. They carry uids, never names."""

from django.urls import path

from . import attachments, lists, live, page, petitions, views

urlpatterns = [
    path("", lists.records, name="records"),
    path("tim-nguoi", live.person_search, name="person_search"),
    path("ghi", views.record_new, name="record_new"),
    path("ghi/<slug:kind>", views.record_form, name="record_form"),
    path("ghi/<slug:kind>/se-cong", live.record_preview, name="record_preview"),
    path("ghi/<slug:kind>/<slug:listed>/dan", live.lines_paste, name="lines_paste"),
    path("ghi/<slug:kind>/<slug:listed>/<slug:field>/tim", live.name_search, name="name_search"),
    path("kien-nghi", petitions.petitions, name="petitions"),
    path("<uuid:uid>/kien-nghi", petitions.petition_waiting, name="petition_waiting"),
    path("<uuid:uid>/kien-nghi/<int:number>", petitions.petition_answer, name="petition_answer"),
    path("tep/<uuid:uid>", attachments.attachment, name="attachment"),
    path("tep/<uuid:uid>/nho", attachments.attachment_small, name="attachment_small"),
    path("tep/<uuid:uid>/chu-thich", attachments.attachment_describe, name="attachment_describe"),
    path("tep/<uuid:uid>/go", attachments.attachment_detach, name="attachment_detach"),
    path("<uuid:uid>", page.record, name="record"),
    path("<uuid:uid>/sua", views.record_amend, name="record_amend"),
    path("<uuid:uid>/huy", views.record_withdraw, name="record_withdraw"),
    path("<uuid:uid>/hoan-tac", views.record_undo, name="record_undo"),
    path("<uuid:uid>/xac-nhan", views.record_confirm, name="record_confirm"),
    path("<uuid:uid>/dinh-kem", attachments.record_attach, name="record_attach"),
    path("<uuid:uid>/in/<slug:paper>", page.record_paper, name="record_paper"),
]
