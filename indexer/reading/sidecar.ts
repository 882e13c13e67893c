import { readFile } from 'node:fs/promises';

/** YAML text of the sidecar beside the file at `path` (`report.pdf.yaml`, else `report.yaml`); null without one. */
export async function findSidecar(path: string): Promise<string | null> {
  const stem = path.replace(/\.[^./\\]+$/, '');
  for (const sidecar of [path, stem].flatMap((base) => [`${base}.yaml`, `${base}.yml`])) {
    const text = await readFile(sidecar, 'utf8').catch(() => null);
    if (text !== null) return text;
  }
  return null;
}
