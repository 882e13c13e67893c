/**
 * When, where and by whom a report was delivered, or a regulation adopted:
 * `——2019年3月4日在呼伦贝尔市海拉尔区第十五届人民代表大会第三次会议上 区长 萨国文`,
 * `2020年6月30日 洛阳市第十五届人民代表大会常务委员会第十七次会议通过`.
 */
import { findDates } from './date.ts';
import { type Line, partOf, printed, readLine } from './line.ts';
import { readNameBeforeOffice, readSpeaker, type Speaker } from './speaker.ts';

export interface Delivery {
  /** ISO; null when the line names only the meeting. */
  readonly date: string | null;
  /** As printed; null when none is named. */
  readonly meeting: string | null;
  readonly speaker: Speaker | null;
  /** Where it begins in `Line.plain`: a title may stand before it on the same line. */
  readonly start: number;
}

export interface Adoption {
  readonly date: string;
  /** 通过 (or 修订, 修正) is the issuer's own act; 批准 another body's. */
  readonly act: 'adopted' | 'approved';
  /** The body as printed: `洛阳市第十五届人民代表大会常务委员会`. */
  readonly body: string;
}

const NAMED = '(.{2,60}?(?:次会议|全体会议|全会|大会(?!第|常务|常委)|会议|会(?=上(?:的|作|[,)]|$))))';
/** What follows the date: `在…会议`, with perhaps a name before it; 在 may stand before the date instead. */
const AT_MEETING = new RegExp(`^.{0,8}?(?:在|于)${NAMED}`, 'u');
const MEETING_NEXT = new RegExp(`^(?=\\p{Script=Han})${NAMED}`, 'u');
/** The meeting first: `——在…第二次会议上（二〇〇四年一月八日）`; a title may stand before the dash. */
const MEETING_FIRST = new RegExp(`^(?:.*[^-])?(-+在|(?<![^-])在)${NAMED}上(?!的)`, 'u');
/** A longer line is a paragraph. */
const LONGEST = 160;
/** What is left of a delivery on a second line. */
const TAIL = 60;
const OPENS = /^(?:.{0,20}报告)?[-(]*(?:在|于|\d{4}年|[一二]...年)/u;
const ACT = /(通过|修订|修正|批准|制定|公布|颁布|发布)/u;

/** Reads a delivery in a line; null when neither a date with its meeting (or alone) nor a meeting stands in it. */
export function readDelivery(line: Line): Delivery | null {
  return line.plain.length > LONGEST ? null : (readDateFirst(line) ?? readMeetingFirst(line));
}

/** A line that is a delivery only together with the next, which is none: `2022年1月18日在…第二次会` + `议上`. Else null. */
export function joinTorn([line, next]: readonly Line[]): Line | null {
  if (line === undefined || next === undefined || next.plain.length > TAIL || !OPENS.test(line.plain)) return null;
  if (readDelivery(line)?.meeting != null || readDelivery(next) !== null) return null;
  const whole = readLine({ kind: 'paragraph', text: line.text + next.text }, line.block);
  return (readDelivery(whole)?.meeting ?? null) === null ? null : whole;
}

/** Two lines may share what is told: the meeting on one, the date in brackets on the next. */
export function mergeDeliveries(first: Delivery | null, second: Delivery): Delivery {
  if (first === null) return second;
  return {
    date: first.date ?? second.date,
    meeting: first.meeting ?? second.meeting,
    speaker: first.speaker ?? second.speaker,
    start: first.start,
  };
}

/** `…第十六届人民代表大会` goes on in the next line: `第二次会议上`. Null when the line is no such end. */
export function continueMeeting(delivery: Delivery, line: Line): Delivery | null {
  const end = /^第[一二三四五六七八九十\d]{1,3}次(?:全体)?会议(?=上|$)/u.exec(line.plain)?.[0];
  if (end === undefined || !/(?:大会|委员会|常委会|政协)$/u.test(delivery.meeting ?? '')) return null;
  const after = end.length + (/^上?的?(?:报告)?/u.exec(line.plain.slice(end.length))?.[0].length ?? 0);
  const speaker = delivery.speaker ?? readSpeaker(line, after);
  if (after < line.plain.length && speaker === null) return null;
  return { ...delivery, meeting: (delivery.meeting ?? '') + printed(line, 0, end.length), speaker };
}

function readDateFirst(line: Line): Delivery | null {
  const date = findDates(line.plain)[0];
  if (date === undefined) return null;
  const lead = /-*\(?([在于]?)$/u.exec(line.plain.slice(0, date.start));
  const start = date.start - (lead?.[0].length ?? 0);
  const rest = line.plain.slice(date.end).replace(/^(?:至|-)(?:\d+月)?\d+日/u, '');
  const from = line.plain.length - rest.length;
  const meeting = AT_MEETING.exec(rest) ?? ((lead?.[1] ?? '') === '' ? null : MEETING_NEXT.exec(rest));
  if (meeting === null) {
    if (!/^\)?$/u.test(rest)) return null;
    const speaker = start === 0 ? null : readSpeaker(partOf(line, start));
    const alone = start === 0 || (speaker?.name != null && !speaker.office.includes('报告'));
    return alone ? { date: date.iso, meeting: null, speaker, start: 0 } : null;
  }
  const [whole, name = ''] = meeting;
  const end = from + whole.length;
  const after = end + (/^(?:上|的)?\)?,?/u.exec(line.plain.slice(end))?.[0].length ?? 0);
  const speaker = readSpeaker(line, after) ?? readNameBeforeOffice(line, from, end - name.length - 1);
  return { date: date.iso, meeting: printed(line, end - name.length, end), speaker, start };
}

function readMeetingFirst(line: Line): Delivery | null {
  const match = MEETING_FIRST.exec(line.plain);
  if (match === null) return null;
  const [whole, lead = '', name = ''] = match;
  const rest = line.plain.slice(whole.length).replace(/^[,(]+|[,)]+$/gu, '');
  const date = findDates(rest)[0] ?? null;
  const speaker = date === null ? readSpeaker(line, whole.length) : null;
  if (rest !== '' && speaker === null && !(date?.start === 0 && date.end === rest.length)) return null;
  const meeting = printed(line, whole.length - 1 - name.length, whole.length - 1);
  return { date: date?.iso ?? null, meeting, speaker, start: whole.length - 1 - name.length - lead.length };
}

/** Reads every act of an adoption line, in order; empty when it is none. Brackets around the line are allowed. */
export function readAdoptions(line: Line): Adoption[] {
  if (line.plain.length > 600 || !ACT.test(line.plain)) return [];
  const dates = findDates(line.plain);
  if (dates[0] === undefined || !/^[-(]*$/u.test(line.plain.slice(0, dates[0].start))) return [];
  return dates.flatMap((date, i): Adoption[] => {
    const end = dates[i + 1]?.start ?? line.plain.length;
    const sentence = line.plain.slice(date.end, end);
    const act = ACT.exec(sentence)?.[1];
    const body =
      /^(?:经|由|《)?(.*?(?:代表大会(?:常务委员会|常委会)?|人民政府|国务院|常委会|常务委员会|政务院|委员会))/u.exec(
        sentence,
      );
    if (act === undefined || body === null) return [];
    const at = date.end + sentence.indexOf(body[1] ?? '');
    return [
      {
        date: date.iso,
        act: act === '批准' ? 'approved' : 'adopted',
        body: printed(line, at, at + (body[1] ?? '').length),
      },
    ];
  });
}
