#include "winspool/cups_library.h"

#include <dlfcn.h>

namespace transom::winspool {

void* cups_symbol(const char* name) {
  static void* const library = dlopen("libcups.so.2", RTLD_NOW | RTLD_LOCAL);
  return library != nullptr ? dlsym(library, name) : nullptr;
}

}  // namespace transom::winspool
