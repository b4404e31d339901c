"""The tools themselves, without Wine."""
import compare
import generate
import program
import sides
from shrink import shrink

COUNT = 60


def check(what, holds):
    if not holds:
        print(f"fails: {what}")
    return holds


def shrinks_to_the_pair():
    steps = [str(number) for number in range(20)]
    found = shrink(steps, lambda tried: [("3" in one and "17" in one) for one in tried])
    return found == ["3", "17"]


def finds_the_first_difference():
    ours = ["> A a()", "A x", "> A b()", "A y", "end"]
    theirs = ["> A a()", "A x", "> A b()", "A z", "end"]
    difference = compare.first_difference(ours, theirs)
    return (compare.first_difference(ours, list(ours)) is None and difference is not None
            and difference.step == 1)


def prints_programs():
    text = program.scenario(["A create(w1, WS_POPUP, 0, 1, 2, 3, 4, null, 0)", "B SetFocus(w1)"], "7")
    return 'w1 = create("w1", {.style = WS_POPUP' in text and "run_serving" in text


def plays_the_same_twice(build):
    sequences = {str(seed): generate.sequence(seed) for seed in range(1, COUNT + 1)}
    native = sides.Native(build)
    once, again = sides.play(native, sequences), sides.play(native, sequences)
    ended = [name for name in sequences if once[name][-1] != "end"]
    different = [name for name in sequences if once[name] != again[name]]
    return (check(f"these do not end: {ended}", not ended)
            and check(f"these differ from themselves: {different}", not different))


def run(build):
    return all([check("a seed gives one sequence", generate.sequence(5) == generate.sequence(5)),
                check("two seeds give two", generate.sequence(5) != generate.sequence(6)),
                check("the shrinker finds what is needed", shrinks_to_the_pair()),
                check("the comparer finds the step", finds_the_first_difference()),
                check("a sequence is printed as a scenario", prints_programs()),
                plays_the_same_twice(build)])
