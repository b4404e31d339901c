// #include names as Windows takes them: in any case, with backslashes, from files in any encoding.
//
// g++ opens the names that are written in the source. So the sources and the project's own headers
// are read beforehand, and for each name that would not be found, and would be on Windows, a folder
// gets a file of exactly that name which includes the right one. The compiler searches that folder
// last. A file in UTF-16 is given to the compiler as a copy in UTF-8, and so is whatever includes
// it.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace transom::tool {

// Finds files whatever the case of their names. Reads each folder once.
class CaselessFiles {
 public:
  // The file that `name` (slashes or backslashes) means when looked for in `folder`.
  std::optional<std::filesystem::path> find(const std::filesystem::path& folder,
                                            const std::string& name);

 private:
  using Listing = std::multimap<std::string, std::string>;  // lower case to real
  const Listing& list(const std::filesystem::path& folder);
  std::map<std::filesystem::path, Listing> listings_;
};

class IncludeScan {
 public:
  // `own` are the project's folders (-I), searched before `system`, whose headers are not read.
  IncludeScan(std::vector<std::filesystem::path> own, std::vector<std::filesystem::path> system);

  // Reads a source and, once each, the project's headers that it includes.
  void add(const std::filesystem::path& source);

  // Writes what is needed and returns the folder to search last, or nothing when all names are
  // fine.
  std::optional<std::filesystem::path> write();

  // What to compile instead of this source; itself unless it had to be rewritten. After write().
  std::filesystem::path compiled(const std::filesystem::path& source) const;

  // The character set for the compiler where a file is not in Unicode; null where all are.
  const char* charset() const;
  CaselessFiles& files() { return files_; }

 private:
  struct Include {
    size_t begin, length;  // of the name with its delimiters, in the text
    std::filesystem::path target;
    bool own = false;
    bool quoted = false;
  };
  struct File {
    std::string text;
    std::vector<Include> includes;
    bool rewritten = false;
  };

  void visit(const std::filesystem::path& path);
  void resolve(const std::filesystem::path& includer, const std::string& name, Include& include);
  std::optional<std::filesystem::path> find_own(const std::filesystem::path& includer,
                                                const std::string& name, bool quoted, bool exactly);
  void spread_rewriting();
  std::string rewrite(const std::filesystem::path& path, const File& file) const;
  std::filesystem::path copy_of(const std::filesystem::path& path) const;

  std::vector<std::filesystem::path> own_;
  std::vector<std::filesystem::path> system_;
  CaselessFiles files_;
  std::map<std::filesystem::path, File> seen_;
  std::map<std::string, std::string> forwards_;  // name as written, to the line that includes it
  std::filesystem::path copies_;
  bool saw_windows_1252_ = false;
  bool saw_bytes_ = false;
};

}  // namespace transom::tool
