"""Fit a value to a JSON schema (or to Gemini's own subset with TYPES IN CAPITALS): what a model's JSON mode does."""

from typing import Any


def fitted(value: Any, schema: dict[str, Any]) -> Any:
    """Give the value with what the schema wants and without what it forbids; the smallest fitting value for None."""
    return _fit(value, schema, schema)


def _fit(value: Any, schema: dict[str, Any], whole: dict[str, Any]) -> Any:
    schema = _resolved(schema, whole)
    if "enum" in schema:
        return value if value in schema["enum"] else schema["enum"][0]
    if "const" in schema:
        return schema["const"]
    options = schema.get("anyOf") or schema.get("oneOf")
    if options:
        return _fit(value, options[0], whole)
    kind = schema.get("type", "object" if "properties" in schema else "string")
    kind = str(kind[0] if isinstance(kind, list) else kind).lower()
    if kind == "object":
        return _object(value if isinstance(value, dict) else {}, schema, whole)
    if kind == "array":
        return _array(value if isinstance(value, list) else [], schema, whole)
    if kind == "string":
        most = schema.get("maxLength", schema.get("max_length"))
        text = value if isinstance(value, str) else "word"
        return text[: int(most)] if most else text
    if kind in ("integer", "number"):
        return value if isinstance(value, int | float) else max(1, int(schema.get("minimum", 1)))
    return value if isinstance(value, bool) else False


def _object(value: dict[str, Any], schema: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    properties = schema.get("properties", {})
    wanted = schema.get("required", list(properties))
    known = {key: _fit(value.get(key), one, whole) for key, one in properties.items() if key in value or key in wanted}
    return known if properties else value


def _array(value: list[Any], schema: dict[str, Any], whole: dict[str, Any]) -> list[Any]:
    least = int(schema.get("minItems", schema.get("min_items", 0)))
    most = int(schema.get("maxItems", schema.get("max_items", len(value))))
    padded = [*value, *[None] * (least - len(value))][: max(most, least)]
    return [_fit(item, schema.get("items", {}), whole) for item in padded]


def _resolved(schema: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        found: Any = whole
        for name in schema["$ref"].removeprefix("#/").split("/"):
            found = found[name]
        schema = found
    return schema
