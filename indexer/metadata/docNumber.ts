/** 发文字号, the number of an official document: `国发〔2019〕3号`, `洛政办〔2021〕12号`, `国务院令第714号`. */

const NUMBER = /(\p{Script=Han}{1,12}?)[[(]((?:19|20)\d{2})[\])](?:第)?(\d{1,4})号/u;
const ORDER = /^((?:中华人民共和国)?[\p{Script=Han}]{2,20}令)\(?第?(\d{1,4})号\)?$/u;

/** The number that stands alone on a folded line (brackets of any kind), in the standard form with 〔〕; else null. */
export function readDocNumber(plain: string): string | null {
  const bare = plain.replace(/^(?:发文字号|文号):?/u, '').replace(/^\((.*)\)$/u, '$1');
  const match = NUMBER.exec(bare);
  if (match !== null && match[0].length === bare.length)
    return `${match[1] ?? ''}〔${match[2] ?? ''}〕${match[3] ?? ''}号`;
  const order = ORDER.exec(bare);
  return order === null ? null : `${order[1] ?? ''}第${order[2] ?? ''}号`;
}

/** `国发〔2019〕3号` → 2019. */
export function yearOfNumber(docNumber: string): number | null {
  const year = /〔(\d{4})〕/u.exec(docNumber)?.[1];
  return year === undefined ? null : Number(year);
}
