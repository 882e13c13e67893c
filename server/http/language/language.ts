/** The language of a page: Chinese first, English a switch away. What is said stands in chinese.ts and english.ts. */
import type { Request, RequestHandler, Response } from 'express';
import { chinese, type Strings } from './chinese.ts';
import { english } from './english.ts';

export type Language = 'zh' | 'en';
export type { Strings };

/** The dictionary: both languages have the same keys. */
export const strings: Readonly<Record<Language, Strings>> = { zh: chinese, en: english };

const COOKIE = 'lang';
const ONE_YEAR = 365 * 24 * 3600 * 1000;

const isLanguage = (value: unknown): value is Language => value === 'zh' || value === 'en';

function readCookie(request: Request): Language | undefined {
  const value = /(?:^|;\s*)lang=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
  return isLanguage(value) ? value : undefined;
}

/** The same address in the other language. */
function switchLanguage(request: Request, to: Language): string {
  const url = new URL(request.originalUrl, 'http://localhost');
  url.searchParams.set('lang', to);
  return url.pathname + url.search;
}

/** Chooses the language (`?lang=`, else the cookie, else Chinese) and gives the templates their strings. */
export const useLanguage: RequestHandler = (request, response, next) => {
  const asked = request.query['lang'];
  const language = isLanguage(asked) ? asked : (readCookie(request) ?? 'zh');
  if (isLanguage(asked))
    response.cookie(COOKIE, asked, { maxAge: ONE_YEAR, httpOnly: true, sameSite: 'lax', path: '/' });
  response.locals['language'] = language;
  response.locals['t'] = strings[language];
  response.locals['otherLanguage'] = language === 'zh' ? 'en' : 'zh';
  response.locals['switchHref'] = switchLanguage(request, language === 'zh' ? 'en' : 'zh');
  next();
};

/** The language that `useLanguage` chose. */
export function languageOf(response: Response): Language {
  return response.locals['language'] === 'en' ? 'en' : 'zh';
}
