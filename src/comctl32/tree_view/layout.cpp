// Where a tree view's items are.
#include <algorithm>
#include <utility>

#include "comctl32/image_list/image_list.h"
#include "comctl32/scrolling.h"
#include "comctl32/tree_view/tree_view.h"

namespace transom::comctl {
namespace {

constexpr int kLabelPadding = 2;
constexpr int kButton = 9;

int natural_height(const TreeView& tree) {
  int height = std::max(text_height(MeasuringDc(tree)) + 3, GetSystemMetrics(SM_CYSMICON));
  for (const HIMAGELIST list : {tree.images, tree.state_images}) {
    if (list != nullptr) height = std::max(height, static_cast<int>(image_size(list).cy));
  }
  height += tree.border.cy;
  return tree.has_style(TVS_NONEVENHEIGHT) ? height : height & ~1;
}

bool bold(const TreeItem& item) {
  return (item.state & TVIS_BOLD) != 0;
}

void measure(TreeView& tree, HDC dc, TreeItem& item, const std::u16string& text) {
  const user::ControlFont font(dc, bold(item) ? tree.bold_font() : tree.font);
  item.right_edge = tree.label_left(item) + text_width(dc, text) + 2 * kLabelPadding +
                    static_cast<int>(tree.border.cx);
  tree.items.changed(item);
}

// A text that the program keeps is measured when it is asked for.
void measure_known(TreeView& tree) {
  const MeasuringDc dc(tree);
  for (const HTREEITEM each : std::exchange(tree.unmeasured, {})) {
    TreeItem* item = tree.find(each);
    if (item == nullptr || item->right_edge >= 0 || item->text_callback) continue;
    if (tree.items.shown(*item)) measure(tree, dc, *item, item->text);
  }
}

}  // namespace

// ---- What is put off

void TreeView::forget_measures() {
  if (!own_height) item_height = natural_height(*this);
  unmeasured.clear();
  items.for_each([&](TreeItem& item) {
    item.right_edge = -1;
    unmeasured.push_back(item.handle);
  });
  items.for_each([&](TreeItem& item) { items.changed(item); });
  refresh();
}

void TreeView::item_came(const TreeItem& item) {
  unmeasured.push_back(item.handle);
  unsettled = true;
}

void TreeView::branch_came(const TreeItem& item) {
  for (const TreeItem* each = item.first_child; each != nullptr && each->has_ancestor(item);
       each = TreeItems::next_shown(*each)) {
    if (each->right_edge < 0) item_came(*each);
  }
}

void TreeView::refresh() {
  unsettled = true;
  InvalidateRect(handle, nullptr, TRUE);
}

void TreeView::settle() {
  if (!std::exchange(unsettled, false)) return;
  measure_known(*this);
  if (has_style(TVS_NOSCROLL)) {
    origin = {};
    return;
  }
  set_scroll_bar(handle, SB_VERT, items.rows(), rows_per_page(), origin.y);
  if (!alive()) return;
  if (has_style(TVS_NOHSCROLL)) {
    origin.x = 0;
  } else {
    set_scroll_bar(handle, SB_HORZ, items.reach(), client().right, origin.x);
    // The other bar may have taken a row.
    if (alive()) set_scroll_bar(handle, SB_VERT, items.rows(), rows_per_page(), origin.y);
  }
}

// ---- Places

int TreeView::rows_per_page() const {
  return std::max<int>(client().bottom, 0) / std::max(item_height, 1);
}

bool TreeView::buttons_at_root() const {
  return has_style(TVS_LINESATROOT) && has_style(TVS_HASLINES | TVS_HASBUTTONS);
}

int TreeView::indent_of(const TreeItem& item) const {
  return indent * (item.level + (buttons_at_root() ? 1 : 0));
}

int TreeView::state_width() const {
  return state_images != nullptr ? static_cast<int>(image_size(state_images).cx) : 0;
}

int TreeView::image_width() const {
  return images != nullptr ? static_cast<int>(image_size(images).cx) : 0;
}

// State image 0 is none and takes no room.
int TreeView::label_left(const TreeItem& item) const {
  const int state = (item.state & TVIS_STATEIMAGEMASK) != 0 ? state_width() : 0;
  return indent_of(item) + state + image_width();
}

// In client coordinates, as wide as the control.
RECT TreeView::row_rect(const TreeItem& item) const {
  const RECT area = client();
  const int top = (items.row_of(item) - origin.y) * item_height;
  return {area.left, top, area.right, top + item.integral * item_height};
}

RECT TreeView::label_rect(TreeItem& item) {
  const HTREEITEM same = item.handle;
  if (item.right_edge < 0 || item.text_callback) {
    const std::u16string text = text_of_item(same);
    TreeItem* kept = alive() ? find(same) : nullptr;
    if (kept == nullptr) return {};
    measure(*this, MeasuringDc(*this), *kept, text);
  }
  RECT place = row_rect(item);
  place.left = label_left(item) - origin.x;
  place.right = item.right_edge - origin.x;
  return place;
}

// Nothing where the item has no room for one.
RECT TreeView::button_rect(const TreeItem& item) const {
  if (!has_style(TVS_HASBUTTONS) || (item.level == 0 && !buttons_at_root())) return {};
  const RECT row = row_rect(item);
  const int left = indent_of(item) - indent + (indent - kButton) / 2 - origin.x;
  const int top = row.top + (item_height - kButton) / 2;
  return {left, top, left + kButton, top + kButton};
}

// https://learn.microsoft.com/windows/win32/controls/tvm-hittest
TreeHit TreeView::hit(POINT point) {
  settle();
  const RECT area = client();
  UINT outside = 0;
  if (point.x < area.left) outside |= TVHT_TOLEFT;
  if (point.x >= area.right) outside |= TVHT_TORIGHT;
  if (point.y < area.top) outside |= TVHT_ABOVE;
  if (point.y >= area.bottom) outside |= TVHT_BELOW;
  if (!alive() || outside != 0) return {nullptr, outside};
  TreeItem* item = items.at_row(point.y / item_height + origin.y);
  if (item == nullptr) return {};
  const HTREEITEM same = item->handle;
  const RECT label = label_rect(*item);
  item = alive() ? find(same) : nullptr;
  if (item == nullptr) return {};
  const int x = point.x + origin.x;
  const int begin = indent_of(*item);
  if (x < begin) {
    const bool room = item->level > 0 || buttons_at_root();
    const bool button =
        room && has_style(TVS_HASBUTTONS) && x >= begin - indent && has_children(same) && alive();
    return {alive() ? find(same) : nullptr,
            button ? UINT{TVHT_ONITEMBUTTON} : UINT{TVHT_ONITEMINDENT}};
  }
  if (point.x >= label.right) return {item, TVHT_ONITEMRIGHT};
  if (point.x >= label.left) return {item, TVHT_ONITEMLABEL};
  return {item, x < label.left + origin.x - image_width() ? UINT{TVHT_ONITEMSTATEICON}
                                                          : UINT{TVHT_ONITEMICON}};
}

// ---- Scrolling

void TreeView::scroll_to(int left, int row) {
  if (has_style(TVS_NOSCROLL)) return;
  const POINT before = origin;
  origin = {left, row};
  unsettled = true;
  settle();
  if (alive() && (before.x != origin.x || before.y != origin.y)) {
    InvalidateRect(handle, nullptr, TRUE);
  }
}

bool TreeView::ensure_visible(HTREEITEM item) {
  settle();
  TreeItem* found = alive() ? find(item) : nullptr;
  if (found == nullptr || !items.shown(*found)) return false;
  const int row = items.row_of(*found);
  const int page = std::max(rows_per_page(), 1);
  POINT now = origin;
  if (row < now.y) now.y = row;
  if (row + found->integral > now.y + page) now.y = std::min(row, row + found->integral - page);
  const RECT label = label_rect(*found);
  found = alive() ? find(item) : nullptr;
  if (found == nullptr) return false;
  const int width = client().right;
  const int right = label.right + origin.x;
  if (right > now.x + width) now.x = right - width;
  const int left = std::max(indent_of(*found) - indent, 0);
  if (left < now.x) now.x = left;
  if (now.x == origin.x && now.y == origin.y) return false;
  scroll_to(now.x, now.y);
  return alive();
}

void TreeView::redraw(HTREEITEM item) {
  const TreeItem* found = alive() ? find(item) : nullptr;
  if (found == nullptr || !items.shown(*found)) return;
  const RECT row = row_rect(*found);
  InvalidateRect(handle, &row, TRUE);
}

}  // namespace transom::comctl
