import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enqueue } from '../../src/outbox/enqueue.ts';
import { claimMessages, giveUp } from '../../src/outbox/queries.ts';
import { loadLedger } from '../../src/summary/load.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { hasChromium, openChromium } from '../support/chromium.ts';
import { type Dashboard, LEADER, openDashboard } from './support.ts';

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const WALL = { width: 1920, height: 1080 };

describe.skipIf(!hasChromium)('the dashboard in a browser', () => {
  let county: Dashboard;
  let browser: Browser;
  let paths: Record<string, string>;
  /** Looked at by people while they work on the pages. */
  const pictures = mkdtempSync(join(tmpdir(), 'gongxin-dashboard-'));

  beforeAll(async () => {
    county = await openDashboard('2026-10-26T10:00:00+08:00');
    const { db, now } = county.deps;
    await enqueue(db, {
      key: 'stuck',
      to: { type: 'open_id', id: LEADER },
      content: { type: 'text', text: '10月重点工作已汇总。' },
      purpose: 'answer',
    });
    const claimed = await claimMessages(db, {
      limit: 9,
      leaseMs: 60_000,
      now: now(),
      holdPushes: false,
    });
    for (const row of claimed)
      await giveUp(db, row, { state: 'dead', reason: 'for the log', code: 230013 });
    const unit = await findUnit(db, '科技经信局');
    const ledger = await loadLedger(db, 2026, [3]);
    const joint = ledger.lines.find((l) => l.leads.length > 1 && l.coops.length > 0);
    paths = {
      overview: '/',
      tasks: '/tasks?status=done',
      gantt: '/gantt',
      unit: `/units/${unit?.id}`,
      task: `/tasks/${(joint ?? ledger.lines[0])?.taskId}`,
      problems: '/problems',
      questions: '/questions',
      undelivered: '/undelivered',
      people: '/people',
    };
    browser = await openChromium();
    console.info(`pictures of the dashboard: ${pictures}`);
  });
  afterAll(async () => {
    await browser?.close();
    await county?.stop();
  });

  /** A page of its own browser profile, logged in by a click on the pocket Feishu's login page. */
  async function openAs(
    name: string,
    viewport: { width: number; height: number },
    more: { javaScriptEnabled?: boolean } = {},
  ): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
    const context = await browser.newContext({ viewport, ...more });
    const page = await context.newPage();
    const faults: string[] = [];
    await page.goto(county.url);
    await page.getByText(name).click();
    await page.waitForURL(`${county.url}/**`);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (m) => {
      if (m.type() === 'error' || m.type() === 'warning') faults.push(m.text());
    });
    return { page, context, faults };
  }

  /** What keeps somebody out who hears the page, or sees it badly. */
  const barriers = (page: Page) =>
    page.evaluate(() => {
      const found: string[] = [];
      if (document.documentElement.lang !== 'zh-CN') found.push('no language');
      for (const field of document.querySelectorAll('select, input:not([type=hidden]), textarea'))
        if (!field.closest('label') && !field.getAttribute('aria-label'))
          found.push('a field without a label');
      for (const row of document.querySelectorAll('table'))
        if (!row.querySelector('thead th')) found.push('a table without heads');
      for (const link of document.querySelectorAll('a, button'))
        if (!link.textContent?.trim() && !link.getAttribute('aria-label'))
          found.push('a link without words');
      for (const image of document.querySelectorAll('img'))
        if (!image.hasAttribute('alt')) found.push('a picture without words');
      const light = (colour: string) => {
        const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((n) => {
          const c = Number(n) / 255;
          return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const groundOf = (e: Element | null): string => {
        if (!e) return 'rgb(255, 255, 255)';
        const { backgroundColor } = getComputedStyle(e);
        return /^rgba\(.*, 0(?:\.\d+)?\)$/.test(backgroundColor)
          ? groundOf(e.parentElement)
          : backgroundColor;
      };
      for (const e of document.querySelectorAll('main *, header *, footer *')) {
        const words = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent?.trim());
        if (!words || !(e instanceof HTMLElement) || e.offsetParent === null) continue;
        const [a, b] = [light(getComputedStyle(e).color), light(groundOf(e))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < 4.5)
          found.push(`${ratio.toFixed(1)} : 1 of “${e.textContent?.trim().slice(0, 12)}”`);
      }
      return [...new Set(found)];
    });

  const overflow = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

  test.each([
    ['a wide screen', WIDE],
    ['a phone', PHONE],
  ])('every page fits %s and breaks no rule of its own', async (_, viewport) => {
    const { page, context, faults } = await openAs('沈若溪', viewport);
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(county.url + path, { waitUntil: 'networkidle' });
      await page.screenshot({
        path: join(pictures, `${name}-${viewport.width}.png`),
        fullPage: true,
      });
      expect(await overflow(page), name).toBeLessThanOrEqual(0);
      expect(await page.locator('h1').count(), name).toBe(1);
      expect(await barriers(page), name).toEqual([]);
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  test('the overview draws its charts, and a bar opens the unit behind it', async () => {
    const { page, context } = await openAs('顾怀瑾', WIDE);
    await page.goto(county.url, { waitUntil: 'networkidle' });
    expect(await page.locator('.chart.drawn canvas').count()).toBe(2);
    const chart = page.locator('.chart').last();
    const box = await chart.boundingBox();
    if (!box) throw new Error('no chart');
    // The longest bars begin right of the names; somewhere down the column one is hit.
    for (let y = 60; y < box.height - 40 && page.url() === `${county.url}/`; y += 13)
      await chart.click({ position: { x: box.width * 0.36, y } });
    await page.waitForURL(/\/units\//);
    await context.close();
  });

  test.each([
    ['a wide screen', WIDE],
    ['a phone', PHONE],
  ])('on %s the Gantt chart goes to this month, beside the names', async (_, viewport) => {
    const { page, context } = await openAs('顾怀瑾', viewport);
    await page.goto(`${county.url}/gantt`);
    await page.getByText('转到本月').click();
    const now = await page.locator('#now').boundingBox();
    const name = await page.locator('.gantt-head .gantt-name').boundingBox();
    expect(await page.locator('#now').textContent()).toBe('10');
    expect(now?.x).toBeGreaterThanOrEqual((name?.x ?? 0) + (name?.width ?? 0));
    expect((now?.x ?? 0) + (now?.width ?? 0)).toBeLessThanOrEqual(viewport.width);
    await context.close();
  });

  test.each([
    ['a large screen', WALL],
    ['a laptop beside a projector', { width: 1280, height: 720 }],
  ])('the wall on %s shows the whole picture at once, without menus', async (_, viewport) => {
    const { page, context, faults } = await openAs('顾怀瑾', viewport);
    await page.goto(`${county.url}/?wall=1`, { waitUntil: 'networkidle' });
    await page.screenshot({ path: join(pictures, `wall-${viewport.width}.png`) });
    expect(await page.locator('nav').count()).toBe(0);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeLessThanOrEqual(viewport.height);
    // Nothing runs out of its box or over its neighbour.
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter(
          (e) =>
            e instanceof HTMLElement &&
            e.scrollWidth > e.clientWidth + 2 &&
            getComputedStyle(e).display === 'block',
        )
        .map((e) => e.className),
    );
    expect(cut).toEqual([]);
    expect(await page.locator('meta[http-equiv=refresh]').count()).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('everything can be read without JavaScript, and periods chosen', async () => {
    const { page, context } = await openAs('顾怀瑾', PHONE, { javaScriptEnabled: false });
    await page.screenshot({ path: join(pictures, 'no-script-390.png'), fullPage: true });
    expect(await page.locator('.chart:visible').count()).toBe(0);
    expect(await page.locator('table').count()).toBe(2);
    expect(await page.locator('.figures strong').allTextContents()).toHaveLength(3);
    await page.selectOption('select[name=period]', '2026-Q1');
    await page.locator('.choose button').click();
    expect(await page.locator('h1').textContent()).toContain('1–3月');
    await page.locator('.figures a').nth(1).click();
    expect(await page.locator('h1').textContent()).toBe('1–3月已完成事项清单');
    await page.locator('.tasks a').first().click();
    expect(await page.locator('h1').textContent()).toBe('事项');
    await context.close();
  });

  test('an address that leads nowhere, and one that is not for me, say so and lead back', async () => {
    const { page, context } = await openAs('许青禾', PHONE);
    const lost = await page.goto(`${county.url}/no/such/page`);
    expect(lost?.status()).toBe(404);
    expect(await page.locator('h1').textContent()).toMatch(/没有/);
    await page.getByRole('link', { name: '返回' }).click();
    await page.waitForURL(/\/units\//);
    const refused = await page.goto(`${county.url}/problems`);
    expect(refused?.status()).toBe(403);
    await page.getByRole('link', { name: '返回' }).click();
    await page.waitForURL(/\/units\//);
    await context.close();
  });

  test('a message is sent again, and the person leaves and comes back, by the buttons', async () => {
    const { page, context, faults } = await openAs('韩立冬', WIDE);
    await page.goto(`${county.url}/undelivered`);
    await page.getByRole('button', { name: '重新发送' }).click();
    await page.getByText('已放回发送队列').waitFor();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByText('您已退出工信助手').waitFor();
    await page.getByRole('link', { name: '用飞书登录' }).click();
    await page.getByText('韩立冬').click();
    await page.waitForURL(`${county.url}/`);
    expect(faults.filter((f) => !f.includes('favicon'))).toEqual([]);
    await context.close();
  });
});
