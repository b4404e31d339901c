#include "host/x11/uri_list.h"

#include <charconv>

namespace transom::host::x11 {
namespace {

std::string decode_percents(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned value = 0;
    const char* digits = text.data() + i + 1;
    if (text[i] == '%' && i + 2 < text.size() &&
        std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2) {
      decoded += static_cast<char>(value);
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

// "file:///path", "file://machine/path" or "file:/path"; empty: no file.
std::string_view path_of(std::string_view uri) {
  constexpr std::string_view kScheme = "file:";
  if (!uri.starts_with(kScheme)) return {};
  uri.remove_prefix(kScheme.size());
  if (!uri.starts_with("//")) return uri.starts_with('/') ? uri : std::string_view();
  const std::size_t path = uri.find('/', 2);
  return path != std::string_view::npos ? uri.substr(path) : std::string_view();
}

}  // namespace

std::vector<std::string> paths_of_uri_list(std::string_view text) {
  std::vector<std::string> paths;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    const std::string path = decode_percents(path_of(line));
    if (!path.empty() && path.find('\0') == std::string::npos) paths.push_back(path);
    text.remove_prefix(line.size());
    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
  }
  return paths;
}

}  // namespace transom::host::x11
