import gc
import os
from collections import Counter

import pytest

# The workers are as many as there are cores; a thread of BLAS would wait in a loop for its turn.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Two of three cases of these run on demand: what one of them finds, its neighbours find as well.
THINNED = """
    test_arrays.test_orders_and_whole_numbers test_arrays.test_series_of_traced_coefficients
    test_arrays.test_what_a_mask_selects_is_known_in_a_call
    test_backward_loops.test_gradients_against_duals
    test_batch.test_every_point_is_as_if_it_were_alone
    test_cancellation.test_no_case_becomes_worse_and_none_loses_digits
    test_cancellation.test_no_value_becomes_worse test_complex.test_numbers
    test_corpus.test_every_stage_is_valid_and_means_the_same
    test_corpus.test_source_is_a_fixed_point_of_black_and_runs_alone
    test_counts.test_values_and_derivatives test_derivatives.test_all_orders_agree_with_duals
    test_derivatives.test_hessians_agree_with_nested_products test_digits.test_digits
    test_guards.test_random_guards test_integrate.test_series_are_those_of_derivatives
    test_loops.test_values_and_gradients test_maths.test_two_units_in_the_last_place
    test_memory.test_plans_change_no_number test_native.test_every_bit_is_that_of_python
    test_native.test_functions_that_people_wrote test_native.test_hostile_numbers
    test_native_tables.test_loops_over_lists test_ops.test_special_arguments
    test_page.test_every_operation_has_a_past test_random_arrays.test_random_arrays
    test_rules.test_exact_rules_keep_bits_and_exceptions test_sequences.test_gradients
    test_sequences.test_values_and_derivatives
    test_singular.test_what_is_smooth_has_its_derivatives test_solvers.test_kepler
    test_special.test_a_row_and_its_partials test_special.test_scipys_functions
    test_special.test_second_derivatives_of_rows
    test_standard.test_strict_arrays_come_to_what_numpys_do
    test_steps.test_each_step_is_the_one_that_python_takes test_systems.test_factors_and_bands
    test_systems.test_two_unknowns test_whole_names.test_value_and_derivatives
    test_whole_taylor.test_coefficients_are_derivatives test_whole_widths.test_every_row_is_narrow
    test_wild_derivatives.test_first_derivatives test_wild_derivatives.test_second_derivatives
""".split()


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="rewrite the files in tests/goldens")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark two of three cases of the families above."""
    tried = Counter()
    for item in items:
        name = f"{item.path.stem}.{getattr(item, 'originalname', '')}"
        if name in THINNED and not any(item.iter_markers("slow")):
            tried[name] += 1
            if tried[name] % 3 != 1:
                item.add_marker(pytest.mark.slow)


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """What all tests share is not looked through at each collection of garbage."""
    gc.disable()
    found = yield
    gc.collect()
    gc.freeze()
    gc.enable()
    return found


@pytest.fixture
def update(request):
    return request.config.getoption("--update")
