import { isIP } from 'node:net';
import type { CheckInput } from '../../shared/model/check.ts';
import type { DnsAnswer, DnsQuestion, System } from './system.ts';

/** The questions of one check to DNS. Every name is asked once; later askers get the same answer. */
export type Names = {
  addresses(name: string): Promise<DnsAnswer>;
  /** The same, of both families even when one takes long. */
  allAddresses(name: string): Promise<DnsAnswer>;
  mx(name: string): Promise<DnsAnswer>;
  srv(name: string): Promise<DnsAnswer>;
  txt(name: string): Promise<DnsAnswer>;
};

/** Asks the system's resolver, or the ones the input names. Never rejects; every answer is bounded by `limits.dnsMs`. */
export function names(system: System, input: CheckInput, signal: AbortSignal): Names {
  const answers = new Map<string, Promise<DnsAnswer>>();
  const ask = (type: DnsQuestion['type'], name: string, isThorough = false): Promise<DnsAnswer> => {
    const key = `${type} ${name.toLowerCase()} ${isThorough}`;
    const known = answers.get(key);
    if (known) return known;
    const question = { name, type, resolvers: input.resolvers, ...(isThorough && { isThorough }) };
    const answer = isIP(name) === 0 ? inTurn(question, system, signal) : Promise.resolve(addressItself(name));
    answers.set(key, answer);
    return answer;
  };
  return {
    addresses: (name) => ask('addresses', name),
    allAddresses: (name) => ask('addresses', name, true),
    mx: (name) => ask('MX', name),
    srv: (name) => ask('SRV', name),
    txt: (name) => ask('TXT', name),
  };
}

async function inTurn(question: DnsQuestion, { resolve, turns }: System, signal: AbortSignal) {
  const leave = await turns?.question(signal);
  try {
    return await resolve(question, signal);
  } finally {
    leave?.();
  }
}

/** An address by number needs no DNS: with dead DNS it still has to be reached. */
function addressItself(ipAddress: string): DnsAnswer {
  const family = isIP(ipAddress) === 6 ? 6 : 4;
  return { outcome: 'found', found: { type: 'addresses', addresses: [{ ipAddress, family }] }, elapsedMs: 0 };
}
