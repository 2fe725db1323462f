import type { WebReply, WebRequest } from '../system.ts';
import { webExchange } from '../web/exchange.ts';

/**
 * Work on what strangers send that goes to the other thread as a whole: a question, and an answer that can be copied. A new kind is one
 * line here.
 */
export const jobs = {
  fetch: (request: WebRequest, signal: AbortSignal): Promise<WebReply> => exchange(request, signal),
};

export type JobName = keyof typeof jobs;
export type InputOf<N extends JobName> = Parameters<(typeof jobs)[N]>[0];
export type ResultOf<N extends JobName> = Awaited<ReturnType<(typeof jobs)[N]>>;

const exchange = webExchange();
