/**
 * The snapshot: the index on disk, so that a second start reads no document again.
 *
 * A folder with files named after their content and a manifest that names them. The manifest is renamed into place
 * last, so that whoever reads sees one state or the other. What does not fit (another version of the program, a wrong
 * checksum, a foreign file) is not used and not trusted: the reader learns why, and the index is built anew.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PolicyDocument, Skip } from '../model.ts';

/** Change it when the layout of the files below changes. */
const FORMAT = 'yinju-snapshot-1';

const skipSchema = z.object({ reason: z.string(), detail: z.string() });

const fileSchema = z.object({
  root: z.string(),
  path: z.string(),
  size: z.number(),
  mtimeMs: z.number(),
  /** Of the file's bytes and its sidecar's; empty where the file was not read. */
  sha256: z.string(),
  document: z.string().nullable(),
  skip: skipSchema.nullable(),
});

const namedSchema = z.object({ name: z.string(), sha256: z.string() });

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  /** Names the program that understood the documents; another one must understand them again. */
  builder: z.string(),
  folders: z.array(z.string()),
  files: z.array(fileSchema),
  documents: namedSchema,
  keywords: namedSchema,
  positions: namedSchema.optional(),
});

/** What became of one file. */
export interface FileRecord extends Omit<z.infer<typeof fileSchema>, 'skip'> {
  readonly skip: Skip | null;
}

export interface Snapshot {
  readonly folders: readonly string[];
  readonly files: readonly FileRecord[];
  readonly documents: readonly PolicyDocument[];
  /** Reads the keyword index's JSON text; throws when it is damaged. It is large and not needed at once. */
  readonly readKeywords: () => Promise<string>;
  /** Reads the phrase index's positions; null when there are none or they are damaged. */
  readonly readPositions: () => Promise<Uint32Array | null>;
}

/** A snapshot, or why there is none that can be used (`missing`: never written). */
export type SnapshotRead = { readonly snapshot: Snapshot } | { readonly rejected: 'missing' | (string & {}) };

const MANIFEST = 'manifest.json';
type Named = z.infer<typeof namedSchema>;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function readChecked(dir: string, file: Named): Promise<Buffer> {
  const bytes = await readFile(join(dir, file.name));
  if (sha256(bytes) !== file.sha256) throw new Error(`${file.name}: checksum does not fit`);
  return bytes;
}

/** They can always be made anew. */
async function readPositions(dir: string, file: Named | undefined): Promise<Uint32Array | null> {
  if (file === undefined) return null;
  try {
    const bytes = await readChecked(dir, file);
    // What is small may lie anywhere in memory that others share; what is large is not copied.
    const { buffer, byteOffset, byteLength } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
    return new Uint32Array(buffer, byteOffset, Math.floor(byteLength / 4));
  } catch {
    return null;
  }
}

/**
 * A document from our own file. The checksum vouches for it, and the manifest's format and builder for its shape, so it is
 * not checked field by field.
 */
function parseDocuments(lines: Buffer): PolicyDocument[] {
  const documents: PolicyDocument[] = [];
  // Line by line: the text of all would stand in memory twice.
  for (let end = lines.indexOf('\n'), at = 0; end >= 0; at = end + 1, end = lines.indexOf('\n', at))
    documents.push(JSON.parse(lines.toString('utf8', at, end)) as PolicyDocument);
  return documents;
}

/** Reads the snapshot in `dir` that `builder` wrote; null takes any program's. Never throws. */
export async function readSnapshot(dir: string, builder: string | null): Promise<SnapshotRead> {
  let text: string;
  try {
    text = await readFile(join(dir, MANIFEST), 'utf8');
  } catch {
    return { rejected: 'missing' };
  }
  try {
    const manifest = manifestSchema.parse(JSON.parse(text));
    if (builder !== null && manifest.builder !== builder)
      return { rejected: 'written by another version of the program' };
    const documents = parseDocuments(await readChecked(dir, manifest.documents));
    const files = manifest.files as FileRecord[];
    return {
      snapshot: {
        folders: manifest.folders,
        files,
        documents,
        readKeywords: async () => (await readChecked(dir, manifest.keywords)).toString('utf8'),
        readPositions: () => readPositions(dir, manifest.positions),
      },
    };
  } catch (error) {
    return { rejected: error instanceof z.ZodError ? 'not a snapshot of this program' : String(error) };
  }
}

/** What `writeSnapshot` stores. */
export interface SnapshotContent {
  readonly builder: string;
  readonly folders: readonly string[];
  readonly files: readonly FileRecord[];
  readonly documents: readonly PolicyDocument[];
  readonly keywords: string;
  /** The phrase index's positions over `documents` in their order. */
  readonly positions: Uint32Array;
}

async function writeNamed(dir: string, stem: string, extension: string, bytes: Uint8Array): Promise<Named> {
  const checksum = sha256(bytes);
  const name = `${stem}-${checksum.slice(0, 16)}.${extension}`;
  const temporary = join(dir, `.${name}.${process.pid}`);
  await writeFile(temporary, bytes);
  await rename(temporary, join(dir, name));
  return { name, sha256: checksum };
}

/** Writes a snapshot into `dir` (made if missing); the one that stood there is replaced at the last step. */
export async function writeSnapshot(dir: string, content: SnapshotContent): Promise<void> {
  await mkdir(dir, { recursive: true });
  const lines = content.documents.map((document) => `${JSON.stringify(document)}\n`).join('');
  const documents = await writeNamed(dir, 'documents', 'ndjson', Buffer.from(lines));
  const keywords = await writeNamed(dir, 'keywords', 'json', Buffer.from(content.keywords));
  const { buffer, byteOffset, byteLength } = content.positions;
  const positions = await writeNamed(dir, 'positions', 'bin', new Uint8Array(buffer, byteOffset, byteLength));
  const { builder, folders, files } = content;
  const manifest = JSON.stringify({ format: FORMAT, builder, folders, files, documents, keywords, positions });
  const temporary = join(dir, `.${MANIFEST}.${process.pid}`);
  await writeFile(temporary, manifest);
  await rename(temporary, join(dir, MANIFEST));
  await removeOthers(dir, [MANIFEST, documents.name, keywords.name, positions.name]);
}

/** Removes this program's older files; nothing else that someone may keep in the folder. */
async function removeOthers(dir: string, current: readonly string[]): Promise<void> {
  const ours = /^\.?(?:documents-[0-9a-f]{16}\.ndjson|keywords-[0-9a-f]{16}\.json|positions-[0-9a-f]{16}\.bin)/;
  for (const name of await readdir(dir)) {
    if (ours.test(name) && !current.includes(name)) await rm(join(dir, name), { force: true });
  }
}
