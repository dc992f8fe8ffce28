// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace atspi {

/// One object of the tree that assistive technologies see: the address of it on their bus.
struct Node {
    QString bus;
    QString path;

    friend bool operator==(const Node&, const Node&) = default;
};

/// Numbers of states that the protocol has; source: atspi-constants.h of at-spi2-core.
enum class State : std::uint8_t {
    Active = 1,
    Checked = 4,
    Enabled = 8,
    Focusable = 11,
    Focused = 12,
    Showing = 25
};

/// What one look at an object told.
struct Sight {
    Node node;
    QString role;
    QString name;
    QString description;
    quint32 states = 0;

    [[nodiscard]] bool is(State state) const { return ((states >> static_cast<unsigned>(state)) & 1U) != 0; }
};

/// X keycodes of modifiers, and keysyms of keys without a character.
enum class Modifier : std::uint8_t { Control = 37, Shift = 50, Alt = 64 };
namespace key {
inline constexpr int kReturn = 0xff0d, kDown = 0xff54, kMenu = 0xff67;
}

/// A display, a session bus and a bus of assistive technologies of its own, and a program on them that is seen and
/// driven over the last alone: no widget is reached into. Calls block. Thread: GUI.
class Desk final : public QObject {
    Q_OBJECT
public:
    Desk();
    ~Desk() override;

    /// What this machine lacks of the parts that a desk is made of; empty when it has all.
    [[nodiscard]] static QString missing();
    /// Starts everything; why it does not, else nothing.
    [[nodiscard]] QString start(const QString& program, const QStringList& arguments);
    /// The page that the program last opened in a browser; empty when there was none.
    [[nodiscard]] QString opened() const;
    [[nodiscard]] bool running() const;
    /// What was done and what was told since the start, with the milliseconds of each, and what the program wrote
    /// to its standard streams.
    [[nodiscard]] QString journal();
    /// Writes what is on the display as a picture; false when there is none.
    bool savePicture(const QString& file) const;

    /// The program's own object; nothing before it has joined the bus.
    [[nodiscard]] std::optional<Node> application();
    [[nodiscard]] std::vector<Node> children(const Node& node);
    [[nodiscard]] QString name(const Node& node);
    [[nodiscard]] QString description(const Node& node);
    /// "push button", "page tab", "table".
    [[nodiscard]] QString role(const Node& node);
    [[nodiscard]] bool is(const Node& node, State state);
    /// Rows of a table or list.
    [[nodiscard]] int rows(const Node& table);
    /// The column with this head; -1 when there is none.
    [[nodiscard]] int column(const Node& table, const QString& title);
    [[nodiscard]] std::optional<Node> cell(const Node& table, int row, int column);

    /// Does the action of this name, "Press" or "Toggle"; false when the object has none. What follows from it may
    /// come later.
    bool act(const Node& node, const QString& action);
    /// Gives the focus to an object; false when it does not say of itself that it has it.
    bool focus(const Node& node);
    /// What has the focus, as was told last. Menus are told of in no other way.
    [[nodiscard]] const Node& focused() const { return m_focused; }
    /// Presses a key and waits until the focus is told to be elsewhere; false when it is not. What the program told
    /// before the key is not taken for an answer to it.
    bool step(int keysym);
    /// Replaces the text of an edit.
    bool setText(const Node& node, const QString& text);
    /// Clicks into the middle of an object.
    void click(const Node& node);
    /// Presses and releases a key by its keysym.
    void press(int keysym, std::initializer_list<Modifier> with = {});

    using Fits = std::function<bool(const QString& name)>;
    /// An object with this role, of whose name `fits` holds, below the program, one of the least deep; hidden ones
    /// and what is in tables and lists are passed over.
    [[nodiscard]] std::optional<Node> find(const QString& role, const Fits& fits);
    [[nodiscard]] std::optional<Node> find(const QString& role, const QString& name);
    /// Every object below the program, hidden ones too; of a table or a tree no cells.
    [[nodiscard]] std::vector<Sight> everything();

private slots:
    void noteState(const QDBusMessage& event);

private:
    void note(const QString& what);
    /// Has the focus told from now on; false when the registry does not know of it.
    bool askForFocus();
    /// Takes in all that the program told until now.
    void settle();
    [[nodiscard]] bool spawn(QProcess& process, const QString& program, const QStringList& arguments);
    [[nodiscard]] QString firstLine(QProcess& process);
    [[nodiscard]] QVariantList call(const Node& node, const QString& interface, const QString& method,
                                    const QVariantList& arguments = {});
    [[nodiscard]] QVariant property(const Node& node, const QString& interface, const QString& name);
    /// Asks all objects the same and then takes the answers: one by one, each would cost the way there and back.
    [[nodiscard]] std::vector<QVariantList> askEach(const std::vector<Node>& nodes, const QString& interface,
                                                    const QString& method, const QVariantList& arguments = {});
    [[nodiscard]] std::vector<QString> propertyOfEach(const std::vector<Node>& nodes, const QString& name);
    /// Role and states of each, in their order.
    [[nodiscard]] std::vector<Sight> look(const std::vector<Node>& nodes);
    [[nodiscard]] std::vector<Node> childrenOfEach(const std::vector<Node>& nodes);

    QTemporaryDir m_home;
    QElapsedTimer m_clock;
    QStringList m_journal;
    QProcessEnvironment m_environment;
    QProcess m_display;
    QProcess m_bus;
    QProcess m_program;
    std::optional<QDBusConnection> m_tree;  ///< the bus of assistive technologies
    Node m_focused;                         ///< as told last
    std::uint64_t m_focusEvents = 0;
};

}  // namespace atspi
