/** SQLite FTS5 as a peer: over character pairs, which is complete, and over nodejieba's words, which is not. */
import { createRequire } from 'node:module';
import { segment } from '../../indexer/analysis/segment.ts';
import { type BenchEngine, type BenchPassage, type BenchQuery, markPhrases, Tally, TOP } from './engine.ts';

/** Of better-sqlite3, what is used here; it is installed in this folder alone, not in the project. */
interface Statement {
  run(...values: readonly unknown[]): unknown;
  all(...values: readonly unknown[]): unknown[];
  get(...values: readonly unknown[]): unknown;
  pluck(): Statement;
  raw(): Statement;
}
interface Database {
  prepare(sql: string): Statement;
  exec(sql: string): void;
  pragma(text: string): unknown;
  transaction(work: () => void): () => void;
  close(): void;
}
type OpenDatabase = new (path: string) => Database;

const require = createRequire(new URL('../../../test/bench/package.json', import.meta.url));

export type Tokens = (folded: string) => readonly string[];

/** `发展改革` → `发展` `展改` `改革`. */
export const pairs: Tokens = (folded) => {
  if (folded.length < 2) return [folded];
  const tokens: string[] = [];
  for (let at = 0; at + 1 < folded.length; at++) tokens.push(folded.slice(at, at + 2));
  return tokens;
};

export const words: Tokens = segment;

/** Only the space separates tokens: all other ASCII marks are made part of them. */
const ASCII_MARKS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((mark) => !/[0-9A-Za-z]/.test(mark))
  .join('')
  .replaceAll("'", "''");
const TOKENIZE = `tokenize="ascii tokenchars '${ASCII_MARKS.replaceAll('"', '""')}'"`;

/** Writes `passages` into a new database at `path`: an index without content, and a table of the texts. */
export function buildSqlite(path: string, passages: readonly BenchPassage[], tokensOf: Tokens): Database {
  const Open = require('better-sqlite3') as OpenDatabase;
  const database = new Open(path);
  database.pragma('journal_mode = off');
  database.pragma('synchronous = off');
  database.exec('CREATE TABLE passages (id INTEGER PRIMARY KEY, text TEXT)');
  database.exec(`CREATE VIRTUAL TABLE tokens USING fts5(words, content='', ${TOKENIZE})`);
  const addText = database.prepare('INSERT INTO passages VALUES (?, ?)');
  const addTokens = database.prepare('INSERT INTO tokens (rowid, words) VALUES (?, ?)');
  database.transaction(() => {
    passages.forEach(({ text, folded }, number) => {
      addText.run(number, text);
      addTokens.run(number, tokensOf(folded).join(' '));
    });
  })();
  database.exec("INSERT INTO tokens (tokens) VALUES ('optimize')");
  return database;
}

/** Asks for the ranked top in SQL and counts in typed arrays, which was measured to be SQLite's fastest way. */
export function sqliteEngine(
  name: string,
  database: Database,
  passages: readonly BenchPassage[],
  tokensOf: Tokens,
): BenchEngine {
  const years = new Tally(passages.map(({ year }) => year));
  const regions = new Tally(passages.map(({ region }) => region));
  const all = database.prepare('SELECT rowid FROM tokens WHERE tokens MATCH ?').pluck();
  const best = database.prepare(`SELECT rowid FROM tokens WHERE tokens MATCH ? ORDER BY rank LIMIT ${TOP}`).pluck();
  const textOf = database.prepare('SELECT text FROM passages WHERE id = ?').pluck();
  const matchOf = ({ phrases }: BenchQuery): string =>
    phrases.map((phrase) => `"${tokensOf(phrase).join(' ').replaceAll('"', '""')}"`).join(' AND ');
  return {
    name,
    answer(query) {
      const expression = matchOf(query);
      const found = all.all(expression) as number[];
      const top = best.all(expression) as number[];
      return {
        total: found.length,
        years: years.count(found),
        regions: regions.count(found),
        snippets: top.map((number) => markPhrases(String(textOf.get(number)), query.phrases)),
      };
    },
    passages: (query) => all.all(matchOf(query)) as number[],
  };
}
