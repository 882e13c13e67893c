/** The report: what was measured, how, and whether the goals are met. */
import { arch, cpus, loadavg, platform, release } from 'node:os';
import type { Agreement } from './compare.ts';
import { TOP } from './engine.ts';
import type { Times } from './measure.ts';
import { type SetName, SIZE as SET_SIZE } from './querySets.ts';
import type { Residence, Start } from './start.ts';

/** The engines' order in `agreement` and `times`. */
export const ENGINES = ['Yinju', 'SQLite pairs', 'SQLite jieba', 'scan'] as const;

export interface SetResult {
  readonly name: SetName;
  readonly queries: number;
  /** Passages that a query finds, on average. */
  readonly hits: number;
  /** Queries for which our total and counts by year and region equal the scan's. */
  readonly totals: number;
  readonly agreement: readonly Agreement[];
  readonly times: readonly Times[];
}

export interface RunResult {
  readonly passages: number;
  readonly documents: number;
  readonly characters: number;
  readonly sets: readonly SetResult[];
  readonly relaxed: { readonly queries: number; readonly times: Times };
  /** `vocabulary`: milliseconds of processor time to find the terms, once. */
  readonly suggestions: { readonly typed: number; readonly times: Times; readonly vocabulary: number };
  /** Milliseconds of processor time. */
  readonly build: {
    readonly ours: { readonly phrases: number; readonly keywords: number; readonly snapshot: number };
    readonly bigram: number;
    readonly jieba: number;
  };
  readonly bytes: {
    readonly documents: number;
    readonly positions: number;
    readonly keywords: number;
    readonly bigram: number;
    readonly jieba: number;
  };
  readonly start: { readonly exact: Start; readonly all: Start; readonly residence: Residence };
}

export interface Originals {
  readonly isSample: boolean;
  readonly documents: number;
  readonly passages: number;
}

const ms = (value: number): string => (value < 10 ? value.toFixed(3) : value.toFixed(1));
const seconds = (value: number): string => (value / 1000).toFixed(2);
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
const count = (value: number): string => value.toLocaleString('en-US');
const both = ({ p50, p99 }: Times): string => `${ms(p50)} / ${ms(p99)}`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const nothing: Times = { p50: NaN, p99: NaN };

function ratio(set: SetResult, engine: number): Times {
  const [ours, peer] = [set.times[0] ?? nothing, set.times[engine] ?? nothing];
  return { p50: ours.p50 / peer.p50, p99: ours.p99 / peer.p99 };
}

const shares = ({ p50, p99 }: Times): string => `${p50.toFixed(2)} / ${p99.toFixed(2)}`;

function timesTable(run: RunResult): string {
  const head = ['queries', 'hits', ...ENGINES, 'ours ÷ SQLite pairs', 'ours ÷ scan'];
  return table(
    head,
    run.sets.map((set) => [
      set.name,
      count(Math.round(set.hits)),
      ...set.times.map(both),
      shares(ratio(set, 1)),
      shares(ratio(set, 3)),
    ]),
  );
}

function agreementTable(run: RunResult): string {
  const one = ({ equal, of, recall, unexplained }: Agreement): string =>
    `${equal}/${of}` + (equal === of ? '' : `, recall ${recall.toFixed(3)}, unexplained ${unexplained}`);
  return table(
    ['queries', 'Yinju', 'Yinju: totals, years, regions', 'SQLite pairs', 'SQLite jieba'],
    run.sets.map(({ name, queries, totals, agreement }) => {
      const [ours, bigram, jieba] = agreement.map(one);
      return [name, ours ?? '', `${totals}/${queries}`, bigram ?? '', (jieba ?? '').replace(/, unexplained \d+/, '')];
    }),
  );
}

/** A figure that was asked for. */
interface Goal {
  readonly name: string;
  readonly want: string;
  readonly got: string;
  readonly isMet: boolean;
}

function setGoal(run: RunResult, name: SetName, limit: number): Goal[] {
  const set = run.sets.find((candidate) => candidate.name === name);
  if (set === undefined) return [];
  const got = ratio(set, 1);
  const want = `≤ ${limit.toFixed(1)} of SQLite pairs, p50 and p99`;
  return [{ name, want, got: shares(got), isMet: got.p50 <= limit && got.p99 <= limit }];
}

const oursBuild = ({ build }: RunResult): number => build.ours.phrases + build.ours.keywords + build.ours.snapshot;

function goalsOf(run: RunResult): Goal[] {
  const build = oursBuild(run) / run.build.jieba;
  const { exact, all, residence } = run.start;
  const memory = (residence.exact - residence.empty) / run.bytes.bigram;
  const goals: Goal[] = [
    ...(['rare phrase', 'quotation', 'number', 'three words AND'] as const).flatMap((name) => setGoal(run, name, 0.5)),
    ...(['medium word', 'frequent word'] as const).flatMap((name) => setGoal(run, name, 1)),
    { name: 'build', want: "≤ 1.5 of SQLite jieba's", got: build.toFixed(2), isMet: build <= 1.5 },
    {
      name: 'memory of an exact engine',
      want: "≤ 2 of SQLite pairs' file",
      got: memory.toFixed(2),
      isMet: memory <= 2,
    },
  ];
  const suggested = run.suggestions.times.p50;
  goals.push({ name: 'suggestion', want: 'p50 ≤ 5 ms', got: `${ms(suggested)} ms`, isMet: suggested <= 5 });
  if (run.passages < 30_000 || run.passages > 60_000) return goals;
  const { p50 } = run.relaxed.times;
  return [
    ...goals,
    { name: 'relaxed question', want: 'p50 ≤ 50 ms', got: `${ms(p50)} ms`, isMet: p50 <= 50 },
    { name: 'start to exact answer', want: '≤ 2 s', got: `${seconds(exact.wall)} s`, isMet: exact.wall <= 2000 },
    { name: 'start to everything', want: '≤ 6 s', got: `${seconds(all.wall)} s`, isMet: all.wall <= 6000 },
  ];
}

function costs(run: RunResult): string {
  const { build, bytes, start, passages } = run;
  const { residence } = start;
  const grown = (to: number): string =>
    `${megabytes(to - residence.empty)} MB, ${Math.round((to - residence.empty) / passages)} bytes a passage`;
  return [
    `- Build, CPU seconds: Yinju ${seconds(oursBuild(run))} (phrases ${seconds(build.ours.phrases)}, keywords ` +
      `${seconds(build.ours.keywords)}, snapshot ${seconds(build.ours.snapshot)}), SQLite pairs ${seconds(build.bigram)}, ` +
      `SQLite jieba ${seconds(build.jieba)}.`,
    `- Files, MB: Yinju documents ${megabytes(bytes.documents)}, phrases ${megabytes(bytes.positions)}, keywords ${megabytes(bytes.keywords)}; SQLite pairs ` +
      `${megabytes(bytes.bigram)}, SQLite jieba ${megabytes(bytes.jieba)} (texts included, index without content).`,
    `- From the start of the process: first exact answer ${seconds(start.exact.wall)} s (CPU ${seconds(start.exact.cpu)}), ` +
      `first relaxed answer ${seconds(start.all.wall)} s (CPU ${seconds(start.all.cpu)}).`,
    `- Resident memory above that of the program without a collection (${megabytes(residence.empty)} MB): exact engine ` +
      `${grown(residence.exact)}; with keyword index and nodejieba's dictionaries ${grown(residence.all)}.`,
    `- Relaxed questions (${run.relaxed.queries}, only ours), p50 / p99 ms: ${both(run.relaxed.times)}.`,
    `- Suggestions (${run.suggestions.typed} beginnings of words, in characters or initials), p50 / p99 ms: ` +
      `${both(run.suggestions.times)}; finding the terms, once: ${seconds(run.suggestions.vocabulary)} s.`,
  ].join('\n');
}

function section(run: RunResult): string {
  const goals = table(
    ['goal', 'wanted', 'measured', ''],
    goalsOf(run).map(({ name, want, got, isMet }) => [name, want, got, isMet ? 'met' : '**not met**']),
  );
  return `## ${count(run.passages)} passages (${run.documents} documents, ${(run.characters / 1e6).toFixed(1)} M characters)

p50 / p99, milliseconds of processor time a query:

${timesTable(run)}

Queries answered with the very passages of the scan:

${agreementTable(run)}

${costs(run)}

${goals}
`;
}

function machine(): string {
  const model = cpus()[0]?.model ?? 'unknown processor';
  const load = loadavg().map((value) => value.toFixed(1));
  return `${cpus().length} × ${model}, ${platform()} ${release()} ${arch()}, Node ${process.version}; load averages at the end ${load.join(' ')}`;
}

export function writeReport(originals: Originals, runs: readonly RunResult[]): string {
  const corpus = originals.isSample ? "the project's sample corpus" : 'real documents (`../shared/corpus`)';
  return `# Speed

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}; do not edit. Use the ratios, not the milliseconds: the machine is
shared. ${machine()}.

## How

- Passages: ${corpus}, ${originals.documents} documents with ${count(originals.passages)} passages, then copies of them in which every number and
  every name (person, place, organisation, as nodejieba tags them) is replaced by an invented one of the same length, another
  one in each copy; region and year change too. So the vocabulary of names and numbers grows with the collection, while
  ordinary words recur as often as in the originals. Seeded: the same passages and queries each time.
- Peers over the same passages, in the same process: SQLite FTS5 over character pairs (phrase queries; all characters are
  tokens, so it is complete within a row), SQLite FTS5 over nodejieba's words, and \`indexOf\` over the folded text.
- The same work for each: the total, counts by year and region, the best ${TOP} passages by BM25 with matches marked. Ours parses the
  query as typed, and counts document types, issuers and documents as well.
- A query's time is processor time, the median of three rounds after one to warm up, engines interleaved query by query,
  forwards and backwards in turn: whoever follows the scan finds the caches empty.
- Sets: the ${SET_SIZE} most frequent words of two characters and more; words of 0.05–0.5 % of the passages; phrases of 4–8 characters
  that occur at most 20 times; quotations of 8–20 characters, marks included; three words of one passage; numbers with their unit.
- Before timing, result sets are compared with the scan's. SQLite differs where a number is part of a longer one (ours keeps numbers whole),
  and where a match runs from a passage into the next one of its paragraph; other differences are counted as unexplained.
- Start: a new process that loads the server's modules, opens the snapshot, and answers; the quickest of three, by the clock.

${runs.map(section).join('\n')}`;
}
