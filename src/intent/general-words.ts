/**
 * The vocabulary of asking about a plan: a text of only these words names no task of its own. By group, so that a word
 * that is missing has a place.
 */
const PARTICLES =
  '的 了 得 地 吗 么 呢 啊 呀 吧 嘛 哈 啦 呗 哦 着 过 到 在 从 于 为 是 有 和 与 跟 及 对 比 把 将 给 让 被 由 按 照 以 向 往 上 中 里 内 下 前 后 间 之 其 该 此 因为 所以 如果 但是 不过 而且 或者 还是 以及 包括 其中 其他 其它 另外 别人 人家 别的 当中 关于 有关 对于 针对 除了 作为 充当 表现 成绩 成效 效果';
const PRONOUNS =
  '我 你 您 他 她 它 他们 它们 咱 们 自己 大家 领导 谁 谁家 这 这个 这些 这项 这件 这块 这边 这次 这批 这样 这儿 这里 那 那个 那些 那项 那件 那块 那边 那次 那批 那样 那儿 那里 那么 某 各 各个 各家 各级 各类 每 每个 每家 所有 全部 相关 县直 成员';
const BODIES =
  '单位 部门 乡镇 股室 局 我们局 咱们局 我局 本局 全县 我县 咱县 本县 县 县里 县直 全局 面上 家 机关 中心';
const PLAN =
  '任务 工作 事项 项目 事情 事 活 活儿 计划 安排 部署 分工 清单 明细 明细表 台账 名单 一览 一览表 汇总 汇总表 表 表格 报表 单子 报告 简报 总结 小结 内容 目录 督办 督查 重点 重点工作 主要 目标 年度 月度 季度 待办 节点 序时 时限 期限 时间 时候 时 日 天 号 月 年 季 周 期 半年 阶段 程度 地步 环节 步 部分 方面';
const STATES =
  '进展 进度 情况 态势 形势 状况 状态 动态 动静 完成 办结 推进 落实 执行 实施 开展 进行 办理 处理 销号 完成率 办结率 按时率 率 总盘子 盘子 大盘 一盘棋 总数 总量 一句话 两句话 几句话 协调 拍板 定夺 出面 过问 更新 消息 反馈 新进展 比例 百分比 百分之 数量 总数 数据 数字 数 总体 整体 总的 总共 一共 合计 共计 概况 概览 大概 大致 基本 逾期 超期 滞后 延期 延误 卡壳 受阻 搁置 停滞 搁浅 推不动 推不下去 拖拉 拖延 超时 过期 销号 办结 完工 开工 落后 滞后 拖 拖后腿 后腿 卡 卡住 卡点 住 停 堵 问题 困难 难点 堵点 瓶颈 启动 开始 动 剩 剩余 余下 遗留 差 欠 欠账 厉害 严重 催 到期 截止 过半 双过半 结束 了结 成 完 干 做 办 搞 弄 抓 管 忙 整 顺利 到位 理想 满意 水平 平均 分布 涉及 正常 良好 拉胯 糙 敷衍 马虎 差劲 给力 吃紧 报 反馈 回复 上报 报送 填报 更新 掉队 掉链子 牵头 主办 负责 配合 协助 参与 协办 承办 主抓 主责 责任';
const DEGREES =
  '好 坏 快 慢 高 低 多 少 大 小 难 强 弱 行 重 轻 靠前 靠后 落后 领先 积极 主动 优秀 突出 较 比较 更 最 很 挺 太 真 特别 始终 从来 从未 压根 根本 非常 十分 相对 偏 有点 只 光 仅 单 独 先 赶紧 马上 立即 正 刚 快要 即将 新 旧 老 本 重要 紧急 急 最新 具体 详细 简单 简要 目前 现在 当前 眼下 如今 这会 这会儿 最近 近期 近来 今天 刚才 同期 同步 同时 以来 以内 以上 以下 为止 左右 期间 提前 提醒 解决 眼看 眼看着 眼瞅着 年底 年末 累计 完成数 完成量 办结数 交账 交差 新增 请求 要求 提出 遇到 碰到 一直 老是 迟迟 总是 要紧 手头 手上 尾巴 圆满 印象 收官 收尾 开局 约谈 表扬 表彰 批评 点名 督促 申请 哪位 分别 各自 可能 风险 隐患 完不成 截至 截止到 至今 迄今';
const ASKING =
  '怎么样 怎样 怎么 咋样 咋 如何 什么样 什么 啥 啥样 哪 哪些 哪几 哪个 哪里 哪儿 多少 几 几项 几个 几件 几条 几家 几成 有没有 有木有 有无 是不是 是否 能不能 可以 能 会 没有 没 未 不 否 无 还没 已 已经 都 也 还 再 又 就 才 全 共 要 想 得 需要 应该 应当 应 必须 准备 打算 预计 查 看 问 说 讲 列 排 出 发 来 去 请 帮 麻烦 展开 细说 细讲 桩 档 一下 一个 一份 一些 一点 一 个 项 件 条 份 张 次 种 些 点 块 边 样 名 位 掌握 了解 知道 晓得 关注 统计 梳理 盘点 分析 显示 展示 介绍 说明 通报 汇报 反映 谢谢 辛苦 听 过目';
const FILES =
  '导出 下载 生成 发送 打印 整理 制作 格式 版 文件 文档 excel word xls xlsx doc docx csv pdf';
const COMPARING =
  '对比 相比 环比 同比 变化 进步 退步 差距 排名 排序 名次 位次 排行 第一 倒数 垫底 前三 后三 谁快谁慢';

const WORDS = new Set(
  [PARTICLES, PRONOUNS, BODIES, PLAN, STATES, DEGREES, ASKING, FILES, COMPARING].flatMap((group) =>
    group.split(' '),
  ),
);
const LONGEST = Math.max(...[...WORDS].map((w) => w.length));

/** Counts, marks and the places of units and periods, at the beginning of a text. */
const COUNTED =
  /^(?:[\uE001-\uE003\p{P}\p{S}]|第?\d+[项条个件]?|第?[一二三四五六七八九十两]{1,3}[项个件条家名位])/u;

/** Whether a text falls wholly into general words; every way to cut it is tried once. */
function isGeneral(text: string): boolean {
  const reached = [true];
  for (let at = 0; at < text.length; at++) {
    if (!reached[at]) continue;
    for (let length = 1; length <= LONGEST && at + length <= text.length; length++)
      if (WORDS.has(text.slice(at, at + length).toLowerCase())) reached[at + length] = true;
    const counted = COUNTED.exec(text.slice(at, at + 8))?.[0].length;
    if (counted) reached[at + counted] = true;
  }
  return reached[text.length] === true;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Characters that never belong to a name, so that a single unknown one beside them stays single. */
const LOOSE = new Set(
  `${PARTICLES} 我 你 您 他 这 那 都 也 还 再 又 就 才 没 未 不 已 要 想 一 个 项`.split(' '),
);

/** Whether anything is left when all general words are taken out: the name of a task, a project, a matter. */
export function hasOwnWords(marked: string): boolean {
  const text = marked.replace(/\s/g, '');
  if (isGeneral(text)) return false;
  let own = 0;
  let single = false;
  let loneGeneral = false;
  for (const { segment } of segmenter.segment(text)) {
    const general = isGeneral(segment);
    if (!general) own += segment.length;
    // 高企 falls into 高 and 企: two single characters side by side, one of them unknown, are a word.
    if (!general && segment.length === 1 && loneGeneral) own++;
    if (general && single && segment.length === 1 && !LOOSE.has(segment)) own++;
    single = !general && segment.length === 1;
    loneGeneral =
      general && segment.length === 1 && !LOOSE.has(segment) && /\p{Script=Han}/u.test(segment);
    if (own >= 2) return true;
  }
  return false;
}
