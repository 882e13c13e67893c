import type { Reading, Skip } from '../model.ts';
export async function readPdf(_bytes: Uint8Array): Promise<Reading | Skip> {
  return await Promise.resolve({ reason: 'unknown-format' as const, detail: '' });
}
