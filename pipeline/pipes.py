"""What the processes of a cluster share. None of it needs a lock, so whoever is killed can take none along."""

import fcntl
import os
import pickle
import socket
import struct
import sys
import termios
import time
from contextlib import AbstractContextManager, nullcontext
from multiprocessing.sharedctypes import RawValue
from typing import Any

LARGEST = 212_992  # bytes of one message; the usual limit of a socket on Linux
LOOK_UP = 2  # seconds after which a reader looks whether the cluster is still there
PUT_AGAIN = 0.1  # seconds between two looks at whether the last message was taken


class Pipe:
    """A queue whose messages the kernel hands to one reader each. Made by the process that leads; the others end with it.

    Python's own queue holds a lock while it waits: a reader that is killed then leaves all others waiting for ever.
    """

    def __init__(self, *, one_by_one: bool = False) -> None:
        self._leader = os.getpid()
        self._one_by_one = one_by_one  # a message waits with its writer until the one before it was taken
        self._writer, self._reader = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        for end in (self._writer, self._reader):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, LARGEST)
            end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, LARGEST)
        self._reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", LOOK_UP, 0))

    def put(self, message: Any) -> None:
        """Send a message. The leader never waits for room: it must be able to end whatever became of the readers."""
        leads = os.getpid() == self._leader
        packed = pickle.dumps(message)
        while not leads and self._one_by_one and not self.empty():
            self._end_with_the_leader()
            time.sleep(PUT_AGAIN)
        self._writer.send(packed, socket.MSG_DONTWAIT if leads else 0)

    def get(self) -> Any:
        """Wait for a message."""
        while True:
            try:
                return pickle.loads(self._reader.recv(LARGEST))  # noqa: S301 (from our own process)
            except BlockingIOError:
                self._end_with_the_leader()

    def empty(self) -> bool:
        """Say whether everything was taken."""
        return self.qsize() == 0

    def qsize(self) -> int:
        """Give the size of the first message that nobody took yet, 0 when there is none."""
        size: int = struct.unpack("i", fcntl.ioctl(self._reader, termios.FIONREAD, b"\0\0\0\0"))[0]
        return size

    def close(self) -> None:
        """Do nothing: it goes with its processes."""

    def join_thread(self) -> None:
        """Do nothing: what was put is there."""

    def _end_with_the_leader(self) -> None:
        if self._leader not in (os.getpid(), os.getppid()):
            sys.exit()


class Flag:
    """Something that one process says to those that it starts."""

    def __init__(self) -> None:
        self._raised = RawValue("b", 0)

    def set(self) -> None:
        self._raised.value = 1

    def is_set(self) -> bool:
        return bool(self._raised.value)


class Timer:
    """What is left of a task's time, in seconds. -1: none is counted."""

    def __init__(self) -> None:
        self._left = RawValue("f", -1)

    @property
    def value(self) -> float:
        return float(self._left.value)

    @value.setter
    def value(self, seconds: float) -> None:
        self._left.value = seconds

    def get_lock(self) -> AbstractContextManager[None]:
        """Give what django-q2 wants to hold. A value that is lost to a race costs one count."""
        return nullcontext()


class Pulse:
    """When somebody in the cluster was seen to take work, or to be at it."""

    def __init__(self) -> None:
        self._beaten = RawValue("d", 0.0)

    def beat(self) -> None:
        self._beaten.value = time.monotonic()  # one clock for all processes of a machine

    @property
    def silence(self) -> float:
        """How many seconds it has been quiet."""
        return time.monotonic() - float(self._beaten.value)


pulse = Pulse()
