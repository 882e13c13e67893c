/** The ingest report for a terminal: what became of every file. */
import { findDocument } from '../../indexer/index/collection.ts';
import type { Library } from '../../indexer/library.ts';
import type { Changes } from '../../indexer/ingest.ts';
import { showProblem } from '../../indexer/show.ts';
import { SKIP_REASONS } from '../../indexer/skipReasons.ts';

/** The report as data: the interface of `yinju index --json`. */
export function reportOf(library: Library, changes: Changes) {
  const { documents, documentOf, fingerprint } = library.collection;
  return {
    fingerprint,
    folders: library.folders,
    changes,
    total: { files: library.files.length, documents: documents.length, passages: documentOf.length },
    files: library.files.map(({ path, document, skip }) => {
      const understood = document === null ? undefined : findDocument(library.collection, document);
      if (understood === undefined) return { path, document: null, skip };
      const { id, displayTitle, docType, region, year, date, problems, passages, provenance } = understood;
      const { format, encoding } = provenance;
      return {
        path,
        document: { id, displayTitle, docType, region, year, date, format, encoding, passages: passages.length },
        problems: problems.map(showProblem),
        skip: null,
      };
    }),
  };
}

function lineOf(file: ReturnType<typeof reportOf>['files'][number]): string[] {
  if (file.document === null) {
    if (file.skip === null) return [];
    const reason = SKIP_REASONS[file.skip.reason].zh;
    const [detail = ''] = file.skip.detail.split('\n');
    return [
      `✗ ${file.path}`,
      `    未收录：${reason.what}${detail === '' ? '' : `（${detail}）`}`,
      `    ${reason.advice}`,
    ];
  }
  const { displayTitle, year, region, docType, passages } = file.document;
  const facts = [year ?? '年份不详', region.join(' ') || '地区不详', docType ?? '类型不详', `${passages} 段`];
  const problems = file.problems.map(({ message }) => `    ! ${message}`);
  return [`✓ ${file.path}`, `    ${displayTitle}　${facts.join(' · ')}`, ...problems];
}

/** The report in lines, for people. */
export function printReport(report: ReturnType<typeof reportOf>): string {
  const { total, changes } = report;
  const skipped = total.files - total.documents;
  return [
    ...report.files.flatMap(lineOf),
    '',
    `共 ${total.files} 个文件：收录 ${total.documents} 篇（${total.passages} 段），未收录 ${skipped} 个。`,
    `新增 ${changes.added}，变动 ${changes.changed}，移除 ${changes.removed}，未变 ${changes.unchanged}。`,
  ].join('\n');
}
