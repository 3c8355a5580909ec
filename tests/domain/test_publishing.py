"""What a published table keeps to itself: tried on small tables by going through every set of values."""

from itertools import combinations, product

from hypothesis import example, given, settings
from hypothesis import strategies as st

from jobcoach.domain.statistics.figures import AtMost, Counted, Figure, Sum, statement
from jobcoach.domain.statistics.publishing import LEAST, System, to_hide
from jobcoach.domain.statistics.reports.composed import composed
from jobcoach.domain.statistics.sheets import published, side_by_side


def table(rows):
    """A table with its margins as cells and sums: every row, every column, and the corner."""
    cells, sums = {}, []
    height, width = len(rows), len(rows[0])
    for r, row in enumerate(rows):
        for c, count in enumerate(row):
            cells[("", f"r{r}", f"c{c}")] = count
        cells[("", f"r{r}", "all")] = sum(row)
    for c in range(width):
        cells[("", "all", f"c{c}")] = sum(row[c] for row in rows)
    cells[("", "all", "all")] = sum(map(sum, rows))
    names_r, names_c = [f"r{r}" for r in range(height)], [f"c{c}" for c in range(width)]
    for r in (*names_r, "all"):
        sums.append((("", r, "all"), tuple(("", r, c) for c in names_c)))
    for c in (*names_c, "all"):
        sums.append((("", "all", c), tuple(("", r, c) for r in names_r)))
    return System(cells, tuple(sums))


def values_left(system, hidden, rows):
    """For each hidden cell the values it can have, by trying every table with what is shown.

    A reader knows that a hidden count is at least one. Values one more and one less than the real ones are
    tried: with these alone there must be another table.
    """
    found = {key: {system.cells[key]} for key in hidden}
    choices = [
        near(count) if ("", f"r{r}", f"c{c}") in hidden else [count]
        for r, row in enumerate(rows)
        for c, count in enumerate(row)
    ]
    width = len(rows[0])
    for flat in product(*choices):
        tried = [flat[i : i + width] for i in range(0, len(flat), width)]
        cells = table(tried).cells
        if all(cells[key] == count for key, count in system.cells.items() if key not in hidden):
            for key in hidden:
                found[key].add(cells[key])
            if all(len(found[key]) > 1 for key in hidden if system.cells[key] < LEAST):
                break  # nothing more to learn
    return found


def near(count):
    return [value for value in (count, count - 1, count + 1) if value >= 1]


counts = st.integers(0, 7)
tables = st.sampled_from([(2, 2), (2, 3), (3, 2), (3, 3), (1, 4), (4, 1)]).flatmap(
    lambda size: st.lists(
        st.lists(counts, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
    )
)


@settings(deadline=None, max_examples=150)
@given(tables)
@example([[1, 0], [0, 9]])
@example([[1, 1], [1, 9]])
@example([[4, 0], [0, 4]])
@example([[2, 6, 6], [6, 6, 6]])
def test_no_small_count_can_be_worked_out_from_what_is_shown(rows):
    system = table(rows)
    hidden = to_hide(system)

    for key, values in values_left(system, hidden, rows).items():
        if system.cells[key] < LEAST:
            assert len(values) > 1, (key, rows, sorted(hidden))


@given(tables)
def test_every_count_from_one_to_four_is_hidden_and_no_nought_is(rows):
    system = table(rows)
    hidden = to_hide(system)

    assert {key for key, count in system.cells.items() if 0 < count < LEAST} <= hidden
    assert not {key for key, count in system.cells.items() if count == 0} & hidden


@given(tables)
def test_where_no_count_is_small_nothing_is_hidden(rows):
    large = [[count + LEAST for count in row] for row in rows]

    assert to_hide(table(large)) == frozenset()


def test_four_is_hidden_and_five_is_shown():
    def hidden(count):
        return ("", "one", "all") in to_hide(System({("", "one", "all"): count}, ()))

    assert [hidden(count) for count in (0, 1, 4, 5)] == [False, True, True, False]


def test_a_row_hides_a_second_count_where_one_alone_would_be_the_rest():
    hidden = to_hide(table([[2, 9, 8], [9, 9, 9], [9, 9, 9]]))

    assert {key[1:] for key in hidden} == {("r0", "c0"), ("r0", "c2"), ("r1", "c0"), ("r1", "c2")}


def test_the_grand_total_stays_where_it_can():
    assert ("", "all", "all") not in to_hide(table([[2, 9], [9, 9]]))


# Three ways of adding up at once: rows, columns, repositories


def figures(counts):
    """Figures named like rows, each with so many men and so many women, and the row of their sum."""
    made = [
        Figure(
            name=f"age.{row}",
            definition="age",
            counted=tuple(
                Counted(case=f"people/{row}{column}{number}", column=column)
                for column, count in zip(("men", "women"), pair, strict=True)
                for number in range(count)
            ),
        )
        for row, pair in enumerate(counts)
    ]
    everyone = tuple(one for figure in made for one in figure.counted)
    total = Figure(name="persons", definition="persons", counted=everyone)
    return statement([total, *made], [Sum("persons", tuple(figure.name for figure in made))])


pairs = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), min_size=2, max_size=2)


@settings(deadline=None, max_examples=40)
@given(pairs, pairs)
def test_no_repositorys_count_can_be_worked_out_from_another_or_the_totals(one, other):
    sheet = published(side_by_side([("a", figures(one)), ("b", figures(other))]))
    names, columns = ("age.0", "age.1"), ("men", "women")
    inner = [(r, n, c) for r in ("a", "b") for n in names for c in columns]
    given_counts = {
        (r, n, c): sheet.parts[i][1].figures[n].count(c)
        for i, r in enumerate(("a", "b"))
        for n in names
        for c in columns
    }

    def margins(cells):
        found = {}
        for (r, n, c), count in cells.items():
            for key in product({r, ""}, {n, "persons"}, {c, "all"}):
                found[key] = found.get(key, 0) + count
        return found

    real = margins(given_counts)
    shown = {key: count for key, count in real.items() if key not in sheet.hidden}
    left = {key: {real[key]} for key in sheet.hidden}
    choices = [
        near(given_counts[key]) if key in sheet.hidden else [given_counts[key]] for key in inner
    ]
    tight = [key for key in shown if key not in inner]
    for flat in _fitting(inner, choices, shown, tight):
        for key, count in margins(flat).items():
            if key in left:
                left[key].add(count)
        if all(len(left[key]) > 1 for key in left if real[key] < LEAST):
            break  # nothing more to learn
    for key, values in left.items():
        if real[key] < LEAST:
            assert len(values) > 1, (key, one, other)


def _fitting(inner, choices, shown, tight):
    """Every filling of the inner cells that agrees with all that is shown, cut off where one is passed."""
    if not any(len(choice) > 1 for choice in choices):
        return
    reach = {
        key: [
            number
            for number, (r, n, c) in enumerate(inner)
            if key[0] in (r, "") and key[1] in (n, "persons") and key[2] in (c, "all")
        ]
        for key in tight
    }
    filled = []

    def further():
        for key, places in reach.items():
            known = sum(filled[p] for p in places if p < len(filled))
            if known > shown[key] or (places[-1] < len(filled) and known != shown[key]):
                return
        if len(filled) == len(inner):
            yield dict(zip(inner, filled, strict=True))
            return
        for count in choices[len(filled)]:
            filled.append(count)
            yield from further()
            filled.pop()

    yield from further()


# What is part of something else, though other things are too


def cell(name):
    return ("", name, "all")


def flow(entered, *left):
    """A stage entered so often, and left so often in each of these ways."""
    ways = {cell(f"out{place}"): count for place, count in enumerate(left)}
    return System({cell("in"): entered, **ways}, (), bounds=((tuple(ways), (cell("in"),)),))


def test_what_fills_up_the_whole_is_told_by_it_and_hides_it_or_another():
    hidden = to_hide(flow(11, 8, 1, 1, 1))

    assert {cell("in"), cell("out0")} & hidden


def test_where_anything_is_left_over_the_small_counts_alone_are_hidden():
    assert to_hide(flow(12, 8, 1, 1, 1)) == {cell("out1"), cell("out2"), cell("out3")}


@settings(deadline=None, max_examples=150)
@given(
    st.lists(counts, min_size=2, max_size=4), st.integers(0, 3), st.integers(0, 4), st.booleans()
)
@example([6, 3, 1], 0, 0, True)
def test_no_small_count_can_be_worked_out_from_what_it_is_part_of(parts, rest, more, twice):
    """Parts that add up to a whole; all but the last are at most *limit* together, the first one twice."""
    names = [cell(f"part{place}") for place in range(len(parts))]
    bound = (*names[:-1], names[0]) if twice else tuple(names[:-1])

    def cells(values):
        return dict(zip(names, values, strict=True)) | {cell("whole"): sum(values) + rest}

    def together(values):
        return sum(cells(values)[name] for name in bound)

    limit = together(parts) + more
    real = cells(parts) | {cell("limit"): limit}
    sums = () if rest else ((cell("whole"), tuple(names)),)
    hidden = to_hide(System(real, sums, bounds=((bound, (cell("limit"),)),)))

    found = {name: set() for name in hidden}
    choices = [
        # where all that hangs together is hidden, all of it may be twice as much
        {*near(value), 2 * value} if name in hidden else [value]
        for name, value in {**dict(zip(names, parts, strict=True)), cell("limit"): limit}.items()
    ]
    for *values, top in product(*choices):
        tried = cells(values) | {cell("limit"): top}
        told = rest or cell("whole") in hidden or tried[cell("whole")] == real[cell("whole")]
        if told and together(values) <= top:
            for name in hidden:
                found[name].add(tried[name])
    for name in hidden:
        if name in names and real[name] < LEAST:
            assert len(found[name]) > 1, (name, parts, sorted(hidden))


def test_a_figure_is_at_most_others_in_every_column_and_every_repository():
    """Six came and five went on: that the sixth was turned away, nobody is to work out."""

    def made(repository, came, on, away):
        def figure(name, count):
            counted = (Counted(case=f"people/{n}", column="men") for n in range(count))
            return Figure(name=name, definition=name, counted=tuple(counted))

        made = [figure("came", came), figure("on", on), figure("away", away)]
        return repository, statement(made, bounds=[AtMost(("on", "away"), ("came",))])

    alone = published(side_by_side([made("", 6, 5, 1)]))
    beside = published(side_by_side([made("a", 6, 5, 1), made("b", 30, 10, 9)]))

    for sheet, where in ((alone, ""), (beside, "a")):
        for column in ("men", "all"):
            assert sheet.count("away", column, where) is None
            assert None in (sheet.count("came", column, where), sheet.count("on", column, where))


def test_who_is_counted_by_two_reports_is_hidden_in_both():
    """Persons coached are told by three reports: hidden in one, they must not stand in another."""
    whole = statement([figures([(9, 0)]).figures["persons"]])
    reports = dict.fromkeys(("activity", "outcomes", "progress"), whole)

    for first, second in combinations(reports, 2):
        both = composed({first: reports[first], second: reports[second]})
        assert {frozenset((one.whole, *one.parts)) for one in both.sums} == {
            frozenset((f"{first}.persons", f"{second}.persons"))
        }


# Each of one kind with each of another


def each_with_each(persons, jobs, one):
    """So many persons and jobs, with their pairs in two rows: *one* in the first, the others in the second."""
    pairs = persons * jobs
    cells = {"persons": persons, "jobs": jobs, "pairs": pairs, "one": one, "rest": pairs - one}
    return System(
        {cell(name): count for name, count in cells.items()},
        ((cell("pairs"), (cell("one"), cell("rest"))),),
        products=((cell("pairs"), (cell("persons"), cell("jobs"))),),
    )


def test_a_product_is_hidden_with_its_parts_where_dividing_it_would_tell_a_small_count():
    assert to_hide(each_with_each(12, 1, 5)) == {
        cell(name) for name in ("jobs", "pairs", "one", "rest")
    }


def test_a_product_is_no_hiding_place_where_multiplying_tells_it():
    assert to_hide(each_with_each(12, 10, 3)) == {cell("one"), cell("rest")}


def test_where_both_factors_are_large_enough_nothing_is_hidden():
    assert to_hide(each_with_each(5, 5, 5)) == frozenset()


def test_what_often_happened_to_few_persons_is_hidden():
    """Six steps done by one man would tell of him as surely as his own count."""

    def steps(persons):
        counted = (
            Counted(case=f"people/p{number % persons}", ref=f"{number}", column="men")
            for number in range(6)
        )
        return statement([Figure(name="steps", definition="steps", counted=tuple(counted))])

    few, enough = (published(side_by_side([("", steps(persons))])) for persons in (4, 5))

    assert [few.count("steps", column) for column in ("men", "all", "women")] == [None, None, 0]
    assert [enough.count("steps", column) for column in ("men", "all", "women")] == [6, 6, 0]
