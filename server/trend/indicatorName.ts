/** The name of an indicator, as a person types it, and where a sentence speaks of it. */
import { foldText } from '../../indexer/analysis/fold.ts';
import { segmentFinely } from '../../indexer/analysis/segment.ts';
import type { Span } from '../../indexer/model.ts';
import type { Dimension } from './figures.ts';

export interface IndicatorName {
  readonly typed: string;
  /** Words of the name, in order, without the tail that only says what is measured: 老旧 小区 改造 of 老旧小区改造数量. */
  readonly words: readonly string[];
  /** Shorter ways of saying the core that are printed as often: 规上 for 规模以上. */
  readonly variants: readonly string[];
  /** Words that may stand between name and figure because they say what the tail says: 总产 for 产量. */
  readonly tail: RegExp | null;
  /** Dimensions that its figures have; null when any will do. */
  readonly dimensions: ReadonlySet<Dimension> | null;
  /** True when the name itself stands for its figure, without a noun that was cut off: something may be said without one. */
  readonly isWhole: boolean;
  /** True when what is asked for is growth, not an amount: …增长, …增速. */
  readonly isGrowth: boolean;
}

export interface Mention extends Span {
  /** All words stand there, in order and touching. */
  readonly isExact: boolean;
  /** Some word of the name is left out. */
  readonly isShortened: boolean;
}

/** What the last word of a name tells of its figures. `cut`: the word is no part of the core. */
const TAILS: readonly {
  readonly word: RegExp;
  readonly cut: boolean;
  readonly dimensions: readonly Dimension[];
  readonly said: RegExp | null;
}[] = [
  { word: /天数$/u, cut: false, dimensions: ['days', 'share'], said: /比率|比例|占比/gu },
  {
    word: /(?:年均)?(?:增长|增速|增幅|涨幅|增长率|增长速度)$/u,
    cut: true,
    dimensions: ['share'],
    said: /年均增速|增长速度|增速|增幅|涨幅|增长率/gu,
  },
  {
    word: /(?:总产量|产量|总产)$/u,
    cut: true,
    dimensions: ['weight', 'measure', 'count', 'share'],
    said: /总产量|产量|总产|综合生产能力|生产能力|产能|生产/gu,
  },
  {
    word: /(?:数量|个数|总数|户数|套数|家数|人数|数)$/u,
    cut: true,
    dimensions: ['count', 'area', 'measure'],
    said: /数量|总数|个数/gu,
  },
  { word: /(?:总面积|面积)$/u, cut: true, dimensions: ['area', 'share'], said: /总面积|面积|任务/gu },
  { word: /(?:里程|长度)$/u, cut: true, dimensions: ['measure', 'share'], said: /总里程|里程|长度/gu },
  { word: /(?:率|比重|占比|比例|强度|贡献度)$/u, cut: false, dimensions: ['share', 'other'], said: null },
  {
    word: /(?:收入|支出|总值|增加值|投资|总额|贷款|存款|余额|产值|金额|税收|利润|资金|交易额|成交额|销售额|[a-z]dp|投资额)$/u,
    cut: false,
    dimensions: ['money', 'share'],
    said: null,
  },
  { word: /(?:就业|人口|人次|游客)$/u, cut: false, dimensions: ['count', 'share'], said: /人数/gu },
  { word: /浓度$/u, cut: false, dimensions: ['measure', 'share', 'other'], said: /平均浓度|均值/gu },
];

/** Short forms that documents print for longer ones; both are folded. */
const SHORT_FORMS: readonly (readonly [string, string])[] = [
  ['规模以上', '规上'],
  ['限额以上', '限上'],
  ['国内生产总值', 'gdp'],
  ['地区生产总值', '生产总值'],
  ['地区生产总值', 'gdp'],
  ['生产总值', 'gdp'],
  ['研究与试验发展', '研发'],
  ['研发', 'r&d'],
  ['一般公共预算收入', '一般预算收入'],
  ['一般公共预算收入', '公共财政预算收入'],
  ['社会消费品零售总额', '社零总额'],
  ['高新技术企业', '高企'],
];

/** Words that change what is measured when they stand before a name: 单位生产总值能耗 is no 生产总值. */
const FOREIGN_BEFORE = /(?:单位|人均|户均|亩均|地均|万元|占|非|平均每人)(?:地区|国内|全[国省市县区])?$/u;

/** The longest words of at most three characters that together are `text`; what no word covers stands alone. */
function tile(text: string): string[] {
  const words = new Set(segmentFinely(text).filter((word) => word.length === 2 || word.length === 3));
  const tiles: string[] = [];
  let loose = '';
  for (let at = 0; at < text.length;) {
    const word = [3, 2].map((length) => text.slice(at, at + length)).find((piece) => words.has(piece));
    if (word === undefined) {
      loose += text.charAt(at++);
      continue;
    }
    if (loose !== '') tiles.push(loose);
    loose = '';
    tiles.push(word);
    at += word.length;
  }
  const last = tiles.at(-1);
  if (loose.length === 1 && last !== undefined) tiles[tiles.length - 1] = last + loose;
  else if (loose !== '') tiles.push(loose);
  return tiles;
}

/** Words of a name: Latin letters and digits (pm2.5) stay together. */
function wordsOf(name: string): string[] {
  return name
    .split(/([a-z][a-z\d.&+-]*)/u)
    .filter((piece) => piece !== '')
    .flatMap((piece) => (/^[a-z]/u.test(piece) ? [piece] : tile(piece)))
    .filter((word) => word !== '的');
}

/** Reads a name: 粮食产量 is 粮食 with a weight behind it, 造林面积 造林 with an area. */
export function readIndicatorName(typed: string): IndicatorName {
  const folded = foldText(typed);
  const tail = TAILS.find(({ word }) => word.test(folded));
  const cut = tail?.cut === true ? folded.replace(tail.word, '') : folded;
  const core = cut.length < 2 ? folded : cut;
  const isGrowth = tail?.word.test('增长') === true;
  return {
    typed,
    words: wordsOf(core),
    variants: SHORT_FORMS.flatMap(([long, short]) => (core.includes(long) ? [core.replace(long, short)] : [])),
    tail: tail?.said ?? null,
    dimensions: tail === undefined ? null : new Set(tail.dimensions),
    isWhole: tail?.cut !== true,
    isGrowth,
  };
}

/** How far apart two words of a name may stand, in characters. */
const WIDEST_GAP = 8;
const GAP = `[^,;:。!?|]{0,${WIDEST_GAP}}?`;
const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');

function patternOf(words: readonly string[], gap: string): RegExp {
  return new RegExp(words.map(escape).join(gap), 'gu');
}

/** Names with one or more of the inner words left out: 研发投入强度 for 研发经费投入强度. */
function shortened(words: readonly string[]): string[][] {
  return words.slice(1, -1).map((_, inner) => words.filter((_, i) => i !== inner + 1));
}

function* spansOf(text: string, pattern: RegExp): Generator<Span> {
  for (const match of text.matchAll(pattern)) yield { start: match.index, end: match.index + match[0].length };
}

/** Ways of finding a name, the surest first. */
function patternsOf({ words, variants }: IndicatorName): (Omit<Mention, keyof Span> & { pattern: RegExp })[] {
  const whole = [patternOf(words, ''), ...variants.map((variant) => new RegExp(escape(variant), 'gu'))];
  const reversed = words.length === 2 ? [patternOf([...words].reverse(), GAP)] : [];
  const moved =
    words.length > 2
      ? [
          patternOf([...words.slice(1), ...words.slice(0, 1)], GAP),
          patternOf([...words.slice(-1), ...words.slice(0, -1)], GAP),
          patternOf([words[1] ?? '', words[0] ?? '', ...words.slice(2)], GAP),
        ]
      : [];
  return [
    ...whole.map((pattern) => ({ pattern, isExact: true, isShortened: false })),
    ...[patternOf(words, GAP), ...moved, ...reversed].map((pattern) => ({
      pattern,
      isExact: false,
      isShortened: false,
    })),
    ...(words.length > 2 ? shortened(words) : []).map((some) => ({
      pattern: patternOf(some, ''),
      isExact: true,
      isShortened: true,
    })),
  ];
}

/** False when folded `text` cannot speak of the indicator: it lacks more words than a shortened name would. */
export function mayMention(text: string, { words, variants }: IndicatorName): boolean {
  const missing = words.filter((word) => !text.includes(word)).length;
  return missing <= (words.length > 2 ? 1 : 0) || variants.some((variant) => text.includes(variant));
}

/** Where folded `text` speaks of the indicator, in order; mentions do not overlap. */
export function findMentions(text: string, name: IndicatorName): Mention[] {
  const found: Mention[] = [];
  if (!mayMention(text, name)) return found;
  for (const { pattern, ...way } of patternsOf(name))
    for (const span of spansOf(text, pattern)) {
      const isTaken = found.some(({ start, end }) => span.start < end && start < span.end);
      const isForeign = FOREIGN_BEFORE.test(text.slice(0, span.start)) && !FOREIGN_BEFORE.test(name.words[0] ?? '');
      // 新增城镇就业 for 城镇新增就业: the same words touch, in another order.
      const isWhole = span.end - span.start === name.words.join('').length;
      if (!isTaken && !isForeign) found.push({ ...span, ...way, isExact: way.isExact || isWhole });
    }
  return found.sort((a, b) => a.start - b.start);
}
