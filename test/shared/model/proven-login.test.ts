import { expect, test } from 'vitest';
import { settingsFromReport } from '../../../shared/clients/from-report.ts';
import { findClient, renderClient } from '../../../shared/clients/index.ts';
import { maskedReport } from '../../../shared/judge/masked-report.ts';
import { reopened } from '../../../shared/judge/reopen.ts';
import { sheetOf } from '../../../shared/letter/sheet.ts';
import type { Act } from '../../../shared/model/act.ts';
import { provenRecommendation } from '../../../shared/model/proven-login.ts';
import { parseReport, type Report, renderReport } from '../../../shared/model/report.ts';
import { anObservation, aReport, aServer } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { anAct, refusedAct } from '../../support/sample-acts.ts';

const at587 = { protocol: 'smtp', host: 'mail.example.org', port: 587, security: 'starttls' } as const;
const at465 = { ...at587, port: 465, security: 'tls' } as const;
const imap = aServer({ protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' });
const address = 'you@example.org';

const taken = (change: Partial<Act> = {}) =>
  anAct({ kind: 'login', endpoint: at587, incomingLogin: undefined, ...change });
const refused = (change: Partial<Act> = {}) =>
  anAct({ ...refusedAct, endpoint: at587, incomingLogin: undefined, ...change });

/** 587 recommended, 465 as good; what was tried then. */
function after(acts: readonly Act[], change: Partial<Report> = {}): Report {
  return aReport({
    input: { address, current: { host: 'mail.example.org', port: 25, security: 'none' } },
    recommendation: {
      outgoing: aServer({ username: address }),
      incoming: { ...imap, username: address },
      why: 'It works.',
      alternatives: [aServer({ ...at465, username: address })],
      change: [{ field: 'port', from: '25', to: '587' }],
    },
    observations: [anObservation({ id: 'o1', ...at587 }), anObservation({ id: 'o2', ...at465 })],
    acts: [...acts],
    ...change,
  });
}

function settingsAfter(acts: readonly Act[], change: Partial<Report> = {}) {
  const found = settingsFromReport(after(acts, change));
  if (!found.ok) throw new Error('no settings');
  return found.value;
}

function exported(id: string, acts: readonly Act[]): string {
  const client = findClient(id);
  const rendered = client && renderClient(client, settingsAfter(acts));
  if (!rendered?.ok) throw new Error(id);
  return rendered.value.text;
}

const byName = taken({ userForm: 'name', user: 'p99' });

test.each(['msmtp', 'outlook', 'text', 'brother-scanner', 'apple-profile', 'postfix', 'k9'])(
  '%s has the name with which a login was taken, and no word of the one that was refused',
  (id) => {
    const text = exported(id, [refused(), byName]);
    expect(text).toContain('p99');
    expect(text).not.toMatch(/was tried on|other name|user name[^\n]*you@example\.org/i);
  },
);

test('the name that was taken is the one for receiving too, unless that server refused it or is known by another', () => {
  expect(settingsAfter([byName]).incoming?.username).toBe('p99');
  expect(settingsAfter([{ ...byName, incomingLogin: 'refused' }]).incoming?.username).toBe(address);
  const other = after([byName]);
  if (other.recommendation) other.recommendation.incoming = { ...imap, username: 'box7' };
  expect(provenRecommendation(other)?.incoming?.username).toBe('box7');
});

test('a program that has the old name for receiving does not send by it, unless receiving was seen to take the new one', () => {
  expect(exported('outlook', [byName])).toContain('Log on using');
  expect(exported('outlook', [{ ...byName, incomingLogin: 'accepted' }])).toContain('Use same settings');
});

test('the port where a login was taken outranks the one where it was refused, whichever came first', () => {
  for (const acts of [
    [refused(), taken({ endpoint: at465 })],
    [taken({ endpoint: at465 }), refused()],
  ]) {
    const settings = settingsAfter(acts);
    expect(settings.outgoing).toMatchObject({ port: 465, security: 'tls' });
    expect(settings.warnings).toBeUndefined();
    expect(settings.change).toEqual([
      { field: 'port', from: '25', to: '465' },
      { field: 'security', from: 'none', to: 'tls' },
    ]);
    expect(settings.alternatives ?? []).toEqual([]);
  }
});

test('a later refusal of the very port and name is told', () => {
  expect(settingsAfter([taken(), refused()]).warnings?.[0]).toContain('refuses');
  expect(settingsAfter([byName, refused({ userForm: 'name' })]).warnings?.[0]).toContain('refuses');
  expect(settingsAfter([byName, refused()]).warnings).toBeUndefined();
  const locked = refused({ endpoint: at465, reply: '535 5.7.0 Your account has been locked' });
  expect(settingsAfter([taken(), locked]).warnings?.[0]).toContain('locked');
});

test('a certificate that was agreed to for once makes no port safe, and encryption is never taken away', () => {
  const tls = { ...anObservation({ id: 'o2' }).tls, trusted: false, problems: ['untrusted-issuer'] };
  const doubted = anObservation({ id: 'o2', ...at465, tls } as never);
  const observations = [anObservation({ id: 'o1', ...at587 }), doubted];
  const settings = settingsAfter([refused(), taken({ endpoint: at465 })], { observations });
  expect(settings.outgoing.port).toBe(587);
  expect(settings.warnings?.[0]).toContain('refuses');
  for (const endpoint of [
    { ...at587, security: 'none' as const },
    { ...at587, host: 'mail.elsewhere.example' },
    { ...at587, port: 2525 },
  ])
    expect(settingsAfter([taken({ endpoint })]).outgoing).toMatchObject(at587);
});

test('the kind of login is the one that was used; a page to sign in stays the way of programs that open it', () => {
  const of = (auth: 'unknown' | 'oauth2' | 'none', mechanism: string) => {
    const report = after([taken({ mechanism, auth: [mechanism] })]);
    if (report.recommendation) report.recommendation.outgoing = aServer({ username: address, auth });
    return provenRecommendation(report)?.outgoing;
  };
  expect(of('unknown', 'LOGIN')?.auth).toBe('password-cleartext');
  expect(of('unknown', 'CRAM-MD5')?.auth).toBe('password-encrypted');
  expect(of('oauth2', 'PLAIN')).toMatchObject({ auth: 'oauth2', orPassword: true });
  expect(settingsAfter([taken({ mechanism: 'LOGIN', auth: ['LOGIN'] })]).logins).toEqual(['LOGIN']);
});

test('the page for somebody else shows the same settings', () => {
  const sheet = sheetOf(after([refused(), taken({ endpoint: at465 })]), english);
  expect(sheet.settings.join()).toContain('465');
  expect(sheet.settings.join()).not.toContain('587');
});

test('a report that is opened again keeps the name as a fact, and a masked one does not have it', () => {
  const report = after([byName]);
  const file = parseReport(renderReport(report));
  if (!file.ok) throw new Error('not read');
  const again = reopened(file.value, english);
  expect(again.ok && again.value.report.acts?.[0]?.user).toBe('p99');
  const masked = JSON.stringify(maskedReport(report, english));
  expect(masked).not.toContain('p99');
});

test('where only the form of the name is kept, the export says that another one was taken', () => {
  const { user: _, ...old } = byName;
  expect(settingsAfter([old]).first?.join()).toContain('use that name here, not the address');
  expect(settingsAfter([taken()]).first).toBeUndefined();
});

test('what became of the last message is told before the settings that it was sent with', () => {
  const message = { endpoint: at587, from: address, to: address } as const;
  const full = anAct({
    ...message,
    stage: 'rcpt',
    outcome: 'rejected',
    replyCode: 452,
    reply: '452 4.2.2 Mailbox full, try again later',
    arrival: undefined,
  });
  expect(settingsAfter([full]).warnings?.join()).toMatch(/test message was tried .*full/i);
  expect(settingsAfter([full, anAct(message)]).warnings).toBeUndefined();
});
