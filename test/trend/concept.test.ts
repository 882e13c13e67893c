import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConcept } from '../../server/trend/concept.ts';
import { findConcepts } from '../../server/trend/conceptFiles.ts';
import { temporaryFolder } from '../support/library.ts';

describe('readConcept(text)', () => {
  test('reads version, name, terms and exclusions; equal terms once', () => {
    const reading = readConcept('version: 2\nname: 生态\nterms: [生态, 生態, 低碳]\nexclude: [生态环境部]\n');
    expect(reading).toEqual({
      concept: { version: '2', name: '生态', terms: ['生态', '低碳'], exclude: ['生态环境部'] },
    });
  });

  test('a term may be a number', () => {
    expect(readConcept('version: 1\nname: 年\nterms: [2035]\n')).toMatchObject({ concept: { terms: ['2035'] } });
  });

  const faults = [
    { trap: 'no YAML', text: 'name: [', want: 'YAML' },
    { trap: 'an empty file', text: '', want: '文件' },
    { trap: 'no terms', text: 'version: 1\nname: 生态\n', want: 'terms' },
    { trap: 'a term that is a list', text: 'version: 1\nname: 生态\nterms: [[生态]]\n', want: 'terms.0' },
    { trap: 'a misspelt key', text: 'version: 1\nname: 生态\nterms: [生态]\nexcludes: [部]\n', want: 'excludes' },
  ];
  test.each(faults)('says what is wrong: $trap', ({ text, want }) => {
    const reading = readConcept(text);
    expect('problems' in reading && reading.problems.join()).toContain(want);
  });
});

describe('findConcepts(folders)', () => {
  test('lists what can be used, and says what cannot', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'concepts'));
    writeFileSync(join(folder, 'concepts', 'a.yaml'), 'version: 1\nname: 生态\nterms: [生态]\n');
    writeFileSync(join(folder, 'concepts', 'b.yml'), 'version: 2\nname: 生态\nterms: [低碳]\n');
    writeFileSync(join(folder, 'concepts', 'c.yaml'), 'nonsense');
    const { concepts, problems } = await findConcepts([folder, '/nowhere']);
    expect(concepts.map(({ version }) => version)).toEqual(['1']);
    expect(problems.map(({ path }) => basename(path))).toEqual(['b.yml', 'c.yaml']);
  });
});
