"""Two gifts more, written by another process: `python -m tests.cli.stage_more`."""

import os
from datetime import date

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congdoan.settings")


def main() -> None:
    django.setup()
    from congdoan.funds.models import Fund
    from congdoan.org.queries import unit
    from tests.cast import care

    care(unit("laocai-y-te"), Fund.objects.get(code="laocai-xa-hoi"), date(2024, 2, 2), gifts=2)


if __name__ == "__main__":
    main()
