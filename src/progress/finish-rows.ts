import type { WordRow } from './word-rows.ts';

/** Verbs that say by themselves that the work is finished, in the order in which they are tried. */
export const FINISH_ROWS: readonly WordRow[] = [
  { words: '竣工验收|竣工投产', example: '竣工验收' },
  { words: '(?<!不)利索(?=了)', example: '整利索了' },
  { words: '比(?:目标|任务|要求)数?还?[多超高]出?了?(?=Q)', example: '比目标多出QQ' },
  { words: '建成(?:投[产用运]|开放|启用|使用|通车|运营|交付)|完工验收', example: '建成投用' },
  { words: '完成|办结|完毕', example: '办结' },
  { words: '完工|竣工|竣事|告竣', example: '竣工' },
  { words: '[办编修]竣|完结|了结', example: '办竣' },
  {
    words:
      '[办做弄搞忙干整写开跑走报交发填录建修改谈审签测评查印种栽铺拆装挖砍浇贴听讲打征搬招选排摸清扫刷焊运拉接筑砌架埋挂收缴巡检核盖筛配分换迁调割](?:理)?完(?!成|结|毕|工|善)',
    example: '报完',
  },
  { words: '[办做弄搞整写建谈修改录梳理编排拟印订栽种铺装拆清测]好|[办做]毕', example: '弄好' },
  {
    words: '收官(?!之|战|阶段|冲刺|会|\\p{Script=Han}{0,3}会)|落(?:下帷)?幕|闭幕(?!式)',
    example: '闭幕',
  },
  { words: '(?<=已经?|均|全部|[都全])结(?=$|[,。;\\s])', example: '已结' },
  { words: '[办谈弄搞做整]妥', example: '办妥' },
  { words: '可以?销(?:号|项|掉)?了', example: '可以销号了' },
  { words: '搞定|搞掂|建成|结束', example: '搞定' },
  { words: '落实到位|整改到位|全部到位', example: '整改到位' },
  { words: '落地|销号|达标|清零', example: '清零' },
  { words: '[办做弄搞开谈]成(?=了)', example: '办成了' },
  { words: '完事|交卷|齐活|大功告成|[画划]上[^,]{0,4}句号|打完收工', example: '画上圆满句号' },
  { words: '妥了|齐了', example: '齐了' },
  { words: '(?<=[PT]\\p{Script=Han}{0,2})[完竣]的工', example: 'P完的工' },
  { words: '好了|完了|ok了|ok|done', example: 'ok了' },
  { words: '交差|交付|投产|投用|投入使用|投入运营', example: '投入使用' },
  { words: '揭牌|挂牌', example: '揭牌' },
  { words: '通过验收|验收通过|验收合格', example: '通过验收' },
  { words: '✓|处理掉|出来了', example: '出来了' },
  { words: '(?<=^|[R都也\\d])结了(?=$|[,。;\\sR])|完(?=$|[,。;\\sR])', example: 'R完' },
];

/** Events that have taken place once a word of the past stands with them. */
export const EVENT_ROWS: readonly WordRow[] = [
  { words: '报送|上报|报出|呈报|提交|递交|报备|填报|申报', example: '已上报' },
  { words: '印发|下发|转发|出台|发布|公布|颁布|发文', example: '已印发' },
  { words: '制定|制订|编制|拟定|确定|明确|敲定', example: '已敲定' },
  { words: '召开|举办|举行|组织', example: '已召开' },
  { words: '走访|培训|调研|观摩|考察|参观', example: '走访了' },
  { words: '签订|签约|签署|签', example: '已签约' },
  { words: '建立|组建|成立|设立', example: '已组建' },
  { words: '兑现|拨付|发放|兑付|支付', example: '已兑付' },
  { words: '录入|归集', example: '已归集' },
  { words: '备案|推荐|评选|认定|公告', example: '已认定' },
  { words: '清理|处置|整改', example: '已整改' },
  { words: '修订|更新|安装|采购|移交', example: '已采购' },
  { words: '上线|开通|启用', example: '已上线' },
  { words: '入库|入统|纳统|纳规|入规|升规', example: '已入库' },
  { words: '摸排|摸底|梳理|统计|汇总', example: '已梳理' },
  { words: '汇报|调度|辅导', example: '已辅导' },
  { words: '解决|反馈|处理|执行|落实|通过', example: '已解决' },
  { words: '(?:审议|研究|表决)?通过|验收|获批|批复|到位', example: '已验收' },
  { words: '办理|解除|关停|搬迁|对账', example: '已关停' },
  { words: '核实|排查|检查', example: '已排查' },
  { words: '宣传|推介|发出|送达', example: '已送达' },
  { words: '评审|评估|测算|论证|立项', example: '已评审' },
  { words: '入驻|销毁|兑付|公开', example: '已入驻' },
  { words: '约谈|宣讲|签收|竞拍', example: '已约谈' },
  { words: '拍卖|注册|登记|办证', example: '已注册' },
  { words: '开业|剪彩|出具|打款|做通', example: '已开业' },
  { words: '定稿|交稿|付印|划转|到账', example: '已到账' },
];

/** How, when or by what efforts something was finished. */
export const MANNER_ROWS: readonly WordRow[] = [
  {
    words:
      '按[时期质量]*|如期|按照?[^,]{0,10}?(?:要求|通知|计划|部署|时限|节点|规定|程序|流程|安排)|按_+|根据[^,]{1,8}',
    example: '按要求完成',
  },
  { words: '全部|全面|全数|全都?', example: '全部完成' },
  { words: '顺利|都|均|也|皆|真正|圆满|提前|超额|成功', example: '圆满完成' },
  { words: '正式|最终|彻底|及时|保质(?:保量)?|高标准|高效', example: '及时完成' },
  { words: '按质按量|高质量|不折不扣|就|便', example: '高质量完成' },
  { words: '又|早就|统[统一]', example: '统一完成' },
  {
    words: '通通|一律|悉数|连夜|加班(?:加点)?|突击|当[天日场]|一次性|一并|一起',
    example: '连夜完成',
  },
  { words: '同步|集中|分[批期次]|第一时间|实际上?|事实上|其实|的确', example: '分批完成' },
  { words: '确实|真的?|整体|总体|目前|现在', example: '目前完成' },
  { words: '现|截[至止]|到|为止|前(?:几|些|两)天|前不久', example: '前几天完成' },
  {
    words:
      '刚才|之前|此前|[这那]边|克服[^,]{1,4}|经过?[^,费济营验]{2,8}|在[^,]{1,10}下|花了[^,]{1,6}|历时[^,]{1,6}|_',
    example: '克服困难完成',
  },
];
