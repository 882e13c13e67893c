import { parse } from 'yaml';
import { z } from 'zod';
import type { Overrides, Problem } from '../model.ts';

/** What a sidecar or front matter says, and what in it could not be used. */
export interface ParsedOverrides {
  readonly overrides: Overrides;
  readonly problems: readonly Problem[];
}

const documentTypes = [
  '政府工作报告',
  '规划纲要',
  '计划报告',
  '预算报告',
  '党代会报告',
  '行政法规',
  '地方性法规',
  '国务院文件',
  '通知',
  '意见',
  '决定',
  '办法',
  '其他',
] as const;

/** Errors of these schemas are examples of a right value: they read the same in every language. */
const words = (example: string) => z.string({ error: example }).trim().min(1, example);

/** `河南省/洛阳市`, or a list from province down. */
const region = z
  .union([z.string().transform((text) => text.split('/')), z.array(z.string())], {
    error: '河南省/洛阳市',
  })
  .transform((parts) => parts.map((part) => part.trim()).filter((part) => part !== ''))
  .pipe(z.array(z.string()).min(1, '河南省/洛阳市'));

const schemas = {
  title: words('政府工作报告'),
  docType: z.enum(documentTypes, { error: documentTypes.join(' | ') }),
  region,
  issuer: words('某市人民政府'),
  speaker: words('张三'),
  meeting: words('某市第一届人民代表大会第一次会议'),
  date: z.iso.date('2021-02-07'),
  year: z.int('2021').min(1949, '1949–2100').max(2100, '1949–2100'),
  docNumber: words('国发〔2019〕3号'),
  url: z.url('https://www.gov.cn/…'),
  source: words('某某日报'),
} as const satisfies Record<keyof Overrides, z.ZodType>;

/**
 * YAML of front matter or a sidecar → overrides. A key that is not known or a value of the wrong kind is a problem
 * (`unknown-key`, `wrong-value`) that names the key and what was expected; the right ones are used all the same.
 */
export function parseOverrides(yaml: string): ParsedOverrides {
  let parsed: unknown;
  try {
    parsed = parse(yaml, { logLevel: 'error' });
  } catch (error) {
    return {
      overrides: {},
      problems: [problem('broken-yaml', `不是 YAML：${reasonOf(error)}`, `not YAML: ${reasonOf(error)}`)],
    };
  }
  if (parsed === null || parsed === undefined) return { overrides: {}, problems: [] };
  if (typeof parsed !== 'object' || Array.isArray(parsed)) {
    return {
      overrides: {},
      problems: [problem('broken-yaml', '每行应为 `key: value`', 'expected lines of the form `key: value`')],
    };
  }
  return checkEach(Object.entries(parsed));
}

function checkEach(entries: readonly (readonly [string, unknown])[]): ParsedOverrides {
  const overrides: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [key, value] of entries) {
    if (value === null) continue;
    const schema = Object.hasOwn(schemas, key) ? schemas[key as keyof Overrides] : undefined;
    if (schema === undefined) {
      problems.push(unknownKey(key));
      continue;
    }
    const checked = schema.safeParse(value);
    if (checked.success) overrides[key] = checked.data;
    else problems.push(wrongValue(key, checked.error.issues[0]?.message ?? '…'));
  }
  return { overrides, problems };
}

function unknownKey(key: string): Problem {
  const known = Object.keys(schemas).join(', ');
  return problem('unknown-key', `${key}：没有这一项，可用的有 ${known}`, `${key}: not a known key; known are ${known}`);
}

function wrongValue(key: string, example: string): Problem {
  return problem('wrong-value', `${key}：值不对，应如 ${example}`, `${key}: expected a value such as ${example}`);
}

function problem(code: string, zh: string, en: string): Problem {
  return { code, message: { zh, en } };
}

function reasonOf(error: unknown): string {
  return String(error).split('\n')[0] ?? '';
}

/** Front matter and the text behind it. */
export interface FrontMatterBlock extends ParsedOverrides {
  readonly body: string;
}

const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Takes `---` … `---` off the head of a text; null where it has none, or where a mere rule stands there. */
export function takeFrontMatter(text: string): FrontMatterBlock | null {
  const [whole, yaml] = frontMatter.exec(text) ?? [];
  if (whole === undefined || yaml === undefined || !/^[\w\p{L}]+[ \t]*:(?:\s|$)/mu.test(yaml)) return null;
  return { ...parseOverrides(yaml), body: text.slice(whole.length) };
}
