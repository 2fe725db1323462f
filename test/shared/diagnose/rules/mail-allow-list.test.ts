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
    'a small operator is let through: perhaps it is on the list, perhaps the server shuts us out',
    { own: { ...shut, 993: 'open' }, large: open, small: open },
    { verdict: 'mail-allow-list', confidence: 'possible', says: [/not proven/] },
  ],
  [
    '465 is forgotten by the router: shown by the small operator',
    { own: { 25: 'drop', 587: 'drop', 465: 'open' }, large: open, small: { 25: 'drop', 587: 'drop' } },
    { verdict: 'mail-allow-list', use: 'mail.example.org:465/tls' },
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
]);
