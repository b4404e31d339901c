#include "disturbance.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

namespace scenario {
namespace {

// Who takes the focus, and becomes the parent.
HWND stranger() {
  return CreateWindowExW(0, L"STATIC", L"stranger", WS_POPUP | WS_VISIBLE, 400, 300, 100, 100,
                         nullptr, nullptr, nullptr, nullptr);
}

struct Act {
  const char* name;
  void (*perform)(HWND window);
};

const Act kActs[] = {
    {"none", nullptr},
    {"destroy", [](HWND window) { DestroyWindow(window); }},
    {"reparent", [](HWND window) { SetParent(window, stranger()); }},
    {"disable", [](HWND window) { EnableWindow(window, FALSE); }},
    {"hide", [](HWND window) { ShowWindow(window, SW_HIDE); }},
    {"focus", [](HWND) { SetFocus(stranger()); }},
};

const Act* planned = nullptr;
int planned_at = 0;
std::atomic<int> messages = 0;
std::atomic<bool> is_over = false;

BOOL CALLBACK collect(HWND window, LPARAM into) {
  DWORD process = 0;
  GetWindowThreadProcessId(window, &process);
  if (process == GetCurrentProcessId()) {
    reinterpret_cast<std::vector<HWND>*>(into)->push_back(window);
  }
  return TRUE;
}

std::vector<HWND> windows_of_process() {
  std::vector<HWND> windows;
  EnumWindows(collect, reinterpret_cast<LPARAM>(&windows));
  return windows;
}

bool has_leaked() {
#ifdef __SANITIZE_ADDRESS__
  return __lsan_do_recoverable_leak_check() != 0;
#else
  return false;
#endif
}

DWORD WINAPI wait_for_all(void*) {
  // Under the virtual clock an hour is over when nobody else has anything to wait for.
  Sleep(3'600'000);
  if (is_over) return 0;
  std::fprintf(stderr, "waits for ever\n");
  std::fflush(nullptr);
  std::_Exit(has_leaked() ? 6 : 4);
}

}  // namespace

bool plan_disturbance(const char* act, int at) {
  for (const Act& one : kActs) {
    if (std::strcmp(one.name, act) != 0) continue;
    planned = &one;
    planned_at = at;
    return true;
  }
  return false;
}

void disturb(HWND window) {
  if (planned == nullptr || ++messages != planned_at || planned->perform == nullptr) return;
  planned->perform(window);
}

int message_count() {
  return messages;
}

int windows_left() {
  planned = nullptr;
  for (const HWND window : windows_of_process()) DestroyWindow(window);
  return static_cast<int>(windows_of_process().size());
}

void watch_for_end() {
  // The calling thread has waited once: from now on the clock waits for it, too.
  Sleep(1);
  CloseHandle(CreateThread(nullptr, 0, wait_for_all, nullptr, 0, nullptr));
}

void end_watch() {
  is_over = true;
}

}  // namespace scenario
