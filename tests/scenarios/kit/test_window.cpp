#include "test_window.h"

#include <cstring>
#include <map>

#include <string>

#include "decode.h"
#include "disturbance.h"
#include "lock.h"
#include "recorder.h"

namespace scenario {
namespace {

struct Known {
  Mutex mutex;
  // Guarded by mutex.
  std::map<std::string, std::map<UINT, Handler>> handlers;
  std::map<UINT, int> counts;
  std::map<HWND, WNDPROC> originals;  // of windows of the system's classes
};

Known& known() {
  static Known all;
  return all;
}

// The name of the window that the thread is creating, until its first message tells its handle.
thread_local const char* being_created = nullptr;

Handler handler_of(const std::string& name, UINT message) {
  const Guard lock(known().mutex);
  const auto window = known().handlers.find(name);
  if (window == known().handlers.end()) return {};
  const auto found = window->second.find(message);
  return found == window->second.end() ? Handler() : found->second;
}

LRESULT default_answer(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  WNDPROC original = nullptr;
  {
    const Guard lock(known().mutex);
    const auto found = known().originals.find(window);
    if (found != known().originals.end()) original = found->second;
  }
  if (original != nullptr) return CallWindowProcW(original, window, message, wparam, lparam);
  return IsWindowUnicode(window) ? DefWindowProcW(window, message, wparam, lparam)
                                 : DefWindowProcA(window, message, wparam, lparam);
}

LRESULT answer(HWND window, const std::string& name, UINT message, WPARAM wparam, LPARAM lparam) {
  if (const Handler handler = handler_of(name, message)) {
    if (const auto result = handler(window, wparam, lparam)) return *result;
  }
  return default_answer(window, message, wparam, lparam);
}

void count_message(UINT message) {
  const Guard lock(known().mutex);
  ++known().counts[message];
}

LRESULT CALLBACK procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  if (being_created != nullptr && name_of_handle(window).empty()) {
    name_handle(window, being_created);
    being_created = nullptr;
  }
  count_message(message);
  const std::string name = name_of_handle(window);
  disturb(window);
  if (!is_recording() || !is_watched(message)) {
    return answer(window, name, message, wparam, lparam);
  }
  write_line(name + " " + message_text(window, message, wparam, lparam));
  const std::size_t lines = line_count();
  const std::string before = changeable_text(message, wparam, lparam);
  LRESULT result;
  {
    const Deeper deeper;
    result = answer(window, name, message, wparam, lparam);
  }
  const std::string after = changeable_text(message, wparam, lparam);
  append_result(lines, message_result_text(message, result) + (after == before ? "" : " " + after),
                name + " " + name_of_message(message));
  return result;
}

// One class for each combination of options.
std::string class_for(const WindowOptions& options) {
  char name[80];
  std::snprintf(name, sizeof name, "Scenario%x%c%c%p", options.class_style,
                options.has_background ? 'b' : 'n', options.ansi ? 'a' : 'w',
                static_cast<const void*>(options.icon));
  WNDCLASSA ansi{};
  ansi.style = options.class_style;
  ansi.lpfnWndProc = procedure;
  ansi.hInstance = GetModuleHandleW(nullptr);
  ansi.hIcon = options.icon;
  ansi.hCursor = LoadCursorW(nullptr, reinterpret_cast<LPCWSTR>(IDC_ARROW));
  ansi.hbrBackground =
      options.has_background ? reinterpret_cast<HBRUSH>(COLOR_WINDOW + 1) : nullptr;
  ansi.lpszClassName = name;
  if (options.ansi) {
    RegisterClassA(&ansi);
    return name;
  }
  WNDCLASSW wide{};
  std::memcpy(&wide, &ansi, sizeof wide);
  const std::wstring wide_name(name, name + std::strlen(name));
  wide.lpszClassName = wide_name.c_str();
  RegisterClassW(&wide);
  return name;
}

std::wstring widened(const char* text) {
  return {text, text + std::strlen(text)};
}

HMENU menu_or_id(const WindowOptions& options) {
  if (options.style & WS_CHILD) return reinterpret_cast<HMENU>(static_cast<INT_PTR>(options.id));
  return options.menu;
}

HWND create_of_class(const std::string& class_name, const char* name,
                     const WindowOptions& options) {
  const char* title = options.title ? options.title : name;
  const Place& place = options.place;
  if (options.ansi) {
    return CreateWindowExA(options.ex_style, class_name.c_str(), title, options.style, place.x,
                           place.y, place.cx, place.cy, options.parent, menu_or_id(options),
                           GetModuleHandleW(nullptr), options.parameter);
  }
  return CreateWindowExW(options.ex_style, widened(class_name.c_str()).c_str(),
                         widened(title).c_str(), options.style, place.x, place.y, place.cx,
                         place.cy, options.parent, menu_or_id(options), GetModuleHandleW(nullptr),
                         options.parameter);
}

// Subclassed after its creation, which is therefore not in the trace.
HWND create_system_window(const char* name, const WindowOptions& options) {
  const HWND window = create_of_class(options.system_class, name, options);
  name_handle(window, name);
  const Guard lock(known().mutex);
  known().originals[window] = reinterpret_cast<WNDPROC>(
      SetWindowLongPtrW(window, GWLP_WNDPROC, reinterpret_cast<LONG_PTR>(procedure)));
  return window;
}

void dispatch(const MSG& message) {
  if (message.message == WM_QUIT) {
    note("WM_QUIT %d", static_cast<int>(message.wParam));
  } else if (message.hwnd == nullptr) {
    note("to the thread: %s",
         message_text(nullptr, message.message, message.wParam, message.lParam).c_str());
  }
  TranslateMessage(&message);
  DispatchMessageW(&message);
}

BOOL CALLBACK note_named_window(HWND window, LPARAM) {
  if (!name_of_handle(window).empty()) note("%s", window_text(window).c_str());
  return TRUE;
}

}  // namespace

HWND create(const char* name, const WindowOptions& options) {
  if (options.system_class != nullptr) return create_system_window(name, options);
  const std::string class_name = class_for(options);
  being_created = name;
  const HWND window = create_of_class(class_name, name, options);
  being_created = nullptr;
  return window;
}

void on(const char* name, UINT message, Handler handler) {
  const Guard lock(known().mutex);
  known().handlers[name][message] = std::move(handler);
}

void forget_windows() {
  forget_names();
  const Guard lock(known().mutex);
  known().handlers.clear();
  known().originals.clear();
}

void pump() {
  MSG message;
  for (int limit = 0; limit < 1000 && PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE); ++limit) {
    dispatch(message);
  }
}

void pump_for(DWORD milliseconds) {
  const DWORD start = GetTickCount();
  for (DWORD passed = 0; passed < milliseconds; passed = GetTickCount() - start) {
    pump();
    MsgWaitForMultipleObjects(0, nullptr, FALSE, milliseconds - passed, QS_ALLINPUT);
  }
  pump();
}

void pump_until(UINT awaited, int times) {
  const auto count = [awaited] {
    const Guard lock(known().mutex);
    return known().counts[awaited];
  };
  const int enough = count() + times;
  const DWORD start = GetTickCount();
  while (count() < enough && GetTickCount() - start < 2000) {
    MSG message;
    if (PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE)) {
      dispatch(message);
    } else {
      MsgWaitForMultipleObjects(0, nullptr, FALSE, 100, QS_ALLINPUT);
    }
  }
}

HWND show(const char* name, WindowOptions options) {
  options.style |= WS_VISIBLE;
  const HWND window = create(name, options);
  pump();
  return window;
}

void note_focus() {
  note("active %s, focus %s, capture %s, foreground %s", window_text(GetActiveWindow()).c_str(),
       window_text(GetFocus()).c_str(), window_text(GetCapture()).c_str(),
       window_text(GetForegroundWindow()).c_str());
}

void note_place(HWND window) {
  RECT outer{};
  RECT client{};
  GetWindowRect(window, &outer);
  GetClientRect(window, &client);
  note("%s is at %s, client %s", window_text(window).c_str(), rect_text(outer).c_str(),
       rect_text(client).c_str());
}

void note_state(HWND window) {
  note("%s is %s%s%s%s", window_text(window).c_str(),
       IsWindowVisible(window) ? "visible" : "hidden", IsWindowEnabled(window) ? "" : ", disabled",
       IsIconic(window) ? ", minimized" : "", IsZoomed(window) ? ", maximized" : "");
}

void note_z_order(HWND parent) {
  if (parent == nullptr) {
    EnumWindows(note_named_window, 0);
    return;
  }
  for (HWND child = GetWindow(parent, GW_CHILD); child; child = GetWindow(child, GW_HWNDNEXT)) {
    note_named_window(child, 0);
  }
}

void note_update(HWND window) {
  RECT box{};
  const BOOL any = GetUpdateRect(window, &box, FALSE);
  note("%s %s", window_text(window).c_str(),
       any ? ("has to paint " + rect_text(box)).c_str() : "has nothing to paint");
}

}  // namespace scenario
