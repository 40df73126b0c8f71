"""YAML as people mean it: no duplicate keys, no aliases, errors in plain words."""

from typing import Any

import yaml


class YamlProblem(ValueError):
    """Says in one sentence what is wrong with a text, and in which line."""


class _Strict(yaml.SafeLoader):
    """Refuses what SafeLoader silently accepts: a key that is there twice, and references that can grow without end."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            line = self.line + 1
            raise YamlProblem(f"Line {line} refers to another place with “*”; write the value out.")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, str):
                raise YamlProblem(
                    f"Line {key_node.start_mark.line + 1}: the key {str(key)[:60]!r} must be a plain word."
                )
            if key in seen:
                raise YamlProblem(f"Line {key_node.start_mark.line + 1}: “{key}” is there twice; keep one of the two.")
            seen.add(key)
        return super().construct_mapping(node, deep)


def load(text: str) -> Any:
    """Read a YAML text. Raises YamlProblem."""
    try:
        return yaml.load(text, Loader=_Strict)  # noqa: S506 (a SafeLoader)
    except YamlProblem:
        raise
    except yaml.MarkedYAMLError as error:
        raise YamlProblem(_plain(error, text)) from None
    except RecursionError:
        raise YamlProblem("This is not readable as YAML: it is nested too deeply.") from None
    except (yaml.YAMLError, ValueError) as error:
        reason = str(error).splitlines()[0][:120] if str(error) else "something is wrong with it"
        raise YamlProblem(f"This is not readable as YAML: {reason}.") from None


def _plain(error: yaml.MarkedYAMLError, text: str) -> str:
    mark = error.problem_mark or error.context_mark
    number = mark.line + 1 if mark else 1
    lines = text.splitlines()
    line = lines[number - 1] if number <= len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())] or "'\\t'" in (error.problem or ""):
        return f"Line {number} begins with a tab. YAML wants spaces there."
    return f"Line {number} is not readable as YAML: {error.problem or 'something is missing'}."
