/** One file, from bytes to a document: read, clean, describe, outline. */
import { createHash } from 'node:crypto';
import { clean } from './cleaning/clean.ts';
import type { Overrides, PolicyDocument, Problem, Skip } from './model.ts';
import { messageOf } from './reading/failure.ts';
import { parseOverrides } from './reading/overrides.ts';
import { read } from './reading/read.ts';
import { describe } from './metadata/describe.ts';
import { documentId } from './outline/identity.ts';
import { outline } from './outline/outline.ts';

/** A file as it was found. */
export interface SourceFile {
  /** Relative to the folder that was given, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The YAML text of its sidecar; null when it has none. */
  readonly sidecar: string | null;
}

/** Tells a document from the reason why there is none. */
export const isSkip = (outcome: PolicyDocument | Skip): outcome is Skip => 'reason' in outcome;

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function readSidecar(sidecar: string | null): { overrides: Overrides; problems: readonly Problem[] } {
  return sidecar === null ? { overrides: {}, problems: [] } : parseOverrides(sidecar);
}

/** Understands one file. Whatever the bytes are, it answers with a document or with the reason why not. */
export async function understand(file: SourceFile): Promise<PolicyDocument | Skip> {
  try {
    const reading = await read(file.path, file.bytes);
    if ('reason' in reading) return reading;
    const sidecar = readSidecar(file.sidecar);
    const cleaned = clean(reading);
    const described = describe(cleaned, file.path, { ...reading.overrides, ...sidecar.overrides });
    const id = documentId(described.metadata);
    const { problems, ...structure } = outline(cleaned, described.front, id);
    if (structure.passages.length === 0) return { reason: 'no-text', detail: '' };
    const { format, encoding, pages } = reading;
    return {
      id,
      ...described.metadata,
      ...structure,
      provenance: { path: file.path, format, sha256: sha256(file.bytes), encoding, pages },
      problems: [reading, sidecar, cleaned, described, { problems }].flatMap((stage) => stage.problems),
    };
  } catch (error) {
    // A defect of ours must not take the other files with it: the file is listed, and the message says what to report.
    return { reason: 'defect', detail: messageOf(error) };
  }
}
