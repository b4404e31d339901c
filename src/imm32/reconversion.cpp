// Reconversion: text that is the program's already is composed once more.
// https://learn.microsoft.com/windows/win32/intl/using-reconversion-with-an-ime
#include <cstring>
#include <vector>

#include "imm32/composition.h"
#include "imm32/encoded_text.h"
#include "user32/message/send.h"
#include "user32/window/window.h"

namespace transom::imm {
namespace {

constexpr LRESULT kMostBytes = 1 << 20;

LRESULT ask(HWND window, WPARAM what, RECONVERTSTRING* about) {
  return user::send_message(window, WM_IME_REQUEST, what, reinterpret_cast<LPARAM>(about));
}

// Offsets are bytes from the structure's begin for the text, and from the text's for its parts;
// what the program wrote is not trusted.
std::u16string composition_part(const std::vector<std::byte>& buffer, Encoding encoding) {
  RECONVERTSTRING about{};
  std::memcpy(&about, buffer.data(), sizeof about);
  const std::size_t unit = encoding == Encoding::kUnicode ? sizeof(WCHAR) : 1;
  const std::size_t begin = std::size_t{about.dwStrOffset} + about.dwCompStrOffset;
  const std::size_t size = about.dwCompStrLen * unit;
  if (begin < sizeof about || begin > buffer.size() || size > buffer.size() - begin) return {};
  return text_at(buffer.data() + begin, size, encoding);
}

}  // namespace

bool reconvert(const ContextRef& context) {
  Composer* composer = composer_of(*context);
  const user::WindowRef window = user::find_window(context->window);
  if (composer == nullptr || !window) return false;
  const Encoding encoding = window->encoding;
  const LRESULT size = ask(window->handle, IMR_RECONVERTSTRING, nullptr);
  if (size < static_cast<LRESULT>(sizeof(RECONVERTSTRING)) || size > kMostBytes) return false;
  std::vector<std::byte> buffer(static_cast<std::size_t>(size));
  auto* about = reinterpret_cast<RECONVERTSTRING*>(buffer.data());
  about->dwSize = static_cast<DWORD>(size);
  if (!window.alive() || ask(window->handle, IMR_RECONVERTSTRING, about) == 0) return false;
  // The method may move the bounds; it has to ask whether the program agrees.
  if (!window.alive() || ask(window->handle, IMR_CONFIRMRECONVERTSTRING, about) == 0) return false;
  const std::u16string text = composition_part(buffer, encoding);
  if (text.empty() || context->destroyed || composer != context->composer.get()) return false;
  apply(context, composer->compose(text));
  if (!context->destroyed && context->composer) apply(context, context->composer->convert());
  return true;
}

}  // namespace transom::imm
