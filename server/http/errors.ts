/** Errors that programs see: RFC 9457 problem documents. What a person sees is a page: pages/errorPage.ts. */
import { STATUS_CODES } from 'node:http';
import type { Response } from 'express';
import type { Checked, ParameterProblem } from './parameters.ts';

export interface Problem {
  readonly status: number;
  readonly detail?: string;
  readonly parameters?: readonly ParameterProblem[];
}

/** Answers with a problem document. */
export function sendProblem(response: Response, { status, detail, parameters }: Problem): void {
  const title = STATUS_CODES[status] ?? 'Error';
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title, status, detail, parameters }));
}

/** What came in, checked; when it cannot be used, the answer says why, and nothing comes back. */
export function accept<T>(checked: Checked<T>, response: Response): T | undefined {
  if ('value' in checked) return checked.value;
  sendProblem(response, { status: 400, parameters: checked.problems });
  return undefined;
}

/** The HTTP status that an error of reading a body carries; 500 for any other. */
export function statusOf(error: unknown): number {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
}
