import type { DiscoveryEntry, Provider } from '../model/check.ts';
import { unusualSecret, wantsOwnAddress } from '../model/claims.ts';
import { endpointKey, isSameEndpoint } from '../model/endpoint.ts';
import type { Recommendation } from '../model/finding.ts';
import { fail, ok, type Result } from '../model/problem.ts';
import { provenLogin, provenRecommendation } from '../model/proven-login.ts';
import { addressIn, type Report } from '../model/report.ts';
import { isSeenSafe } from '../model/usable.ts';
import { plainText } from '../parse/plain-text.ts';
import { say } from '../text/index.ts';
import { type Said, said } from '../text/said.ts';
import type { ClientSettings, LoginFacts } from './client.ts';
import { elsewhereOf } from './elsewhere.ts';
import { faultsOf, misnamedIncoming } from './faults.ts';
import { wantsWindowsLogin } from './offered.ts';
import { asProven } from './proven.ts';

/**
 * What a mail program needs, taken from a report; a Problem when the check found no settings that work. The mail address is empty
 * when only a server was checked, and of a masked report.
 */
export function settingsFromReport(report: Report, displayName = ''): Result<ClientSettings> {
  const recommendation = provenRecommendation(report);
  if (recommendation === null) {
    return fail('report', noSettings(report), 'not-found');
  }
  const { outgoing, incoming, change } = recommendation;
  const alternatives = recommendation.alternatives.filter((one) => isSeenSafe(one, report.observations));
  const { warnings: faults, first, mustWait, isNearby } = faultsOf(report, recommendation);
  const logins = loginsOf(report, recommendation);
  const isWindows = wantsWindowsLogin({ outgoing, logins });
  const warnings = [
    ...(isWindows ? [say('client.fault.windows-login', { host: outgoing.host, ways: [...logins] })] : []),
    ...faults,
  ];
  const elsewhere = elsewhereOf(report, recommendation);
  const misnamed = misnamedIncoming(report, recommendation);
  const keeper = unusualSecret(report.discovery, outgoing.host);
  const provider = loginFacts(report.discovery, outgoing.host);
  const found: ClientSettings = {
    outgoing,
    incoming,
    change,
    mailAddress: addressIn(report) ?? '',
    displayName,
    ...(alternatives.length > 0 && { alternatives: alternatives.slice(0, 20) }),
    ...(hasOwnPassword(keeper?.secret) && { secret: keeper?.secret }),
    ...(provider && { provider }),
    ...(report.practice && { isPractice: true }),
    ...(warnings.length > 0 && { warnings }),
    ...(first.length > 0 && { first }),
    ...(mustWait && { mustWait }),
    ...(mustWait && change?.length === 0 && { isForComparing: true }),
    ...(isNearby && { isNearby }),
    ...(elsewhere && { elsewhere }),
    ...(logins.length > 0 && { logins }),
    ...(isNameNew(report, recommendation) && { isNameNew: true }),
    ...(misnamed !== undefined && { misnamedIncoming: plainText(misnamed) }),
  };
  return ok(asProven(found, report));
}

/** Another name than was known, which receiving was not seen to take. */
function isNameNew(report: Report, { outgoing }: Recommendation): boolean {
  const known = report.recommendation?.outgoing.username;
  return outgoing.username !== known && provenLogin(report)?.incomingLogin !== 'accepted';
}

/** What the recommended server offers, as it was seen on that very port; the newest word is that of a login that was taken there. */
function loginsOf(report: Report, { outgoing }: Recommendation): readonly string[] {
  const key = endpointKey(outgoing);
  const taken = provenLogin(report);
  const proven = taken && isSameEndpoint(taken.endpoint, outgoing) ? taken.auth : undefined;
  const seen = report.observations.find((one) => one.outcome === 'ok' && endpointKey(one) === key);
  return (proven ?? seen?.auth ?? []).slice(0, 50).map((name) => plainText(name).toUpperCase());
}

/** That there is nothing to hand over, and what the check says is to be done now. */
function noSettings({ verdict }: Report): Said {
  const [advice = verdict.advice[0]] = verdict.words?.advice ?? [];
  const cause = verdict.words?.headline ?? verdict.headline;
  return advice === undefined
    ? said('client.no-settings')
    : said('client.no-settings.next', { cause, advice });
}

/** What the provider of this host wants of a login, as far as that is more than the account's password. */
function loginFacts(discovery: readonly DiscoveryEntry[], host: string): LoginFacts | undefined {
  const found = discovery
    .filter(({ servers }) => servers.some((server) => server.host === host))
    .map(({ provider, isAuthenticated }) => (isAuthenticated === false ? withoutWords(provider) : provider))
    .find((provider) => provider && isUnusual(provider));
  if (!found) return undefined;
  const { name, secret, secretAt, needsTwoStep, needsPlan, passwordUntil, enable } = found;
  // A saved report's texts may be anybody's: they go into pages and files as one harmless line.
  return {
    name: plainText(name),
    ...(secret !== undefined && { secret }),
    ...(secretAt !== undefined && { secretAt: plainText(secretAt) }),
    ...(needsTwoStep && { needsTwoStep }),
    ...(needsPlan && { needsPlan }),
    ...(wantsOwnAddress(discovery, host) && { wantsOwnAddress: true }),
    ...(passwordUntil !== undefined && { passwordUntil }),
    ...(enable !== undefined && { enable: enable.map(cleaned) }),
  };
}

/** Of an answer that anybody on the way may have changed: what is to be done first, and where, is nobody's word. */
function withoutWords(provider: Provider | undefined): Provider | undefined {
  if (!provider) return undefined;
  const { enable: _enable, ...kept } = provider;
  return kept;
}

function cleaned({ instruction, at }: NonNullable<Provider['enable']>[number]) {
  return {
    ...(instruction !== undefined && { instruction: plainText(instruction) }),
    ...(at !== undefined && { at: plainText(at) }),
  };
}

function isUnusual({ secret = 'password', needsPlan, enable }: Provider): boolean {
  return secret !== 'password' || needsPlan === true || (enable?.length ?? 0) > 0;
}

/** The provider wants a password, and not simply the account's. */
function hasOwnPassword(secret: Provider['secret']): boolean {
  return secret !== undefined && secret !== 'password' && secret !== 'browser';
}
