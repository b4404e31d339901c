#include "advapi32/registry/database.h"

#include <algorithm>
#include <cstring>

namespace transom::registry {
namespace {

constexpr int kPatience = 20'000;  // milliseconds to wait for other processes

// Text is kept with its high bytes first, so that comparing bytes compares characters, and any
// sequence of UTF-16 units, well-formed or not, comes back as it was.
Bytes to_bytes(std::u16string_view text) {
  Bytes bytes;
  bytes.reserve(text.size() * 2);
  for (const char16_t c : text) {
    bytes += static_cast<std::uint8_t>(c >> 8);
    bytes += static_cast<std::uint8_t>(c & 0xFF);
  }
  return bytes;
}

}  // namespace

Query::Query(Database& database, const char* text) {
  sqlite3_stmt*& prepared = database.statements_[text];
  if (prepared == nullptr) {
    TRANSOM_SQLITE(sqlite3_prepare_v2)(database.connection_, text, -1, &prepared, nullptr);
  }
  statement_ = prepared;
}

Query::~Query() {
  // None could be made of a damaged file, and null is an error to sqlite3_clear_bindings alone.
  if (statement_ == nullptr) return;
  TRANSOM_SQLITE(sqlite3_reset)(statement_);
  TRANSOM_SQLITE(sqlite3_clear_bindings)(statement_);
}

Query& Query::with(std::int64_t number) {
  TRANSOM_SQLITE(sqlite3_bind_int64)(statement_, ++argument_, number);
  return *this;
}

Query& Query::with(std::u16string_view text) {
  return with(std::span<const std::uint8_t>(to_bytes(text)));
}

Query& Query::with(std::span<const std::uint8_t> bytes) {
  // A null pointer would bind NULL in the place of an empty blob.
  const void* data = bytes.empty() ? "" : static_cast<const void*>(bytes.data());
  TRANSOM_SQLITE(sqlite3_bind_blob64)
  (statement_, ++argument_, data, bytes.size(), SQLITE_TRANSIENT);
  return *this;
}

bool Query::next() {
  state_ = TRANSOM_SQLITE(sqlite3_step)(statement_);
  return state_ == SQLITE_ROW;
}

bool Query::run() {
  while (next()) {
  }
  return state_ == SQLITE_DONE;
}

std::int64_t Query::number(int column) const {
  return TRANSOM_SQLITE(sqlite3_column_int64)(statement_, column);
}

Bytes Query::bytes(int column) const {
  const auto* data =
      static_cast<const std::uint8_t*>(TRANSOM_SQLITE(sqlite3_column_blob)(statement_, column));
  const int size = TRANSOM_SQLITE(sqlite3_column_bytes)(statement_, column);
  return data != nullptr ? Bytes(data, static_cast<std::size_t>(size)) : Bytes();
}

std::u16string Query::text(int column) const {
  const Bytes stored = bytes(column);
  std::u16string text(stored.size() / 2, u'\0');
  for (std::size_t i = 0; i < text.size(); ++i) {
    text[i] = static_cast<char16_t>(stored[2 * i] << 8 | stored[2 * i + 1]);
  }
  return text;
}

Database::Database(const std::string& path) {
  if (TRANSOM_SQLITE(sqlite3_open_v2) == nullptr) return;
  if (!open(path)) open(":memory:");
}

Database::~Database() {
  if (usable()) close();
}

bool Database::open(const std::string& path) {
  constexpr int kFlags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX;
  path_ = path;
  if (TRANSOM_SQLITE(sqlite3_open_v2)(path.c_str(), &connection_, kFlags, nullptr) == SQLITE_OK) {
    TRANSOM_SQLITE(sqlite3_busy_timeout)(connection_, kPatience);
    // The first write finds out whether the file can be written and is a database.
    if (execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
                "PRAGMA recursive_triggers=ON;"
                "BEGIN IMMEDIATE; COMMIT")) {
      return true;
    }
  }
  close();
  return false;
}

void Database::close() {
  for (const auto& [text, statement] : statements_) TRANSOM_SQLITE(sqlite3_finalize)(statement);
  statements_.clear();
  TRANSOM_SQLITE(sqlite3_close_v2)(connection_);
  connection_ = nullptr;
}

bool Database::execute(const char* statements) {
  return TRANSOM_SQLITE(sqlite3_exec)(connection_, statements, nullptr, nullptr, nullptr) ==
         SQLITE_OK;
}

std::int64_t Database::last_row() const {
  return TRANSOM_SQLITE(sqlite3_last_insert_rowid)(connection_);
}

int Database::changed_rows() const {
  return TRANSOM_SQLITE(sqlite3_changes)(connection_);
}

Transaction::Transaction(Database& database)
    : database_(database), begun_(database.execute("BEGIN IMMEDIATE")) {}

Transaction::~Transaction() {
  if (begun_) database_.execute("ROLLBACK");
}

bool Transaction::commit() {
  if (!begun_ || !database_.execute("COMMIT")) return false;
  begun_ = false;
  return true;
}

}  // namespace transom::registry
