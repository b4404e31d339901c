// How a tree view looks.
#include <algorithm>

#include "comctl32/image_list/image_list.h"
#include "comctl32/tree_view/tree_view.h"
#include "user32/draw/sys_colors.h"

namespace transom::comctl {
namespace {

COLORREF background_of(const TreeView& tree) {
  return tree.background == CLR_NONE ? user::system_color(COLOR_WINDOW) : tree.background;
}

COLORREF text_color_of(const TreeView& tree) {
  return tree.text_color == CLR_NONE ? user::system_color(COLOR_WINDOWTEXT) : tree.text_color;
}

COLORREF line_color_of(const TreeView& tree) {
  return tree.line_color == CLR_DEFAULT ? user::system_color(COLOR_BTNSHADOW) : tree.line_color;
}

// While something is dragged over the tree, that alone looks selected.
void set_colors(const TreeView& tree, const TreeItem& item, NMTVCUSTOMDRAW& draw) {
  const bool dropping = tree.drop_target != nullptr;
  const bool selected = !dropping && (item.state & TVIS_SELECTED) != 0;
  const bool highlit = (item.state & TVIS_DROPHILITED) != 0 || (selected && tree.focused());
  draw.clrText = text_color_of(tree);
  draw.clrTextBk = background_of(tree);
  if (highlit) {
    draw.clrText = user::system_color(COLOR_HIGHLIGHTTEXT);
    draw.clrTextBk = user::system_color(COLOR_HIGHLIGHT);
  } else if (selected && tree.has_style(TVS_SHOWSELALWAYS)) {
    draw.clrText = user::system_color(COLOR_BTNTEXT);
    draw.clrTextBk = user::system_color(COLOR_BTNFACE);
  } else if (tree.hot == item.handle && tree.has_style(TVS_TRACKSELECT)) {
    draw.clrText = user::system_color(COLOR_HOTLIGHT);
  }
  if (!tree.enabled() && !highlit) draw.clrText = user::system_color(COLOR_GRAYTEXT);
}

// ---- Lines and buttons

class DottedPen {
 public:
  DottedPen(HDC dc, COLORREF color) : dc_(dc) {
    const LOGBRUSH brush{BS_SOLID, color, 0};
    pen_ = ExtCreatePen(PS_COSMETIC | PS_ALTERNATE, 1, &brush, 0, nullptr);
    old_ = SelectObject(dc, pen_);
  }
  ~DottedPen() {
    SelectObject(dc_, old_);
    DeleteObject(pen_);
  }
  DottedPen(const DottedPen&) = delete;
  DottedPen& operator=(const DottedPen&) = delete;

  void line(int x1, int y1, int x2, int y2) const {
    MoveToEx(dc_, x1, y1, nullptr);
    LineTo(dc_, x2, y2);
  }

 private:
  HDC dc_;
  HPEN pen_;
  HGDIOBJ old_;
};

// To the parent above, the next sibling below, and those of the ancestors that go past.
void draw_lines(const TreeView& tree, HDC dc, const TreeItem& item) {
  const bool at_root = tree.has_style(TVS_LINESATROOT);
  if (!tree.has_style(TVS_HASLINES)) return;
  const RECT row = tree.row_rect(item);
  const DottedPen pen(dc, line_color_of(tree));
  const int middle = row.top + tree.item_height / 2;
  int x = tree.indent_of(item) - tree.indent / 2 - 1 - tree.origin.x;
  if (item.level > 0 || at_root) {
    const bool first = item.level == 0 && item.previous == nullptr;
    pen.line(x, middle, x + tree.indent / 2, middle);
    pen.line(x, first ? middle : row.top, x, item.next != nullptr ? row.bottom : middle);
  }
  for (const TreeItem* each = item.parent; each->parent != nullptr; each = each->parent) {
    x -= tree.indent;
    if (each->level == 0 && !at_root) break;
    if (each->next != nullptr) pen.line(x, row.top, x, row.bottom);
  }
}

void draw_button(TreeView& tree, HDC dc, HTREEITEM handle) {
  const TreeItem* item = tree.find(handle);
  const RECT box = tree.button_rect(*item);
  if (IsRectEmpty(&box) || !tree.has_children(handle) || !tree.alive()) return;
  item = tree.find(handle);
  if (item == nullptr) return;
  const HBRUSH frame = CreateSolidBrush(line_color_of(tree));
  fill_solid(dc, box, background_of(tree));
  FrameRect(dc, &box, frame);
  DeleteObject(frame);
  const int x = (box.left + box.right) / 2;
  const int y = (box.top + box.bottom) / 2;
  const COLORREF color = text_color_of(tree);
  fill_solid(dc, {box.left + 2, y, box.right - 2, y + 1}, color);
  const bool open = item->expanded() && (item->state & TVIS_EXPANDPARTIAL) == 0;
  if (!open) fill_solid(dc, {x, box.top + 2, x + 1, box.bottom - 2}, color);
}

// ---- Images and text

void draw_images(TreeView& tree, HDC dc, HTREEITEM handle, bool with_images) {
  const TreeItem* item = tree.find(handle);
  const RECT row = tree.row_rect(*item);
  const auto centred = [&](HIMAGELIST list) {
    return static_cast<int>(row.top + (row.bottom - row.top - image_size(list).cy) / 2);
  };
  int x = tree.indent_of(*item) - tree.origin.x;
  const int state = static_cast<int>((item->state & TVIS_STATEIMAGEMASK) >> 12);
  if (tree.state_images != nullptr && state > 0) {
    draw_image(tree.state_images, state, dc, x, centred(tree.state_images));
    x += tree.state_width();
  }
  if (tree.images == nullptr || !with_images) return;
  const UINT overlay = item->state & TVIS_OVERLAYMASK;
  const bool faint = (item->state & TVIS_CUT) != 0;
  const int image = tree.image_of(handle, handle == tree.caret);
  if (!tree.alive() || image < 0) return;
  ImageList_DrawEx(tree.images, image, dc, x, centred(tree.images), 0, 0, CLR_NONE,
                   faint ? background_of(tree) : CLR_NONE,
                   ILD_TRANSPARENT | overlay | (faint ? UINT{ILD_BLEND50} : 0));
}

void draw_label(TreeView& tree, HDC dc, HTREEITEM handle, const NMTVCUSTOMDRAW& draw) {
  TreeItem* item = tree.find(handle);
  const RECT label = tree.label_rect(*item);
  if (!tree.alive()) return;
  const std::u16string text = tree.text_of_item(handle);
  item = tree.alive() ? tree.find(handle) : nullptr;
  if (item == nullptr || handle == tree.edited) return;
  if (!tree.has_style(TVS_FULLROWSELECT) && draw.clrTextBk != background_of(tree)) {
    fill_solid(dc, label, draw.clrTextBk);
  }
  SetTextColor(dc, draw.clrText);
  SetBkMode(dc, TRANSPARENT);
  RECT inside = label;
  InflateRect(&inside, -2, 0);
  DrawTextW(dc, base::as_wchar(text), static_cast<int>(text.size()), &inside,
            DT_SINGLELINE | DT_NOPREFIX | DT_VCENTER | DT_NOCLIP);
  const bool focus = handle == tree.caret && tree.focused() && tree.shows_focus();
  if (!focus || tree.drop_target != nullptr) return;
  SetTextColor(dc, RGB(0, 0, 0));
  SetBkColor(dc, RGB(255, 255, 255));
  DrawFocusRect(dc, &label);
}

UINT item_state(const TreeView& tree, const TreeItem& item) {
  UINT state = 0;
  if ((item.state & TVIS_SELECTED) != 0) state |= CDIS_SELECTED;
  if (item.handle == tree.caret && tree.focused()) state |= CDIS_FOCUS;
  if (item.handle == tree.hot && tree.has_style(TVS_TRACKSELECT)) state |= CDIS_HOT;
  if ((item.state & TVIS_DROPHILITED) != 0) state |= CDIS_DROPHILITED;
  return state;
}

void draw_parts(TreeView& tree, HDC dc, HTREEITEM handle, const NMTVCUSTOMDRAW& draw,
                LRESULT answer) {
  const auto there = [&] { return tree.alive() && tree.find(handle) != nullptr; };
  // With lines a full row is not selected: the documentation rules the two out together.
  if (tree.has_style(TVS_FULLROWSELECT) && !tree.has_style(TVS_HASLINES)) {
    fill_solid(dc, draw.nmcd.rc, draw.clrTextBk);
  }
  draw_lines(tree, dc, *tree.find(handle));
  draw_button(tree, dc, handle);
  if (there()) draw_images(tree, dc, handle, (answer & TVCDRF_NOIMAGES) == 0);
  if (there()) draw_label(tree, dc, handle, draw);
}

// https://learn.microsoft.com/windows/win32/controls/nm-customdraw-tree-view
void draw_item(TreeView& tree, HDC dc, HTREEITEM handle, LRESULT wanted) {
  const TreeItem& item = *tree.find(handle);
  const HFONT font = (item.state & TVIS_BOLD) != 0 ? tree.bold_font() : tree.font;
  const user::ControlFont selected(dc, font);
  NMTVCUSTOMDRAW draw{};
  draw.nmcd.hdc = dc;
  draw.nmcd.rc = tree.row_rect(item);
  draw.nmcd.dwItemSpec = reinterpret_cast<DWORD_PTR>(handle);
  draw.nmcd.uItemState = item_state(tree, item);
  draw.nmcd.lItemlParam = item.data;
  draw.iLevel = item.level;
  set_colors(tree, item, draw);
  const bool asked = (wanted & CDRF_NOTIFYITEMDRAW) != 0;
  const LRESULT answer = asked ? tree.custom_draw(draw.nmcd, CDDS_ITEMPREPAINT) : CDRF_DODEFAULT;
  if (!tree.alive() || tree.find(handle) == nullptr || (answer & CDRF_SKIPDEFAULT) != 0) return;
  draw_parts(tree, dc, handle, draw, answer);
  if (tree.alive() && (answer & CDRF_NOTIFYPOSTPAINT) != 0) {
    tree.custom_draw(draw.nmcd, CDDS_ITEMPOSTPAINT);
  }
}

// https://learn.microsoft.com/windows/win32/controls/tvm-setinsertmark
void draw_insert_mark(TreeView& tree, HDC dc) {
  TreeItem* item = tree.find(tree.insert_mark);
  if (item == nullptr || !tree.items.shown(*item)) return;
  const RECT label = tree.label_rect(*item);
  if (!tree.alive()) return;
  const COLORREF color = tree.insert_color == CLR_DEFAULT ? text_color_of(tree) : tree.insert_color;
  const LONG y = tree.insert_after ? label.bottom : label.top;
  fill_solid(dc, {label.left, y - 1, label.right, y + 1}, color);
  for (const LONG x : {label.left, label.right - 2})
    fill_solid(dc, {x, y - 3, x + 2, y + 3}, color);
}

void draw_rows(TreeView& tree, HDC dc, LRESULT wanted) {
  RECT visible{};
  GetClipBox(dc, &visible);
  const LONG bottom = std::min(visible.bottom, tree.client().bottom);
  const int first = std::max<int>(visible.top, 0) / tree.item_height;
  int row = tree.origin.y + first;
  // By row: handlers may take items away meanwhile.
  while (tree.alive() && (row - tree.origin.y) * tree.item_height < bottom) {
    const TreeItem* item = tree.items.at_row(row);
    if (item == nullptr) break;
    const int next = tree.items.row_of(*item) + item->integral;
    draw_item(tree, dc, item->handle, wanted);
    row = next;
  }
}

}  // namespace

HFONT TreeView::bold_font() {
  if (bold != nullptr && bold_of == font) return bold;
  if (bold != nullptr) DeleteObject(bold);
  LOGFONTW description{};
  GetObjectW(font != nullptr ? font : GetStockObject(SYSTEM_FONT), sizeof description,
             &description);
  description.lfWeight = FW_BOLD;
  bold = CreateFontIndirectW(&description);
  bold_of = font;
  return bold;
}

void TreeView::draw(HDC dc) {
  const user::ControlFont selected(dc, font);
  NMTVCUSTOMDRAW whole{};
  whole.nmcd.hdc = dc;
  whole.nmcd.rc = client();
  whole.clrText = text_color;
  whole.clrTextBk = background;
  const LRESULT wanted = custom_draw(whole.nmcd, CDDS_PREPAINT);
  if (!alive() || (wanted & CDRF_SKIPDEFAULT) != 0) return;
  draw_rows(*this, dc, wanted);
  if (alive() && insert_mark != nullptr) draw_insert_mark(*this, dc);
  if (alive() && (wanted & CDRF_NOTIFYPOSTPAINT) != 0) custom_draw(whole.nmcd, CDDS_POSTPAINT);
}

}  // namespace transom::comctl
