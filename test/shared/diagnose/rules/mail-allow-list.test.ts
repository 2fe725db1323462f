import { aFailedConnect } from '../../../support/builders.ts';
import { judges } from '../world.ts';

const shut = { 25: 'drop', 465: 'drop', 587: 'drop' } as const;
const open = { 25: 'open', 465: 'open', 587: 'open' } as const;

judges([
  [
    'the router lets mail out to large providers only',
    { own: { ...shut, 993: 'open' }, large: open, small: shut },
    {
      verdict: 'mail-allow-list',
      confidence: 'certain',
      not: ['server-down', 'port-25-blocked', 'submission-blocked', 'port-closed'],
      says: [/add mail\.example\.org to it/, /google\.com/],
      use: null,
    },
  ],
  [
    'with 2525 open, that is recommended meanwhile',
    { own: { ...shut, 2525: 'open' }, large: open, small: shut },
    { verdict: 'mail-allow-list', confidence: 'certain', use: 'mail.example.org:2525/starttls' },
  ],
  [
    'a small operator fails the same way, nothing else of the server answers',
    { own: { ...shut, 993: 'drop' }, large: open, small: shut },
    { verdict: 'mail-allow-list', confidence: 'likely', not: ['server-down'] },
  ],
  [
    'the server is alive, no small operator could be asked',
    { own: { ...shut, 993: 'open' }, large: open },
    { verdict: 'mail-allow-list', confidence: 'likely' },
  ],
  [
    'no small operator could be asked, and the server is silent on a port for receiving too: perhaps it bans us',
    { own: { ...shut, 995: 'open', 993: 'drop' }, large: open },
    { verdict: 'mail-allow-list', confidence: 'possible', says: [/not proven/] },
  ],
  [
    'likely: the small operator that fails is the person’s own provider, and so no stranger',
    {
      hosts: [
        { host: 'posteo.de', sources: ['srv'], address: '198.51.100.40', ports: { ...shut, 993: 'open' } },
      ],
      large: open,
      small: shut,
    },
    { verdict: 'mail-allow-list', confidence: 'likely' },
  ],
  [
    'not raised: the own provider is small and down, which no second look at it can contradict',
    {
      hosts: [
        { host: 'posteo.de', sources: ['srv'], address: '198.51.100.40', ports: { ...shut, 993: 'drop' } },
      ],
      large: open,
      small: shut,
    },
    { verdict: 'server-down', not: ['mail-allow-list'] },
  ],
  [
    'a small operator is let through: perhaps it is on the list, perhaps the server shuts us out',
    { own: { ...shut, 993: 'open' }, large: open, small: open },
    { verdict: 'mail-allow-list', confidence: 'possible', says: [/not proven/] },
  ],
  [
    '465 is forgotten by the router: shown by the small operator',
    { own: { 25: 'drop', 587: 'drop', 465: 'open' }, large: open, small: { 25: 'drop', 587: 'drop' } },
    { verdict: 'mail-allow-list', confidence: 'likely', use: 'mail.example.org:465/tls' },
  ],
  [
    'not raised: the server is alive over IPv6 only, and over IPv4 nothing shows that it is',
    {
      own: shut,
      own6: { 25: 'drop', 465: 'open', 587: 'drop', 993: 'open' },
      large: open,
      large6: open,
      small: open,
    },
    { verdict: 'all-clear', not: ['mail-allow-list'], use: 'mail.example.org:465/tls' },
  ],
  [
    'not raised: a single sign over IPv4, while mail gets out over IPv6',
    { own: { ...shut, 993: 'open' }, own6: open, large: open, large6: open, small: open },
    { verdict: 'all-clear', not: ['mail-allow-list'], use: 'mail.example.org:587/starttls' },
  ],
  [
    'not raised: a provider that serves 465 only',
    { own: { 25: 'drop', 587: 'drop', 465: 'open', 993: 'open' }, large: open },
    { verdict: 'all-clear', not: ['mail-allow-list'], also: { 'port-closed': 'note' } },
  ],
  [
    'not raised: every port of the server is silent and the small operator is reached: it is down',
    { own: { ...shut, 993: 'drop' }, large: open, small: open },
    { verdict: 'server-down', not: ['mail-allow-list'] },
  ],
  [
    'not raised: a host for receiving that refuses the sending ports itself',
    { own: { 25: 'refuse', 465: 'refuse', 587: 'refuse', 993: 'open' }, large: open, small: open },
    {
      verdict: 'port-closed',
      severity: 'problem',
      not: ['mail-allow-list', 'server-down'],
      says: [/only for receiving/],
    },
  ],
  [
    'not raised: the same, with a name that took long to look up, and nobody small to ask',
    {
      own: { 993: 'open' },
      more: [25, 465, 587].map((port) =>
        aFailedConnect({ port, outcome: 'refused', attempts: 1, elapsedMs: 41, timings: { dns: 35 } }),
      ),
      large: open,
    },
    { verdict: 'port-closed', severity: 'problem', not: ['mail-allow-list', 'server-down'] },
  ],
  [
    'not raised: only a small operator is reached, which is on nobody’s list',
    { own: { ...shut, 993: 'open' }, small: open },
    { verdict: 'port-closed', confidence: 'likely', not: ['mail-allow-list'] },
  ],
  [
    'not raised: the small operator fails where the large ones do',
    { own: shut, large: { 25: 'drop', 587: 'open' }, small: { 25: 'drop' } },
    { verdict: 'server-down', not: ['mail-allow-list'] },
  ],
  [
    'the small operator is reached where the large ones are not, which says nothing of the other ports',
    {
      own: { 25: 'drop', 587: 'drop', 993: 'open' },
      large: { 25: 'drop', 587: 'open' },
      small: { 25: 'open', 587: 'drop' },
    },
    { verdict: 'mail-allow-list', confidence: 'certain' },
  ],
  [
    'not raised: the small operator is reached on one port, and nothing of the server answers',
    { own: shut, large: open, small: { 25: 'drop', 587: 'open' } },
    { verdict: 'server-down', not: ['mail-allow-list'] },
  ],
  [
    'not raised: one port alone is closed',
    { own: { 587: 'drop', 993: 'open' }, large: { 587: 'open' } },
    { verdict: 'port-closed', not: ['mail-allow-list'] },
  ],
  [
    'not raised: the small operator is reached, and this server’s ports are forbidden: that is told by whoever forbids it',
    { own: { 25: 'unreachable', 587: 'unreachable', 993: 'open' }, large: open, small: open },
    { verdict: 'port-closed', not: ['mail-allow-list'] },
  ],
  [
    'likely: one large operator was reached',
    { own: { ...shut, 993: 'open' }, google: open, small: shut },
    { verdict: 'mail-allow-list', confidence: 'likely' },
  ],
  [
    'not raised: what answers is another computer',
    {
      own: shut,
      hosts: [{ host: 'imap.example.org', address: '192.0.2.11', ports: { 993: 'open' } }],
      large: open,
    },
    { verdict: 'server-down', not: ['mail-allow-list'] },
  ],
  [
    'a mail program that sends over 2525 is not disturbed by it',
    {
      own: { ...shut, 2525: 'open' },
      large: open,
      small: shut,
      input: { current: { host: 'mail.example.org', port: 2525, security: 'starttls' } },
    },
    { verdict: 'all-clear', also: { 'mail-allow-list': 'warning' } },
  ],
]);
