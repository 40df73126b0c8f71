"""Who is seen where: films about many subjects, read as a viewer would, by the words of their prompts."""

import importlib
import random
import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))
author = importlib.import_module("local_storyboard")
lexicon = importlib.import_module("author.theme")

THEMES = lexicon.themes()
TITLES = {
    "sea": "The last lighthouse keepers",
    "deep": "The giant squid of the deep sea",
    "river": "The river Danube",
    "forest": "The wolves of the old forest",
    "desert": "Caravans of the Sahara",
    "ice": "Shackleton in the Antarctic ice",
    "mountain": "The sherpas of Everest",
    "rail": "The Orient Express train",
    "city": "The streets of Istanbul",
    "machine": "The invention of the computer",
    "food": "How bread was made",
    "exploration": "Magellan's voyage",
    "war": "The Enigma code of the war",
    "past": "The castle of the last queen",
    "medicine": "The discovery of penicillin",
    "space": "Apollo 11 on the Moon",
    "weather": "Hurricane hunters and storms",
    "animal": "The elephants of the savanna",
    "music": "The violin makers and their music",
    "general": "A strange affair",
}
MIXED = ["Why do octopuses dream?", "The books that sank with the ship", "Whales and the satellites that watch them"]
FILMS = [(title, seed) for title in (*TITLES.values(), *MIXED) for seed in (1, 2)]

FEWEST_MOTIFS = {"deep": 8}  # The sea floor has fewer faces than the land.

UNDER_WATER = re.compile(r"\b(?:underwater|deep sea|coral reef|ocean floor|abyss)\b")
OPEN_WATER = re.compile(
    r"\b(?:open sea|open ocean|high seas|flat ocean|quiet ocean|bright ocean|southern ocean|polar sea)\b"
)
GROUND = re.compile(r"\b(?:deck|beach|shore|coast|cliff|harbour|quay|bay)\b")
ABOVE_GROUND = re.compile(r"\b(?:above the clouds|among clouds)\b")
SWIMMERS = re.compile(r"\b(?:whale|squid|shark|anglerfish|jellyfish|salmon)\b")
SHIPS = re.compile(r"\b(?:tall ship)\b")
FLYERS = re.compile(r"\b(?:eagle|aircraft|spacecraft)\b")


@cache
def film(title, seed=1, story=""):
    """Write a film; its scenes know the prompts of their place and of who is there."""
    board = author.write({"title": title, "topic": title, "seed": seed, "story_direction": story})
    prompts = {asset["name"]: asset["prompt"] for asset in board["assets"]}
    for scene in board["scenes"]:
        scene["place"] = prompts[scene["environment"]]
        scene["who"] = [prompts[name] for name in scene["characters"]]
    return board


def is_open_water(place):
    return OPEN_WATER.search(place) and not GROUND.search(place)


def shown(board):
    return [name for scene in board["scenes"] for name in (scene["environment"], *scene["characters"], *scene["props"])]


def picture(board, name):
    """Find an asset in the lexicon, where it says where it can be."""
    asset = next(each for each in board["assets"] if each["name"] == name)
    known = (each for theme in THEMES.values() for each in theme.pictures)
    return next(each for each in known if each.name == name and asset["prompt"].startswith(each.prompt))


@pytest.mark.parametrize(("title", "seed"), FILMS)
def test_no_swimmer_leaves_the_water_and_only_divers_and_swimmers_are_in_it(title, seed):
    for scene in film(title, seed)["scenes"]:
        for who in scene["who"]:
            swims = bool(SWIMMERS.search(who))
            assert not swims or UNDER_WATER.search(scene["place"]), (who, scene["place"])
            assert swims or "diver" in who or not UNDER_WATER.search(scene["place"]), (who, scene["place"])


@pytest.mark.parametrize(("title", "seed"), FILMS)
def test_nobody_stands_on_open_water_or_in_the_air(title, seed):
    for scene in film(title, seed)["scenes"]:
        for who in scene["who"]:
            assert SHIPS.search(who) or not is_open_water(scene["place"]), (who, scene["place"])
            assert FLYERS.search(who) or not ABOVE_GROUND.search(scene["place"]), (who, scene["place"])


@pytest.mark.parametrize(("title", "seed"), FILMS)
def test_everybody_and_everything_fits_its_place_and_is_seen(title, seed):
    board = film(title, seed)

    for scene in board["scenes"]:
        place = picture(board, scene["environment"])
        assert all(picture(board, name).fits(place) for name in (*scene["characters"], *scene["props"]))
    assert set(shown(board)) == {asset["name"] for asset in board["assets"]}


@pytest.mark.parametrize(("title", "seed"), FILMS)
def test_a_prop_lies_beside_somebody_or_is_spoken_of(title, seed):
    board = film(title, seed)

    for scene in board["scenes"]:
        for name in scene["props"] if not scene["characters"] else ():
            assert picture(board, name).shared(scene["narration"]) >= 2, (name, scene["narration"])


@pytest.mark.parametrize(("title", "seed"), FILMS)
def test_a_few_scenes_show_only_the_place_and_a_few_are_split_between_two(title, seed):
    scenes = film(title, seed)["scenes"]

    assert 3 <= sum(not scene["characters"] for scene in scenes) <= 5
    assert 2 <= sum(scene["layout"] == "split" for scene in scenes) <= 4


@pytest.mark.parametrize(("title", "seed"), FILMS)
def test_a_film_lasts_about_ninety_seconds(title, seed):
    words = sum(len(scene["narration"].split()) for scene in film(title, seed)["scenes"])

    assert 195 <= words <= 215


@pytest.mark.parametrize(("title", "seed"), FILMS)
def test_a_film_stays_in_a_place_and_does_not_run_to_and_fro(title, seed):
    places = [scene["environment"] for scene in film(title, seed)["scenes"]]
    stays = [place for number, place in enumerate(places) if number == 0 or places[number - 1] != place]

    assert len(stays) <= 16
    assert max(Counter(places).values()) <= 5


@pytest.mark.parametrize("theme", TITLES)
def test_a_subject_finds_its_theme(theme):
    board = film(TITLES[theme])
    own = {each.name for each in THEMES[theme].pictures}

    assert sum(asset["name"] in own for asset in board["assets"]) >= 15


@pytest.mark.parametrize("theme", TITLES)
def test_the_places_of_a_film_are_different_pictures_to_the_painter(theme):
    from painter.places import choose_place
    from painter.words import read

    board = film(TITLES[theme])
    places = [asset["prompt"] for asset in board["assets"] if asset["kind"] == "environment"]
    motifs = {(choose_place(read(place, "environment", 1)), _view(place)) for place in places}

    assert len(motifs) >= FEWEST_MOTIFS.get(theme, 9)


def _view(place):
    """Name what else the painter shows in a place: hour and weather, a tower, sand, a ship."""
    found = re.findall(
        r"\b(?:night|storm|fog|snow|winter|lighthouse|beach|sandy|ship|mars|train|old|modern|bare)\b", place
    )
    return tuple(sorted(set(found)))


def test_the_subject_is_seen_again_and_again():
    scenes = film("The last lighthouse keepers")["scenes"]

    assert sum("lighthouse" in " ".join((scene["place"], *scene["who"])) for scene in scenes) >= 9


def test_a_sentence_is_spoken_where_it_happens():
    story = "Start at the calm surface of the ocean. Follow a sperm whale into the dark. End with a single blue spark."
    scenes = film("What Lives in the Deep Sea", story=story)["scenes"]
    told = {scene["narration"].split(",")[0].rstrip("."): scene for scene in scenes}

    assert "open ocean" in told["It begins at the calm surface of the ocean"]["place"]
    assert "whale" in " ".join(told["Follow a sperm whale into the dark"]["who"])
    assert "lights" in told["It ends with a single blue spark"]["place"]


@pytest.mark.parametrize("name", THEMES)
def test_every_line_of_a_theme_can_be_shown(name):
    pictures = {each.name: each for each in THEMES[name].pictures}

    for line in THEMES[name].lines:
        assert pictures[line.place].kind == "environment", line
        assert all(shown in pictures for shown in line.shown), line


@pytest.mark.parametrize("name", THEMES)
def test_every_being_and_every_prop_of_a_theme_has_a_place_in_it(name):
    pictures = THEMES[name].pictures
    places = [each for each in pictures if each.kind == "environment"]

    for each in pictures:
        assert each.kind == "environment" or any(each.fits(place) for place in places), each


def test_places_are_chosen_by_the_brief():
    cast = importlib.import_module("author.cast")
    brief = cast.Brief(["The glacier is melting."], {"glacier": 4})
    chosen = cast.choose_cast([THEMES["mountain"]], [], cast.counts(6, 6), brief, random.Random(1))

    assert any("glacier" in place.prompt for place in chosen["environment"])
