/** 发文字号, the number of an official document: `国发〔2019〕3号`, `洛政办〔2021〕12号`, `国务院令第714号`. */
import { NUMERAL } from '../analysis/numerals.ts';

const NUMBER = /(\p{Script=Han}{1,12}?)[[(]((?:19|20)\d{2})[\])](?:第)?(\d{1,4})号/u;
const ORDER = new RegExp(`^(\\p{Script=Han}{2,30}(?:令|公告))\\(?((?:\\d{4}年)?)第?(${NUMERAL})号\\)?$`, 'u');

/** The number that stands alone on a folded line (brackets of any kind), in the standard form with 〔〕; else null. */
export function readDocNumber(plain: string): string | null {
  const bare = plain.replace(/^(?:发文字号|文号):?/u, '').replace(/^\((.*)\)$/u, '$1');
  const match = NUMBER.exec(bare);
  if (match !== null && match[0].length === bare.length)
    return `${match[1] ?? ''}〔${match[2] ?? ''}〕${match[3] ?? ''}号`;
  const order = ORDER.exec(bare);
  return order === null ? null : `${order[1] ?? ''}${order[2] ?? ''}第${order[3] ?? ''}号`;
}

/** `国发〔2019〕3号`, `某部令2019年第3号` → 2019. */
export function yearOfNumber(docNumber: string): number | null {
  const year = /〔(\d{4})〕|(?:令|公告)(\d{4})年第/u.exec(docNumber);
  return year === null ? null : Number(year[1] ?? year[2]);
}
