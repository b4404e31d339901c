// Input contexts as programs make and associate them, and the default IME window.
#include "base/last_error.h"
#include "imm32/composition.h"
#include "imm32/ime_window.h"
#include "imm32/seam.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/message/thread_state.h"
#include "user32/window/tree.h"
#include "user32/window/window.h"

namespace transom::imm {
namespace {

bool has_focus(HWND window) {
  return GetFocus() == window;
}

// The window with the focus changes contexts: as if it lost the focus and got it again.
HIMC associate_and_tell(user::Window& window, std::optional<HIMC> wanted) {
  const user::WindowRef keep(&window);
  const bool told = has_focus(window.handle);
  if (told) focus_lost(window.handle);
  if (!keep.alive()) return nullptr;
  const HIMC before = associate(window, wanted);
  if (told && has_focus(window.handle)) focus_gained(window.handle);
  return before;
}

// A context that may be a window's: the same thread's.
bool fits(const user::Window& window, HIMC context) {
  if (context == nullptr) return true;
  const ContextRef found = find_context(context);
  return found && found->thread == window.thread;
}

LRESULT take_default_window(void*) {
  return reinterpret_cast<LRESULT>(default_ime_window(Needed::kMake));
}

// 0: the calling one. Null where there is none.
user::ThreadState* thread_of(DWORD id) {
  return id == 0 ? &user::current_thread() : user::find_thread(id);
}

LRESULT disable_here(void*) {
  ThreadData& data = current_data();
  data.disabled = true;
  data.active.reset();
  const HWND window = std::exchange(data.default_window, nullptr);
  if (user::is_window(window)) DestroyWindow(window);
  return TRUE;
}

}  // namespace
}  // namespace transom::imm

using namespace transom;
using namespace transom::imm;

// A context of the calling thread's, for ImmAssociateContext.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immcreatecontext
HIMC WINAPI ImmCreateContext() {
  const ContextRef context = make_context();
  return context ? context->handle : base::fail<HIMC>(ERROR_NOT_ENOUGH_MEMORY);
}

// The thread's default context stays. Last errors: ERROR_INVALID_HANDLE, ERROR_INVALID_ACCESS.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immdestroycontext
WINBOOL WINAPI ImmDestroyContext(HIMC handle) {
  const ContextRef context = own_context(handle);
  if (!context) return FALSE;
  if (context->is_default) return base::fail(ERROR_INVALID_HANDLE);
  destroy_context(context);
  return TRUE;
}

// The window's input context, or null where it has none.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetcontext
HIMC WINAPI ImmGetContext(HWND window) {
  const ContextRef context = context_of(window);
  return context ? context->handle : nullptr;
}

// Contexts are not counted: nothing is left to do.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immreleasecontext
WINBOOL WINAPI ImmReleaseContext(HWND, HIMC) {
  return TRUE;
}

// Returns the context that the window had; null and no context at all where the window is not the
// calling thread's or the context another thread's.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immassociatecontext
HIMC WINAPI ImmAssociateContext(HWND handle, HIMC context) {
  user::Window* window = user::find_own_window(handle);
  if (window == nullptr) return base::fail<HIMC>(ERROR_INVALID_WINDOW_HANDLE);
  if (!fits(*window, context)) return base::fail<HIMC>(ERROR_INVALID_HANDLE);
  return associate_and_tell(*window, context);
}

// IACE_CHILDREN: its children instead; IACE_DEFAULT: the thread's context; IACE_IGNORENOCONTEXT:
// only windows that have one. Last errors: ERROR_INVALID_WINDOW_HANDLE, ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immassociatecontextex
WINBOOL WINAPI ImmAssociateContextEx(HWND handle, HIMC context, DWORD flags) {
  user::Window* window = user::find_own_window(handle);
  if (window == nullptr) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  const bool usual = (flags & IACE_DEFAULT) != 0;
  if (!usual && !fits(*window, context)) return base::fail(ERROR_INVALID_HANDLE);
  const std::optional<HIMC> wanted = usual ? std::nullopt : std::optional<HIMC>(context);
  std::vector<HWND> targets{handle};
  if ((flags & IACE_CHILDREN) != 0) targets = user::child_handles(*window);
  for (const HWND target : targets) {
    user::Window* each = user::find_own_window(target);
    if (each == nullptr) continue;
    if ((flags & IACE_IGNORENOCONTEXT) != 0 && !context_of(target)) continue;
    associate_and_tell(*each, wanted);
  }
  return TRUE;
}

// The window of the class IME that belongs to the window's thread; null: the calling one's.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetdefaultimewnd
HWND WINAPI ImmGetDefaultIMEWnd(HWND window) {
  if (window == nullptr) return default_ime_window(Needed::kMake);
  user::ThreadState* thread = user::find_window_thread(window);
  if (thread == nullptr) return nullptr;
  if (thread == user::current_thread_if_any()) return default_ime_window(Needed::kMake);
  return reinterpret_cast<HWND>(user::run_on_thread(*thread, take_default_window, nullptr));
}

// No input method for a thread's windows from here on; 0: the calling one's, -1: all threads',
// which needs the threads' own doing and is refused. Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immdisableime
WINBOOL WINAPI ImmDisableIME(DWORD thread_id) {
  user::ThreadState* thread = thread_of(thread_id);
  if (thread == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  if (thread == user::current_thread_if_any()) return static_cast<WINBOOL>(disable_here(nullptr));
  return static_cast<WINBOOL>(user::run_on_thread(*thread, disable_here, nullptr));
}

// Text services are not there to be disabled.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immdisabletextframeservice
WINBOOL WINAPI ImmDisableTextFrameService(DWORD) {
  return TRUE;
}

// The contexts of a thread, 0: the calling one. FALSE where the callback ended it.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immenuminputcontext
WINBOOL WINAPI ImmEnumInputContext(DWORD thread_id, IMCENUMPROC callback, LPARAM data) {
  user::ThreadState* thread = thread_of(thread_id);
  if (thread == nullptr || callback == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  std::vector<HIMC> handles;
  {
    user::UserLock lock;
    for (const ContextRef& context : thread_data(*thread).contexts) {
      handles.push_back(context->handle);
    }
  }
  user::UserLock::assert_not_held();
  for (const HIMC handle : handles) {
    if (!callback(handle, data)) return FALSE;
  }
  return TRUE;
}
