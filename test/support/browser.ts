/** The sample corpus served to a real browser. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { listen } from '../../server/http/listen.ts';
import { libraryOf, SAMPLES } from './library.ts';

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
  const listening = await listen(await libraryOf(SAMPLES), { host: '127.0.0.1', port: 0 });
  if ('problem' in listening) throw new Error(listening.problem);
  const { server, url: base } = listening;
  const browser = await chromium.launch({
    executablePath: chromiumPath ?? '',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  const stop = async (): Promise<void> => {
    await browser.close();
    server.close();
  };
  return { base, browser, stop };
}
