/** Libraries served as the program serves them, for tests that ask over HTTP. */
import type { Library } from '../../indexer/library.ts';
import { listen } from '../../server/http/listen.ts';

export interface ServedLibrary {
  /** The server's address, with `/` at the end. */
  readonly base: string;
  readonly stop: () => void;
}

/** Serves `library` on any free port of this machine. `stop` may be what `beforeAll` returns: it runs after the tests. */
export async function serve(library: Library): Promise<ServedLibrary> {
  const listening = await listen(library, { host: '127.0.0.1', port: 0 });
  if ('problem' in listening) throw new Error(listening.problem);
  const { url: base, server } = listening;
  return { base, stop: () => void server.close() };
}
