"""Pictures of every document for people to look at: `python tests/browser/look.py OUTDIR [FILTER]`.

Each is shown on a wide screen, on a telephone, and printed on A4. FILTER is a part of a document's name,
language or style, as in plan-ab-k7q.fr.large.
"""

import subprocess
import sys
from pathlib import Path


def main(folder: str, wanted: str = "") -> None:
    """Write the pictures into *folder*."""
    sys.path[0] = str(Path(__file__).resolve().parents[1])  # where conftest and this package lie
    from browser.chromium import Chromium, Screen
    from browser.documents import documents
    from browser.tools import ToolMissing, tools

    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    try:
        chromium = Chromium(tools())
    except ToolMissing as missing:
        sys.exit(str(missing))
    try:
        for document in documents():
            if wanted not in str(document):
                continue
            page = chromium.open(document.html())
            for screen in (Screen(1280), Screen(320)):
                page.on(screen)
                (out / f"{document}-{screen}.png").write_bytes(page.picture())
            name = out / f"{document}-A4"
            draw = ("pdftoppm", "-png", "-r", "80", "-", name)
            subprocess.run(draw, input=page.pdf(), check=True)
            sys.stdout.write(f"{document}\n")
    finally:
        chromium.close()


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
