import { hostOfServer, sourcesOf } from '../model/claims.ts';
import { hasConnected, type Observation } from '../model/observation.ts';
import type { Evidence } from './evidence.ts';

/** Which of the probed hosts are the user's mail servers, and how surely. */
export type OwnServers = {
  isOwn(host: string): boolean;
  /** Named by the person or published by the provider. */
  isSure(host: string): boolean;
  /** Known only as the place that receives the domain's mail; it need not take mail from mail programs. */
  isReceiverOnly(host: string): boolean;
  /** Only the domain itself, tried as a name: usually a web server. */
  isBareDomain(host: string): boolean;
};

/**
 * Sorts the probed hosts. A usual name or an MX host is the user's server only when a mail port of its computer answers, or when no host
 * answers at all: a web server that happens to be called `mail` proves nothing by its silence.
 */
export function ownServers(evidence: Evidence): OwnServers {
  const { input, observations, discovery } = evidence;
  const named = [input.server && hostOfServer(input.server), input.current?.host].filter(
    (host): host is string => host !== undefined,
  );
  const probed = observations.filter((o) => o.role === 'outgoing' || o.role === 'incoming');
  const heard = probed.filter((o) => hasConnected(o) && isMail(o));
  const addresses = new Set(heard.map(({ address }) => address));
  // Names for sending and for receiving often lead to one computer.
  const answering = new Set(probed.filter((o) => addresses.has(o.address)).map((o) => key(o.host)));

  const isSure = (host: string): boolean =>
    named.some((name) => key(name) === key(host)) ||
    sourcesOf(discovery, host).some((source) => source !== 'guess' && source !== 'mx');
  return {
    isSure,
    isOwn: (host) => isSure(host) || answering.size === 0 || answering.has(key(host)),
    isReceiverOnly: (host) => {
      const sources = sourcesOf(discovery, host);
      return !isSure(host) && sources.includes('mx') && !sources.includes('guess');
    },
    isBareDomain: (host) => !isSure(host) && input.domain !== undefined && key(host) === key(input.domain),
  };
}

function isMail(o: Observation): boolean {
  return o.protocol === 'smtp' || o.protocol === 'imap' || o.protocol === 'pop3';
}

function key(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}
