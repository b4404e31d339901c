#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <thread>

#include "spy/decode.h"
#include "spy/describe.h"
#include "spy/filter.h"
#include "spy/format.h"
#include "spy/links.h"
#include "spy/output.h"
#include "spy/ring.h"
#include "spy/session.h"

namespace transom::spy {
namespace {

HWND const kWindow = reinterpret_cast<HWND>(std::uintptr_t{0x10042});

// Keeps what the spy reports while it lives.
class Capture {
 public:
  Capture() { attach(sink_); }
  ~Capture() { detach(sink_.get()); }
  const std::vector<Record>& records() {
    flush();
    return sink_->records;
  }
  // The last record's parts as "name=value name=value".
  std::string last() {
    std::string text = title_of(records().back());
    for (const Part& part : parts_of(records().back())) text += " " + part.name + "=" + part.value;
    return text;
  }

 private:
  struct Keeper : Sink {
    std::vector<Record> records;
    void write(const Record& record) override { records.push_back(record); }
  };
  std::shared_ptr<Keeper> sink_ = std::make_shared<Keeper>();
};

std::string decoded(UINT message, WPARAM wparam, LPARAM lparam,
                    Characters characters = Characters::kUnicode) {
  Capture capture;
  SentScope scope(kWindow, message, wparam, lparam, Origin::kSystem, characters);
  return capture.last();
}

TEST(Spy, OffCostsNothingAndRecordsNothing) {
  if (on()) GTEST_SKIP() << "the spy is on for the coverage report";
  SentScope scope(kWindow, WM_SIZE, 0, 0);
  EXPECT_EQ(scope.id(), 0u);
  EXPECT_EQ(scope.returned(7), 7);
}

TEST(Spy, NestsCallsAndEndsThem) {
  Capture capture;
  {
    SentScope outer(kWindow, WM_WINDOWPOSCHANGED, 0, 0);
    {
      SentScope inner(kWindow, WM_SIZE, 0, 0);
      reached_default(kWindow, WM_SIZE, 0, 0);
      inner.returned(0);
    }
    outer.returned(1);
  }
  std::string letters, depths;
  for (const Record& record : capture.records()) {
    letters += letter_of(record.event);
    depths += std::to_string(record.depth);
  }
  EXPECT_EQ(letters, "SSDRR");
  EXPECT_EQ(depths, "01210");
  EXPECT_EQ(capture.records()[4].call, capture.records()[0].call);
  EXPECT_EQ(capture.records()[4].result, 1);
}

TEST(Spy, LinksADispatchToItsPost) {
  Capture capture;
  MSG message{};
  message.hwnd = kWindow;
  message.message = WM_APP;
  for (int i = 0; i < 2; ++i) posted(kWindow, WM_APP, 0, 0, Origin::kProgram);
  for (int i = 0; i < 2; ++i) {
    retrieved(message);
    DispatchedScope(message).returned(0);
  }
  const auto& records = capture.records();
  ASSERT_EQ(records.size(), 8u);
  // Equal messages: in the order in which they were posted.
  EXPECT_EQ(records[3].link, records[0].call);
  EXPECT_EQ(records[6].link, records[1].call);
  EXPECT_EQ(records[3].origin, Origin::kProgram);
}

TEST(Spy, MessageMadeFromStateIsTheSystems) {
  Capture capture;
  MSG message{};
  message.hwnd = kWindow;
  message.message = WM_PAINT;
  retrieved(message);
  DispatchedScope(message).returned(0);
  EXPECT_EQ(capture.records()[1].origin, Origin::kSystem);
  // One that nobody retrieved is the program's own invention.
  message.message = WM_TIMER;
  DispatchedScope(message).returned(0);
  EXPECT_EQ(capture.records()[3].origin, Origin::kProgram);
}

TEST(SpyDecoder, TakesParametersApart) {
  EXPECT_EQ(decoded(WM_NCHITTEST, 0, MAKELPARAM(-5, 7)), "WM_NCHITTEST position=(-5, 7)");
  EXPECT_EQ(decoded(WM_ACTIVATE, MAKEWPARAM(WA_CLICKACTIVE, 1), 0),
            "WM_ACTIVATE state=WA_CLICKACTIVE minimized=TRUE other=null");
  EXPECT_EQ(decoded(WM_MOUSEWHEEL, MAKEWPARAM(MK_CONTROL, -120), MAKELPARAM(1, 2)),
            "WM_MOUSEWHEEL keys=MK_CONTROL delta=-120 position=(1, 2)");
  EXPECT_EQ(decoded(WM_SYSCOMMAND, SC_MOVE + 2, 0),
            "WM_SYSCOMMAND command=SC_MOVE+2 position=(0, 0)");
  EXPECT_EQ(decoded(WM_KEYDOWN, VK_F10, static_cast<LPARAM>(0x41440001)),
            "WM_KEYDOWN key=VK_F10 keystroke=repeat 1 scan 0x44 extended was-down");
  EXPECT_EQ(decoded(WM_SETCURSOR, 0x10042, MAKELPARAM(HTCLIENT, WM_MOUSEMOVE)),
            "WM_SETCURSOR under=0x10042 hit=HTCLIENT cause=WM_MOUSEMOVE");
  EXPECT_EQ(decoded(EM_SETSEL, 0, -1), "EM_SETSEL start=0 end=-1");
  // A parameter that should be zero and is not shows.
  EXPECT_EQ(decoded(WM_CLOSE, 3, 0), "WM_CLOSE wParam=3");
  EXPECT_EQ(decoded(WM_APP + 1, 1, 0xABCDEF), "WM_APP+1 wParam=1 lParam=0xABCDEF");
}

TEST(SpyDecoder, ReadsTextAsTheSenderSpeaks) {
  EXPECT_EQ(decoded(WM_SETTEXT, 0, reinterpret_cast<LPARAM>(u"Gr\u00FC\u00DFe\n")),
            "WM_SETTEXT text=\"Gr\u00FC\u00DFe\\n\"");
  EXPECT_EQ(decoded(WM_SETTEXT, 0, reinterpret_cast<LPARAM>("plain"), Characters::kAnsi),
            "WM_SETTEXT text=\"plain\"");
}

TEST(SpyDecoder, ReadsStructures) {
  WINDOWPOS position{kWindow, HWND_TOPMOST, 1, -2, 30, 40, SWP_NOACTIVATE | SWP_NOSIZE};
  EXPECT_EQ(decoded(WM_WINDOWPOSCHANGING, 0, reinterpret_cast<LPARAM>(&position)),
            "WM_WINDOWPOSCHANGING position={hwnd=0x10042 hwndInsertAfter=HWND_TOPMOST x=1 y=-2 "
            "cx=30 cy=40 flags=SWP_NOSIZE|SWP_NOACTIVATE}");
  CREATESTRUCTW creation{};
  creation.lpszName = reinterpret_cast<const WCHAR*>(u"Title");
  creation.lpszClass = reinterpret_cast<const WCHAR*>(std::uintptr_t{0xC001});
  const std::string text = decoded(WM_NCCREATE, 0, reinterpret_cast<LPARAM>(&creation));
  EXPECT_NE(text.find("lpszName=\"Title\" lpszClass=#49153"), std::string::npos) << text;
}

TEST(SpyDecoder, SurvivesPointersToNothing) {
  EXPECT_EQ(decoded(WM_SETTEXT, 0, 0x1234560), "WM_SETTEXT text=(unreadable)");
  EXPECT_EQ(decoded(WM_WINDOWPOSCHANGED, 0, 8), "WM_WINDOWPOSCHANGED position=(unreadable)");
  EXPECT_EQ(decoded(WM_CREATE, 0, 0), "WM_CREATE creation=null");
}

TEST(SpyDecoder, ShowsWhatCameOutOnTheReturn) {
  Capture capture;
  char16_t buffer[8] = u"abc";
  SentScope text(kWindow, WM_GETTEXT, 8, reinterpret_cast<LPARAM>(buffer));
  EXPECT_EQ(capture.last(), "WM_GETTEXT capacity=8");
  text.returned(3);
  EXPECT_EQ(capture.last(), "WM_GETTEXT copied=3 text=\"abc\"");
  DWORD start = 2, end = 5;
  SentScope selection(kWindow, EM_GETSEL, reinterpret_cast<WPARAM>(&start),
                      reinterpret_cast<LPARAM>(&end));
  selection.returned(MAKELRESULT(2, 5));
  EXPECT_EQ(capture.last(), "EM_GETSEL start=2 end=5 start=2 end=5");
}

TEST(SpyDecoder, NamesNotificationsByTheirControl) {
  set_window_describer({[](HWND, char16_t* buffer, unsigned) {
                          std::memcpy(buffer, u"ListBox", 14);
                          return 7u;
                        },
                        nullptr, nullptr});
  EXPECT_EQ(decoded(WM_COMMAND, MAKEWPARAM(9, LBN_ERRSPACE), 0x10042),
            "WM_COMMAND id=9 code=LBN_ERRSPACE control=0x10042");
  set_window_describer({});
  EXPECT_EQ(decoded(WM_COMMAND, MAKEWPARAM(9, 1), 0), "WM_COMMAND id=9 code=1 control=null");
}

TEST(SpyRing, AnswersFalseWhenFullAndKeepsOrder) {
  Ring ring(4);
  Record record;
  for (std::uint64_t i = 1; i <= 4; ++i) {
    record.call = i;
    EXPECT_TRUE(ring.push(record));
  }
  EXPECT_FALSE(ring.push(record));
  for (std::uint64_t i = 1; i <= 4; ++i) {
    ASSERT_TRUE(ring.pop(record));
    EXPECT_EQ(record.call, i);
  }
  EXPECT_FALSE(ring.pop(record));
  EXPECT_TRUE(ring.push(record));
}

TEST(SpyRing, OverflowLosesNothing) {
  Capture capture;
  constexpr int kEach = 6000;  // more than the ring holds
  const auto report = [] {
    for (int i = 0; i < kEach; ++i) coalesced(kWindow, WM_MOUSEMOVE, static_cast<WPARAM>(i), 0);
  };
  std::thread other(report);
  report();
  other.join();
  std::map<int, WPARAM> next;
  for (const Record& record : capture.records()) EXPECT_EQ(record.wparam, next[record.thread]++);
  ASSERT_EQ(next.size(), 2u);
  for (const auto& [thread, count] : next) EXPECT_EQ(count, WPARAM{kEach});
}

TEST(SpyFilter, CombinesTerms) {
  Record record;
  record.message = WM_MOUSEMOVE;
  record.event = Event::kSent;
  record.thread = 2;
  std::strcpy(record.window_class, "Edit");
  EXPECT_TRUE(Filter("").shows(record));
  EXPECT_TRUE(Filter("family:mouse").shows(record));
  EXPECT_TRUE(Filter("family:mouse,family:keyboard").shows(record));
  EXPECT_FALSE(Filter("family:keyboard").shows(record));
  EXPECT_FALSE(Filter("family:mouse,!WM_MOUSE*").shows(record));
  EXPECT_TRUE(Filter("wm_mouse* class:edit thread:2 event:SR").shows(record));
  EXPECT_FALSE(Filter("class:Button,WM_MOUSEMOVE").shows(record));
  EXPECT_THROW(Filter("colour:red"), std::invalid_argument);
}

std::string written_by(std::shared_ptr<Sink> (*make)(std::unique_ptr<Output>, Filter)) {
  const std::string path =
      std::filesystem::temp_directory_path() / ("transom-spy-" + std::to_string(getpid()));
  auto sink = make(std::make_unique<Output>(path), Filter());
  attach(sink);
  posted(kWindow, WM_APP, 1, 0, Origin::kProgram);
  MSG message{};
  message.hwnd = kWindow;
  message.message = WM_APP;
  message.wParam = 1;
  retrieved(message);
  {
    DispatchedScope dispatch(message);
    SentScope text(kWindow, WM_SETTEXT, 0, reinterpret_cast<LPARAM>(u"\"q\"\t\\"));
    text.returned(1);
    SentScope abandoned(kWindow, WM_CLOSE, 0, 0);
    dispatch.returned(0);
  }
  detach(sink.get());
  sink.reset();
  std::ifstream file(path);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  std::filesystem::remove(path);
  return text;
}

TEST(SpyOutput, ChromeTraceIsValidAndBalanced) {
  const auto trace = nlohmann::json::parse(written_by(make_chrome_sink));
  std::map<std::string, int> phases;
  for (const auto& event : trace) ++phases[event.at("ph").get<std::string>()];
  EXPECT_EQ(phases["B"], phases["E"]);
  EXPECT_EQ(phases["B"], 3);
  // The arrow from the post to the dispatch has both ends, with one number.
  std::set<int> starts, ends;
  for (const auto& event : trace) {
    if (event["ph"] == "s") starts.insert(event["id"].get<int>());
    if (event["ph"] == "f") ends.insert(event["id"].get<int>());
  }
  EXPECT_EQ(ends.size(), 1u);
  EXPECT_TRUE(starts.contains(*ends.begin()));
}

TEST(SpyOutput, JsonIsAnObjectALine) {
  std::istringstream lines(written_by(make_json_sink));
  std::string line, events;
  bool text_seen = false;
  while (std::getline(lines, line)) {
    const auto object = nlohmann::json::parse(line);
    events += object.at("event").get<std::string>();
    if (object["message"] == "WM_SETTEXT" && object["event"] == "S") {
      text_seen = object["parameters"]["text"] == "\"\\\"q\\\"\\t\\\\\"";
    }
  }
  EXPECT_EQ(events, "PWSRSR");
  EXPECT_TRUE(text_seen);
}

TEST(SpyOutput, TextIsIndentedByNesting) {
  const std::string text = written_by(make_text_sink);
  EXPECT_NE(text.find(" P WM_APP [10042] wParam=1\n"), std::string::npos) << text;
  EXPECT_NE(text.find("   S WM_SETTEXT [10042] text="), std::string::npos) << text;
  EXPECT_EQ(text.find('\033'), std::string::npos);
}

}  // namespace
}  // namespace transom::spy
