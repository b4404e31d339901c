// Atom tables: small numbers for names, without regard to case, counted.
//
// Thread-safe. Atoms 0xC000 to 0xFFFF stand for names; 1 to 0xBFFF are integer atoms, which stand
// for themselves ("#1234" is the name of one).
// https://learn.microsoft.com/windows/win32/dataxchg/about-atom-tables
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/win32.h"

namespace transom::base {

class AtomTable {
 public:
  static constexpr ATOM kFirst = 0xC000;
  static constexpr std::size_t kLongestName = 255;

  // The atom of the name, made on first use; each add wants a release. 0: too long or no room.
  ATOM add(std::u16string_view name);
  ATOM find(std::u16string_view name) const;
  // False: no such atom. Integer atoms are always fine.
  bool release(ATOM atom);
  // "#1234" for integer atoms; nothing for atoms that are not there.
  std::optional<std::u16string> name(ATOM atom) const;

 private:
  struct Entry {
    std::u16string name;
    unsigned count = 0;
  };

  mutable std::mutex mutex_;
  // Guarded by mutex_.
  std::unordered_map<std::u16string, ATOM> by_name_;  // folded
  std::vector<Entry> entries_;
  std::vector<ATOM> free_;
};

// RegisterWindowMessage, RegisterClipboardFormat, and class names: one table on Windows, too.
AtomTable& window_atoms();
AtomTable& global_atoms();
AtomTable& local_atoms();

// A name given as MAKEINTATOM or as text.
std::optional<ATOM> integer_atom(std::u16string_view name);

}  // namespace transom::base
