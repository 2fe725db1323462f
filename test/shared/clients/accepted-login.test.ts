import { expect, test } from 'vitest';
import { settingsFromReport } from '../../../shared/clients/from-report.ts';
import type { Act } from '../../../shared/model/act.ts';
import { aReport } from '../../support/builders.ts';

const report = aReport();
const outgoing = report.recommendation?.outgoing;
if (!outgoing) throw new Error('no recommendation');
const { protocol, host, port, security } = outgoing;

function login(change: Partial<Act>, code: Act['findings'][number]['code'] = 'login-accepted'): Act {
  return {
    kind: 'login',
    startedAt: '2026-11-29T21:00:00Z',
    endpoint: { protocol, host, port, security },
    address: '192.0.2.1',
    stage: 'auth',
    outcome: code === 'login-accepted' ? 'ok' : 'rejected',
    elapsedMs: 100,
    secretShape: 'other',
    userForm: 'address',
    findings: [
      { code, severity: 'note', confidence: 'certain', headline: `${code}.`, detail: '', advice: ['Do.'] },
    ],
    ...change,
  } as Act;
}
const settingsWith = (...acts: Act[]) => {
  const found = settingsFromReport({ ...report, acts });
  if (!found.ok) throw new Error('no settings');
  return found.value;
};

test('the port where a login was taken outranks the one where it was refused', () => {
  const other = { protocol, host, port: 465, security: 'tls' } as const;
  const settings = settingsWith(login({}, 'login-rejected'), login({ endpoint: other }));
  expect(settings.outgoing).toMatchObject({ port: 465, security: 'tls' });
  expect(settings.warnings).toBeUndefined();
  // The other way round, the refusal is the newer word.
  expect(settingsWith(login({ endpoint: other }), login({}, 'login-rejected')).outgoing.port).toBe(port);
});

test('a name that is not the address was what worked: the address is not written as the user name', () => {
  const settings = settingsWith(login({}, 'login-rejected'), login({ userForm: 'name' }));
  expect(settings.outgoing.username).toBe('');
  expect(settings.first?.join()).toContain('use that name here, not the address');
  expect(settingsWith(login({})).outgoing.username).toBe(outgoing.username);
});

test('what became of the last message is told before the settings that it was sent with', () => {
  const full = login({ kind: 'message', outcome: 'rejected' }, 'message-refused');
  expect(settingsWith(full).warnings?.join()).toMatch(/test message was tried .* message-refused\. Do\./);
  const arrived = login({ kind: 'message', outcome: 'ok' }, 'message-arrived');
  expect(settingsWith(full, arrived).warnings).toBeUndefined();
});
