/** What a command may do to the outside: `cli.ts` alone knows the process. */
import type { Library } from '../../indexer/library.ts';

export interface Terminal {
  readonly open: (data: string) => Promise<Library>;
  readonly fail: (message: string) => never;
  readonly print: (text: string) => void;
  /** The option that names the index. */
  readonly data: readonly [string, string, string];
}
