"""The commands."""
import difflib
import os
import sys
import time

import compare
import generate
import program
import self_check
import sides
from explained import RULES
from shrink import shrink

KEPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "kept")


def both(build):
    return sides.Native(build), sides.Wine(build)


def differing(native, wine):
    """For the shrinker: which of the candidates still differ."""
    def ask(candidates):
        sequences = {str(number): steps for number, steps in enumerate(candidates)}
        ours, theirs = sides.play(native, sequences), sides.play(wine, sequences)
        return [compare.first_difference(ours[n], theirs[n]) is not None for n in sequences]
    return ask


def diff_text(difference):
    return "\n".join(difflib.unified_diff(difference.theirs, difference.ours, "wine", "transom",
                                          lineterm="", n=30))


def show_difference(build, name, steps, keep):
    native, wine = both(build)
    ask = differing(native, wine)
    if not ask([steps])[0]:
        print(f"{name}: differs no more when it is played alone\n")
        return
    steps = shrink(steps, ask)
    sequences = {name: steps}
    ours, theirs = sides.play(native, sequences)[name], sides.play(wine, sequences)[name]
    difference = compare.first_difference(ours, theirs)
    print(f"--- {name}, shrunk to {len(steps)} steps:\n" + "\n".join(steps))
    if difference is not None:
        print(diff_text(difference))
    print(flush=True)
    if keep:
        keep_sequence(name, steps, theirs)


def keep_sequence(name, steps, trace):
    path = os.path.join(KEPT, f"{name}.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(["# what Wine does; Transom has to do the same", *steps, "trace", *trace]))
        file.write("\n")


def run(options):
    build = options.what[0]
    native, wine = both(build)
    used, differences, count, start = {}, [], 0, time.time()
    for first in range(options.seed, options.seed + options.count, options.chunk):
        last = min(first + options.chunk, options.seed + options.count)
        sequences = {str(seed): generate.sequence(seed) for seed in range(first, last)}
        ours, theirs = sides.play(native, sequences), sides.play(wine, sequences)
        for name in sequences:
            count += 1
            if compare.first_difference(ours[name], theirs[name], used) is not None:
                differences.append((name, sequences[name]))
        print(f"{count} sequences, {len(differences)} with a difference, "
              f"{time.time() - start:.0f} s", file=sys.stderr, flush=True)
    for name, steps in differences[:options.shrink]:
        show_difference(build, name, steps, options.keep)
    tell_of_rules(used)
    print(f"{count} sequences, {len(differences)} with an unexplained difference"
          + (": " + " ".join(name for name, _ in differences[:200]) if differences else ""))
    return not differences


def tell_of_rules(used):
    for rule in RULES:
        if rule.name in used:
            print(f"explained {used[rule.name]} times: {rule.name} ({rule.page})")


def steps_of(what):
    if what.isdigit():
        return generate.sequence(int(what))
    return program.read(what)[0]


def show(options):
    build, what = options.what
    steps = steps_of(what)
    for side in both(build):
        print(f"--- {side.name}")
        print("\n".join(sides.play(side, {"it": steps})["it"]))
    return True


def keep(options):
    """What Wine does becomes what Transom has to do."""
    build, what = options.what
    name = os.path.basename(what).removesuffix(".txt")
    steps = steps_of(what)
    keep_sequence(name, steps, sides.play(sides.Wine(build), {name: steps})[name])
    return True


def kept(options):
    native = sides.Native(options.what[0])
    files = sorted(name for name in os.listdir(KEPT) if name.endswith(".txt"))
    stories = {name: program.read(os.path.join(KEPT, name)) for name in files}
    ours = sides.play(native, {name: steps for name, (steps, _) in stories.items()}) if stories else {}
    failed = 0
    for name, (_, trace) in stories.items():
        difference = compare.first_difference(ours[name], trace)
        if difference is not None:
            failed += 1
            print(f"{name}\n{diff_text(difference)}\n")
    print(f"{len(files)} kept sequences, {failed} differ")
    return failed == 0


def print_program(options):
    print(program.scenario(steps_of(options.what[0]), options.what[0]))
    return True


COMMANDS = {"run": run, "show": show, "kept": kept, "keep": keep, "print": print_program,
            "self-check": lambda options: self_check.run(options.what[0])}
