"""A file is written whole or not at all: full disks, closed folders, real ones."""

import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Service, git

from jobcoach.errors import Refused
from jobcoach.store.writing import remove_leftovers, write_bytes_whole, write_whole

from .processes import (
    CASE,
    ENTRY,
    as_somebody_ordinary,
    begin,
    case_file,
    environment,
    hook,
    leftovers,
    notes,
    run,
    status,
    subjects,
)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# One file


@pytest.mark.parametrize("kept", [0o600, 0o640, 0o664, 0o755])
def test_a_file_keeps_its_mode(tmp_path, kept):
    path = tmp_path / "a.yaml"
    path.write_text("old")
    path.chmod(kept)
    write_whole(path, "new")
    assert (path.read_text(), mode(path)) == ("new", kept)


def test_a_new_file_has_the_mode_that_the_person_wants(tmp_path):
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "deep" / "a.yaml", "new")
    finally:
        os.umask(before)
    assert mode(tmp_path / "deep" / "a.yaml") == 0o640


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_a_file_keeps_owner_and_group(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("old")
    os.chown(path, 65534, 65534)
    path.chmod(0o664)
    write_whole(path, "new")
    found = path.stat()
    assert (found.st_uid, found.st_gid, mode(path)) == (65534, 65534, 0o664)


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "a.yaml").write_text("old")
    (tmp_path / "link.yaml").symlink_to("a.yaml")
    write_whole(tmp_path / "link.yaml", "new")
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "a.yaml").read_text() == "new"


def test_text_is_written_to_the_byte(tmp_path):
    write_whole(tmp_path / "a.yaml", "é\r\nb\n")
    assert (tmp_path / "a.yaml").read_bytes() == b"\xc3\xa9\r\nb\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_a_reader_sees_the_old_or_the_new_file_only(tmp_path):
    """Another process writes without pause; nobody ever reads a part, or nothing."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"0" * 50_000)
    script = (
        "import sys; from pathlib import Path\n"
        "from jobcoach.store.writing import write_bytes_whole as w\n"
        "for i in range(150): w(Path(sys.argv[1]), str(i % 10).encode() * 50_000)\n"
    )
    writer = subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        cwd=Path(__file__).parents[2],
        env=environment(),
    )
    seen = set()
    while writer.poll() is None:
        data = path.read_bytes()
        assert len(data) == 50_000
        assert len(set(data)) == 1
        seen.add(data[0])
    assert writer.returncode == 0
    assert len(seen) > 1


def test_only_the_leftovers_of_this_file_are_removed(tmp_path):
    for name in (".a.yaml.x1.new", ".ab.yaml.x1.new", "a.yaml.new", ".a.yaml.swp"):
        (tmp_path / name).touch()
    remove_leftovers(tmp_path / "a.yaml")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".a.yaml.swp",
        ".ab.yaml.x1.new",
        "a.yaml.new",
    ]


# A disk that is full


@pytest.fixture
def small_disk(tmp_path):
    """Mount a disk of so many kilobytes at a folder; skips where a test may not."""
    mounted: list[Path] = []

    def mount(folder: Path, size: int) -> None:
        folder.mkdir(exist_ok=True)
        options = ["-t", "tmpfs", "-o", f"size={size}k", "none", str(folder)]
        try:
            ran = subprocess.run(["mount", *options], capture_output=True, check=False)
        except FileNotFoundError:
            pytest.skip("no mount here")
        if ran.returncode:
            pytest.skip("nothing may be mounted here")
        mounted.append(folder)

    yield mount
    for folder in mounted:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path, leave: int = 0) -> Path:
    """Fill a disk to the last byte, then leave so many kilobytes."""
    path = folder / ".filling"
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 1024)
        except OSError:
            pass
    if leave:
        os.truncate(path, path.stat().st_size - leave * 1024)
    return path


def test_a_full_disk_leaves_the_old_file(tmp_path, small_disk):
    small_disk(tmp_path / "disk", 64)
    path = tmp_path / "disk" / "a.yaml"
    path.write_text("old")
    fill(tmp_path / "disk")
    with pytest.raises(Refused) as refused:
        write_bytes_whole(path, b"n" * 5_000)
    assert refused.value.code == "disk-full"
    assert path.read_text() == "old"
    assert sorted(p.name for p in path.parent.iterdir()) == [".filling", "a.yaml"]


def test_a_full_disk_for_case_files_refuses_a_contact(service, small_disk):
    small_disk(service.root / "people", 64)
    begin(service)
    filling = fill(service.root / "people")

    refused = run(service.root, "followup", "log", CASE, "n" * 5_000)

    assert refused.exit_code == 1
    assert refused.stderr.startswith("There is no room left to write ")
    assert refused.stderr.splitlines()[0].endswith(
        f"people/{CASE}.yaml; the old file is as it was."
    )
    assert notes(service.root) == ["first"]
    filling.unlink()
    assert status(service.root) == ""
    assert leftovers(service.root) == []
    assert run(service.root, "followup", "log", CASE, "n" * 5_000).exit_code == 0


def test_the_disk_fills_up_between_two_files(service, small_disk):
    small_disk(service.root / "people", 64)
    begin(service, "bc-l8r")
    filling = fill(service.root / "people", leave=8)
    texts = [case_file(service.root, case).read_text() for case in (CASE, "bc-l8r")]

    # Each grows from one page of memory to two: there is room for the first only.
    refused = run(service.root, "followup", "log", f"{CASE},bc-l8r", "n" * 5_000)

    assert refused.exit_code == 1
    assert "people/bc-l8r.yaml; the old file is as it was." in refused.stderr
    assert texts == [case_file(service.root, case).read_text() for case in (CASE, "bc-l8r")]
    filling.unlink()
    assert leftovers(service.root) == []
    assert len(subjects(service.root)) == 1


@pytest.mark.parametrize("first", [False, True], ids=["worked before", "first command"])
@pytest.mark.parametrize("leave", [0, 4, 8, 12, 16, 20, 24, 32, 40])
def test_a_disk_that_is_full_for_everything_leaves_old_or_new(tmp_path, small_disk, leave, first):
    """Git, the note and the case share one disk; wherever it ends, the next command is well."""
    disk = tmp_path / "disk"
    small_disk(disk, 1024)
    root = disk / "cases"
    root.mkdir()
    git(root, "init", "-q", "-b", "main", "--template=")
    git(root, "config", "user.email", "claire@example.org")
    git(root, "config", "user.name", "Claire Dubois")
    service = Service(root)
    begin(service)
    if not first:
        assert service.run("followup", "log", CASE, "unharmed").exit_code == 0
    there = notes(root)
    old = case_file(root).read_text()
    filling = fill(disk, leave)

    full = run(root, "followup", "log", CASE, "dying")

    assert "something went wrong" not in full.stderr
    assert len(full.stderr.splitlines()) <= 2, full.stderr
    filling.unlink()
    if full.exit_code:
        assert case_file(root).read_text() == old
    else:
        there.append("dying")
    assert status(root) == ""
    nextone = service.run("followup", "log", CASE, "living")
    assert nextone.exit_code == 0, nextone.stderr
    assert notes(root) == [*there, "living"]
    assert len(subjects(root)) == len(notes(root))
    assert leftovers(root) == []


# A limit on the size of files: git is killed by it, Python is told


def limited(root: Path, size: int, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "jobcoach", "-C", str(root), *args],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
        env=environment(),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )


@pytest.mark.parametrize("size", [100, 1_000, 4_000, 20_000])
def test_a_file_larger_than_allowed_leaves_the_old_one(service, size):
    begin(service)
    assert run(service.root, "followup", "log", CASE, "unharmed").exit_code == 0
    before = case_file(service.root).read_bytes()

    refused = limited(service.root, size, "followup", "log", CASE, "n" * size)

    assert refused.returncode == 1
    assert refused.stderr.startswith("There is no room left to write ")
    assert case_file(service.root).read_bytes() == before
    assert status(service.root) == ""
    assert leftovers(service.root) == []
    assert run(service.root, "followup", "log", CASE, "living").exit_code == 0


def test_git_is_killed_by_the_limit_and_leaves_no_lock(service):
    """The index of many cases is larger than the note of one."""
    begin(service, *(f"aa-{number:03}" for number in range(60)))
    assert (service.root / ".git" / "index").stat().st_size > 4_500
    before = case_file(service.root).read_bytes()

    refused = limited(service.root, 4_000, "followup", "log", CASE, "dying")

    assert refused.returncode == 1
    assert refused.stderr.startswith("Git would not commit, so nothing was changed: ")
    assert case_file(service.root).read_bytes() == before
    assert status(service.root) == ""
    assert leftovers(service.root) == []
    assert run(service.root, "followup", "log", CASE, "living").exit_code == 0
    assert notes(service.root) == ["first", "living"]


# Somebody who may not


def test_a_folder_that_is_read_only_leaves_the_old_file(service):
    under = as_somebody_ordinary()
    begin(service)
    folder = service.root / "people"
    folder.chmod(0o555)
    refused = run(service.root, "followup", "log", CASE, "dying", under=under)
    folder.chmod(0o755)
    assert refused.exit_code == 1
    assert f"people/{CASE}.yaml cannot be written." in refused.stderr
    assert notes(service.root) == ["first"]
    assert status(service.root) == ""
    assert leftovers(service.root) == []


def test_a_file_that_is_read_only_stays_though_its_folder_could_be_written(service):
    under = as_somebody_ordinary()
    begin(service)
    case_file(service.root).chmod(0o444)
    refused = run(service.root, "followup", "log", CASE, "dying", under=under)
    assert refused.exit_code == 1
    assert f"people/{CASE}.yaml cannot be written." in refused.stderr
    assert notes(service.root) == ["first"]
    assert mode(case_file(service.root)) == 0o444
    assert leftovers(service.root) == []


def test_a_disk_mounted_read_only_leaves_the_old_file(service, small_disk):
    small_disk(service.root / "people", 64)
    begin(service)
    folder = str(service.root / "people")
    subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
    refused = run(service.root, "followup", "log", CASE, "dying")
    subprocess.run(["mount", "-o", "remount,rw", folder], check=True)
    assert refused.exit_code == 1
    assert f"people/{CASE}.yaml cannot be written." in refused.stderr
    assert notes(service.root) == ["first"]
    assert leftovers(service.root) == []


def test_one_of_several_files_may_not_be_written_so_none_is(service):
    under = as_somebody_ordinary()
    begin(service, "bc-l8r")
    case_file(service.root, "bc-l8r").chmod(0o444)
    refused = run(service.root, "followup", "log", f"{CASE},bc-l8r", "dying", under=under)
    assert refused.exit_code == 1
    assert notes(service.root, CASE) == notes(service.root, "bc-l8r") == ["first"]
    assert status(service.root) == ""
    assert leftovers(service.root) == []


def test_an_old_file_that_cannot_be_put_back_is_told_and_mended_later(service):
    under = as_somebody_ordinary()
    begin(service)
    hook(service.root, "pre-commit", 'rm "$0"; chmod a-w people; exit 1')
    refused = run(service.root, "followup", "log", CASE, "dying", under=under)
    (service.root / "people").chmod(0o755)
    assert refused.exit_code == 1

    nextone = run(service.root, "followup", "log", CASE, "living")

    assert nextone.exit_code == 0
    assert "interrupted" in nextone.stderr
    assert subjects(service.root) == [f"{CASE}: contact", f"{CASE}: contact", "by hand"]


def test_a_case_with_private_mode_stays_private(service):
    begin(service)
    case_file(service.root).chmod(0o600)
    assert run(service.root, "followup", "log", CASE, "living").exit_code == 0
    assert mode(case_file(service.root)) == 0o600
    assert case_file(service.root).read_text().endswith(ENTRY.format("living"))
