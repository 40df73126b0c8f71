"""Ideas from a file: rows of YAML or CSV into checked ideas, with every problem named by its row."""

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from channels import plain_yaml
from videogen.lib.words import did_you_mean, kind_of, shown, unreadable

REQUIRED = ("channel", "title", "topic")
COLUMNS = (*REQUIRED, "story_direction", "priority", "privacy", "publish_at")
LIMITS = {"channel": 64, "title": 200, "topic": 2_000, "story_direction": 10_000}
PRIORITIES = ("high", "normal", "low")
PRIVACIES = ("private", "unlisted", "public")
MOST_ROWS = 1_000
EXAMPLE_TIME = "2027-01-31T18:00:00+01:00"


@dataclass(frozen=True)
class Idea:
    """A film somebody wants. None as privacy means: as the channel says."""

    channel: str
    title: str
    topic: str
    story_direction: str = ""
    priority: str = "normal"
    privacy: str | None = None
    publish_at: datetime | None = None


@dataclass(frozen=True)
class Row:
    """An idea as it stands in the file; rows count from 1, `line` is its line in a CSV."""

    number: int
    values: Mapping[str, Any]
    line: int | None = None


@dataclass(frozen=True)
class RowProblem:
    """What is wrong, and in which row; row 0 is the file itself."""

    row: int
    message: str
    line: int | None = None

    def __str__(self) -> str:
        if not self.row:
            return self.message
        return f"Row {self.row}{f' (line {self.line})' if self.line else ''}: {self.message}"


class Wrong(ValueError):
    """Say what is wrong with one value, as a sentence."""


def read_yaml(text: str) -> tuple[tuple[Row, ...], tuple[RowProblem, ...]]:
    """Read a list of ideas, or a list under the key ideas. Gives rows, or what keeps the file from being read."""
    try:
        data = plain_yaml.load(text.removeprefix("\ufeff"))
    except plain_yaml.YamlProblem as problem:
        return _unreadable(str(problem))
    if isinstance(data, dict) and set(data) == {"ideas"}:
        data = data["ideas"]
    if data is None or data == []:
        return _unreadable("The file holds no ideas.")
    if not isinstance(data, list):
        return _unreadable("The file must be a list of ideas, each beginning with “- channel:”.")
    if len(data) > MOST_ROWS:
        return _unreadable(_too_many(len(data)))
    rows = (Row(number, values if isinstance(values, dict) else {"": values}) for number, values in enumerate(data, 1))
    return tuple(rows), ()


def read_csv(text: str) -> tuple[tuple[Row, ...], tuple[RowProblem, ...]]:
    """Read a table whose first line names its columns; commas, semicolons and tabs all part them."""
    lines = text.removeprefix("\ufeff")
    head = lines.lstrip().partition("\n")[0]
    reader = csv.reader(io.StringIO(lines, newline=""), delimiter=max(",;\t", key=head.count), strict=True)
    try:
        table = [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        return _unreadable(
            f"Line {reader.line_num} cannot be read as CSV: {error}. Look for a quotation mark too many."
        )
    if len(table) < 2:
        return _unreadable("The file holds no ideas; its first line names the columns, each further line is an idea.")
    if len(table) - 1 > MOST_ROWS:
        return _unreadable(_too_many(len(table) - 1))
    columns = [cell.strip() for cell in table[0][1]]
    if wrong := [RowProblem(0, words) for words in _column_problems(columns)]:
        return (), tuple(wrong)
    return _csv_rows(columns, table[1:])


def check_rows(rows: Sequence[Row], *, channels: Collection[str]) -> tuple[tuple[Idea, ...], tuple[RowProblem, ...]]:
    """Check every row. Gives the good ideas, and every problem of the others."""
    ideas: list[Idea] = []
    problems: list[RowProblem] = []
    first: dict[tuple[str, ...], int] = {}
    for row in rows[:MOST_ROWS]:
        draft = _Draft(row, channels)
        idea = draft.idea()
        if idea:
            earlier = first.setdefault(_sameness(idea), row.number)
            if earlier != row.number:
                draft.wrong.append(f"This idea stands in row {earlier} already; keep one of them.")
            else:
                ideas.append(idea)
        problems += [RowProblem(row.number, words, row.line) for words in draft.wrong]
    if len(rows) > MOST_ROWS:
        problems.append(RowProblem(0, _too_many(len(rows))))
    return tuple(ideas), tuple(problems)


@dataclass
class _Draft:
    """One row while it is being checked; `wrong` collects sentences."""

    row: Row
    channels: Collection[str]
    wrong: list[str] = field(default_factory=list)

    def idea(self) -> Idea | None:
        values = self.row.values
        if "" in values:
            self.wrong.append(f"An idea is a group of keys with channel, title and topic, not {kind_of(values[''])}.")
            return None
        self.wrong += _unknown(values)
        found = {
            "channel": self._take("channel", self._channel),
            "title": self._take("title", lambda value: " ".join(self._text("title", value).split())),
            "topic": self._take("topic", lambda value: self._text("topic", value)),
            "story_direction": self._take("story_direction", lambda value: self._text("story_direction", value)) or "",
            "priority": self._take("priority", lambda value: _choice(value, PRIORITIES)) or "normal",
            "privacy": self._take("privacy", lambda value: _choice(value, PRIVACIES)),
            "publish_at": self._take("publish_at", _moment),
        }
        return None if self.wrong else Idea(**found)

    def _take(self, key: str, check: Any) -> Any:
        value = self.row.values.get(key)
        empty = value is None or (isinstance(value, str) and not value.strip())
        if empty and key in REQUIRED:
            self.wrong.append(f"The {key} is missing.")
        if empty:
            return None
        try:
            return check(value)
        except Wrong as wrong:
            self.wrong.append(f"The {key} {wrong}")
            return None

    def _text(self, key: str, value: Any) -> str:
        if not isinstance(value, str):
            raise Wrong(f"is {kind_of(value)}; put it in quotation marks if it is meant as text.")
        text = value.strip()
        if len(text) > LIMITS[key]:
            raise Wrong(f"has {len(text):,} characters; at most {LIMITS[key]:,} are allowed.")
        if text.startswith("=") and key in ("title", "topic"):
            raise Wrong(
                f"begins with “=” like a spreadsheet formula ({shown(text, limit=30)}); write the words themselves."
            )
        if mark := unreadable(text):
            raise Wrong(f"holds the invisible control character {mark}; write it again by hand.")
        return text

    def _channel(self, value: Any) -> str:
        name = self._text("channel", value)
        if name not in self.channels:
            known = (
                did_you_mean(name, self.channels) or f" Known are: {', '.join(sorted(self.channels)) or 'none yet'}."
            )
            raise Wrong(f"{shown(name)} is not known.{known}")
        return name


def _csv_rows(columns: list[str], table: list[tuple[int, list[str]]]) -> tuple[tuple[Row, ...], tuple[RowProblem, ...]]:
    rows, problems = [], []
    for number, (line, cells) in enumerate(table, start=1):
        if len(cells) > len(columns):
            words = (
                f"It has {len(cells)} cells for {len(columns)} columns; put texts with separators in quotation marks."
            )
            problems.append(RowProblem(number, words, line))
        rows.append(Row(number, dict(zip(columns, cells, strict=False)), line))
    return (() if problems else tuple(rows)), tuple(problems)


def _column_problems(columns: list[str]) -> Iterator[str]:
    for column in columns:
        if column not in COLUMNS:
            yield f"The column {shown(column)} is not known.{did_you_mean(column, COLUMNS)}"
        elif columns.count(column) > 1:
            yield f"The column {column} is there twice."
    for column in REQUIRED:
        if column not in columns:
            yield f"The column {column} is missing."


def _unknown(values: Mapping[str, Any]) -> list[str]:
    return [
        f"The key {shown(str(key))} is not known.{did_you_mean(str(key), COLUMNS)}"
        for key in values
        if key not in COLUMNS
    ]


def _choice(value: Any, allowed: tuple[str, ...]) -> str:
    word = value.strip().lower() if isinstance(value, str) else ""
    if word not in allowed:
        raise Wrong(
            f"is {shown(value)}; it must be {', '.join(allowed[:-1])} or {allowed[-1]}.{did_you_mean(word, allowed)}"
        )
    return word


def _moment(value: Any) -> datetime:
    """Read a point in time. It must say its time zone, or films would come out hours off."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip())
        except ValueError:
            raise Wrong(f"{shown(value)} is not a time; write it like {EXAMPLE_TIME}.") from None
    if not isinstance(value, datetime):
        words = "is a day without a time" if isinstance(value, date) else f"is {kind_of(value)}"
        raise Wrong(f"{words}; write it like {EXAMPLE_TIME}.")
    if value.tzinfo is None:
        raise Wrong(f"has no time zone; write it like {EXAMPLE_TIME}, or with a Z for UTC.")
    return value


def _sameness(idea: Idea) -> tuple[str, ...]:
    return (idea.channel, *(" ".join(text.casefold().split()) for text in (idea.title, idea.topic)))


def _too_many(many: int) -> str:
    return f"The file holds {many:,} ideas; at most {MOST_ROWS:,} go in at once. Split it into several files."


def _unreadable(words: str) -> tuple[tuple[Row, ...], tuple[RowProblem, ...]]:
    return (), (RowProblem(0, words),)
