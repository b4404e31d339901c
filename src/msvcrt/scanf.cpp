// The scanf family over strings and streams.
#include <cstdio>
#include <string_view>

#include "base/text.h"
#include "msvcrt/crt.h"
#include "msvcrt/scan.h"
#include "msvcrt/with_arguments.h"

using namespace transom;
using msvcrt::scan;
using msvcrt::ScanSource;
using msvcrt::Sizes;

namespace {

template <class Char>
class StringSource final : public ScanSource {
 public:
  explicit StringSource(const Char* text) : at_(text) {}
  int32_t take() override { return *at_ ? static_cast<std::make_unsigned_t<Char>>(*at_++) : kEnd; }
  void put_back(int32_t) override { --at_; }

 private:
  const Char* at_;
};

class ByteStream final : public ScanSource {
 public:
  explicit ByteStream(FILE* file) : file_(file) {}
  int32_t take() override {
    const int byte = std::getc(file_);
    return byte == EOF ? kEnd : byte;
  }
  void put_back(int32_t byte) override { std::ungetc(byte, file_); }

 private:
  FILE* file_;
};

class WideStream final : public ScanSource {
 public:
  explicit WideStream(FILE* file) : file_(file) {}
  int32_t take() override {
    const wint_t character = transom_fgetwc(file_);
    return character == WEOF ? kEnd : static_cast<int32_t>(character);
  }
  void put_back(int32_t character) override {
    transom_ungetwc(static_cast<wint_t>(character), file_);
  }

 private:
  FILE* file_;
};

int scan_text(const char* text, const char* format, va_list arguments, Sizes sizes) {
  StringSource<char> source(text);
  return scan(source, format, arguments, sizes);
}
int scan_text(const wchar_t* text, const wchar_t* format, va_list arguments, Sizes sizes) {
  StringSource<char16_t> source(base::as_char16(text));
  return scan(source, base::as_char16(format), arguments, sizes);
}
int scan_file(FILE* file, const char* format, va_list arguments, Sizes sizes) {
  ByteStream source(file);
  return scan(source, format, arguments, sizes);
}
int scan_file(FILE* file, const wchar_t* format, va_list arguments, Sizes sizes) {
  WideStream source(file);
  return scan(source, base::as_char16(format), arguments, sizes);
}

}  // namespace

int transom_vsscanf(const char* text, const char* format, va_list arguments) {
  return scan_text(text, format, arguments, Sizes::kNotGiven);
}
int transom_vscanf(const char* format, va_list arguments) {
  return scan_file(stdin, format, arguments, Sizes::kNotGiven);
}
int transom_vfscanf(FILE* file, const char* format, va_list arguments) {
  return scan_file(file, format, arguments, Sizes::kNotGiven);
}
int transom_sscanf(const char* text, const char* format, ...) {
  TRANSOM_WITH_ARGUMENTS(format, transom_vsscanf(text, format, arguments));
}
int transom_scanf(const char* format, ...) {
  TRANSOM_WITH_ARGUMENTS(format, transom_vscanf(format, arguments));
}
int transom_fscanf(FILE* file, const char* format, ...) {
  TRANSOM_WITH_ARGUMENTS(format, transom_vfscanf(file, format, arguments));
}
int sscanf_s(const char* text, const char* format, ...) {
  TRANSOM_WITH_ARGUMENTS(format, scan_text(text, format, arguments, Sizes::kGiven));
}
int scanf_s(const char* format, ...) {
  TRANSOM_WITH_ARGUMENTS(format, scan_file(stdin, format, arguments, Sizes::kGiven));
}
int fscanf_s(FILE* file, const char* format, ...) {
  TRANSOM_WITH_ARGUMENTS(format, scan_file(file, format, arguments, Sizes::kGiven));
}

int transom_vswscanf(const wchar_t* text, const wchar_t* format, va_list arguments) {
  return scan_text(text, format, arguments, Sizes::kNotGiven);
}
int transom_vwscanf(const wchar_t* format, va_list arguments) {
  return scan_file(stdin, format, arguments, Sizes::kNotGiven);
}
int transom_vfwscanf(FILE* file, const wchar_t* format, va_list arguments) {
  return scan_file(file, format, arguments, Sizes::kNotGiven);
}
int transom_swscanf(const wchar_t* text, const wchar_t* format, ...) {
  TRANSOM_WITH_ARGUMENTS(format, transom_vswscanf(text, format, arguments));
}
int transom_wscanf(const wchar_t* format, ...) {
  TRANSOM_WITH_ARGUMENTS(format, transom_vwscanf(format, arguments));
}
int transom_fwscanf(FILE* file, const wchar_t* format, ...) {
  TRANSOM_WITH_ARGUMENTS(format, transom_vfwscanf(file, format, arguments));
}
int swscanf_s(const wchar_t* text, const wchar_t* format, ...) {
  TRANSOM_WITH_ARGUMENTS(format, scan_text(text, format, arguments, Sizes::kGiven));
}
int wscanf_s(const wchar_t* format, ...) {
  TRANSOM_WITH_ARGUMENTS(format, scan_file(stdin, format, arguments, Sizes::kGiven));
}
int fwscanf_s(FILE* file, const wchar_t* format, ...) {
  TRANSOM_WITH_ARGUMENTS(format, scan_file(file, format, arguments, Sizes::kGiven));
}
