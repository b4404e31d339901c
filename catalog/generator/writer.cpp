#include "writer.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "layout.h"
#include "rules.h"

namespace transom::catalog::generator {
namespace {

template <class Enumeration>
int number(Enumeration value) {
  return static_cast<int>(value);
}

// All strings once, one after another.
class Pool {
 public:
  std::string add(const std::string& text) {
    const auto [at, fresh] = offsets_.try_emplace(text, bytes_.size());
    if (fresh) bytes_ += text;
    return "{" + std::to_string(at->second) + "," + std::to_string(text.size()) + "}";
  }
  void write(std::ostream& out) const {
    out << "const char pool[] =";
    for (std::size_t at = 0; at < bytes_.size(); at += 80) {
      out << "\n  \"" << escaped(bytes_.substr(at, 80)) << "\"";
    }
    out << ";\n";
  }

 private:
  static std::string escaped(const std::string& text) {
    std::string result;
    for (const char character : text) {
      if (character == '"' || character == '\\' || character == '?') result += '\\';
      result += character;
    }
    return result;
  }

  std::map<std::string, std::size_t> offsets_;
  std::string bytes_;
};

class Writer {
 public:
  explicit Writer(const CatalogData& data) : data_(data) {}

  std::string write() {
    write_messages();
    write_values();
    write_structures();
    write_indexes();
    write_rules();
    std::ostringstream out;
    out << "// Generated from the data in catalog/; do not edit.\n"
           "#include \"catalog/table.h\"\n\n"
           "namespace transom::catalog::detail {\n\n";
    pool_.write(out);
    out << "const Field fields[] = {\n" << fields_.str() << "};\n";
    out << "const Text handle_types[] = {\n" << handle_text_.str() << "};\n";
    out << body_.str() << "\n}  // namespace transom::catalog::detail\n";
    return out.str();
  }

 private:
  int argument_of(const FieldData& field) {
    switch (field.kind) {
      case Kind::kEnum:
      case Kind::kFlags:
        return index_of(data_.groups, &GroupData::name, field.argument);
      case Kind::kWindow:
        // One more than the group, so that 0 is none.
        return field.argument.empty()
                   ? 0
                   : index_of(data_.groups, &GroupData::name, field.argument) + 1;
      case Kind::kStructure:
        return index_of(data_.structures, &StructureData::name, field.argument);
      case Kind::kBuffer:
        return number(field.argument == "first_word" ? BufferRule::kFirstWord
                                                     : BufferRule::kWparam);
      case Kind::kArray:
        return number(field.argument == "int" ? Kind::kInt : Kind::kUint);
      case Kind::kHandle:
        return handle_index(field.argument);
      default:
        return 0;
    }
  }

  template <class Item>
  static int index_of(const std::vector<Item>& items, std::string Item::*member,
                      const std::string& name) {
    return static_cast<int>(std::ranges::find(items, name, member) - items.begin());
  }

  int handle_index(const std::string& type) {
    const auto [at, fresh] = handles_.try_emplace(type, static_cast<int>(handles_.size()));
    if (fresh) handle_text_ << pool_.add(type) << ",\n";
    return at->second;
  }

  void add_field(const FieldData& field, unsigned offset) {
    fields_ << "{" << field.first_bit << "," << field.bit_count << ",Kind(" << number(field.kind)
            << "),Direction(" << number(field.direction) << ")," << argument_of(field) << ","
            << offset << "," << pool_.add(field.name) << "},\n";
    ++field_count_;
  }

  std::string parameter(const ParameterData& parameter) {
    const int first = field_count_;
    for (const FieldData& field : parameter.fields) add_field(field, 0);
    return "{" + std::to_string(first) + "," + std::to_string(parameter.fields.size()) + "," +
           pool_.add(parameter.note) + "}";
  }

  void write_messages() {
    body_ << "const Message messages[] = {\n";
    for (const MessageData& m : data_.messages) {
      body_ << "{" << m.number << "u,Route(" << number(m.route) << "),Maker(" << number(m.maker)
            << ")," << m.notification << "," << !m.comes_about.empty();
      for (const std::string* text : {&m.name, &m.family, &m.window_class, &m.summary,
                                      &m.default_action, &m.page, &m.comes_about}) {
        body_ << "," << pool_.add(*text);
      }
      for (const auto* p : {&m.wparam, &m.lparam, &m.result}) body_ << "," << parameter(*p);
      body_ << "},\n";
    }
    body_ << "};\nconst std::uint16_t message_count = " << data_.messages.size() << ";\n";
  }

  void write_values() {
    std::ostringstream groups;
    std::size_t first = 0;
    body_ << "const NamedValue values[] = {\n";
    for (const GroupData& group : data_.groups) {
      for (const ValueData& value : group.values) {
        body_ << "{" << value.value << "," << pool_.add(value.name) << "},\n";
      }
      groups << "{" << group.flags << "," << first << "," << group.values.size() << ","
             << pool_.add(group.name) << "},\n";
      first += group.values.size();
    }
    body_ << "};\nconst Group groups[] = {\n" << groups.str() << "};\n";
  }

  void write_structures() {
    body_ << "const Structure structures[] = {\n";
    for (const StructureData& structure : data_.structures) {
      const Layout layout = layout_of(data_, structure);
      const int first = field_count_;
      for (std::size_t i = 0; i < structure.members.size(); ++i) {
        FieldData member = structure.members[i];
        member.bit_count = static_cast<int>(std::min(layout.sizes[i] * 8, 64u));
        add_field(member, layout.offsets[i]);
      }
      body_ << "{" << layout.size << "," << layout.has_pointers << "," << first << ","
            << structure.members.size() << "," << pool_.add(structure.name) << "},\n";
    }
    body_ << "};\n";
  }

  static bool is_marker(const MessageData& message) { return message.route == Route::kMarker; }

  void write_list(const std::string& name, const std::vector<int>& list) {
    body_ << "const std::uint16_t " << name << "[] = {";
    for (std::size_t i = 0; i < list.size(); ++i) body_ << (i % 20 ? "" : "\n") << list[i] << ",";
    body_ << "};\n";
  }

  template <class Filter, class Order>
  std::vector<int> sorted(Filter filter, Order order) {
    std::vector<int> list;
    for (std::size_t i = 0; i < data_.messages.size(); ++i) {
      if (filter(data_.messages[i])) list.push_back(static_cast<int>(i));
    }
    std::ranges::stable_sort(list, {}, [&](int i) -> decltype(auto) {
      return order(data_.messages[static_cast<std::size_t>(i)]);
    });
    return list;
  }

  void write_indexes() {
    std::vector<int> low(kUser, 0);
    for (std::size_t i = 0; i < data_.messages.size(); ++i) {
      const MessageData& message = data_.messages[i];
      if (message.notification || is_marker(message) || message.number >= kUser) continue;
      if (low[message.number] == 0) low[message.number] = static_cast<int>(i) + 1;
    }
    write_list("by_low_number", low);
    const auto by_number = [](const MessageData& m) { return m.number; };
    const auto high =
        sorted([](const auto& m) { return !m.notification && !is_marker(m) && m.number >= kUser; },
               by_number);
    write_list("by_high_number", high);
    const auto codes = sorted([](const auto& m) { return m.notification; }, by_number);
    write_list("by_code", codes);
    write_list("by_name", sorted([](const auto&) { return true; },
                                 [](const auto& m) -> const std::string& { return m.name; }));
    body_ << "const std::uint16_t high_count = " << high.size()
          << ";\nconst std::uint16_t code_count = " << codes.size() << ";\n";
  }

  void write_rules() {
    std::vector<int> text(kUser, 0), copy(kUser, 0);
    for (const MessageData& message : data_.messages) {
      if (message.notification || is_marker(message) || message.number >= kUser) continue;
      text[message.number] = number(text_rule_of(message));
      copy[message.number] = number(copy_rule_of(data_, message));
    }
    body_ << "const TextRule text_rules[kUser] = {";
    for (const int rule : text) body_ << "TextRule(" << rule << "),";
    body_ << "};\nconst CopyRule copy_rules[kUser] = {";
    for (const int rule : copy) body_ << "CopyRule(" << rule << "),";
    body_ << "};\n";
  }

  const CatalogData& data_;
  Pool pool_;
  std::ostringstream fields_;
  std::ostringstream body_;
  std::ostringstream handle_text_;
  std::map<std::string, int> handles_;
  int field_count_ = 0;
};

void check_value(std::ostream& out, const std::string& name, std::int64_t value) {
  out << "#ifdef " << name << "\nstatic_assert(static_cast<std::uint32_t>(" << name << ") == 0x"
      << std::hex << static_cast<std::uint32_t>(value) << std::dec << "u);\n#endif\n";
}

void check_structure(std::ostream& out, const CatalogData& data, const StructureData& structure) {
  const Layout layout = layout_of(data, structure);
  const std::string& name = structure.header_name;
  out << "static_assert(sizeof(" << name << ") == " << layout.size << ");\n";
  for (std::size_t i = 0; i < structure.members.size(); ++i) {
    const std::string& member = structure.members[i].name;
    out << "static_assert(offsetof(" << name << ", " << member << ") == " << layout.offsets[i]
        << ");\n";
  }
}

}  // namespace

std::string write_table(const CatalogData& data) {
  return Writer(data).write();
}

std::string write_check(const CatalogData& data) {
  std::ostringstream out;
  out << "// Generated from the data in catalog/; do not edit.\n"
         "#include \"catalog/windows_headers.h\"\n\n";
  for (const MessageData& message : data.messages) {
    if (message.route != Route::kMarker) {
      check_value(out, message.name, static_cast<std::int32_t>(message.number));
    }
  }
  for (const GroupData& group : data.groups) {
    if (group.name == "HWND") continue;  // pointers are no constants
    for (const ValueData& value : group.values) check_value(out, value.name, value.value);
  }
  for (const StructureData& structure : data.structures) check_structure(out, data, structure);
  return out.str();
}

}  // namespace transom::catalog::generator
