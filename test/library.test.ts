import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildPhraseIndex } from '../indexer/index/phraseIndex.ts';
import { open, update } from '../indexer/library.ts';
import { temporaryFolder } from './support/library.ts';

const report = (year: number, said: string): string =>
  `${year}年甲城市政府工作报告\n\n各位代表：\n\n一、${year}年重点工作\n\n今年要做好各项工作，${said}，让全市人民的生活一天比一天好。\n`;

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const pathsOf = (updated: Awaited<ReturnType<typeof update>>) =>
  updated.library.collection.documents.map((document) => document.provenance.path);

describe('update(folders, dir)', () => {
  test('takes unchanged files from the snapshot and notices the others by content', async () => {
    const folder = folderOf({
      '2021.txt': report(2021, '修路'),
      '2022.txt': report(2022, '架桥'),
      '2023.txt': report(2023, '种树'),
    });
    const data = temporaryFolder();
    expect((await update([folder], data)).changes).toEqual({ added: 3, changed: 0, removed: 0, unchanged: 0 });

    writeFileSync(join(folder, '2022.txt'), report(2022, '挖渠'));
    rmSync(join(folder, '2023.txt'));
    writeFileSync(join(folder, '2024.txt'), report(2024, '办学'));
    // Touched, not changed: a new time alone is no change.
    utimesSync(join(folder, '2021.txt'), new Date(), new Date());
    const updated = await update([folder], data);
    expect(updated.changes).toEqual({ added: 1, changed: 1, removed: 1, unchanged: 1 });
    expect(pathsOf(updated)).toEqual(['2021.txt', '2022.txt', '2024.txt']);
    expect(updated.library.collection.phrases.text).toContain('挖渠');
    expect(updated.library.collection.phrases.text).not.toContain('架桥');
  });

  test('builds the same from the same files, at once or step by step', async () => {
    const files = { 'b.txt': report(2021, '修路'), 'a.txt': report(2022, '架桥') };
    const [folder, data] = [folderOf(files), temporaryFolder()];
    const atOnce = await update([folder], data);
    const stepwise = folderOf({ 'b.txt': files['b.txt'] });
    const other = temporaryFolder();
    await update([stepwise], other);
    writeFileSync(join(stepwise, 'a.txt'), files['a.txt']);
    const inSteps = await update([stepwise], other);
    expect(inSteps.library.collection.documents).toEqual(atOnce.library.collection.documents);
    expect(inSteps.library.collection.fingerprint).toBe(atOnce.library.collection.fingerprint);
  });

  const damages: readonly { trap: string; damage: (data: string) => void; says: RegExp }[] = [
    {
      trap: 'one byte of the documents differs',
      damage: (data) => {
        const name = readdirSync(data).find((file) => file.startsWith('documents-'))!;
        writeFileSync(join(data, name), readFileSync(join(data, name), 'utf8').replace('修', '休'));
      },
      says: /checksum/,
    },
    {
      trap: 'the manifest is cut off',
      damage: (data) => writeFileSync(join(data, 'manifest.json'), '{"format"'),
      says: /JSON/,
    },
    {
      trap: "another program's file",
      damage: (data) => writeFileSync(join(data, 'manifest.json'), '{"name":"app"}'),
      says: /not a snapshot/,
    },
    {
      trap: 'written by another version',
      damage: (data) => {
        const path = join(data, 'manifest.json');
        writeFileSync(path, readFileSync(path, 'utf8').replace(/"builder":"\w+"/, '"builder":"older"'));
      },
      says: /another version/,
    },
  ];
  test.each(damages)('rebuilds a snapshot that cannot be trusted, and says why: $trap', async ({ damage, says }) => {
    const [folder, data] = [folderOf({ 'a.txt': report(2021, '修路') }), temporaryFolder()];
    await update([folder], data);
    damage(data);
    const updated = await update([folder], data);
    expect(updated.rejected).toMatch(says);
    expect(pathsOf(updated)).toEqual(['a.txt']);
    expect((await update([folder], data)).rejected).toBeNull();
  });

  test('finds phrases by stored positions, and without them when their file is damaged', async () => {
    const [folder, data] = [folderOf({ 'a.txt': report(2021, '修路') }), temporaryFolder()];
    const { positions } = (await update([folder], data)).library.collection.phrases;
    const positionsOf = async () => {
      const library = await open(data);
      return 'collection' in library ? library.collection.phrases.positions : library.rejected;
    };
    expect(await positionsOf()).toEqual(positions);
    const name = readdirSync(data).find((file) => file.startsWith('positions-'))!;
    writeFileSync(join(data, name), new Uint8Array(positions.byteLength));
    expect(await positionsOf()).toEqual(positions);
  });

  test('counts passages anew when the same folders are given in another order', async () => {
    const [first, second] = [folderOf({ 'a.txt': report(2021, '修路') }), folderOf({ 'b.txt': report(2022, '架桥') })];
    const data = temporaryFolder();
    await update([first, second], data);
    const swapped = await update([second, first], data);
    expect(pathsOf(swapped)).toEqual(['b.txt', 'a.txt']);
    const { collection } = (await update([second, first], data)).library;
    expect(collection.phrases).toEqual(buildPhraseIndex(collection.phrases.text));
  });

  test('answers by words even when the keyword file is damaged', async () => {
    const [folder, data] = [folderOf({ 'a.txt': report(2021, '修路') }), temporaryFolder()];
    await update([folder], data);
    writeFileSync(
      join(
        data,
        readdirSync(data).find((file) => file.startsWith('keywords-'))!,
      ),
      '{}',
    );
    const library = await open(data);
    expect('loadKeywords' in library && (await library.loadKeywords())).toBeTruthy();
  });

  test('lists every file: indexed, or the reason why not', async () => {
    const folder = folderOf({
      'empty.txt': '',
      'blank.txt': ' \n　\n',
      'picture.jpg': 'JFIF',
      'report.txt': report(2021, '修路'),
      'twin.txt': report(2021, '修路'),
      'README.md': '# notes',
    });
    writeFileSync(join(folder, 'binary.txt'), Buffer.from(Array.from({ length: 512 }, (_, i) => (i * 37) % 256)));
    symlinkSync(join(folder, 'report.txt'), join(folder, 'link.txt'));
    symlinkSync(folder, join(folder, 'loop'));
    const { library } = await update([folder], temporaryFolder());
    expect(Object.fromEntries(library.files.map(({ path, skip }) => [path, skip?.reason ?? 'indexed']))).toEqual({
      'README.md': 'documentation',
      'binary.txt': 'binary',
      'blank.txt': 'no-text',
      'empty.txt': 'empty',
      'link.txt': 'symbolic-link',
      loop: 'symbolic-link',
      'picture.jpg': 'unknown-format',
      'report.txt': 'indexed',
      'twin.txt': 'duplicate',
    });
  });

  test.skipIf(process.getuid?.() === 0)(
    'lists a file that may not be read (needs a user who is not root)',
    async () => {
      const folder = folderOf({ 'secret.txt': report(2021, '修路') });
      chmodSync(join(folder, 'secret.txt'), 0o000);
      const { library } = await update([folder], temporaryFolder());
      expect(library.files[0]?.skip?.reason).toBe('unreadable');
    },
  );

  test('brings a duplicate back when its twin is gone', async () => {
    const folder = folderOf({ 'a.txt': report(2021, '修路'), 'b.txt': report(2021, '修路') });
    const data = temporaryFolder();
    await update([folder], data);
    rmSync(join(folder, 'a.txt'));
    expect(pathsOf(await update([folder], data))).toEqual(['b.txt']);
  });

  test('keeps two different files of one report apart, with ids of their own', async () => {
    const folder = folderOf({ 'a.txt': report(2021, '修路'), 'b.txt': `${report(2021, '修路')}（此件公开）\n` });
    const { library } = await update([folder], temporaryFolder());
    const { documents, passageNumber, documentOf } = library.collection;
    expect(new Set(documents.map(({ id }) => id)).size).toBe(2);
    expect(passageNumber.size).toBe(documentOf.length);
  });

  test('leaves no other file in the data folder, and keeps what is not its own', async () => {
    const [folder, data] = [folderOf({ 'a.txt': report(2021, '修路') }), temporaryFolder()];
    writeFileSync(join(data, 'mine.txt'), 'keep');
    await update([folder], data);
    writeFileSync(join(folder, 'a.txt'), report(2021, '架桥'));
    await update([folder], data);
    const names = readdirSync(data);
    expect(names.filter((name) => name.startsWith('documents-'))).toHaveLength(1);
    expect(existsSync(join(data, 'mine.txt'))).toBe(true);
  });
});
