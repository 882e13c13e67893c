/**
 * A second tier of themes: 水城建设迈出新步伐。码头搬迁加快推进。… 游船产业更加兴旺。… The theme that opens a paragraph is
 * divided by those inside it. A list of tasks looks alike, so that a document must do it often, or a paragraph plainly.
 */
import { byPart } from './runInCandidates.ts';
import type { Candidate } from './runInCandidates.ts';
import type { Scored } from './runInStyle.ts';

/** In so many paragraphs of a document, a second tier is its style. */
const usual = 4;
/** So many themes alike in one paragraph are a second tier anywhere; of results under a result, fewer. */
const plain = { tasks: 4, results: 3 };
const plainGap = 60;
const longestFirst = 14;
/** UTF-16 units between an opener and the theme that follows it: a blank, a closing quotation mark. */
const adjacent = 2;

/** The themes inside paragraphs that divide the openers of theirs; `sections`: what is strong in each section. */
export function findSecondTiers(sections: readonly (readonly Scored[])[]): ReadonlySet<Candidate> {
  const tiers = sections.flatMap(tiersOf);
  const chosen = tiers.length >= usual ? tiers : tiers.filter(isPlain);
  return new Set(chosen.flat());
}

/** What stands below each opener of one section that seems to be divided. */
function tiersOf(strong: readonly Scored[]): Candidate[][] {
  const candidates = strong.map(({ candidate }) => candidate);
  const parts = [...byPart(candidates).values()].filter(([opener]) => opener?.opens === true && !opener.isCounted);
  const plainParts = parts.filter(([opener]) => opener?.isBold === false && !opener.isBoxed);
  const isReport = plainParts.length > 1 && plainParts.every(isReported);
  return parts.flatMap((part) => {
    const inner = innerOf(part);
    if ((isReport || inner.length > 2) && isReported(part)) return [inner];
    return inner.length > 1 && followsOpener(part) ? [inner] : [];
  });
}

function innerOf([, ...behind]: readonly Candidate[]): Candidate[] {
  return behind.filter(({ isCounted, isBold }) => !isCounted && !isBold);
}

/** 水城建设迈出新步伐。… 码头搬迁加快推进。… 游船产业更加兴旺。… */
function isReported(part: readonly Candidate[]): boolean {
  const [opener] = part;
  const results = innerOf(part).filter(({ shape }) => shape.grammar === 'result');
  return opener?.shape.grammar === 'result' && !opener.hasDash && results.length > 1;
}

/** 题。题。文: two themes without text between them are two tiers. */
function followsOpener(part: readonly Candidate[]): boolean {
  const [opener] = part;
  const [first] = innerOf(part);
  if (opener === undefined || first === undefined) return false;
  return first.sentence.start - opener.sentence.next <= adjacent && first.shape.length <= longestFirst;
}

/** Four or more of one grammar, one length and with text of their own. */
function isPlain(inner: readonly Candidate[]): boolean {
  const lengths = inner.map(({ shape }) => shape.length);
  const grammars = new Set(inner.map(({ shape }) => shape.grammar));
  const isSpaced = inner.every((one, at) => {
    const next = inner[at + 1];
    return next === undefined || next.sentence.start - one.sentence.start >= plainGap;
  });
  const fewest = grammars.has('result') ? plain.results : plain.tasks;
  return inner.length >= fewest && grammars.size === 1 && Math.max(...lengths) - Math.min(...lengths) <= 3 && isSpaced;
}
