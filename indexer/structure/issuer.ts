/** The body that issued a document, in its fullest printed form: `洛阳市洛龙区人民政府`, `国务院办公厅`. */
import type { DocumentType } from '../model.ts';
import { mentionAt, mentionsIn } from './places.ts';

export interface IssuerEvidence {
  readonly docType: DocumentType | null;
  readonly region: readonly string[];
  /** Folded lines that name it, strongest first: office, signature, title, clues, opening. */
  readonly lines: readonly string[];
  /** The congress or standing committee that adopted a regulation, as printed. */
  readonly adoptedBy: string | null;
}

const STATE = /(?:国务院|政务院)(?:办公厅)?|中共中央(?:办公厅)?/u;
const GOVERNMENT = /^(?:人民政府|人民委员会|革命委员会)(?:办公厅|办公室)?/u;

/** The issuer; null when neither print nor region says it. */
export function findIssuer(evidence: IssuerEvidence): string | null {
  if (evidence.docType === '党代会报告') return partyCommittee(evidence.region);
  if (evidence.docType === '地方性法规') return evidence.adoptedBy;
  if (evidence.region[0] === '全国') return stateBody(evidence.lines);
  return printedGovernment(evidence) ?? namedGovernment(evidence);
}

function partyCommittee(region: readonly string[]): string | null {
  const place = region.at(-1);
  if (place === undefined) return null;
  return place === '全国' ? '中共中央' : `中共${place}委员会`;
}

function stateBody(lines: readonly string[]): string | null {
  for (const line of lines) {
    const body = STATE.exec(line)?.[0];
    if (body !== undefined) return body;
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
  }
  return null;
}

/** `洛阳市洛龙区` printed in front of the title, else the region's own name; a district is told with its city. */
function namedGovernment({ lines, region }: IssuerEvidence): string | null {
  const place = region.at(-1);
  if (place === undefined) return null;
  for (const line of lines) {
    const at = line.search(/\p{Script=Han}/u);
    const mention = at < 0 ? null : mentionAt(line, at);
    const name = mention === null ? '' : line.slice(mention.start, mention.end);
    if (name.endsWith(place)) return `${name}人民政府`;
  }
  const city = region.length > 1 && place.endsWith('区') ? (region.at(-2) ?? '') : '';
  return `${city}${place}人民政府`;
}
