"""The tables are those the models describe."""

import pytest
from django.apps import apps
from django.core.management import call_command


@pytest.mark.django_db
def test_no_model_waits_for_a_migration(capsys: pytest.CaptureFixture[str]) -> None:
    ours = [config.label for config in apps.get_app_configs() if config.name.startswith("congdoan.")]
    call_command("makemigrations", *ours, dry_run=True)
    assert "- " not in capsys.readouterr().out
