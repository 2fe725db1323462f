import { describe, expect, test } from 'vitest';
import { gitea } from '../../../../shared/clients/services/gitea.ts';
import { go } from '../../../../shared/clients/services/go.ts';
import { goLogin } from '../../../../shared/clients/services/go-login.ts';
import { grafana } from '../../../../shared/clients/services/grafana.ts';
import { mattermost } from '../../../../shared/clients/services/mattermost.ts';
import { aServer } from '../../../support/builders.ts';
import { fileOf, refusedField } from '../carried.ts';

const open = { security: 'none', port: 25 } as const;

test.each([go, gitea, grafana, mattermost])('$id: no file for a login that Go breaks off', (client) => {
  for (const auth of ['password-cleartext', 'unknown'] as const) {
    expect(refusedField(client, { outgoing: aServer({ ...open, auth }) })).toBe('outgoing.security');
  }
  expect(refusedField(client, { outgoing: aServer({ ...open, auth: 'none' }) })).toBeNull();
  expect(refusedField(client, { outgoing: aServer({ ...open, host: 'localhost' }) })).toBeNull();
});

test.each([go, gitea, grafana])('$id: CRAM-MD5 needs no encryption', (client) => {
  expect(fileOf(client, { outgoing: aServer({ ...open, auth: 'password-encrypted' }) })).toContain(
    'you@example.org',
  );
});

describe('over encryption', () => {
  test.each(['starttls', 'tls'] as const)('%s: the login goes on', (security) => {
    expect(goLogin(aServer({ security }))).toBe(aServer().username);
  });
});
