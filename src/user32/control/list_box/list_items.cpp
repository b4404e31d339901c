#include "user32/control/list_box/list_items.h"

#include <climits>
#include <new>

namespace transom::user {

const ListItem& ListItems::at(int index) const {
  static const ListItem nothing;
  return no_data_ ? nothing : items_[static_cast<std::size_t>(index)];
}

void ListItems::set_data(int index, ULONG_PTR data) {
  if (!no_data_) items_[static_cast<std::size_t>(index)].data = data;
}

void ListItems::set_height(int index, int height) {
  if (!no_data_) items_[static_cast<std::size_t>(index)].height = height;
}

void ListItems::insert(int index, ListItem item) {
  if (count_ == INT_MAX) throw std::bad_alloc();
  if (!no_data_) {
    items_.insert(static_cast<std::size_t>(index), std::move(item));
  } else if (!marks_.empty()) {
    marks_.insert(marks_.begin() + index, false);
  }
  ++count_;
}

void ListItems::erase(int index) {
  select(index, false);
  if (!no_data_) {
    items_.erase(static_cast<std::size_t>(index));
  } else if (!marks_.empty()) {
    marks_.erase(marks_.begin() + index);
  }
  --count_;
}

void ListItems::clear() {
  items_.clear();
  marks_.clear();
  count_ = selected_count_ = 0;
}

void ListItems::set_count(int count) {
  marks_.clear();
  selected_count_ = 0;
  count_ = count;
}

bool ListItems::is_selected(int index) const {
  if (!no_data_) return items_[static_cast<std::size_t>(index)].selected;
  return !marks_.empty() && marks_[static_cast<std::size_t>(index)];
}

bool ListItems::select(int index, bool selected) {
  if (is_selected(index) == selected) return false;
  if (!no_data_) {
    items_[static_cast<std::size_t>(index)].selected = selected;
  } else {
    if (marks_.empty()) marks_.resize(static_cast<std::size_t>(count_));
    marks_[static_cast<std::size_t>(index)] = selected;
  }
  selected_count_ += selected ? 1 : -1;
  return true;
}

}  // namespace transom::user
