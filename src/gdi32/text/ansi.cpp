#include "gdi32/text/ansi.h"

#include "base/text.h"

namespace transom::gdi {
namespace {

// Symbol fonts have glyph numbers for characters.
std::u16string widened(std::string_view bytes) {
  std::u16string text(bytes.size(), u'\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) text[i] = static_cast<unsigned char>(bytes[i]);
  return text;
}

}  // namespace

UINT code_page_of(BYTE char_set) {
  switch (char_set) {
    case SYMBOL_CHARSET:
      return kSymbolCodePage;
    case OEM_CHARSET:
      return CP_OEMCP;
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
      return CP_ACP;
  }
}

BYTE char_set_of(const DeviceContext& dc) {
  const BYTE set = dc.state.font ? dc.state.font->description.lfCharSet : BYTE{ANSI_CHARSET};
  return set == DEFAULT_CHARSET ? BYTE{ANSI_CHARSET} : set;
}

std::u16string from_bytes(const DeviceContext& dc, std::string_view bytes) {
  const UINT code_page = code_page_of(char_set_of(dc));
  return code_page == kSymbolCodePage ? widened(bytes) : base::to_utf16(bytes, code_page);
}

char16_t from_byte(const DeviceContext& dc, unsigned char byte) {
  if (byte < 0x80) return byte;
  const char c = static_cast<char>(byte);
  const std::u16string text = from_bytes(dc, {&c, 1});
  return text.empty() ? u'\0' : text[0];
}

}  // namespace transom::gdi
