// What the store tells of a key: its subkeys and values one by one, its sizes, its changes.
#include "advapi32/registry/store.h"

namespace transom::registry {

LSTATUS Store::subkey(KeyId key, DWORD index, KeyFacts& facts) {
  return read(key, [&]() -> LSTATUS {
    Query query(database_,
                "SELECT name, class, written FROM keys WHERE parent = ?"
                " ORDER BY folded LIMIT 1 OFFSET ?");
    if (!query.with(key).with(std::int64_t{index}).next()) return ERROR_NO_MORE_ITEMS;
    facts.name = query.text(0);
    facts.class_name = query.text(1);
    facts.written = static_cast<std::uint64_t>(query.number(2));
    return ERROR_SUCCESS;
  });
}

LSTATUS Store::value(KeyId key, DWORD index, Value& value) {
  return read(key, [&]() -> LSTATUS {
    Query query(database_,
                "SELECT name, type, data FROM key_values WHERE key = ?"
                " ORDER BY folded LIMIT 1 OFFSET ?");
    if (!query.with(key).with(std::int64_t{index}).next()) return ERROR_NO_MORE_ITEMS;
    value = {query.text(0), static_cast<DWORD>(query.number(1)), query.bytes(2)};
    return ERROR_SUCCESS;
  });
}

LSTATUS Store::facts(KeyId key, KeyFacts& facts) {
  return read(key, [&]() -> LSTATUS {
    Query own(database_, "SELECT name, class, written FROM keys WHERE id = ?");
    if (!own.with(key).next()) return ERROR_KEY_DELETED;
    facts.name = own.text(0);
    facts.class_name = own.text(1);
    facts.written = static_cast<std::uint64_t>(own.number(2));
    Query keys(database_,
               "SELECT count(*), max(length(name)), max(length(class)) FROM keys WHERE parent = ?");
    keys.with(key).next();
    facts.subkeys = static_cast<DWORD>(keys.number(0));
    facts.longest_subkey = static_cast<DWORD>(keys.number(1) / 2);
    facts.longest_class = static_cast<DWORD>(keys.number(2) / 2);
    Query values(database_,
                 "SELECT count(*), max(length(name)), max(length(data)) FROM key_values"
                 " WHERE key = ?");
    values.with(key).next();
    facts.values = static_cast<DWORD>(values.number(0));
    facts.longest_value_name = static_cast<DWORD>(values.number(1) / 2);
    facts.longest_data = static_cast<DWORD>(values.number(2));
    return ERROR_SUCCESS;
  });
}

bool Store::changes(KeyId key, KeyChanges& changes) {
  std::lock_guard lock(mutex_);
  if (!database_.usable()) return false;
  Query query(database_,
              "SELECT own_keys, own_values, tree_keys, tree_values FROM keys WHERE id = ?");
  if (!query.with(key).next()) return false;
  changes = {query.number(0), query.number(1), query.number(2), query.number(3)};
  return true;
}

}  // namespace transom::registry
