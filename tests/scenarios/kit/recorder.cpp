#include "recorder.h"

#include <atomic>
#include <cstdarg>
#include <cstdio>
#include <map>

#include <set>
#include <vector>

#include "catalog/catalog.h"
#include "lock.h"

namespace scenario {
namespace {

// Where lines go.
struct Output {
  std::string* text = nullptr;  // null: standard output
  std::size_t lines = 0;
  bool line_is_open = false;

  void write(const std::string& part) {
    if (text != nullptr) {
      *text += part;
    } else {
      std::fputs(part.c_str(), stdout);
    }
  }
  void close_line() {
    if (line_is_open) write("\n");
    line_is_open = false;
  }
};

struct Trace {
  Mutex mutex;
  // Guarded by mutex.
  Output shared;
  std::map<const void*, std::string> names;
  std::map<const void*, std::string> objects;
  std::set<UINT> watched;
  std::set<UINT> ignored;
};

Trace& trace() {
  static Trace the_trace;
  return the_trace;
}

std::atomic<int> recordings = 0;
thread_local int depth = 0;
thread_local std::string thread_name;
thread_local Output own_output;

Output& output() {
  return own_output.text != nullptr ? own_output : trace().shared;
}

// What depends on the host (a window manager, an input method, devices, who draws captions and how)
// and not on the rules of messages.
constexpr UINT kHostsBusiness[] = {WM_QUERYNEWPALETTE,      WM_GETICON,      WM_IME_SETCONTEXT,
                                   WM_IME_NOTIFY,           WM_DEVICECHANGE, WM_GETTEXT,
                                   WM_GETTEXTLENGTH,        WM_SYNCPAINT,    WM_GETOBJECT,
                                   WM_IME_SELECT,           WM_IME_REQUEST,  WM_POWERBROADCAST,
                                   WM_DWMNCRENDERINGCHANGED};

bool is_hosts_business(UINT message) {
  for (const UINT one : kHostsBusiness) {
    if (one == message) return true;
  }
  return false;
}

bool is_documented(UINT message) {
  return message >= WM_USER || transom::catalog::find(message) != nullptr;
}

}  // namespace

void write_line(const std::string& text) {
  if (!is_recording()) return;
  const Guard lock(trace().mutex);
  output().close_line();
  output().write(std::string(static_cast<std::size_t>(depth) * 2, ' '));
  if (!thread_name.empty()) output().write("{" + thread_name + "} ");
  output().write(text);
  output().line_is_open = true;
  ++output().lines;
}

void note(const char* format, ...) {
  char text[1000];
  va_list arguments;
  va_start(arguments, format);
  std::vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  write_line(text);
}

Deeper::Deeper() {
  ++depth;
}
Deeper::~Deeper() {
  --depth;
}

Recording::Recording() {
  ++recordings;
}
Recording::~Recording() {
  if (--recordings > 0) return;
  const Guard lock(trace().mutex);
  output().close_line();
  std::fflush(stdout);
}

bool is_recording() {
  return recordings > 0;
}

void write_to(std::string* text) {
  own_output = {text};
}

std::size_t line_count() {
  const Guard lock(trace().mutex);
  return output().lines;
}

void append_result(std::size_t lines_at_call, const std::string& result, const std::string& again) {
  if (!is_recording()) return;
  {
    const Guard lock(trace().mutex);
    if (output().lines == lines_at_call && output().line_is_open) {
      output().write(" -> " + result);
      output().close_line();
      return;
    }
  }
  write_line(again + " -> " + result);
}

void forget_names() {
  const Guard lock(trace().mutex);
  trace().names.clear();
}

void name_thread(const char* name) {
  thread_name = name;
}

void name_handle(const void* handle, const std::string& name) {
  const Guard lock(trace().mutex);
  trace().names[handle] = name;
}

std::string name_of_handle(const void* handle) {
  const Guard lock(trace().mutex);
  const auto found = trace().names.find(handle);
  return found == trace().names.end() ? std::string() : found->second;
}

void name_object(const void* handle, const std::string& name) {
  const Guard lock(trace().mutex);
  trace().objects[handle] = name;
}

std::string object_text(const void* handle, const char* type) {
  if (handle == nullptr) return "null";
  const Guard lock(trace().mutex);
  const auto found = trace().objects.find(handle);
  return found == trace().objects.end() ? type : found->second;
}

std::string handle_text(const void* handle, const char* type) {
  if (handle == nullptr) return "null";
  const std::string name = name_of_handle(handle);
  return name.empty() ? type : name;
}

std::string window_text(HWND window) {
  if (window == nullptr) return "null";
  if (window == HWND_MESSAGE) return "HWND_MESSAGE";
  if (window == HWND_BROADCAST) return "HWND_BROADCAST";
  const std::string name = name_of_handle(window);
  if (!name.empty()) return name;
  return window == GetDesktopWindow() ? "desktop" : "a window";
}

void watch(UINT message) {
  const Guard lock(trace().mutex);
  trace().watched.insert(message);
  trace().ignored.erase(message);
}

void ignore(UINT message) {
  const Guard lock(trace().mutex);
  trace().ignored.insert(message);
}

void ignore_painting() {
  for (const UINT message : {WM_NCPAINT, WM_ERASEBKGND, WM_PAINT}) ignore(message);
}

bool is_watched(UINT message) {
  const Guard lock(trace().mutex);
  if (trace().watched.contains(message)) return true;
  return is_documented(message) && !is_hosts_business(message) &&
         !trace().ignored.contains(message);
}

}  // namespace scenario
