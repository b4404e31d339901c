// What can be done with objects of any type.
// https://learn.microsoft.com/windows/win32/gdi/graphic-objects
#include "gdi32/api.h"
#include "gdi32/recorder.h"

using namespace transom::gdi;

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getstockobject
HGDIOBJ WINAPI GetStockObject(int index) {
  return stock_object(index);
}

// FALSE for dead handles. An object that is selected goes when it is deselected.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-deleteobject
BOOL WINAPI DeleteObject(HGDIOBJ handle) {
  const Ref<Object> object = find_object(handle);
  if (!object) return FALSE;
  if (DeviceContext::is_type(object->type())) return DeleteDC(static_cast<HDC>(handle));
  return delete_object(handle);
}

// OBJ_PEN …; 0 and ERROR_INVALID_HANDLE for dead handles.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getobjecttype
DWORD WINAPI GetObjectType(HGDIOBJ handle) {
  const Ref<Object> object = find_object(handle);
  return object ? object->type() : transom::base::fail<DWORD>(ERROR_INVALID_HANDLE);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getobjectw
int WINAPI GetObjectW(HANDLE handle, int size, LPVOID buffer) {
  const Ref<Object> object = find_object(handle);
  if (!object) return transom::base::fail<int>(ERROR_INVALID_HANDLE);
  return object->describe(size, buffer);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getobjecta
int WINAPI GetObjectA(HANDLE handle, int size, LPVOID buffer) {
  const Ref<Object> object = find_object(handle);
  if (!object) return transom::base::fail<int>(ERROR_INVALID_HANDLE);
  return object->describe_ansi(size, buffer);
}

namespace {

template <class T>
HGDIOBJ select(Selection<T>& slot, const Ref<Object>& object) {
  const HGDIOBJ previous = slot ? slot->handle() : nullptr;
  slot = Selection<T>(Ref<T>(static_cast<T*>(object.get())));
  return previous;
}

// Only memory contexts take bitmaps, and a bitmap is in one of them at a time.
HGDIOBJ select_bitmap(DeviceContext& dc, const Ref<Object>& object) {
  if (!dc.is_memory()) return nullptr;
  if (dc.state.bitmap.get() == object.get()) return object->handle();
  if (object->is_selected() && !object->is_stock()) return nullptr;
  auto& bitmap = static_cast<Bitmap&>(*object);
  const HGDIOBJ previous = dc.state.bitmap ? dc.state.bitmap->handle() : nullptr;
  dc.select_bitmap(Ref<Bitmap>(&bitmap));
  return previous;
}

HGDIOBJ select_region(DeviceContext& dc, const Ref<Object>& object) {
  const Region& region = static_cast<RegionObject&>(*object).region;
  dc.state.clip = region;
  dc.clip_changed();
  return reinterpret_cast<HGDIOBJ>(static_cast<std::intptr_t>(region.complexity()));
}

}  // namespace

// Answers the previous object; for regions their complexity, HGDI_ERROR on failure.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-selectobject
HGDIOBJ WINAPI SelectObject(HDC handle, HGDIOBJ object_handle) {
  const auto dc = require_dc(handle);
  const Ref<Object> object = find_object(object_handle);
  if (!dc || !object) return transom::base::fail<HGDIOBJ>(ERROR_INVALID_HANDLE);
  if (object->type() == OBJ_REGION) {
    record(*dc, &Recorder::select_clip, &static_cast<RegionObject&>(*object).region, RGN_COPY);
  } else {
    record(*dc, &Recorder::select, *object);
  }
  switch (object->type()) {
    case OBJ_PEN:
    case OBJ_EXTPEN:
      return select(dc->state.pen, object);
    case OBJ_BRUSH:
      return select(dc->state.brush, object);
    case OBJ_FONT:
      return select(dc->state.font, object);
    case OBJ_BITMAP:
      return select_bitmap(*dc, object);
    case OBJ_REGION:
      return select_region(*dc, object);
    default:
      return transom::base::fail<HGDIOBJ>(ERROR_INVALID_FUNCTION);
  }
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getcurrentobject
HGDIOBJ WINAPI GetCurrentObject(HDC handle, UINT type) {
  const auto dc = require_dc(handle);
  if (!dc) return nullptr;
  switch (type) {
    case OBJ_PEN:
    case OBJ_EXTPEN:
      return dc->state.pen->handle();
    case OBJ_BRUSH:
      return dc->state.brush->handle();
    case OBJ_FONT:
      return dc->state.font->handle();
    case OBJ_PAL:
      return dc->state.palette->handle();
    case OBJ_BITMAP:
      return dc->state.bitmap ? dc->state.bitmap->handle() : nullptr;
    default:
      return fail_parameter<HGDIOBJ>();
  }
}

// Calls back for a few pens or brushes that the device draws well.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-enumobjects
int WINAPI EnumObjects(HDC handle, int type, GOBJENUMPROC callback, LPARAM parameter) {
  static constexpr COLORREF kColors[] = {RGB(0, 0, 0),   RGB(255, 255, 255), RGB(255, 0, 0),
                                         RGB(0, 255, 0), RGB(0, 0, 255),     RGB(128, 128, 128)};
  if (!require_dc(handle)) return 0;
  if (callback == nullptr || (type != OBJ_PEN && type != OBJ_BRUSH)) return fail_parameter<int>(-1);
  int answer = 1;
  for (const COLORREF color : kColors) {
    LOGPEN pen{PS_SOLID, {1, 0}, color};
    LOGBRUSH brush{BS_SOLID, color, 0};
    transom::base::assert_no_locks_held();
    answer = callback(type == OBJ_PEN ? static_cast<void*>(&pen) : &brush, parameter);
    if (answer == 0) break;
  }
  return answer;
}

// Drawing is never held back; what is drawn is presented by the window's thread.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gdiflush
BOOL WINAPI GdiFlush(void) {
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gdisetbatchlimit
DWORD WINAPI GdiSetBatchLimit(DWORD) {
  return 1;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gdigetbatchlimit
DWORD WINAPI GdiGetBatchLimit(void) {
  return 1;
}
