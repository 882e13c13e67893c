import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Skip } from '../model.ts';
import { messageOf } from './failure.ts';
import { sidecarNames } from './sidecar.ts';

/** A file to be read. */
export interface Found {
  /** Relative to the folder that was given, with `/`. */
  readonly path: string;
  readonly absolute: string;
  /** In bytes. */
  readonly size: number;
  readonly mtimeMs: number;
  /** Path (relative, with `/`) of the YAML file beside it that overrides what is inferred. */
  readonly sidecar: string | null;
}

/** A file or folder that is listed but not read. */
export interface PassedOver {
  readonly path: string;
  readonly skip: Skip;
}

/** Larger files are no policy documents, and would have to be held in memory. */
const largestFile = 100 * 1024 * 1024;

/** Not documents and nobody's wish to see listed: hidden files, Office's lock files, installed packages. */
const leftOut = /^(?:\.|~\$)|^(?:node_modules|Thumbs\.db|desktop\.ini|__MACOSX)$/i;

/** Other names of things, for the reader's queries; it lies in the folder that was given. */
const thesaurus = 'thesaurus.yaml';

const documentation = /^readme(?:[._-][\w-]+)?(?:\.(?:md|txt|markdown|html?))?$/i;

/**
 * All files under `folder`, in order of path (by UTF-16 units), and those that are passed over with the reason.
 * Symbolic links are not followed; a folder that cannot be opened is listed.
 */
export async function* walk(folder: string): AsyncGenerator<Found | PassedOver> {
  yield* walkUnder(folder, '');
}

async function* walkUnder(folder: string, prefix: string): AsyncGenerator<Found | PassedOver> {
  const opened = await open(join(folder, prefix));
  if (!Array.isArray(opened)) {
    yield { path: prefix === '' ? '.' : prefix, skip: opened };
    return;
  }
  const entries = opened.filter((entry) => !leftOut.test(entry.name));
  const sidecars = sidecarsOf(entries);
  const ofDocuments = new Set(sidecars.values());
  for (const entry of entries.sort(byPath)) {
    if (ofDocuments.has(entry.name)) continue;
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) yield* walkUnder(folder, path);
    else yield await find(folder, path, entry, sidecars.get(entry.name));
  }
}

async function open(folder: string): Promise<Dirent[] | Skip> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    return { reason: 'unreadable', detail: messageOf(error) };
  }
}

function byPath(a: Dirent, b: Dirent): number {
  const [left, right] = [pathKey(a), pathKey(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `a/b` comes before `a1`: a folder is compared with the slash behind its name. */
function pathKey(entry: Dirent): string {
  return entry.isDirectory() ? `${entry.name}/` : entry.name;
}

/** Document's name → its sidecar's: `report.pdf` → `report.pdf.yaml`, else `report.yaml`. */
function sidecarsOf(entries: readonly Dirent[]): Map<string, string> {
  const files = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  const yamls = new Set(files.filter((name) => /\.ya?ml$/i.test(name)));
  const sidecars = new Map<string, string>();
  for (const name of files) {
    if (yamls.has(name)) continue;
    const sidecar = sidecarNames(name).find((yaml) => yamls.has(yaml));
    if (sidecar !== undefined) sidecars.set(name, sidecar);
  }
  return sidecars;
}

async function find(folder: string, path: string, entry: Dirent, sidecar?: string): Promise<Found | PassedOver> {
  const absolute = join(folder, path);
  if (entry.isSymbolicLink()) return { path, skip: { reason: 'symbolic-link', detail: '' } };
  if (!entry.isFile()) return { path, skip: { reason: 'unreadable', detail: 'not a regular file' } };
  if (documentation.test(entry.name) || path === thesaurus)
    return { path, skip: { reason: 'documentation', detail: '' } };
  try {
    const { size, mtimeMs } = await lstat(absolute);
    if (size > largestFile) return { path, skip: { reason: 'too-large', detail: `${megabytes(size)} > 100 MB` } };
    const beside = sidecar === undefined ? null : path.slice(0, -entry.name.length) + sidecar;
    return { path, absolute, size, mtimeMs, sidecar: beside };
  } catch (error) {
    return { path, skip: { reason: 'unreadable', detail: messageOf(error) } };
  }
}

function megabytes(size: number): string {
  return `${Math.ceil(size / 1024 / 1024)} MB`;
}
