/**
 * How fast documents are understood, without tokenising: reading (bytes to blocks), cleaning, describing, outlining,
 * each in characters a second of processor time, over the text files of a folder, held against one pass of `fold` in the
 * same run. `node dist/test/bench/understand.js [FOLDER] [ROUNDS]`; without FOLDER the real documents beside the
 * project, else the sample corpus.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldText } from '../../indexer/analysis/fold.ts';
import { clean } from '../../indexer/cleaning/clean.ts';
import { isSkip, understand } from '../../indexer/understand.ts';
import { read } from '../../indexer/reading/read.ts';
import { describe } from '../../indexer/metadata/describe.ts';
import { documentId } from '../../indexer/outline/identity.ts';
import { outline } from '../../indexer/outline/outline.ts';
import { cpuOf } from './measure.ts';

const [folder = existsSync('../shared/corpus') ? '../shared/corpus' : 'corpus', rounds = '5'] = process.argv.slice(2);

interface File {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const files: File[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.txt'))
  .toSorted()
  .map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));

const stageNames = ['read', 'clean', 'describe', 'outline'] as const;
type Stage = (typeof stageNames)[number];

/** Milliseconds of each stage over all files; a file goes through all stages before the next, as in a folder that is indexed. */
async function timeStages(): Promise<Record<Stage, number>> {
  const spent = { read: 0, clean: 0, describe: 0, outline: 0 };
  const time = async <T>(stage: Stage, work: () => T): Promise<Awaited<T>> => {
    const { made, cpu } = await cpuOf(work);
    spent[stage] += cpu;
    return made;
  };
  for (const { path, bytes } of files) {
    const reading = await time('read', () => read(path, bytes));
    if ('reason' in reading) continue;
    const cleaned = await time('clean', () => clean(reading));
    const { metadata, front } = await time('describe', () => describe(cleaned, path, {}));
    await time('outline', () => outline(cleaned, front, documentId(metadata)));
  }
  return spent;
}

/** Rounds before the first that counts: the engine compiles what is used often. */
const warmUp = 5;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

async function main(): Promise<void> {
  const documents = await Promise.all(files.map((file) => understand({ ...file, sidecar: null })));
  const texts = documents.flatMap((document) => (isSkip(document) ? [] : [document.text]));
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const stages: Record<Stage | 'fold', number[]> = { read: [], clean: [], describe: [], outline: [], fold: [] };
  for (let round = -warmUp; round < Number(rounds); round += 1) {
    const times = await timeStages();
    const { cpu } = await cpuOf(() => texts.map((text) => foldText(text)));
    if (round < 0) continue;
    for (const name of stageNames) stages[name].push(times[name]);
    stages.fold.push(cpu);
  }
  report(characters, stages);
}

function report(characters: number, stages: Record<Stage | 'fold', readonly number[]>): void {
  const speed = (milliseconds: number): string => (characters / milliseconds / 1000).toFixed(1).padStart(7);
  const all = stages.read.map((_, round) => stageNames.reduce((sum, name) => sum + (stages[name][round] ?? 0), 0));
  const fold = median(stages.fold);
  console.log(`${files.length} text files, ${characters} characters, ${rounds} rounds, processor time`);
  console.log('stage        M characters/s: median, best round   times one pass of fold');
  for (const [name, times] of [
    ...stageNames.map((name) => [name, stages[name]] as const),
    ['all stages', all] as const,
    ['fold (peer)', stages.fold] as const,
  ])
    console.log(
      `${name.padEnd(12)} ${speed(median(times))}         ${speed(Math.min(...times))}            ${(median(times) / fold).toFixed(1)}`,
    );
}

await main();
