// A file for what only reads files. In memory: the disk has no part in this.
#pragma once

#include <unistd.h>

#include <cstdio>
#include <string>

#include "tests/fuzz/fuzz_target.h"

namespace transom::fuzz {

class ScratchFile {
 public:
  explicit ScratchFile(Bytes bytes) : path_("/dev/shm/transom-fuzz-" + std::to_string(getpid())) {
    std::FILE* file = std::fopen(path_.c_str(), "wb");
    if (file == nullptr) __builtin_trap();
    if (!bytes.empty()) std::fwrite(bytes.data(), 1, bytes.size(), file);
    std::fclose(file);
  }
  ~ScratchFile() { std::remove(path_.c_str()); }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace transom::fuzz
