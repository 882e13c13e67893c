/** How citations write what documents print in several ways: 简体, full-width punctuation, marks inside marks. Pure. */
import { foldForReading } from '../../indexer/analysis/fold.ts';

const FULL: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ',': '，',
  ':': '：',
  ';': '；',
  '!': '！',
  '?': '？',
};

/** Han characters as 简体 writes them; everything else stays. A quotation is never put through this. */
function simplify(text: string): string {
  return text.replace(/\p{Script=Han}+/gu, foldForReading);
}

/** `２０１９年` → `2019年` */
function halfDigits(text: string): string {
  return text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/** Punctuation as Chinese text has it, but not inside numbers and times: `(四)` → `（四）`, `1,200` stays. */
function fullPunctuation(text: string): string {
  return text.replace(/[(),:;!?]/gu, (mark, at: number) => {
    const isInNumber = /\d/u.test(text.charAt(at - 1)) && /\d/u.test(text.charAt(at + 1));
    return isInNumber && (mark === ',' || mark === ':') ? mark : (FULL[mark] ?? mark);
  });
}

/** A title, heading or name as a citation in 简体 writes it. Several spaces become one. */
export function write(printed: string): string {
  return fullPunctuation(halfDigits(simplify(printed)))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** `《…》`, with 〈〉 for title marks inside: `《国务院关于印发〈…〉的通知》`. */
export function inTitleMarks(title: string): string {
  return `《${title.replace(/《/gu, '〈').replace(/》/gu, '〉')}》`;
}

const OTHER_MARKS: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '‘': '“', '’': '”' };

/** `“…”`; marks inside change places (`“所谓‘双千亿’”`), unless they do not pair: then the words are left alone. */
export function inQuotationMarks(text: string): string {
  const isPaired = text.split('“').length === text.split('”').length;
  return `“${isPaired ? text.replace(/[“”‘’]/gu, (mark) => OTHER_MARKS[mark] ?? mark) : text}”`;
}

/** `2021-02-07` → `2021年2月7日`, `2021-02` → `2021年2月`; anything else is null. */
export function writeDate(iso: string): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(iso) ?? [];
  if (year === undefined) return null;
  return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
}
