// SPDX-License-Identifier: GPL-3.0-or-later
#include "atspi_desk.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCall>
#include <QFileInfo>
#include <QImage>
#include <QStandardPaths>
#include <QTest>
#include <QtEndian>

#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace atspi {
namespace {

constexpr int kPatienceMs = 60'000;
const QString kAccessible = QStringLiteral("org.a11y.atspi.Accessible");
const QString kAction = QStringLiteral("org.a11y.atspi.Action");
const QString kComponent = QStringLiteral("org.a11y.atspi.Component");
const QString kController = QStringLiteral("org.a11y.atspi.DeviceEventController");
const QString kProperties = QStringLiteral("org.freedesktop.DBus.Properties");
const QString kTable = QStringLiteral("org.a11y.atspi.Table");
const Node kRegistry{QStringLiteral("org.a11y.atspi.Registry"), QStringLiteral("/org/a11y/atspi/accessible/root")};
const Node kDevices{QStringLiteral("org.a11y.atspi.Registry"),
                    QStringLiteral("/org/a11y/atspi/registry/deviceeventcontroller")};

Node nodeIn(const QDBusArgument& argument) {
    Node out;
    QDBusObjectPath path;
    argument.beginStructure();
    argument >> out.bus >> path;
    argument.endStructure();
    out.path = path.path();
    return out;
}

std::vector<Node> nodesIn(const QVariantList& reply) {
    std::vector<Node> out;
    if (reply.isEmpty()) return out;
    const auto list = reply.front().value<QDBusArgument>();
    list.beginArray();
    while (!list.atEnd()) out.push_back(nodeIn(list));
    list.endArray();
    return out;
}

quint32 statesIn(const QVariantList& reply) {
    if (reply.isEmpty()) return 0;
    const auto words = qdbus_cast<QList<uint>>(reply.front());
    return words.isEmpty() ? 0 : words.front();
}

/// Thousands of them may be below it.
bool holdsCells(const QString& role) {
    return role == QStringLiteral("table") || role == QStringLiteral("tree");
}

void end(QProcess& process) {
    if (process.state() == QProcess::NotRunning) return;
    process.kill();
    process.waitForFinished();
}

}  // namespace

Desk::Desk() = default;

Desk::~Desk() {
    if (m_tree) QDBusConnection::disconnectFromBus(m_tree->name());
    // The bus of assistive technologies was activated by the session's and ends with it.
    for (QProcess* process : {&m_program, &m_bus, &m_display}) end(*process);
}

bool Desk::spawn(QProcess& process, const QString& program, const QStringList& arguments) {
    process.setProcessEnvironment(m_environment);
    // Nothing stays behind a test that is killed.
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process.start(program, arguments);
    return process.waitForStarted(kPatienceMs);
}

QString Desk::firstLine(QProcess& process) {
    while (!process.canReadLine())
        if (!process.waitForReadyRead(kPatienceMs)) return {};
    return QString::fromUtf8(process.readLine()).trimmed();
}

QString Desk::missing() {
    if (QStandardPaths::findExecutable(QStringLiteral("Xvfb")).isEmpty())
        return QStringLiteral("there is no Xvfb here (Debian: xvfb)");
    if (!QFileInfo(QStringLiteral("/usr/libexec/at-spi-bus-launcher")).isExecutable())
        return QStringLiteral("there is no at-spi-bus-launcher here (Debian: at-spi2-core)");
    if (QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty())
        return QStringLiteral("there is no dbus-daemon here (Debian: dbus)");
    return {};
}

QString Desk::start(const QString& program, const QStringList& arguments) {
    m_clock.start();
    m_environment = QProcessEnvironment::systemEnvironment();
    for (const char* name :
         {"DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "WAYLAND_DISPLAY", "QT_STYLE_OVERRIDE"})
        m_environment.remove(QString::fromLatin1(name));
    for (const char* name : {"HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        m_environment.insert(QString::fromLatin1(name), m_home.path());
    m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    m_environment.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));
    // What is opened outside is written down instead.
    m_environment.insert(QStringLiteral("PATH"),
                         m_home.path() + u':' + m_environment.value(QStringLiteral("PATH")));
    QFile browser(m_home.filePath(QStringLiteral("xdg-open")));
    if (!browser.open(QIODevice::WriteOnly)) return QStringLiteral("no temporary folder");
    browser.write("#!/bin/sh\nprintf '%s\\n' \"$1\" >> \"$HOME/opened\"\n");
    browser.close();
    browser.setPermissions(browser.permissions() | QFile::ExeOwner);

    if (!spawn(m_display, QStringLiteral("Xvfb"),
               {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"),
                QStringLiteral("1600x900x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp"),
                QStringLiteral("-fbdir"), m_home.path()}))
        return QStringLiteral("Xvfb does not start");
    const QString display = firstLine(m_display);
    if (display.isEmpty()) return QStringLiteral("Xvfb opens no display");
    m_environment.insert(QStringLiteral("DISPLAY"), u':' + display);
    if (!spawn(m_bus, QStringLiteral("dbus-daemon"),
               {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")}))
        return QStringLiteral("dbus-daemon does not start");
    const QString address = firstLine(m_bus);
    if (address.isEmpty()) return QStringLiteral("dbus-daemon has no address");
    m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), address);

    const QString session = QStringLiteral("atspi-session-%1").arg(::getpid());
    QString tree;
    {
        QDBusConnection hand = QDBusConnection::connectToBus(address, session);
        // Starts it: the session's bus knows who brings that name.
        const QDBusMessage reply = hand.call(
            QDBusMessage::createMethodCall(QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus"),
                                           QStringLiteral("org.a11y.Bus"), QStringLiteral("GetAddress")),
            QDBus::Block, kPatienceMs);
        tree = reply.arguments().value(0).toString();
    }
    QDBusConnection::disconnectFromBus(session);
    if (tree.isEmpty()) return QStringLiteral("the bus of assistive technologies has no address");
    m_tree = QDBusConnection::connectToBus(tree, QStringLiteral("atspi-%1").arg(::getpid()));
    if (!m_tree->isConnected()) return QStringLiteral("the bus of assistive technologies takes no connection");

    // The program tells what somebody listens for alone. A registry that this call has only just started can lose
    // it.
    if (!QTest::qWaitFor([this] { return askForFocus(); }, kPatienceMs))
        return QStringLiteral("the registry of assistive technologies takes no listener");
    m_tree->connect(QString(), QString(), QStringLiteral("org.a11y.atspi.Event.Object"),
                    QStringLiteral("StateChanged"), this, SLOT(noteState(QDBusMessage)));
    m_program.setProcessChannelMode(QProcess::MergedChannels);
    if (!spawn(m_program, program, arguments)) return QStringLiteral("the program does not start");
    return {};
}

bool Desk::askForFocus() {
    const Node registry{kRegistry.bus, QStringLiteral("/org/a11y/atspi/registry")};
    const QString interface = QStringLiteral("org.a11y.atspi.Registry");
    (void)call(registry, interface, QStringLiteral("RegisterEvent"),
               {QStringLiteral("object:state-changed:focused"), QStringList(), QString()});
    const QVariantList reply = call(registry, interface, QStringLiteral("GetRegisteredEvents"));
    if (reply.isEmpty()) return false;
    const auto listeners = reply.front().value<QDBusArgument>();
    listeners.beginArray();
    return !listeners.atEnd();
}

bool Desk::running() const {
    return m_program.state() == QProcess::Running;
}

QString Desk::opened() const {
    QFile pages(m_home.filePath(QStringLiteral("opened")));
    if (!pages.open(QIODevice::ReadOnly)) return {};
    const QStringList lines = QString::fromUtf8(pages.readAll()).split(u'\n', Qt::SkipEmptyParts);
    return lines.isEmpty() ? QString() : lines.back();
}

QString Desk::journal() {
    note(QStringLiteral("the program wrote: ") + QString::fromUtf8(m_program.readAll()));
    return m_journal.join(u'\n');
}

void Desk::note(const QString& what) {
    m_journal << QStringLiteral("%1 ms  %2").arg(m_clock.elapsed(), 6).arg(what);
}

bool Desk::savePicture(const QString& file) const {
    // The display in the form of xwd: a head of big-endian words (XWDFile.h), colours of 12 bytes, rows of pixels.
    QFile display(m_home.filePath(QStringLiteral("Xvfb_screen0")));
    if (!display.open(QIODevice::ReadOnly)) return false;
    const QByteArray bytes = display.readAll();
    enum Word { HeadSize = 0, Width = 4, Height = 5, BytesPerLine = 12, Colors = 19, Words = 25 };
    if (bytes.size() < Words * 4) return false;
    const auto word = [&bytes](Word which) { return qFromBigEndian<quint32>(bytes.constData() + which * 4); };
    const quint64 begin = quint64(word(HeadSize)) + quint64(word(Colors)) * 12;
    const quint64 size = quint64(word(BytesPerLine)) * word(Height);
    if (begin + size > static_cast<quint64>(bytes.size())) return false;
    const QImage picture(reinterpret_cast<const uchar*>(bytes.constData()) + begin, static_cast<int>(word(Width)),
                         static_cast<int>(word(Height)), static_cast<qsizetype>(word(BytesPerLine)),
                         QImage::Format_RGB32);
    return picture.save(file);
}

QVariantList Desk::call(const Node& node, const QString& interface, const QString& method,
                        const QVariantList& arguments) {
    if (node.path.isEmpty()) return {};
    QDBusMessage message = QDBusMessage::createMethodCall(node.bus, node.path, interface, method);
    message.setArguments(arguments);
    const QDBusMessage reply = m_tree->call(message, QDBus::Block, kPatienceMs);
    return reply.type() == QDBusMessage::ReplyMessage ? reply.arguments() : QVariantList{};
}

QVariant Desk::property(const Node& node, const QString& interface, const QString& name) {
    const QVariantList reply = call(node, kProperties, QStringLiteral("Get"), {interface, name});
    return reply.value(0).value<QDBusVariant>().variant();
}

std::optional<Node> Desk::application() {
    const auto all = children(kRegistry);
    return all.empty() ? std::nullopt : std::optional{all.front()};
}

std::vector<Node> Desk::children(const Node& node) {
    return nodesIn(call(node, kAccessible, QStringLiteral("GetChildren")));
}

QString Desk::name(const Node& node) {
    return property(node, kAccessible, QStringLiteral("Name")).toString();
}

QString Desk::description(const Node& node) {
    return property(node, kAccessible, QStringLiteral("Description")).toString();
}

QString Desk::role(const Node& node) {
    return call(node, kAccessible, QStringLiteral("GetRoleName")).value(0).toString();
}

bool Desk::is(const Node& node, State state) {
    const Sight seen{node, {}, {}, {}, statesIn(call(node, kAccessible, QStringLiteral("GetState")))};
    return seen.is(state);
}

int Desk::rows(const Node& table) {
    return property(table, kTable, QStringLiteral("NRows")).toInt();
}

int Desk::column(const Node& table, const QString& title) {
    const int count = property(table, kTable, QStringLiteral("NColumns")).toInt();
    for (int i = 0; i < count; ++i)
        if (call(table, kTable, QStringLiteral("GetColumnDescription"), {i}).value(0).toString() == title) return i;
    return -1;
}

std::optional<Node> Desk::cell(const Node& table, int row, int column) {
    const QVariantList reply = call(table, kTable, QStringLiteral("GetAccessibleAt"), {row, column});
    return reply.isEmpty() ? std::nullopt : std::optional{nodeIn(reply.front().value<QDBusArgument>())};
}

bool Desk::act(const Node& node, const QString& action) {
    const int count = property(node, kAction, QStringLiteral("NActions")).toInt();
    bool done = false;
    for (int i = 0; i < count && !done; ++i)
        if (call(node, kAction, QStringLiteral("GetName"), {i}).value(0).toString() == action)
            done = call(node, kAction, QStringLiteral("DoAction"), {i}).value(0).toBool();
    note(QStringLiteral("%1 of %2 \"%3\": %4").arg(action, role(node), name(node)).arg(done));
    return done;
}

bool Desk::focus(const Node& node) {
    (void)call(node, kComponent, QStringLiteral("GrabFocus"));
    const bool has = QTest::qWaitFor([&] { return is(node, State::Focused); }, kPatienceMs);
    settle();
    note(QStringLiteral("focus to %1 \"%2\": %3").arg(role(node), name(node)).arg(has));
    return has;
}

void Desk::noteState(const QDBusMessage& event) {
    const QVariantList arguments = event.arguments();
    if (arguments.value(0).toString() != QStringLiteral("focused") || arguments.value(1).toInt() != 1) return;
    m_focused = {event.service(), event.path()};
    ++m_focusEvents;
    note(QStringLiteral("told: the focus is at %1").arg(event.path()));
}

void Desk::settle() {
    // An answer comes behind everything that was told before it.
    if (const auto root = application()) (void)role(*root);
    QCoreApplication::processEvents();
}

bool Desk::step(int keysym) {
    settle();
    const std::uint64_t before = m_focusEvents;
    press(keysym);
    if (!QTest::qWaitFor([&] { return m_focusEvents != before; }, kPatienceMs)) return false;
    settle();
    note(QStringLiteral("focus stepped to %1 \"%2\"").arg(role(m_focused), name(m_focused)));
    return true;
}

bool Desk::setText(const Node& node, const QString& text) {
    note(QStringLiteral("text of \"%1\": %2").arg(name(node), text));
    return call(node, QStringLiteral("org.a11y.atspi.EditableText"), QStringLiteral("SetTextContents"), {text})
        .value(0)
        .toBool();
}

void Desk::click(const Node& node) {
    constexpr uint kOfTheScreen = 0;
    note(QStringLiteral("click on %1 \"%2\"").arg(role(node), name(node)));
    const QVariantList reply =
        call(node, kComponent, QStringLiteral("GetExtents"), {QVariant::fromValue(kOfTheScreen)});
    if (reply.isEmpty()) return;
    const auto argument = reply.front().value<QDBusArgument>();
    int x = 0, y = 0, width = 0, height = 0;
    argument.beginStructure();
    argument >> x >> y >> width >> height;
    argument.endStructure();
    (void)call(kDevices, kController, QStringLiteral("GenerateMouseEvent"),
               {x + width / 2, y + height / 2, QStringLiteral("b1c")});
}

void Desk::press(int keysym, std::initializer_list<Modifier> with) {
    enum Kind : uint { Press, Release, PressRelease, Symbol };
    const auto generate = [this](int code, Kind kind) {
        (void)call(kDevices, kController, QStringLiteral("GenerateKeyboardEvent"),
                   {code, QString(), static_cast<uint>(kind)});
    };
    note(QStringLiteral("key %1 with %2 modifiers").arg(keysym, 0, 16).arg(with.size()));
    for (const Modifier modifier : with) generate(static_cast<int>(modifier), Press);
    generate(keysym, Symbol);
    for (const Modifier modifier : with) generate(static_cast<int>(modifier), Release);
}

std::vector<QVariantList> Desk::askEach(const std::vector<Node>& nodes, const QString& interface,
                                        const QString& method, const QVariantList& arguments) {
    std::vector<QDBusPendingCall> asked;
    for (const Node& node : nodes) {
        QDBusMessage message = QDBusMessage::createMethodCall(node.bus, node.path, interface, method);
        message.setArguments(arguments);
        asked.push_back(m_tree->asyncCall(message, kPatienceMs));
    }
    std::vector<QVariantList> out;
    for (QDBusPendingCall& one : asked) {
        one.waitForFinished();
        out.push_back(one.isError() ? QVariantList() : one.reply().arguments());
    }
    return out;
}

std::vector<QString> Desk::propertyOfEach(const std::vector<Node>& nodes, const QString& name) {
    std::vector<QString> out;
    for (const QVariantList& reply : askEach(nodes, kProperties, QStringLiteral("Get"), {kAccessible, name}))
        out.push_back(reply.value(0).value<QDBusVariant>().variant().toString());
    return out;
}

std::vector<Sight> Desk::look(const std::vector<Node>& nodes) {
    const auto roles = askEach(nodes, kAccessible, QStringLiteral("GetRoleName"));
    const auto states = askEach(nodes, kAccessible, QStringLiteral("GetState"));
    std::vector<Sight> out(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        out[i].node = nodes[i];
        out[i].role = roles[i].value(0).toString();
        out[i].states = statesIn(states[i]);
    }
    return out;
}

std::vector<Node> Desk::childrenOfEach(const std::vector<Node>& nodes) {
    std::vector<Node> out;
    for (const QVariantList& reply : askEach(nodes, kAccessible, QStringLiteral("GetChildren")))
        for (Node& child : nodesIn(reply)) out.push_back(std::move(child));
    return out;
}

std::optional<Node> Desk::find(const QString& role, const Fits& fits) {
    const auto root = application();
    std::vector<Node> level = root ? childrenOfEach({*root}) : std::vector<Node>{};
    while (!level.empty()) {
        std::vector<Node> named;
        std::vector<Node> parents;
        for (Sight& one : look(level)) {
            // Nothing below what is hidden can be seen.
            if (!one.is(State::Showing)) continue;
            if (one.role == role) named.push_back(one.node);
            if (!holdsCells(one.role) && one.role != QStringLiteral("list")) parents.push_back(one.node);
        }
        const std::vector<QString> names = propertyOfEach(named, QStringLiteral("Name"));
        for (std::size_t i = 0; i < named.size(); ++i)
            if (fits(names[i])) return named[i];
        level = childrenOfEach(parents);
    }
    return std::nullopt;
}

std::optional<Node> Desk::find(const QString& role, const QString& name) {
    return find(role, [&name](const QString& own) { return own == name; });
}

std::vector<Sight> Desk::everything() {
    std::vector<Sight> out;
    const auto root = application();
    std::vector<Node> level = root ? childrenOfEach({*root}) : std::vector<Node>{};
    while (!level.empty()) {
        std::vector<Sight> seen = look(level);
        const std::vector<QString> names = propertyOfEach(level, QStringLiteral("Name"));
        const std::vector<QString> descriptions = propertyOfEach(level, QStringLiteral("Description"));
        std::vector<Node> parents;
        for (std::size_t i = 0; i < seen.size(); ++i) {
            seen[i].name = names[i];
            seen[i].description = descriptions[i];
            if (!holdsCells(seen[i].role)) parents.push_back(seen[i].node);
        }
        out.insert(out.end(), seen.begin(), seen.end());
        level = childrenOfEach(parents);
    }
    return out;
}

}  // namespace atspi
