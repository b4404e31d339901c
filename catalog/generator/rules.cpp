#include "rules.h"

#include <algorithm>

#include "layout.h"

namespace transom::catalog::generator {
namespace {

const FieldData* only_field(const ParameterData& parameter) {
  return parameter.fields.size() == 1 ? &parameter.fields[0] : nullptr;
}

bool has_kind(const ParameterData& parameter, Kind kind) {
  return std::ranges::any_of(parameter.fields, [kind](auto& field) { return field.kind == kind; });
}

bool is_pointer(const FieldData* field) {
  return field && (field->direction != Direction::kValue || field->kind == Kind::kPointer);
}

TextRule pointed_text(const FieldData& field) {
  const bool out = field.direction == Direction::kOut;
  switch (field.kind) {
    case Kind::kText:
      return TextRule::kIn;
    case Kind::kString:
      return out ? TextRule::kOutString : TextRule::kInString;
    case Kind::kBuffer:
      return field.argument == "first_word" ? TextRule::kOutFirstWord : TextRule::kOutWparam;
    case Kind::kStructure:
      if (field.argument == "CREATESTRUCT") return TextRule::kCreate;
      if (field.argument == "MDICREATESTRUCT") return TextRule::kMdiCreate;
      return TextRule::kNone;
    default:
      return TextRule::kNone;
  }
}

CopyRule pointed_copy(const CatalogData& data, const FieldData& field) {
  if (field.kind == Kind::kArray) return CopyRule::kArray;
  if (field.kind != Kind::kStructure) {
    return field.direction == Direction::kOut && field.kind != Kind::kPointer
               ? CopyRule::kOutNumbers
               : CopyRule::kRefuse;
  }
  if (field.argument == "COPYDATASTRUCT") return CopyRule::kCopyData;
  const auto structure = std::ranges::find(data.structures, field.argument, &StructureData::name);
  return layout_of(data, *structure).has_pointers ? CopyRule::kRefuse : CopyRule::kStructure;
}

}  // namespace

TextRule text_rule_of(const MessageData& message) {
  if (const FieldData* field = only_field(message.lparam); is_pointer(field)) {
    if (const TextRule rule = pointed_text(*field); rule != TextRule::kNone) return rule;
  }
  if (has_kind(message.wparam, Kind::kCharacter)) return TextRule::kCharacter;
  return has_kind(message.result, Kind::kLength) ? TextRule::kLength : TextRule::kNone;
}

CopyRule copy_rule_of(const CatalogData& data, const MessageData& message) {
  const FieldData* lparam = only_field(message.lparam);
  const FieldData* wparam = only_field(message.wparam);
  if (is_pointer(lparam)) {
    const TextRule text = pointed_text(*lparam);
    const bool plain =
        text != TextRule::kNone && text != TextRule::kCreate && text != TextRule::kMdiCreate;
    return plain ? CopyRule::kText : pointed_copy(data, *lparam);
  }
  return is_pointer(wparam) ? pointed_copy(data, *wparam) : CopyRule::kNumbers;
}

}  // namespace transom::catalog::generator
