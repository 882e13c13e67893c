/** What comes in to be cited or checked. */
import type { Request } from 'express';
import { z } from 'zod';
import { findStyle, STYLE_NAMES } from '../../citing/styles.ts';
import { today } from '../clock.ts';

const several = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

/** `5-13`: UTF-16 offsets of the passage's text, end exclusive. */
const spans = several.default([]).transform((values, context) =>
  values.flatMap((value) => {
    const [, start, end] = /^(\d{1,7})-(\d{1,7})$/u.exec(value) ?? [];
    if (start !== undefined && Number(start) < Number(end)) return [{ start: Number(start), end: Number(end) }];
    context.addIssue({
      code: 'custom',
      message: `“${value}” is no span: write 5-13, the first offset below the second`,
    });
    return [];
  }),
);

const style = z.string().transform((name, context) => {
  const found = findStyle(name);
  if (found !== undefined) return found;
  context.addIssue({ code: 'custom', message: `no style is named “${name}”: ${STYLE_NAMES.join(', ')}` });
  return z.NEVER;
});

const isoDate = z.iso.date();

export const citeParameters = z.object({
  style: style.optional(),
  span: spans,
  /** 引用日期; today when it is not given. `none` leaves it out. */
  accessed: z.union([isoDate, z.literal('none')]).optional(),
});

export const fileParameters = citeParameters.omit({ style: true });

export const draftText = z.object({ text: z.string() });

/** The date of access that a request means. */
export function accessedOf(accessed: string | undefined): string | null {
  return accessed === 'none' ? null : (accessed ?? today());
}

/** The server as the reader addresses it. */
export function originOf(request: Request): string {
  return `${request.protocol}://${request.get('host') ?? 'localhost'}`;
}
