#include "user32/window/tree.h"

#include "user32/lock.h"

namespace transom::user {

void link_window(Window& window, Window& parent, Window* after) {
  window.parent = &parent;
  window.previous = after;
  window.next = after != nullptr ? after->next : parent.first_child;
  (window.previous != nullptr ? window.previous->next : parent.first_child) = &window;
  (window.next != nullptr ? window.next->previous : parent.last_child) = &window;
}

void unlink_window(Window& window) {
  if (window.parent == nullptr) return;
  (window.previous != nullptr ? window.previous->next : window.parent->first_child) = window.next;
  (window.next != nullptr ? window.next->previous : window.parent->last_child) = window.previous;
  window.parent = window.next = window.previous = nullptr;
}

bool is_desktop(const Window& window) {
  return &window == &desktop_window();
}

bool is_visible(const Window& window) {
  const Window* each = &window;
  for (; each->parent != nullptr; each = each->parent) {
    if (!each->is_visible_itself()) return false;
  }
  // What is not on the desktop cannot be seen: message-only windows.
  return is_desktop(*each);
}

bool is_descendant(const Window& window, const Window& ancestor) {
  for (const Window* each = window.parent; each != nullptr; each = each->parent) {
    if (each == &ancestor) return true;
  }
  return false;
}

Window& top_level_of(Window& window) {
  Window* each = &window;
  while (each->parent != nullptr && each->parent->parent != nullptr) each = each->parent;
  return *each;
}

namespace {

POINT parent_origin(const Window& window) {
  POINT origin{};
  for (const Window* each = window.parent; each != nullptr && each->parent != nullptr;
       each = each->parent) {
    origin.x += each->client_rect.left;
    origin.y += each->client_rect.top;
  }
  return origin;
}

RECT moved(const RECT& rect, POINT by) {
  return {rect.left + by.x, rect.top + by.y, rect.right + by.x, rect.bottom + by.y};
}

}  // namespace

POINT client_origin(const Window& window) {
  // The desktop's client area is the screen, whose origin is the primary monitor's.
  if (window.parent == nullptr) return {0, 0};
  const POINT origin = parent_origin(window);
  return {origin.x + window.client_rect.left, origin.y + window.client_rect.top};
}

RECT screen_rect(const Window& window) {
  return moved(window.rect, parent_origin(window));
}

RECT screen_client_rect(const Window& window) {
  return moved(window.client_rect, parent_origin(window));
}

std::vector<HWND> child_handles(const Window& window) {
  UserLock lock;
  std::vector<HWND> handles;
  for (const Window* child = window.first_child; child != nullptr; child = child->next) {
    handles.push_back(child->handle);
  }
  return handles;
}

}  // namespace transom::user
