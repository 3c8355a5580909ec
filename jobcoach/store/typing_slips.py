"""What people really type when a YAML file does not parse: a guess at the slip, and where.

These only make a message kinder; whether a text is sound is the parser's word alone.
"""

import re

import msgspec

from jobcoach.store.source import LINE_BREAK


class Slip(msgspec.Struct, frozen=True):
    """A guess: its name (worded by ``render.messages``), the parser's line and column from 1.

    Without a line: where the parser says that the text at fault begins.
    """

    name: str
    line: int = 0
    column: int = 0


LONGEST_LINE = 2_000
_NBSP = re.compile(r"^\s*(?:- )?(?:\{\s*)?[\w-]+\s*:(?P<at>[\u00a0\u202f\u2007])")
_NBSP_INDENT = re.compile(r"^ *(?P<at>[\u00a0\u202f])")
_TAB = re.compile(r"^ *(?P<at>\t)")
_CURLY = re.compile(r"(?::\s|[-\[{,]\s*)(?P<at>[\u201c\u201d\u201e\u00ab\u2018\u2019])")
_COLON = re.compile(r"^\s*(?:- )?(?:- )?[\w-]+:\s+(?P<at>[^\"'\[{|>#\s][^\"]*?:(?:\s|$))")
_COLON_ITEM = re.compile(r"^\s*-\s+(?P<at>[^\"'\[{|>#\s][^\"]*?:\s.*:\s)")
_FLOW_HASH = re.compile(r"\{[^}]*?(?P<at>\s#)")
_QUOTE = re.compile(r":\s+(?P<at>'[^']*'[^\s,}\]#]|\"[^\"]*\"[^\s,}\]#])")
_MISSING_SPACE = re.compile(r"^\s*(?:- )?(?P<at>[a-z_]+:[^\s/:])")


def guess_slip(text: str, first: int, last: int, problem: str) -> Slip | None:
    """Guess what was typed between the lines *first* and *last*, as the parser counts, where it stopped.

    *problem* is the parser's own word for it; None where nothing known fits.
    """
    lines = LINE_BREAK.split(text)
    window = [
        (n, lines[n - 1].rstrip("\r")) for n in range(max(1, last - 1), last + 1) if n <= len(lines)
    ]
    if first < last - 1 and first <= len(lines):
        window.insert(0, (first, lines[first - 1].rstrip("\r")))
    tries = [("tab", _TAB), ("nbsp", _NBSP), ("nbsp", _NBSP_INDENT)]
    if "mapping values" in problem or "expected" in problem:
        tries += [("colon", _COLON), ("colon", _COLON_ITEM)]
    tries += [
        ("curly", _CURLY),
        ("flow-hash", _FLOW_HASH),
        ("quote", _QUOTE),
        ("space", _MISSING_SPACE),
    ]
    for name, pattern in tries:
        for number, line in reversed(window):
            match = pattern.search(line[:LONGEST_LINE])
            if match:
                return Slip(name, number, match.start("at") + 1)
    if "expected ',' or '}'" in problem or "flow mapping" in problem:
        return Slip("brace")
    if "expected ',' or ']'" in problem or "flow sequence" in problem:
        return Slip("bracket")
    if "quoted scalar" in problem or "unexpected end of stream" in problem:
        return Slip("unclosed")
    return None
