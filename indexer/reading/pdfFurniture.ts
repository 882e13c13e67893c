import type { Line } from './pdfLines.ts';

/** A PDF's lines, page by page, with running heads, feet and page numbers set apart. */
export interface Sorted {
  readonly body: readonly (readonly Line[])[];
  readonly furniture: readonly Line[];
}

/** Furniture stands among so many lines of a page, counted from its head and its foot. */
const reach = 4;

/** Places of the same running head may differ by this much (points). */
const tolerance = 6;

/** `12`, `- 12 -`, `— 12 —`, `第12页`, `第12页 共40页`, `12/40`, `· 12 ·` */
const pageNumber =
  /^[-–—―－·•~〜\s]*(?:第\s*)?(\d{1,4})(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-–—―－·•~〜\s]*$/;

/**
 * Sets apart what repeats at the head or foot of pages, at the same height and with the same words but for numbers
 * (`11/22/26, 4:58 PM`, `http://… 3/27`), and page numbers that count on from page to page.
 */
export function takeFurniture(pages: readonly (readonly Line[])[]): Sorted {
  const edges = pages.map(edgeLines);
  const running = repeated(edges);
  const printed = new Set(edges.flatMap(browserLines));
  const furniture: Line[] = [];
  const body = pages.map((lines, index) => {
    const edge = new Set(edges[index]);
    return lines.filter((line) => {
      const off = printed.has(line) || (edge.has(line) && (running(line) || countsOn(line, edges)));
      if (off) furniture.push(line);
      return !off;
    });
  });
  return { body, furniture };
}

function edgeLines(lines: readonly Line[]): Line[] {
  const sorted = [...lines].sort((a, b) => a.y - b.y);
  return [...new Set([...sorted.slice(0, reach), ...sorted.slice(-reach)])];
}

/** What a browser prints: `11/22/26, 10:08 PM` and the page's title above, `file:///D:/1.html 1/1` below. */
const printedHead = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? ?(?:[上下]午 ?)?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?(?!\d)/;
const printedFoot = /^(?:https?|file|about|data|blob):\S+ ?\d+ ?\/ ?\d+$/;

/** A page's outermost lines where both are a browser's: they are furniture without repetition. */
function browserLines(edge: readonly Line[]): readonly Line[] {
  const level = (other: Line | undefined) => edge.filter((line) => Math.abs(line.y - (other?.y ?? -Infinity)) < 2);
  const [head, foot] = [level(edge[0]), level(edge.at(-1))];
  const textOf = (lines: readonly Line[]) => lines.map((line) => line.text).join(' ');
  return printedHead.test(textOf(head)) && printedFoot.test(textOf(foot)) ? [...head, ...foot] : [];
}

/** Tells whether a line repeats on at least two fifths of the pages and three of them (both, where there are two). */
function repeated(edges: readonly (readonly Line[])[]): (line: Line) => boolean {
  const enough = edges.length === 2 ? 2 : Math.max(3, Math.ceil(edges.length * 0.4));
  const places = new Map<string, Line[]>();
  for (const line of edges.flat()) {
    const key = wordsOf(line);
    places.set(key, [...(places.get(key) ?? []), line]);
  }
  return (line) => {
    const same = places.get(wordsOf(line)) ?? [];
    return (
      new Set(same.filter((other) => Math.abs(other.y - line.y) <= tolerance).map((other) => other.page)).size >= enough
    );
  };
}

/** A line's words without its numbers and white space. */
function wordsOf({ text }: Line): string {
  return text.replace(/\d+/g, '#').replace(/\s+/g, '');
}

/** True for a page number whose distance from its page is that of another page's; on a lone page it needs dashes. */
function countsOn(line: Line, edges: readonly (readonly Line[])[]): boolean {
  const number = numberOf(line);
  if (number === null) return false;
  if (edges.length === 1) return !/^\d+$/.test(line.text);
  return edges.some((lines) =>
    lines.some((other) => other.page !== line.page && numberOf(other) === number + other.page - line.page),
  );
}

function numberOf({ text }: Line): number | null {
  const digits = pageNumber.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}
