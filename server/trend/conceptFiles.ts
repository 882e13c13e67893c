/** Concepts that lie beside the documents: `concepts/*.yaml` in each folder of the collection. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Concept, type ConceptReading, readConcept } from './concept.ts';

export interface ConceptFolder {
  readonly concepts: readonly Concept[];
  /** Files that could not be used, with the reasons in Chinese. */
  readonly problems: readonly { readonly path: string; readonly problems: readonly string[] }[];
}

/** Reads one concept file; what is wrong with it, or that it cannot be read, comes back in words. */
export async function readConceptFile(path: string): Promise<ConceptReading> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => ({ error }));
  if (typeof text !== 'string') return { problems: [`读不了文件：${String(text.error)}`] };
  return readConcept(text);
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, 'concepts')).catch((): string[] => []);
  return names
    .filter((name) => /\.ya?ml$/iu.test(name))
    .toSorted()
    .map((name) => join(folder, 'concepts', name));
}

/** The concepts of all folders, by file name; of two with one name the first counts, and the other is a problem. */
export async function findConcepts(folders: readonly string[]): Promise<ConceptFolder> {
  const concepts = new Map<string, Concept>();
  const problems: { path: string; problems: readonly string[] }[] = [];
  for (const path of (await Promise.all(folders.map(filesIn))).flat()) {
    const reading = await readConceptFile(path);
    if ('problems' in reading) problems.push({ path, problems: reading.problems });
    else if (concepts.has(reading.concept.name))
      problems.push({ path, problems: [`已有同名的概念“${reading.concept.name}”`] });
    else concepts.set(reading.concept.name, reading.concept);
  }
  return { concepts: [...concepts.values()], problems };
}
