// Which items of a list view are selected and focused.
#include <algorithm>

#include "comctl32/list_view/list_view.h"

namespace transom::comctl {

// False: the parent refused, or the control or the item is gone.
bool ListView::set_state(int item, UINT state, UINT mask) {
  if (!has(item)) return false;
  const UINT before = state_of(item);
  const UINT now = (before & ~mask) | (state & mask);
  if (now == before) return true;
  if (!owner_data() && tell_list(LVN_ITEMCHANGING, item, now, before) != 0) return false;
  if (!alive() || !has(item)) return false;
  state_of(item) = now;
  if ((now & ~before & LVIS_FOCUSED) != 0) {
    const int old_focus = std::exchange(focused_item, item);
    if (old_focus != item && has(old_focus)) {
      state_of(old_focus) &= ~UINT{LVIS_FOCUSED};
      redraw_item(old_focus);
    }
  } else if ((before & ~now & LVIS_FOCUSED) != 0 && focused_item == item) {
    focused_item = -1;
  }
  if (alive()) redraw_item(item);
  if (alive()) tell_list(LVN_ITEMCHANGED, item, now, before);
  return alive();
}

void ListView::select_only(int item) {
  for (int each = 0; alive() && each < count(); ++each) {
    if (each != item && (state_of(each) & LVIS_SELECTED) != 0) set_state(each, 0, LVIS_SELECTED);
  }
  if (alive() && has(item)) set_state(item, LVIS_SELECTED, LVIS_SELECTED);
}

void ListView::select_range(int from, int to) {
  const int first = std::min(from, to);
  const int last = std::max(from, to);
  for (int each = 0; alive() && each < count(); ++each) {
    const bool inside = each >= first && each <= last;
    set_state(each, inside ? UINT{LVIS_SELECTED} : 0, LVIS_SELECTED);
  }
}

void ListView::focus_on(int item) {
  if (!set_state(item, LVIS_FOCUSED, LVIS_FOCUSED)) return;
  ensure_visible(item);
}

int ListView::next_selected(int after) const {
  auto& self = const_cast<ListView&>(*this);
  for (int each = after + 1; each < count(); ++each) {
    if ((self.state_of(each) & LVIS_SELECTED) != 0) return each;
  }
  return -1;
}

int ListView::selected_count() const {
  int all = 0;
  for (int each = next_selected(-1); each >= 0; each = next_selected(each)) ++all;
  return all;
}

}  // namespace transom::comctl
