// Many runs for the price of one start: each is a process of its own, forked from one that is
// ready.
#pragma once

namespace scenario {

// Calls `job` with each line of standard input, in a new process that exits with what it answers
// and is killed after a minute. For each line tells on standard output, in a line, the exit code
// (or the signal, negated) and how many bytes the job wrote, then the bytes. Native only.
int serve_lines(int (*job)(const char* line));

}  // namespace scenario
