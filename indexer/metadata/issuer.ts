/** The body that issued a document, in its fullest printed form: `洛阳市洛龙区人民政府`, `国务院办公厅`. */
import type { DocumentType } from '../model.ts';
import { placesNamed } from './gazetteer.ts';
import { mentionAt, mentionsIn } from './places.ts';

export interface IssuerEvidence {
  readonly docType: DocumentType | null;
  readonly region: readonly string[];
  /** Folded lines that name it, strongest first: office, signature, title, clues, opening. */
  readonly lines: readonly string[];
  /** The congress or committee that adopted it, as printed. */
  readonly adoptedBy: string | null;
  /** Bodies that print itself says the document is of, strongest first: in its title, below it, in its decree, under it. */
  readonly bodies: readonly string[];
}

/** A department in front of 关于, or before its head's office: `国家发展改革委关于…`, `县委常委、郑州市财政局局长`. */
const DEPARTMENT =
  /^(?:[^关]*[兼、])?(\p{Script=Han}{2,24}?(?:部|委|委员会|局|总局|署|厅|法院|检察院|常委会|管委会))(?:关于|$|(?:副?主任|[局厅部署院]长|检察长)$)/u;
const STATE = /中共中央(?:办公厅)?、?国务院(?:办公厅)?|(?:国务院|政务院)(?:办公厅)?|中共中央(?:办公厅)?/u;
const GOVERNMENT = /^(?:人民政府|人民委员会|革命委员会|管理委员会|管委会|行政公署|行署|专员公署)(?:办公厅|办公室)?/u;

/** The issuer; null when neither print nor region says it. */
export function findIssuer(evidence: IssuerEvidence): string | null {
  const { docType, region, lines, adoptedBy } = evidence;
  if (docType === '政府工作报告') return reportingGovernment(evidence);
  if (docType === '党代会报告') return partyCommittee(region);
  if (docType === '行政法规') return '国务院';
  const byNation = region[0] === '全国' && /^全国人民代表大会/u.test(adoptedBy ?? '');
  if (byNation || (docType === '地方性法规' && adoptedBy !== null)) return adoptedBy;
  const printed = evidence.bodies[0] ?? firstMatch(lines, DEPARTMENT) ?? (docType === '决定' ? adoptedBy : null);
  if (printed !== null) return namedInFull(printed, region.at(-1) ?? '');
  if (docType === '地方性法规') return null;
  return region[0] === '全国' ? (firstMatch(lines, STATE) ?? adoptedBy) : governmentOfRegion(evidence);
}

/** `县财政局` of 兰考县 is `兰考县财政局`. */
function namedInFull(body: string, place: string): string {
  return /^[省市县区州旗]/u.test(body) && place.endsWith(body.charAt(0)) ? place + body.slice(1) : body;
}

/** The office publishes the report; the government gives it. */
function reportingGovernment(evidence: IssuerEvidence): string | null {
  const { region, lines } = evidence;
  const unit = firstUnit(lines, region.at(-1) ?? '');
  if (unit !== null) return unit;
  if (region[0] === '全国') return firstMatch(lines, STATE);
  return governmentOfRegion(evidence)?.replace(/办公[厅室]$/u, '') ?? null;
}

function governmentOfRegion(evidence: IssuerEvidence): string | null {
  return printedGovernment(evidence) ?? namedGovernment(evidence);
}

const UNIT_GOVERNMENT =
  /^(?:代表)?(?:[\d〇零一二o]{4}年)?(\p{Script=Han}{2,20}?(?:[镇乡]人民政府|(?:街道|[区园城港])(?:管理委员会|管委会|办事处)))/u;
const UNIT_CONGRESS = /^(\p{Script=Han}{2,20}?[镇乡])第.{1,4}届人民代表大会/u;
const UNIT_END = /(?:人民政府|管理委员会|管委会|办事处)$/u;

/** A town, a township, a subdistrict or a development zone, which no table of places lists; `place` is listed. */
function firstUnit(lines: readonly string[], place: string): string | null {
  const units = lines.flatMap((line) => UNIT_GOVERNMENT.exec(line)?.[1] ?? []);
  const printed = units.toSorted((a, b) => b.length - a.length)[0] ?? null;
  if (printed !== null && (place === '' || !printed.replace(UNIT_END, '').endsWith(place))) return printed;
  const town = firstMatch(lines, UNIT_CONGRESS);
  return town === null ? null : `${town.slice(mentionAt(town, 0)?.end ?? 0)}人民政府`;
}

/** `新城镇` of `新城镇人民政府`: the unit below the listed places whose report it is; null for the government of a region. */
export function unitOf(issuer: string, region: readonly string[]): string | null {
  const unit = /[镇乡]人民政府$|(?:办事处|管理委员会|管委会)$/u.test(issuer) ? issuer.replace(UNIT_END, '') : '';
  return unit === '' || unit.endsWith(region.at(-1) ?? unit) ? null : unit;
}

/** 省委, 市委 …; an autonomous region's committee has no such short form. */
function partyCommittee(region: readonly string[]): string | null {
  const place = region.at(-1);
  if (place === undefined) return null;
  if (place === '全国') return '中共中央';
  return place.endsWith('自治区') ? `中共${place}委员会` : `中共${place}委`;
}

function firstMatch(lines: readonly string[], pattern: RegExp): string | null {
  for (const line of lines) {
    const match = pattern.exec(line);
    if (match !== null) return match[1] ?? match[0];
  }
  return null;
}

/** `呼伦贝尔市海拉尔区人民政府` as a line prints it, when it is the region's. */
function printedGovernment({ lines, region }: IssuerEvidence): string | null {
  for (const line of lines) {
    for (const mention of mentionsIn(line)) {
      const body = GOVERNMENT.exec(line.slice(mention.end))?.[0];
      if (body !== undefined && mention.candidates.some((place) => place.path.at(-1) === region.at(-1))) {
        return line.slice(mention.start, mention.end) + body;
      }
    }
    const unlisted = unlistedGovernment(line, region.at(-1));
    if (unlisted !== null) return unlisted;
  }
  return null;
}

/** `云渚市人民政府办公室` of a unit that no table lists. */
function unlistedGovernment(line: string, place: string | undefined): string | null {
  const at = place === undefined || placesNamed(place).length > 0 ? -1 : line.indexOf(place);
  const body = at < 0 ? undefined : GOVERNMENT.exec(line.slice(at + (place?.length ?? 0)))?.[0];
  return body === undefined ? null : `${place ?? ''}${body}`;
}

/** `洛阳市洛龙区` printed in front of the title, else the region's own name; a district is told with its city. */
function namedGovernment({ lines, region }: IssuerEvidence): string | null {
  const place = region.at(-1);
  if (place === undefined) return null;
  for (const line of lines) {
    const at = line.search(/\p{Script=Han}/u);
    const mention = at < 0 ? null : mentionAt(line, at);
    const name = mention === null ? '' : line.slice(mention.start, mention.end);
    if (name.endsWith(place)) return governmentOf(name);
  }
  const city = region.length > 1 && place.endsWith('区') ? (region.at(-2) ?? '') : '';
  return governmentOf(city + place);
}

/** A 兵团 and a 特别行政区 have no 人民政府; a 地区 and a 盟 have an office that their province sends (行政公署). */
function governmentOf(name: string): string {
  if (name.endsWith('兵团')) return name;
  if (/(?:地区|盟)$/u.test(name)) return `${name}行政公署`;
  return name.endsWith('特别行政区') ? `${name}政府` : `${name}人民政府`;
}
