"""Who goes on with what an ended union did, and who carries its history."""

import congdoan.base.fields
import datetime
import django.db.models.deletion
from django.db import migrations, models


TABLE = "org_succession"
SAME = (
    f"SELECT 1 FROM {TABLE} WHERE unit_id = NEW.unit_id AND main AND unmade_id IS NULL AND id <> NEW.id"
    " AND from_on < NEW.to_on AND NEW.from_on < to_on"
)


def add(apps, editor):
    """A union has one main successor at a time."""
    if editor.connection.vendor == "postgresql":
        editor.execute(
            f"ALTER TABLE {TABLE} ADD CONSTRAINT {TABLE}_one_main EXCLUDE USING gist"
            " (unit_id WITH =, int4range(from_on, to_on) WITH &&) WHERE (unmade_id IS NULL AND main)"
        )
        return
    for event in ("INSERT", "UPDATE"):
        editor.execute(
            f"CREATE TRIGGER {TABLE}_one_main_{event.lower()} AFTER {event} ON {TABLE} WHEN NEW.unmade_id IS NULL AND NEW.main"
            f" BEGIN SELECT RAISE(ABORT, 'two main successors at once') WHERE EXISTS ({SAME}); END"
        )


def drop(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute(f"ALTER TABLE {TABLE} DROP CONSTRAINT {TABLE}_one_main")
    else:
        for event in ("insert", "update"):
            editor.execute(f"DROP TRIGGER {TABLE}_one_main_{event}")


def carry(apps, editor):
    """Every union there is carries its own history, as long as anybody has known of it."""
    editor.execute(
        "INSERT INTO org_heir (unit_id, heir_id, from_on, to_on, known_at)"
        " SELECT unit_id, unit_id, 1, 3652059, MIN(known_at) FROM org_ancestry WHERE unit_id = ancestor_id GROUP BY unit_id"
    )


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0001_initial'),
        ('org', '0004_taken_back'),
    ]

    operations = [
        migrations.CreateModel(
            name='Bequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', congdoan.base.fields.DayField()),
                ('to_on', congdoan.base.fields.DayField(default=datetime.date(9999, 12, 31))),
                ('origin', models.SmallIntegerField()),
                ('source', models.BigIntegerField()),
                ('made', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='audit.posting')),
                ('successor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bequests_received', to='org.unit')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='org.unit')),
                ('unmade', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='audit.posting')),
            ],
            options={
                'indexes': [models.Index(fields=['origin', 'source'], name='org_bequest_of')],
            },
        ),
        migrations.CreateModel(
            name='Heir',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.SmallIntegerField(null=True)),
                ('source', models.BigIntegerField(null=True)),
                ('from_on', congdoan.base.fields.DayField()),
                ('to_on', congdoan.base.fields.DayField(default=datetime.date(9999, 12, 31))),
                ('known_at', models.DateTimeField()),
                ('unknown_at', models.DateTimeField(null=True)),
                ('heir', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='inheritances', to='org.unit')),
                ('unit', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='heirs', to='org.unit')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('unknown_at', None)), fields=['unit', 'from_on', 'to_on', 'heir', 'source'], name='org_heir_of'), models.Index(condition=models.Q(('unknown_at', None)), fields=['heir', 'unit', 'from_on', 'to_on', 'source'], name='org_heir_to'), models.Index(fields=['unit', 'known_at'], name='org_heir_known'), models.Index(condition=models.Q(('source__isnull', False)), fields=['origin', 'source'], name='org_heir_by_source')],
            },
        ),
        migrations.CreateModel(
            name='Succession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', congdoan.base.fields.DayField()),
                ('to_on', congdoan.base.fields.DayField(default=datetime.date(9999, 12, 31))),
                ('kind', models.CharField(choices=[('merged', 'Hợp nhất'), ('absorbed', 'Sáp nhập'), ('split', 'Chia, tách'), ('ended', 'Kết thúc, có nơi tiếp nhận')], max_length=8)),
                ('main', models.BooleanField(default=True)),
                ('made', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='audit.posting')),
                ('successor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='predecessors', to='org.unit')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='org.unit')),
                ('unmade', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='audit.posting')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['unit', 'from_on'], name='org_success_unit_id_6b2ea4_idx')],
            },
        ),
        migrations.RunPython(add, drop),
        migrations.RunPython(carry, migrations.RunPython.noop),
    ]
