"""Sequences as files, and as the source of a scenario."""
import os
import re


def read(path):
    """The steps and the trace of a kept sequence."""
    with open(path, encoding="utf-8") as file:
        lines = [line for line in file.read().splitlines() if not line.startswith("#")]
    if "trace" not in lines:
        return lines, []
    return lines[:lines.index("trace")], lines[lines.index("trace") + 1:]


def split_arguments(text):
    """At the commas that no inner parenthesis holds."""
    arguments, depth, current = [], 0, ""
    for one in text:
        depth += (one == "(") - (one == ")")
        if one == "," and depth == 0:
            arguments.append(current.strip())
            current = ""
        else:
            current += one
    return arguments + [current.strip()]


def parse(call):
    match = re.fullmatch(r"(\w+)\((.*)\)", call)
    return match.group(1), split_arguments(match.group(2)) if match.group(2) else []


def source_of(call):
    """The call in C++, in the words of the scenarios' kit."""
    function, arguments = parse(call)
    arguments = ["nullptr" if one == "null" else one.replace("|", " | ") for one in arguments]
    if function == "create":
        name, style, extended, x, y, cx, cy, parent, number = arguments
        return (f'{name} = create("{name}", {{.style = {style}, .ex_style = {extended}, '
                f".place = {{{x}, {y}, {cx}, {cy}}}, .parent = {parent}, .id = {number}}})")
    if function == "when":
        window, message, inner = arguments
        return (f'on("{window}", {message}, [&](HWND, WPARAM, LPARAM) -> std::optional<LRESULT> {{ '
                f"static bool done; if (!std::exchange(done, true)) CALL({source_of(inner)}); "
                f"return std::nullopt; }})")
    if function == "pump_messages":
        return "pump()"
    return f"{function}({', '.join(arguments)})"


def scenario(steps, name):
    windows = sorted(set(re.findall(r"create\((\w+)", "\n".join(steps))))
    title = "seed_" + re.sub(r"\W", "_", os.path.basename(name).removesuffix(".txt"))
    lines = [f'SCENARIO(differential, {title}, "A generated sequence", PAGES("winmsg/windows"), CHECKS()) {{',
             "  ignore_painting();"]
    if any(step.startswith("B ") for step in steps):
        lines.append('  Worker worker("worker");')
    lines += [f"  HWND {window} = nullptr;" for window in windows]
    for step in steps:
        source = source_of(step[2:])
        wrapped = source if source.startswith("on(") else f"CALL({source})"
        lines.append(f"  worker.run_serving([&] {{ {wrapped}; }});" if step[0] == "B" else f"  {wrapped};")
    return "\n".join(lines + ["}"])
