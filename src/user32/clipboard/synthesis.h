// Formats that the clipboard makes of others.
// https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats#synthesized-clipboard-formats
#pragma once

#include <vector>

#include "user32/clipboard/clipboard.h"

namespace transom::user {

// Appends those that follow from what there is.
void list_synthesized_formats(std::vector<ClipboardEntry>& entries);
// Data in the format, made of one that it follows from; null: that cannot be had. The clipboard is
// open for the calling thread.
HANDLE synthesize(UINT format);

// Of pictures (synthesize_picture.cpp). Null: the data is none.
HANDLE dib_of_bitmap(HBITMAP bitmap, UINT format);
HANDLE dib_of_dib(HGLOBAL from, UINT format);
HANDLE bitmap_of_dib(HGLOBAL dib);
// Of metafiles (synthesize_metafile.cpp).
HGLOBAL metafile_picture_of(HENHMETAFILE metafile);
HENHMETAFILE enhanced_metafile_of(HGLOBAL picture);
// A METAFILEPICT's memory, and the metafile that it names.
void free_metafile_picture(HGLOBAL picture);

// A block of moveable memory with these bytes; null where there is no memory.
HGLOBAL clipboard_memory(const void* bytes, std::size_t size);

}  // namespace transom::user
