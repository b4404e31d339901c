#include "kernel32/process/environment.h"

#include <strings.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <mutex>

#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/text_result.h"

using namespace transom;

namespace transom::kernel {
namespace {

// Guards the C library's environment among our own calls.
std::mutex& environment_mutex() {
  static auto* mutex = new std::mutex;
  return *mutex;
}

struct Entry {
  std::string_view name, value;
};

std::optional<Entry> split(const char* text) {
  const char* equals = std::strchr(text, '=');
  if (equals == nullptr || equals == text) return std::nullopt;
  return Entry{{text, static_cast<std::size_t>(equals - text)}, equals + 1};
}

// The name as Linux spells it. An exact match goes before one that differs in case.
std::optional<Entry> find_entry(const std::string& name) {
  if (const char* value = getenv(name.c_str())) return Entry{name, value};
  for (char** text = environ; text != nullptr && *text != nullptr; ++text) {
    auto entry = split(*text);
    if (entry && entry->name.size() == name.size() &&
        strncasecmp(entry->name.data(), name.data(), name.size()) == 0) {
      return entry;
    }
  }
  return std::nullopt;
}

std::string user_name() {
  const char* name = getenv("USER");
  return name != nullptr && *name != '\0' ? name : "user";
}

// What Windows sets for every process, in Windows' own paths.
const std::map<std::string, std::string>& usual_variables() {
  static const auto* variables = [] {
    const std::string profile = "C:\\Users\\" + user_name();
    char host[256] = "localhost";
    gethostname(host, sizeof host - 1);
    return new std::map<std::string, std::string>{
        {"ALLUSERSPROFILE", "C:\\ProgramData"},
        {"APPDATA", profile + "\\AppData\\Roaming"},
        {"COMPUTERNAME", host},
        {"ComSpec", "C:\\Windows\\system32\\cmd.exe"},
        {"HOMEDRIVE", "C:"},
        {"HOMEPATH", profile.substr(2)},
        {"LOCALAPPDATA", profile + "\\AppData\\Local"},
        {"NUMBER_OF_PROCESSORS", std::to_string(sysconf(_SC_NPROCESSORS_ONLN))},
        {"OS", "Windows_NT"},
        {"PROGRAMDATA", "C:\\ProgramData"},
        {"ProgramFiles", "C:\\Program Files"},
        {"SystemDrive", "C:"},
        {"SystemRoot", "C:\\Windows"},
        {"TEMP", profile + "\\AppData\\Local\\Temp"},
        {"TMP", profile + "\\AppData\\Local\\Temp"},
        {"USERNAME", user_name()},
        {"USERPROFILE", profile},
        {"windir", "C:\\Windows"}};
  }();
  return *variables;
}

const std::string* usual_variable(const std::string& name) {
  for (const auto& [usual, value] : usual_variables()) {
    if (strcasecmp(usual.c_str(), name.c_str()) == 0) return &value;
  }
  return nullptr;
}

}  // namespace

std::optional<std::u16string> environment_variable(std::u16string_view name) {
  const std::string key = base::utf16_to_utf8(name);
  std::lock_guard lock(environment_mutex());
  if (const auto entry = find_entry(key)) return base::utf8_to_utf16(entry->value);
  if (const std::string* value = usual_variable(key)) return base::utf8_to_utf16(*value);
  return std::nullopt;
}

bool set_environment_variable(std::u16string_view name,
                              const std::optional<std::u16string>& value) {
  if (name.empty() || name.find(u'=') != std::u16string_view::npos) return false;
  std::string key = base::utf16_to_utf8(name);
  std::lock_guard lock(environment_mutex());
  const auto present = find_entry(key);
  if (present) key = std::string(present->name);
  if (value) return setenv(key.c_str(), base::utf16_to_utf8(*value).c_str(), 1) == 0;
  return present && unsetenv(key.c_str()) == 0;
}

std::vector<std::u16string> environment_strings() {
  std::map<std::u16string, std::u16string> sorted;
  std::lock_guard lock(environment_mutex());
  const auto add = [&](std::string_view name, std::string_view value) {
    const auto wide = base::utf8_to_utf16(name);
    sorted.try_emplace(base::fold_case(wide), wide + u'=' + base::utf8_to_utf16(value));
  };
  for (char** text = environ; text != nullptr && *text != nullptr; ++text) {
    if (const auto entry = split(*text)) add(entry->name, entry->value);
  }
  for (const auto& [name, value] : usual_variables()) add(name, value);
  std::vector<std::u16string> strings;
  strings.reserve(sorted.size());
  for (auto& [name, text] : sorted) strings.push_back(std::move(text));
  return strings;
}

std::u16string expand_environment(std::u16string_view text) {
  std::u16string expanded;
  while (!text.empty()) {
    const std::size_t start = std::min(text.find(u'%'), text.size());
    expanded += text.substr(0, start);
    text.remove_prefix(start);
    const std::size_t end = text.find(u'%', 1);
    if (end == std::u16string_view::npos) return expanded.append(text);
    const auto value = environment_variable(text.substr(1, end - 1));
    // The second % may begin a name of its own.
    expanded += value ? *value : text.substr(0, end);
    text.remove_prefix(value ? end + 1 : end);
  }
  return expanded;
}

}  // namespace transom::kernel
