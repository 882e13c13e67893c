/**
 * Front matter: which blocks before (and behind) the body are title, delivery, speaker, number, contents, caption or
 * signature, and what they say. A block may carry several (`政府工作报告2016年2月25日在…市长陈星`): its role is its first.
 */
import type { Block, FrontMatter, FrontRole } from '../model.ts';
import { findContents } from './contents.ts';
import { type Adoption, type Delivery, readAdoptions, readDelivery } from './delivery.ts';
import { readDocNumber } from './docNumber.ts';
import { type Line, printed, readLine } from './line.ts';
import { findSignature, type Signature } from './signature.ts';
import { readName, readSpeaker, type Speaker } from './speaker.ts';
import { readTitles } from './title.ts';

export interface Front {
  readonly matter: readonly FrontMatter[];
  /** Title lines as printed, first the title itself, then what continues it. */
  readonly titles: readonly string[];
  readonly delivery: Delivery | null;
  readonly adoptions: readonly Adoption[];
  readonly speaker: Speaker | null;
  readonly docNumber: string | null;
  readonly signature: Signature | null;
  /** The first lines of the body, at most five: the opening. */
  readonly opening: readonly Line[];
}

/** No front matter is longer (a table of contents apart). */
const FRONT_LIMIT = 40;

const SALUTATION = /^(?:各位|同志们|主席团|女士们|先生们|代表们|主任、)/u;
const NUMBERED =
  /^(?:第[一二三四五六七八九十百零\d]+[编章条篇节]|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+[、.])/u;
const ADDRESSEE = /^(?:各|[^。;]{2,120}(?:省|市|县|区|委|厅|局|机构|单位|部门|企业|政府|办事处)).*:$/u;
const CAPTION =
  /(?:记者|通讯员|本报|新华社).{0,24}(?:摄|图|文)[)。]?$|^图(?:为|:)|^新华社.{1,24}日电|^\(?来源:|^(?:\d+月\d+日,)?.{0,80}(?:开幕|举行)。.{0,60}作.{0,6}报告。/u;
const REPORTED = /作政府工作报告。?$/u;
const MONTH = /^\(?(?:19|20|[一二]).{3}年.{1,3}月\)?$/u;
const BODY_NAME = /^(?:.{2,20}人民政府|国务院)(?:办公厅|办公室)?(?:文件)?$/u;

/** Reads the front matter of cleaned blocks. */
export function readFront(blocks: readonly Block[]): Front {
  const lines = blocks.map(readLine);
  const contents = findContents(lines);
  const skipped = new Set(contents);
  const rest = lines.filter((line) => !skipped.has(line.block));
  const roles = new Map<number, FrontRole>(contents.map((block) => [block, 'contents']));
  const found = readHead(rest, roles);
  const signature = findSignature(rest.slice(found.bodyStart));
  for (const block of signature?.blocks ?? []) roles.set(block, 'signature');
  const matter = [...roles].map(([block, role]) => ({ block, role })).sort((a, b) => a.block - b.block);
  const { bodyStart, ...rest2 } = found;
  return { matter, ...rest2, signature, opening: rest.slice(bodyStart, bodyStart + 5) };
}

interface Head {
  titles: string[];
  delivery: Delivery | null;
  adoptions: Adoption[];
  speaker: Speaker | null;
  docNumber: string | null;
  bodyStart: number;
}

function readHead(lines: readonly Line[], roles: Map<number, FrontRole>): Head {
  const head: Head = { titles: [], delivery: null, adoptions: [], speaker: null, docNumber: null, bodyStart: 0 };
  const limit = Math.min(FRONT_LIMIT, lines.length);
  let at = 0;
  for (; at < limit; at++) {
    const line = lines[at];
    if (line === undefined) break;
    const role = readRole(line, head);
    if (role === 'body') break;
    if (role !== null) roles.set(line.block, role);
  }
  head.bodyStart = at;
  return head;
}

/** Reads one line into `head`; `body` when the body begins with it, null when it is neither. */
function readRole(line: Line, head: Head): FrontRole | 'body' | null {
  const { plain } = line;
  if (plain === '') return null;
  if (line.kind === 'table' || SALUTATION.test(plain) || NUMBERED.test(plain)) return 'body';
  if (CAPTION.test(plain)) return 'caption';
  const number = readDocNumber(plain);
  if (number !== null) return ((head.docNumber ??= number), 'number');
  if (head.delivery !== null || head.speaker !== null) {
    const speaker = readNextSpeaker(line, head);
    if (speaker !== null) return ((head.speaker = speaker), 'speaker');
  }
  const adoptions = readAdoptions(line);
  if (adoptions.length > 0) return (head.adoptions.push(...adoptions), 'delivery');
  const delivery = readDelivery(line);
  if (delivery !== null) return readFused(line, delivery, head);
  const speaker = readSpeaker(line);
  if (speaker !== null) return ((head.speaker ??= speaker), 'speaker');
  return readTitleLine(line, head);
}

/** A line after the delivery or after an office without its name. */
function readNextSpeaker(line: Line, head: Head): Speaker | null {
  if (head.speaker?.name != null) return null;
  const name = readName(line);
  return name === null ? null : { name, office: head.speaker?.office ?? '' };
}

function readFused(line: Line, delivery: Delivery, head: Head): FrontRole {
  head.delivery ??= delivery;
  head.speaker ??= delivery.speaker;
  if (delivery.start === 0) return 'delivery';
  head.titles.push(...readTitles(line, delivery.start));
  return 'title';
}

function readTitleLine(line: Line, head: Head): FrontRole | 'body' | null {
  const { plain } = line;
  if (MONTH.test(plain)) return 'delivery';
  if (BODY_NAME.test(plain)) return head.titles.length > 0 ? 'speaker' : null;
  if (REPORTED.test(plain) && head.delivery !== null) return 'caption';
  if (ADDRESSEE.test(plain) || plain.length > 90 || /[。;!:]$/u.test(plain) || /。/u.test(plain.slice(0, -1)))
    return 'body';
  head.titles.push(printed(line, 0, plain.length));
  return 'title';
}
