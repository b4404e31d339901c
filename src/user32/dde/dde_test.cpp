// DDEML against windows that speak DDE by hand, which see what is really sent, and against itself.
// https://learn.microsoft.com/windows/win32/dataxchg/about-dynamic-data-exchange
#include <functional>
#include <string>
#include <thread>

#include "base/dde.h"
#include "tests/support/coverage.h"
#include "user32/locked_memory.h"
#include "user32/window_thread.h"

namespace transom::user {
namespace {

using test::WindowThread;
constexpr DWORD kPatience = 10'000;

std::string atom_text(ATOM atom) {
  char text[256];
  return {text, GlobalGetAtomNameA(atom, text, sizeof text)};
}

struct Heard {
  UINT type, format;
  HCONV conversation;
  HSZ first, second;
  std::string data;
  ULONG_PTR data1, data2;
};

// An instance of DDEML; the callback of the test that runs.
class Ddeml : public testing::Test {
 protected:
  void SetUp() override {
    self_ = this;
    ASSERT_EQ(DdeInitializeA(&id, callback, APPCMD_CLIENTONLY, 0), UINT{DMLERR_NO_ERROR});
  }
  void TearDown() override {
    EXPECT_TRUE(DdeUninitialize(id));
    MSG message;
    while (PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE)) DispatchMessageW(&message);
    self_ = nullptr;
  }

  HSZ name(const char* text) const { return DdeCreateStringHandleA(id, text, CP_WINANSI); }
  HCONV connect(const char* service, const char* topic) const {
    return DdeConnect(id, name(service), name(topic), nullptr);
  }
  const Heard* heard_of(UINT type) const {
    for (const Heard& one : heard) {
      if (one.type == type) return &one;
    }
    return nullptr;
  }
  static std::string text_of(HDDEDATA data) {
    std::string text(DdeGetData(data, nullptr, 0, 0), 0);
    DdeGetData(data, reinterpret_cast<LPBYTE>(text.data()), static_cast<DWORD>(text.size()), 0);
    return text;
  }
  HDDEDATA data(const std::string& text, const char* item, UINT flags = 0) const {
    return DdeCreateDataHandle(id, reinterpret_cast<LPBYTE>(const_cast<char*>(text.c_str())),
                               static_cast<DWORD>(text.size() + 1), 0, name(item), CF_TEXT, flags);
  }
  // Handles messages until it is so, or for long enough.
  static bool pump_until(const std::function<bool()>& done) {
    const DWORD end = GetTickCount() + kPatience;
    while (!done() && GetTickCount() < end) {
      MSG message;
      if (PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE)) {
        DispatchMessageW(&message);
      } else {
        MsgWaitForMultipleObjects(0, nullptr, FALSE, 5, QS_ALLINPUT);
      }
    }
    return done();
  }

  DWORD id = 0;
  std::vector<Heard> heard;
  std::function<HDDEDATA(const Heard&)> answer;

 private:
  static HDDEDATA CALLBACK callback(UINT type, UINT format, HCONV conversation, HSZ first,
                                    HSZ second, HDDEDATA given, ULONG_PTR data1, ULONG_PTR data2) {
    if (self_ == nullptr) return nullptr;
    const bool has_data = type == XTYP_ADVDATA || type == XTYP_POKE || type == XTYP_EXECUTE ||
                          type == XTYP_XACT_COMPLETE;
    const Heard one{type,  format, conversation, first, second, has_data ? text_of(given) : "",
                    data1, data2};
    self_->heard.push_back(one);
    return self_->answer ? self_->answer(one) : nullptr;
  }
  static inline Ddeml* self_ = nullptr;
};

HDDEDATA as_answer(std::uintptr_t value) {
  return reinterpret_cast<HDDEDATA>(value);
}

// A server by hand: a window on a thread of its own. What it gets it takes apart and notes.
struct Message {
  UINT number;
  HWND client;
  UINT_PTR low, high;
  WORD flags = 0;  // of the memory that came along
  UINT format = 0;
  std::string text;  // the item's or command's name, or the data
};

class HandServer {
 public:
  HandServer()
      : thread_([this](HWND window, UINT message, WPARAM wparam,
                       LPARAM lparam) -> std::optional<LRESULT> {
          if (message < WM_DDE_FIRST || message > WM_DDE_LAST) return {};
          handle(window, message, reinterpret_cast<HWND>(wparam), lparam);
          return 0;
        }) {}

  HWND window() const { return thread_.window(); }
  std::vector<Message> taken() {
    std::vector<Message> copy;
    thread_.run([&] { copy = messages_; });
    return copy;
  }
  std::optional<Message> first(UINT number) {
    for (const Message& message : taken()) {
      if (message.number == number) return message;
    }
    return std::nullopt;
  }
  // An update of the item "price", as the advise loop asked for it.
  void post_update(const std::string& text, WORD flags) {
    thread_.run([&] {
      const LPARAM packed = PackDDElParam(
          WM_DDE_DATA, reinterpret_cast<UINT_PTR>(memory(text, flags)), GlobalAddAtomA("price"));
      PostMessageW(client_, WM_DDE_DATA, reinterpret_cast<WPARAM>(window()), packed);
    });
  }
  void terminate() {
    thread_.run(
        [&] { PostMessageW(client_, WM_DDE_TERMINATE, reinterpret_cast<WPARAM>(window()), 0); });
  }

  bool refuses = false;

 private:
  static HGLOBAL memory(const std::string& text, WORD flags) {
    const HGLOBAL block = GlobalAlloc(GMEM_MOVEABLE | GMEM_DDESHARE, 4 + text.size() + 1);
    const LockedMemory locked(block);
    const WORD header[] = {flags, CF_TEXT};
    std::memcpy(locked.data(), header, sizeof header);
    std::memcpy(locked.data() + 4, text.c_str(), text.size() + 1);
    return block;
  }

  void answer(HWND window, HWND client, UINT number, UINT_PTR low, UINT_PTR high) {
    PostMessageW(client, number, reinterpret_cast<WPARAM>(window),
                 PackDDElParam(number, low, high));
  }

  void look_into(Message& message, HGLOBAL block) {
    const LockedMemory locked(block);
    if (locked.size() < 4) return;
    WORD header[2];
    std::memcpy(header, locked.data(), sizeof header);
    message.flags = header[0];
    message.format = header[1];
    if (locked.size() > 4) message.text = reinterpret_cast<const char*>(locked.data() + 4);
  }

  void on_initiate(HWND window, HWND client, LPARAM lparam) {
    messages_.push_back({WM_DDE_INITIATE, client, LOWORD(lparam), HIWORD(lparam), 0, 0,
                         atom_text(LOWORD(lparam)) + "|" + atom_text(HIWORD(lparam))});
    if (atom_text(LOWORD(lparam)) != "hand") return;
    client_ = client;
    SendMessageW(client, WM_DDE_ACK, reinterpret_cast<WPARAM>(window),
                 MAKELPARAM(GlobalAddAtomA("hand"), GlobalAddAtomA("stock")));
  }

  void handle(HWND window, UINT number, HWND client, LPARAM lparam) {
    if (number == WM_DDE_INITIATE) return on_initiate(window, client, lparam);
    Message message{number, client, 0, 0};
    EXPECT_TRUE(UnpackDDElParam(number, lparam, &message.low, &message.high));
    FreeDDElParam(number, lparam);
    const WORD status = refuses ? 0 : DDE_FACK;
    switch (number) {
      case WM_DDE_REQUEST:
        message.text = atom_text(static_cast<ATOM>(message.high));
        if (refuses) {
          answer(window, client, WM_DDE_ACK, DDE_FBUSY, message.high);
        } else {
          answer(window, client, WM_DDE_DATA,
                 reinterpret_cast<UINT_PTR>(memory("42", DDE_FREQUESTED | DDE_FRELEASE)),
                 message.high);
        }
        break;
      case WM_DDE_POKE:
      case WM_DDE_ADVISE:
        look_into(message, reinterpret_cast<HGLOBAL>(message.low));
        if (!refuses) GlobalFree(reinterpret_cast<HGLOBAL>(message.low));
        answer(window, client, WM_DDE_ACK, status, message.high);
        break;
      case WM_DDE_UNADVISE:
        answer(window, client, WM_DDE_ACK, status, message.high);
        break;
      case WM_DDE_EXECUTE: {
        const LockedMemory locked(reinterpret_cast<HGLOBAL>(message.high));
        // Both windows are Unicode ones.
        const auto* text = reinterpret_cast<const char16_t*>(locked.data());
        for (; *text != 0; ++text) message.text += static_cast<char>(*text);
        answer(window, client, WM_DDE_ACK, status, message.high);
        break;
      }
      case WM_DDE_TERMINATE:
        PostMessageW(client, WM_DDE_TERMINATE, reinterpret_cast<WPARAM>(window), 0);
        break;
      default:
        break;
    }
    messages_.push_back(message);
  }

  std::vector<Message> messages_;  // the thread's
  HWND client_ = nullptr;
  WindowThread thread_;
};

HDDEDATA transact(HCONV conversation, HSZ item, UINT type, DWORD* result = nullptr) {
  return DdeClientTransaction(nullptr, 0, conversation, item, CF_TEXT, type, kPatience, result);
}

// "A client broadcasts WM_DDE_INITIATE to all top-level windows; servers answer with WM_DDE_ACK."
TEST_F(Ddeml, AClientFindsAServer) {
  TRANSOM_CHECKS(WM_DDE_INITIATE);
  TRANSOM_CHECKS(WM_DDE_FIRST);
  TRANSOM_CHECKS(WM_DDE_LAST);
  HandServer server;
  EXPECT_EQ(connect("nobody", "stock"), nullptr);
  EXPECT_EQ(DdeGetLastError(id), UINT{DMLERR_NO_CONV_ESTABLISHED});
  const HCONV conversation = connect("hand", "stock");
  ASSERT_NE(conversation, nullptr);
  CONVINFO info{};
  info.cb = sizeof info;
  ASSERT_EQ(DdeQueryConvInfo(conversation, QID_SYNC, &info), sizeof info);
  EXPECT_EQ(info.hwndPartner, server.window());
  EXPECT_EQ(info.wStatus, UINT{ST_CONNECTED | ST_CLIENT});
  const auto messages = server.taken();
  ASSERT_EQ(messages.size(), 2u);
  EXPECT_EQ(messages[0].text, "nobody|stock");
  EXPECT_EQ(messages[1].text, "hand|stock");
  EXPECT_EQ(messages[1].client, info.hwnd);
}

// "Either side ends; the other answers with the same."
TEST_F(Ddeml, EitherSideEndsIt) {
  TRANSOM_CHECKS(WM_DDE_TERMINATE);
  HandServer server;
  const HCONV first = connect("hand", "stock");
  EXPECT_TRUE(DdeDisconnect(first));
  EXPECT_FALSE(DdeDisconnect(first));
  EXPECT_TRUE(pump_until([&] { return server.first(WM_DDE_TERMINATE).has_value(); }));
  const HCONV second = connect("hand", "stock");
  ASSERT_NE(second, nullptr);
  server.terminate();
  EXPECT_TRUE(pump_until([&] { return heard_of(XTYP_DISCONNECT) != nullptr; }));
  EXPECT_EQ(heard_of(XTYP_DISCONNECT)->conversation, second);
  EXPECT_EQ(transact(second, name("price"), XTYP_REQUEST), nullptr);
  // Both times with the partner's window and nothing else.
  EXPECT_TRUE(pump_until([&] {
    const auto messages = server.taken();
    return std::ranges::count(messages, UINT{WM_DDE_TERMINATE}, &Message::number) == 2;
  }));
  EXPECT_EQ(server.first(WM_DDE_TERMINATE)->low | server.first(WM_DDE_TERMINATE)->high, 0u);
}

TEST_F(Ddeml, AClientRequestsData) {
  TRANSOM_CHECKS(WM_DDE_REQUEST);
  TRANSOM_CHECKS(WM_DDE_DATA);
  HandServer server;
  const HCONV conversation = connect("hand", "stock");
  DWORD status = 0;
  const HDDEDATA answer = transact(conversation, name("price"), XTYP_REQUEST, &status);
  ASSERT_NE(answer, nullptr);
  EXPECT_EQ(text_of(answer).substr(0, 3), std::string("42\0", 3));
  EXPECT_TRUE(DdeFreeDataHandle(answer));
  EXPECT_EQ(server.first(WM_DDE_REQUEST)->low, UINT_PTR{CF_TEXT});
  EXPECT_EQ(server.first(WM_DDE_REQUEST)->text, "price");
  server.refuses = true;
  EXPECT_EQ(transact(conversation, name("price"), XTYP_REQUEST), nullptr);
  EXPECT_EQ(DdeGetLastError(id), UINT{DMLERR_BUSY});
}

TEST_F(Ddeml, AClientPokesAndCommands) {
  TRANSOM_CHECKS(WM_DDE_POKE);
  TRANSOM_CHECKS(WM_DDE_EXECUTE);
  TRANSOM_CHECKS(WM_DDE_ACK);
  HandServer server;
  const HCONV conversation = connect("hand", "stock");
  char poked[] = "7";
  DWORD status = 0;
  EXPECT_NE(DdeClientTransaction(reinterpret_cast<LPBYTE>(poked), sizeof poked, conversation,
                                 name("price"), CF_TEXT, XTYP_POKE, kPatience, &status),
            nullptr);
  EXPECT_EQ(status, DWORD{DDE_FACK});
  const auto poke = server.first(WM_DDE_POKE);
  EXPECT_EQ(poke->text, "7");
  EXPECT_EQ(poke->flags, DDE_FRELEASE);
  EXPECT_EQ(poke->format, UINT{CF_TEXT});
  EXPECT_EQ(poke->high, UINT_PTR{GlobalFindAtomA("price")});
  char command[] = "[buy]";
  EXPECT_NE(DdeClientTransaction(reinterpret_cast<LPBYTE>(command), sizeof command, conversation,
                                 nullptr, 0, XTYP_EXECUTE, kPatience, &status),
            nullptr);
  EXPECT_EQ(server.first(WM_DDE_EXECUTE)->text, "[buy]");
  server.refuses = true;
  EXPECT_EQ(DdeClientTransaction(reinterpret_cast<LPBYTE>(command), sizeof command, conversation,
                                 nullptr, 0, XTYP_EXECUTE, kPatience, &status),
            nullptr);
  EXPECT_EQ(DdeGetLastError(id), UINT{DMLERR_NOTPROCESSED});
  // The command's memory was the client's all along.
  EXPECT_EQ(GlobalFlags(reinterpret_cast<HGLOBAL>(server.first(WM_DDE_EXECUTE)->high)),
            UINT{GMEM_INVALID_HANDLE});
}

// Hot links carry the data and may want an acknowledgement, warm links only say that there is news.
TEST_F(Ddeml, AnAdviseLoop) {
  TRANSOM_CHECKS(WM_DDE_ADVISE);
  TRANSOM_CHECKS(WM_DDE_UNADVISE);
  TRANSOM_CHECKS(WM_DDE_DATA);
  TRANSOM_CHECKS(WM_DDE_ACK);
  HandServer server;
  const HCONV conversation = connect("hand", "stock");
  const HSZ price = name("price");
  answer = [](const Heard&) { return as_answer(DDE_FACK); };
  ASSERT_NE(transact(conversation, price, XTYP_ADVSTART | XTYPF_ACKREQ), nullptr);
  EXPECT_EQ(server.first(WM_DDE_ADVISE)->flags, DDE_FACKREQ);
  EXPECT_EQ(server.first(WM_DDE_ADVISE)->format, UINT{CF_TEXT});
  server.post_update("43", DDE_FACKREQ | DDE_FRELEASE);
  ASSERT_TRUE(pump_until([&] { return heard_of(XTYP_ADVDATA) != nullptr; }));
  EXPECT_EQ(heard_of(XTYP_ADVDATA)->second, price);
  EXPECT_EQ(heard_of(XTYP_ADVDATA)->format, UINT{CF_TEXT});
  EXPECT_EQ(heard_of(XTYP_ADVDATA)->data.substr(0, 2), "43");
  EXPECT_TRUE(pump_until([&] { return server.first(WM_DDE_ACK).has_value(); }));
  EXPECT_EQ(server.first(WM_DDE_ACK)->low, UINT_PTR{DDE_FACK});
  ASSERT_NE(transact(conversation, price, XTYP_ADVSTOP), nullptr);
  EXPECT_EQ(server.first(WM_DDE_UNADVISE)->low, UINT_PTR{CF_TEXT});
  EXPECT_EQ(server.first(WM_DDE_UNADVISE)->high, UINT_PTR{GlobalFindAtomA("price")});
}

TEST_F(Ddeml, TransactionsNeedNotBeWaitedFor) {
  HandServer server;
  const HCONV conversation = connect("hand", "stock");
  DWORD number = 0;
  EXPECT_NE(DdeClientTransaction(nullptr, 0, conversation, name("price"), CF_TEXT, XTYP_REQUEST,
                                 TIMEOUT_ASYNC, &number),
            nullptr);
  EXPECT_TRUE(DdeSetUserHandle(conversation, number, 99));
  CONVINFO info{};
  info.cb = sizeof info;
  EXPECT_NE(DdeQueryConvInfo(conversation, number, &info), 0u);
  EXPECT_EQ(info.hUser, 99u);
  EXPECT_EQ(info.wType, UINT{XTYP_REQUEST});
  ASSERT_TRUE(pump_until([&] { return heard_of(XTYP_XACT_COMPLETE) != nullptr; }));
  EXPECT_EQ(heard_of(XTYP_XACT_COMPLETE)->data1, number);
  EXPECT_EQ(heard_of(XTYP_XACT_COMPLETE)->data.substr(0, 2), "42");
  EXPECT_FALSE(DdeAbandonTransaction(id, conversation, number));
  EXPECT_EQ(DdeGetLastError(id), UINT{DMLERR_UNFOUND_QUEUE_ID});
}

// Both ends are DDEML's, client and server on one thread.
class DdemlServer : public Ddeml {
 protected:
  void SetUp() override {
    Ddeml::SetUp();
    ASSERT_EQ(DdeInitializeW(&server_id, serve, 0, 0), UINT{DMLERR_NO_ERROR});
    server_ = this;
    DdeNameService(server_id, name("Broker"), nullptr, DNS_REGISTER);
  }
  void TearDown() override {
    EXPECT_TRUE(DdeUninitialize(server_id));
    server_ = nullptr;
    Ddeml::TearDown();
  }
  bool served(UINT type) const { return served_of(type) != nullptr; }
  const Heard* served_of(UINT type) const {
    for (const Heard& one : asked) {
      if (one.type == type) return &one;
    }
    return nullptr;
  }

  DWORD server_id = 0;
  std::vector<Heard> asked;
  std::string price = "10";
  HDDEDATA status = as_answer(DDE_FACK);

 private:
  static HDDEDATA CALLBACK serve(UINT type, UINT format, HCONV conversation, HSZ first, HSZ second,
                                 HDDEDATA given, ULONG_PTR data1, ULONG_PTR data2) {
    if (server_ == nullptr) return nullptr;
    const bool has_data = type == XTYP_POKE || type == XTYP_EXECUTE;
    server_->asked.push_back(
        {type, format, conversation, first, second, has_data ? text_of(given) : "", data1, data2});
    switch (type) {
      case XTYP_CONNECT:
        return as_answer(DdeCmpStringHandles(first, server_->name("stock")) == 0);
      case XTYP_WILDCONNECT: {
        HSZPAIR pairs[] = {{server_->name("Broker"), server_->name("stock")}, {}};
        return DdeCreateDataHandle(server_->server_id, reinterpret_cast<LPBYTE>(pairs),
                                   sizeof pairs, 0, nullptr, 0, 0);
      }
      case XTYP_REQUEST:
      case XTYP_ADVREQ:
        return DdeCreateDataHandle(
            server_->server_id, reinterpret_cast<LPBYTE>(server_->price.data()),
            static_cast<DWORD>(server_->price.size() + 1), 0, second, format, 0);
      case XTYP_ADVSTART:
        return as_answer(TRUE);
      case XTYP_POKE:
        server_->price = server_->asked.back().data.c_str();
        return server_->status;
      case XTYP_EXECUTE:
        return server_->status;
      default:
        return nullptr;
    }
  }
  static inline DdemlServer* server_ = nullptr;
};

TEST_F(DdemlServer, ConnectsByNameAndTopic) {
  TRANSOM_CHECKS(WM_DDE_INITIATE);
  TRANSOM_CHECKS(WM_DDE_ACK);
  EXPECT_EQ(connect("Broker", "weather"), nullptr);
  EXPECT_EQ(connect("Stranger", "stock"), nullptr);  // filtered: not registered
  ASSERT_EQ(asked.size(), 1u);
  const HCONV conversation = connect("broker", "STOCK");
  ASSERT_NE(conversation, nullptr);
  ASSERT_TRUE(served(XTYP_CONNECT_CONFIRM));
  CONVINFO info{};
  info.cb = sizeof info;
  DdeQueryConvInfo(conversation, QID_SYNC, &info);
  EXPECT_EQ(info.hConvPartner, served_of(XTYP_CONNECT_CONFIRM)->conversation);
  EXPECT_EQ(info.wStatus, UINT{ST_CONNECTED | ST_CLIENT | ST_ISLOCAL});
  // Any service, any topic: the server says what there is.
  const HCONVLIST list = DdeConnectList(id, nullptr, nullptr, nullptr, nullptr);
  ASSERT_NE(list, nullptr);
  const HCONV member = DdeQueryNextServer(list, nullptr);
  EXPECT_NE(member, nullptr);
  EXPECT_EQ(DdeQueryNextServer(list, member), nullptr);
  EXPECT_TRUE(DdeDisconnectList(list));
  EXPECT_FALSE(DdeDisconnect(member));
}

TEST_F(DdemlServer, AnswersTransactions) {
  const HCONV conversation = connect("Broker", "stock");
  const HSZ item = name("price");
  HDDEDATA answer = transact(conversation, item, XTYP_REQUEST);
  EXPECT_EQ(text_of(answer).substr(0, 2), "10");
  DdeFreeDataHandle(answer);
  EXPECT_NE(DdeClientTransaction(reinterpret_cast<LPBYTE>(data("11", "price")), 0xFFFF'FFFF,
                                 conversation, item, CF_TEXT, XTYP_POKE, kPatience, nullptr),
            nullptr);
  EXPECT_EQ(price, "11");
  // The client is an ANSI program, the server a Unicode one.
  char command[] = "[sell]";
  EXPECT_NE(DdeClientTransaction(reinterpret_cast<LPBYTE>(command), sizeof command, conversation,
                                 nullptr, 0, XTYP_EXECUTE, kPatience, nullptr),
            nullptr);
  EXPECT_EQ(served_of(XTYP_EXECUTE)->data, std::string("[\0s\0e\0l\0l\0]\0\0\0", 14));
  status = as_answer(DDE_FNOTPROCESSED);
  EXPECT_EQ(DdeClientTransaction(reinterpret_cast<LPBYTE>(command), sizeof command, conversation,
                                 nullptr, 0, XTYP_EXECUTE, kPatience, nullptr),
            nullptr);
  EXPECT_TRUE(DdeDisconnect(conversation));
  EXPECT_TRUE(pump_until([&] { return served(XTYP_DISCONNECT); }));
}

TEST_F(DdemlServer, KeepsAdviseLoops) {
  const HCONV conversation = connect("Broker", "stock");
  const HSZ item = name("price");
  answer = [](const Heard&) { return as_answer(DDE_FACK); };
  ASSERT_NE(transact(conversation, item, XTYP_ADVSTART | XTYPF_ACKREQ), nullptr);
  price = "12";
  EXPECT_TRUE(DdePostAdvise(server_id, name("stock"), item));
  price = "13";
  EXPECT_TRUE(DdePostAdvise(server_id, nullptr, nullptr));  // the first is not acknowledged yet
  EXPECT_TRUE(pump_until([&] { return heard.size() >= 2; }));
  ASSERT_EQ(heard.size(), 2u);
  EXPECT_EQ(heard[0].data.substr(0, 2), "12");
  EXPECT_EQ(heard[1].data.substr(0, 2), "13");
  EXPECT_EQ(asked.back().type, UINT{XTYP_ADVREQ});
  EXPECT_EQ(asked.back().data1, ULONG_PTR{CADV_LATEACK});
  ASSERT_NE(transact(conversation, item, XTYP_ADVSTOP), nullptr);
  EXPECT_TRUE(served(XTYP_ADVSTOP));
  // A warm link: that something changed, not what.
  ASSERT_NE(transact(conversation, item, XTYP_ADVSTART | XTYPF_NODATA), nullptr);
  heard.clear();
  DdePostAdvise(server_id, name("stock"), item);
  ASSERT_TRUE(pump_until([&] { return heard_of(XTYP_ADVDATA) != nullptr; }));
  EXPECT_EQ(heard_of(XTYP_ADVDATA)->data, "");
}

// CBR_BLOCK and DdeEnableCallback: the transaction waits and comes again.
TEST_F(DdemlServer, MayLetClientsWait) {
  const HCONV conversation = connect("Broker", "stock");
  status = CBR_BLOCK;
  char command[] = "go";
  EXPECT_NE(DdeClientTransaction(reinterpret_cast<LPBYTE>(command), sizeof command, conversation,
                                 nullptr, 0, XTYP_EXECUTE, TIMEOUT_ASYNC, nullptr),
            nullptr);
  ASSERT_TRUE(pump_until([&] { return served(XTYP_EXECUTE); }));
  EXPECT_TRUE(DdeEnableCallback(server_id, nullptr, EC_QUERYWAITING));
  EXPECT_FALSE(heard_of(XTYP_XACT_COMPLETE));
  status = as_answer(DDE_FACK);
  EXPECT_TRUE(DdeEnableCallback(server_id, nullptr, EC_ENABLEALL));
  ASSERT_TRUE(pump_until([&] { return heard_of(XTYP_XACT_COMPLETE) != nullptr; }));
  EXPECT_EQ(heard_of(XTYP_XACT_COMPLETE)->data2, ULONG_PTR{DDE_FACK});
}

TEST_F(DdemlServer, OthersHearOfServices) {
  EXPECT_TRUE(pump_until([&] { return asked.empty(); }));  // nobody hears of its own
  DWORD other = 0;
  static int registered;
  registered = 0;
  ASSERT_EQ(DdeInitializeW(
                &other,
                [](UINT type, UINT, HCONV, HSZ, HSZ, HDDEDATA, ULONG_PTR, ULONG_PTR) -> HDDEDATA {
                  registered += type == XTYP_REGISTER ? 1 : type == XTYP_UNREGISTER ? 10 : 0;
                  return nullptr;
                },
                0, 0),
            UINT{DMLERR_NO_ERROR});
  DdeNameService(server_id, name("Second"), nullptr, DNS_REGISTER);
  DdeNameService(server_id, name("Second"), nullptr, DNS_UNREGISTER);
  EXPECT_TRUE(pump_until([&] { return registered == 11; }));
  EXPECT_TRUE(DdeUninitialize(other));
}

// Handles of nobody's, other threads, and memory that is none.
TEST_F(DdemlServer, SurvivesWhatIsNotItsOwn) {
  const HCONV conversation = connect("Broker", "stock");
  std::thread([&] {
    EXPECT_FALSE(DdeDisconnect(conversation));
    EXPECT_EQ(DdeGetLastError(id), UINT{DMLERR_INVALIDPARAMETER});
    EXPECT_EQ(DdeCreateStringHandleA(id, "x", CP_WINANSI), nullptr);
  }).join();
  EXPECT_EQ(DdeGetData(as_answer(12345), nullptr, 0, 0), 0u);
  EXPECT_FALSE(DdeFreeStringHandle(id, reinterpret_cast<HSZ>(0xFFFF'FFFF)));
  EXPECT_EQ(
      DdeCreateDataHandle(id, reinterpret_cast<LPBYTE>(0x1000), 0xFFFF'FFF0, 0, nullptr, 1, 0),
      nullptr);
  EXPECT_EQ(DdeInitializeW(nullptr, nullptr, 0, 0), UINT{DMLERR_INVALIDPARAMETER});
  CONVINFO info{};
  info.cb = sizeof info;
  DdeQueryConvInfo(conversation, QID_SYNC, &info);
  const auto client = reinterpret_cast<WPARAM>(info.hwnd);
  const auto server = reinterpret_cast<WPARAM>(info.hwndPartner);
  for (UINT message = WM_DDE_ADVISE; message <= WM_DDE_LAST; ++message) {
    for (const LPARAM wrong : {LPARAM{0}, LPARAM{-1}, LPARAM{0x1234}}) {
      PostMessageW(info.hwndPartner, message, client, wrong);
      PostMessageW(info.hwnd, message, server, wrong);
      PostMessageW(info.hwnd, message, 0xDEAD, wrong);
      const LPARAM packed = PackDDElParam(WM_DDE_POKE, 0x5678, 0xFFFF);
      PostMessageW(info.hwndPartner, message, client, packed);
    }
  }
  const HDDEDATA still = transact(conversation, name("price"), XTYP_REQUEST);
  EXPECT_NE(still, nullptr);
  DdeFreeDataHandle(still);
}

}  // namespace
}  // namespace transom::user
