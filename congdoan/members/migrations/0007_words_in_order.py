"""Words of names bear the keys of their people: filled in one statement."""

from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def fill(apps, editor):
    Person, NameWord = apps.get_model("members", "Person"), apps.get_model("members", "NameWord")
    people = Person.objects.filter(pk=OuterRef("person"))
    keys = {name: Subquery(people.values(name)) for name in ("name_key", "given_key")}
    NameWord.objects.update(**keys)


class Migration(migrations.Migration):
    dependencies = [("members", "0006_names")]
    operations = [
        migrations.RemoveIndex(model_name="nameword", name="members_by_word"),
        migrations.AddField("nameword", "name_key", models.CharField(max_length=100, default=""), preserve_default=False),
        migrations.AddField("nameword", "given_key", models.CharField(max_length=404, default=""), preserve_default=False),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="nameword",
            index=models.Index(fields=["word", "given_key", "person", "name_key"], name="members_by_word"),
        ),
    ]
