// What is packed in the lParam of DDE's posted messages: two words where that is enough, else a
// block of global memory with two values in it.
// https://learn.microsoft.com/windows/win32/dataxchg/about-dynamic-data-exchange
#include "base/dde.h"
#include "base/last_error.h"
#include "user32/locked_memory.h"

namespace transom::user {
namespace {

struct Packed {
  UINT_PTR low;
  UINT_PTR high;
};

bool is_packed(UINT message) {
  return message == WM_DDE_ACK || message == WM_DDE_ADVISE || message == WM_DDE_DATA ||
         message == WM_DDE_POKE;
}

HGLOBAL block_of(LPARAM lparam) {
  return reinterpret_cast<HGLOBAL>(lparam);
}

bool store(HGLOBAL block, const Packed& packed) {
  const LockedMemory memory(block);
  if (memory.size() < sizeof packed) return false;
  std::memcpy(memory.data(), &packed, sizeof packed);
  return true;
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Makes the lParam of a DDE message that is about to be posted. 0 where memory is short.
// https://learn.microsoft.com/windows/win32/api/dde/nf-dde-packddelparam
LPARAM WINAPI PackDDElParam(UINT message, UINT_PTR low, UINT_PTR high) {
  if (message == WM_DDE_EXECUTE) return static_cast<LPARAM>(high);
  if (!is_packed(message)) return MAKELPARAM(low, high);
  const HGLOBAL block = GlobalAlloc(GMEM_MOVEABLE | GMEM_DDESHARE, sizeof(Packed));
  if (block == nullptr || !store(block, {low, high})) return 0;
  return reinterpret_cast<LPARAM>(block);
}

// Takes the lParam of a posted DDE message apart; either pointer may be null. False where it is not
// what PackDDElParam makes: both values are then 0.
// https://learn.microsoft.com/windows/win32/api/dde/nf-dde-unpackddelparam
WINBOOL WINAPI UnpackDDElParam(UINT message, LPARAM lparam, PUINT_PTR low, PUINT_PTR high) {
  Packed packed{};
  bool good = true;
  if (message == WM_DDE_EXECUTE) {
    packed.high = static_cast<UINT_PTR>(lparam);
  } else if (!is_packed(message)) {
    packed = {LOWORD(lparam), HIWORD(lparam)};
  } else {
    const LockedMemory memory(block_of(lparam));
    good = memory.size() >= sizeof packed;
    if (good) std::memcpy(&packed, memory.data(), sizeof packed);
  }
  if (low != nullptr) *low = packed.low;
  if (high != nullptr) *high = packed.high;
  return good;
}

// Frees what PackDDElParam allocated, where the message has such memory; its contents stay.
// https://learn.microsoft.com/windows/win32/api/dde/nf-dde-freeddelparam
WINBOOL WINAPI FreeDDElParam(UINT message, LPARAM lparam) {
  if (!is_packed(message)) return TRUE;
  return GlobalFree(block_of(lparam)) == nullptr;
}

// As FreeDDElParam for the message received and PackDDElParam for its answer, in the same memory
// where both have some. 0 where memory is short.
// https://learn.microsoft.com/windows/win32/api/dde/nf-dde-reuseddelparam
LPARAM WINAPI ReuseDDElParam(LPARAM lparam, UINT received, UINT answer, UINT_PTR low,
                             UINT_PTR high) {
  if (is_packed(received) && is_packed(answer) && store(block_of(lparam), {low, high})) {
    return lparam;
  }
  FreeDDElParam(received, lparam);
  return PackDDElParam(answer, low, high);
}

// Nobody is impersonated: conversations do not leave the user's own session.
// https://learn.microsoft.com/windows/win32/api/dde/nf-dde-impersonateddeclientwindow
WINBOOL WINAPI ImpersonateDdeClientWindow(HWND client, HWND server) {
  if (!IsWindow(client) || !IsWindow(server)) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  return base::fail(ERROR_CALL_NOT_IMPLEMENTED);
}
