"""Files into rows, without a restart; a bad file keeps its channel's last good values (FR8–FR10)."""

import pytest
from django.core.management import CommandError, call_command

from channels import loading
from channels.models import Channel
from tests.factories import make_channel, make_task

pytestmark = pytest.mark.django_db


def file_of(settings, channel_id):
    return settings.CHANNEL_CONFIG_DIR / f"{channel_id}.yaml"


def test_a_broken_file_keeps_the_last_good_values_and_shows_the_problem(settings):
    make_channel("meadow", max_concurrent=7)
    file_of(settings, "meadow").write_text("channel_id: meadow\n\tchannel_name: tabbed\n")

    loading.load_channels()

    channel = Channel.objects.get(pk="meadow")
    assert channel.settings.max_concurrent == 7
    assert channel.is_active
    assert "tab" in channel.problem


def test_a_bad_file_does_not_stop_the_others(settings):
    make_channel("meadow")
    file_of(settings, "broken").write_text("channel_id: [")

    loaded = loading.load_channels()

    assert loaded.good == ("meadow",)
    assert not Channel.objects.get(pk="broken").is_active


def test_a_channel_whose_file_is_gone_becomes_inactive_and_keeps_its_tasks(settings):
    make_task(channel=make_channel("meadow"))
    make_channel("hills")
    file_of(settings, "meadow").unlink()

    loading.load_channels()

    channel = Channel.objects.get(pk="meadow")
    assert not channel.is_active
    assert channel.tasks.count() == 1


def test_an_empty_folder_switches_no_channel_off(settings):
    make_channel("meadow")
    file_of(settings, "meadow").unlink()

    loaded = loading.load_channels()

    assert Channel.objects.get().is_active
    assert "no channel file" in loaded.problems[0]


@pytest.mark.parametrize("odd", ["r2:\nstorage_strategy: r2", "priority: 0x" + "f" * 6000, 'clip: "\\ud800"'])
def test_an_odd_file_is_a_problem_of_its_own(settings, odd):
    make_channel("meadow")
    head = "channel_id: odd\nchannel_name: Odd\nnotion_database_id: null\n"
    (settings.CHANNEL_CONFIG_DIR / "odd.yaml").write_text(head + odd)

    loaded = loading.load_channels()

    assert loaded.good == ("meadow",)
    assert loaded.problems


def test_a_changed_file_is_noticed_without_a_restart(settings):
    make_channel("meadow")
    loading.reload_if_changed()
    make_file = file_of(settings, "meadow")
    make_file.write_text(make_file.read_text().replace("Meadow", "Night Meadow"))

    loading.reload_if_changed()

    assert Channel.objects.get(pk="meadow").channel_name == "Night Meadow"
    assert loading.reload_if_changed() is None


def test_two_files_for_one_channel_are_a_problem_of_the_second(settings):
    make_channel("meadow")
    (settings.CHANNEL_CONFIG_DIR / "meadow.yml").write_text(file_of(settings, "meadow").read_text())

    loaded = loading.load_channels()

    assert loaded.good == ("meadow",)
    assert "already" in loaded.problems[0]


def test_the_command_names_file_key_and_what_was_expected(settings):
    make_channel("meadow")
    file = file_of(settings, "meadow")
    file.write_text(file.read_text() + "colr: '#ffffff'\n")

    with pytest.raises(CommandError, match=r"meadow.yaml: colr: Unknown key. Did you mean .colour."):
        call_command("load_channels")
