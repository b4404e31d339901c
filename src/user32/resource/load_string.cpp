// Strings from the program's string tables.
#include <algorithm>

#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/module/module.h"

using namespace transom;

namespace {

// The characters lie in the resource, on an even address where the compiler put them so.
std::span<const std::uint8_t> find_string(HINSTANCE module, UINT id) {
  const auto block = kernel::find_resource_data(reinterpret_cast<HMODULE>(module),
                                                MAKEINTRESOURCEW(6), MAKEINTRESOURCEW(id / 16 + 1));
  if (block.empty()) return {};
  const auto text = kernel::string_in_block(block, id % 16);
  if (text.empty()) base::set_last_error(ERROR_RESOURCE_NAME_NOT_FOUND);
  return text;
}

std::u16string to_text(std::span<const std::uint8_t> bytes) {
  std::u16string text(bytes.size() / 2, u'\0');
  if (!text.empty()) std::memcpy(text.data(), bytes.data(), text.size() * 2);
  return text;
}

template <class Char>
int copy_string(const std::basic_string<Char>& text, Char* buffer, int size) {
  const std::size_t count = std::min(text.size(), static_cast<std::size_t>(size) - 1);
  std::copy_n(text.data(), count, buffer);
  buffer[count] = 0;
  return static_cast<int>(count);
}

}  // namespace

// The length; what does not fit is cut. `size` 0: `buffer` gets a pointer to the resource itself,
// which does not end with 0. Last errors: ERROR_RESOURCE_NAME_NOT_FOUND and those of FindResource.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadstringw
int WINAPI LoadStringW(HINSTANCE module, UINT id, LPWSTR buffer, int size) {
  if (buffer == nullptr || size < 0) return base::fail<int>(ERROR_INVALID_PARAMETER);
  const auto bytes = find_string(module, id);
  if (size == 0) {
    const auto* text = reinterpret_cast<const WCHAR*>(bytes.data());
    std::memcpy(buffer, &text, sizeof text);
    return static_cast<int>(bytes.size() / 2);
  }
  return copy_string(to_text(bytes), base::as_char16(buffer), size);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadstringa
int WINAPI LoadStringA(HINSTANCE module, UINT id, LPSTR buffer, int size) {
  if (buffer == nullptr || size <= 0) return base::fail<int>(ERROR_INVALID_PARAMETER);
  return copy_string(base::to_ansi(to_text(find_string(module, id))), buffer, size);
}
