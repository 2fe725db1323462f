import { expect, test } from 'vitest';
import { wantedFrom } from '../../../electron/computer/wanted.ts';
import { anObservation, aReport, aServer } from '../../support/builders.ts';
import { told } from '../../support/english.ts';

const usual = aReport();

test('the recommended server, what was offered there, and whose it is', () => {
  const wanted = wantedFrom(
    aReport({ input: { ...usual.input, address: 'you@example.org' }, observations: [anObservation()] }),
  );
  expect(wanted).toMatchObject({
    ok: true,
    value: {
      server: usual.recommendation?.outgoing,
      offered: ['PLAIN', 'LOGIN'],
      address: 'you@example.org',
    },
  });
});

test('a practice report is refused, in plain words', () => {
  expect(told(wantedFrom(aReport({ practice: true })))).toMatchObject({
    ok: false,
    problem: { code: 'refused', message: expect.stringContaining('practice') },
  });
});

test('a report without settings has none to write', () => {
  expect(wantedFrom(aReport({ recommendation: null }))).toMatchObject({ ok: false });
});

test.each(['you\nuser_pref("a", 1);', 'a\u2028b', '\ud83d'])(
  'a user name such as %j is refused by name',
  (username) => {
    const { recommendation } = usual;
    if (!recommendation) throw new Error('the fixture has one');
    const report = aReport({ recommendation: { ...recommendation, outgoing: aServer({ username }) } });
    expect(wantedFrom(report)).toMatchObject({ ok: false, problem: { field: 'outgoing.username' } });
  },
);

test('what nobody saw is not claimed to be offered', () => {
  expect(wantedFrom(aReport({ observations: [] }))).toMatchObject({ ok: true, value: { offered: null } });
});
