// The registry's file, which anybody may have damaged.
#include <unistd.h>

#include <cstdio>
#include <string>

#include "advapi32/registry/store.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

using namespace transom::registry;

// In memory: the disk has no part in this.
std::string write_file(transom::fuzz::Bytes bytes) {
  std::string path = "/dev/shm/transom-fuzz-" + std::to_string(getpid()) + ".db";
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) __builtin_trap();
  if (!bytes.empty()) std::fwrite(bytes.data(), 1, bytes.size(), file);
  std::fclose(file);
  return path;
}

void use(Store& store) {
  const KeyId user = store.root(0x80000001);
  KeyId key = 0;
  bool is_new = false;
  store.create(user, u"Software\\Fuzz\\Deep", Lifetime::kStored, u"", key, is_new);
  store.set_value(key, {u"name", REG_DWORD, Bytes(4, 1)});
  Value value;
  store.get_value(key, u"name", value);
  KeyFacts facts;
  for (DWORD index = 0; store.subkey(user, index, facts) == ERROR_SUCCESS && index < 16;) ++index;
  for (DWORD index = 0; store.value(user, index, value) == ERROR_SUCCESS && index < 16;) ++index;
  store.facts(user, facts);
  store.remove_tree(user, u"Software\\Fuzz");
}

}  // namespace

TRANSOM_FUZZ(registry) {
  const std::string path = write_file(bytes);
  {
    Store store(path);
    use(store);
  }
  for (const char* end : {"", "-wal", "-shm", "-journal"}) std::remove((path + end).c_str());
}
