// What a list box holds: its items and which of them are selected.
//
// A list without data (LBS_NODATA) knows only how many items there are, and in multiple selection
// one bit each.
#pragma once

#include <string>
#include <vector>

#include "base/win32.h"
#include "user32/control/list_box/item_sequence.h"

namespace transom::user {

struct ListItem {
  std::u16string text;
  ULONG_PTR data = 0;
  int height = 0;  // LBS_OWNERDRAWVARIABLE
  bool selected = false;
};

class ListItems {
 public:
  void set_no_data() { no_data_ = true; }

  int count() const { return count_; }
  bool has(int index) const { return index >= 0 && index < count_; }

  const ListItem& at(int index) const;
  void set_data(int index, ULONG_PTR data);
  void set_height(int index, int height);

  // Throws std::bad_alloc (std::length_error) where there is no more room.
  void insert(int index, ListItem item);
  void erase(int index);
  void clear();
  // Without data alone: all selection goes.
  void set_count(int count);

  // Of multiple selection; a single selection is the list box's own.
  bool is_selected(int index) const;
  // Whether that was a change.
  bool select(int index, bool selected);
  int selected_count() const { return selected_count_; }

 private:
  bool no_data_ = false;
  int count_ = 0;
  int selected_count_ = 0;
  ItemSequence<ListItem> items_;
  std::vector<bool> marks_;  // without data, from the first selection on
};

}  // namespace transom::user
