#include "comdlg32/file_filter.h"

#include "kernel32/file/find_files.h"

namespace transom::comdlg {
namespace {

std::u16string_view trimmed(std::u16string_view text) {
  const std::size_t first = text.find_first_not_of(u' ');
  if (first == std::u16string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(u' ') - first + 1);
}

// Takes the pattern before the next semicolon off.
std::u16string_view take_pattern(std::u16string_view& patterns) {
  const std::size_t end = std::min(patterns.find(u';'), patterns.size());
  const std::u16string_view pattern = trimmed(patterns.substr(0, end));
  patterns.remove_prefix(std::min(end + 1, patterns.size()));
  return pattern;
}

}  // namespace

std::vector<FileFilter> read_filters(const ClientText& text, const void* pairs) {
  const std::vector<std::u16string> texts = text.read_list(pairs);
  std::vector<FileFilter> filters;
  for (std::size_t i = 0; i < texts.size(); i += 2) {
    filters.push_back({texts[i], i + 1 < texts.size() ? texts[i + 1] : u""});
  }
  return filters;
}

bool matches_filter(std::u16string_view name, std::u16string_view pattern) {
  while (!pattern.empty()) {
    const std::u16string_view one = take_pattern(pattern);
    if (!one.empty() && kernel::matches_pattern(name, one)) return true;
  }
  return false;
}

std::u16string extension_of_filter(std::u16string_view pattern) {
  const std::u16string_view first = take_pattern(pattern);
  if (!first.starts_with(u"*.")) return {};
  const std::u16string_view extension = first.substr(2);
  return std::u16string(extension.find_first_of(u"*?") == std::u16string_view::npos ? extension
                                                                                    : u"");
}

}  // namespace transom::comdlg
