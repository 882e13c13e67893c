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
  '党代会报告',
  '地方性法规',
  '国务院文件',
  '通知',
  '意见',
  '决定',
  '办法',
  '其他',
] as const;

const words = (expected: string) => z.string({ error: expected }).trim().min(1, expected);

/** `河南省/洛阳市`, or a list from province down. */
const region = z
  .union([z.string().transform((text) => text.split('/')), z.array(z.string())], {
    error: 'a list from province down, or text such as 河南省/洛阳市',
  })
  .transform((parts) => parts.map((part) => part.trim()).filter((part) => part !== ''))
  .pipe(z.array(z.string()).min(1, 'at least one region'));

const schemas = {
  title: words('text'),
  docType: z.enum(documentTypes, { error: `one of ${documentTypes.join(' ')}` }),
  region,
  issuer: words('text'),
  speaker: words('text'),
  meeting: words('text'),
  date: z.iso.date('a date such as 2021-02-07'),
  year: z.int('a year such as 2021').min(1949, 'a year from 1949').max(2100, 'a year to 2100'),
  docNumber: words('text such as 国发〔2019〕3号'),
  url: z.url('an address such as https://www.gov.cn/…'),
  source: words('text'),
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
    return { overrides: {}, problems: [problem('broken-yaml', `not YAML: ${String(error).split('\n')[0] ?? ''}`)] };
  }
  if (parsed === null || parsed === undefined) return { overrides: {}, problems: [] };
  if (typeof parsed !== 'object' || Array.isArray(parsed)) {
    return { overrides: {}, problems: [problem('broken-yaml', 'expected lines of the form `key: value`')] };
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
      problems.push(problem('unknown-key', `${key}: not a known key; known are ${Object.keys(schemas).join(', ')}`));
      continue;
    }
    const checked = schema.safeParse(value);
    if (checked.success) overrides[key] = checked.data;
    else
      problems.push(problem('wrong-value', `${key}: expected ${checked.error.issues[0]?.message ?? 'another value'}`));
  }
  return { overrides, problems };
}

function problem(code: string, message: string): Problem {
  return { code, message };
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
