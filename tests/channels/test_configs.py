import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.config_fields import BLOCK_FIELDS, FIELDS
from channels.config_values import ChannelConfig, Retry
from channels.configs import check, read_folder

HERE = Path(__file__).parents[2] / "channel_configs"
GOOD = "channel_id: meadow\nchannel_name: The Meadow\nnotion_database_id: null\ndefault_privacy: private\nvoice_id: en-gb\n"


def sentences(more="", file="meadow.yaml"):
    return "\n".join(map(str, check(GOOD + more, file).problems))


def make_config(more=""):
    result = check(GOOD + more, "meadow.yaml")
    assert result.config, [str(problem) for problem in result.problems]
    return result.config


def test_three_keys_are_enough_and_the_rest_is_usual():
    config = make_config()

    assert (config.is_active, config.priority, config.language, config.max_concurrent) == (True, "normal", "en", 2)
    assert (config.format.assets, config.format.scenes, config.format.clip_seconds) == (22, 18, 10)
    assert config.retry == Retry(5, (60, 300, 900, 3600))
    assert config.gates.auto == frozenset()
    assert config.uploads.max_per_day == 3


def test_what_is_left_out_and_should_be_known_is_a_warning():
    result = check("channel_id: a\nchannel_name: A\nnotion_database_id: null", "a.yaml", default_voice="en-us")

    assert [str(warning) for warning in result.warnings] == [
        "a.yaml: default_privacy: Not given, so films are uploaded as private.",
        "a.yaml: voice_id: Not given, so the default voice en-us speaks.",
    ]
    assert result.config.voice_id == "en-us"


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ("prioritty: high", "meadow.yaml: prioritty: Unknown key. Did you mean “priority”?"),
        ("priority: urgent", "priority: Expected high or normal or low"),
        ("is_active: 1", "is_active: Expected true or false, not 1."),
        ("language: no", "language: Expected a text, not false. Put it in quotation marks"),
        ("emoji: [🌊]", "emoji: Expected a text, not a list."),
        ("colour: blue", "colour: Expected a colour such as '#2f6f8f'"),
        ("timeouts: {videos: -5}", "timeouts: Expected a number of seconds from 1"),
        ("timeouts: {video: 5}", 'There is no step "video"'),
        ("timeouts: 60", "timeouts: Expected a value for each step"),
        ("max_concurrent: 0", "max_concurrent: Expected a whole number from 1"),
        ("max_concurrent: true", "max_concurrent: Expected a whole number"),
        ("review_backlog: -1", "review_backlog: Expected a whole number from 1"),
        ("budget: {per_day_usd: -1}", "budget.per_day_usd: Expected an amount in US dollars"),
        ("budget: {per_day_usd: .nan}", "budget.per_day_usd: Expected an amount"),
        ("budget: {per_dya_usd: 1}", "budget.per_dya_usd: Unknown key. Did you mean “per_day_usd”?"),
        ("gates: {assets: nobody}", "gates.assets: Expected person or auto"),
        ("gates: {final: auto}", "gates.final: Unknown key"),
        ("gates: auto", "gates: Expected a block of keys: assets, videos, audio."),
        ("providers: {images: kling}", "providers.images: Expected local or gemini"),
        ("providers: {film: local}", "providers.film: Unknown key"),
        ("format: {clip_seconds: long}", "from 1 to 60, or auto"),
        ("format: {scenes: 1.5}", "format.scenes: Expected a whole number"),
        ("retry: {backoff: [1, -1]}", "retry.backoff: Expected a number of seconds"),
        ("retry: {backoff: []}", "retry.backoff: Expected a list"),
        ("uploads: {publish_times: [18:00]}", "uploads.publish_times: Expected a list of times with quotation marks"),
        ("uploads: {publish_times: ['25:00']}", "uploads.publish_times: Expected a list of times"),
        ("tags: sea, light", "tags: Expected a list"),
        ("reviewers: [7]", "reviewers: Expected a text, not 7."),
        ("description_template: '{titel}'", 'Did you mean "title"?'),
        ("description_template: '{title'", "A brace { or } has no partner"),
        ("storage_strategy: r2", "storage_strategy: r2 needs a block"),
        ("hosting: ftp", "hosting: Expected kie or catbox or r2"),
        ('music: "a\\u202eb"', "invisible control character U+202E"),
        ("youtube_token: abc", "Secrets never stand in this file"),
        ("r2: {bucket: b, secret_access_key: x}", "r2.secret_access_key: Secrets never stand in this file"),
        ("api_key: abc", "Put keys into .env"),
        ("emoji: a\nemoji: b", "Line 7: “emoji” is there twice"),
        ("tags:\n\t- sea", "Line 7 begins with a tab"),
        ("tags: [sea", "not readable as YAML"),
        ("tags: &a [x]\nreviewers: *a", "refers to another place"),
        ("7: seven", "must be a plain word"),
    ],
)
def test_each_mistake_gets_a_sentence_with_file_and_key(more, sentence):
    assert sentence in sentences(more)


def test_all_problems_are_told_at_once():
    result = check("channel_name: 7\npriority: x\nfoo: 1", "meadow.yaml")

    assert [problem.key for problem in result.problems] == [
        "channel_name",
        "priority",
        "foo",
        "channel_id",
        "notion_database_id",
    ]
    assert result.config is None


def test_the_id_and_the_file_name_are_the_same():
    assert "The file is called pond.yaml, so this must be “pond”" in sentences(file="pond.yaml")


@pytest.mark.parametrize("name", ["../etc", "a b", "", "x" * 65, "ö"])
def test_an_id_is_made_of_letters_digits_hyphens_and_underscores(name):
    assert "Expected 1 to 64 letters" in "\n".join(map(str, check(f"channel_id: '{name}'", "a.yaml").problems))


@pytest.mark.parametrize("content", ["", "just words", "- a\n- b", "42"])
def test_a_file_without_keys_says_what_it_must_hold(content):
    assert "must hold keys and values" in str(check(content, "a.yaml").problems[0])


def test_a_bomb_of_aliases_is_refused_at_its_first_alias():
    bomb = "a: &a [x, x]\n" + "".join(f"k{n}: &k{n} [*a, *a]\n" for n in range(40))

    assert "Line 2 refers to another place" in str(check(bomb, "a.yaml").problems[0])


def test_deep_nesting_is_refused_in_plain_words():
    assert "nested too deeply" in str(check("a: " + "[" * 20_000, "a.yaml").problems[0])


def test_checked_values_survive_a_json_column():
    config = make_config(
        "tags: [a, b]\nbudget: {per_video_usd: 8.10}\nretry: {backoff: [1, 2]}\nuploads: {publish_times: ['18:00']}\n"
        "providers: {images: gemini}\ntimeouts: {videos: 900}\nreviewers: [ana]\nr2: {bucket: films}\nhosting: r2\n"
    )

    assert ChannelConfig.from_json(json.loads(json.dumps(config.as_json()))) == config
    assert config.budget.per_video_usd == Decimal("8.1")


def test_values_of_a_newer_version_are_left_out():
    plain = make_config().as_json() | {"mood": "blue", "gates": {"assets": "auto", "music": "auto"}}

    assert ChannelConfig.from_json(plain).gates.auto == {"assets"}


def test_steps_are_done_locally_unless_the_file_says_otherwise():
    config = make_config("providers: {images: gemini}")

    assert [config.provider(step) for step in ("plan", "images", "film", "upload")] == [
        "local",
        "gemini",
        "local",
        "youtube",
    ]


@given(
    st.sampled_from(sorted({*FIELDS, *BLOCK_FIELDS})),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=6,
    ),
)
def test_any_value_in_any_key_is_answered_without_an_exception(key, value):
    assert isinstance(sentences(f"{key}: {json.dumps(value)}\n"), str)


@given(st.text())
def test_any_text_is_answered_without_an_exception(text):
    assert check(text, "a.yaml").config is None


def write(folder, name, content):
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def test_a_bad_file_does_not_stop_the_others(tmp_path):
    write(tmp_path, "bad.yaml", "channel_id: [")
    write(tmp_path, "meadow.yml", GOOD)
    bad, good = read_folder(tmp_path)

    assert (bad.channel_id, bad.config) == ("bad", None)
    assert good.config.channel_id == "meadow"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"channel_name: \xff", "is not UTF-8 text"),
        (b"#" * 262_145, "larger than 256 KB"),
    ],
)
def test_files_that_cannot_be_read_say_why(tmp_path, content, sentence):
    write(tmp_path, "a.yaml", content)

    assert sentence in str(read_folder(tmp_path)[0].problems[0])


def test_links_to_other_files_are_refused(tmp_path):
    write(tmp_path, "elsewhere.txt", GOOD)
    (tmp_path / "meadow.yaml").symlink_to(tmp_path / "elsewhere.txt")

    assert "symbolic link" in str(read_folder(tmp_path)[0].problems[0])


def test_two_files_for_one_channel_are_a_problem_of_the_second(tmp_path):
    write(tmp_path, "meadow.yaml", GOOD)
    write(tmp_path, "meadow.yml", GOOD)
    first, second = read_folder(tmp_path)

    assert first.config
    assert str(second.problems[0]).endswith(
        "The channel meadow has a file already: meadow.yaml. Remove one of the two."
    )


def test_a_folder_that_is_not_there_holds_no_channels(tmp_path):
    assert read_folder(tmp_path / "nowhere") == ()


def test_the_demo_channels_have_neither_problems_nor_warnings():
    results = read_folder(HERE)

    assert [result.channel_id for result in results] == ["lantern_stories", "wide_earth"]
    assert not [*results[0].problems, *results[1].problems, *results[0].warnings, *results[1].warnings]
