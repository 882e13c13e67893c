/** `npm run bench`: builds every engine over the same passages, checks that they agree, times them, writes report.md. */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { foldText } from '../../indexer/analysis/fold.ts';
import { segment } from '../../indexer/analysis/segment.ts';
import { buildCollection, type Collection, passageAt } from '../../indexer/index/collection.ts';
import { buildKeywordIndex, readKeywordIndex } from '../../indexer/index/keywordIndex.ts';
import { writeSnapshot } from '../../indexer/index/snapshot.ts';
import { ingest } from '../../indexer/ingest.ts';
import { builderName } from '../../indexer/library.ts';
import type { PolicyDocument } from '../../indexer/model.ts';
import type { Engine } from '../../server/search/search.ts';
import { suggest } from '../../server/suggest/suggest.ts';
import { vocabularyOf } from '../../server/suggest/vocabulary.ts';
import { compareSets, sameTotals } from './compare.ts';
import type { BenchEngine, BenchPassage } from './engine.ts';
import { cpuOf, interleave } from './measure.ts';
import { multiply } from './multiply.ts';
import { drawQuestions, drawSets, drawTyped, SETS } from './querySets.ts';
import { type RunResult, type SetResult, writeReport } from './report.ts';
import { scanEngine } from './scan.ts';
import { buildSqlite, pairs, sqliteEngine, type Tokens, words } from './sqlite.ts';
import { timeStart } from './start.ts';
import { answerOf, yinjuEngine } from './yinju.ts';

const SIZES = (process.argv[2] ?? '5000,40000,100000').split(',').map(Number);
const ROUNDS = 3;

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
const SHARED = join(PROJECT, '../shared/corpus');
const CORPUS = existsSync(SHARED) ? SHARED : join(PROJECT, 'corpus');

const REPORT = process.argv[3] ?? join(PROJECT, 'test/bench/report.md');

const say = (text: string): boolean => process.stderr.write(`${text}\n`);

function passagesOf(collection: Collection): BenchPassage[] {
  return Array.from(collection.documentOf, (_, number) => {
    const placed = passageAt(collection, number);
    if (placed === undefined) throw new Error(`bench: no passage ${number}`);
    const { text, document } = placed;
    return { text, folded: foldText(text), year: String(document.year ?? ''), region: document.region.join('/') };
  });
}

/** Our index, from documents to a snapshot on disk. */
async function buildOurs(documents: readonly PolicyDocument[], dir: string) {
  const phrases = await cpuOf(() => buildCollection(documents));
  const keywords = await cpuOf(() => buildKeywordIndex(phrases.made));
  const content = { builder: builderName(), folders: [], files: [], documents };
  const { positions } = phrases.made.phrases;
  const snapshot = await cpuOf(() => writeSnapshot(dir, { ...content, keywords: keywords.made, positions }));
  const opened = readKeywordIndex(keywords.made);
  const engine: Engine = { collection: phrases.made, loadKeywords: () => Promise.resolve(opened) };
  return { engine, cpu: { phrases: phrases.cpu, keywords: keywords.cpu, snapshot: snapshot.cpu } };
}

async function buildPeer(name: string, dir: string, passages: readonly BenchPassage[], tokensOf: Tokens) {
  const path = join(dir, `${name}.sqlite`);
  // Folding is part of the work, as it is of ours.
  const { made: database, cpu } = await cpuOf(() => {
    const folded = passages.map((passage) => ({ ...passage, folded: foldText(passage.text) }));
    return buildSqlite(path, folded, tokensOf);
  });
  return { engine: sqliteEngine(name, database, passages, tokensOf), database, cpu, bytes: statSync(path).size };
}

async function measureSet(
  name: SetResult['name'],
  sets: ReturnType<typeof drawSets>,
  collection: Collection,
  engines: readonly BenchEngine[],
): Promise<SetResult> {
  const queries = sets[name];
  const [ours, , , scan] = engines;
  if (ours === undefined || scan === undefined) throw new Error('bench: an engine is missing');
  let totals = 0;
  let hits = 0;
  for (const query of queries) {
    const [answer, truth] = [await ours.answer(query), await scan.answer(query)];
    hits += truth.total;
    if (sameTotals(answer, truth)) totals++;
  }
  const agreement = engines.map((engine) => compareSets(collection, engine, scan, queries));
  const runners = engines.map((engine) => (query: (typeof queries)[number]) => engine.answer(query));
  const times = await interleave(queries, runners, ROUNDS);
  say(`  ${name}: ${times.map(({ p50, p99 }) => `${p50.toFixed(2)}/${p99.toFixed(2)}`).join('  ')}`);
  return { name, queries: queries.length, hits: hits / queries.length, totals, agreement, times };
}

const sizeOf = (dir: string, name: RegExp): number =>
  readdirSync(dir)
    .filter((file) => name.test(file))
    .reduce((sum, file) => sum + statSync(join(dir, file)).size, 0);

async function run(originals: readonly PolicyDocument[], size: number, dir: string): Promise<RunResult> {
  const documents = multiply(originals, size);
  const data = join(dir, 'data');
  const ours = await buildOurs(documents, data);
  const { collection } = ours.engine;
  const passages = passagesOf(collection);
  say(`${passages.length} passages of ${documents.length} documents`);
  const bigram = await buildPeer('SQLite pairs', dir, passages, pairs);
  const jieba = await buildPeer('SQLite jieba', dir, passages, words);
  const scan = scanEngine(collection, passages);
  const engines = [yinjuEngine(ours.engine), bigram.engine, jieba.engine, scan];
  const sets = drawSets(collection, passages);
  const results: SetResult[] = [];
  for (const name of SETS) results.push(await measureSet(name, sets, collection, engines));
  const questions: string[] = [];
  for (const typed of drawQuestions(passages)) {
    if ((await answerOf(ours.engine, typed)).step !== 'exact') questions.push(typed);
  }
  const [relaxed] = await interleave(questions, [(typed) => answerOf(ours.engine, typed)], ROUNDS);
  const vocabulary = await cpuOf(() => vocabularyOf(collection));
  const typed = drawTyped([...sets['frequent word'], ...sets['medium word']]);
  const [suggested] = await interleave(typed, [(text) => suggest(collection, vocabulary.made, text, 10)], ROUNDS);
  const start = timeStart(data, sets.quotation[0]?.typed ?? '', questions[0] ?? '');
  bigram.database.close();
  jieba.database.close();
  return {
    passages: passages.length,
    documents: documents.length,
    characters: passages.reduce((sum, { text }) => sum + text.length, 0),
    sets: results,
    relaxed: { queries: questions.length, times: relaxed ?? { p50: NaN, p99: NaN } },
    suggestions: { typed: typed.length, times: suggested ?? { p50: NaN, p99: NaN }, vocabulary: vocabulary.cpu },
    build: { ours: ours.cpu, bigram: bigram.cpu, jieba: jieba.cpu },
    bytes: {
      documents: sizeOf(data, /^documents/),
      positions: sizeOf(data, /^positions/),
      keywords: sizeOf(data, /^keywords/),
      bigram: bigram.bytes,
      jieba: jieba.bytes,
    },
    start,
  };
}

async function main(): Promise<void> {
  const { documents } = await ingest([CORPUS], null);
  const originals = {
    isSample: CORPUS !== SHARED,
    documents: documents.length,
    passages: documents.reduce((sum, { passages }) => sum + passages.length, 0),
  };
  // nodejieba's dictionaries are loaded by ours and by a peer alike: before anything is timed.
  segment('先装载词典');
  const results: RunResult[] = [];
  for (const size of SIZES) {
    const dir = mkdtempSync(join(tmpdir(), 'yinju-bench-'));
    try {
      results.push(await run(documents, size, dir));
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
    writeFileSync(REPORT, writeReport(originals, results));
    say(`${REPORT} written`);
  }
}

await main();
