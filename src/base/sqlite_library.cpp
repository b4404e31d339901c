#include "base/sqlite_library.h"

#include <dlfcn.h>

namespace transom::base {

void* sqlite_symbol(const char* name) {
  static void* const library = dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_LOCAL);
  return library != nullptr ? dlsym(library, name) : nullptr;
}

}  // namespace transom::base
