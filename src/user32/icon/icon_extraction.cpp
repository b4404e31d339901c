#include "user32/icon/icon_extraction.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <vector>

#include "base/last_error.h"
#include "base/text.h"
#include "base/windows_path.h"
#include "kernel32/module/module.h"
#include "user32/icon/icon.h"
#include "user32/icon/icon_group.h"

namespace transom::user {
namespace {

bool begins_like_an_icon(const std::string& path) {
  constexpr std::array<char, 4> kIcon{0, 0, 1, 0};
  std::array<char, 4> begin{};
  std::ifstream file(path, std::ios::binary);
  return file.read(begin.data(), begin.size()) && begin == kIcon;
}

std::vector<kernel::ResourceName> groups(HMODULE module) {
  std::vector<kernel::ResourceName> names;
  if (module == nullptr) return names;
  const kernel::ResourceName kind = kernel::resource_name(kIconGroupType);
  for (const kernel::Resource& each : kernel::resources_of(module)) {
    if (each.type == kind && std::ranges::find(names, each.name) == names.end()) {
      names.push_back(each.name);
    }
  }
  return names;
}

LPCWSTR name_of(const kernel::ResourceName& name) {
  return name.is_number() ? MAKEINTRESOURCEW(name.number) : base::as_wchar(name.text);
}

}  // namespace

std::optional<IconFile> IconFile::open(const std::u16string& path) {
  IconFile file;
  file.path_ = path;
  const std::string host_path = base::host_path_of(path);
  const bool is_program = host_path == kernel::module_path(kernel::program_module());
  file.module_ = is_program ? kernel::program_module() : GetModuleHandleW(base::as_wchar(path));
  if (file.module_ != nullptr) return file;
  if (access(host_path.c_str(), R_OK) != 0) return std::nullopt;
  file.is_icon_ = begins_like_an_icon(host_path);
  return file;
}

int IconFile::count() const {
  return is_icon_ ? 1 : static_cast<int>(groups(module_).size());
}

HICON IconFile::extract(int index, int width, int height) const {
  if (is_icon_) {
    return index == 0 ? load_icon_file(base::as_wchar(path_), false, width, height) : nullptr;
  }
  if (module_ == nullptr) return nullptr;
  if (index < 0) {
    return load_icon_resource(module_, MAKEINTRESOURCEW(-index), false, width, height, false);
  }
  const auto names = groups(module_);
  if (static_cast<std::size_t>(index) >= names.size()) return nullptr;
  return load_icon_resource(module_, name_of(names[static_cast<std::size_t>(index)]), false, width,
                            height, false);
}

UINT IconFile::identifier(int index) const {
  if (is_icon_) return ~0u;
  const auto names = groups(module_);
  if (index < 0) return static_cast<UINT>(-index);
  const auto at = static_cast<std::size_t>(index);
  return at < names.size() ? names[at].number : 0;
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

namespace {

// A size of two halves asks for two sizes at once.
std::vector<SIZE> sizes_of(int width, int height) {
  std::vector<SIZE> sizes{{LOWORD(width), LOWORD(height)}};
  if (HIWORD(width) != 0 && HIWORD(height) != 0) sizes.push_back({HIWORD(width), HIWORD(height)});
  return sizes;
}

UINT extract_icons(const std::u16string& path, int index, int width, int height, HICON* icons,
                   UINT* identifiers, UINT count) {
  const auto file = IconFile::open(path);
  if (!file) {
    base::set_last_error(ERROR_FILE_NOT_FOUND);
    return icons == nullptr ? 0 : ~0u;
  }
  if (icons == nullptr) return static_cast<UINT>(file->count());
  UINT made = 0;
  for (int at = index; made < count && at < std::max(index, 0) + file->count(); ++at) {
    for (const SIZE& size : sizes_of(width, height)) {
      if (made >= count) break;
      const HICON icon = file->extract(at, static_cast<int>(size.cx), static_cast<int>(size.cy));
      if (icon == nullptr) return made;
      if (identifiers != nullptr) identifiers[made] = file->identifier(at);
      icons[made++] = icon;
    }
    if (at < 0) break;
  }
  return made;
}

}  // namespace

// Icons of a file from a place on (negative: the one of that identifier); two sizes of each where
// width and height have two halves. The caller's to destroy. Without `icons`: how many there are.
// ~0: there is no such file (ERROR_FILE_NOT_FOUND).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-privateextracticonsw
UINT WINAPI PrivateExtractIconsW(LPCWSTR path, int index, int width, int height, HICON* icons,
                                 UINT* identifiers, UINT count, UINT) {
  if (path == nullptr) return base::fail<UINT>(ERROR_INVALID_PARAMETER);
  return extract_icons(base::as_char16(path), index, width, height, icons, identifiers, count);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-privateextracticonsa
UINT WINAPI PrivateExtractIconsA(LPCSTR path, int index, int width, int height, HICON* icons,
                                 UINT* identifiers, UINT count, UINT) {
  if (path == nullptr) return base::fail<UINT>(ERROR_INVALID_PARAMETER);
  return extract_icons(base::to_utf16(path), index, width, height, icons, identifiers, count);
}
