from django.db import migrations, models
from django.db.models.functions import ExtractYear


def keep_the_year_alone(apps, editor):
    """Of people forgotten the year they were born had been kept as its first of January."""
    people = apps.get_model("members", "Person").objects.filter(forgotten__isnull=False, born_on__isnull=False)
    people.update(born_year=ExtractYear("born_on"), born_on=None)


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0001_initial'),
        ('members', '0011_forgotten'),
        ('org', '0007_funding'),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='born_year',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.RunPython(keep_the_year_alone, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.CheckConstraint(condition=models.Q(('born_on', None), ('born_year', None), _connector='OR'), name='members_born_once'),
        ),
    ]
