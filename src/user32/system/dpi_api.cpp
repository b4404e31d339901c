// Dots per inch. The display is one of 96, as programs that know nothing of resolutions take it to
// be; what a program says that it can do is kept and answered, and changes nothing else.
// https://learn.microsoft.com/windows/win32/hidpi/high-dpi-desktop-application-development-on-windows
#include <atomic>

#include "base/last_error.h"
#include "user32/message/thread_state.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

constexpr UINT kDpi = USER_DEFAULT_SCREEN_DPI;

// Contexts are the small negative numbers that the headers name.
enum Context : int {
  kNone = 0,
  kUnaware = -1,
  kSystemAware = -2,
  kPerMonitorAware = -3,
  kPerMonitorAwareV2 = -4,
  kUnawareScaled = -5,
};

std::atomic<int> process_context{kNone};  // kNone: nobody has said
thread_local int thread_context = kNone;  // kNone: as the process

int number_of(DPI_AWARENESS_CONTEXT context) {
  const auto value = reinterpret_cast<INT_PTR>(context);
  return value <= kUnaware && value >= kUnawareScaled ? static_cast<int>(value) : kNone;
}

DPI_AWARENESS_CONTEXT context_of(int number) {
  return reinterpret_cast<DPI_AWARENESS_CONTEXT>(static_cast<INT_PTR>(number));
}

int of_process() {
  const int context = process_context;
  return context != kNone ? context : kUnaware;
}

int of_thread() {
  return thread_context != kNone ? thread_context : of_process();
}

DPI_AWARENESS awareness_of(int context) {
  switch (context) {
    case kUnaware:
    case kUnawareScaled:
      return DPI_AWARENESS_UNAWARE;
    case kSystemAware:
      return DPI_AWARENESS_SYSTEM_AWARE;
    case kPerMonitorAware:
    case kPerMonitorAwareV2:
      return DPI_AWARENESS_PER_MONITOR_AWARE;
    default:
      return DPI_AWARENESS_INVALID;
  }
}

// The point is already what it would be turned into, where there is such a window.
WINBOOL leave_point(HWND window, const POINT* point) {
  if (!is_window(window)) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  return point != nullptr ? TRUE : base::fail(ERROR_INVALID_PARAMETER);
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getdpiforsystem
UINT WINAPI GetDpiForSystem() {
  return kDpi;
}

// 0 for a window that is none (ERROR_INVALID_WINDOW_HANDLE).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getdpiforwindow
UINT WINAPI GetDpiForWindow(HWND window) {
  return is_window(window) ? kDpi : base::fail<UINT>(ERROR_INVALID_WINDOW_HANDLE);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getsystemdpiforprocess
UINT WINAPI GetSystemDpiForProcess(HANDLE) {
  return kDpi;
}

// 0 for per-monitor contexts, whose number depends on the window.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getdpifromdpiawarenesscontext
UINT WINAPI GetDpiFromDpiAwarenessContext(DPI_AWARENESS_CONTEXT context) {
  const DPI_AWARENESS awareness = awareness_of(number_of(context));
  const bool fixed = awareness == DPI_AWARENESS_UNAWARE || awareness == DPI_AWARENESS_SYSTEM_AWARE;
  return fixed ? kDpi : 0;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setprocessdpiaware
WINBOOL WINAPI SetProcessDPIAware() {
  int nobody = kNone;
  process_context.compare_exchange_strong(nobody, kSystemAware);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-isprocessdpiaware
WINBOOL WINAPI IsProcessDPIAware() {
  return awareness_of(of_process()) != DPI_AWARENESS_UNAWARE;
}

// Once for a process. Last errors: ERROR_INVALID_PARAMETER; ERROR_ACCESS_DENIED when it has been
// said before.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setprocessdpiawarenesscontext
WINBOOL WINAPI SetProcessDpiAwarenessContext(DPI_AWARENESS_CONTEXT context) {
  const int wanted = number_of(context);
  if (wanted == kNone) return base::fail(ERROR_INVALID_PARAMETER);
  int nobody = kNone;
  if (!process_context.compare_exchange_strong(nobody, wanted)) {
    return base::fail(ERROR_ACCESS_DENIED);
  }
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getdpiawarenesscontextforprocess
DPI_AWARENESS_CONTEXT WINAPI GetDpiAwarenessContextForProcess(HANDLE) {
  return context_of(of_process());
}

// The thread's context of before; null for what is no context.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setthreaddpiawarenesscontext
DPI_AWARENESS_CONTEXT WINAPI SetThreadDpiAwarenessContext(DPI_AWARENESS_CONTEXT context) {
  const int wanted = number_of(context);
  if (wanted == kNone) return base::fail<DPI_AWARENESS_CONTEXT>(ERROR_INVALID_PARAMETER);
  const int before = of_thread();
  thread_context = wanted;
  return context_of(before);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getthreaddpiawarenesscontext
DPI_AWARENESS_CONTEXT WINAPI GetThreadDpiAwarenessContext() {
  return context_of(of_thread());
}

// The process's: windows do not keep the context of the thread that made them.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowdpiawarenesscontext
DPI_AWARENESS_CONTEXT WINAPI GetWindowDpiAwarenessContext(HWND window) {
  if (!is_window(window)) return base::fail<DPI_AWARENESS_CONTEXT>(ERROR_INVALID_WINDOW_HANDLE);
  return context_of(of_process());
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getawarenessfromdpiawarenesscontext
DPI_AWARENESS WINAPI GetAwarenessFromDpiAwarenessContext(DPI_AWARENESS_CONTEXT context) {
  return awareness_of(number_of(context));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-aredpiawarenesscontextsequal
WINBOOL WINAPI AreDpiAwarenessContextsEqual(DPI_AWARENESS_CONTEXT one,
                                            DPI_AWARENESS_CONTEXT other) {
  return number_of(one) != kNone && number_of(one) == number_of(other);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-isvaliddpiawarenesscontext
WINBOOL WINAPI IsValidDpiAwarenessContext(DPI_AWARENESS_CONTEXT context) {
  return number_of(context) != kNone;
}

// The frame never needs scaling.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enablenonclientdpiscaling
WINBOOL WINAPI EnableNonClientDpiScaling(HWND window) {
  return is_window(window) ? TRUE : base::fail(ERROR_INVALID_WINDOW_HANDLE);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getphysicalcursorpos
WINBOOL WINAPI GetPhysicalCursorPos(LPPOINT point) {
  return GetCursorPos(point);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setphysicalcursorpos
WINBOOL WINAPI SetPhysicalCursorPos(int x, int y) {
  return SetCursorPos(x, y);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-logicaltophysicalpoint
WINBOOL WINAPI LogicalToPhysicalPoint(HWND window, LPPOINT point) {
  return leave_point(window, point);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-physicaltologicalpoint
WINBOOL WINAPI PhysicalToLogicalPoint(HWND window, LPPOINT point) {
  return leave_point(window, point);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-logicaltophysicalpointforpermonitordpi
WINBOOL WINAPI LogicalToPhysicalPointForPerMonitorDPI(HWND window, LPPOINT point) {
  return leave_point(window, point);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-physicaltologicalpointforpermonitordpi
WINBOOL WINAPI PhysicalToLogicalPointForPerMonitorDPI(HWND window, LPPOINT point) {
  return leave_point(window, point);
}
