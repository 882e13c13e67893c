/** The thesaurus that comes with the program, and those that lie in the collection's folders. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makeThesaurus, type Thesaurus } from './thesaurus.ts';
import { readYaml } from './yaml.ts';

/** `thesaurus.yaml`: a list of groups of names. */
const name = z.union([z.string(), z.number()]).transform(String).pipe(z.string().trim().min(1).max(60));
const thesaurusFile = z.array(z.array(name).min(1).max(20)).max(5_000);

export interface ThesaurusFolder {
  readonly thesaurus: Thesaurus;
  /** Files that could not be used, and why. */
  readonly problems: readonly { readonly path: string; readonly problem: string }[];
}

type Groups = z.infer<typeof thesaurusFile>;

/** The groups of a thesaurus file, or what is wrong with it, in Chinese. */
export function readThesaurus(text: string): { readonly groups: Groups } | { readonly problem: string } {
  const yaml = readYaml(text);
  if ('problem' in yaml) return yaml;
  const read = thesaurusFile.safeParse(yaml.tree ?? []);
  if (read.success) return { groups: read.data };
  const [issue] = read.error.issues;
  return {
    problem: `第 ${String(Number(issue?.path[0] ?? 0) + 1)} 组写法不对：每组是一行名称，如 - [GDP, 地区生产总值]`,
  };
}

/** `server/query/` in the sources; the built program stands one level further down. */
const SHIPPED = ['.', '../../../server/query'].map((path) => join(import.meta.dirname, path, 'thesaurus.yaml'));

/** The first of `paths` that can be read. */
async function readFirst(paths: readonly string[]): Promise<{ path: string; text: string } | undefined> {
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text !== undefined) return { path, text };
  }
  return undefined;
}

/** What is shipped, then each folder's own `thesaurus.yaml`; the later wins. Never fails. */
export async function findThesaurus(folders: readonly string[]): Promise<ThesaurusFolder> {
  const files: Groups[] = [];
  const problems: { path: string; problem: string }[] = [];
  for (const paths of [SHIPPED, ...folders.map((folder) => [join(folder, 'thesaurus.yaml')])]) {
    const file = await readFirst(paths);
    if (file === undefined) continue;
    const read = readThesaurus(file.text);
    if ('groups' in read) files.push(read.groups);
    else problems.push({ path: file.path, problem: read.problem });
  }
  return { thesaurus: makeThesaurus(files), problems };
}
