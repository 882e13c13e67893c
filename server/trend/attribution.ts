/** Which figures of a sentence are said of a name in it. */
import { type Figure, readFigures } from './figures.ts';
import { findMentions, type IndicatorName, type Mention } from './indicatorName.ts';

export interface Attributed {
  readonly figure: Figure;
  readonly mention: Mention;
  /** 增长, 下降, 增加 …: the figure is a change, not an amount; null otherwise. */
  readonly change: string | null;
  /** 年均. */
  readonly perYear: boolean;
  readonly sure: boolean;
}

/** A mention that is said to rank, keep pace or the like, without a figure. */
export interface Wordless {
  readonly mention: Mention;
  /** End of its clause. */
  readonly end: number;
}

/** Words that may stand between a name and its figure without naming anything else. */
const LINKS =
  /力争|确保|保证|预期|预计|争取|努力|累计|共计|合计|总计|全年|全市|全县|全区|全省|今年|当年|同比|比上年|较上年|比去年|较去年|按可比价格|可比|年均|平均|每年|分别|连续(?:\d+|[一二三四五六七八九十]+)年|连续|先后|增速|增幅|涨幅|降幅|总额|总量|规模|目标|任务|余额|达到|达|增长|下降|降低|提高|提升|提至|增加|减少|上升|回升|扩大|缩小|完成|实现|突破|超过|超额|控制|稳定|保持|维持|不低于|不高于|不少于|不超过|以上|以内|左右|惠及|涉及|覆盖|发放|办理|建成|新建|改建|新开工|开工|竣工|改造|实施|启动|新增|净增|新|投放|落实|安排|完|群众|居民|城市|城镇|幅度|水平|将|要|再|又|也|已|继续|由|从|为|是|在|到|至|于|了|约|近|超|共|均|都|各|的|其中|达成|成|量|额|值|数|总/gu;

/** Words that turn a name into another measure: 一般公共预算收入中税收占比. */
const OTHER_MEASURE =
  /占|比重|能耗|排放|中(?!心)|位居|排名|排位|居全|单产|播种|收购|储备|高于|低于|快于|慢于|贡献|拉动|除外|税收/u;

const CHANGE = /(增长|增加|下降|降低|减少|提高|提升|上升|回升|压减|上涨|翻)(?:了|约|近|超|超过|不低于|到|至)?$/u;
const TOWARDS = /(?:到|至|为|达|达到|在)$/u;
const COMMON_END = /^[、和与及,]/u;

/** How many characters of `gap` are neither links nor marks, nor words of the name's tail. */
function strangeness(gap: string, name: IndicatorName): number {
  if (OTHER_MEASURE.test(gap)) return Infinity;
  const left = (name.tail === null ? gap : gap.replace(name.tail, '')).replace(/\([^()]*\)/gu, '').replace(LINKS, '');
  return left.replace(/[^\p{L}\p{N}]/gu, '').length;
}

const fits = ({ dimension }: Figure, name: IndicatorName): boolean =>
  name.dimensions === null ? dimension !== 'other' : name.dimensions.has(dimension);

/** How the words before a figure take it: as a change, as a yearly average. */
function reading(before: string): Pick<Attributed, 'change' | 'perYear'> {
  const change = TOWARDS.test(before) ? undefined : CHANGE.exec(before)?.[1];
  return { change: change ?? null, perYear: /年均[^,;]*$/u.test(before) };
}

interface Sentence {
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly name: IndicatorName;
}

/** What follows a figure that stands for itself; before a noun it counts that noun: 30万头生猪. */
const FREE_END = /^(?:[^\p{L}\p{N}]|和|与|及|的|左右|以上|$)/u;

/** True when `next` goes on with the statement that ends before `gap`. */
function goesOn({ text, name }: Sentence, gap: string, next: Figure): boolean {
  const bare = gap.replace(/^[、,]?(?:以及|和|与|及)/u, '');
  if (strangeness(bare, name) > 0 || bare.length > 14 || /[;:]/u.test(bare)) return false;
  return FREE_END.test(text.slice(next.end));
}

/** Figures that follow one another as one statement from `first` on: 5128.4亿元,同比增长3%; 491个、6.2万户. */
function chainFrom(sentence: Sentence, first: number): Figure[] {
  const { text, figures } = sentence;
  const chain = figures.slice(first, first + 1);
  for (const next of figures.slice(first + 1)) {
    if (!goesOn(sentence, text.slice(chain.at(-1)?.end ?? 0, next.start), next)) break;
    chain.push(next);
  }
  return chain;
}

/** Figures that stand before `end` as one statement: 491个、6.2万户 | 老旧小区. */
function chainBefore({ text, figures }: Sentence, start: number): Figure[] {
  const chain: Figure[] = [];
  for (const figure of figures.filter(({ end }) => end <= start).reverse()) {
    const gap = text.slice(figure.end, chain[0]?.start ?? start);
    if (!(chain.length === 0 ? /^(?:的|城镇|城市)?$/u : /^[、和及]$/u).test(gap)) break;
    chain.unshift(figure);
  }
  return chain;
}

/** `甲、乙和丙分别` → the place of the name that the mention begins, and how many there are. */
function placeInList(list: string, mentionStart: number): { place: number; of: number } {
  const starts = [0, ...[...list.matchAll(/[、和与及,]/gu)].map(({ index }) => index + 1)];
  const names = starts.filter((start, i) => list.slice(start, starts[i + 1] ?? list.length).length > 1);
  return { place: names.filter((start) => start <= mentionStart).length - 1, of: names.length };
}

interface Choice {
  readonly figures: readonly Figure[];
  readonly sure: boolean;
}

/** 分别: the figures behind it belong to the names before it, in order; a second 分别 to the same names. */
function chooseInOrder(sentence: Sentence, mention: Mention): Choice | undefined {
  const { text, figures } = sentence;
  const starts = [...text.matchAll(/分别/gu)].map(({ index }) => index).filter((index) => index >= mention.end);
  const [first] = starts;
  if (first === undefined || figures.some(({ start, end }) => start >= mention.end && end <= first)) return undefined;
  const before = figures.filter(({ end }) => end <= mention.start).at(-1)?.end ?? 0;
  const { place, of } = placeInList(text.slice(before, first), mention.start - before);
  const chosen: Choice[] = [];
  for (const [i, start] of starts.entries()) {
    const last = figures.filter(({ end }) => end <= start).at(-1)?.end ?? 0;
    if (i > 0 && strangeness(text.slice(last, start), sentence.name) > 0) break;
    const behind = figures.findIndex((figure) => figure.start > start);
    const chain =
      behind < 0 ? [] : chainFrom(sentence, behind).filter((figure) => figure.start < (starts[i + 1] ?? Infinity));
    const figure = of <= chain.length ? chain[place] : chain[chain.length - of + place];
    if (figure === undefined) break;
    // 城乡居民收入分别增长4.7%、6.6%: one name for several.
    chosen.push({ figures: of === 1 ? chain : [figure], sure: of === chain.length });
  }
  if (chosen.length === 0) return undefined;
  return { figures: chosen.flatMap((choice) => choice.figures), sure: chosen.every(({ sure }) => sure) };
}

/** The figures behind the mention, when nothing else is named between. */
function chooseAfter(sentence: Sentence, mention: Mention): Choice | undefined {
  const first = sentence.figures.findIndex(({ start }) => start >= mention.end);
  const figure = sentence.figures[first];
  if (figure === undefined) return undefined;
  const gap = sentence.text.slice(mention.end, figure.start);
  if (/;/u.test(gap)) return undefined;
  const isShared = COMMON_END.test(gap) && gap.length < 30 && !OTHER_MEASURE.test(gap);
  if (isShared && /均|都/u.test(gap)) return { figures: [figure], sure: true };
  const strange = strangeness(gap, sentence.name);
  if (strange <= 4 && (gap.match(/,/gu) ?? []).length < 2)
    return { figures: chainFrom(sentence, first), sure: strange === 0 && !gap.includes(',') };
  return isShared && !gap.includes(',') ? { figures: [figure], sure: false } : undefined;
}

const COUNTED = new Set(['count', 'area', 'measure', 'weight']);

function chooseBefore(sentence: Sentence, mention: Mention): Choice | undefined {
  const inside = sentence.figures.filter(({ start, end }) => start >= mention.start && end <= mention.end);
  const chosen = [...chainBefore(sentence, mention.start), ...inside].filter(({ dimension }) => COUNTED.has(dimension));
  return chosen.length === 0 ? undefined : { figures: chosen, sure: mention.isExact };
}

function choose(sentence: Sentence, mention: Mention): Choice | undefined {
  const keep = (choice: Choice | undefined): Choice | undefined => {
    const figures = choice?.figures.filter((figure) => fits(figure, sentence.name)) ?? [];
    return choice === undefined || figures.length === 0 ? undefined : { ...choice, figures };
  };
  return (
    keep(chooseInOrder(sentence, mention)) ??
    keep(chooseBefore(sentence, mention)) ??
    keep(chooseAfter(sentence, mention))
  );
}

function attribute(sentence: Sentence, mention: Mention): Attributed[] {
  const choice = choose(sentence, mention);
  if (choice === undefined) return [];
  return choice.figures.map((figure) => {
    const before = sentence.text.slice(0, figure.start);
    const isBase = /[由从][^,]{0,12}$/u.test(before) && /^[^,]{0,6}[到至]/u.test(sentence.text.slice(figure.end));
    const sure = choice.sure && !mention.isShortened && !isBase && figure.dimension !== 'other';
    return { figure, mention, ...reading(before), sure };
  });
}

const WITHOUT_FIGURE =
  /居|位列|排名|同步|持平|翻[一两]?番|第[一二三四五六七八九十]|[升降]|高于|快于|优于|低于|增长|提高|改善|好转/u;

/** What folded `text` (one sentence) says of the indicator: its figures, and what it says without one. */
export function attributeFigures(text: string, name: IndicatorName): { said: Attributed[]; wordless: Wordless[] } {
  const mentions = findMentions(text, name);
  if (mentions.length === 0) return { said: [], wordless: [] };
  const inNames = (figure: Figure): boolean =>
    mentions.some(({ start, end, isExact }) => isExact && figure.start < end && figure.end > start);
  const sentence: Sentence = { text, figures: readFigures(text).filter((figure) => !inNames(figure)), name };
  const said: Attributed[] = [];
  const wordless: Wordless[] = [];
  for (const mention of mentions) {
    const found = attribute(sentence, mention).filter(({ figure }) => !said.some((one) => one.figure === figure));
    said.push(...found);
    const stop = text.slice(mention.end).search(/[,;。]/u);
    const end = stop < 0 ? text.length : mention.end + stop;
    if (found.length === 0 && mention.isExact && name.isWhole && WITHOUT_FIGURE.test(text.slice(mention.end, end)))
      wordless.push({ mention, end });
  }
  return { said, wordless };
}
