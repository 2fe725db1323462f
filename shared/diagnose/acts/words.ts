import { type ActFacts, beforeLogin } from '../../model/act.ts';
import { type Said, said } from '../../text/said.ts';

/** What a finding about an act says. */
export type ActWords = {
  readonly headline: Said;
  readonly detail: readonly Said[];
  readonly advice: readonly Said[];
};

/** What the server answered, quoted; where it went silent after the password, that this is an answer. */
export function serverSaid({ endpoint: { host }, reply, outcome, stage }: ActFacts): Said[] {
  if (reply) return [said('act.said', { host, reply })];
  return stage === 'auth' && outcome !== 'rejected' ? [said('act.silent', { host })] : [];
}

/** Why no password went out. */
export function notTriedWords({
  kind,
  endpoint: { host, port },
  refusedBecause,
  auth = [],
  incomingLogin,
}: ActFacts): ActWords {
  const wasOpened = kind === 'message' && incomingLogin !== undefined;
  const words = (detail: Said): ActWords => ({
    headline: said(wasOpened ? 'act.not-tried.headline.message' : 'act.not-tried.headline'),
    detail: [detail, ...(wasOpened ? [said('act.not-tried.incoming', { host })] : [])],
    advice: [said('act.not-tried.advice')],
  });
  switch (refusedBecause) {
    case 'certificate-changed':
      return words(said('act.not-tried.certificate-changed', { host }));
    case 'certificate-untrusted':
      return words(said('act.not-tried.certificate-untrusted', { host }));
    case 'no-encryption':
      return words(said('act.not-tried.no-encryption', { host }));
    case 'no-login-offered':
      return words(said('act.not-tried.no-login-offered', { host, port }));
    case 'methods-unknown':
      return words(said('act.not-tried.methods-unknown', { host, methods: auth }));
    case undefined:
      return words(said('act.not-tried.no-connection', { host, port }));
  }
}

/** The person stopped it after the password had gone out: what is known then. */
export function stoppedWords(facts: ActFacts): ActWords {
  return { headline: said('act.stopped.headline'), detail: [whenStopped(facts)], advice: [] };
}

function whenStopped({ endpoint: { host }, stage, to = '', mechanism, incomingLogin }: ActFacts): Said {
  if (beforeLogin.has(stage)) return said('act.not-tried.headline');
  if (stage !== 'auth') return said('act.stopped.message', { to });
  // While the mailbox was opened, before the outgoing server was given anything.
  const isBefore = incomingLogin !== undefined && mechanism === undefined;
  return said(isBefore ? 'act.stopped.incoming' : 'act.stopped.login', { host });
}

/** The server went away before its word on the message. */
export function unknownWords({ endpoint: { host }, to = '' }: ActFacts): ActWords {
  return {
    headline: said('act.unknown.headline'),
    detail: [said('act.unknown.detail', { host })],
    advice: [said('act.unknown.advice', { to })],
  };
}
