/** How long a person waits after starting the program, and what it holds in memory: measured in processes of their own. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Start {
  /** Milliseconds from the start of the process to its answer, by the clock. */
  readonly wall: number;
  /** Milliseconds of processor time until then. */
  readonly cpu: number;
}

/** Bytes. */
export interface Residence {
  /** Of the program alone, over an empty collection. */
  readonly empty: number;
  /** After the first exact answer. */
  readonly exact: number;
  /** After the first relaxed answer: with nodejieba's dictionaries and the keyword index. */
  readonly all: number;
}

const CHILD = fileURLToPath(new URL('firstAnswers.js', import.meta.url));

/** What `firstAnswers.ts` prints. */
interface FirstAnswers {
  readonly exact: Start;
  readonly all: Start;
  readonly residence: Residence;
}

/** Opens the snapshot in `data` in a new process and asks two questions. Of three such processes the quickest. */
export function timeStart(data: string, exact: string, relaxed: string): FirstAnswers {
  const runs = Array.from({ length: 3 }, (): FirstAnswers => {
    const args = ['--expose-gc', CHILD, data, exact, relaxed];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`firstAnswers: ${stderr}`);
    return JSON.parse(stdout) as FirstAnswers;
  });
  return runs.reduce((a, b) => (a.all.wall <= b.all.wall ? a : b));
}
