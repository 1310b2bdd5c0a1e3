"""Questions about people who log in: whom an administrator may see and change."""

from django.db.models import Exists, OuterRef, QuerySet

from congdoan.base.period import today
from congdoan.org.models import Unit

from .access import Somebody, units_seen
from .models import Role, Seat, User


def administered(user: Somebody) -> QuerySet[Unit]:
    """The unions whose users and tree a person may change."""
    return units_seen(user, (Role.ADMINISTRATOR,))


def users_of(user: Somebody, units: QuerySet[Unit]) -> QuerySet[User]:
    """Who has or had a seat at these unions, of those a person administers; by name."""
    theirs = Seat.objects.filter(user=OuterRef("pk"), unit__in=units.values("pk"))
    mine = theirs.filter(unit__in=administered(user).values("pk"))
    return User.objects.filter(Exists(mine)).order_by("-is_active", "full_name", "pk")


def seats_of(user: User) -> QuerySet[Seat]:
    """Every seat somebody has or had, the present ones first."""
    return Seat.objects.filter(user=user).select_related("unit__kind").order_by("-to_on", "-from_on")


def seats_at(unit: Unit) -> QuerySet[Seat]:
    """Who holds which seat at a union today."""
    day = today()
    held = Seat.objects.filter(unit=unit, from_on__lte=day, to_on__gt=day, user__is_active=True)
    return held.select_related("user").order_by("role", "user__full_name")


def may_change(admin: Somebody, user: User) -> bool:
    """Whether an administrator may hand this person a password or shut them out: every open seat of theirs is at a
    union the administrator administers, and none of them reaches further."""
    if user.is_superuser:
        return admin == user
    open_seats = Seat.objects.filter(user=user, to_on__gt=today())
    return not open_seats.exclude(unit__in=administered(admin).values("pk")).exists()
