#include "base/code_page.h"

#include "base/icu_library.h"

#include <unicode/ucnv.h>

#include <memory>
#include <string>

namespace transom::base {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { TRANSOM_ICU(ucnv_close)(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// ICU knows most Windows code pages as "windows-N" or "ibm-N", the ISO ones by their own names.
Converter open_converter(UINT code_page) {
  if (!icu_available()) return nullptr;
  std::string names[3] = {"windows-" + std::to_string(code_page),
                          "ibm-" + std::to_string(code_page), ""};
  if (code_page >= 28591 && code_page <= 28605) {
    names[2] = "iso-8859-" + std::to_string(code_page - 28590);
  } else if (code_page == 20127) {
    names[2] = "us-ascii";
  } else if (code_page == 20866) {
    names[2] = "koi8-r";
  }
  for (const std::string& name : names) {
    if (name.empty()) continue;
    UErrorCode error = U_ZERO_ERROR;
    Converter converter(TRANSOM_ICU(ucnv_open)(name.c_str(), &error));
    if (U_SUCCESS(error)) {
      TRANSOM_ICU(ucnv_setSubstChars)(converter.get(), "?", 1, &error);
      return converter;
    }
  }
  return nullptr;
}

}  // namespace

bool is_code_page_known(UINT code_page) {
  return code_page == CP_UTF8 || code_page == 1252 || open_converter(code_page) != nullptr;
}

std::u16string code_page_to_utf16(std::string_view text, UINT code_page) {
  std::u16string out(text.size() * 2 + 1, u'\0');
  const Converter converter = open_converter(code_page);
  if (converter == nullptr) {
    out.resize(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      out[i] = byte < 0x80 ? byte : 0xFFFD;
    }
    return out;
  }
  UErrorCode error = U_ZERO_ERROR;
  const int32_t count =
      TRANSOM_ICU(ucnv_toUChars)(converter.get(), out.data(), static_cast<int32_t>(out.size()),
                                 text.data(), static_cast<int32_t>(text.size()), &error);
  out.resize(U_SUCCESS(error) ? static_cast<std::size_t>(count) : 0);
  return out;
}

std::string utf16_to_code_page(std::u16string_view text, UINT code_page) {
  const Converter converter = open_converter(code_page);
  if (converter == nullptr) {
    std::string out(text.size(), '?');
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] < 0x80) out[i] = static_cast<char>(text[i]);
    }
    return out;
  }
  std::string out(text.size() * 4 + 4, '\0');
  UErrorCode error = U_ZERO_ERROR;
  const int32_t count =
      TRANSOM_ICU(ucnv_fromUChars)(converter.get(), out.data(), static_cast<int32_t>(out.size()),
                                   text.data(), static_cast<int32_t>(text.size()), &error);
  out.resize(U_SUCCESS(error) ? static_cast<std::size_t>(count) : 0);
  return out;
}

}  // namespace transom::base
