// Source files in the encodings that Windows programmers have used.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace transom::tool {

enum class Encoding { kUtf8, kUtf16, kWindows1252, kBytes };

struct SourceText {
  std::string text;  // UTF-8, but bytes as they are for the last two
  Encoding encoding = Encoding::kUtf8;
};

// Reads a whole file. UTF-16 is known by its byte order mark, and by its zero bytes without one;
// what is not UTF-8 is Windows-1252, or, with bytes that mean nothing there, in some other code
// page that nobody can know. Throws Failure when the file cannot be read.
SourceText read_source(const std::filesystem::path& path);

void write_file(const std::filesystem::path& path, std::string_view content);

// A short name for some text, the same every time.
std::string digest(std::string_view text);

// The folder for what can be made again: $XDG_CACHE_HOME/transom or its like.
std::filesystem::path cache_folder();

// A folder that goes away with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace transom::tool
