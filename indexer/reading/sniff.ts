import type { Format, Skip } from '../model.ts';

/** What a file is before it is decoded; `text` still has to be told apart into txt, md and html. */
export type Kind = 'pdf' | 'zip' | 'text';

const formatByExtension: Readonly<Record<string, Format>> = {
  '': 'txt',
  txt: 'txt',
  text: 'txt',
  md: 'md',
  markdown: 'md',
  htm: 'html',
  html: 'html',
  shtml: 'html',
  xhtml: 'html',
  docx: 'docx',
  doc: 'docx',
  pdf: 'pdf',
};

/** The format that a file's name promises; null where it is none of ours. */
export function promisedFormat(name: string): Format | null {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  const extension = dot > 0 ? base.slice(dot + 1).toLowerCase() : '';
  return formatByExtension[extension] ?? null;
}

const saveAsDocx = '请用 Word 或 WPS 另存为 .docx 后再索引 (save it as .docx)';

/** Tells a file's kind by its first bytes; a skip for what has no reader. */
export function sniff(name: string, bytes: Uint8Array): Kind | Skip {
  const head = latin1(bytes.subarray(0, 1024));
  if (bytes.length === 0) return { reason: 'empty', detail: '' };
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
  if (head.startsWith('\xD0\xCF\x11\xE0')) return oldOffice(bytes);
  if (head.startsWith('{\\rtf')) return { reason: 'unknown-format', detail: `RTF: ${saveAsDocx}` };
  if (/^MIME-Version:/i.test(head)) return { reason: 'unknown-format', detail: `MHTML: ${saveAsDocx}` };
  const promised = promisedFormat(name);
  if (promised === null) return { reason: 'unknown-format', detail: '' };
  if (promised === 'pdf') return { reason: 'damaged', detail: 'no PDF header' };
  return 'text';
}

/** An OLE container is an old .doc/.wps, or a .docx under a password: [MS-OFFCRYPTO] 2.3.4.4, stream EncryptedPackage. */
function oldOffice(bytes: Uint8Array): Skip {
  const stream = Buffer.from('EncryptedPackage', 'utf16le');
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(stream)) {
    return { reason: 'encrypted', detail: '文件有密码 (under a password)' };
  }
  return { reason: 'unknown-format', detail: `旧版 Office 二进制文件 (old binary Office file): ${saveAsDocx}` };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** Tags that a whole page or a piece of one begins with. */
const page =
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,5000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b/i;
const piece =
  /^\uFEFF?\s*(?:<!--[\s\S]{0,5000}?-->\s*)*<(?:table|tbody|tr|td|div|section|article|p|span|style|script|h[1-6]|ul|ol)(?:\s[^<>]*)?>/i;

/** Two Markdown headings make a text file a Markdown one: `# 政府工作报告`, `## 一、2020年工作回顾`. */
const markdownHeading = /^ {0,3}#{1,6}[ \t]+\S.*$/gm;

/** txt, md or html: the name's promise, unless the text begins as a page does or has Markdown's headings. */
export function textFormat(promised: Format | null, text: string): 'txt' | 'md' | 'html' {
  const head = text.slice(0, 20000);
  if (page.test(head)) return 'html';
  if (promised === 'html' || promised === 'md') return promised;
  if (piece.test(head)) return 'html';
  return (text.slice(0, 500000).match(markdownHeading) ?? []).length >= 2 ? 'md' : 'txt';
}

/** Control characters, undecodable bytes and code points that are no characters, beyond this share, make a file binary. */
const binaryShare = 0.02;

/** True when decoded text is no text: a photograph named .txt. */
export function isBinary(text: string): boolean {
  const sample = text.slice(0, 100000);
  // Text has none of these; a decoder puts U+FFFD wherever noise is no character.
  if (!/[\0-\x08\x0E-\x1A\x1C-\x1F\x7F\uFFFD]/.test(sample)) return false;
  const odd = sample.match(/[\0-\x08\x0E-\x1A\x1C-\x1F\x7F\uFFFD]|\p{Cs}|\p{Cn}/gu)?.length ?? 0;
  return odd > 8 && odd > sample.length * binaryShare;
}
