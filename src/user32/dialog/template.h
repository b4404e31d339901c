// Dialog templates: DLGTEMPLATE and DLGTEMPLATEEX, from resources or the program's memory.
//
// The bytes are hostile where they come from a resource: everything is read within their bounds,
// and a template that ends early is an error, never a read past the end.
// https://learn.microsoft.com/windows/win32/dlgbox/dlgtemplateex
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/win32.h"

namespace transom::user {

// A name or a number, as templates and resources have it: `name` where `ordinal` is 0.
struct OrdinalOrName {
  WORD ordinal = 0;
  std::u16string name;

  bool none() const { return ordinal == 0 && name.empty(); }
  LPCWSTR value() const {
    return ordinal != 0 ? MAKEINTRESOURCEW(ordinal) : reinterpret_cast<LPCWSTR>(name.c_str());
  }
};

struct DialogItem {
  DWORD help_id = 0;
  DWORD ex_style = 0;
  DWORD style = 0;
  short x = 0, y = 0, width = 0, height = 0;  // dialog units
  DWORD id = 0;
  OrdinalOrName window_class;
  OrdinalOrName title;
  std::vector<std::byte> creation_data;  // with its leading size word; empty: none
};

struct DialogFont {
  WORD point_size = 0;
  WORD weight = FW_NORMAL;
  bool italic = false;
  BYTE charset = DEFAULT_CHARSET;
  std::u16string face;
};

struct DialogTemplate {
  bool extended = false;
  DWORD help_id = 0;
  DWORD ex_style = 0;
  DWORD style = 0;
  short x = 0, y = 0, width = 0, height = 0;
  OrdinalOrName menu;
  OrdinalOrName window_class;
  std::u16string title;
  std::optional<DialogFont> font;
  std::vector<DialogItem> items;
};

// Null for a malformed template.
std::optional<DialogTemplate> parse_dialog_template(std::span<const std::byte> bytes);

// A template in memory has no length of its own: this is how far parsing may go.
inline constexpr std::size_t kLongestTemplate = 1 << 20;

}  // namespace transom::user
