/**
 * The region that a document belongs to: its issuer's, not a place that is merely mentioned. Evidence is asked in
 * order of strength; weaker evidence only decides between namesakes (朝阳区 of 北京 or of 长春).
 */
import type { Problem } from '../model.ts';
import { placesOfStem, type Place, stemOf } from './gazetteer.ts';
import { isNational } from './nation.ts';
import { YEAR } from '../analysis/numerals.ts';
import { type Mention, mentionsIn } from './places.ts';

/** What a document says about its region; all folded. */
export interface RegionEvidence {
  /** Lines that name the issuer, strongest first: office, meeting, title, clues, signature, opening. */
  readonly issuerLines: readonly string[];
  /** The issuer's rank as it says itself: `我代表市人民政府` → 市; null when it does not. */
  readonly rank: string | null;
  /** Folder and file name. */
  readonly path: string;
  /** The newspaper or site that printed it; empty when unknown. */
  readonly source: string;
  /** The whole text; put together only when nothing stronger decides. */
  readonly text: () => string;
}

export interface RegionFound {
  readonly region: readonly string[];
  readonly problems: readonly Problem[];
}

const NATION = ['全国'];
/** How often a place must be named before frequency alone decides, and how far ahead of the next. */
const OFTEN = 3;
const AHEAD = 1.5;

/** Finds the region; empty when it is unknown, or what is certain of it when namesakes cannot be told apart. */
export function findRegion(evidence: RegionEvidence): RegionFound {
  for (const line of evidence.issuerLines) {
    if (isNational(line)) return { region: NATION, problems: [] };
    const [mention] = mentionsOfRank(line, evidence.rank).filter((one) => isOwnName(line, one));
    if (mention !== undefined) return decide(mention.candidates, evidence);
    const unknown = unlistedUnit(line);
    if (unknown !== null) return { region: [unknown], problems: [unlisted(unknown)] };
  }
  const rank = evidence.rank ?? impliedRank(evidence.text());
  const named = mentionsOfRank(evidence.path, rank).flatMap((mention) => mention.candidates);
  if (named.length > 0) return decide(deepest(named), evidence);
  const frequent = mostFrequent(evidence.text(), rank);
  return decide(frequent.length > 0 ? frequent : ofNewspaper(evidence), evidence);
}

/** 开封日报 prints the report of 开封市, when the text speaks of 全市 and of no 全县 or 全区. */
function ofNewspaper({ source, text }: RegionEvidence): Place[] {
  const stem = /^(.{2,5}?)(?:日报|晚报|早报|晨报|时报)/u.exec(source)?.[1];
  if (stem === undefined) return [];
  const whole = text();
  const own = RANKS.find((rank) => new RegExp(`[我全本]${rank}(?![域场级])`, 'u').test(whole));
  if (own === undefined) return [];
  return placesOfStem(stem).filter((place) => hasRank(place, own));
}

/** What may stand before the issuer's short name: `2025年新疆政府工作报告`, `在河南第…`, `中共洛阳第…`. */
const LEAD = new RegExp(`^(?:[-"《(在]|${YEAR}年|中共|中国共产党|政协|中国人民政治协商会议|关于|印发|代表)*$`, 'u');
const RANKED = /(?:[省市县区州旗盟]|兵团)$/u;

/** A short name within a line may be no name: 长治久安, 推广安全生产, 诚信阳光. */
function isOwnName(line: string, { start, end }: Mention): boolean {
  return RANKED.test(line.slice(start, end)) || LEAD.test(line.slice(0, start));
}

/** `2021年市…` says which rank the issuer has; a mention of another rank is not its name. */
function mentionsOfRank(line: string, rank: string | null): Mention[] {
  return mentionsIn(line).flatMap((mention) => {
    const candidates = mention.candidates.filter((place) => hasRank(place, rank));
    return candidates.length === 0 ? [] : [{ ...mention, candidates }];
  });
}

function hasRank(place: Place, rank: string | null): boolean {
  return (
    rank === null ||
    place.name.endsWith(rank) ||
    (rank === '市' && place.path.length === 1 && place.name.endsWith('市'))
  );
}

const UNLISTED =
  /^-*(?:\d{4}年)?(\p{Script=Han}{2,10}?(?:省|市|县|区|州|旗|盟))(?:\d{4}年)?(?:第.{1,4}届|人民政府|政府工作报告|国民经济|人民代表大会)/u;

/** A unit that no table lists, as it is printed before its congress or government: 云渚市第三届人民代表大会. */
function unlistedUnit(line: string): string | null {
  const name = UNLISTED.exec(line)?.[1];
  return name === undefined || /^(?:自治|本|全|我|代表|各|现在)/u.test(name) ? null : name;
}

function unlisted(name: string): Problem {
  return {
    code: 'unlisted-region',
    message: {
      zh: `地名录中没有${name}，上级未知`,
      en: `No table of places lists ${name}: what it belongs to is unknown`,
    },
  };
}

function deepest(places: readonly Place[]): Place[] {
  const depth = Math.max(...places.map((place) => place.path.length));
  return places.filter((place) => place.path.length === depth);
}

/** Decides between namesakes by the names above them that the other lines, the path and the text give. */
function decide(candidates: readonly Place[], evidence: RegionEvidence): RegionFound {
  let left = candidates;
  for (const read of [() => evidence.issuerLines.join('\n'), () => evidence.path, evidence.text]) {
    if (left.length < 2) break;
    const text = read();
    left = leaders(left, (place) => contextCount(place, text));
  }
  const problems = left.length > 1 ? [ambiguous(left)] : [];
  return { region: commonPath(left), problems };
}

function ambiguous(places: readonly Place[]): Problem {
  const names = places.map((place) => place.path.join('')).join('、');
  return {
    code: 'ambiguous-region',
    message: { zh: `地名不能确定是哪一个：${names}`, en: `Several places have this name: ${names}` },
  };
}

/** How often the units above a place are named. */
function contextCount(place: Place, text: string): number {
  return place.path.slice(0, -1).reduce((sum, name) => sum + count(text, stemOf(name)), 0);
}

/** Those that none is clearly ahead of; all when none scores. */
function leaders(places: readonly Place[], score: (place: Place) => number): readonly Place[] {
  const scores = new Map(places.map((place) => [place, score(place)]));
  const best = Math.max(...scores.values());
  return best === 0 ? places : places.filter((place) => (scores.get(place) ?? 0) * AHEAD > best);
}

function commonPath(candidates: readonly Place[]): string[] {
  const [first, ...others] = candidates;
  const path = first?.path ?? [];
  const length = path.findIndex((name, i) => others.some((other) => other.path[i] !== name));
  return length < 0 ? [...path] : path.slice(0, length);
}

/** The place of the issuer's rank that the text names most often; none when it is not clearly ahead. */
function mostFrequent(text: string, rank: string | null): Place[] {
  if (rank === null) return [];
  const counts = new Map<string, { places: readonly Place[]; count: number }>();
  for (const { candidates } of mentionsIn(text)) {
    const places = ranked(candidates, rank);
    const name = places[0]?.name ?? '';
    counts.set(name, { places, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  counts.delete('');
  const [first, second] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (first === undefined || first.count < OFTEN || first.count < AHEAD * (second?.count ?? 0)) return [];
  return [...first.places];
}

/** Candidates of the rank; for the short form 吉林 in a city's report the city. */
function ranked(candidates: readonly Place[], rank: string): Place[] {
  const wider = candidates.flatMap((place) => (place.tier === 1 ? placesOfStem(place.stem) : [place]));
  return wider.filter((place) => hasRank(place, rank));
}

/** Ranks from the lowest: a county's report speaks of 全市 too, and a city's boasts of its place in 全省. */
const RANKS = ['县', '旗', '区', '市', '州', '盟', '省'];
/** A rank that is spoken of less than this share of the commonest is not the issuer's. */
const SHARE = 0.15;

/** The rank of which the text speaks as its own: 我市, 全市, 本市. */
function impliedRank(text: string): string | null {
  const own = RANKS.map((rank) => count(text, new RegExp(`[我全本]${rank}(?![域场级])`, 'gu')));
  const least = Math.max(OFTEN, SHARE * Math.max(...own));
  return RANKS.find((_, i) => (own[i] ?? 0) >= least) ?? null;
}

function count(text: string, word: string | RegExp): number {
  return text.split(word).length - 1;
}
