// The display's clipboard, shared with another program, and files dragged from it.
// https://tronche.com/gui/x/icccm/sec-2.html, https://freedesktop.org/wiki/Specifications/XDND/
#include <algorithm>

#include "tests/x11/support/fixture.h"
#include "tests/x11/support/selection_client.h"

namespace transom::tests {
namespace {

class ClipboardX11Test : public BareX11Test {
 protected:
  void SetUp() override {
    BareX11Test::SetUp();
    if (!display->works()) return;
    other = std::make_unique<SelectionClient>(*display);
    window = start({}, "exchange");
    ASSERT_NE(window, XCB_WINDOW_NONE);
  }
  void TearDown() override {
    other.reset();
    BareX11Test::TearDown();
  }

  // The program has heard that there is something else on the clipboard.
  bool other_copies(const SelectionClient::Contents& contents) {
    program->forget();
    other->own(contents);
    return other->serve_until([&] { return program->has_seen({"W WM_CLIPBOARDUPDATE"}); });
  }
  bool pastes(char key, const std::string& text) {
    display->type_key(letter(key));
    return other->serve_until([&] { return program->output().find(text) != std::string::npos; });
  }
  bool copies(char key) {
    display->type_key(letter(key));
    return program->saw("W WM_CLIPBOARDUPDATE");
  }
  bool offers(const std::string& target) {
    return eventually([&] {
      const auto targets = other->targets();
      return std::ranges::find(targets, target) != targets.end();
    });
  }

  std::unique_ptr<SelectionClient> other;
  xcb_window_t window = XCB_WINDOW_NONE;
};

TEST_F(ClipboardX11Test, TextOfAnotherProgramIsPasted) {
  ASSERT_TRUE(other_copies({{"UTF8_STRING", "two\nlines \u263A"}}));
  EXPECT_TRUE(pastes('v', "pasted 12: two\r\nlines \u263A")) << program->output();
}

TEST_F(ClipboardX11Test, OldProgramsHaveLatinText) {
  ASSERT_TRUE(other_copies({{"STRING", "caf\xE9"}}));
  EXPECT_TRUE(pastes('v', "pasted 4: caf\u00E9")) << program->output();
}

TEST_F(ClipboardX11Test, LargeTextComesPieceByPiece) {
  ASSERT_TRUE(other_copies({{"UTF8_STRING", std::string(700'000, 'x')}}));
  EXPECT_TRUE(pastes('v', "pasted 700000: xxxx")) << program->output();
}

// "HTML Format" needs a header with offsets around it.
TEST_F(ClipboardX11Test, HtmlGetsItsHeader) {
  ASSERT_TRUE(other_copies({{"text/html", "<i>slanted</i>"}}));
  EXPECT_TRUE(pastes('w', "html <!--StartFragment--><i>slanted</i><!--EndFragment-->"))
      << program->output();
}

TEST_F(ClipboardX11Test, PicturesAreConverted) {
  ASSERT_TRUE(copies('b'));
  ASSERT_TRUE(offers("image/png"));
  const auto bytes = other->request("image/png");
  ASSERT_TRUE(bytes);
  EXPECT_TRUE(bytes->starts_with("\x89PNG"));
  // There and back: what it has written it reads again.
  ASSERT_TRUE(other_copies({{"image/png", *bytes}}));
  EXPECT_TRUE(pastes('g', "picture 2 x 1, 32 bits, 0000ff")) << program->output();
}

TEST_F(ClipboardX11Test, BitmapFilesAreToo) {
  ASSERT_TRUE(copies('b'));
  ASSERT_TRUE(offers("image/bmp"));
  const auto bytes = other->request("image/bmp");
  ASSERT_TRUE(bytes);
  EXPECT_TRUE(bytes->starts_with("BM"));
  ASSERT_TRUE(other_copies({{"image/bmp", *bytes}}));
  EXPECT_TRUE(pastes('g', "picture 2 x 1, 32 bits, 0000ff")) << program->output();
}

TEST_F(ClipboardX11Test, AnotherProgramPastesOurText) {
  ASSERT_TRUE(copies('c'));
  ASSERT_TRUE(offers("UTF8_STRING"));
  EXPECT_EQ(other->request("UTF8_STRING"), "Zeile\n\u263A");
  EXPECT_EQ(other->request("text/plain;charset=utf-8"), "Zeile\n\u263A");
  EXPECT_EQ(other->request("STRING"), "Zeile\n?");
  EXPECT_EQ(other->request("image/png"), std::nullopt);
}

TEST_F(ClipboardX11Test, OurLargeTextGoesPieceByPiece) {
  ASSERT_TRUE(copies('l'));
  ASSERT_TRUE(offers("UTF8_STRING"));
  const auto text = other->request("UTF8_STRING");
  ASSERT_TRUE(text);
  EXPECT_EQ(text->size(), 500'000u);
  EXPECT_EQ(text->substr(499'998), "st");
}

TEST_F(ClipboardX11Test, OurHtmlGoesWithoutItsHeader) {
  ASSERT_TRUE(copies('h'));
  ASSERT_TRUE(offers("text/html"));
  EXPECT_EQ(other->request("text/html"), "<b>bold</b>");
}

// The owner renders when the other program asks.
TEST_F(ClipboardX11Test, DelayedFormatsAreRenderedForOthers) {
  TRANSOM_CHECKS(WM_RENDERFORMAT);
  ASSERT_TRUE(copies('d'));
  ASSERT_TRUE(offers("UTF8_STRING"));
  EXPECT_FALSE(program->has_seen({"S WM_RENDERFORMAT"}));
  EXPECT_EQ(other->request("UTF8_STRING"), "late");
  EXPECT_TRUE(program->saw("S WM_RENDERFORMAT", "CF_UNICODETEXT"));
}

// The former owner hears that its contents are gone.
TEST_F(ClipboardX11Test, AnotherProgramTakesTheClipboard) {
  TRANSOM_CHECKS(WM_DESTROYCLIPBOARD);
  ASSERT_TRUE(copies('c'));
  ASSERT_TRUE(offers("UTF8_STRING"));
  other->own({{"UTF8_STRING", "theirs"}});
  EXPECT_TRUE(other->serve_until([&] { return program->has_seen({"S WM_DESTROYCLIPBOARD"}); }));
  EXPECT_TRUE(pastes('v', "pasted 6: theirs")) << program->output();
  // And takes it back.
  display->type_key(letter('c'));
  EXPECT_TRUE(other->serve_until([&] { return !other->is_owner(); }));
}

// XDND: the window says that it takes files, then they come with the point in its client area.
TEST_F(ClipboardX11Test, FilesAreDropped) {
  TRANSOM_CHECKS(WM_DROPFILES);
  EXPECT_EQ(display->values(window, "XdndAware"), (std::vector<std::uint32_t>{5}));
  other->own({{"text/uri-list", "file:///tmp/a%20b.txt\r\nfile://localhost/etc/hosts\r\n"}},
             "XdndSelection");
  other->drag_into(window);
  ASSERT_TRUE(other->drag_to(window, {204, 223}));
  EXPECT_TRUE(other->drop(window));
  EXPECT_TRUE(program->saw("WM_DROPFILES"));
  EXPECT_TRUE(printed("\\tmp\\a b.txt at 100 100\n")) << program->output();
  EXPECT_TRUE(printed("\\etc\\hosts at 100 100\n")) << program->output();
}

TEST_F(ClipboardX11Test, WindowsThatWantNoFilesGetNone) {
  display->type_key(letter('e'));
  ASSERT_TRUE(program->saw("R WM_CHAR"));
  other->own({{"text/uri-list", "file:///tmp/a\r\n"}}, "XdndSelection");
  other->drag_into(window);
  EXPECT_FALSE(other->drag_to(window, {204, 223}));
  EXPECT_FALSE(other->drop(window));
  EXPECT_FALSE(program->has_seen({"WM_DROPFILES"}));
}

}  // namespace
}  // namespace transom::tests
