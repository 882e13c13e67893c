/** The card of a trend: what was counted, how, and in what. */
import type { Collection } from '../../indexer/index/collection.ts';
import type { Card } from '../exporting/card.ts';
import type { Filters, YearRange } from '../search/filters.ts';
import { cover } from './coverage.ts';
import type { Subject } from './subject.ts';
import { allowed, type Trend } from './trend.ts';

export const RULE =
  '逐字计数（不分简繁、全半角、大小写与空白；数字须完整），重叠的只计一次；标题、表格、专栏也计入。' +
  '每万字处数＝处数÷所计文献正文的全部非空白字符数×10000。';
const CONCEPT_RULE = '概念：先去掉排除词所占的字，再从最长的词到最短的词计数，一个字只计一次。';

export const INDICATOR_RULE =
  '逐句读取指标名称所指的数；目标或完成、所指年份由句中年份、章节标题与用语判断；不确定的读数已标明，没有删去。';

export const NOVELTY_RULE =
  '一至三个相连的词，一边有而另一边没有，各至少两处，逐字计数；按对数似然比 G² 从大到小排列。';

export const COMPARISON_RULE = '章节按标题和内容对齐，段落按相近程度对齐；移位指次序或章节有变。';

const years = ({ from, to }: YearRange): string =>
  from === to ? String(from ?? '') : `${from ?? '不限'}—${to ?? '不限'}`;

/** The filters in words, one a dimension. */
export function filtersInWords(filters: Filters): string[] {
  const named: readonly (readonly [string, readonly string[]])[] = [
    ['年份', filters.year.map(years)],
    ['地区', filters.region],
    ['类型', filters.type],
    ['机关', filters.issuer],
    ['文献', filters.document],
  ];
  return named.flatMap(([name, values]) => (values.length === 0 ? [] : [`${name}：${values.join('、')}`]));
}

function nameOf(subject: Subject): string[] {
  if (subject.kind === 'phrase') return [subject.name];
  if (subject.kind === 'term') return [];
  const { concept } = subject;
  const without = concept.exclude.length === 0 ? '' : `；不计：${concept.exclude.join('、')}`;
  return [`概念“${concept.name}”（版本 ${concept.version}）：${concept.terms.join('、')}${without}`];
}

/** `date` is an ISO date. */
export function trendCard(collection: Collection, trend: Trend, filters: Filters, date: string): Card {
  const isConcept = trend.series.some(({ subject }) => subject.kind === 'concept');
  return {
    title: '词语走势',
    phrases: trend.series.flatMap(({ subject }) => nameOf(subject)),
    rule: isConcept ? `${RULE}${CONCEPT_RULE}` : RULE,
    filters: filtersInWords(filters),
    fingerprint: collection.fingerprint,
    documents: trend.coverage.documents,
    characters: trend.coverage.characters,
    date,
  };
}

/** The card of an export that is no trend, over the documents that pass the filters. */
export function coverCard(
  collection: Collection,
  about: Pick<Card, 'title' | 'phrases' | 'rule' | 'date'>,
  filters: Filters,
): Card {
  const { documents, characters } = cover(collection, allowed(collection, filters), 'year');
  return { ...about, filters: filtersInWords(filters), fingerprint: collection.fingerprint, documents, characters };
}
