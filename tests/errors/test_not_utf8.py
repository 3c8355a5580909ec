"""`not-utf8`: bytes that are no UTF-8."""

PERSON = "people/ab-k7q.yaml"


def test_a_windows_letter_is_found_at_its_place(service):
    service.write(PERSON, b"id: ab-k7q\nname: Ren\xe9\n")

    assert service.findings() == [(PERSON, 2, 10, "not-utf8")]


def test_its_column_counts_characters_not_bytes(service):
    service.write(PERSON, "id: ab-k7q\nname: Éé".encode() + b"\xe9\n")

    assert service.findings() == [(PERSON, 2, 9, "not-utf8")]


def test_utf16_is_found(service, faults):
    service.write(PERSON, "id: ab-k7q\nname: René\n".encode("utf-16"))

    assert faults.at("not-utf8") == [(PERSON, 1, 1)]
    assert faults.codes() == ["not-utf8"]


def test_half_a_character_at_the_end_is_found(service, faults):
    service.write(PERSON, b"id: ab-k7q\nname: Ren\xc3")

    assert faults.at("not-utf8") == [(PERSON, 2, 10)]


def test_it_is_found_in_the_settings_too(service, faults):
    service.write("jobcoach.yaml", b"format: 1\norganisation: {name: Emploi \xe0 deux}\n")

    assert ("jobcoach.yaml", 2, 29) in faults.at("not-utf8")


def test_it_is_an_error_with_a_way_out(service, faults):
    service.write(PERSON, b"id: ab-k7q\nname: Ren\xe9\n")

    assert faults.worded("not-utf8") == "error"


def test_accents_and_a_byte_order_mark_in_utf8_are_sound(service):
    service.write(PERSON, "\ufeffid: ab-k7q\nname: René Éçà 😀\ncoach: claire\n".encode())

    assert service.findings() == []
