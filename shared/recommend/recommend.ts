import { answeredAlike } from '../model/answered-for-others.ts';
import { changeFrom } from '../model/change.ts';
import { trustOrder } from '../model/claims.ts';
import { standing } from '../model/disturbance.ts';
import { encryptionSigns, type Measured } from '../model/encryption-signs.ts';
import type { Recommended } from '../model/finding.ts';
import { hasConnected, type Observation } from '../model/observation.ts';
import { takesMail } from '../model/usable.ts';
import { type Working, workingEndpoints } from './candidates.ts';
import { whyRecommended } from './explanation.ts';
import { serverFrom } from './server.ts';

export { isUsable } from '../model/usable.ts';
export { cautionsAbout } from './explanation.ts';
export { serverFrom } from './server.ts';

/** Contract, section 5, rule 3: among equals. Unlisted ports come after these and before 25. */
const portOrder: readonly number[] = [587, 465, 2525, 26];

/**
 * The settings to use, from what was measured and published, or null when no outgoing setting works. Safety decides before anything
 * else, the provider's own order before ours, and port 25 comes last among equals: it is for relay. Contract, section 5.
 */
export function recommend(all: Measured): Recommended | null {
  const measured = { ...all, observations: standing(all.observations, all.disturbances) };
  const outgoing = outgoingInOrder(measured);
  const best = outgoing[0];
  if (!best) return null;
  const incoming = incomingInOrder(measured)[0] ?? null;
  const asServer = ({ observation }: Working) => serverFrom(observation, measured);
  return {
    outgoing: asServer(best),
    incoming: incoming && asServer(incoming),
    // An alternative carries no warning of its own, so none is less safe than what is recommended.
    alternatives: outgoing.filter((other) => other !== best && other.safety <= best.safety).map(asServer),
    change: changeFrom(measured.input.current, asServer(best)),
    words: { why: whyRecommended(best, incoming, measured) },
  };
}

/** Settings for sending that may be recommended, the best first. */
export function outgoingInOrder(measured: Measured): Working[] {
  const { observations, discovery, input } = measured;
  const working = workingEndpoints(observations, 'outgoing', discovery).filter(
    ({ observation }) => observation.protocol === 'smtp' && takesMail(observation, discovery),
  );
  const encrypted = working.filter(({ safety }) => safety < 2);
  const allowed =
    encrypted.length > 0 ? encrypted : working.filter(({ observation }) => mayBePlain(observation, measured));
  const isCurrentHost = ({ endpoint }: Working): number =>
    endpoint.host.toLowerCase() === input.current?.host.toLowerCase() ? 0 : 1;
  // What the mail program uses today and is safe is never called wrong, whatever else works. Port 25 is for relay.
  const isToday = ({ endpoint, safety }: Working): boolean =>
    safety === 0 && endpoint.port !== 25 && changeFrom(input.current, endpoint)?.length === 0;
  const sourceRank = ({ observation }: Working): number =>
    trustOrder.indexOf(serverFrom(observation, measured).source);
  return allowed
    .filter(
      ({ observation, safety }) =>
        safety === 0 ||
        (!isFromInterceptor(observation, observations) &&
          answeredAlike(observation, observations).length === 0),
    )
    .sort(
      (a, b) =>
        a.safety - b.safety ||
        Number(isToday(b)) - Number(isToday(a)) ||
        Number(a.endpoint.port === 25) - Number(b.endpoint.port === 25) ||
        position(a.published) - position(b.published) ||
        portRank(a.endpoint.port) - portRank(b.endpoint.port) ||
        isCurrentHost(a) - isCurrentHost(b) ||
        sourceRank(a) - sourceRank(b),
    );
}

/** IMAP before POP3, TLS from the first byte before STARTTLS, and the safest before either. */
function incomingInOrder(measured: Measured): Working[] {
  const { observations, discovery } = measured;
  const security = ['tls', 'starttls', 'none'];
  const working = workingEndpoints(observations, 'incoming', discovery);
  const allowed = working.filter(
    ({ observation, safety }) => safety < 2 || mayBePlain(observation, measured),
  );
  return allowed.sort(
    (a, b) =>
      a.safety - b.safety ||
      Number(a.endpoint.protocol === 'pop3') - Number(b.endpoint.protocol === 'pop3') ||
      position(a.published) - position(b.published) ||
      security.indexOf(a.endpoint.security) - security.indexOf(b.endpoint.security),
  );
}

/**
 * A plain setting is offered only where nothing says that the server encrypts, so that encryption was taken away, and never on the
 * unofficial ports, whose only merit would be to get around a block.
 */
function mayBePlain(plain: Observation, measured: Measured): boolean {
  if (plain.port === 26 || plain.port === 2525) return false;
  return encryptionSigns(plain.host, measured).length === 0;
}

/** Port 25 opens even where nobody listens: whoever answers there without a trusted certificate is not the user's server. */
function isFromInterceptor(o: Observation, observations: readonly Observation[]): boolean {
  return (
    o.port === 25 &&
    observations.some(
      (other) => other.control === 'not-listening' && other.port === 25 && hasConnected(other),
    )
  );
}

function portRank(port: number): number {
  const rank = portOrder.indexOf(port);
  return rank === -1 ? portOrder.length : rank;
}

function position(published: number | null): number {
  return published ?? Number.MAX_SAFE_INTEGER;
}
