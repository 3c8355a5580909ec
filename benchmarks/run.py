"""Measure whole processes of jobcoach and print a Markdown table; nothing is asserted.

    python benchmarks/run.py

Times are medians of seven runs after one warm-up. `python -I -c pass` is measured in the same
rounds, so that the ratios hold on a slow or busy machine too.
"""

from __future__ import annotations

import os
import platform
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))  # found from anywhere

from generate import TODAY, generate, make_repository

ROUNDS = 7
PEOPLE, EMPLOYERS = 1000, 150
PLANS = 500


@dataclass
class Measure:
    """One command, its target, and the seconds it took; the first run is the warm-up."""

    name: str
    command: list[str]
    target: str
    before: Callable[[], object] | None = None
    """What has to be done each time before it is measured."""
    seconds: list[float] = field(default_factory=list)
    status: int = 0

    def run(self) -> None:
        if self.before is not None:
            self.before()
        begun = time.perf_counter()
        done = subprocess.run(
            self.command,
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        self.seconds.append(time.perf_counter() - begun)
        self.status = done.returncode

    @property
    def median(self) -> float:
        return statistics.median(self.seconds[1:])


def environment() -> dict[str, str]:
    """Return ours without what would change the measure: other cases, bytecode made each time."""
    left_out = ("JOBCOACH_CASES", "PYTHONDONTWRITEBYTECODE")
    kept = {key: value for key, value in os.environ.items() if key not in left_out}
    return kept | {"JOBCOACH_TODAY": TODAY.isoformat()}


def jobcoach() -> list[str]:
    """Return the command: the script beside this Python, else the module."""
    beside = Path(sys.executable).parent
    script = next(
        (beside / name for name in ("jobcoach", "jobcoach.exe") if (beside / name).is_file()), None
    )
    return [str(script)] if script else [sys.executable, "-I", "-m", "jobcoach"]


def bare_commit(folder: str, file: Path) -> list[str]:
    """Return what git alone takes to record a change of one file."""
    git = f"git -C {shlex.quote(folder)}"
    name = shlex.quote(str(file))
    return ["sh", "-c", f"{git} add -- {name} && {git} commit -q -m measured -- {name}"]


def peak_memory() -> str:
    """Return the peak of the largest process run so far, where the system tells it."""
    if sys.platform == "win32":
        return "not measured on Windows"
    import resource

    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    mebibytes = peak / 2**20 if sys.platform == "darwin" else peak / 2**10
    return f"{mebibytes:.0f} MiB"


def rounds(measures: list[Measure]) -> None:
    """Run all measures in turn, round after round."""
    for _ in range(ROUNDS + 1):
        for one in measures:
            one.run()


def table(measures: list[Measure], base: Measure) -> str:
    lines = [
        "| command | median | first run | × `python -I -c pass` | target | exit |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {one.name} | {one.median:.3f} s | {one.seconds[0]:.3f} s "
        f"| {one.median / base.median:.1f} | {one.target} | {one.status} |"
        for one in measures
    ]
    return "\n".join(lines)


def main() -> None:
    command = jobcoach()
    due = ["followup", "due", "--all"]
    html = ["--format", "html"]
    example = str(Path(__file__).resolve().parents[1] / "examples" / "cases")
    base = Measure("`python -I -c pass`", [sys.executable, "-I", "-c", "pass"], "")
    with (
        tempfile.TemporaryDirectory() as folder,
        tempfile.TemporaryDirectory() as empty,
        tempfile.TemporaryDirectory() as planned,
    ):
        generate(Path(planned), PLANS, EMPLOYERS, seed=1, today=TODAY)
        generate(Path(folder), PEOPLE, EMPLOYERS, seed=1, today=TODAY)
        make_repository(Path(folder))
        nobody = Path(empty) / "jobcoach.yaml"
        nobody.write_text("format: 1\n", encoding="utf-8")
        start_up = Measure("`followup due` of nobody: start-up", [*command, "-C", empty, *due], "")
        file = sorted((Path(folder) / "people").iterdir())[PEOPLE // 2]
        bare = Measure("`git add` and `git commit` of one file", bare_commit(folder, file), "")
        bare.before = lambda: file.write_bytes(file.read_bytes() + b"# one more line\n")
        log = Measure(
            f"`followup log`, {PEOPLE} cases",
            [*command, "-C", folder, "followup", "log", file.stem, "Called as promised"],
            "3 × git, and start-up",
        )
        measures = [
            base,
            Measure("`--version`", [*command, "--version"], "12 ×"),
            Measure("`--help`", [*command, "--help"], "12 ×"),
            Measure("`followup due`, examples", [*command, "-C", example, *due], "12 ×"),
            Measure(f"`followup due`, {PEOPLE} cases", [*command, "-C", folder, *due], "1.5 s"),
            Measure(
                f"`report activity`, {PEOPLE} cases",
                [*command, "-C", folder, "report", "activity"],
                "`followup due` + 20 %",
            ),
            Measure(
                "`plan render`, one HTML plan of the examples",
                [*command, "-C", example, "plan", "render", "amina", *html, "-o", "-"],
                "15 ×",
            ),
            Measure(
                f"`plan render --all`, {PLANS} HTML plans",
                [*command, "-C", planned, "plan", "render", "--all", *html],
                "5 s",
            ),
            start_up,
            bare,
            log,
        ]
        rounds(measures)
    ratio = (log.median - start_up.median) / bare.median
    sys.stdout.write(
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} processors, medians of {ROUNDS} after one warm-up\n\n"
        f"{table(measures, base)}\n\n"
        f"`followup log` without start-up: {ratio:.1f} × the bare commit (target 3)\n"
        f"Peak memory of the largest process: {peak_memory()} (target 150 MiB)\n"
    )


if __name__ == "__main__":
    main()
