/** Why a file is not in the index, and what a person can do about it, in words. */
import type { SkipReason } from './model.ts';

export interface Explanation {
  /** What is the matter with the file. */
  readonly what: string;
  /** What to do about it. */
  readonly advice: string;
}

export const SKIP_REASONS: Readonly<Record<SkipReason, { readonly zh: Explanation; readonly en: Explanation }>> = {
  empty: {
    zh: { what: '文件是空的', advice: '重新下载或另存一份。' },
    en: { what: 'The file is empty', advice: 'Download or save it again.' },
  },
  binary: {
    zh: { what: '不是文本，而是二进制数据', advice: '用原来的程序打开，另存为 docx、pdf 或 txt。' },
    en: { what: 'It is binary data, not text', advice: 'Open it in its own program and save it as docx, pdf or txt.' },
  },
  'unknown-format': {
    zh: {
      what: '不支持这种格式',
      advice: '支持 txt、md、html、docx、pdf；doc、wps、ofd 等请先另存为 docx 或 pdf。',
    },
    en: {
      what: 'The format is not supported',
      advice: 'txt, md, html, docx and pdf are; save doc, wps, ofd and others as docx or pdf first.',
    },
  },
  unreadable: {
    zh: { what: '读不了这个文件', advice: '检查文件权限，并确认它没有被其他程序占用。' },
    en: { what: 'The file cannot be read', advice: 'Check its permissions, and that no other program holds it.' },
  },
  'too-large': {
    zh: { what: '文件太大', advice: '拆成几份，或去掉其中的图片后另存。' },
    en: { what: 'The file is too large', advice: 'Divide it, or save it without its pictures.' },
  },
  'no-text-layer': {
    zh: { what: '扫描件，PDF 里只有图片、没有文字', advice: '先做文字识别（OCR），存为带文字的 PDF 或 docx。' },
    en: {
      what: 'A scan: the PDF holds pictures and no text',
      advice: 'Run text recognition (OCR) and save it with text.',
    },
  },
  damaged: {
    zh: { what: '文件损坏，解析不了', advice: '重新下载，或用原来的程序打开后另存。' },
    en: { what: 'The file is damaged', advice: 'Download it again, or open it in its own program and save it anew.' },
  },
  encrypted: {
    zh: { what: '文件有密码保护', advice: '去掉密码后另存一份。' },
    en: { what: 'The file is protected by a password', advice: 'Save a copy without the password.' },
  },
  'no-text': {
    zh: { what: '去掉网页部件后没有剩下正文', advice: '确认文件里确有正文；网页请等正文载入后再保存。' },
    en: {
      what: 'No text is left once the furniture of the web page is gone',
      advice: 'See that the file has the text; save a web page only after its text has loaded.',
    },
  },
  'symbolic-link': {
    zh: { what: '符号链接，没有跟随', advice: '把文件本身复制进来，或直接给出它所在的文件夹。' },
    en: { what: 'A symbolic link, not followed', advice: 'Copy the file itself, or give the folder in which it lies.' },
  },
  documentation: {
    zh: { what: '说明文件，不是政策文件', advice: '不必处理；若要收录，请改个名字（不用 README 一类）。' },
    en: { what: 'A note about the folder, not a document', advice: 'Nothing; rename it if it should be taken in.' },
  },
  duplicate: {
    zh: { what: '与另一个文件逐字节相同', advice: '不必处理；已收录其中一份。' },
    en: { what: 'The same, byte for byte, as another file', advice: 'Nothing; the other one is in the collection.' },
  },
  'too-slow': {
    zh: { what: '解析时间太长，已中止', advice: '拆成几份，或另存为 txt、docx 后再试。' },
    en: { what: 'It took too long to read', advice: 'Divide it, or save it as txt or docx and try again.' },
  },
  defect: {
    zh: {
      what: '程序处理这个文件时出错',
      advice: '文件本身未必有问题；请把括号里的信息和这个文件一起报告给程序的维护者，另存为其他格式也许可以避开。',
    },
    en: {
      what: 'The program failed on this file',
      advice: 'The file may be sound: report the message with it; another format may get around the defect.',
    },
  },
};
