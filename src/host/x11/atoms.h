// The atoms that the host speaks with, each under its own name.
#pragma once

#include <xcb/xcb.h>

namespace transom::host::x11 {

// Names as ICCCM and EWMH (https://specifications.freedesktop.org/wm-spec) spell them.
#define TRANSOM_X11_ATOMS(X)         \
  X(CLIPBOARD)                       \
  X(INCR)                            \
  X(STRING)                          \
  X(TARGETS)                         \
  X(TEXT)                            \
  X(TIMESTAMP)                       \
  X(UTF8_STRING)                     \
  X(WM_CHANGE_STATE)                 \
  X(WM_CLIENT_LEADER)                \
  X(WM_DELETE_WINDOW)                \
  X(WM_PROTOCOLS)                    \
  X(WM_STATE)                        \
  X(WM_TAKE_FOCUS)                   \
  X(_MOTIF_WM_HINTS)                 \
  X(_NET_ACTIVE_WINDOW)              \
  X(_NET_CLIENT_LIST_STACKING)       \
  X(_NET_CURRENT_DESKTOP)            \
  X(_NET_RESTACK_WINDOW)             \
  X(_NET_SUPPORTED)                  \
  X(_NET_SUPPORTING_WM_CHECK)        \
  X(_NET_WM_ICON)                    \
  X(_NET_WM_NAME)                    \
  X(_NET_WM_PID)                     \
  X(_NET_WM_PING)                    \
  X(_NET_WM_STATE)                   \
  X(_NET_WM_STATE_ABOVE)             \
  X(_NET_WM_STATE_DEMANDS_ATTENTION) \
  X(_NET_WM_STATE_FULLSCREEN)        \
  X(_NET_WM_STATE_HIDDEN)            \
  X(_NET_WM_STATE_MAXIMIZED_HORZ)    \
  X(_NET_WM_STATE_MAXIMIZED_VERT)    \
  X(_NET_WM_STATE_SKIP_PAGER)        \
  X(_NET_WM_STATE_SKIP_TASKBAR)      \
  X(_NET_WM_USER_TIME)               \
  X(_NET_WM_WINDOW_OPACITY)          \
  X(_NET_WM_WINDOW_TYPE)             \
  X(_NET_WM_WINDOW_TYPE_DIALOG)      \
  X(_NET_WM_WINDOW_TYPE_NORMAL)      \
  X(_NET_WM_WINDOW_TYPE_POPUP_MENU)  \
  X(_NET_WM_WINDOW_TYPE_UTILITY)     \
  X(_NET_WORKAREA)                   \
  X(_TRANSOM_SELECTION)              \
  X(_TRANSOM_WAKE)                   \
  X(_XKB_RULES_NAMES)                \
  X(XdndActionCopy)                  \
  X(XdndAware)                       \
  X(XdndDrop)                        \
  X(XdndEnter)                       \
  X(XdndFinished)                    \
  X(XdndLeave)                       \
  X(XdndPosition)                    \
  X(XdndSelection)                   \
  X(XdndStatus)                      \
  X(XdndTypeList)

// Media types, whose names are no identifiers.
#define TRANSOM_X11_MEDIA_TYPES(X)               \
  X(application_rtf, "application/rtf")          \
  X(image_bmp, "image/bmp")                      \
  X(image_png, "image/png")                      \
  X(image_x_bmp, "image/x-bmp")                  \
  X(text_html, "text/html")                      \
  X(text_plain, "text/plain")                    \
  X(text_plain_utf8, "text/plain;charset=utf-8") \
  X(text_rtf, "text/rtf")                        \
  X(text_uri_list, "text/uri-list")

struct Atoms {
#define TRANSOM_X11_FIELD(field, ...) xcb_atom_t field = XCB_ATOM_NONE;
  TRANSOM_X11_ATOMS(TRANSOM_X11_FIELD)
  TRANSOM_X11_MEDIA_TYPES(TRANSOM_X11_FIELD)
#undef TRANSOM_X11_FIELD
};

// One round trip for all of them.
Atoms intern_atoms(xcb_connection_t* connection);

}  // namespace transom::host::x11
