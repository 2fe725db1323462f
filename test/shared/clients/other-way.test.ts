import { describe, expect, test } from 'vitest';
import type { ClientSettings } from '../../../shared/clients/client.ts';
import { clients, renderClient, settingsFromReport } from '../../../shared/clients/index.ts';
import { anObservation, aReport, aServer } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { someSettings } from './settings.ts';

const starttls = aServer();
const implicit = aServer({ port: 465, security: 'tls' });
const plain = aServer({ security: 'none' });

const devices = clients.filter((client) => client.kind === 'steps' && client.group === 'devices');

function stepsFor(id: string, settings: ClientSettings): string {
  const client = clients.find((one) => one.id === id);
  const rendered = client && renderClient(client, settings);
  if (!rendered?.ok) throw new Error(id);
  return rendered.value.text.replace(/\s+/g, ' ');
}

describe.each(devices.map(({ id }) => id))('%s', (id) => {
  test('names no other encryption where none was seen to work', () => {
    for (const outgoing of [starttls, implicit]) {
      const text = stepsFor(id, someSettings({ outgoing }));
      expect(text).not.toMatch(/other kind of encryption|if your provider offers/);
      expect(text).not.toMatch(outgoing.port === 587 ? /\b465\b/ : /\b587\b/);
    }
  });

  test('contradicts nothing where there is no encryption at all', () => {
    const text = stepsFor(id, someSettings({ outgoing: plain }));
    expect(text).not.toMatch(/STARTTLS on|without encryption: your password|\b465\b|Switch encryption on/);
  });
});

test.each(['device', 'synology', 'brother-scanner', 'qnap', 'reolink'])(
  '%s names the other kind of encryption that the check saw to work',
  (id) => {
    const text = stepsFor(id, someSettings({ outgoing: starttls, alternatives: [implicit] }));
    expect(text).toContain('SSL/TLS on port 465 of mail.example.org');
  },
);

test('one box for both kinds: the port that may do where STARTTLS does not', () => {
  const text = stepsFor('synology', someSettings({ outgoing: starttls, alternatives: [implicit] }));
  expect(text).toContain('If port 587 fails, try 465');
  const elsewhere = aServer({ host: 'other.example.org', port: 465, security: 'tls' });
  const far = stepsFor('synology', someSettings({ outgoing: starttls, alternatives: [elsewhere] }));
  expect(far).not.toContain('try 465');
  expect(far).toContain('port 465 of other.example.org');
});

test('old devices of Canon are told of STARTTLS only where it works', () => {
  const text = stepsFor('canon-scanner', someSettings({ outgoing: implicit, alternatives: [starttls] }));
  expect(text).toContain('port 587 with STARTTLS');
  expect(stepsFor('canon-scanner', someSettings({ outgoing: implicit }))).not.toContain('587');
});

test('a report gives the ways that were seen to be safe, and no other', () => {
  const report = aReport({
    recommendation: {
      outgoing: starttls,
      incoming: null,
      why: '',
      alternatives: [implicit, aServer({ port: 2525 }), plain],
      change: null,
    },
    observations: [
      anObservation({ id: 'o1' }),
      anObservation({ id: 'o2', port: 465, security: 'tls' }),
      anObservation({ id: 'o3', port: 2525, outcome: 'closed', stage: 'starttls' }),
    ],
  });
  const settings = settingsFromReport(report);
  if (!settings.ok) throw new Error(english(settings.problem.message));
  expect(settings.value.alternatives?.map(({ port }) => port)).toEqual([465]);
});
