/** Documents and hits as text for a terminal. */
import type { ShownDocument } from '../../indexer/show.ts';
import { strings } from '../http/language/language.ts';
import { describe } from '../query/describe.ts';
import { fragments } from '../search/highlight.ts';
import type { NearAnswer } from '../search/near.ts';
import type { Hit, SearchAnswer, Step } from '../search/search.ts';

const mark = (text: string): string => (process.stdout.isTTY ? `\x1b[1;31m${text}\x1b[0m` : `【${text}】`);

const NEAR = '—— 以下段落相近：没有逐字出现，不计入上面的数目 ——';

/** Metadata, outline and problems of one document. */
export function printDocument({ document, sections, passages, problems }: ShownDocument): string {
  const facts = [
    ['标题', document.displayTitle],
    ['原题', document.title],
    ['类型', document.docType],
    ['地区', document.region.join(' ')],
    ['年份', document.year],
    ['日期', document.date],
    ['机关', document.issuer],
    ['报告人', document.speaker],
    ['会议', document.meeting],
    ['文号', document.docNumber],
    ['来源', document.source],
    ['网址', document.url],
    ['字体', document.script === 'Hant' ? '繁體' : '简体'],
    ['完整', document.completeness],
    ['段落', passages.length],
  ] as const;
  return [
    ...facts.map(([name, value]) => `${name}　${value === null || value === '' ? '—' : value}`),
    '',
    ...sections.map(({ level, heading, kind }) => `${'　'.repeat(level)}${heading}${kind === 'run-in' ? ' …' : ''}`),
    '',
    ...problems.map(({ code, message }) => `! ${code}: ${message}`),
  ].join('\n');
}

function printHit({ document, path, passage, text, spans }: Hit, marked: (text: string) => string): string[] {
  return [
    '',
    `${document.displayTitle}　${path.map((section) => section.heading).join(' › ')}　/p/${passage.id}`,
    fragments(text, spans)
      .map((piece) => (piece.isMatch ? marked(piece.text) : piece.text))
      .join(''),
  ];
}

/** In the words of the page: how far the question was relaxed, and to which words. */
function printStep(step: Step, words: readonly string[]): string[] {
  const { steps, stepWords } = strings.zh;
  return step === 'exact' ? [] : [`${steps[step]}。${stepWords}${words.join('、')}`];
}

/** Totals and hits of one answer, and what comes near. */
export function printHits({ query, step, words, total, hits }: SearchAnswer, near: NearAnswer | null): string {
  const head = `${describe(query, 'zh')}：${total.occurrences} 处，${total.passages} 段，${total.documents} 篇`;
  const literal = hits.flatMap((hit) => printHit(hit, mark));
  const others = near === null ? [] : ['', NEAR, ...near.hits.flatMap((hit) => printHit(hit, (text) => `‹${text}›`))];
  return [head, ...printStep(step, words), ...literal, ...others].join('\n');
}
