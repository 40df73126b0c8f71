"""From words to sound: which sounds a description names, and how they are laid over each other."""

import re
from collections.abc import Callable

import numpy as np

from sound.nature import (
    birds,
    cave,
    crickets,
    fire,
    leaves,
    rain,
    rumble,
    sea,
    snow,
    space,
    stream,
    thunder,
    underwater,
    wind,
)
from sound.noise import RATE, Samples, Stage
from sound.objects import (
    beeps,
    bees,
    breath,
    canvas,
    creak,
    drums,
    gulls,
    hammers,
    horn,
    music,
    pebbles,
    scratching,
    steam,
    wheels,
)
from sound.people import bells, clock, crowd, engine, footsteps, heartbeat, quiet_room, traffic, train

Sound = Callable[[Stage], Samples]

# The beginnings of words, and what they sound like. A word belongs to the first line that fits it.
WORDS: tuple[tuple[str, tuple[Sound, ...]], ...] = (
    (r"underwater|submerged|beneath the (?:surface|waves|water|sea)|deep sea|sonar|submarine", (underwater,)),
    (r"thunderstorm|tempest", (thunder, rain, wind)),
    (r"thunder|lightning", (thunder,)),
    (r"snowstorm|blizzard|sandstorm|gale|hurricane|howling", (wind,)),
    (r"storm", (wind, rain, thunder)),
    (r"rain(?!bow)|drizzle|downpour|monsoon|shower", (rain,)),
    (r"cave|cavern|drip\w*(?: water| leaves)?|grotto|tunnel|crypt|vault", (cave,)),
    (r"fog ?horn|horns?\b|sirens?\b|whistle", (horn,)),
    (r"sea ?gull|gull|crow(?:s|ing)?\b|raven|geese|goose|cranes?\b|penguin|eagle|hawk|strange birds", (gulls,)),
    (r"ocean|sea(?:s|shore|side)?\b|wave|surf\b|shore|coast|beach|tide|harbou?r", (sea,)),
    (r"river|stream|brook|creek|water|rapids|splash|trickl|fountain|lapping", (stream,)),
    (r"footstep|crunch|walking|paws?\b|hoof|hooves|gravel|marching|boots", (footsteps,)),
    (r"pebble|(?:small|falling|loose) stones|rockfall|scree", (pebbles,)),
    (r"snow|ice\b|icy|frost|frozen|glacier|arctic|polar|silen(?:ce|t)|stillness", (snow,)),
    (r"creak|rope|timber|rigging|floorboard|branches", (creak,)),
    (r"hammer|chopping|clank|anvil|knock|carpent|chisel|clinking|cutlery|couplings", (hammers,)),
    (r"steam|hiss|static|kettle|spray|bubbling|boil", (steam,)),
    (r"drum", (drums,)),
    (r"bees?\b|buzz|hive|flies\b|wasp", (bees,)),
    (r"flap|canvas|wings|flags?\b|sails?\b|bats?\b", (canvas,)),
    (r"beep|telephone|radio|computer|monitor|electronic", (beeps,)),
    (r"cart|wheel|rattl|rolling|wagon|gears", (wheels,)),
    (r"breath|snor|sigh", (breath,)),
    (r"scratch|pens?\b|pencil|paper|pages|brush|chalk|plane on wood|file on metal|writing", (scratching,)),
    (r"piano|violin|fiddle|choir|sing|organ\b|music|orchestra|flute|harp|guitar|lullaby", (music,)),
    (r"wind|gust|breez|draught|desert|dune|mountain|summit|tundra", (wind,)),
    (r"bird|chirp|dawn|lark|dove|pigeon|woodpecker|owl|meadow|garden", (birds,)),
    (r"forest|jungle|wood(?:s|land)\b|rainforest", (leaves, birds)),
    (r"rustl|leaves|leaf|foliage|trees?\b|grass|reeds|pines?\b|wheat|grain\b", (leaves,)),
    (r"night|cricket|cicada|insect|dusk|savanna|frog", (crickets,)),
    (r"fire(?!fl)|flame|crackl|campfire|hearth|burn|torch|ember|candle|stove", (fire,)),
    (r"volcan|lava|earthquake|rumbl|avalanche|eruption|quake|landslide|explosion", (rumble,)),
    (r"trains?\b|rails?\b|railway|locomotive|(?<!space )station|metro|subway", (train,)),
    (r"engine|machine|motor|factory|generator|hum\b|humming|whirr|turbine|propeller|mechani|fans?\b", (engine,)),
    (r"bells?\b|church|toll|monaster|temple|chime", (bells,)),
    (r"traffic|cit(?:y|ies)\b|street|towns?\b|urban|cars?\b|roads?\b", (traffic,)),
    (r"crowd|market|voices|people|audience|murmur|chatter|bazaar|applause|cheer|caf[eé]|children|bargain", (crowd,)),
    (r"clock|tick(?:s|ing)?\b|library", (clock,)),
    (r"heartbeat|beating heart|pulse", (heartbeat,)),
    (r"space|cosm|galax|stars\b|planet|orbit|void|nebula|drone|ethereal|synth|low tone|aurora", (space,)),
)
MOST_LAYERS = 4
QUIETER_DB = 4.0
LOUDEST_PEAK = 0.47  # -6.6 dBFS


def sounds_named(description: str) -> list[Sound]:
    """List the sounds that a description names, in its order; what comes after "no" or "without" is left out."""
    text = re.sub(r"\b(?:no|without|never)\s+\w+", " ", description.lower())
    found: list[tuple[int, tuple[Sound, ...]]] = []
    for pattern, sounds in WORDS:
        fitting = re.compile(rf"\b(?:{pattern})\w*")
        found += [(match.start(), sounds) for match in fitting.finditer(text)]
        text = fitting.sub(lambda match: " " * len(match.group()), text)
    named = [sound for _, sounds in sorted(found, key=lambda each: each[0]) for sound in sounds]
    return list(dict.fromkeys(named))[:MOST_LAYERS] or [quiet_room]


def ambience(description: str, seconds: float, seed: int) -> Samples:
    """Fill `seconds` with the sounds named, the first one strongest: (2, samples) with peaks under -6 dBFS."""
    stage = Stage(seconds, seed)
    mix = stage.empty()
    for number, sound in enumerate(sounds_named(description)):
        mix += sound(stage) * np.float32(1.0 if number == 0 else 10 ** (-QUIETER_DB / 20))
    mix -= mix.mean(axis=1, keepdims=True)
    edge = min(int(0.008 * RATE), stage.length // 2)
    mix[:, :edge] *= np.linspace(0, 1, edge, dtype=np.float32)
    mix[:, -edge:] *= np.linspace(1, 0, edge, dtype=np.float32)
    peak = float(np.abs(mix).max())
    return mix * np.float32(min(1.0, LOUDEST_PEAK / max(peak, 1e-9)))
