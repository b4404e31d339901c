#include "kernel32/module/module.h"

#include <dlfcn.h>
#include <link.h>
#include <unistd.h>

#include <algorithm>
#include <list>
#include <map>
#include <mutex>

#include "base/text.h"
#include "kernel32/module/system_module.h"

namespace transom::kernel {
namespace {

// Resources as registered, before somebody asks for them.
struct Registered {
  std::span<const std::uint8_t> bytes;
  std::vector<Resource> resources;
  bool parsed = false;
};

struct Registry {
  std::mutex mutex;
  std::map<HMODULE, Registered> modules;  // guarded by mutex; entries never go
};

Registry& registry() {
  static auto* all = new Registry;
  return *all;
}

int take_first(dl_phdr_info* info, std::size_t, void* result) {
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    if (info->dlpi_phdr[i].p_type != PT_LOAD) continue;
    const auto address = (info->dlpi_addr + info->dlpi_phdr[i].p_vaddr) & ~ElfW(Addr){0xFFF};
    *static_cast<HMODULE*>(result) = reinterpret_cast<HMODULE>(address);
    break;
  }
  return 1;
}

std::string program_path() {
  std::string path(4096, '\0');
  const ssize_t size = readlink("/proc/self/exe", path.data(), path.size());
  path.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  return path;
}

int language_rank(std::uint16_t language) {
  return language == 0 ? 2 : language == 0x409 ? 1 : 0;
}

}  // namespace

HMODULE program_module() {
  static const HMODULE module = [] {
    HMODULE found = nullptr;
    dl_iterate_phdr(take_first, &found);
    return found;
  }();
  return module;
}

HMODULE module_at(const void* address) {
  Dl_info info{};
  if (dladdr(address, &info) == 0) return nullptr;
  return static_cast<HMODULE>(info.dli_fbase);
}

bool is_module(HMODULE module) {
  return module == program_module() || is_system_module(module) ||
         (module != nullptr && module_at(module) == module);
}

std::string module_path(HMODULE module) {
  if (module == nullptr || module == program_module()) return program_path();
  if (const std::string name = system_module_name(module); !name.empty()) {
    return "C:\\Windows\\System32\\" + name;
  }
  Dl_info info{};
  if (dladdr(module, &info) == 0 || info.dli_fbase != module) return {};
  return info.dli_fname;
}

const std::vector<Resource>& resources_of(HMODULE module) {
  static const std::vector<Resource> none;
  std::lock_guard lock(registry().mutex);
  const auto found = registry().modules.find(module != nullptr ? module : program_module());
  if (found == registry().modules.end()) return none;
  Registered& entry = found->second;
  if (!entry.parsed) entry.resources = parse_resources(entry.bytes);
  entry.parsed = true;
  return entry.resources;
}

const Resource* find_resource(HMODULE module, const ResourceName& type, const ResourceName& name) {
  const Resource* best = nullptr;
  for (const Resource& resource : resources_of(module)) {
    if (!(resource.type == type && resource.name == name)) continue;
    if (best == nullptr || language_rank(resource.language) > language_rank(best->language)) {
      best = &resource;
    }
  }
  return best;
}

namespace {

ResourceName name_from_text(std::u16string text) {
  if (text.size() > 1 && text[0] == u'#') {
    unsigned number = 0;
    for (const char16_t digit : std::u16string_view(text).substr(1)) {
      if (digit < u'0' || digit > u'9' || number > 0xFFFF) break;
      number = number * 10 + (digit - u'0');
    }
    return {static_cast<std::uint16_t>(number), {}};
  }
  return {0, std::move(text)};
}

}  // namespace

ResourceName resource_name(LPCWSTR name) {
  if (IS_INTRESOURCE(name)) return {LOWORD(reinterpret_cast<std::uintptr_t>(name)), {}};
  return name_from_text(base::as_char16(name));
}

ResourceName resource_name(LPCSTR name) {
  if (IS_INTRESOURCE(name)) return {LOWORD(reinterpret_cast<std::uintptr_t>(name)), {}};
  return name_from_text(base::to_utf16(name));
}

std::span<const std::uint8_t> find_resource_data(HMODULE module, LPCWSTR type, LPCWSTR name) {
  const Resource* resource = find_resource(module, resource_name(type), resource_name(name));
  if (resource != nullptr) return resource->data;
  SetLastError(ERROR_RESOURCE_NAME_NOT_FOUND);
  return {};
}

}  // namespace transom::kernel

// Called by the start-up code that `transom cc` links into an object with resources: `module` is an
// address within the object, null the program.
extern "C" [[gnu::visibility("default")]] void __transom_register_resources(
    void* module, const unsigned char* begin, const unsigned char* end) {
  using namespace transom::kernel;
  if (begin == nullptr || end <= begin) return;
  const HMODULE handle = module != nullptr ? module_at(module) : program_module();
  std::lock_guard lock(registry().mutex);
  // A second block of the same object is put behind the first.
  Registered& entry = registry().modules[handle];
  if (entry.bytes.empty()) {
    entry.bytes = {begin, end};
    return;
  }
  if (!entry.parsed) entry.resources = parse_resources(entry.bytes);
  entry.parsed = true;
  for (Resource& resource : parse_resources({begin, end})) entry.resources.push_back(resource);
}
