/** The library: folders brought up to date, indexed, and kept in a snapshot. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCollection, type Collection } from './index/collection.ts';
import { buildKeywordIndex, type KeywordIndex, readKeywordIndex } from './index/keywordIndex.ts';
import { findFormer, type FormerPassage, readFormer, recordFormer } from './index/passageRecord.ts';
import { type FileRecord, readSnapshot, type Snapshot, writeSnapshot } from './index/snapshot.ts';
import { type Changes, ingest } from './ingest.ts';
import type { PolicyDocument } from './model.ts';

export interface Library {
  readonly collection: Collection;
  /** Read from the snapshot when it is first needed. */
  readonly loadKeywords: () => Promise<KeywordIndex>;
  /** Passages that were indexed here once and are no more, by id. */
  readonly loadFormer: () => Promise<ReadonlyMap<string, FormerPassage>>;
  /** Absolute paths of the folders that it was built from. */
  readonly folders: readonly string[];
  /** What became of every file. */
  readonly files: readonly FileRecord[];
}

/** What an update reports while it works: files read, then passages indexed. */
export type UpdateProgress = (stage: 'files' | 'passages', done: number, total: number, name: string) => void;

export interface Update {
  readonly library: Library;
  readonly changes: Changes;
  /** Why an existing snapshot was not used; null when it was, or when there was none. */
  readonly rejected: string | null;
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name))
    .sort();
}

/** Names the program that understands documents: a snapshot of another one is not used. */
export function builderName(): string {
  const hash = createHash('sha256');
  for (const name of sourcesUnder(import.meta.dirname)) hash.update(readFileSync(join(import.meta.dirname, name)));
  return hash.digest('hex').slice(0, 16);
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

async function readUsable(dir: string): Promise<{ snapshot: Snapshot | null; rejected: string | null }> {
  const read = await readSnapshot(dir, builderName());
  if ('snapshot' in read) return { snapshot: read.snapshot, rejected: null };
  return { snapshot: null, rejected: read.rejected === 'missing' ? null : read.rejected };
}

/** The keyword index of the snapshot; built anew when its file is damaged. */
function keywordsOf(snapshot: Snapshot, collection: Collection): () => Promise<KeywordIndex> {
  return once(async () => {
    try {
      return readKeywordIndex(await snapshot.readKeywords());
    } catch {
      return readKeywordIndex(buildKeywordIndex(collection));
    }
  });
}

/** Records what the snapshot that `documents` replace had and they have not, whichever program wrote it. */
async function recordReplaced(dir: string, documents: readonly PolicyDocument[]): Promise<void> {
  const read = await readSnapshot(dir, null);
  if ('snapshot' in read) await recordFormer(dir, findFormer(read.snapshot.documents, documents));
}

/** True when no file changed and the folders were given in the same order: what counts passages still fits. */
function isSame(before: readonly PolicyDocument[], now: readonly PolicyDocument[], changes: Changes): boolean {
  const isUnchanged = changes.added + changes.changed + changes.removed === 0;
  return isUnchanged && before.length === now.length && now.every(({ id }, i) => id === before[i]?.id);
}

/** Brings the index in `dir` up to date with `folders` and opens it. */
export async function update(folders: readonly string[], dir: string, onProgress?: UpdateProgress): Promise<Update> {
  const { snapshot, rejected } = await readUsable(dir);
  const { documents, files, changes } = await ingest(folders, snapshot, (done, total, path) =>
    onProgress?.('files', done, total, path),
  );
  const usable = snapshot !== null && isSame(snapshot.documents, documents, changes) ? snapshot : null;
  const collection = buildCollection(documents, await usable?.readPositions());
  const library = { collection, folders, files, loadFormer: once(() => readFormer(dir)) };
  if (usable !== null)
    return { library: { ...library, loadKeywords: keywordsOf(usable, collection) }, changes, rejected };
  const total = collection.documentOf.length;
  const keywords = buildKeywordIndex(collection, (done) => onProgress?.('passages', done, total, ''));
  await recordReplaced(dir, documents);
  await writeSnapshot(dir, {
    builder: builderName(),
    folders,
    files,
    documents,
    keywords,
    positions: collection.phrases.positions,
  });
  return {
    library: { ...library, loadKeywords: once(() => Promise.resolve(readKeywordIndex(keywords))) },
    changes,
    rejected,
  };
}

/** Opens what was last indexed into `dir`, without looking at the files; else why it cannot. */
export async function open(dir: string): Promise<Library | { readonly rejected: string }> {
  const read = await readSnapshot(dir, builderName());
  if ('rejected' in read) return read;
  const { snapshot } = read;
  const collection = buildCollection(snapshot.documents, await snapshot.readPositions());
  const { folders, files } = snapshot;
  const loadFormer = once(() => readFormer(dir));
  return { collection, folders, files, loadFormer, loadKeywords: keywordsOf(snapshot, collection) };
}
