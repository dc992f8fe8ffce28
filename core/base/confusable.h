// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace core {

/// What a reader takes a name for: letters that look like Latin ones (Cyrillic, Greek, full-width, mathematical,
/// circled, accented) become those, in lower case; digits likewise; spaces, marks that combine and characters of no
/// width are left out, and so is punctuation unless nothing else is there. Everything else stays. Bytes that are no
/// UTF-8 are left out. At most `maxCodePoints` are read. Follows the idea of UTS 39 skeletons over NFKC, for the
/// scripts named. Thread: any.
[[nodiscard]] std::string lookalike(std::string_view bytes, std::size_t maxCodePoints);

}  // namespace core
