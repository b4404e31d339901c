#include "gdi32/text/ansi.h"

#include "base/icu.h"

#include <unicode/ucnv.h>

#include "gdi32/text/utf.h"

namespace transom::gdi {
namespace {

constexpr UINT kSystemCodePage = 1252;

struct ConverterDeleter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterDeleter>;

Converter open_converter(UINT code_page) {
  const std::string name =
      (code_page == 437 || code_page == 850 ? "ibm-" : "windows-") + std::to_string(code_page);
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &error));
  return U_SUCCESS(error) ? std::move(converter) : nullptr;
}

bool is_ascii(std::string_view bytes) {
  for (const char c : bytes) {
    if (static_cast<signed char>(c) < 0) return false;
  }
  return true;
}

std::u16string widened(std::string_view bytes, char16_t base) {
  std::u16string text(bytes.size(), u'\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    text[i] = static_cast<char16_t>(base + static_cast<unsigned char>(bytes[i]));
  }
  return text;
}

std::u16string converted(UINT code_page, std::string_view bytes) {
  if (is_ascii(bytes)) return widened(bytes, 0);
  const Converter converter = open_converter(code_page);
  if (!converter) return widened(bytes, 0);
  std::u16string text(bytes.size() + 1, u'\0');
  UErrorCode error = U_ZERO_ERROR;
  const int length = ucnv_toUChars(converter.get(), text.data(), static_cast<int>(text.size()),
                                   bytes.data(), static_cast<int>(bytes.size()), &error);
  text.resize(U_SUCCESS(error) ? static_cast<std::size_t>(length) : 0);
  return text;
}

}  // namespace

UINT code_page_of(BYTE char_set) {
  switch (char_set) {
    case SYMBOL_CHARSET:
      return 0;
    case OEM_CHARSET:
      return 437;
    case SHIFTJIS_CHARSET:
      return 932;
    case HANGUL_CHARSET:
      return 949;
    case JOHAB_CHARSET:
      return 1361;
    case GB2312_CHARSET:
      return 936;
    case CHINESEBIG5_CHARSET:
      return 950;
    case GREEK_CHARSET:
      return 1253;
    case TURKISH_CHARSET:
      return 1254;
    case HEBREW_CHARSET:
      return 1255;
    case ARABIC_CHARSET:
      return 1256;
    case BALTIC_CHARSET:
      return 1257;
    case VIETNAMESE_CHARSET:
      return 1258;
    case RUSSIAN_CHARSET:
      return 1251;
    case EASTEUROPE_CHARSET:
      return 1250;
    case THAI_CHARSET:
      return 874;
    default:
      return kSystemCodePage;
  }
}

BYTE char_set_of(const DeviceContext& dc) {
  const BYTE set = dc.state.font ? dc.state.font->description.lfCharSet : BYTE{ANSI_CHARSET};
  return set == DEFAULT_CHARSET ? BYTE{ANSI_CHARSET} : set;
}

std::u16string from_bytes(const DeviceContext& dc, std::string_view bytes) {
  const UINT code_page = code_page_of(char_set_of(dc));
  return code_page == 0 ? widened(bytes, 0) : converted(code_page, bytes);
}

std::u16string from_system_bytes(std::string_view bytes) {
  return converted(kSystemCodePage, bytes);
}

std::string to_system_bytes(std::u16string_view text) {
  std::string bytes;
  bool ascii = true;
  for (const char16_t c : text) {
    bytes += static_cast<char>(c);
    ascii = ascii && c < 0x80;
  }
  if (ascii) return bytes;
  const Converter converter = open_converter(kSystemCodePage);
  if (!converter) return bytes;
  bytes.assign(text.size() * 4 + 8, '\0');
  UErrorCode error = U_ZERO_ERROR;
  const int length = ucnv_fromUChars(converter.get(), bytes.data(), static_cast<int>(bytes.size()),
                                     text.data(), static_cast<int>(text.size()), &error);
  bytes.resize(U_SUCCESS(error) ? static_cast<std::size_t>(length) : 0);
  return bytes;
}

char16_t from_byte(const DeviceContext& dc, unsigned char byte) {
  if (byte < 0x80) return byte;
  const char c = static_cast<char>(byte);
  const std::u16string text = from_bytes(dc, {&c, 1});
  return text.empty() ? u'\0' : text[0];
}

}  // namespace transom::gdi
