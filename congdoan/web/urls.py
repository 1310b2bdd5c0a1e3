"""Addresses of the shell; each page hangs its own here."""

from django.conf import settings
from django.contrib.auth import views as auth
from django.urls import path

from congdoan.web.views import (
    amounts,
    calendar,
    door,
    figure,
    figures,
    gallery,
    home,
    more,
    person,
    search,
    units,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("hom-nay/<slug:slug>", home.today_list, name="today_list"),
    path("dang-nhap", door.Door.as_view(), name="login"),
    path("dang-xuat", auth.LogoutView.as_view(), name="logout"),
    path("chon-cong-doan", units.unit_choose, name="unit_choose"),
    path("so-lieu", figures.figures, name="figures"),
    path("so-lieu/nhan-tin", figures.figures_text, name="figures_text"),
    path("so-lieu/chua-ghi/<slug:chapter>", figures.figures_silent, name="figures_silent"),
    path("so-lieu/<slug:code>", figure.figure, name="figure"),
    path("tim", search.search, name="search"),
    path("nguoi/<uuid:uid>", person.person, name="person"),
    path("khac", more.more, name="more"),
    path("khac/khoa-so", more.periods, name="periods"),
    path("khac/khoa-so/<int:number>/mo-lai", more.period_reopen, name="period_reopen"),
    path("khac/lich", calendar.calendar, name="calendar"),
    path("khac/lich/<uuid:uid>/thu-hoi", calendar.calendar_revoke, name="calendar_revoke"),
    path("lich/<str:secret>.ics", calendar.calendar_feed, name="calendar_feed"),
    path("khac/nhat-ky", more.trail, name="trail"),
    path("khac/doi-chieu", more.proof, name="proof"),
    path("khac/doi-chieu/chay", more.proof_run, name="proof_run"),
    path("khac/tro-giup", more.explained, name="help"),
    path("doc-so-tien", amounts.money_words, name="money_words"),
]

if settings.DEBUG:
    urlpatterns.append(path("mau", gallery.gallery, name="gallery"))
