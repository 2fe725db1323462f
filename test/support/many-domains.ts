import { everydayWorld } from '../../electron/practice/world/everyday-world.ts';
import type { Host, World } from '../../electron/practice/world/world.ts';

/** The host of all domains that have none of their own. */
export const hosterName = 'mail.hoster.example';

/**
 * A practice network in which everything works, with so many mail domains `d0.example`, `d1.example` …: each with a mail host of its own,
 * except that the last of every five is at one hoster with all the other last ones.
 */
export function manyDomains(count: number): World {
  const [own, ...others] = everydayWorld.hosts;
  if (own === undefined) throw new Error('the practice network lost its first host');
  const { 25: relay, 587: submission, 465: submissions, 993: imaps } = own.services;
  if (!relay || !submission || !submissions || !imaps) throw new Error('the practice network lost a service');
  const host = (name: string, number: number): Host => ({
    ...own,
    names: [name],
    ipAddress: `11.0.${Math.floor(number / 250)}.${1 + (number % 250)}`,
    certificate: { names: [name] },
    services: { 25: relay, 587: submission, 465: submissions, 993: imaps },
  });
  const domains = Array.from({ length: count }, (_, index) => ({
    domain: `d${index}.example`,
    server: index % 5 === 4 ? hosterName : `mail.d${index}.example`,
  }));
  const servers = [...new Set(domains.map(({ server }) => server))];
  const each = <T>(entry: (one: (typeof domains)[number]) => readonly (readonly [string, T])[]) =>
    Object.fromEntries(domains.flatMap(entry));
  return {
    ...everydayWorld,
    hosts: [...servers.map(host), ...others],
    mx: each(({ domain, server }) => [[domain, server]]),
    srv: each(({ domain, server }) => [
      [`_submission._tcp.${domain}`, { target: server, port: 587 }],
      [`_imaps._tcp.${domain}`, { target: server, port: 993 }],
    ]),
    txt: {},
  };
}
