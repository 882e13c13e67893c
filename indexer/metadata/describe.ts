/** What is known of a document: front matter and metadata out of cleaned blocks. Nothing is invented. */
import type { Block, Cleaned, Description, FrontMatter, Metadata, Overrides } from '../model.ts';
import { foldText } from '../analysis/fold.ts';
import { readCompleteness } from './completeness.ts';
import { firstDate } from './date.ts';
import { findType, isReport } from './docType.ts';
import { type Front, readFront } from './front.ts';
import { findIssuer, unitOf } from './issuer.ts';
import { type Line, lineOf, readLine } from './line.ts';
import { mentionAt } from './places.ts';
import { findRegion } from './region.ts';
import { readScript } from './script.ts';
import { readSpeaker } from './speaker.ts';
import {
  bodyInTitle,
  displayTitle,
  isComplete,
  isSlogan,
  quotedTitle,
  REPORT,
  subjectOf,
  titleOfPath,
} from './title.ts';
import { findYear } from './year.ts';

/** How much of a paragraph may be a heading fused to it. */
const HEADING_LENGTH = 40;
const STATE_COUNCIL = /^(?:中华人民共和国)?(?:国务院|政务院)(?:办公厅)?(?!总理|副总理)/u;

/**
 * Describes a document. `path` is relative, with `/`; its names are weak evidence, the text is strong, and
 * `overrides` win over both. Pure; never throws.
 */
export function describe(cleaned: Cleaned, path: string, overrides: Overrides): Description {
  const lines = cleaned.blocks.map(readLine);
  const front = readFront(lines);
  const source = { cleaned, front, path, lines };
  const { metadata, problems } = describeAs(overrides.title ?? findTitle(source), source);
  const known = { ...metadata, ...overrides };
  return {
    metadata: { ...known, displayTitle: shownTitle(known) },
    front: front.matter,
    problems: overrides.region === undefined ? problems : problems.filter(({ code }) => !code.endsWith('-region')),
  };
}

/** A title that is a slogan hides its kind only in a government's report. */
function shownTitle({ title, docType, region, issuer, year }: Metadata): string {
  if (isSlogan(title) && docType !== '政府工作报告') return title;
  const unit = issuer === null ? null : unitOf(issuer, region);
  return displayTitle(title, unit === null ? region : [...region, unit], year);
}

/** What the finders look at. */
interface Source {
  readonly cleaned: Cleaned;
  readonly front: Front;
  readonly path: string;
  readonly lines: readonly Line[];
}

function describeAs(title: string, source: Source): Pick<Description, 'metadata' | 'problems'> {
  const { cleaned, front } = source;
  const { clues } = cleaned;
  const issuerLines = linesOfIssuer(title, source);
  const found = findRegion({
    issuerLines,
    rank: findRank(source),
    path: lineOf(source.path).plain,
    source: clues.source ?? front.source ?? '',
    text: () => source.lines.map((line) => line.plain).join('\n'),
  });
  const adoption = front.adoptions.findLast((one) => one.act === 'adopted') ?? front.adoptions.at(-1);
  const adoptedBy = adopterOf(front)?.replace(/^中华人民共和国|第.{1,4}届/gu, '') ?? null;
  const docType = findType({
    title: lineOf(title).plain,
    opening: openingText(front),
    byStateCouncil: found.region[0] === '全国' && issuerLines.some((line) => STATE_COUNCIL.test(line)),
    decreedByStateCouncil: /^(?:中华人民共和国)?国务院(?:令|$)/u.test(adoptedBy ?? front.docNumber ?? ''),
    adoptedByCongress: /代表大会|常委会/u.test(adoptedBy ?? ''),
  });
  const docNumber = front.docNumber ?? clues.docNumber ?? null;
  const published = firstDate(lineOf(clues.date ?? '').plain);
  const year = findYear({
    docType,
    title: lineOf(title).plain,
    clueTitle: lineOf(clues.title ?? '').plain,
    path: lineOf(source.path).plain,
    delivered: front.delivery?.date ?? null,
    adopted: adoption?.date ?? null,
    signed: front.signature?.date ?? null,
    published,
    docNumber,
    headings: () => source.lines.map(({ text }) => foldText(text.slice(0, HEADING_LENGTH))),
    claimed: clues.year ?? null,
  });
  const metadata: Metadata = {
    title,
    displayTitle: title,
    docType,
    region: found.region,
    issuer: findIssuer({
      docType,
      region: found.region,
      lines: issuerLines,
      adoptedBy,
      bodies: printedBodies(title, source),
    }),
    speaker: front.speaker?.name ?? speakerOfClue(clues.speaker),
    meeting:
      front.delivery?.meeting ?? meetingIn(title) ?? (docType === '党代会报告' ? congressIn(title, front) : null),
    date: front.delivery?.date ?? adoption?.date ?? front.signature?.date ?? published,
    year,
    docNumber,
    url: clues.url ?? null,
    source: clues.source ?? front.source,
    script: readScript(cleaned.blocks.map((block) => block.text)),
    completeness: readCompleteness(title, bodyOf(cleaned.blocks, front.matter), cleaned.problems),
  };
  return { metadata, problems: found.problems };
}

/** The printed title; else what the first sentence, the page or the file name give. */
function findTitle({ cleaned, front, path }: Source): string {
  const candidates = [
    front.title?.text ?? null,
    quotedTitle(front.opening),
    cleaned.clues.title ?? null,
    titleOfPath(path),
  ];
  if (isReport(openingText(front))) candidates.push(REPORT);
  const slogan = front.delivery !== null && isReport(openingText(front)) ? front.title?.text : undefined;
  if (slogan !== undefined && isSlogan(slogan)) return slogan;
  const complete = candidates.find((title) => title !== null && isComplete(lineOf(title).plain));
  return (
    complete ?? candidates.find((title) => title !== null) ?? (path.split('/').at(-1) ?? '').replace(/\.[a-z]+$/iu, '')
  );
}

/** Folded lines that name the issuer, strongest first. */
function linesOfIssuer(title: string, { cleaned, front }: Source): string[] {
  const { clues } = cleaned;
  const lines = [
    front.speaker?.office,
    front.author,
    front.delivery?.meeting,
    adopterOf(front),
    front.decree?.body,
    front.signature?.issuer,
    issuerPart(title),
    clues.issuer,
    clues.speaker,
    representedIn(front),
    clues.title === undefined ? undefined : issuerPart(clues.title),
    placeOfSubject(title),
  ];
  return lines.flatMap((line) => (line === undefined || line === null || line === '' ? [] : [lineOf(line).plain]));
}

/** Who adopted it first: who amended it later need not be the same. */
function adopterOf({ adoptions }: Front): string | null {
  const first = adoptions.find((adoption) => adoption.act === 'adopted') ?? adoptions.at(-1);
  return first?.body ?? null;
}

/** In `河南省人民政府关于支持洛阳市…的意见` only what stands before 关于 names the issuer. */
function issuerPart(title: string): string {
  return title.split(/[关關][于於]/u)[0] ?? '';
}

/** `开封市` of `关于开封市2022年…的报告`. */
function placeOfSubject(title: string): string {
  const { plain } = lineOf(subjectOf(title));
  return plain.slice(0, mentionAt(plain, 0)?.end ?? 0);
}

/** The bodies that the title, a line below it, a decree or a signature name, as printed. */
function printedBodies(title: string, { cleaned, front }: Source): string[] {
  const bodies = [bodyInTitle(title), front.author, front.decree?.body, front.signature?.issuer, cleaned.clues.issuer];
  return bodies.flatMap((body) => (body === undefined || body === null || body === '' ? [] : [body]));
}

/** `代表市人民政府` in the opening. */
function representedIn(front: Front): string | undefined {
  return /代表.{0,25}?(?:政府|国务院|政务院|委员会)/u.exec(openingText(front))?.[0];
}

/** The issuer's rank by the speaker's office, the meeting or the opening. */
function findRank({ front }: Source): string | null {
  const office = /(省|市|区|县|州|旗|盟)长(?:候选人)?(?:\(代理?\))?$/u.exec(front.speaker?.office ?? '')?.[1];
  if (office !== undefined) return office;
  const own = /(省|自治区|市|区|县|州|旗|盟)(?:人民)?政府$/u.exec(representedIn(front) ?? '')?.[1];
  return own ?? null;
}

function openingText(front: Front): string {
  return front.opening.map((line) => line.plain.slice(0, 200)).join('');
}

/** `…——在中国共产党第十八次全国代表大会上的报告` */
function meetingIn(title: string): string | null {
  return /在(.{4,40}?(?:大会|[会會][议議]))上的/u.exec(title)?.[1] ?? null;
}

const CONGRESS =
  '(?:中[国國]共[产產][党黨]|中共)[^，。；：、《》“”\\s]{0,16}第[一二三四五六七八九十百]{1,5}次(?:全[国國])?代表大[会會]';
const CONGRESS_IN_TITLE = new RegExp(CONGRESS, 'u');
/** `中国共产党某市第十二次代表大会，是在…召开的`; of another congress it says 以来 or 闭幕后. */
const CONGRESS_OPENS = new RegExp(`^(${CONGRESS})[，,]?(?:[现現將将]|今天|是)`, 'u');

/** The congress that a report of the party was given to, by its title or by the sentence that opens it. */
function congressIn(title: string, { opening }: Front): string | null {
  const opened = opening.map(({ text }) => CONGRESS_OPENS.exec(text)?.[1]).find((name) => name !== undefined);
  return CONGRESS_IN_TITLE.exec(title)?.[0] ?? opened ?? null;
}

/** `河北省人民政府省长 张庆伟` → `张庆伟`. */
function speakerOfClue(clue: string | undefined): string | null {
  if (clue === undefined) return null;
  return readSpeaker(lineOf(clue))?.name ?? clue;
}

function bodyOf(blocks: readonly Block[], matter: readonly FrontMatter[]): Block[] {
  const apart = new Set(matter.map(({ block }) => block));
  return blocks.filter((_, index) => !apart.has(index));
}
