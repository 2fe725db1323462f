import * as z from 'zod/mini';
import { type Argument, Scenario } from '../../shared/contract/contract.ts';
import type { CurrentSettings } from '../../shared/model/check.ts';
import { conventionalSecurity, Security } from '../../shared/model/endpoint.ts';
import { parseHostPort } from '../../shared/parse/host-port.ts';
import { parsePort } from '../../shared/parse/port.ts';

const typed = z.string().check(z.maxLength(400));
/** A whole returned message; what is longer is cut. */
export const maxErrorChars = 20_000;

/** What a person answered, as they typed it. Never a password: the one form that asks for it (`send-test-form.tsx`) keeps it to itself. */
export const Answers = z.object({
  address: typed,
  /** The address of which the person said that it is spelt right, although it looks like a slip. */
  sureAddress: z.prefault(typed, ''),
  /** The mail program, where the person said it: its id, or empty. */
  mailProgram: z.prefault(z.string().check(z.maxLength(60)), ''),
  /** What the mail program says, without what belongs to a person (`explain/masked.ts`); empty when nothing was taken over. */
  errorText: z.prefault(z.string().check(z.maxLength(maxErrorChars)), ''),
  /** The place for the outgoing server's name is open. */
  knowsServer: z.boolean(),
  /** Several accounts of this computer are listed to choose from. */
  hasAccounts: z.prefault(z.boolean(), false),
  server: typed,
  /** Contact nobody else, not even for comparison. */
  onlyOwnProvider: z.boolean(),
  /** What the mail program uses now. */
  currentServer: typed,
  currentPort: typed,
  currentSecurity: z.enum([...Security.options, 'unknown']),
  /** The practice situation last chosen. */
  practice: z.nullable(Scenario),
  /** The check runs in the practice network, in that situation. */
  isPractice: z.boolean(),
  /** Whether a message arrived, after the change; empty where that is still asked. */
  arrived: z.prefault(z.string().check(z.maxLength(60)), ''),
  /** The windows of the mail program look otherwise than they are drawn: which copy of it is it? */
  looksDifferent: z.prefault(z.boolean(), false),
});
export type Answers = Readonly<z.infer<typeof Answers>>;

export const noAnswers: Answers = {
  address: '',
  sureAddress: '',
  mailProgram: '',
  errorText: '',
  knowsServer: false,
  hasAccounts: false,
  server: '',
  onlyOwnProvider: false,
  currentServer: '',
  currentPort: '',
  currentSecurity: 'unknown',
  practice: null,
  isPractice: false,
  arrived: '',
  looksDifferent: false,
};

/** The fields that can be wrong; each is the id of its control on the screen. */
export type FieldId = 'address' | 'server' | 'current-server' | 'current-port';
export type FieldProblems = Partial<Record<FieldId, string>>;

/** The check to ask for. Call it only with answers that have no problems and were put in order (`reading.ts`). */
export function requestOf(answers: Answers): Argument<'check.start'> {
  const error = answers.errorText === '' ? {} : { error: answers.errorText };
  if (answers.isPractice && answers.practice) {
    const { id, address, current } = answers.practice;
    return { subject: address, practice: id, ...(current && { current }), ...error };
  }
  const address = answers.address.trim();
  const server = answers.knowsServer ? answers.server.trim() : '';
  const current = currentOf(answers);
  return {
    subject: address === '' ? server : address,
    ...(address !== '' && address === answers.sureAddress ? { isDomainSure: true } : {}),
    ...(address !== '' && server !== '' ? { server } : {}),
    ...(current ? { current } : {}),
    ...error,
    ...(answers.onlyOwnProvider ? { references: false } : {}),
  };
}

function currentOf(answers: Answers): CurrentSettings | null {
  const server = parseHostPort(answers.currentServer);
  const typed = parsePort(answers.currentPort);
  if (isCurrentEmpty(answers) || !server.ok) return null;
  const port = typed.ok ? typed.value : server.value.port;
  if (port === undefined) return null;
  // Whoever does not know gets the port's usual protection, so that no change is claimed that nobody can confirm.
  const security =
    answers.currentSecurity === 'unknown' ? conventionalSecurity(port) : answers.currentSecurity;
  return { host: server.value.host, port, security };
}

/** Nothing was said of what the mail program uses today. */
export function isCurrentEmpty({ currentServer, currentPort }: Answers): boolean {
  return currentServer.trim() === '' && currentPort.trim() === '';
}
