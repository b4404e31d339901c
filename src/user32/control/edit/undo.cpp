#include "user32/control/edit/undo.h"

#include <utility>

namespace transom::user {
namespace {

bool continues(const UndoRecord& record, UndoKind kind, const TextChange& change) {
  if (record.kind != kind) return false;
  switch (kind) {
    case UndoKind::kTyping:
      return change.removed == 0 && change.begin == record.begin + record.inserted;
    case UndoKind::kBackspace:
      return change.begin + change.removed == record.begin;
    case UndoKind::kDelete:
      return change.begin == record.begin;
    default:
      return false;
  }
}

}  // namespace

void UndoRecord::add(UndoKind kind_of_change, const TextChange& change, std::u16string taken) {
  if (!continues(*this, kind_of_change, change)) {
    *this = {kind_of_change, change.begin, change.inserted, std::move(taken)};
    return;
  }
  inserted += change.inserted;
  if (kind == UndoKind::kBackspace) {
    begin = change.begin;
    removed.insert(0, taken);
  } else {
    removed += taken;
  }
}

}  // namespace transom::user
