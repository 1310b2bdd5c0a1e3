"""Making the tables of a room in one step of its migration.

After every single operation Django builds all models anew that are related to the one it touched, and here nearly all
are. Of a hundred tables made one by one that is most of the time it takes to set up a book.
"""

from collections.abc import Sequence
from typing import Any

from django.db.migrations import AddConstraint, AddField, AddIndex, CreateModel
from django.db.migrations.operations.base import Operation

Addition = AddField | AddIndex | AddConstraint


class CreateTables(Operation):
    """New tables, and what is added to them by further operations: the models are built once, at the end of it.

    Raises ValueError when something is to be added to a table that is not among the new ones.
    """

    def __init__(self, operations: Sequence[CreateModel | Addition]) -> None:
        self.operations = list(operations)
        self.names = [operation.name_lower for operation in operations if isinstance(operation, CreateModel)]
        for operation in operations:
            if not isinstance(operation, CreateModel) and operation.model_name_lower not in self.names:
                raise ValueError(f"{operation.describe()}: {operation.model_name} is not made here")

    def state_forwards(self, app_label: str, state: Any) -> None:
        state.__dict__.pop("apps", None)  # not built until somebody asks
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for model in self._models(app_label, schema_editor, to_state):
            schema_editor.create_model(model)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for model in reversed(self._models(app_label, schema_editor, from_state)):
            schema_editor.delete_model(model)

    def describe(self) -> str:
        return f"Create tables {', '.join(self.names)}"

    def _models(self, app_label: str, schema_editor: Any, state: Any) -> list[Any]:
        models = [state.apps.get_model(app_label, name) for name in self.names]
        return [m for m in models if self.allow_migrate_model(schema_editor.connection.alias, m)]
