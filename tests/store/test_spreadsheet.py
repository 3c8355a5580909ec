"""A CSV file as Excel leaves it: encodings, delimiters, quotes, lines."""

import pytest

from jobcoach.errors import NotFound, Refused, WrongUsage
from jobcoach.store.spreadsheet import guessed_delimiter, read_spreadsheet

TEXT = "Nom;Prénom\r\nDupont;Élodie\r\n"


@pytest.fixture
def read(tmp_path):
    def reading(data, encoding=None, delimiter=None):
        file = tmp_path / "sheet.csv"
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
        return read_spreadsheet(str(file), encoding, delimiter)

    return reading


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("cp1252", "Windows-1252"),
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ],
)
def test_the_encoding_is_told_from_the_bytes(read, codec, name):
    sheet = read(TEXT.encode(codec))

    assert (sheet.encoding, sheet.headers, sheet.rows[0].cells) == (
        name,
        ("Nom", "Prénom"),
        ("Dupont", "Élodie"),
    )


def test_another_encoding_can_be_named(read):
    assert read(TEXT.encode("cp850"), "cp850").rows[0].cells == ("Dupont", "Élodie")


@pytest.mark.parametrize("name", ["klingon", "base64"])
def test_an_encoding_nobody_knows_is_wrong_usage(read, name):
    with pytest.raises(WrongUsage):
        read(TEXT, name)


def test_what_is_no_text_is_refused_with_its_line(read):
    with pytest.raises(Refused) as error:
        read(b"Nom\r\nDupont\r\n\x81\r\n")

    assert (error.value.code, error.value.facts["line"]) == ("import-not-text", 3)


def test_letters_in_two_pieces_are_put_together(read):
    assert read("Nom;Pre\u0301nom\nx;y\n").headers == ("Nom", "Prénom")


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a;b;c\n1,5;x;y\n2,5;x;z\n", ";"),
        ("a,b,c\n1,x;y,z\n", ","),
        ("a\tb\n1,5\t2\n", "\t"),
        ("a|b\nx|y\n", "|"),
        ('a;b\n"x,y,z,,,,";1\n', ";"),
        ('a,b\n"x;y;z\n;;",1\n', ","),
        ("Nom, prénom;Né le\nBenali, Amina;1988\n", ";"),
        ("Nom\nAmina\n", ";"),
    ],
)
def test_the_delimiter_is_what_comes_equally_often_outside_quotes(text, sign):
    assert guessed_delimiter(text) == sign


def test_a_delimiter_can_be_named(read):
    assert read("a;b|c;d\n1;2|3;4\n", delimiter="|").headers == ("a;b", "c;d")
    with pytest.raises(WrongUsage):
        read(TEXT, delimiter="x")


def test_excel_s_own_first_line_names_the_delimiter(read):
    sheet = read("sep=,\r\na;b,c\r\n1;2,3\r\n")

    assert (sheet.delimiter, sheet.headers, sheet.header_line) == (",", ("a;b", "c"), 2)
    assert sheet.rows[0].line == 3


def test_rows_keep_the_line_of_the_file_they_begin_on(read):
    sheet = read('Nom;Note\r\n"Dupont";"un\r\ndeux\ntrois"\r\n\r\n;;\r\nMartin;x\r\n')

    assert [(row.line, row.cells) for row in sheet.rows] == [
        (2, ("Dupont", "un\ndeux\ntrois")),
        (7, ("Martin", "x")),
    ]


def test_a_title_above_the_headers_is_passed_over(read):
    sheet = read("Liste 2026;;\n;;\nNom;Prénom;\nDupont;Élodie;\n")

    assert (sheet.header_line, sheet.headers) == (3, ("Nom", "Prénom"))


def test_a_trailing_delimiter_makes_no_column_but_a_filled_one_does(read):
    assert read("a;b;\n1;2;\n").headers == ("a", "b")
    assert read("a;b;\n1;2;3\n").headers == ("a", "b", "")


def test_a_quote_never_closed_is_refused_with_the_line_of_its_row(read):
    with pytest.raises(Refused) as error:
        read('a;b\n1;2\n3;"4\n5;6\n')

    assert (error.value.code, error.value.facts["line"]) == ("import-quotes", 3)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04rest", "import-workbook"),
        (b"\xd0\xcf\x11\xe0rest", "import-workbook"),
        (b"", "import-no-rows"),
        (b"Nom;Note\r\n;\r\n", "import-no-rows"),
    ],
)
def test_what_is_no_table_is_refused(read, data, code):
    with pytest.raises(Refused) as error:
        read(data)

    assert error.value.code == code


def test_a_file_that_is_not_there_is_not_found(tmp_path):
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(NotFound):
            read_spreadsheet(str(path), None, None)
