import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { walk } from '../../indexer/reading/folder.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'walk-'));
  const names = [
    'b.txt', 'a/z.pdf', 'a1.txt', 'a/z.pdf.yaml', 'b.yaml', 'lone.yaml', '.hidden', '.git/x.txt',
    'node_modules/y.txt', '~$c.docx', 'README.md', 'thesaurus.yaml', 'a/thesaurus.yaml',
  ]; // prettier-ignore
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), '甲');
  }
  await symlink(join(folder, 'b.txt'), join(folder, 'link.txt'));
});

afterAll(() => rm(folder, { recursive: true }));

async function list(path: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const found of walk(path)) {
    lines.push(
      'skip' in found
        ? `${found.path} ! ${found.skip.reason}`
        : `${found.path} ${found.size} ${found.sidecar ?? ''}`.trim(),
    );
  }
  return lines;
}

describe('walk', () => {
  it('lists files in order of path, with their sidecars; leaves out hidden, lock and package files', async () => {
    expect(await list(folder)).toEqual([
      'README.md ! documentation',
      'a/thesaurus.yaml 3',
      'a/z.pdf 3 a/z.pdf.yaml',
      'a1.txt 3',
      'b.txt 3 b.yaml',
      'link.txt ! symbolic-link',
      'lone.yaml 3',
      'thesaurus.yaml ! documentation',
    ]);
  });

  it('lists a folder that is not there instead of throwing', async () => {
    expect(await list(join(folder, 'nowhere'))).toEqual(['. ! unreadable']);
  });
});
