"""Make two equal files differ: a mark that players skip."""

import struct
import zlib

PNG_HEAD = 33  # The signature and the first chunk.


def marked_png(png: bytes, mark: str) -> bytes:
    """Add a text chunk behind the header."""
    chunk = b"tEXt" + b"Comment\0" + mark.encode("latin-1", "replace")
    whole = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return png[:PNG_HEAD] + whole + png[PNG_HEAD:]


def marked_jpeg(jpeg: bytes, mark: str) -> bytes:
    """Add a comment behind the first marker."""
    note = mark.encode()
    return jpeg[:2] + b"\xff\xfe" + struct.pack(">H", len(note) + 2) + note + jpeg[2:]


def marked_mp4(mp4: bytes, mark: str) -> bytes:
    """Add a box of free room at the end."""
    note = mark.encode()
    return mp4 + struct.pack(">I", len(note) + 8) + b"free" + note
