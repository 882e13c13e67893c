/**
 * Series whose titles have lost the line break before their text: （一）聚焦转型升级，做大做强工业经济加快园区建设。…
 * One such line cannot be told from a long title; a series of them can.
 */
import { foldText } from '../analysis/fold.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Numbered } from './titles.ts';
import { endsLikeTitle, startsLikeTask } from './topicSentence.ts';

const usualSecondClause = 13;
const shortestClause = 5;
const longestClause = 16;

/** The series with its titles cut before the task that follows them, if most of them can be; else as it is. */
export function cutFusedTitles(series: readonly Numbered[], paragraphs: readonly Paragraph[]): readonly Numbered[] {
  const scheme = series[0]?.numbering.scheme;
  if (series.length < 3 || (scheme !== 'chinese-bracketed' && scheme !== 'digit')) return series;
  const isOwn = ({ index, title }: Numbered) => title.form === 'own' && paragraphs[index + 1]?.goesOn !== true;
  if (series.some((member) => isOwn(member) || member.title.form === 'whole')) return series;
  const lineOf = ({ index }: Numbered) => paragraphs[index]?.text ?? '';
  const cut = series.map((member) => cutTitle(member, lineOf(member)));
  const lengths = series.map((member) => lastClauseLength(member, lineOf(member)));
  const found = cut.filter((member, at) => member !== series[at] || isEnded(member)).length;
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return found >= series.length * 0.7 && mean >= usualSecondClause ? cut : series;
}

/** The end of its title was found before: by what follows, or since the next number stands straight behind it. */
function isEnded({ title }: Numbered): boolean {
  return title.form === 'fused' || title.form === 'own';
}

function lastClauseLength(member: Numbered, line: string): number {
  const { numbering, title } = member;
  if (isEnded(member)) return usualSecondClause;
  const clauses = line.slice(numbering.end, title.end).split(/[，,]/u);
  return title.form === 'item' ? 2 * usualSecondClause : (clauses.at(-1)?.length ?? 0);
}

/** Cut after the clause that reads best as a title's end and before a task. */
function cutTitle(member: Numbered, line: string): Numbered {
  const { numbering } = member;
  if (isEnded(member)) return member;
  const text = line.slice(numbering.end, numbering.end + 60);
  const comma = text.search(/[，,\s]/u) + 1;
  const from = comma > 0 && comma <= 20 ? comma : 0;
  const clause = /^[^，。；：,;:]*/u.exec(text.slice(from))?.[0] ?? '';
  const place = bestPlace(foldText(clause).length === clause.length ? foldText(clause) : clause);
  if (place === 0) return member;
  const end = numbering.end + from + place;
  return { ...member, title: { form: 'fused', end, bodyStart: end } };
}

/** What goes on with the title though it begins like a task. */
const compound = /^(?:高质量发展|提质增效|提质升级|转型升级|持续健康|加快发展$|有效衔接|发展(?!现代|壮大|特色))/u;
/** What no title ends with. */
export const unfinished =
  /(?:加快|持续|继续|着力|全力|大力|进一步|不断|更好|切实|深入|积极|稳步|扎实|统筹|毫不|全面)$/u;
/** 为企业发展: a purpose, until it is said what is done for it (为企业发展创造条件). */
const isPurpose = (clause: string): boolean => clause.startsWith('为') && !/提供|创造|营造|奠定|注入/u.test(clause);

/** How many signs of the clause belong to the title; 0 when it is not two. */
function bestPlace(clause: string): number {
  let best = { place: 0, score: 0 };
  for (let place = shortestClause; place <= Math.min(longestClause, clause.length - 4); place++) {
    const [title, rest] = [clause.slice(0, place), clause.slice(place)];
    if (!startsLikeTask(rest) || compound.test(rest) || unfinished.test(title) || isPurpose(title)) continue;
    const score = 1 + (endsLikeTitle(title) ? 2 : 0) - place / 100;
    if (score > best.score) best = { place, score };
  }
  return best.place;
}
