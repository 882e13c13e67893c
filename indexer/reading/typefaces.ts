/**
 * Emphasis by typeface: official Chinese print sets headings and topic sentences in 黑体 or 楷体 over a body in 仿宋
 * (GB/T 9704—2012, 7.3.3), and many a file has no other mark of them. Such a face counts as bold print where it covers a
 * whole short paragraph or its opening sentence.
 */

/** Faces that stand out from a body in 宋体 or 仿宋. 微软雅黑 is the body of many a web page. */
const heavy = /(?<!雅)黑|楷|小标宋|中宋|(?<!ya)hei\b|kai|xiaobiaosong/iu;
/** A longer emphasised opening is no theme. */
const longest = 60;

/** A piece of running text and the name of its typeface, '' where the file names none. */
export interface Run {
  readonly text: string;
  readonly face: string;
}

/** Whether a face stands out in a document with these runs: not when most of the text is set in such a face. */
export function outstandingFaces(runs: readonly Run[]): (face: string) => boolean {
  return heavy.test(commonest(runs)) ? () => false : (face) => heavy.test(face);
}

/** The face of most characters. */
function commonest(runs: readonly Run[]): string {
  const counts = new Map<string, number>();
  for (const { face, text } of runs) counts.set(face, (counts.get(face) ?? 0) + text.trim().length);
  return [...counts].reduce((most, other) => (other[1] > most[1] ? other : most), ['', 0])[0];
}

/** The runs of a paragraph's opening that stand out, when they are all of it or end a sentence. */
export function emphasised<T extends { readonly text: string }>(
  runs: readonly T[],
  standsOut: (run: T) => boolean,
): readonly T[] {
  const end = runs.findIndex((run) => run.text.trim() !== '' && !standsOut(run));
  const opening = end < 0 ? runs : runs.slice(0, end);
  const text = opening
    .map((run) => run.text)
    .join('')
    .trim();
  const isTheme = text !== '' && text.length <= longest && (end < 0 || /[。：:！？]$/u.test(text));
  return isTheme ? opening : [];
}
