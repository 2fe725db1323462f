import { expect, test } from 'vitest';
import { changeFrom } from '../../../shared/model/change.ts';
import { aServer } from '../../support/builders.ts';

const recommended = aServer({ host: 'mail.example.org', port: 587, security: 'starttls' });

test.each([
  ['settings that are not known', undefined, null],
  ['the same settings', { host: 'mail.example.org', port: 587, security: 'starttls' as const }, []],
  [
    'the same host written differently',
    { host: 'Mail.Example.org.', port: 587, security: 'starttls' as const },
    [],
  ],
  [
    'port and encryption',
    { host: 'mail.example.org', port: 25, security: 'none' as const },
    [
      { field: 'port', from: '25', to: '587' },
      { field: 'security', from: 'none', to: 'starttls' },
    ],
  ],
  [
    'everything',
    { host: 'old.example.org', port: 465, security: 'tls' as const },
    [
      { field: 'host', from: 'old.example.org', to: 'mail.example.org' },
      { field: 'port', from: '465', to: '587' },
      { field: 'security', from: 'tls', to: 'starttls' },
    ],
  ],
])('what to change: %s', (_name, current, expected) => {
  expect(changeFrom(current, recommended)).toEqual(expected);
});
