"""From words to sound: which sounds a description names, and how they are laid over each other."""

import re
from collections.abc import Callable

import numpy as np
from _nature import (
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
from _noise import RATE, Samples, Stage
from _people import bells, clock, crowd, engine, footsteps, heartbeat, quiet_room, traffic, train

Sound = Callable[[Stage], Samples]

# The beginnings of words, and what they sound like. The first line that fits a word decides.
WORDS: tuple[tuple[str, tuple[Sound, ...]], ...] = (
    (r"underwater|submerged|beneath the (?:surface|waves|water|sea)|deep sea|sonar|submarine", (underwater,)),
    (r"thunderstorm|tempest", (thunder, rain, wind)),
    (r"thunder|lightning", (thunder,)),
    (r"snowstorm|blizzard|sandstorm|gale|hurricane|howling", (wind,)),
    (r"storm", (wind, rain, thunder)),
    (r"rain|drizzle|downpour|monsoon|shower", (rain,)),
    (r"cave|cavern|drip|dripping|grotto|tunnel|crypt|vault", (cave,)),
    (r"ocean|sea(?:s|shore|side)?\b|wave|surf|shore|coast|beach|tide|harbour|harbor", (sea,)),
    (r"river|stream|brook|creek|water|waterfall|rapids|splash|trickl|fountain", (stream,)),
    (r"crunch|footstep|walking|paws?\b|hoof|hooves|gravel|marching|boots", (footsteps,)),
    (r"snow|ice|icy|frost|frozen|glacier|arctic|polar|silence|silent|stillness", (snow,)),
    (r"wind|gust|breez|draught|desert|dune|mountain|summit|tundra", (wind,)),
    (r"bird|gull|song(?:bird)?s?\b|chirp|dawn|chorus|owl|meadow|garden", (birds,)),
    (r"forest|jungle|wood(?:s|land)\b|rustl|leaves|leaf|foliage|tree|grass", (leaves, birds)),
    (r"night|cricket|cicada|insect|dusk|savanna|frog", (crickets,)),
    (r"fire|flame|crackl|campfire|hearth|burn|torch|ember|candle", (fire,)),
    (r"volcan|lava|earthquake|rumbl|avalanche|eruption|quake|rockfall|landslide|explosion", (rumble,)),
    (r"train|rail|locomotive|carriage|station|metro|subway", (train,)),
    (r"engine|machine|motor|factory|generator|hum|humming|whirr|turbine|ship|boat|propeller|mechanical", (engine,)),
    (r"bells?\b|church|toll|monaster|temple|chime", (bells,)),
    (r"traffic|cit(?:y|ies)\b|street|town|urban|cars?\b|road", (traffic,)),
    (r"crowd|market|voices|people|audience|murmur|chatter|bazaar|applause|cheer|caf[eé]", (crowd,)),
    (r"clock|tick|watch(?:es)?\b|library", (clock,)),
    (r"heart|pulse", (heartbeat,)),
    (r"space|cosm|galax|star|planet|orbit|void|nebula|drone|ethereal|moon|synth", (space,)),
)
MOST_LAYERS = 4
QUIETER_DB = 4.0
LOUDEST_PEAK = 0.47  # -6.6 dBFS


def sounds_named(description: str) -> list[Sound]:
    """List the sounds that a description names, in its order; what comes after "no" or "without" is left out."""
    text = re.sub(r"\b(?:no|without|never)\s+\w+", " ", description.lower())
    found: dict[int, tuple[Sound, ...]] = {}
    for pattern, sounds in WORDS:
        for match in re.finditer(rf"\b(?:{pattern})", text):
            found.setdefault(match.start(), sounds)
    named = [sound for start in sorted(found) for sound in found[start]]
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
