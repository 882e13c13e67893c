import { readFile } from 'node:fs/promises';

/** Names that a document's sidecar may have, first come first: of `report.pdf` they are `report.pdf.yaml`, `report.yaml`. */
export function sidecarNames(document: string): string[] {
  const stem = document.replace(/\.[^./\\]+$/, '');
  return [document, stem].flatMap((base) => [`${base}.yaml`, `${base}.yml`]);
}

/** YAML text of the sidecar beside the file at `path`; null without one. */
export async function findSidecar(path: string): Promise<string | null> {
  for (const sidecar of sidecarNames(path)) {
    const text = await readFile(sidecar, 'utf8').catch(() => null);
    if (text !== null) return text;
  }
  return null;
}
