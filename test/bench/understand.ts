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
import type { Cleaned, Reading } from '../../indexer/model.ts';
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

/** Milliseconds of each stage over all files, each stage on what the one before it made. */
async function timeStages(): Promise<Record<Stage, number>> {
  const readings = await cpuOf(() => Promise.all(files.map(({ path, bytes }) => read(path, bytes))));
  const read_ = readings.made.flatMap((reading, i): [string, Reading][] =>
    'reason' in reading ? [] : [[files[i]?.path ?? '', reading]],
  );
  const cleaned = await cpuOf(() => read_.map(([path, reading]): [string, Cleaned] => [path, clean(reading)]));
  const described = await cpuOf(() => cleaned.made.map(([path, one]) => describe(one, path, {})));
  const outlined = await cpuOf(() =>
    described.made.map(({ metadata, front }, i) => {
      const one = cleaned.made[i]?.[1];
      return one === undefined ? null : outline(one, front, documentId(metadata));
    }),
  );
  return { read: readings.cpu, clean: cleaned.cpu, describe: described.cpu, outline: outlined.cpu };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

async function main(): Promise<void> {
  const documents = await Promise.all(files.map((file) => understand({ ...file, sidecar: null })));
  const texts = documents.flatMap((document) => (isSkip(document) ? [] : [document.text]));
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const stages: Record<Stage | 'fold', number[]> = { read: [], clean: [], describe: [], outline: [], fold: [] };
  for (let round = -2; round < Number(rounds); round += 1) {
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
  const fold = median(stages.fold);
  const total = stageNames.reduce((sum, name) => sum + median(stages[name]), 0);
  console.log(`${files.length} text files, ${characters} characters, ${rounds} rounds, processor time, medians`);
  console.log('stage        M characters/s   times one pass of fold');
  for (const [name, time] of [
    ...stageNames.map((name) => [name, median(stages[name])] as const),
    ['all stages', total] as const,
    ['fold (peer)', fold] as const,
  ])
    console.log(`${name.padEnd(12)} ${speed(time)}          ${(time / fold).toFixed(1)}`);
}

await main();
