// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/main_window.h"

#include "ui/chart/chart_grid.h"
#include "ui/format/evidence_text.h"
#include "ui/format/token_text.h"
#include "ui/format/wallet_names.h"
#include "ui/labels/label_store.h"
#include "ui/phrases/phrases.h"
#include "ui/shell/action_book.h"
#include "ui/shell/desk.h"
#include "ui/views/alert_card.h"
#include "ui/views/alert_centre.h"
#include "ui/views/alert_view.h"
#include "ui/views/banner.h"
#include "ui/views/board_view.h"
#include "ui/views/calibration_pane.h"
#include "ui/views/evidence_drawer.h"
#include "ui/views/feed_status_bar.h"
#include "ui/views/first_run_page.h"
#include "ui/views/health_pane.h"
#include "ui/views/inquiry_drawer.h"
#include "ui/views/moment_dialog.h"
#include "ui/views/pane_ids.h"
#include "ui/views/replay_bar.h"
#include "ui/views/stored_hour_dialog.h"
#include "ui/views/toast_stack.h"
#include "ui/views/token_page.h"
#include "ui/views/token_tabs.h"
#include "ui/views/top_bar.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int kFrameMilliseconds = 33;
// A coin that was just opened is looked for more often, so that its chart does not wait for two timers.
constexpr int kWaitingMilliseconds = 3;
constexpr qint64 kLongestWait = 400;
constexpr std::uint64_t kTradesToOpenByItself = 60;

constexpr QLatin1String kGeometryKey("window/geometry");
constexpr QLatin1String kEvidenceKey("window/evidenceHeight");
constexpr QLatin1String kLockedKey("window/locked");
constexpr QLatin1String kBoardKey("window/board");
constexpr QLatin1String kTokenKey("window/token");
constexpr QLatin1String kChartsKey("chart/grid");
constexpr QLatin1String kIntervalKey("chart/interval");
constexpr QLatin1String kSpeedKey("replay/speed");

QString bookmarkFile(const QString& settingsFile) {
    if (settingsFile.isEmpty()) return {};
    return QFileInfo(settingsFile).dir().filePath(QStringLiteral("bookmarks.json"));
}

QString droppedFile(const QMimeData* mime) {
    for (const QUrl& url : mime->urls())
        if (url.isLocalFile()) return url.toLocalFile();
    return {};
}

}  // namespace

MainWindow::MainWindow(bridge::SessionHost& host, const QString& settingsFile, QWidget* parent,
                       const QString& labelFile)
    : QMainWindow(parent),
      m_host(host),
      m_settingsFile(settingsFile),
      m_labelFile(labelFile.isEmpty()
                      ? QFileInfo(settingsFile).absoluteDir().filePath(QStringLiteral("labels.json"))
                      : labelFile),
      m_workspaces(QFileInfo(settingsFile).absolutePath() + QStringLiteral("/workspaces.json")),
      m_actions(new ActionBook(this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(m_title);
    setAccessibleName(QStringLiteral("Cabalscope"));
    setAcceptDrops(true);
    resize(1600, 900);
    buildPages();
    buildActions();
    buildPalette();
    buildMenu();
    restoreState();
    m_firstRun->setBundledAvailable(m_host.hasBundled());
    m_timer.setInterval(kFrameMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &MainWindow::refresh);
    refresh();
    m_timer.start();
}

MainWindow::~MainWindow() {
    // The map goes back among the tabs; what hides panes on the way out moves it no more, and nobody asks for it.
    disconnect(m_desk->pane(kMapPane)->toggleViewAction(), nullptr, this, nullptr);
    disconnect(m_token, nullptr, this, nullptr);
    m_token->tabs().setMapHome(nullptr);
    // What speaks of the labels goes before them.
    format::dropWalletNames(this);
    delete m_inquiry;
}

void MainWindow::buildPages() {
    m_top = new TopBar;
    m_replay = new ReplayBar(m_host.replayDesk(), bookmarkFile(m_settingsFile));
    m_trouble = new Banner(QStringLiteral("trouble"));
    m_notice = new Banner(QStringLiteral("notice"));
    m_rulesTrouble = new Banner(QStringLiteral("rulesTrouble"));
    m_firstRun = new FirstRunPage;
    m_board = new BoardView;
    m_token = new TokenPage;
    m_alerts = new AlertView;
    buildAlertCentre();
    m_evidence = new EvidenceDrawer;
    buildInquiry();
    m_status = new FeedStatusBar;
    m_health = new HealthPane;
    m_toasts = new ToastStack(this);
    connect(m_toasts, &ToastStack::acted, this, &MainWindow::noticeActed);
    m_card = new AlertCard(this);
    connect(m_card, &AlertCard::acted, this, &MainWindow::noticeActed);

    m_desk = new Desk(m_token);
    m_desk->addPane(kBoardsPane, tr("Boards"), m_board);
    m_desk->addPane(kEvidencePane, tr("Evidence"), m_evidence);
    m_desk->addPane(kInquiryPane, tr("Wallets and crews"), m_inquiry);
    m_desk->addPane(kMapPane, tr("Cluster map"), buildMapHome());
    m_desk->addPane(kAlertsPane, tr("Alerts"), m_alerts);
    m_desk->addPane(kAlertCentrePane, tr("Alert centre"), m_alertCentre);
    m_desk->addPane(kCalibrationPane, tr("Calibration"), m_calibration);
    m_desk->addPane(kHealthPane, tr("Data health"), m_health);

    m_pages = new QStackedWidget;
    m_pages->setObjectName(QStringLiteral("pages"));
    m_pages->addWidget(m_firstRun);
    m_pages->addWidget(m_desk);

    auto* central = new QWidget;
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_top);
    layout->addWidget(m_replay);
    layout->addWidget(m_trouble);
    layout->addWidget(m_notice);
    layout->addWidget(m_rulesTrouble);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_status);
    setCentralWidget(central);

    connect(m_top, &TopBar::searchSubmitted, this, &MainWindow::search);
    connect(m_top, &TopBar::searchLeft, m_pages, [this] { m_token->focusChart(); });
    connect(m_board, &BoardView::tokenChosen, this, &MainWindow::openToken);
    connect(m_board, &BoardView::flagChosen, this, &MainWindow::openFlag);
    connect(m_board, &BoardView::said, this, &MainWindow::tell);
    connect(m_board, &BoardView::wishesChanged, this, [this] {
        m_board->addWishes(m_interest);
        m_host.feed().setInterest(m_interest);
    });
    connect(m_alerts, &AlertView::tokenChosen, this, &MainWindow::openToken);
    connect(m_replay, &ReplayBar::said, this, &MainWindow::tell);
    connect(m_replay, &ReplayBar::liveAsked, this, &MainWindow::connectLive);
    connect(m_token, &TokenPage::replayAsked, this,
            [this](qint64 time) { replayFrom({.time = time, .slot = std::nullopt, .progress = std::nullopt}); });
    connect(m_alerts, &AlertView::replayAsked, this, &MainWindow::replayAlert);
    connectAlertCentre();
    connect(m_token, &TokenPage::barsChosen, this, &MainWindow::setBars);
    connect(m_alerts, &AlertView::alertChosen, this, &MainWindow::openAlert);
    connect(m_token, &TokenPage::addressCopied, this,
            [this](const QString& address) { tell(tr("Copied %1").arg(address)); });
    connect(m_token, &TokenPage::said, this, &MainWindow::tell);
    connect(m_token, &TokenPage::flagChosen, this, &MainWindow::openFlag);
    connect(m_token, &TokenPage::tokenChosen, this, &MainWindow::openToken);
    connect(m_token, &TokenPage::makersAsked, this, [this](std::optional<core::pipeline::TimeRange> range) {
        m_interest.makers = range;
        m_host.feed().setInterest(m_interest);
    });
    connect(m_token, &TokenPage::hoveredAsked, this, [this](std::optional<core::pipeline::TimeRange> range) {
        m_interest.hovered = range;
        m_host.feed().setInterest(m_interest);
    });
    connect(m_token, &TokenPage::wishesChanged, this, &MainWindow::takeChartWishes);
    connect(&m_token->charts(), &ChartGrid::coinTyped, this, [this](std::size_t place, const QString& text) {
        const auto mint = format::findMint(text);
        const auto found = mint ? mint : findTicker(text);
        if (found)
            m_token->charts().setCoin(place, found);
        else
            m_token->charts().refuseCoin(place, tr("No mint address, and no coin on the board has this ticker"));
    });
    connectInquiry();
    connect(m_token, &TokenPage::clusterLit, m_token, &TokenPage::lightCluster);
    connect(m_evidence, &EvidenceDrawer::closed, this, &MainWindow::closeEvidence);
    connect(m_evidence, &EvidenceDrawer::tokenChosen, this, &MainWindow::openToken);
    connect(m_evidence, &EvidenceDrawer::flagChosen, this, &MainWindow::openFlag);
    connect(m_evidence, &EvidenceDrawer::said, this, &MainWindow::tell);
    connect(m_status, &FeedStatusBar::healthRequested, this, &MainWindow::showHealth);
    connect(m_health, &HealthPane::said, this, &MainWindow::tell);
    connect(m_firstRun, &FirstRunPage::bundledRequested, this, [this] { openBundled(); });
    connect(m_firstRun, &FirstRunPage::liveRequested, this, &MainWindow::connectLive);
    connect(m_firstRun, &FirstRunPage::recordingRequested, this, &MainWindow::chooseRecording);
}

void MainWindow::openBundled() {
    openBundled(m_firstRun->speed());
}

void MainWindow::openBundled(double speed) {
    m_host.openBundled(speed);
    m_tokenChosen = false;
    refresh();
}

void MainWindow::connectLive() {
    if (m_pastOnly) {
        tell(tr("This window only replays; what is live runs in the first one."));
        return;
    }
    m_host.connectLive(m_live);
    m_tokenChosen = false;
    refresh();
}

void MainWindow::openRecording(const QString& file) {
    openRecording(file, m_firstRun->speed());
}

void MainWindow::openRecording(const QString& file, double speed) {
    m_host.openRecording(std::filesystem::path(file.toStdU16String()), speed);
    m_tokenChosen = false;
    refresh();
}

void MainWindow::stopSession() {
    m_host.stop();
    m_tokenChosen = false;
    refresh();
}

void MainWindow::replayFrom(const core::pipeline::ReplayTarget& target) {
    bridge::ReplayDesk* desk = m_host.replayDesk();
    if (desk == nullptr) {
        tell(tr("Nothing can be replayed in this session."));
        return;
    }
    if (desk->replayState()) {
        // To look at a moment, not to run past it.
        desk->pause();
        desk->jump(target);
    } else if (const auto span = desk->storedSpan(); span && target.time) {
        // Coins, links and records of the hours before are part of what was known.
        constexpr std::int64_t kBefore = 7'200;
        constexpr std::int64_t kAfter = 1'800;
        const std::int64_t from = std::max(span->from, *target.time - kBefore);
        const std::int64_t to = std::max(from, std::min(span->to, *target.time + kAfter)) + 1;
        openPast({from, to, target, m_interest.selected});
    } else {
        tell(
            tr("Nothing is stored of that moment. A live feed keeps its trades; recordings can be opened from the "
               "session menu."));
        return;
    }
    refresh();
}

void MainWindow::replayStored() {
    bridge::ReplayDesk* desk = m_host.replayDesk();
    auto* dialog = new StoredHourDialog(desk == nullptr ? std::nullopt : desk->storedSpan(), this);
    connect(dialog, &StoredHourDialog::chosen, this, [this](std::int64_t from, std::int64_t to) {
        openPast({from, to, {.time = from, .slot = std::nullopt, .progress = std::nullopt}, std::nullopt});
    });
    dialog->open();
}

void MainWindow::showKnownAt() {
    bridge::ReplayDesk* desk = m_host.replayDesk();
    auto* dialog = new MomentDialog(desk == nullptr ? std::nullopt : desk->storedSpan(), this);
    connect(dialog, &MomentDialog::chosen, this,
            [this](qint64 time) { replayFrom({.time = time, .slot = std::nullopt, .progress = std::nullopt}); });
    dialog->open();
}

void MainWindow::openPast(const bridge::PastMoment& moment) {
    bridge::ReplayDesk* desk = m_host.replayDesk();
    if (desk == nullptr) return;
    const bool live = m_host.info().state == bridge::SessionState::Running && !desk->replayState();
    if (live && m_opensPast) {
        emit pastAsked(moment);
        return;
    }
    desk->openStored(moment.from, moment.to, moment.at, 1);
    if (!moment.coin) m_tokenChosen = false;
    refresh();
}

void MainWindow::setPastOnly(const QString& title) {
    m_pastOnly = true;
    m_replay->setLiveOffered(false);
    m_title = title;
    setWindowTitle(title);
    // Settings and the feed are the first window's.
    for (const char* id : {"actionLive", "actionSettings", "actionShortcuts", "actionHelp", "actionStop"})
        if (QAction* action = m_actions->find(QString::fromLatin1(id))) action->setEnabled(false);
}

void MainWindow::chooseRecording() {
    auto* dialog = new QFileDialog(this, tr("Open a recording"), {},
                                   tr("Recordings (*.jsonl *.zst *.gz *.xz);;All files (*)"));
    dialog->setObjectName(QStringLiteral("recordingDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { openRecording(file); });
    dialog->open();
}

void MainWindow::setBars(core::BarSpec bars) {
    m_interest.bars = bars;
    m_host.feed().setInterest(m_interest);
    refresh();
}

void MainWindow::takeChartWishes() {
    auto compared = m_token->charts().wishes();
    const bool holders = m_token->wantsHolderHistory();
    if (compared == m_interest.compared && holders == m_interest.holderHistory) return;
    m_interest.compared = std::move(compared);
    m_interest.holderHistory = holders;
    m_host.feed().setInterest(m_interest);
}

void MainWindow::openToken(const core::Mint& mint) {
    m_tokenChosen = true;
    m_notice->setMessage({}, Tone::Quiet, {});
    if (m_interest.selected == mint) return;
    m_interest.selected = mint;
    m_interest.makers.reset();
    m_interest.hovered.reset();
    m_host.feed().setInterest(m_interest);
    m_token->setToken(mint);
    m_board->setOpenToken(mint);
    if (m_snapshot) m_token->show(*m_snapshot);
    m_waiting.start();
    m_timer.setInterval(kWaitingMilliseconds);
    refresh();
}

void MainWindow::showEvidence(const core::pipeline::FlagRef& flag) {
    constexpr int kEvidenceWidth = 440;
    if (!evidenceOpen()) {
        const QDockWidget* alerts = m_desk->pane(kAlertsPane);
        m_alertsWidth = alerts->isVisible() ? alerts->width() : 0;
        m_desk->showPane(kEvidencePane, true);
        // A case has a sentence, its transactions and past cases: two thirds of the height, unless the user chose.
        const int height = m_evidenceHeight > 0 ? m_evidenceHeight : m_desk->height() * 2 / 3;
        if (m_desk->isAtTheSide(kEvidencePane))
            m_desk->resizePane(kEvidencePane, {kEvidenceWidth, height});
        else
            m_desk->widenPane(kEvidencePane, kEvidenceWidth);
    }
    m_interest.flag = flag;
    m_host.feed().setInterest(m_interest);
    m_evidence->expect(flag);
}

void MainWindow::openFlag(const core::pipeline::FlagRef& flag) {
    showEvidence(flag);
    refresh();
    if (m_snapshot) m_evidence->show(m_snapshot->flagCase);
}

void MainWindow::openAlert(const core::Alert& alert) {
    if (alert.mint) openAlertAtCandle(alert);
    // What the alert itself says stands there at once; the engine adds the rest when there is a flag behind it.
    const auto known = format::caseOfAlert(alert);
    showEvidence(known->ref);
    m_evidence->show(known);
    refresh();
    if (m_snapshot) m_evidence->show(m_snapshot->flagCase);
}

int MainWindow::evidenceHeight() const {
    const bool says = evidenceOpen() && m_desk->isAtTheSide(kEvidencePane);
    return says ? m_desk->pane(kEvidencePane)->height() : m_evidenceHeight;
}

void MainWindow::closeEvidence() {
    if (!evidenceOpen()) return;
    m_evidenceHeight = evidenceHeight();
    m_desk->showPane(kEvidencePane, false);
    m_interest.flag.reset();
    m_host.feed().setInterest(m_interest);
    // The pane below must not stay as wide as the evidence was.
    if (m_alertsWidth > 0)
        QTimer::singleShot(0, m_desk, [this, width = m_alertsWidth] { m_desk->widenPane(kAlertsPane, width); });
    m_token->focusChart();
}

void MainWindow::showNotice(const bridge::Notice& notice) {
    m_toasts->show(notice);
}

void MainWindow::tell(const QString& text) {
    m_notice->setMessage(text, Tone::Simulated, text);
}

void MainWindow::search(const QString& text) {
    if (text.isEmpty()) return;
    const auto mint = format::findMint(text);
    const auto found = mint ? mint : findTicker(text);
    if (found) {
        openToken(*found);
        return;
    }
    constexpr qsizetype kLongestEcho = 60;
    const QString echo = text.size() > kLongestEcho ? text.left(kLongestEcho) + u'…' : text;
    m_notice->setMessage(tr("“%1” is not a mint address, and no token on the board has that ticker. "
                            "Paste a full address: 32 to 44 letters and digits.")
                             .arg(echo),
                         Tone::Attention, QStringLiteral("search ") + text);
}

std::optional<core::Mint> MainWindow::findTicker(const QString& text) const {
    if (!m_snapshot) return std::nullopt;
    const QString wanted = (text.startsWith(u'$') ? text.mid(1) : text).toCaseFolded();
    std::optional<core::Mint> partial;
    for (const auto* rows : {&m_snapshot->graduated, &m_snapshot->graduating, &m_snapshot->fresh})
        for (const auto& row : *rows) {
            const QString symbol = QString::fromStdString(row.symbol).toCaseFolded();
            if (symbol == wanted) return row.mint;
            if (!partial &&
                (symbol.startsWith(wanted) || QString::fromStdString(row.name).toCaseFolded().contains(wanted)))
                partial = row.mint;
        }
    return partial;
}

void MainWindow::pasteFromClipboard() {
    const QString text = QGuiApplication::clipboard()->text().trimmed();
    if (text.isEmpty())
        m_notice->setMessage(tr("The clipboard holds no text. Copy a mint address first."), Tone::Attention,
                             QStringLiteral("clipboard"));
    else
        search(text);
}

void MainWindow::refresh() {
    const bridge::SessionInfo info = m_host.info();
    if (m_generation != info.generation || m_sessionState != info.state) showSession(info);
    if (m_delivery != nullptr) m_status->setSilentUntil(m_delivery->silentUntil());
    m_replay->refresh();
    m_top->setReplayState(m_replay->stateText());
    if (info.state != bridge::SessionState::Running) return;
    const auto snapshot = m_host.feed().latest();
    if (snapshot && snapshot != m_snapshot) showSnapshot(snapshot);
    if (!m_waiting.isValid()) return;
    const bool came = snapshot && snapshot->selected && snapshot->selected->row.mint == m_interest.selected;
    if (!came && !m_waiting.hasExpired(kLongestWait)) return;
    m_waiting.invalidate();
    if (came) m_token->paintChartNow();
    m_timer.setInterval(kFrameMilliseconds);
}

void MainWindow::showSession(const bridge::SessionInfo& info) {
    if (m_generation != info.generation) {
        clearViews();
        m_alertCentre->begin(info);
        tellWalletsPast(info);
        m_alertsSeen = 0;
        countUnread(0);
        m_calibration->setKeeps(info.keeps);
    }
    m_generation = info.generation;
    m_sessionState = info.state;
    if (info.state == bridge::SessionState::Running && info.mode == core::pipeline::Mode::Live) noteConnected();
    m_top->setSessionTitle(info.state == bridge::SessionState::Opening
                               ? tr("opening %1…").arg(QString::fromStdString(info.title))
                               : QString::fromStdString(info.title));
    // The badge is right from the first moment, before a snapshot says the same.
    core::pipeline::Snapshot nothingYet;
    nothingYet.mode = info.mode;
    if (!m_snapshot) m_top->show(nothingYet);
    const bool working = info.state == bridge::SessionState::Opening || info.state == bridge::SessionState::Running;
    QWidget* page = working ? static_cast<QWidget*>(m_desk) : m_firstRun;
    m_pages->setCurrentWidget(page);
    // Not the search box: Ctrl+V anywhere else opens an address at once.
    page->setFocus();
    if (info.state == bridge::SessionState::Failed)
        m_trouble->setMessage(tr("%1 could not be opened: %2. Choose another source below.")
                                  .arg(QString::fromStdString(info.title), phrases::inLanguage(info.error)),
                              Tone::Bad, QStringLiteral("open %1").arg(info.generation));
}

void MainWindow::clearViews() {
    m_snapshot.reset();
    const auto empty = std::make_shared<const core::pipeline::Snapshot>();
    m_board->show(empty);
    m_alerts->clear();
    m_desk->showPane(kEvidencePane, false);
    m_interest.flag.reset();
    m_inquiry->clear();
    m_status->clear();
    m_health->clear();
    m_top->clear();
    m_trouble->setMessage({}, Tone::Quiet, {});
    m_notice->setMessage({}, Tone::Quiet, {});
    if (!m_tokenChosen) {
        m_interest.selected.reset();
        m_interest.makers.reset();
        m_interest.hovered.reset();
        m_board->setOpenToken(std::nullopt);
        m_token->setToken(std::nullopt);
    }
    m_host.feed().setInterest(m_interest);
    setWindowTitle(m_title);
}

void MainWindow::showSnapshot(const std::shared_ptr<const core::pipeline::Snapshot>& snapshot) {
    m_snapshot = snapshot;
    m_top->show(*snapshot);
    m_board->show(snapshot);
    m_token->show(*snapshot);
    m_alerts->show(snapshot);
    if (m_alertCentre->wanted()) m_alertCentre->show(*snapshot);
    countUnread(snapshot->alertCount);
    if (evidenceOpen()) m_evidence->show(snapshot->flagCase);
    if (m_inquiry->isVisible()) m_inquiry->show(snapshot->answers);
    m_status->show(*snapshot);
    if (m_health->isVisible()) m_health->show(snapshot->health);
    const Trouble trouble = currentTrouble(*snapshot);
    m_trouble->setMessage(trouble.text, Tone::Bad, trouble.topic);
    if (!m_tokenChosen) openBusiestToken(*snapshot);
    if (snapshot->selected && snapshot->selected->row.mint == m_interest.selected) {
        const QString title = format::tokenTitle(snapshot->selected->row) + QStringLiteral(" – ") + m_title;
        if (windowTitle() != title) setWindowTitle(title);
    }
}

void MainWindow::openBusiestToken(const core::pipeline::Snapshot& snapshot) {
    // A session nobody has chosen a token in yet opens the one with most to see, once.
    const core::pipeline::TokenRow* busiest = nullptr;
    for (const auto* rows : {&snapshot.fresh, &snapshot.graduating, &snapshot.graduated})
        for (const auto& row : *rows)
            if (row.trades >= kTradesToOpenByItself && (!busiest || row.trades > busiest->trades)) busiest = &row;
    if (busiest) openToken(busiest->mint);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedFile(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QString file = droppedFile(event->mimeData());
    if (file.isEmpty()) return;
    event->acceptProposedAction();
    openRecording(file);
}

void MainWindow::restoreState() {
    const QSettings settings(m_settingsFile, QSettings::IniFormat);
    restoreGeometry(settings.value(kGeometryKey).toByteArray());
    m_desk->setLocked(settings.value(kLockedKey, true).toBool());
    m_evidenceHeight = settings.value(kEvidenceKey, 0).toInt();
    showWorkspace();
    m_board->restoreState(settings.value(kBoardKey).toByteArray());
    m_actions->restore(settings);
    m_board->restoreSettings(settings);
    m_token->splitter().restoreState(settings.value(kTokenKey).toByteArray());
    m_token->tabs().restoreColumns(settings);
    m_inquiry->restoreColumns(settings);
    m_alertCentre->restoreColumns(settings);
    m_token->charts().restoreState(settings.value(kChartsKey).toString());
    if (settings.contains(kSpeedKey)) m_firstRun->setSpeed(settings.value(kSpeedKey).toDouble());
    const auto bars = core::BarSpec::parse(settings.value(kIntervalKey).toString().toStdString());
    if (bars) m_interest.bars = *bars;
    m_token->setBars(m_interest.bars);
}

void MainWindow::saveState() const {
    QSettings settings(m_settingsFile, QSettings::IniFormat);
    settings.setValue(kGeometryKey, saveGeometry());
    settings.setValue(kLockedKey, m_desk->locked());
    if (const int height = evidenceHeight(); height > 0) settings.setValue(kEvidenceKey, height);
    m_actions->save(settings);
    settings.setValue(kBoardKey, m_board->saveState());
    m_board->saveSettings(settings);
    settings.setValue(kChartsKey, m_token->charts().state());
    settings.setValue(kTokenKey, m_token->splitter().saveState());
    m_token->tabs().saveColumns(settings);
    m_inquiry->saveColumns(settings);
    m_alertCentre->saveColumns(settings);
    m_labels->flush();
    settings.setValue(kSpeedKey, m_firstRun->speed());
    settings.setValue(kIntervalKey, QString::fromStdString(m_interest.bars.text()));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    saveState();
    keepWorkspace();
    QMainWindow::closeEvent(event);
    emit closed();
}

}  // namespace ui
