import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { foldText } from '../../indexer/analysis/fold.ts';
import { chromiumPath, type Served, serveSamples } from '../support/browser.ts';

/** Stands in many reports of the sample corpus. */
const QUERY = '营商环境';
const IN_A_LONG_PARAGRAPH = '本届政府的收官之年';

/** The box is a plain one without the script, and a combobox with it. */
const queryBox = (page: Page) => page.locator('#q');

const withoutMarks = (text: string): string => text.replace(/[“”‘’]/gu, '');

describe.skipIf(chromiumPath === undefined)('in a real browser (needs Chromium, see CHROMIUM_PATH)', () => {
  let served: Served;
  let base: string;
  let browser: Browser;

  beforeAll(async () => {
    served = await serveSamples();
    ({ base, browser } = served);
  });

  afterAll(() => served.stop());

  const readers = [
    { reader: 'at a desk', options: { viewport: { width: 1280, height: 900 } } },
    { reader: 'on a phone', options: { viewport: { width: 390, height: 844 }, hasTouch: true } },
    { reader: 'without JavaScript', options: { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false } },
  ];

  describe.each(readers)('a reader $reader', ({ options, reader }) => {
    let context: BrowserContext;
    let page: Page;
    let complaints: string[];
    let elsewhere: string[];

    beforeEach(async () => {
      context = await browser.newContext(options);
      page = await context.newPage();
      page.setDefaultTimeout(5_000);
      complaints = [];
      elsewhere = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (new URL(request.url()).host !== new URL(base).host) elsewhere.push(request.url());
      });
    });

    afterEach(async () => {
      await context.close();
      expect(complaints, 'the console').toEqual([]);
      expect(elsewhere, 'requests that left the machine').toEqual([]);
    });

    async function searchFor(query: string): Promise<void> {
      await page.goto(base);
      await queryBox(page).fill(query);
      await queryBox(page).press('Enter');
      await page.waitForURL(/\/search\?q=/);
    }

    const shownMarks = () => page.locator('.shown mark').allTextContents();

    async function choose(facet: string, value: string): Promise<void> {
      if (reader === 'on a phone') await page.locator('.side-fold > summary').click();
      await page.locator(`.facet-${facet} a:visible`, { hasText: value }).first().click();
    }

    test('finds what was typed, narrows it, and opens it at its paragraph', async () => {
      await searchFor(QUERY);
      const marks = await shownMarks();
      expect(marks.length).toBeGreaterThan(3);
      expect(new Set(marks.map(foldText))).toEqual(new Set([foldText(QUERY)]));

      const all = await page.locator('.counts').textContent();
      await choose('year', '2023');
      await page.waitForURL(/year=2023/);
      expect(await page.locator('.counts').textContent()).not.toBe(all);
      for (const title of await page.locator('.group-head').allTextContents()) expect(title).toContain('2023');

      const hit = page.locator('.hit').first();
      const id = ((await hit.getAttribute('id')) ?? '').replace('hit-', '');
      await hit.locator('.hit-open').click();
      await page.waitForURL(new RegExp(`/p/${id}`));
      const target = page.locator(`[id="p-${id}"]`);
      expect(await target.locator('mark').count()).toBeGreaterThan(0);
      const pilcrow = target.locator('.pilcrow');
      await expect.poll(async () => (await pilcrow.boundingBox())?.y).toBeLessThan(options.viewport.height);
    });

    test('follows a permalink to the paragraph, in view and complete', async () => {
      await searchFor(QUERY);
      const hit = page.locator('.hit').first();
      await hit.locator('.quote > summary').click();
      const quotation = (await hit.locator('.quotation').textContent()) ?? '';
      await hit.locator('.quote a').click();
      await page.waitForURL(/\/p\/[\w-]+$/);
      const target = page.locator('.text .is-target');
      const words = ((await target.textContent()) ?? '').replace('¶', '').trim();
      // Inside a quotation the text's own marks are single ones.
      expect(withoutMarks(quotation)).toContain(withoutMarks(words));
      await expect
        .poll(async () => (await target.locator('.pilcrow').boundingBox())?.y)
        .toBeLessThan(options.viewport.height);
    });

    test('unfolds a long paragraph with all of its marks', async () => {
      await searchFor(IN_A_LONG_PARAGRAPH);
      const folded = page.locator('.hit-text:has(.whole)').first();
      await folded.locator('summary').click();
      await expect.poll(() => folded.locator('.whole p').isVisible()).toBe(true);
      expect(await folded.locator('.shown').isVisible()).toBe(false);
    });

    test('sees no page that is wider than the window', async () => {
      for (const path of ['', `search?q=${QUERY}`, 'documents', 'collection', 'help']) {
        await page.goto(new URL(path, base).href);
        const box = await page.locator('html').boundingBox();
        expect(box?.width, path).toBeLessThanOrEqual(options.viewport.width);
      }
    });
  });

  describe('the keyboard', () => {
    let page: Page;

    beforeEach(async () => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      page = await context.newPage();
      await page.goto(`${base}search?q=${QUERY}`);
    });

    afterEach(() => page.context().close());

    test('/ goes to the box, and typing there does nothing else', async () => {
      await page.keyboard.press('/');
      await page.keyboard.type('jo/c');
      expect(await queryBox(page).inputValue()).toBe('jo/c');
      expect(page.url()).toContain('/search');
    });

    test('j and k walk, c copies with the source, o opens', async () => {
      const ids = await page.locator('.hit').evaluateAll((hits) => hits.map((hit) => hit.id));
      const current = () => page.locator('.hit.is-current').getAttribute('id');
      await page.keyboard.press('j');
      expect(await current()).toBe(ids[0]);
      await page.keyboard.press('j');
      expect(await current()).toBe(ids[1]);
      await page.keyboard.press('k');
      expect(await current()).toBe(ids[0]);
      await page.keyboard.press('c');
      await expect.poll(() => page.locator('.announce').textContent()).toBe('已复制');
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(await page.locator('.hit').first().getAttribute('data-quotation'));
      expect(copied).toMatch(/^“[^]*”（《/u);
      await page.keyboard.press('o');
      await page.waitForURL(/\/p\//);
    });

    test('a skip link comes first', async () => {
      await page.goto(`${base}documents`);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    });
  });
});
