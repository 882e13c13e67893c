/** `yinju search`: one search, for people and for programs. */
import { type Command, InvalidArgumentError } from 'commander';
import { searchJson } from '../http/api/searchJson.ts';
import { printHits } from './printing.ts';
import { noFilters } from '../search/filters.ts';
import { findNear } from '../search/near.ts';
import { search, type SearchRequest } from '../search/search.ts';
import { thesaurusOf } from '../suggest/assist.ts';
import type { Terminal } from './terminal.ts';

interface SearchOptions {
  readonly data: string;
  readonly size: number;
  readonly near: boolean;
  readonly json?: true;
}

function parseSize(text: string): number {
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1 || size > 200) throw new InvalidArgumentError('条数须是 1 到 200 的整数。');
  return size;
}

async function searchOnce(words: readonly string[], options: SearchOptions, terminal: Terminal): Promise<void> {
  const library = await terminal.open(options.data);
  const text = words.join(' ');
  const request: SearchRequest = { text, filters: noFilters, sort: 'relevance', page: 1, size: options.size };
  const answer = await search(library, request);
  const { thesaurus } = await thesaurusOf(library.folders);
  const near = options.near ? findNear(library.collection, request, answer, (word) => thesaurus.get(word) ?? []) : null;
  const asJson = options.json === true;
  terminal.print(asJson ? JSON.stringify(searchJson(text, answer, near), null, 2) : printHits(answer, near));
}

/** Registers the command. */
export function addSearchCommand(yinju: Command, terminal: Terminal): void {
  yinju
    .command('search <query...>')
    .description('在终端检索')
    .option(...terminal.data)
    .option('--size <N>', '条数', parseSize, 20)
    .option('--no-near', '逐字命中少时，也不列出相近的段落')
    .option('--json', '输出 JSON')
    .action((words: readonly string[], options: SearchOptions) => searchOnce(words, options, terminal));
}
