import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { walk } from '../../indexer/reading/folder.ts';
import { isSkip, understand } from '../../indexer/understand.ts';

const outcomeOf = async (path: string, bytes: Uint8Array): Promise<string> => {
  const outcome = await understand({ path, bytes, sidecar: null });
  return isSkip(outcome) ? outcome.reason : 'indexed';
};

describe('hostile input is answered, with a document or a reason', () => {
  const text = '各位代表：我代表市人民政府向大会报告工作。';
  const cases = [
    { trap: 'a zip bomb', path: '甲.docx', bytes: zipSync({ 'word/document.xml': new Uint8Array(40_000_000) }), want: 'too-large' },
    { trap: 'an archive that is no Word file', path: '甲.docx', bytes: zipSync({ 'a.txt': strToU8(text) }), want: 'unknown-format' },
    { trap: 'elements 20,000 deep', path: '甲.html', bytes: strToU8(`${'<div>'.repeat(20_000)}${text}`), want: 'indexed' },
    {
      trap: 'a table of 20,000 cells',
      path: '甲.html',
      bytes: strToU8(`<table>${'<tr>' + '<td>指标</td>'.repeat(20) + '</tr>'}${('<tr>' + '<td>1</td>'.repeat(20) + '</tr>').repeat(1_000)}</table>`),
      want: 'indexed',
    },
    { trap: 'a PDF cut off after its head', path: '甲.pdf', bytes: strToU8('%PDF-1.7\n1 0 obj <</Type /Catalog'), want: 'damaged' },
    { trap: 'one line of a million characters', path: '甲.txt', bytes: strToU8(text.repeat(50_000)), want: 'indexed' },
    { trap: 'twenty thousand lines', path: '甲.txt', bytes: strToU8('（一）抓好农业。\n'.repeat(20_000)), want: 'indexed' },
  ]; // prettier-ignore
  for (const { trap, path, bytes, want } of cases) {
    it(trap, async () => expect(await outcomeOf(path, bytes)).toBe(want));
  }

  it('lists a file on which the program fails as our defect, not as damaged', async () => {
    const file = {
      path: '甲.txt',
      sidecar: null,
      get bytes(): Uint8Array {
        throw new RangeError('index 7 is not in the table');
      },
    };
    expect(await understand(file)).toEqual({ reason: 'defect', detail: 'index 7 is not in the table' });
  });

  it('lists each of 10,000 files, and a link that leads back to its folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'many-'));
    for (let i = 0; i < 10_000; i += 1) writeFileSync(join(folder, `${i}.txt`), `${text}第${i}号。`);
    symlinkSync(folder, join(folder, 'loop'));
    const reasons = new Map<string, number>();
    for await (const found of walk(folder)) {
      const reason =
        'skip' in found ? found.skip.reason : await outcomeOf(found.path, readFileSync(join(folder, found.path)));
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    rmSync(folder, { recursive: true });
    expect(Object.fromEntries(reasons)).toEqual({ indexed: 10_000, 'symbolic-link': 1 });
  });
});
