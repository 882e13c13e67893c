/** 始终心怀大局、认真干事。… 始终不负乡亲、用心干事。… Three or more in one paragraph that open and end alike are themes. */
import type { Sentence } from './sentences.ts';

const fewest = 3;
const none: ReadonlySet<Sentence> = new Set();
const ownText = 40;
/** What may stand before the first of them. */
const subject = /^我们(?:将|要|必须)?/u;

/** The sentences, of those of `text` up to `end`, that echo each other with text of their own between them. */
export function findEchoedThemes(text: string, sentences: readonly Sentence[], end: number): ReadonlySet<Sentence> {
  if (sentences.length < fewest) return none;
  const echoes = new Map<string, Sentence[]>();
  for (const sentence of sentences) {
    const theme = themeOf(text, sentence);
    if (theme === null) continue;
    const echo = `${theme.slice(0, 2)}…${theme.slice(-2)}`;
    echoes.set(echo, [...(echoes.get(echo) ?? []), sentence]);
  }
  const series = [...echoes.values()].filter((members) => isSeries(text, members, end));
  return new Set(series.flat());
}

/** A short plain sentence without its subject, or null. */
function themeOf(text: string, { start, end, stop }: Sentence): string | null {
  if (stop !== '。' || end - start > 24) return null;
  const theme = text.slice(start, end).trim().replace(subject, '');
  return theme.length < 7 || theme.length > 20 || /[，,；;：:\d]/.test(theme) ? null : theme;
}

function isSeries(text: string, members: readonly Sentence[], end: number): boolean {
  if (members.length < fewest) return false;
  const lengths = members.map((member) => themeOf(text, member)?.length ?? 0);
  if (Math.max(...lengths) - Math.min(...lengths) > 3) return false;
  return members.every(({ next }, at) => (members[at + 1]?.start ?? end) - next >= ownText);
}
