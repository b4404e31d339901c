// A folder of a test's own to print into, away from the host's printers.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace transom::tests {

class PrintFolder {
 public:
  PrintFolder() {
    std::string pattern = std::filesystem::temp_directory_path() / "transom-print-test-XXXXXX";
    path_ = mkdtemp(pattern.data());
    setenv("TRANSOM_PRINT_FOLDER", path_.c_str(), 1);
    setenv("CUPS_SERVER", "/nonexistent/cups.sock", 1);
  }
  ~PrintFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
    unsetenv("TRANSOM_PRINT_FOLDER");
    unsetenv("CUPS_SERVER");
  }
  PrintFolder(const PrintFolder&) = delete;
  PrintFolder& operator=(const PrintFolder&) = delete;

  std::filesystem::path file(const std::string& name) const { return path_ / name; }
  std::string bytes(const std::string& name) const {
    std::ifstream in(file(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::size_t file_count() const {
    const auto all = std::filesystem::directory_iterator(path_);
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
  }

 private:
  std::filesystem::path path_;
};

}  // namespace transom::tests
