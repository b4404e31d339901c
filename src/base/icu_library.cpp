#include "base/icu_library.h"

#include <dlfcn.h>

#include <string>

namespace transom::base {
namespace {

void* open_library(const char* stem) {
  const std::string name = std::string(stem) + ".so." + U_ICU_VERSION_SHORT;
  return dlopen(name.c_str(), RTLD_NOW | RTLD_LOCAL);
}

struct Libraries {
  void* common = open_library("libicuuc");
  void* internationalization = open_library("libicui18n");
};

const Libraries& libraries() {
  static const Libraries opened;
  return opened;
}

}  // namespace

void* icu_symbol(const char* versioned_name) {
  const Libraries& opened = libraries();
  if (opened.common == nullptr || opened.internationalization == nullptr) return nullptr;
  void* symbol = dlsym(opened.common, versioned_name);
  return symbol != nullptr ? symbol : dlsym(opened.internationalization, versioned_name);
}

bool icu_available() {
  const Libraries& opened = libraries();
  return opened.common != nullptr && opened.internationalization != nullptr;
}

}  // namespace transom::base
