"""Addresses of inspection plans, findings and complaints."""

from django.urls import path

from . import views, views_complaints, views_findings

urlpatterns = [
    path("", views.oversight, name="oversight"),
    path("ke-hoach", views.plans, name="inspection_plans"),
    path("ke-hoach/moi", views.plan_new, name="inspection_plan_new"),
    path("ke-hoach/<uuid:uid>", views.plan, name="inspection_plan"),
    path("ke-hoach/<uuid:uid>/duyet", views.plan_approve, name="inspection_plan_approve"),
    path("ke-hoach/<uuid:uid>/them", views.plan_lines, name="inspection_plan_lines"),
    path("ke-hoach/dong/<uuid:uid>/bo", views.plan_line_drop, name="inspection_plan_line_drop"),
    path("do-phu", views.covered, name="inspection_coverage"),
    path("kien-nghi", views_findings.findings, name="findings"),
    path("kien-nghi/<uuid:uid>", views_findings.findings_of, name="findings_of"),
    path("kien-nghi/<uuid:uid>/<slug:key>", views_findings.follow_up, name="follow_up"),
    path("phuc-tra/<uuid:uid>/bo", views_findings.follow_up_drop, name="follow_up_drop"),
    path("cuoc/<uuid:uid>", views_findings.inspection_followed, name="inspection_followed"),
    path("cuoc/<uuid:uid>/in/<slug:paper>", views_findings.inspection_paper, name="inspection_paper"),
    path("don", views_complaints.complaints, name="complaints"),
    path("don/moi", views_complaints.complaint_new, name="complaint_new"),
    path("don/<uuid:uid>", views_complaints.complaint, name="complaint"),
    path("don/<uuid:uid>/buoc", views_complaints.complaint_step, name="complaint_step"),
    path("don/<uuid:uid>/bo-buoc", views_complaints.complaint_step_drop, name="complaint_step_drop"),
]
