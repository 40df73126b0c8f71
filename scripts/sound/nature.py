"""What nature sounds like. Each function fills a stage; levels are chosen so that layers can be added.

A steady sound has an RMS near 0.1, a sound of single events peaks near 0.5.
"""

import numpy as np

from sound.noise import Samples, Stage, fading, grain, tone


def wind(stage: Stage) -> Samples:
    """Gusts: the stronger they are, the higher they howl."""
    gust = stage.drift(1.7, 0.15, 1.0) * stage.drift(0.6, 0.75, 1.0)
    body = stage.noise([(40, -30), (110, 0), (350, -6), (900, -34)], width=0.6)
    howl = stage.noise([(300, -40), (520, 0), (760, -3), (1500, -30)], width=0.8)
    hiss = stage.noise([(900, -30), (2000, 0), (5000, -12), (11000, -40)])
    return np.asarray(0.13 * gust * body + 0.07 * gust**2 * howl + 0.022 * gust**2 * hiss, np.float32)


def rain(stage: Stage) -> Samples:
    """Many drops far away make the hiss; single drops nearby tick."""
    far = stage.noise([(200, -34), (900, -12), (3000, 0), (9000, -3), (17000, -16)])
    near = stage.empty()
    drops = stage.random.integers(0, stage.length, int(90 * stage.seconds))
    near[stage.random.integers(0, 2, len(drops)), drops] = stage.random.exponential(1.0, len(drops))
    near = stage.shaped(near, [(400, -30), (1800, 0), (6000, 0), (14000, -20)])
    return 0.075 * stage.drift(2.5, 0.8, 1.0) * far + 0.28 * near


def thunder(stage: Stage) -> Samples:
    """A roll that comes in blows and dies away, and a second one far off."""
    low = stage.noise([(18, -12), (45, 0), (110, -6), (400, -32), (1500, -60)], width=0.5)
    crack = stage.noise([(80, -12), (250, 0), (900, -10), (3500, -34)], width=0.7)
    roll, blow = np.zeros(stage.length, np.float32), np.zeros(stage.length, np.float32)
    start = stage.between(0.03, 0.12) * stage.seconds
    for number in range(9):
        at = start + stage.between(0.1, 0.9) * number * 0.6
        since = np.maximum(stage.time - np.float32(at), 0)
        swell = np.minimum(since / 0.06, 1) * np.exp(-since / np.float32(0.55 + 0.12 * number))
        roll += np.float32(stage.between(0.4, 1.0) * 0.86**number) * swell
        blow += np.float32(0.5**number) * np.minimum(since / 0.012, 1) * np.exp(-since / np.float32(0.16))
    return np.asarray(0.16 * roll * low + 0.07 * blow * crack + 0.015 * low, np.float32)


def stream(stage: Stage) -> Samples:
    """Running water: hundreds of small bubbles, each a tone that rises as it bursts, over a soft rush."""
    water = (
        0.03 * stage.drift(1.1, 0.7, 1.0) * stage.noise([(150, -26), (500, -6), (1300, 0), (4000, -10), (11000, -34)])
    )
    for at in stage.moments(60):
        pitch = float(stage.random.lognormal(6.75, 0.45))
        time = grain(stage.between(0.02, 0.07))
        strength = float(stage.random.exponential(0.06))
        bubble = tone(time, pitch, pitch * stage.between(1.1, 1.6)) * fading(time, 0.003, 0.018)
        stage.place(water, at, np.float32(min(strength, 0.3)) * bubble, stage.pan())
    return water


def sea(stage: Stage) -> Samples:
    """Waves that come in, break and draw back over the sand."""
    period = stage.between(5.0, 6.5)
    turn = stage.time / np.float32(period) + np.float32(stage.between(0.3, 0.6))
    swell, back = _wave(turn), _wave(turn - np.float32(0.9 / period)) * stage.drift(0.4, 0.7, 1.0)
    deep = stage.noise([(30, -20), (90, 0), (300, -5), (900, -24), (3000, -50)], width=0.5)
    surf = stage.noise([(250, -24), (700, -3), (1800, 0), (5000, -9), (12000, -26)])
    foam = stage.noise([(2000, -28), (5000, 0), (10000, -3), (17000, -16)])
    return np.asarray(
        0.09 * (0.35 + swell) * deep + 0.11 * (0.08 + swell) * surf + 0.035 * (0.06 + back) * foam, np.float32
    )


def _wave(turn: Samples) -> Samples:
    place = turn % 1
    return np.asarray(np.where(place < 0.4, (place / 0.4) ** 2, ((1 - place) / 0.6) ** 1.6), np.float32)


def underwater(stage: Stage) -> Samples:
    """Everything above is gone: a dull pressure that moves, and bubbles."""
    deep = stage.noise([(20, -14), (60, 0), (160, -4), (420, -22), (900, -54)], width=0.8)
    hum = stage.noise([(150, -40), (240, 0), (330, -2), (600, -38)], width=0.9)
    water = 0.12 * stage.drift(1.4, 0.5, 1.0) * deep + 0.03 * stage.drift(0.9, 0.1, 1.0) * hum
    for at in stage.moments(0.6):
        side = stage.pan()
        for number in range(int(stage.random.integers(4, 12))):
            pitch = stage.between(220, 520)
            time = grain(stage.between(0.05, 0.12))
            bubble = tone(time, pitch, pitch * 1.5) * fading(time, 0.008, 0.03)
            moment = at + number * stage.between(0.05, 0.11)
            stage.place(water, moment, np.float32(stage.between(0.03, 0.12)) * bubble, side)
    return water


def birds(stage: Stage) -> Samples:
    """Three birds, each with its own phrase that it repeats."""
    air = 0.006 * stage.noise([(200, -14), (800, 0), (4000, -8), (12000, -30)])
    for _ in range(3):
        pitch, side, loud = stage.between(2400, 4800), stage.pan(), stage.between(0.12, 0.3)
        phrase = [stage.random.uniform(0.75, 1.3, 2) for _ in range(int(stage.random.integers(2, 6)))]
        pace = stage.between(0.09, 0.19)
        for at in np.arange(stage.between(0, 1.5), stage.seconds, stage.between(1.4, 2.8)):
            for number, (start, stop) in enumerate(phrase):
                time = grain(pace * 0.75)
                note = tone(time, pitch * start, pitch * stop) * np.sin(np.pi * time / time[-1]) ** 2
                stage.place(air, float(at) + number * pace, np.float32(loud) * note, side)
    return stage.in_a_room(air, 0.9, 0.35)


def crickets(stage: Stage) -> Samples:
    """A warm night: crickets near and far, each a trill of short pulses, over still air."""
    night = 0.008 * stage.noise([(60, -10), (200, 0), (1200, -14), (6000, -34)])
    night += 0.006 * stage.drift(1.0, 0.6, 1.0) * stage.noise([(3800, -34), (4600, 0), (5200, -2), (6400, -34)])
    for _ in range(4):
        pitch, pulse = stage.between(4100, 5000), stage.between(26, 36)
        trill = stage.between(1.4, 2.4)
        beat = np.maximum(np.sin(2 * np.pi * pulse * stage.time), 0) ** 1.5
        rest = np.clip(3 * np.sin(2 * np.pi * (trill * stage.time + stage.between(0, 1))) + 0.6, 0, 1)
        song = np.sin(2 * np.pi * pitch * stage.time.astype(np.float64)).astype(np.float32) * beat * rest
        stage.place(night, 0.0, np.float32(stage.between(0.02, 0.09)) * song, stage.pan())
    return night


def fire(stage: Stage) -> Samples:
    """A low flutter of flames, and wood that cracks."""
    flames = stage.noise([(30, -16), (80, 0), (250, -6), (700, -22), (3000, -40)], width=0.6)
    hiss = stage.noise([(1500, -30), (4000, 0), (9000, -4), (15000, -20)])
    blaze = 0.07 * stage.drift(0.16, 0.45, 1.0) * flames + 0.01 * stage.drift(0.5, 0.4, 1.0) * hiss
    for at in stage.moments(14):
        time = grain(stage.between(0.004, 0.03))
        crack = stage.random.standard_normal(len(time)).astype(np.float32) * fading(time, 0.0007, 0.005)
        stage.place(blaze, at, np.float32(min(stage.random.exponential(0.09), 0.5)) * crack, stage.pan() / 2)
    return blaze


def leaves(stage: Stage) -> Samples:
    """A breeze in the trees."""
    rustle = stage.noise([(700, -30), (2200, -3), (4500, 0), (9000, -8), (15000, -28)])
    bough = stage.noise([(60, -24), (160, 0), (500, -8), (1200, -32)], width=0.7)
    breeze = stage.drift(1.3, 0.1, 1.0)
    return 0.055 * breeze**1.5 * stage.drift(0.12, 0.6, 1.0) * rustle + 0.02 * breeze * bough


def snow(stage: Stage) -> Samples:
    """The silence of a cold place: thin air, and far away the ice that works."""
    air = stage.noise([(120, -18), (400, -4), (900, 0), (2600, -12), (9000, -30)])
    cold = 0.012 * stage.drift(1.8, 0.4, 1.0) * air
    for at in stage.moments(0.25):
        time = grain(stage.between(0.25, 0.6))
        pitch = stage.between(500, 1100)
        creak = tone(time, pitch, pitch * 0.35) * fading(time, 0.004, 0.07)
        stage.place(cold, at, np.float32(stage.between(0.02, 0.06)) * creak, stage.pan())
    return stage.in_a_room(cold, 1.6, 0.5)


def cave(stage: Stage) -> Samples:
    """Drops that fall into still water under a high vault."""
    hollow = stage.noise([(50, -12), (130, 0), (300, -10), (900, -34)], width=0.9)
    drops = 0.01 * stage.drift(2.0, 0.6, 1.0) * hollow
    for at in stage.moments(1.1):
        pitch = stage.between(700, 1900)
        time = grain(0.12)
        drop = tone(time, pitch, pitch * 1.35) * fading(time, 0.001, 0.022)
        stage.place(drops, at, np.float32(stage.between(0.08, 0.3)) * drop, stage.pan())
    return stage.in_a_room(drops, 2.4, 0.9)


def rumble(stage: Stage) -> Samples:
    """The earth itself: a deep swell with stones that give way."""
    deep = stage.noise([(18, -6), (32, 0), (60, -3), (150, -20), (600, -50)], width=0.4)
    grit = stage.noise([(150, -24), (400, 0), (1200, -10), (4000, -36)], width=0.8)
    swell = stage.drift(1.2, 0.3, 1.0)
    return 0.17 * swell * stage.drift(0.1, 0.7, 1.0) * deep + 0.03 * swell**3 * stage.drift(0.05, 0.0, 1.0) * grit


def space(stage: Stage) -> Samples:
    """What the void would sound like: slow tones that beat against each other, and a faint shimmer."""
    void = 0.01 * stage.noise([(30, -10), (80, 0), (300, -16), (1500, -30), (6000, -40)])
    root = stage.between(48, 60)
    for ratio, level in ((1, 0.09), (1.4983, 0.06), (2.003, 0.045), (3.004, 0.02), (4.49, 0.008), (6.01, 0.005)):
        for side in (-0.7, 0.7):
            pitch = root * ratio * stage.between(0.997, 1.003)
            voice = np.sin(2 * np.pi * (pitch * stage.time + stage.between(0, 1))).astype(np.float32)
            stage.place(void, 0.0, np.float32(level) * stage.drift(2.6, 0.3, 1.0) * voice, side)
    return void
