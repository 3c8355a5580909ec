"""The wheel by itself: installed far from the checkout, it brings all it needs."""

import json
import os
import re
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WITHIN = 600

pytestmark = pytest.mark.slow


class Installed:
    """The program in a virtual environment of its own, run from an empty folder."""

    def __init__(self, folder, here):
        self.folder = folder
        self.here = here

    def call(self, *command):
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("JOBCOACH_", "PYTHON", "LC_", "LANG", "GIT_", "VIRTUAL_ENV"))
        }
        environment |= {
            "JOBCOACH_TODAY": "2026-03-09",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        return subprocess.run(
            command,
            cwd=self.here,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=WITHIN,
            check=False,
        )

    def jobcoach(self, *args):
        return self.call(str(self.folder / "bin" / "jobcoach"), *args)

    def python(self, code):
        ran = self.call(str(self.folder / "bin" / "python"), "-c", code)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout.strip()


def _must(*command):
    ran = subprocess.run(
        command, capture_output=True, encoding="utf-8", timeout=WITHIN, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    made = tmp_path_factory.mktemp("wheel")
    _must(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(made), str(ROOT))
    [file] = made.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    _must(sys.executable, "-m", "pip", "--python", str(python), "install", "-q", str(wheel))
    found = Installed(folder, tmp_path_factory.mktemp("elsewhere"))
    made = found.jobcoach("demo")
    assert made.returncode == 0, made.stderr
    return found


def test_the_wheel_holds_the_package_and_nothing_of_the_workshop(wheel):
    import zipfile

    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"jobcoach"}
    assert "jobcoach/locale/fr/LC_MESSAGES/jobcoach.mo" in names
    assert len([n for n in names if n.startswith("jobcoach/processes/")]) == 5
    templates = [path for path in (ROOT / "templates").rglob("*") if path.is_file()]
    assert {f"jobcoach/{path.relative_to(ROOT).as_posix()}" for path in templates} <= {*names}
    assert not [name for name in names if "__pycache__" in name or "/out/" in name]


def test_it_tells_its_version(installed):
    import jobcoach

    ran = installed.jobcoach("--version")

    assert (ran.returncode, ran.stdout) == (0, f"jobcoach {jobcoach.__version__}\n")


def test_the_demo_owes_things(installed):
    ran = installed.jobcoach("-C", "demo", "followup", "due", "--all", "--json")

    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["items"]
    assert json.loads(ran.stdout)["unreadable"] == []


def test_the_demo_is_sound_and_has_a_history(installed):
    assert installed.jobcoach("-C", "demo", "check").returncode == 0
    assert installed.jobcoach("-C", "demo", "history", "amina").returncode == 0


def test_a_plan_is_printed(installed):
    ran = installed.jobcoach("-C", "demo", "plan", "render", "amina", "--format", "html", "-o", "-")

    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("<!DOCTYPE html>")
    assert "Amina Benali" in ran.stdout


def test_the_five_models_are_there(installed):
    ran = installed.jobcoach("-C", "demo", "process", "list")

    assert ran.returncode == 0, ran.stderr
    for model in ("frb-2002", "rejoins-2006", "awiph-2006", "euse-2005", "emploi-accompagne"):
        assert model in ran.stdout


def test_a_french_screen_speaks_french(installed):
    french = installed.jobcoach("-C", "demo", "--lang", "fr", "followup", "due", "--all")
    english = installed.jobcoach("-C", "demo", "--lang", "en", "followup", "due", "--all")

    assert french.returncode == english.returncode == 0
    assert french.stdout != english.stdout
    months = r"\d (?:January|February|March|April)\b"
    assert re.search(r"\d (?:janvier|février|mars|avril)\b", french.stdout)
    assert not re.search(months, french.stdout)
    assert re.search(months, english.stdout)


def test_everything_it_reads_lies_in_its_own_environment(installed):
    told = installed.python(
        "import json, jobcoach\n"
        "from jobcoach.render import catalogue\n"
        "from jobcoach.store import files\n"
        "from pathlib import Path\n"
        "print(json.dumps([str(path) for path in (Path(jobcoach.__file__),"
        " files.shipped('templates'), files.shipped('examples') / 'cases',"
        " catalogue.LOCALE, *files.shipped_processes())]))"
    )
    paths = [Path(path) for path in json.loads(told)]

    assert len(paths) == 4 + 5, "four places and five process models"
    for path in paths:
        assert path.exists()
        assert path.is_relative_to(installed.folder)
        assert not path.is_relative_to(ROOT)
