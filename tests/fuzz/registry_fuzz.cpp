// The registry's file, which anybody may have damaged.
#include <cstdio>
#include <string>

#include "advapi32/registry/store.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/scratch_file.h"

namespace {

using namespace transom::registry;

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
  const transom::fuzz::ScratchFile file(bytes);
  {
    Store store(file.path());
    use(store);
  }
  for (const char* end : {"-wal", "-shm", "-journal"}) std::remove((file.path() + end).c_str());
}
