// The registry's keys and values, by number; handles and access rights are key.h's.
//
// Contract
//  - The whole registry is the user's: one file, $XDG_DATA_HOME/transom/registry.db, or the one
//    that TRANSOM_REGISTRY names. HKEY_LOCAL_MACHINE is part of it.
//  - A number is never given to another key: one that is gone answers ERROR_KEY_DELETED.
//  - Names compare without regard to case and keep the case that they were made with. They may be
//    any UTF-16, but for nulls and, in keys, backslashes.
//  - Every function is one transaction, and returns a Win32 error code. Thread-safe.
//  - Volatile keys last until the host is booted again.
// https://learn.microsoft.com/windows/win32/sysinfo/structure-of-the-registry
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "advapi32/registry/database.h"
#include "base/win32.h"

namespace transom::registry {

using KeyId = std::int64_t;

struct Value {
  std::u16string name;
  DWORD type = REG_NONE;
  Bytes data;
};

struct KeyFacts {
  std::u16string name;
  std::u16string class_name;
  std::uint64_t written = 0;  // FILETIME
  DWORD subkeys = 0;
  DWORD values = 0;
  // In characters, without the end; data in bytes.
  DWORD longest_subkey = 0;
  DWORD longest_class = 0;
  DWORD longest_value_name = 0;
  DWORD longest_data = 0;
};

// Counts that grow with each change: how watches notice.
struct KeyChanges {
  std::int64_t keys = 0;       // subkeys added or gone
  std::int64_t values = 0;     // values set or gone
  std::int64_t tree_keys = 0;  // the same, of all keys below, too
  std::int64_t tree_values = 0;
  bool operator==(const KeyChanges&) const = default;
};

enum class Lifetime { kStored, kVolatile };

class Store {
 public:
  static Store& instance();
  // One of its own, over a file that need not be there.
  explicit Store(const std::string& file);

  // One of the roots: HKEY_LOCAL_MACHINE and so on; 0 for a number that is none.
  KeyId root(std::uint32_t predefined);

  LSTATUS open(KeyId from, std::u16string_view path, KeyId& key);
  LSTATUS create(KeyId from, std::u16string_view path, Lifetime lifetime,
                 std::u16string_view class_name, KeyId& key, bool& is_new);
  // A key that has subkeys stays: ERROR_ACCESS_DENIED.
  LSTATUS remove(KeyId from, std::u16string_view path);
  // What is below a key and its values; the key itself goes with them unless `path` is empty.
  LSTATUS remove_tree(KeyId from, std::u16string_view path);
  LSTATUS rename(KeyId from, std::u16string_view path, std::u16string_view name);
  LSTATUS copy_tree(KeyId from, KeyId to);

  LSTATUS get_value(KeyId key, std::u16string_view name, Value& value);
  LSTATUS set_value(KeyId key, const Value& value);
  LSTATUS remove_value(KeyId key, std::u16string_view name);

  // In the order of names; ERROR_NO_MORE_ITEMS past the end.
  LSTATUS subkey(KeyId key, DWORD index, KeyFacts& facts);
  LSTATUS value(KeyId key, DWORD index, Value& value);
  LSTATUS facts(KeyId key, KeyFacts& facts);
  // False: the key is gone.
  bool changes(KeyId key, KeyChanges& changes);

  // Called after each change of this process's, without locks.
  void on_change(std::function<void()> listener);
  std::string file() const { return database_.path(); }

 private:
  LSTATUS write(const std::function<LSTATUS()>& change);
  LSTATUS read(KeyId key, const std::function<LSTATUS()>& look);
  void prepare();
  void forget_volatile_keys();
  void furnish();

  // The lock is held in these.
  bool exists(KeyId key);
  KeyId child(KeyId parent, std::u16string_view name);
  LSTATUS walk(KeyId from, std::u16string_view path, KeyId& key);
  LSTATUS add_key(KeyId parent, std::u16string_view name, Lifetime lifetime,
                  std::u16string_view class_name, KeyId& key);
  LSTATUS add_path(KeyId from, std::u16string_view path, Lifetime lifetime,
                   std::u16string_view class_name, KeyId& key, bool& is_new);
  bool is_volatile(KeyId key);
  bool has_subkeys(KeyId key);
  KeyId parent_of(KeyId key);
  void erase(KeyId key);
  void clear(KeyId key);
  void copy_values(KeyId from, KeyId to);
  void copy_keys(KeyId from, KeyId to, int depth);
  void note_keys_changed(KeyId key);
  void note_values_changed(KeyId key);

  std::mutex mutex_;
  // Guarded by mutex_.
  Database database_;
  std::function<void()> listener_;
};

}  // namespace transom::registry
