"""One channel's YAML file into checked values. Pure: text in, values and problems out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from channels import plain_yaml
from channels.config_checks import Checker, Problem, Wrong, unknown_key
from channels.config_fields import BLOCK_FIELDS, FIELDS, REQUIRED, SECRET_WORDS
from channels.config_values import BLOCKS, ChannelConfig

LARGEST = 262_144  # bytes


@dataclass(frozen=True)
class ConfigResult:
    """What became of one file. `channel_id` is what its name says, also when its content could not be read."""

    file: str
    channel_id: str
    config: ChannelConfig | None
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


def check(content: str, file_name: str, *, default_voice: str | None = None) -> ConfigResult:
    """Check one file's text. All problems are found at once; with any of them there is no config."""
    stem = Path(file_name).stem
    try:
        data = plain_yaml.load(content)
    except plain_yaml.YamlProblem as problem:
        return ConfigResult(file_name, stem, None, (Problem(file_name, "", str(problem)),))
    if not isinstance(data, dict):
        words = "The file must hold keys and values, such as “channel_name: Deep Water”."
        return ConfigResult(file_name, stem, None, (Problem(file_name, "", words),))
    return _check_values(data, file_name, stem, default_voice)


def _check_values(data: dict[str, Any], file: str, stem: str, default_voice: str | None) -> ConfigResult:
    problems: list[Problem] = []
    values = _fields(data, {**FIELDS, **dict.fromkeys(BLOCK_FIELDS)}, "", file, problems)
    for key in REQUIRED:
        if key not in data:
            problems.append(Problem(file, key, "This key is required." + _null_hint(key)))
    for key, fields in BLOCK_FIELDS.items():
        if key not in data:
            continue
        if not isinstance(data[key], dict):
            problems.append(Problem(file, key, f"Expected a block of keys: {', '.join(fields)}."))
            continue
        block = _fields(data[key], fields, f"{key}.", file, problems)
        values[key] = BLOCKS[key](**block) if key in BLOCKS and len(block) == len(data[key]) else block
    if "channel_id" in values and values["channel_id"] != stem:
        words = (
            f"The file is called {file}, so this must be “{stem}”; or rename the file to {values['channel_id']}.yaml."
        )
        problems.append(Problem(file, "channel_id", words))
    for key in ("storage_strategy", "hosting"):
        if values.get(key) == "r2" and "bucket" not in values.get("r2", {}):
            problems.append(Problem(file, key, "r2 needs a block “r2:” with at least a bucket."))
    if problems:
        return ConfigResult(file, stem, None, tuple(problems))
    config = ChannelConfig(**values)
    warnings = _warnings(config, data, file, default_voice)
    return ConfigResult(file, stem, replace(config, voice_id=config.voice_id or default_voice), (), warnings)


def _fields(
    data: Mapping[str, Any],
    fields: Mapping[str, Checker | None],
    prefix: str,
    file: str,
    problems: list[Problem],
) -> dict[str, Any]:
    """Check each value; give the good ones. A field whose checker is None is a block that is looked at elsewhere."""
    good = {}
    for key, value in data.items():
        if key not in fields:
            problems.append(Problem(file, prefix + key, unknown_key(key, fields, SECRET_WORDS)))
        elif checker := fields[key]:
            try:
                good[key] = checker(value)
            except Wrong as wrong:
                problems.append(Problem(file, prefix + key, str(wrong)))
    return good


def _null_hint(key: str) -> str:
    return " Write null when the channel is not on Notion." if key == "notion_database_id" else ""


def _warnings(
    config: ChannelConfig, data: Mapping[str, Any], file: str, default_voice: str | None
) -> tuple[Problem, ...]:
    found = []
    if "default_privacy" not in data:
        found.append(Problem(file, "default_privacy", "Not given, so films are uploaded as private."))
    if not config.voice_id:
        whose = f"the default voice {default_voice}" if default_voice else "the provider's first voice"
        found.append(Problem(file, "voice_id", f"Not given, so {whose} speaks."))
    return tuple(found)


def read_folder(folder: Path, *, default_voice: str | None = None) -> tuple[ConfigResult, ...]:
    """Check every YAML file of a folder, in order of name. Two files for one channel are a problem of the second."""
    files = sorted((*folder.glob("*.yaml"), *folder.glob("*.yml"))) if folder.is_dir() else []
    results: list[ConfigResult] = []
    for file in files:
        result = _read(file, default_voice)
        twin = _twin(result, results)
        if twin:
            words = f"The channel {result.channel_id} has a file already: {twin}. Remove one of the two."
            result = ConfigResult(file.name, "", None, (Problem(file.name, "channel_id", words),))
        results.append(result)
    return tuple(results)


def _twin(result: ConfigResult, earlier: Sequence[ConfigResult]) -> str | None:
    return next((other.file for other in earlier if other.channel_id == result.channel_id), None)


def _read(file: Path, default_voice: str | None) -> ConfigResult:
    def bad(words: str) -> ConfigResult:
        return ConfigResult(file.name, file.stem, None, (Problem(file.name, "", words),))

    try:
        if file.is_symlink():
            return bad("This is a symbolic link; put the file itself here.")
        if not file.is_file():
            return bad("This is not a plain file; put a YAML file here.")
        if file.stat().st_size > LARGEST:
            return bad("The file is larger than 256 KB; a channel's file has a few kilobytes.")
        return check(file.read_text(encoding="utf-8"), file.name, default_voice=default_voice)
    except UnicodeDecodeError:
        return bad("The file is not UTF-8 text. Save it as UTF-8.")
    except OSError as error:
        return bad(f"The file cannot be read: {error.strerror}.")
    except (ValueError, TypeError, ArithmeticError, RecursionError) as error:
        # One odd file must never keep the others from being read.
        return bad(
            f"The file holds something that cannot be understood ({type(error).__name__}). Write it again by hand."
        )
