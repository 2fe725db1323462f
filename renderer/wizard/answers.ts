import * as z from 'zod/mini';
import { type Argument, Scenario } from '../../shared/contract/contract.ts';
import { meantDomain } from '../../shared/discover/misspelt.ts';
import type { CurrentSettings } from '../../shared/model/check.ts';
import { conventionalSecurity, Security } from '../../shared/model/endpoint.ts';
import type { Parsed } from '../../shared/parse/fault.ts';
import { parseServer } from '../../shared/parse/host-port.ts';
import { parsePort } from '../../shared/parse/port.ts';
import { parseSubject } from '../../shared/parse/subject.ts';
import { say } from '../../shared/text/index.ts';

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
});
export type Answers = Readonly<z.infer<typeof Answers>>;

export const noAnswers: Answers = {
  address: '',
  sureAddress: '',
  mailProgram: '',
  errorText: '',
  knowsServer: false,
  server: '',
  onlyOwnProvider: false,
  currentServer: '',
  currentPort: '',
  currentSecurity: 'unknown',
  practice: null,
  isPractice: false,
};

/** The fields that can be wrong; each is the id of its control on the screen. */
export type FieldId = 'address' | 'server' | 'current-server' | 'current-port';
export type FieldProblems = Partial<Record<FieldId, string>>;

/** Whether a text in the address field is an error message rather than an address: several words, or a number, without @ and dot. */
export function looksLikeError(text: string): boolean {
  const words = text.trim();
  return (
    words.length >= 3 &&
    !words.includes('@') &&
    (/\s/.test(words) ||
      /^[245]\.\d{1,3}\.\d{1,3}$/.test(words) || // RFC 3463
      (!words.includes('.') && /\d{3}|^E[A-Z]{4,}$/.test(words)))
  );
}

/** What is wrong with the first screen's answers; empty when nothing is. */
export function firstProblems(answers: Answers): FieldProblems {
  return { ...addressProblems(answers), ...currentProblems(answers) };
}

function addressProblems(answers: Answers): FieldProblems {
  const { address, knowsServer, server } = answers;
  const hasServer = knowsServer && server.trim() !== '';
  const problems: FieldProblems = {};
  if (hasServer) {
    const parsed = parseServer(server);
    if (!parsed.ok) problems.server = faultSentence(parsed);
  }
  if (address.trim() === '') {
    if (!hasServer) problems.address = say('wizard.address.missing');
    return problems;
  }
  if (!/[.@:]|^localhost$/i.test(address.trim())) {
    problems.address = say('wizard.address.no-address', { typed: address.trim() });
    return problems;
  }
  const parsed = parseSubject(address);
  if (!parsed.ok) problems.address = faultSentence(parsed);
  const meant = meantAddress(answers);
  if (meant !== null) problems.address = say('wizard.address.misspelt', { meant });
  return problems;
}

/** What was probably meant by an address that is a slip of the finger, unless the person said that it is right. */
export function meantAddress({ address, sureAddress }: Answers): string | null {
  const parsed = parseSubject(address);
  if (!parsed.ok || parsed.value.kind === 'server' || address.trim() === sureAddress) return null;
  const subject = parsed.value;
  const meant = meantDomain(subject.domain);
  if (meant === undefined || subject.kind === 'domain') return meant ?? null;
  return `${subject.mailAddress.slice(0, subject.mailAddress.lastIndexOf('@') + 1)}${meant}`;
}

/** All of today's settings may be left empty. */
function currentProblems(answers: Answers): FieldProblems {
  if (isCurrentEmpty(answers)) return {};
  const problems: FieldProblems = {};
  const server = parseServer(answers.currentServer);
  if (!server.ok) {
    problems['current-server'] =
      answers.currentServer.trim() === '' ? say('wizard.current.server-missing') : faultSentence(server);
  }
  const besideName = server.ok ? server.value.port : undefined;
  if (answers.currentPort.trim() === '') {
    if (besideName === undefined) problems['current-port'] = say('wizard.current.port-missing');
    return problems;
  }
  const port = parsePort(answers.currentPort);
  if (!port.ok) problems['current-port'] = faultSentence(port);
  else if (besideName !== undefined && besideName !== port.value) {
    problems['current-port'] = say('wizard.current.two-ports', { one: besideName, other: port.value });
  }
  return problems;
}

/** The check to ask for. Call it only when the answers have no problems. */
export function requestOf(answers: Answers): Argument<'check.start'> {
  if (answers.isPractice && answers.practice) {
    const { id, address, current } = answers.practice;
    return { subject: address, practice: id, ...(current && { current }) };
  }
  const address = answers.address.trim();
  const server = answers.knowsServer ? answers.server.trim() : '';
  const current = currentOf(answers);
  return {
    subject: address === '' ? server : address,
    ...(address !== '' && address === answers.sureAddress ? { isDomainSure: true } : {}),
    ...(address !== '' && server !== '' ? { server } : {}),
    ...(current ? { current } : {}),
    ...(answers.errorText === '' ? {} : { error: answers.errorText }),
    ...(answers.onlyOwnProvider ? { references: false } : {}),
  };
}

function currentOf(answers: Answers): CurrentSettings | null {
  const server = parseServer(answers.currentServer);
  const typed = parsePort(answers.currentPort);
  if (isCurrentEmpty(answers) || !server.ok) return null;
  const port = typed.ok ? typed.value : server.value.port;
  if (port === undefined) return null;
  // Whoever does not know gets the port's usual protection, so that no change is claimed that nobody can confirm.
  const security =
    answers.currentSecurity === 'unknown' ? conventionalSecurity(port) : answers.currentSecurity;
  return { host: server.value.host, port, security };
}

function isCurrentEmpty({ currentServer, currentPort }: Answers): boolean {
  return currentServer.trim() === '' && currentPort.trim() === '';
}

function faultSentence({ fault, found }: Extract<Parsed<unknown>, { ok: false }>): string {
  return say(`input.${fault}`, { found });
}
