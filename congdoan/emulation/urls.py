"""Addresses of proposals, councils and decisions."""

from django.urls import path

from . import downloads, register, views, views_council, views_decision, views_rules

urlpatterns = [
    path("", views.emulation, name="emulation"),
    path("danh-sach", views.proposals, name="proposals"),
    path("de-nghi/moi", views.proposal_new, name="proposal_new"),
    path("de-nghi/<uuid:uid>", views.proposal, name="proposal"),
    path("de-nghi/<uuid:uid>/sua", views.proposal_change, name="proposal_change"),
    path("de-nghi/<uuid:uid>/gui", views.proposal_send, name="proposal_send"),
    path("de-nghi/<uuid:uid>/tra-lai", views.proposal_return, name="proposal_return"),
    path("de-nghi/<uuid:uid>/trinh-len", views_council.proposal_pass_on, name="proposal_pass_on"),
    path("de-nghi/<uuid:uid>/quyet-dinh", views_decision.decision_new, name="decision_new"),
    path("de-nghi/<uuid:uid>/word", downloads.proposal_file, name="proposal_file"),
    path("hoi-dong/moi", views_council.council_new, name="council_new"),
    path("hoi-dong/<uuid:uid>", views_council.council, name="council"),
    path("hoi-dong/<uuid:uid>/sua", views_council.council_change, name="council_change"),
    path("hoi-dong/<uuid:uid>/word", downloads.council_file, name="council_file"),
    path("quyet-dinh/<uuid:uid>", views_decision.decision, name="decision"),
    path("quyet-dinh/<uuid:uid>/sua", views_decision.decision_amend, name="decision_amend"),
    path("quyet-dinh/<uuid:uid>/thu-hoi", views_decision.decision_revoke, name="decision_revoke"),
    path("quyet-dinh/<uuid:uid>/word", downloads.decision_file, name="decision_file"),
    path("quyet-dinh/<uuid:uid>/giay", downloads.certificates, name="decision_certificates"),
    path("so-khen-thuong", register.register, name="award_register"),
    path("han-muc", views_rules.quotas, name="award_quotas"),
    path("danh-muc", views_rules.titles, name="award_titles"),
]
