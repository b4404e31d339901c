#include "base/atom.h"

#include "base/text.h"

namespace transom::base {

std::optional<ATOM> integer_atom(std::u16string_view name) {
  if (name.size() < 2 || name[0] != u'#') return std::nullopt;
  unsigned value = 0;
  for (const char16_t digit : name.substr(1)) {
    if (digit < u'0' || digit > u'9') return std::nullopt;
    value = value * 10 + (digit - u'0');
    if (value >= AtomTable::kFirst) return ATOM{0};
  }
  return static_cast<ATOM>(value);
}

ATOM AtomTable::add(std::u16string_view name) {
  if (const auto integer = integer_atom(name)) return *integer;
  if (name.empty() || name.size() > kLongestName) return 0;
  std::lock_guard lock(mutex_);
  ATOM& atom = by_name_[fold_case(name)];
  if (atom == 0) {
    if (!free_.empty()) {
      atom = free_.back();
      free_.pop_back();
    } else if (entries_.size() < 0x10000u - kFirst) {
      atom = static_cast<ATOM>(kFirst + entries_.size());
      entries_.emplace_back();
    } else {
      by_name_.erase(fold_case(name));
      return 0;
    }
    entries_[atom - kFirst].name = name;
  }
  ++entries_[atom - kFirst].count;
  return atom;
}

ATOM AtomTable::find(std::u16string_view name) const {
  if (const auto integer = integer_atom(name)) return *integer;
  std::lock_guard lock(mutex_);
  const auto found = by_name_.find(fold_case(name));
  return found == by_name_.end() ? ATOM{0} : found->second;
}

bool AtomTable::release(ATOM atom) {
  if (atom < kFirst) return true;
  std::lock_guard lock(mutex_);
  const std::size_t index = atom - kFirst;
  if (index >= entries_.size() || entries_[index].count == 0) return false;
  if (--entries_[index].count == 0) {
    by_name_.erase(fold_case(entries_[index].name));
    entries_[index].name.clear();
    free_.push_back(atom);
  }
  return true;
}

std::optional<std::u16string> AtomTable::name(ATOM atom) const {
  if (atom == 0) return std::nullopt;
  if (atom < kFirst) {
    const std::string number = std::to_string(atom);
    return u"#" + std::u16string(number.begin(), number.end());
  }
  std::lock_guard lock(mutex_);
  const std::size_t index = atom - kFirst;
  if (index >= entries_.size() || entries_[index].count == 0) return std::nullopt;
  return entries_[index].name;
}

AtomTable& window_atoms() {
  static auto* table = new AtomTable;
  return *table;
}
AtomTable& global_atoms() {
  static auto* table = new AtomTable;
  return *table;
}
AtomTable& local_atoms() {
  static auto* table = new AtomTable;
  return *table;
}

}  // namespace transom::base
