#include "gdi32/print/pdf_fonts.h"

#include <cairo-ft.h>

namespace transom::gdi {
namespace {

// Cairo keeps font faces in caches of its own, beyond the document: what FreeType has goes when the
// last cairo face that draws with it does.
struct OpenedFile {
  FT_Library library = nullptr;
  FT_Face face = nullptr;

  explicit OpenedFile(const FontFile& file) {
    if (FT_Init_FreeType(&library) != 0) library = nullptr;
    if (library != nullptr) FT_New_Face(library, file.path.c_str(), file.index, &face);
  }
  ~OpenedFile() {
    if (face != nullptr) FT_Done_Face(face);
    if (library != nullptr) FT_Done_FreeType(library);
  }
  OpenedFile(const OpenedFile&) = delete;
  OpenedFile& operator=(const OpenedFile&) = delete;
};

const cairo_user_data_key_t kOpenedFile{};

void release_file(void* file) {
  delete static_cast<OpenedFile*>(file);
}

}  // namespace

PdfFonts::~PdfFonts() {
  for (const auto& [key, face] : faces_) cairo_font_face_destroy(face);
}

cairo_font_face_t* PdfFonts::face(const FontFile& file, bool embolden, bool slant) {
  const Key key{&file, embolden, slant};
  if (const auto known = faces_.find(key); known != faces_.end()) return known->second;
  auto opened = std::make_unique<OpenedFile>(file);
  if (opened->face == nullptr) return nullptr;
  cairo_font_face_t* face = cairo_ft_font_face_create_for_ft_face(opened->face, FT_LOAD_NO_HINTING);
  unsigned synthesis = 0;
  if (embolden) synthesis |= CAIRO_FT_SYNTHESIZE_BOLD;
  if (slant) synthesis |= CAIRO_FT_SYNTHESIZE_OBLIQUE;
  cairo_ft_font_face_set_synthesize(face, synthesis);
  cairo_font_face_set_user_data(face, &kOpenedFile, opened.release(), release_file);
  return faces_[key] = face;
}

}  // namespace transom::gdi
