import type { Clues } from '../model.ts';

/** What a downloader's script wrote at the head of a text file. */
export interface KeyBlock {
  readonly clues: Clues;
  /** The text behind the key block. */
  readonly body: string;
}

type Key = keyof Clues | 'other';

/** Keys as people write them. `other` ones are known, so that their lines go, but are no clue. */
const names: Readonly<Record<Key, readonly string[]>> = {
  title: ['标题', '题名', '题目', '名称', '文件名称', '文件标题', '文章标题'],
  issuer: [
    '发文单位',
    '发文机关',
    '发文机构',
    '发文部门',
    '发布单位',
    '发布机关',
    '发布机构',
    '制定机关',
    '印发机关',
    '公布机关',
  ],
  speaker: ['报告人', '讲话人', '作报告人'],
  date: [
    '发文时间',
    '发文日期',
    '发布时间',
    '发布日期',
    '成文日期',
    '成文时间',
    '公布日期',
    '印发日期',
    '日期',
    '时间',
  ],
  source: ['来源', '文章来源', '信息来源', '来源网站', '稿件来源'],
  url: ['来源URL', 'URL', '网址', '链接', '来源网址', '来源链接', '原文链接', '原文网址', '原文地址', '网页地址'],
  docNumber: ['文号', '发文字号', '文件编号', '文件号', '发文文号'],
  year: ['年份', '年度', '报告年份'],
  other: [
    ...['地区', '省份', '城市', '地市', '区县', '行政区', '行政区划'],
    ...[
      '索引号',
      '信息索引',
      '索取号',
      '主题分类',
      '主题词',
      '信息分类',
      '组配分类',
      '体裁分类',
      '信息类别',
      '服务对象',
    ],
    ...['公开方式', '公开时限', '公开形式', '公开类别', '公开范围', '公开程序', '公开责任部门', '文件类型', '文件种类'],
    ...['有效性', '效力状态', '时效性', '生效日期', '生效时间', '实施日期', '废止日期', '失效日期', '有效期'],
    ...['关键词', '内容概述', '内容概要', '信息名称', '载体类型', '记录形式', '语种'],
  ],
};

/** Every label, longest first, so that none hides another. */
export const indexLabels: readonly string[] = Object.values(names)
  .flat()
  .filter((word) => /^\p{Script=Han}+$/u.test(word) && word.length > 2)
  .concat('标题', '文号', '名称', '来源')
  .toSorted((a, b) => b.length - a.length);

const keyOf = new Map(
  Object.entries(names).flatMap(([key, words]) => words.map((word) => [word, key as Key] as const)),
);

/** `发文时间：未知` says that nothing is known. */
const unknown = /^(?:未知|不详|不明|暂无|无|空|N\/?A|null|none|-+|—+)?$/i;

/** `【标题】：…`, `来源URL: …` */
const keyLine = /^[\s\uFEFF]*[【[]?([\p{L}][\p{L}\s]{0,14}[\p{L}])[】\]]?\s*[：:]\s*(.*?)\s*$/u;

/** Which clue a label names: `发文机关` → `issuer`; null where it names none. */
export function clueKey(label: string): keyof Clues | null {
  const key = keyOf.get(label);
  return key === undefined || key === 'other' ? null : key;
}

/** True for `未知`, `不详` and the like. */
export function isUnknown(value: string): boolean {
  return unknown.test(value);
}

/** The rule or the word under the keys: `======`, `正文：`. */
const endLine = /^\s*(?:[=＝\-—_*]{4,}\s*$|(?:正文|内容|全文)\s*[：:]\s*)/;

/** How far a key block may reach. */
const mostLines = 20;

/**
 * Takes a key block off the head of a text file: at least two lines `标题：…`, `发文单位：…`, ended by a blank line, a
 * rule or `正文：`. Null where the text does not begin with one: `来源：` alone is a web page's furniture.
 */
export function takeKeyBlock(text: string): KeyBlock | null {
  const found = new Map<Key, string>();
  let offset = 0;
  let keyLines = 0;
  for (let i = 0; i < mostLines && offset < text.length; i += 1) {
    const { line, next } = lineAt(text, offset);
    const [, word = '', value = ''] = keyLine.exec(line) ?? [];
    const label = word.replace(/\s/gu, '');
    const key = keyOf.get(label) ?? keyOf.get(label.toUpperCase());
    if (key === undefined) {
      if (line.trim() !== '') break;
    } else {
      keyLines += 1;
      if (!found.has(key)) found.set(key, value);
    }
    offset = next;
  }
  if (keyLines < 2) return null;
  return { clues: cluesOf(found), body: text.slice(pastEndLine(text, offset)) };
}

function lineAt(text: string, offset: number): { line: string; next: number } {
  const end = text.indexOf('\n', offset);
  return end < 0 ? { line: text.slice(offset), next: text.length } : { line: text.slice(offset, end), next: end + 1 };
}

function pastEndLine(text: string, offset: number): number {
  const { line } = lineAt(text, offset);
  return offset + (endLine.exec(line)?.[0].length ?? 0);
}

function cluesOf(found: ReadonlyMap<Key, string>): Clues {
  const clues: Record<string, string | number> = {};
  for (const [key, value] of found) {
    if (unknown.test(value) || key === 'other') continue;
    if (key !== 'year') clues[key] = value;
    else if (/^(?:19|20)\d\d年?$/.test(value)) clues[key] = Number.parseInt(value, 10);
  }
  return clues;
}
