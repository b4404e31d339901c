#include "comdlg32/printer_choice.h"

#include <cstring>

#include "user32/locked_memory.h"
#include "winspool/device_mode.h"

namespace transom::comdlg {
namespace {

using user::LockedMemory;

// A structure of which the program's memory may hold the beginning only.
template <class Mode>
std::optional<Mode> read_mode(const LockedMemory& memory) {
  if (memory.size() < offsetof(Mode, dmFields)) return std::nullopt;
  Mode mode{};
  std::memcpy(&mode, memory.data(), std::min(memory.size(), sizeof mode));
  mode.dmSize = std::min<WORD>(mode.dmSize, sizeof mode);
  mode.dmDriverExtra = 0;
  return mode;
}

void store(const void* bytes, std::size_t size, HGLOBAL& memory) {
  memory = memory == nullptr ? GlobalAlloc(GMEM_MOVEABLE | GMEM_ZEROINIT, size)
                             : GlobalReAlloc(memory, size, GMEM_MOVEABLE | GMEM_ZEROINIT);
  const LockedMemory locked(memory);
  if (locked.data() != nullptr) std::memcpy(locked.data(), bytes, size);
}

}  // namespace

int capability(const std::u16string& printer, WORD which) {
  return DeviceCapabilitiesW(base::as_wchar(printer), nullptr, which, nullptr, nullptr);
}

GivenPrinter read_printer(const ClientText& text, HGLOBAL mode, HGLOBAL names) {
  GivenPrinter given;
  if (const LockedMemory memory(mode); memory.data() != nullptr) {
    if (!text.ansi()) {
      given.mode = read_mode<DEVMODEW>(memory);
    } else if (const auto narrow = read_mode<DEVMODEA>(memory)) {
      given.mode = winspool::wide_device_mode(*narrow);
    }
  }
  const LockedMemory memory(names);
  if (memory.size() < sizeof(DEVNAMES)) return given;
  const auto& header = *reinterpret_cast<const DEVNAMES*>(memory.data());
  const std::size_t characters = memory.size() / (text.ansi() ? sizeof(char) : sizeof(WCHAR));
  if (header.wDeviceOffset >= characters) return given;
  given.name = text.read(text.advance(static_cast<const void*>(&header), header.wDeviceOffset));
  given.said_default = (header.wDefault & DN_DEFAULTPRN) != 0;
  return given;
}

void write_mode(const ClientText& text, const DEVMODEW& mode, HGLOBAL& memory) {
  if (!text.ansi()) return store(&mode, sizeof mode, memory);
  const DEVMODEA narrow = winspool::narrow_device_mode(mode);
  store(&narrow, sizeof narrow, memory);
}

// The texts follow the structure; the offsets count characters.
void write_names(const ClientText& text, const Printer& printer, const std::u16string& output,
                 HGLOBAL& memory) {
  const std::size_t width = text.ansi() ? sizeof(char) : sizeof(WCHAR);
  const std::u16string parts[] = {winspool::kDriver, printer.name, output};
  DEVNAMES names{};
  WORD* const offsets[] = {&names.wDriverOffset, &names.wDeviceOffset, &names.wOutputOffset};
  auto at = static_cast<WORD>(sizeof names / width);
  for (std::size_t i = 0; i < 3; ++i) {
    *offsets[i] = at;
    at = static_cast<WORD>(at + text.length(parts[i]) + 1);
  }
  names.wDefault = printer.is_default ? DN_DEFAULTPRN : 0;
  std::vector<std::byte> bytes(at * width);
  std::memcpy(bytes.data(), &names, sizeof names);
  for (std::size_t i = 0; i < 3; ++i) {
    text.write_cut(parts[i], text.advance(static_cast<void*>(bytes.data()), *offsets[i]),
                   text.length(parts[i]) + 1);
  }
  store(bytes.data(), bytes.size(), memory);
}

}  // namespace transom::comdlg
