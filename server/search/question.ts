/**
 * What a question asks for, read off its words: `洛阳市2020年地区生产总值是多少` asks for a figure, of 2020.
 * No grammar is understood: words that only ask are taken out, those that say when, and what kind of answer is meant, are
 * kept as hints.
 */
import { foldText } from '../../indexer/analysis/fold.ts';

export interface Years {
  readonly from: number;
  readonly to: number;
  /** As the question has it, folded: `2020年`, `十三五`. */
  readonly text: string;
}

export interface Question {
  /** The folded text without the words that ask, cut where they and punctuation marks stood. */
  readonly pieces: readonly string[];
  /** The years that it asks about. */
  readonly years: readonly Years[];
  /** 多少, 几 want a figure, 何时 a date, 谁 a person, 是什么 what a thing means. */
  readonly wants: 'figure' | 'date' | 'person' | 'meaning' | null;
  /** It asks for what is planned (目标, 计划), not for what was reached. */
  readonly isAhead: boolean;
  /** It asks how things stand now (进展, 目前). */
  readonly isLatest: boolean;
  /** It asks what is not well (困难, 不足), for which reports have a paragraph of their own. */
  readonly isSelfCritical: boolean;
}

const ASKING =
  /请问|什么时[候间]|哪一?年|何[时年]|几[月号]|(?:具体|分别|究竟|到底)?(?:[是有])?(?:多少|什么|哪些|哪个|哪里|几[个家条项]|谁)|为什么|为何|怎么样?|怎样|如何|是否|有没有|具体|进展|情况|现状|目前|最新|含义|何谓|吗|呢/gu;
/** What kind of answer is meant, by the first that fits. */
const WANTED: readonly { readonly signs: RegExp; readonly wants: Question['wants'] }[] = [
  { signs: /什么时[候间]|哪一?年|何[时年]|几[月号]/u, wants: 'date' },
  { signs: /多少|几[个家条项]/u, wants: 'figure' },
  { signs: /谁/u, wants: 'person' },
  { signs: /(?:是|指)什么|什么是|含义|何谓/u, wants: 'meaning' },
];
const MARKS = /[\p{P}\p{S}\p{Z}\s]+/gu;
const YEAR = /(?<!\d)((?:19|20)\d\d)(?:年度?|(?!\d))/gu;
const PLAN = /十([一二三四五六])五|([一二三四五六七八九])五(?=计划|规划|时期|期间)/gu;
const NUMERALS = '一二三四五六七八九';

/** The five years of the n-th plan: the first began in 1953, those from the seventh on in years that end in 6 and 1. */
function yearsOfPlan(text: string, number: number): Years {
  const from = number <= 2 ? 1948 + 5 * number : 1951 + 5 * number;
  return { text, from, to: from + 4 };
}

function readYears(folded: string): Years[] {
  const years = [...folded.matchAll(YEAR)].map(([, digits = '']) => {
    const year = Number(digits);
    return { from: year, to: year, text: `${year}年` };
  });
  const plans = [...folded.matchAll(PLAN)].map(([text, teen, unit = '']) =>
    yearsOfPlan(text, teen === undefined ? NUMERALS.indexOf(unit) + 1 : 11 + NUMERALS.indexOf(teen)),
  );
  return [...years, ...plans];
}

/** Reads what `text` (as typed) asks for. A text that asks nothing is one piece without hints. */
export function readQuestion(text: string): Question {
  const folded = foldText(text);
  const rest = folded.replace(ASKING, '\n').replace(MARKS, '\n');
  return {
    pieces: rest.split('\n').filter((piece) => piece !== ''),
    years: readYears(folded),
    wants: WANTED.find(({ signs }) => signs.test(folded))?.wants ?? null,
    isAhead: /目标|计划|预期|预计|力争|任务/u.test(folded),
    isLatest: /进展|现状|目前|最新/u.test(folded),
    isSelfCritical: /困难|问题|不足|短板|差距/u.test(folded),
  };
}
