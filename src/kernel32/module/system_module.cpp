#include "kernel32/module/system_module.h"

#include <dlfcn.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "kernel32/module/module.h"

namespace transom::kernel {
namespace {

struct SystemModule {
  const char16_t* name;
  const char* file_name;
};

constexpr std::array<SystemModule, 20> kModules = {{
    {u"kernel32", "kernel32.dll"},     {u"kernelbase", "kernelbase.dll"},
    {u"user32", "user32.dll"},         {u"gdi32", "gdi32.dll"},
    {u"comctl32", "comctl32.dll"},     {u"comdlg32", "comdlg32.dll"},
    {u"shell32", "shell32.dll"},       {u"advapi32", "advapi32.dll"},
    {u"msimg32", "msimg32.dll"},       {u"winmm", "winmm.dll"},
    {u"imm32", "imm32.dll"},           {u"msvcrt", "msvcrt.dll"},
    {u"winspool.drv", "winspool.drv"}, {u"shlwapi", "shlwapi.dll"},
    {u"uxtheme", "uxtheme.dll"},       {u"dwmapi", "dwmapi.dll"},
    {u"version", "version.dll"},       {u"ole32", "ole32.dll"},
    {u"oleacc", "oleacc.dll"},         {u"wtsapi32", "wtsapi32.dll"},
}};

std::u16string_view stem_of(std::u16string_view name) {
  const std::size_t slash = name.find_last_of(u"\\/");
  if (slash != std::u16string_view::npos) name.remove_prefix(slash + 1);
  if (name.size() > 4 && base::equals_ignoring_case(name.substr(name.size() - 4), u".dll")) {
    name.remove_suffix(4);
  }
  return name;
}

void* own_library() {
  static void* const library = [] {
    Dl_info info{};
    dladdr(reinterpret_cast<void*>(&find_system_export), &info);
    void* found =
        info.dli_fname != nullptr ? dlopen(info.dli_fname, RTLD_NOW | RTLD_NOLOAD) : nullptr;
    return found != nullptr ? found : dlopen(nullptr, RTLD_NOW);
  }();
  return library;
}

}  // namespace

HMODULE find_system_module(std::u16string_view name) {
  const std::u16string_view stem = stem_of(name);
  for (const SystemModule& module : kModules) {
    if (base::equals_ignoring_case(stem, module.name)) {
      return reinterpret_cast<HMODULE>(const_cast<SystemModule*>(&module));
    }
  }
  return nullptr;
}

bool is_system_module(HMODULE module) {
  return !system_module_name(module).empty();
}

std::string system_module_name(HMODULE module) {
  const auto* entry = reinterpret_cast<const SystemModule*>(module);
  const bool ours = std::any_of(kModules.begin(), kModules.end(),
                                [&](const SystemModule& known) { return &known == entry; });
  return ours ? entry->file_name : std::string{};
}

FARPROC find_system_export(const char* name) {
  void* symbol = dlsym(own_library(), name);
  // dlsym also looks into what the library is linked with, which is nobody's business.
  if (symbol == nullptr) return nullptr;
  const void* own = reinterpret_cast<const void*>(&find_system_export);
  return module_at(symbol) == module_at(own) ? reinterpret_cast<FARPROC>(symbol) : nullptr;
}

}  // namespace transom::kernel
