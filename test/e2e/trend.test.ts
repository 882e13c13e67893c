import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chromiumPath, type Served, serveSamples } from '../support/browser.ts';

const phrases = ['营商环境', '数字经济', '项目'];

describe.skipIf(chromiumPath === undefined)('trends in a real browser (needs Chromium, see CHROMIUM_PATH)', () => {
  let served: Served;
  let base: string;
  let browser: Browser;

  beforeAll(async () => {
    served = await serveSamples();
    ({ base, browser } = served);
  });

  afterAll(() => served.stop());

  const readers = [
    {
      reader: 'at a desk',
      viewport: { width: 1280, height: 900 },
      colorScheme: 'light' as const,
      chart: '.chart-wide',
    },
    {
      reader: 'on a phone at night',
      viewport: { width: 390, height: 844 },
      colorScheme: 'dark' as const,
      chart: '.chart-narrow',
    },
  ];
  describe.each(readers)('a reader $reader', ({ viewport, colorScheme, chart }) => {
    let page: Page;
    let complaints: string[];
    beforeEach(async () => {
      page = await browser.newPage({ viewport, colorScheme });
      page.setDefaultTimeout(10_000);
      complaints = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
    });
    afterEach(async () => {
      await page.close();
      expect(complaints).toEqual([]);
    });

    const isTooWide = () =>
      page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

    test('types three phrases, sees one chart, and opens the search of a point', async () => {
      await page.goto(`${base}trend`);
      await page.locator('#trend-q').fill(phrases.join('\n'));
      await page.locator('.trend-form button').click();
      await page.waitForURL(/q=/);
      expect(await page.locator('.chart > div:visible').count()).toBe(1);
      expect(await isTooWide()).toBe(false);
      // A colour that the policy or the stylesheet had lost would be black.
      const colour = await page
        .locator(`${chart} svg a path`)
        .first()
        .evaluate((path) => getComputedStyle(path).fill);
      expect(colour).not.toBe('rgb(0, 0, 0)');
      const point = page.locator(`${chart} svg a`).last();
      const label = (await point.locator('title').textContent()) ?? '';
      await page.goto(new URL((await point.getAttribute('href')) ?? '', base).href);
      const counts = (await page.locator('.counts').textContent()) ?? (await page.locator('.zero').textContent()) ?? '';
      expect(label).toContain(counts.trim().split(' ')[0]);
    });

    test('no view is wider than the screen', async () => {
      const query = new URLSearchParams(phrases.map((phrase) => ['q', phrase])).toString();
      for (const view of ['trend', 'map', 'lines', 'figures', 'words']) {
        await page.goto(`${base}trend?${query}&view=${view}`);
        expect(await isTooWide(), view).toBe(false);
      }
    });

    test('a concordance line opens its paragraph', async () => {
      await page.goto(`${base}trend?q=${encodeURIComponent('营商环境')}&view=lines&sort=left`);
      await page.locator('.kwic a').first().click();
      await page.waitForURL(/\/p\//);
      expect(await page.locator('.is-target mark').first().isVisible()).toBe(true);
    });
  });
});
