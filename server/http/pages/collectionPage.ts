/** The ingest report for people: what became of every file. */
import { basename } from 'node:path';
import type { Request, Response } from 'express';
import { findDocument } from '../../../indexer/index/collection.ts';
import type { Library } from '../../../indexer/library.ts';
import type { FileRecord } from '../../../indexer/index/snapshot.ts';
import type { PolicyDocument } from '../../../indexer/model.ts';
import { SKIP_REASONS } from '../../../indexer/skipReasons.ts';
import { type Language, languageOf, strings } from '../language/language.ts';
import { formView } from './searchPage.ts';

function skippedView({ path, skip }: FileRecord, language: Language) {
  if (skip === null) return [];
  // A stack trace is for the log: people get its first line.
  const [detail = ''] = skip.detail.split('\n');
  return [{ path, detail, ...SKIP_REASONS[skip.reason][language] }];
}

function indexedView({ path }: FileRecord, document: PolicyDocument | undefined, language: Language) {
  if (document === undefined) return [];
  const { id, displayTitle, year, region, docType, problems, completeness, provenance, passages } = document;
  const incomplete = strings[language].document.completeness[completeness];
  return [
    {
      path,
      id,
      displayTitle,
      year,
      region: region.join(' '),
      type: docType,
      format: provenance.format,
      encoding: provenance.encoding,
      passages: passages.length,
      problems: [...(incomplete === '' ? [] : [incomplete]), ...problems.map(({ message }) => message[language])],
    },
  ];
}

/** Everything that `collection.hbs` shows. */
export function collectionView(library: Library, language: Language) {
  const t = strings[language];
  const { files, folders, collection } = library;
  const documentOf = ({ document }: FileRecord): PolicyDocument | undefined => findDocument(collection, document ?? '');
  return {
    title: t.collection.title,
    isCollection: true,
    form: formView(),
    lead: t.collection.lead(files.length, collection.documents.length),
    // A server's own paths are nobody's business.
    folders: folders.map((folder) => basename(folder)),
    skipped: files.flatMap((file) => skippedView(file, language)),
    indexed: files.flatMap((file) => indexedView(file, documentOf(file), language)),
  };
}

/** Answers `/collection`. */
export function showCollection(library: Library, _request: Request, response: Response): void {
  response.render('collection', collectionView(library, languageOf(response)));
}
