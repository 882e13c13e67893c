/** `yinju cite`: one citation, for people and for programs. */
import type { Command } from 'commander';
import { addressIn, citedOf, findCitable } from '../citing/citable.ts';
import { cite, findStyle, STYLE_NAMES, STYLES } from '../citing/styles.ts';
import type { Terminal } from './terminal.ts';

interface CiteOptions {
  readonly data: string;
  readonly style?: string;
  readonly span?: readonly string[];
  readonly accessed?: string;
  readonly origin?: string;
  readonly json?: true;
}

function readSpan(text: string, fail: Terminal['fail']) {
  const [, start, end] = /^(\d{1,7})-(\d{1,7})$/u.exec(text) ?? [];
  if (start === undefined || Number(start) >= Number(end))
    return fail(`--span 须写作 5-13（正文中的起止位置），不是 ${text}`);
  return { start: Number(start), end: Number(end) };
}

async function citeOnce(id: string, options: CiteOptions, { open, fail, print }: Terminal): Promise<void> {
  const style = options.style === undefined ? undefined : findStyle(options.style);
  if (options.style !== undefined && style === undefined)
    return fail(`没有名为 ${options.style} 的格式。可用：${STYLE_NAMES.join('、')}`);
  const { collection } = await open(options.data);
  const citable = findCitable(collection, id.replace(/^.*\/p\//u, ''));
  if (citable === undefined) return fail(`索引中没有编号为 ${id} 的段落或文献。编号可从 yinju search 的结果中得到。`);
  const spans = (options.span ?? []).map((text) => readSpan(text, fail));
  const cited = citedOf(citable, { spans, origin: options.origin ?? null, accessed: options.accessed ?? null });
  const chosen = style === undefined ? STYLE_NAMES : [style];
  const citations = chosen.map((name) => ({ style: name, name: STYLES[name].zh, citation: cite(cited, name) }));
  if (options.json === true) {
    const { quotation } = cited;
    print(
      JSON.stringify({ id, docId: citable.document.id, permalink: addressIn(citable), quotation, citations }, null, 2),
    );
  } else if (style !== undefined) print(cite(cited, style).trimEnd());
  else print(citations.map(({ name, citation }) => `【${name}】\n${citation.trimEnd()}`).join('\n\n'));
}

/** Registers the command. */
export function addCiteCommand(yinju: Command, terminal: Terminal): void {
  yinju
    .command('cite <passage-id>')
    .description('一个段落（或一篇文献）的引文；不给 --style 则列出全部格式')
    .option(...terminal.data)
    .option('--style <S>', STYLE_NAMES.join('、'))
    .option('--span <SPANS...>', '只引其中一部分：正文中的起止位置，如 5-13')
    .option('--accessed <DATE>', '引用日期，如 2026-09-20')
    .option('--origin <URL>', '段落链接的网址开头，如 http://localhost:3000')
    .option('--json', '输出 JSON')
    .action((id: string, options: CiteOptions) => citeOnce(id, options, terminal));
}
