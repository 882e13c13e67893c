/** `yinju check`: are a draft's quotations printed in the collection? Ends with 1 when one is not, as `diff` does. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { readDraft } from '../../indexer/draft.ts';
import { type Check, checkDraft, type CheckedQuotation, type Verdict } from '../citing/check.ts';
import type { Piece } from '../citing/difference.ts';
import type { CheckedFigure } from '../citing/draftFigures.ts';
import { citeInline } from '../citing/inline.ts';
import { checkJson } from '../http/api/checkJson.ts';
import type { Terminal } from './terminal.ts';

const VERDICTS: Readonly<Record<Verdict, string>> = { confirmed: '属实', altered: '有出入', nowhere: '查无' };

const mark = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, differs }) => (differs ? `【${text}】` : text)).join('');

function printOne({ verdict, said, sources, difference, count, kind }: CheckedQuotation): string {
  const [source] = sources;
  const unmarked = kind === 'unmarked' ? '（未加引号）' : '';
  const lines = [`${VERDICTS[verdict]}${unmarked}　${difference === null ? said : mark(difference.said)}`];
  if (difference !== null) lines.push(`  原文　${mark(difference.printed)}`);
  if (source !== undefined) lines.push(`  出处　${citeInline(source.placed)}　/p/${source.placed.passage.id}`);
  if (count > 1) lines.push(`  共 ${count} 处`);
  return lines.join('\n');
}

function printFigure({ indicator, year, said, verdict, isUnsure, readings }: CheckedFigure): string {
  const found = readings.map(({ text, placed }) => `  文献　${text}${citeInline(placed)}　/p/${placed.passage.id}`);
  const judged = `${verdict === 'agrees' ? '相符' : '不符'}${isUnsure ? '（待核）' : ''}`;
  return [`${judged}　${year}年${indicator} ${said}`, ...found].join('\n');
}

/** A check for a terminal: first what needs a look. */
function printCheck({ quotations: checked, figures }: Check): string {
  const of = (verdict: Verdict) => checked.filter((one) => one.verdict === verdict);
  const [altered, nowhere, confirmed] = [of('altered'), of('nowhere'), of('confirmed')];
  const total = `引文 ${checked.length} 处：属实 ${confirmed.length}，有出入 ${altered.length}，查无 ${nowhere.length}`;
  const doubted = figures.filter(({ verdict }) => verdict === 'differs');
  const counted = figures.length === 0 ? [] : [`数字 ${figures.length} 处：不符 ${doubted.length}`];
  const numbers = [...figures].sort((a, b) => b.verdict.localeCompare(a.verdict)).map(printFigure);
  return [total, ...[...altered, ...nowhere, ...confirmed].map(printOne), ...counted, ...numbers].join('\n\n');
}

async function checkFile(file: string, options: { data: string; json?: true }, terminal: Terminal): Promise<void> {
  const { open, fail, print } = terminal;
  const path = resolve(file);
  const bytes = await readFile(path).catch((error: unknown) => fail(`读不了 ${path}：${String(error)}`));
  const draft = await readDraft(path, bytes);
  if ('problem' in draft) return fail(`${path}：${draft.problem}。`);
  const { collection } = await open(options.data);
  const checked = checkDraft(collection, draft.text);
  print(options.json === true ? JSON.stringify(checkJson(draft.text, checked), null, 2) : printCheck(checked));
  const isDoubted = checked.quotations.some(({ verdict, isTerm }) => verdict !== 'confirmed' && !isTerm);
  if (isDoubted || checked.figures.some(({ verdict }) => verdict === 'differs')) process.exitCode = 1;
}

/** Registers the command. */
export function addCheckCommand(yinju: Command, terminal: Terminal): void {
  yinju
    .command('check <file>')
    .description('核对文稿（.docx、.md、.txt）中的引文是否与文献一致')
    .option(...terminal.data)
    .option('--json', '输出 JSON')
    .action((file: string, options: { data: string; json?: true }) => checkFile(file, options, terminal));
}
