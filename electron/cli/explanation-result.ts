import type { Asker } from '../../shared/model/asker.ts';
import type { BounceRecipient, Explanation, ExplanationItem } from '../../shared/model/explanation.ts';
import { say } from '../../shared/text/index.ts';
import { said } from '../../shared/text/said.ts';
import { wrapText } from '../../shared/text/wrap.ts';
import { guessedLines } from './guessed-lines.ts';
import type { Paint } from './paint.ts';
import { safeText } from './safe-text.ts';

type Page = { readonly columns: number; readonly paint: Paint };

/** Lines longer than this are hard to read, however wide the terminal is. */
const widest = 80;
const maxItems = 3;
const maxCauses = 4;
const maxRecipients = 20;

/** What a text means, for a person: the meaning, the probable causes, what to do next. */
export function renderExplanation(
  { items, bounce, asker, advice = [] }: Explanation,
  { columns, paint }: Page,
): string {
  const page = { columns: Math.min(columns, widest), paint };
  const parts = [
    ...(items.length === 0 ? [wrapText(say('explain.unknown'), page.columns)] : []),
    ...items.slice(0, maxItems).map((item) => itemLines(item, page)),
    ...(asker && advice.length > 0 ? [askerLines(asker, advice, page)] : []),
    ...(bounce && items.length > 0 ? [recipientLines(bounce.recipients, page)] : []),
  ];
  return parts.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function askerLines(asker: Asker, advice: readonly string[], { columns, paint }: Page): string[] {
  return [
    paint.bold(say(`asker.for.${asker.kind}`)),
    ...advice.flatMap((one) => wrapText(one, columns - 2).map((line) => `  ${line}`)),
    ...guessedLines(asker, columns).map((line) => paint.dim(line)),
  ];
}

function itemLines({ meaning, program, causes, server, retry }: ExplanationItem, page: Page): string[] {
  const facts = [
    ...(program === undefined ? [] : [say('explain.said-by', { program })]),
    ...(server ? [aboutServer(server)] : []),
    ...likely(causes.slice(0, maxCauses)),
    say(`explain.retry.${retry}`),
  ];
  return [
    ...wrapText(safeText(meaning), page.columns).map((line) => page.paint.bold(line)),
    ...facts.flatMap((fact) => wrapText(safeText(fact), page.columns - 2).map((line) => `  ${line}`)),
  ];
}

function likely(causes: ExplanationItem['causes']): string[] {
  const [first, ...others] = causes.map((cause) => said(`explain.cause.${cause}`));
  if (first === undefined) return [];
  if (others.length === 0) return [say('explain.likely-cause', { cause: first })];
  return [say('explain.likely-causes', { causes: { anyOf: [first, ...others] } })];
}

function aboutServer({ host, port }: NonNullable<ExplanationItem['server']>): string {
  return port === undefined ? say('explain.at-server', { host }) : say('explain.at-port', { host, port });
}

function recipientLines(recipients: readonly BounceRecipient[], { columns, paint }: Page): string[] {
  return [
    paint.bold(say('explain.bounce')),
    ...recipients.slice(0, maxRecipients).flatMap(({ address, action, reason }) => {
      const line = say('explain.recipient', {
        address: safeText(address, 320),
        action: said(`explain.action.${action}`),
        reason: said(
          action === 'delayed' && reason === 'expired' ? 'explain.still-tried' : `explain.reason.${reason}`,
        ),
      });
      return wrapText(line, columns - 2).map((one) => `  ${one}`);
    }),
  ];
}
