"""Delta debugging: as few steps as still differ."""


def without(steps, first, count):
    return steps[:first] + steps[first + count:]


def candidates(steps, size):
    return [without(steps, first, size) for first in range(0, len(steps), size)]


def shrink(steps, differing, rounds=40):
    """`differing` takes a list of candidates and tells for each whether it still differs; all of them
    are played by one process. The result is 1-minimal, or what the rounds came to."""
    size = max(1, len(steps) // 2)
    for _ in range(rounds):
        tried = [one for one in candidates(steps, size) if one]
        kept = next((one for one, differs in zip(tried, differing(tried)) if differs), None)
        if kept is not None:
            steps = kept
            size = min(size, max(1, len(steps) // 2))
        elif size == 1:
            return steps
        else:
            size = max(1, size // 2)
    return steps
