/** The labels under which sites and downloaders state facts about a document: `发文机关`, `成文日期`, `索引号`. */
import type { Clues } from '../model.ts';

/** What a label names; `other` ones are known, so that their lines go, but are no clue. */
export type Key = keyof Clues | 'other';

/** Labels as people write them. */
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

const keys = new Map(Object.entries(names).flatMap(([key, words]) => words.map((word) => [word, key as Key] as const)));

/** What a label names; undefined for a word that is no label. */
export function keyOf(label: string): Key | undefined {
  return keys.get(label) ?? keys.get(label.toUpperCase());
}

/** Which clue a label names: `发文机关` → `issuer`; null where it names none. */
export function clueKey(label: string): keyof Clues | null {
  const key = keys.get(label);
  return key === undefined || key === 'other' ? null : key;
}

/** `发文时间：未知` says that nothing is known. */
const unknown = /^(?:未知|不详|不明|暂无|无|空|N\/?A|null|none|-+|—+)?$/i;

/** True for `未知`, `不详` and the like. */
export function isUnknown(value: string): boolean {
  return unknown.test(value);
}
