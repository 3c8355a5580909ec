"""`id-mismatch`: an id that is not the file's name."""


def test_a_persons_id_is_the_name_of_the_file(service):
    service.write("people/ab-k7q.yaml", "id: ab-k7r\nname: Amina\ncoach: claire\n")

    assert service.findings() == [("people/ab-k7q.yaml", 1, 5, "id-mismatch")]


def test_an_employers_id_is_the_name_of_the_file(service):
    service.write("employers/boulangerie.yaml", 'name: B\nid: "bakery"\n')

    assert service.findings() == [("employers/boulangerie.yaml", 2, 5, "id-mismatch")]


def test_a_processs_id_is_the_name_of_the_file(service, faults):
    service.write(
        "processes/own.yaml",
        "id: ours\nname: {en: Ours}\nstages:\n  - {id: one, next: [end]}\n  - {id: end, final: true}\n",
    )

    assert faults.at("id-mismatch") == [("processes/own.yaml", 1, 5)]


def test_the_same_id_quoted_is_sound(service):
    service.write("people/ab-k7q.yaml", "id: 'ab-k7q'\nname: Amina\ncoach: claire\n")

    assert service.findings() == []


def test_an_id_of_digits_is_text(service):
    service.write("people/0470.yaml", "id: 0470\nname: Amina\ncoach: claire\n")

    assert service.findings() == []


def test_it_is_an_error_with_a_way_out(service, faults):
    service.write("people/ab-k7q.yaml", "id: ab-k7r\nname: Amina\n")

    assert faults.worded("id-mismatch") == "error"
