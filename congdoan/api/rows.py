"""Forms that ask the same of each of many things (votes of a candidate, points of a criterion): said as a list of rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import WithJsonSchema, create_model

from . import typed

Schema = dict[str, Any]


@dataclass(frozen=True)
class Rows:
    """A list under `name`. `keys` name the thing a row is about, `columns` are what is said of it; `inputs` gives the
    name of the form's input for a column of a row."""

    name: str
    keys: Mapping[str, Schema]
    columns: Mapping[str, Schema]
    inputs: Callable[[str, Mapping[str, Any]], str]
    says: str = ""

    def body(self, name: str) -> dict[str, Any]:
        """The list, as the schema of what is said has it."""
        needed = {key: (Annotated[Any, WithJsonSchema(told)], ...) for key, told in self.keys.items()}
        more = {key: (Annotated[Any, WithJsonSchema(told)], None) for key, told in self.columns.items()}
        make: Any = create_model
        row: Any = make(
            f"{name}{self.name.title()}", __base__=typed.Said, __doc__=self.says, **needed, **more
        )
        return {self.name: (list[row] | None, None)}


@dataclass
class Flat:
    """What was said, each under the name of its input; `at` says where it was said."""

    said: dict[str, Any]
    at: dict[str, str] = field(default_factory=dict)

    def placed(self, wrong: dict[str, str]) -> dict[str, str]:
        """What is wrong with an input, put where it was said."""
        return {**wrong, "field": self.at.get(wrong["field"], wrong["field"])}


def flat(rows: Rows | None, said: Mapping[str, Any]) -> Flat:
    """The rows taken apart. What a row says that is not asked keeps its place for a name, which no input bears."""
    found = Flat({name: value for name, value in said.items() if rows is None or name != rows.name})
    for number, row in enumerate((said.get(rows.name) if rows else None) or ()):
        for column in [name for name in row if rows and name not in rows.keys]:
            place = f"{rows.name}[{number}].{column}" if rows else column
            name = rows.inputs(column, row) if rows and column in rows.columns else place
            found.said[name], found.at[name] = row[column], place
    return found
