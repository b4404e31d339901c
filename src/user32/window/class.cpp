#include "user32/window/class.h"

#include <unordered_map>

#include "base/atom.h"
#include "base/last_error.h"
#include "base/text.h"
#include "user32/lock.h"
#include "user32/window/system_classes.h"

namespace transom::user {
namespace {

HCURSOR system_cursor(LPCWSTR name) {
  return name != nullptr ? LoadCursorW(nullptr, name) : nullptr;
}

// Without regard to case, and without making a folded copy.
std::size_t hash_name(std::u16string_view name) {
  std::size_t hash = 0xCBF29CE484222325u;
  for (const char16_t character : name) {
    hash = (hash ^ base::fold_case(character)) * 0x100000001B3u;
  }
  return hash;
}

// Guarded by the USER lock. Classes that were unregistered are not in it.
struct Registry {
  std::unordered_multimap<std::size_t, WindowClass*> by_name;
  std::unordered_multimap<ATOM, WindowClass*> by_atom;
  bool system_classes_known = false;
};

Registry& registry() {
  static auto* classes = new Registry;
  return *classes;
}

void add(WindowClass& window_class) {
  registry().by_name.emplace(hash_name(window_class.name), &window_class);
  registry().by_atom.emplace(window_class.atom, &window_class);
}

template <class Map, class Key>
void erase(Map& map, const Key& key, const WindowClass& window_class) {
  const auto [begin, end] = map.equal_range(key);
  for (auto entry = begin; entry != end; ++entry) {
    if (entry->second == &window_class) {
      map.erase(entry);
      return;
    }
  }
}

void know_system_classes() {
  registry().system_classes_known = true;
  for (const SystemClass& described : system_classes()) {
    auto* made = new WindowClass;
    made->name = described.name;
    made->atom = base::window_atoms().add(made->name);
    made->style = described.style | CS_GLOBALCLASS;
    made->procedure = described.procedure;
    made->window_extra = described.window_extra;
    made->cursor = system_cursor(described.cursor);
    made->background = described.background;
    made->system = true;
    add(*made);
  }
}

// How near a class is to a module: its own before global ones before the system's.
enum class Scope { kNone, kSystem, kGlobal, kLocal };

Scope scope_for(const WindowClass& window_class, HINSTANCE module) {
  if (window_class.system) return Scope::kSystem;
  if (window_class.module == module) return Scope::kLocal;
  return (window_class.style & CS_GLOBALCLASS) != 0 ? Scope::kGlobal : Scope::kNone;
}

struct Best {
  WindowClass* window_class = nullptr;
  Scope scope = Scope::kNone;

  void offer(WindowClass& candidate, HINSTANCE module) {
    const Scope its = scope_for(candidate, module);
    if (its > scope) {
      window_class = &candidate;
      scope = its;
    }
  }
};

WindowClass* find_by_atom(ATOM atom, HINSTANCE module) {
  Best best;
  const auto [begin, end] = registry().by_atom.equal_range(atom);
  for (auto entry = begin; entry != end; ++entry) best.offer(*entry->second, module);
  return best.window_class;
}

WindowClass* find_by_name(std::u16string_view name, HINSTANCE module) {
  Best best;
  const auto [begin, end] = registry().by_name.equal_range(hash_name(name));
  for (auto entry = begin; entry != end; ++entry) {
    if (base::equals_ignoring_case(entry->second->name, name)) best.offer(*entry->second, module);
  }
  return best.window_class;
}

bool is_taken(const WindowClass& window_class) {
  const WindowClass* other = find_by_name(window_class.name, window_class.module);
  if (other == nullptr) return false;
  // A program may have its own "Button"; a global class must be the only one of its name.
  if (other->module == window_class.module && !other->system) return true;
  return !other->system && (window_class.style & other->style & CS_GLOBALCLASS) != 0;
}

}  // namespace

HINSTANCE module_or_program(HINSTANCE module) {
  return module != nullptr ? module : GetModuleHandleW(nullptr);
}

WindowClass* find_class(LPCWSTR name_or_atom, HINSTANCE module) {
  if (!registry().system_classes_known) know_system_classes();
  WindowClass* found = nullptr;
  if (name_or_atom != nullptr) {
    const HINSTANCE in = module_or_program(module);
    found = IS_INTRESOURCE(name_or_atom)
                ? find_by_atom(LOWORD(reinterpret_cast<std::uintptr_t>(name_or_atom)), in)
                : find_by_name(base::as_char16(name_or_atom), in);
  }
  if (found == nullptr) base::set_last_error(ERROR_CANNOT_FIND_WND_CLASS);
  return found;
}

ATOM register_class(std::unique_ptr<WindowClass> window_class) {
  UserLock lock;
  if (!registry().system_classes_known) know_system_classes();
  if (is_taken(*window_class)) return base::fail<ATOM>(ERROR_CLASS_ALREADY_EXISTS);
  window_class->atom = base::window_atoms().add(window_class->name);
  if (window_class->atom == 0) return base::fail<ATOM>(ERROR_INVALID_PARAMETER);
  add(*window_class);
  return window_class.release()->atom;
}

void unregister_class(WindowClass& window_class) {
  erase(registry().by_name, hash_name(window_class.name), window_class);
  erase(registry().by_atom, window_class.atom, window_class);
  base::window_atoms().release(window_class.atom);
  delete &window_class;
}

}  // namespace transom::user
