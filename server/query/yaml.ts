/** YAML that people write beside their documents: other names of things, concepts. */
import { parse } from 'yaml';

/** What a YAML text says, not yet checked; or that it is no YAML, in Chinese. */
export function readYaml(text: string): { readonly tree: unknown } | { readonly problem: string } {
  try {
    return { tree: parse(text) };
  } catch (error) {
    return { problem: `不是合格的 YAML：${error instanceof Error ? error.message : String(error)}` };
  }
}
