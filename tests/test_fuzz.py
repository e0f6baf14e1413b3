"""A short run of the fuzzers; `tests/fuzz.py` says how to run the long ones."""

from tests.fuzz import fuzz_figures, fuzz_files


def test_no_cell_breaks_the_figure_grammar() -> None:
    came_to = fuzz_figures(20_000, seed=1)
    assert came_to.total() == 20_000
    assert came_to["Figure"] > 500, "most cells must not be hopeless"


def test_no_file_breaks_a_check() -> None:
    came_to = fuzz_files(150, seed=1)
    assert len(came_to) > 8, "many rules must have been met"
