/**
 * `npm run eval`: measures relevance and writes what it found beside this file, so that a change of the ranking shows in
 * the difference: `report.md` of the sample corpus and, where the shared collection is, `report-luoyang.md`.
 */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Library } from '../../indexer/library.ts';
import { listen } from '../../server/http/listen.ts';
import { hasShared, libraryOf, SAMPLES, SHARED_CORPUS, SHARED_GOLD } from '../support/library.ts';
import { evaluate, summarize } from './evaluate.ts';
import { readJudged } from './judged.ts';
import { renderReport } from './report.ts';

const here = import.meta.dirname;
const run = promisify(execFile);

/** What the judges' own scorer prints of a server over `library`. */
async function scoreByServer(library: Library): Promise<string> {
  const listening = await listen(library, { host: '127.0.0.1', port: 0 });
  if ('problem' in listening) return listening.problem;
  try {
    const files = [join(SHARED_GOLD, 'score-search.mjs'), listening.url, join(SHARED_GOLD, 'queries.jsonl')];
    return (await run(process.execPath, files)).stdout;
  } finally {
    listening.server.close();
  }
}

describe('relevance', () => {
  it('is measured on the sample corpus', async () => {
    const outcomes = await evaluate(await libraryOf(SAMPLES), readJudged(here));
    const note = 'The documents of `corpus/`, judged in `queries.jsonl`.';
    writeFileSync(join(here, 'report.md'), renderReport([{ title: 'Sample corpus', note, outcomes, showsText: true }]));
    console.table(summarize(outcomes));
    expect(outcomes.length).toBeGreaterThan(0);
  });

  it.skipIf(!hasShared)('is measured on the shared collection (needs ../shared)', async () => {
    const library = await libraryOf(join(SHARED_CORPUS, 'luoyang'));
    const outcomes = await evaluate(library, readJudged(SHARED_GOLD));
    const note =
      'The five documents of `../shared/corpus/luoyang`, judged in `../shared/gold/queries.jsonl`. Filters are mapped here ' +
      '(report_year, year_from, year_to, doc_type, not_region); `score-search.mjs` passes on only year, region and type.';
    const also = await scoreByServer(library);
    writeFileSync(
      join(here, 'report-luoyang.md'),
      renderReport([{ title: 'Shared collection', note, outcomes, showsText: false, also }]),
    );
    console.table(summarize(outcomes));
    expect(outcomes.length).toBeGreaterThan(0);
  });
});
