// The one step that an edit control takes back. Taking it back is a step of its own, so that the
// next EM_UNDO does it again.
// https://learn.microsoft.com/windows/win32/controls/em-undo
#pragma once

#include <string>

#include "user32/control/edit/lines.h"

namespace transom::user {

// Changes of one kind that follow one another are one step.
enum class UndoKind { kNone, kTyping, kBackspace, kDelete, kOther };

struct UndoRecord {
  UndoKind kind = UndoKind::kNone;
  std::size_t begin = 0;
  std::size_t inserted = 0;  // characters from `begin` that were not there before
  std::u16string removed;    // what was there in their place

  bool empty() const { return kind == UndoKind::kNone; }
  void clear() { *this = {}; }
  void add(UndoKind kind_of_change, const TextChange& change, std::u16string taken);
};

}  // namespace transom::user
