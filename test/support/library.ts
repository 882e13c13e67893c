/** Libraries for tests: the sample corpus, the shared one where it is, and small ones made of text. */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCollection } from '../../indexer/index/collection.ts';
import { buildKeywordIndex, readKeywordIndex } from '../../indexer/index/keywordIndex.ts';
import { type Library, update } from '../../indexer/library.ts';
import type { PolicyDocument } from '../../indexer/model.ts';
import { isSkip, understand } from '../../indexer/understand.ts';

const root = new URL('../..', import.meta.url).pathname;

/** The documents that the project ships. */
export const SAMPLES = join(root, 'corpus');
/** Other people's documents; not everywhere. */
export const SHARED_CORPUS = join(root, '../shared/corpus');
export const SHARED_GOLD = join(root, '../shared/gold');
export const hasShared = existsSync(SHARED_CORPUS) && existsSync(SHARED_GOLD);

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'yinju-test-'));
}

/** A library over a folder, with a data folder of its own. */
export async function libraryOf(folder: string): Promise<Library> {
  return (await update([folder], temporaryFolder())).library;
}

/** A library of texts: file name → content. */
export async function libraryOfTexts(texts: Readonly<Record<string, string>>): Promise<Library> {
  const documents: PolicyDocument[] = [];
  for (const [path, text] of Object.entries(texts)) {
    const outcome = await understand({ path, bytes: Buffer.from(text), sidecar: null });
    if (isSkip(outcome)) throw new Error(`${path}: ${outcome.reason} ${outcome.detail}`);
    documents.push(outcome);
  }
  const collection = buildCollection(documents);
  const keywords = Promise.resolve(readKeywordIndex(buildKeywordIndex(collection)));
  const loadFormer = () => Promise.resolve(new Map<string, never>());
  return { collection, loadKeywords: () => keywords, loadFormer, folders: [], files: [] };
}
