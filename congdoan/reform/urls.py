"""Addresses of the tree."""

from django.urls import path

from . import bridge_views, changing, closing_views, plan_steps, plan_views, views

urlpatterns = [
    path("", views.tree, name="tree"),
    path("cong-doan-dau-tien", changing.unit_found_top, name="unit_found_top"),
    path("sap-xep/", plan_views.reforms, name="reforms"),
    path("sap-xep/moi", plan_views.reform_new, name="reform_new"),
    path("sap-xep/tu-tep", plan_views.reform_file, name="reform_file"),
    path("sap-xep/<uuid:uid>", plan_views.reform, name="reform"),
    path("sap-xep/<uuid:uid>/de-xuat", plan_steps.reform_propose, name="reform_propose"),
    path("sap-xep/<uuid:uid>/sua", plan_views.reform_say, name="reform_say"),
    path("sap-xep/<uuid:uid>/them/<slug:do>", plan_steps.reform_step, name="reform_step"),
    path("sap-xep/<uuid:uid>/buoc/<int:number>", plan_steps.reform_step_amend, name="reform_step_amend"),
    path("sap-xep/<uuid:uid>/buoc/<int:number>/bo", plan_steps.reform_step_drop, name="reform_step_drop"),
    path("sap-xep/<uuid:uid>/xem-truoc", plan_views.reform_preview, name="reform_preview"),
    path("sap-xep/<uuid:uid>/thuc-hien", plan_views.reform_carry_out, name="reform_carry_out"),
    path("sap-xep/<uuid:uid>/hoan-tac", plan_views.reform_take_back, name="reform_take_back"),
    path("sap-xep/<uuid:uid>/chep", plan_views.reform_again, name="reform_again"),
    path("sap-xep/<uuid:uid>/bo", plan_views.reform_drop, name="reform_drop"),
    path("sap-xep/<uuid:uid>/ban-chup", plan_views.reform_scan, name="reform_scan"),
    path("sap-xep/<uuid:uid>/quyet-dinh", plan_views.reform_scan_file, name="reform_scan_file"),
    path("sap-xep/<uuid:uid>/tep", plan_views.reform_plan, name="reform_plan"),
    path("cau-noi", bridge_views.bridge, name="bridge"),
    path("cau-noi/chi-tiet", bridge_views.bridge_details, name="bridge_details"),
    path("cau-noi/word", bridge_views.bridge_word, name="bridge_word"),
    path("xac-nhan/<uuid:uid>", closing_views.member_certificate, name="member_certificate"),
    path("<slug:code>", views.unit, name="unit"),
    path("<slug:code>/ban-giao", closing_views.unit_closing, name="unit_closing"),
    path("<slug:code>/ban-giao/bien-ban", closing_views.unit_minutes, name="unit_minutes"),
    path("<slug:code>/lap", changing.unit_found, name="unit_found"),
    path("<slug:code>/ten", changing.unit_rename, name="unit_rename"),
    path("<slug:code>/chuyen", changing.unit_move, name="unit_move"),
    path("<slug:code>/ket-thuc", changing.unit_close, name="unit_close"),
    path("<slug:code>/co-quan", changing.unit_organise, name="unit_organise"),
    path("<slug:code>/co-quan/<int:number>/kinh-phi", changing.unit_funding, name="unit_funding"),
    path("<slug:code>/co-quan/<int:number>/thoi", changing.unit_stop, name="unit_stop"),
]
