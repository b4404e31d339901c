// The catalogue as the generator reads it, before it becomes a table.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "catalog/catalog.h"

namespace transom::catalog::generator {

struct Place {
  std::string file;
  int line = 0;
  int column = 0;
};

// Bad data: where, and what is wrong with it. what() reads "file:line:column: error: ...".
struct DataError : std::runtime_error {
  DataError(const Place& place, const std::string& text)
      : std::runtime_error(place.file + ":" + std::to_string(place.line) + ":" +
                           std::to_string(place.column) + ": error: " + text),
        place(place) {}
  Place place;
};

struct FieldData {
  int first_bit = 0;
  int bit_count = 64;
  Kind kind = Kind::kNone;
  Direction direction = Direction::kValue;
  std::string argument;  // as written; resolved when everything is read
  std::string name;
  Place place;
};

struct ParameterData {
  std::vector<FieldData> fields;
  std::string note;
};

struct MessageData {
  Place place;
  std::uint32_t number = 0;
  Route route = Route::kSent;
  Maker maker = Maker::kSystem;
  bool notification = false;
  std::string name, family, window_class, summary, default_action, page, comes_about;
  ParameterData wparam, lparam, result;
};

struct ValueData {
  std::string name;
  std::int64_t value = 0;
};

struct GroupData {
  Place place;
  bool flags = false;
  std::string name;
  std::vector<ValueData> values;
};

struct StructureData {
  Place place;
  std::string name;
  std::string header_name;  // what the w32api headers call it
  std::vector<FieldData> members;
};

struct CatalogData {
  std::vector<MessageData> messages;
  std::vector<GroupData> groups;
  std::vector<StructureData> structures;
};

}  // namespace transom::catalog::generator
