#include "include_scan.h"

#include <unistd.h>

#include <algorithm>
#include <cctype>

#include "command.h"
#include "source_text.h"

namespace fs = std::filesystem;

namespace transom::tool {
namespace {

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

std::string with_slashes(std::string name) {
  std::ranges::replace(name, '\\', '/');
  return name;
}

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

// Deep enough for names that begin with a few "../".
constexpr const char* kDepth = "1/2/3/4/5/6";

// Calls with the position of each #include's name, delimiters included.
template <class Found>
void each_include(const std::string& text, Found found) {
  for (size_t line = 0; line < text.size();) {
    const size_t end = std::min(text.find('\n', line), text.size());
    size_t at = text.find_first_not_of(" \t", line);
    if (at < end && text[at] == '#') {
      at = text.find_first_not_of(" \t", at + 1);
      if (at < end && text.compare(at, 7, "include") == 0) {
        at = text.find_first_not_of(" \t", at + 7);
        if (at < end && (text[at] == '"' || text[at] == '<')) {
          const size_t close = text.find(text[at] == '"' ? '"' : '>', at + 1);
          if (close < end) found(at, close - at + 1);
        }
      }
    }
    line = end + 1;
  }
}

}  // namespace

const CaselessFiles::Listing& CaselessFiles::list(const fs::path& folder) {
  const auto [place, fresh] = listings_.try_emplace(folder);
  if (fresh) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder.empty() ? "." : folder, error)) {
      const std::string name = entry.path().filename().string();
      place->second.emplace(lower(name), name);
    }
  }
  return place->second;
}

std::optional<fs::path> CaselessFiles::find(const fs::path& folder, const std::string& name) {
  fs::path path = folder;
  for (const fs::path& part : fs::path(with_slashes(name))) {
    std::error_code error;
    if (part == "." || part == ".." || fs::exists(path / part, error)) {
      path /= part;
      continue;
    }
    const Listing& listing = list(path);
    const auto match = listing.find(lower(part.string()));
    if (match == listing.end()) return std::nullopt;
    path /= match->second;
  }
  if (!is_file(path)) return std::nullopt;
  return path;
}

IncludeScan::IncludeScan(std::vector<fs::path> own, std::vector<fs::path> system)
    : own_(std::move(own)), system_(std::move(system)) {}

void IncludeScan::add(const fs::path& source) {
  visit(source.lexically_normal());
}

void IncludeScan::visit(const fs::path& path) {
  if (seen_.contains(path) || !is_file(path)) return;
  SourceText source = read_source(path);
  File& file = seen_[path];  // before its includes: headers may include each other
  file.text = std::move(source.text);
  file.rewritten = source.encoding == Encoding::kUtf16;
  saw_windows_1252_ |= source.encoding == Encoding::kWindows1252;
  saw_bytes_ |= source.encoding == Encoding::kBytes;
  each_include(file.text, [&](size_t begin, size_t length) {
    Include include{begin, length, {}, false, file.text[begin] == '"'};
    resolve(path, file.text.substr(begin + 1, length - 2), include);
    file.includes.push_back(include);
    if (include.own) visit(include.target);
  });
}

// Latin-1 has a character for each byte, so that narrow literals and comments pass as they are.
const char* IncludeScan::charset() const {
  if (saw_bytes_) return "ISO-8859-1";
  return saw_windows_1252_ ? "CP1252" : nullptr;
}

std::optional<fs::path> IncludeScan::find_own(const fs::path& includer, const std::string& name,
                                              bool quoted, bool exactly) {
  std::vector<fs::path> folders;
  if (quoted) folders.push_back(includer.parent_path());
  folders.insert(folders.end(), own_.begin(), own_.end());
  for (const fs::path& folder : folders) {
    if (!exactly) {
      if (auto found = files_.find(folder, name)) return found->lexically_normal();
    } else if (is_file(folder / name)) {
      return (folder / name).lexically_normal();
    }
  }
  return std::nullopt;
}

void IncludeScan::resolve(const fs::path& includer, const std::string& name, Include& include) {
  if (name.empty() || name.front() == '/') return;
  if (auto found = find_own(includer, name, include.quoted, true)) {
    include.target = *found;
    include.own = true;
    return;
  }
  for (const fs::path& folder : system_) {
    if (is_file(folder / name)) return;
  }
  if (auto found = find_own(includer, name, include.quoted, false)) {
    include.target = *found;
    include.own = true;
    forwards_.emplace(name, "#include \"" + fs::absolute(*found).string() + "\"\n");
    return;
  }
  for (const fs::path& folder : system_) {
    if (auto found = files_.find(folder, name)) {
      // By name, not by path: the system's own header of that name comes before the w32api one.
      forwards_.emplace(name, "#include <" + found->lexically_relative(folder).string() + ">\n");
      return;
    }
  }
}

void IncludeScan::spread_rewriting() {
  for (bool changed = true; changed;) {
    changed = false;
    for (auto& [path, file] : seen_) {
      if (file.rewritten) continue;
      file.rewritten = std::ranges::any_of(file.includes, [&](const Include& include) {
        return include.own && seen_.at(include.target).rewritten;
      });
      changed |= file.rewritten;
    }
  }
}

fs::path IncludeScan::copy_of(const fs::path& path) const {
  return copies_ / digest(fs::absolute(path).string()) / path.filename();
}

std::string IncludeScan::rewrite(const fs::path& path, const File& file) const {
  std::string text = "#line 1 \"" + fs::absolute(path).string() + "\"\n";
  size_t at = 0;
  for (const Include& include : file.includes) {
    if (!include.own) continue;
    const bool copied = seen_.at(include.target).rewritten;
    const fs::path target = copied ? copy_of(include.target) : fs::absolute(include.target);
    text += file.text.substr(at, include.begin - at) + '"' + target.string() + '"';
    at = include.begin + include.length;
  }
  return text + file.text.substr(at);
}

std::optional<fs::path> IncludeScan::write() {
  spread_rewriting();
  std::string everything;
  for (const auto& [name, line] : forwards_) everything += name + '\n' + line;
  bool copies = false;
  for (const auto& [path, file] : seen_) {
    if (!file.rewritten) continue;
    copies = true;
    everything += fs::absolute(path).string() + '\n' + file.text;
  }
  if (forwards_.empty() && !copies) return std::nullopt;

  const fs::path root = cache_folder() / "include" / digest(everything);
  const fs::path searched = root / kDepth;
  copies_ = root / "copies";
  std::error_code error;
  if (fs::exists(root, error)) return searched;

  // Made aside and then renamed: builds run in parallel.
  const fs::path fresh = root.string() + "." + std::to_string(getpid());
  fs::create_directories(fresh / kDepth);
  for (const auto& [name, line] : forwards_) {
    const fs::path place = (fresh / kDepth / name).lexically_normal();
    if (place.string().starts_with(fresh.string() + "/")) write_file(place, line);
  }
  for (const auto& [path, file] : seen_) {
    if (!file.rewritten) continue;
    write_file(fresh / copy_of(path).lexically_relative(root), rewrite(path, file));
  }
  fs::rename(fresh, root, error);
  if (error) fs::remove_all(fresh, error);  // another build was first
  return searched;
}

fs::path IncludeScan::compiled(const fs::path& source) const {
  const auto seen = seen_.find(source.lexically_normal());
  return seen != seen_.end() && seen->second.rewritten ? copy_of(seen->first) : source;
}

}  // namespace transom::tool
