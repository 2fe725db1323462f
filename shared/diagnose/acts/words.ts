import { type ActFacts, beforeLogin } from '../../model/act.ts';
import { type Said, said } from '../../text/said.ts';
import type { ActContext } from './context.ts';

/** What a finding about an act says. */
export type ActWords = {
  readonly headline: Said;
  readonly detail: readonly Said[];
  readonly advice: readonly Said[];
};

/** What the server answered, quoted; where it went silent after the password, that this is an answer. */
export function serverSaid({ endpoint: { host }, reply, outcome, stage }: ActFacts): Said[] {
  if (reply) return [said('act.said', { host, reply })];
  if (stage !== 'auth' || outcome === 'rejected') return [];
  return [outcome === 'protocol-error' ? said('act.too-long', { host }) : said('act.silent', { host })];
}

/** Ways to log in for which a program opens a page of the provider: RFC 7628, and Google's own before it. */
const signIns: ReadonlySet<string> = new Set(['XOAUTH2', 'OAUTHBEARER']);

/** Whether the server takes a sign-in in the browser, and nothing that Postway could try. */
export function isSignInAlone({ refusedBecause, auth = [] }: ActFacts): boolean {
  return refusedBecause === 'methods-unknown' && auth.some((method) => signIns.has(method.toUpperCase()));
}

/** Why no password went out. */
export function notTriedWords(facts: ActFacts, { provider }: Pick<ActContext, 'provider'>): ActWords {
  const {
    kind,
    endpoint: { host, port },
    refusedBecause,
    auth = [],
    incomingLogin,
  } = facts;
  if (isSignInAlone(facts))
    return {
      headline: said('act.oauth-needed.headline', { provider }),
      detail: [said('act.not-tried.sign-in', { host, methods: auth })],
      advice: [said('act.oauth-needed.advice', { provider })],
    };
  const wasOpened = kind === 'message' && incomingLogin !== undefined;
  const words = (detail: Said, advice = said('act.not-tried.advice')): ActWords => ({
    headline: said(wasOpened ? 'act.not-tried.headline.message' : 'act.not-tried.headline'),
    detail: [detail, ...(wasOpened ? [said('act.not-tried.incoming', { host })] : [])],
    advice: [advice],
  });
  switch (refusedBecause) {
    case 'certificate-changed':
      return words(said('act.not-tried.certificate-changed', { host }));
    case 'certificate-untrusted':
      return words(said('act.not-tried.certificate-untrusted', { host }));
    case 'no-encryption':
      return words(said('act.not-tried.no-encryption', { host }));
    case 'no-login-offered':
      return words(said('act.not-tried.no-login-offered', { host, port }), said('act.not-tried.advice.port'));
    case 'methods-unknown':
      return words(
        said('act.not-tried.methods-unknown', { host, methods: auth }),
        said('act.not-tried.advice.methods'),
      );
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
