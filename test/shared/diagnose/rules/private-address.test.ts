import { judges, ownHost } from '../world.ts';

const inside = (
  ports: Record<number, 'drop' | 'refuse' | 'unreachable' | 'open'>,
  address = '10.20.30.40',
) => [{ host: ownHost, sources: ['srv' as const], ports, address }];
const strangers = { large: { 25: 'open', 587: 'open', 465: 'open' }, small: { 587: 'open' } } as const;

judges([
  [
    'a private address that does not answer: a VPN or the company network is needed',
    { hosts: inside({ 25: 'drop', 465: 'drop', 587: 'drop' }), ...strangers },
    {
      verdict: 'private-address',
      confidence: 'certain',
      not: ['server-down'],
      says: [/10\.20\.30\.40/, /VPN/],
    },
  ],
  [
    'the same of another range, when the router says that there is no way',
    { hosts: inside({ 465: 'unreachable', 587: 'unreachable' }, '172.20.1.9'), ...strangers },
    { verdict: 'private-address' },
  ],
  [
    'a private address that refuses is a computer without a mail service',
    { hosts: inside({ 25: 'refuse', 465: 'refuse', 587: 'refuse' }), ...strangers },
    { verdict: 'server-down', not: ['private-address'] },
  ],
  [
    'a private address that answers is where one should be',
    { hosts: inside({ 25: 'drop', 587: 'open' }), ...strangers },
    { verdict: 'all-clear', not: ['private-address'] },
  ],
  ...(['169.254.1.1', 'fe80::1'] as const).map((address): Parameters<typeof judges>[0][number] => [
    `an address that a device gives itself is valid on its own cable only: ${address}`,
    {
      hosts: inside({ 25: 'drop', 465: 'drop', 587: 'drop' }, address).map((host) => ({
        ...host,
        family: address.includes(':') ? 6 : 4,
      })),
      ...strangers,
      large6: { 587: 'open' },
    },
    {
      verdict: 'private-address',
      not: ['server-down'],
      says: [/gives itself/, /fixed address/],
      saysNot: [/VPN/],
    },
  ]),
  [
    'a public address that does not answer is no private one',
    { own: { 25: 'drop', 465: 'drop', 587: 'drop' }, ...strangers },
    { verdict: 'server-down', not: ['private-address'] },
  ],
]);
