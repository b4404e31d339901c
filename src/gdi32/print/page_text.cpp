// Text on a printer's page: glyphs of embedded fonts, with the characters that they stand for, so
// that it can be searched and copied.
#include "base/text.h"
#include "gdi32/print/drawing.h"
#include "gdi32/text/glyph_painter.h"

namespace transom::gdi {
namespace {

// From an em to the printer's pixels.
cairo_matrix_t font_matrix(const ScaledFont& font) {
  const auto& turn = font.request().matrix;
  const double x = font.x_scale() / 64.0, y = font.y_scale() / 64.0;
  cairo_matrix_t matrix;
  cairo_matrix_init(&matrix, turn[0] * x, turn[1] * x, turn[2] * y, turn[3] * y, 0, 0);
  return matrix;
}

std::vector<cairo_glyph_t> glyphs_of(std::span<const PlacedGlyph> placed) {
  std::vector<cairo_glyph_t> glyphs;
  for (const PlacedGlyph& glyph : placed) {
    glyphs.push_back({glyph.id.index, static_cast<double>(glyph.x), static_cast<double>(glyph.y)});
  }
  return glyphs;
}

// A run of glyphs of one font file, and its text where that is known.
struct Run {
  std::span<const PlacedGlyph> glyphs;
  std::u16string_view text;
};

void show(cairo_t* cr, const Run& run) {
  const std::vector<cairo_glyph_t> glyphs = glyphs_of(run.glyphs);
  const int count = static_cast<int>(glyphs.size());
  if (run.text.empty()) return cairo_show_glyphs(cr, glyphs.data(), count);
  std::string utf8;
  std::vector<cairo_text_cluster_t> clusters;
  if (run.text.size() == glyphs.size()) {
    for (const char16_t& unit : run.text) {
      const std::string one = base::utf16_to_utf8({&unit, 1});
      clusters.push_back({static_cast<int>(one.size()), 1});
      utf8 += one;
    }
  } else {
    utf8 = base::utf16_to_utf8(run.text);
    clusters.push_back({static_cast<int>(utf8.size()), count});
  }
  cairo_show_text_glyphs(cr, utf8.data(), static_cast<int>(utf8.size()), glyphs.data(), count,
                         clusters.data(), static_cast<int>(clusters.size()),
                         cairo_text_cluster_flags_t{});
}

// Runs of the same file. Where glyphs and characters are not one to one, only text of one file
// keeps its characters.
std::vector<Run> runs_of(std::span<const PlacedGlyph> glyphs, std::u16string_view text) {
  std::vector<Run> runs;
  for (std::size_t begin = 0; begin < glyphs.size();) {
    std::size_t end = begin + 1;
    while (end < glyphs.size() && glyphs[end].id.face == glyphs[begin].id.face) ++end;
    Run run{glyphs.subspan(begin, end - begin), {}};
    if (text.size() == glyphs.size()) {
      run.text = text.substr(begin, end - begin);
    } else if (begin == 0 && end == glyphs.size()) {
      run.text = text;
    }
    runs.push_back(run);
    begin = end;
  }
  return runs;
}

void set_plain_outlines(cairo_t* cr) {
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(cr, options);
  cairo_font_options_destroy(options);
}

}  // namespace

void PrinterDevice::draw_glyphs(cairo_t* cr, const RecordedText& text) {
  const ScaledFont& font = *text.font;
  const cairo_matrix_t matrix = font_matrix(font);
  const bool has_characters = (text.options & ETO_GLYPH_INDEX) == 0;
  set_plain_outlines(cr);
  for (const Run& run : runs_of(text.glyphs, has_characters ? text.text : u"")) {
    const int face = run.glyphs.front().id.face;
    const FontFile* file = face == 0 ? font.file() : font.face_file(face);
    if (file == nullptr) continue;
    const bool own = face == 0;
    cairo_font_face_t* cairo_face =
        document_->fonts().face(*file, own && font.found().embolden, own && font.found().slant);
    if (cairo_face == nullptr) continue;
    cairo_set_font_face(cr, cairo_face);
    cairo_set_font_matrix(cr, &matrix);
    show(cr, run);
  }
}

void PrinterDevice::text(const RecordedText& text) {
  // Text in a path bracket is part of the path.
  if (dc_.path_open()) return;
  Drawing drawing(*this);
  if (!drawing) return;
  cairo_t* cr = drawing.get();
  RECT box{};
  if (text.rect != nullptr) box = dc_.to_surface(*text.rect);
  set_color(cr, dc_.state.background_color);
  if (text.rect != nullptr && (text.options & ETO_OPAQUE) != 0) {
    drawing.add(box);
    cairo_fill(cr);
  }
  if (text.text.empty()) return;
  if (text.rect != nullptr && (text.options & ETO_CLIPPED) != 0) drawing.clip(box);
  if (dc_.state.background_mode == OPAQUE) {
    add_quad(cr, text.box);
    cairo_fill(cr);
  }
  set_color(cr, dc_.state.text_color);
  draw_glyphs(cr, text);
  for (const RecordedText::Quad& bar : text.bars) {
    add_quad(cr, bar);
    cairo_fill(cr);
  }
}

}  // namespace transom::gdi
