/** Opens the port. */
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { Library } from '../indexer/library.ts';
import { createApp } from './http/app.ts';

export type Listening = { readonly url: string; readonly server: Server } | { readonly problem: string };

const PROBLEMS: Readonly<Record<string, string>> = {
  EADDRINUSE: '已被别的程序占用。请用 --port 换一个端口，例如 --port 3001',
  EACCES: '没有权限使用。请用 --port 换一个 1024 以上的端口',
  EADDRNOTAVAIL: '不是本机的地址。请检查 --host',
};

const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** Serves `library` on host and port (0: any free one), or says why that is not possible. */
export function listen(library: Library, { host, port }: { host: string; port: number }): Promise<Listening> {
  return new Promise((resolve) => {
    const server = createApp(library).listen(port, host, (error?: NodeJS.ErrnoException) => {
      if (error !== undefined) {
        resolve({ problem: `${inUrl(host)}:${port} ${PROBLEMS[error.code ?? ''] ?? error.message}。` });
        return;
      }
      const address = server.address() as AddressInfo;
      resolve({ url: `http://${inUrl(host)}:${address.port}/`, server });
    });
  });
}
