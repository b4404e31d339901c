#include "comctl32/subclass.h"

#include <algorithm>
#include <memory>

#include "user32/window/window_extras.h"

namespace transom::comctl {

Subclass* SubclassChain::find(SUBCLASSPROC procedure, UINT_PTR id) {
  const auto found = std::ranges::find_if(callbacks, [&](const Subclass& subclass) {
    return subclass.procedure == procedure && subclass.id == id;
  });
  return found != callbacks.end() ? &*found : nullptr;
}

// Calls under way count their callbacks from the bottom: nothing moves until the last has returned.
void SubclassChain::remove(Subclass& subclass) {
  subclass.procedure = nullptr;
  if (innermost == nullptr) {
    std::erase_if(callbacks, [](const Subclass& each) { return each.procedure == nullptr; });
  }
}

bool SubclassChain::empty() const {
  return std::ranges::all_of(callbacks, [](const Subclass& each) { return !each.procedure; });
}

namespace {

using user::Window;
using ChainRef = std::shared_ptr<SubclassChain>;

LRESULT CALLBACK subclassed_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam);

ChainRef chain_of(HWND handle) {
  const Window* window = user::find_own_window(handle);
  return window != nullptr && window->extras != nullptr ? window->extras->subclasses : nullptr;
}

// In the window's own encoding, so that nothing converts text on the way.
WNDPROC window_procedure(HWND handle) {
  return reinterpret_cast<WNDPROC>(IsWindowUnicode(handle)
                                       ? GetWindowLongPtrW(handle, GWLP_WNDPROC)
                                       : GetWindowLongPtrA(handle, GWLP_WNDPROC));
}

void set_window_procedure(HWND handle, WNDPROC procedure) {
  const auto value = reinterpret_cast<LONG_PTR>(procedure);
  if (IsWindowUnicode(handle)) {
    SetWindowLongPtrW(handle, GWLP_WNDPROC, value);
  } else {
    SetWindowLongPtrA(handle, GWLP_WNDPROC, value);
  }
}

LRESULT call_original(const SubclassChain& chain, HWND handle, UINT message, WPARAM wparam,
                      LPARAM lparam) {
  return IsWindowUnicode(handle) ? CallWindowProcW(chain.original, handle, message, wparam, lparam)
                                 : CallWindowProcA(chain.original, handle, message, wparam, lparam);
}

LRESULT call_next(SubclassChain& chain, HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  std::size_t& remaining = chain.innermost->remaining;
  while (remaining > 0) {
    const Subclass next = chain.callbacks[--remaining];
    if (next.procedure == nullptr) continue;
    return next.procedure(handle, message, wparam, lparam, next.id, next.data);
  }
  return call_original(chain, handle, message, wparam, lparam);
}

// Gives the window its own procedure back once nobody needs the chain.
void retire(HWND handle, const SubclassChain& chain) {
  Window* window = user::find_own_window(handle);
  if (window == nullptr || !chain.empty() || chain.innermost != nullptr ||
      window_procedure(handle) != subclassed_procedure) {
    return;
  }
  set_window_procedure(handle, chain.original);
  window->extras->subclasses.reset();
}

ChainRef make_chain(Window& window) {
  auto chain = std::make_shared<SubclassChain>();
  chain->original = window_procedure(window.handle);
  user::extras_of(window).subclasses = chain;
  set_window_procedure(window.handle, subclassed_procedure);
  return chain;
}

// A call under way; what was removed meanwhile goes with the outermost one.
class CallScope {
 public:
  explicit CallScope(SubclassChain& chain)
      : chain_(chain), call_{chain.callbacks.size(), chain.innermost} {
    chain.innermost = &call_;
  }
  ~CallScope() {
    chain_.innermost = call_.outer;
    if (call_.outer != nullptr) return;
    std::erase_if(chain_.callbacks, [](const Subclass& each) { return !each.procedure; });
  }
  CallScope(const CallScope&) = delete;
  CallScope& operator=(const CallScope&) = delete;

 private:
  SubclassChain& chain_;
  SubclassCall call_;
};

// The procedure of every subclassed window. WM_NCDESTROY is the last message that callbacks hear.
LRESULT CALLBACK subclassed_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  const ChainRef chain = chain_of(handle);
  if (chain == nullptr) return DefWindowProcW(handle, message, wparam, lparam);
  LRESULT result;
  {
    const CallScope scope(*chain);
    result = call_next(*chain, handle, message, wparam, lparam);
    if (message == WM_NCDESTROY) {
      for (Subclass& each : chain->callbacks) each.procedure = nullptr;
    }
  }
  retire(handle, *chain);
  return result;
}

}  // namespace
}  // namespace transom::comctl

using namespace transom;
using namespace transom::comctl;

// Puts a callback in front of a window's procedure, or changes the data of one that is there.
// FALSE: no callback, or not a window of the calling thread. Sets no last error.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-setwindowsubclass
WINBOOL WINAPI SetWindowSubclass(HWND handle, SUBCLASSPROC procedure, UINT_PTR id, DWORD_PTR data) {
  user::Window* window = user::find_own_window(handle);
  if (window == nullptr || procedure == nullptr) return FALSE;
  ChainRef chain = chain_of(handle);
  if (chain == nullptr) chain = make_chain(*window);
  if (Subclass* known = chain->find(procedure, id)) {
    known->data = data;
  } else {
    chain->callbacks.push_back({procedure, id, data});
  }
  return TRUE;
}

// The data of a callback; `data` may be null. FALSE, and 0 as the data: there is no such callback.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-getwindowsubclass
WINBOOL WINAPI GetWindowSubclass(HWND handle, SUBCLASSPROC procedure, UINT_PTR id,
                                 DWORD_PTR* data) {
  const ChainRef chain = chain_of(handle);
  const Subclass* known =
      chain != nullptr && procedure != nullptr ? chain->find(procedure, id) : nullptr;
  if (data != nullptr) *data = known != nullptr ? known->data : 0;
  return known != nullptr;
}

// Takes a callback away, also from within it. FALSE: there is no such callback.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-removewindowsubclass
WINBOOL WINAPI RemoveWindowSubclass(HWND handle, SUBCLASSPROC procedure, UINT_PTR id) {
  const ChainRef chain = chain_of(handle);
  if (chain == nullptr || procedure == nullptr) return FALSE;
  Subclass* known = chain->find(procedure, id);
  if (known == nullptr) return FALSE;
  chain->remove(*known);
  retire(handle, *chain);
  return TRUE;
}

// From within a callback: what the next one below, and at last the window's own procedure, makes of
// the message. From elsewhere: the window's own procedure. 0 where the window is not subclassed.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-defsubclassproc
LRESULT WINAPI DefSubclassProc(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  const ChainRef chain = chain_of(handle);
  if (chain == nullptr) return 0;
  return chain->innermost != nullptr ? call_next(*chain, handle, message, wparam, lparam)
                                     : call_original(*chain, handle, message, wparam, lparam);
}
