"""Unions, cuts and postings are never deleted: they need not be looked up again for each of millions of entries."""

import django.db.models.deletion
from importlib import import_module

from django.db import migrations, models

guard = import_module("congdoan.ledger.migrations.0002_append_only")


def restore(apps, editor):
    """SQLite has just made the table anew, which leaves its triggers behind."""
    if editor.connection.vendor == "sqlite":
        guard.add(apps, editor)


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0001_initial'),
        ('ledger', '0003_numbers'),
        ('org', '0004_taken_back'),
    ]

    operations = [
        migrations.AlterField(
            model_name='entry',
            name='cut',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.cut'),
        ),
        migrations.AlterField(
            model_name='entry',
            name='posting',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='audit.posting'),
        ),
        migrations.AlterField(
            model_name='entry',
            name='unit',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit'),
        ),
        migrations.RunPython(restore, migrations.RunPython.noop),
    ]
