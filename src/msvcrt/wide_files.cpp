// Wide characters from and to streams, which hold UTF-8: the standard's functions would turn the
// stream wide for good, with the system's 32-bit characters.
#include <cstdio>
#include <string>

#include "base/text.h"
#include "msvcrt/crt.h"

using namespace transom;

namespace {

// A character beyond 16 bits is read and written in two halves. The one that waits is remembered
// with its stream; a thread is in the midst of one such character at a time.
struct Half {
  FILE* file = nullptr;
  char16_t unit = 0;
};
thread_local Half g_read_half;
thread_local Half g_written_half;

int following_bytes(int lead) {
  return lead < 0xc2 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
}

std::string read_sequence(FILE* file) {
  int byte = std::getc(file);
  if (byte == EOF) return {};
  std::string bytes(1, static_cast<char>(byte));
  for (int rest = following_bytes(byte); rest > 0; --rest) {
    byte = std::getc(file);
    if (byte == EOF) break;
    bytes += static_cast<char>(byte);
  }
  return bytes;
}

}  // namespace

wint_t transom_fgetwc(FILE* file) {
  if (g_read_half.file == file) {
    g_read_half.file = nullptr;
    return g_read_half.unit;
  }
  const std::u16string units = base::utf8_to_utf16(read_sequence(file));
  if (units.empty()) return WEOF;
  if (units.size() > 1) g_read_half = {file, units[1]};
  return units[0];
}
wint_t transom_getwc(FILE* file) {
  return transom_fgetwc(file);
}
wint_t transom_getwchar() {
  return transom_fgetwc(stdin);
}
wint_t transom_ungetwc(wint_t character, FILE* file) {
  if (character == WEOF) return WEOF;
  const auto unit = static_cast<char16_t>(character);
  const std::string bytes = base::utf16_to_utf8({&unit, 1});
  for (size_t i = bytes.size(); i-- > 0;) {
    if (std::ungetc(static_cast<unsigned char>(bytes[i]), file) == EOF) return WEOF;
  }
  return character;
}

wint_t transom_fputwc(wchar_t character, FILE* file) {
  const auto unit = static_cast<char16_t>(character);
  if (unit >= 0xd800 && unit < 0xdc00) {
    g_written_half = {file, unit};
    return unit;
  }
  std::u16string units(1, unit);
  if (g_written_half.file == file) {
    units.insert(units.begin(), g_written_half.unit);
    g_written_half.file = nullptr;
  }
  const std::string bytes = base::utf16_to_utf8(units);
  return std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size() ? unit : WEOF;
}
wint_t transom_putwc(wchar_t character, FILE* file) {
  return transom_fputwc(character, file);
}
wint_t transom_putwchar(wchar_t character) {
  return transom_fputwc(character, stdout);
}

wchar_t* transom_fgetws(wchar_t* buffer, int size, FILE* file) {
  if (!buffer || size <= 0) return nullptr;
  int length = 0;
  while (length + 1 < size) {
    const wint_t character = transom_fgetwc(file);
    if (character == WEOF) break;
    buffer[length++] = static_cast<wchar_t>(character);
    if (character == '\n') break;
  }
  buffer[length] = 0;
  return length > 0 ? buffer : nullptr;
}
int transom_fputws(const wchar_t* text, FILE* file) {
  const std::string bytes = base::utf16_to_utf8(base::as_char16(text));
  return std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size() ? 0 : -1;
}
// Streams have no orientation on Windows.
int transom_fwide(FILE*, int) {
  return 0;
}
int _putws(const wchar_t* text) {
  return transom_fputws(text, stdout) < 0 || std::putchar('\n') == EOF ? -1 : 0;
}
wchar_t* _getws(wchar_t* buffer) {
  wint_t character = transom_getwchar();
  if (character == WEOF) return nullptr;
  wchar_t* end = buffer;
  for (; character != WEOF && character != '\n'; character = transom_getwchar()) {
    *end++ = static_cast<wchar_t>(character);
  }
  *end = 0;
  return buffer;
}
