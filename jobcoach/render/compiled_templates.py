"""Templates compiled once: as Python keeps modules compiled, beside the package.

Compiling them takes a third of the time of a document. The cache lies where Python keeps the package's own
bytecode, holds no data, and is never trusted: another Jinja, another Python, another environment or another
template, and it is made anew; what cannot be read or written is done without.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import sys
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2 import __version__ as jinja_version
from jinja2.bccache import Bucket, bc_magic

FOLDER = Path(cache_from_source(__file__)).parent
_SEAL_BYTES = hashlib.sha256().digest_size


class CompiledTemplates(BytecodeCache):
    """Compiled templates in *folder*; *kind* keeps those of different environments apart."""

    def __init__(self, kind: str, folder: Path | None = None) -> None:
        self.kind = kind
        self.folder = folder or FOLDER

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if its template was compiled before just as it is."""
        with contextlib.suppress(OSError, EOFError, ValueError, TypeError):
            kept = self._path(bucket).read_bytes()
            seal, data = kept[:_SEAL_BYTES], kept[_SEAL_BYTES:]
            if seal == self._seal(bucket, data):
                bucket.code = marshal.loads(data)  # noqa: S302 - as trusted as the package

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, unless Python is told to keep nothing, or nobody may write there."""
        if sys.dont_write_bytecode or bucket.code is None:
            return
        path, data = self._path(bucket), marshal.dumps(bucket.code)
        new = path.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            sealed = self._seal(bucket, data) + data
            self.folder.mkdir(parents=True, exist_ok=True)
            new.write_bytes(sealed)
            new.replace(path)

    def _seal(self, bucket: Bucket, data: bytes) -> bytes:
        """What stands before *data* where it fits: versions, the template's own text, and that it is whole."""
        made_by = (bc_magic, jinja_version.encode(), engine())
        return hashlib.sha256(b"\0".join((*made_by, bucket.checksum.encode(), data))).digest()

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / f"{self.kind}-{bucket.key}.template"


@cache
def engine() -> bytes:
    """Return a fingerprint of the code that makes the environments: it decides how templates are compiled."""
    return hashlib.sha256(Path(__file__).with_name("engine.py").read_bytes()).digest()
