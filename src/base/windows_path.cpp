#include "base/windows_path.h"

#include <dirent.h>
#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "base/text.h"

namespace transom::base {
namespace {

bool exists(const std::string& path) {
  return access(path.c_str(), F_OK) == 0;
}

std::string home() {
  const char* folder = getenv("HOME");
  if (folder != nullptr && *folder != '\0') return folder;
  const passwd* user = getpwuid(geteuid());
  return user != nullptr ? user->pw_dir : "/tmp";
}

void make_folders(const std::string& path) {
  for (std::size_t slash = path.find('/', 1); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    mkdir(path.substr(0, slash).c_str(), 0755);
  }
  mkdir(path.c_str(), 0755);
}

// Once a process and place: the folders that programs take for granted.
void furnish_system_drive(const std::string& root) {
  static thread_local std::string furnished;
  if (furnished == root) return;
  furnished = root;
  const char* user = getenv("USER");
  const std::string profile = root + "/Users/" + (user != nullptr && *user != '\0' ? user : "user");
  for (const auto& folder :
       {profile + "/AppData/Local/Temp", profile + "/AppData/Roaming", profile + "/Documents",
        root + "/Windows/system32", root + "/Program Files", root + "/ProgramData"}) {
    if (!exists(folder)) make_folders(folder);
  }
}

bool is_drive(std::u16string_view path) {
  return path.size() >= 2 && path[1] == u':' && (path[0] | 32) >= u'a' && (path[0] | 32) <= u'z';
}

char16_t upper(char16_t letter) {
  return letter >= u'a' && letter <= u'z' ? static_cast<char16_t>(letter - 32) : letter;
}

// Without a terminal, the console is where the standard streams lead.
bool has_terminal() {
  static const bool opens = [] {
    const int terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (terminal >= 0) close(terminal);
    return terminal >= 0;
  }();
  return opens;
}

// The names that mean a device whatever folder stands before them.
const char* device_of(std::u16string_view path) {
  const std::u16string_view name = path.substr(path.find_last_of(u"\\/") + 1);
  if (equals_ignoring_case(name, u"NUL")) return "/dev/null";
  if (equals_ignoring_case(name, u"CONIN$")) return has_terminal() ? "/dev/tty" : "/dev/stdin";
  for (const auto device : {u"CON", u"CONOUT$"}) {
    if (equals_ignoring_case(name, device)) return has_terminal() ? "/dev/tty" : "/dev/stdout";
  }
  return nullptr;
}

std::u16string with_backslashes(std::u16string_view path) {
  std::u16string result(path);
  std::replace(result.begin(), result.end(), u'/', u'\\');
  return result;
}

// Drive and path, not yet normalised.
std::u16string absolute(std::u16string_view given) {
  std::u16string path = with_backslashes(given);
  if (path.starts_with(u"\\\\?\\") || path.starts_with(u"\\\\.\\")) path.erase(0, 4);
  if (is_drive(path)) {
    path[0] = upper(path[0]);
    if (path.size() > 2 && path[2] == u'\\') return path;
    const std::u16string current = current_windows_directory();
    const std::u16string base = current[0] == path[0] ? current : path.substr(0, 2);
    return base + u'\\' + path.substr(2);
  }
  if (!given.empty() && given[0] == u'/') return u"Z:" + path;
  const std::u16string current = current_windows_directory();
  if (!path.empty() && path[0] == u'\\') return current.substr(0, 2) + path;
  return current + u'\\' + path;
}

void append_component(std::vector<std::u16string_view>& parts, std::u16string_view part) {
  if (part.empty() || part == u".") return;
  if (part == u"..") {
    if (!parts.empty()) parts.pop_back();
    return;
  }
  // Windows drops spaces and dots at the end of a name.
  while (!part.empty() && (part.back() == u' ' || part.back() == u'.')) part.remove_suffix(1);
  if (!part.empty()) parts.push_back(part);
}

// The entry of the folder that differs in case only, or the name itself.
std::string entry_like(const std::string& folder, const std::string& name) {
  const std::unique_ptr<DIR, int (*)(DIR*)> open(opendir((folder + "/").c_str()), closedir);
  const std::u16string wanted = fold_case(utf8_to_utf16(name));
  while (const dirent* entry = open ? readdir(open.get()) : nullptr) {
    if (fold_case(utf8_to_utf16(entry->d_name)) == wanted) return entry->d_name;
  }
  return name;
}

std::string find_ignoring_case(const std::string& root, const std::string& path) {
  std::string found = root;
  for (std::size_t start = 1; start < path.size();) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    const std::string name = path.substr(start, end - start);
    const bool as_named = name.empty() || exists(found + '/' + name);
    const std::string real = as_named ? name : entry_like(found, name);
    found.append(1, '/').append(real);
    start = end + 1;
  }
  return found;
}

}  // namespace

std::string data_folder() {
  const char* data = getenv("XDG_DATA_HOME");
  const bool given = data != nullptr && *data == '/';
  return (given ? std::string(data) : home() + "/.local/share") + "/transom";
}

std::string drive_root(char16_t letter) {
  if (upper(letter) == u'Z') return "";
  std::string root = data_folder() + '/' + static_cast<char>(upper(letter) + ('a' - 'A'));
  if (upper(letter) == u'C') furnish_system_drive(root);
  return root;
}

std::vector<char16_t> drive_letters() {
  std::vector<char16_t> letters;
  for (char16_t letter = u'A'; letter <= u'Z'; ++letter) {
    const bool always = letter == u'C' || letter == u'Z';
    if (always || exists(drive_root(letter))) letters.push_back(letter);
  }
  return letters;
}

std::u16string current_windows_directory() {
  char path[4096] = "/";
  if (getcwd(path, sizeof path) == nullptr) return u"Z:\\";
  return windows_path_of(path);
}

namespace {

template <class Take>
void for_each_part(std::u16string_view list, char16_t separator, Take&& take) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(separator), list.size());
    if (end > 0) take(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

}  // namespace

std::vector<std::u16string> folders_in(std::u16string_view list) {
  std::vector<std::u16string> folders;
  const auto add = [&](std::u16string_view folder) { folders.emplace_back(folder); };
  for_each_part(list, u';', [&](std::u16string_view part) {
    if (part.front() == u'/') return for_each_part(part, u':', add);
    add(part);
  });
  return folders;
}

std::u16string full_windows_path(std::u16string_view given) {
  if (given.empty()) return {};
  const std::u16string path = absolute(given);
  std::vector<std::u16string_view> parts;
  std::u16string_view rest = std::u16string_view(path).substr(2);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(u'\\'), rest.size());
    append_component(parts, rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::u16string result = path.substr(0, 2);
  for (const auto part : parts) result.append(u"\\").append(part);
  if (parts.empty() || path.back() == u'\\') result += u'\\';
  // Asked of what is left: "NUL." and "NUL " are the device, too.
  if (device_of(result) != nullptr) return u"\\\\.\\" + std::u16string(parts.back());
  return result;
}

std::string host_path_of(std::u16string_view path) {
  if (path.empty()) return {};
  const std::u16string full = full_windows_path(path);
  if (const char* device = device_of(full)) return device;
  std::string tail = utf16_to_utf8(std::u16string_view(full).substr(2));
  std::replace(tail.begin(), tail.end(), '\\', '/');
  const std::string root = drive_root(full[0]);
  const std::string exact = root + tail;
  return exists(exact) ? exact : find_ignoring_case(root, tail);
}

std::string host_path_of(std::string_view path) {
  if (path.empty()) return {};
  std::string as_it_stands(path);
  const std::u16string wide = to_utf16(path);
  return device_of(wide) == nullptr && exists(as_it_stands) ? as_it_stands : host_path_of(wide);
}

std::u16string windows_path_of(std::string_view host) {
  std::u16string drive = u"Z:";
  const std::string folder = data_folder() + '/';
  if (host.starts_with(folder) && host.size() > folder.size() &&
      (host.size() == folder.size() + 1 || host[folder.size() + 1] == '/')) {
    drive[0] = upper(static_cast<char16_t>(host[folder.size()]));
    host.remove_prefix(folder.size() + 1);
  }
  return drive + (host.empty() ? u"\\" : with_backslashes(utf8_to_utf16(host)));
}

}  // namespace transom::base
