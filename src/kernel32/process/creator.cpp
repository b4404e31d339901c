#include "kernel32/process/creator.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace transom::kernel {
namespace {

int channel = -1;
StartupNotes notes;

void send_note(const CreatorNote& note) {
  if (channel >= 0) send(channel, &note, sizeof note, MSG_NOSIGNAL | MSG_DONTWAIT);
}

void note_exit(int code, void*) {
  send_note({CreatorNote::kExit, static_cast<DWORD>(code)});
}

bool is_socket(int descriptor) {
  struct stat status {};
  return fstat(descriptor, &status) == 0 && S_ISSOCK(status.st_mode);
}

// The variables are this process's alone: its own children have other creators.
[[gnu::constructor]] void find_creator() {
  if (const char* text = std::getenv(kCreatorVariable)) {
    const int descriptor = std::atoi(text);
    if (descriptor > 2 && is_socket(descriptor)) {
      channel = descriptor;
      fcntl(channel, F_SETFD, FD_CLOEXEC);
      creator_waits_for_idle = true;
      on_exit(note_exit, nullptr);
    }
    unsetenv(kCreatorVariable);
  }
  if (const char* text = std::getenv(kStartupVariable)) {
    unsigned flags = 0, show = 0;
    if (std::sscanf(text, "%u,%u", &flags, &show) == 2) notes = {flags, static_cast<WORD>(show)};
    unsetenv(kStartupVariable);
  }
}

}  // namespace

void note_idle() {
  if (creator_waits_for_idle.exchange(false)) send_note({CreatorNote::kIdle, 0});
}

StartupNotes startup_notes() {
  return notes;
}

}  // namespace transom::kernel
