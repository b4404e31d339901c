// The class Edit: text that the user types, selects and changes, in one line or in several.
//
// Contract
//  - Positions count UTF-16 units from the beginning of the text. The caret and the anchor of the
//    selection never lie inside of a surrogate pair.
//  - At a wrap one position is in two places: the end of a line and the beginning of the next.
//    `caret_at_line_end` says which of them the caret is at.
//  - A change by the user: the text, EN_UPDATE, the screen, EN_CHANGE. Every notification may
//    destroy the window or change the text: afterwards nothing is known but what alive() and a new
//    look say.
//  - A handler's concern is its file: layout, selection, change, keyboard, mouse, scroll,
//  clipboard,
//    paint, memory, messages.
// https://learn.microsoft.com/windows/win32/controls/about-edit-controls
#pragma once

#include <optional>
#include <span>
#include <string>

#include "user32/control/control.h"
#include "user32/control/edit/lines.h"
#include "user32/control/edit/undo.h"
#include "user32/window/system_classes.h"

namespace transom::user {

struct Selection {
  std::size_t anchor = 0;
  std::size_t caret = 0;

  std::size_t begin() const { return std::min(anchor, caret); }
  std::size_t end() const { return std::max(anchor, caret); }
  std::size_t size() const { return end() - begin(); }
  bool empty() const { return anchor == caret; }
};

// A place for the caret.
struct CaretPlace {
  std::size_t index = 0;
  bool at_line_end = false;  // not at the beginning of the next line
};

enum class Undoable : bool { kNo, kYes };
// Whether a scrolling is told to the parent (EN_HSCROLL, EN_VSCROLL).
enum class Tell : bool { kNobody, kParent };
enum class Caret : bool { kMoved, kByTyping };

class Edit : public Control {
 public:
  explicit Edit(Window& window) : Control(window) {}
  ~Edit() override;

  // Reads the styles, which do not change later.
  void begin(const CREATESTRUCTW& made);

  bool read_only() const { return has_style(ES_READONLY); }
  bool wraps() const { return multiline && !scrolls_horizontally; }
  std::size_t length() const { return text.size(); }
  // A program that made the control with CreateWindowExA counts and keeps ANSI characters.
  bool is_ansi() const { return window.reports_ansi; }

  // --- Layout (edit_layout.cpp)
  void take_font(HFONT new_font);
  void set_margins(UINT which, int left, int right);
  // The area for text: the client area, or what a program says, less border and margins.
  void set_format(const RECT* wanted);
  // Breaks all lines anew.
  void reflow();
  ChangedLines reflow(const TextChange& change);
  // A ruler for one handler. Nothing where the window is gone.
  TextRuler ruler() const { return {handle, {font, tabs, password, measured}}; }
  void set_tab_stops(std::span<const UINT> dialog_units);

  std::size_t visible_lines() const;
  int format_width() const { return format.right - format.left; }
  // Where the line's text begins, in client coordinates.
  int line_left(const EditLine& line) const;
  int line_top(std::size_t line) const;
  // The line in which a place is.
  std::size_t line_of(CaretPlace place) const;
  POINT point_of(CaretPlace place) const;
  POINT point_of(std::size_t index) const { return point_of(CaretPlace{index, false}); }
  CaretPlace place_at(POINT point) const;
  CaretPlace place_in_line(std::size_t line, int x) const;

  // --- Selection (edit_selection.cpp)
  CaretPlace caret_place() const { return {selection.caret, caret_at_line_end}; }
  void select(Selection wanted, bool at_line_end = false);
  // Moves the caret, extends the selection if asked, and brings the caret into view.
  void move_caret(CaretPlace place, bool extend);
  void show_selection_change(const Selection& before);
  void place_caret();
  void invalidate(std::size_t begin, std::size_t end);
  void invalidate_lines(const ChangedLines& lines);
  void invalidate_all() { InvalidateRect(handle, nullptr, FALSE); }
  bool shows_selection() const { return focused() || has_style(ES_NOHIDESEL); }

  // --- Change (edit_change.cpp)
  // What the user puts in place of the selection: cut to what there is room for, with all
  // notifications. The control may be gone afterwards.
  void insert(std::u16string_view with, UndoKind kind, Undoable undoable = Undoable::kYes);
  // The same for a deletion.
  void erase(std::size_t begin, std::size_t end, UndoKind kind);
  void undo();
  void set_text(std::u16string_view new_text);
  // What Enter puts in.
  std::u16string line_break() const;
  // Case and character set by the control's styles.
  std::u16string by_style(std::u16string_view typed) const;

  // --- Scrolling (edit_scroll.cpp)
  void scroll_caret_into_view(Caret moved = Caret::kMoved);
  // Notifies, moves the picture, and the scroll bar. Of several lines; of a single one:
  void scroll_to(std::size_t line, int x, Tell tell = Tell::kParent);
  void scroll_to_character(std::size_t index);
  void update_scroll_bars();
  int widest_scroll() const;

  // --- Memory (edit_memory.cpp)
  HLOCAL get_memory();
  void set_memory(HLOCAL memory);
  // Whether the program's buffer can hold so many characters.
  bool reserve_memory(std::size_t characters);
  // Keeps that buffer as the text is. False: it cannot be had as large (EN_ERRSPACE).
  bool update_memory();
  // With soft line breaks where EM_FMTLINES asked for them.
  std::u16string formatted_text() const;

  mutable TextStore text;  // to look at it may move its gap
  EditLines lines;
  Selection selection;
  bool caret_at_line_end = false;
  UndoRecord undo_record;
  bool modified = false;
  UINT limit = 32767;  // as documented for before EM_SETLIMITTEXT

  bool multiline = false;
  bool scrolls_horizontally = false;
  bool scrolls_vertically = false;
  bool vertical_bar = false;
  bool horizontal_bar = false;
  bool draws_border = false;  // WS_BORDER, taken over from the frame
  bool in_dialog = false;     // a dialog's keyboard interface has asked for WM_GETDLGCODE
  char16_t password = 0;
  bool soft_breaks = false;  // EM_FMTLINES
  DWORD extended_style = 0;  // ES_EX_
  UINT line_end = 0;         // EC_ENDOFLINE_, 0: as in the text
  UINT ime_status = 0;
  EDITWORDBREAKPROCW word_break = nullptr;

  RECT format{};
  int left_margin = 0;
  int right_margin = 0;
  int line_height = 1;
  int average_width = 1;
  TabStops tabs;
  mutable MeasuredLine measured;
  std::vector<UINT> tab_units;  // as the program gave them

  // What is seen: of a multiline control the first line and how far it is scrolled, of another the
  // first character.
  std::size_t first_line = 0;
  std::size_t first_character = 0;
  int x_scroll = 0;
  int wheel_rest = 0;  // of the mouse wheel, less than a line

  bool never_focused = false;  // EM_NOSETFOCUS
  bool tracking = false;       // the mouse is selecting
  HLOCAL memory = nullptr;
  char16_t pending_surrogate = 0;  // the first half of a character that comes in two messages
  std::u16string cue;
  bool cue_with_focus = false;
};

// The handlers by concern.
std::span<const ControlEntry<Edit>> edit_key_entries();
std::span<const ControlEntry<Edit>> edit_mouse_entries();
std::span<const ControlEntry<Edit>> edit_scroll_entries();
std::span<const ControlEntry<Edit>> edit_text_entries();
std::span<const ControlEntry<Edit>> edit_query_entries();
std::span<const ControlEntry<Edit>> edit_window_entries();
std::span<const ControlEntry<Edit>> edit_clipboard_entries();
std::span<const ControlEntry<Edit>> edit_paint_entries();
std::span<const ControlEntry<Edit>> edit_menu_entries();
std::span<const ControlEntry<Edit>> edit_extended_entries();
std::span<const ControlEntry<Edit>> edit_ime_entries();

extern const SystemClass kEditClass;

}  // namespace transom::user
