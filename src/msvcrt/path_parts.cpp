// _splitpath, _makepath, _fullpath and their kin, for both kinds of characters.
// https://learn.microsoft.com/cpp/c-runtime-library/reference/splitpath-wsplitpath
#include <unistd.h>

#include <cerrno>
#include <string>

#include "base/text.h"
#include "base/windows_path.h"
#include "msvcrt/crt.h"

using namespace transom;

namespace {

template <class Char>
using View = std::basic_string_view<Char>;

const char16_t* chars(const wchar_t* text) {
  return base::as_char16(text);
}
const char* chars(const char* text) {
  return text;
}

template <class Char>
struct Parts {
  View<Char> drive, directory, name, extension;
};

template <class Char>
bool is_separator(Char c) {
  return c == '/' || c == '\\';
}

template <class Char>
Parts<Char> split(View<Char> path) {
  Parts<Char> parts;
  if (path.size() >= 2 && path[1] == ':') {
    parts.drive = path.substr(0, 2);
    path.remove_prefix(2);
  }
  size_t name = path.size();
  while (name > 0 && !is_separator(path[name - 1])) --name;
  parts.directory = path.substr(0, name);
  path.remove_prefix(name);
  const size_t dot = std::min(path.rfind(Char('.')), path.size());
  parts.name = path.substr(0, dot);
  parts.extension = path.substr(dot);
  return parts;
}

// A missing target is skipped; a full one is left empty.
template <class Char, class Part>
errno_t put(Char* to, size_t size, Part part) {
  if (!to) return size == 0 ? 0 : EINVAL;
  if (part.size() >= size) {
    if (size > 0) *to = 0;
    return ERANGE;
  }
  std::memcpy(to, part.data(), part.size() * sizeof(Char));
  to[part.size()] = 0;
  return 0;
}

template <class Char>
errno_t put_all(const Char* path, Char* drive, size_t drive_size, Char* directory,
                size_t directory_size, Char* name, size_t name_size, Char* extension,
                size_t extension_size) {
  if (!path) return errno = EINVAL;
  const auto parts = split(View<std::decay_t<decltype(*chars(path))>>(chars(path)));
  errno_t error = put(drive, drive_size, parts.drive);
  if (!error) error = put(directory, directory_size, parts.directory);
  if (!error) error = put(name, name_size, parts.name);
  if (!error) error = put(extension, extension_size, parts.extension);
  if (error) errno = error;
  return error;
}

template <class Char>
size_t room(Char* target, size_t size) {
  return target ? size : 0;
}

// "c" becomes "c:", a directory gets its last separator, an extension its dot.
template <class Char>
auto make(const Char* drive, const Char* directory, const Char* name, const Char* extension) {
  std::basic_string<std::decay_t<decltype(*chars(name))>> path;
  if (drive && *drive) {
    path += chars(drive)[0];
    path += ':';
  }
  if (directory && *directory) {
    path += chars(directory);
    if (!is_separator(path.back())) path += '\\';
  }
  if (name) path += chars(name);
  if (extension && *extension) {
    if (*extension != '.') path += '.';
    path += chars(extension);
  }
  return path;
}

std::u16string absolute(std::u16string_view path) {
  return path.empty() ? base::current_windows_directory() : base::full_windows_path(path);
}

template <class Char, class Text>
Char* give(Char* buffer, size_t size, const Text& text) {
  if (!buffer) {
    size = text.size() + 1;
    buffer = static_cast<Char*>(std::malloc(size * sizeof(Char)));
  }
  if (!buffer || put(buffer, size, View<typename Text::value_type>(text)) != 0) {
    errno = ERANGE;
    return nullptr;
  }
  return buffer;
}

}  // namespace

void _splitpath(const char* path, char* drive, char* directory, char* name, char* extension) {
  put_all(path, drive, room(drive, _MAX_DRIVE), directory, room(directory, _MAX_DIR), name,
          room(name, _MAX_FNAME), extension, room(extension, _MAX_EXT));
}
void _wsplitpath(const wchar_t* path, wchar_t* drive, wchar_t* directory, wchar_t* name,
                 wchar_t* extension) {
  put_all(path, drive, room(drive, _MAX_DRIVE), directory, room(directory, _MAX_DIR), name,
          room(name, _MAX_FNAME), extension, room(extension, _MAX_EXT));
}
errno_t _splitpath_s(const char* path, char* drive, size_t drive_size, char* directory,
                     size_t directory_size, char* name, size_t name_size, char* extension,
                     size_t extension_size) {
  return put_all(path, drive, drive_size, directory, directory_size, name, name_size, extension,
                 extension_size);
}
errno_t _wsplitpath_s(const wchar_t* path, wchar_t* drive, size_t drive_size, wchar_t* directory,
                      size_t directory_size, wchar_t* name, size_t name_size, wchar_t* extension,
                      size_t extension_size) {
  return put_all(path, drive, drive_size, directory, directory_size, name, name_size, extension,
                 extension_size);
}

void _makepath(char* path, const char* drive, const char* directory, const char* name,
               const char* extension) {
  _makepath_s(path, _MAX_PATH, drive, directory, name, extension);
}
errno_t _makepath_s(char* path, size_t size, const char* drive, const char* directory,
                    const char* name, const char* extension) {
  if (!path) return errno = EINVAL;
  return errno = put(path, size, std::string_view(make(drive, directory, name, extension)));
}
void _wmakepath(wchar_t* path, const wchar_t* drive, const wchar_t* directory, const wchar_t* name,
                const wchar_t* extension) {
  if (!path) return;
  errno = put(path, _MAX_PATH, std::u16string_view(make(drive, directory, name, extension)));
}

// A path with its drive (base/windows_path.h).
// https://learn.microsoft.com/cpp/c-runtime-library/reference/fullpath-wfullpath
char* _fullpath(char* buffer, const char* path, size_t size) {
  return give(buffer, size, base::to_ansi(absolute(base::to_utf16(path))));
}
wchar_t* _wfullpath(wchar_t* buffer, const wchar_t* path, size_t size) {
  return give(buffer, size, absolute(path ? base::as_char16(path) : u""));
}

// The current folder first, then those that the variable lists.
// https://learn.microsoft.com/cpp/c-runtime-library/reference/searchenv-wsearchenv
void _searchenv(const char* file, const char* variable, char* path) {
  *path = 0;
  const char* value = std::getenv(variable);
  for (const std::u16string& folder : base::folders_in(u".;" + base::to_utf16(value))) {
    const std::u16string candidate = absolute(folder + u"\\" + base::to_utf16(file));
    if (access(base::host_path_of(candidate).c_str(), F_OK) == 0) {
      put(path, _MAX_PATH, std::string_view(base::to_ansi(candidate)));
      return;
    }
  }
}
