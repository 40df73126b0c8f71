"""Trouble on purpose: films in flight while processes die, the database goes, the disk fills and the providers fail.

    python -m tests.chaos --films 20 --faults 100 --seed 1

It prints one JSON line: what was done, what became of the films and of the money, and a sentence for each broken promise.
"""
