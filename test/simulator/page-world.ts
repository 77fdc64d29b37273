import type { ChatMessage, ChatRow, World } from '../../src/simulator/pocket-api.ts';

/** A small fictional county for the chat page's own tests. */
export const world: World = {
  people: [
    { openId: 'ou_member', name: '周平', role: 'member', unit: '城关镇' },
    { openId: 'ou_liaison', name: '林晓岚', role: 'liaison', unit: '县商务局' },
    { openId: 'ou_office', name: '何文', role: 'office', unit: '县工信局' },
    { openId: 'ou_leader', name: '高建国', role: 'leader', unit: '县政府' },
    { openId: 'ou_admin', name: '欧阳云', role: 'admin', unit: '县工信局' },
  ],
  bot: { openId: 'ou_bot', name: '工信助手' },
  now: '2026-02-27T01:20:00.000Z',
  timeZone: 'Asia/Shanghai',
  groupMessages: false,
  samples: [
    { name: '示例工作计划.docx', url: '/samples/plan.docx', about: '全年重点工作 72 项' },
    { name: '技改奖补办法.docx', url: '/samples/policy.docx', about: '政策文件' },
  ],
  dashboardUrl: 'http://127.0.0.1:3000/',
};

export const chats: ChatRow[] = [
  {
    chatId: 'oc_bot',
    type: 'p2p',
    name: '工信助手',
    members: 2,
    last: { text: '2月重点工作提醒', at: '2026-02-27T01:10:00.000Z' },
    unread: 0,
  },
  {
    chatId: 'oc_group',
    type: 'group',
    name: '县商务局工作群',
    members: 6,
    last: { text: '何文：请各位今天下班前反馈', at: '2026-02-26T09:00:00.000Z' },
    unread: 3,
  },
];

const plain = (content: string) => ({ tag: 'plain_text', content });
const callback = (value: Record<string, unknown>) => [{ type: 'callback', value }];

/** A message with a card in the private chat. */
export function cardMessage(messageId: string, card: unknown): ChatMessage {
  return {
    messageId,
    chatId: 'oc_bot',
    sender: { openId: 'ou_bot', name: '工信助手', isBot: true },
    at: '2026-02-27T01:10:00.000Z',
    content: { type: 'card', card },
  };
}

/** A message with text. */
export function textMessage(
  messageId: string,
  chatId: string,
  sender: ChatMessage['sender'],
  text: string,
  more: Partial<ChatMessage> = {},
): ChatMessage {
  return {
    messageId,
    chatId,
    sender,
    at: '2026-02-27T01:11:00.000Z',
    content: { type: 'text', text, mentions: [] },
    ...more,
  };
}

/** A card of JSON 2.0 around elements. */
export function cardOf(elements: unknown[], header?: Record<string, unknown>): unknown {
  return {
    schema: '2.0',
    config: { update_multi: true, width_mode: 'fill' },
    ...(header ? { header } : {}),
    body: { vertical_spacing: '8px', padding: '12px', elements },
  };
}

/** Fields, buttons and layout as the platform's form has them. */
export const formCard = cardOf(
  [
    { tag: 'markdown', content: '请填写本月进展。' },
    {
      tag: 'form',
      name: 'progress',
      vertical_spacing: '8px',
      elements: [
        {
          tag: 'select_static',
          name: 'task',
          required: true,
          width: 'fill',
          placeholder: plain('选择任务'),
          options: [
            { text: plain('1. 培育规上企业'), value: 't1' },
            { text: plain('2. 技改项目摸底'), value: 't2' },
          ],
        },
        {
          tag: 'input',
          name: 'words',
          required: true,
          input_type: 'multiline_text',
          rows: 3,
          auto_resize: true,
          max_rows: 8,
          width: 'fill',
          label: plain('进展说明'),
          placeholder: plain('完成情况、数据、困难'),
        },
        { tag: 'date_picker', name: 'due', width: 'fill', placeholder: plain('预计完成日期') },
        { tag: 'picker_datetime', name: 'meeting', placeholder: plain('会议时间') },
        { tag: 'picker_time', name: 'at', placeholder: plain('时间') },
        {
          tag: 'multi_select_static',
          name: 'kinds',
          required: false,
          width: 'fill',
          placeholder: plain('困难类别'),
          options: [
            { text: plain('资金'), value: 'money' },
            { text: plain('用地'), value: 'land' },
            { text: plain('人员'), value: 'staff' },
          ],
        },
        { tag: 'select_person', name: 'owner', placeholder: plain('经办人') },
        {
          tag: 'multi_select_person',
          name: 'helpers',
          placeholder: plain('协助人'),
          options: [{ value: 'ou_member' }, { value: 'ou_office' }],
        },
        { tag: 'checker', name: 'agreed', text: plain('已请示分管领导') },
        {
          tag: 'column_set',
          flex_mode: 'none',
          horizontal_spacing: '8px',
          columns: [
            {
              tag: 'column',
              width: 'auto',
              elements: [
                {
                  tag: 'button',
                  name: 'submit',
                  type: 'primary_filled',
                  form_action_type: 'submit',
                  text: plain('提交进展'),
                  behaviors: callback({ act: 'report', month: '2026-02' }),
                },
              ],
            },
            {
              tag: 'column',
              width: 'auto',
              elements: [
                {
                  tag: 'button',
                  name: 'reset',
                  form_action_type: 'reset',
                  text: plain('清空'),
                  behaviors: callback({ act: 'none' }),
                },
              ],
            },
          ],
        },
      ],
    },
  ],
  { template: 'orange', title: plain('2月进展填报'), subtitle: plain('县商务局') },
);

/** Buttons of every kind and everything outside a form that can be pressed. */
export const pressCard = cardOf(
  [
    {
      tag: 'column_set',
      flex_mode: 'flow',
      horizontal_spacing: '8px',
      columns: [
        'default',
        'primary',
        'danger',
        'text',
        'primary_text',
        'danger_text',
        'primary_filled',
        'danger_filled',
        'laser',
      ].map((type) => ({
        tag: 'column',
        width: 'auto',
        elements: [
          {
            tag: 'button',
            type,
            size: 'small',
            text: plain(type),
            behaviors: callback({ act: type }),
          },
        ],
      })),
    },
    {
      tag: 'column_set',
      flex_mode: 'none',
      columns: [
        {
          tag: 'column',
          width: 'weighted',
          weight: 4,
          vertical_align: 'center',
          elements: [
            {
              tag: 'markdown',
              content:
                "**1. 培育规上企业 3 家**\n<font color='grey'>配合：县统计局、县税务局</font>",
            },
          ],
        },
        {
          tag: 'column',
          width: 'auto',
          vertical_align: 'center',
          elements: [
            {
              tag: 'button',
              type: 'primary',
              size: 'small',
              text: plain('已完成'),
              confirm: { title: plain('确认完成？'), text: plain('提交后计入汇总') },
              behaviors: callback({ act: 'done', task: 't1' }),
            },
          ],
        },
      ],
    },
    {
      tag: 'button',
      text: plain('暂不可用'),
      disabled: true,
      disabled_tips: plain('计划尚未发布'),
      behaviors: callback({ act: 'never' }),
    },
    {
      tag: 'overflow',
      options: [
        { text: plain('申请延期'), value: 'extend' },
        { text: plain('不归我单位'), value: 'transfer' },
      ],
      behaviors: callback({ act: 'more' }),
    },
    {
      tag: 'interactive_container',
      width: 'fill',
      has_border: true,
      border_color: 'grey',
      corner_radius: '8px',
      padding: '8px 12px 8px 12px',
      elements: [{ tag: 'markdown', content: '整块可以点击' }],
      behaviors: callback({ act: 'open' }),
    },
    {
      tag: 'input',
      name: 'quick',
      placeholder: plain('快速备注'),
      width: 'fill',
      behaviors: callback({ act: 'note' }),
    },
    { tag: 'checker', text: plain('已阅'), behaviors: callback({ act: 'read' }) },
  ],
  { template: 'blue', title: plain('可以点击的组件') },
);

/** Every component that only shows something. */
export const showCard = cardOf(
  [
    {
      tag: 'column_set',
      flex_mode: 'trisect',
      horizontal_spacing: '8px',
      columns: [
        ['72', '任务', 'default'],
        ['41', '已完成', 'green'],
        ['5', '待反馈', 'orange'],
      ].map(([figure, name, tint]) => ({
        tag: 'column',
        background_style: 'grey-50',
        padding: '8px',
        elements: [
          {
            tag: 'markdown',
            text_align: 'center',
            content: `## <font color='${tint}'>${figure}</font>\n<font color='grey'>${name}</font>`,
          },
        ],
      })),
    },
    {
      tag: 'markdown',
      content:
        "截至 <local_datetime millisecond='1772154600000' format_type='date_num'></local_datetime>，<at id=ou_liaison></at> 已反馈<number_tag>1</number_tag>，状态 <text_tag color='green'>正常</text_tag>，见<a href='https://example.com/'>说明</a>、<link icon='chat_outlined' url='https://example.com/a'>讨论</link>。经办<person id='ou_office' show_name=true show_avatar=true style='capsule'></person>\n\n- 第一\n- 第二\n    - 缩进\n\n1. 甲\n2. 乙\n\n> 引用一句\n\n`代码` 与 ~~删除~~ :OK:\n\n| 指标 | 数值 |\n| --- | ---: |\n| 一 | 1 |\n| 二 | 2 |\n| 三 | 3 |\n| 四 | 4 |\n| 五 | 5 |\n| 六 | 6 |",
    },
    { tag: 'hr' },
    {
      tag: 'div',
      icon: { tag: 'standard_icon', token: 'info_outlined', color: 'blue' },
      text: { tag: 'lark_md', content: '**提示**：数字以单位报送为准' },
    },
    {
      tag: 'chart',
      aspect_ratio: '16:9',
      color_theme: 'brand',
      chart_spec: {
        type: 'bar',
        direction: 'horizontal',
        title: { text: '各单位完成率（%）' },
        data: {
          values: [
            { unit: '县商务局', rate: 80 },
            { unit: '县统计局', rate: 55 },
            { unit: '城关镇', rate: 33 },
          ],
        },
        xField: 'rate',
        yField: 'unit',
        label: { visible: true },
      },
    },
    {
      tag: 'table',
      page_size: 3,
      row_height: 'low',
      freeze_first_column: true,
      header_style: { text_align: 'left', background_style: 'grey', bold: true, lines: 1 },
      columns: [
        { name: 'unit', display_name: '单位', data_type: 'text', width: '120px' },
        { name: 'state', display_name: '状态', data_type: 'options' },
        {
          name: 'sum',
          display_name: '投资',
          data_type: 'number',
          format: { precision: 1, symbol: '¥', separator: true },
        },
        { name: 'due', display_name: '期限', data_type: 'date', date_format: 'YYYY-MM-DD' },
        { name: 'who', display_name: '联络员', data_type: 'persons' },
        { name: 'note', display_name: '说明', data_type: 'lark_md' },
      ],
      rows: Array.from({ length: 7 }, (_, i) => ({
        unit: `第${i + 1}单位`,
        state: [{ text: i % 2 ? '进行中' : '已完成', color: i % 2 ? 'orange' : 'green' }],
        sum: 1234.5 * (i + 1),
        due: 1772154600000,
        who: ['ou_liaison'],
        note: '已报 **3** 家',
      })),
    },
    {
      tag: 'collapsible_panel',
      expanded: false,
      header: {
        title: { tag: 'markdown', content: '**[1]** 技改奖补办法 · 第三条' },
        icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined', size: '16px 16px' },
        icon_position: 'right',
        icon_expanded_angle: -180,
      },
      border: { color: 'grey', corner_radius: '5px' },
      padding: '8px',
      elements: [
        { tag: 'markdown', text_size: 'notation', content: '> 按设备投资额的百分之八补助' },
      ],
    },
    {
      tag: 'img',
      img_key: 'img_1',
      alt: plain('示意图'),
      size: '120px 60px',
      corner_radius: '8px',
    },
    { tag: 'person', user_id: 'ou_leader', show_name: true },
    { tag: 'person_list', persons: [{ id: 'ou_member' }, { id: 'ou_office' }], show_name: true },
    { tag: 'hologram', content: '?' },
  ],
  {
    template: 'turquoise',
    title: plain('2月重点工作进展'),
    subtitle: plain('截至 2月27日 09:10'),
    text_tag_list: [{ tag: 'text_tag', text: plain('待反馈 5'), color: 'orange' }],
    icon: { tag: 'standard_icon', token: 'todo_colorful' },
  },
);
