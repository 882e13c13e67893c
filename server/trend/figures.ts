/** Figures in a sentence: number, unit, and the words that limit them. */
import type { Span } from '../../indexer/model.ts';

/** What a unit measures; `other` is a number without a unit. */
export type Dimension = 'share' | 'money' | 'weight' | 'area' | 'days' | 'count' | 'measure' | 'other';

export interface Figure extends Span {
  /** As printed, folded: `5128.4`, `四点三`. */
  readonly number: string;
  /** As printed, folded: `亿元`, `万户`, `%`; empty when there is none. */
  readonly unit: string;
  readonly dimension: Dimension;
  /** 左右, 以上, 以内, 不低于, 约 …; null when there is none. */
  readonly qualifier: string | null;
}

const MAGNITUDE = '(?:万亿|千亿|百亿|十亿|千万|百万|十万|[亿万千百])?(?:余|多)?';

/** Units by what they measure; of two that fit, the longer one. */
const UNITS: readonly (readonly [Dimension, string])[] = [
  ['share', '个?百分点|%|‰|成(?![立为果功交])'],
  ['money', '(?:美|欧|港|日)?元|人民币|美金'],
  ['weight', '吨标准煤|吨|公斤|千克|斤|担'],
  ['area', '平方公里|平方千米|平方米|平米|m2|公顷|亩'],
  ['days', '天'],
  [
    'measure',
    '微克/立方米|毫克/立方米|立方米|千瓦时|千瓦|公里|千米|km|米|小时|分钟|度|升|吨/平方公里|岁|倍|兆瓦|吉瓦|分贝',
  ],
  [
    'count',
    '(?:个|家|户|人次|人|名|套|所|座|处|条|项|台套|台|辆|件|种|批次|批|次|对|张|只|头|间|栋|幢|部|支|期|场|款|宗|床|例|位|幅|片|组|株|棵|盏|箱|班|列|艘|架|门|块|起|篇|口|标箱|架次|村|镇|乡|街道|社区|院)',
  ],
];

const unit = UNITS.map(([, words]) => words).join('|');
const NUMBER = String.raw`(?:(?<=\p{L})-)?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`;
const CHINESE = '[一二两三四五六七八九十百千零〇]{1,9}(?:点[一二三四五六七八九零〇]+)?';

/** `第3位`, `前10名`, `PM2.5`, `G310` and the like are no figures. */
const FIGURE = new RegExp(
  String.raw`(?<![a-z\d.第前]|[a-z]-|no\.)(?:(?<number>${NUMBER})(?<unit>${MAGNITUDE}(?:${unit})|${MAGNITUDE})|百分之(?<share>${CHINESE}|\d+(?:\.\d+)?)|(?<chinese>${CHINESE})(?<chineseUnit>(?:万亿|[亿万])?(?:多|余)?(?:元|吨|公斤|斤|担|亩|公顷|平方米|公里|户|人|个百分点)))`,
  'gu',
);

const AFTER = /^(?:\(含\))?(左右|上下|以上|以内|之内|以下|及以上)/u;
const BEFORE =
  /(不低于|不少于|不高于|不超过|不超|不大于|不小于|低于|高于|大于|小于|少于|多于|超过|突破|超|大约|约|近|至少|力争|<|>|≤|≥|〈|〉)(?:达到?|完成|实现|为|至|到)?$/u;

const exact = (words: string): RegExp => new RegExp(`^${MAGNITUDE}(?:${words})$`, 'u');
const DIMENSIONS = UNITS.map(([dimension, words]) => [dimension, exact(words)] as const);

function dimensionOf(printed: string): Dimension {
  return DIMENSIONS.find(([, pattern]) => pattern.test(printed))?.[0] ?? 'other';
}

/** A number before 年, 月, 日 or 号 is a date; one before 五 or in 9+2 is a name. */
function isName(text: string, { start, end, unit: printed }: Span & { unit: string }): boolean {
  if (/[+*#]$/u.test(text.slice(0, start))) return true;
  return printed === '' && /^(?:年|月|日|号|时|路|"|\+|[a-z]|-\d|~\d|、\d+(?:月|日|年))/u.test(text.slice(end));
}

/** The qualifier beside the number; the one after it is nearer. */
function qualifierOf(text: string, start: number, end: number): { qualifier: string | null; end: number } {
  const after = AFTER.exec(text.slice(end));
  if (after !== null) return { qualifier: after[1] ?? null, end: end + after[0].length };
  return { qualifier: BEFORE.exec(text.slice(0, start))?.[1] ?? null, end };
}

/** The figures of folded `text`, in order; spans are of it, a qualifier behind the unit included. */
export function readFigures(text: string): Figure[] {
  const figures: Figure[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const { groups = {} } = match;
    const number = groups['number'] ?? groups['share'] ?? groups['chinese'] ?? '';
    const printed = groups['unit'] ?? groups['chineseUnit'] ?? '%';
    const bare = { start: match.index, end: match.index + match[0].length, unit: printed };
    if (isName(text, bare)) continue;
    const { qualifier, end } = qualifierOf(text, bare.start, bare.end);
    figures.push({ ...bare, end, number, dimension: dimensionOf(printed), qualifier });
  }
  return figures;
}
