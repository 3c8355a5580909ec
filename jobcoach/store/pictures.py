"""The service's logo, taken into a document so that the page loads nothing."""

from __future__ import annotations

import base64
from pathlib import Path

from jobcoach.errors import Refused

MOST_BYTES = 1_000_000
_KINDS = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
}


def data_address(root: Path, written: str) -> str:
    """Return the picture at *written*, a path inside the repository, as a ``data:`` address.

    Raises Refused where there is none, it lies outside, is no picture, or is larger than a megabyte.
    """
    path = root / written
    kind = _KINDS.get(path.suffix.lower())
    try:
        inside = path.resolve(strict=True).is_relative_to(root.resolve())
        data = path.read_bytes() if inside and kind else b""
    except (OSError, RuntimeError, ValueError) as error:
        raise Refused("logo-unusable", path=written) from error
    if not data or len(data) > MOST_BYTES:
        raise Refused("logo-unusable", path=written)
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"
