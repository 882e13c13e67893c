/** `yinju trend`: counts of phrases by year, document or region, for people and for programs. */
import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { Library } from '../../indexer/library.ts';
import { writeCsv } from '../exporting/csv.ts';
import { writeXlsx } from '../exporting/xlsx.ts';
import { trendJson } from '../http/api/trendJson.ts';
import { readFiltered, trendParameters } from '../http/api/trendParameters.ts';
import { today } from '../http/clock.ts';
import { readConceptFile } from '../trend/conceptFiles.ts';
import { GROUPINGS } from '../trend/coverage.ts';
import { matchConceptSubject, type MatchedSubject, matchPhrase, splitPhrases } from '../trend/subject.ts';
import { trendCard } from '../trend/trendCard.ts';
import { computeTrend, type Series, type Trend } from '../trend/trend.ts';
import { longTable, MEASURES, panelTable, SHAPES, wideTable } from '../trend/trendTables.ts';
import { yearsInWords } from '../trend/years.ts';
import type { Terminal } from './terminal.ts';

interface TrendOptions {
  readonly data: string;
  readonly concept?: string;
  readonly terms?: true;
  readonly csv?: true;
  readonly json?: true;
  readonly xlsx?: string;
}

function printSeries({ subject, points, total, first, last, silentYears }: Series): string[] {
  const place = (occurrence: Series['first']): string =>
    occurrence === null ? '—' : `${occurrence.placed.document.displayTitle}　/p/${occurrence.placed.passage.id}`;
  return [
    '',
    `${subject.name}：${total.occurrences} 处，${total.passages} 段，${total.documents} 篇，每万字 ${total.perTenThousand} 处`,
    ...points.map(
      ({ label, occurrences, passages, documents, perTenThousand }) =>
        `  ${label}　${occurrences} 处　${passages} 段　${documents} 篇　每万字 ${perTenThousand}`,
    ),
    `  首见　${place(first)}`,
    `  末见　${place(last)}`,
    ...(silentYears.length === 0 ? [] : [`  其间未提　${yearsInWords(silentYears)}`]),
  ];
}

/** A trend for a terminal: what it was counted in comes first. */
function printTrend({ series, coverage }: Trend): string {
  const { documents, characters, years, missingYears } = coverage;
  const span = years === null ? '' : `，${years.from}—${years.to}年`;
  const gaps = missingYears.length === 0 ? '' : `；无文献的年份：${yearsInWords(missingYears)}`;
  return [`范围：${documents} 篇、${characters} 字${span}${gaps}`, ...series.flatMap(printSeries)].join('\n');
}

async function findSubjects(
  library: Library,
  phrases: readonly string[],
  { concept, terms }: TrendOptions,
  fail: Terminal['fail'],
): Promise<MatchedSubject[]> {
  const found = phrases.map((phrase) => matchPhrase(library.collection, phrase));
  if (concept === undefined) return found;
  const reading = await readConceptFile(concept);
  if ('problems' in reading) return fail(`概念文件 ${concept} 不能用：\n${reading.problems.join('\n')}`);
  return [...found, ...matchConceptSubject(library.collection, reading.concept, terms === true)];
}

async function trend(texts: readonly string[], options: TrendOptions, terminal: Terminal): Promise<void> {
  const phrases = splitPhrases(texts);
  if (phrases.length === 0 && options.concept === undefined)
    return terminal.fail('请给出词语，或用 --concept 给出概念文件。例：yinju trend 新质生产力 --by year');
  const checked = readFiltered(trendParameters.omit({ q: true, concept: true }), options);
  if ('problems' in checked)
    return terminal.fail(checked.problems.map(({ parameter, message }) => `--${parameter}：${message}`).join('\n'));
  const { by, shape, measure, filters } = checked.value;
  const library = await terminal.open(options.data);
  const { collection } = library;
  const subjects = await findSubjects(library, phrases, options, terminal.fail);
  const found = computeTrend(collection, subjects, filters, by);
  const card = trendCard(collection, found, filters, today());
  const tables = {
    long: () => longTable(collection, found),
    panel: () => panelTable(collection, subjects, found),
    wide: () => wideTable(collection, subjects, found, measure),
  };
  if (options.xlsx !== undefined)
    await writeFile(options.xlsx, await writeXlsx([tables.long(), tables.panel(), tables.wide()], card));
  if (options.json === true) terminal.print(JSON.stringify(trendJson(collection, subjects, found, card), null, 2));
  else if (options.csv === true) terminal.print(writeCsv(tables[shape](), card).trimEnd());
  else terminal.print(printTrend(found));
}

/** Registers the command. */
export function addTrendCommand(yinju: Command, terminal: Terminal): void {
  yinju
    .command('trend [phrases...]')
    .description('词语在各年份、文献或地区出现多少')
    .option(...terminal.data)
    .addOption(new Option('--by <GROUP>', '分组').choices(GROUPINGS).default('year'))
    .option('--concept <FILE>', '概念文件（YAML：version、name、terms、exclude）')
    .option('--terms', '概念之外，也列出其中每个词')
    .option('--year <YEARS...>', '只计这些年份：2024、2021..2024')
    .option('--region <NAMES...>', '只计这些地区')
    .option('--type <NAMES...>', '只计这些类型')
    .addOption(
      new Option('--shape <SHAPE>', 'CSV 的形状：长表、面板（词×地×年）、宽表').choices(SHAPES).default('long'),
    )
    .addOption(new Option('--measure <MEASURE>', '宽表的数').choices(MEASURES).default('perTenThousand'))
    .option('--csv', '输出 CSV（UTF-8 BOM）')
    .option('--json', '输出 JSON')
    .option('--xlsx <FILE>', '另存为 Excel 工作簿')
    .action((texts: string[], options: TrendOptions) => trend(texts, options, terminal));
}
