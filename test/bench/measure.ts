/** Processor time, which other programs on the machine disturb less than the clock does. */

/** What `work` makes, and the milliseconds of processor time that this process (all its threads) spent on it. */
export async function cpuOf<T>(work: () => T): Promise<{ readonly made: Awaited<T>; readonly cpu: number }> {
  const before = process.cpuUsage();
  const made = await work();
  const { user, system } = process.cpuUsage(before);
  return { made, cpu: (user + system) / 1000 };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

/** The value that `share` of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export interface Times {
  readonly p50: number;
  readonly p99: number;
}

export const timesOf = (values: readonly number[]): Times => ({
  p50: percentile(values, 0.5),
  p99: percentile(values, 0.99),
});

/**
 * Runs every query with every runner in turn, `rounds` times after one round to warm up. A query's time is the median of
 * its rounds, so that one pause (a collection of garbage, a neighbour on the machine) does not make it slow.
 */
export async function interleave<Q>(
  queries: readonly Q[],
  runners: readonly ((query: Q) => unknown)[],
  rounds: number,
): Promise<Times[]> {
  const times = runners.map(() => queries.map((): number[] => []));
  for (let round = -1; round < rounds; round++) {
    for (const [q, query] of queries.entries()) {
      for (let turn = 0; turn < runners.length; turn++) {
        // Forwards and backwards in turn, so that none always follows the same one and finds the caches as that left them.
        const step = (q + round) % 2 === 0 ? turn : runners.length - turn;
        const r = (q + step) % runners.length;
        const { cpu } = await cpuOf(() => runners[r]?.(query));
        if (round >= 0) times[r]?.[q]?.push(cpu);
      }
    }
  }
  return times.map((ofRunner) => timesOf(ofRunner.map(median)));
}
