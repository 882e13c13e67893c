/** What kind of document it is, by its title, its issuer and what its opening says. */
import type { DocumentType } from '../model.ts';

/** What is known when the type is decided; all folded. */
export interface TypeEvidence {
  readonly title: string;
  readonly opening: string;
  /** Issued by the State Council or its General Office. */
  readonly byStateCouncil: boolean;
  /** Put in force by an order of the State Council (国务院令). */
  readonly decreedByStateCouncil: boolean;
  /** Adopted by a people's congress or its standing committee. */
  readonly adoptedByCongress: boolean;
}

type Rule = readonly [type: DocumentType, holds: (evidence: TypeEvidence) => boolean];

const AFTER = '(?:\\(.{1,20}\\)|摘登|摘要|节选|全文|[》"])*$';
const ends = (kinds: string): RegExp => new RegExp(`(?:${kinds})${AFTER}`, 'u');

const GOVERNMENT_REPORT = /(?:政府|(?:人民|革命|管理)委员会|管委会|行政公署|行署|办事处)工作报告/u;
/** `关于政府工作报告的决议` is about a report. */
const ABOUT_REPORT = ends('决议|决定|通知|意见|方案|说明|批复|函');
const PARTY_SPEAKS =
  /代表[^。]{0,20}第[^。]{1,4}届(?:中央|[^。]{0,6})委员会[^。]{0,6}向[^。]{0,4}大会[^。]{0,4}(?:作|报告)/u;

/** The first rule that holds. */
const RULES: readonly Rule[] = [
  ['政府工作报告', ({ title }) => GOVERNMENT_REPORT.test(title) && !ABOUT_REPORT.test(title)],
  ['计划报告', ({ title }) => /国民经济.{0,40}计划/u.test(title) && ends('报告').test(title)],
  ['预算报告', ({ title }) => /[预决]算/u.test(title) && !title.includes('审计') && ends('报告').test(title)],
  ['党代会报告', ({ title }) => /(?:共产党|党代会|次代表大会|中共).*(?:代表大会|党代会).*报告/u.test(title)],
  ['党代会报告', ({ title, opening }) => PARTY_SPEAKS.test(opening) && !/政协|政治协商/u.test(title + opening)],
  ['政府工作报告', ({ opening }) => isReport(opening)],
  [
    '行政法规',
    ({ title, decreedByStateCouncil }) => decreedByStateCouncil && ends('条例|规定|办法|细则|规则').test(title),
  ],
  ['国务院文件', ({ byStateCouncil }) => byStateCouncil],
  [
    '地方性法规',
    ({ title, adoptedByCongress }) => adoptedByCongress && ends('条例|规定|办法|细则|规则|决定').test(title),
  ],
  ['通知', ({ title }) => ends('通知').test(title)],
  ['意见', ({ title }) => ends('意见').test(title)],
  ['决定', ({ title }) => ends('决定|决议').test(title)],
  ['规划纲要', ({ title }) => ends('纲要|规划|五年计划|年计划').test(title)],
  ['办法', ({ title }) => ends('办法|规定|细则').test(title)],
  ['地方性法规', ({ title }) => ends('条例').test(title)],
  [
    '其他',
    ({ title }) =>
      title !== '' &&
      ends('报告|方案|通告|公告|批复|函|命令|令|要点|公报|措施|规则|准则|章程|计划|建议|法|说明|讲话').test(title),
  ],
];

/** `我代表市人民政府，向大会作工作报告` opens a government's report. */
export function isReport(opening: string): boolean {
  return /代表.{0,20}(?:政府|国务院|政务院|人民委员会).{0,30}(?:作|报告).{0,12}(?:工作|报告)/u.test(opening);
}

/** The type of a document; null when nothing says it. */
export function findType(evidence: TypeEvidence): DocumentType | null {
  return RULES.find(([, holds]) => holds(evidence))?.[0] ?? null;
}
