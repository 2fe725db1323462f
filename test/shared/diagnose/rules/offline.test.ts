import { aFailedConnect } from '../../../support/builders.ts';
import { judges } from '../world.ts';

const silent = { 25: 'drop', 587: 'drop' } as const;

judges([
  [
    'names are not found, and no address by number answers',
    {
      names: { 'example.org': 'no-dns-answer' },
      web: 'none',
      byNumber: 'unreachable',
      madeUpName: 'no-answer',
    },
    {
      verdict: 'offline',
      confidence: 'certain',
      not: ['dns-unreachable', 'domain-not-found', 'server-down'],
      says: [/Wi-Fi/],
    },
  ],
  [
    'silence everywhere, server given by number',
    {
      hosts: [{ host: '192.0.2.10', sources: ['user'], ports: silent }],
      web: 'none',
      byNumber: 'drop',
      madeUpName: 'no-answer',
    },
    { verdict: 'offline', not: ['server-down', 'port-25-blocked'] },
  ],
  [
    'not raised: something refuses, so something is there',
    {
      hosts: [{ host: '192.0.2.10', sources: ['user'], ports: { 25: 'refuse', 587: 'refuse' } }],
      web: 'none',
      byNumber: 'drop',
    },
    { verdict: 'inconclusive', not: ['offline'] },
  ],
  [
    'not raised: DNS answers',
    { own: silent, web: 'drop', byNumber: 'drop', madeUpName: 'unknown' },
    { verdict: 'inconclusive', not: ['offline', 'server-down'], says: [/firewall on this computer/] },
  ],
  [
    'not raised: a server on this very network answers',
    {
      hosts: [{ host: '192.168.1.5', sources: ['user'], ports: { 587: 'open' } }],
      web: 'drop',
      byNumber: 'drop',
      madeUpName: 'no-answer',
    },
    { verdict: 'all-clear', not: ['offline'] },
  ],
  [
    'likely: one address by number was asked',
    {
      names: { 'example.org': 'no-dns-answer' },
      web: 'none',
      more: [
        aFailedConnect({ role: 'reference', control: 'well-known-address', host: '1.1.1.1', port: 443 }),
      ],
    },
    { verdict: 'offline', confidence: 'likely' },
  ],
]);
