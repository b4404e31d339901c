#include "user32/clipboard/host_clipboard.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <utility>

#include "base/text.h"
#include "gdi32/dib.h"
#include "host/display.h"
#include "user32/clipboard/clipboard.h"
#include "user32/clipboard/html_format.h"
#include "user32/clipboard/png.h"
#include "user32/clipboard/synthesis.h"
#include "user32/message/send.h"

namespace transom::user {
namespace {

using Bytes = std::string;

// Lines end in LF outside and in CR LF inside.
HANDLE text_from_host(const Bytes& bytes) {
  std::u16string text;
  char16_t before = 0;
  for (const char16_t c : base::utf8_to_utf16(bytes)) {
    if (c == u'\n' && before != u'\r') text += u'\r';
    text += c;
    before = c;
  }
  return clipboard_memory(text.c_str(), (text.size() + 1) * sizeof(char16_t));
}

Bytes text_for_host(HANDLE, const void* block, std::size_t size) {
  const auto* begin = static_cast<const char16_t*>(block);
  const char16_t* end = std::find(begin, begin + size / sizeof(char16_t), u'\0');
  std::u16string text(begin, end);
  for (std::size_t at = 0; (at = text.find(u"\r\n", at)) != text.npos; ++at) text.erase(at, 1);
  return base::utf16_to_utf8(text);
}

// A .bmp file is a DIB behind a header.
HANDLE dib_from_host(const Bytes& bytes) {
  if (bytes.size() <= sizeof(BITMAPFILEHEADER) || !bytes.starts_with("BM")) return nullptr;
  const char* dib = bytes.data() + sizeof(BITMAPFILEHEADER);
  const std::size_t size = bytes.size() - sizeof(BITMAPFILEHEADER);
  const auto parsed =
      gdi::parse_dib(reinterpret_cast<const BITMAPINFO*>(dib), DIB_RGB_COLORS, size);
  return parsed ? clipboard_memory(dib, size) : nullptr;
}

Bytes dib_for_host(HANDLE, const void* block, std::size_t size) {
  const auto parsed = gdi::parse_dib(static_cast<const BITMAPINFO*>(block), DIB_RGB_COLORS, size);
  if (!parsed) return {};
  BITMAPFILEHEADER header{};
  std::memcpy(&header.bfType, "BM", 2);
  header.bfSize = static_cast<DWORD>(sizeof header + size);
  header.bfOffBits = static_cast<DWORD>(sizeof header + parsed->color_bytes);
  return Bytes(reinterpret_cast<const char*>(&header), sizeof header) +
         Bytes(static_cast<const char*>(block), size);
}

HANDLE bytes_from_host(const Bytes& bytes) {
  return clipboard_memory(bytes.c_str(), bytes.size() + 1);
}

Bytes bytes_for_host(HANDLE, const void* block, std::size_t size) {
  const auto* begin = static_cast<const char*>(block);
  return Bytes(begin, std::find(begin, begin + size, '\0'));
}

// Some programs have it in UTF-16, with a mark that says so.
HANDLE html_from_host(const Bytes& bytes) {
  std::string html = bytes;
  if (bytes.starts_with("\xFF\xFE")) {
    std::u16string text((bytes.size() - 2) / sizeof(char16_t), u'\0');
    std::memcpy(text.data(), bytes.data() + 2, text.size() * sizeof(char16_t));
    html = base::utf16_to_utf8(text);
  }
  return bytes_from_host(html_format_of(html));
}

Bytes html_for_host(HANDLE data, const void* block, std::size_t size) {
  return fragment_of_html_format(bytes_for_host(data, block, size));
}

HANDLE png_from_host(const Bytes& bytes) {
  return dib_of_png(bytes);
}

Bytes png_for_host(HANDLE data, const void*, std::size_t) {
  return png_of_dib(data);
}

UINT html_format() {
  static const UINT format = RegisterClipboardFormatW(L"HTML Format");
  return format;
}

UINT rich_text_format() {
  static const UINT format = RegisterClipboardFormatW(L"Rich Text Format");
  return format;
}

UINT unicode_text() {
  return CF_UNICODETEXT;
}
UINT dib() {
  return CF_DIB;
}

struct HostType {
  const char* type;
  UINT (*format)();
  HANDLE (*take)(const Bytes& bytes);
  Bytes (*give)(HANDLE data, const void* block, std::size_t size);
};

// The best first.
const HostType kTypes[] = {
    {"text/rtf", rich_text_format, bytes_from_host, bytes_for_host},
    {"text/html", html_format, html_from_host, html_for_host},
    {"image/png", dib, png_from_host, png_for_host},
    {"image/bmp", dib, dib_from_host, dib_for_host},
    {"text/plain;charset=utf-8", unicode_text, text_from_host, text_for_host},
};

// What was offered while the clipboard was open, and which types the current contents come from.
struct Offers {
  std::mutex mutex;
  // Guarded by mutex.
  std::optional<std::vector<std::string>> waiting;
  std::vector<std::string> current;
};

Offers& offers() {
  static auto* all = new Offers;
  return *all;
}

bool is_offered(const std::string& type) {
  const std::scoped_lock lock(offers().mutex);
  return std::ranges::find(offers().current, type) != offers().current.end();
}

// Other programs do not wait for this one's windows.
void take(const std::vector<std::string>& types) {
  Clipboard& board = clipboard();
  HWND owner, viewer;
  std::vector<HWND> listeners;
  {
    const std::scoped_lock lock(board.mutex);
    if (board.open) {
      const std::scoped_lock offers_lock(offers().mutex);
      offers().waiting = types;
      return;
    }
    owner = std::exchange(board.owner, nullptr);
    board.clear();
    for (const HostType& each : kTypes) {
      if (std::ranges::find(types, each.type) == types.end()) continue;
      if (board.find(each.format()) != nullptr) continue;
      board.entries.push_back({each.format(), nullptr, ClipboardContent::kHost});
    }
    const std::scoped_lock offers_lock(offers().mutex);
    offers().current = types;
    list_synthesized_formats(board.entries);
    ++board.sequence;
    viewer = board.first_viewer;
    listeners = board.listeners;
  }
  if (owner != nullptr) send_notify_message(owner, WM_DESTROYCLIPBOARD, 0, 0);
  if (viewer != nullptr) send_notify_message(viewer, WM_DRAWCLIPBOARD, 0, 0);
  for (const HWND listener : listeners) post_message(listener, WM_CLIPBOARDUPDATE, 0, 0);
}

}  // namespace

void offer_to_host() {
  std::vector<std::string> types;
  {
    const std::scoped_lock lock(clipboard().mutex);
    for (const HostType& each : kTypes) {
      if (clipboard().find(each.format()) != nullptr) types.emplace_back(each.type);
    }
  }
  host::display().offer_clipboard(types);
}

void host_offers(const std::vector<std::string>& types) {
  take(types);
}

void take_from_host() {
  std::optional<std::vector<std::string>> waiting;
  {
    const std::scoped_lock lock(offers().mutex);
    waiting = std::exchange(offers().waiting, std::nullopt);
  }
  if (waiting) take(*waiting);
}

HANDLE fetch_from_host(UINT format) {
  for (const HostType& each : kTypes) {
    if (each.format() != format || !is_offered(each.type)) continue;
    const std::optional<Bytes> bytes = host::display().clipboard_bytes(each.type);
    if (const HANDLE data = bytes ? each.take(*bytes) : nullptr) return data;
  }
  return nullptr;
}

std::optional<std::string> clipboard_for_host(const std::string& type) {
  const auto* wanted = std::ranges::find(kTypes, type, &HostType::type);
  if (wanted == std::end(kTypes) || open_clipboard(nullptr) != ERROR_SUCCESS) return std::nullopt;
  std::optional<std::string> result;
  const HANDLE data = clipboard_data(wanted->format());
  if (const void* block = GlobalLock(data)) {
    result = wanted->give(data, block, GlobalSize(data));
    GlobalUnlock(data);
  }
  close_clipboard();
  return result;
}

}  // namespace transom::user
