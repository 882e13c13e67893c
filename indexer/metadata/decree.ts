/**
 * The head of a decree (令) or an announcement (公告), above the title of the regulation that it puts in force:
 * `某省人民政府令`, `第210号`, `《某省湿地管理办法》已经2022年5月18日省政府第155次常务会议通过，现予公布。`, `省长 某某`.
 */
import { findDates } from './date.ts';
import type { Adoption } from './delivery.ts';
import { type Line, printed } from './line.ts';
import { NUMERAL } from '../analysis/numerals.ts';

export interface Decree {
  /** Who decrees, folded: `某省人民政府`; empty when no line above says it. */
  readonly body: string;
  /** The regulation, as printed in 《》; empty when none is. */
  readonly subject: string;
  /** By a congress or its standing committee; a government that adopts what it decrees itself is told by the signature. */
  readonly adoptions: readonly Adoption[];
}

const ENACTED = /^《[^》]{2,80}》(?:已|业|经|由|于).{0,200}(?:通过|批准|同意|修订).{0,60}(?:公布|发布|施行)/u;
const ENACTING = /^现(?:将|予|予以)?(?:公布|发布|颁布)[^。]{0,20}《/u;
const NUMBER = new RegExp(`^\\(?((?:\\d{4}年)?)第?(${NUMERAL})号\\)?$`, 'u');
const HEAD = /(?:令|公告)(?:第.*|\(.*|\d.*)?$/u;
const CONGRESS =
  /^(?:》?(?:已|业|经|由|于|并)*)(.{2,50}?(?:代表大会(?:常务委员会|常委会)?|人大常委会)).*(通过|修订|批准)/u;

/** Whether a folded line is the name of an order or announcement: `某省人民政府令`, `某市…公告（第12号）`. */
export function isOrder(plain: string): boolean {
  return HEAD.test(plain);
}

/** Reads the sentence of a decree; `above` are the folded lines above it, its name and its number among them. */
export function readDecree(line: Line, above: readonly string[]): Decree | null {
  if (!ENACTED.test(line.plain) && !ENACTING.test(line.plain)) return null;
  const name = above.find(isOrder) ?? '';
  const start = line.plain.indexOf('《') + 1;
  const end = line.plain.indexOf('》');
  return {
    body: name.replace(HEAD, ''),
    subject: printed(line, start, end),
    adoptions: readCongressActs(line, end + 1),
  };
}

/** `第165号`, `2021年第9号`, `第一百号` below `某省人民政府令`: the number of an order on two lines. */
export function readOrderNumber(plain: string, order: string | undefined): string | null {
  const [, year = '', number] = NUMBER.exec(plain) ?? [];
  return number === undefined || order === undefined || !/(?:令|公告)$/u.test(order)
    ? null
    : `${order}${year}第${number}号`;
}

/** `…已由某市第六届人民代表大会常务委员会第十次会议于2021年6月30日通过，某省…于2021年7月30日批准，` from offset `from`. */
function readCongressActs(line: Line, from: number): Adoption[] {
  return line.plain
    .slice(from)
    .split(',')
    .flatMap((clause): Adoption[] => {
      const [date] = findDates(clause);
      if (date === undefined) return [];
      const undated = clause.slice(0, date.start).replace(/于$/u, '') + clause.slice(date.end);
      const [, body = '', act] = CONGRESS.exec(undated) ?? [];
      if (act === undefined) return [];
      const at = line.plain.indexOf(body, from);
      return [
        { date: date.iso, act: act === '批准' ? 'approved' : 'adopted', body: printed(line, at, at + body.length) },
      ];
    });
}
