#include "advapi32/registry/roots.h"

#include <unistd.h>

#include <algorithm>

#include "base/text.h"
#include "base/win32.h"

namespace transom::registry {
namespace {

// A security identifier of the local machine's form, made of the user's number.
std::u16string user_key() {
  return u"Users\\S-1-5-21-0-0-0-" + base::utf8_to_utf16(std::to_string(geteuid()));
}

std::uint32_t low_bits(HKEY key) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(key));
}

}  // namespace

std::u16string root_path(std::uint32_t predefined) {
  if (predefined == low_bits(HKEY_LOCAL_MACHINE)) return u"Machine";
  if (predefined == low_bits(HKEY_USERS)) return u"Users";
  if (predefined == low_bits(HKEY_CURRENT_USER)) return user_key();
  if (predefined == low_bits(HKEY_CLASSES_ROOT)) return u"Machine\\SOFTWARE\\Classes";
  if (predefined == low_bits(HKEY_CURRENT_CONFIG)) {
    return u"Machine\\SYSTEM\\CurrentControlSet\\Hardware Profiles\\Current";
  }
  return {};
}

std::vector<std::u16string> usual_keys() {
  const std::u16string user = user_key();
  return {u"Machine\\HARDWARE",
          u"Machine\\SOFTWARE\\Classes",
          u"Machine\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion",
          u"Machine\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion",
          u"Machine\\SYSTEM\\CurrentControlSet\\Control",
          u"Machine\\SYSTEM\\CurrentControlSet\\Services",
          u"Machine\\SYSTEM\\CurrentControlSet\\Hardware Profiles\\Current",
          u"Users\\.DEFAULT",
          user + u"\\Control Panel\\Desktop",
          user + u"\\Control Panel\\International",
          user + u"\\Environment",
          user + u"\\Software\\Classes",
          user + u"\\Software\\Microsoft\\Windows\\CurrentVersion"};
}

std::vector<std::u16string> names_in(std::u16string_view path) {
  std::vector<std::u16string> names;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find(u'\\'), path.size());
    if (end > 0) names.emplace_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return names;
}

}  // namespace transom::registry
