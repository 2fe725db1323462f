import { standing } from '../model/disturbance.ts';
import type { Observation } from '../model/observation.ts';
import { ownErrorWords } from '../model/own-error.ts';
import { isAnsweredByPortal } from '../model/portal.ts';
import type { Report } from '../model/report.ts';
import { saidByOthers } from '../model/said-by-others.ts';
import { isThisComputer } from '../model/this-computer.ts';
import { isInDoubt, isRetiredTls } from '../model/usable.ts';
import { type Said, said } from '../text/said.ts';

/** One attempt as another party can find it in their logs. */
export type Attempt = {
  readonly observation: Observation;
  /** UTC, to the second. */
  readonly at: string;
  readonly line: Said;
  /** How it ended, the last part of the line. */
  readonly result: Said;
  /** The dialogue came to its end, and no login was offered where one is wanted. */
  readonly isMute: boolean;
};

/** Longest name of a host, and longest reply of a server, that a line repeats. */
const mostHostChars = 80;
const mostReplyChars = 160;

/** What was tried at mail servers, in the order of time; what a disturbance voided is left out, since it says nothing about anybody. */
export function attemptsIn(report: Report): Attempt[] {
  return toldIn(report, isAboutMail);
}

/** The same, and where a sign-in page of the network answered in place of the internet. */
export function everyAttemptIn(report: Report): Attempt[] {
  return toldIn(report, (o) => isAboutMail(o) || isAnsweredByPortal(o));
}

function toldIn(report: Report, isTold: (o: Observation) => boolean): Attempt[] {
  const began = Date.parse(report.startedAt);
  const mute = new Set(
    report.findings
      .filter(({ code, severity }) => code === 'auth-not-offered' && severity !== 'note')
      .flatMap(({ evidence }) => evidence),
  );
  return [...standing(report.observations, report.disturbances)]
    .filter((o) => isTold(o) && o.outcome !== 'cancelled')
    .sort((a, b) => a.startedMs - b.startedMs)
    .map((observation) => {
      const at = inUtc(began + observation.startedMs);
      const isMute = mute.has(observation.id) && observation.outcome === 'ok' && !isDoubted(observation);
      const result = isMute ? said('letter.outcome.no-login') : resultOf(observation);
      return { observation, at, result, isMute, line: lineOf(observation, at, result) };
    });
}

/** Sweden writes dates as ISO 8601 does, which every reader and every log understands. */
const utc = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', dateStyle: 'short', timeStyle: 'medium' });

/** `2026-11-28 06:37:25`, in UTC. An unreadable moment stays empty rather than false. */
export function inUtc(epochMs: number): string {
  if (!Number.isFinite(epochMs) || Math.abs(epochMs) > 8.64e15) return '';
  return utc.format(epochMs);
}

function isAboutMail({ protocol, role, control }: Observation): boolean {
  const isMail = protocol === 'smtp' || protocol === 'imap' || protocol === 'pop3' || control === 'mail';
  return isMail && role !== 'portal';
}

function lineOf(o: Observation, at: string, result: Said): Said {
  const tried = {
    at,
    host: o.host.slice(0, mostHostChars),
    port: o.port,
    security: said(`letter.security.${o.security}`),
    result,
  };
  const { address, family } = o;
  if (address === null || family === null) return said('letter.attempt.nameless', tried);
  return said('letter.attempt', { ...tried, address, family });
}

/** The dialogue came to its end, with a certificate that mail programs refuse or warn of. */
export function isDoubted(o: Observation): boolean {
  return isInDoubt(o) && !isThisComputer(o.host);
}

/** The dialogue came to its end over TLS that is so old that mail programs refuse it. */
export function isOutdated(o: Observation): boolean {
  return o.outcome === 'ok' && isRetiredTls(o) && !isThisComputer(o.host);
}

function resultOf(o: Observation): Said {
  const { outcome, error, tls } = o;
  if (isDoubted(o)) {
    const problems = (tls?.problems ?? []).map((problem) => said(`wizard.certificate.${problem}`));
    return said('letter.outcome.doubted', {
      problems: problems.length > 0 ? problems : [said('error.certificate-untrusted')],
    });
  }
  if (isOutdated(o)) {
    return said('letter.outcome.old-tls', { version: (tls?.version ?? '').replace(/^TLSv/, 'TLS ') });
  }
  if (isAnsweredByPortal(o)) return said('letter.outcome.page', { status: `${o.web?.status ?? ''}` });
  if (outcome !== 'rejected') return said(`letter.outcome.${outcome}`);
  const own = ownErrorWords(error?.code ?? '');
  if (own !== null) return own;
  const code = error?.code ?? '';
  const message = saidByOthers(o);
  // What a server says often begins with the very code.
  const isCodeSaid = message.replace(/^\d{3}[ -]/, '').startsWith(code);
  // Who runs the server looks for the three digits, which stand before the others in its log.
  const digits = error?.replyCode !== undefined && !/^\d{3}[ -]/.test(message) ? `${error.replyCode}` : '';
  const reply = `${digits} ${isCodeSaid ? '' : code} ${message}`.replace(/\s+/g, ' ').trim();
  return said('letter.outcome.rejected', { reply: reply.slice(0, mostReplyChars) });
}
