"""Plays sequences with Transom and with Wine. One process plays many: starting Wine costs much."""
import importlib.machinery
import importlib.util
import os
import re
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SECONDS_WITHOUT_A_TRACE = 90


def oracle():
    """The scenarios' oracle knows how Wine is set up."""
    path = os.path.join(HERE, "..", "..", "scenarios", "oracle")
    loader = importlib.machinery.SourceFileLoader("oracle", path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("oracle", loader))
    loader.exec_module(module)
    return module


def stay_on_one_core():
    """For this process and what it starts. A call goes from thread to thread, and to Wine's server:
    to wake one on another core takes ten times as long as on the same."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


class Native:
    name = "transom"

    def __init__(self, build):
        stay_on_one_core()
        self.command = [os.path.join(build, "bin", "differential_driver")]
        self.environment = oracle().Native(build).environment


class Wine:
    name = "wine"

    def __init__(self, build):
        self.command = ["wine", os.path.join(os.path.abspath(build), "bin",
                                             "differential_driver_wine.exe")]
        stay_on_one_core()
        # A prefix of its own has a server of its own, which is on that core, too.
        os.environ.setdefault("TRANSOM_ORACLE_PREFIX",
                              os.path.join(os.path.abspath(build), "differential", "prefix"))
        self.environment = oracle().Wine(build).environment


def write_sequences(path, sequences):
    with open(path, "w", encoding="utf-8") as file:
        for name, steps in sequences.items():
            file.write(f"sequence {name}\n" + "".join(step + "\n" for step in steps))


def read_traces(path):
    """Traces by name. The last one may have no end."""
    traces, lines = {}, None
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file.read().replace("\r", "").splitlines():
            if line.startswith("sequence "):
                lines = traces[line[len("sequence "):]] = []
            else:
                lines.append(re.sub(r"thread=[1-9]\d*", "thread=other", line))
    return traces


def grows(process, path):
    """Waits for the process, as long as its file grows. Whether it ended by itself."""
    size = -1
    while True:
        try:
            process.wait(SECONDS_WITHOUT_A_TRACE)
            return True
        except subprocess.TimeoutExpired:
            now = os.path.getsize(path) if os.path.exists(path) else 0
            if now == size:
                process.kill()
                process.wait()
                return False
            size = now


def play(side, sequences):
    """A trace for each of the sequences, {name: steps}. What crashes or hangs says so."""
    traces = {}
    waiting = dict(sequences)
    with tempfile.TemporaryDirectory() as folder:
        source, result = os.path.join(folder, "sequences"), os.path.join(folder, "traces")
        while waiting:
            write_sequences(source, waiting)
            open(result, "w").close()
            with open(os.path.join(folder, "errors"), "w") as errors:
                process = subprocess.Popen(side.command + [source, result], env=side.environment,
                                           stdout=subprocess.DEVNULL, stderr=errors)
                ended = grows(process, result)
            played = read_traces(result)
            if not played:
                raise RuntimeError(f"{side.name} plays nothing")
            for name, lines in played.items():
                if not lines or lines[-1] not in ("end", "HANGS"):
                    lines.append(f"CRASHES {process.returncode}" if ended else "HANGS")
                traces[name] = lines
                del waiting[name]
    return traces
