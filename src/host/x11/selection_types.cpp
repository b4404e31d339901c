#include "host/x11/selection_types.h"

#include "base/text.h"

namespace transom::host::x11 {
namespace {

struct Target {
  const char* type;
  xcb_atom_t Atoms::*atom;
};

constexpr const char* kText = "text/plain;charset=utf-8";

// The best of each type first.
constexpr Target kTargets[] = {
    {kText, &Atoms::UTF8_STRING},
    {kText, &Atoms::text_plain_utf8},
    {kText, &Atoms::text_plain},
    {kText, &Atoms::TEXT},
    {kText, &Atoms::STRING},
    {"text/html", &Atoms::text_html},
    {"text/rtf", &Atoms::text_rtf},
    {"text/rtf", &Atoms::application_rtf},
    {"image/png", &Atoms::image_png},
    {"image/bmp", &Atoms::image_bmp},
    {"image/bmp", &Atoms::image_x_bmp},
    {"text/uri-list", &Atoms::text_uri_list},
};

}  // namespace

std::string type_of_target(const Connection& connection, xcb_atom_t target) {
  for (const Target& each : kTargets) {
    if (connection.atoms().*each.atom == target) return each.type;
  }
  return {};
}

std::vector<xcb_atom_t> targets_of_type(const Connection& connection, const std::string& type) {
  std::vector<xcb_atom_t> targets;
  for (const Target& each : kTargets) {
    if (type == each.type) targets.push_back(connection.atoms().*each.atom);
  }
  return targets;
}

std::string encode_for_target(const Connection& connection, xcb_atom_t target, std::string bytes) {
  if (target != connection.atoms().STRING) return bytes;
  std::string latin;
  for (const char16_t unit : base::utf8_to_utf16(bytes)) {
    latin += unit < 0x100 ? static_cast<char>(unit) : '?';
  }
  return latin;
}

std::string decode_from_target(const Connection& connection, xcb_atom_t target, std::string bytes) {
  if (target != connection.atoms().STRING) return bytes;
  std::u16string text;
  for (const char byte : bytes) text += static_cast<unsigned char>(byte);
  return base::utf16_to_utf8(text);
}

}  // namespace transom::host::x11
