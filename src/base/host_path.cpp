#include "base/host_path.h"

#include <dirent.h>
#include <unistd.h>

#include <algorithm>
#include <memory>

#include "base/text.h"

namespace transom::base {
namespace {

bool exists(const std::string& path) {
  return access(path.c_str(), F_OK) == 0;
}

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

std::string_view without_drive(std::string_view path) {
  if (path.starts_with("//?/") || path.starts_with("//./")) path.remove_prefix(4);
  if (path.size() >= 2 && path[1] == ':' && is_letter(path[0])) path.remove_prefix(2);
  return path;
}

// The names that mean a device whatever folder stands before them.
const char* device_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const auto is = [&](std::u16string_view device) {
    return equals_ignoring_case(utf8_to_utf16(name), device);
  };
  if (name.size() < 3 || name.size() > 7) return nullptr;
  if (is(u"NUL")) return "/dev/null";
  return is(u"CON") || is(u"CONIN$") || is(u"CONOUT$") ? "/dev/tty" : nullptr;
}

// The entry of the folder that differs in case only, or the name itself.
std::string entry_like(const std::string& folder, std::string_view name) {
  const std::unique_ptr<DIR, int (*)(DIR*)> open(opendir(folder.empty() ? "." : folder.c_str()),
                                                 closedir);
  const std::u16string wanted = utf8_to_utf16(name);
  while (const dirent* entry = open ? readdir(open.get()) : nullptr) {
    if (equals_ignoring_case(utf8_to_utf16(entry->d_name), wanted)) return entry->d_name;
  }
  return std::string(name);
}

std::string find_ignoring_case(std::string_view path) {
  std::string found;
  for (size_t start = 0; start <= path.size();) {
    const size_t end = std::min(path.find('/', start), path.size());
    const std::string name(path.substr(start, end - start));
    if (!name.empty()) found += exists(found + name) ? name : entry_like(found, name);
    if (end < path.size()) found += '/';
    start = end + 1;
  }
  return found;
}

std::string from_utf8(std::string path) {
  std::ranges::replace(path, '\\', '/');
  if (const char* device = device_of(path)) return device;
  path = without_drive(path);
  return path.empty() || exists(path) ? path : find_ignoring_case(path);
}

}  // namespace

std::string host_path(std::u16string_view windows_path) {
  return from_utf8(utf16_to_utf8(windows_path));
}

std::string host_path(std::string_view windows_path) {
  std::string as_it_stands = from_utf8(std::string(windows_path));
  const bool ascii = std::ranges::all_of(windows_path, [](char c) { return c > 0; });
  return ascii || exists(as_it_stands) ? as_it_stands : host_path(to_utf16(windows_path));
}

}  // namespace transom::base
