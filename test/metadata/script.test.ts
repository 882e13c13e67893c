import { describe, expect, it } from 'vitest';
import { readScript } from '../../indexer/metadata/script.ts';

describe('readScript', () => {
  it.each([
    [['现在我代表县人民政府'], 'Hans'],
    [['現在我代表縣人民政府'], 'Hant'],
    [['著力發展鄉村經濟,后来复'], 'Hant'],
    [['2024'], 'Hans'],
    [[], 'Hans'],
  ] as const)('%j → %s', (texts, want) => {
    expect(readScript(texts)).toBe(want);
  });
});
