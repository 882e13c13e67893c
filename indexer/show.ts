/** What the indexer understood of a document, as plain JSON: the interface of `yinju show --json` and `/api/documents/:id`. */
import { countCharacters } from './analysis/characters.ts';
import { foldForReading } from './analysis/fold.ts';
import type { Metadata, PassageKind, PolicyDocument, Problem, Provenance, Section } from './model.ts';

export interface ShownSection extends Section {
  readonly folded: string;
}

export interface ShownPassage {
  readonly id: string;
  readonly kind: PassageKind;
  readonly ordinal: number;
  readonly segment: number | null;
  readonly page: number | null;
  readonly sectionPath: readonly string[];
  readonly foldedSectionPath: readonly string[];
  readonly text: string;
  readonly folded: string;
  readonly heads?: readonly string[];
  readonly under?: readonly string[];
}

export interface ShownProblem {
  readonly code: Problem['code'];
  /** In Chinese. */
  readonly message: string;
}

export interface ShownDocument {
  readonly document: Metadata & { readonly id: string; readonly provenance: Provenance; readonly characters: number };
  readonly sections: readonly ShownSection[];
  readonly passages: readonly ShownPassage[];
  readonly problems: readonly ShownProblem[];
}

/** Headings from the highest down to the section with this id. */
function headingsTo(sections: ReadonlyMap<string, Section>, id: string | null): string[] {
  const section = id === null ? undefined : sections.get(id);
  return section === undefined ? [] : [...headingsTo(sections, section.parent), section.heading];
}

/** A problem as every JSON has it, whether a document's or a query's. */
export const showProblem = ({ code, message }: Problem): ShownProblem => ({ code, message: message.zh });

/** The document with every passage's text and path spelled out. */
export function show(shown: PolicyDocument): ShownDocument {
  const { text, sections, passages, problems, ...document } = shown;
  const byId = new Map(sections.map((section) => [section.id, section]));
  return {
    document: { ...document, characters: countCharacters(text) },
    sections: sections.map((section) => ({ ...section, folded: foldForReading(section.heading) })),
    passages: passages.map(({ section, start, end, ...passage }) => {
      const sectionPath = headingsTo(byId, section);
      const own = text.slice(start, end);
      const foldedSectionPath = sectionPath.map(foldForReading);
      return { ...passage, sectionPath, foldedSectionPath, text: own, folded: foldForReading(own) };
    }),
    problems: problems.map(showProblem),
  };
}
