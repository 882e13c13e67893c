/**
 * Front matter: which blocks before (and behind) the body are title, delivery, speaker, number, contents, caption or
 * signature, and what they say. A block may carry several (`政府工作报告2016年2月25日在…市长陈星`): its role is its first.
 */
import type { FrontMatter, FrontRole } from '../model.ts';
import { findContents } from './contents.ts';
import {
  type Adoption,
  continueMeeting,
  type Delivery,
  joinTorn,
  mergeDeliveries,
  readAdoptions,
  readDelivery,
} from './delivery.ts';
import { type Decree, isOrder, readDecree, readOrderNumber } from './decree.ts';
import { readDocNumber } from './docNumber.ts';
import { placesNamed, placesOfStem } from './gazetteer.ts';
import { isAtMost, type Line, lineOf } from './line.ts';
import { isNational } from './nation.ts';
import { mentionAt } from './places.ts';
import { findRecord, findSignature, readSigning, type Signature } from './signature.ts';
import { readName, readSpeaker, type Speaker } from './speaker.ts';
import { isComplete, joinTitles, printedTitle, type PrintedTitle, titleBefore, type TitleLine } from './title.ts';

export interface Front {
  readonly matter: readonly FrontMatter[];
  /** Null when none is printed before the body. */
  readonly title: PrintedTitle | null;
  readonly delivery: Delivery | null;
  readonly adoptions: readonly Adoption[];
  readonly speaker: Speaker | null;
  readonly docNumber: string | null;
  /** The body that stands below the title, as printed: `某市发展和改革委员会`. */
  readonly author: string | null;
  /** The decree that a regulation stands under. */
  readonly decree: Decree | null;
  /** The newspaper or site that printed it, when a line of its own says so. */
  readonly source: string | null;
  readonly signature: Signature | null;
  /** The first lines of the body, at most five: the opening. */
  readonly opening: readonly Line[];
}

/** No front matter is longer (a table of contents apart). */
const FRONT_LIMIT = 40;
/** So many lines of the body are its opening. */
const OPENING = 5;

const SALUTATION = /^(?:各位|同志们|主席团|女士们|先生们|代表们|主任、)/u;
const NUMBERED =
  /^(?:第[一二三四五六七八九十百零\d]+[编章条篇节]|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+[、.])/u;
const ADDRESSEE = /^(?:各|[^。;]{2,120}(?:省|市|县|区|委|厅|局|机构|单位|部门|企业|政府|办事处)).*:$/u;
/** Under a picture in the middle of the body: `图为大会会场。本报记者王某摄`. */
const PICTURE = /^▲?图为.{2,70}$|^.{0,60}(?:记者|通讯员|本报|新华社).{0,16}(?:摄|供图|摄影报道)[)）]?。?$/u;
const CAPTION =
  /(?:记者|通讯员|本报|新华社).{0,24}(?:摄|图|文)[)。]?$|^图(?:为|:)|^新华社.{1,24}日电|^(?:\d+月\d+日,)?.{0,80}(?:开幕|举行)。.{0,60}作.{0,6}报告。/u;
/** `来源：解放日报` */
const SOURCE = /^\(?(?:文章|信息|稿件)?来源:([^:\d]{2,20}?)\)?$/u;
const REPORTED = /作政府工作报告。?$/u;
const MONTH = /^\(?(?:19|20|[一二]).{3}年.{1,3}月\)?$/u;
const BODY_NAME = /^(?:.{2,20}人民政府|国务院)(?:办公厅|办公室)?$/u;
const DEPARTMENT = /^[^,;:。]{2,24}(?:委员会|[委部局厅署院]|调查队)$/u;
/** `洛阳市人民政府文件` at the head of a notice. */
const LETTERHEAD = /^.{2,30}文件$/u;

/** Reads the front matter of a document's lines. */
export function readFront(lines: readonly Line[]): Front {
  const contents = new Set(findContents(lines));
  const rest = lines.filter((line) => !contents.has(line.block));
  const head = readHead(rest);
  const signature = head.signature ?? findSignature(rest.slice(head.bodyStart));
  const roles: [number, FrontRole][] = [
    ...[...contents].map((block): [number, FrontRole] => [block, 'contents']),
    ...rest.filter(isPicture).map(({ block }): [number, FrontRole] => [block, 'caption']),
    ...head.roles,
    ...titleBlocks(head).map((block): [number, FrontRole] => [block, 'title']),
    ...[...(signature?.blocks ?? []), ...findRecord(rest.slice(head.bodyStart))].map((block): [number, FrontRole] => [
      block,
      'signature',
    ]),
  ];
  const matter = [...new Map(roles)].map(([block, role]) => ({ block, role })).sort((a, b) => a.block - b.block);
  const { titles, delivery, adoptions, speaker, docNumber, author, decree, source, bodyStart } = head;
  const opening = rest.slice(bodyStart, bodyStart + OPENING);
  return {
    matter,
    title: joinTitles(titles),
    delivery,
    adoptions,
    speaker,
    docNumber,
    author,
    decree,
    source,
    signature,
    opening,
  };
}

function isPicture(line: Line): boolean {
  return line.kind === 'paragraph' && isAtMost(line, 79) && PICTURE.test(line.plain);
}

interface Head {
  readonly roles: Map<number, FrontRole>;
  /** Lines that may belong to the title. */
  titles: TitleLine[];
  readonly adoptions: Adoption[];
  delivery: Delivery | null;
  speaker: Speaker | null;
  docNumber: string | null;
  author: string | null;
  decree: Decree | null;
  /** Of the decree. */
  signature: Signature | null;
  /** No more lines under the decree's sentence are its signature. */
  isSigned: boolean;
  source: string | null;
  bodyStart: number;
}

function readHead(lines: readonly Line[]): Head {
  const head: Head = {
    roles: new Map(),
    titles: [],
    adoptions: [],
    delivery: null,
    speaker: null,
    docNumber: null,
    author: null,
    decree: null,
    signature: null,
    isSigned: false,
    source: null,
    bodyStart: 0,
  };
  while (head.bodyStart < Math.min(lines.length, FRONT_LIMIT)) {
    const torn = lines.slice(head.bodyStart, head.bodyStart + 2);
    const whole = joinTorn(torn);
    const read = whole === null ? torn.slice(0, 1) : torn;
    const role = read[0] === undefined ? 'body' : readRole(whole ?? read[0], head);
    if (role === 'body') break;
    if (role !== null) for (const { block } of read) head.roles.set(block, role);
    head.bodyStart += read.length;
  }
  return head;
}

/** The title's own lines, and between it and the delivery also subtitles. Other short lines belong to the body. */
function titleBlocks({ titles, roles, delivery, speaker }: Head): number[] {
  const title = joinTitles(titles);
  if (title === null) return [];
  const last = Math.max(...title.blocks);
  const end = delivery === null && speaker === null ? last : Math.max(last, ...roles.keys());
  const subtitles = titles.map(({ block }) => block).filter((block) => block > last && block < end);
  return [...title.blocks, ...subtitles];
}

/** Reads one line into `head`; `body` when the body begins with it, null when it is neither. */
function readRole(line: Line, head: Head): FrontRole | 'body' | null {
  const { plain } = line;
  if (plain === '') return null;
  if (line.kind === 'table' || SALUTATION.test(plain) || NUMBERED.test(plain)) return 'body';
  if (CAPTION.test(plain)) return 'caption';
  const source = SOURCE.exec(plain)?.[1];
  if (source !== undefined) return ((head.source ??= source), 'caption');
  const decreed = readDecreeLine(line, head);
  if (decreed !== null) return decreed;
  const ordered = readOrderNumber(plain, head.titles.at(-1)?.text);
  if (ordered !== null) {
    const order = head.titles.pop();
    if (order !== undefined) head.roles.set(order.block, 'number');
    return ((head.docNumber ??= ordered), 'number');
  }
  const number = readDocNumber(plain);
  if (number !== null) return ((head.docNumber ??= number), 'number');
  if (head.delivery !== null || head.speaker !== null) {
    const speaker = readNextSpeaker(line, head);
    if (speaker !== null) return ((head.speaker = speaker), 'speaker');
  }
  const adoptions = readAdoptions(line);
  if (adoptions.length > 0) return (head.adoptions.push(...adoptions), 'delivery');
  const continued = head.delivery === null ? null : continueMeeting(head.delivery, line);
  if (continued !== null) {
    head.delivery = continued;
    head.speaker ??= continued.speaker;
    return 'delivery';
  }
  const delivery = readDelivery(line);
  if (delivery !== null) return readFused(line, delivery, head);
  const speaker = readSpeaker(line);
  if (speaker !== null) return ((head.speaker ??= speaker), 'speaker');
  return readTitleLine(line, head);
}

/** The sentence of a decree and, up to the title of what it decrees, those who sign it. */
function readDecreeLine(line: Line, head: Head): FrontRole | null {
  if (head.decree !== null) return readSigningLine(line, head);
  const above = head.titles.map((title) => title.text);
  head.decree = readDecree(line, head.docNumber === null ? above : [head.docNumber, ...above]);
  if (head.decree === null) return null;
  const orders = head.titles.filter((title) => isOrder(title.text));
  for (const order of orders) head.roles.set(order.block, 'number');
  head.titles = head.titles.filter((title) => !orders.includes(title));
  head.adoptions.push(...head.decree.adoptions);
  return 'delivery';
}

function readSigningLine(line: Line, head: Head): FrontRole | null {
  const signing = head.isSigned ? null : readSigning(line);
  head.isSigned = signing === null;
  if (signing === null) return null;
  const { issuer, date } = signing;
  const signed = issuer ?? head.signature?.issuer ?? null;
  head.signature = { issuer: signed, date: date ?? head.signature?.date ?? null, blocks: [] };
  return 'delivery';
}

/** A line after the delivery or after an office without its name. */
function readNextSpeaker(line: Line, head: Head): Speaker | null {
  if (head.speaker !== null && head.speaker.name !== null) return null;
  const name = readName(line);
  const isPlace = placesNamed(line.plain).length + placesOfStem(line.plain).length > 0;
  return name === null || isPlace ? null : { name, office: head.speaker?.office ?? '' };
}

function readFused(line: Line, delivery: Delivery, head: Head): FrontRole {
  head.delivery = mergeDeliveries(head.delivery, delivery);
  head.speaker ??= delivery.speaker;
  if (delivery.start === 0) return 'delivery';
  const text = titleBefore(line, delivery.start);
  if (text !== '') head.titles.push({ block: line.block, text });
  return 'title';
}

/** A government, or a department of a place or of the nation, below a whole title: `开创新局` is none. */
function isAuthor({ plain }: Line, { titles }: Head): boolean {
  const title = joinTitles(titles);
  if (title === null || BODY_NAME.test(plain)) return title !== null;
  const isBody = /^[省市县区州]/u.test(plain) || isNational(plain) || mentionAt(plain, 0) !== null;
  return isBody && DEPARTMENT.test(plain) && isComplete(lineOf(title.text).plain);
}

function readTitleLine(line: Line, head: Head): FrontRole | 'body' | null {
  const { plain } = line;
  if (MONTH.test(plain)) return 'delivery';
  if (LETTERHEAD.test(plain)) return 'caption';
  if (isAuthor(line, head)) return ((head.author ??= printedTitle(line)), 'speaker');
  if (REPORTED.test(plain) && head.delivery !== null) return 'caption';
  if (ADDRESSEE.test(plain) || plain.length > 90 || /[。;!:]$/u.test(plain) || /。/u.test(plain.slice(0, -1)))
    return 'body';
  head.titles.push({ block: line.block, text: printedTitle(line) });
  return null;
}
