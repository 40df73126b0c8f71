"""What people and their machines sound like. Levels as in nature.py."""

import numpy as np

from sound.noise import RATE, Samples, Stage, fading, grain, tone


def traffic(stage: Stage) -> Samples:
    """A town: the hum of many engines, and cars that pass from one side to the other."""
    town = 0.06 * stage.noise([(30, -12), (70, 0), (180, -4), (600, -16), (2500, -34)], width=0.7)
    tyres = stage.noise([(200, -20), (600, 0), (1400, -2), (4000, -18), (10000, -40)], width=0.2)
    for at in stage.moments(0.35):
        away = (stage.time - np.float32(at)) / np.float32(stage.between(0.7, 1.3))
        near = 1 / (1 + away**2)
        side = (1 + np.float32(stage.random.choice([-1, 1])) * np.tanh(away)) / 2
        town += 0.07 * near * tyres * np.stack([0.3 + 0.7 * side, 1 - 0.7 * side])
    return town


def crowd(stage: Stage) -> Samples:
    """Many voices at once: buzzing throats that talk in syllables, none of which can be understood."""
    voices = stage.empty()
    for number in range(10):
        pitch = stage.between(95, 230) * stage.drift(0.35, 0.88, 1.16)
        throat = 2 * (np.cumsum(pitch, dtype=np.float64) / RATE % 1).astype(np.float32) - 1
        talk = np.clip(stage.drift(0.13, -0.5, 1.0), 0, 1) * np.clip(stage.drift(1.3, -0.4, 1.4), 0, 1)
        stage.place(voices, 0.0, np.float32(0.25) * throat * talk, -0.9 + 0.2 * number)
    vowels = [(90, -30), (250, -6), (520, 0), (800, -9), (1250, -5), (1700, -12), (2500, -13), (4000, -34), (8000, -70)]
    murmur = stage.noise([(150, -24), (400, 0), (1000, -6), (2500, -16), (6000, -40)])
    breath = stage.drift(0.2, 0.5, 1.0)
    return stage.in_a_room(0.5 * stage.shaped(voices, vowels), 0.7, 0.7) + 0.025 * breath * murmur


def train(stage: Stage) -> Samples:
    """Wheels over rail joints, two by two, in a rolling carriage."""
    roll = 0.07 * stage.noise([(30, -14), (65, 0), (160, -4), (500, -16), (2500, -36)], width=0.6)
    steel = 0.012 * stage.drift(1.2, 0.4, 1.0) * stage.noise([(900, -26), (2200, 0), (3400, -4), (7000, -26)])
    turn, time = stage.between(0.62, 0.78), grain(0.16)
    knock = tone(time, 120, 62) * fading(time, 0.002, 0.03)
    for at in np.arange(0.1, stage.seconds, turn):
        for late, level in ((0.0, 0.3), (0.13, 0.22)):
            click = stage.random.standard_normal(len(time)).astype(np.float32) * fading(time, 0.001, 0.008)
            stage.place(roll, float(at) + late, np.float32(level) * (knock + 0.25 * click), 0.15 if late else -0.15)
    return roll + steel


def engine(stage: Stage) -> Samples:
    """A machine that turns: the harmonics of its speed, never quite steady, and its air."""
    speed = stage.between(24, 38) * stage.drift(2.2, 0.985, 1.015)
    turn = (np.cumsum(speed, dtype=np.float64) / RATE % 1).astype(np.float32)
    motor = np.zeros(stage.length, np.float32)
    for number, level in ((1, 0.5), (2, 1.0), (3, 0.35), (4, 0.6), (6, 0.3), (8, 0.2), (12, 0.1), (16, 0.05)):
        motor += np.float32(level) * np.sin(2 * np.pi * (number * turn + np.float32(stage.between(0, 1))))
    beat = 0.6 + 0.4 * np.maximum(np.sin(2 * np.pi * turn), 0) ** 3
    air = stage.noise([(150, -20), (500, 0), (1600, -6), (6000, -28)])
    return np.asarray(0.05 * np.stack([motor, np.roll(motor, 19)]) + 0.03 * beat * air, np.float32)


def bells(stage: Stage) -> Samples:
    """A bell that is struck now and then, heard over the roofs."""
    air = 0.006 * stage.noise([(80, -8), (250, 0), (1500, -14), (6000, -32)])
    pitch, pause = stage.between(180, 320), stage.between(1.9, 2.6)
    partials = (
        (0.5, 0.5, 2.6),
        (1, 1.0, 1.6),
        (1.2, 0.6, 1.3),
        (1.5, 0.35, 1.0),
        (2, 0.7, 0.9),
        (2.67, 0.25, 0.5),
        (3.01, 0.2, 0.4),
    )
    time = grain(4.5)
    strike = np.zeros(len(time), np.float32)
    for ratio, level, decay in partials:
        strike += np.float32(level) * tone(time, pitch * ratio, pitch * ratio) * fading(time, 0.004, decay)
    for number, at in enumerate(np.arange(stage.between(0.1, 0.6), stage.seconds, pause)):
        stage.place(air, float(at), np.float32(0.14 + 0.03 * (number % 2)) * strike, -0.2)
    return stage.in_a_room(air, 1.8, 0.4)


def footsteps(stage: Stage) -> Samples:
    """Somebody walks over gravel or snow."""
    walk = 0.005 * stage.noise([(100, -10), (300, 0), (1500, -12), (6000, -30)])
    pace = stage.between(0.5, 0.62)
    for number, at in enumerate(np.arange(0.2, stage.seconds, pace)):
        for late, level in ((0.0, 0.16), (0.09, 0.1)):
            time = grain(0.14)
            crunch = np.diff(stage.random.standard_normal(len(time) + 1)).astype(np.float32)
            crunch *= (stage.random.uniform(size=len(time)) < 0.2) * fading(time, 0.012, 0.035)
            heel = tone(time, 110, 70) * fading(time, 0.004, 0.02)
            moment = float(at) + late + stage.between(-0.02, 0.02)
            stage.place(walk, max(moment, 0), np.float32(level) * (crunch + heel), 0.2 if number % 2 else -0.2)
    return stage.in_a_room(walk, 0.3, 0.3)


def clock(stage: Stage) -> Samples:
    """A clock in a quiet room."""
    room = quiet_room(stage)
    for number, at in enumerate(np.arange(0.15, stage.seconds, 0.5)):
        pitch, time = (2600.0, 3100.0)[number % 2], grain(0.05)
        tick = tone(time, pitch, pitch * 0.9) * fading(time, 0.0006, 0.004) + 0.6 * tone(time, 620, 600) * fading(
            time, 0.001, 0.009
        )
        stage.place(room, float(at), np.float32(0.16) * tick, 0.25)
    return stage.in_a_room(room, 0.5, 0.3)


def heartbeat(stage: Stage) -> Samples:
    """A heart, heard from inside."""
    body = 0.012 * stage.noise([(20, -10), (60, 0), (180, -12), (600, -40)], width=0.5)
    time = grain(0.22)
    for at in np.arange(0.2, stage.seconds, 0.96):
        for late, level, pitch in ((0.0, 0.42, 62.0), (0.3, 0.28, 78.0)):
            thump = tone(time, pitch, pitch * 0.6) * fading(time, 0.012, 0.05)
            stage.place(body, float(at) + late, np.float32(level) * thump)
    return body


def quiet_room(stage: Stage) -> Samples:
    """Soft air that moves slowly: what is heard where nothing is said about sound."""
    air = stage.noise([(40, -10), (110, 0), (320, -8), (1200, -18), (5000, -30), (12000, -44)])
    glow = stage.noise([(180, -40), (230, 0), (260, -2), (340, -40)], width=0.9)
    return 0.03 * stage.drift(2.4, 0.5, 1.0) * air + 0.006 * stage.drift(3.1, 0.0, 1.0) * glow
