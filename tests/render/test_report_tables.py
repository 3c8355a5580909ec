"""A report's table on a page: parted where it is too wide, with nothing lost and the rows named again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.render.reports.view import ACROSS, RowView, TableView


def table(columns, together=0, rows=2, numbers=True):
    return TableView(
        heading="Places",
        heads=("Coach", *(f"h{n}" for n in range(columns))),
        rows=tuple(
            RowView(f"r{row}", tuple(f"{row}.{n}" for n in range(columns))) for row in range(rows)
        ),
        together=together,
        numbers=numbers,
    )


@pytest.mark.parametrize(
    ("columns", "together", "parts"),
    [
        (6, 0, [6]),
        (7, 0, [4, 3]),
        (12, 0, [6, 6]),
        (13, 0, [5, 5, 3]),
        (5, 5, [5]),  # one repository
        (6, 5, [6]),
        (7, 5, [5, 2]),  # two of them
        (11, 5, [5, 6]),  # the six pilots
        (12, 5, [5, 4, 3]),
    ],
)
def test_a_wide_table_is_parted_into_parts_of_about_one_width(columns, together, parts):
    assert [len(part.heads) - 1 for part in table(columns, together).narrow] == parts


@pytest.mark.parametrize(("columns", "parts"), [(5, [5]), (6, [3, 3]), (11, [4, 4, 3])])
def test_words_take_more_room_than_numbers(columns, parts):
    assert [len(part.heads) - 1 for part in table(columns, numbers=False).narrow] == parts


@given(st.integers(0, 40), st.sampled_from([0, 5]), st.integers(0, 4))
def test_the_parts_hold_every_cell_once_in_its_row_and_under_its_head(columns, together, rows):
    whole = table(max(columns, together), together, rows)
    parts = whole.narrow

    assert all(1 <= len(part.heads) <= ACROSS[True] + 1 for part in parts)
    assert {part.heads[0] for part in parts} == {"Coach"}
    assert [head for part in parts for head in part.heads[1:]] == list(whole.heads[1:])
    for place, row in enumerate(whole.rows):
        assert {part.rows[place].label for part in parts} == {row.label}
        assert tuple(cell for part in parts for cell in part.rows[place].cells) == row.cells
