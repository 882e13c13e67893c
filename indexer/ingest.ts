/** From folders to documents: walks them, skips what has not changed, and records what became of every file. */
import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { FileRecord, Snapshot } from './index/snapshot.ts';
import type { PolicyDocument, Skip } from './model.ts';
import { messageOf } from './reading/failure.ts';
import { type Found, type PassedOver, walk } from './reading/folder.ts';
import { documentId } from './outline/identity.ts';
import { findSidecar } from './reading/sidecar.ts';
import { isSkip, sha256, understand } from './understand.ts';

export interface Ingested {
  /** In the order of the folders, then of the paths. */
  readonly documents: readonly PolicyDocument[];
  readonly files: readonly FileRecord[];
  readonly changes: Changes;
}

/** Numbers of files, compared with the snapshot. */
export interface Changes {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

/** Called before each file; `total` is known from the start. */
export type Progress = (done: number, total: number, path: string) => void;

interface Listed {
  readonly root: string;
  readonly entry: Found | PassedOver;
}

interface Outcome {
  readonly record: FileRecord;
  readonly document: PolicyDocument | null;
  readonly change: 'added' | 'changed' | 'unchanged';
}

/** What the snapshot knows, by file and by document. */
interface Known {
  readonly files: ReadonlyMap<string, FileRecord>;
  readonly documents: ReadonlyMap<string, PolicyDocument>;
}

const keyOf = (root: string, path: string): string => `${root}\n${path}`;

function knownOf(snapshot: Snapshot | null): Known {
  return {
    files: new Map(snapshot?.files.map((file) => [keyOf(file.root, file.path), file])),
    documents: new Map(snapshot?.documents.map((document) => [document.id, document])),
  };
}

async function listFolders(folders: readonly string[]): Promise<Listed[]> {
  const listed: Listed[] = [];
  for (const folder of folders) {
    const root = resolve(folder);
    for await (const entry of walk(root)) listed.push({ root, entry });
  }
  return listed;
}

function passedOver(root: string, path: string, skip: Skip, known: Known): Outcome {
  const before = known.files.get(keyOf(root, path));
  const record = { root, path, size: 0, mtimeMs: 0, sha256: '', document: null, skip };
  const isSame = before?.skip?.reason === skip.reason && before.sha256 === '';
  return { record, document: null, change: isSame ? 'unchanged' : before === undefined ? 'added' : 'changed' };
}

/** The sidecar's state is part of the file's: its time and its bytes count as the file's own. */
async function stateOf(root: string, found: Found): Promise<{ size: number; mtimeMs: number }> {
  if (found.sidecar === null) return { size: found.size, mtimeMs: found.mtimeMs };
  const beside = await stat(join(root, found.sidecar));
  return { size: found.size + beside.size, mtimeMs: Math.max(found.mtimeMs, beside.mtimeMs) };
}

/** What is known of an unchanged file; a duplicate is read again, since its twin may be gone. */
function reuse(record: FileRecord, known: Known): Outcome | undefined {
  if (record.skip?.reason === 'duplicate') return undefined;
  if (record.document === null) return { record, document: null, change: 'unchanged' };
  const document = known.documents.get(record.document);
  return document === undefined ? undefined : { record, document, change: 'unchanged' };
}

async function take(root: string, found: Found, known: Known): Promise<Outcome> {
  const { path, absolute } = found;
  const before = known.files.get(keyOf(root, path));
  try {
    const { size, mtimeMs } = await stateOf(root, found);
    if (before?.size === size && before.mtimeMs === mtimeMs) {
      const same = reuse(before, known);
      if (same !== undefined) return same;
    }
    const bytes = await readFile(absolute);
    const sidecar = found.sidecar === null ? null : await readFile(join(root, found.sidecar), 'utf8');
    const hash = sha256(sidecar === null ? bytes : Buffer.concat([bytes, Buffer.from(sidecar)]));
    const record = { root, path, size, mtimeMs, sha256: hash };
    if (before?.sha256 === hash) {
      const same = reuse({ ...before, ...record }, known);
      if (same !== undefined) return same;
    }
    const outcome = await understand({ path, bytes, sidecar });
    const change = before === undefined ? 'added' : before.sha256 === hash ? 'unchanged' : 'changed';
    if (isSkip(outcome)) return { record: { ...record, document: null, skip: outcome }, document: null, change };
    return { record: { ...record, document: outcome.id, skip: null }, document: outcome, change };
  } catch (error) {
    return passedOver(root, path, { reason: 'unreadable', detail: messageOf(error) }, known);
  }
}

/**
 * Two files may be the same report. Byte for byte the same: the later path is listed as a duplicate. Otherwise both are
 * documents, and the later one's id is lengthened by its content's hash.
 */
function settle(outcomes: readonly Outcome[]): Outcome[] {
  const pathOf = new Map<string, string>();
  const taken = new Set<string>();
  return outcomes.map((outcome) => {
    const { document, record } = outcome;
    if (document === null) return outcome;
    const twin = pathOf.get(record.sha256);
    if (twin !== undefined) {
      const skip: Skip = { reason: 'duplicate', detail: twin };
      return { ...outcome, document: null, record: { ...record, document: null, skip } };
    }
    pathOf.set(record.sha256, record.path);
    const plain = documentId(document);
    const id = taken.has(plain) ? `${plain}${record.sha256.slice(0, 4)}` : plain;
    taken.add(id);
    return { ...outcome, document: rename(document, id), record: { ...record, document: id } };
  });
}

function rename(document: PolicyDocument, id: string): PolicyDocument {
  if (document.id === id) return document;
  const passages = document.passages.map((p) => ({ ...p, id: id + p.id.slice(document.id.length) }));
  return { ...document, id, passages };
}

function countChanges(outcomes: readonly Outcome[], known: Known): Changes {
  const count = (change: Outcome['change']) => outcomes.filter((outcome) => outcome.change === change).length;
  const present = new Set(outcomes.map(({ record }) => keyOf(record.root, record.path)));
  const removed = [...known.files.keys()].filter((key) => !present.has(key)).length;
  return { added: count('added'), changed: count('changed'), removed, unchanged: count('unchanged') };
}

/** Reads `folders` again, taking from `snapshot` every file whose content is what it was. */
export async function ingest(
  folders: readonly string[],
  snapshot: Snapshot | null,
  onProgress?: Progress,
): Promise<Ingested> {
  const known = knownOf(snapshot);
  const listed = await listFolders(folders);
  const outcomes: Outcome[] = [];
  for (const { root, entry } of listed) {
    onProgress?.(outcomes.length, listed.length, entry.path);
    outcomes.push('skip' in entry ? passedOver(root, entry.path, entry.skip, known) : await take(root, entry, known));
  }
  const settled = settle(outcomes);
  return {
    documents: settled.flatMap(({ document }) => (document === null ? [] : [document])),
    files: settled.map(({ record }) => record),
    changes: countChanges(settled, known),
  };
}

/** Understands one file by itself. Throws only when it cannot be read. */
export async function understandFile(path: string): Promise<PolicyDocument | Skip> {
  const bytes = await readFile(path);
  return understand({ path: basename(path), bytes, sidecar: await findSidecar(path) });
}
