/** Years for people. */

/** Ascending years, neighbours drawn together: 1956—1977、1979. */
export function yearsInWords(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run?.[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}—${to}`)).join('、');
}
