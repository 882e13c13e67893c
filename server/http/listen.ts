/** Opens the port. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Library } from '../../indexer/library.ts';
import { createApp } from './app.ts';

export type Listening = { readonly url: string; readonly server: Server } | { readonly problem: string };

const PROBLEMS: Readonly<Record<string, string>> = {
  EADDRINUSE: '已被别的程序占用。请用 --port 换一个端口，例如 --port 3001',
  EACCES: '没有权限使用。请用 --port 换一个 1024 以上的端口',
  EADDRNOTAVAIL: '不是本机的地址。请检查 --host',
};

/** In bytes. A query of 10,000 characters is 90 kB in a URL; Node's own limit is 16 kB. */
const LONGEST_HEADER = 256 * 1024;

const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** Serves `library` on host and port (0: any free one), or says why that is not possible. */
export function listen(library: Library, { host, port }: { host: string; port: number }): Promise<Listening> {
  return new Promise((resolve) => {
    const server = createServer({ maxHeaderSize: LONGEST_HEADER }, createApp(library));
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve({ problem: `${inUrl(host)}:${port} ${PROBLEMS[error.code ?? ''] ?? error.message}。` });
    });
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      resolve({ url: `http://${inUrl(host)}:${address.port}/`, server });
    });
  });
}
