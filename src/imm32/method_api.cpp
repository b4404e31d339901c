// What programs ask of input methods themselves.
#include <algorithm>

#include "base/last_error.h"
#include "base/text.h"
#include "imm32/composition.h"
#include "imm32/ime_window.h"
#include "user32/message/send.h"
#include "user32/window/window.h"

namespace transom::imm {
namespace {

// The length without the terminator; without a buffer that alone.
template <class Character>
UINT copy_name(std::basic_string_view<Character> name, Character* buffer, UINT capacity) {
  if (buffer == nullptr || capacity == 0) return static_cast<UINT>(name.size());
  const auto length = std::min<std::size_t>(name.size(), capacity - 1);
  std::copy_n(name.begin(), length, buffer);
  buffer[length] = 0;
  return static_cast<UINT>(length);
}

DWORD property_of(const MethodProperties& all, DWORD index) {
  switch (index) {
    case IGP_GETIMEVERSION:
      return IMEVER_0400;
    case IGP_PROPERTY:
      return all.property;
    case IGP_CONVERSION:
      return all.conversion;
    case IGP_SENTENCE:
      return all.sentence;
    case IGP_UI:
      return all.ui;
    case IGP_SETCOMPSTR:
      return all.set_composition;
    case IGP_SELECT:
      return all.select;
    default:
      return 0;
  }
}

// What an IME window would handle.
bool is_ui_message(HWND ime, UINT message, WPARAM wparam, LPARAM lparam) {
  switch (message) {
    case WM_IME_STARTCOMPOSITION:
    case WM_IME_ENDCOMPOSITION:
    case WM_IME_COMPOSITION:
    case WM_IME_SETCONTEXT:
    case WM_IME_NOTIFY:
    case WM_IME_COMPOSITIONFULL:
    case WM_IME_SELECT:
      if (user::is_window(ime)) user::send_message(ime, message, wparam, lparam);
      return true;
    default:
      return false;
  }
}

}  // namespace
}  // namespace transom::imm

using namespace transom;
using namespace transom::imm;

// Whether the layout is an input method's.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immisime
WINBOOL WINAPI ImmIsIME(HKL layout) {
  return find_input_method(layout) != nullptr;
}

// How many characters were copied (or, without a buffer, there are); 0 for ordinary layouts.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetdescriptionw
UINT WINAPI ImmGetDescriptionW(HKL layout, LPWSTR buffer, UINT capacity) {
  const InputMethod* method = find_input_method(layout);
  if (method == nullptr) return 0;
  return copy_name<char16_t>(method->description(), base::as_char16(buffer), capacity);
}

// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetdescriptiona
UINT WINAPI ImmGetDescriptionA(HKL layout, LPSTR buffer, UINT capacity) {
  const InputMethod* method = find_input_method(layout);
  if (method == nullptr) return 0;
  return copy_name<char>(base::to_ansi(method->description()), buffer, capacity);
}

// The name of a method that is built in and has no file.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetimefilenamew
UINT WINAPI ImmGetIMEFileNameW(HKL layout, LPWSTR buffer, UINT capacity) {
  const InputMethod* method = find_input_method(layout);
  if (method == nullptr) return 0;
  return copy_name<char16_t>(method->file_name(), base::as_char16(buffer), capacity);
}

// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetimefilenamea
UINT WINAPI ImmGetIMEFileNameA(HKL layout, LPSTR buffer, UINT capacity) {
  const InputMethod* method = find_input_method(layout);
  if (method == nullptr) return 0;
  return copy_name<char>(base::to_ansi(method->file_name()), buffer, capacity);
}

// What the method can do (IGP_); 0 for ordinary layouts.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetproperty
DWORD WINAPI ImmGetProperty(HKL layout, DWORD index) {
  const InputMethod* method = find_input_method(layout);
  return method != nullptr ? property_of(method->properties(), index) : 0;
}

// The key that became VK_PROCESSKEY; VK_PROCESSKEY itself once TranslateMessage has had it.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetvirtualkey
UINT WINAPI ImmGetVirtualKey(HWND window) {
  if (user::find_own_window(window) == nullptr) return VK_PROCESSKEY;
  return current_data().virtual_key;
}

// TRUE where the message is an IME window's; it is sent there first.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immisuimessagew
WINBOOL WINAPI ImmIsUIMessageW(HWND ime, UINT message, WPARAM wparam, LPARAM lparam) {
  return is_ui_message(ime, message, wparam, lparam);
}

// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immisuimessagea
WINBOOL WINAPI ImmIsUIMessageA(HWND ime, UINT message, WPARAM wparam, LPARAM lparam) {
  return is_ui_message(ime, message, wparam, lparam);
}

// IME_JHOTKEY_CLOSE_OPEN alone: as the Kanji key.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immsimulatehotkey
WINBOOL WINAPI ImmSimulateHotKey(HWND window, DWORD hot_key) {
  const ContextRef context = context_of(window);
  if (!context || user::find_own_window(window) == nullptr) return FALSE;
  if (hot_key != IME_JHOTKEY_CLOSE_OPEN || current_input_method() == nullptr) return FALSE;
  set_open(context, !context->open);
  return TRUE;
}

// The methods that there are have nothing to guide with: GGL_LEVEL is GL_LEVEL_NOGUIDELINE.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetguidelinew
DWORD WINAPI ImmGetGuideLineW(HIMC, DWORD, LPWSTR, DWORD) {
  return 0;
}

// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetguidelinea
DWORD WINAPI ImmGetGuideLineA(HIMC, DWORD, LPSTR, DWORD) {
  return 0;
}

// No method has a dialog of settings.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immconfigureimew
WINBOOL WINAPI ImmConfigureIMEW(HKL, HWND, DWORD, LPVOID) {
  return base::fail(ERROR_CALL_NOT_IMPLEMENTED);
}

// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immconfigureimea
WINBOOL WINAPI ImmConfigureIMEA(HKL, HWND, DWORD, LPVOID) {
  return base::fail(ERROR_CALL_NOT_IMPLEMENTED);
}

// IME_ESC_IME_NAME: the method's name, in a buffer of 16 characters; IME_ESC_QUERY_SUPPORT.
// https://learn.microsoft.com/windows/win32/intl/ime-escapes
LRESULT WINAPI ImmEscapeW(HKL layout, HIMC, UINT escape, LPVOID data) {
  constexpr UINT kNameUnits = 16;
  const InputMethod* method = find_input_method(layout);
  if (method == nullptr || data == nullptr) return 0;
  if (escape == IME_ESC_QUERY_SUPPORT) return *static_cast<UINT*>(data) == IME_ESC_IME_NAME;
  if (escape != IME_ESC_IME_NAME) return 0;
  copy_name<char16_t>(method->description(), static_cast<char16_t*>(data), kNameUnits);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/intl/ime-escapes
LRESULT WINAPI ImmEscapeA(HKL layout, HIMC context, UINT escape, LPVOID data) {
  constexpr UINT kNameBytes = 16;
  if (escape != IME_ESC_IME_NAME) return ImmEscapeW(layout, context, escape, data);
  const InputMethod* method = find_input_method(layout);
  if (method == nullptr || data == nullptr) return 0;
  copy_name<char>(base::to_ansi(method->description()), static_cast<char*>(data), kNameBytes);
  return TRUE;
}

// Methods are built in or the host's: nothing can be installed from a file.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-imminstallimew
HKL WINAPI ImmInstallIMEW(LPCWSTR, LPCWSTR) {
  return base::fail<HKL>(ERROR_CALL_NOT_IMPLEMENTED);
}

// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-imminstallimea
HKL WINAPI ImmInstallIMEA(LPCSTR, LPCSTR) {
  return base::fail<HKL>(ERROR_CALL_NOT_IMPLEMENTED);
}

// How many items the method's own menu has: none of those that there are has a menu.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetimemenuitemsw
DWORD WINAPI ImmGetImeMenuItemsW(HIMC, DWORD, DWORD, LPIMEMENUITEMINFOW, LPIMEMENUITEMINFOW,
                                 DWORD) {
  return 0;
}
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetimemenuitemsa
DWORD WINAPI ImmGetImeMenuItemsA(HIMC, DWORD, DWORD, LPIMEMENUITEMINFOA, LPIMEMENUITEMINFOA,
                                 DWORD) {
  return 0;
}
