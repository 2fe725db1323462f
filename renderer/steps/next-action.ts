import { accusedOf } from '../../shared/diagnose/accused.ts';
import { isKnownPage, signInPage } from '../../shared/discover/known-pages.ts';
import { closedProvider } from '../../shared/model/claims.ts';
import type { FindingCode } from '../../shared/model/finding.ts';
import { provenRecommendation } from '../../shared/model/proven-login.ts';
import type { Report } from '../../shared/model/report.ts';
import { isSeenSafe } from '../../shared/model/usable.ts';

/**
 * What a verdict's one main button does. `coach`: shows what to click. `settings`: shows what to write where nothing is clicked. `arrived`: all is right, so a message is the next thing. `tell`: the
 * provider has to mend it. `service`: the mail service has a way of its own. `other-address`: mail is sent from elsewhere. `sign-in`: the
 * network wants that first. `elsewhere`: this network is the cause and leaves no way, so the check goes on in another one. The others lead
 * to a new check, after what their words say was done.
 */
export type NextAction =
  | 'coach'
  | 'settings'
  | 'arrived'
  | 'tell'
  | 'correct'
  | 'service'
  | 'other-address'
  | 'sign-in'
  | 'elsewhere'
  | 'changed'
  | 'again';

/** Verdicts that no setting of the person's mends, whatever else was seen to work. */
const byVerdict: Partial<Record<FindingCode, NextAction>> = {
  'captive-portal': 'sign-in',
  'domain-misspelt': 'correct',
  'domain-not-found': 'correct',
  'certificate-expired': 'tell',
  'certificate-untrusted': 'tell',
  'certificate-chain-incomplete': 'tell',
  'certificate-name-mismatch': 'tell',
  'no-encryption': 'tell',
  'tls-too-old': 'tell',
  'submission-failing': 'tell',
  'starttls-refused': 'tell',
  'auth-not-offered': 'tell',
  'tls-intercepted': 'changed',
  'clock-wrong': 'changed',
  'this-computer': 'changed',
  'mail-allow-list': 'changed',
  'private-address': 'changed',
  'proxy-only': 'changed',
  'no-smtp-service': 'other-address',
  'server-busy': 'again',
  'server-down': 'again',
  offline: 'again',
  'dns-unreachable': 'again',
  'dns-hijacked': 'again',
};

/** The action that does what the verdict says, and never another. */
export function nextAction(report: Report): NextAction {
  const { verdict, observations, internal, interrupted } = report;
  const recommendation = provenRecommendation(report);
  const own = byVerdict[verdict.code];
  if (verdict.code === 'no-smtp-service' && !isPassedOn(report) && pageOf('service', report))
    return 'service';
  if (internal) return 'again';
  const isSafe = recommendation !== null && isSeenSafe(recommendation.outgoing, observations);
  // A safe way of the provider's own mends what is wrong with its other ways.
  if (own === 'tell' && isSafe) return isSetByHand(report) ? 'coach' : 'settings';
  if (own !== undefined) return own;
  // The other half of a check that was stopped is nearer than another network.
  const isElsewhere =
    !interrupted && (accusedOf(verdict.code) === 'network' || verdict.code === 'tls-blocked');
  if (!isSafe) return isElsewhere ? 'elsewhere' : 'again';
  if (recommendation?.change?.length === 0) return 'arrived';
  return isSetByHand(report) ? 'coach' : 'settings';
}

/** Clicks that mend it as well as what the main button is about: who cannot change the router's list takes another port. */
export function hasClicksToo(report: Report): boolean {
  const { verdict, observations } = report;
  const recommendation = provenRecommendation(report);
  return (
    verdict.code === 'mail-allow-list' &&
    recommendation !== null &&
    recommendation.change?.length !== 0 &&
    isSeenSafe(recommendation.outgoing, observations)
  );
}

/** Whether somebody clicks the settings in; a server, a container or a program has them in files. */
export function isSetByHand({ asker }: Report): boolean {
  return asker === undefined || asker.kind === 'device';
}

/** Whether it hands over the recommended settings. */
export function leadsToSettings(action: NextAction): boolean {
  return action === 'coach' || action === 'settings' || action === 'arrived';
}

/** The page that an action opens in the browser, from our own lists; null where there is none. */
export function pageOf(action: NextAction, { discovery }: Report): string | null {
  if (action === 'sign-in') return signInPage;
  const help = action === 'service' ? closedProvider(discovery)?.help : undefined;
  return help !== undefined && isKnownPage(help) ? help : null;
}

/** Mail of this address ends up in another mailbox, which sends. */
function isPassedOn({ discovery }: Report): boolean {
  const instead = closedProvider(discovery)?.closed?.instead;
  return instead !== 'bridge' && instead !== 'own-app';
}
