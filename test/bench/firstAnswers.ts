/**
 * A process of its own: opens the snapshot in argument 1, answers the exact query in argument 2 and the question in
 * argument 3, and prints when that was and what stands in memory.
 *
 * It imports what the server imports, so that loading the program counts.
 */
import '../../server/http/listen.ts';
import { open } from '../../indexer/library.ts';
import { answerOf } from './yinju.ts';

const [data = '', exactQuery = '', question = ''] = process.argv.slice(2);

/** Milliseconds since the process began. */
function sinceStart() {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now(), cpu: (user + system) / 1000 };
}

function resident(): number {
  for (let turn = 0; turn < 3; turn++) globalThis.gc?.();
  return process.memoryUsage.rss();
}

const empty = process.memoryUsage.rss();
const library = await open(data);
if ('rejected' in library) throw new Error(library.rejected);
const answered = await answerOf(library, exactQuery);
const exact = sinceStart();
if (answered.step !== 'exact' || answered.total === 0) throw new Error(`${exactQuery}: ${answered.step}`);
const residentExact = resident();
const spent = sinceStart();
const relaxed = await answerOf(library, question);
if (relaxed.step === 'exact') throw new Error(`${question}: an exact answer`);
const now = sinceStart();
// What measuring memory took is not the program's.
const all = { wall: now.wall - spent.wall + exact.wall, cpu: now.cpu - spent.cpu + exact.cpu };
const residence = { empty, exact: residentExact, all: resident() };
process.stdout.write(JSON.stringify({ exact, all, residence }));
