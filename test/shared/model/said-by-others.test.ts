import { expect, test } from 'vitest';
import type { Observation } from '../../../shared/model/observation.ts';
import { saidByOthers } from '../../../shared/model/said-by-others.ts';

type Failed = Pick<Observation, 'outcome' | 'error'>;

test.each<[string, Failed, string]>([
  [
    'apart from our words, a colon and all',
    {
      outcome: 'protocol-error',
      error: { code: 'not-tls', message: 'the answer was not TLS: 220 a: b', said: '220 a: b' },
    },
    '220 a: b',
  ],
  [
    'behind our words in an older report',
    { outcome: 'protocol-error', error: { code: 'not-tls', message: 'the answer was not TLS: 220 a: b' } },
    '220 a: b',
  ],
  [
    'a reply as it is',
    { outcome: 'rejected', error: { code: '554', message: 'no: not you' } },
    'no: not you',
  ],
  [
    'a reply of IMAP, whose code is a word',
    { outcome: 'rejected', error: { code: 'BYE', message: 'not now' } },
    'not now',
  ],
])('what others said is told: %s', (_, seen, words) => {
  expect(saidByOthers(seen)).toBe(words);
});

test.each<[string, Failed]>([
  ['where nothing failed', { outcome: 'ok' }],
  ['by our own word', { outcome: 'timeout', error: { code: 'no-reply', message: 'the server stopped' } }],
  [
    'by a remark of ours',
    { outcome: 'timeout', error: { code: 'no-answer', message: 'no answer: 3 attempts' } },
  ],
  ['by the system’s name of an error', { outcome: 'refused', error: { code: 'E', message: 'it broke' } }],
])('nobody is said to have said anything %s', (_, seen) => {
  expect(saidByOthers(seen)).toBe('');
});
