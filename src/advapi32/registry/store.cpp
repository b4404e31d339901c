#include "advapi32/registry/store.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "advapi32/registry/roots.h"
#include "base/clock.h"
#include "base/text.h"
#include "base/windows_path.h"

namespace transom::registry {
namespace {

constexpr std::size_t kLongestKeyName = 255;
constexpr std::size_t kLongestValueName = 16'383;
constexpr int kDeepest = 512;

constexpr const char* kTables =
    "CREATE TABLE IF NOT EXISTS keys (id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " parent INTEGER REFERENCES keys(id) ON DELETE CASCADE, name BLOB NOT NULL,"
    " folded BLOB NOT NULL, class BLOB NOT NULL, written INTEGER NOT NULL,"
    " boot TEXT, own_keys INTEGER NOT NULL DEFAULT 0, own_values INTEGER NOT NULL DEFAULT 0,"
    " tree_keys INTEGER NOT NULL DEFAULT 0, tree_values INTEGER NOT NULL DEFAULT 0,"
    " UNIQUE (parent, folded));"
    "CREATE TABLE IF NOT EXISTS key_values (key INTEGER NOT NULL REFERENCES keys(id)"
    " ON DELETE CASCADE, name BLOB NOT NULL, folded BLOB NOT NULL, type INTEGER NOT NULL,"
    " data BLOB NOT NULL, PRIMARY KEY (key, folded)) WITHOUT ROWID;"
    "INSERT OR IGNORE INTO keys (id, parent, name, folded, class, written)"
    " VALUES (1, NULL, x'', x'', x'', 0);";
constexpr KeyId kTop = 1;

std::string chosen_file() {
  const char* chosen = std::getenv("TRANSOM_REGISTRY");
  if (chosen != nullptr && *chosen != '\0') return chosen;
  base::drive_root(u'C');  // makes the folder
  return base::data_folder() + "/registry.db";
}

std::string boot_id() {
  std::ifstream file("/proc/sys/kernel/random/boot_id");
  std::string id;
  std::getline(file, id);
  return id;
}

std::int64_t file_time() {
  constexpr std::int64_t kMillisecondsFrom1601 = 11'644'473'600'000;
  return (base::clock::wall_clock() + kMillisecondsFrom1601) * 10'000;
}

// Upper case, which is what Windows orders names by.
std::u16string folded(std::u16string_view name) {
  std::u16string result(name);
  std::ranges::transform(result, result.begin(), [](char16_t c) {
    return c >= u'a' && c <= u'z' ? static_cast<char16_t>(c - 32)
           : c < 0x80             ? c
                                  : base::fold_case(c);
  });
  return result;
}

}  // namespace

Store& Store::instance() {
  static auto* store = new Store(chosen_file());
  return *store;
}

Store::Store(const std::string& file) : database_(file) {
  if (database_.usable()) prepare();
}

void Store::prepare() {
  Transaction transaction(database_);
  database_.execute(kTables);
  forget_volatile_keys();
  furnish();
  transaction.commit();
}

// Those of earlier boots.
void Store::forget_volatile_keys() {
  const std::string boot = boot_id();
  Query(database_, "DELETE FROM keys WHERE boot IS NOT NULL AND boot <> CAST(? AS TEXT)")
      .with(std::span(reinterpret_cast<const std::uint8_t*>(boot.data()), boot.size()))
      .run();
}

// The keys that programs take for granted.
void Store::furnish() {
  KeyId key = 0;
  bool is_new = false;
  for (const std::u16string& path : usual_keys()) {
    add_path(kTop, path, Lifetime::kStored, u"", key, is_new);
  }
}

void Store::on_change(std::function<void()> listener) {
  std::lock_guard lock(mutex_);
  listener_ = std::move(listener);
}

KeyId Store::root(std::uint32_t predefined) {
  const std::u16string path = root_path(predefined);
  KeyId key = 0;
  std::lock_guard lock(mutex_);
  if (path.empty() || !database_.usable() || walk(kTop, path, key) != ERROR_SUCCESS) return 0;
  return key;
}

LSTATUS Store::write(const std::function<LSTATUS()>& change) {
  LSTATUS result;
  std::function<void()> listener;
  {
    std::lock_guard lock(mutex_);
    listener = listener_;
    if (!database_.usable()) return ERROR_NOT_ENOUGH_MEMORY;
    Transaction transaction(database_);
    if (!transaction.begun()) return ERROR_REGISTRY_IO_FAILED;
    result = change();
    if (result != ERROR_SUCCESS) return result;
    if (!transaction.commit()) return ERROR_REGISTRY_IO_FAILED;
  }
  if (listener) listener();
  return result;
}

LSTATUS Store::read(KeyId key, const std::function<LSTATUS()>& look) {
  std::lock_guard lock(mutex_);
  if (!database_.usable() || !exists(key)) return ERROR_KEY_DELETED;
  return look();
}

bool Store::exists(KeyId key) {
  return Query(database_, "SELECT 1 FROM keys WHERE id = ?").with(key).next();
}

KeyId Store::child(KeyId parent, std::u16string_view name) {
  Query query(database_, "SELECT id FROM keys WHERE parent = ? AND folded = ?");
  return query.with(parent).with(folded(name)).next() ? query.number(0) : 0;
}

LSTATUS Store::walk(KeyId from, std::u16string_view path, KeyId& key) {
  if (!exists(from)) return ERROR_KEY_DELETED;
  key = from;
  for (const std::u16string& name : names_in(path)) {
    key = child(key, name);
    if (key == 0) return ERROR_FILE_NOT_FOUND;
  }
  return ERROR_SUCCESS;
}

KeyId Store::parent_of(KeyId key) {
  Query query(database_, "SELECT parent FROM keys WHERE id = ?");
  return query.with(key).next() ? query.number(0) : 0;
}

bool Store::is_volatile(KeyId key) {
  return Query(database_, "SELECT 1 FROM keys WHERE id = ? AND boot IS NOT NULL").with(key).next();
}

bool Store::has_subkeys(KeyId key) {
  return Query(database_, "SELECT 1 FROM keys WHERE parent = ?").with(key).next();
}

// UNION, not UNION ALL: in a damaged file a key may be above itself.
void Store::note_keys_changed(KeyId key) {
  Query(database_, "UPDATE keys SET own_keys = own_keys + 1, written = ? WHERE id = ?")
      .with(file_time())
      .with(key)
      .run();
  Query(database_,
        "WITH RECURSIVE up(id) AS (VALUES(?) UNION SELECT parent FROM keys JOIN up USING (id)"
        " WHERE parent IS NOT NULL) UPDATE keys SET tree_keys = tree_keys + 1 WHERE id IN up")
      .with(key)
      .run();
}

void Store::note_values_changed(KeyId key) {
  Query(database_, "UPDATE keys SET own_values = own_values + 1, written = ? WHERE id = ?")
      .with(file_time())
      .with(key)
      .run();
  Query(database_,
        "WITH RECURSIVE up(id) AS (VALUES(?) UNION SELECT parent FROM keys JOIN up USING (id)"
        " WHERE parent IS NOT NULL) UPDATE keys SET tree_values = tree_values + 1 WHERE id IN up")
      .with(key)
      .run();
}

LSTATUS Store::add_key(KeyId parent, std::u16string_view name, Lifetime lifetime,
                       std::u16string_view class_name, KeyId& key) {
  if (name.size() > kLongestKeyName) return ERROR_INVALID_PARAMETER;
  const bool is_temporary = lifetime == Lifetime::kVolatile;
  if (!is_temporary && is_volatile(parent)) return ERROR_CHILD_MUST_BE_VOLATILE;
  const std::string boot = boot_id();
  const bool added =
      Query(database_,
            "INSERT INTO keys (parent, name, folded, class, written, boot)"
            " VALUES (?, ?, ?, ?, ?, CASE WHEN ? THEN CAST(? AS TEXT) END)")
          .with(parent)
          .with(name)
          .with(folded(name))
          .with(class_name)
          .with(file_time())
          .with(std::int64_t{is_temporary})
          .with(std::span(reinterpret_cast<const std::uint8_t*>(boot.data()), boot.size()))
          .run();
  if (!added) return ERROR_REGISTRY_IO_FAILED;
  key = database_.last_row();
  note_keys_changed(parent);
  return ERROR_SUCCESS;
}

LSTATUS Store::add_path(KeyId from, std::u16string_view path, Lifetime lifetime,
                        std::u16string_view class_name, KeyId& key, bool& is_new) {
  if (!exists(from)) return ERROR_KEY_DELETED;
  const auto names = names_in(path);
  if (names.size() > kDeepest) return ERROR_INVALID_PARAMETER;
  key = from;
  is_new = false;
  for (const std::u16string& name : names) {
    const KeyId parent = key;
    key = child(parent, name);
    if (key != 0) continue;
    is_new = true;
    // The class is the last one's.
    const std::u16string_view its_class = &name == &names.back() ? class_name : u"";
    const LSTATUS error = add_key(parent, name, lifetime, its_class, key);
    if (error != ERROR_SUCCESS) return error;
  }
  return ERROR_SUCCESS;
}

LSTATUS Store::open(KeyId from, std::u16string_view path, KeyId& key) {
  return read(from, [&] { return walk(from, path, key); });
}

LSTATUS Store::create(KeyId from, std::u16string_view path, Lifetime lifetime,
                      std::u16string_view class_name, KeyId& key, bool& is_new) {
  is_new = false;
  // Most are there: no need to wait for a writer.
  if (open(from, path, key) == ERROR_SUCCESS) return ERROR_SUCCESS;
  return write([&] { return add_path(from, path, lifetime, class_name, key, is_new); });
}

void Store::erase(KeyId key) {
  const KeyId parent = parent_of(key);
  Query(database_, "DELETE FROM keys WHERE id = ?").with(key).run();
  note_keys_changed(parent);
}

LSTATUS Store::remove(KeyId from, std::u16string_view path) {
  return write([&]() -> LSTATUS {
    KeyId key = 0;
    if (const LSTATUS error = walk(from, path, key)) return error;
    if (has_subkeys(key) || parent_of(key) <= kTop) return ERROR_ACCESS_DENIED;
    erase(key);
    return ERROR_SUCCESS;
  });
}

void Store::clear(KeyId key) {
  Query(database_, "DELETE FROM keys WHERE parent = ?").with(key).run();
  Query(database_, "DELETE FROM key_values WHERE key = ?").with(key).run();
  note_keys_changed(key);
  note_values_changed(key);
}

LSTATUS Store::remove_tree(KeyId from, std::u16string_view path) {
  return write([&]() -> LSTATUS {
    KeyId key = 0;
    if (const LSTATUS error = walk(from, path, key)) return error;
    if (key == from) {
      clear(key);
    } else {
      erase(key);
    }
    return ERROR_SUCCESS;
  });
}

LSTATUS Store::rename(KeyId from, std::u16string_view path, std::u16string_view name) {
  return write([&]() -> LSTATUS {
    KeyId key = 0;
    if (const LSTATUS error = walk(from, path, key)) return error;
    const KeyId parent = parent_of(key);
    const KeyId other = child(parent, name);
    if (parent <= kTop || (other != 0 && other != key)) return ERROR_ACCESS_DENIED;
    if (name.size() > kLongestKeyName) return ERROR_INVALID_PARAMETER;
    Query(database_, "UPDATE keys SET name = ?, folded = ? WHERE id = ?")
        .with(name)
        .with(folded(name))
        .with(key)
        .run();
    note_keys_changed(parent);
    return ERROR_SUCCESS;
  });
}

void Store::copy_values(KeyId from, KeyId to) {
  Query(database_,
        "INSERT OR REPLACE INTO key_values (key, name, folded, type, data)"
        " SELECT ?, name, folded, type, data FROM key_values WHERE key = ?")
      .with(to)
      .with(from)
      .run();
  note_values_changed(to);
}

void Store::copy_keys(KeyId from, KeyId to, int depth) {
  copy_values(from, to);
  std::vector<std::pair<KeyId, std::u16string>> children;
  {
    Query query(database_, "SELECT id, name FROM keys WHERE parent = ? ORDER BY folded");
    query.with(from);
    while (query.next()) children.emplace_back(query.number(0), query.text(1));
  }
  for (const auto& [id, name] : children) {
    KeyId copy = child(to, name);
    if (id == to || depth == 0) continue;
    const Lifetime lifetime = is_volatile(to) ? Lifetime::kVolatile : Lifetime::kStored;
    if (copy == 0 && add_key(to, name, lifetime, u"", copy) != ERROR_SUCCESS) continue;
    copy_keys(id, copy, depth - 1);
  }
}

LSTATUS Store::copy_tree(KeyId from, KeyId to) {
  return write([&]() -> LSTATUS {
    if (!exists(from) || !exists(to)) return ERROR_KEY_DELETED;
    // A copy into itself would never end; nor would the way up in a damaged file.
    int depth = 0;
    for (KeyId key = to; key != 0; key = parent_of(key)) {
      if (key == from || ++depth > 2 * kDeepest) return ERROR_INVALID_PARAMETER;
    }
    copy_keys(from, to, kDeepest);
    return ERROR_SUCCESS;
  });
}

LSTATUS Store::get_value(KeyId key, std::u16string_view name, Value& value) {
  return read(key, [&]() -> LSTATUS {
    Query query(database_, "SELECT name, type, data FROM key_values WHERE key = ? AND folded = ?");
    if (!query.with(key).with(folded(name)).next()) return ERROR_FILE_NOT_FOUND;
    value = {query.text(0), static_cast<DWORD>(query.number(1)), query.bytes(2)};
    return ERROR_SUCCESS;
  });
}

LSTATUS Store::set_value(KeyId key, const Value& value) {
  if (value.name.size() > kLongestValueName) return ERROR_INVALID_PARAMETER;
  return write([&]() -> LSTATUS {
    if (!exists(key)) return ERROR_KEY_DELETED;
    // The name keeps the case that it was made with.
    const bool set = Query(database_,
                           "INSERT INTO key_values (key, name, folded, type, data)"
                           " VALUES (?, ?, ?, ?, ?) ON CONFLICT (key, folded)"
                           " DO UPDATE SET type = excluded.type, data = excluded.data")
                         .with(key)
                         .with(value.name)
                         .with(folded(value.name))
                         .with(std::int64_t{value.type})
                         .with(std::span<const std::uint8_t>(value.data))
                         .run();
    if (!set) return ERROR_REGISTRY_IO_FAILED;
    note_values_changed(key);
    return ERROR_SUCCESS;
  });
}

LSTATUS Store::remove_value(KeyId key, std::u16string_view name) {
  return write([&]() -> LSTATUS {
    if (!exists(key)) return ERROR_KEY_DELETED;
    Query(database_, "DELETE FROM key_values WHERE key = ? AND folded = ?")
        .with(key)
        .with(folded(name))
        .run();
    if (database_.changed_rows() == 0) return ERROR_FILE_NOT_FOUND;
    note_values_changed(key);
    return ERROR_SUCCESS;
  });
}

}  // namespace transom::registry
