// Paths.
// https://learn.microsoft.com/windows/win32/gdi/paths
#include "gdi32/api.h"
#include "gdi32/clip.h"
#include "gdi32/draw.h"
#include "gdi32/raster/scan.h"
#include "gdi32/recorder.h"

using namespace transom::gdi;

namespace {

using Stage = DeviceContext::PathStage;

// Takes the closed path out of the context; ERROR_CAN_NOT_COMPLETE when there is none.
bool take_path(DeviceContext& dc, Path& path) {
  if (dc.path_stage != Stage::kClosed) return transom::base::fail<bool>(ERROR_CAN_NOT_COMPLETE);
  path = std::move(dc.path);
  dc.path.clear();
  dc.path_stage = Stage::kNone;
  return true;
}

PathCall call_of(Paint what) {
  switch (what) {
    case Paint::kStroke:
      return PathCall::kStroke;
    case Paint::kFill:
      return PathCall::kFill;
    default:
      return PathCall::kStrokeAndFill;
  }
}

void record_path(DeviceContext& dc, PathCall call, int mode = 0) {
  record(dc, &Recorder::path, call, mode);
}

BOOL paint(HDC handle, Paint what) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  record_path(*dc, call_of(what));
  Path path;
  if (!take_path(*dc, path)) return FALSE;
  if (what == Paint::kStrokeAndFill) {
    // Open figures are closed; StrokePath alone leaves them open.
    for (std::size_t i = 0; i < path.types.size(); ++i) {
      const bool last = i + 1 == path.types.size() || path.types[i + 1] == PT_MOVETO;
      if (last && path.types[i] != PT_MOVETO) path.types[i] |= PT_CLOSEFIGURE;
    }
  }
  paint_path(*dc, path, what);
  return TRUE;
}

Path path_of(const std::vector<Figure>& figures) {
  Path path;
  for (const Figure& figure : figures) {
    for (std::size_t i = 0; i < figure.points.size(); ++i) {
      i == 0 ? path.move_to(figure.points[i]) : path.line_to(figure.points[i]);
    }
    if (figure.closed) path.close_figure();
  }
  return path;
}

}  // namespace

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-beginpath
BOOL WINAPI BeginPath(HDC handle) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  record_path(*dc, PathCall::kBegin);
  dc->path.clear();
  dc->path_stage = Stage::kOpen;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-endpath
BOOL WINAPI EndPath(HDC handle) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (dc->path_stage != Stage::kOpen) return transom::base::fail(ERROR_CAN_NOT_COMPLETE);
  record_path(*dc, PathCall::kEnd);
  dc->path_stage = Stage::kClosed;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-abortpath
BOOL WINAPI AbortPath(HDC handle) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  record_path(*dc, PathCall::kAbort);
  dc->path.clear();
  dc->path_stage = Stage::kNone;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-closefigure
BOOL WINAPI CloseFigure(HDC handle) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (dc->path_stage != Stage::kOpen) return transom::base::fail(ERROR_CAN_NOT_COMPLETE);
  record_path(*dc, PathCall::kCloseFigure);
  dc->path.close_figure();
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-strokepath
BOOL WINAPI StrokePath(HDC dc) {
  return paint(dc, Paint::kStroke);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-fillpath
BOOL WINAPI FillPath(HDC dc) {
  return paint(dc, Paint::kFill);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-strokeandfillpath
BOOL WINAPI StrokeAndFillPath(HDC dc) {
  return paint(dc, Paint::kStrokeAndFill);
}

// Curves become lines.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-flattenpath
BOOL WINAPI FlattenPath(HDC handle) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (dc->path_stage != Stage::kClosed) return transom::base::fail(ERROR_CAN_NOT_COMPLETE);
  record_path(*dc, PathCall::kFlatten);
  dc->path = path_of(flatten(dc->path));
  return TRUE;
}

// The path becomes the outline that a wide pen would draw.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-widenpath
BOOL WINAPI WidenPath(HDC handle) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  const Pen& pen = *dc->state.pen;
  if (dc->path_stage != Stage::kClosed) return transom::base::fail(ERROR_CAN_NOT_COMPLETE);
  if (pen.type() == OBJ_EXTPEN ? !pen.is_geometric() : pen.width <= 1) {
    return transom::base::fail(ERROR_CAN_NOT_COMPLETE);
  }
  record_path(*dc, PathCall::kWiden);
  dc->path = path_of(widened(*dc, flatten(dc->path)));
  return TRUE;
}

// A region in device coordinates.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-pathtoregion
HRGN WINAPI PathToRegion(HDC handle) {
  const auto dc = require_dc(handle);
  Path path;
  if (!dc || !take_path(*dc, path)) return nullptr;
  return create_region(region_of(flatten(path), fill_rule_of(dc->state.poly_fill_mode)));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-selectclippath
BOOL WINAPI SelectClipPath(HDC handle, int mode) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  record_path(*dc, PathCall::kSelectClip, mode);
  Path path;
  if (!take_path(*dc, path)) return FALSE;
  const auto region = region_of(flatten(path), fill_rule_of(dc->state.poly_fill_mode));
  if (!region) return transom::base::fail(ERROR_NOT_ENOUGH_MEMORY);
  return select_clip(*dc, *region, mode) != ERROR;
}

// How many points; -1 on failure or where `size` does not suffice. Logical coordinates.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getpath
int WINAPI GetPath(HDC handle, LPPOINT points, LPBYTE types, int size) {
  const auto dc = require_dc(handle);
  if (!dc) return -1;
  if (dc->path_stage != Stage::kClosed) return transom::base::fail<int>(ERROR_CAN_NOT_COMPLETE, -1);
  const Path& path = dc->path;
  const int count = static_cast<int>(path.points.size());
  if (size == 0) return count;
  if (size < count || points == nullptr || types == nullptr) return fail_parameter<int>(-1);
  for (int i = 0; i < count; ++i) {
    points[i] = dc->state.mapping.to_logical(path.points[static_cast<std::size_t>(i)].to_pixel());
    types[i] = path.types[static_cast<std::size_t>(i)];
  }
  return count;
}
