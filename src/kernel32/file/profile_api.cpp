// Initialization files as exported. A name without a folder lies in the Windows folder, as
// documented; win.ini is the file of the functions that name none.
#include <stdio.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <mutex>

#include "base/last_error.h"
#include "base/text.h"
#include "base/windows_path.h"
#include "kernel32/file/host_error.h"
#include "kernel32/file/profile.h"

using namespace transom;
using namespace transom::kernel;

namespace {

// Reading, changing and writing a file is one step among the process's threads.
std::mutex& profile_mutex() {
  static auto* mutex = new std::mutex;
  return *mutex;
}

std::optional<std::u16string> text_of(LPCWSTR text) {
  if (text == nullptr) return std::nullopt;
  return base::as_char16(text);
}
std::optional<std::u16string> text_of(LPCSTR text) {
  if (text == nullptr) return std::nullopt;
  return base::to_utf16(text);
}

std::string host_file(const std::optional<std::u16string>& name) {
  const std::u16string file = name.value_or(u"win.ini");
  const bool has_folder = file.find_first_of(u"\\/:") != std::u16string::npos;
  return base::host_path_of(has_folder ? file : u"C:\\Windows\\" + file);
}

std::optional<Profile> load(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  return Profile::parse(bytes);
}

// Through a new file, so that a reader never sees half of it.
WINBOOL save(const Profile& profile, const std::string& path) {
  const std::string fresh = path + ".new";
  {
    std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
    file << profile.bytes();
    if (!file.flush()) return base::fail(path_error(fresh));
  }
  if (rename(fresh.c_str(), path.c_str()) == 0) return TRUE;
  const DWORD error = error_of(errno);
  unlink(fresh.c_str());
  return base::fail(error);
}

// Text that is cut where the buffer ends: the count is then one less than its size.
DWORD give_text(const std::u16string& text, LPWSTR buffer, DWORD size) {
  if (buffer == nullptr || size == 0) return 0;
  const std::size_t count = std::min<std::size_t>(text.size(), size - 1);
  std::copy_n(text.data(), count, base::as_char16(buffer));
  buffer[count] = 0;
  return static_cast<DWORD>(count);
}
DWORD give_text(const std::u16string& wide, LPSTR buffer, DWORD size) {
  if (buffer == nullptr || size == 0) return 0;
  const std::string text = base::to_ansi(wide);
  const std::size_t count = std::min<std::size_t>(text.size(), size - 1);
  std::copy_n(text.data(), count, buffer);
  buffer[count] = 0;
  return static_cast<DWORD>(count);
}

// Strings with their ends and an empty one; what does not fit is cut, the count is then size - 2.
template <class Char>
DWORD give_list(const std::vector<std::u16string>& list, Char* buffer, DWORD size) {
  if (buffer == nullptr || size < 2) return 0;
  std::u16string all;
  for (const std::u16string& text : list) all.append(text).push_back(u'\0');
  const DWORD count = give_text(all, buffer, size - 1);
  const bool cut = count + 2 >= size && !all.empty();
  // give_text has ended the text; a list that was cut ends with two zeros.
  if (cut) buffer[size - 2] = 0;
  buffer[cut ? size - 1 : count] = 0;
  if (count == 0) buffer[1] = 0;
  return count;
}

template <class Char>
DWORD get_string(const Char* section, const Char* key, const Char* fallback, Char* buffer,
                 DWORD size, const Char* file) {
  std::lock_guard lock(profile_mutex());
  const Profile profile = load(host_file(text_of(file))).value_or(Profile());
  if (section == nullptr) return give_list(profile.sections(), buffer, size);
  if (key == nullptr) return give_list(profile.keys(*text_of(section)), buffer, size);
  const auto value = profile.value(*text_of(section), *text_of(key));
  if (value) return give_text(*value, buffer, size);
  std::u16string other = text_of(fallback).value_or(u"");
  while (other.ends_with(u' ')) other.pop_back();
  return give_text(other, buffer, size);
}

// A number in decimal, or hexadecimal after 0x; what follows it does not count.
UINT parse_number(const std::u16string& text) {
  const std::string narrow = base::utf16_to_utf8(text);
  const bool hexadecimal = narrow.starts_with("0x") || narrow.starts_with("0X");
  return static_cast<UINT>(std::strtoll(narrow.c_str(), nullptr, hexadecimal ? 16 : 10));
}

template <class Char>
UINT get_number(const Char* section, const Char* key, INT fallback, const Char* file) {
  std::lock_guard lock(profile_mutex());
  const auto profile = load(host_file(text_of(file)));
  if (!profile || section == nullptr || key == nullptr) return static_cast<UINT>(fallback);
  const auto value = profile->value(*text_of(section), *text_of(key));
  return value && !value->empty() ? parse_number(*value) : static_cast<UINT>(fallback);
}

template <class Char>
DWORD get_section(const Char* section, Char* buffer, DWORD size, const Char* file) {
  std::lock_guard lock(profile_mutex());
  const auto profile = load(host_file(text_of(file)));
  if (!profile) base::set_last_error(ERROR_FILE_NOT_FOUND);
  const Profile none;
  return give_list((profile ? *profile : none).lines(text_of(section).value_or(u"")), buffer, size);
}

template <class Char>
WINBOOL write_string(const Char* section, const Char* key, const Char* value, const Char* file) {
  // All null: flush what is cached. Nothing is.
  if (section == nullptr) return base::fail(ERROR_FILE_NOT_FOUND);
  std::lock_guard lock(profile_mutex());
  const std::string path = host_file(text_of(file));
  Profile profile = load(path).value_or(Profile());
  if (key == nullptr) {
    profile.remove_section(*text_of(section));
  } else {
    const auto text = text_of(value);
    profile.set(*text_of(section), *text_of(key),
                text ? std::optional<std::u16string_view>(*text) : std::nullopt);
  }
  return save(profile, path);
}

// `lines`: strings, and an empty one. Null removes the section.
template <class Char>
WINBOOL write_section(const Char* section, const Char* lines, const Char* file) {
  if (section == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  std::lock_guard lock(profile_mutex());
  const std::string path = host_file(text_of(file));
  Profile profile = load(path).value_or(Profile());
  if (lines == nullptr) {
    profile.remove_section(*text_of(section));
    return save(profile, path);
  }
  std::vector<std::u16string> list;
  for (; *lines != 0; lines += std::char_traits<Char>::length(lines) + 1) {
    list.push_back(*text_of(lines));
  }
  profile.replace_section(*text_of(section), list);
  return save(profile, path);
}

}  // namespace

// The length. A null section or key asks for a list of names.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getprivateprofilestringw
DWORD WINAPI GetPrivateProfileStringW(LPCWSTR section, LPCWSTR key, LPCWSTR fallback, LPWSTR buffer,
                                      DWORD size, LPCWSTR file) {
  return get_string(section, key, fallback, buffer, size, file);
}
DWORD WINAPI GetPrivateProfileStringA(LPCSTR section, LPCSTR key, LPCSTR fallback, LPSTR buffer,
                                      DWORD size, LPCSTR file) {
  return get_string(section, key, fallback, buffer, size, file);
}

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getprivateprofileintw
UINT WINAPI GetPrivateProfileIntW(LPCWSTR section, LPCWSTR key, INT fallback, LPCWSTR file) {
  return get_number(section, key, fallback, file);
}
UINT WINAPI GetPrivateProfileIntA(LPCSTR section, LPCSTR key, INT fallback, LPCSTR file) {
  return get_number(section, key, fallback, file);
}

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getprivateprofilesectionw
DWORD WINAPI GetPrivateProfileSectionW(LPCWSTR section, LPWSTR buffer, DWORD size, LPCWSTR file) {
  return get_section(section, buffer, size, file);
}
DWORD WINAPI GetPrivateProfileSectionA(LPCSTR section, LPSTR buffer, DWORD size, LPCSTR file) {
  return get_section(section, buffer, size, file);
}

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getprivateprofilesectionnamesw
DWORD WINAPI GetPrivateProfileSectionNamesW(LPWSTR buffer, DWORD size, LPCWSTR file) {
  return get_string<std::remove_reference_t<decltype(*buffer)>>(nullptr, nullptr, nullptr, buffer,
                                                                size, file);
}
DWORD WINAPI GetPrivateProfileSectionNamesA(LPSTR buffer, DWORD size, LPCSTR file) {
  return get_string<std::remove_reference_t<decltype(*buffer)>>(nullptr, nullptr, nullptr, buffer,
                                                                size, file);
}

// A null value removes the key, a null key the section.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-writeprivateprofilestringw
WINBOOL WINAPI WritePrivateProfileStringW(LPCWSTR section, LPCWSTR key, LPCWSTR value,
                                          LPCWSTR file) {
  return write_string(section, key, value, file);
}
WINBOOL WINAPI WritePrivateProfileStringA(LPCSTR section, LPCSTR key, LPCSTR value, LPCSTR file) {
  return write_string(section, key, value, file);
}

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-writeprivateprofilesectionw
WINBOOL WINAPI WritePrivateProfileSectionW(LPCWSTR section, LPCWSTR lines, LPCWSTR file) {
  return write_section(section, lines, file);
}
WINBOOL WINAPI WritePrivateProfileSectionA(LPCSTR section, LPCSTR lines, LPCSTR file) {
  return write_section(section, lines, file);
}

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getprofilestringw
DWORD WINAPI GetProfileStringW(LPCWSTR section, LPCWSTR key, LPCWSTR fallback, LPWSTR buffer,
                               DWORD size) {
  return get_string(section, key, fallback, buffer, size, static_cast<LPCWSTR>(nullptr));
}
DWORD WINAPI GetProfileStringA(LPCSTR section, LPCSTR key, LPCSTR fallback, LPSTR buffer,
                               DWORD size) {
  return get_string(section, key, fallback, buffer, size, static_cast<LPCSTR>(nullptr));
}

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getprofileintw
UINT WINAPI GetProfileIntW(LPCWSTR section, LPCWSTR key, INT fallback) {
  return get_number(section, key, fallback, static_cast<LPCWSTR>(nullptr));
}
UINT WINAPI GetProfileIntA(LPCSTR section, LPCSTR key, INT fallback) {
  return get_number(section, key, fallback, static_cast<LPCSTR>(nullptr));
}

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getprofilesectionw
DWORD WINAPI GetProfileSectionW(LPCWSTR section, LPWSTR buffer, DWORD size) {
  return get_section(section, buffer, size, static_cast<LPCWSTR>(nullptr));
}
DWORD WINAPI GetProfileSectionA(LPCSTR section, LPSTR buffer, DWORD size) {
  return get_section(section, buffer, size, static_cast<LPCSTR>(nullptr));
}

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-writeprofilestringw
WINBOOL WINAPI WriteProfileStringW(LPCWSTR section, LPCWSTR key, LPCWSTR value) {
  return write_string(section, key, value, static_cast<LPCWSTR>(nullptr));
}
WINBOOL WINAPI WriteProfileStringA(LPCSTR section, LPCSTR key, LPCSTR value) {
  return write_string(section, key, value, static_cast<LPCSTR>(nullptr));
}

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-writeprofilesectionw
WINBOOL WINAPI WriteProfileSectionW(LPCWSTR section, LPCWSTR lines) {
  return write_section(section, lines, static_cast<LPCWSTR>(nullptr));
}
WINBOOL WINAPI WriteProfileSectionA(LPCSTR section, LPCSTR lines) {
  return write_section(section, lines, static_cast<LPCSTR>(nullptr));
}
