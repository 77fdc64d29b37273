import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../src/simulator/pocket-api.ts';
import { hasChromium, openChromium } from '../support/chromium.ts';
import { openPageServer, type PageServer } from './page-server.ts';
import {
  cardMessage,
  cardOf,
  chats,
  formCard,
  pressCard,
  showCard,
  textMessage,
  world,
} from './page-world.ts';

const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const liaison = { openId: 'ou_liaison', name: '林晓岚', isBot: false };
const office = { openId: 'ou_office', name: '何文', isBot: false };

test('the page has no way of parsing text as HTML', () => {
  const folder = join(import.meta.dirname, '../../src/simulator/page');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const parsing = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|eval\(/;
  const guilty = files
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => parsing.test(readFileSync(join(folder, file), 'utf8')));
  expect(files.length).toBeGreaterThan(20);
  expect(guilty).toEqual([]);
});

describe.skipIf(!hasChromium)('the chat page in Chromium', () => {
  let browser: Browser;
  let server: PageServer;
  let faults: string[] = [];

  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await server.close();
  });

  /** The page as one person sees it, in the private chat with the bot unless told otherwise. */
  async function open(
    messages: ChatMessage[],
    { as = 'ou_liaison', chat = 'oc_bot', options = DESKTOP as BrowserContextOptions } = {},
  ): Promise<Page> {
    server = await openPageServer({ world, chats, messages: [...messages] });
    const page = await (await browser.newContext(options)).newPage();
    page.setDefaultTimeout(8000);
    faults = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('dialog', (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(`${server.url}?as=${as}#${chat}`);
    await page.locator('.composer').waitFor();
    if (messages.length > 0) await page.locator('[data-message]').first().waitFor();
    return page;
  }

  /** The next click that reaches the server. */
  const nextClick = async (before: number) => {
    await expect.poll(() => server.clicks.length).toBeGreaterThan(before);
    return server.clicks.at(-1)?.action;
  };

  test('a newcomer chooses whom to play, and the choice survives a reload', async () => {
    server = await openPageServer({ world, chats, messages: [] });
    const page = await (await browser.newContext(DESKTOP)).newPage();
    await page.goto(server.url);
    await page.getByRole('dialog', { name: '选择身份' }).waitFor();
    expect(await page.locator('.person-row').allInnerTexts()).toHaveLength(5);
    await page.getByRole('button', { name: '高建国 县政府' }).click();
    await expect.poll(() => page.locator('.rail-me').textContent()).toContain('领导');
    await page.reload();
    await expect.poll(() => page.locator('.rail-me').textContent()).toContain('高建国');
    expect(await page.locator('.suggestions').textContent()).toContain('帮助');
  });

  test('every component of a card is drawn, and an unknown one is named', async () => {
    const page = await open([
      cardMessage('om_show', showCard),
      cardMessage('om_press', pressCard),
      cardMessage('om_form', formCard),
    ]);
    await expect.poll(() => page.locator('.c-chart canvas').count()).toBe(1);
    expect(await page.locator('.card-fault').allInnerTexts()).toEqual(['不支持的组件：hologram']);
    const drawn = '.c-columns .c-markdown .c-hr .c-div .c-chart .c-table .c-panel .c-img .c-person';
    const forms = '.c-person-list .c-button .c-overflow .c-interactive .c-checker .c-form .c-field';
    for (const name of `${drawn} ${forms}`.split(' ')) {
      expect(await page.locator(name).count(), name).toBeGreaterThan(0);
    }
    expect(faults).toEqual([]);
  });

  test('a table shows its typed cells page by page', async () => {
    const page = await open([cardMessage('om_show', showCard)]);
    const rows = page.locator('.c-table tbody tr:visible');
    expect(await rows.count()).toBe(3);
    expect(await rows.first().textContent()).toBe(
      '第1单位已完成¥1,234.52026-02-27晓岚林晓岚已报 3 家',
    );
    await page.locator('.c-table').getByRole('button', { name: '下一页' }).click();
    await page.locator('.c-table').getByRole('button', { name: '下一页' }).click();
    expect(await rows.allInnerTexts()).toEqual([expect.stringContaining('第7单位')]);
  });

  test('a submitted form carries every field by its name, dates with their offset', async () => {
    const page = await open([cardMessage('om_form', formCard)]);
    const form = page.locator('.c-form');
    await form.locator('[name=task]').selectOption('t2');
    await form.locator('[name=words]').fill('已摸底 12 家');
    await form.locator('[name=due]').fill('2026-03-25');
    await form.locator('[name=meeting]').fill('2026-03-02T09:30');
    await form.locator('[name=at]').fill('07:00');
    await form.locator('[data-name=kinds] summary').click();
    await form.getByLabel('资金').check();
    await form.getByLabel('人员').check();
    await page.keyboard.press('Escape');
    await form.locator('[name=owner]').selectOption({ label: '何文' });
    await form.locator('[data-name=helpers] summary').click();
    await form.getByLabel('周平').check();
    await page.keyboard.press('Escape');
    await form.getByLabel('已请示分管领导').check();
    await form.getByRole('button', { name: '提交进展' }).click();
    expect(await nextClick(0)).toEqual({
      tag: 'button',
      name: 'submit',
      value: { act: 'report', month: '2026-02' },
      form_value: {
        task: 't2',
        words: '已摸底 12 家',
        due: '2026-03-25 +0800',
        meeting: '2026-03-02 09:30 +0800',
        at: '07:00 +0800',
        kinds: ['money', 'staff'],
        owner: 'ou_office',
        helpers: ['ou_member'],
        agreed: true,
      },
    });
    expect(server.clicks[0]).toMatchObject({ as: 'ou_liaison', messageId: 'om_form' });
  });

  test('a form with an empty required field is not sent and says which one', async () => {
    const page = await open([cardMessage('om_form', formCard)]);
    await page.locator('[name=task]').selectOption('t1');
    await page.getByRole('button', { name: '提交进展' }).click();
    await page.getByText('有必填项未填写').waitFor();
    expect(await page.locator('.missing').allInnerTexts()).toEqual([
      expect.stringContaining('进展说明'),
    ]);
    await page.locator('[name=words]').fill('推进中');
    expect(await page.locator('.missing').count()).toBe(0);
    await page.getByRole('button', { name: '提交进展' }).click();
    await nextClick(0);
    expect(server.clicks).toHaveLength(1);
  });

  test('a form can be cleared', async () => {
    const page = await open([cardMessage('om_form', formCard)]);
    await page.locator('[name=words]').fill('写错了');
    await page.getByRole('button', { name: '清空' }).click();
    expect(await page.locator('[name=words]').inputValue()).toBe('');
    expect(server.clicks).toEqual([]);
  });

  test('words typed into a form stay when the card changes around them', async () => {
    const page = await open([cardMessage('om_form', formCard)]);
    await page.locator('[name=words]').fill('写到一半');
    const changed = JSON.parse(
      JSON.stringify(formCard).replace('请填写本月进展', '还有一项待反馈'),
    );
    server.push({ kind: 'changed', message: cardMessage('om_form', changed) });
    await page.getByText('还有一项待反馈').waitFor();
    expect(await page.locator('[name=words]').inputValue()).toBe('写到一半');
  });

  test('a button with a question is pressed only after the answer', async () => {
    const page = await open([cardMessage('om_press', pressCard)]);
    const done = page.getByRole('button', { name: '已完成', exact: true });
    await done.click();
    const question = page.getByRole('dialog', { name: '确认完成？' });
    expect(await question.textContent()).toContain('提交后计入汇总');
    await question.getByRole('button', { name: '取消' }).click();
    expect(server.clicks).toEqual([]);
    await done.click();
    await question.getByRole('button', { name: '确定' }).click();
    expect(await nextClick(0)).toEqual({ tag: 'button', value: { act: 'done', task: 't1' } });
  });

  test('what is pressed outside a form sends its own kind of choice', async () => {
    const page = await open([cardMessage('om_press', pressCard)]);
    await page.getByLabel('更多操作').click();
    await page.getByRole('menuitem', { name: '申请延期' }).click();
    expect(await nextClick(0)).toEqual({
      tag: 'overflow',
      value: { act: 'more' },
      option: 'extend',
    });
    await page.getByText('整块可以点击').click();
    expect(await nextClick(1)).toEqual({ tag: 'interactive_container', value: { act: 'open' } });
    await page.locator('[name=quick]').fill('已电话沟通');
    await page.locator('[name=quick]').press('Enter');
    expect(await nextClick(2)).toEqual({
      tag: 'input',
      name: 'quick',
      value: { act: 'note' },
      input_value: '已电话沟通',
    });
    await page.getByLabel('已阅').check();
    expect(await nextClick(3)).toEqual({ tag: 'checker', value: { act: 'read' }, checked: true });
    await page.getByRole('button', { name: '暂不可用' }).click({ force: true });
    await page.getByText('计划尚未发布').waitFor();
    expect(server.clicks).toHaveLength(4);
  });

  test('a click locks the card until it is answered, then shows the toast and the new card', async () => {
    const page = await open([cardMessage('om_press', pressCard)]);
    let release = () => {};
    server.answer = () =>
      new Promise((resolve) => {
        release = () => resolve({ toast: { type: 'success', content: '已记录' } });
      });
    const primary = page.locator('.c-button.type-primary').first();
    await primary.click();
    await page.locator('[aria-busy=true]').waitFor();
    server.push({
      kind: 'changed',
      message: cardMessage('om_press', cardOf([{ tag: 'markdown', content: '新的卡片' }])),
    });
    await primary.dispatchEvent('click');
    expect(await page.getByText('新的卡片').count()).toBe(0);
    release();
    await page.getByText('已记录').waitFor();
    await page.getByText('新的卡片').waitFor();
    expect(server.clicks).toHaveLength(1);
  });

  test("a failed callback shows the client's error with its code", async () => {
    const page = await open([cardMessage('om_press', pressCard)]);
    server.answer = () => ({ error: { code: 200341, message: '请求超时' } });
    await page.getByRole('button', { name: 'default' }).click();
    await page.getByText('请求超时（200341）').waitFor();
  });

  test('markup in names, messages and cards stays text', async () => {
    const evil = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const plain = { tag: 'plain_text', content: evil };
    const card = cardOf(
      [
        {
          tag: 'markdown',
          content: `${evil} [点我](javascript:alert(3)) <a href='javascript:alert(4)'>链接</a>`,
        },
        {
          tag: 'markdown',
          content: "<font color='red;background:url(x)'>红</font><at id='\"><b>x'></at>",
        },
        { tag: 'div', text: { tag: 'lark_md', content: evil } },
        {
          tag: 'button',
          text: plain,
          behaviors: [{ type: 'open_url', default_url: 'javascript:alert(5)' }],
        },
        {
          tag: 'table',
          columns: [{ name: 'a', display_name: evil, data_type: 'markdown' }],
          rows: [{ a: evil }],
        },
        { tag: evil },
      ],
      { title: plain, subtitle: plain },
    );
    const page = await open([
      cardMessage('om_evil', card),
      textMessage('om_text', 'oc_bot', { ...liaison, name: evil }, evil),
    ]);
    await page.getByRole('button', { name: evil }).click();
    expect(await page.locator('.bubble').textContent()).toBe(evil);
    expect(await page.locator('.card h3').textContent()).toBe(evil);
    expect(await page.locator('.messages').locator('img, script, b').count()).toBe(0);
    expect(await page.locator('.card a').count()).toBe(0);
    expect(await page.locator('.c-markdown').first().textContent()).toContain('<script>');
    expect(faults).toEqual([]);
  });

  test('Enter sends, Shift+Enter breaks the line, and Enter of an input method does neither', async () => {
    const page = await open([]);
    const box = page.locator('.composer textarea');
    await box.fill('第一行');
    await box.press('Shift+Enter');
    await page.keyboard.type('第二行');
    await box.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    expect(await box.inputValue()).toBe('第一行\n第二行');
    await box.press('Enter');
    await page.locator('.bubble').waitFor();
    expect(server.sent).toEqual([{ as: 'ou_liaison', chat: 'oc_bot', text: '第一行\n第二行' }]);
    expect(await box.inputValue()).toBe('');
  });

  test('what the server refuses is one line, and the words stay to be sent again', async () => {
    const page = await open([], { chat: 'oc_group' });
    const box = page.locator('.composer textarea');
    await box.fill('出错');
    await box.press('Enter');
    await page.getByRole('alert').getByText('此群已禁言').waitFor();
    expect(await box.inputValue()).toBe('出错');
  });

  test('in a group @ offers the bot first and the message carries who was meant', async () => {
    const page = await open([textMessage('om_1', 'oc_group', office, '请反馈')], {
      chat: 'oc_group',
    });
    await page.locator('[data-message=om_1]').hover();
    await page.getByRole('button', { name: '回复' }).click();
    await page.getByLabel('提到某人').click();
    expect(await page.getByRole('option').first().textContent()).toContain('工信助手');
    await page.keyboard.press('Enter');
    await page.keyboard.type('第1项已完成，请 @何文 知悉');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => server.sent)
      .toEqual([
        {
          as: 'ou_liaison',
          chat: 'oc_group',
          text: '@工信助手 第1项已完成，请 @何文 知悉',
          mentions: ['ou_bot', 'ou_office'],
          parentId: 'om_1',
        },
      ]);
    await page.getByText('回复 何文：请反馈').last().waitFor();
  });

  test('a file is uploaded and sent as a message of its own', async () => {
    const page = await open([]);
    await page.locator('.file-input').setInputFiles({
      name: '工作计划.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('plan'),
    });
    await page.getByRole('button', { name: '发送' }).click();
    await page.locator('.file-card').waitFor();
    expect(await page.locator('.file-card').textContent()).toBe('docx工作计划.docx4 B · 下载');
    expect(server.sent).toEqual([{ as: 'ou_liaison', chat: 'oc_bot', attachment: 'file_1' }]);
  });

  test('a sample goes to the bot with one click', async () => {
    const page = await open([], { chat: 'oc_group' });
    await page.getByRole('button', { name: '示例文件' }).click();
    await page.getByRole('button', { name: '发给机器人' }).first().click();
    await page.locator('.file-card').waitFor();
    expect(server.sent).toEqual([{ as: 'ou_liaison', chat: 'oc_bot', attachment: 'file_1' }]);
  });

  test('messages arrive by themselves, and a recalled one disappears', async () => {
    const page = await open([textMessage('om_1', 'oc_bot', liaison, '帮助')]);
    const news = textMessage('om_2', 'oc_bot', { ...office, isBot: true }, '2月提醒');
    server.messages.push(news);
    server.push({ kind: 'message', message: news });
    await page.getByText('2月提醒', { exact: true }).last().waitFor();
    await page.locator('[data-message=om_1]').hover();
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByText('您撤回了一条消息').waitFor();
  });

  test('the clock is moved in county time', async () => {
    const page = await open([]);
    expect(await page.locator('.bar-clock').textContent()).toBe('2026年2月27日 星期五 09:20');
    await page.getByRole('button', { name: '到下月1日 9:00' }).click();
    await expect
      .poll(() => page.locator('.bar-clock').textContent())
      .toBe('2026年3月1日 星期日 09:00');
    await page.getByRole('button', { name: '自选时间' }).click();
    await page.getByLabel('把时间调到').last().fill('2026-04-01T08:30');
    await page.getByRole('button', { name: '前往' }).click();
    await expect.poll(() => server.clocks).toEqual(['next-month', '2026-04-01T00:30:00.000Z']);
  });

  test('on a phone nothing is wider than the screen', async () => {
    const page = await open(
      [
        cardMessage('om_show', showCard),
        cardMessage('om_press', pressCard),
        cardMessage('om_form', formCard),
        textMessage('om_long', 'oc_bot', liaison, `https://example.com/${'a'.repeat(200)}`),
      ],
      { options: PHONE },
    );
    await page.locator('.c-chart canvas').waitFor();
    const widths = () =>
      page.evaluate(() => ({
        page: document.documentElement.scrollWidth,
        messages: document.querySelector('.messages')?.scrollWidth ?? 0,
        cards: Math.max(
          ...[...document.querySelectorAll('.card-body')].map((c) => c.scrollWidth - c.clientWidth),
        ),
      }));
    expect(await widths()).toEqual({ page: 390, messages: 390, cards: 0 });
    const low = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.c-button, .control, .composer button, .back')]
        .filter((e) => e.offsetHeight > 0 && e.offsetHeight < 36)
        .map((e) => e.outerHTML),
    );
    expect(low).toEqual([]);
    await page.getByRole('button', { name: '返回消息列表' }).click();
    await page.locator('.chat-row').first().waitFor();
    expect(await page.locator('.conversation').isVisible()).toBe(false);
    expect((await widths()).page).toBe(390);
  });
});
