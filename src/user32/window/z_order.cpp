#include "user32/window/z_order.h"

#include "user32/window/tree.h"

namespace transom::user {
namespace {

bool is_topmost(const Window& window) {
  return (window.ex_style & WS_EX_TOPMOST) != 0;
}

void set_topmost(Window& window, bool topmost) {
  if (topmost) {
    window.ex_style |= WS_EX_TOPMOST;
  } else {
    window.ex_style &= ~static_cast<DWORD>(WS_EX_TOPMOST);
  }
}

bool is_top_level(const Window& window) {
  return window.parent != nullptr && window.parent->parent == nullptr;
}

bool is_special(HWND after) {
  return after == HWND_TOP || after == HWND_BOTTOM || after == HWND_TOPMOST ||
         after == HWND_NOTOPMOST;
}

// The lowest of the topmost windows other than `window`; null where there is none.
Window* last_topmost(const Window& parent, const Window& window) {
  Window* last = nullptr;
  for (Window* each = parent.first_child; each != nullptr; each = each->next) {
    if (each == &window) continue;
    if (!is_topmost(*each)) break;
    last = each;
  }
  return last;
}

Window* last_other(const Window& parent, const Window& window) {
  return parent.last_child == &window ? window.previous : parent.last_child;
}

bool will_be_topmost(const Window& window, HWND after) {
  if (!is_top_level(window)) return is_topmost(window);
  if (after == HWND_TOPMOST) return true;
  if (after == HWND_NOTOPMOST || after == HWND_BOTTOM) return false;
  // "A topmost window ceases to be topmost if it is repositioned after any non-topmost window."
  const Window* sibling = is_special(after) ? nullptr : find_window_locked(after);
  return is_topmost(window) && (sibling == nullptr || is_topmost(*sibling));
}

// Behind whom the window comes.
Window* place_of(const Window& window, HWND after, bool topmost) {
  const Window& parent = *window.parent;
  if (!is_top_level(window)) {
    if (after == HWND_BOTTOM) return last_other(parent, window);
    return is_special(after) ? nullptr : find_window_locked(after);
  }
  if (after == HWND_BOTTOM) return last_other(parent, window);
  if (is_special(after)) return topmost ? nullptr : last_topmost(parent, window);
  Window* sibling = find_window_locked(after);
  // Among the topmost only topmost ones, and the other way round.
  if (!topmost && sibling != nullptr && is_topmost(*sibling)) return last_topmost(parent, window);
  if (topmost && sibling != nullptr && !is_topmost(*sibling)) return last_topmost(parent, window);
  return sibling;
}

// Windows owned by `owner` that lie below it, topmost first.
std::vector<Window*> owned_below(const Window& owner) {
  std::vector<Window*> found;
  if (owner.owned_windows == 0) return found;
  for (Window* each = owner.next; each != nullptr; each = each->next) {
    if (each->owner == &owner) found.push_back(each);
  }
  return found;
}

void lift_owned(Window& owner, std::vector<HWND>& lifted) {
  for (Window* owned : owned_below(owner)) {
    Window& parent = *owner.parent;
    set_topmost(*owned, is_topmost(*owned) || is_topmost(owner));
    unlink_window(*owned);
    link_window(*owned, parent, owner.previous);
    lifted.push_back(owned->handle);
    lift_owned(*owned, lifted);
  }
}

// An owner that would cover its window goes right behind it, with what else it owns above it.
void sink_owner(Window& window, std::vector<HWND>& lifted) {
  Window* owner = window.owner;
  if (owner == nullptr || owner->parent != window.parent) return;
  bool above = false;
  for (const Window* each = window.previous; each != nullptr; each = each->previous) {
    above = above || each == owner;
  }
  if (!above) return;
  Window& parent = *window.parent;
  unlink_window(*owner);
  link_window(*owner, parent, &window);
  lift_owned(*owner, lifted);
  sink_owner(*owner, lifted);
}

}  // namespace

bool is_valid_insert_after(const Window& window, HWND after) {
  if (is_special(after)) return true;
  const Window* sibling = find_window_locked(after);
  return sibling != nullptr && sibling->parent == window.parent;
}

HWND top_of_group(const Window& window, HWND after) {
  if (is_special(after) && after != HWND_BOTTOM) return after;
  const bool ceases = is_topmost(window) && !will_be_topmost(window, after);
  return ceases ? HWND_NOTOPMOST : HWND_TOP;
}

bool is_in_place(const Window& window, HWND after) {
  if (window.parent == nullptr || after == window.handle) return true;
  const bool topmost = will_be_topmost(window, after);
  if (topmost != is_topmost(window)) return false;
  // "Not topmost" leaves a window that is not where it is.
  if (after == HWND_NOTOPMOST) return true;
  const Window* place = place_of(window, after, topmost);
  if (place == &window || place == window.previous) return true;
  // Its own owned windows above it do not count: they would be above it again.
  const Window* above = window.previous;
  while (above != nullptr && above->owner == &window && above != place) above = above->previous;
  return above == place;
}

std::vector<HWND> insert_in_z_order(Window& window, HWND after) {
  std::vector<HWND> lifted;
  if (window.parent == nullptr || after == window.handle) return lifted;
  Window& parent = *window.parent;
  const bool topmost = will_be_topmost(window, after);
  Window* place = place_of(window, after, topmost);
  if (is_top_level(window)) set_topmost(window, topmost);
  if (place == &window) place = window.previous;
  unlink_window(window);
  link_window(window, parent, place);
  if (window.owned_windows > 0) lift_owned(window, lifted);
  sink_owner(window, lifted);
  return lifted;
}

}  // namespace transom::user
