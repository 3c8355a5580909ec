"""`too-large`: files over 4 MiB."""

PERSON = "people/ab-k7q.yaml"
LIMIT = 4 * 1024 * 1024
HEAD = "id: ab-k7q\nname: Amina\ncoach: claire\n"


def _of_size(size):
    """A person's file of exactly *size* bytes, the rest comments."""
    line = "# " + "x" * 97 + "\n"
    left = size - len(HEAD)
    return HEAD + line * (left // 100) + "#" * (left % 100)


def test_a_file_of_4_mib_is_read_and_one_byte_more_is_refused(service):
    service.write(PERSON, _of_size(LIMIT))
    assert service.findings() == []

    service.write(PERSON, _of_size(LIMIT + 1))
    assert service.findings() == [(PERSON, 1, 1, "too-large")]


def test_it_is_an_error_with_a_way_out(service, faults):
    service.write(PERSON, _of_size(LIMIT + 1))

    assert faults.worded("too-large") == "error"
    assert service.run("check").exit_code == 1
