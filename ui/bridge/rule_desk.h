// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/alert/rule_file.h"
#endif

#include <QObject>
#include <QString>

#include <cstdint>
#include <vector>

namespace ui::bridge {

/// A rule and whether it is armed.
struct RuleState {
    enum class Origin : std::uint8_t {
        Own,      ///< of the user's file
        Shipped,  ///< comes with the program
        Line,     ///< a price line on a chart
        Wallets,  ///< wallets whose alert is switched on in their page or the watchlist
    };
    core::alert::Rule rule;  ///< as it is written
    Origin origin = Origin::Own;
    bool on = false;        ///< armed now
    bool replaced = false;  ///< shipped, and a rule of the user has its id

    /// Made of what the user did elsewhere: it is changed there and stands in no file.
    [[nodiscard]] bool isMade() const { return origin == Origin::Line || origin == Origin::Wallets; }
};

/// The rules that are armed: those of the user's file, those that come with the program, and made ones: price lines
/// of charts, alerts of wallets. The file is written only by write() and take(). Calls return at once. Thread: GUI.
class RuleDesk : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Own ones in the order of the file, then shipped ones, then made ones.
    [[nodiscard]] virtual const std::vector<RuleState>& rules() const = 0;
    /// The user's file; it need not be there.
    [[nodiscard]] virtual QString file() const = 0;
    /// Its text as it was last read.
    [[nodiscard]] virtual const std::string& text() const = 0;
    /// What is wrong in that text. The rules that were read before stay armed meanwhile.
    [[nodiscard]] virtual const std::vector<core::alert::Problem>& problems() const = 0;
    /// For the screen: what is wrong, what still works; empty when nothing is.
    [[nodiscard]] virtual QString trouble() const = 0;
    /// Lists that rules may speak of beside those of the file.
    [[nodiscard]] virtual const core::alert::Watchlists& lists() const = 0;
    virtual void setLists(core::alert::Watchlists lists) = 0;
    /// Arms or disarms a rule that is written, without writing its file.
    virtual void setOn(const QString& id, bool on) = 0;
    /// Makes this the text of the user's file, whole or not at all. Returns a sentence when it cannot be; also when
    /// somebody else changed the file since it was read: it is read anew then and nothing is lost.
    [[nodiscard]] virtual QString write(const std::string& text) = 0;
    /// Takes the rules of another file into the user's, switched off. Returns a sentence about what came of it.
    virtual QString take(const QString& otherFile) = 0;

signals:
    /// Rules, switches, lists or problems are others.
    void changed();
    /// Something worth a line on the screen.
    void said(const QString& text);
};

}  // namespace ui::bridge
