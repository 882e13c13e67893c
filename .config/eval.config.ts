import { defineConfig } from 'vitest/config';

/** `npm run eval`: measures relevance and writes the reports. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/relevance/eval.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
