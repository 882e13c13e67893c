import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findSidecar } from '../indexer/reading/sidecar.ts';
import { show } from '../indexer/show.ts';
import { isSkip, understand } from '../indexer/understand.ts';
import { printUnderstood } from './support/understoodText.ts';

/**
 * What is understood of every sample document, reviewed line by line against the document. After a change that is meant:
 * `UPDATE_GOLDEN=1 npx vitest run --config .config/vitest.config.ts test/golden.test.ts`, then read the difference.
 */
const golden = fileURLToPath(new URL('golden/show/', import.meta.url));
const corpus = fileURLToPath(new URL('../corpus/', import.meta.url));

const names = readdirSync(corpus)
  .filter((name) => /\.(?:txt|md|html|docx|pdf)$/.test(name) && name !== 'README.md')
  .toSorted();

describe('understands every sample document as reviewed', () => {
  mkdirSync(golden, { recursive: true });
  for (const name of names) {
    it(name, async () => {
      const file = join(corpus, name);
      const outcome = await understand({ path: name, bytes: readFileSync(file), sidecar: await findSidecar(file) });
      const printed = isSkip(outcome)
        ? `skipped: ${outcome.reason} ${outcome.detail}\n`
        : printUnderstood(show(outcome));
      const kept = join(golden, `${name}.txt`);
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(kept, printed);
      expect(existsSync(kept) ? readFileSync(kept, 'utf8') : 'no golden: run with UPDATE_GOLDEN=1').toBe(printed);
    });
  }
});
