#include "kernel32/file/profile.h"

#include <algorithm>
#include <cstring>

#include "base/text.h"

namespace transom::kernel {
namespace {

std::u16string_view trim(std::u16string_view text) {
  const auto is_space = [](char16_t c) { return c == u' ' || c == u'\t' || c == u'\r'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<std::u16string_view> heading_of(std::u16string_view line) {
  line = trim(line);
  if (line.empty() || line[0] != u'[') return std::nullopt;
  const std::size_t end = std::min(line.find(u']'), line.size());
  return trim(line.substr(1, end - 1));
}

struct Entry {
  std::u16string_view key, value;
};

// Nothing: a comment, an empty line, or a line without '='.
std::optional<Entry> entry_of(std::u16string_view line) {
  line = trim(line);
  const std::size_t equals = line.find(u'=');
  if (equals == std::u16string_view::npos || line[0] == u';') return std::nullopt;
  return Entry{trim(line.substr(0, equals)), trim(line.substr(equals + 1))};
}

std::u16string_view without_quotes(std::u16string_view value) {
  const bool quoted =
      value.size() >= 2 && (value[0] == u'"' || value[0] == u'\'') && value.back() == value[0];
  return quoted ? value.substr(1, value.size() - 2) : value;
}

std::u16string decode_utf16(std::string_view bytes) {
  std::u16string text(bytes.size() / 2, u'\0');
  std::memcpy(text.data(), bytes.data(), text.size() * 2);
  return text;
}

}  // namespace

Profile Profile::parse(std::string_view bytes) {
  Profile profile;
  profile.is_utf16_ = bytes.starts_with("\xFF\xFE");
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::u16string text =
      profile.is_utf16_ ? decode_utf16(bytes.substr(2)) : base::to_utf16(bytes);
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(u'\n', start), text.size());
    std::u16string line = text.substr(start, end - start);
    if (line.ends_with(u'\r')) line.pop_back();
    profile.lines_.push_back(std::move(line));
    start = end + 1;
  }
  return profile;
}

std::string Profile::bytes() const {
  std::u16string text;
  for (const std::u16string& line : lines_) text += line + u"\r\n";
  if (!is_utf16_) return base::to_ansi(text);
  return "\xFF\xFE" + std::string(reinterpret_cast<const char*>(text.data()), text.size() * 2);
}

std::optional<std::pair<std::size_t, std::size_t>> Profile::range_of(
    std::u16string_view section) const {
  const std::u16string_view name = trim(section);
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const auto heading = heading_of(lines_[i]);
    if (!heading || !base::equals_ignoring_case(*heading, name)) continue;
    std::size_t end = i + 1;
    while (end < lines_.size() && !heading_of(lines_[end])) ++end;
    return std::pair{i + 1, end};
  }
  return std::nullopt;
}

std::vector<std::u16string> Profile::sections() const {
  std::vector<std::u16string> names;
  for (const std::u16string& line : lines_) {
    if (const auto heading = heading_of(line)) names.emplace_back(*heading);
  }
  return names;
}

std::vector<std::u16string> Profile::keys(std::u16string_view section) const {
  std::vector<std::u16string> names;
  const auto range = range_of(section);
  for (std::size_t i = range ? range->first : 0; range && i < range->second; ++i) {
    if (const auto entry = entry_of(lines_[i])) names.emplace_back(entry->key);
  }
  return names;
}

std::vector<std::u16string> Profile::lines(std::u16string_view section) const {
  std::vector<std::u16string> result;
  const auto range = range_of(section);
  for (std::size_t i = range ? range->first : 0; range && i < range->second; ++i) {
    const auto entry = entry_of(lines_[i]);
    if (entry) result.push_back(std::u16string(entry->key).append(u"=").append(entry->value));
  }
  return result;
}

std::optional<std::u16string> Profile::value(std::u16string_view section,
                                             std::u16string_view key) const {
  const auto range = range_of(section);
  for (std::size_t i = range ? range->first : 0; range && i < range->second; ++i) {
    const auto entry = entry_of(lines_[i]);
    if (entry && base::equals_ignoring_case(entry->key, trim(key))) {
      return std::u16string(without_quotes(entry->value));
    }
  }
  return std::nullopt;
}

std::pair<std::size_t, std::size_t> Profile::make_section(std::u16string_view section) {
  if (const auto range = range_of(section)) return *range;
  lines_.push_back(std::u16string(u"[").append(trim(section)).append(u"]"));
  return {lines_.size(), lines_.size()};
}

void Profile::set(std::u16string_view section, std::u16string_view key,
                  std::optional<std::u16string_view> value) {
  if (!value && !range_of(section)) return;
  auto [first, last] = make_section(section);
  const auto at = [&](std::size_t i) { return lines_.begin() + static_cast<std::ptrdiff_t>(i); };
  const auto found = std::find_if(at(first), at(last), [&](const std::u16string& line) {
    const auto entry = entry_of(line);
    return entry && base::equals_ignoring_case(entry->key, trim(key));
  });
  if (!value) {
    if (found != at(last)) lines_.erase(found);
    return;
  }
  std::u16string line = std::u16string(trim(key)).append(u"=").append(*value);
  if (found != at(last)) {
    *found = std::move(line);
    return;
  }
  // Empty lines before the next heading stay there.
  while (last > first && trim(lines_[last - 1]).empty()) --last;
  lines_.insert(at(last), std::move(line));
}

void Profile::remove_section(std::u16string_view section) {
  const auto range = range_of(section);
  if (!range) return;
  lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(range->first - 1),
               lines_.begin() + static_cast<std::ptrdiff_t>(range->second));
}

void Profile::replace_section(std::u16string_view section,
                              const std::vector<std::u16string>& lines) {
  const auto [first, last] = make_section(section);
  lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(first),
               lines_.begin() + static_cast<std::ptrdiff_t>(last));
  lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(first), lines.begin(), lines.end());
}

}  // namespace transom::kernel
