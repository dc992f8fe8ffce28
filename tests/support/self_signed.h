// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace test {

/// What a self-made certificate says.
struct TlsIdentity {
    std::string subjectAltName = "IP:127.0.0.1";
};

/// A certificate that signs itself and its private key, both PEM.
struct SelfSigned {
    std::string certificate;
    std::string key;
};

/// A fresh P-256 certificate, valid for an hour. Throws std::runtime_error when OpenSSL refuses.
SelfSigned makeSelfSigned(const TlsIdentity& identity);

}  // namespace test
