/** The sample corpus served to a real browser. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { libraryOf, SAMPLES } from './library.ts';
import { serve } from './server.ts';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is; undefined where there is none, and tests that need it are skipped. */
export const chromiumPath = [process.env['CHROMIUM_PATH'] ?? '', ...PLACES].find(
  (path) => path !== '' && existsSync(path),
);

export interface Served {
  /** The server's address. */
  readonly base: string;
  readonly browser: Browser;
  readonly stop: () => Promise<void>;
}

export async function serveSamples(): Promise<Served> {
  const { base, stop: stopServer } = await serve(await libraryOf(SAMPLES));
  const browser = await chromium.launch({
    executablePath: chromiumPath ?? '',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  const stop = async (): Promise<void> => {
    await browser.close();
    stopServer();
  };
  return { base, browser, stop };
}
