// Starting another program, and noticing its end.
//
// A thread waits for each process that this one knows: it takes the notes of the channel
// (creator.h) and marks the process's object signaled. Under the virtual clock it counts as a
// running thread, so that time does not jump while the other program works.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "kernel32/process/creator.h"
#include "kernel32/thread.h"

namespace transom::kernel {

struct Launch {
  std::string program;                   // the host's path
  std::vector<std::string> arguments;    // with the program's name
  std::vector<std::string> environment;  // "name=value"
  std::string directory;                 // empty: the current one
  int standard[3] = {0, 1, 2};           // what becomes its input, output and errors
  bool suspended = false;
  StartupNotes notes;
};

struct Launched {
  std::shared_ptr<Process> process;
  std::shared_ptr<Thread> thread;
  DWORD error = ERROR_SUCCESS;
};

Launched launch(const Launch& what);

// A process that something else started; null: there is none, or it is somebody else's.
std::shared_ptr<Process> open_process(int pid);

}  // namespace transom::kernel
