// Streams. FILE is the system's; what is added are Windows' paths and modes, the secure variants,
// and wide text, which is UTF-8 in the file.
// https://learn.microsoft.com/cpp/c-runtime-library/stream-i-o
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>

#include "base/text.h"
#include "base/windows_path.h"
#include "msvcrt/crt.h"
#include "msvcrt/host_path.h"

using namespace transom;
using msvcrt::host_path;

namespace {

// "rt, ccs=UTF-8", "wbN": the letters that the system knows. Text is stored as it is.
std::string mode_of(std::u16string_view windows_mode) {
  std::string mode;
  for (const char16_t c : windows_mode.substr(0, windows_mode.find(u','))) {
    if (c == u'r' || c == u'w' || c == u'a' || c == u'+' || c == u'b' || c == u'x') {
      mode += static_cast<char>(c);
    }
    if (c == u'N') mode += 'e';  // not inherited
  }
  return mode;
}
std::string mode_of(const char* mode) {
  return mode_of(base::to_utf16(mode));
}
std::string mode_of(const wchar_t* mode) {
  return mode_of(base::as_char16(mode));
}

template <class Char>
FILE* open(const Char* path, const Char* mode) {
  if (!path || !mode) {
    errno = EINVAL;
    return nullptr;
  }
  return std::fopen(host_path(path).c_str(), mode_of(mode).c_str());
}

template <class Char>
FILE* reopen(const Char* path, const Char* mode, FILE* file) {
  if (!path || !mode || !file) {
    errno = EINVAL;
    return nullptr;
  }
  return std::freopen(host_path(path).c_str(), mode_of(mode).c_str(), file);
}

errno_t keep(FILE** target, FILE* file) {
  *target = file;
  return file ? 0 : errno;
}

}  // namespace

FILE* transom_fopen(const char* path, const char* mode) {
  return open(path, mode);
}
FILE* transom_freopen(const char* path, const char* mode, FILE* f) {
  return reopen(path, mode, f);
}
FILE* _wfopen(const wchar_t* path, const wchar_t* mode) {
  return open(path, mode);
}
FILE* _wfreopen(const wchar_t* path, const wchar_t* mode, FILE* file) {
  return reopen(path, mode, file);
}
// Files are not locked here, so how they are shared makes no difference.
FILE* _fsopen(const char* path, const char* mode, int) {
  return open(path, mode);
}
FILE* _wfsopen(const wchar_t* path, const wchar_t* mode, int) {
  return open(path, mode);
}
errno_t fopen_s(FILE** file, const char* path, const char* mode) {
  return file ? keep(file, open(path, mode)) : errno = EINVAL;
}
errno_t _wfopen_s(FILE** file, const wchar_t* path, const wchar_t* mode) {
  return file ? keep(file, open(path, mode)) : errno = EINVAL;
}
errno_t freopen_s(FILE** file, const char* path, const char* mode, FILE* old) {
  return file ? keep(file, reopen(path, mode, old)) : errno = EINVAL;
}
errno_t tmpfile_s(FILE** file) {
  return file ? keep(file, std::tmpfile()) : errno = EINVAL;
}
FILE* _fdopen(int descriptor, const char* mode) {
  return fdopen(descriptor, mode_of(mode).c_str());
}
FILE* _wfdopen(int descriptor, const wchar_t* mode) {
  return fdopen(descriptor, mode_of(mode).c_str());
}
FILE* _popen(const char* command, const char* mode) {
  return popen(command, mode_of(mode).c_str());
}
FILE* _wpopen(const wchar_t* command, const wchar_t* mode) {
  return popen(base::utf16_to_utf8(base::as_char16(command)).c_str(), mode_of(mode).c_str());
}
int _pclose(FILE* file) {
  return pclose(file);
}
int _fileno(FILE* file) {
  return fileno(file);
}
int _fcloseall() {
  return fcloseall();
}
int _flushall() {
  return std::fflush(nullptr);
}
int _getw(FILE* file) {
  return getw(file);
}
int _putw(int value, FILE* file) {
  return putw(value, file);
}
int _fgetchar() {
  return std::getchar();
}
int _fputchar(int character) {
  return std::putchar(character);
}
int _fseeki64(FILE* file, long long offset, int origin) {
  return fseeko(file, offset, origin);
}
long long _ftelli64(FILE* file) {
  return ftello(file);
}
char* _tempnam(const char* directory, const char* prefix) {
  const std::string folder = directory ? host_path(directory) : "";
  return tempnam(directory ? folder.c_str() : nullptr, prefix);
}

// Without a limit, as it always was.
char* transom_gets(char* buffer) {
  int character = std::getchar();
  if (character == EOF) return nullptr;
  char* end = buffer;
  for (; character != EOF && character != '\n'; character = std::getchar()) {
    *end++ = static_cast<char>(character);
  }
  *end = 0;
  return buffer;
}

int _unlink(const char* path) {
  return unlink(host_path(path).c_str());
}
int _wunlink(const wchar_t* path) {
  return unlink(host_path(path).c_str());
}
int transom_remove(const char* path) {
  return std::remove(host_path(path).c_str());
}
int _wremove(const wchar_t* path) {
  return std::remove(host_path(path).c_str());
}
int transom_rename(const char* from, const char* to) {
  return std::rename(host_path(from).c_str(), host_path(to).c_str());
}
int _wrename(const wchar_t* from, const wchar_t* to) {
  return std::rename(host_path(from).c_str(), host_path(to).c_str());
}
void _wperror(const wchar_t* text) {
  std::perror(text ? base::utf16_to_utf8(base::as_char16(text)).c_str() : nullptr);
}
