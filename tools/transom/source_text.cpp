#include "source_text.h"

#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "command.h"

namespace fs = std::filesystem;

namespace transom::tool {
namespace {

void append_utf8(std::string& to, char32_t c) {
  const auto put = [&](char32_t byte) { to.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  std::string text;
  const auto unit = [&](size_t at) {
    const auto first = static_cast<uint8_t>(bytes[at]),
               second = static_cast<uint8_t>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  for (size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size()) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
      at += 2;
    }
    append_utf8(text, c);
  }
  return text;
}

bool is_utf8(std::string_view bytes) {
  for (size_t at = 0; at < bytes.size();) {
    const auto lead = static_cast<uint8_t>(bytes[at++]);
    int more = 0;
    if (lead < 0x80) continue;
    if (lead >= 0xC2 && lead < 0xE0) more = 1;
    if (lead >= 0xE0 && lead < 0xF0) more = 2;
    if (lead >= 0xF0 && lead < 0xF5) more = 3;
    if (more == 0) return false;
    for (; more > 0; --more, ++at) {
      if (at >= bytes.size() || (static_cast<uint8_t>(bytes[at]) & 0xC0) != 0x80) return false;
    }
  }
  return true;
}

bool looks_like_utf16(std::string_view bytes) {
  return bytes.size() >= 4 && bytes[0] && !bytes[1] && bytes[2] && !bytes[3];
}

bool is_windows_1252(std::string_view bytes) {
  return bytes.find_first_of("\x81\x8D\x8F\x90\x9D") == std::string_view::npos;
}

}  // namespace

SourceText read_source(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream content;
  content << file.rdbuf();
  if (!file) {
    throw Failure("cannot read '" + path.string() + "'", "check the name and the permissions");
  }
  std::string bytes = std::move(content).str();
  if (bytes.starts_with("\xFF\xFE")) return {from_utf16(bytes.substr(2), false), Encoding::kUtf16};
  if (bytes.starts_with("\xFE\xFF")) return {from_utf16(bytes.substr(2), true), Encoding::kUtf16};
  if (looks_like_utf16(bytes)) return {from_utf16(bytes, false), Encoding::kUtf16};
  if (is_utf8(bytes)) return {std::move(bytes), Encoding::kUtf8};
  const Encoding old = is_windows_1252(bytes) ? Encoding::kWindows1252 : Encoding::kBytes;
  return {std::move(bytes), old};
}

void write_file(const fs::path& path, std::string_view content) {
  fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << content;
  file.close();
  if (!file) throw Failure("cannot write '" + path.string() + "'", "is there space left?");
}

std::string digest(std::string_view text) {
  uint64_t hash = 0xcbf29ce484222325u;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<uint8_t>(c)) * 0x100000001b3u;
  std::ostringstream digits;
  digits << std::hex << hash;
  return digits.str();
}

fs::path cache_folder() {
  fs::path folder;
  if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache && *cache) {
    folder = cache;
  } else if (const char* home = std::getenv("HOME"); home && *home) {
    folder = fs::path(home) / ".cache";
  }
  std::error_code error;
  if (!folder.empty()) {
    fs::create_directories(folder / "transom", error);
    if (!error && access((folder / "transom").c_str(), W_OK) == 0) return folder / "transom";
  }
  folder = fs::temp_directory_path() / ("transom-" + std::to_string(getuid()));
  fs::create_directories(folder);
  return folder;
}

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (fs::temp_directory_path() / "transom-XXXXXX").string();
  if (!mkdtemp(pattern.data())) throw Failure("cannot make a temporary folder in " + pattern);
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code error;
  fs::remove_all(path_, error);
}

}  // namespace transom::tool
