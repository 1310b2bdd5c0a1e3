"""Tables made together are the same tables, made and taken away whole."""

import pytest
from django.db import connection, models
from django.db.migrations import AddField, AddIndex, CreateModel
from django.db.migrations.state import ProjectState

from congdoan.base.migrating import CreateTables

KEY = ("id", models.BigAutoField(primary_key=True))


def tables() -> CreateTables:
    return CreateTables(
        [
            CreateModel("House", [KEY, ("name", models.CharField(max_length=20))]),
            CreateModel("Room", [KEY, ("house", models.ForeignKey("base.House", models.CASCADE))]),
            AddField("House", "hall", models.ForeignKey("base.Room", models.CASCADE, null=True)),
            AddIndex("House", models.Index(fields=["name"], name="house_name")),
        ]
    )


def there() -> set[str]:
    return {"base_house", "base_room"} & set(connection.introspection.table_names())


@pytest.mark.django_db(transaction=True)
def test_tables_that_point_at_each_other_are_made_in_one_step_and_taken_away() -> None:
    before, after = ProjectState(), ProjectState()
    step = tables()
    step.state_forwards("base", after)
    with connection.schema_editor() as editor:
        step.database_forwards("base", editor, before, after)
    assert there() == {"base_house", "base_room"}
    with connection.cursor() as cursor:
        columns = {c.name for c in connection.introspection.get_table_description(cursor, "base_house")}
        indexes = connection.introspection.get_constraints(cursor, "base_house")
    assert columns == {"id", "name", "hall_id"}
    assert "house_name" in indexes
    with connection.schema_editor() as editor:
        step.database_backwards("base", editor, after, before)
    assert there() == set()


def test_nothing_is_added_to_a_table_made_elsewhere() -> None:
    with pytest.raises(ValueError, match="Garden is not made here"):
        CreateTables([CreateModel("House", [KEY]), AddField("Garden", "size", models.IntegerField())])
