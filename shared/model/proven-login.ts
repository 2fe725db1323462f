import type { Act } from './act.ts';
import { changeFrom } from './change.ts';
import type { Server } from './check.ts';
import { isSameEndpoint, isSubmissionPort } from './endpoint.ts';
import type { Recommendation } from './finding.ts';
import type { Report } from './report.ts';
import { isSeenSafe } from './usable.ts';

type Tried = Pick<Report, 'recommendation' | 'acts' | 'observations' | 'input'>;

/** Whether the server took the login, whatever became of a message then. */
export function isLoginTaken({ findings }: Act): boolean {
  return findings.some(({ code }) => code === 'login-accepted');
}

/**
 * The last login that a server took, where it says something of the settings: at the recommended server, or at one that the check saw to be
 * encrypted and to prove who it is. A certificate that somebody agreed to once makes no other port safe.
 */
export function provenLogin({ recommendation, acts = [], observations }: Tried): Act | undefined {
  if (recommendation === null) return undefined;
  const { outgoing } = recommendation;
  return acts.findLast(
    (act) =>
      isLoginTaken(act) && (isSameEndpoint(act.endpoint, outgoing) || isSeenSafe(act.endpoint, observations)),
  );
}

/** The login that was taken where something better than the measured recommendation stands. */
export function provenElsewhere(report: Tried): Act | undefined {
  const act = provenLogin(report);
  const { recommendation } = report;
  return act && recommendation && isBetter(act, recommendation.outgoing, report) ? act : undefined;
}

/**
 * The recommendation as a login that was taken proves it: server, port, encryption, user name and kind of login. What was proven outranks
 * what was only measured or guessed. Everything that shows or hands over settings of a report goes by this.
 */
export function provenRecommendation(report: Tried): Recommendation | null {
  const { recommendation, input } = report;
  const act = provenLogin(report);
  if (recommendation === null || act === undefined) return recommendation;
  const { outgoing: measured, incoming, alternatives } = recommendation;
  const isMoved = provenElsewhere(report) !== undefined;
  const at = isMoved ? act.endpoint : measured;
  const like = alternatives.find((one) => isSameEndpoint(one, at)) ?? measured;
  const { host, port, security } = at;
  const outgoing = taken({ ...like, host, port, security }, measured, act);
  return {
    ...recommendation,
    outgoing,
    incoming: incoming && receivingOf(incoming, measured, act),
    alternatives: [...(isMoved ? [measured] : []), ...alternatives]
      .filter((one) => !isSameEndpoint(one, outgoing) && !isRefusedAt(one, report, act))
      .map((one) => named(one, measured, act)),
    ...(isMoved && { change: changeFrom(input.current, outgoing) }),
  };
}

/** A port that is none of those for mail programs has to be better than a refusal: contract, section 5, rule 3. */
function isBetter(act: Act, measured: Server, report: Tried): boolean {
  if (isSameEndpoint(act.endpoint, measured)) return false;
  return isSubmissionPort(act.endpoint.port) || isRefusedAt(measured, report, act);
}

/** The newest word on this very port is that it refused the login, with the name in the same form. */
function isRefusedAt(server: Server, { acts = [] }: Tried, { userForm }: Act): boolean {
  const last = acts.findLast(({ endpoint }) => isSameEndpoint(endpoint, server));
  if (last === undefined || last.stage !== 'auth' || last.outcome === 'ok' || last.outcome === 'cancelled')
    return false;
  return last.userForm === userForm;
}

/** Where a page to sign in is wanted, that stays the way of programs that can open one. */
function taken(server: Server, measured: Server, act: Act): Server {
  const { auth, ...rest } = named(server, measured, act);
  if (auth === 'oauth2') return { ...rest, auth, orPassword: true };
  const isEncrypted = act.mechanism === 'CRAM-MD5';
  return { ...rest, auth: isEncrypted ? 'password-encrypted' : 'password-cleartext' };
}

/** With the name that was taken, where the name stood that it was guessed to be. */
function named(server: Server, measured: Server, { user }: Act): Server {
  return user && server.username === measured.username ? { ...server, username: user } : server;
}

function receivingOf(incoming: Server, measured: Server, act: Act): Server {
  if (act.incomingLogin === 'refused') return incoming;
  return act.incomingLogin === 'accepted' && act.user
    ? { ...incoming, username: act.user }
    : named(incoming, measured, act);
}
