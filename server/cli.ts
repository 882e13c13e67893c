#!/usr/bin/env node
/** The command line: the only reader of argv and environment. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { understandFile } from '../indexer/ingest.ts';
import { type Library, open, update } from '../indexer/library.ts';
import { show } from '../indexer/show.ts';
import { SKIP_REASONS } from '../indexer/skipReasons.ts';
import { isSkip } from '../indexer/understand.ts';
import { addCheckCommand } from './commands/checkCommand.ts';
import { addCiteCommand } from './commands/citeCommand.ts';
import { listen } from './http/listen.ts';
import { PROJECT_FOLDER } from './projectFolder.ts';
import { printDocument } from './commands/printing.ts';
import { showProgress } from './commands/progress.ts';
import { printReport, reportOf } from './commands/report.ts';
import { addSearchCommand } from './commands/searchCommand.ts';
import { thesaurusOf } from './suggest/assist.ts';
import { addTrendCommand } from './commands/trendCommand.ts';

/** Says what went wrong, to what, and what to do; and ends. */
function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

const print = (text: string): boolean => process.stdout.write(`${text}\n`);

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new InvalidArgumentError('端口须是 0 到 65535 的整数。');
  return port;
}

async function checkFolders(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const found = await stat(folder).catch(() => null);
    if (found === null) fail(`找不到文件夹 ${resolve(folder)}。请检查路径；含空格的路径要加引号。`);
    if (!found.isDirectory()) fail(`${resolve(folder)} 不是文件夹。查看单个文件请用 yinju show。`);
  }
}

async function bringUpToDate(folders: readonly string[], data: string) {
  await checkFolders(folders);
  const progress = showProgress();
  try {
    const updated = await update(folders, data, progress.onProgress);
    progress.stop();
    if (updated.rejected !== null) process.stderr.write(`${data} 中的旧索引不能用（${updated.rejected}），已重建。\n`);
    return updated;
  } catch (error) {
    progress.stop();
    return fail(`索引写不进 ${resolve(data)}：${String(error)}。请检查磁盘空间与权限，或用 --data 另选文件夹。`);
  }
}

async function openLibrary(data: string): Promise<Library> {
  const library = await open(data);
  if (!('rejected' in library)) return library;
  const reason = library.rejected === 'missing' ? '还没有索引' : `的索引不能用（${library.rejected}）`;
  return fail(`${resolve(data)} ${reason}。请先运行：yinju index 文件夹 --data ${data}`);
}

async function serve(folders: readonly string[], options: { data: string; port: number; host: string }): Promise<void> {
  const chosen = folders.length > 0 ? folders : [resolve(PROJECT_FOLDER, 'corpus')];
  const { library, changes } = await bringUpToDate(chosen, options.data);
  const { total } = reportOf(library, changes);
  process.stderr.write(
    `收录 ${total.documents} 篇、${total.passages} 段，未收录 ${total.files - total.documents} 个文件。\n`,
  );
  for (const { path, problem } of (await thesaurusOf(library.folders)).problems)
    process.stderr.write(`${path} 没有用上：${problem}。\n`);
  const listening = await listen(library, options);
  if ('problem' in listening) fail(listening.problem);
  process.stderr.write(`打开 ${listening.url} （按 Ctrl+C 结束）\n`);
}

async function index(folders: readonly string[], options: { data: string; json?: true }): Promise<void> {
  const { library, changes } = await bringUpToDate(folders, options.data);
  const report = reportOf(library, changes);
  print(options.json === true ? JSON.stringify(report, null, 2) : printReport(report));
}

async function showFile(file: string, options: { json?: true }): Promise<void> {
  const path = resolve(file);
  const outcome = await understandFile(path).catch((error: unknown) => fail(`读不了 ${path}：${String(error)}`));
  if (isSkip(outcome)) {
    const { what, advice } = SKIP_REASONS[outcome.reason].zh;
    return fail(`${path}：${what}（${outcome.detail}）。${advice}`);
  }
  print(options.json === true ? JSON.stringify(show(outcome), null, 2) : printDocument(show(outcome)));
}

function program(): Command {
  const yinju = new Command('yinju').description('引据：中文政策文献全文检索');
  const data = ['--data <DIR>', '索引存放处', process.env['YINJU_DATA'] ?? '.yinju'] as const;
  yinju
    .command('serve [folders...]')
    .description('索引有变动的文件，然后提供网页检索；不给文件夹时用自带的 corpus/')
    .option(...data)
    .option('--port <N>', '端口', parsePort, parsePort(process.env['PORT'] ?? '3000'))
    .option('--host <H>', '监听地址', process.env['HOST'] ?? '127.0.0.1')
    .action(serve);
  yinju
    .command('index <folders...>')
    .description('建立或更新索引，列出每个文件的情况')
    .option(...data)
    .option('--json', '输出 JSON')
    .action(index);
  yinju.command('show <file>').description('查看对一个文件的理解').option('--json', '输出 JSON').action(showFile);
  const terminal = { open: openLibrary, fail, print, data };
  addSearchCommand(yinju, terminal);
  addTrendCommand(yinju, terminal);
  addCiteCommand(yinju, terminal);
  addCheckCommand(yinju, terminal);
  return yinju;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `yinju search … | head` closes the pipe early: that is no error.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

await program().parseAsync();
