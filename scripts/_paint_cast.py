"""Characters and props: which being or thing a prompt names, and its cut-out with stage directions."""
# ruff: noqa: ARG001

from typing import Any

from _paint_brush import ink
from _paint_sheet import Sheet
from _paint_weather import grade_pixels
from _paint_words import Wish
from _pictures import Pixels

PEOPLE = {
    "keeper": r"(light ?house |bee ?)?keepers?|light ?houseman|night ?watch\w*|watchman",
    "fisher": r"fisher\w*|fishermen|angler|whaler",
    "sailor": r"sailors?|captain|mariner|seaman|skipper|helmsman|boatman|ferryman|pirate|navigator",
    "scientist": r"scientists?|researcher|chemist|biologist|physicist|inventor|engineer|astronomer|geologist|botanist|oceanographer|climatologist",
    "doctor": r"doctors?|nurse|surgeon|physician|healer",
    "farmer": r"farmers?|peasant|gardener|shepherd\w*|miller|harvester|villager",
    "astronaut": r"astronauts?|cosmonaut|spaceman|spacewoman|diver",
    "monk": r"monks?|friar|priest|nun|pilgrim|hermit", "queen": r"queens?|princess|empress",
    "king": r"kings?|emperor|pharaoh|prince|sultan", "soldier": r"soldiers?|guard|officer|general|infantry\w*|rebel",
    "knight": r"knights?|warrior|samurai|viking", "merchant": r"merchants?|trader|shopkeeper|vendor|seller",
    "explorer": r"explorers?|archaeologist|adventurer|travell?er|guide|ranger|hiker|naturalist|paleontologist",
    "smith": r"smith|blacksmith|carpenter|potter|craftsman|clockmaker|watchmaker|shoemaker|artisan|mechanic",
    "baker": r"baker|cook|chef", "painter": r"painter|artist|sculptor|writer|poet|musician|composer|singer",
    "reader": r"teacher|librarian|scholar|historian|professor|student|philosopher|author|narrator|archivist|clerk|journalist", "detective": r"detective|inspector|spy|investigator", "wizard": r"wizard|witch|magician|sorcerer|alchemist",
    "worker": r"worker|miner|builder|labou?rer|railwayman|conductor|stationmaster|driver|operator",
    "pilot": r"pilot|aviator\w*|balloonist", "dancer": r"dancer|ballerina|acrobat",
    "nomad": r"nomads?|bedouin|camel driver|tuareg|caravan",
    "polar": r"inuit|polar explorer|mountaineer|climber|herder|sami|arctic explorer",
    "child": r"child|children|boy|girl|kid|baby|apprentice|orphan|grandson|granddaughter|daughter|son",
    "elder": r"elders?|grandmother|grandfather|old (man|woman)|widow",
    "woman": r"woman|women|lady|mother|wife|sister|female",
    "man": r"man|men|father|husband|brother|gentleman|figure|person|people|human|someone",
}  # fmt: skip

ANIMALS = {
    "fox": r"fox(es)?", "wolf": r"wol(f|ves)|coyote|hyena|jackal|husky", "dog": r"dogs?|puppy|hound|sheepdog",
    "cat": r"cats?|kitten|lynx", "lion": r"lions?|lioness", "tiger": r"tigers?",
    "leopard": r"leopards?|cheetah|jaguar|panther|puma",
    "polar bear": r"polar bears?|ice bear", "bear": r"bears?|panda",
    "deer": r"deer|stag|doe|reindeer|caribou|antelope|gazelle|elk", "moose": r"moose", "zebra": r"zebras?",
    "horse": r"horses?|pony|foal|mare|mustang|donkey|mule|unicorn",
    "camel": r"camels?|dromedary|llama|alpaca", "cow": r"cows?|bull|ox(en)?|cattle|bison|buffalo|yak",
    "goat": r"goats?|ibex|chamois", "sheep": r"sheep|lambs?|ram", "pig": r"pigs?|boar|piglet",
    "mammoth": r"mammoths?", "elephant": r"elephants?",
    "rhino": r"rhino\w*|triceratops", "hippo": r"hippo\w*", "giraffe": r"giraffes?", "rabbit": r"rabbits?|hare|bunny",
    "mouse": r"mouse|mice|rat|hamster|lemming|shrew", "squirrel": r"squirrels?|chipmunk|marmot|beaver|otter",
    "badger": r"badger|raccoon|skunk|hedgehog",
    "monkey": r"monkeys?|apes?|gorilla|chimp\w*|lemur|orangutan", "kangaroo": r"kangaroo|wallaby",
    "lizard": r"lizards?|gecko|iguana|chameleon|salamander|newt", "crocodile": r"crocodiles?|alligator|caiman",
    "dinosaur": r"dino\w*|brachiosaur\w*|sauropod|diplodocus|t-?rex|tyrannosaur\w*|raptor|dragon",
    "whale": r"whales?|orca|humpback", "dolphin": r"dolphins?|porpoise|seal|walrus|sea lion|manatee",
    "shark": r"sharks?", "octopus": r"octopus\w*|octopi|squid|cuttlefish|kraken", "turtle": r"turtles?|tortoise",
    "crab": r"crabs?|lobster|shrimp", "frog": r"frogs?|toad",
    "snake": r"snakes?|serpent|cobra|python|eel|worm", "seahorse": r"sea ?horses?",
    "jellyfish": r"jelly ?fish|medusa|anemone", "starfish": r"star ?fish|sea star|sea urchin",
    "fish": r"fish(es)?|salmon|trout|tuna|cod|herring|carp|anglerfish|clownfish|ray|manta",
    "eagle": r"eagles?|hawk|falcon|vulture|condor|buzzard|kite", "owl": r"owls?", "penguin": r"penguins?|puffin|auk",
    "gull": r"(sea)?gulls?|albatross|tern", "crow": r"crows?|raven|magpie|jackdaw",
    "parrot": r"parrots?|macaw|toucan|kingfisher|hummingbird", "flamingo": r"flamingos?|ibis",
    "crane": r"cranes?|heron|stork|egret|ostrich|swan|goose|geese",
    "hen": r"hen|chicken|rooster|cock|turkey|peacock|duck\w*",
    "songbird": r"robin|sparrow|songbird|finch|nightingale|wren|pigeon|dove|swallow|starling", "bird": r"birds?",
    "bee": r"bees?|bumblebee|wasp|hornet|fly|mosquito|dragonfly|firefly", "butterfly": r"butterfl\w+|moths?",
    "beetle": r"beetles?|ladybug|ladybird|bug|ants?|insects?|spider|scorpion",
}  # fmt: skip

MACHINES = {
    "train": r"trains?|locomotive|steam engine|tram",
    "sailing ship": r"sailing ship|tall ship|galleon|caravel|schooner|frigate|clipper|sailboat|longship",
    "ship": r"ship|steamer|steamship|ferry|trawler|tanker|icebreaker|vessel|liner",
    "robot": r"robots?|android|automaton|rover|probe", "rocket": r"rockets?|spaceship|spacecraft|shuttle|satellite",
    "balloon": r"balloons?|airship|zeppelin", "submarine": r"submarine|submersible|bathyscaphe",
    "plane": r"(air)?planes?|aeroplane|biplane|aircraft|glider", "car": r"cars?|automobile|truck|jeep|bus|van|tractor",
}  # fmt: skip

THING_WORDS = {
    "lantern": r"lanterns?|torch|beacon", "lamp": r"lamps?|lightbulb|chandelier|lens",
    "candle": r"candles?|candlestick", "book": r"books?|diary|journal|log ?book|notebook|manuscript|ledger|bible|atlas", "map": r"maps?|chart|scroll|parchment|plan|blueprint|paper\w*|newspaper|photograph|painting|flag",
    "compass": r"compass\w*|sextant|astrolabe|barometer|gauge|medal\w*|pocket watch|dial",
    "telescope": r"telescopes?|spyglass|binoculars", "clock": r"clocks?|watch|timer|hourglass",
    "bell": r"bells?|gong", "boat": r"boats?|canoe|rowing boat|dinghy|kayak|raft|sled\w*|cradle",
    "key": r"keys?|lock|padlock",
    "chest": r"chests?|treasure|trunk|suitcase|coffer",
    "crate": r"crates?|box(es)?|barrel|cargo|package|parcel|hive|beehive|cage",
    "bottle": r"bottles?|vase|jug|amphora|urn|pot|pottery|jar|vial",
    "cup": r"cups?|mug|teapot|tea|coffee|bowl|kettle|goblet|chalice",
    "letter": r"letters?|envelope|postcard|telegram|note|ticket",
    "radio": r"radios?|receiver|transmitter|gramophone|telephone|phone|television|computer|typewriter|telegraph",
    "camera": r"cameras?|projector", "flower": r"flowers?|rose|tulip|orchid|plants?|seedlings?|sapling|blossom|herbs?|mushrooms?|leaf|leaves|seeds?", "coin": r"coins?|gold|money|jewels?|ring|necklace|crown",
    "fossil": r"fossils?|ammonite|bones?|skull|skeleton", "shell": r"shells?|pearl|coral",
    "stone": r"stones?|rocks?|boulder|pebble|meteorite|crystal|gem|ice|mineral|egg",
    "microscope": r"microscopes?|apparatus|machine|instruments? panel", "globe": r"globes?|planet|sphere|ball|orb",
    "flask": r"flasks?|beaker|potion|test tubes?|medicine",
    "wheel": r"wheels?|helm|gears?|cog\w*|propeller", "anchor": r"anchors?|chain|hook|harpoon",
    "tool": r"tools?|hammer|axe|wrench|shovel|spade|pickaxe|saw|knife|sword|spear|rifle|net|nets|rope|oar|brush",
    "basket": r"baskets?|food|bread|fruit|apples?|harvest|fish",
    "instrument": r"violin|guitar|lute|cello|fiddle|instrument|flute|drum|harp|piano",
}  # fmt: skip


def paint_being(wish: Wish, kind: str) -> tuple[Pixels, dict[str, Any]]:
    """Paint the character or prop that the prompt names, and say how it stands on a stage."""
    group, name = choose_being(wish, kind)
    sheet, chance = Sheet(), wish.chance("being")
    tint = ink(wish.colours()[0]) if wish.colours() else None
    notes = _PAINTERS[group](sheet, name, tint, wish)
    mirrored = chance.random() < 0.4 and group != "thing"
    return grade_pixels(wish, sheet.finished(mirrored=mirrored)), notes


def choose_being(wish: Wish, kind: str) -> tuple[str, str]:
    """Choose by the word that comes first in the text; a prop is a thing before it is a being."""
    tables = {"person": PEOPLE, "animal": ANIMALS, "machine": MACHINES}
    if kind == "prop":
        tables = {"thing": THING_WORDS}
    found = [
        (place, order, group, name)
        for order, (group, table) in enumerate(tables.items())
        for name, pattern in table.items()
        if (place := wish.where(pattern)) is not None
    ]
    if found:
        return _most_exact(found)
    if kind == "prop":
        later = [("machine", name) for name, pattern in MACHINES.items() if wish.says(pattern)]
        return later[0] if later else ("thing", wish.chance("thing").choice(("crate", "book", "lantern")))
    return "person", wish.chance("person").choice(("man", "woman", "explorer", "reader"))


def _most_exact(found: list[tuple[int, int, str, str]]) -> tuple[str, str]:
    """Take the earliest word; among people, a trade says more than "man" or "old"."""
    place, _, group, name = min(found)
    if name in ("man", "woman", "elder"):
        trades = [
            each
            for each in found
            if each[2] == "person" and each[3] not in ("man", "woman", "elder") and each[0] - place < 60
        ]
        if trades:
            return min(trades)[2:]
    return group, name


def _person(sheet: Sheet, name: str, tint: object, wish: Wish) -> dict[str, Any]:
    from _paint_people import ROLES, paint_person

    paint_person(sheet, name, wish, wish.chance("person"))
    return {"size": ROLES[name].size}


def _animal(sheet: Sheet, name: str, tint: Any, wish: Wish) -> dict[str, Any]:
    from _paint_beasts import BEASTS, paint_beast

    if name in BEASTS:
        paint_beast(sheet, name, tint, wish.chance("beast"))
        return {"size": BEASTS[name].size}
    from _paint_flyers import FLYERS
    from _paint_swimmers import SWIMMERS

    painter, coat, size, floats = (SWIMMERS | FLYERS)[name]
    painter(sheet, tint or ink(coat), wish.chance("creature"))
    return {"size": size, "floats": floats}


def _machine(sheet: Sheet, name: str, tint: Any, wish: Wish) -> dict[str, Any]:
    from _paint_machines import MACHINES as PAINTERS

    painter, coat, size, floats = PAINTERS[name]
    painter(sheet, tint or ink(coat), wish.chance("machine"))
    return {"size": size, "floats": floats}


def _thing(sheet: Sheet, name: str, tint: Any, wish: Wish) -> dict[str, Any]:
    from _paint_things import THINGS

    painter, colour, size = THINGS[name]
    painter(sheet, tint or ink(colour), wish.chance("thing"))
    return {"size": size}


_PAINTERS = {"person": _person, "animal": _animal, "machine": _machine, "thing": _thing}
