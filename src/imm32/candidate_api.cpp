// Candidate lists, and the other words that a method knows for a text.
#include <algorithm>
#include <cstring>

#include "base/last_error.h"
#include "base/text.h"
#include "imm32/composition.h"
#include "imm32/encoded_text.h"

namespace transom::imm {
namespace {

using Bytes = std::vector<std::byte>;

// Each with its terminator.
std::vector<Bytes> encoded(const std::vector<std::u16string>& words, Encoding encoding) {
  std::vector<Bytes> all;
  all.reserve(words.size());
  for (const std::u16string& word : words) all.push_back(bytes_of(word + u'\0', encoding));
  return all;
}

// The offsets are within the structure itself.
constexpr std::size_t header_size(std::size_t count) {
  return offsetof(CANDIDATELIST, dwOffset) + std::max<std::size_t>(count, 1) * sizeof(DWORD);
}

std::size_t size_of(const std::vector<Bytes>& words) {
  std::size_t size = header_size(words.size());
  for (const Bytes& word : words) size += word.size();
  return size;
}

void write_list(const std::vector<Bytes>& words, CANDIDATELIST head, void* buffer) {
  auto* out = static_cast<char*>(buffer);
  std::size_t place = header_size(words.size());
  head.dwSize = static_cast<DWORD>(size_of(words));
  head.dwCount = static_cast<DWORD>(words.size());
  std::memcpy(out, &head, offsetof(CANDIDATELIST, dwOffset));
  for (std::size_t index = 0; index < words.size(); ++index) {
    const auto offset = static_cast<DWORD>(place);
    std::memcpy(out + offsetof(CANDIDATELIST, dwOffset) + index * sizeof offset, &offset,
                sizeof offset);
    std::memcpy(out + place, words[index].data(), words[index].size());
    place += words[index].size();
  }
}

// The size of the list; 0 where it does not fit in the buffer.
DWORD answer_list(const std::vector<std::u16string>& words, CANDIDATELIST head,
                  CANDIDATELIST* buffer, DWORD size, Encoding encoding) {
  if (words.empty()) return 0;
  const auto all = encoded(words, encoding);
  const std::size_t needed = size_of(all);
  if (buffer == nullptr || size == 0) return static_cast<DWORD>(needed);
  if (size < needed) return base::fail<DWORD>(ERROR_INSUFFICIENT_BUFFER);
  write_list(all, head, buffer);
  return static_cast<DWORD>(needed);
}

DWORD get_list(HIMC handle, DWORD index, CANDIDATELIST* buffer, DWORD size, Encoding encoding) {
  const ContextRef context = own_context(handle);
  if (!context || index != 0) return 0;
  CANDIDATELIST head{};
  head.dwStyle = IME_CAND_READ;
  head.dwSelection = static_cast<DWORD>(context->composition.candidate);
  head.dwPageStart = context->page_start;
  head.dwPageSize = context->page_size;
  return answer_list(context->composition.candidates, head, buffer, size, encoding);
}

DWORD get_count(HIMC handle, DWORD* lists, Encoding encoding) {
  if (lists != nullptr) *lists = 0;
  const ContextRef context = own_context(handle);
  if (!context || context->composition.candidates.empty()) return 0;
  if (lists != nullptr) *lists = 1;
  return static_cast<DWORD>(size_of(encoded(context->composition.candidates, encoding)));
}

// GCL_CONVERSION alone.
DWORD convert(HKL layout, std::u16string_view text, CANDIDATELIST* buffer, DWORD size, UINT flag,
              Encoding encoding) {
  const InputMethod* method = find_input_method(layout);
  if (method == nullptr || flag != GCL_CONVERSION) return 0;
  CANDIDATELIST head{};
  head.dwStyle = IME_CAND_READ;
  return answer_list(method->candidates(text), head, buffer, size, encoding);
}

}  // namespace
}  // namespace transom::imm

using namespace transom;
using namespace transom::imm;

// The candidates of the composition; the size of the list, 0 where there is none or it does not fit
// (ERROR_INSUFFICIENT_BUFFER). Without a buffer: the size alone.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetcandidatelistw
DWORD WINAPI ImmGetCandidateListW(HIMC context, DWORD index, LPCANDIDATELIST list, DWORD size) {
  return get_list(context, index, list, size, imm::Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetcandidatelista
DWORD WINAPI ImmGetCandidateListA(HIMC context, DWORD index, LPCANDIDATELIST list, DWORD size) {
  return get_list(context, index, list, size, imm::Encoding::kAnsi);
}

// How many lists there are, and the bytes that they take.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetcandidatelistcountw
DWORD WINAPI ImmGetCandidateListCountW(HIMC context, LPDWORD lists) {
  return get_count(context, lists, imm::Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetcandidatelistcounta
DWORD WINAPI ImmGetCandidateListCountA(HIMC context, LPDWORD lists) {
  return get_count(context, lists, imm::Encoding::kAnsi);
}

// What a method would offer for a text, without composing it.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetconversionlistw
DWORD WINAPI ImmGetConversionListW(HKL layout, HIMC, LPCWSTR text, LPCANDIDATELIST list, DWORD size,
                                   UINT flag) {
  if (text == nullptr) return 0;
  return convert(layout, base::as_char16(text), list, size, flag, imm::Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetconversionlista
DWORD WINAPI ImmGetConversionListA(HKL layout, HIMC, LPCSTR text, LPCANDIDATELIST list, DWORD size,
                                   UINT flag) {
  return convert(layout, base::to_utf16(text), list, size, flag, imm::Encoding::kAnsi);
}
