import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listen } from '../../server/http/listen.ts';
import { libraryOf, SAMPLES } from '../support/library.ts';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const chromiumPath = [process.env['CHROMIUM_PATH'] ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));
const phrases = ['营商环境', '数字经济', '项目'];

describe.skipIf(chromiumPath === undefined)('trends in a real browser (needs Chromium, see CHROMIUM_PATH)', () => {
  let server: Server;
  let base: string;
  let browser: Browser;
  beforeAll(async () => {
    const listening = await listen(await libraryOf(SAMPLES), { host: '127.0.0.1', port: 0 });
    if ('problem' in listening) throw new Error(listening.problem);
    ({ server, url: base } = listening);
    const args = ['--no-sandbox', '--disable-dev-shm-usage'];
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', args });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    server.close();
  });

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
