// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sound/tone.h"

#include <QDataStream>
#include <QIODevice>
#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace app {
namespace {

constexpr int kRate = 44'100;

/// One struck tone: hertz, seconds at which it begins and in which it dies away, loudness.
struct Note {
    double pitch;
    double begin;
    double decay;
    double level;
};
struct Tone {
    const char* name;
    double seconds;
    std::array<Note, 6> notes;
};

// Apart by rhythm as well as pitch, so that they are told apart on small speakers.
constexpr std::array kTones{
    Tone{"tick", 0.15, {{{1'500, 0, 0.03, 0.5}}}},
    Tone{"chime", 0.7, {{{784, 0, 0.18, 0.4}, {1'047, 0.12, 0.25, 0.4}}}},
    Tone{"bell", 1.2, {{{660, 0, 0.4, 0.35}, {1'329, 0, 0.25, 0.2}, {1'980, 0, 0.15, 0.1}}}},
    Tone{"rise",
         0.8,
         {{{523, 0, 0.12, 0.4}, {659, 0.12, 0.12, 0.4}, {784, 0.24, 0.12, 0.4}, {1'047, 0.36, 0.2, 0.45}}}},
    Tone{"fall",
         0.8,
         {{{1'047, 0, 0.12, 0.45}, {784, 0.12, 0.12, 0.4}, {659, 0.24, 0.12, 0.4}, {392, 0.36, 0.25, 0.45}}}},
    Tone{"alarm",
         1.3,
         {{{988, 0, 0.1, 0.6},
           {740, 0.2, 0.1, 0.6},
           {988, 0.4, 0.1, 0.6},
           {740, 0.6, 0.1, 0.6},
           {988, 0.8, 0.1, 0.6},
           {740, 1.0, 0.12, 0.6}}}},
};

double at(const Tone& tone, double time) {
    double out = 0;
    for (const Note& note : tone.notes) {
        const double since = time - note.begin;
        if (note.level <= 0 || since < 0) continue;
        // A few milliseconds of beginning, so that nothing clicks.
        const double attack = std::min(1.0, since / 0.004);
        out += note.level * attack * std::exp(-since / note.decay) *
               std::sin(2 * std::numbers::pi * note.pitch * since);
    }
    // And an end that is silent.
    return out * std::min(1.0, (tone.seconds - time) / 0.02);
}

}  // namespace

QStringList toneNames() {
    QStringList out;
    for (const Tone& tone : kTones) out << QString::fromLatin1(tone.name);
    return out;
}

QByteArray toneWav(const QString& name) {
    const auto tone = std::find_if(kTones.begin(), kTones.end(),
                                   [&](const Tone& each) { return name == QLatin1String(each.name); });
    if (tone == kTones.end()) return {};
    const auto count = static_cast<std::uint32_t>(tone->seconds * kRate);
    QByteArray out;
    QDataStream stream(&out, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    constexpr std::uint32_t kHeader = 36;
    constexpr std::uint16_t kBytes = 2;
    stream.writeRawData("RIFF", 4);
    stream << (kHeader + count * kBytes);
    stream.writeRawData("WAVEfmt ", 8);
    stream << std::uint32_t{16} << std::uint16_t{1} << std::uint16_t{1} << std::uint32_t{kRate}
           << std::uint32_t{kRate * kBytes} << kBytes << std::uint16_t{16};
    stream.writeRawData("data", 4);
    stream << (count * kBytes);
    for (std::uint32_t i = 0; i < count; ++i) {
        const double value = std::clamp(at(*tone, static_cast<double>(i) / kRate), -1.0, 1.0);
        stream << static_cast<std::int16_t>(std::lround(value * 32'000));
    }
    return out;
}

}  // namespace app
