"""`outside-repository`: a symbolic link that leaves the case repository."""

PERSON = "people/ab-k7q.yaml"
TEXT = "id: ab-k7q\nname: Amina\ncoach: claire\n"


def test_a_link_to_a_file_elsewhere_is_refused(service, tmp_path):
    (tmp_path / "elsewhere.yaml").write_text(TEXT)
    (service.root / "people").mkdir()
    (service.root / PERSON).symlink_to(tmp_path / "elsewhere.yaml")

    assert service.findings() == [(PERSON, 1, 1, "outside-repository")]


def test_a_link_by_way_of_dots_is_refused(service, tmp_path):
    (tmp_path / "elsewhere.yaml").write_text(TEXT)
    (service.root / "people").mkdir()
    (service.root / PERSON).symlink_to("../../elsewhere.yaml")

    assert service.findings() == [(PERSON, 1, 1, "outside-repository")]


def test_a_folder_that_leads_elsewhere_is_refused(service, faults, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "ab-k7q.yaml").write_text(TEXT)
    (service.root / "people").symlink_to(tmp_path / "elsewhere")

    assert set(faults.codes()) == {"outside-repository"}


def test_what_stands_behind_the_link_is_not_shown(service, tmp_path):
    (tmp_path / "secret").write_text("TOP: [SECRET\n")
    (service.root / "people").mkdir()
    (service.root / PERSON).symlink_to(tmp_path / "secret")

    assert "SECRET" not in service.run("check").stdout


def test_a_link_inside_the_repository_is_sound(service):
    service.write("files/ab-k7q.yaml", TEXT)
    (service.root / "people").mkdir()
    (service.root / PERSON).symlink_to("../files/ab-k7q.yaml")

    assert service.findings() == []


def test_it_is_an_error_with_a_way_out(service, faults, tmp_path):
    (tmp_path / "elsewhere.yaml").write_text(TEXT)
    (service.root / "people").mkdir()
    (service.root / PERSON).symlink_to(tmp_path / "elsewhere.yaml")

    assert faults.worded("outside-repository") == "error"
