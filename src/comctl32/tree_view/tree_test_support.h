// For tests of the tree view: a tree with some items, and what it tells as one line each.
#pragma once

#include <map>

#include "comctl32/common_test_support.h"

namespace transom::comctl {

class TreeViewTest : public CommonControlTest {
 protected:
  static constexpr DWORD kUsual = TVS_HASBUTTONS | TVS_HASLINES | TVS_LINESATROOT;

  //  a
  //    b
  //      c
  //    d
  //  e
  //    f
  HWND make(DWORD style = kUsual) {
    tree = control(WC_TREEVIEWW, nullptr, style, {10, 10, 210, 170}, 20);
    a = insert(u"alpha", TVI_ROOT, 1);
    b = insert(u"beta", a, 2);
    c = insert(u"gamma", b, 3);
    d = insert(u"delta", a, 4);
    e = insert(u"epsilon", TVI_ROOT, 5);
    f = insert(u"phi", e, 6);
    lines.clear();
    on_notify = [this](const NMHDR& header) { write(header); };
    return tree;
  }
  HTREEITEM insert(const std::u16string& text, HTREEITEM parent, LPARAM data = 0,
                   HTREEITEM after = TVI_LAST) {
    TVINSERTSTRUCTW what{};
    what.hParent = parent;
    what.hInsertAfter = after;
    what.item.mask = TVIF_TEXT | TVIF_PARAM;
    what.item.pszText = const_cast<WCHAR*>(base::as_wchar(text));
    what.item.lParam = data;
    return as_item(send(tree, TVM_INSERTITEMW, 0, reinterpret_cast<LPARAM>(&what)));
  }
  static HTREEITEM as_item(LRESULT value) { return reinterpret_cast<HTREEITEM>(value); }
  LRESULT ask(UINT message, HTREEITEM item, WPARAM wparam = 0) const {
    return send(tree, message, wparam, reinterpret_cast<LPARAM>(item));
  }
  HTREEITEM next(UINT relation, HTREEITEM item = nullptr) const {
    return as_item(ask(TVM_GETNEXTITEM, item, relation));
  }
  HTREEITEM caret() const { return next(TVGN_CARET); }
  UINT state(HTREEITEM item) const {
    return static_cast<UINT>(send(tree, TVM_GETITEMSTATE, reinterpret_cast<WPARAM>(item), 0xFFFF));
  }
  std::u16string text(HTREEITEM item) const {
    WCHAR buffer[64]{};
    TVITEMW about{};
    about.mask = TVIF_TEXT;
    about.hItem = item;
    about.pszText = buffer;
    about.cchTextMax = 64;
    return send(tree, TVM_GETITEMW, 0, reinterpret_cast<LPARAM>(&about)) != 0
               ? base::as_char16(buffer)
               : u"(none)";
  }
  RECT rect(HTREEITEM item, bool label = true) const {
    RECT place{};
    std::memcpy(&place, &item, sizeof item);
    const auto got = send(tree, TVM_GETITEMRECT, label, reinterpret_cast<LPARAM>(&place));
    return got != 0 ? place : RECT{-1, -1, -1, -1};
  }
  TVHITTESTINFO hit(int x, int y) const {
    TVHITTESTINFO about{{x, y}, 0, nullptr};
    send(tree, TVM_HITTEST, 0, reinterpret_cast<LPARAM>(&about));
    return about;
  }
  void click_item(HTREEITEM item) {
    const RECT place = rect(item);
    click(tree, place.left + 4, (place.top + place.bottom) / 2);
  }
  void click_button(HTREEITEM item) {
    const RECT place = rect(item);
    click(tree, place.left - 10, (place.top + place.bottom) / 2);
  }
  // The children's texts, with blanks between.
  std::u16string children(HTREEITEM parent) const {
    std::u16string all;
    for (HTREEITEM item = next(TVGN_CHILD, parent); item != nullptr; item = next(TVGN_NEXT, item)) {
      all += (all.empty() ? u"" : u" ") + text(item);
    }
    return all;
  }

  void TearDown() override {
    SetDoubleClickTime(double_click_time_);
    CommonControlTest::TearDown();
  }
  // So long that the next click is no double click, and a search is over.
  static void let_pass() {
    SetDoubleClickTime(20);
    Sleep(60);
    pump();
  }

  // "changing 1 - b": what it was, the action, the old and the new item by its data's letter.
  std::vector<std::string> since() { return std::exchange(lines, {}); }

  HWND tree = nullptr;
  HTREEITEM a = nullptr, b = nullptr, c = nullptr, d = nullptr, e = nullptr, f = nullptr;
  std::vector<std::string> lines;

 private:
  const UINT double_click_time_ = GetDoubleClickTime();
  static std::string letter(const TVITEMW& item) {
    return item.hItem == nullptr ? "-" : std::string(1, static_cast<char>('a' + item.lParam - 1));
  }
  void write(const NMHDR& header) {
    static const std::map<UINT, std::string> kNames{{TVN_SELCHANGINGW, "changing"},
                                                    {TVN_SELCHANGEDW, "changed"},
                                                    {TVN_ITEMEXPANDINGW, "expanding"},
                                                    {TVN_ITEMEXPANDEDW, "expanded"},
                                                    {TVN_DELETEITEMW, "delete"},
                                                    {TVN_SINGLEEXPAND, "single"},
                                                    {TVN_BEGINDRAGW, "drag"},
                                                    {TVN_BEGINRDRAGW, "right drag"},
                                                    {static_cast<UINT>(NM_CLICK), "click"},
                                                    {static_cast<UINT>(NM_DBLCLK), "double"},
                                                    {static_cast<UINT>(NM_RCLICK), "right"},
                                                    {static_cast<UINT>(NM_RETURN), "return"},
                                                    {static_cast<UINT>(NM_SETFOCUS), "focus"}};
    const auto found = kNames.find(header.code);
    if (found == kNames.end()) return;
    if (header.code > static_cast<UINT>(NM_LAST)) {
      lines.push_back(found->second);
      return;
    }
    const auto about = as<NMTREEVIEWW>(header);
    lines.push_back(found->second + " " + std::to_string(about.action) + " " +
                    letter(about.itemOld) + " " + letter(about.itemNew));
  }
};

}  // namespace transom::comctl
