import gc
import os
from collections import Counter

import pytest

# The workers are as many as there are cores; a thread of BLAS would wait in a loop for its turn.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# What one case of these finds, its neighbours find as well: of so many cases one runs, and all of
# them on demand. How many levels, orders or targets a family has is no multiple of it.
THINNED = {
    3: """
        test_arrays.test_all_that_are_tied_share_the_derivative
        test_arrays.test_series_of_traced_coefficients
        test_arrays.test_what_a_mask_selects_is_known_in_a_call
        test_backward_loops.test_random_programs
        test_backward_loops.test_random_programs_with_sequences
        test_batch.test_a_batch_has_one_structure_and_the_same_words test_batch.test_random_graphs
        test_blocks.test_corpus test_cancellation.test_no_value_becomes_worse
        test_complex.test_numbers test_corpus.test_a_second_run_of_each_pass_finds_nothing
        test_corpus.test_numpy_kernel_is_elementwise test_counts.test_random_programs
        test_counts.test_values_and_derivatives
        test_derivatives.test_first_and_second_derivatives_agree_with_mpmath
        test_derivatives.test_greeks test_derivatives.test_pollu
        test_derivatives.test_products_are_those_of_the_jacobian
        test_derivatives.test_the_branch_not_taken_leaves_no_nan
        test_derived.test_gradients_have_the_structure_of_the_arguments
        test_derived.test_jacobians_nest_the_arguments_in_the_result
        test_derived.test_nested_derivatives test_digits.test_digits
        test_generated_names.test_every_derivative
        test_guards.test_a_chain_of_guards_is_written_once
        test_guards.test_a_derivative_is_that_of_the_way_or_raises_as_it_does
        test_guards.test_random_guards test_interpolate.test_higher_derivatives
        test_interpolate.test_whole_arrays_of_points
        test_joins.test_a_variable_that_a_round_deletes test_layers.test_value_and_jacobian
        test_loops.test_random_programs test_maths.test_two_units_in_the_last_place
        test_memory.test_plans_change_no_number test_native_tables.test_indices
        test_native_tables.test_loops_over_lists test_numpy_rules.test_numbers_enter_as_floats
        test_ops.test_special_arguments test_page.test_every_operation_has_a_past
        test_points.test_values_and_derivatives_of_each_point
        test_random_arrays.test_random_arrays test_rules.test_exact_rules_keep_bits_and_exceptions
        test_schittkowski.test_what_cancels_costs_nothing test_sequences.test_gradients
        test_sequences.test_random_programs test_sequences.test_what_is_kept
        test_singular.test_a_norm_that_cancels_leaves_no_convention_behind
        test_singular.test_conventions test_special.test_scipys_functions
        test_special.test_scipys_functions_of_arrays
        test_statements.test_no_name_is_assigned_twice_in_straight_line_code
        test_steps.test_each_step_is_the_one_that_python_takes test_systems.test_factors_and_bands
        test_taylor.test_corpus test_taylor.test_rows_of_a_moving_argument
        test_ways.test_source_is_black_s_and_runs_alone
        test_ways.test_the_same_bits_or_the_same_exception test_whole.test_a_scan_is_its_loop
        test_whole.test_directions_and_jacobian test_whole.test_second_derivative
        test_whole_loops.test_a_loop_is_kept_in_every_derivative
        test_whole_loops.test_it_is_kept_in_float32_and_by_the_standard
        test_whole_matrices.test_directions_and_jacobian
        test_whole_matrices.test_second_derivative
        test_whole_taylor.test_coefficients_are_derivatives test_wild.test_value
    """,
    7: """
        test_arrays.test_orders_and_whole_numbers test_backward_loops.test_gradients_against_duals
        test_batch.test_every_point_is_as_if_it_were_alone test_blocks.test_random_graphs
        test_cancellation.test_no_case_becomes_worse_and_none_loses_digits
        test_corpus.test_every_stage_is_valid_and_means_the_same
        test_corpus.test_source_is_a_fixed_point_of_black_and_runs_alone
        test_corpus.test_value_and_tangent test_derivatives.test_all_orders_agree_with_duals
        test_derivatives.test_hessians_agree_with_nested_products
        test_derivatives.test_hostile_numbers test_derivatives.test_nor_do_second_derivatives
        test_integrate.test_series_are_those_of_derivatives test_loops.test_values_and_gradients
        test_native.test_every_bit_is_that_of_python test_native.test_functions_that_people_wrote
        test_native.test_hostile_numbers test_schittkowski.test_slopes_are_those_of_differences
        test_sequences.test_values_and_derivatives
        test_singular.test_no_division_is_joined_to_another
        test_singular.test_what_is_smooth_has_its_derivatives test_solvers.test_kepler
        test_special.test_a_row_and_its_partials test_special.test_second_derivatives_of_rows
        test_standard.test_strict_arrays_come_to_what_numpys_do test_systems.test_two_unknowns
        test_whole_names.test_value_and_derivatives test_whole_widths.test_every_row_is_narrow
        test_wild_derivatives.test_first_derivatives test_wild_derivatives.test_second_derivatives
    """,
}
RATES = {name: rate for rate, names in THINNED.items() for name in names.split()}


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="rewrite the files in tests/goldens")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark all but one of so many cases of the families above."""
    tried = Counter()
    for item in items:
        name = f"{item.path.stem}.{getattr(item, 'originalname', '')}"
        if name in RATES and not any(item.iter_markers("slow")):
            tried[name] += 1
            if tried[name] % RATES[name] != 1:
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
