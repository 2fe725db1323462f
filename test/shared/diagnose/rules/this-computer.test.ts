import { judges, ownHost } from '../world.ts';

const strangers = { large: { 25: 'open', 587: 'open', 465: 'open' }, small: { 587: 'open' } } as const;
const shut = { 25: 'refuse', 465: 'refuse', 587: 'refuse' } as const;

/** A mail program that is set to a server on this very computer. */
const named = (host: string) => ({
  address: undefined,
  domain: undefined,
  server: host.includes(':') ? `[${host}]:25` : `${host}:25`,
});

judges([
  [
    'nothing listens on the loopback address that a program is set to',
    {
      hosts: [{ host: '127.0.0.1', sources: [], ports: shut, address: '127.0.0.1' }],
      ...strangers,
      input: named('127.0.0.1'),
    },
    {
      verdict: 'this-computer',
      confidence: 'certain',
      severity: 'problem',
      not: ['server-down', 'port-25-blocked', 'port-closed', 'inconclusive'],
      says: [/127\.0\.0\.1 is this computer itself/, /25, 465 and 587/, /does not use what you entered/],
      use: null,
    },
  ],
  [
    'it needs no network: the same where nobody else is reached at all',
    {
      hosts: [{ host: 'localhost', sources: [], ports: shut, address: '127.0.0.1' }],
      web: 'none',
      input: named('localhost'),
    },
    { verdict: 'this-computer', confidence: 'certain' },
  ],
  [
    'the same over IPv6',
    {
      hosts: [{ host: '::1', sources: [], ports: shut, address: '::1', family: 6 }],
      ...strangers,
      input: named('::1'),
    },
    { verdict: 'this-computer', confidence: 'certain' },
  ],
  [
    'the provider has a server that works, so that one is named',
    {
      own: { 25: 'refuse', 465: 'open', 587: 'open' },
      hosts: [{ host: '127.0.0.1', sources: [], ports: shut, address: '127.0.0.1' }],
      ...strangers,
      input: { current: { host: '127.0.0.1', port: 25, security: 'none' } },
    },
    { verdict: 'this-computer', severity: 'problem', says: [/mail\.example\.org/] },
  ],
  [
    'a bridge that runs on one of the ports is a mail service',
    {
      hosts: [
        {
          host: '127.0.0.1',
          sources: [],
          ports: { 25: 'refuse', 587: 'open' },
          address: '127.0.0.1',
        },
      ],
      ...strangers,
      input: named('127.0.0.1'),
    },
    { verdict: 'all-clear', not: ['this-computer'] },
  ],
  [
    'silence on a loopback address is no refusal',
    {
      hosts: [
        {
          host: '127.0.0.1',
          sources: [],
          ports: { 25: 'drop', 465: 'refuse', 587: 'refuse' },
          address: '127.0.0.1',
        },
      ],
      ...strangers,
      input: named('127.0.0.1'),
    },
    { verdict: 'server-down', not: ['this-computer'] },
  ],
  [
    'a server elsewhere that refuses is not this computer',
    { own: shut, ...strangers, input: { server: ownHost } },
    { verdict: 'server-down', not: ['this-computer'] },
  ],
]);
