import type { Clues } from '../model.ts';
import { addClues, reportTaken, type Draft } from './furniture.ts';

/**
 * Takes off lines in which a page states facts about the text, and keeps the facts as clues: `来源:某某晚报`,
 * `时间:2022-02-15 15:21`, and the fused sort `政府工作报告二〇〇三年政府工作报告发布时间：2003-02-2116:02信息来源：某网打印分享到：`,
 * of which the title stays when it stands nowhere else.
 */
export function takeFactLines(draft: Draft): Draft {
  let clues: Clues = draft.clues;
  const taken: string[] = [];
  const stated = draft.blocks.map((block) => (block.kind === 'table' ? undefined : readFacts(block.text)));
  const titles = new Set<string>();
  const blocks = draft.blocks.flatMap((block, index) => {
    const facts = stated[index];
    if (facts === undefined) return [block];
    taken.push(block.text);
    clues = addClues(clues, facts.clues);
    const isElsewhere = draft.blocks.some((other, at) => stated[at] === undefined && other.text.includes(facts.title));
    if (titles.has(facts.title) || isElsewhere) return [];
    titles.add(facts.title);
    return facts.title === '' ? [] : [{ ...block, text: facts.title }];
  });
  if (taken.length === 0) return draft;
  return {
    blocks,
    clues,
    problems: [...draft.problems, ...reportTaken({ zh: '发布信息', en: 'Facts of publication' }, taken)],
  };
}

interface Facts {
  readonly clues: Clues;
  readonly title: string;
}

/** The facts of a line that has nothing else but a title; undefined when it has. */
function readFacts(text: string): Facts | undefined {
  if (text.length > 300 || !key.test(text) || /[。！？]/.test(text)) return undefined;
  const date = dateFact.exec(text)?.groups;
  const source = sourceFact.exec(text)?.[1]?.trim() ?? '';
  const rest = text
    .replace(sourceFacts, '')
    .replace(dateFacts, '')
    .replace(others, '')
    .replace(/^[\s|｜（(]+|[\s|｜）)]+$/g, '');
  if (rest !== '' && !title.test(rest)) return undefined;
  const year = date?.['year'];
  return {
    clues: {
      ...(year === undefined ? {} : { date: isoDate(year, date?.['month'] ?? '', date?.['day'] ?? '') }),
      ...(source === '' ? {} : { source }),
    },
    title: undouble(rest),
  };
}

/** `政府工作报告二〇〇三年政府工作报告` (column, then title) → `二〇〇三年政府工作报告`. */
function undouble(text: string): string {
  for (let length = Math.floor(text.length / 2); length >= 4; length -= 1) {
    const column = text.slice(0, length);
    if (text.indexOf(column, length) >= 0 && text.endsWith(column)) return text.slice(length);
  }
  return text;
}

function isoDate(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const key = /(?:时间|日期|来源|來源|稿源|编辑|纠错|视力色|保护色|次数|字[体号](?:大小)?)[:：】]?/;
const label = '(?:发布|更新|发文|成文|生成|录入|發布)?(?:时间|日期|時間)[:：]';
const day = '(?<year>(?:19|20)\\d{2})[-年/.](?<month>\\d{1,2})[-月/.](?<day>\\d{1,2})日?';
const clock = '(?: ?\\d{1,2}[:：时]\\d{2}(?:分(?!享))?(?::\\d{2})?)?';
const dateFact = new RegExp(`(?:^|\\s|${label} ?)${day}`);
const dateFacts = new RegExp(
  `${label} ?(?:${day}${clock})?|(?<=^|\\s)${day}${clock}(?=\\s|$)`.replaceAll(/\?<\w+>/g, '?:'),
  'g',
);
const source =
  '(?:信息|文章|稿件|新闻)?(?:来源|來源|稿源) ?[:：] ?([^:：，,]{0,20}?)(?= |打印|分享|发布|时间|日期|字[体号]|【|\\[|作者|浏览|阅读|点击|朗读|编辑|责任编辑|文章|信息来源|视力|(?:19|20)\\d{2}[-年/.]|\\.[a-z]|[）)]$|$)';
const sourceFact = new RegExp(source.replace('{0,20}', '{1,20}'));
const sourceFacts = new RegExp(source, 'g');
const others =
  /(?:作者|编辑|责任编辑|审核|校对)[:：] ?(?:(?!\p{Script=Han}{2,4}[:：])[\p{Script=Han}·]{2,4} ?)?(?=$|[\p{P}A-Za-z\d]|来源|责任|编辑|审核|校对|浏览|点击|阅读)|(?:浏览|阅读|点击)(?:次数|量|数|率)?[:：] ?\d*次?|【?字[体号](?:大小)?[:：]? ?(?:[【[]?[大中小][】\]]?[ |]?){0,3}[】\]]?|(?:视力保护色|保护视力色)[:：]? ?(?:默认色?)?|【?(?:打印|关闭|收藏|朗读|我要纠错|纠错|分享到?)(?:本页|窗口)?[:：】]?|[.#][\w-]+ ?\{[^{}]*\}|扫一扫在?手机打开当前页|中央政府门户网站|中国政府网|(?:https?:\/\/|www\.)[\w./-]+/gu;
const title = /^.{0,60}(?:报告|纲要|规划|计划|意见|通知|决定|办法|条例|公报|摘登|方案)(?:[（(].{1,20}[）)])?$/;
