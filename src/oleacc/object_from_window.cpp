// Active Accessibility: how a client gets at the object with which a program describes its window.
// The client asks by WM_GETOBJECT; the program's answer is a number that stands for the object
// (LresultFromObject), which the client exchanges for it (ObjectFromLresult).
//
// There are no standard objects for windows that do not answer: the client then gets E_FAIL, and
// the bridge to the host's accessibility bus is not here.
#include <map>
#include <mutex>

#include "base/accessibility.h"
#include "user32/message/send.h"
#include "user32/window/window.h"

namespace transom::oleacc {
namespace {

// Objects on their way from the program to the client; each is fetched once.
struct Handed {
  std::mutex mutex;
  std::map<LRESULT, IUnknown*> objects;
  LRESULT last = 0;
};
Handed& handed() {
  static auto* made = new Handed;
  return *made;
}

IUnknown* take(LRESULT number) {
  std::lock_guard lock(handed().mutex);
  const auto found = handed().objects.find(number);
  if (found == handed().objects.end()) return nullptr;
  IUnknown* object = found->second;
  handed().objects.erase(found);
  return object;
}

constexpr DWORD kPatience = 5'000;  // milliseconds; the client must not hang with the program

}  // namespace
}  // namespace transom::oleacc

using namespace transom;
using namespace transom::oleacc;

// The program's answer to WM_GETOBJECT: a number for the object, which is kept until the client
// fetches it. E_INVALIDARG for a null object.
// https://learn.microsoft.com/windows/win32/api/oleacc/nf-oleacc-lresultfromobject
LRESULT WINAPI LresultFromObject(REFIID, WPARAM, LPUNKNOWN object) {
  if (object == nullptr) return E_INVALIDARG;
  object->AddRef();
  std::lock_guard lock(handed().mutex);
  // "A positive value": failures are negative.
  handed().last = handed().last < 0x7FFF'0000 ? handed().last + 1 : 1;
  handed().objects[handed().last] = object;
  return handed().last;
}

// Exchanges the answer for the object; works once. E_INVALIDARG for what is no answer.
// https://learn.microsoft.com/windows/win32/api/oleacc/nf-oleacc-objectfromlresult
STDAPI ObjectFromLresult(LRESULT answer, REFIID wanted, WPARAM, void** result) {
  if (result == nullptr) return E_INVALIDARG;
  *result = nullptr;
  IUnknown* object = take(answer);
  if (object == nullptr) return E_INVALIDARG;
  const HRESULT outcome = object->QueryInterface(wanted, result);
  object->Release();
  return outcome;
}

// Asks the window for the object that describes this part of it (OBJID_CLIENT …). E_INVALIDARG for
// a dead window, E_FAIL where the window does not say.
// https://learn.microsoft.com/windows/win32/api/oleacc/nf-oleacc-accessibleobjectfromwindow
STDAPI AccessibleObjectFromWindow(HWND window, DWORD part, REFIID wanted, void** result) {
  if (result == nullptr) return E_INVALIDARG;
  *result = nullptr;
  if (!user::is_window(window)) return E_INVALIDARG;
  const WPARAM flags = 0;
  const auto object = static_cast<LPARAM>(static_cast<LONG>(part));
  const auto answer = user::send_message_within(kPatience, window, WM_GETOBJECT, flags, object);
  if (!answer || *answer <= 0) return E_FAIL;
  return ObjectFromLresult(*answer, wanted, flags, result);
}
