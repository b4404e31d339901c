#include "host/headless/end_of_run.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

#include "base/clock.h"
#include "base/parker.h"
#include "host/headless/headless_host.h"

namespace transom::host {
namespace {

constexpr std::uint32_t kPatience = 2000;  // milliseconds

// Everything lives as long as the process: threads run on while it ends.
struct Run {
  HeadlessHost* host = nullptr;
  std::string picture_path;
  std::atomic<bool> picture_taken{false};
  std::atomic<bool> script_done{false};
  base::Parker parker;
};

Run& run() {
  static auto* state = new Run;
  return *state;
}

void take_picture() {
  Run& state = run();
  if (state.picture_path.empty() || state.picture_taken.exchange(true)) return;
  if (!screenshot(state.picture_path)) {
    std::fprintf(stderr, "transom: cannot write the picture %s\n", state.picture_path.c_str());
  }
}

void let_time_pass() {
  run().parker.park(base::clock::deadline_after(kPatience), [] { return false; });
}

// More than once: closing a message box may bring the next one.
void ask_to_close(HeadlessHost& host) {
  constexpr int kTimes = 5;
  for (int i = 0; i < kTimes; ++i) {
    const auto windows = host.visible_windows();
    if (windows.empty()) return;
    for (HWND window : windows) host_events().close_requested(window);
    let_time_pass();
  }
}

void watch() {
  base::clock::adopt();
  Run& state = run();
  state.parker.park(base::kForever, [&] { return state.script_done.load(); });
  let_time_pass();
  take_picture();
  ask_to_close(*state.host);
  // Virtual time jumps as soon as the main thread has left its loop: a program whose windows are
  // gone gets real time to end by itself, also on a busy machine.
  if (state.host->visible_windows().empty()) std::this_thread::sleep_for(std::chrono::seconds(10));
  std::fprintf(stderr, "transom: the program did not close when asked to; ending it\n");
  std::fflush(nullptr);
  std::_Exit(3);
}

}  // namespace

void watch_for_end_of_run(HeadlessHost& host, bool scripted) {
  Run& state = run();
  state.host = &host;
  const char* path = std::getenv("TRANSOM_SHOT");
  if (path != nullptr) state.picture_path = path;
  if (!scripted && state.picture_path.empty()) return;
  state.script_done = !scripted;
  std::atexit(take_picture);
  // On the new thread's behalf, so that no time passes before it looks at the clock.
  base::clock::join();
  std::thread(watch).detach();
}

void script_finished() {
  run().script_done = true;
  run().parker.unpark();
}

void last_window_goes() {
  take_picture();
}

}  // namespace transom::host
