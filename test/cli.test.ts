import { execFile, spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from './support/library.ts';

const run = promisify(execFile);
const root = new URL('..', import.meta.url).pathname;

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const cli = join(root, 'dist/server/cli.js');

async function yinju(...args: readonly string[]): Promise<Ended> {
  try {
    return { code: 0, ...(await run(process.execPath, [cli, ...args], { cwd: root })) };
  } catch (error) {
    const { code, stdout, stderr } = error as Ended;
    return { code, stdout, stderr };
  }
}

const report =
  '2023年甲城市政府工作报告\n\n各位代表：\n\n一、2023年重点工作\n\n今年要新增专精特新企业20家，办好十件民生实事。\n';

let folder: string;
let data: string;

beforeAll(async () => {
  folder = temporaryFolder();
  data = temporaryFolder();
  writeFileSync(join(folder, 'report.txt'), report);
  writeFileSync(join(folder, 'empty.txt'), '');
  await run('npm', ['run', '-s', 'build'], { cwd: root });
});

describe('yinju', () => {
  test('index lists every file, and with --json prints nothing but JSON', async () => {
    const plain = await yinju('index', folder, '--data', data);
    expect(plain.stdout).toContain('✓ report.txt');
    expect(plain.stdout).toContain('✗ empty.txt');
    expect(plain.stdout).toContain('收录 1 篇');
    const json = await yinju('index', folder, '--data', data, '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      total: { files: 2, documents: 1 },
      changes: { added: 0, changed: 0, removed: 0, unchanged: 2 },
    });
  });

  test('show prints what was understood of a file, as JSON with --json', async () => {
    const shown = JSON.parse((await yinju('show', join(folder, 'report.txt'), '--json')).stdout);
    expect(shown.document).toMatchObject({ year: 2023, docType: '政府工作报告' });
    expect(shown.sections.map(({ heading }: { heading: string }) => heading)).toEqual(['一、2023年重点工作']);
    expect(Object.keys(shown)).toEqual(['document', 'sections', 'passages', 'problems']);
    expect((await yinju('show', join(folder, 'report.txt'))).stdout).toContain('年份　2023');
  });

  test('from a clone, npm run -s yinju -- show prints JSON and nothing else', async () => {
    const { stdout } = await run('npm', ['run', '-s', 'yinju', '--', 'show', join(folder, 'report.txt'), '--json'], {
      cwd: root,
    });
    expect(JSON.parse(stdout).document.year).toBe(2023);
  });

  test('search finds in what was indexed, without the folder', async () => {
    const { stdout } = await yinju('search', '专精特新', '--data', data, '--json');
    expect(JSON.parse(stdout).total).toEqual({ passages: 1, occurrences: 1, documents: 1 });
    expect((await yinju('search', '专精特新', '--data', data)).stdout).toContain('【专精特新】');
  });

  test('cite prints a citation of a passage that search found', async () => {
    const { stdout } = await yinju('search', '专精特新', '--data', data, '--json');
    const { passageId } = JSON.parse(stdout).hits[0];
    const one = await yinju('cite', passageId, '--style', 'memo', '--data', data);
    expect(one.stdout).toBe('（《2023年甲城市政府工作报告》，一、）\n');
    const all = await yinju('cite', passageId, '--data', data, '--json');
    expect(JSON.parse(all.stdout).citations).toHaveLength(10);
    expect((await yinju('cite', passageId, '--style', 'x', '--data', data)).stderr).toContain('gbt7714-2025');
  });

  test('check ends with 1 when a quotation is not printed so', async () => {
    const draft = join(folder, 'draft.md');
    writeFileSync(draft, '“今年要新增专精特新企业20家”');
    expect(await yinju('check', draft, '--data', data)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('属实 1'),
    });
    writeFileSync(draft, '“今年要新增专精特新企业30家”');
    const wrong = await yinju('check', draft, '--data', data);
    expect(wrong).toMatchObject({ code: 1, stdout: expect.stringContaining('【3】') });
    rmSync(draft);
  });

  const mistakes: readonly { trap: string; args: () => readonly string[]; says: RegExp }[] = [
    {
      trap: 'a folder that is not there',
      args: () => ['index', '/no/such/folder'],
      says: /找不到文件夹 \/no\/such\/folder/,
    },
    { trap: 'a file for a folder', args: () => ['index', join(folder, 'report.txt')], says: /不是文件夹.*yinju show/s },
    { trap: 'no index yet', args: () => ['search', '甲', '--data', '/no/index'], says: /还没有索引.*yinju index/s },
    { trap: 'a file that is not there', args: () => ['show', '/no/file.txt'], says: /读不了 \/no\/file\.txt/ },
    { trap: 'a file without text', args: () => ['show', join(folder, 'empty.txt')], says: /empty\.txt/ },
    { trap: 'a port that is none', args: () => ['serve', '--port', '70000'], says: /端口/ },
    {
      trap: 'a data folder that cannot be',
      args: () => ['index', folder, '--data', '/dev/null/x'],
      says: /\/dev\/null\/x.*--data/s,
    },
  ];
  test.each(mistakes)('says what is wrong and what to do: $trap', async ({ args, says }) => {
    const { code, stdout, stderr } = await yinju(...args());
    expect(code).not.toBe(0);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe('');
  });

  test('serve says when its port is taken', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => busy.once('listening', resolve));
    const port = String((busy.address() as AddressInfo).port);
    const { code, stderr } = await yinju('serve', folder, '--data', data, '--port', port);
    busy.close();
    expect([code, stderr]).toEqual([1, expect.stringMatching(/占用.*--port/s)]);
  });

  test('serve answers on 127.0.0.1 and prints its address on stderr only', async () => {
    const served = spawn(process.execPath, [cli, 'serve', folder, '--data', data, '--port', '0']);
    let stdout = '';
    served.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    const url = await new Promise<string>((resolve) => {
      served.stderr.on('data', (chunk: Buffer) => {
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(chunk.toString());
        if (found !== null) resolve(found[0]);
      });
    });
    const answer = await (await fetch(`${url}api/search?q=${encodeURIComponent('民生实事')}`)).json();
    served.kill();
    expect([answer.total.occurrences, stdout]).toEqual([1, '']);
  });
});
