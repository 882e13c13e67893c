/** Handlebars as Express's view engine, with the few helpers that templates need, and the files they link to. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express } from 'express';
import { create } from 'express-handlebars';
import Handlebars from 'handlebars';
import type { Fragment } from '../search/highlight.ts';

/** `views/` stands beside `server/` in the sources and one level further up from the built program. */
function findViews(): string {
  const places = ['../../views', '../../../views'].map((path) => join(import.meta.dirname, path));
  const found = places.find((place) => existsSync(join(place, 'layouts')));
  if (found === undefined) throw new Error(`viewEngine: no views folder at ${places.join(' or ')}`);
  return found;
}

/** Fragments as HTML: escaped text, matches in <mark>. The only place where a template's text is made outside it. */
export function marked(fragments: readonly Fragment[]): Handlebars.SafeString {
  const html = fragments.map(({ text, isMatch }) => {
    const escaped = Handlebars.escapeExpression(text);
    return isMatch ? `<mark>${escaped}</mark>` : escaped;
  });
  return new Handlebars.SafeString(html.join(''));
}

/** Teaches `app` to render `views/` and to serve `views/public/` at /public. */
export function useViews(app: Express): void {
  const views = findViews();
  const handlebars = create({
    extname: '.hbs',
    defaultLayout: 'main',
    layoutsDir: join(views, 'layouts'),
    partialsDir: join(views, '_partials'),
    helpers: { marked },
  });
  app.engine('hbs', (path, options, done) => void handlebars.renderView(path, { ...options }, done));
  app.set('view engine', 'hbs');
  app.set('views', views);
  app.enable('view cache');
  app.use('/public', express.static(join(views, 'public'), { maxAge: '1h', index: false }));
  app.get('/favicon.ico', (_request, response) => response.redirect(301, '/public/favicon.svg'));
}
