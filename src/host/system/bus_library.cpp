#include "host/system/bus_library.h"

#include <dlfcn.h>

namespace transom::host {

void* bus_symbol(const char* name) {
  static void* const library = dlopen("libsystemd.so.0", RTLD_NOW | RTLD_LOCAL);
  return library != nullptr ? dlsym(library, name) : nullptr;
}

}  // namespace transom::host
