"""What single things sound like: horns, ropes, hammers, wings, instruments. Levels as in nature.py."""

import numpy as np

from sound.noise import RATE, Samples, Stage, fading, grain, tone
from sound.people import quiet_room


def gulls(stage: Stage) -> Samples:
    """Cries of large birds over open land or water: hoarse, falling, three or four in a row."""
    air = 0.005 * stage.noise([(200, -12), (700, 0), (4000, -10), (12000, -30)])
    for at in stage.moments(0.45):
        pitch, side, loud = stage.between(750, 1300), stage.pan(), stage.between(0.06, 0.16)
        for number in range(int(stage.random.integers(2, 5))):
            time = grain(stage.between(0.22, 0.36))
            bend = np.sin(np.pi * np.sqrt(time / time[-1])) * 0.35 + 0.85
            turn = np.cumsum(pitch * bend) / RATE
            voice = sum(np.sin(2 * np.pi * part * turn) / part for part in (1, 2, 3, 4))
            cry = np.asarray(voice * np.abs(np.sin(np.pi * time / time[-1])) ** 0.7, np.float32)
            stage.place(air, at + 0.42 * number, np.float32(loud * 0.85**number) * cry, side)
    return stage.in_a_room(air, 1.2, 0.5)


def horn(stage: Stage) -> Samples:
    """A foghorn, siren or whistle, far away: one long note and its echo."""
    air = 0.006 * stage.noise([(60, -8), (200, 0), (900, -14), (5000, -34)])
    pitch, time = stage.between(95, 150), grain(1.8)
    note = sum((0.7**part) * tone(time, pitch * part, pitch * part * 0.99) for part in range(1, 8))
    swell = np.minimum(time / 0.12, 1) * np.minimum((time[-1] - time) / 0.3, 1)
    for at in np.arange(stage.between(0.2, 1.2), stage.seconds, stage.between(4.2, 5.5)):
        stage.place(air, float(at), np.asarray(0.1 * note * swell, np.float32), -0.3)
    return stage.in_a_room(air, 2.2, 0.8)


def creak(stage: Stage) -> Samples:
    """Wood and rope under strain: quick small slips, faster and slower."""
    wood = 0.004 * stage.noise([(60, -8), (160, 0), (700, -14), (4000, -34)])
    time = grain(0.03)
    for at in stage.moments(0.55):
        pitch, side, slips = stage.between(260, 620), stage.pan(), int(stage.random.integers(14, 40))
        moment = at
        for number in range(slips):
            slip = tone(time, pitch, pitch * 0.9) * fading(time, 0.001, 0.006)
            stage.place(wood, moment, np.float32(0.26 * np.sin(np.pi * (number + 1) / (slips + 1))) * slip, side)
            moment += 0.012 + 0.02 * abs(np.sin(3.1 * number / slips)) + stage.between(0, 0.004)
    return stage.in_a_room(wood, 0.5, 0.4)


def hammers(stage: Stage) -> Samples:
    """Work by hand: blows on wood and metal, never quite even."""
    shop = 0.006 * stage.noise([(80, -8), (250, 0), (1500, -14), (6000, -32)])
    for pitch, pause, side in ((430.0, 0.72, -0.3), (1370.0, 1.15, 0.4)):
        for at in np.arange(stage.between(0, 0.6), stage.seconds, pause):
            time = grain(0.2)
            ring = tone(time, pitch, pitch) + 0.5 * tone(time, pitch * 2.71, pitch * 2.71)
            blow = ring * fading(time, 0.001, 0.03) + 0.8 * tone(time, 150, 90) * fading(time, 0.001, 0.015)
            stage.place(shop, max(0.0, float(at) + stage.between(-0.04, 0.04)), np.float32(0.16) * blow, side)
    return stage.in_a_room(shop, 0.8, 0.5)


def steam(stage: Stage) -> Samples:
    """Steam, static or spray: a hiss that comes in sighs."""
    hiss = stage.noise([(1200, -26), (3500, -2), (6500, 0), (12000, -6), (18000, -24)])
    return np.asarray(0.045 * stage.drift(0.7, 0.25, 1.0) ** 2 * hiss + 0.3 * quiet_room(stage), np.float32)


def drums(stage: Stage) -> Samples:
    """Low drums, played slowly and far away."""
    air = 0.004 * stage.noise([(60, -8), (200, 0), (900, -14), (5000, -34)])
    time = grain(0.5)
    for number, at in enumerate(np.arange(0.15, stage.seconds, 0.42)):
        level = (0.26, 0.0, 0.13, 0.1, 0.22, 0.0, 0.15, 0.0)[number % 8]
        stage.place(air, float(at), np.float32(level) * tone(time, 92, 58) * fading(time, 0.003, 0.11))
    return stage.in_a_room(air, 1.5, 0.6)


def bees(stage: Stage) -> Samples:
    """Small wings that come close and go away again."""
    hum = stage.empty()
    for number in range(5):
        turn = np.cumsum(stage.between(170, 240) * stage.drift(0.3, 0.94, 1.06), dtype=np.float64) / RATE % 1
        near = stage.drift(1.1, 0.0, 1.0) ** 3
        stage.place(hum, 0.0, np.float32(0.16) * near * (2 * turn.astype(np.float32) - 1), 0.4 * (number - 2))
    return stage.shaped(hum, [(120, -20), (220, 0), (900, -6), (2500, -20), (6000, -46)])


def canvas(stage: Stage) -> Samples:
    """Cloth or wings that beat in the air."""
    cloth = stage.noise([(60, -16), (180, 0), (700, -5), (2500, -16), (8000, -36)], width=0.6)
    beat = np.abs(np.sin(np.pi * np.cumsum(stage.drift(0.9, 3.5, 8.0), dtype=np.float64) / RATE)).astype(np.float32)
    return np.asarray(0.08 * stage.drift(1.3, 0.1, 1.0) * beat**6 * cloth + 0.008 * cloth, np.float32)


def beeps(stage: Stage) -> Samples:
    """Instruments that keep watch: soft short tones over the air of a machine room."""
    room = quiet_room(stage)
    time = grain(0.09)
    for pitch, pause, side in ((880.0, 1.9, -0.4), (1320.0, 2.7, 0.5), (1180.0, 3.3, 0.1)):
        for at in np.arange(stage.between(0, 1.5), stage.seconds, pause):
            stage.place(room, float(at), np.float32(0.035) * tone(time, pitch, pitch) * fading(time, 0.006, 0.08), side)
    return stage.in_a_room(room, 0.6, 0.3)


def wheels(stage: Stage) -> Samples:
    """A cart or a rolling chair: a low roll that rattles."""
    roll = 0.05 * stage.noise([(40, -14), (100, 0), (320, -6), (1200, -24), (5000, -44)], width=0.5)
    rattle = stage.noise([(700, -20), (1800, 0), (4000, -8), (9000, -30)])
    shake = np.clip(stage.drift(0.045, -0.6, 1.0), 0, 1)
    return np.asarray(stage.drift(0.9, 0.6, 1.0) * (roll + 0.03 * shake * rattle), np.float32)


def breath(stage: Stage) -> Samples:
    """Somebody or something large that breathes slowly."""
    air = stage.noise([(150, -24), (450, -4), (1100, 0), (3000, -12), (8000, -34)], width=0.3)
    turn = stage.time / np.float32(3.4)
    chest = np.clip(np.sin(2 * np.pi * turn), 0, 1) ** 1.5 + 0.6 * np.clip(-np.sin(2 * np.pi * turn), 0, 1) ** 1.5
    return np.asarray(0.035 * chest * air + 0.3 * quiet_room(stage), np.float32)


def scratching(stage: Stage) -> Samples:
    """Pens, brushes, pages, a plane on wood: short strokes close by."""
    stroke = stage.noise([(800, -22), (2400, 0), (5500, -3), (11000, -20)], width=0.4)
    hand = np.clip(stage.drift(0.14, -0.8, 1.0), 0, 1) * np.clip(stage.drift(1.2, -0.5, 1.5), 0, 1)
    return np.asarray(0.05 * hand * stroke + 0.3 * quiet_room(stage), np.float32)


def pebbles(stage: Stage) -> Samples:
    """Small stones that come loose and tumble."""
    slope = 0.003 * stage.noise([(80, -8), (300, 0), (1500, -14), (6000, -32)])
    for at in stage.moments(0.5):
        moment, side = at, stage.pan()
        for number in range(int(stage.random.integers(5, 16))):
            pitch, time = stage.between(900, 2600), grain(0.03)
            click = tone(time, pitch, pitch * 0.9) * fading(time, 0.0008, 0.005)
            stage.place(slope, moment, np.float32(0.32 * 0.88**number) * click, side + stage.between(-0.1, 0.1))
            moment += stage.between(0.03, 0.16)
    return stage.in_a_room(slope, 0.9, 0.4)


def music(stage: Stage) -> Samples:
    """Somebody plays or sings far away: slow notes of five tones."""
    air = 0.004 * stage.noise([(80, -8), (250, 0), (1500, -14), (6000, -32)])
    root, time = stage.between(196, 262), grain(1.6)
    swell = np.minimum(time / 0.12, 1) * np.exp(-time / np.float32(0.7)) * np.minimum((time[-1] - time) / 0.2, 1)
    for at in np.arange(0.1, stage.seconds, 0.7):
        pitch = root * (1, 1.125, 1.25, 1.5, 1.6667, 2)[int(stage.random.integers(6))]
        note = (
            tone(time, pitch, pitch) + 0.4 * tone(time, 2 * pitch, 2 * pitch) + 0.2 * tone(time, 3 * pitch, 3 * pitch)
        )
        stage.place(air, float(at), np.asarray(0.07 * note * swell, np.float32), 0.3)
    return stage.in_a_room(air, 2.0, 0.8)
