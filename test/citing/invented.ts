/** Invented documents to cite: metadata that a table varies, over one of three outlines. */
import { buildCollection, passageAt, type PlacedPassage } from '../../indexer/index/collection.ts';
import type { Metadata, Passage, PassageKind, PolicyDocument, Section, SectionKind } from '../../indexer/model.ts';

/** `[kind, number, heading, level]` opens a section; a string (or `[passage kind, text]`) is a paragraph in the last one. */
type Line = readonly [SectionKind, string | null, string, number] | readonly [PassageKind, string] | string;

export const nothingKnown: Metadata = {
  title: '政府工作报告',
  displayTitle: '政府工作报告',
  docType: '政府工作报告',
  region: [],
  issuer: null,
  speaker: null,
  meeting: null,
  date: null,
  year: null,
  docNumber: null,
  url: null,
  source: null,
  script: 'Hans',
  completeness: 'complete',
};

const reportLines: readonly Line[] = [
  ['heading', '政府工作报告'],
  ['chapter', '一、', '一、2023年工作回顾', 1],
  '过去一年，全市生产总值增长6.1%。',
  ['chapter', '三、', '三、2024年重点工作', 1],
  '今年要办好十件实事。',
  ['section', '（一）', '（一）狠抓项目建设', 2],
  '推进云港二期工程，年内完成投资30亿元。',
  '新开工亿元以上项目80个。',
  ['unnumbered', null, '提升城市品质', 2],
  '实施城市更新行动，改造老旧小区60个，惠及居民2.1万户；新建口袋公园20处。',
  '打造“十五分钟便民生活圈”，建成社区食堂12家。',
  ['section', '(三)', '(三)改善民生福祉', 2],
  '新增城镇就业4万人。',
];

const noticeLines: readonly Line[] = [
  ['chapter', '一、', '一、总体要求', 1],
  '坚持政府引导、市场主导。',
  ['chapter', '二、', '二、主要任务', 1],
  ['section', '（四）', '（四）强化要素保障', 2],
  '统筹安排用地指标。',
  '设立10亿元专项资金。',
];

const ruleLines: readonly Line[] = [
  ['chapter', '第二章', '第二章 保护与利用', 1],
  ['article', '第十一条', '第十一条', 2],
  '市人民政府应当划定保护范围。',
  ['article', '第十二条', '第十二条', 2],
  '岸线保护应当统一规划。',
  '岸线范围内禁止下列行为：',
  ['list', '（一）擅自填堵河道；'],
  ['list', '（二）倾倒垃圾、渣土。'],
];

const planLines: readonly Line[] = [
  ['chapter', '第一篇', '第一篇 开启新征程', 1],
  ['chapter', '第二章', '第二章 主要目标', 2],
  '到2025年努力实现以下目标。',
  ['box', '专栏1', '专栏1 “十四五”主要指标', 3],
  ['table', '序号 | 指标 | 2025年'],
  ['table', '1 | 地区生产总值（亿元） | 2300'],
];

export const outlines = { report: reportLines, notice: noticeLines, rule: ruleLines, plan: planLines };

/** Built from lines as `structure` would have built it. */
export function invent(
  metadata: Partial<Metadata>,
  lines: readonly Line[],
  page: number | null = null,
): PolicyDocument {
  const sections: Section[] = [];
  const passages: Passage[] = [];
  const ordinals = new Map<string, number>();
  let text = '';
  const add = (kind: PassageKind, words: string) => {
    const section = sections.at(-1)?.id ?? null;
    const ordinal = kind === 'heading' ? 0 : (ordinals.get(section ?? '') ?? 0) + 1;
    if (kind !== 'heading') ordinals.set(section ?? '', ordinal);
    const start = text.length;
    text += `${words}\n`;
    passages.push({
      id: `d-p${passages.length}`,
      kind,
      section,
      ordinal,
      segment: null,
      start,
      end: start + words.length,
      page,
    });
  };
  for (const line of lines) {
    if (typeof line === 'string') add('text', line);
    else if (line.length === 2) add(line[0], line[1]);
    else {
      const [kind, number, heading, level] = line;
      const parent = sections.findLast((section) => section.level === level - 1)?.id ?? null;
      sections.push({ id: `s${sections.length}`, parent: level === 1 ? null : parent, level, kind, number, heading });
      add('heading', heading);
    }
  }
  const provenance = { path: 'a.txt', format: 'txt', sha256: '0', encoding: 'utf-8', pages: null } as const;
  return { ...nothingKnown, ...metadata, id: 'd', text, sections, passages, provenance, problems: [] };
}

/** The passage of `document` whose text contains `words`. */
export function placedIn(document: PolicyDocument, words: string): PlacedPassage {
  const collection = buildCollection([document]);
  const number = document.passages.findIndex(({ start, end }) => document.text.slice(start, end).includes(words));
  const placed = passageAt(collection, number);
  if (placed === undefined) throw new Error(`no passage says ${words}`);
  return placed;
}
