// The registry's file: SQLite, with statements that are prepared once.
//
// One connection a process; the caller holds the store's lock. Other processes read and write at
// the same time: every change is a transaction that takes the write lock at its start and waits for
// others to be done.
// https://www.sqlite.org/wal.html
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/sqlite_library.h"

namespace transom::registry {

using Bytes = std::basic_string<std::uint8_t>;

class Database;

// A prepared statement with its arguments; used again once it goes.
class Query {
 public:
  Query(Database& database, const char* text);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  // Arguments in order.
  Query& with(std::int64_t number);
  Query& with(std::u16string_view text);
  Query& with(std::span<const std::uint8_t> bytes);

  // False: no more rows, or an error.
  bool next();
  // Runs to the end. False: an error.
  bool run();

  std::int64_t number(int column) const;
  std::u16string text(int column) const;
  Bytes bytes(int column) const;

 private:
  sqlite3_stmt* statement_;
  int argument_ = 0;
  int state_ = 0;
};

class Database {
 public:
  // A path, or ":memory:". Where the file cannot be used, memory takes its place.
  explicit Database(const std::string& path);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  bool usable() const { return connection_ != nullptr; }
  const std::string& path() const { return path_; }
  bool execute(const char* statements);
  std::int64_t last_row() const;
  int changed_rows() const;

 private:
  friend class Query;
  bool open(const std::string& path);
  void close();

  sqlite3* connection_ = nullptr;
  std::string path_;
  std::unordered_map<const char*, sqlite3_stmt*> statements_;  // by the literal's address
};

// Undone unless commit() is called.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // False: the registry cannot be written.
  bool begun() const { return begun_; }
  bool commit();

 private:
  Database& database_;
  bool begun_;
};

}  // namespace transom::registry
