"""``report activity`` as it is typed: formats, several repositories, what is refused, what is incomplete."""

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest
from conftest import run

from jobcoach.render.reports.grids import Grid, csv_text, harmless

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "cases"
KEYS = ("men", "women", "other", "unknown", "all")
COACHED = "stages: [{stage: pre-hire, on: 2025-01-06}]\n"


def report(root, *args):
    return run("-C", str(root), "--lang", "en", "report", "activity", *args)


def test_json_has_the_shape_that_is_promised(service):
    service.person("aa", COACHED + "gender: woman\nborn: 1990-01-01\n")
    made = service.run("report", "activity", "--since", "2025-01-01", "--json").json

    row = {"men": 0, "women": 1, "other": 0, "unknown": 0, "all": 1}
    none = dict.fromkeys(KEYS, 0)
    paid = ("permanent", "fixed-term", "temporary", "subsidised", "self-employed")
    studies = ("primary", "lower-secondary", "upper-secondary", "higher", "none", "other")
    assert list(made)[:10] == [
        *("version", "since", "until", "persons", "age", "origin"),
        *("education", "contracts", "kept", "employers_contacted"),
    ]
    assert (made["version"], made["since"], made["until"]) == (1, "2025-01-01", "2026-03-09")
    assert made["persons"] == row
    assert made["age"] == {"under-25": none, "25-45": row, "over-45": none, "unknown": none}
    assert made["origin"] == {"european": none, "other": none, "unknown": row}
    assert made["education"] == {**dict.fromkeys(studies, none), "unknown": row}
    assert made["contracts"] == made["kept"] == dict.fromkeys(paid, none)
    assert made["employers_contacted"] == 0
    assert made["unreadable"] == []


def test_without_since_the_period_has_no_beginning(service):
    assert service.run("report", "activity", "--json").json["since"] is None


def test_format_json_and_json_are_the_same(service):
    service.person("aa", COACHED)

    assert (
        service.run("report", "activity", "--json").stdout
        == service.run("report", "activity", "--format", "json").stdout
    )


# Shares


def test_shares_are_counted_with_one_decimal(service):
    """FRB printed 32.2 % where 31 of 86 are 36.0 %."""
    for number in range(31):
        service.person(f"p{number}", COACHED + _placement("permanent") + "gender: man\n")
    for number in range(31, 86):
        service.person(f"p{number}", COACHED + _placement("fixed-term") + "gender: man\n")

    assert re.search(r"Permanent +31 \(36\.0.%\)", service.run("report", "activity").stdout)


def _placement(contract, **more):
    keys = "".join(f", {key}: {value}" for key, value in more.items())
    return f"placements: [{{firm: A firm, contract: {contract}, from: 2025-02-03{keys}}}]\n"


@pytest.mark.parametrize(
    ("count", "whole", "wanted"),
    [(1, 3, 33.3), (2, 3, 66.7), (1, 2000, 0.1), (1, 2001, 0.0), (1, 8, 12.5), (5, 5, 100.0)],
)
def test_a_share_rounds_halves_up(count, whole, wanted):
    from jobcoach.render.reports.view import share

    assert share(count, whole) == wanted


def test_nothing_has_no_share():
    from jobcoach.render.reports.view import share

    assert share(0, 0) is None


# Refused


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["--since", "2026-03-10"], 1, "The period ends before it begins: from Tuesday 10 March"),
        (["--since", "2025-01-02", "--until", "2025-01-01"], 1, "The period ends before it begins"),
        (["--until", "soon"], 2, '"soon" is not a date I understand.'),
        (["--explain", "age.under"], 2, '"age.under" is not a figure of this report.'),
        (["--explain", "persons.girls"], 2, '"persons.girls" is not a figure of this report.'),
        (["--explain", "employers_contacted.men"], 2, "is not a figure of this report."),
        (["--explain", "persons", "--publish"], 2, "--explain and --publish do not go together."),
        (["--format", "pdf"], 2, '"pdf" is not a value --format takes.'),
        (["--format", "csv", "--json"], 2, "--json and --format csv do not go together."),
        (["--coach", "zoe"], 1, '"zoe" is not a coach of this service.'),
        (["--process", "own"], 1, '"own" is not a process model.'),
    ],
)
def test_what_makes_no_sense_is_said_in_one_line(service, args, code, said):
    ran = service.run("report", "activity", *args)

    assert ran.exit_code == code
    assert ran.stdout == ""
    assert said in ran.stderr.splitlines()[0]


def test_a_period_that_goes_on_is_counted_until_today_and_says_so(service):
    goes_on = "The period asked for goes on: this is what there was until today."
    shown = service.run("report", "activity", "--until", "2026-03-10").stdout.splitlines()

    assert "From the beginning to 9 March 2026 included" in shown
    assert goes_on in shown
    assert service.run("report", "activity", "--until", "+1m", "--json").json["until"] == (
        "2026-03-09"
    )
    assert goes_on not in service.run("report", "activity", "--until", "2026-03-09").stdout


def test_a_period_of_one_day_is_none_too_short(service):
    assert service.run("report", "activity", "--since", "2026-03-09").exit_code == 0


def test_an_unknown_report_is_said(service):
    unknown = service.run("report", "activityy")

    assert unknown.exit_code == 2
    assert '"activityy" is not a command.' in unknown.stderr
    assert 'did you mean "activity"?' in unknown.stderr


# Incomplete


def test_a_file_that_cannot_be_read_is_named_in_the_report_and_the_exit_status_is_4(service):
    service.person("aa", COACHED)
    service.write("people/bb.yaml", "id: bb\nname: [\n")

    for fmt in ("table", "md", "html", "csv"):
        ran = service.run("report", "activity", "--format", fmt)
        assert ran.exit_code == 4
        assert "This report is incomplete: 1 file could not be read whole." in ran.stdout
        assert "people/bb.yaml" in ran.stdout
        assert ran.stderr.startswith("people/bb.yaml:2:8: ")
    assert service.run("report", "activity", "--json").json["unreadable"] == ["people/bb.yaml"]


def test_a_published_report_says_how_many_files_it_lacks_and_names_none(service):
    """A file's name stands for a person, or is theirs; standard error tells the team which it is."""
    service.person("aa", COACHED)
    service.write("people/bb.yaml", "id: bb\nname: [\n")
    service.write("people/cc.yaml", "id: cc\nname: [\n")
    service.write("people/Marie Dupont.yaml", "id: dd\n")

    for fmt in ("table", "md", "html", "csv", "json"):
        ran = service.run("report", "activity", "--publish", "--format", fmt)
        assert ran.exit_code == 4
        assert not any(name in ran.stdout for name in ("bb.yaml", "cc.yaml", "Dupont"))
        assert "people/bb.yaml:2:8: " in ran.stderr
    assert (
        "2 files could not be read whole." in service.run("report", "activity", "--publish").stdout
    )
    made = service.run("report", "activity", "--publish", "--json").json
    assert made["unreadable"] == ["people/…", "people/…"]


def test_a_file_whose_stages_cannot_be_read_is_not_taken_for_somebody_who_waits(service):
    service.person("aa", "referred: {by: cpas, on: 2025-01-06}\n")
    service.write("people/bb.yaml", "id: bb\nstages: [\n")
    service.write("people/cc.yaml", "id: cc\nstages: soon\n")
    made = service.run("report", "activity", "--explain", "received", "--json").json

    assert [case["case"] for case in made["cases"]] == ["people/aa"]
    assert made["unreadable"] == ["people/bb.yaml", "people/cc.yaml"]


def test_an_explanation_says_of_which_table_its_figure_is(service):
    service.person("aa", COACHED + _placement("permanent"))

    for name, said in {
        "contracts.permanent": "Contracts signed – Permanent: 1",
        "kept.permanent": "Jobs that were there already – Permanent: 0",
        "persons": "Persons coached: 1",  # the only row of its table
    }.items():
        assert said in service.run("report", "activity", "--explain", name).stdout.splitlines()


def test_an_explanation_says_too_that_it_may_lack_cases(service):
    service.write("people/bb.yaml", "id: bb\nname: [\n")
    ran = service.run("report", "activity", "--explain", "persons", "--format", "csv")

    assert ran.exit_code == 4
    assert "people/bb.yaml" in ran.stdout


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("gender: femme", 4),
        ("placements: [{firm: A firm, contract: CDI, from: 2025-02-03}]", 4),
        ("documents: huge", 0),  # nothing is counted from it
    ],
)
def test_a_value_that_hides_a_figure_makes_the_report_incomplete(service, line, status):
    service.person("aa", COACHED + line + "\n")

    assert service.run("report", "activity").exit_code == status


# Cells


@pytest.mark.parametrize(
    "text",
    [
        *("=1", "+1", "-1", "@A1", " =1", "\t=1", "\r\n=1", "\xa0=1", "'=1", '"=1'),
        *("＝1", "＋1", "－1", "＠A1", "﹦1", "−1"),  # other widths
        *("\u2003=1", "\u3000＝1", "\u200b=1", "\xad=1", "\x00=1", "\ufeff=1"),
    ],
)
def test_whatever_looks_like_the_beginning_of_a_formula_gets_an_apostrophe(text):
    assert str(harmless(text)).startswith("'")
    made = csv_text([Grid("", ("Head",), ((text,), (f"a; {text};b",)))])
    one, parted = [row[0] for row in csv.reader(io.StringIO(made))][1:]
    assert one.startswith("'")
    assert [part.startswith("'") for part in parted.split(";")] == [False, True, False]


@pytest.mark.parametrize("text", ["Plain = text", "– in words", "a-b; c", "é", "", "12 %", "«a»"])
def test_other_texts_stay_as_they_are_in_cells(text):
    assert harmless(text) == text
    assert list(csv.reader(io.StringIO(csv_text([Grid("", (text,), ())])))) == [[text]]


def test_cells_that_begin_like_a_formula_are_made_harmless(service, tmp_path):
    names = ["=1+1", "+32 470", "-2", "@SUM(A1)", " =1", "\t=1", "Plain = text"]
    for number, name in enumerate(names):
        service.person(f"p{number}", COACHED + f'name: "{name}"\n'.replace("\t", "\\t"))
    args = ("report", "activity", "--explain", "persons")
    made = service.run(*args, "--format", "csv").stdout
    found = [row[1] for row in csv.reader(io.StringIO(made))][1:]
    book = tmp_path / "book.xlsx"
    service.run(*args, "-o", str(book))

    assert found == ["'=1+1", "'+32 470", "'-2", "'@SUM(A1)", "' =1", "' =1", "Plain = text"]
    with zipfile.ZipFile(book) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        texts = re.findall(r"<t[^>]*>([^<]*)</t>", parts.read("xl/sharedStrings.xml").decode())
    assert "<f>" not in sheet
    assert not [text for text in texts if text.strip()[:1] in tuple("=+-@")]


def test_a_spreadsheet_says_whose_cases_it_counts(service):
    service.person("aa", COACHED)
    args = ("report", "activity", "--coach", "claire", "--process", "frb-2002", "--format", "csv")
    rows = list(csv.reader(io.StringIO(service.run(*args).stdout)))

    assert [row[2] for row in rows if row[3] == "scope"] == [
        "Cases of Claire Dubois",
        "Days on which the case followed Walloon pilots 2002",
    ]
    assert len({len(row) for row in rows}) == 1
    assert ",scope," not in service.run("report", "activity", "--format", "csv").stdout


def test_a_workbook_holds_numbers_as_numbers(service, tmp_path):
    service.person("aa", COACHED)
    book = tmp_path / "book.xlsx"
    ran = service.run("report", "activity", "-o", str(book))

    assert ran.stdout == f"{book}\n"
    with zipfile.ZipFile(book) as parts:
        assert '<c r="J2"><v>1</v></c>' in parts.read("xl/worksheets/sheet1.xml").decode()


def test_a_workbook_goes_to_out_where_no_file_is_named(service):
    ran = service.run("report", "activity", "--format", "xlsx")

    assert ran.stdout == f"{service.root / 'out' / 'report-activity.xlsx'}\n"
    assert (service.root / "out" / "report-activity.xlsx").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.md", "# Activity"),
        ("a.html", "<!DOCTYPE"),
        ("a.csv", "From,"),
        ("a.json", "{"),
        ("a", "Acti"),
    ],
)
def test_the_files_name_says_the_format(service, tmp_path, name, begins):
    service.run("report", "activity", "-o", str(tmp_path / name))

    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


# Explained


def test_an_explanation_lists_exactly_the_cases_that_were_counted():
    figures = report(EXAMPLES, "--json").json

    def explained(name):
        made = report(EXAMPLES, "--json", "--explain", name).json
        assert made["count"] == len(made["cases"])
        return made["count"]

    for group in ("age", "origin", "education", "contracts", "kept", "market", "priority"):
        for row, cells in figures[group].items():
            assert explained(f"{group}.{row}") == cells["all"]
            assert explained(f"{group}.{row}.women") == cells["women"]
    assert explained("persons.men") == figures["persons"]["men"]
    assert explained("employers_contacted") == figures["employers_contacted"]


def test_an_explanation_says_case_name_day_and_entry(service):
    service.person("aa", COACHED + _placement("permanent"))
    made = service.run("report", "activity", "--explain", "contracts.permanent", "--json").json

    assert (made["figure"], made["column"], made["count"]) == ("contracts.permanent", "all", 1)
    assert made["cases"] == [
        {
            "case": "people/aa",
            "name": "Person aa",
            "column": "unknown",
            "on": "2025-02-03",
            "ref": "placements[0]",
        }
    ]


# Published


def test_what_is_published_hides_counts_below_five_and_their_shares(service):
    for number in range(4):
        service.person(f"m{number}", COACHED + "gender: man\n")
    for number in range(9):
        service.person(f"w{number}", COACHED + "gender: woman\n")
    made = service.run("report", "activity", "--publish", "--json").json

    assert made["persons"]["men"] is None
    assert None in (made["persons"]["women"], made["persons"]["all"])
    assert made["persons"]["other"] == 0
    text = service.run("report", "activity", "--publish").stdout
    assert re.search(r"Persons coached +hidden", text)
    assert not re.search(r"\b4 \(", text)


# Several repositories


@pytest.fixture
def two(service, tmp_path):
    """Two services: three persons coached and one employer, one person and two employers."""
    from conftest import Service

    other = Service(tmp_path / "other")
    for root, name, people, firms in ((service, "North", 3, 1), (other, "South", 1, 2)):
        root.write("jobcoach.yaml", f"format: 1\nlanguage: en\norganisation: {{name: {name}}}\n")
        for number in range(people):
            root.person(f"p{number}", COACHED + "gender: woman\n")
        for number in range(firms):
            root.employer(f"e{number}", "contacts: [{on: 2025-02-03, how: visit}]\n")
    return service, other


def test_several_repositories_give_totals_and_one_column_each(two):
    one, other = two
    ran = run("-C", str(one.root), "-C", str(other.root), "report", "activity")

    assert ran.exit_code == 0
    assert re.search(r"Group +Men +Women +Other +Not known +All +North +South\n", ran.stdout)
    assert re.search(r"Persons coached +0 +4 +0 +0 +4 +3 +1\n", ran.stdout)
    assert re.search(r"Employers contacted +3 +1 +2\n", ran.stdout)


def test_several_repositories_may_be_named_before_and_behind_the_report(two):
    one, other = two
    made = run("-C", str(one.root), "report", "activity", "--json", "-C", str(other.root)).json

    assert made["persons"]["all"] == 4
    assert [(r["name"], r["persons"]["all"]) for r in made["repositories"]] == [
        ("North", 3),
        ("South", 1),
    ]


def test_the_same_repository_twice_counts_once(two):
    one, _ = two
    made = run("-C", str(one.root), "-C", f"{one.root}/.", "report", "activity", "--json").json

    assert made["persons"]["all"] == 3
    assert "repositories" not in made


def test_an_explanation_over_several_repositories_says_which(two):
    one, other = two
    args = ("-C", str(one.root), "-C", str(other.root), "report", "activity", "--json")
    made = run(*args, "--explain", "persons").json

    assert [(c["case"], c["repository"]) for c in made["cases"]] == [
        ("people/p0", "North"),
        ("people/p1", "North"),
        ("people/p2", "North"),
        ("people/p0", "South"),
    ]


def test_repositories_that_define_coaching_otherwise_are_refused(two):
    one, other = two
    model = "id: frb-2002\nname: {en: Ours}\nstages:\n  - {id: reserve, next: [pre-hire]}\n  - {id: pre-hire}\n"
    other.process("frb-2002", model)
    ran = run("--lang", "en", "-C", str(one.root), "-C", str(other.root), "report", "activity")

    assert (ran.exit_code, ran.stdout) == (1, "")
    assert "define the process frb-2002 differently" in ran.stderr
    one.process("frb-2002", model)
    assert run("-C", str(one.root), "-C", str(other.root), "report", "activity").exit_code == 0


def test_a_file_that_cannot_be_read_is_named_with_its_repository(two):
    one, other = two
    other.write("people/bb.yaml", "id: bb\nname: [\n")
    ran = run("-C", str(one.root), "-C", str(other.root), "report", "activity", "--json")

    assert ran.exit_code == 4
    assert ran.json["unreadable"] == ["South: people/bb.yaml"]


def test_any_other_command_works_in_one_repository(two):
    one, other = two
    ran = run("-C", str(one.root), "-C", str(other.root), "person", "list")

    assert (ran.exit_code, ran.stdout) == (2, "")
    assert str(other.root) in ran.stderr


# The page


def test_the_page_is_whole_by_itself_and_its_chart_is_said_in_words():
    page = report(EXAMPLES, "--format", "html").stdout

    assert not re.search(r"https?://|\bsrc\s*=|\bhref\s*=|url\(|@import|<script", page)
    assert page.count("<svg") == len(re.findall(r'role="img" aria-label="[^"]+"><svg', page)) == 2
    assert page.count("<p>The chart shows how many persons are in each group") == 2
    assert re.findall(r"<th(?![^>]*scope=)[ >]", page) == []
    assert page.count("<dt>Counted</dt>") == page.count("<dt>Out of</dt>") >= 10
    assert "FRB" not in page
    assert "Amina" not in page


def test_the_report_names_nobody_and_its_explanation_does():
    assert "Amina" not in report(EXAMPLES).stdout
    assert "Amina" in report(EXAMPLES, "--explain", "persons").stdout


@pytest.mark.parametrize("name", ["report.docx", "report.pdf"])
def test_a_file_of_a_kind_that_no_report_is_made_in_is_refused(service, tmp_path, name):
    ran = service.run("report", "activity", "-o", str(tmp_path / name))

    assert ran.exit_code == 2
    assert "is not a value -o takes." in ran.stderr
    assert not (tmp_path / name).exists()
