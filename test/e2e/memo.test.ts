import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, type Served, serveSamples } from '../support/browser.ts';

describe.skipIf(chromiumPath === undefined)('a memo in a real browser (needs Chromium, see CHROMIUM_PATH)', () => {
  let served: Served;
  let base: string;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    served = await serveSamples();
    ({ base, browser } = served);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  });

  afterAll(() => served.stop());

  const open = (path: string) => page.goto(new URL(path, base).href);
  const quotations = () => page.locator('.entry blockquote').allTextContents();
  const download = async (button: string) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button, exact: true }).click(),
    ]);
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };

  test('search, collect three paragraphs, order them, export Word: quotations verbatim with their footnotes', async () => {
    await open('/search?q=营商环境');
    const buttons = page.locator('.hit:not(.is-heading) button[data-collect]');
    for (const at of [0, 1, 2]) {
      await buttons.nth(at).click();
      await expect.poll(() => page.locator('[data-basket-count]').textContent()).toBe(String(at + 1));
    }
    expect(await buttons.nth(0).getAttribute('aria-pressed')).toBe('true');

    await open('/memo');
    await expect.poll(() => page.locator('.entry').count()).toBe(3);
    const before = await quotations();
    await page.locator('.entry').nth(2).getByRole('button', { name: '上移' }).press('Enter');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(quotations).toEqual([before[2], before[0], before[1]]);
    await page.getByLabel('题目').fill('营商环境的提法');
    await page.getByLabel('引文格式').selectOption('law');
    await page.getByLabel('按语').first().fill('这一条最早。');
    await page.getByRole('button', { name: '加标题' }).click();
    await page.keyboard.type('一、提法');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => page.locator('.entry-citation').first().textContent()).toMatch(/《.+》.*。$/u);
    const citations = await page.locator('.entry-citation').allTextContents();

    const { name, bytes } = await download('Word');
    expect(name).toBe('营商环境的提法.docx');
    const { value: html } = await mammoth.convertToHtml({ buffer: bytes });
    const text = html
      .replace(/<[^>]+>/gu, '\n')
      .replace(/&quot;/gu, '"')
      .replace(/&amp;/gu, '&');
    const found = [before[2]!, before[0]!, before[1]!].map((words) => text.indexOf(words.trim()));
    expect(found.every((at) => at >= 0)).toBe(true);
    expect([...found].sort((a, b) => a - b)).toEqual(found);
    expect(text.indexOf('一、提法')).toBeLessThan(found[0]!);
    expect(text).toContain('这一条最早。');
    const notes = [...html.matchAll(/<li id="footnote-\d+">(.*?)<\/li>/gu)].map((one) =>
      one[1]!.replace(/<[^>]+>|↑/gu, '').trim(),
    );
    expect(notes).toEqual(citations);
  });

  test('is still there after a reload; sentences chosen, Markdown, a file that opens again', async () => {
    await open('/memo');
    await expect.poll(() => page.locator('.entry').count()).toBe(4);
    const part = page.locator('.entry-part:not([hidden])').first();
    await part.locator('summary').click();
    const box = part.locator('input').first();
    const quoted = part.locator('xpath=..').locator('blockquote');
    const whole = await quoted.textContent();
    await box.uncheck();
    await expect.poll(() => quoted.textContent()).not.toBe(whole);
    expect((await download('Markdown')).bytes.toString()).toContain('# 营商环境的提法');
    const file = await download('存为摘录文件');
    await page.getByRole('button', { name: '清空' }).click();
    expect(await page.locator('.entry').count()).toBe(0);
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: file.name, mimeType: 'application/json', buffer: file.bytes });
    await expect.poll(() => page.locator('.entry').count()).toBe(4);
  });

  test('a quotation is copied with its citation as a footnote that Word keeps', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(base).origin });
    await open('/search?q=营商环境');
    const link = await page.locator('.hit:not(.is-heading)').first().getAttribute('data-link');
    await open(link!);
    await page.locator('details.styles summary').click();
    await page.getByRole('button', { name: '复制引文和脚注' }).first().click();
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item!.getType(type)).text();
      return { text: await read('text/plain'), html: await read('text/html') };
    });
    expect(copied.text).toMatch(/^“.+”\[1\]\r?\n\r?\n\[1\] .+\.$/u);
    expect(copied.html).toContain('mso-element:footnote');
  });

  test('a draft with one false quotation: the difference is marked', async () => {
    await open('/documents');
    const words = await quotationOf('新质生产力');
    const wrong = `${words.slice(0, 12)}错字${words.slice(12)}`;
    await open('/check');
    await page.getByLabel('文稿').fill(`报告说“${words}”，又说“${wrong}”。`);
    await page.getByRole('button', { name: '核对' }).click();
    await expect.poll(() => page.locator('.verdict.is-altered del').allTextContents()).toEqual(['错字']);
    expect(await page.locator('.verdict.is-confirmed .checked').count()).toBe(1);
  });

  /** A passage of the samples in which `words` stand, from there on. */
  async function quotationOf(words: string): Promise<string> {
    const clause = new RegExp(`${words}[^“”。；\\d[]{16,40}`, 'u');
    const response = await fetch(new URL(`/api/search?q=${encodeURIComponent(words)}&type=政府工作报告`, base));
    const { hits } = (await response.json()) as { hits: { text: string; kind: string }[] };
    const text = hits.find(({ kind, text: one }) => kind === 'text' && clause.test(one))!.text;
    return clause.exec(text)![0];
  }
});
