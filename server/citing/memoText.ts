/** A composed memo as Markdown with footnotes, and as plain text with numbered notes at its end. */
import type { ComposedMemo, MemoPart } from './memo.ts';
import { escapeMarkdown } from './quoting.ts';

const lines = (text: string): string[] => text.split(/\r?\n/u);

function markdownPart(part: MemoPart, number: number, isInline: boolean): string {
  if (part.kind === 'heading') return `## ${escapeMarkdown(part.text)}`;
  if (part.kind === 'own') return lines(part.text).map(escapeMarkdown).join('  \n');
  const { words, citation, warning, note } = part;
  const mark = citation === '' ? '' : isInline ? escapeMarkdown(citation) : `[^${number}]`;
  const quoted = lines(words).map((line) => `> ${escapeMarkdown(line)}`);
  const block = `${quoted.join('\n')}${mark}`;
  const below = [warning === null ? '' : `*（${warning}）*`, escapeMarkdown(note)].filter((line) => line !== '');
  return [block, ...below].join('\n\n');
}

/** Numbers the notes: parts that have a citation, from 1. */
function numbersOf(parts: readonly MemoPart[]): number[] {
  let number = 0;
  return parts.map((part) => (part.kind === 'quotation' && part.citation !== '' ? ++number : number));
}

function notesOf(parts: readonly MemoPart[]): string[] {
  return parts.flatMap((part) => (part.kind === 'quotation' && part.citation !== '' ? [part.citation] : []));
}

/** Markdown, with footnotes as GitHub and pandoc read them. */
export function writeMemoMarkdown({ title, parts, placement }: ComposedMemo): string {
  const isInline = placement === 'inline';
  const numbers = numbersOf(parts);
  const body = parts.map((part, at) => markdownPart(part, numbers[at] ?? 0, isInline));
  const notes = isInline ? [] : notesOf(parts).map((note, at) => `[^${at + 1}]: ${escapeMarkdown(note)}`);
  const head = title === '' ? [] : [`# ${escapeMarkdown(title)}`];
  return `${[...head, ...body, ...notes].join('\n\n')}\n`;
}

function plainPart(part: MemoPart, number: number, isInline: boolean): string {
  if (part.kind !== 'quotation') return part.text;
  const { words, citation, warning, note } = part;
  const mark = citation === '' ? '' : isInline ? citation : `[${number}]`;
  return [`    ${words}${mark}`, warning === null ? '' : `（${warning}）`, note].filter((one) => one !== '').join('\n');
}

/** Plain text. */
export function writeMemoText({ title, parts, placement }: ComposedMemo): string {
  const isInline = placement === 'inline';
  const numbers = numbersOf(parts);
  const body = parts.map((part, at) => plainPart(part, numbers[at] ?? 0, isInline));
  const notes = isInline ? [] : notesOf(parts).map((note, at) => `[${at + 1}] ${note}`);
  const tail = notes.length === 0 ? [] : ['————', notes.join('\n')];
  return `${[...(title === '' ? [] : [title]), ...body, ...tail].join('\n\n')}\n`;
}
