"""Where things stand in the pictures of reports: inside, in order, and legible on a telephone."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobcoach.domain.process import StageNamed
from jobcoach.domain.statistics.paths import Path, Segment
from jobcoach.domain.statistics.survival import product_limit
from jobcoach.render.catalogue import texts
from jobcoach.render.reports.charts import bars
from jobcoach.render.reports.charts.flow import LETTERS, SLOT, Move, flow
from jobcoach.render.reports.charts.paths import paths
from jobcoach.render.reports.charts.steps import HEIGHT, steps

EN = texts("en")


def test_bars_are_as_long_as_their_counts_and_nothing_is_no_picture():
    made = bars("Bars", "So many.", [("a", "4", 4), ("b", "1", 1), ("c", "hidden", None)])

    assert [bar.length for bar in made.bars] == [100, 25, 0]
    assert all(below.top >= above.top + above.down + 18 for above, below in pairwise(made.bars))
    assert bars("Bars", "", [("a", "0", 0), ("b", "hidden", None)]) is None


def test_a_long_label_is_broken_into_lines_and_moves_what_follows():
    made = bars(
        "Bars", "", [("A partner with a name as long as the road to it", "1", 1), ("b", "1", 1)]
    )

    assert made.bars[0].lines == ("A partner with a name as long as the road", "to it")
    assert made.bars[1].top >= made.bars[0].down + 18
    assert made.height > made.bars[1].top + made.bars[1].down


# Steps


def line(*spells):
    running = [days for days, ended in spells if not ended]
    return steps("Line", "It falls.", product_limit(spells), running, EN)


def test_the_line_begins_at_all_and_falls_with_each_end():
    made = line((100, True), (200, False))

    assert [(p.x1, p.y1, p.x2, p.y2) for p in made.pieces] == [
        (0.0, 0.0, 50.0, 0.0),
        (50.0, 0.0, 50.0, HEIGHT / 2),
        (50.0, HEIGHT / 2, 100.0, HEIGHT / 2),
    ]
    assert [(m.x, m.y) for m in made.marks] == [(100.0, HEIGHT / 2)]


def test_a_mark_of_the_day_on_which_something_ended_stands_below_the_step():
    made = line((100, True), (100, False))

    assert [(m.x, m.y) for m in made.marks] == [(100.0, HEIGHT / 2)]


def test_the_axis_says_how_many_are_followed():
    made = line((100, True), (200, False), (200, False))

    assert [(tick.label, tick.followed) for tick in made.ticks][:5] == [
        *(("0", "3"), ("1", "3"), ("2", "3"), ("3", "3")),
        ("4", "2"),
    ]
    assert made.unit == "Months"
    assert line((40, False)).unit == "Days"


def test_nothing_followed_for_a_day_is_no_picture():
    assert line((0, False)) is None
    assert steps("Line", "", product_limit([]), [], EN) is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9000), st.booleans()), min_size=1, max_size=30))
def test_a_line_stays_in_its_picture_and_its_numbers_apart(spells):
    made = line(*spells)
    if made is None:
        assert max(days for days, _ in spells) == 0
        return
    for piece in made.pieces:
        assert 0 <= piece.x1 <= piece.x2 <= 100
        assert 0 <= piece.y1 <= piece.y2 <= HEIGHT
    assert made.pieces[-1].x2 == 100
    assert 2 <= len(made.ticks) <= 8
    assert [tick.x for tick in made.ticks] == sorted({tick.x for tick in made.ticks})


# Flow


def ribbons(*moves):
    left = {row: row for row, _, _ in moves}
    right = {row: row for _, row, _ in moves}
    made = [Move(row, column, str(count or "hidden"), count) for row, column, count in moves]
    return flow("Flow", "They move.", made, (left, right), ("From", "To"))


def test_a_ribbon_is_as_wide_as_its_count_within_bounds():
    made = ribbons(("a", "x", 40), ("a", "y", 20), ("b", "x", 1), ("b", "y", None))
    wide = [_width(ribbon.outline) for ribbon in made.ribbons]

    assert wide[0] == pytest.approx(2 * wide[1], abs=0.3)
    assert wide[2] == wide[3] == pytest.approx(3, abs=0.2)  # one that is hidden tells nothing
    assert [ribbon.text for ribbon in made.ribbons] == ["40", "20", "1", "hidden"]


def _width(outline):
    first, *_, last = outline.replace("M0 ", "").replace("Z", "").split("C")
    return float(last.split()[-1]) - float(first)


def test_a_long_name_is_broken_into_lines_and_its_stage_is_as_high():
    made = ribbons(("Employer engagement and all that", "x", 1))

    assert made.left[0].lines == ("Employer", "engagement and", "all that")
    assert made.left[0].height >= 3 * 16
    assert all(len(text) <= LETTERS for text in made.left[0].lines)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")),
        st.none() | st.integers(1, 500),
        min_size=1,
    )
)
def test_numbers_never_stand_on_each_other_and_all_is_inside(found):
    made = ribbons(*((*move, count) for move, count in found.items()))
    heights = sorted(ribbon.y for ribbon in made.ribbons)

    assert all(below - above >= SLOT - 0.2 for above, below in pairwise(heights))
    for side in (made.left, made.right):
        for node, following in pairwise(side):
            assert node.top + node.height < following.top
        assert side[-1].top + side[-1].height <= made.height + 1


# Paths


def drawn(first, last, *segments):
    path = Path("people/ab", segments)
    return paths(
        "Paths", "Over time.", [("ab", path, ["said"] * len(segments))], [], (first, last), EN
    )


def test_a_stretch_is_as_wide_as_its_days():
    stage = Segment("stage", "coached", date(2025, 1, 6), date(2025, 1, 10), StageNamed("pre-hire"))
    (band,) = drawn(date(2025, 1, 1), date(2025, 1, 10), stage).rows[0].bands

    assert (band.x, band.width, band.look, band.lane) == (50.0, 50.0, "full", "stage")


def test_the_axis_names_a_year_where_it_begins():
    made = drawn(date(2024, 11, 15), date(2025, 2, 14))

    assert [(tick.label, tick.year) for tick in made.ticks] == [
        *(("Dec", "2024"), ("Jan", "2025")),
        ("Feb", ""),
    ]


@settings(max_examples=60, deadline=None)
@given(st.dates(), st.integers(0, 20_000))
def test_marks_stand_in_order_and_not_too_many(first, days):
    last = min(first + timedelta(min(days, (date.max - first).days)), date.max)
    ticks = drawn(first, last).ticks

    assert len(ticks) <= 7
    assert all(0 <= tick.x < 100 for tick in ticks)
    assert [tick.x for tick in ticks] == sorted({tick.x for tick in ticks})
