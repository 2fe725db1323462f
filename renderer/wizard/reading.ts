import { domainsOf, isWellKnown, meantDomain } from '../../shared/discover/misspelt.ts';
import type { Faulty } from '../../shared/parse/fault.ts';
import { parsePort } from '../../shared/parse/port.ts';
import { parseServer } from '../../shared/parse/server.ts';
import { parseSubject, type Subject } from '../../shared/parse/subject.ts';
import { say } from '../../shared/text/index.ts';
import { type Answers, type FieldProblems, isCurrentEmpty } from './answers.ts';

/**
 * Whether a text in the address field is an error message rather than an address or a server: nothing that can be read as one of these, and
 * several words, or a number without @ and dot. Two words around an @ are an address that was typed wrongly, and so are several addresses.
 */
export function looksLikeError(text: string): boolean {
  const typed = text.trim();
  if (typed.length < 3 || withAt(typed) !== null) return false;
  if (/^[245]\.\d{1,3}\.\d{1,3}$/.test(typed)) return true; // RFC 3463
  const words = typed.split(/\s+/).length;
  // The address in it is the recipient's, and nobody's own.
  if (words > 3 && inNotices.test(typed)) return true;
  const parsed = parseSubject(typed);
  if (parsed.ok && parsed.value.kind === 'address') return false;
  if (words > (typed.includes('@') ? mostWordsOfAddress : 1)) {
    return !parsed.ok && parsed.fault !== 'address-several';
  }
  return !/[@.]/.test(typed) && (/\d{3}|^E[A-Z]{4,}$/.test(typed) || words > 1);
}

/** A name, a blank or a dot, and a domain: an address of which nobody found the key for the @. Null for anything else. */
function withAt(typed: string): string | null {
  const [, name = '', domain = ''] =
    /^([\p{L}\d][\p{L}\d._+-]*)\s+((?:[\p{L}\d-]+\.)+\p{L}{2,12})$/u.exec(typed) ?? [];
  const address = `${name}@${domain}`;
  if (domain !== '') return parseSubject(address).ok ? address : null;
  // A dot in the place of the sign, before the domain of a provider that people have.
  const [, first = '', known = ''] =
    /^([\p{L}\d_+-]+(?:\.[\p{L}\d_+-]+)?)\.([^.\s]+\.[^\s]+)$/u.exec(typed.toLowerCase()) ?? [];
  return isWellKnown(known) && !serverNames.test(first) ? `${typed.slice(0, first.length)}@${known}` : null;
}

/** What stands beside an address in a message that came back: a reply code, or what a server said of it. */
const inNotices = /\b[245]\.\d{1,3}\.\d{1,3}\b|>:\s|\bsaid:|\b[45]\d\d[ -]\D/;

/** What servers of a provider's are called, where a person's name would stand. */
const serverNames =
  /^(?:www|mail|e?smtp|imap|pop3?|mx|out(?:going)?|in(?:coming)?|relay|post|send|secure|webmail|login|account|auth)|[\d-]/i;

/** More words with an @ among them are a sentence. */
const mostWordsOfAddress = 4;

/** The answers with what the mail program uses today taken apart, as `requestOf` reads it: `smtp.example.org port 587` has a field for each. */
export function inOrder(answers: Answers): Answers {
  const server = parseServer(answers.currentServer);
  if (isCurrentEmpty(answers) || !server.ok) return answers;
  const { host, port } = server.value;
  const currentPort =
    answers.currentPort.trim() === '' && port !== undefined ? String(port) : answers.currentPort;
  return { ...answers, currentServer: host, currentPort };
}

/** What is wrong with the first screen's answers; empty when nothing is. */
export function firstProblems(answers: Answers): FieldProblems {
  return { ...addressProblems(answers), ...currentProblems(answers) };
}

/** Nothing was typed that could be a wrong address: it is still asked for, and nothing is wrong. */
export function isStillAsked({ address }: Answers, problems: FieldProblems): boolean {
  const isAddressAlone = Object.keys(problems).every((id) => id === 'address');
  return isAddressAlone && (!/[.@:]/.test(address) || looksLikeError(address));
}

function addressProblems(answers: Answers): FieldProblems {
  const { address, knowsServer, server, hasAccounts } = answers;
  const hasServer = knowsServer && server.trim() !== '';
  const problems: FieldProblems = {};
  const typed = address.trim();
  if (hasServer) {
    const parsed = parseServer(server);
    if (!parsed.ok) problems.server = faultSentence(parsed);
  }
  if (typed === '') {
    if (!hasServer) {
      problems.address = say(hasAccounts ? 'wizard.address.which-account' : 'wizard.address.missing');
    }
    return problems;
  }
  if (programNames.test(typed)) {
    problems.address = say('wizard.address.program', { typed });
    return problems;
  }
  const meantAt = typed === answers.sureAddress ? null : withAt(typed);
  if (meantAt !== null) {
    problems.address = say('wizard.address.no-at', { meant: meantAt });
    return problems;
  }
  if (looksLikeError(address)) {
    problems.address = say('wizard.address.no-error', { typed: typed.slice(0, 60) });
    return problems;
  }
  const parsed = parseSubject(address);
  if (!/[.@:]|^localhost$/i.test(typed) && !(parsed.ok && hasDot(parsed.value))) {
    problems.address = say('wizard.address.no-address', { typed });
    return problems;
  }
  if (!parsed.ok) problems.address = faultSentence(parsed);
  const meant = meantAddress(answers);
  if (meant !== null) problems.address = say('wizard.address.misspelt', { meant });
  else if (lacksEnding(answers)) problems.address = say('wizard.address.no-ending', { typed });
  return problems;
}

/** What people type who take it for the name of their mail. Several are providers as well, who may not be theirs. */
const programNames =
  /^(?:(?:microsoft|ms|new|classic|mozilla)\s+)?(?:outlook|thunderbird)(?:\s+(?:express|\d{2,4}))?$|^(?:apple\s+mail|windows\s+mail|em\s?client|mailbird|spark|k-?9(?:\s+mail)?|evolution|kmail|claws(?:\s+mail)?)$/i;

/** An address at a name without a dot, as only some offices have one, unless the person said that it is right. */
export function lacksEnding({ address, sureAddress }: Answers): boolean {
  const parsed = parseSubject(address);
  if (!parsed.ok || parsed.value.kind !== 'address' || address.trim() === sureAddress) return false;
  return !/[.:]|^localhost$/.test(parsed.value.domain);
}

/** The addresses that may have been meant: one for a slip of the finger or a sign that is missing, some for an ending that was left out. */
export function meantAddresses(answers: Answers): readonly string[] {
  const meant = meantAddress(answers);
  if (meant !== null) return [meant];
  const meantAt = withAt(answers.address.trim());
  if (meantAt !== null) return [meantAt];
  const parsed = parseSubject(answers.address);
  // With the dots that its comma stands for.
  if (!parsed.ok && parsed.fault === 'address-comma') return [parsed.found];
  if (!lacksEnding(answers) || !parsed.ok || parsed.value.kind !== 'address') return [];
  const { mailAddress, domain } = parsed.value;
  return domainsOf(domain)
    .slice(0, 4)
    .map((one) => `${mailAddress.slice(0, mailAddress.lastIndexOf('@') + 1)}${one}`);
}

/** Whether it can be checked as it was typed, when the person says that it is right. */
export function canInsist({ address }: Answers): boolean {
  return parseSubject(address).ok && /[.@]/.test(address);
}

/** The dot may have been a word, or a sign of another script. */
function hasDot(subject: Subject): boolean {
  return (subject.kind === 'server' ? subject.host : subject.domain).includes('.');
}

/** What was probably meant by an address that is a slip of the finger, unless the person said that it is right. */
export function meantAddress({ address, sureAddress }: Answers): string | null {
  const parsed = parseSubject(address);
  if (!parsed.ok || parsed.value.kind === 'server' || address.trim() === sureAddress) return null;
  if (programNames.test(address.trim())) return null;
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

function faultSentence({ fault, found, character }: Faulty): string {
  return say(`input.${fault}`, { found, character });
}
