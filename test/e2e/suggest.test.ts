import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chromiumPath, type Served, serveSamples } from '../support/browser.ts';

describe.skipIf(chromiumPath === undefined)('suggestions in a real browser (needs Chromium, see CHROMIUM_PATH)', () => {
  let served: Served;
  let base: string;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    served = await serveSamples();
    ({ base, browser } = served);
  });

  afterAll(() => served.stop());

  beforeEach(async () => {
    page = await browser.newPage();
    page.setDefaultTimeout(20_000);
    complaints = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
  });

  afterEach(async () => {
    expect(complaints).toEqual([]);
    await page.close();
  });

  const typed = (path: string, text: string) => async () => {
    await page.goto(new URL(path, base).href);
    await page.locator('#q').fill('');
    await page.locator('#q').pressSequentially(text);
    await page.locator('#suggestions [role="option"]').first().waitFor();
  };
  const activeText = () => page.locator('#suggestions [aria-selected="true"] .suggestion-text').allTextContents();

  test('initials are understood; arrows walk through the list and round to the box', async () => {
    await typed('/', 'gy')();
    const options = await page.locator('#suggestions .suggestion-text').allTextContents();
    expect(options[0]).toBe('工业');
    expect(await activeText()).toEqual([]);
    await page.keyboard.press('ArrowDown');
    expect(await activeText()).toEqual(['工业']);
    const box = page.locator('#q');
    expect(await box.getAttribute('aria-activedescendant')).toBe('suggestion-0');
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowUp');
    expect(await activeText()).toEqual([]);
    await page.keyboard.press('ArrowUp');
    expect(await activeText()).toEqual([options.at(-1)]);
  });

  test('escape closes the list and leaves what was typed; enter then searches for it', async () => {
    await typed('/', '工')();
    await page.keyboard.press('Escape');
    expect(await page.locator('#suggestions').isVisible()).toBe(false);
    expect(await page.locator('#q').inputValue()).toBe('工');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?/);
    expect(new URL(page.url()).searchParams.get('q')).toBe('工');
  });

  test('a chosen term is searched for, and filters stay', async () => {
    await typed('/search?q=企业&year=2024', 'gy')();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=%E5%B7%A5%E4%B8%9A/);
    expect(new URL(page.url()).searchParams.getAll('year')).toEqual(['2024']);
  });

  test('a document is opened by a click', async () => {
    await typed('/', '政府工作')();
    const option = page.locator('#suggestions [role="option"]', { hasText: '文件' }).first();
    await option.click();
    await page.waitForURL(/\/documents\//);
  });
});
