<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<!-- One context, sorted by sentence: see ui/i18n/text_translator.h. -->
<context>
    <name>cabalscope</name>
    <message>
        <source>
Click: open in an explorer. Right click: more, copy.</source>
        <translation>
单击：在浏览器打开。右键：更多、复制。</translation>
    </message>
    <message>
        <source>
Copy (Ctrl+Shift+C)</source>
        <translation>
复制 (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>
Creator of this token</source>
        <translation>
该代币的创建者</translation>
    </message>
    <message>
        <source>  DEV</source>
        <translation>  开发者</translation>
    </message>
    <message>
        <source> (Space)</source>
        <translation> (Space)</translation>
    </message>
    <message>
        <source> (of its newest %1)</source>
        <translation> （最近 %1 个）</translation>
    </message>
    <message>
        <source> (part of it)</source>
        <translation> （其中一部分）</translation>
    </message>
    <message>
        <source> (this one)</source>
        <translation> （当前）</translation>
    </message>
    <message>
        <source> 5m</source>
        <translation> 5m</translation>
    </message>
    <message>
        <source> Click for the cluster.</source>
        <translation> 点击查看该关联钱包群。</translation>
    </message>
    <message>
        <source> In another currency and in no sum: %1.</source>
        <translation> 以其他币计价、不计入合计：%1。</translation>
    </message>
    <message>
        <source> It was not seen leaving another coin.</source>
        <translation> 没有看到它清仓过别的代币。</translation>
    </message>
    <message>
        <source> Older and left out: %1.</source>
        <translation> 更早而未列出：%1。</translation>
    </message>
    <message>
        <source> On the coin it left last that took %1.</source>
        <translation> 上一个清仓的代币用时 %1。</translation>
    </message>
    <message>
        <source> SOL</source>
        <translation> SOL</translation>
    </message>
    <message>
        <source> The %1 surest of %2 are listed.</source>
        <translation> 列出 %2 个中最确定的 %1 个。</translation>
    </message>
    <message>
        <source> The largest of %1 clusters on this coin.</source>
        <translation> 是该代币 %1 个关联钱包群中最大的。</translation>
    </message>
    <message>
        <source> There is not enough in the curve or pool to take all of it.</source>
        <translation> 联合曲线或池子里的资金不足以全部接走。</translation>
    </message>
    <message>
        <source> This feed shows no transfers, so links are rarely found.</source>
        <translation> 此数据源不含转账，因此很少能发现关联。</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> 另有 %1 个</translation>
    </message>
    <message>
        <source> for %1 %2</source>
        <translation> 成交额 %1 %2</translation>
    </message>
    <message>
        <source> in %1 parts</source>
        <translation> 分 %1 部分</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source> via </source>
        <translation> 经由 </translation>
    </message>
    <message>
        <source> · %1 left out by the filter</source>
        <translation> · 筛选隐藏 %1 笔</translation>
    </message>
    <message>
        <source> · %1 of supply together</source>
        <translation> · 合计占供应量 %1</translation>
    </message>
    <message>
        <source> · %1 weaker links not drawn</source>
        <translation> · %1 条较弱关联未绘出</translation>
    </message>
    <message>
        <source> · Dev</source>
        <translation> · 开发者</translation>
    </message>
    <message>
        <source> · colour = cluster · %1 unlinked wallets grey</source>
        <translation> · 颜色 = 关联钱包群 · %1 个无关联钱包为灰色</translation>
    </message>
    <message>
        <source> · dev</source>
        <translation> · 开发者</translation>
    </message>
    <message>
        <source> · first times are too late: the oldest trades left memory</source>
        <translation> · 首次时间偏晚：最早的成交已移出内存</translation>
    </message>
    <message>
        <source> · incomplete: trades of this time left memory</source>
        <translation> · 不完整：该时段的成交已移出内存</translation>
    </message>
    <message>
        <source> · its creation was not seen: these are the first in sight</source>
        <translation> · 未看到其创建：这些是所见最早的买家</translation>
    </message>
    <message>
        <source> · last in %1</source>
        <translation> · 上次用时 %1</translation>
    </message>
    <message>
        <source> · shares unknown: its creation was not seen, so earlier holders are missing</source>
        <translation> · 占比未知：未看到其创建，缺少更早的持有者</translation>
    </message>
    <message>
        <source> · the %1 largest are listed</source>
        <translation> · 仅列出最大的 %1 个</translation>
    </message>
    <message>
        <source> · the %1 that took in most</source>
        <translation> · 流入最多的 %1 个</translation>
    </message>
    <message>
        <source> · the oldest moves are gone, early bags are too small</source>
        <translation> · 最早的变动已移出，早期仓位偏小</translation>
    </message>
    <message>
        <source> · the oldest trades left memory: earlier buyers are missing</source>
        <translation> · 最早的成交已移出内存：缺少更早的买家</translation>
    </message>
    <message>
        <source> · transfers between wallets are not visible on this feed</source>
        <translation> · 此数据源看不到钱包间转账</translation>
    </message>
    <message>
        <source>"%1"</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>"%1" cannot be asked for a crossing.</source>
        <translation>“%1”不能用于穿越条件。</translation>
    </message>
    <message>
        <source>"%1" has no amount.</source>
        <translation>“%1”没有数量。</translation>
    </message>
    <message>
        <source>"%1" has too many digits; %2 are kept.</source>
        <translation>“%1”位数过多；只保留 %2 位。</translation>
    </message>
    <message>
        <source>"%1" is a text in quotes.</source>
        <translation>“%1”须为引号中的文本。</translation>
    </message>
    <message>
        <source>"%1" is held against %2.</source>
        <translation>“%1”的比较单位：%2。</translation>
    </message>
    <message>
        <source>"%1" is no address.</source>
        <translation>“%1”不是地址。</translation>
    </message>
    <message>
        <source>"%1" is no group. They are discovery, defence and high_signal.</source>
        <translation>“%1”不是分组。分组有 discovery、defence 和 high_signal。</translation>
    </message>
    <message>
        <source>"%1" is no group; did you mean "%2"? They are discovery, defence and high_signal.</source>
        <translation>“%1”不是分组；是否指“%2”？分组有 discovery、defence 和 high_signal。</translation>
    </message>
    <message>
        <source>"%1" is no number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>"%1" is no setting.</source>
        <translation>“%1”不是设置项。</translation>
    </message>
    <message>
        <source>"%1" is no setting; did you mean "%2"?</source>
        <translation>“%1”不是设置项；是否指“%2”？</translation>
    </message>
    <message>
        <source>"%1" is no severity. They are auto, info, warning and critical.</source>
        <translation>“%1”不是级别。级别有 auto、info、warning 和 critical。</translation>
    </message>
    <message>
        <source>"%1" is no severity; did you mean "%2"? They are auto, info, warning and critical.</source>
        <translation>“%1”不是级别；是否指“%2”？级别有 auto、info、warning 和 critical。</translation>
    </message>
    <message>
        <source>"%1" is not known here; did you mean "%2"?</source>
        <translation>此处不认识“%1”；是否指“%2”？</translation>
    </message>
    <message>
        <source>"%1" means nothing here; words, numbers, quotes, ( ) , % and comparisons such as &gt;= do.</source>
        <translation>“%1”在此处没有含义；可用单词、数字、引号、( ) , % 以及 &gt;= 等比较符号。</translation>
    </message>
    <message>
        <source>"armed" is true or false.</source>
        <translation>“armed”须为 true 或 false。</translation>
    </message>
    <message>
        <source>"each" belongs to a number of wallets or events; without one all amounts are added up.</source>
        <translation>“each”须配合钱包或事件的数目；没有数目时所有数量会相加。</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>#%1 %2: %3</source>
        <translation>#%1 %2：%3</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>% of supply</source>
        <translation>% 供应量</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>how many of a rule</comment>
        <translation>%2 %1 条</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <translation>%1%2%3</translation>
    </message>
    <message>
        <source>%1 %2 %3 in %4 transactions</source>
        <translation>%1以 %4 笔交易%2%3</translation>
    </message>
    <message>
        <source>%1 %2 in %3 transactions</source>
        <translation>%1以 %3 笔交易%2</translation>
    </message>
    <message>
        <source>%1 %2 of market cap</source>
        <translation>市值 %1 %2</translation>
    </message>
    <message>
        <source>%1 (%2 here) holds %3 of supply. Half of it sold into today's reserves takes the price down by %4, all of it by %5, fees left out.</source>
        <translation>%1（在此币有 %2）持有供应量的 %3。按当前储备卖出一半会使价格下跌 %4，全部卖出下跌 %5，未计手续费。</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1（%2/%3）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (%2); brought back %3 times</source>
        <translation>%1（%2）；取回 %3 次</translation>
    </message>
    <message>
        <source>%1 (odds times %2)</source>
        <translation>%1（赔率乘以 %2）</translation>
    </message>
    <message>
        <source>%1 (open)</source>
        <translation>%1（当前）</translation>
    </message>
    <message>
        <source>%1 SOL</source>
        <translation>%1 SOL</translation>
    </message>
    <message>
        <source>%1 SOL</source>
        <comment>amount of a doing</comment>
        <translation>价值 %1 SOL</translation>
    </message>
    <message>
        <source>%1 SOL at %2, %3 SOL at %4</source>
        <translation>%2 时 %1 SOL，%4 时 %3 SOL</translation>
    </message>
    <message>
        <source>%1 USD</source>
        <translation>%1 美元</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>每天 %1</translation>
    </message>
    <message>
        <source>%1 a day at this pace</source>
        <translation>按此节奏每天 %1</translation>
    </message>
    <message>
        <source>%1 alert</source>
        <translation>%1 条提醒</translation>
    </message>
    <message>
        <source>%1 alerts</source>
        <translation>%1 条提醒</translation>
    </message>
    <message>
        <source>%1 and %2 in this session</source>
        <translation>本次会话 %1，%2</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 及另外 %2 个</translation>
    </message>
    <message>
        <source>%1 and %2.</source>
        <translation>%1，%2。</translation>
    </message>
    <message>
        <source>%1 and would take the price down by %2%</source>
        <translation>%1，若全部卖出会使价格下跌 %2%</translation>
    </message>
    <message>
        <source>%1 answered by one another</source>
        <translation>%1 笔互相对敲</translation>
    </message>
    <message>
        <source>%1 answered, %2 waiting, %3 unanswered, %4 dropped</source>
        <translation>%1 已答复，%2 等待中，%3 无答复，%4 已丢弃</translation>
    </message>
    <message>
        <source>%1 at least</source>
        <translation>%1 至少</translation>
    </message>
    <message>
        <source>%1 at most</source>
        <translation>%1 至多</translation>
    </message>
    <message>
        <source>%1 bar</source>
        <translation>%1 根 K 线</translation>
    </message>
    <message>
        <source>%1 bars</source>
        <translation>%1 根 K 线</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>其后第 %1 位</translation>
    </message>
    <message>
        <source>%1 behind the creation</source>
        <translation>在创建后 %1</translation>
    </message>
    <message>
        <source>%1 blocked by you</source>
        <translation>你屏蔽了 %1 个</translation>
    </message>
    <message>
        <source>%1 blocked coins</source>
        <translation>已屏蔽 %1 个代币</translation>
    </message>
    <message>
        <source>%1 bought behind %2 on %3% of its %4 coins, %5 slots later in the median, where their own activity explains %6% (q %7)%8; the crowd behind its buys is %9 standard deviations.</source>
        <translation>%2 的 %4 个代币中，%1在其中 %3% 上跟随其后买入，中位数晚 %5 个 slot，而它们自身的活跃度只能解释 %6%（q %7）%8；其买入之后的人群偏离 %9 个标准差。</translation>
    </message>
    <message>
        <source>%1 bought in the same slot.</source>
        <translation>%1也在同一 slot 买入。</translation>
    </message>
    <message>
        <source>%1 burn</source>
        <translation>%1 次销毁</translation>
    </message>
    <message>
        <source>%1 burns</source>
        <translation>%1 次销毁</translation>
    </message>
    <message>
        <source>%1 buy</source>
        <translation>%1 次买入</translation>
    </message>
    <message>
        <source>%1 buyer</source>
        <translation>%1 个买家</translation>
    </message>
    <message>
        <source>%1 buyers</source>
        <translation>%1 个买家</translation>
    </message>
    <message>
        <source>%1 buys</source>
        <translation>%1 次买入</translation>
    </message>
    <message>
        <source>%1 buys and sells around others' trades</source>
        <translation>%1 次在他人交易前后买卖</translation>
    </message>
    <message>
        <source>%1 buys, %2 sells, %3 buyers</source>
        <translation>%1 笔买入，%2 笔卖出，%3 个买家</translation>
    </message>
    <message>
        <source>%1 can be read by others and was not used. Make it yours alone: chmod 600.</source>
        <translation>%1 可被他人读取，未使用。请设为仅自己可读：chmod 600。</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>无法连到 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. What was read before stays armed as it is (%3).</source>
        <translation>无法读取 %1：%2。先前读入的内容保持原样继续生效（%3）。</translation>
    </message>
    <message>
        <source>%1 charts beside each other</source>
        <translation>并排 %1 个图表</translation>
    </message>
    <message>
        <source>%1 charts with one crosshair</source>
        <translation>%1 个图表，十字线同步</translation>
    </message>
    <message>
        <source>%1 cluster</source>
        <translation>%1 个关联钱包群</translation>
    </message>
    <message>
        <source>%1 clusters</source>
        <translation>%1 个关联钱包群</translation>
    </message>
    <message>
        <source>%1 coin</source>
        <translation>%1 个代币</translation>
    </message>
    <message>
        <source>%1 coin bought</source>
        <translation>买过 %1 个代币</translation>
    </message>
    <message>
        <source>%1 coin created</source>
        <translation>创建过 %1 个币</translation>
    </message>
    <message>
        <source>%1 coins</source>
        <translation>%1 个代币</translation>
    </message>
    <message>
        <source>%1 coins bought</source>
        <translation>买过 %1 个代币</translation>
    </message>
    <message>
        <source>%1 coins created</source>
        <translation>创建过 %1 个币</translation>
    </message>
    <message>
        <source>%1 comes with the program; your rule of this id takes its place.</source>
        <translation>%1 为内置规则；您同标识的规则取代了它。</translation>
    </message>
    <message>
        <source>%1 could not be opened: %2. Choose another source below.</source>
        <translation>%1 无法打开：%2。请在下方选择其他来源。</translation>
    </message>
    <message>
        <source>%1 could not be played.</source>
        <translation>无法播放 %1。</translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation>%1 无法读取</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 无法读取。</translation>
    </message>
    <message>
        <source>%1 could not be read: %2. The filters are as they were.</source>
        <translation>%1 无法读取：%2。筛选保持不变。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. What is armed stays as it is.</source>
        <translation>无法写入 %1：%2。已启用的规则保持不变。</translation>
    </message>
    <message>
        <source>%1 could not be written; choose another folder</source>
        <translation>无法写入 %1；请换一个文件夹</translation>
    </message>
    <message>
        <source>%1 creation</source>
        <translation>%1 次创建</translation>
    </message>
    <message>
        <source>%1 creations</source>
        <translation>%1 次创建</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 未及时应答。</translation>
    </message>
    <message>
        <source>%1 drawn</source>
        <translation>绘出 %1</translation>
    </message>
    <message>
        <source>%1 entities</source>
        <translation>%1 个实体</translation>
    </message>
    <message>
        <source>%1 entity</source>
        <translation>%1 个实体</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 条</translation>
    </message>
    <message>
        <source>%1 entry</source>
        <translation>%1 条</translation>
    </message>
    <message>
        <source>%1 event</source>
        <translation>%1 个事件</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 个事件</translation>
    </message>
    <message>
        <source>%1 filter</source>
        <translation>%1 个筛选</translation>
    </message>
    <message>
        <source>%1 filters</source>
        <translation>%1 个筛选</translation>
    </message>
    <message>
        <source>%1 flag</source>
        <translation>%1 个标记</translation>
    </message>
    <message>
        <source>%1 flags</source>
        <translation>%1 个标记</translation>
    </message>
    <message>
        <source>%1 flat within one slot</source>
        <translation>%1 笔在同一 slot 内归零</translation>
    </message>
    <message>
        <source>%1 follower</source>
        <translation>%1 个跟随者</translation>
    </message>
    <message>
        <source>%1 followers</source>
        <translation>%1 个跟随者</translation>
    </message>
    <message>
        <source>%1 gap</source>
        <translation>%1 个缺口</translation>
    </message>
    <message>
        <source>%1 gaps</source>
        <translation>%1 个缺口</translation>
    </message>
    <message>
        <source>%1 group</source>
        <translation>%1 组</translation>
    </message>
    <message>
        <source>%1 groups</source>
        <translation>%1 组</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 had their first SOL from it, as customers of an exchange have.</source>
        <translation>%1的第一笔 SOL 来自它，如同交易所的客户。</translation>
    </message>
    <message>
        <source>%1 has a mistake: %2. Open the whole file on the left and mend it first.</source>
        <translation>%1 有错误：%2。请先在左侧打开整个文件并修正。</translation>
    </message>
    <message>
        <source>%1 has no rule that you do not have.</source>
        <translation>%1 中没有您尚未拥有的规则。</translation>
    </message>
    <message>
        <source>%1 hidden by the filter %2</source>
        <translation>筛选“%2”隐藏 %1 个</translation>
    </message>
    <message>
        <source>%1 hidden – show all</source>
        <translation>隐藏 %1 – 显示全部</translation>
    </message>
    <message>
        <source>%1 hidden – show the largest alone</source>
        <translation>隐藏 %1 – 仅显示最大的</translation>
    </message>
    <message>
        <source>%1 holds %2</source>
        <translation>%1持有 %2</translation>
    </message>
    <message>
        <source>%1 holds more than one line; a key is one.</source>
        <translation>%1 含多行；密钥只能有一行。</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1，共 %2</translation>
    </message>
    <message>
        <source>%1 in %2, %3 linked to nobody.</source>
        <translation>%1分为 %2，%3 个与任何人无关联。</translation>
    </message>
    <message>
        <source>%1 in a window of its own, or back</source>
        <translation>%1：独立窗口或放回</translation>
    </message>
    <message>
        <source>%1 in view: high %2, low %3, change %4, last %5</source>
        <translation>视图内 %1：最高 %2，最低 %3，涨跌 %4，最新 %5</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1为 %2</translation>
    </message>
    <message>
        <source>%1 is armed</source>
        <translation>%1 已启用</translation>
    </message>
    <message>
        <source>%1 is blocked: no filter that hides blocked coins shows it.</source>
        <translation>%1 已屏蔽：凡隐藏屏蔽代币的筛选都不再显示它。</translation>
    </message>
    <message>
        <source>%1 is larger than 32 MB: no list of wallets</source>
        <translation>%1 大于 32 MB：不是钱包列表</translation>
    </message>
    <message>
        <source>%1 is no time. Type one like 14:22:07 or 2026-11-23 14:22:07, UTC.</source>
        <translation>%1 不是时间。请输入如 14:22:07 或 2026-11-23 14:22:07，UTC。</translation>
    </message>
    <message>
        <source>%1 is not connected (%2), %3. Numbers stand still until it is back; recordings still play. If it lasts, check the network or choose another endpoint.</source>
        <translation>%1 未连接（%2），%3。恢复之前数字不会更新；录像仍可播放。若持续如此，请检查网络或换一个节点地址。</translation>
    </message>
    <message>
        <source>%1 is off</source>
        <translation>%1 已关闭</translation>
    </message>
    <message>
        <source>%1 is off.</source>
        <translation>%1 已关闭。</translation>
    </message>
    <message>
        <source>%1 is the shortcut of “%2”. Take it away there first.</source>
        <translation>%1 已是“%2”的快捷键。请先在那里取消。</translation>
    </message>
    <message>
        <source>%1 is there, but nothing listens on that port.</source>
        <translation>%1 存在，但该端口无人监听。</translation>
    </message>
    <message>
        <source>%1 known</source>
        <translation>已知 %1</translation>
    </message>
    <message>
        <source>%1 known, all hidden: %2 by the filter %3, %4 blocked. Choose another filter above.</source>
        <translation>已知 %1，全部被隐藏：筛选“%3”隐藏 %2 个，屏蔽 %4 个。请在上方换一个筛选。</translation>
    </message>
    <message>
        <source>%1 label</source>
        <translation>%1 条标注</translation>
    </message>
    <message>
        <source>%1 labels</source>
        <translation>%1 条标注</translation>
    </message>
    <message>
        <source>%1 launch</source>
        <translation>%1 次发行</translation>
    </message>
    <message>
        <source>%1 launch was watched to its end</source>
        <translation>有 %1 个发射被观察到结束</translation>
    </message>
    <message>
        <source>%1 launches</source>
        <translation>%1 个新币</translation>
    </message>
    <message>
        <source>%1 launches were watched to their end</source>
        <translation>有 %1 个发射被观察到结束</translation>
    </message>
    <message>
        <source>%1 likely linked wallets</source>
        <translation>%1 个疑似关联的钱包</translation>
    </message>
    <message>
        <source>%1 link</source>
        <translation>%1 条关联</translation>
    </message>
    <message>
        <source>%1 linked to the dev</source>
        <translation>与开发者关联的 %1</translation>
    </message>
    <message>
        <source>%1 linked wallet</source>
        <translation>%1 个关联钱包</translation>
    </message>
    <message>
        <source>%1 linked wallets</source>
        <translation>%1 个关联钱包</translation>
    </message>
    <message>
        <source>%1 links</source>
        <translation>%1 条关联</translation>
    </message>
    <message>
        <source>%1 looked at</source>
        <translation>查看了 %1</translation>
    </message>
    <message>
        <source>%1 malformed line skipped: %2</source>
        <translation>跳过 %1 行格式错误的内容：%2</translation>
    </message>
    <message>
        <source>%1 malformed lines skipped, first: %2</source>
        <translation>跳过 %1 行格式错误的内容，首行：%2</translation>
    </message>
    <message>
        <source>%1 matched inside the cluster</source>
        <translation>%1 笔在钱包群内对敲</translation>
    </message>
    <message>
        <source>%1 member of a cluster</source>
        <translation>钱包群的 %1 个成员</translation>
    </message>
    <message>
        <source>%1 members of a cluster</source>
        <translation>钱包群的 %1 个成员</translation>
    </message>
    <message>
        <source>%1 message</source>
        <translation>%1 条消息</translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>%1 条消息</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 mint</source>
        <translation>%1 次增发</translation>
    </message>
    <message>
        <source>%1 mints</source>
        <translation>%1 次增发</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>还有 %1 条</translation>
    </message>
    <message>
        <source>%1 more alert: %2.</source>
        <translation>还有 %1 条提醒：%2。</translation>
    </message>
    <message>
        <source>%1 more alerts</source>
        <translation>还有 %1 条提醒</translation>
    </message>
    <message>
        <source>%1 more alerts: %2.</source>
        <translation>还有 %1 条提醒：%2。</translation>
    </message>
    <message>
        <source>%1 more problems follow.</source>
        <translation>其后还有 %1 个问题。</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 msg/s  %2 trades/s</source>
        <translation>%1 消息/秒  %2 成交/秒</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 条新</translation>
    </message>
    <message>
        <source>%1 observations over all pairs; select the row to see them</source>
        <translation>全部钱包对共 %1 次观察；选中该行查看</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>deeds and what they moved</comment>
        <translation>%1，合计%2</translation>
    </message>
    <message>
        <source>%1 of %2 a second</source>
        <translation>每秒 %1 次，共许 %2 次</translation>
    </message>
    <message>
        <source>%1 of %2 fetched</source>
        <translation>已补取 %1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 in one slot</source>
        <translation>%2 个中 %1 个在同一 slot</translation>
    </message>
    <message>
        <source>%1 of %2 in slot %3</source>
        <translation>%2 个中 %1 个在 slot %3</translation>
    </message>
    <message>
        <source>%1 of %2, %3 left</source>
        <translation>%1 / %2，剩 %3</translation>
    </message>
    <message>
        <source>%1 of %2, most %3, dropped %4</source>
        <translation>%1 / %2，峰值 %3，丢弃 %4</translation>
    </message>
    <message>
        <source>%1 of list %2</source>
        <translation>%1（名单“%2”）</translation>
    </message>
    <message>
        <source>%1 of supply</source>
        <translation>供应量的 %1</translation>
    </message>
    <message>
        <source>%1 of the %2 judged alerts that say something.</source>
        <translation>已评判 %1 条，要有 %2 条才能说明问题。</translation>
    </message>
    <message>
        <source>%1 of the %2 that say something</source>
        <translation>已有 %1 条，要有 %2 条才能说明问题</translation>
    </message>
    <message>
        <source>%1 of the dev</source>
        <translation>开发者的 %1</translation>
    </message>
    <message>
        <source>%1 of the first buyers whose beginning is known</source>
        <translation>起始时间已知的首批买家的 %1</translation>
    </message>
    <message>
        <source>%1 of the first buyers whose beginning is known were new to the chain.</source>
        <translation>起始时间已知的首批买家中 %1 是链上新钱包。</translation>
    </message>
    <message>
        <source>%1 of the pool's quote reserve</source>
        <translation>池子计价储备的 %1</translation>
    </message>
    <message>
        <source>%1 of them only because a figure is not known</source>
        <translation>其中 %1 个仅因某项数值未知</translation>
    </message>
    <message>
        <source>%1 of volume</source>
        <translation>成交量的 %1</translation>
    </message>
    <message>
        <source>%1 of what came in was sold</source>
        <translation>已卖出流入的 %1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 条，涉及 %2</translation>
    </message>
    <message>
        <source>%1 on %2; coverage %3</source>
        <translation>%2上 %1；覆盖率 %3</translation>
    </message>
    <message>
        <source>%1 other wallet</source>
        <translation>另外 %1 个钱包</translation>
    </message>
    <message>
        <source>%1 other wallets</source>
        <translation>另外 %1 个钱包</translation>
    </message>
    <message>
        <source>%1 quote units</source>
        <translation>%1 计价单位</translation>
    </message>
    <message>
        <source>%1 receipt</source>
        <translation>%1 次收到</translation>
    </message>
    <message>
        <source>%1 receipts</source>
        <translation>%1 次收到</translation>
    </message>
    <message>
        <source>%1 reconnect</source>
        <translation>%1 次重连</translation>
    </message>
    <message>
        <source>%1 reconnects</source>
        <translation>%1 次重连</translation>
    </message>
    <message>
        <source>%1 return in 25 s</source>
        <translation>25 秒收益 %1</translation>
    </message>
    <message>
        <source>%1 return per closed position</source>
        <translation>每次平仓收益 %1</translation>
    </message>
    <message>
        <source>%1 round trips for the fees alone</source>
        <translation>%1 笔只付手续费的往返</translation>
    </message>
    <message>
        <source>%1 rule</source>
        <translation>%1 条规则</translation>
    </message>
    <message>
        <source>%1 rules</source>
        <translation>%1 条规则</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 sale</source>
        <translation>%1 次卖出</translation>
    </message>
    <message>
        <source>%1 sales</source>
        <translation>%1 次卖出</translation>
    </message>
    <message>
        <source>%1 seen</source>
        <translation>所见 %1 个</translation>
    </message>
    <message>
        <source>%1 sell</source>
        <translation>%1 次卖出</translation>
    </message>
    <message>
        <source>%1 sells</source>
        <translation>%1 次卖出</translation>
    </message>
    <message>
        <source>%1 send</source>
        <translation>%1 次转出</translation>
    </message>
    <message>
        <source>%1 sends</source>
        <translation>%1 次转出</translation>
    </message>
    <message>
        <source>%1 signature</source>
        <translation>%1 个签名</translation>
    </message>
    <message>
        <source>%1 signatures</source>
        <translation>%1 个签名</translation>
    </message>
    <message>
        <source>%1 slot</source>
        <translation>%1 个 slot</translation>
    </message>
    <message>
        <source>%1 slots</source>
        <translation>%1 个 slot</translation>
    </message>
    <message>
        <source>%1 stopped: %2. What is on the screen stays. Open another recording or connect again.</source>
        <translation>%1 已停止：%2。画面上的内容保留不变。请打开另一个录像或重新连接。</translation>
    </message>
    <message>
        <source>%1 stored</source>
        <translation>已存 %1 条</translation>
    </message>
    <message>
        <source>%1 tagged %2</source>
        <translation>%1（标签“%2”）</translation>
    </message>
    <message>
        <source>%1 taken out of pool %2</source>
        <translation>从池 %2 取出 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 to %2 UTC · sold %3 · bought %4 · %5</source>
        <translation>%1 到 %2 UTC · 卖出 %3 · 买入 %4 · %5</translation>
    </message>
    <message>
        <source>%1 to %2, n=%3</source>
        <translation>%1 至 %2，n=%3</translation>
    </message>
    <message>
        <source>%1 trade</source>
        <translation>%1 笔交易</translation>
    </message>
    <message>
        <source>%1 trades</source>
        <translation>%1 笔交易</translation>
    </message>
    <message>
        <source>%1 trades in %2 h of market time</source>
        <translation>%1 笔交易，市场时间 %2 小时</translation>
    </message>
    <message>
        <source>%1 trades within %2 s</source>
        <translation>以 %1 笔交易在 %2 秒内</translation>
    </message>
    <message>
        <source>%1 trades within ten minutes</source>
        <translation>十分钟内 %1 笔交易</translation>
    </message>
    <message>
        <source>%1 transaction</source>
        <translation>%1 笔交易</translation>
    </message>
    <message>
        <source>%1 transactions</source>
        <translation>%1 笔交易</translation>
    </message>
    <message>
        <source>%1 transfer</source>
        <translation>%1 笔转账</translation>
    </message>
    <message>
        <source>%1 transfers</source>
        <translation>%1 笔转账</translation>
    </message>
    <message>
        <source>%1 verdict</source>
        <translation>%1 条判定</translation>
    </message>
    <message>
        <source>%1 verdicts</source>
        <translation>%1 次评判</translation>
    </message>
    <message>
        <source>%1 wallet</source>
        <translation>%1 个钱包</translation>
    </message>
    <message>
        <source>%1 wallet holds</source>
        <translation>%1 个钱包持有</translation>
    </message>
    <message>
        <source>%1 wallets</source>
        <translation>%1 个钱包</translation>
    </message>
    <message>
        <source>%1 wallets hold</source>
        <translation>%1 个钱包持有</translation>
    </message>
    <message>
        <source>%1 wallets it moved SOL or coins with</source>
        <translation>与 %1 个钱包有过 SOL 或代币往来</translation>
    </message>
    <message>
        <source>%1 wallets that had their first SOL from it</source>
        <translation>%1 个钱包的第一笔 SOL 来自它</translation>
    </message>
    <message>
        <source>%1 wallets that nothing else links</source>
        <translation>%1 个没有其他关联的钱包</translation>
    </message>
    <message>
        <source>%1 warning</source>
        <translation>%1 条警告</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 条警告</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else and was read anew. Nothing was written; look at the rule again.</source>
        <translation>%1 已被其他程序更改，现已重新读取。未写入任何内容；请再查看该规则。</translation>
    </message>
    <message>
        <source>%1 was not taken: %2. The filters are as they were.</source>
        <translation>%1 未被采用：%2。筛选保持不变。</translation>
    </message>
    <message>
        <source>%1 went above %2, from %3 to %4</source>
        <translation>%1升破 %2，从 %3 升至 %4</translation>
    </message>
    <message>
        <source>%1 went below %2, from %3 to %4</source>
        <translation>%1跌破 %2，从 %3 跌至 %4</translation>
    </message>
    <message>
        <source>%1 with this tag: %2 of supply held, %3 bought in all.</source>
        <translation>带此标签的 %1：持有供应量的 %2，共买入 %3。</translation>
    </message>
    <message>
        <source>%1 within %2</source>
        <translation>%2内%1</translation>
    </message>
    <message>
        <source>%1 would have a mistake in line %2: %3 Open the whole file on the left and mend it first.</source>
        <translation>%1 第 %2 行将出错：%3 请先在左侧打开整个文件并修正。</translation>
    </message>
    <message>
        <source>%1 · %2 hidden</source>
        <translation>%1 · 隐藏 %2</translation>
    </message>
    <message>
        <source>%1 · %2 ms</source>
        <translation>%1 · %2 毫秒</translation>
    </message>
    <message>
        <source>%1 · %2 watched · %3 blocked</source>
        <translation>%1 · 关注 %2 · 屏蔽 %3</translation>
    </message>
    <message>
        <source>%1 · Dev</source>
        <translation>%1 · 开发者</translation>
    </message>
    <message>
        <source>%1 · dev</source>
        <translation>%1 · 开发者</translation>
    </message>
    <message>
        <source>%1 · membership %2 · %3</source>
        <translation>%1 · 成员概率 %2 · %3</translation>
    </message>
    <message>
        <source>%1 · slot %2 · %3%</source>
        <translation>%1 · slot %2 · %3%</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1% of supply</source>
        <translation>供应量的 %1%</translation>
    </message>
    <message>
        <source>%1% of supply for %2 SOL</source>
        <translation>供应量的 %1%（%2 SOL）</translation>
    </message>
    <message>
        <source>%1% of supply is left</source>
        <translation>剩余供应量的 %1%</translation>
    </message>
    <message>
        <source>%1% of supply moved on</source>
        <translation>转出供应量的 %1%</translation>
    </message>
    <message>
        <source>%1% of supply moved on %2 s after the creation</source>
        <translation>创建 %2 秒后转出供应量的 %1%</translation>
    </message>
    <message>
        <source>%1% on %2 in %3 s</source>
        <translation>在 %2 上 %3 秒内 %1%</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>members of a list</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, %2 seen</source>
        <translation>所见 %1，%2</translation>
    </message>
    <message>
        <source>%1, %2, %3 fetched afterwards, %4 dropped</source>
        <translation>%1，%2，事后补取 %3，丢弃 %4</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1，%2。</translation>
    </message>
    <message>
        <source>%1, age %2, change in 5 minutes %3</source>
        <translation>%1，币龄 %2，5 分钟涨跌 %3</translation>
    </message>
    <message>
        <source>%1, bars of %2</source>
        <translation>%1，%2 K 线</translation>
    </message>
    <message>
        <source>%1, but no link of this confidence</source>
        <translation>%1，但没有达到此置信度的关联</translation>
    </message>
    <message>
        <source>%1, comes with the program</source>
        <translation>%1，内置规则</translation>
    </message>
    <message>
        <source>%1, double click replays one</source>
        <translation>%1，双击可回放</translation>
    </message>
    <message>
        <source>%1, drawn on a chart; remove the line there</source>
        <translation>%1，画在图表上；请在图表上移除该线</translation>
    </message>
    <message>
        <source>%1, in your file</source>
        <translation>%1，在您的文件中</translation>
    </message>
    <message>
        <source>%1, member with %2</source>
        <translation>%1，成员概率 %2</translation>
    </message>
    <message>
        <source>%1, mine</source>
        <translation>%1（我的）</translation>
    </message>
    <message>
        <source>%1, not with %2.</source>
        <translation>%1，而不是%2。</translation>
    </message>
    <message>
        <source>%1, not with %2; expected one of: %3.</source>
        <translation>%1，而不是%2；可用：%3。</translation>
    </message>
    <message>
        <source>%1, tagged %2,</source>
        <translation>%1（标签“%2”）</translation>
    </message>
    <message>
        <source>%1, the first: %2</source>
        <translation>%1，第一条：%2</translation>
    </message>
    <message>
        <source>%1, the wallets whose alert is on; switch it in the watchlist or on a wallet's page</source>
        <translation>%1，已开启提醒的钱包；在关注列表或钱包页面切换</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1，版本 %2</translation>
    </message>
    <message>
        <source>%1, with reserves unknown</source>
        <translation>%1，储备未知</translation>
    </message>
    <message>
        <source>%1. The key is missing or refused</source>
        <translation>%1。密钥缺失或被拒绝</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 %3 coins out, %4% of supply net over %5 min.</source>
        <translation>%1：%2%3，%5 分钟内净卖出供应量的 %4%。</translation>
    </message>
    <message>
        <source>%1: %2 %3% of supply that came from the dev or the creation slot without a purchase or was bought by wallets linked to the dev (%4%); %5% at most, wallets in all: %6; buyers of that slot still hold %7%.</source>
        <translation>%1：%2供应量的 %3%，未经买入而来自开发者或创建 slot，或由与开发者关联的钱包买入（%4%）；最高时为 %5%，共涉及钱包：%6；该 slot 的买家仍持有 %7%。</translation>
    </message>
    <message>
        <source>%1: %2 %3% of supply, %4 than %5% (%6 to %7% as only links of 97% or all of 50% count); by wallet it is %8%; HHI %9, Gini %10, %11 of %12 entities hold half of what is held%13%14%15.</source>
        <translation>%1：%2供应量的 %3%，%4 %5%（只计 97% 以上的关联或计入所有 50% 以上的关联时为 %6 至 %7%）；按单个钱包计为 %8%；HHI %9，基尼系数 %10，%12 个实体中的 %11 个持有全部持仓的一半%13%14%15。</translation>
    </message>
    <message>
        <source>%1: %2 bought %3% of supply %4.</source>
        <translation>%1：%2买入供应量的 %3%，%4。</translation>
    </message>
    <message>
        <source>%1: %2 bought %3% of supply for %4 SOL in slot %5, %6%7.</source>
        <translation>%1：%2在 slot %5 以 %4 SOL 买入供应量的 %3%，%6%7。</translation>
    </message>
    <message>
        <source>%1: %2 by about %3 in %4 s, %5 quote units against a usual %6, price %7% in 25 s; %8 of %9 points above the coin's own past.</source>
        <translation>%1：%4 秒内 %2（约 %3），%5 计价单位（平时 %6），25 秒内价格 %7%；超出该代币自身过往 %9 分中的 %8 分。</translation>
    </message>
    <message>
        <source>%1: %2 likely linked wallets hold %3 of supply, confidence %4.</source>
        <translation>%1：%2 个疑似关联的钱包持有供应量的 %3，置信度 %4。</translation>
    </message>
    <message>
        <source>%1: %2 likely linked wallets of a cluster of %3 bought or hold the coin, %4% of supply now; linked by %5.</source>
        <translation>%1：一个 %3 个钱包的关联钱包群中有 %2 个疑似关联的钱包买入或持有该代币，现占供应量的 %4%；关联依据：%5。</translation>
    </message>
    <message>
        <source>%1: %2 made %3% of the last %4's volume with %5 legs that left its position as it was (%6)%7; organic volume %8 of %9.</source>
        <translation>%1：%2以 %5 笔不改变其持仓的交易占最近一%4成交量的 %3%（%6）%7；真实成交量 %8，共 %9。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 early buyers whose beginning is known were fresh wallets, another %4 younger than 10 days; they bought %5% of supply. About 15% are fresh on any coin; by chance as many are on one coin in %6.</source>
        <translation>%1：起源已知的 %3 个早期买家中有 %2 个是新钱包，另有 %4 个不足 10 天；它们买入供应量的 %5%。任何代币上约有 15% 是新钱包；偶然出现这么多的概率为每 %6 个代币中一个。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 likely linked wallets sold %4% of their peak bag (%5% of supply) in %6%7; %8.</source>
        <translation>%1：%3 个疑似关联的钱包中有 %2 个%6卖出其峰值持仓的 %4%（供应量的 %5%）%7；%8。</translation>
    </message>
    <message>
        <source>%1: %2 of the whole supply held now, %3 of it bought.</source>
        <translation>%1：现持有总供应量的 %2，曾买入其中的 %3。</translation>
    </message>
    <message>
        <source>%1: %2 sold %3% of the peak bag (%4% of supply) in %5.</source>
        <translation>%1：%2%5卖出峰值持仓的 %3%（供应量的 %4%）。</translation>
    </message>
    <message>
        <source>%1: %2 took %3 out of pool %4, %5% of its quote reserve%6.</source>
        <translation>%1：%2 从池 %4 取出 %3，占其计价储备的 %5%%6。</translation>
    </message>
    <message>
        <source>%1: %2% (give or take %3) that it falls by 90% from its peak within the hour and stays there, %4 s after its first trade; of the launches on %5 %6% do (%7).</source>
        <translation>%1：有 %2%（上下 %3）的概率在一小时内从峰值下跌 90% 且不再回升，首笔交易后 %4 秒判断；%5 上的发射有 %6% 如此（%7）。</translation>
    </message>
    <message>
        <source>%1: %2% (give or take %3) that it falls by 90% from its peak within the hour and stays there, %4 s after its first trade; of the launches on %5 %6% do (%7). Mostly since %8.</source>
        <translation>%1：有 %2%（上下 %3）的概率在一小时内从峰值下跌 90% 且不再回升，首笔交易后 %4 秒判断；%5 上的发射有 %6% 如此（%7）。主要因为：%8。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1: a number is wanted, such as 15, 0.5, 50k or 1.5M.</source>
        <translation>%1：需要数字，例如 15、0.5、50k 或 1.5M。</translation>
    </message>
    <message>
        <source>%1: created by this wallet, its coin number %2 in sight.</source>
        <translation>%1：由此钱包创建，是所见它创建的第 %2 个代币。</translation>
    </message>
    <message>
        <source>%1: no answer in time</source>
        <translation>%1：未及时应答</translation>
    </message>
    <message>
        <source>%1: number %2 of the coins seen with this %3; the first, %4 (%5), is %6 older and worth %7%8.</source>
        <translation>%1：所见使用此%3的代币中的第 %2 个；最早的 %4（%5）早 %6，市值 %7%8。</translation>
    </message>
    <message>
        <source>%1: number %2 of the coins seen with this %3; the first, %4 (%5), is %6 older%7.</source>
        <translation>%1：所见使用此%3的代币中的第 %2 个；最早的 %4（%5）早 %6%7。</translation>
    </message>
    <message>
        <source>%1: the least is above the most.</source>
        <translation>%1：下限大于上限。</translation>
    </message>
    <message>
        <source>%1: the pump is over, the price fell by %2% from its peak within %3 s of the alarm.</source>
        <translation>%1：拉盘已结束，警报后 %3 秒内价格从峰值下跌 %2%。</translation>
    </message>
    <message>
        <source>%1: the reserves of pool %2 fell by %3% of the liquidity, %4 left; no removal was seen.</source>
        <translation>%1：池 %2 的储备减少了流动性的 %3%，剩余 %4；未看到移除操作。</translation>
    </message>
    <message>
        <source>%1: the server closed the connection</source>
        <translation>%1：服务器关闭了连接</translation>
    </message>
    <message>
        <source>%1: what was taken out of pool %2 came back, %3% of its quote reserve is missing.</source>
        <translation>%1：从池 %2 取出的已放回，其计价储备仍缺 %3%。</translation>
    </message>
    <message>
        <source>%1: withdrawn; what was held back is paid out in equal sums by a wallet that never traded, as vesting plans and airdrops are.</source>
        <translation>%1：已撤回；留存的代币由一个从未交易的钱包等额发放，与归属计划和空投一样。</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>%1; %2, %3 and %4 so far</source>
        <translation>%1；迄今 %2，%3，%4</translation>
    </message>
    <message>
        <source>%1; brought back %2 times</source>
        <translation>%1；取回 %2 次</translation>
    </message>
    <message>
        <source>%1d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1m</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1× speed</source>
        <translation>%1× 速度</translation>
    </message>
    <message numerus="yes">
        <source>(%n more below it.)</source>
        <translation>
            <numerusform>（其后还有 %n 处。）</numerusform>
        </translation>
    </message>
    <message>
        <source>+ and</source>
        <translation>+ 且</translation>
    </message>
    <message>
        <source>+ condition</source>
        <translation>+ 条件</translation>
    </message>
    <message>
        <source>+ group</source>
        <translation>+ 分组</translation>
    </message>
    <message>
        <source>+ with</source>
        <translation>+ 且其</translation>
    </message>
    <message>
        <source>+ −  wheel	zoom</source>
        <translation>+ −  滚轮	缩放</translation>
    </message>
    <message>
        <source>, %1 not fetched</source>
        <translation>，%1 笔未补取</translation>
    </message>
    <message>
        <source>, %1 of them copy-bots of it</source>
        <translation>，其中 %1 个是跟单机器人</translation>
    </message>
    <message>
        <source>, LLR %1</source>
        <translation>，LLR %1</translation>
    </message>
    <message>
        <source>, by the same wallet</source>
        <translation>，由同一钱包创建</translation>
    </message>
    <message>
        <source>, nine tenths sold in one second in the median</source>
        <translation>，中位数为一秒内卖出九成</translation>
    </message>
    <message>
        <source>, nine tenths sold within %1 of its first sell in the median</source>
        <translation>，中位数为首次卖出后 %1 内卖出九成</translation>
    </message>
    <message>
        <source>, slot %1</source>
        <translation>，slot %1</translation>
    </message>
    <message>
        <source>, the small tickets of a bump bot</source>
        <translation>，为刷热度机器人的小额交易</translation>
    </message>
    <message>
        <source>, tickets within %1%</source>
        <translation>，各笔金额相差不超过 %1%</translation>
    </message>
    <message>
        <source>, two of them within 5 slots</source>
        <translation>，其中两个相隔不超过 5 个 slot</translation>
    </message>
    <message>
        <source>, with one wallet each time</source>
        <translation>，每次用一个钱包</translation>
    </message>
    <message>
        <source>, with several wallets each time</source>
        <translation>，每次用多个钱包</translation>
    </message>
    <message>
        <source>, with several wallets on %1 of them</source>
        <translation>，其中 %1 次用多个钱包</translation>
    </message>
    <message>
        <source>- none kept</source>
        <translation>- 未保留</translation>
    </message>
    <message>
        <source>. It was seen first within that time.</source>
        <translation>。首次看到它就在这段时间内。</translation>
    </message>
    <message>
        <source>10m</source>
        <translation>10m</translation>
    </message>
    <message>
        <source>1d</source>
        <translation>1d</translation>
    </message>
    <message>
        <source>1h</source>
        <translation>1h</translation>
    </message>
    <message>
        <source>2m</source>
        <translation>2m</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>30s</source>
        <translation>30s</translation>
    </message>
    <message>
        <source>5m</source>
        <translation>5m</translation>
    </message>
    <message>
        <source>5s</source>
        <translation>5s</translation>
    </message>
    <message>
        <source>6h</source>
        <translation>6h</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>95%</source>
        <translation>95%</translation>
    </message>
    <message>
        <source>95% range</source>
        <translation>95% 区间</translation>
    </message>
    <message>
        <source>: all sold takes the price down by %1</source>
        <translation>：全部卖出使价格下跌 %1</translation>
    </message>
    <message>
        <source>: no longer credibly above the others</source>
        <translation>：已不再可信地高于其他钱包</translation>
    </message>
    <message>
        <source>; %1 of %2 lost half or more within 5 min, median %3</source>
        <translation>；其中 %1 / %2 在 5 分钟内跌去一半以上，中位数 %3</translation>
    </message>
    <message>
        <source>; %1% burned</source>
        <translation>；%1% 已销毁</translation>
    </message>
    <message>
        <source>; %1% in listed services</source>
        <translation>；%1% 在名单上的服务</translation>
    </message>
    <message>
        <source>; %1% on exchanges</source>
        <translation>；%1% 在交易所</translation>
    </message>
    <message>
        <source>; it is the wallet that created the coin</source>
        <translation>；它是创建该代币的钱包</translation>
    </message>
    <message>
        <source>; left out: %1 (%2)</source>
        <translation>；略过 %1 条（%2）</translation>
    </message>
    <message>
        <source>; nothing changed</source>
        <translation>；没有改变</translation>
    </message>
    <message>
        <source>; on %1 of them the price has halved or worse since</source>
        <translation>；其中 %1 次此后价格腰斩或更糟</translation>
    </message>
    <message>
        <source>; took %1 the last time</source>
        <translation>；上次用时 %1</translation>
    </message>
    <message>
        <source>; whole transactions: </source>
        <translation>；完整交易： </translation>
    </message>
    <message>
        <source>A	alert at the crosshair</source>
        <translation>A	在十字线处设提醒</translation>
    </message>
    <message>
        <source>A bot that fails to sell higher gets out in the same slot too.</source>
        <translation>未能卖得更高的机器人也会在同一 slot 内退出。</translation>
    </message>
    <message>
        <source>A bundle bought the launch</source>
        <translation>捆绑买入了发射</translation>
    </message>
    <message>
        <source>A busy day takes a few gigabytes.</source>
        <translation>繁忙的一天要几个 GB。</translation>
    </message>
    <message>
        <source>A cabal is on a coin you watch</source>
        <translation>关注的代币上有关联钱包群</translation>
    </message>
    <message>
        <source>A capture or an event file (.jsonl, .zst, .gz, .xz). You can also drop it on the window.</source>
        <translation>抓取文件或事件文件（.jsonl、.zst、.gz、.xz）。也可以直接拖到窗口上。</translation>
    </message>
    <message>
        <source>A cluster of at least 2 linked wallets bought or holds the coin.</source>
        <translation>至少 2 个钱包的关联钱包群买入或持有该代币。</translation>
    </message>
    <message>
        <source>A cluster of linked wallets sells</source>
        <translation>关联钱包群卖出</translation>
    </message>
    <message>
        <source>A cluster of linked wallets sold at least 50% of its peak bag or 2% of supply within 60 s (fast) or 30 min (slow).</source>
        <translation>关联钱包群在 60 秒（快）或 30 分钟（慢）内卖出其峰值持仓的至少 50% 或供应量的 2%。</translation>
    </message>
    <message>
        <source>A coin you watch graduates</source>
        <translation>关注的代币毕业</translation>
    </message>
    <message>
        <source>A comparison has to stand here</source>
        <translation>此处应写比较符号</translation>
    </message>
    <message>
        <source>A condition begins here</source>
        <translation>条件由此开始</translation>
    </message>
    <message>
        <source>A condition may have at most %1 characters.</source>
        <translation>条件最多 %1 个字符。</translation>
    </message>
    <message>
        <source>A cool-down is a whole number with its unit, such as "10m", up to 7d.</source>
        <translation>冷却时间须为带单位的整数，如“10m”，最长 7d。</translation>
    </message>
    <message>
        <source>A copy of a coin that made it</source>
        <translation>成功代币的仿盘</translation>
    </message>
    <message>
        <source>A copy-bot follows whom its owner chose, not who is worth it.</source>
        <translation>跟单机器人跟随的是其主人所选，而非值得跟随者。</translation>
    </message>
    <message>
        <source>A count is a whole number from 1 to %1.</source>
        <translation>计数须为 1 至 %1 的整数。</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>A day of market time, as the recording has it</source>
        <translation>按记录中的市场时间计一天</translation>
    </message>
    <message>
        <source>A dev may pay its own wallets in equal sums too.</source>
        <translation>开发者也可能等额转给自己的钱包。</translation>
    </message>
    <message>
        <source>A dev with many wallets has many counterparties too.</source>
        <translation>拥有许多钱包的开发者也会有许多对手方。</translation>
    </message>
    <message>
        <source>A fast hand or a copy-trading service may buy this soon as well.</source>
        <translation>手快的人或跟单服务也可能这么快买入。</translation>
    </message>
    <message>
        <source>A feed of whole transactions shows it: Settings, Live feed.</source>
        <translation>完整交易的数据源能显示：设置 › 实时数据源。</translation>
    </message>
    <message>
        <source>A few are usual. Many of one reason: a venue may have changed, look for a newer version.</source>
        <translation>少量属正常。同一原因很多：平台可能已改变，请找新版本。</translation>
    </message>
    <message>
        <source>A figure of the coin passes a level</source>
        <translation>代币的某项数值越过某一水平</translation>
    </message>
    <message>
        <source>A figure of the coin, as it stands</source>
        <translation>代币当前的某项数值</translation>
    </message>
    <message>
        <source>A file that says what is true of the recordings, as “simulate --truth” writes it: precision and recall are measured by it.</source>
        <translation>说明记录真实情况的文件，格式同 “simulate --truth” 的输出：据此计算精确率与召回率。</translation>
    </message>
    <message>
        <source>A filtered block does not tell where in the block a transaction stood.</source>
        <translation>经过滤的区块不说明交易在区块中的位置。</translation>
    </message>
    <message>
        <source>A gap is an outage whose trades could not all be fetched</source>
        <translation>缺口指断线期间有成交未能全部补取</translation>
    </message>
    <message>
        <source>A kind has 1 to 64 of the characters a-z, 0-9, - and _.</source>
        <translation>kind 由 1 至 64 个字符组成：a-z、0-9、- 和 _。</translation>
    </message>
    <message>
        <source>A leader may pack unrelated buys side by side.</source>
        <translation>出块节点也可能把互不相干的买入排在一起。</translation>
    </message>
    <message>
        <source>A list is a table with "wallets" or "mints".</source>
        <translation>名单是含有“wallets”或“mints”的表。</translation>
    </message>
    <message>
        <source>A list may have at most %1 addresses.</source>
        <translation>一个名单最多 %1 个地址。</translation>
    </message>
    <message>
        <source>A listed service, program or locker: it holds for others.</source>
        <translation>已收录的服务、程序或锁仓合约：替他人持有。</translation>
    </message>
    <message>
        <source>A node that keeps only recent history makes old wallets look new.</source>
        <translation>只保留近期历史的节点会让旧钱包看起来像新钱包。</translation>
    </message>
    <message>
        <source>A number and one of s m h d t: 30s, 2h, 50t. Type a digit in the chart to get here.</source>
        <translation>数字加 s m h d t 之一：30s、2h、50t。在图表中输入数字即可跳到这里。</translation>
    </message>
    <message>
        <source>A number begins a count of wallets, members or events.</source>
        <translation>数字用于开始钱包、成员或事件的计数。</translation>
    </message>
    <message>
        <source>A number has to stand here</source>
        <translation>此处应写数字</translation>
    </message>
    <message>
        <source>A parenthesis is open that should be closed here</source>
        <translation>有括号未闭合，应在此闭合</translation>
    </message>
    <message>
        <source>A pump begins</source>
        <translation>拉盘开始</translation>
    </message>
    <message>
        <source>A replay shows what was known then alone. What is stored of a wallet stands on its page while a live feed runs.</source>
        <translation>回放只显示当时已知的内容。连接实时数据源时，钱包页面才显示已存储的历史。</translation>
    </message>
    <message>
        <source>A row for each kind of flag</source>
        <translation>每种标记一行</translation>
    </message>
    <message>
        <source>A row for each rule</source>
        <translation>每条规则一行</translation>
    </message>
    <message>
        <source>A rule may have at most %1 conditions.</source>
        <translation>一条规则最多 %1 个条件。</translation>
    </message>
    <message>
        <source>A rule that was tuned on one part has to hold in the others</source>
        <translation>在一段上调好的规则，在其他段也须成立</translation>
    </message>
    <message>
        <source>A scalper on a still market ends flat near its fees too.</source>
        <translation>行情平静时的短线交易者也会以接近手续费的结果平仓。</translation>
    </message>
    <message>
        <source>A scope is "any", "watched", a list of mints, or { list = "name" }.</source>
        <translation>scope 须为 "any"、"watched"、代币地址列表或 { list = "name" }。</translation>
    </message>
    <message>
        <source>A sound has 1 to 64 of the characters a-z, 0-9, - and _.</source>
        <translation>sound 由 1 至 64 个字符组成：a-z、0-9、- 和 _。</translation>
    </message>
    <message>
        <source>A time here is a whole number from 1s to %1.</source>
        <translation>此处的时间须为 1s 至 %1 的整数。</translation>
    </message>
    <message>
        <source>A time such as 90s, 5m or 1h, up to a day. Empty: an amount counts by itself, a number of wallets or events within a day.</source>
        <translation>时间，如 90s、5m 或 1h，最长一天。留空：数量按单次计，钱包数或次数按一天内计。</translation>
    </message>
    <message>
        <source>A title has 1 to %1 visible characters.</source>
        <translation>标题须为 1 至 %1 个可见字符。</translation>
    </message>
    <message>
        <source>A title has at most %1 visible characters.</source>
        <translation>标题最多 %1 个可见字符。</translation>
    </message>
    <message>
        <source>A version is a whole number from 1 to 1000000.</source>
        <translation>版本须为 1 至 1000000 的整数。</translation>
    </message>
    <message>
        <source>A vesting or locker program holds coins for others in the same way.</source>
        <translation>归属或锁仓程序也会这样替他人持有代币。</translation>
    </message>
    <message>
        <source>A vesting or locker program, or an exchange that is on no list, counts as a holder.</source>
        <translation>归属或锁仓程序，以及不在名单上的交易所，也被计为持有者。</translation>
    </message>
    <message>
        <source>A wallet on the list of exchanges, infrastructure and bots, or one that behaves like them.</source>
        <translation>在交易所、基础设施和机器人名单上的钱包，或行为与之相似的钱包。</translation>
    </message>
    <message>
        <source>A wallet that others follow buys</source>
        <translation>被跟随的钱包买入</translation>
    </message>
    <message>
        <source>A wallet you asked about buys or sells</source>
        <translation>您指定的钱包买入或卖出</translation>
    </message>
    <message>
        <source>A wallet's trade</source>
        <translation>钱包交易</translation>
    </message>
    <message>
        <source>A word of a-z, 0-9, - and _. Empty: as the flag behind it, else as the id.</source>
        <translation>由 a-z、0-9、- 和 _ 组成。留空：同其背后的标记，否则同标识。</translation>
    </message>
    <message>
        <source>A workspace needs a name of its own, and there can be %1 of them.</source>
        <translation>工作区需要独有的名称，且最多 %1 个。</translation>
    </message>
    <message>
        <source>About a wallet and not a coin: there is no price to follow.</source>
        <translation>针对钱包而非代币：没有价格可跟踪。</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>最近活跃</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>Add a condition to this group</source>
        <translation>向此分组添加条件</translation>
    </message>
    <message>
        <source>Add a group to this group</source>
        <translation>向此分组添加子分组</translation>
    </message>
    <message>
        <source>Add a test</source>
        <translation>添加限定</translation>
    </message>
    <message>
        <source>Add a test of age, holding, confidence and the like</source>
        <translation>添加关于年龄、持仓、置信度等的限定</translation>
    </message>
    <message>
        <source>Add liquidity</source>
        <translation>添加流动性</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Address and key are good.</source>
        <translation>地址和密钥有效。</translation>
    </message>
    <message>
        <source>Address of %1</source>
        <translation>%1 的地址</translation>
    </message>
    <message>
        <source>Address of the coin</source>
        <translation>代币地址</translation>
    </message>
    <message>
        <source>Address of the wallet</source>
        <translation>钱包地址</translation>
    </message>
    <message>
        <source>Address to watch</source>
        <translation>要关注的地址</translation>
    </message>
    <message>
        <source>Address, key and subscription are good.</source>
        <translation>地址、密钥和订阅均有效。</translation>
    </message>
    <message>
        <source>Address, or address and name</source>
        <translation>地址，或地址加名称</translation>
    </message>
    <message>
        <source>Addresses are written as a list: ["...", "..."].</source>
        <translation>地址写作列表：["...", "..."]。</translation>
    </message>
    <message>
        <source>Addresses of coins</source>
        <translation>代币地址列表</translation>
    </message>
    <message>
        <source>After 5 min</source>
        <translation>5 分钟后</translation>
    </message>
    <message>
        <source>After a restart.</source>
        <translation>重启后生效。</translation>
    </message>
    <message>
        <source>After an alert the rule is silent about this coin for so long, such as 10m, unless it gets graver.</source>
        <translation>发出提醒后，规则对该代币静默这么久（如 10m），除非情况更严重。</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>反面</translation>
    </message>
    <message>
        <source>Against: %1</source>
        <translation>反面理由：%1</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>币龄</translation>
    </message>
    <message>
        <source>Age</source>
        <comment>of a wallet</comment>
        <translation>钱包年龄</translation>
    </message>
    <message>
        <source>Age %1</source>
        <translation>币龄 %1</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Alert at %1</source>
        <translation>在 %1 设提醒</translation>
    </message>
    <message>
        <source>Alert centre</source>
        <translation>提醒中心</translation>
    </message>
    <message>
        <source>Alert outputs</source>
        <translation>提醒输出</translation>
    </message>
    <message>
        <source>Alert rules armed</source>
        <translation>已启用的提醒规则</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Alerts a day of market time in the last back-test of this version.</source>
        <translation>此版本上次回测中按市场时间计的每天提醒数。</translation>
    </message>
    <message>
        <source>Alerts a day, as the last back-test measured</source>
        <translation>上次回测得出的每天提醒数</translation>
    </message>
    <message>
        <source>Alerts are called</source>
        <translation>提醒名称</translation>
    </message>
    <message>
        <source>Alerts are said again.</source>
        <translation>提醒恢复提示。</translation>
    </message>
    <message>
        <source>Alerts come as much later. Choose a nearer or faster node, and check the clock of this computer.</source>
        <translation>提醒会晚同样久。请选更近或更快的节点，并检查本机时钟。</translation>
    </message>
    <message>
        <source>Alerts come through here. Buttons of real ones open the coin, mute it, or copy its address.</source>
        <translation>提醒会从这里发出。真实提醒的按钮可打开代币、静音或复制其地址。</translation>
    </message>
    <message>
        <source>Alerts of the back-test</source>
        <translation>回测的提醒</translation>
    </message>
    <message>
        <source>Alerts of which nobody knows whether they were right</source>
        <translation>无人知道对错的提醒</translation>
    </message>
    <message>
        <source>Alerts stored by an older version cannot be judged.</source>
        <translation>旧版本存下的提醒无法评判。</translation>
    </message>
    <message>
        <source>Alerts, %1 not seen yet</source>
        <translation>提醒，%1 条未看</translation>
    </message>
    <message>
        <source>Alerts, newest first</source>
        <translation>提醒，最新在前</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All alerts</source>
        <translation>全部提醒</translation>
    </message>
    <message>
        <source>All coins</source>
        <translation>全部代币</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部分组</translation>
    </message>
    <message>
        <source>All of</source>
        <translation>全部满足</translation>
    </message>
    <message>
        <source>All of them may watch one trigger that is not on the chain.</source>
        <translation>它们也可能都在关注同一个链下信号。</translation>
    </message>
    <message>
        <source>All or any of the conditions below</source>
        <translation>以下条件全部满足或任一满足</translation>
    </message>
    <message>
        <source>All rules that are on</source>
        <translation>所有已启用的规则</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>All sold</source>
        <translation>全卖</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>全部标签</translation>
    </message>
    <message>
        <source>All that is not counted as lost is whole.</source>
        <translation>未计入丢失的数据都完好。</translation>
    </message>
    <message>
        <source>Allowed now</source>
        <translation>当前允许</translation>
    </message>
    <message>
        <source>Already stored</source>
        <translation>已存过</translation>
    </message>
    <message>
        <source>Alt+H Alt+T Alt+V	horizontal, trend, vertical line</source>
        <translation>Alt+H Alt+T Alt+V	水平线、趋势线、垂直线</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>An address is a text.</source>
        <translation>地址须为文本。</translation>
    </message>
    <message>
        <source>An alert counts when its price halved, or when this program watched the ten minutes behind it.</source>
        <translation>价格腰斩的提醒计入；未腰斩的，只有本程序看完其后十分钟才计入。</translation>
    </message>
    <message>
        <source>An alert whenever this wallet, or one of the crew, buys or sells</source>
        <translation>该钱包或团队成员买入或卖出时提醒</translation>
    </message>
    <message>
        <source>An amount that was moved is held against a least one: write &gt;= or &gt;, and "not" before the condition for the opposite.</source>
        <translation>变动的数量只能与下限比较：请写 &gt;= 或 &gt;；要表示相反，请在条件前写“not”。</translation>
    </message>
    <message>
        <source>An exchange: it holds for others.</source>
        <translation>交易所：替他人持有。</translation>
    </message>
    <message>
        <source>An id has 1 to %1 of the characters a-z, 0-9, - and _.</source>
        <translation>标识由 1 至 %1 个 a-z、0-9、- 和 _ 组成。</translation>
    </message>
    <message>
        <source>An id has 1 to 64 of the characters a-z, 0-9, - and _.</source>
        <translation>id 由 1 至 64 个字符组成：a-z、0-9、- 和 _。</translation>
    </message>
    <message>
        <source>Announces only</source>
        <translation>仅作通知</translation>
    </message>
    <message>
        <source>Answers that stay true are kept in the database.</source>
        <translation>不会变的答复保存在数据库中。</translation>
    </message>
    <message>
        <source>Any moment of any coin</source>
        <translation>任意代币的任意时刻</translation>
    </message>
    <message>
        <source>Any of</source>
        <translation>任一满足</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积图</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Arm version %1</source>
        <translation>启用版本 %1</translation>
    </message>
    <message>
        <source>Armed %1, version %2.</source>
        <translation>已启用 %1，版本 %2。</translation>
    </message>
    <message>
        <source>Arrival minus block time, median of the last 64 trades; block times are whole seconds.</source>
        <translation>到达时间减区块时间，最近 64 笔交易的中位数；区块时间以整秒计。</translation>
    </message>
    <message>
        <source>Arrival time minus block time, median of the last 64 messages</source>
        <translation>到达时间减区块时间，最近 64 条消息的中位数</translation>
    </message>
    <message>
        <source>Arrived after a younger slot was shown; they are put where they belong.</source>
        <translation>在更新的 slot 显示之后才到；会放回应在的位置。</translation>
    </message>
    <message>
        <source>As CSV…</source>
        <translation>存为 CSV…</translation>
    </message>
    <message>
        <source>As JSON…</source>
        <translation>存为 JSON…</translation>
    </message>
    <message>
        <source>As a tab</source>
        <translation>放回标签页</translation>
    </message>
    <message>
        <source>As fast as possible to the next alert, and stand there (Ctrl+Shift+→)</source>
        <translation>尽快播放到下个提醒并停住 (Ctrl+Shift+→)</translation>
    </message>
    <message>
        <source>As fast as possible to the next thing a detector states, and stand there (Ctrl+→)</source>
        <translation>尽快播放到下一个检测结论并停住 (Ctrl+→)</translation>
    </message>
    <message>
        <source>As of slot %1</source>
        <translation>截至 slot %1</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>文本形式</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>As the language</source>
        <translation>跟随语言</translation>
    </message>
    <message>
        <source>As the settings say</source>
        <translation>按设置</translation>
    </message>
    <message>
        <source>At least 20% of a coin's volume of the last minute, hour or day was traded by wallets or clusters that ended as they began, within 1% of coins and twice the fees.</source>
        <translation>最近一分钟、一小时或一天内，代币至少 20% 的成交量来自进出相抵的钱包或钱包群，代币相差不超过 1%，盈亏不超过两倍手续费。</translation>
    </message>
    <message>
        <source>At least 3 signers bought in one slot, side by side in the block, with like tickets or 10% of supply.</source>
        <translation>至少 3 个签名者在同一 slot 买入，在区块内相邻，且金额相近或合计达供应量的 10%。</translation>
    </message>
    <message>
        <source>At most %1 lists are read.</source>
        <translation>最多读取 %1 个名单。</translation>
    </message>
    <message>
        <source>At most %1 rules are read.</source>
        <translation>最多读取 %1 条规则。</translation>
    </message>
    <message>
        <source>At most %1 tests may follow one "with".</source>
        <translation>一个“with”之后最多 %1 项检验。</translation>
    </message>
    <message>
        <source>At most an hour</source>
        <translation>每小时至多</translation>
    </message>
    <message>
        <source>At the last price, of coins whose cost is known; what selling them would do to the price is left out</source>
        <translation>成本已知的币按最新价计算；未计卖出对价格的影响</translation>
    </message>
    <message>
        <source>Avg cost</source>
        <translation>成本均价</translation>
    </message>
    <message>
        <source>Back among the tabs of the coin</source>
        <translation>放回该代币的标签页</translation>
    </message>
    <message>
        <source>Back one slot</source>
        <translation>后退一个 slot</translation>
    </message>
    <message>
        <source>Back one slot (←, with Shift ten; in the chart these keys are the chart's): the recording is begun anew and runs to there</source>
        <translation>后退一个 slot（←，加 Shift 为十个；焦点在图表时归图表使用）：录像从头播放到那里</translation>
    </message>
    <message>
        <source>Back to what stands in the file; undo brings your changes back</source>
        <translation>恢复为文件中的内容；撤销可找回您的更改</translation>
    </message>
    <message>
        <source>Back-test</source>
        <translation>回测</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>美国线</translation>
    </message>
    <message>
        <source>Bars of the chart</source>
        <translation>图表的 K 线</translation>
    </message>
    <message>
        <source>Base rate: how often coins fall so anyway</source>
        <translation>基准率：代币本来就如此下跌的频率</translation>
    </message>
    <message>
        <source>Bd</source>
        <translation>捆</translation>
    </message>
    <message>
        <source>Begin (UTC)</source>
        <translation>开始 (UTC)</translation>
    </message>
    <message>
        <source>Begin a new rule (Ctrl+N)</source>
        <translation>新建规则 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Begin a new rule from this one</source>
        <translation>以此规则为底新建</translation>
    </message>
    <message>
        <source>Begin, UTC</source>
        <translation>开始，UTC</translation>
    </message>
    <message>
        <source>Begins the recording anew (Space)</source>
        <translation>从头播放录像（空格）</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>落后</translation>
    </message>
    <message>
        <source>Behind the first, else</source>
        <translation>其余时候落后</translation>
    </message>
    <message>
        <source>Beside the chart and the tape, in a pane that can be moved to another screen</source>
        <translation>与图表和成交并排显示，面板可移到另一块屏幕</translation>
    </message>
    <message>
        <source>Beyond a budget, coins that nobody touched for longest go to disk.</source>
        <translation>超出预算时，最久没人碰的代币放到磁盘。</translation>
    </message>
    <message>
        <source>Blind to</source>
        <translation>盲区</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>屏蔽</translation>
    </message>
    <message>
        <source>Block this coin</source>
        <translation>屏蔽该代币</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已屏蔽</translation>
    </message>
    <message>
        <source>Blocked %1 ▾</source>
        <translation>已屏蔽 %1 ▾</translation>
    </message>
    <message>
        <source>Blocks of creations</source>
        <translation>创建所在区块</translation>
    </message>
    <message>
        <source>Blocks show one rule; choose one on the left. Here stands the whole file, with lists and comments.</source>
        <translation>积木只显示一条规则，请在左侧选择。此处为整个文件，含名单与注释。</translation>
    </message>
    <message>
        <source>Blocks that were asked for the order of the first buyers.</source>
        <translation>为首批买家的次序而查询的区块。</translation>
    </message>
    <message>
        <source>Blue up, orange down</source>
        <translation>蓝涨橙跌</translation>
    </message>
    <message>
        <source>Board of launches</source>
        <translation>新币战壕</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>战壕</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Bookmark this moment…</source>
        <translation>为此刻加书签…</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Bookmarks ▾</source>
        <translation>书签 ▾</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>Both were created by the same wallet.</source>
        <translation>两者由同一钱包创建。</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>买入</translation>
    </message>
    <message>
        <source>Bought %1 of %2 coins seen.</source>
        <translation>所见 %2 个代币中买入了 %1 个。</translation>
    </message>
    <message>
        <source>Bought and sold around somebody else's trade within one slot, %1 times.</source>
        <translation>在同一 slot 内于他人交易前后买入并卖出 %1 次。</translation>
    </message>
    <message>
        <source>Bought at the first trade so long after the alert and in a later slot, sold at the last price within 10 minutes. %1 had no trade to enter at, %2 none behind it, %3 end with the recording.</source>
        <translation>在提醒后经过该时间、且在更晚 slot 的第一笔交易买入，按 10 分钟内的最后价格卖出。%1 次无交易可入场，%2 次其后无交易，%3 次随记录结束。</translation>
    </message>
    <message>
        <source>Bought in the creation slot (slot 0) or within the 3 slots behind it.</source>
        <translation>在创建 slot（slot 0）或其后 3 个 slot 内买入。</translation>
    </message>
    <message>
        <source>Bought in the creation slot or within the 3 slots behind it.</source>
        <translation>在创建 slot 或其后 3 个 slot 内买入。</translation>
    </message>
    <message>
        <source>Bought less sold, in the quote asset</source>
        <translation>买入减卖出，以计价币计</translation>
    </message>
    <message>
        <source>Bought side by side with others in one block, with like tickets.</source>
        <translation>在同一区块与他人并排买入，金额相近。</translation>
    </message>
    <message>
        <source>Bought so many of all coins seen that it can be nobody's hand.</source>
        <translation>买过所见代币中的极多数，不可能属于某一方。</translation>
    </message>
    <message>
        <source>Bought, of supply; what was sold and bought again counts twice</source>
        <translation>买入占供应量；卖出后再买入会重复计算</translation>
    </message>
    <message>
        <source>Brier</source>
        <translation>布里尔分</translation>
    </message>
    <message>
        <source>Bundled launch</source>
        <translation>捆绑发行</translation>
    </message>
    <message>
        <source>Bundler</source>
        <translation>捆绑</translation>
    </message>
    <message>
        <source>Bundlers hold</source>
        <translation>捆绑持有</translation>
    </message>
    <message>
        <source>Burn</source>
        <translation>销毁</translation>
    </message>
    <message>
        <source>Burned</source>
        <translation>已销毁</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>买入</translation>
    </message>
    <message>
        <source>Buy/sell delta</source>
        <translation>买卖差</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>买家数</translation>
    </message>
    <message>
        <source>Buys</source>
        <translation>买入笔数</translation>
    </message>
    <message>
        <source>Buys / sells</source>
        <translation>买 / 卖</translation>
    </message>
    <message>
        <source>Buys that were followed</source>
        <translation>被跟随的买入</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按种类</translation>
    </message>
    <message>
        <source>By rule</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>By the clock of this computer; two equal times mean never.</source>
        <translation>按本机时钟；两个时间相同表示不启用。</translation>
    </message>
    <message>
        <source>By the last stored trade, %1</source>
        <translation>按最后一笔存储的交易，%1</translation>
    </message>
    <message>
        <source>By the last trade of this session</source>
        <translation>按本次会话的最后一笔交易</translation>
    </message>
    <message>
        <source>C %1  no trade</source>
        <translation>收 %1  无成交</translation>
    </message>
    <message>
        <source>Cabal</source>
        <translation>关联钱包群</translation>
    </message>
    <message>
        <source>Cabal on a watched coin</source>
        <translation>关注代币上的团伙</translation>
    </message>
    <message>
        <source>Cabalscope, as of %1</source>
        <translation>Cabalscope，截至 %1</translation>
    </message>
    <message>
        <source>Cabalscope: a test</source>
        <translation>Cabalscope：测试</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Calibration speaks of stored alerts, and this session stores none. Connect live: its alerts and your verdicts on them are kept.</source>
        <translation>校准针对存储的提醒，而本次会话不存储。请连接实时行情：其提醒和你的评判会被保存。</translation>
    </message>
    <message>
        <source>Calibration: how right alerts were</source>
        <translation>校准：提醒有多准</translation>
    </message>
    <message>
        <source>Came by transfer, without a purchase</source>
        <translation>通过转账得到，并非买入</translation>
    </message>
    <message>
        <source>Came faster than the engine could take them; they count as a gap and are fetched.</source>
        <translation>来得比引擎能处理的快；算作缺口并会补取。</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>流入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel naming</source>
        <translation>取消命名</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>取消测试</translation>
    </message>
    <message>
        <source>Cancelled. What is shown is of the run before.</source>
        <translation>已取消。所示为上一次运行的结果。</translation>
    </message>
    <message>
        <source>Candle chart</source>
        <translation>K 线图</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>蜡烛图</translation>
    </message>
    <message>
        <source>Candles and sides</source>
        <translation>K 线与买卖</translation>
    </message>
    <message>
        <source>Cannot write %1</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Cards keep their places while the pointer is over them</source>
        <translation>指针停在上面时卡片不移动</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>偶然</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>涨跌幅</translation>
    </message>
    <message>
        <source>Change of price in the 5 minutes before the last trade</source>
        <translation>最后成交前 5 分钟的价格涨跌</translation>
    </message>
    <message>
        <source>Change since seen</source>
        <translation>首见以来涨跌</translation>
    </message>
    <message>
        <source>Change since the first bar in view</source>
        <translation>相对视图内首根 K 线的涨跌</translation>
    </message>
    <message>
        <source>Change, 5 minutes</source>
        <translation>5 分钟涨跌</translation>
    </message>
    <message>
        <source>Chart of %1 at %2</source>
        <translation>%1 的图表，周期 %2</translation>
    </message>
    <message>
        <source>Chart tools</source>
        <translation>图表工具</translation>
    </message>
    <message>
        <source>Chart – Cabalscope</source>
        <translation>图表 – Cabalscope</translation>
    </message>
    <message>
        <source>Charts beside each other</source>
        <translation>并排图表</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Chat of %1</source>
        <translation>%1 的聊天</translation>
    </message>
    <message>
        <source>Check address and port. A firewall on the way may drop the connection.</source>
        <translation>请检查地址和端口。途中的防火墙可能丢弃连接。</translation>
    </message>
    <message>
        <source>Check port and path of the address.</source>
        <translation>请检查地址的端口和路径。</translation>
    </message>
    <message>
        <source>Check source and addresses.</source>
        <translation>请检查数据源和地址。</translation>
    </message>
    <message>
        <source>Check that the address is that of a Solana node; the source may be another one.</source>
        <translation>请确认地址属于 Solana 节点；也可能选错了数据源。</translation>
    </message>
    <message>
        <source>Check that the key is one of this service and still valid; type it anew below and press Keep.</source>
        <translation>请确认密钥属于此服务且仍然有效；在下方重新输入并按“保存”。</translation>
    </message>
    <message>
        <source>Check the disk; connect again to begin anew.</source>
        <translation>请检查磁盘；重新连接即从头开始。</translation>
    </message>
    <message>
        <source>Check the name in the address and this computer's clock. If a proxy reads along on purpose, its certificate has to be among those of the system.</source>
        <translation>请检查地址中的名称和本机时钟。若代理有意解密流量，其证书须在系统证书之列。</translation>
    </message>
    <message>
        <source>Check the network, and a VPN if you use one.</source>
        <translation>请检查网络，以及所用的 VPN。</translation>
    </message>
    <message>
        <source>Check the port in the address, and whether the node runs.</source>
        <translation>请检查地址中的端口，以及节点是否在运行。</translation>
    </message>
    <message>
        <source>Check the port. A node on this machine without encryption has an address that begins with ws://.</source>
        <translation>请检查端口。本机未加密的节点地址以 ws:// 开头。</translation>
    </message>
    <message>
        <source>Check the spelling of the address.</source>
        <translation>请检查地址拼写。</translation>
    </message>
    <message>
        <source>Check whether this computer is online and its name server answers, then test again.</source>
        <translation>请检查本机是否联网、域名服务器是否应答，然后重新测试。</translation>
    </message>
    <message>
        <source>Choose a rule on the left, or begin a new one.</source>
        <translation>请在左侧选择规则，或新建一条。</translation>
    </message>
    <message>
        <source>Choose a wallet to see the transactions it rests on.</source>
        <translation>选择一个钱包，查看所依据的交易。</translation>
    </message>
    <message>
        <source>Choose a wallet to see who follows it.</source>
        <translation>选择一个钱包，查看谁在跟随它。</translation>
    </message>
    <message>
        <source>Choose an action first.</source>
        <translation>请先选择一个操作。</translation>
    </message>
    <message>
        <source>Choose an alert first</source>
        <translation>请先选一条提醒</translation>
    </message>
    <message>
        <source>Choose another source.</source>
        <translation>请选择其他数据源。</translation>
    </message>
    <message>
        <source>Choose recordings…</source>
        <translation>选择记录…</translation>
    </message>
    <message>
        <source>Choose what is true of the recordings</source>
        <translation>选择记录的真实情况文件</translation>
    </message>
    <message>
        <source>Click a launch on the board, or paste a mint address into the search box.</source>
        <translation>点击战壕中的新币，或在搜索框粘贴合约地址。</translation>
    </message>
    <message>
        <source>Click for the evidence.</source>
        <translation>点击查看证据。</translation>
    </message>
    <message>
        <source>Click the name of a cluster on the map, or of a wallet's cluster, to see what it did on other launches.</source>
        <translation>点击图上关联钱包群或钱包所属群的名称，查看它在其他发行中做了什么。</translation>
    </message>
    <message>
        <source>Cliff</source>
        <translation>断崖</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>price of a bar</comment>
        <translation>收盘</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Close other programs, or follow fewer venues.</source>
        <translation>请关闭其他程序，或少跟踪几个平台。</translation>
    </message>
    <message>
        <source>Close the evidence</source>
        <translation>关闭证据</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Close this chart</source>
        <translation>关闭本图表</translation>
    </message>
    <message>
        <source>Close this list</source>
        <translation>关闭此列表</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>关闭此通知</translation>
    </message>
    <message>
        <source>Close wallets and crews</source>
        <translation>关闭钱包与团队</translation>
    </message>
    <message>
        <source>Closed %1 positions with a mean return of %2% after shrinkage (%3% at the lower 5% bound; all wallets %4%), %5% of them won%6.</source>
        <translation>平仓 %1 次，收缩后平均收益 %2%（5% 下界为 %3%；所有钱包为 %4%），其中 %5% 盈利%6。</translation>
    </message>
    <message>
        <source>Closed its positions with a gain that is credibly above that of others.</source>
        <translation>已平仓盈利可信地高于其他人。</translation>
    </message>
    <message>
        <source>Closed position</source>
        <translation>已平仓</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>钱包群</translation>
    </message>
    <message>
        <source>Cluster %1</source>
        <translation>钱包群 %1</translation>
    </message>
    <message>
        <source>Cluster and tags of the wallet on this coin as of now</source>
        <translation>该钱包在此代币上当前的关联钱包群和标签</translation>
    </message>
    <message>
        <source>Cluster dump</source>
        <translation>钱包群砸盘</translation>
    </message>
    <message>
        <source>Cluster map</source>
        <translation>钱包关系图</translation>
    </message>
    <message>
        <source>Cluster map as a list</source>
        <translation>钱包关系图列表</translation>
    </message>
    <message>
        <source>Cluster, wallet, link</source>
        <translation>关联钱包群、钱包、关联</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>关联钱包群</translation>
    </message>
    <message>
        <source>Clusters %1</source>
        <translation>关联钱包群 %1</translation>
    </message>
    <message>
        <source>Coin</source>
        <translation>代币</translation>
    </message>
    <message>
        <source>Coin of this chart</source>
        <translation>本图表的代币</translation>
    </message>
    <message>
        <source>Coins</source>
        <translation>代币</translation>
    </message>
    <message>
        <source>Coins</source>
        <comment>amount of a trade</comment>
        <translation>数量</translation>
    </message>
    <message>
        <source>Coins</source>
        <comment>others that wallets of a cluster had</comment>
        <translation>其他代币</translation>
    </message>
    <message>
        <source>Coins bought</source>
        <translation>买入量</translation>
    </message>
    <message>
        <source>Coins by slots behind the creation</source>
        <translation>按距创建 slot 数的代币</translation>
    </message>
    <message>
        <source>Coins by time held</source>
        <translation>按持有时长的代币</translation>
    </message>
    <message>
        <source>Coins created / graduated / dumped</source>
        <translation>代币：创建 / 毕业 / 砸盘</translation>
    </message>
    <message>
        <source>Coins created before the feed began are not known.</source>
        <translation>数据源开始之前创建的代币不得而知。</translation>
    </message>
    <message>
        <source>Coins in all</source>
        <translation>代币总量</translation>
    </message>
    <message>
        <source>Coins it bought at least once.</source>
        <translation>至少买入过一次的代币数。</translation>
    </message>
    <message>
        <source>Coins it created.</source>
        <translation>它创建的代币数。</translation>
    </message>
    <message>
        <source>Coins now, from the trades and transfers seen</source>
        <translation>当前持币量，按所见成交和转账</translation>
    </message>
    <message>
        <source>Coins of the same creator</source>
        <translation>同一创建者的代币</translation>
    </message>
    <message>
        <source>Coins on which the follower bought behind the leader</source>
        <translation>跟随者在领先者之后买入的代币数</translation>
    </message>
    <message>
        <source>Coins sent to other wallets</source>
        <translation>转给其他钱包的币</translation>
    </message>
    <message>
        <source>Coins show here as they are created or traded.</source>
        <translation>代币一创建或成交就会显示在这里。</translation>
    </message>
    <message>
        <source>Coins sold</source>
        <translation>卖出量</translation>
    </message>
    <message>
        <source>Coins sold with a gain, of those sold whose purchase was seen</source>
        <translation>卖出且买入可见的币中盈利的比例</translation>
    </message>
    <message>
        <source>Coins that came by transfer, without a purchase</source>
        <translation>通过转账得到、并非买入的币</translation>
    </message>
    <message>
        <source>Coins that moved to a pool, latest first.</source>
        <translation>已迁移到池子的代币，最新在前。</translation>
    </message>
    <message>
        <source>Coins that nobody bought lie with insiders</source>
        <translation>未经买入的代币在内部人手中</translation>
    </message>
    <message>
        <source>Coins the cluster left</source>
        <translation>该群清仓过的代币</translation>
    </message>
    <message>
        <source>Coins this wallet holds after the trade, from the trades seen here. Negative: it sold coins that were not seen coming.</source>
        <translation>成交后该钱包的持币量，按此处所见成交。负数：它卖出了未看到流入的币。</translation>
    </message>
    <message>
        <source>Coins whose curve is filling, fullest first.</source>
        <translation>联合曲线正在填满的代币，进度高的在前。</translation>
    </message>
    <message>
        <source>Coins whose holders were lost on disk</source>
        <translation>持有者数据在磁盘上丢失的代币</translation>
    </message>
    <message>
        <source>Collapse 20 s</source>
        <translation>合并 20 秒</translation>
    </message>
    <message>
        <source>Colour of the selected rows on map and tables</source>
        <translation>所选行在图和表中的颜色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Colours densely linked parts of a cluster apart. Who is linked does not change.</source>
        <translation>将关联钱包群内联系紧密的部分分开着色。谁与谁关联不变。</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>颜色…</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Common words and news make many coins of one name.</source>
        <translation>常用词和新闻会催生许多同名代币。</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Concentration</source>
        <translation>筹码集中</translation>
    </message>
    <message>
        <source>Condition in blocks</source>
        <translation>积木形式的条件</translation>
    </message>
    <message>
        <source>Conditions that held for something long past, as after an outage: no alert is raised for them.</source>
        <translation>条件针对早已过去的事成立，例如中断之后：不为其发提醒。</translation>
    </message>
    <message>
        <source>Conf.</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Confidence the alert stated, 0 to 1</source>
        <translation>提醒给出的置信度，0 到 1</translation>
    </message>
    <message>
        <source>Confidence ≥</source>
        <translation>置信度 ≥</translation>
    </message>
    <message>
        <source>Connect live</source>
        <translation>实时连接</translation>
    </message>
    <message>
        <source>Connected, but nothing came in time.</source>
        <translation>已连接，但未及时收到任何消息。</translation>
    </message>
    <message>
        <source>Connected, but the subscription was not answered.</source>
        <translation>已连接，但订阅未获应答。</translation>
    </message>
    <message>
        <source>Connection (TCP)</source>
        <translation>连接（TCP）</translation>
    </message>
    <message>
        <source>Connects once, step by step, and shows where it ends and what to do.</source>
        <translation>逐步连接一次，显示停在哪一步以及该怎么办。</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>已复制 %1</translation>
    </message>
    <message>
        <source>Copied %1 rows as CSV</source>
        <translation>已复制 %1 行 CSV</translation>
    </message>
    <message>
        <source>Copied file</source>
        <translation>仿冒文件</translation>
    </message>
    <message>
        <source>Copied one row as CSV</source>
        <translation>已复制 1 行 CSV</translation>
    </message>
    <message>
        <source>Copied the evidence as text</source>
        <translation>已将证据复制为文本</translation>
    </message>
    <message>
        <source>Copies the address</source>
        <translation>复制该地址</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>仿盘</translation>
    </message>
    <message>
        <source>Copy CA</source>
        <translation>复制 CA</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Copy picture	Ctrl+Shift+S</source>
        <translation>复制图片	Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>Copy rows as CSV</source>
        <translation>复制行为 CSV</translation>
    </message>
    <message>
        <source>Copy signature</source>
        <translation>复制签名</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Copy the token's address</source>
        <translation>复制代币地址</translation>
    </message>
    <message>
        <source>Copy the wallet's address</source>
        <translation>复制钱包地址</translation>
    </message>
    <message>
        <source>Copy this value</source>
        <translation>复制该值</translation>
    </message>
    <message>
        <source>Copy-bot</source>
        <translation>跟单机器人</translation>
    </message>
    <message>
        <source>Copy-bots</source>
        <translation>跟单机器人</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Could not write %1: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Counted once each in this session.</source>
        <translation>本次会话中每笔计一次。</translation>
    </message>
    <message>
        <source>Counters of the data path</source>
        <translation>数据通路计数</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Creation</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Crew passport</source>
        <translation>团队档案</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Critical alerts</source>
        <translation>严重提醒</translation>
    </message>
    <message>
        <source>Critical alerts come through</source>
        <translation>严重提醒不受限制</translation>
    </message>
    <message>
        <source>Crossing</source>
        <translation>越线</translation>
    </message>
    <message>
        <source>Ctrl+S Ctrl+Shift+S	picture to file, to clipboard</source>
        <translation>Ctrl+S Ctrl+Shift+S	图片存文件、存剪贴板</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Tab</source>
        <translation>Ctrl+Shift+Tab</translation>
    </message>
    <message>
        <source>Ctrl+Tab</source>
        <translation>Ctrl+Tab</translation>
    </message>
    <message>
        <source>Ctrl+Z Ctrl+Shift+Z	undo, redo</source>
        <translation>Ctrl+Z Ctrl+Shift+Z	撤销、重做</translation>
    </message>
    <message>
        <source>Cumulative delta</source>
        <translation>累计净买量</translation>
    </message>
    <message>
        <source>Cumulative realised result, all that was seen</source>
        <translation>累计已实现盈亏，所见全部</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>联合曲线</translation>
    </message>
    <message>
        <source>Curve %1</source>
        <translation>联合曲线 %1</translation>
    </message>
    <message>
        <source>Curve or pool</source>
        <translation>曲线或池子</translation>
    </message>
    <message>
        <source>DNS: the name has no address</source>
        <translation>DNS：该名称没有地址</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Data health</source>
        <translation>数据健康</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Defence</source>
        <translation>防守</translation>
    </message>
    <message>
        <source>Del	remove what is selected</source>
        <translation>Del	移除所选</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete this filter</source>
        <translation>删除此筛选</translation>
    </message>
    <message>
        <source>Dev</source>
        <translation>开发者</translation>
    </message>
    <message>
        <source>Dev %1 ▾</source>
        <translation>开发者 %1 ▾</translation>
    </message>
    <message>
        <source>Dev dump</source>
        <translation>开发者砸盘</translation>
    </message>
    <message>
        <source>Dev graduated</source>
        <translation>开发者毕业数</translation>
    </message>
    <message>
        <source>Dev holds</source>
        <translation>开发者持有</translation>
    </message>
    <message>
        <source>Dev launched</source>
        <translation>开发者发币数</translation>
    </message>
    <message>
        <source>Dev moved</source>
        <translation>开发者异动</translation>
    </message>
    <message>
        <source>Dev peak</source>
        <translation>开发者峰值</translation>
    </message>
    <message>
        <source>Dev record</source>
        <translation>开发者记录</translation>
    </message>
    <message>
        <source>Dev's best peak (SOL)</source>
        <translation>开发者最高峰值 (SOL)</translation>
    </message>
    <message>
        <source>Dev-linked</source>
        <translation>开发者关联</translation>
    </message>
    <message>
        <source>Discovery</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Distinct wallets that bought</source>
        <translation>买入过的不同钱包数</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>勿扰</translation>
    </message>
    <message>
        <source>Do not disturb for an hour, or end it</source>
        <translation>勿扰一小时，或结束勿扰</translation>
    </message>
    <message>
        <source>Do not disturb until %1; ends it</source>
        <translation>勿扰至 %1；点按结束</translation>
    </message>
    <message>
        <source>Do not disturb: alerts are listed and said nowhere else. Click or Ctrl+D ends it.</source>
        <translation>勿扰：提醒只列出，别处不提示。点按或 Ctrl+D 结束。</translation>
    </message>
    <message>
        <source>Does it again (Ctrl+Shift+Z)</source>
        <translation>再次执行 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Does what a double click does</source>
        <translation>与双击相同</translation>
    </message>
    <message>
        <source>Dollars for one SOL: the median of the last trades of SOL against dollar tokens that this feed showed</source>
        <translation>1 SOL 的美元价：此数据源最近所见 SOL 对美元代币成交的中位数</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>Double click or Enter: replay this moment</source>
        <translation>双击或回车：回放此刻</translation>
    </message>
    <message>
        <source>Double-click a wallet anywhere, or press W on it, to see who it is.</source>
        <translation>在任何地方双击钱包或按 W，查看它是谁。</translation>
    </message>
    <message>
        <source>Drag panes by their titles; double-click a title for a window of its own. “Lock or unlock the layout” ends it.</source>
        <translation>拖动标题移动窗格；双击标题变为独立窗口。用“锁定或解锁布局”结束。</translation>
    </message>
    <message>
        <source>Drag to another place of the recording</source>
        <translation>拖到录像的其他位置</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>画线</translation>
    </message>
    <message>
        <source>Draw a loop around bubbles to name them as a crew. Also: Shift and drag.</source>
        <translation>圈出气泡，命名为团队。也可以：Shift 加拖动。</translation>
    </message>
    <message>
        <source>Draw ▾</source>
        <translation>画线 ▾</translation>
    </message>
    <message>
        <source>Drawing the map…</source>
        <translation>正在绘图…</translation>
    </message>
    <message>
        <source>Drawing… ▾</source>
        <translation>画线中… ▾</translation>
    </message>
    <message>
        <source>Dropped messages</source>
        <translation>丢弃的消息</translation>
    </message>
    <message>
        <source>Dump</source>
        <translation>砸盘</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>ECE</source>
        <translation>校准误差</translation>
    </message>
    <message>
        <source>Earlier half</source>
        <translation>前半段</translation>
    </message>
    <message>
        <source>Edit this filter…</source>
        <translation>编辑此筛选…</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>加密（TLS）</translation>
    </message>
    <message>
        <source>Encryption could not be agreed on: %1.</source>
        <translation>无法建立加密：%1。</translation>
    </message>
    <message>
        <source>Ended before an answer came.</source>
        <translation>在应答之前已结束。</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Enter	read the summary</source>
        <translation>Enter	朗读摘要</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>Entries are whole seconds from 0 to 3600, apart by commas, eight at most.</source>
        <translation>入场延迟为 0 至 3600 的整数秒，以逗号分隔，最多八个。</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>入场</translation>
    </message>
    <message>
        <source>Entry, s later</source>
        <translation>入场延迟（秒）</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Events that could not be understood, by the reason; they are in no figure.</source>
        <translation>无法解读的事件，按原因分；不计入任何数字。</translation>
    </message>
    <message>
        <source>Events: C created, 1 first sell, D dev moved, G graduated, F flag, ! alert</source>
        <translation>事件：C 创建，1 首次卖出，D 开发者异动，G 毕业，F 标记，! 提醒</translation>
    </message>
    <message>
        <source>Every alert that is said</source>
        <translation>所有发出的提醒</translation>
    </message>
    <message>
        <source>Every trade is left out by the filter. Set the amount to 0 or show all wallets.</source>
        <translation>所有成交都被筛选隐藏。请将金额设为 0 或显示全部钱包。</translation>
    </message>
    <message>
        <source>Everything is kept until you delete the file; nothing is thrown away by age.</source>
        <translation>在你删除文件之前全部保留；不会因时间久而丢弃。</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation>证据：%1</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>交易所</translation>
    </message>
    <message>
        <source>Exchange %1</source>
        <translation>交易所 %1</translation>
    </message>
    <message>
        <source>Exchanges and payers, %1</source>
        <translation>交易所与付款方，%1</translation>
    </message>
    <message>
        <source>Exit in</source>
        <translation>离场用时</translation>
    </message>
    <message>
        <source>Expected calibration error: how far stated and happened lie apart, by tenths of confidence</source>
        <translation>期望校准误差：按置信度每十分之一，声称与实际相差多远</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export JSON…</source>
        <translation>导出 JSON…</translation>
    </message>
    <message>
        <source>Export alerts</source>
        <translation>导出提醒</translation>
    </message>
    <message>
        <source>Export all rows…</source>
        <translation>导出全部行…</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>导出为 CSV</translation>
    </message>
    <message>
        <source>Export as JSON</source>
        <translation>导出为 JSON</translation>
    </message>
    <message>
        <source>Export as text</source>
        <translation>导出为文本</translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation>导出标注</translation>
    </message>
    <message>
        <source>Export selected rows…</source>
        <translation>导出所选行…</translation>
    </message>
    <message>
        <source>Export text…</source>
        <translation>导出文本…</translation>
    </message>
    <message>
        <source>Export this workspace</source>
        <translation>导出当前工作区</translation>
    </message>
    <message>
        <source>Export this workspace…</source>
        <translation>导出当前工作区…</translation>
    </message>
    <message>
        <source>Export ▾</source>
        <translation>导出 ▾</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>False</source>
        <translation>不对</translation>
    </message>
    <message>
        <source>False discovery rate at which the pair was accepted</source>
        <translation>采纳该对时的错误发现率</translation>
    </message>
    <message>
        <source>False discovery rate of its best pair</source>
        <translation>其最佳一对的错误发现率</translation>
    </message>
    <message>
        <source>False, because…</source>
        <translation>不对，原因…</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>Feed status</source>
        <translation>数据源状态</translation>
    </message>
    <message>
        <source>Feeds repeat themselves after reconnects, and two feeds bring the same: it counts once.</source>
        <translation>重连后数据源会重复，两个数据源也会带来相同内容：只计一次。</translation>
    </message>
    <message>
        <source>Fell</source>
        <translation>下跌</translation>
    </message>
    <message>
        <source>Fell by half in 10 min</source>
        <translation>10 分钟内腰斩</translation>
    </message>
    <message>
        <source>Fetched after outages</source>
        <translation>断线后补取</translation>
    </message>
    <message>
        <source>Fetching what the outage missed</source>
        <translation>正在获取中断期间遗漏的内容</translation>
    </message>
    <message>
        <source>Few cases: it may be chance.</source>
        <translation>案例少：可能是偶然。</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Figure of the coin</source>
        <translation>代币的数值</translation>
    </message>
    <message>
        <source>Figures of replays may differ a little. Check the disk.</source>
        <translation>回放的数字可能略有不同。请检查磁盘。</translation>
    </message>
    <message>
        <source>Files *.wav in the folder “sounds” beside the settings can be chosen too.</source>
        <translation>设置旁 “sounds” 文件夹中的 *.wav 文件也可选用。</translation>
    </message>
    <message>
        <source>Filter and order: %1</source>
        <translation>筛选与排序：%1</translation>
    </message>
    <message>
        <source>Filter of the boards</source>
        <translation>战壕筛选</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>筛选：%1</translation>
    </message>
    <message>
        <source>Filters (*.json)</source>
        <translation>筛选 (*.json)</translation>
    </message>
    <message>
        <source>Filters (*.json);;All files (*)</source>
        <translation>筛选 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find a command, a coin or a wallet</source>
        <translation>查找命令、代币或钱包</translation>
    </message>
    <message>
        <source>Find a command, coin or wallet</source>
        <translation>查找命令、代币或钱包</translation>
    </message>
    <message>
        <source>Find a command, or paste a mint, a wallet or a ticker</source>
        <translation>查找命令，或粘贴合约地址、钱包地址、代号</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Find in the watchlist</source>
        <translation>在关注列表中查找</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>First 70</source>
        <translation>前 70</translation>
    </message>
    <message>
        <source>First buyers</source>
        <translation>首批买家</translation>
    </message>
    <message>
        <source>First buyers, one square each</source>
        <translation>首批买家，每人一格</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>第一条消息</translation>
    </message>
    <message>
        <source>First sell</source>
        <translation>首次卖出</translation>
    </message>
    <message>
        <source>First to bring a message</source>
        <translation>最先送达</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应</translation>
    </message>
    <message>
        <source>Fit everything</source>
        <translation>全部适应窗口</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Flag: %1, confidence %2, %3</source>
        <translation>标记：%1，置信度 %2，%3</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Flags %1</source>
        <translation>标记 %1</translation>
    </message>
    <message>
        <source>Flags of the token</source>
        <translation>该代币的标记</translation>
    </message>
    <message>
        <source>Follow buy</source>
        <translation>跟随买入</translation>
    </message>
    <message>
        <source>Followed by</source>
        <translation>被谁跟随</translation>
    </message>
    <message>
        <source>Follower</source>
        <translation>跟随者</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>跟随者数</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>跟随率</translation>
    </message>
    <message>
        <source>Follows by slots behind it</source>
        <translation>按落后 slot 数的跟随</translation>
    </message>
    <message>
        <source>For it speaks that %1 (odds times %2).</source>
        <translation>有利的一面：%1（赔率乘以 %2）。</translation>
    </message>
    <message>
        <source>For outages, single transactions, pools and wallets, all within one allowance.</source>
        <translation>用于中断、单笔交易、池和钱包，共用一个额度。</translation>
    </message>
    <message>
        <source>For prices, buys and sells. Danger stays red whatever is chosen.</source>
        <translation>用于价格、买入和卖出。无论怎么选，危险始终为红色。</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>仅本次会话</translation>
    </message>
    <message>
        <source>For this session only.</source>
        <translation>仅本次会话。</translation>
    </message>
    <message>
        <source>For what a feed leaves out: outages, single transactions, wallets.</source>
        <translation>用于补取数据源遗漏的内容：断线、单笔交易、钱包。</translation>
    </message>
    <message>
        <source>Former too</source>
        <translation>含已清仓</translation>
    </message>
    <message>
        <source>Free disk space beside the database.</source>
        <translation>请在数据库所在处腾出磁盘空间。</translation>
    </message>
    <message>
        <source>Free disk space, or choose another database.</source>
        <translation>请腾出磁盘空间，或另选数据库。</translation>
    </message>
    <message>
        <source>Free on its disk</source>
        <translation>所在磁盘剩余</translation>
    </message>
    <message>
        <source>Free space, or start with --database on another disk. When it is full, nothing more is kept and the screen stays live.</source>
        <translation>请腾出空间，或用 --database 放到另一磁盘启动。满了之后不再保存，屏幕仍实时。</translation>
    </message>
    <message>
        <source>Fresh</source>
        <translation>新钱包</translation>
    </message>
    <message>
        <source>Fresh first buyers</source>
        <translation>首批买家新钱包</translation>
    </message>
    <message>
        <source>Fresh wallet</source>
        <translation>新钱包</translation>
    </message>
    <message>
        <source>Fresh wallets</source>
        <translation>新钱包</translation>
    </message>
    <message>
        <source>From (UTC)</source>
        <translation>起始 (UTC)</translation>
    </message>
    <message>
        <source>From confidence and size</source>
        <translation>按置信度与规模</translation>
    </message>
    <message>
        <source>From its first coins until nine tenths were sold</source>
        <translation>从首次得币到卖出九成</translation>
    </message>
    <message>
        <source>From its first coins until nine tenths were sold; — where it has not left</source>
        <translation>从首次得币到卖出九成；— 表示尚未离场</translation>
    </message>
    <message>
        <source>From its first sell until nine tenths were sold</source>
        <translation>从首次卖出到卖出九成</translation>
    </message>
    <message>
        <source>From its first sell until nine tenths were sold, on the coin it left last</source>
        <translation>在上一个清仓的代币上，从首次卖出到卖出九成的用时</translation>
    </message>
    <message>
        <source>From peak</source>
        <translation>距峰值</translation>
    </message>
    <message>
        <source>From purchase to sale, mean over the coins sold</source>
        <translation>从买入到卖出，按卖出的币平均</translation>
    </message>
    <message>
        <source>From purchase to sale, over its coins</source>
        <translation>从买入到卖出，按其各代币</translation>
    </message>
    <message>
        <source>From the alert to the first trade at half its price</source>
        <translation>从提醒到首笔价格腰斩的交易</translation>
    </message>
    <message>
        <source>From the environment.</source>
        <translation>来自环境变量。</translation>
    </message>
    <message>
        <source>From the first sell until nine tenths were sold; &gt; where it has not sold so much</source>
        <translation>从首次卖出到卖出九成；&gt; 表示还没卖到</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Funded by</source>
        <translation>资金来自</translation>
    </message>
    <message>
        <source>Funded by %1 · %2 SOL at %3</source>
        <translation>资金来自 %1 · %3 的 %2 SOL</translation>
    </message>
    <message>
        <source>Funded by: unknown. No payment to it was seen.</source>
        <translation>资金来源：未知。没有看到给它的付款。</translation>
    </message>
    <message>
        <source>Funder</source>
        <translation>资金来源</translation>
    </message>
    <message>
        <source>Funders</source>
        <translation>资金来源方</translation>
    </message>
    <message>
        <source>Funders %1</source>
        <translation>资金来源方 %1</translation>
    </message>
    <message>
        <source>Further coins that one of its wallets had</source>
        <translation>其成员钱包买过的其他代币</translation>
    </message>
    <message>
        <source>Gaps (trades missing)</source>
        <translation>缺口（缺失成交）</translation>
    </message>
    <message>
        <source>Gaps and reconnects</source>
        <translation>缺口与重连</translation>
    </message>
    <message>
        <source>Give the feed an HTTP address that keeps history, and a higher allowance.</source>
        <translation>请给数据源一个保留历史的 HTTP 地址和更高的额度。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Goes on listing a coin or a rule and says nothing of it anywhere else (M)</source>
        <translation>某代币或规则仍列在这里，别处不再提示 (M)</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>获得</translation>
    </message>
    <message>
        <source>Graduated</source>
        <translation>已毕业</translation>
    </message>
    <message>
        <source>Graduated / launched by the same wallet, as far as it was seen; sorted by launched</source>
        <translation>同一钱包毕业 / 发币数，就所见；按发币数排序</translation>
    </message>
    <message>
        <source>Graduating</source>
        <translation>即将毕业</translation>
    </message>
    <message>
        <source>Gravest alerts sent to %1</source>
        <translation>发往 %1 的提醒级别</translation>
    </message>
    <message>
        <source>Green up, red down</source>
        <translation>绿涨红跌</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Group shown</source>
        <translation>显示的分组</translation>
    </message>
    <message>
        <source>H Esc	close this</source>
        <translation>H Esc	关闭本页</translation>
    </message>
    <message>
        <source>HTTP address</source>
        <translation>HTTP 地址</translation>
    </message>
    <message>
        <source>Halved since</source>
        <translation>此后腰斩</translation>
    </message>
    <message>
        <source>Halved whenever the node asks for fewer, and given back bit by bit.</source>
        <translation>节点要求减少时减半，再逐步恢复。</translation>
    </message>
    <message>
        <source>Handshake and key</source>
        <translation>握手与密钥</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Heikin-Ashi</source>
        <translation>平均 K 线（Heikin-Ashi）</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>现持有</translation>
    </message>
    <message>
        <source>Helius (whole transactions, with a key)</source>
        <translation>Helius（完整交易，需密钥）</translation>
    </message>
    <message>
        <source>Help: all shortcuts</source>
        <translation>帮助：全部快捷键</translation>
    </message>
    <message>
        <source>Here "%1" has to follow</source>
        <translation>此处应接“%1”</translation>
    </message>
    <message>
        <source>Here stands one rule: one [[rule]] with its settings.</source>
        <translation>此处只写一条规则：一个 [[rule]] 及其设置。</translation>
    </message>
    <message>
        <source>Hidden wallets</source>
        <translation>隐藏的钱包</translation>
    </message>
    <message>
        <source>Hide coins that I blocked</source>
        <translation>隐藏我屏蔽的代币</translation>
    </message>
    <message>
        <source>High</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>High signal</source>
        <translation>强信号</translation>
    </message>
    <message>
        <source>Highest market cap of any coin of the dev, in quote units</source>
        <translation>该开发者所有代币中的最高市值，以计价币计</translation>
    </message>
    <message>
        <source>Holders</source>
        <translation>持有者</translation>
    </message>
    <message>
        <source>Holders %1</source>
        <translation>持有者 %1</translation>
    </message>
    <message>
        <source>Holders and trades of coins in memory</source>
        <translation>内存中代币的持有者与成交</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>持有</translation>
    </message>
    <message>
        <source>Holds %1 of supply</source>
        <translation>持有供应量的 %1</translation>
    </message>
    <message>
        <source>Holds coins of the dev or of the creation slot that it never bought.</source>
        <translation>持有开发者或创建 slot 的币，但从未买入。</translation>
    </message>
    <message>
        <source>Holds no coins whose purchase was seen</source>
        <translation>没有持有买入可见的币</translation>
    </message>
    <message>
        <source>Holds nothing now</source>
        <translation>现无持仓</translation>
    </message>
    <message>
        <source>Holds now over all it ever bought</source>
        <translation>当前持有 / 累计买入</translation>
    </message>
    <message>
        <source>Holds now over all that came in</source>
        <translation>当前持有 / 累计流入</translation>
    </message>
    <message>
        <source>Hollow candles (colour by the close before)</source>
        <translation>空心蜡烛（按前收盘着色）</translation>
    </message>
    <message>
        <source>Home End	first bar, latest and follow</source>
        <translation>Home End	第一根；最新并跟随</translation>
    </message>
    <message>
        <source>Horizontal line	Alt+H</source>
        <translation>水平线	Alt+H</translation>
    </message>
    <message>
        <source>How far the trade moved the price that the reserves set</source>
        <translation>该成交使储备所定价格变动了多少</translation>
    </message>
    <message>
        <source>How fast it plays; max is as fast as this machine can</source>
        <translation>播放速度；“最快”为本机能达到的速度</translation>
    </message>
    <message>
        <source>How many different wallets do something</source>
        <translation>有多少不同的钱包做某事</translation>
    </message>
    <message>
        <source>How many wallets</source>
        <translation>钱包数量</translation>
    </message>
    <message>
        <source>How many wallets it names.</source>
        <translation>它点名的钱包数。</translation>
    </message>
    <message>
        <source>How much later it is when another one was first, median.</source>
        <translation>别的端点更快时它晚多少，中位数。</translation>
    </message>
    <message>
        <source>How much of the bonding curve was bought.</source>
        <translation>联合曲线已被买入的比例。</translation>
    </message>
    <message>
        <source>How much of the curve is sold</source>
        <translation>联合曲线已售比例</translation>
    </message>
    <message>
        <source>How much the last price is above the price five minutes before.</source>
        <translation>最新价比五分钟前高出的幅度。</translation>
    </message>
    <message>
        <source>How much the last price is below the price five minutes before.</source>
        <translation>最新价比五分钟前低出的幅度。</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>How often it was stated anew; earlier statements are never rewritten</source>
        <translation>重新陈述的次数；早先的陈述从不改写</translation>
    </message>
    <message>
        <source>How often something is done</source>
        <translation>某事发生的次数</translation>
    </message>
    <message>
        <source>How often this endpoint was faster than the others.</source>
        <translation>该端点比其他端点快的频率。</translation>
    </message>
    <message>
        <source>How sure the detector is, 0 to 1.</source>
        <translation>检测器的把握，0 到 1。</translation>
    </message>
    <message>
        <source>How sure the links between its members are, 0 to 1.</source>
        <translation>成员之间关联的把握，0 到 1。</translation>
    </message>
    <message>
        <source>How the feeds show this venue.</source>
        <translation>数据源如何显示该平台。</translation>
    </message>
    <message>
        <source>Hunt</source>
        <translation>狩猎</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Idle coins put away to disk</source>
        <translation>闲置代币已转存磁盘</translation>
    </message>
    <message>
        <source>Idle wallets put away to disk</source>
        <translation>闲置钱包已转存磁盘</translation>
    </message>
    <message>
        <source>If %1 exits</source>
        <translation>若 %1 清仓</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>价格影响</translation>
    </message>
    <message>
        <source>Import a workspace</source>
        <translation>导入工作区</translation>
    </message>
    <message>
        <source>Import a workspace…</source>
        <translation>导入工作区…</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>导入标注</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>In</source>
        <translation>转入</translation>
    </message>
    <message>
        <source>In US dollars at the price of SOL that the feed itself shows now</source>
        <translation>以美元计，按数据源当前所示的 SOL 价</translation>
    </message>
    <message>
        <source>In a file that only I can read</source>
        <translation>存入只有我能读取的文件</translation>
    </message>
    <message>
        <source>In no sum: %1 in another currency.</source>
        <translation>不计入合计：%1以其他币种计价。</translation>
    </message>
    <message>
        <source>In quiet hours</source>
        <translation>免打扰时</translation>
    </message>
    <message>
        <source>In the desktop's keyring</source>
        <translation>存入桌面钥匙串</translation>
    </message>
    <message>
        <source>Index of wallets</source>
        <translation>钱包索引</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Indicators ▾</source>
        <translation>指标 ▾</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Infrastructure</source>
        <translation>基础设施</translation>
    </message>
    <message>
        <source>Insiders</source>
        <translation>老鼠仓</translation>
    </message>
    <message>
        <source>Insiders (rats) hold</source>
        <translation>老鼠仓持有</translation>
    </message>
    <message>
        <source>Insiders hold</source>
        <translation>老鼠仓持有</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Interval %1</source>
        <translation>周期 %1</translation>
    </message>
    <message>
        <source>Interval of this chart</source>
        <translation>本图表的周期</translation>
    </message>
    <message>
        <source>Investigate</source>
        <translation>调查</translation>
    </message>
    <message>
        <source>It arrived.</source>
        <translation>已送达。</translation>
    </message>
    <message>
        <source>It comes with the program; a changed one goes into your file and takes its place.</source>
        <translation>这是内置规则；更改后会写入您的文件并取代它。</translation>
    </message>
    <message>
        <source>It does not answer; alerts wait and the rest goes on.</source>
        <translation>它没有应答；提醒在等待，其余照常。</translation>
    </message>
    <message>
        <source>It has not left any of the %1 launches seen.</source>
        <translation>在所见的 %1 次发行中它都还没有离场。</translation>
    </message>
    <message>
        <source>It has not left the one launch seen.</source>
        <translation>在所见的唯一一次发行中它还没有离场。</translation>
    </message>
    <message>
        <source>It stays in the list (Ctrl+Backspace)</source>
        <translation>它仍在列表里 (Ctrl+Backspace)</translation>
    </message>
    <message>
        <source>It stays until it is opened or put away, and takes no key from what you type.</source>
        <translation>它一直显示到打开或收起，不会抢走你的键盘输入。</translation>
    </message>
    <message>
        <source>It tries again by itself. If it lasts, check the network, or choose another endpoint in Settings, Live feed.</source>
        <translation>它会自动重试。若持续，请检查网络，或在“设置 › 实时数据源”另选端点。</translation>
    </message>
    <message>
        <source>It was not seen creating a coin.</source>
        <translation>没有看到它创建代币。</translation>
    </message>
    <message>
        <source>It was not seen leaving another coin</source>
        <translation>没有看到它清仓过别的代币</translation>
    </message>
    <message>
        <source>It was not seen selling another coin.</source>
        <translation>没有看到它卖出别的代币。</translation>
    </message>
    <message>
        <source>It was not seen with any coin.</source>
        <translation>没有看到它持有任何代币。</translation>
    </message>
    <message>
        <source>It was right (T)</source>
        <translation>它是对的 (T)</translation>
    </message>
    <message>
        <source>It was wrong (F); with a reason: Shift+F</source>
        <translation>它是错的 (F)；附原因：Shift+F</translation>
    </message>
    <message>
        <source>Its certificate is not trusted: %1.</source>
        <translation>其证书不受信任：%1。</translation>
    </message>
    <message>
        <source>Its followers</source>
        <translation>它的跟随者</translation>
    </message>
    <message>
        <source>Its number, or @name of a channel the bot may write to.</source>
        <translation>它的编号，或机器人可写入的频道 @名称。</translation>
    </message>
    <message>
        <source>Its time by the chain.</source>
        <translation>其链上时间。</translation>
    </message>
    <message>
        <source>Its trades are marked on every chart</source>
        <translation>其成交会标在所有图表上</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>JSON (*.json);;Comma-separated values (*.csv)</source>
        <translation>JSON (*.json);;逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Judge alerts in the alert centre: T for true, F for false.</source>
        <translation>请在提醒中心评判提醒：T 为对，F 为不对。</translation>
    </message>
    <message>
        <source>Judged alerts that state a confidence</source>
        <translation>已评判且给出置信度的提醒</translation>
    </message>
    <message>
        <source>Jump to a time</source>
        <translation>跳到某个时间</translation>
    </message>
    <message>
        <source>Jump to the latest bar	End</source>
        <translation>跳到最新 K 线	End</translation>
    </message>
    <message>
        <source>Jump to the latest bar and follow</source>
        <translation>跳到最新 K 线并跟随</translation>
    </message>
    <message>
        <source>Jump to the latest bar and follow (End)</source>
        <translation>跳到最新 K 线并跟随 (End)</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存方式</translation>
    </message>
    <message>
        <source>Keep the key of %1</source>
        <translation>保存 %1 的密钥</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>留存</translation>
    </message>
    <message>
        <source>Kept in a file of your own.</source>
        <translation>保存在你自己的文件中。</translation>
    </message>
    <message>
        <source>Kept in the keyring.</source>
        <translation>保存在钥匙串中。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Key now</source>
        <translation>当前密钥</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>%1 的密钥</translation>
    </message>
    <message>
        <source>Keys never stand in an address or an argument. CABALSCOPE_API_KEY in the environment goes before this.</source>
        <translation>密钥绝不放在地址或参数中。环境变量 CABALSCOPE_API_KEY 优先于此。</translation>
    </message>
    <message>
        <source>Keys of the chart</source>
        <translation>图表快捷键</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Kind of condition</source>
        <translation>条件类型</translation>
    </message>
    <message>
        <source>Kind of flag</source>
        <translation>标记类型</translation>
    </message>
    <message>
        <source>Known as</source>
        <translation>已知身份</translation>
    </message>
    <message>
        <source>Known tokens</source>
        <translation>已知代币</translation>
    </message>
    <message>
        <source>L	logarithmic scale</source>
        <translation>L	对数坐标</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>LIVE – not connected</source>
        <translation>实时 – 未连接</translation>
    </message>
    <message>
        <source>LLR</source>
        <translation>LLR</translation>
    </message>
    <message>
        <source>Labels could not be read: %1</source>
        <translation>标注无法读取：%1</translation>
    </message>
    <message>
        <source>Labels could not be written: %1. They are kept until the program ends.</source>
        <translation>标注无法写入：%1。程序结束前仍会保留。</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Lag behind the chain</source>
        <translation>落后链上</translation>
    </message>
    <message>
        <source>Lag, slots</source>
        <translation>滞后 slot</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Large card</source>
        <translation>大卡片</translation>
    </message>
    <message>
        <source>Large numbers</source>
        <translation>大数字</translation>
    </message>
    <message>
        <source>Largest cluster holds</source>
        <translation>最大钱包群持有</translation>
    </message>
    <message>
        <source>Largest wallet</source>
        <translation>最大钱包</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>套索</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Last answer: %1</source>
        <translation>上次应答：%1</translation>
    </message>
    <message>
        <source>Last block</source>
        <translation>最新区块</translation>
    </message>
    <message>
        <source>Last exit</source>
        <translation>上次清仓</translation>
    </message>
    <message>
        <source>Last known price against the price at the alert</source>
        <translation>最后已知价格相对提醒时的价格</translation>
    </message>
    <message>
        <source>Last price against that of its first sell</source>
        <translation>最新价相对其首次卖出时的价格</translation>
    </message>
    <message>
        <source>Last price against the highest seen</source>
        <translation>最新价相对所见最高价</translation>
    </message>
    <message>
        <source>Last price against the price five minutes before</source>
        <translation>最新价相对五分钟前</translation>
    </message>
    <message>
        <source>Last price over the first one that was seen here</source>
        <translation>最新价相对此处首见价</translation>
    </message>
    <message>
        <source>Last price times supply.</source>
        <translation>最新价乘以供应量。</translation>
    </message>
    <message>
        <source>Last slot</source>
        <translation>最新 slot</translation>
    </message>
    <message>
        <source>Late trades</source>
        <translation>迟到的成交</translation>
    </message>
    <message>
        <source>Later half</source>
        <translation>后半段</translation>
    </message>
    <message>
        <source>Launches</source>
        <translation>发行</translation>
    </message>
    <message>
        <source>Launches %1</source>
        <translation>发行 %1</translation>
    </message>
    <message>
        <source>Launches and trades as they happen, over a public endpoint. Trades are kept in a database on this machine.</source>
        <translation>通过公共节点实时观看新币和成交。成交保存在本机数据库中。</translation>
    </message>
    <message>
        <source>Launches it left whose price has halved or worse since its first sell</source>
        <translation>它离场的发行中，价格自其首次卖出后腰斩或更差的</translation>
    </message>
    <message>
        <source>Launches on which all of its wallets together realised a gain</source>
        <translation>全部成员钱包合计已实现盈利的发行</translation>
    </message>
    <message>
        <source>Launches show here as they are created.</source>
        <translation>新币一创建就会显示在这里。</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>火车头</translation>
    </message>
    <message>
        <source>Lead before the fall</source>
        <translation>下跌前的提前量</translation>
    </message>
    <message>
        <source>Lead buy</source>
        <translation>火车头买入</translation>
    </message>
    <message>
        <source>Lead wallet</source>
        <translation>火车头</translation>
    </message>
    <message>
        <source>Lead wallet buys</source>
        <translation>火车头买入</translation>
    </message>
    <message>
        <source>Lead wallets</source>
        <translation>火车头</translation>
    </message>
    <message>
        <source>Least confidence of a link, percent</source>
        <translation>关联的最低置信度，百分比</translation>
    </message>
    <message>
        <source>Leaves out smaller trades; 0 shows all</source>
        <translation>隐藏更小的成交；0 为全部显示</translation>
    </message>
    <message>
        <source>Leaves the recording and shows what happens now</source>
        <translation>离开录像，显示正在发生的行情</translation>
    </message>
    <message>
        <source>Left %1 of %2 launches</source>
        <translation>已离开 %2 次发行中的 %1 次</translation>
    </message>
    <message>
        <source>Left the one launch seen</source>
        <translation>已离开所见的唯一一次发行</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Length in minutes</source>
        <translation>时长（分钟）</translation>
    </message>
    <message>
        <source>Less is fetched meanwhile. A node with a key allows more.</source>
        <translation>期间补取较少。带密钥的节点允许更多。</translation>
    </message>
    <message>
        <source>Let %1 new rows in</source>
        <translation>放入 %1 条新行</translation>
    </message>
    <message>
        <source>Let go all pins</source>
        <translation>取消全部固定</translation>
    </message>
    <message>
        <source>Let it go from its pin</source>
        <translation>取消其固定</translation>
    </message>
    <message>
        <source>Let new rows in</source>
        <translation>放入新行</translation>
    </message>
    <message>
        <source>Lets every coin through.</source>
        <translation>放行所有代币。</translation>
    </message>
    <message>
        <source>Lets go all bubbles that were dragged</source>
        <translation>放开所有拖动过的气泡</translation>
    </message>
    <message>
        <source>Lift the mute of %1</source>
        <translation>取消静音 %1</translation>
    </message>
    <message>
        <source>Lift the mute of %1 (until %2)</source>
        <translation>取消静音 %1（至 %2）</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Likely one hand with the creator: P of at least 0.90 from the links.</source>
        <translation>疑似与创建者为同一控制人：由关联得出的概率至少 0.90。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>第 %1 行第 %2 列：%3</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Linked by</source>
        <translation>关联依据</translation>
    </message>
    <message>
        <source>Linked means likely one hand, judged from public transactions; it may be wrong.</source>
        <translation>“关联”指根据公开交易判断疑似同一控制人；可能有误。</translation>
    </message>
    <message>
        <source>Linked to nobody, %1</source>
        <translation>与任何人无关联，%1</translation>
    </message>
    <message>
        <source>Linked wallets hold</source>
        <translation>关联钱包持有</translation>
    </message>
    <message>
        <source>Links and bags up to then; all the way to the right it follows the present.</source>
        <translation>截至该时刻的关联和仓位；拖到最右则跟随当前。</translation>
    </message>
    <message>
        <source>Links below drop, and clusters fall apart where nothing else holds them. Below 0.90 suppositions are drawn too; they join nobody.</source>
        <translation>低于此值的关联不显示，没有其他支撑的关联钱包群会散开。低于 0.90 时也绘出推测；推测不会合并任何钱包。</translation>
    </message>
    <message>
        <source>Links of the cluster</source>
        <translation>关联钱包群的关联</translation>
    </message>
    <message>
        <source>Links: %1. %2</source>
        <translation>关联：%1。%2</translation>
    </message>
    <message>
        <source>Liq</source>
        <translation>流动性</translation>
    </message>
    <message>
        <source>Liquidity</source>
        <translation>流动性</translation>
    </message>
    <message>
        <source>Liquidity %1 %2</source>
        <translation>流动性 %1 %2</translation>
    </message>
    <message>
        <source>Liquidity (SOL)</source>
        <translation>流动性 (SOL)</translation>
    </message>
    <message>
        <source>Liquidity may have moved to another pool or to another price range.</source>
        <translation>流动性可能转到了另一个池或另一个价格区间。</translation>
    </message>
    <message>
        <source>Liquidity removal</source>
        <translation>撤流动性</translation>
    </message>
    <message>
        <source>Liquidity that came back can be taken again.</source>
        <translation>放回的流动性仍可再次取出。</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>List of coins</source>
        <translation>代币名单</translation>
    </message>
    <message>
        <source>Lists (*.csv *.json *.txt);;All files (*)</source>
        <translation>列表 (*.csv *.json *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Lists alerts you have not judged yet</source>
        <translation>只列出你还没评判的提醒</translation>
    </message>
    <message>
        <source>Lists are written as [list.NAME].</source>
        <translation>名单写作 [list.NAME]。</translation>
    </message>
    <message>
        <source>Live feed</source>
        <translation>实时数据源</translation>
    </message>
    <message>
        <source>Lock or unlock the layout</source>
        <translation>锁定或解锁布局</translation>
    </message>
    <message>
        <source>Locomotives</source>
        <translation>火车头</translation>
    </message>
    <message>
        <source>Locomotives: who is followed</source>
        <translation>火车头：谁被跟随</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Log-likelihood ratio of this kind of evidence, natural logarithm: +4.6 is a hundred to one for one hand</source>
        <translation>这类证据的对数似然比（自然对数）：+4.6 表示一百比一倾向同一控制人</translation>
    </message>
    <message>
        <source>Logarithmic (L)</source>
        <translation>对数 (L)</translation>
    </message>
    <message>
        <source>Logarithmic scale (L)</source>
        <translation>对数坐标 (L)</translation>
    </message>
    <message>
        <source>Logs carry no transaction index, so the order inside a slot is the order of arrival.</source>
        <translation>日志不含交易序号，因此同一 slot 内的顺序为到达顺序。</translation>
    </message>
    <message>
        <source>Looking for %1…</source>
        <translation>正在查找 %1…</translation>
    </message>
    <message>
        <source>Looking for its cluster. A wallet that nothing links to another has no passport.</source>
        <translation>正在查找其关联钱包群。与其他钱包没有关联的钱包没有档案。</translation>
    </message>
    <message>
        <source>Looking for trades of this token…</source>
        <translation>正在查找该代币的成交…</translation>
    </message>
    <message>
        <source>Looking the evidence up…</source>
        <translation>正在查找证据…</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>调低</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Lowest price within the hour after the flag, or now</source>
        <translation>标记后一小时内（或至今）的最低价</translation>
    </message>
    <message>
        <source>MCap</source>
        <translation>市值</translation>
    </message>
    <message>
        <source>MCap %1</source>
        <translation>市值 %1</translation>
    </message>
    <message>
        <source>Made by sells of coins whose cost is known, in the quote asset, average cost</source>
        <translation>卖出成本已知的币所得盈亏，以计价币计，平均成本法</translation>
    </message>
    <message>
        <source>Made once for a database of an older version; new rows wait until then.</source>
        <translation>仅对旧版本的数据库建立一次；新数据在此期间排队等待。</translation>
    </message>
    <message>
        <source>Magnet: snap to open, high, low, close</source>
        <translation>磁吸：对齐开高低收</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>关系图</translation>
    </message>
    <message>
        <source>Market cap %1 %2</source>
        <translation>市值 %1 %2</translation>
    </message>
    <message>
        <source>Market cap ($)</source>
        <translation>市值 ($)</translation>
    </message>
    <message>
        <source>Market cap (SOL)</source>
        <translation>市值 (SOL)</translation>
    </message>
    <message>
        <source>Market cap instead of price</source>
        <translation>显示市值而非价格</translation>
    </message>
    <message>
        <source>Marks its trades on every chart and keeps it on the watchlist</source>
        <translation>在所有图表上标出其成交，并列入关注列表</translation>
    </message>
    <message>
        <source>Marks the trades of all its wallets on every chart</source>
        <translation>在所有图表上标出其全部钱包的成交</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配项</translation>
    </message>
    <message>
        <source>Mean of %1</source>
        <translation>%1的平均</translation>
    </message>
    <message>
        <source>Mean of (confidence − outcome)²: 0 is perfect, 0.25 is what always saying 0.5 gets</source>
        <translation>（置信度 − 结果）² 的平均：0 为完美，总说 0.5 得 0.25</translation>
    </message>
    <message>
        <source>Mean of the confidences they stated</source>
        <translation>它们声称的置信度的平均</translation>
    </message>
    <message>
        <source>Mean probability that a wallet belongs to the cluster</source>
        <translation>钱包属于该群的平均概率</translation>
    </message>
    <message>
        <source>Measured on %1 launches that were watched to their end.</source>
        <translation>基于 %1 个被观察到结束的发射测得。</translation>
    </message>
    <message>
        <source>Measured over many transactions; none stands for it alone</source>
        <translation>由多笔交易统计得出；没有单独一笔能代表它</translation>
    </message>
    <message>
        <source>Median and quartiles of the slots behind it; about 0.4 s each</source>
        <translation>落后的 slot 数，中位数与四分位；每个约 0.4 秒</translation>
    </message>
    <message>
        <source>Median exit</source>
        <translation>离场中位数</translation>
    </message>
    <message>
        <source>Median hold</source>
        <translation>持有中位数</translation>
    </message>
    <message>
        <source>Members that have had the coin.</source>
        <translation>持有过该代币的成员数。</translation>
    </message>
    <message>
        <source>Members that have sold the coin.</source>
        <translation>卖出过该代币的成员数。</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Menu key	all actions</source>
        <translation>菜单键	全部操作</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Message for %1</source>
        <translation>给 %1 的消息</translation>
    </message>
    <message>
        <source>Message queue</source>
        <translation>消息队列</translation>
    </message>
    <message>
        <source>Message queue %1 of %2, store queue %3 of %4</source>
        <translation>消息队列 %1 / %2，存储队列 %3 / %4</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息数</translation>
    </message>
    <message>
        <source>Messages carry no slot and no transaction index, so the order inside a second is unknown.</source>
        <translation>消息不含 slot 和交易序号，因此同一秒内的顺序未知。</translation>
    </message>
    <message>
        <source>Messages per second</source>
        <translation>每秒消息数</translation>
    </message>
    <message>
        <source>Messages that wait for the engine.</source>
        <translation>等待引擎处理的消息。</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Mint</source>
        <translation>增发</translation>
    </message>
    <message>
        <source>Mkt cap</source>
        <translation>市值</translation>
    </message>
    <message>
        <source>Moment (UTC)</source>
        <translation>时刻（UTC）</translation>
    </message>
    <message>
        <source>Moment, UTC</source>
        <translation>时刻（UTC）</translation>
    </message>
    <message>
        <source>More of the first 70 buyers than chance explains (p &lt; 0.001 against 15%) are wallets younger than 24 h with fewer than 10 signatures.</source>
        <translation>前 70 个买家中，不足 24 小时且签名少于 10 个的钱包多于偶然所能解释（相对 15%，p &lt; 0.001）。</translation>
    </message>
    <message>
        <source>Most coins on which one wallet bought behind it</source>
        <translation>单个钱包跟随买入的最多代币数</translation>
    </message>
    <message>
        <source>Most of the supply that it ever held together</source>
        <translation>合计持有过的最大供应量占比</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动态效果</translation>
    </message>
    <message>
        <source>Moved SOL or coins with at least %1.</source>
        <translation>与至少 %1有过 SOL 或代币往来。</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Mute %1 for an hour</source>
        <translation>静音 %1 一小时</translation>
    </message>
    <message>
        <source>Mute %1 for eight hours</source>
        <translation>静音 %1 八小时</translation>
    </message>
    <message>
        <source>Mute %1 until it is lifted</source>
        <translation>静音 %1 直到取消</translation>
    </message>
    <message>
        <source>Mute 1 h</source>
        <translation>静音 1 小时</translation>
    </message>
    <message>
        <source>Mute ▾</source>
        <translation>静音 ▾</translation>
    </message>
    <message>
        <source>Muted: listed, and not said anywhere else.</source>
        <translation>已静音：仍列出，别处不提示。</translation>
    </message>
    <message>
        <source>My rule %1</source>
        <translation>我的规则 %1</translation>
    </message>
    <message>
        <source>NO FEED</source>
        <translation>无数据源</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name crew</source>
        <translation>命名团队</translation>
    </message>
    <message>
        <source>Name look-up</source>
        <translation>域名查询</translation>
    </message>
    <message>
        <source>Name of the crew</source>
        <translation>团队名称</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>筛选名称</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>名单名称</translation>
    </message>
    <message>
        <source>Name of the workspace</source>
        <translation>工作区名称</translation>
    </message>
    <message>
        <source>Name of this moment</source>
        <translation>此刻的名称</translation>
    </message>
    <message>
        <source>Name the coins by their addresses, apart by blanks.</source>
        <translation>请填写代币地址，以空格分隔。</translation>
    </message>
    <message>
        <source>Name, ticker or file look like those of an older coin%1. It is number %2 of them.
Click for the evidence.</source>
        <translation>名称、代号或文件与更早的代币%1相似，是其中第 %2 个。
点击查看证据。</translation>
    </message>
    <message>
        <source>Named %1 “%2”. Ctrl+Z in the watchlist takes it back.</source>
        <translation>已将 %1命名为“%2”。在关注列表按 Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>Named after its first wallet %1</source>
        <translation>以其第一个钱包 %1 命名</translation>
    </message>
    <message>
        <source>Named moments of this recording</source>
        <translation>录像中命名的时刻</translation>
    </message>
    <message>
        <source>Negative: it let go of coins that were not seen coming</source>
        <translation>负数：它转出了未看到流入的币</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Net position by entity, % of supply; hatched: not bought</source>
        <translation>各实体净仓位，占供应量 %；斜线：非买入</translation>
    </message>
    <message>
        <source>Never had the coin: paid for wallets that did.</source>
        <translation>从未持有该币：为持有过的钱包付过款。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新创建</translation>
    </message>
    <message>
        <source>New rows of this session.</source>
        <translation>本次会话的新行。</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新建规则</translation>
    </message>
    <message>
        <source>New shortcut of the chosen action</source>
        <translation>所选操作的新快捷键</translation>
    </message>
    <message>
        <source>New to the chain, among more early buyers of its kind than chance explains.</source>
        <translation>链上新钱包，且同类早期买家的数量高于偶然。</translation>
    </message>
    <message>
        <source>New users, and traders who take a new wallet for each coin, look the same.</source>
        <translation>新用户，以及每个代币都换新钱包的交易者，看起来也是如此。</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>New workspace from this layout…</source>
        <translation>以当前布局新建工作区…</translation>
    </message>
    <message>
        <source>News, a listing or a raid by a real community looks the same from here.</source>
        <translation>新闻、上币或真实社区的集体买入，从这里看都是一样的。</translation>
    </message>
    <message>
        <source>Next alert</source>
        <translation>下个提醒</translation>
    </message>
    <message>
        <source>Next flag</source>
        <translation>下个标记</translation>
    </message>
    <message>
        <source>Next tab of the token</source>
        <translation>代币的下一页</translation>
    </message>
    <message>
        <source>Nine tenths were sold within %1 of its first sell</source>
        <translation>首次卖出后 %1 内卖出九成</translation>
    </message>
    <message>
        <source>No alert fits. Choose “All”, or clear the search.</source>
        <translation>没有符合的提醒。请选“全部”，或清空搜索。</translation>
    </message>
    <message>
        <source>No alert in this replay yet. Its alerts are listed here alone; “next alert” in the replay bar runs to the first one.</source>
        <translation>本次回放还没有提醒。这里只列回放自己的提醒；回放栏的“下一条提醒”会运行到第一条。</translation>
    </message>
    <message>
        <source>No alerts yet. Rules report here when a cabal buys in, a dev sells or a pump starts.</source>
        <translation>还没有提醒。关联钱包群建仓、开发者卖出或拉盘开始时，规则会在这里报告。</translation>
    </message>
    <message>
        <source>No alerts yet. Rules report here when a cabal buys in, a dev sells or a pump starts. How they are said is chosen in Settings, Alerts.</source>
        <translation>还没有提醒。有团伙买入、开发者卖出或开始拉盘时，规则会在这里报告。提示方式在“设置 › 提醒”里选择。</translation>
    </message>
    <message>
        <source>No answer came. Check the address and the network.</source>
        <translation>没有应答。请检查地址和网络。</translation>
    </message>
    <message>
        <source>No block time was seen yet</source>
        <translation>尚未看到区块时间</translation>
    </message>
    <message>
        <source>No bubble is inside of the loop</source>
        <translation>圈内没有气泡</translation>
    </message>
    <message>
        <source>No clusters from trades alone. This feed shows no transfers, so who funded whom is unknown; a feed of whole transactions shows it.</source>
        <translation>仅凭成交看不出关联钱包群。此数据源不含转账，资金来源未知；含完整交易的数据源可以看到。</translation>
    </message>
    <message>
        <source>No coin moved, so there is no price</source>
        <translation>没有币移动，因此没有价格</translation>
    </message>
    <message>
        <source>No feed runs. Connect live or open a recording from the session menu.</source>
        <translation>没有数据源在运行。请从会话菜单连接实时行情或打开录制。</translation>
    </message>
    <message>
        <source>No launch with two of its wallets was seen.</source>
        <translation>没有见过有它两个钱包参与的发行。</translation>
    </message>
    <message>
        <source>No map.</source>
        <translation>没有图。</translation>
    </message>
    <message>
        <source>No mint address, and no coin on the board has this ticker</source>
        <translation>不是合约地址，战壕里也没有该代号的代币</translation>
    </message>
    <message>
        <source>No more than %1 drawings of a token.</source>
        <translation>每个代币最多 %1 条画线。</translation>
    </message>
    <message>
        <source>No notices of this coin for an hour. Its alerts stay in the list.</source>
        <translation>一小时内不再通知该代币。其提醒仍在列表中。</translation>
    </message>
    <message>
        <source>No other coin was flagged so in this session yet.</source>
        <translation>本次会话中还没有其他代币被这样标记。</translation>
    </message>
    <message>
        <source>No price is known at the alert or since.</source>
        <translation>提醒时或之后的价格未知。</translation>
    </message>
    <message>
        <source>No removal was decoded: a venue that changed its layout looks the same.</source>
        <translation>未解码到移除操作：更改了数据格式的平台看起来也是如此。</translation>
    </message>
    <message>
        <source>No rule has found anything on this coin so far.</source>
        <translation>目前没有规则在该代币上发现问题。</translation>
    </message>
    <message>
        <source>No rule has found anything. Its creation was not seen, so sniper, bundler, rat and dev rules cannot judge it.</source>
        <translation>没有规则发现问题。未看到其创建，因此狙击、捆绑、老鼠仓和开发者规则无法判断。</translation>
    </message>
    <message>
        <source>No rule of the file is armed, those of the program are; mend the file and save it.</source>
        <translation>文件中没有规则生效，内置规则仍生效；请修正文件并保存。</translation>
    </message>
    <message>
        <source>No sale is stored</source>
        <translation>没有存储卖出记录</translation>
    </message>
    <message>
        <source>No sale whose purchase was seen</source>
        <translation>没有买入可见的卖出</translation>
    </message>
    <message>
        <source>No sale whose purchase was seen.</source>
        <translation>没有买入可见的卖出。</translation>
    </message>
    <message>
        <source>No server has the name %1.</source>
        <translation>没有名为 %1 的服务器。</translation>
    </message>
    <message>
        <source>No setting is called so.</source>
        <translation>没有这个名称的设置。</translation>
    </message>
    <message>
        <source>No trade is stored yet: everything before now is unknown.</source>
        <translation>尚未存储任何交易：此前的一切均未知。</translation>
    </message>
    <message>
        <source>No trade of this token was seen since the start of this session.</source>
        <translation>本次会话开始后没有看到该代币的成交。</translation>
    </message>
    <message>
        <source>No trades are stored here.</source>
        <translation>这里不存储交易。</translation>
    </message>
    <message>
        <source>No trades of this token were seen yet.</source>
        <translation>尚未看到该代币的成交。</translation>
    </message>
    <message>
        <source>No two wallets with this coin are likely one hand, as far as was seen</source>
        <translation>就目前所见，持有该代币的钱包中没有两个疑似同一控制人</translation>
    </message>
    <message>
        <source>No two wallets with this coin are likely one hand: no common funding, transfer or joint trades were seen beyond chance.</source>
        <translation>持有该代币的钱包中没有两个疑似同一控制人：没有看到超出偶然的共同资金来源、转账或同步交易。</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>无评判</translation>
    </message>
    <message>
        <source>No verdict to undo.</source>
        <translation>没有可撤销的评判。</translation>
    </message>
    <message>
        <source>No voice is installed: install speech-dispatcher (it brings spd-say).</source>
        <translation>未安装语音：请安装 speech-dispatcher（含 spd-say）。</translation>
    </message>
    <message>
        <source>No wallet holds this coin, and none is linked to another. The map fills with the first trades.</source>
        <translation>没有钱包持有该币，也没有互相关联的。第一批成交到来时图会填充。</translation>
    </message>
    <message>
        <source>No wallet with the tag %1 was seen on this coin. Choose “All tags”.</source>
        <translation>该代币上没有带“%1”标签的钱包。请选择“全部标签”。</translation>
    </message>
    <message>
        <source>Nobody has bought it since this session began.</source>
        <translation>本次会话开始后还没有人买入。</translation>
    </message>
    <message>
        <source>Nobody holds it as far as was seen. “Former too” shows who did.</source>
        <translation>就所见没有人持有。“含已清仓”可显示曾持有的钱包。</translation>
    </message>
    <message>
        <source>Nobody is followed beyond chance yet: it takes five common coins, and a second test on the next five.</source>
        <translation>还没有谁被超出偶然地跟随：需要五个共同代币，并在随后五个上再次检验通过。</translation>
    </message>
    <message>
        <source>Nobody is watched yet. Paste addresses below, one a line, or a list exported from another program; or press Watch on a wallet's page.</source>
        <translation>还没有关注任何人。在下方粘贴地址，每行一个，或粘贴其他程序导出的列表；也可以在钱包页按“关注”。</translation>
    </message>
    <message>
        <source>Nobody traded in this time.</source>
        <translation>该时段没有成交。</translation>
    </message>
    <message>
        <source>Nobody was seen paying for its wallets. Feeds of logs show no payments.</source>
        <translation>没有看到谁给其钱包付款。日志数据源不显示付款。</translation>
    </message>
    <message>
        <source>Node asked to slow down</source>
        <translation>节点要求放慢</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>None of its buys can be measured</source>
        <translation>其买入均无法测量</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>Not decoded</source>
        <translation>无法解码</translation>
    </message>
    <message>
        <source>Not enough to make them one: a second kind of evidence is missing.</source>
        <translation>不足以认定为同一控制人：缺少第二类证据。</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>尚未知</translation>
    </message>
    <message>
        <source>Not measured yet: run a back-test of this version.</source>
        <translation>尚未测量：请对此版本运行回测。</translation>
    </message>
    <message>
        <source>Not taken over yet: %1</source>
        <translation>尚未采用：%1</translation>
    </message>
    <message>
        <source>Not: holds where this is known not to hold</source>
        <translation>非：已知其不成立时成立</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Notes on this wallet; kept on this machine alone</source>
        <translation>对该钱包的备注；仅保存在本机</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不朗读</translation>
    </message>
    <message>
        <source>Nothing beyond chance was seen: a lead needs five common coins and a second test on the next five.</source>
        <translation>没有超出偶然的发现：领先关系需要五个共同代币，并在随后五个上再次检验通过。</translation>
    </message>
    <message>
        <source>Nothing can be replayed in this session.</source>
        <translation>本次会话没有可回放的内容。</translation>
    </message>
    <message>
        <source>Nothing in this condition makes the rule look: name something that happens, such as a sell, a flag or a price.</source>
        <translation>此条件中没有任何内容会触发规则：请写出会发生的事情，如卖出、标记或价格。</translation>
    </message>
    <message>
        <source>Nothing is said outside of the alert list for an hour. Ctrl+D ends it.</source>
        <translation>一小时内，提醒只出现在列表中。Ctrl+D 结束。</translation>
    </message>
    <message>
        <source>Nothing is selected: click a row first</source>
        <translation>没有选中任何行：先点一行</translation>
    </message>
    <message>
        <source>Nothing is selected: click a row first, then copy</source>
        <translation>没有选中任何行：先点一行再复制</translation>
    </message>
    <message>
        <source>Nothing is stored of that moment. A live feed keeps its trades; recordings can be opened from the session menu.</source>
        <translation>没有保存那一刻的数据。实时数据源会保存其成交；录像可从会话菜单打开。</translation>
    </message>
    <message>
        <source>Nothing is stored of this wallet.</source>
        <translation>没有存储此钱包的任何记录。</translation>
    </message>
    <message>
        <source>Nothing is stored yet. Connect live first: what a live feed shows is kept and can be replayed from here later.</source>
        <translation>还没有保存任何数据。请先实时连接：实时数据会保存下来，之后可以在这里回放。</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>没有需要注意的。</translation>
    </message>
    <message>
        <source>Nothing to do; pages of wallets are slow until it is there.</source>
        <translation>无需操作；建好之前钱包页面会较慢。</translation>
    </message>
    <message>
        <source>Nothing was changed: %1</source>
        <translation>没有改变：%1</translation>
    </message>
    <message>
        <source>Nothing was imported from %1: %2</source>
        <translation>没有从 %1 导入任何内容：%2</translation>
    </message>
    <message>
        <source>Nothing was played yet: a bookmark needs a moment.</source>
        <translation>还没有播放：书签需要一个时刻。</translation>
    </message>
    <message>
        <source>Nothing was seen of this coin in this session.</source>
        <translation>本次会话中没有看到该代币的任何动静。</translation>
    </message>
    <message>
        <source>Nothing was sold yet: unknown until then</source>
        <translation>尚未卖出：在此之前未知</translation>
    </message>
    <message>
        <source>Nothing was stated: it is less than %1 of supply, in less than 3 wallets.</source>
        <translation>未提出：不足供应量的 %1，且少于 3 个钱包。</translation>
    </message>
    <message>
        <source>Nothing was taken from %1: %2</source>
        <translation>未从 %1 导入任何内容：%2</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Now and then is usual for public nodes. Many an hour: take a node with a key.</source>
        <translation>公共节点偶尔如此属正常。每小时很多次：请用带密钥的节点。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Numbers…</source>
        <translation>参数…</translation>
    </message>
    <message>
        <source>O %1  H %2  L %3  C %4  %5  Vol %6 %7  buys %8 / sells %9</source>
        <translation>开 %1  高 %2  低 %3  收 %4  %5  量 %6 %7  买 %8 / 卖 %9</translation>
    </message>
    <message>
        <source>Of %1 other coins flagged so in this session, %2 lost half or more within five minutes (median %3).</source>
        <translation>本次会话中另有 %1 个代币被这样标记，其中 %2 个在五分钟内跌去一半以上（中位数 %3）。</translation>
    </message>
    <message>
        <source>Of a list</source>
        <translation>名单中的</translation>
    </message>
    <message>
        <source>Of all that had come in</source>
        <translation>占累计流入</translation>
    </message>
    <message>
        <source>Of all that was bought in this candle</source>
        <translation>占这根 K 线全部买入的比例</translation>
    </message>
    <message>
        <source>Of all that was sold in this candle</source>
        <translation>占这根 K 线全部卖出的比例</translation>
    </message>
    <message>
        <source>Of all trades seen.</source>
        <translation>所见全部交易之和。</translation>
    </message>
    <message>
        <source>Of buys</source>
        <translation>占买入</translation>
    </message>
    <message>
        <source>Of live feeds alone. What mutes, quiet hours and the allowance hold back is not sent either.</source>
        <translation>只针对实时行情。被静音、安静时段和额度拦下的也不会发送。</translation>
    </message>
    <message>
        <source>Of live feeds alone; recordings never raise any.</source>
        <translation>仅限实时数据源；录像从不发出通知。</translation>
    </message>
    <message>
        <source>Of sells</source>
        <translation>占卖出</translation>
    </message>
    <message>
        <source>Of supply</source>
        <translation>占供应量</translation>
    </message>
    <message>
        <source>Of supply, in the creator's own wallet</source>
        <translation>创建者自己钱包中占供应量的比例</translation>
    </message>
    <message>
        <source>Of supply, now</source>
        <translation>占供应量，当前</translation>
    </message>
    <message>
        <source>Of the coins held whose purchase was seen, at the last price</source>
        <translation>持有且买入可见的币，按最新价</translation>
    </message>
    <message>
        <source>Of the coins held whose purchase was seen, at the last prices</source>
        <translation>持有且买入可见的币，按各自最新价</translation>
    </message>
    <message>
        <source>Of the coins sold whose purchase was seen, first in, first out</source>
        <translation>已卖出且买入可见的币，先进先出</translation>
    </message>
    <message>
        <source>Of the crew's, that it took part in</source>
        <translation>该团队参与的发行中，它参加了多少</translation>
    </message>
    <message>
        <source>Of the last trade, for one whole coin.</source>
        <translation>最近一笔交易中一整枚代币的价格。</translation>
    </message>
    <message>
        <source>Of the supply, ever; what came back and was bought again counts twice</source>
        <translation>占供应量，累计；转回后再买入会重复计算</translation>
    </message>
    <message>
        <source>Of the supply, now</source>
        <translation>占供应量，当前</translation>
    </message>
    <message>
        <source>Of the supply. What lies in curve and pools, on exchanges or is burned stands below as excluded.</source>
        <translation>占供应量。联合曲线和池子、交易所中的以及已销毁的列在下方，不计入。</translation>
    </message>
    <message>
        <source>Of the whole supply; curve and pools left out</source>
        <translation>占总供应量；不含联合曲线和池子</translation>
    </message>
    <message>
        <source>Of these it tells which transactions there were; each is fetched from the node.</source>
        <translation>对这些只告知有哪些交易；每笔都从节点获取。</translation>
    </message>
    <message>
        <source>Off peak</source>
        <translation>距高点</translation>
    </message>
    <message>
        <source>Off.</source>
        <translation>关。</translation>
    </message>
    <message>
        <source>Old trades that were put away came back damaged: charts lack the bars of 64 trades for each.</source>
        <translation>被移到磁盘的旧交易读回时已损坏：图表中每段缺少 64 笔交易的 K 线。</translation>
    </message>
    <message>
        <source>Older than %1, and while Cabalscope did not run: unknown.</source>
        <translation>早于 %1 以及 Cabalscope 未运行期间：未知。</translation>
    </message>
    <message>
        <source>Older than %1: the node's list ends there</source>
        <translation>早于 %1：节点的列表到此为止</translation>
    </message>
    <message>
        <source>On</source>
        <comment>a rule is armed</comment>
        <translation>启用</translation>
    </message>
    <message>
        <source>On by one slot</source>
        <translation>前进一个 slot</translation>
    </message>
    <message>
        <source>On by one slot and stand there (→, with Shift ten; in the chart these keys are the chart's)</source>
        <translation>前进一个 slot 并停住（→，加 Shift 为十个；焦点在图表时归图表使用）</translation>
    </message>
    <message>
        <source>On the address list as %1.</source>
        <translation>在地址名单上：%1。</translation>
    </message>
    <message>
        <source>On the screen; what is copied and exported is written out.</source>
        <translation>仅影响屏幕显示；复制和导出的数字写全。</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>前往中</translation>
    </message>
    <message>
        <source>On your list.</source>
        <translation>在你的关注列表中。</translation>
    </message>
    <message>
        <source>One chart</source>
        <translation>单图</translation>
    </message>
    <message>
        <source>One hand took at least 50% of a pool's quote reserve out within 10 min.</source>
        <translation>同一控制人在 10 分钟内取出池中至少 50% 的计价储备。</translation>
    </message>
    <message>
        <source>One more alert</source>
        <translation>还有 1 条提醒</translation>
    </message>
    <message>
        <source>One row for what a wallet traded on one side within 20 seconds</source>
        <translation>同一钱包 20 秒内同方向的成交合并为一行</translation>
    </message>
    <message>
        <source>Only %1: the odds rest on assumptions more than on measurements.</source>
        <translation>仅%1：概率更多基于假设而非测量。</translation>
    </message>
    <message>
        <source>Only trades of wallets with a tag or a cluster</source>
        <translation>仅显示带标签或属于关联钱包群的钱包</translation>
    </message>
    <message>
        <source>Only what needs attention</source>
        <translation>只看需要注意的</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>price of a bar</comment>
        <translation>开盘</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>result not realised</comment>
        <translation>未实现</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Open Cabalscope to see them all.</source>
        <translation>打开 Cabalscope 查看全部。</translation>
    </message>
    <message>
        <source>Open a coin from the clipboard</source>
        <translation>打开剪贴板中的代币</translation>
    </message>
    <message>
        <source>Open a coin: this chart shows it at another interval.</source>
        <translation>打开一个代币：本图表以另一周期显示它。</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>打开录像</translation>
    </message>
    <message>
        <source>Open a recording…</source>
        <translation>打开录像…</translation>
    </message>
    <message>
        <source>Open at candle</source>
        <translation>在该 K 线打开</translation>
    </message>
    <message>
        <source>Open at its candle</source>
        <translation>在该 K 线打开</translation>
    </message>
    <message>
        <source>Open bars at the close before</source>
        <translation>以前收盘价作开盘价</translation>
    </message>
    <message>
        <source>Open in %1</source>
        <translation>在 %1 打开</translation>
    </message>
    <message>
        <source>Open in a window</source>
        <translation>在新窗口打开</translation>
    </message>
    <message>
        <source>Open its rule in the bench</source>
        <translation>在工作台中打开其规则</translation>
    </message>
    <message>
        <source>Open the address in the clipboard</source>
        <translation>打开剪贴板中的地址</translation>
    </message>
    <message>
        <source>Open the alert of the large card</source>
        <translation>打开大卡片上的提醒</translation>
    </message>
    <message>
        <source>Open the coin %1</source>
        <translation>打开代币 %1</translation>
    </message>
    <message>
        <source>Open the passport of %1</source>
        <translation>打开 %1 的档案</translation>
    </message>
    <message>
        <source>Open the token on another site</source>
        <translation>在其他网站打开该代币</translation>
    </message>
    <message>
        <source>Open the wallet %1</source>
        <translation>打开钱包 %1</translation>
    </message>
    <message>
        <source>Open this token</source>
        <translation>打开该代币</translation>
    </message>
    <message>
        <source>Open token</source>
        <translation>打开的代币</translation>
    </message>
    <message>
        <source>Open wallet</source>
        <translation>打开钱包</translation>
    </message>
    <message>
        <source>Open with its evidence</source>
        <translation>连同证据打开</translation>
    </message>
    <message>
        <source>Opened, UTC</source>
        <translation>开盘时间 UTC</translation>
    </message>
    <message>
        <source>Opens a page of others</source>
        <translation>打开其他网站的页面</translation>
    </message>
    <message>
        <source>Opens a window of its own that stands still at that moment: boards, chart, holders, clusters and flags as they were known then. The live feed goes on in this one. Stored is %1 to %2.</source>
        <translation>另开一个窗口并停在该时刻：榜单、K 线、持有者、团伙和标记均为当时所知。实时数据在本窗口继续。已存 %1 到 %2。</translation>
    </message>
    <message>
        <source>Opens the alert centre</source>
        <translation>打开提醒中心</translation>
    </message>
    <message>
        <source>Opens the coin and the evidence (Ctrl+Return)</source>
        <translation>打开代币和证据 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Opens the coin at the candle of the alert (Enter)</source>
        <translation>在提醒所在的 K 线打开代币 (Enter)</translation>
    </message>
    <message>
        <source>Opens the passport of its cluster</source>
        <translation>打开其关联钱包群的档案</translation>
    </message>
    <message>
        <source>Opens the token in your browser, on an explorer or a charting site</source>
        <translation>在浏览器中用区块浏览器或行情网站打开该代币</translation>
    </message>
    <message>
        <source>Opens what the alert rests on (E)</source>
        <translation>打开提醒的依据 (E)</translation>
    </message>
    <message>
        <source>Other interval</source>
        <translation>其他周期</translation>
    </message>
    <message>
        <source>Others buy behind these wallets within 25 slots, more often than their own activity explains. Wallets of one cluster, and those that follow a third one, are left out.</source>
        <translation>其他人在 25 个 slot 内跟在这些钱包之后买入，频率超出其自身活跃度所能解释。同一关联钱包群的以及共同跟随第三者的钱包不计。</translation>
    </message>
    <message>
        <source>Others buy the same coins right behind it, more often than chance explains.</source>
        <translation>其他人紧跟其后买入相同代币，频率高于偶然。</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>转出</translation>
    </message>
    <message>
        <source>Outages whose trades could not all be fetched afterwards: holders and volumes of that time are too low.</source>
        <translation>中断期间的交易未能全部补取：那段时间的持有者和成交量偏低。</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Over about the last second.</source>
        <translation>约最近一秒。</translation>
    </message>
    <message>
        <source>Own pane</source>
        <translation>独立面板</translation>
    </message>
    <message>
        <source>P member</source>
        <translation>成员概率</translation>
    </message>
    <message>
        <source>P one hand</source>
        <translation>同控概率</translation>
    </message>
    <message>
        <source>P pair</source>
        <translation>成对概率</translation>
    </message>
    <message>
        <source>P(one hand) %1</source>
        <translation>同一控制人概率 %1</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>付出</translation>
    </message>
    <message>
        <source>Paid for one of the coins still held, fees in where the venue tells</source>
        <translation>仍持有的每个币所付成本，平台给出手续费时含手续费</translation>
    </message>
    <message>
        <source>Paid in its first buy, in the quote asset, fees in where the venue tells</source>
        <translation>首次买入所付，以计价币计，平台给出手续费时含手续费</translation>
    </message>
    <message>
        <source>Pane of positions</source>
        <translation>仓位窗格</translation>
    </message>
    <message>
        <source>Pane of volume</source>
        <translation>成交量窗格</translation>
    </message>
    <message>
        <source>Parentheses and "not" may stand at most %1 deep.</source>
        <translation>括号与“not”最多嵌套 %1 层。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>分部</translation>
    </message>
    <message>
        <source>Past exits</source>
        <translation>历史清仓</translation>
    </message>
    <message>
        <source>Past returns of few positions say little about the next.</source>
        <translation>少数几次持仓的过往收益难以说明下一次。</translation>
    </message>
    <message>
        <source>Paste a mint address, a link or a ticker  ·  Ctrl+K</source>
        <translation>粘贴合约地址、链接或代号  ·  Ctrl+K</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Payments of this stretch of time; customers of one exchange are not linked by it.</source>
        <translation>这段时间的付款；同一交易所的客户不会因此关联。</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>PgUp PgDn	ten bars</source>
        <translation>PgUp PgDn	每次十根</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation>图片已复制</translation>
    </message>
    <message>
        <source>Picture saved: %1</source>
        <translation>图片已保存：%1</translation>
    </message>
    <message>
        <source>Pieces of charts lost on disk</source>
        <translation>在磁盘上丢失的图表片段</translation>
    </message>
    <message>
        <source>Place among its name</source>
        <translation>同名次序</translation>
    </message>
    <message>
        <source>Place in the recording</source>
        <translation>录像中的位置</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>重新播放</translation>
    </message>
    <message>
        <source>Play again from the start</source>
        <translation>从头重播</translation>
    </message>
    <message>
        <source>Play this sound</source>
        <translation>播放此声音</translation>
    </message>
    <message>
        <source>Played with its alerts, when sounds are on</source>
        <translation>声音开启时随其提醒播放</translation>
    </message>
    <message>
        <source>PnL</source>
        <translation>盈亏</translation>
    </message>
    <message>
        <source>Point out %1</source>
        <translation>突出显示 %1</translation>
    </message>
    <message>
        <source>Point out this cluster; Esc ends it</source>
        <translation>突出显示该关联钱包群；按 Esc 结束</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>持仓</translation>
    </message>
    <message>
        <source>Precision by the outcome: a trade at half the alert's price or less; only where all ten minutes were seen</source>
        <translation>按结果的精确率：出现不高于提醒价一半的交易；仅计十分钟完整可见者</translation>
    </message>
    <message>
        <source>Precision: of the alerts that the truth speaks of</source>
        <translation>精确率：真实情况有所说明的提醒中</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Previous tab of the token</source>
        <translation>代币的上一页</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Price %1 %2</source>
        <translation>价格 %1 %2</translation>
    </message>
    <message>
        <source>Price after</source>
        <translation>其后价格</translation>
    </message>
    <message>
        <source>Price alert	A</source>
        <translation>价格提醒	A</translation>
    </message>
    <message>
        <source>Price at the alert: whole quote units, mostly SOL, for one coin</source>
        <translation>提醒时的价格：每枚代币折合的计价单位，多为 SOL</translation>
    </message>
    <message>
        <source>Price five minutes after the flag against the price at the flag; empty where five minutes are not over</source>
        <translation>标记后五分钟的价格相对标记时的价格；未满五分钟则为空</translation>
    </message>
    <message>
        <source>Price line</source>
        <translation>价格线</translation>
    </message>
    <message>
        <source>Price then</source>
        <translation>当时价格</translation>
    </message>
    <message>
        <source>Probability that the two wallets are one hand, all evidence together</source>
        <translation>综合全部证据，两个钱包属于同一控制人的概率</translation>
    </message>
    <message>
        <source>Probability that the wallet belongs to it, of its best link</source>
        <translation>按最强的一条关联，该钱包属于它的概率</translation>
    </message>
    <message>
        <source>Probability that the wallet belongs to the cluster, of its best link</source>
        <translation>按最强的一条关联，该钱包属于此关联钱包群的概率</translation>
    </message>
    <message>
        <source>Progress of the back-test</source>
        <translation>回测进度</translation>
    </message>
    <message>
        <source>Proofs</source>
        <translation>证据数</translation>
    </message>
    <message>
        <source>Pump</source>
        <translation>拉盘</translation>
    </message>
    <message>
        <source>Pump onset</source>
        <translation>开始拉盘</translation>
    </message>
    <message>
        <source>PumpPortal</source>
        <translation>PumpPortal</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Put the large card away</source>
        <translation>收起大卡片</translation>
    </message>
    <message>
        <source>Puts every line on the clipboard as CSV</source>
        <translation>把每一行以 CSV 复制到剪贴板</translation>
    </message>
    <message>
        <source>Puts it on the block list</source>
        <translation>加入屏蔽名单</translation>
    </message>
    <message>
        <source>Puts the crew on the block list</source>
        <translation>将该团队加入屏蔽名单</translation>
    </message>
    <message>
        <source>Puts the whole case on the clipboard</source>
        <translation>将完整案例放入剪贴板</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>免打扰开始</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>免打扰时段</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>免打扰结束</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Quote units really in the curve or pool</source>
        <translation>联合曲线或池子中实有的计价币</translation>
    </message>
    <message>
        <source>R	reset the view</source>
        <translation>R	重置视图</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Raises an alert whenever it buys or sells, on any coin; the watchlist shows and ends it</source>
        <translation>它在任何代币上买入或卖出时提醒；可在关注列表查看和关闭</translation>
    </message>
    <message>
        <source>Rat</source>
        <translation>老鼠仓</translation>
    </message>
    <message>
        <source>Rat warehouse</source>
        <translation>老鼠仓</translation>
    </message>
    <message>
        <source>Ray</source>
        <translation>射线</translation>
    </message>
    <message>
        <source>Read %1 from %2</source>
        <translation>已从 %2 读取 %1</translation>
    </message>
    <message>
        <source>Read %1 from %2, %3 of them new</source>
        <translation>已从 %2 读取 %1，其中 %3 条为新</translation>
    </message>
    <message>
        <source>Read %1: %2, %3 armed.</source>
        <translation>已读取 %1：%2，%3 条已启用。</translation>
    </message>
    <message>
        <source>Read filters from a file</source>
        <translation>从文件读取筛选</translation>
    </message>
    <message>
        <source>Read filters from a file…</source>
        <translation>从文件读取筛选…</translation>
    </message>
    <message>
        <source>Reading what is stored…</source>
        <translation>正在读取存储的内容…</translation>
    </message>
    <message>
        <source>Reading: %1 of %2.</source>
        <translation>正在读取：%1 / %2。</translation>
    </message>
    <message>
        <source>Reads CSV, JSON, or lines of address and name, as other programs export them</source>
        <translation>读取 CSV、JSON 或“地址 名称”的文本行，即其他程序导出的格式</translation>
    </message>
    <message>
        <source>Realised</source>
        <translation>已实现</translation>
    </message>
    <message>
        <source>Realised %1 SOL on %2, %3 with a gain; coverage %4.</source>
        <translation>已实现 %1 SOL，共 %2，其中 %3 个盈利；覆盖率 %4。</translation>
    </message>
    <message>
        <source>Realised 1 d</source>
        <translation>已实现 1 天</translation>
    </message>
    <message>
        <source>Realised by all of its wallets at average cost, of coins whose purchase was seen</source>
        <translation>全部成员钱包的已实现盈亏，平均成本法，仅计买入可见的币</translation>
    </message>
    <message>
        <source>Realised by this wallet on this coin up to the trade, average cost, fees in where the venue tells. Empty before its first sell.</source>
        <translation>该钱包在此代币上到这笔成交为止的已实现盈亏，平均成本法，平台给出手续费时含手续费。首次卖出前为空。</translation>
    </message>
    <message>
        <source>Realised result over time</source>
        <translation>已实现盈亏走势</translation>
    </message>
    <message>
        <source>Realised: unknown, as no sale is stored whose purchase is.</source>
        <translation>已实现：未知，没有买入与卖出都已存储的交易。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Recall: of the true events of the rule's kinds</source>
        <translation>召回率：规则所属类型的真实事件中</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>重连次数</translation>
    </message>
    <message>
        <source>Recording that comes with the program</source>
        <translation>随程序附带的记录</translation>
    </message>
    <message>
        <source>Recordings (*.jsonl *.zst *.gz *.xz);;All files (*)</source>
        <translation>录像 (*.jsonl *.zst *.gz *.xz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Recordings and stored hours work without a feed.</source>
        <translation>录制文件和已存储的时段无需数据源即可使用。</translation>
    </message>
    <message>
        <source>Recordings play at</source>
        <translation>录像播放速度</translation>
    </message>
    <message>
        <source>Recordings to run rules over</source>
        <translation>用于运行规则的记录</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Red up, green down</source>
        <translation>红涨绿跌</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo	Ctrl+Shift+Z</source>
        <translation>重做	Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>Reliability curve</source>
        <translation>可靠性曲线</translation>
    </message>
    <message>
        <source>Removal</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Remove liquidity</source>
        <translation>撤走流动性</translation>
    </message>
    <message>
        <source>Remove the selected	Del</source>
        <translation>移除所选	Del</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>移除此条件</translation>
    </message>
    <message>
        <source>Remove this drawing</source>
        <translation>移除这条画线</translation>
    </message>
    <message>
        <source>Remove this group</source>
        <translation>移除此分组</translation>
    </message>
    <message>
        <source>Remove this rule from your file</source>
        <translation>从您的文件中移除此规则</translation>
    </message>
    <message>
        <source>Remove this test</source>
        <translation>移除此限定</translation>
    </message>
    <message>
        <source>Remove this workspace</source>
        <translation>移除当前工作区</translation>
    </message>
    <message>
        <source>Removed %1 from your file.</source>
        <translation>已从您的文件中移除 %1。</translation>
    </message>
    <message>
        <source>Removed %1; Ctrl+Z brings back what was there</source>
        <translation>已移除 %1；Ctrl+Z 可恢复</translation>
    </message>
    <message>
        <source>Removed the workspace “%1”. Its last versions are beside the settings.</source>
        <translation>已移除工作区“%1”。它最近的几个版本保存在设置旁边。</translation>
    </message>
    <message>
        <source>Removed your %1; the one of the program is back.</source>
        <translation>已移除您的 %1；恢复为内置规则。</translation>
    </message>
    <message>
        <source>Removes the selected rows (Del); undo brings them back</source>
        <translation>移除所选行 (Del)；可撤销</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Replay a stored hour</source>
        <translation>回放已存的一小时</translation>
    </message>
    <message>
        <source>Replay a stored hour…</source>
        <translation>回放已存的一小时…</translation>
    </message>
    <message>
        <source>Replay from here</source>
        <translation>从这里回放</translation>
    </message>
    <message>
        <source>Replay: back one slot</source>
        <translation>回放：后退一个 slot</translation>
    </message>
    <message>
        <source>Replay: back ten slots</source>
        <translation>回放：后退十个 slot</translation>
    </message>
    <message>
        <source>Replay: bookmark this moment…</source>
        <translation>回放：为此刻加书签…</translation>
    </message>
    <message>
        <source>Replay: on by one slot</source>
        <translation>回放：前进一个 slot</translation>
    </message>
    <message>
        <source>Replay: on by ten slots</source>
        <translation>回放：前进十个 slot</translation>
    </message>
    <message>
        <source>Replay: pause or go on</source>
        <translation>回放：暂停或继续</translation>
    </message>
    <message>
        <source>Replay: run to the next alert</source>
        <translation>回放：播放到下个提醒</translation>
    </message>
    <message>
        <source>Replay: run to the next flag</source>
        <translation>回放：播放到下个标记</translation>
    </message>
    <message>
        <source>Replay: stop the run here</source>
        <translation>回放：在此停止</translation>
    </message>
    <message>
        <source>Requests saved, answer was kept</source>
        <translation>因有缓存而省去的请求</translation>
    </message>
    <message>
        <source>Requests this hour</source>
        <translation>本小时请求数</translation>
    </message>
    <message>
        <source>Requests to the node</source>
        <translation>对节点的请求</translation>
    </message>
    <message>
        <source>Reserves</source>
        <translation>储备</translation>
    </message>
    <message>
        <source>Reset the view	R</source>
        <translation>重置视图	R</translation>
    </message>
    <message>
        <source>Reset this page</source>
        <translation>重置本页</translation>
    </message>
    <message>
        <source>Reset this workspace's layout</source>
        <translation>重置当前工作区布局</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Results first in, first out, in SOL, with fees where the venue tells them; what came by transfer has no cost and no result.</source>
        <translation>盈亏按先进先出，以 SOL 计，平台给出手续费时含手续费；转账得到的币没有成本也没有盈亏。</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>收益</translation>
    </message>
    <message>
        <source>Return, %1 s</source>
        <translation>收益，%1 秒</translation>
    </message>
    <message>
        <source>Return, entered %1 s later</source>
        <translation>收益，%1 秒后入场</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Right by the truth</source>
        <translation>与真实情况相符</translation>
    </message>
    <message>
        <source>Right is an alert after which the price halved within ten minutes. A rule that speaks of something else is not wrong for it.</source>
        <translation>其后十分钟内价格腰斩的提醒算对。讲别的事的规则并不因此算错。</translation>
    </message>
    <message>
        <source>Right is what you judged to be true</source>
        <translation>你评判为对的算对</translation>
    </message>
    <message>
        <source>Rows refused</source>
        <translation>被拒的行</translation>
    </message>
    <message>
        <source>Rows that wait for the disk; the engine waits before any is lost.</source>
        <translation>等待写入磁盘的行；丢失之前引擎会先等待。</translation>
    </message>
    <message>
        <source>Rug risk</source>
        <translation>跑路风险</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rule %1 v%2: %3
Value: %4</source>
        <translation>规则 %1 v%2：%3
数值：%4</translation>
    </message>
    <message>
        <source>Rule (version %1): %2</source>
        <translation>规则（版本 %1）：%2</translation>
    </message>
    <message>
        <source>Rule bench</source>
        <translation>规则工作台</translation>
    </message>
    <message>
        <source>Rule bench: write, back-test and arm rules</source>
        <translation>规则工作台：编写、回测并启用规则</translation>
    </message>
    <message>
        <source>Rule or kind</source>
        <translation>规则或种类</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rules (*.toml)</source>
        <translation>规则 (*.toml)</translation>
    </message>
    <message>
        <source>Rules (*.toml);;All files (*)</source>
        <translation>规则 (*.toml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Rules and how right they were</source>
        <translation>各规则有多准</translation>
    </message>
    <message>
        <source>Rules are written as [[rule]].</source>
        <translation>规则写作 [[rule]]。</translation>
    </message>
    <message>
        <source>Rules taken from %1, switched off: %2. Back-test them, then arm them.</source>
        <translation>已从 %1 导入规则（均为关闭状态）：%2 条。请先回测，再启用。</translation>
    </message>
    <message>
        <source>Rules that raise alerts now.</source>
        <translation>当前会发出提醒的规则。</translation>
    </message>
    <message>
        <source>Rules: yours, those of the program, lines on charts</source>
        <translation>规则：您的、内置的、图表上的线</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run the back-test</source>
        <translation>运行回测</translation>
    </message>
    <message>
        <source>Run the rule over a recording to see what it would have told you, and what came of it.</source>
        <translation>用记录运行此规则，看它本会告诉您什么、结果如何。</translation>
    </message>
    <message>
        <source>Run to the next alert</source>
        <translation>播放到下个提醒</translation>
    </message>
    <message>
        <source>Run to the next flag</source>
        <translation>播放到下个标记</translation>
    </message>
    <message>
        <source>Running: %1</source>
        <translation>运行中：%1</translation>
    </message>
    <message>
        <source>Running: %1 events</source>
        <translation>运行中：%1 个事件</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>SIMULATED – not connected</source>
        <translation>模拟 – 未连接</translation>
    </message>
    <message>
        <source>SIMULATED. The recording ends in the middle of a line, which was dropped</source>
        <translation>模拟。录像在一行中间结束，该行已丢弃</translation>
    </message>
    <message>
        <source>SOL</source>
        <translation>SOL</translation>
    </message>
    <message>
        <source>SOL $%1</source>
        <translation>SOL $%1</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>稳健</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>同名币</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save a picture of the chart</source>
        <translation>保存图表图片</translation>
    </message>
    <message>
        <source>Save a picture of the chart (Ctrl+S), copy it (Ctrl+Shift+S)</source>
        <translation>保存图表图片 (Ctrl+S)，复制 (Ctrl+Shift+S)</translation>
    </message>
    <message>
        <source>Save and arm</source>
        <translation>保存并启用</translation>
    </message>
    <message>
        <source>Save as new</source>
        <translation>另存为新筛选</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Save picture…	Ctrl+S</source>
        <translation>保存图片…	Ctrl+S</translation>
    </message>
    <message>
        <source>Save, off</source>
        <translation>保存（关闭）</translation>
    </message>
    <message>
        <source>Say "each" behind the amount: it is what each of them has to move in order to count.</source>
        <translation>请在数量后写“each”：每一个都要达到该数量才计入。</translation>
    </message>
    <message>
        <source>Say alerts outside of the window</source>
        <translation>在窗口之外发出提醒</translation>
    </message>
    <message>
        <source>Say something</source>
        <translation>试说一句</translation>
    </message>
    <message>
        <source>Say what of the cluster</source>
        <translation>请说明是钱包群的什么</translation>
    </message>
    <message>
        <source>Says nothing of this coin for an hour</source>
        <translation>一小时内不提示该代币</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Scale ▾</source>
        <translation>坐标 ▾</translation>
    </message>
    <message>
        <source>Search by mint address or ticker</source>
        <translation>按合约地址或代号搜索</translation>
    </message>
    <message>
        <source>Search coin, rule or words (Ctrl+F)</source>
        <translation>搜索代币、规则或文字 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search in alerts</source>
        <translation>在提醒中搜索</translation>
    </message>
    <message>
        <source>Seconds from the alert to the entry</source>
        <translation>提醒到入场的秒数</translation>
    </message>
    <message>
        <source>Seconds from the alert to the entry, apart by commas, up to an hour. The entry is the next trade that was available.</source>
        <translation>提醒到入场的秒数，以逗号分隔，最长一小时。入场为其后可成交的下一笔交易。</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>Seen twice, left out</source>
        <translation>重复，已剔除</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>卖出</translation>
    </message>
    <message>
        <source>Sells</source>
        <translation>卖出笔数</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>转出</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>发送测试</translation>
    </message>
    <message>
        <source>Send a test to %1</source>
        <translation>向 %1 发送测试</translation>
    </message>
    <message>
        <source>Send alerts to %1</source>
        <translation>把提醒发到 %1</translation>
    </message>
    <message>
        <source>Sends</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>转出</translation>
    </message>
    <message>
        <source>Sent %1, failed %2, dropped %3, too late %4; %5 waiting, %6 tried again.</source>
        <translation>已发 %1，失败 %2，丢弃 %3，过迟 %4；等待 %5，重试 %6。</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>转出</translation>
    </message>
    <message>
        <source>Sent on by transfer, without a sale</source>
        <translation>通过转账送出，并非卖出</translation>
    </message>
    <message>
        <source>Sent where nobody can move it.</source>
        <translation>转到了无人能动用的地址。</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务方</translation>
    </message>
    <message>
        <source>Service %1</source>
        <translation>服务方 %1</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Share of its coins on which its best follower followed</source>
        <translation>其最佳跟随者跟随的代币比例</translation>
    </message>
    <message>
        <source>Share of its followers that are programs copying it</source>
        <translation>其跟随者中跟单程序的比例</translation>
    </message>
    <message>
        <source>Share of supply of its creator, from trades alone</source>
        <translation>创建者占供应量的比例，仅按成交</translation>
    </message>
    <message>
        <source>Share of supply of the ten largest wallets, pool and curve left out</source>
        <translation>最大十个钱包占供应量的比例，不含池子和联合曲线</translation>
    </message>
    <message>
        <source>Share of supply of the ten largest wallets, pools left out.</source>
        <translation>前十大钱包（不含池子）占供应量的比例。</translation>
    </message>
    <message>
        <source>Share of supply that clusters of linked wallets hold together.</source>
        <translation>关联钱包群合计持有的供应量比例。</translation>
    </message>
    <message>
        <source>Share of supply that the creator holds.</source>
        <translation>创建者持有的供应量比例。</translation>
    </message>
    <message>
        <source>Share of supply unknown</source>
        <translation>占供应量比例未知</translation>
    </message>
    <message>
        <source>Share of the coin's supply that it holds.</source>
        <translation>它持有的代币供应量比例。</translation>
    </message>
    <message>
        <source>Share of the curve that was bought; empty once it graduated</source>
        <translation>联合曲线已买入比例；毕业后为空</translation>
    </message>
    <message>
        <source>Share of the leader's coins</source>
        <translation>占领先者代币的比例</translation>
    </message>
    <message>
        <source>Share of the wallet's coins whose purchase was seen. Below 100% the rest came by transfer or from before the feed, and cost and gain do not cover it.</source>
        <translation>该钱包的币中买入可见的比例。低于 100% 时，其余来自转账或数据源开始之前，成本和盈亏不包含它们。</translation>
    </message>
    <message>
        <source>Share of them that were right; unknown below %1 judged alerts</source>
        <translation>其中对的占比；评判不足 %1 条时未知</translation>
    </message>
    <message>
        <source>Share of what it sold, by proceeds, whose purchase was seen. The rest has no known result and is in no sum.</source>
        <translation>其卖出（按所得）中买入可见的比例。其余盈亏未知，不计入任何合计。</translation>
    </message>
    <message>
        <source>Share that the follower's own activity explains</source>
        <translation>跟随者自身活跃度所能解释的比例</translation>
    </message>
    <message>
        <source>Shift+drag	measure</source>
        <translation>Shift+拖动	测量</translation>
    </message>
    <message>
        <source>Shift+← →	scroll</source>
        <translation>Shift+← →	平移</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show %1 (%2) again</source>
        <translation>重新显示 %1（%2）</translation>
    </message>
    <message>
        <source>Show all %1 again</source>
        <translation>重新显示全部 %1 个</translation>
    </message>
    <message>
        <source>Show all coins in one table</source>
        <translation>在一张表中显示全部代币</translation>
    </message>
    <message>
        <source>Show coins of which one of these figures is not known</source>
        <translation>显示这些数值中有未知项的代币</translation>
    </message>
    <message>
        <source>Show critical alerts large in the window</source>
        <translation>在窗口中以大卡片显示严重提醒</translation>
    </message>
    <message>
        <source>Show drawings</source>
        <translation>显示画线</translation>
    </message>
    <message>
        <source>Show or hide %1</source>
        <translation>显示或隐藏 %1</translation>
    </message>
    <message>
        <source>Show quiet times as flat bars</source>
        <translation>无成交时段显示为平线</translation>
    </message>
    <message>
        <source>Show the bars as a table</source>
        <translation>以表格显示 K 线</translation>
    </message>
    <message>
        <source>Show the blocked coin again</source>
        <translation>重新显示被屏蔽的代币</translation>
    </message>
    <message>
        <source>Show the boards as cards</source>
        <translation>以卡片显示战壕</translation>
    </message>
    <message>
        <source>Show the cluster map</source>
        <translation>显示钱包关系图</translation>
    </message>
    <message>
        <source>Show the crew opened last</source>
        <translation>显示最近打开的团队</translation>
    </message>
    <message>
        <source>Show the largest alone</source>
        <translation>仅显示最大的</translation>
    </message>
    <message>
        <source>Show the tab %1</source>
        <translation>显示“%1”页</translation>
    </message>
    <message>
        <source>Show the wallet opened last</source>
        <translation>显示最近打开的钱包</translation>
    </message>
    <message>
        <source>Show what was known at a moment…</source>
        <translation>查看某一时刻已知的情况…</translation>
    </message>
    <message>
        <source>Show ▾</source>
        <translation>显示 ▾</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Shows all of the map (F)</source>
        <translation>显示整张图 (F)</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Signed and paid for the creation of the coin.</source>
        <translation>签署并支付了该代币的创建。</translation>
    </message>
    <message>
        <source>Silent for</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>Similar past cases</source>
        <translation>类似历史案例</translation>
    </message>
    <message>
        <source>Similar past cases: %1 other coins in this session</source>
        <translation>类似历史案例：本次会话中另有 %1 个代币</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Since it was seen first; when it began was not asked or is unknown</source>
        <translation>自首次看到起；其开始时间未查询或未知</translation>
    </message>
    <message>
        <source>Since its first transaction, as a node told</source>
        <translation>自节点所给的第一笔交易起</translation>
    </message>
    <message>
        <source>Since seen</source>
        <translation>首见以来</translation>
    </message>
    <message>
        <source>Since the creation, by the chain's clock</source>
        <translation>自创建起，按链上时间</translation>
    </message>
    <message>
        <source>Since the wallet's first signature, as a node told it</source>
        <translation>自节点所给的该钱包第一个签名起</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>此后</translation>
    </message>
    <message>
        <source>Single rows that the database would not take; the rest was written.</source>
        <translation>数据库不接受的个别行；其余已写入。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>整体大小</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>Slot</translation>
    </message>
    <message>
        <source>Slot +</source>
        <translation>Slot +</translation>
    </message>
    <message>
        <source>Slots behind the creation of its first buy</source>
        <translation>首次买入距创建的 slot 数</translation>
    </message>
    <message>
        <source>Slots behind the leader, median; about 0.4 s each</source>
        <translation>落后领先者的 slot 数，中位数；每个约 0.4 秒</translation>
    </message>
    <message>
        <source>Slots of about 0.4 s behind the creation; +0 is the creation's own slot</source>
        <translation>距创建的 slot 数，每个约 0.4 秒；+0 即创建所在的 slot</translation>
    </message>
    <message>
        <source>Slots until the follower bought</source>
        <translation>跟随者买入前的 slot 数</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>从小到大</translation>
    </message>
    <message>
        <source>Smallest trade shown</source>
        <translation>显示的最小成交</translation>
    </message>
    <message>
        <source>Smart</source>
        <translation>聪明钱</translation>
    </message>
    <message>
        <source>Smart money</source>
        <translation>聪明钱</translation>
    </message>
    <message>
        <source>Sn</source>
        <translation>狙</translation>
    </message>
    <message>
        <source>Sniper</source>
        <translation>狙击手</translation>
    </message>
    <message>
        <source>Snipers</source>
        <translation>狙击手</translation>
    </message>
    <message>
        <source>Snipers hold</source>
        <translation>狙击手持有</translation>
    </message>
    <message>
        <source>So fast and so faithful that it is a program</source>
        <translation>又快又准，只能是程序</translation>
    </message>
    <message>
        <source>Solana RPC (public node, no key)</source>
        <translation>Solana RPC（公共节点，无需密钥）</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>卖出</translation>
    </message>
    <message>
        <source>Some of its trades are missing: the node's allowance did not suffice.</source>
        <translation>缺少其部分交易：节点额度不够。</translation>
    </message>
    <message>
        <source>Somebody takes the liquidity</source>
        <translation>有人撤走流动性</translation>
    </message>
    <message>
        <source>Somebody who acts has to stand here</source>
        <translation>此处应写行动者</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Sorted by %1, largest first</source>
        <translation>按%1排序，从大到小</translation>
    </message>
    <message>
        <source>Sorted by %1, smallest first</source>
        <translation>按%1排序，从小到大</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Sound of rules that name none</source>
        <translation>未指定声音的规则所用声音</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Speak alerts</source>
        <translation>朗读提醒</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed of recordings</source>
        <translation>录像速度</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Stands in every alert: a-z, 0-9, - and _. A rule with the id of a shipped one takes its place.</source>
        <translation>出现在每条提醒中：a-z、0-9、- 和 _。与内置规则同标识者取代它。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Stated</source>
        <translation>声称</translation>
    </message>
    <message>
        <source>Stated %1, happened %2 (n = %3), 95% between %4 and %5.</source>
        <translation>声称 %1，实际 %2 (n = %3)，95% 在 %4 与 %5 之间。</translation>
    </message>
    <message>
        <source>Stated and happened by week</source>
        <translation>每周的声称与实际</translation>
    </message>
    <message>
        <source>Stated confidence against what happened</source>
        <translation>声称的置信度与实际</translation>
    </message>
    <message>
        <source>Stated → happened</source>
        <translation>声称 → 实际</translation>
    </message>
    <message>
        <source>Statements of flags lost on disk</source>
        <translation>在磁盘上丢失的标记陈述</translation>
    </message>
    <message>
        <source>Statements of flags put away to disk</source>
        <translation>已转存磁盘的标记陈述</translation>
    </message>
    <message>
        <source>Steady small sells may be profit taking.</source>
        <translation>持续的小额卖出也可能是止盈。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>阶梯线</translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation>测试步骤</translation>
    </message>
    <message>
        <source>Still: nothing flashes or slides</source>
        <translation>静止：不闪烁、不滑动</translation>
    </message>
    <message>
        <source>Stop and go to the start page</source>
        <translation>停止并回到开始页</translation>
    </message>
    <message>
        <source>Stop the run and stand where it is</source>
        <translation>停止播放并停在当前位置</translation>
    </message>
    <message>
        <source>Stop the run here</source>
        <translation>在此停止</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Store queue</source>
        <translation>存储队列</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>已存储</translation>
    </message>
    <message>
        <source>Stored alerts: %1. Alerts of this session are listed all the same.</source>
        <translation>存储的提醒：%1。本次会话的提醒照常列出。</translation>
    </message>
    <message>
        <source>Stored coins</source>
        <translation>已存储的代币</translation>
    </message>
    <message>
        <source>Stored is what was traded and moved from %1 to %2, as far as the feed showed it.</source>
        <translation>已存 %1 到 %2 的成交与转账，以数据源所见为限。</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Style ▾</source>
        <translation>样式 ▾</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>供应量</translation>
    </message>
    <message>
        <source>T10 %1</source>
        <translation>前十 %1</translation>
    </message>
    <message>
        <source>TLS: certificate refused: %1</source>
        <translation>TLS：证书被拒绝：%1</translation>
    </message>
    <message>
        <source>TLS: certificate refused: it was made for another host</source>
        <translation>TLS：证书被拒绝：它属于另一台主机</translation>
    </message>
    <message>
        <source>TLS: certificate refused: its issuer is not trusted here</source>
        <translation>TLS：证书被拒绝：此处不信任其颁发者</translation>
    </message>
    <message>
        <source>TLS: the host name was not accepted</source>
        <translation>TLS：主机名未被接受</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Tag shown</source>
        <translation>显示的标签</translation>
    </message>
    <message>
        <source>Tagged only</source>
        <translation>仅带标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Take a node with a key, or look up fewer wallets in Settings, Live feed.</source>
        <translation>请用带密钥的节点，或在“设置 › 实时数据源”少查钱包。</translation>
    </message>
    <message>
        <source>Take rules from a file</source>
        <translation>从文件导入规则</translation>
    </message>
    <message>
        <source>Take the rules of another file, switched off</source>
        <translation>导入另一文件的规则（均为关闭）</translation>
    </message>
    <message>
        <source>Take the verdict back</source>
        <translation>收回评判</translation>
    </message>
    <message>
        <source>Takes the last change back (Ctrl+Z)</source>
        <translation>撤销上次更改 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Takes the shortcut away</source>
        <translation>取消该快捷键</translation>
    </message>
    <message>
        <source>Takes the verdict back (U)</source>
        <translation>收回评判 (U)</translation>
    </message>
    <message>
        <source>Taller</source>
        <translation>调高</translation>
    </message>
    <message>
        <source>Tape</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Telegram's own</source>
        <translation>Telegram 自己的地址</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test again. If it stays silent, the node may be behind the chain: choose another one.</source>
        <translation>请重新测试。若仍无消息，节点可能落后于链：请换一个节点。</translation>
    </message>
    <message>
        <source>Test again; if it stays so, choose another node.</source>
        <translation>请重新测试；若依旧如此，请换一个节点。</translation>
    </message>
    <message>
        <source>Test the feed</source>
        <translation>测试数据源</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>备注内容</translation>
    </message>
    <message>
        <source>Text of the rule (TOML)</source>
        <translation>规则文本 (TOML)</translation>
    </message>
    <message>
        <source>That cluster is not among those listed for this coin</source>
        <translation>该关联钱包群不在此代币所列之中</translation>
    </message>
    <message>
        <source>That wallet is not among the holders listed</source>
        <translation>该钱包不在所列持有者之中</translation>
    </message>
    <message>
        <source>The HTTP address must begin with https://, name a host, and carry no key. It was not taken.</source>
        <translation>HTTP 地址须以 https:// 开头，含主机名且不含密钥。未采用。</translation>
    </message>
    <message>
        <source>The address must begin with https://, name a host, and carry no key: write {secret} where the key belongs, or {secret} alone when the whole address is the key.</source>
        <translation>地址须以 https:// 开头、含主机名且不含密钥：密钥处写 {secret}；整个地址就是密钥时只写 {secret}。</translation>
    </message>
    <message>
        <source>The address that Discord gives for the channel.</source>
        <translation>Discord 为频道给出的地址。</translation>
    </message>
    <message>
        <source>The amount of "%1" is said in % of supply, SOL or USD.</source>
        <translation>“%1”的数量以 % of supply、SOL 或 USD 表示。</translation>
    </message>
    <message>
        <source>The amount of "%1" is said in % of supply.</source>
        <translation>“%1”的数量以 % of supply 表示。</translation>
    </message>
    <message>
        <source>The amount of "%1" is said in SOL or USD.</source>
        <translation>“%1”的数量以 SOL 或 USD 表示。</translation>
    </message>
    <message>
        <source>The back-test ended early: %1. Choose another input and run it again.</source>
        <translation>回测提前结束：%1。请另选数据后重新运行。</translation>
    </message>
    <message>
        <source>The beginning of %1 of the first %2 buyers is unknown.</source>
        <translation>前 %2 个买家中有 %1 个起源未知。</translation>
    </message>
    <message>
        <source>The bonding curve or a pool: what lies there has no holder.</source>
        <translation>联合曲线或池子：其中的币没有持有者。</translation>
    </message>
    <message>
        <source>The bookmark was not kept: it needs a name, and the folder of the settings must be writable.</source>
        <translation>书签未保存：需要名称，且设置文件夹必须可写。</translation>
    </message>
    <message>
        <source>The chart has no bars.</source>
        <translation>图表没有 K 线。</translation>
    </message>
    <message>
        <source>The clipboard holds no text. Copy a mint address first.</source>
        <translation>剪贴板里没有文本。请先复制合约地址。</translation>
    </message>
    <message>
        <source>The coin left its curve for a pool</source>
        <translation>该代币已离开联合曲线进入池子</translation>
    </message>
    <message>
        <source>The coins are being put in order…</source>
        <translation>正在为代币排序…</translation>
    </message>
    <message>
        <source>The column's own order</source>
        <translation>本栏默认顺序</translation>
    </message>
    <message>
        <source>The condition is empty; write for example: dev sells.</source>
        <translation>条件为空；例如可写：dev sells。</translation>
    </message>
    <message>
        <source>The condition should end here or go on</source>
        <translation>条件应在此结束或继续</translation>
    </message>
    <message>
        <source>The connection ended: %1.</source>
        <translation>连接已断开：%1。</translation>
    </message>
    <message>
        <source>The creator is unknown: the coin's creation was not seen. It is known for coins that are created while a feed runs.</source>
        <translation>创建者未知：未看到该代币的创建。数据源运行期间创建的代币才知道创建者。</translation>
    </message>
    <message>
        <source>The creator's address</source>
        <translation>创建者地址</translation>
    </message>
    <message>
        <source>The database could not be read to its end: %1. What was read stands below; choose this tab again to try once more.</source>
        <translation>数据库未能读完：%1。已读取的内容见下；再次选择此标签页可重试。</translation>
    </message>
    <message>
        <source>The desktop's</source>
        <translation>桌面自带</translation>
    </message>
    <message>
        <source>The dev and linked wallets sold at least 50% of the peak bag or 2% of supply within 60 s (fast) or 30 min (slow), or dripped out 3% of supply beyond 0.1% a minute.</source>
        <translation>开发者和关联钱包在 60 秒（快）或 30 分钟（慢）内卖出峰值持仓的至少 50% 或供应量的 2%，或以超出每分钟 0.1% 的速度持续出货达供应量的 3%。</translation>
    </message>
    <message>
        <source>The dev and linked wallets sold half of their bag or 2% of supply within half an hour</source>
        <translation>开发者及关联钱包在半小时内卖出了其仓位的一半或供应量的 2%</translation>
    </message>
    <message>
        <source>The dev graduated %1 of %2 seen being created, this one counted%3.
Best peak of any of them: %4.</source>
        <translation>所见该开发者创建 %2，毕业 %1 个，含本币%3。
其中最高峰值：%4。</translation>
    </message>
    <message>
        <source>The dev holds %1 of the whole supply now.</source>
        <translation>开发者现持有总供应量的 %1。</translation>
    </message>
    <message>
        <source>The dev sells</source>
        <translation>开发者卖出</translation>
    </message>
    <message>
        <source>The disk is slow or full. Put the database on a faster one.</source>
        <translation>磁盘太慢或已满。请把数据库放到更快的磁盘。</translation>
    </message>
    <message>
        <source>The drawings could not be kept.</source>
        <translation>画线未能保存。</translation>
    </message>
    <message>
        <source>The drawings of this token could not be read.</source>
        <translation>该代币的画线无法读取。</translation>
    </message>
    <message>
        <source>The engine does not keep up: close other programs, or follow fewer venues.</source>
        <translation>引擎跟不上：请关闭其他程序，或少跟踪几个平台。</translation>
    </message>
    <message>
        <source>The feed gave no block time</source>
        <translation>数据源未给出区块时间</translation>
    </message>
    <message>
        <source>The feed gave no slot</source>
        <translation>数据源未给出 slot</translation>
    </message>
    <message>
        <source>The feed gives no block times yet</source>
        <translation>数据源尚未给出区块时间</translation>
    </message>
    <message>
        <source>The feed told no signature</source>
        <translation>数据源未给出签名</translation>
    </message>
    <message>
        <source>The feed works; it took %1 ms. “Connect live” uses it.</source>
        <translation>数据源可用，用时 %1 毫秒。“连接实时数据”即使用它。</translation>
    </message>
    <message>
        <source>The file has mistakes or no rule; choose one rule on the left.</source>
        <translation>文件有错误或没有规则；请在左侧选择一条规则。</translation>
    </message>
    <message>
        <source>The file is larger than %1 bytes.</source>
        <translation>文件超过 %1 字节。</translation>
    </message>
    <message>
        <source>The file of the key could not be removed.</source>
        <translation>密钥文件无法移除。</translation>
    </message>
    <message>
        <source>The filter needs a name.</source>
        <translation>筛选需要名称。</translation>
    </message>
    <message>
        <source>The first coin seen with this name and ticker; younger ones that look like it: %1.
Coins created before the feed began are not known.</source>
        <translation>最先看到的同名同代号代币；与它相似的较新代币：%1 个。
数据源开始前创建的代币不知道。</translation>
    </message>
    <message>
        <source>The key could not be written: %1.</source>
        <translation>密钥无法写入：%1。</translation>
    </message>
    <message>
        <source>The keyring did not take it: %1. Choose to keep the key for this session only, or in a file that only you can read.</source>
        <translation>钥匙串未接受：%1。请选择仅本次会话保存，或存入只有你能读取的文件。</translation>
    </message>
    <message>
        <source>The kind of a flag has to stand here</source>
        <translation>此处应写标记种类</translation>
    </message>
    <message>
        <source>The layout is locked.</source>
        <translation>布局已锁定。</translation>
    </message>
    <message>
        <source>The linked wallets may belong to somebody else.</source>
        <translation>关联的钱包也可能属于他人。</translation>
    </message>
    <message>
        <source>The name %1 could not be looked up.</source>
        <translation>无法查询域名 %1。</translation>
    </message>
    <message>
        <source>The name and symbol look like those of an earlier coin, or the metadata URI is the same.</source>
        <translation>名称和代号与更早的代币相似，或元数据 URI 相同。</translation>
    </message>
    <message>
        <source>The name is known. Recordings and stored hours work without a feed.</source>
        <translation>域名有效。录制文件和已存储的时段无需数据源即可使用。</translation>
    </message>
    <message>
        <source>The name of a list has 1 to %1 visible characters.</source>
        <translation>名单名称须有 1 至 %1 个可见字符。</translation>
    </message>
    <message>
        <source>The name of a list has 1 to 64 visible characters and no quotes.</source>
        <translation>名单名称须有 1 至 64 个可见字符，且不含引号。</translation>
    </message>
    <message>
        <source>The name of a list has to stand here, in quotes</source>
        <translation>此处应写引号中的名单名称</translation>
    </message>
    <message>
        <source>The newest %1 of %2.</source>
        <translation>%2中最新的 %1 个。</translation>
    </message>
    <message>
        <source>The odds that a launch falls by 90% within its first hour and stays there are 60% or more.</source>
        <translation>发射在首个小时内下跌 90% 且不再回升的概率为 60% 或更高。</translation>
    </message>
    <message>
        <source>The plan of the key may not have it: choose another source, or ask the provider.</source>
        <translation>密钥的套餐可能不含此项：请选择其他数据源，或咨询服务商。</translation>
    </message>
    <message>
        <source>The price of SOL in dollars is unknown: this feed showed no trade against a dollar token</source>
        <translation>SOL 的美元价未知：此数据源没有出现对美元代币的成交</translation>
    </message>
    <message>
        <source>The purchase of %1 of the coins sold is stored</source>
        <translation>卖出代币中 %1 的买入已存储</translation>
    </message>
    <message>
        <source>The purchase of %1 of the coins sold was seen</source>
        <translation>卖出的币中 %1 买入可见</translation>
    </message>
    <message>
        <source>The quote that begins here does not end.</source>
        <translation>此处开始的引号没有结束。</translation>
    </message>
    <message>
        <source>The recording ends in the middle of a line, which was dropped</source>
        <translation>录像在一行中间结束，该行已丢弃</translation>
    </message>
    <message>
        <source>The recording has ended; everything stays on the screen.</source>
        <translation>录像已播放完毕；画面保持不变。</translation>
    </message>
    <message>
        <source>The recording is not installed</source>
        <translation>录像未安装</translation>
    </message>
    <message>
        <source>The rest of the file is armed as it says (%1); mend the file and save it.</source>
        <translation>文件其余部分按其设置生效（%1）；请修正文件并保存。</translation>
    </message>
    <message>
        <source>The rule has mistakes: mend them below it, then run it.</source>
        <translation>规则有错误：请在下方修正后再运行。</translation>
    </message>
    <message>
        <source>The rule has no "%1".</source>
        <translation>规则缺少“%1”。</translation>
    </message>
    <message>
        <source>The rule has no condition: add one.</source>
        <translation>规则没有条件：请添加一个。</translation>
    </message>
    <message>
        <source>The rule in blocks</source>
        <translation>积木形式的规则</translation>
    </message>
    <message>
        <source>The same as a list: clusters, their wallets, their links</source>
        <translation>同样内容的列表：关联钱包群、其钱包、其关联</translation>
    </message>
    <message>
        <source>The saved workspaces could not be read; the standard ones are shown. The file was set aside as %1.</source>
        <translation>保存的工作区无法读取；显示的是标准工作区。原文件已另存为 %1。</translation>
    </message>
    <message>
        <source>The scope names no coin.</source>
        <translation>scope 没有列出代币。</translation>
    </message>
    <message>
        <source>The server answers and may be trusted.</source>
        <translation>服务器有应答且可信任。</translation>
    </message>
    <message>
        <source>The server answers, and no key was sent to it.</source>
        <translation>服务器有应答，且未向其发送密钥。</translation>
    </message>
    <message>
        <source>The server did not answer the handshake in time.</source>
        <translation>服务器未及时应答握手。</translation>
    </message>
    <message>
        <source>The server does not answer to encryption.</source>
        <translation>服务器不应答加密。</translation>
    </message>
    <message>
        <source>The server refuses the key, or misses one: %1.</source>
        <translation>服务器拒绝该密钥，或需要密钥：%1。</translation>
    </message>
    <message>
        <source>The server refuses the subscription: %1.</source>
        <translation>服务器拒绝订阅：%1。</translation>
    </message>
    <message>
        <source>The server takes no more connections or requests now: %1.</source>
        <translation>服务器暂不接受更多连接或请求：%1。</translation>
    </message>
    <message>
        <source>The settings cannot be used: %1.</source>
        <translation>设置无法使用：%1。</translation>
    </message>
    <message>
        <source>The silence after an alert is a whole number with its unit, such as 10m, up to 7d.</source>
        <translation>提醒后的静默为带单位的整数，如 10m，最长 7d。</translation>
    </message>
    <message>
        <source>The table stands still while the pointer is over it. Click to let the new rows in.</source>
        <translation>指针停在表格上时表格静止。点击放入新行。</translation>
    </message>
    <message>
        <source>The ten largest holders by entity came to hold more, or less, than 20% or 50% of supply.</source>
        <translation>按实体计最大的十个持有者所持比例升破或跌破供应量的 20% 或 50%。</translation>
    </message>
    <message>
        <source>The text has mistakes; the blocks show what it said before. Mend it, or undo (Ctrl+Z).</source>
        <translation>文本有错误；积木显示的是之前的内容。请修正，或撤销 (Ctrl+Z)。</translation>
    </message>
    <message>
        <source>The tickets differ by %1%.</source>
        <translation>各笔金额相差 %1%。</translation>
    </message>
    <message>
        <source>The trades of this candle left memory; open the recording again to see them.</source>
        <translation>这根 K 线的成交已移出内存；重新打开录像可以看到。</translation>
    </message>
    <message>
        <source>The unit of a time has to stand here</source>
        <translation>此处应写时间单位</translation>
    </message>
    <message>
        <source>The voice of this system does not answer.</source>
        <translation>系统语音没有响应。</translation>
    </message>
    <message>
        <source>The wallet closed at least 10 coins in 30 days, held for at least 60 s in the median, with a return that is above zero and above all wallets' with 95% probability after shrinkage.</source>
        <translation>该钱包在 30 天内平仓至少 10 个代币，持有时间中位数至少 60 秒，收缩后以 95% 的概率收益高于零且高于所有钱包。</translation>
    </message>
    <message>
        <source>The wallets may belong to different people who act alike.</source>
        <translation>这些钱包也可能属于行为相似的不同的人。</translation>
    </message>
    <message>
        <source>The websocket address must begin with wss:// (or https:// for gRPC), name a host, and carry no key. It was not taken.</source>
        <translation>WebSocket 地址须以 wss://（gRPC 为 https://）开头，含主机名且不含密钥。未采用。</translation>
    </message>
    <message>
        <source>The whole supply at the last price: %1 %2, %3 at the price of SOL that the feed itself shows</source>
        <translation>全部供应量按最新价：%1 %2，按数据源所示 SOL 价为 %3</translation>
    </message>
    <message>
        <source>The workspaces could not be kept: %1. They stay as they are until the program ends.</source>
        <translation>工作区未能保存：%1。程序结束前保持现状。</translation>
    </message>
    <message>
        <source>The youngest slot of any trade.</source>
        <translation>所有交易中最新的 slot。</translation>
    </message>
    <message>
        <source>There are %1 filters, which is the most. Delete one first.</source>
        <translation>已有 %1 个筛选，达到上限。请先删除一个。</translation>
    </message>
    <message>
        <source>There are %1 workspaces already; remove one first.</source>
        <translation>已有 %1 个工作区；请先移除一个。</translation>
    </message>
    <message>
        <source>There is a rule "%1" already.</source>
        <translation>规则“%1”已存在。</translation>
    </message>
    <message>
        <source>There is no history: what passes during an outage is lost.</source>
        <translation>没有历史：中断期间的内容会丢失。</translation>
    </message>
    <message>
        <source>There is no list "%1".</source>
        <translation>没有名单“%1”。</translation>
    </message>
    <message>
        <source>There is no list "%1"; did you mean "%2"?</source>
        <translation>没有名单“%1”；是否指“%2”？</translation>
    </message>
    <message>
        <source>There is no list yet: give a coin a group in the watchlist first.</source>
        <translation>还没有名单：请先在关注列表中为代币设置分组。</translation>
    </message>
    <message>
        <source>There is no websocket at this address: %1.</source>
        <translation>此地址没有 websocket：%1。</translation>
    </message>
    <message>
        <source>There is not enough in curve or pool to take all of it</source>
        <translation>联合曲线或池子里的资金不足以全部接走</translation>
    </message>
    <message>
        <source>There is nothing to do again</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>These</source>
        <translation>指定代币</translation>
    </message>
    <message>
        <source>They are read again when somebody looks.</source>
        <translation>有人查看时会重新读取。</translation>
    </message>
    <message>
        <source>They come back when they trade or are looked at; results are the same.</source>
        <translation>有交易或被查看时会取回；结果相同。</translation>
    </message>
    <message>
        <source>They go to</source>
        <translation>发往</translation>
    </message>
    <message>
        <source>They may belong together all the same.</source>
        <translation>它们仍可能属于同一控制人。</translation>
    </message>
    <message>
        <source>This alert tells a fact of the chain; no rule had to judge it.</source>
        <translation>该提醒陈述的是链上事实，无需规则判断。</translation>
    </message>
    <message>
        <source>This build has no sounds of its own (Qt Multimedia was not there); the desktop's sound works.</source>
        <translation>此版本没有自带声音（构建时缺少 Qt Multimedia）；桌面声音可用。</translation>
    </message>
    <message>
        <source>This build has no such source.</source>
        <translation>此版本不含该数据源。</translation>
    </message>
    <message>
        <source>This computer has no sound output now.</source>
        <translation>此电脑目前没有音频输出。</translation>
    </message>
    <message>
        <source>This feed shows no transfers</source>
        <translation>此数据源不含转账</translation>
    </message>
    <message>
        <source>This feed shows no transfers, so rats cannot be seen on it.</source>
        <translation>此数据源不含转账，因此看不到老鼠仓。</translation>
    </message>
    <message>
        <source>This file holds no workspace of Cabalscope.</source>
        <translation>该文件不含 Cabalscope 的工作区。</translation>
    </message>
    <message>
        <source>This is no TOML: %1.</source>
        <translation>这不是 TOML：%1。</translation>
    </message>
    <message>
        <source>This is the new rule that you had begun. Arm or save it, or revert it to begin anew.</source>
        <translation>这是您先前开始的新规则。可启用或保存，也可还原后重新开始。</translation>
    </message>
    <message>
        <source>This line is drawn but not armed: the coin's prices are in a unit that rules do not know, or there are more than %1 lines.</source>
        <translation>此线已画出但未启用：该代币的价格单位不为规则所识，或线条已超过 %1 条。</translation>
    </message>
    <message>
        <source>This mint is not known yet, it is not among what was seen in this session (%1). It opens by itself when its first trade arrives.</source>
        <translation>尚不认识该合约：不在本次会话所见之中（%1）。第一笔成交到达时会自动打开。</translation>
    </message>
    <message>
        <source>This program reads files of format 1 only.</source>
        <translation>本程序只能读取格式 1 的文件。</translation>
    </message>
    <message>
        <source>This rule</source>
        <translation>此规则</translation>
    </message>
    <message>
        <source>This rule is a line on a chart: move or remove it there. It can be back-tested here.</source>
        <translation>此规则是图表上的一条线：请在图表上移动或移除。可在此回测。</translation>
    </message>
    <message>
        <source>This session keeps no trades, so what is stored is not shown beside it.</source>
        <translation>此会话不保存交易，因此不同时显示已存储的历史。</translation>
    </message>
    <message>
        <source>This source needs a key.</source>
        <translation>此数据源需要密钥。</translation>
    </message>
    <message>
        <source>This statement keeps no transaction.</source>
        <translation>此结论未保留交易。</translation>
    </message>
    <message>
        <source>This wallet is in no cluster any more: what linked it does not hold.</source>
        <translation>该钱包已不属于任何关联钱包群：原来的关联不再成立。</translation>
    </message>
    <message>
        <source>This wallet was not seen in this session. Its page fills with its first trade or transfer.</source>
        <translation>本次会话没有看到该钱包。第一笔成交或转账到来时页面会填充。</translation>
    </message>
    <message>
        <source>This wallet was not seen in this session. What is stored of it stands below.</source>
        <translation>本次会话未见到此钱包。已存储的记录见下。</translation>
    </message>
    <message>
        <source>This window has no rules of its own.</source>
        <translation>此窗口没有自己的规则。</translation>
    </message>
    <message>
        <source>Those I watch</source>
        <translation>我关注的</translation>
    </message>
    <message>
        <source>Those stay unknown. Some nodes keep too little history: another one may answer.</source>
        <translation>它们仍未知。有的节点保留的历史太少：换一个也许能答。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Time UTC</source>
        <translation>时间 UTC</translation>
    </message>
    <message>
        <source>Time of the chain, UTC, with or without a date; Enter jumps there</source>
        <translation>链上时间 UTC，可带日期；回车跳转</translation>
    </message>
    <message>
        <source>Time of the newest block seen: %1</source>
        <translation>所见最新区块的时间：%1</translation>
    </message>
    <message>
        <source>Time since its creation, else since its first trade seen.</source>
        <translation>自创建以来的时间，否则自首笔所见交易以来。</translation>
    </message>
    <message>
        <source>Time since the wallet was first seen.</source>
        <translation>自首次见到该钱包以来的时间。</translation>
    </message>
    <message>
        <source>Time the map is looked at</source>
        <translation>查看图的时间</translation>
    </message>
    <message>
        <source>Time, such as 90s, 5m, 2h</source>
        <translation>时间，如 90s、5m、2h</translation>
    </message>
    <message>
        <source>Times the connection was lost and came back.</source>
        <translation>连接断开又恢复的次数。</translation>
    </message>
    <message>
        <source>Times the node said that it was asked too much.</source>
        <translation>节点表示请求过多的次数。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>代币</translation>
    </message>
    <message>
        <source>Token: %1</source>
        <translation>代币：%1</translation>
    </message>
    <message>
        <source>Too few verdicts yet to say how often it is right.</source>
        <translation>评判还太少，说不出它多常是对的。</translation>
    </message>
    <message>
        <source>Too old to tell</source>
        <translation>太旧而不提醒</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Top 10</source>
        <translation>前十</translation>
    </message>
    <message>
        <source>Top 10 by entity</source>
        <translation>前十实体</translation>
    </message>
    <message>
        <source>Top 10 hold</source>
        <translation>前十持有</translation>
    </message>
    <message>
        <source>Top 10 hold %1, dev holds %2</source>
        <translation>前十持有 %1，开发者持有 %2</translation>
    </message>
    <message>
        <source>Tracked</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Traded %1 times within ten minutes.</source>
        <translation>十分钟内交易 %1 次。</translation>
    </message>
    <message>
        <source>Traded with itself or within its cluster.</source>
        <translation>与自己或所属群内成员对敲。</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Trades and their signatures need a funded key; only launches and migrations are visible.</source>
        <translation>交易及其签名需要已充值的密钥；只能看到发射和迁移。</translation>
    </message>
    <message>
        <source>Trades are not being saved: %1. The screen stays live. Free disk space or choose another database.</source>
        <translation>成交未能保存：%1。画面仍是实时的。请释放磁盘空间或换一个数据库。</translation>
    </message>
    <message>
        <source>Trades kept on this machine</source>
        <translation>保存在本机的成交</translation>
    </message>
    <message>
        <source>Trades per second</source>
        <translation>每秒成交数</translation>
    </message>
    <message>
        <source>Trades seen.</source>
        <translation>所见交易数。</translation>
    </message>
    <message>
        <source>Trades stored</source>
        <translation>已存成交</translation>
    </message>
    <message>
        <source>Trades that an earlier session had; they are kept once.</source>
        <translation>以前的会话已有的交易；只保存一次。</translation>
    </message>
    <message>
        <source>Trades with itself, and coins from a hand not yet linked, look like skill.</source>
        <translation>与自己交易，或代币来自尚未关联的同一控制人，看起来也像是本事。</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>Transactions kept as proof, at most three of a kind</source>
        <translation>作为证据保留的交易，每类最多三笔</translation>
    </message>
    <message>
        <source>Transactions that show it; open the row to see them</source>
        <translation>能证明它的交易；打开该行查看</translation>
    </message>
    <message>
        <source>Transactions that touch none of the followed programs and addresses are not visible, transfers between wallets among them.</source>
        <translation>看不到未涉及所跟踪程序和地址的交易，包括钱包之间的转账。</translation>
    </message>
    <message>
        <source>Transactions that were missed and fetched over HTTP.</source>
        <translation>漏掉后经 HTTP 补取的交易。</translation>
    </message>
    <message>
        <source>Transactions:</source>
        <translation>交易：</translation>
    </message>
    <message>
        <source>Transfers between wallets are not visible.</source>
        <translation>看不到钱包之间的转账。</translation>
    </message>
    <message>
        <source>Trend line	Alt+T</source>
        <translation>趋势线	Alt+T</translation>
    </message>
    <message>
        <source>True</source>
        <translation>对</translation>
    </message>
    <message>
        <source>True events found</source>
        <translation>找到的真实事件</translation>
    </message>
    <message>
        <source>Truth (*.json);;All files (*)</source>
        <translation>真实情况 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Truth…</source>
        <translation>真实情况…</translation>
    </message>
    <message>
        <source>Twelve minutes of a simulated market with cabals and dumps in it. Works without a network, marked SIMULATED.</source>
        <translation>十二分钟的模拟市场，含关联钱包群和砸盘。无需网络，标为“模拟”。</translation>
    </message>
    <message>
        <source>Two market makers on one coin answer each other too.</source>
        <translation>同一代币上的两个做市商也会互相成交。</translation>
    </message>
    <message>
        <source>Tx</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>Type a name for the crew first</source>
        <translation>请先输入团队名称</translation>
    </message>
    <message>
        <source>Type the key below, press Keep and test again.</source>
        <translation>请在下方输入密钥，按“保存”后重新测试。</translation>
    </message>
    <message>
        <source>US dollars at the present rate</source>
        <translation>美元（按当前汇率）</translation>
    </message>
    <message>
        <source>US dollars, at the present rate</source>
        <translation>美元（按当前汇率）</translation>
    </message>
    <message>
        <source>USD</source>
        <translation>USD</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo	Ctrl+Z</source>
        <translation>撤销	Ctrl+Z</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Unknown when the creation was not seen</source>
        <translation>未看到创建时为未知</translation>
    </message>
    <message>
        <source>Unknown: it holds nothing, or the reserves were not seen</source>
        <translation>未知：它没有持仓，或未看到储备</translation>
    </message>
    <message>
        <source>Unknown: its first SOL was not seen, and no node was asked</source>
        <translation>未知：未看到其第一笔 SOL，也没有查询节点</translation>
    </message>
    <message>
        <source>Unknown: no cluster holds coins, or the reserves were not seen</source>
        <translation>未知：没有关联钱包群持有该币，或未看到储备</translation>
    </message>
    <message>
        <source>Unknown: no node was asked about this wallet yet</source>
        <translation>未知：尚未向节点查询该钱包</translation>
    </message>
    <message>
        <source>Unknown: no trade of the quote asset against dollars was seen</source>
        <translation>未知：没有看到计价币对美元的成交</translation>
    </message>
    <message>
        <source>Unknown: nobody saw who created the coin.</source>
        <translation>未知：没有看到是谁创建了该代币。</translation>
    </message>
    <message>
        <source>Unknown: not enough of this wallet's trades were seen</source>
        <translation>未知：所见该钱包的成交不足</translation>
    </message>
    <message>
        <source>Unknown: the coin's creation was not seen, or the feed gave no slot</source>
        <translation>未知：未看到该代币的创建，或数据源未给出 slot</translation>
    </message>
    <message>
        <source>Unknown: the coin's creation was not seen, so earlier trades are missing</source>
        <translation>未知：未看到该代币的创建，缺少更早的成交</translation>
    </message>
    <message>
        <source>Unknown: the coin's creation was not seen, so who came first and who holds what is not known.</source>
        <translation>未知：未看到该代币的创建，因此不知道谁先买入、谁持有多少。</translation>
    </message>
    <message>
        <source>Unknown: the creation of the coin, or what this needs to see, was not in the feed.</source>
        <translation>未知：该代币的创建或判断所需的内容不在数据源中。</translation>
    </message>
    <message>
        <source>Unknown: the event carried no reserves</source>
        <translation>未知：该事件不含储备</translation>
    </message>
    <message>
        <source>Unknown: this feed shows trades and no transfers. Connect a feed of whole transactions to see them.</source>
        <translation>未知：此数据源只有成交没有转账。请连接含完整交易的数据源。</translation>
    </message>
    <message>
        <source>Unlinked wallets bought at least 5 coins within 25 slots behind this one's first buy, beyond chance (q &lt;= 0.01), and again on its next 5 coins (p &lt; 0.05).</source>
        <translation>互不关联的钱包在此钱包首次买入后 25 个 slot 内买入至少 5 个代币，超出偶然（q &lt;= 0.01），且在其后 5 个代币上再次如此（p &lt; 0.05）。</translation>
    </message>
    <message>
        <source>Unlinked wallets that follow beyond chance and did so again</source>
        <translation>超出偶然地跟随并再次如此的非关联钱包</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Unrealised</source>
        <translation>未实现</translation>
    </message>
    <message>
        <source>Unsold</source>
        <translation>未卖出</translation>
    </message>
    <message>
        <source>Users of one service can act alike; look at the transactions.</source>
        <translation>同一服务的用户行为也会相似；请查看交易。</translation>
    </message>
    <message>
        <source>V 1m</source>
        <translation>1m 量</translation>
    </message>
    <message>
        <source>V 5m</source>
        <translation>5m 量</translation>
    </message>
    <message>
        <source>VWAP from</source>
        <translation>VWAP 起于</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Venues that write only self-CPI events (Raydium LaunchLab, Meteora DLMM, DAMM v2 and DBC, Jupiter) are not visible in logs; their transactions are fetched one by one as far as the allowance goes.</source>
        <translation>只写 self-CPI 事件的平台（Raydium LaunchLab、Meteora DLMM、DAMM v2 和 DBC、Jupiter）在日志中不可见；其交易在额度内逐笔获取。</translation>
    </message>
    <message>
        <source>Venues whose trades this feed shows.</source>
        <translation>该数据源显示其交易的平台。</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>评判</translation>
    </message>
    <message>
        <source>Verdicts on this session are not stored: they go when it is closed. Ctrl+Z undoes.</source>
        <translation>本次会话的评判不存储：关闭后即失。Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Version %1 is armed</source>
        <translation>版本 %1 已启用</translation>
    </message>
    <message>
        <source>Vertical line	Alt+V</source>
        <translation>垂直线	Alt+V</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Vol</source>
        <translation>成交量</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>成交量</translation>
    </message>
    <message>
        <source>Volume %1</source>
        <translation>成交量 %1</translation>
    </message>
    <message>
        <source>Volume (SOL)</source>
        <translation>成交量 (SOL)</translation>
    </message>
    <message>
        <source>Volume MA</source>
        <translation>成交量均线</translation>
    </message>
    <message>
        <source>Volume of the last 5 minutes, in quote units</source>
        <translation>最近 5 分钟成交量，以计价币计</translation>
    </message>
    <message>
        <source>Volume of the last minute, in quote units</source>
        <translation>最近 1 分钟成交量，以计价币计</translation>
    </message>
    <message>
        <source>Volume seen so far, in quote units</source>
        <translation>迄今所见成交量，以计价币计</translation>
    </message>
    <message>
        <source>Volume that nobody means</source>
        <translation>刷出来的成交量</translation>
    </message>
    <message>
        <source>Volume, 1 minute</source>
        <translation>1 分钟成交量</translation>
    </message>
    <message>
        <source>Volume, 5 minutes</source>
        <translation>5 分钟成交量</translation>
    </message>
    <message>
        <source>Volume, trades, rushes, buyers and return of 5 s (97% of all points) or 25 s (88%) far above the coin's own past, and the price up by 1.5% or more.</source>
        <translation>5 秒（总分的 97%）或 25 秒（88%）的成交量、交易数、抢购、买家数和涨幅远高于该代币自身过往，且价格上涨 1.5% 或更多。</translation>
    </message>
    <message>
        <source>Wait a minute and test again. Other programs with the same key count too; a larger plan allows more.</source>
        <translation>请稍等一分钟再测试。使用同一密钥的其他程序也计入；更大的套餐允许更多。</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>钱包</translation>
    </message>
    <message>
        <source>Wallet look-ups an hour</source>
        <translation>每小时钱包查询次数</translation>
    </message>
    <message>
        <source>Wallet trades</source>
        <translation>钱包交易</translation>
    </message>
    <message>
        <source>Wallet, crew, locomotives or watchlist</source>
        <translation>钱包、团队、火车头或关注列表</translation>
    </message>
    <message>
        <source>Wallets</source>
        <translation>钱包</translation>
    </message>
    <message>
        <source>Wallets %1</source>
        <translation>钱包 %1</translation>
    </message>
    <message>
        <source>Wallets and crews</source>
        <translation>钱包与团队</translation>
    </message>
    <message>
        <source>Wallets asked about</source>
        <translation>已查询的钱包</translation>
    </message>
    <message>
        <source>Wallets hold at least 5% of supply, or at least 3 wallets 0.1% each, that came from the dev or the creation slot without a purchase, or that a wallet linked to the dev bought, or one that the dev had paid.</source>
        <translation>钱包持有至少 5% 的供应量，或至少 3 个钱包各持有 0.1%，且这些代币未经买入而来自开发者或创建 slot，或由与开发者关联、或由开发者事先打款的钱包买入。</translation>
    </message>
    <message>
        <source>Wallets lost on disk</source>
        <translation>在磁盘上丢失的钱包</translation>
    </message>
    <message>
        <source>Wallets of the cluster</source>
        <translation>关联钱包群的钱包</translation>
    </message>
    <message>
        <source>Wallets of the cluster.</source>
        <translation>钱包群的钱包数。</translation>
    </message>
    <message>
        <source>Wallets of the crew whose first SOL came from there</source>
        <translation>团队中第一笔 SOL 来自那里的钱包</translation>
    </message>
    <message>
        <source>Wallets that are likely one hand on this coin. Empty: no second wallet of its cluster has the coin.</source>
        <translation>在该代币上疑似同一控制人的钱包。为空：其所属群没有第二个钱包持有该币。</translation>
    </message>
    <message>
        <source>Wallets that are likely one hand, by links of at least two families.</source>
        <translation>疑似同一控制人的钱包，由至少两类关联得出。</translation>
    </message>
    <message>
        <source>Wallets that bought.</source>
        <translation>买入过的钱包数。</translation>
    </message>
    <message>
        <source>Wallets that have sold or sent all of their coins too</source>
        <translation>也显示已卖出或转出全部币的钱包</translation>
    </message>
    <message>
        <source>Wallets that hold it, from the trades seen</source>
        <translation>持有它的钱包，按所见成交</translation>
    </message>
    <message>
        <source>Wallets that hold it; unknown unless the creation was seen.</source>
        <translation>持有它的钱包数；未见到创建时未知。</translation>
    </message>
    <message>
        <source>Wallets that others follow</source>
        <translation>被他人跟随的钱包</translation>
    </message>
    <message>
        <source>Wallets with the coin; how many of them bought first in one slot, counted from the creation</source>
        <translation>持有该币的钱包；其中多少个首次买入在同一 slot（从创建算起）</translation>
    </message>
    <message>
        <source>Wallets with this coin / wallets of the cluster over all coins</source>
        <translation>持有此币的钱包 / 该群在所有代币上的钱包</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Wash</source>
        <translation>刷量</translation>
    </message>
    <message>
        <source>Wash trading</source>
        <translation>刷量</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>Watch the bundled recording</source>
        <translation>观看内置录像</translation>
    </message>
    <message>
        <source>Watch this address</source>
        <translation>关注该地址</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>已关注</translation>
    </message>
    <message>
        <source>Watched coin graduates</source>
        <translation>关注代币毕业</translation>
    </message>
    <message>
        <source>Watches meme-coin launches on Solana for cabals, pumps and dumps. It reads public data, needs no key and holds no wallet.</source>
        <translation>监视 Solana 上的 meme 币发行，查找关联钱包群、拉盘和砸盘。只读公开数据，无需密钥，不保管钱包。</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>关注列表</translation>
    </message>
    <message>
        <source>Watchlist and labels</source>
        <translation>关注列表与标注</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>网络钩子</translation>
    </message>
    <message>
        <source>Websocket or gRPC address</source>
        <translation>WebSocket 或 gRPC 地址</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What a cluster holds is said in % of supply.</source>
        <translation>钱包群的持仓以 % of supply 表示。</translation>
    </message>
    <message>
        <source>What a cluster of linked wallets is or holds</source>
        <translation>关联钱包群的情况或持仓</translation>
    </message>
    <message>
        <source>What a detector says</source>
        <translation>检测器的判断</translation>
    </message>
    <message>
        <source>What alerts are called has the characters a-z, 0-9, - and _.</source>
        <translation>提醒名称由 a-z、0-9、- 和 _ 组成。</translation>
    </message>
    <message>
        <source>What alerts of the rule stated, how many you judged to be true, and of how many</source>
        <translation>该规则的提醒声称多少、你评判为对的占多少、共多少条</translation>
    </message>
    <message>
        <source>What argues against it:</source>
        <translation>反面理由：</translation>
    </message>
    <message>
        <source>What arrived in this session.</source>
        <translation>本次会话收到的。</translation>
    </message>
    <message>
        <source>What arrives now is not kept; the screen stays live.</source>
        <translation>现在收到的不保存；屏幕仍实时。</translation>
    </message>
    <message>
        <source>What became of questions about single wallets.</source>
        <translation>单个钱包查询的结果。</translation>
    </message>
    <message>
        <source>What buying so long behind it and selling a minute behind it would have made, mean over the buys that can be measured, without fees and impact</source>
        <translation>落后这么久买入、再落后一分钟卖出可得的收益，按可测量的买入平均，未计手续费和价格影响</translation>
    </message>
    <message>
        <source>What came of the rules</source>
        <translation>规则的结果</translation>
    </message>
    <message>
        <source>What is compared has to stand here</source>
        <translation>此处应写比较对象</translation>
    </message>
    <message>
        <source>What is counted has to stand here</source>
        <translation>此处应写计数对象</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>What is done has to stand here</source>
        <translation>此处应写做了什么</translation>
    </message>
    <message>
        <source>What is idle stays in memory, which grows.</source>
        <translation>闲置的数据留在内存中，内存会增长。</translation>
    </message>
    <message>
        <source>What is more is folded into one notice. The list has every alert.</source>
        <translation>超出的合并为一条通知。列表中有全部提醒。</translation>
    </message>
    <message>
        <source>What is not asked is unknown until the next hour. Raise it in Settings, Live feed.</source>
        <translation>没查的到下一小时前未知。可在“设置 › 实时数据源”提高。</translation>
    </message>
    <message>
        <source>What is shown of the crew</source>
        <translation>团队的显示内容</translation>
    </message>
    <message>
        <source>What is shown of the token</source>
        <translation>代币的显示内容</translation>
    </message>
    <message>
        <source>What is shown of the wallet</source>
        <translation>钱包的显示内容</translation>
    </message>
    <message>
        <source>What is shown was measured before the last change. Run it again.</source>
        <translation>所示结果测于最近更改之前。请重新运行。</translation>
    </message>
    <message>
        <source>What is stored of the wallet, from this session and earlier ones</source>
        <translation>本次及以往会话存储的此钱包记录</translation>
    </message>
    <message>
        <source>What is tested</source>
        <translation>限定什么</translation>
    </message>
    <message>
        <source>What is true of the recordings</source>
        <translation>记录的真实情况</translation>
    </message>
    <message>
        <source>What is wrong, by line and column</source>
        <translation>错误及其行列</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>持有情况</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>What live sessions stored</source>
        <translation>实时会话存储的数据</translation>
    </message>
    <message>
        <source>What prices did</source>
        <translation>按价格走势</translation>
    </message>
    <message>
        <source>What really lies in the curve or pool.</source>
        <translation>曲线或池子中的实际数额。</translation>
    </message>
    <message>
        <source>What seldom happens and mostly matters</source>
        <translation>少见而多半重要的事</translation>
    </message>
    <message>
        <source>What somebody moves, together within a time or at once</source>
        <translation>某人在一段时间内合计或单次转移的数量</translation>
    </message>
    <message>
        <source>What speaks against it</source>
        <translation>对它不利的理由</translation>
    </message>
    <message>
        <source>What the cluster that holds most holds of the whole supply</source>
        <translation>持有最多的关联钱包群占总供应量的比例</translation>
    </message>
    <message>
        <source>What the coin is</source>
        <translation>代币属性</translation>
    </message>
    <message>
        <source>What the coin is: its address in quotes, or</source>
        <translation>代币是什么：引号中的地址，或</translation>
    </message>
    <message>
        <source>What the feeds cannot show</source>
        <translation>数据源看不到的内容</translation>
    </message>
    <message>
        <source>What the flag measures, in its own unit; a share can be written in percent.</source>
        <translation>标记所测的值，按其自身单位；比例可写成百分数。</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>图的显示内容</translation>
    </message>
    <message>
        <source>What the price does when all of it is sold into today's reserves, fees left out</source>
        <translation>按当前储备全部卖出时的价格变化，未计手续费</translation>
    </message>
    <message>
        <source>What the price does when half of it is sold into today's reserves, fees left out</source>
        <translation>按当前储备卖出其一半时的价格变化，未计手续费</translation>
    </message>
    <message>
        <source>What the ten largest wallets hold of the whole supply; curve and pools left out.</source>
        <translation>最大十个钱包占总供应量的比例；不含联合曲线和池子。</translation>
    </message>
    <message>
        <source>What they are run over</source>
        <translation>在什么数据上运行</translation>
    </message>
    <message>
        <source>What this feed cannot show, whatever happens; such figures are unknown.</source>
        <translation>该数据源无论如何显示不了的；相应数字未知。</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>What to get out of in time</source>
        <translation>该及时离场的事</translation>
    </message>
    <message>
        <source>What to look at early</source>
        <translation>该尽早去看的事</translation>
    </message>
    <message>
        <source>What was known at a moment</source>
        <translation>某一时刻已知的情况</translation>
    </message>
    <message>
        <source>What was put away came back damaged: their holders are unknown in this session.</source>
        <translation>放出的数据取回时已损坏：本次会话中其持有者未知。</translation>
    </message>
    <message>
        <source>What was put away came back damaged: those flags stand without their proof.</source>
        <translation>转存的数据取回时已损坏：这些标记仍在，但没有证据。</translation>
    </message>
    <message>
        <source>What was put away came back damaged: those wallets begin anew in this session.</source>
        <translation>转存的数据取回时已损坏：这些钱包在本次会话中重新开始。</translation>
    </message>
    <message>
        <source>What was read before stays armed as it is (%1); mend the file and save it.</source>
        <translation>先前读入的内容保持原样继续生效（%1）；请修正文件并保存。</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>What was stated could not be read back from the disk.</source>
        <translation>先前的陈述无法从磁盘读回。</translation>
    </message>
    <message>
        <source>What you hold of it: T true, F false, U takes it back</source>
        <translation>你的评判：T 对，F 不对，U 收回</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>When it counts</source>
        <translation>何时算数</translation>
    </message>
    <message>
        <source>When the event behind the alert was, by the chain</source>
        <translation>提醒背后事件的链上时间</translation>
    </message>
    <message>
        <source>When the wallet was seen first</source>
        <translation>首次看到该钱包的时间</translation>
    </message>
    <message>
        <source>Where one is missing, who sniped within the block is unknown.</source>
        <translation>缺失时，区块内谁是狙击手未知。</translation>
    </message>
    <message>
        <source>Where the key of %1 is kept</source>
        <translation>%1 的密钥存放处</translation>
    </message>
    <message>
        <source>Where the provider tells no transaction index, the order inside a slot is the order of arrival.</source>
        <translation>服务商未给出交易序号时，同一 slot 内的顺序为到达顺序。</translation>
    </message>
    <message>
        <source>Where the true share lies with 95% confidence (Wilson)</source>
        <translation>真实占比的 95% 区间（威尔逊）</translation>
    </message>
    <message>
        <source>Whether it looks like an older coin, or younger ones like it</source>
        <translation>是否与更早的代币相似，或有较新的与它相似</translation>
    </message>
    <message>
        <source>Whether the same cluster or wallet was behind it</source>
        <translation>背后是否为同一关联钱包群或钱包</translation>
    </message>
    <message>
        <source>Whether this feed delivers now.</source>
        <translation>该数据源现在是否在送数据。</translation>
    </message>
    <message>
        <source>Which coin it is</source>
        <translation>是哪个代币</translation>
    </message>
    <message>
        <source>Which coins the rule looks at</source>
        <translation>规则关注哪些代币</translation>
    </message>
    <message>
        <source>Which rules are run</source>
        <translation>运行哪些规则</translation>
    </message>
    <message>
        <source>Which sound</source>
        <translation>哪种声音</translation>
    </message>
    <message>
        <source>Which wallet: its address in quotes, or</source>
        <translation>哪个钱包：引号中的地址，或</translation>
    </message>
    <message>
        <source>Which way</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Which way it crosses</source>
        <translation>穿越的方向</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Who funded it</source>
        <translation>谁给它注资</translation>
    </message>
    <message>
        <source>Who paid for early buyers and what a dev launched before is asked for within this allowance.</source>
        <translation>早期买家由谁付款、开发者以前发过什么，都在此额度内查询。</translation>
    </message>
    <message>
        <source>Who paid for early buyers, what a dev launched before.</source>
        <translation>谁给早期买家注资、开发者以前发过什么币。</translation>
    </message>
    <message>
        <source>Who sent the wallet its first SOL, as far as was seen</source>
        <translation>就所见，谁给该钱包转了第一笔 SOL</translation>
    </message>
    <message>
        <source>Who sold this candle?</source>
        <translation>这根 K 线是谁卖的？</translation>
    </message>
    <message>
        <source>Who sold?</source>
        <translation>谁卖的？</translation>
    </message>
    <message>
        <source>Who traded the candle</source>
        <translation>这根 K 线的交易者</translation>
    </message>
    <message>
        <source>Whole supply at the last price; copied in quote units</source>
        <translation>总供应量按最新价；复制时以计价币计</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Why linked</source>
        <translation>为何关联</translation>
    </message>
    <message>
        <source>Why the alert was wrong; it stays on this machine</source>
        <translation>提醒为何不对；只留在本机</translation>
    </message>
    <message>
        <source>Why you hold it to be false</source>
        <translation>你认为不对的原因</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>胜率</translation>
    </message>
    <message>
        <source>With a sound; a rule may name one of its own</source>
        <translation>播放声音；规则可指定自己的声音</translation>
    </message>
    <message>
        <source>With another id, since yours had theirs: %1.</source>
        <translation>因与您的规则标识相同而改名：%1 条。</translation>
    </message>
    <message>
        <source>With the voice of this system; the sentences are English.</source>
        <translation>使用系统语音；语句为英文。</translation>
    </message>
    <message>
        <source>Withdrawn: the links between these wallets do not count any more.</source>
        <translation>已撤回：这些钱包之间的关联不再成立。</translation>
    </message>
    <message>
        <source>Within what time, such as 90s, 5m, 1h</source>
        <translation>在多长时间内，如 90s、5m、1h</translation>
    </message>
    <message>
        <source>Without a stated confidence: %1.</source>
        <translation>没有给出置信度：%1 条。</translation>
    </message>
    <message>
        <source>Without a verdict</source>
        <translation>未评判</translation>
    </message>
    <message>
        <source>Words in name or ticker</source>
        <translation>名称或代号含</translation>
    </message>
    <message>
        <source>Words that hide a coin</source>
        <translation>含则隐藏</translation>
    </message>
    <message>
        <source>Works with the next connection.</source>
        <translation>下次连接时生效。</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation>工作区 %1</translation>
    </message>
    <message>
        <source>Workspace %1 (Ctrl+%2)</source>
        <translation>工作区 %1 (Ctrl+%2)</translation>
    </message>
    <message>
        <source>Workspaces (*.json)</source>
        <translation>工作区 (*.json)</translation>
    </message>
    <message>
        <source>Workspaces (*.json);;All files (*)</source>
        <translation>工作区 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Write filters to a file</source>
        <translation>将筛选写入文件</translation>
    </message>
    <message>
        <source>Write filters to a file…</source>
        <translation>将筛选写入文件…</translation>
    </message>
    <message>
        <source>Write the rule into your file and leave it off (Ctrl+S)</source>
        <translation>将规则写入您的文件并保持关闭 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Write your rules into a file</source>
        <translation>将您的规则写入文件</translation>
    </message>
    <message>
        <source>Write your rules into a file of their own</source>
        <translation>将您的规则另存为文件</translation>
    </message>
    <message>
        <source>Writes all labels as CSV or JSON</source>
        <translation>将全部标注写成 CSV 或 JSON</translation>
    </message>
    <message>
        <source>Writes the rule into your file and arms it (Ctrl+Enter)</source>
        <translation>将规则写入您的文件并启用 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Writes the selected alerts, or all that are listed</source>
        <translation>写出选中的提醒，或列出的全部</translation>
    </message>
    <message>
        <source>Writes the whole case as JSON</source>
        <translation>将完整案例写成 JSON</translation>
    </message>
    <message>
        <source>Writes the whole case as text</source>
        <translation>将完整案例写成文本</translation>
    </message>
    <message>
        <source>Wrong, because</source>
        <translation>不对，因为</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>Wrote %1, version %2; it is off.</source>
        <translation>已写入 %1，版本 %2；处于关闭状态。</translation>
    </message>
    <message>
        <source>Wrote %1. Its rules are armed as they say.</source>
        <translation>已写入 %1。其中规则按其设置启用。</translation>
    </message>
    <message>
        <source>Yellowstone gRPC</source>
        <translation>Yellowstone gRPC</translation>
    </message>
    <message>
        <source>You have a rule %1 already; give this one another id.</source>
        <translation>您已有规则 %1；请为此规则另取标识。</translation>
    </message>
    <message>
        <source>Your lists of the same name stay as they are.</source>
        <translation>您的同名名单保持不变。</translation>
    </message>
    <message>
        <source>Your name for the crew</source>
        <translation>你给团队起的名字</translation>
    </message>
    <message>
        <source>Your notes on this wallet</source>
        <translation>你对该钱包的备注</translation>
    </message>
    <message>
        <source>Your verdicts</source>
        <translation>按你的评判</translation>
    </message>
    <message>
        <source>Zoom about the last bar</source>
        <translation>以末根 K 线为中心缩放</translation>
    </message>
    <message>
        <source>Zoom about the last bar while following, else the pointer</source>
        <translation>跟随最新时以末根 K 线缩放，否则以指针缩放</translation>
    </message>
    <message>
        <source>Zoom about the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message>
        <source>a block of buys stands in the creation slot</source>
        <translation>创建 slot 内有捆绑买入</translation>
    </message>
    <message>
        <source>a cabal holds a part</source>
        <translation>关联钱包群持有一部分</translation>
    </message>
    <message>
        <source>a cluster</source>
        <translation>一个关联钱包群</translation>
    </message>
    <message>
        <source>a cluster of %1 likely linked wallets</source>
        <translation>一个 %1 个疑似关联钱包的钱包群</translation>
    </message>
    <message>
        <source>a cluster of %1 likely linked wallets, %2 of which have had the coin and %3 have sold, holds %4</source>
        <translation>一个 %1 个疑似关联钱包的钱包群持有%4，其中 %2 个曾持有该代币，%3 个已卖出</translation>
    </message>
    <message>
        <source>a cluster of %1 wallets</source>
        <translation>一个 %1 个钱包的关联钱包群</translation>
    </message>
    <message>
        <source>a cluster sold</source>
        <translation>关联钱包群已卖出</translation>
    </message>
    <message>
        <source>a filter has no name</source>
        <translation>有一个筛选没有名称</translation>
    </message>
    <message>
        <source>a plain number</source>
        <translation>纯数字</translation>
    </message>
    <message>
        <source>a rest is left</source>
        <translation>仍有剩余</translation>
    </message>
    <message>
        <source>a wallet</source>
        <translation>一个钱包</translation>
    </message>
    <message>
        <source>added</source>
        <translation>已加仓</translation>
    </message>
    <message>
        <source>added liquidity</source>
        <translation>添加流动性</translation>
    </message>
    <message>
        <source>adding up who traded from %1 to %2…</source>
        <translation>正在汇总 %1 到 %2 的交易者…</translation>
    </message>
    <message>
        <source>address or ticker</source>
        <translation>地址或代号</translation>
    </message>
    <message>
        <source>addresses, apart by blanks</source>
        <translation>地址，以空格分隔</translation>
    </message>
    <message>
        <source>adds liquidity</source>
        <translation>增加流动性</translation>
    </message>
    <message>
        <source>age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>alert on a wallet's trades</source>
        <translation>钱包交易提醒</translation>
    </message>
    <message>
        <source>alert on trades</source>
        <translation>交易提醒</translation>
    </message>
    <message>
        <source>all alerts</source>
        <translation>全部提醒</translation>
    </message>
    <message>
        <source>all seen</source>
        <translation>所见全部</translation>
    </message>
    <message>
        <source>among the first buyers of the burst</source>
        <translation>爆发的首批买家之一</translation>
    </message>
    <message>
        <source>among the first buyers of the burst, of the cluster %1</source>
        <translation>爆发的首批买家之一，属于关联钱包群 %1</translation>
    </message>
    <message>
        <source>amounts, cash-out (inferred)</source>
        <translation>金额、收益去向（推断）</translation>
    </message>
    <message>
        <source>an earlier launch of this dev ended that way</source>
        <translation>该开发者此前的发射有同样结局</translation>
    </message>
    <message>
        <source>an unknown part</source>
        <translation>未知部分</translation>
    </message>
    <message>
        <source>an unknown share</source>
        <translation>未知比例</translation>
    </message>
    <message>
        <source>anchor</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>and wallet</source>
        <translation>与钱包</translation>
    </message>
    <message>
        <source>any amount</source>
        <translation>任意数量</translation>
    </message>
    <message>
        <source>any wallets</source>
        <translation>任意钱包</translation>
    </message>
    <message>
        <source>anyone</source>
        <translation>任何人</translation>
    </message>
    <message>
        <source>as fast as possible</source>
        <translation>尽可能快</translation>
    </message>
    <message>
        <source>as of slot %1</source>
        <translation>截至 slot %1</translation>
    </message>
    <message>
        <source>as the flag or the id</source>
        <translation>同标记或标识</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>假定</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>bad_value: %1</source>
        <translation>值无效：%1</translation>
    </message>
    <message>
        <source>bar %1 of %2, </source>
        <translation>第 %1 / %2 根， </translation>
    </message>
    <message>
        <source>behind a bracket stands the name of a table</source>
        <translation>括号之后应为表名</translation>
    </message>
    <message>
        <source>being made</source>
        <translation>正在建立</translation>
    </message>
    <message>
        <source>blind to: %1</source>
        <translation>盲区：%1</translation>
    </message>
    <message>
        <source>block</source>
        <translation>屏蔽</translation>
    </message>
    <message>
        <source>block a crew</source>
        <translation>屏蔽团队</translation>
    </message>
    <message>
        <source>block a wallet</source>
        <translation>屏蔽钱包</translation>
    </message>
    <message>
        <source>bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>bought</source>
        <translation>买入</translation>
    </message>
    <message>
        <source>bought %1</source>
        <translation>买入 %1</translation>
    </message>
    <message>
        <source>bought %1 %2 later, %3 expected</source>
        <translation>在 %1 上晚 %2 买入，预期 %3</translation>
    </message>
    <message>
        <source>bought; linked to the dev with %1%</source>
        <translation>买入；与开发者的关联概率为 %1%</translation>
    </message>
    <message>
        <source>burned</source>
        <translation>销毁</translation>
    </message>
    <message>
        <source>burns</source>
        <translation>销毁</translation>
    </message>
    <message>
        <source>buyers</source>
        <translation>买家数</translation>
    </message>
    <message>
        <source>buys</source>
        <translation>买入</translation>
    </message>
    <message>
        <source>buys or sells</source>
        <translation>买入或卖出</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>click a flag to see its transactions, its rule and what argues against it</source>
        <translation>点击标记查看其交易、规则和反面理由</translation>
    </message>
    <message>
        <source>cluster on this coin, %1 wallets</source>
        <translation>该代币上的关联钱包群，%1 个钱包</translation>
    </message>
    <message>
        <source>cluster share</source>
        <translation>钱包群占比</translation>
    </message>
    <message>
        <source>co trading</source>
        <translation>买过相同的币</translation>
    </message>
    <message>
        <source>coin</source>
        <translation>代币</translation>
    </message>
    <message>
        <source>coins bought before</source>
        <translation>买过的代币数</translation>
    </message>
    <message>
        <source>coins created</source>
        <translation>创建的代币数</translation>
    </message>
    <message>
        <source>coins with an unknown figure are hidden</source>
        <translation>数值未知的代币隐藏</translation>
    </message>
    <message>
        <source>coins with an unknown figure pass</source>
        <translation>数值未知的代币放行</translation>
    </message>
    <message>
        <source>colour of %1</source>
        <translation>%1的颜色</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>confidence %1</source>
        <translation>置信度 %1</translation>
    </message>
    <message>
        <source>confidence %1; click for the evidence</source>
        <translation>置信度 %1；点击查看证据</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>仿盘</translation>
    </message>
    <message>
        <source>copy of %1 older</source>
        <translation>仿 %1 个老币</translation>
    </message>
    <message>
        <source>covers %1</source>
        <translation>覆盖 %1</translation>
    </message>
    <message>
        <source>created</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>creates the coin</source>
        <translation>创建代币</translation>
    </message>
    <message>
        <source>creation of the first coin of this %1</source>
        <translation>创建首个使用此%1的代币</translation>
    </message>
    <message>
        <source>creation of this coin</source>
        <translation>创建本代币</translation>
    </message>
    <message>
        <source>crew</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>critical ones alone</source>
        <translation>只发严重的</translation>
    </message>
    <message>
        <source>curve</source>
        <translation>曲线进度</translation>
    </message>
    <message>
        <source>curve progress</source>
        <translation>曲线进度</translation>
    </message>
    <message>
        <source>database: %1</source>
        <translation>数据库：%1</translation>
    </message>
    <message>
        <source>day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>db %1 · trades %2</source>
        <translation>数据库 %1 · 成交 %2</translation>
    </message>
    <message>
        <source>db error</source>
        <translation>数据库错误</translation>
    </message>
    <message>
        <source>desktop notifications</source>
        <translation>桌面通知</translation>
    </message>
    <message>
        <source>dev %1</source>
        <translation>开发者 %1</translation>
    </message>
    <message>
        <source>dev dumped</source>
        <translation>开发者砸盘</translation>
    </message>
    <message>
        <source>dev share</source>
        <translation>开发者占比</translation>
    </message>
    <message>
        <source>deviations</source>
        <translation>标准差倍数</translation>
    </message>
    <message>
        <source>digits	interval: 5m, 30s, 100t</source>
        <translation>数字	周期：5m、30s、100t</translation>
    </message>
    <message>
        <source>drip</source>
        <translation>正在细水长流地出货</translation>
    </message>
    <message>
        <source>drips</source>
        <translation>正在细水长流地出货</translation>
    </message>
    <message>
        <source>drops %1</source>
        <translation>丢弃 %1</translation>
    </message>
    <message>
        <source>each</source>
        <translation>（每个）</translation>
    </message>
    <message>
        <source>earlier trades of a coin could not be read: %1</source>
        <translation>无法读取代币更早的交易：%1</translation>
    </message>
    <message>
        <source>edit of %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>exchange</source>
        <translation>交易所</translation>
    </message>
    <message>
        <source>exchange or service, one stretch of time</source>
        <translation>一段时间内的交易所或服务方</translation>
    </message>
    <message>
        <source>exit synchrony</source>
        <translation>同一 slot 卖出</translation>
    </message>
    <message>
        <source>exited</source>
        <translation>已清仓</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>fall 5m</source>
        <translation>5 分钟跌幅</translation>
    </message>
    <message>
        <source>fall in 5 min</source>
        <translation>5 分钟跌幅</translation>
    </message>
    <message>
        <source>falls under</source>
        <translation>跌破</translation>
    </message>
    <message>
        <source>false</source>
        <translation>不对</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>快线</translation>
    </message>
    <message>
        <source>fell %1</source>
        <translation>下跌 %1</translation>
    </message>
    <message>
        <source>fetching what was missed</source>
        <translation>正在补取遗漏数据</translation>
    </message>
    <message>
        <source>fewer than 10 wallets bought</source>
        <translation>买入的钱包少于 10 个</translation>
    </message>
    <message>
        <source>first %1 of %2</source>
        <translation>前 %1 条，共 %2 条</translation>
    </message>
    <message>
        <source>first SOL came from there</source>
        <translation>第一笔 SOL 来自那里</translation>
    </message>
    <message>
        <source>first SOL from it</source>
        <translation>第一笔 SOL 来自它</translation>
    </message>
    <message>
        <source>first buy</source>
        <translation>首次买入</translation>
    </message>
    <message>
        <source>first buy %1 min after the wallet's first signature, %2 before it</source>
        <translation>钱包首个签名后 %1 分钟首次买入，此前有 %2</translation>
    </message>
    <message>
        <source>first buys in one slot</source>
        <translation>同一 slot 首次买入</translation>
    </message>
    <message>
        <source>first said %1, %2 statements</source>
        <translation>首次提出于 %1，共 %2 次</translation>
    </message>
    <message>
        <source>flag %1 stands with confidence %2</source>
        <translation>标记“%1”成立，置信度 %2</translation>
    </message>
    <message>
        <source>from logs</source>
        <translation>来自日志</translation>
    </message>
    <message>
        <source>from whole transactions</source>
        <translation>来自完整交易</translation>
    </message>
    <message>
        <source>funded by one wallet</source>
        <translation>同一钱包注资</translation>
    </message>
    <message>
        <source>funded by same</source>
        <translation>同一钱包注资</translation>
    </message>
    <message>
        <source>funding</source>
        <translation>资金来源</translation>
    </message>
    <message>
        <source>gRPC: no connection</source>
        <translation>gRPC：没有连接</translation>
    </message>
    <message>
        <source>gRPC: the server ended the stream</source>
        <translation>gRPC：服务器结束了数据流</translation>
    </message>
    <message>
        <source>graduated</source>
        <translation>已毕业</translation>
    </message>
    <message>
        <source>graduated after %1</source>
        <translation>在 %1后毕业</translation>
    </message>
    <message>
        <source>graduates</source>
        <translation>毕业</translation>
    </message>
    <message>
        <source>happened</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>has a condition with an unknown figure or bounds that are none</source>
        <translation>有条件的数值未知或范围无效</translation>
    </message>
    <message>
        <source>has graduated</source>
        <translation>已毕业</translation>
    </message>
    <message>
        <source>has too many conditions</source>
        <translation>条件过多</translation>
    </message>
    <message>
        <source>held</source>
        <translation>已定住</translation>
    </message>
    <message>
        <source>holders</source>
        <translation>持有者数</translation>
    </message>
    <message>
        <source>holding any share</source>
        <translation>持仓不限</translation>
    </message>
    <message>
        <source>holding it: %1 of %2 that had it</source>
        <translation>曾持有的 %2中 %1 个仍持有</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>持仓</translation>
    </message>
    <message>
        <source>holds all</source>
        <translation>未动</translation>
    </message>
    <message>
        <source>holds at least</source>
        <translation>持有至少</translation>
    </message>
    <message>
        <source>holds at most</source>
        <translation>持有至多</translation>
    </message>
    <message>
        <source>holds less than</source>
        <translation>持有少于</translation>
    </message>
    <message>
        <source>holds more than</source>
        <translation>持有超过</translation>
    </message>
    <message>
        <source>holds nothing</source>
        <translation>无持仓</translation>
    </message>
    <message>
        <source>holds words that are none</source>
        <translation>含有无效的词</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>https alone, but for this machine. {secret} stands for the key.</source>
        <translation>只用 https，本机除外。{secret} 代表密钥。</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>import of %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>in one transaction</source>
        <translation>同一笔交易</translation>
    </message>
    <message>
        <source>in the creation slot</source>
        <translation>在创建 slot 内</translation>
    </message>
    <message>
        <source>info</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>infrastructure</source>
        <translation>基础设施</translation>
    </message>
    <message>
        <source>insiders hold a bag they did not buy</source>
        <translation>老鼠仓持有并非买入的代币</translation>
    </message>
    <message>
        <source>intermediary, holds nothing</source>
        <translation>中间钱包，无持仓</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>io: %1</source>
        <translation>读写：%1</translation>
    </message>
    <message>
        <source>is on the list</source>
        <translation>在名单中</translation>
    </message>
    <message>
        <source>is said first</source>
        <translation>首次出现</translation>
    </message>
    <message>
        <source>is the one with the address</source>
        <translation>是此地址的代币</translation>
    </message>
    <message>
        <source>is watched</source>
        <translation>被关注</translation>
    </message>
    <message>
        <source>is withdrawn</source>
        <translation>被撤回</translation>
    </message>
    <message>
        <source>it graduated</source>
        <translation>它已毕业</translation>
    </message>
    <message>
        <source>it has graduated</source>
        <translation>已毕业</translation>
    </message>
    <message>
        <source>it is no JSON: %1</source>
        <translation>不是 JSON：%1</translation>
    </message>
    <message>
        <source>it is no file of board filters</source>
        <translation>不是战壕筛选文件</translation>
    </message>
    <message>
        <source>its creation was not seen</source>
        <translation>未看到其创建</translation>
    </message>
    <message>
        <source>its creation was not seen, so earlier buyers are missing</source>
        <translation>未看到其创建，缺少更早的买家</translation>
    </message>
    <message>
        <source>its curve has a floor above a tenth of this peak</source>
        <translation>其曲线的底价高于该峰值的十分之一</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>延迟 %1</translation>
    </message>
    <message>
        <source>lag unknown</source>
        <translation>延迟未知</translation>
    </message>
    <message>
        <source>last %1 of %2</source>
        <translation>最近 %1 / %2</translation>
    </message>
    <message>
        <source>later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>left the curve</source>
        <translation>离开曲线</translation>
    </message>
    <message>
        <source>leg of a position that ended as it began</source>
        <translation>持仓进出相抵的一笔交易</translation>
    </message>
    <message>
        <source>less</source>
        <translation>低于</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>like amounts</source>
        <translation>金额相近</translation>
    </message>
    <message>
        <source>link of %1</source>
        <translation>关联概率 %1</translation>
    </message>
    <message>
        <source>liquidity</source>
        <translation>流动性</translation>
    </message>
    <message>
        <source>liquidity put back</source>
        <translation>流动性已放回</translation>
    </message>
    <message>
        <source>liquidity was removed</source>
        <translation>流动性已被撤走</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>log off: 0</source>
        <translation>对数停用：有 0</translation>
    </message>
    <message>
        <source>looking for what was stored of this time</source>
        <translation>正在查找这段时间存储的内容</translation>
    </message>
    <message>
        <source>manual </source>
        <translation>手动 </translation>
    </message>
    <message>
        <source>market cap</source>
        <translation>市值</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最快</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>中位数 %1</translation>
    </message>
    <message>
        <source>members</source>
        <translation>成员数</translation>
    </message>
    <message>
        <source>messages of the tray</source>
        <translation>托盘消息</translation>
    </message>
    <message>
        <source>metadata URI</source>
        <translation>元数据 URI</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>minted</source>
        <translation>增发</translation>
    </message>
    <message>
        <source>mints</source>
        <translation>增发</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>more</source>
        <translation>更久</translation>
    </message>
    <message>
        <source>more</source>
        <comment>than a share</comment>
        <translation>高于</translation>
    </message>
    <message>
        <source>more sells than buys</source>
        <translation>卖出多于买入</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>超过 %1</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>n=%1</source>
        <translation>n=%1</translation>
    </message>
    <message>
        <source>n=%1, too few for a range</source>
        <translation>n=%1，样本太少</translation>
    </message>
    <message>
        <source>name a crew</source>
        <translation>命名团队</translation>
    </message>
    <message>
        <source>name and symbol</source>
        <translation>名称和代号</translation>
    </message>
    <message>
        <source>name crew %1</source>
        <translation>命名团队 %1</translation>
    </message>
    <message>
        <source>name has none of: %1</source>
        <translation>名称均不含：%1</translation>
    </message>
    <message>
        <source>name has one of: %1</source>
        <translation>名称含其一：%1</translation>
    </message>
    <message>
        <source>name or metadata copy an earlier coin</source>
        <translation>名称或元数据抄自更早的代币</translation>
    </message>
    <message>
        <source>name, symbol and metadata URI</source>
        <translation>名称、代号和元数据 URI</translation>
    </message>
    <message>
        <source>needs attention: %1</source>
        <translation>需要注意：%1</translation>
    </message>
    <message>
        <source>network: %1</source>
        <translation>网络：%1</translation>
    </message>
    <message>
        <source>new, in no file yet</source>
        <translation>新规则，尚未写入文件</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no alert in this input</source>
        <translation>此数据中没有提醒</translation>
    </message>
    <message>
        <source>no alert on a wallet's trades</source>
        <translation>取消钱包交易提醒</translation>
    </message>
    <message>
        <source>no alert on trades</source>
        <translation>取消交易提醒</translation>
    </message>
    <message>
        <source>no cluster</source>
        <translation>无关联钱包群</translation>
    </message>
    <message>
        <source>no feed</source>
        <translation>无数据源</translation>
    </message>
    <message>
        <source>no message for %1 ms</source>
        <translation>%1 毫秒内没有消息</translation>
    </message>
    <message>
        <source>no notification service: alerts show in the window</source>
        <translation>没有通知服务：提醒显示在窗口中</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>未给出原因</translation>
    </message>
    <message>
        <source>no session bus: alerts show in the window</source>
        <translation>没有会话总线：提醒显示在窗口中</translation>
    </message>
    <message>
        <source>no trade of this mint was seen in this session</source>
        <translation>本次会话中没有看到该合约的成交</translation>
    </message>
    <message>
        <source>no trade of this time is stored</source>
        <translation>没有存储这段时间的交易</translation>
    </message>
    <message>
        <source>no trade was seen yet</source>
        <translation>尚未看到成交</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none could be judged</source>
        <translation>没有可判断的</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>未发现</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>均不含</translation>
    </message>
    <message>
        <source>not</source>
        <translation>非</translation>
    </message>
    <message>
        <source>not all trades since its creation were seen</source>
        <translation>创建以来的成交未全部看到</translation>
    </message>
    <message>
        <source>not decoded %1</source>
        <translation>未解码 %1</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>不在此币</translation>
    </message>
    <message>
        <source>not not</source>
        <translation>非非</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>尚未看到</translation>
    </message>
    <message>
        <source>not shown, not written to any log</source>
        <translation>不显示，也不写入任何日志</translation>
    </message>
    <message>
        <source>not sold</source>
        <translation>未卖出</translation>
    </message>
    <message>
        <source>not visible</source>
        <translation>看不到</translation>
    </message>
    <message>
        <source>not: %1</source>
        <translation>并非：%1</translation>
    </message>
    <message>
        <source>note on a wallet</source>
        <translation>钱包备注</translation>
    </message>
    <message>
        <source>note, Enter to keep</source>
        <translation>备注，回车保存</translation>
    </message>
    <message>
        <source>nothing is left</source>
        <translation>已无剩余</translation>
    </message>
    <message>
        <source>nothing needs attention</source>
        <translation>没有需要注意的</translation>
    </message>
    <message>
        <source>nothing seen</source>
        <translation>未看到</translation>
    </message>
    <message>
        <source>nothing seen that most launches of this kind do not show</source>
        <translation>未见与多数同类发射不同之处</translation>
    </message>
    <message>
        <source>nothing was seen</source>
        <translation>未看到任何动静</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>number %1 among the coins of this URI</source>
        <translation>同 URI 代币中的第 %1 个</translation>
    </message>
    <message>
        <source>number %1 among the coins of this name</source>
        <translation>同名代币中的第 %1 个</translation>
    </message>
    <message>
        <source>of a simulated market</source>
        <translation>来自模拟市场</translation>
    </message>
    <message>
        <source>of this replay</source>
        <translation>来自本次回放</translation>
    </message>
    <message>
        <source>on its curve</source>
        <translation>在联合曲线中</translation>
    </message>
    <message>
        <source>on the curve</source>
        <translation>联合曲线中</translation>
    </message>
    <message>
        <source>one cluster</source>
        <translation>同一钱包群</translation>
    </message>
    <message>
        <source>one of these, apart by commas</source>
        <translation>其中之一，用逗号分隔</translation>
    </message>
    <message>
        <source>one or more wallets</source>
        <translation>一个或多个钱包</translation>
    </message>
    <message>
        <source>one sent to the other</source>
        <translation>一方转给另一方</translation>
    </message>
    <message>
        <source>one trade</source>
        <translation>以一笔交易</translation>
    </message>
    <message>
        <source>one wallet</source>
        <translation>单个钱包</translation>
    </message>
    <message>
        <source>open in ▾</source>
        <translation>外部打开 ▾</translation>
    </message>
    <message>
        <source>opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>or more of</source>
        <translation>个以上的</translation>
    </message>
    <message>
        <source>original of %1</source>
        <translation>%1 个的原版</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>paid its first SOL</source>
        <translation>付了其第一笔 SOL</translation>
    </message>
    <message>
        <source>part of it</source>
        <translation>其中一部分</translation>
    </message>
    <message>
        <source>part sold</source>
        <translation>部分卖出</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>无单位</translation>
    </message>
    <message>
        <source>playing</source>
        <translation>播放中</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>price %1% below its peak</source>
        <translation>价格低于峰值 %1%</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>proceeds to one wallet</source>
        <translation>收益汇入同一钱包</translation>
    </message>
    <message>
        <source>q</source>
        <translation>q</translation>
    </message>
    <message>
        <source>rate_limited: %1</source>
        <translation>请求过多：%1</translation>
    </message>
    <message>
        <source>received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>receives coins</source>
        <translation>收到代币</translation>
    </message>
    <message>
        <source>record from what was seen since the start of this session</source>
        <translation>记录仅含本次会话开始后所见</translation>
    </message>
    <message>
        <source>recording ended</source>
        <translation>录像已结束</translation>
    </message>
    <message>
        <source>recording ended: %1</source>
        <translation>录制已结束：%1</translation>
    </message>
    <message>
        <source>remote: %1</source>
        <translation>对方：%1</translation>
    </message>
    <message>
        <source>remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>removed liquidity</source>
        <translation>撤走流动性</translation>
    </message>
    <message>
        <source>removes liquidity</source>
        <translation>撤出流动性</translation>
    </message>
    <message>
        <source>retrying</source>
        <translation>重试中</translation>
    </message>
    <message>
        <source>retrying in %1 s</source>
        <translation>%1 秒后重试</translation>
    </message>
    <message>
        <source>right %1</source>
        <translation>正确 %1</translation>
    </message>
    <message>
        <source>right behind the creation</source>
        <translation>紧跟在创建之后</translation>
    </message>
    <message>
        <source>right-click: who sold this candle?</source>
        <translation>右键：这根 K 线是谁卖的？</translation>
    </message>
    <message>
        <source>rise 5m</source>
        <translation>5 分钟涨幅</translation>
    </message>
    <message>
        <source>rise in 5 min</source>
        <translation>5 分钟涨幅</translation>
    </message>
    <message>
        <source>rises over</source>
        <translation>升破</translation>
    </message>
    <message>
        <source>rule %1, confidence %2</source>
        <translation>规则 %1，置信度 %2</translation>
    </message>
    <message>
        <source>rule %1, version %2</source>
        <translation>规则 %1，版本 %2</translation>
    </message>
    <message>
        <source>running</source>
        <translation>播放中</translation>
    </message>
    <message>
        <source>running to the next alert</source>
        <translation>正在前往下个提醒</translation>
    </message>
    <message>
        <source>running to the next flag</source>
        <translation>正在前往下个标记</translation>
    </message>
    <message>
        <source>same</source>
        <translation>同一个</translation>
    </message>
    <message>
        <source>same amount</source>
        <translation>金额相近</translation>
    </message>
    <message>
        <source>same bundle</source>
        <translation>区块内相邻</translation>
    </message>
    <message>
        <source>same cashout</source>
        <translation>收益汇入同一钱包</translation>
    </message>
    <message>
        <source>same funder (inferred)</source>
        <translation>同一资金来源（推断）</translation>
    </message>
    <message>
        <source>same slot (inferred)</source>
        <translation>同一 slot（推断）</translation>
    </message>
    <message>
        <source>same slot buy</source>
        <translation>同一 slot 买入</translation>
    </message>
    <message>
        <source>same transaction</source>
        <translation>同一笔交易</translation>
    </message>
    <message>
        <source>same transaction or bundle</source>
        <translation>同一交易或捆绑</translation>
    </message>
    <message>
        <source>sell by a member of the cluster</source>
        <translation>卖出，由钱包群成员卖出</translation>
    </message>
    <message>
        <source>sell by a wallet linked to the creator with P = %1</source>
        <translation>卖出，由与创建者关联（P = %1）的钱包卖出</translation>
    </message>
    <message>
        <source>sell by the address that created the coin</source>
        <translation>卖出，由创建该代币的地址卖出</translation>
    </message>
    <message>
        <source>sell of %1% of supply by a member of the cluster</source>
        <translation>卖出供应量的 %1%，由钱包群成员卖出</translation>
    </message>
    <message>
        <source>sellers</source>
        <translation>卖家数</translation>
    </message>
    <message>
        <source>sells</source>
        <translation>卖出</translation>
    </message>
    <message>
        <source>sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>sends coins</source>
        <translation>转出代币</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>转出</translation>
    </message>
    <message>
        <source>sent on</source>
        <translation>转出</translation>
    </message>
    <message>
        <source>share of clusters</source>
        <translation>钱包群占比</translation>
    </message>
    <message>
        <source>side by side in a block</source>
        <translation>区块内相邻</translation>
    </message>
    <message>
        <source>side by side in the block</source>
        <translation>在区块内相邻</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>信号线</translation>
    </message>
    <message>
        <source>signed the creation</source>
        <translation>签署了创建</translation>
    </message>
    <message>
        <source>silent until %1</source>
        <translation>勿扰至 %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>size = bag, share of supply unknown</source>
        <translation>大小 = 仓位，占供应量比例未知</translation>
    </message>
    <message>
        <source>size = share of supply</source>
        <translation>大小 = 占供应量比例</translation>
    </message>
    <message>
        <source>slot %1</source>
        <translation>slot %1</translation>
    </message>
    <message>
        <source>slots %1 to %2</source>
        <translation>slot %1 到 %2</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>慢线</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>卖出</translation>
    </message>
    <message>
        <source>sold in the same slots</source>
        <translation>同一 slot 卖出</translation>
    </message>
    <message>
        <source>sold nothing</source>
        <translation>未卖出</translation>
    </message>
    <message>
        <source>sold together (inferred)</source>
        <translation>一起卖出（推断）</translation>
    </message>
    <message>
        <source>some time</source>
        <translation>一段时间</translation>
    </message>
    <message>
        <source>something stands where no value or name can stand</source>
        <translation>此处不能有值或名称</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>stated</source>
        <translation>声称</translation>
    </message>
    <message>
        <source>stated %1, happened %2 (n = %3)</source>
        <translation>声称 %1，实际 %2 (n = %3)</translation>
    </message>
    <message>
        <source>stated %1, happened %2, 95% between %3 and %4, n = %5</source>
        <translation>声称 %1，实际 %2，95% 在 %3 与 %4 之间，n = %5</translation>
    </message>
    <message>
        <source>stated at slot %1</source>
        <translation>于 slot %1 提出</translation>
    </message>
    <message>
        <source>stepping</source>
        <translation>步进中</translation>
    </message>
    <message>
        <source>stop watching</source>
        <translation>取消关注</translation>
    </message>
    <message>
        <source>stop watching a wallet</source>
        <translation>取消关注钱包</translation>
    </message>
    <message>
        <source>subscription refused: %1</source>
        <translation>订阅被拒绝：%1</translation>
    </message>
    <message>
        <source>ten entities hold half of what is not in the pool</source>
        <translation>十个实体持有池外代币的一半</translation>
    </message>
    <message>
        <source>the %1 largest entities (%2) hold</source>
        <translation>最大的 %1 个实体（%2）持有</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>the creator moved coins to another wallet</source>
        <translation>创建者将代币转到另一个钱包</translation>
    </message>
    <message>
        <source>the creator's first sell</source>
        <translation>创建者首次卖出</translation>
    </message>
    <message>
        <source>the curve's program reported the migration</source>
        <translation>曲线的程序报告了迁移</translation>
    </message>
    <message>
        <source>the dev</source>
        <translation>开发者</translation>
    </message>
    <message>
        <source>the dev and %1 linked wallet</source>
        <translation>开发者和 %1 个关联钱包</translation>
    </message>
    <message>
        <source>the dev and %1 linked wallets</source>
        <translation>开发者和 %1 个关联钱包</translation>
    </message>
    <message>
        <source>the dev graduated %1 of %2</source>
        <translation>开发者 %2 个中毕业 %1 个</translation>
    </message>
    <message>
        <source>the dev holds 5% of supply or more</source>
        <translation>开发者持有供应量的 5% 或更多</translation>
    </message>
    <message>
        <source>the dev or a linked wallet sold</source>
        <translation>开发者或关联钱包已卖出</translation>
    </message>
    <message>
        <source>the dev or linked wallets</source>
        <translation>开发者或其关联钱包</translation>
    </message>
    <message>
        <source>the dev or wallets linked to it</source>
        <translation>开发者或与其关联的钱包</translation>
    </message>
    <message>
        <source>the dev sold half of its coins</source>
        <translation>开发者卖出了一半代币</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>结尾</translation>
    </message>
    <message>
        <source>the event after which it was seen; the largest entity holds %1% with %2</source>
        <translation>看到此情况的那笔事件；最大的实体持有 %1%，共 %2</translation>
    </message>
    <message>
        <source>the event that the rule was looked at for</source>
        <translation>触发该规则检查的事件</translation>
    </message>
    <message>
        <source>the event that told</source>
        <translation>据以得知的事件</translation>
    </message>
    <message>
        <source>the feed did not tell the curve's reserves</source>
        <translation>数据源未给出联合曲线储备</translation>
    </message>
    <message>
        <source>the feed did not tell the reserves</source>
        <translation>数据源未给出储备</translation>
    </message>
    <message>
        <source>the file is larger than 1 MB</source>
        <translation>文件大于 1 MB</translation>
    </message>
    <message>
        <source>the filter %1 %2</source>
        <translation>筛选 %1 %2</translation>
    </message>
    <message>
        <source>the first %1: %2</source>
        <translation>前 %1：%2</translation>
    </message>
    <message>
        <source>the key is the whole address</source>
        <translation>密钥就是整个地址</translation>
    </message>
    <message>
        <source>the largest entity (%1) holds</source>
        <translation>最大的实体（%1）持有</translation>
    </message>
    <message>
        <source>the newest are listed, a search looks in all</source>
        <translation>列出最新的，搜索会查全部</translation>
    </message>
    <message>
        <source>the price is at a fifth of its peak</source>
        <translation>价格为峰值的五分之一</translation>
    </message>
    <message>
        <source>the price is at half of its peak</source>
        <translation>价格为峰值的一半</translation>
    </message>
    <message>
        <source>the rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>the same coins</source>
        <translation>买过相同的币</translation>
    </message>
    <message>
        <source>the service's own; names: {coin} {text} {rule} {severity} {confidence} {mint} {time} {price}</source>
        <translation>服务自带的；可用名称：{coin} {text} {rule} {severity} {confidence} {mint} {time} {price}</translation>
    </message>
    <message>
        <source>the source's public endpoint</source>
        <translation>该来源的公共节点</translation>
    </message>
    <message>
        <source>the subscriptions were not acknowledged</source>
        <translation>订阅未得到确认</translation>
    </message>
    <message>
        <source>the supply was not seen</source>
        <translation>未看到供应量</translation>
    </message>
    <message>
        <source>the trade that ended the bucket</source>
        <translation>结束该时段的交易</translation>
    </message>
    <message>
        <source>the trade that showed the reserves, %1% of the liquidity less than %2 s before</source>
        <translation>显示储备的那笔交易，流动性比 %2 秒前少 %1%</translation>
    </message>
    <message>
        <source>the wallet</source>
        <translation>钱包</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <source>there would be more than %1 filters</source>
        <translation>筛选将超过 %1 个</translation>
    </message>
    <message>
        <source>timeout: %1</source>
        <translation>超时：%1</translation>
    </message>
    <message>
        <source>times or more:</source>
        <translation>次以上：</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>to 14:22:07</source>
        <translation>到 14:22:07</translation>
    </message>
    <message>
        <source>too_large: %1</source>
        <translation>过大：%1</translation>
    </message>
    <message>
        <source>top 10 hold %1</source>
        <translation>前十持有 %1</translation>
    </message>
    <message>
        <source>top 10 share</source>
        <translation>前 10 占比</translation>
    </message>
    <message>
        <source>top10</source>
        <translation>前 10 占比</translation>
    </message>
    <message>
        <source>traded</source>
        <translation>买卖</translation>
    </message>
    <message>
        <source>trades</source>
        <translation>交易数</translation>
    </message>
    <message>
        <source>trades that were kept of a coin came back damaged</source>
        <translation>为某代币保存的交易读回时已损坏</translation>
    </message>
    <message>
        <source>transaction %1 of the block, %2 SOL</source>
        <translation>区块内第 %1 笔交易，%2 SOL</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>转账</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>已转移</translation>
    </message>
    <message>
        <source>true</source>
        <translation>对</translation>
    </message>
    <message>
        <source>unauthorized: %1</source>
        <translation>未授权：%1</translation>
    </message>
    <message>
        <source>unblock</source>
        <translation>取消屏蔽</translation>
    </message>
    <message>
        <source>unblock a wallet</source>
        <translation>取消屏蔽钱包</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>unknown (its creation was not seen)</source>
        <translation>未知（未看到其创建）</translation>
    </message>
    <message>
        <source>unknown a day</source>
        <translation>每天未知</translation>
    </message>
    <message>
        <source>unknown: </source>
        <translation>未知： </translation>
    </message>
    <message>
        <source>unknown: less than five minutes of trades were seen</source>
        <translation>未知：所见成交不足五分钟</translation>
    </message>
    <message>
        <source>unsupported: %1</source>
        <translation>不支持：%1</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>version %1, armed</source>
        <translation>版本 %1，已启用</translation>
    </message>
    <message>
        <source>version %1, off</source>
        <translation>版本 %1，已关闭</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>成交量</translation>
    </message>
    <message>
        <source>volume is washed</source>
        <translation>成交量有刷量</translation>
    </message>
    <message>
        <source>wallet</source>
        <translation>钱包</translation>
    </message>
    <message>
        <source>wallets flagged as</source>
        <translation>被标记为以下类型的钱包</translation>
    </message>
    <message>
        <source>wallets linked to the dev</source>
        <translation>与开发者关联的钱包</translation>
    </message>
    <message>
        <source>wallets named</source>
        <translation>点名钱包数</translation>
    </message>
    <message>
        <source>wallets of the list</source>
        <translation>名单中的钱包</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>warnings and critical ones</source>
        <translation>警告和严重的</translation>
    </message>
    <message>
        <source>was sent</source>
        <translation>收到转入</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>watch a crew</source>
        <translation>关注团队</translation>
    </message>
    <message>
        <source>watch a wallet</source>
        <translation>关注钱包</translation>
    </message>
    <message>
        <source>websocket: a message is larger than %1 bytes</source>
        <translation>websocket：消息超过 %1 字节</translation>
    </message>
    <message>
        <source>websocket: refused with HTTP %1</source>
        <translation>websocket：被拒绝，HTTP %1</translation>
    </message>
    <message>
        <source>week of %1: %2</source>
        <translation>%1 起的一周：%2</translation>
    </message>
    <message>
        <source>week · dashed: stated, solid: happened</source>
        <translation>周 · 虚线：声称，实线：实际</translation>
    </message>
    <message>
        <source>what was kept of a coin came back damaged</source>
        <translation>转存的代币数据取回时已损坏</translation>
    </message>
    <message>
        <source>what was kept of a flag came back damaged</source>
        <translation>转存的标记数据取回时已损坏</translation>
    </message>
    <message>
        <source>what was kept of a wallet came back damaged</source>
        <translation>转存的钱包数据取回时已损坏</translation>
    </message>
    <message>
        <source>what you typed</source>
        <translation>你输入的内容</translation>
    </message>
    <message>
        <source>whole transactions: </source>
        <translation>完整交易： </translation>
    </message>
    <message>
        <source>with</source>
        <translation>且其</translation>
    </message>
    <message>
        <source>within</source>
        <translation>时间内</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>½ sold</source>
        <translation>卖一半</translation>
    </message>
    <message>
        <source>“%1” comes with the program and stays.</source>
        <translation>“%1”是程序自带的，不能移除。</translation>
    </message>
    <message>
        <source>“%1” is not a mint address, and no token on the board has that ticker. Paste a full address: 32 to 44 letters and digits.</source>
        <translation>“%1”不是合约地址，战壕里也没有该代号的代币。请粘贴完整地址：32 到 44 个字母和数字。</translation>
    </message>
    <message>
        <source>← →	read bar by bar</source>
        <translation>← →	逐根查看</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>▲ buy</source>
        <translation>▲ 买入</translation>
    </message>
    <message numerus="yes">
        <source>▸| %n new</source>
        <translation>
            <numerusform>▸| %n 根新</numerusform>
        </translation>
    </message>
    <message>
        <source>▸| latest</source>
        <translation>▸| 最新</translation>
    </message>
    <message>
        <source>▼ sell</source>
        <translation>▼ 卖出</translation>
    </message>
    <message>
        <source>✓ True</source>
        <translation>✓ 对</translation>
    </message>
    <message>
        <source>✗ False</source>
        <translation>✗ 不对</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>入门步骤</translation>
    </message>
    <message>
        <source>Connect to a live feed</source>
        <translation>连接实时数据源</translation>
    </message>
    <message>
        <source>Put a wallet or a crew on the watchlist</source>
        <translation>将钱包或团伙加入关注列表</translation>
    </message>
    <message>
        <source>Make a rule of your own, or draw an alert line on a chart</source>
        <translation>编写自己的规则，或在图表上画提醒线</translation>
    </message>
    <message>
        <source>See how an alert looks on the desktop</source>
        <translation>查看桌面提醒的样子</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1：已完成</translation>
    </message>
    <message>
        <source>%1: to do</source>
        <translation>%1：待完成</translation>
    </message>
    <message>
        <source>First steps: %1 of %2 done</source>
        <translation>入门步骤：已完成 %1 / %2</translation>
    </message>
    <message>
        <source>This window only replays; what is live runs in the first one.</source>
        <translation>本窗口仅用于回放；实时数据在第一个窗口中运行。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Nothing was written.</source>
        <translation>无法读取 %1：%2。未写入任何内容。</translation>
    </message>
    <message>
        <source>it is larger than %1 bytes</source>
        <translation>超过 %1 字节</translation>
    </message>
</context>
</TS>
