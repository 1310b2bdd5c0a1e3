"""Addresses of the funds' books."""

from django.urls import path

from . import views, views_rules, views_shares, views_yearly

urlpatterns = [
    path("", views.funds, name="funds"),
    path("quyet-toan", views_yearly.settled, name="settlement"),
    path("quyet-toan/<slug:form>.<slug:ending>", views_yearly.form_file, name="fund_form_file"),
    path("du-toan", views_yearly.estimate, name="estimate"),
    path("cong-khai", views_yearly.disclosures, name="disclosures"),
    path("cong-khai/<uuid:uid>", views_yearly.disclosure_done, name="disclosure_done"),
    path("ma-thu-chi", views_rules.fund_codes, name="fund_codes"),
    path("ma-thu-chi/them-<slug:what>", views_rules.fund_code_add, name="fund_code_add"),
    path("phan-phoi", views_shares.fund_shares, name="fund_shares"),
    path("khoa-so", views.month_close, name="month_close"),
    path("khoa-so/<int:year>-<int:month>", views.month_reopen, name="month_reopen"),
    path("chuyen-tien", views.transfer_list, name="transfer_list"),
    path("chuyen-tien/<uuid:uid>", views.transfer, name="transfer"),
    path("kiem-quy/<uuid:uid>", views.count_explain, name="count_explain"),
    path("phieu/<uuid:uid>", views.voucher, name="voucher"),
    path("phieu/<uuid:uid>/huy", views.voucher_reverse, name="voucher_reverse"),
    path("phieu/<uuid:uid>/word", views_yearly.voucher_word, name="voucher_word"),
    path("vay/<uuid:uid>", views_yearly.loan_pay_back, name="loan_pay_back"),
    path("luot/<uuid:uid>", views_yearly.turn_pay, name="turn_pay"),
    path("cua/<slug:code>", views.fund, name="fund"),
    path("cua/<slug:code>/<slug:verb>", views.fund_act, name="fund_act"),
]
