"""Compares traces after what is explained has been taken out."""
from explained import RULES


def steps_of(lines):
    """The trace by its steps: what a later step shows does not hide an earlier one."""
    steps = []
    for line in lines:
        if line.startswith("> ") or not steps:
            steps.append([])
        steps[-1].append(line)
    return steps


def explained(step_pair, used):
    """Both sides of a step, as the rules let them be."""
    ours, theirs = step_pair
    for rule in RULES:
        if ours == theirs:
            break
        new = rule.apply(ours, theirs)
        if new != (ours, theirs):
            used[rule.name] = used.get(rule.name, 0) + 1
            ours, theirs = new
    return ours, theirs


class Difference:
    def __init__(self, step, ours, theirs):
        self.step, self.ours, self.theirs = step, ours, theirs


def ends_comparison(ours, theirs):
    """The first rule by which what follows is not comparable any more."""
    for rule in RULES:
        if rule.ends is not None and rule.ends(ours, theirs):
            return rule
    return None


def first_difference(ours, theirs, used=None):
    used = {} if used is None else used
    our_steps, their_steps = steps_of(ours), steps_of(theirs)
    for number in range(max(len(our_steps), len(their_steps))):
        one = our_steps[number] if number < len(our_steps) else []
        other = their_steps[number] if number < len(their_steps) else []
        if one == other:
            continue
        rule = ends_comparison(one, other)
        if rule is not None:
            used[rule.name] = used.get(rule.name, 0) + 1
            return None
        left, right = explained((one, other), used)
        if left == right:
            continue
        # What remains may be what ends it.
        rule = ends_comparison(left, right)
        if rule is not None:
            used[rule.name] = used.get(rule.name, 0) + 1
            return None
        return Difference(number, left, right)
    return None
