import { describe, expect, test } from 'vitest';
import { settingsFromReport } from '../../../shared/clients/index.ts';
import { maskedReport } from '../../../shared/judge/masked-report.ts';
import { reopened } from '../../../shared/judge/reopen.ts';
import { parseReport, type Report, renderReport } from '../../../shared/model/report.ts';
import { isLeftOut } from '../../../shared/parse/ip-range.ts';
import { languages } from '../../../shared/text/languages.ts';
import { loadWords } from '../../../shared/text/load-words.ts';
import type { Say } from '../../../shared/text/words.ts';
import { aFailedConnect, aJudgedReport, anObservation } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { recordedPractice } from '../../support/recorded-reports.ts';
import { anAct, refusedAct } from '../../support/sample-acts.ts';

describe('a masked report', () => {
  const told = aJudgedReport({
    network: { ipv4: '192.168.1.0/24' },
    observations: [
      anObservation(),
      anObservation({
        port: 25,
        outcome: 'rejected',
        stage: 'greeting',
        error: {
          code: '554',
          message: 'client [203.0.113.77] and [2001:db8::77] blocked, see you%40example.org',
        },
      }),
    ],
  });
  const masked = maskedReport(told, english);
  const text = JSON.stringify(masked);

  test('names neither the person nor the network they are in', () => {
    for (const own of ['you@', 'you%40', '"username":"you', '203.0.113.77', '2001:db8::77', '192.168.1.0']) {
      expect(text).not.toContain(own);
    }
  });

  test.each([
    ['jörg.müller@example.org', /j.rg|ller/],
    ['佐藤@example.jp', /佐|藤/],
    ['Ελένη@παράδειγμα.example', /λέν|παρ/],
    ['"anna maria"@example.org', /anna|maria/],
    ['jo\u0308rg%40example.org', /jo|rg%/],
  ])('leaves nothing of %s', (person, remains) => {
    const error = { code: '550', message: `no mailbox ${person} here` };
    const told = aJudgedReport({ observations: [anObservation({ outcome: 'rejected', error })] });
    const [attempt] = maskedReport(told, english).observations;
    expect(attempt?.error?.message).toMatch(/^no mailbox \[.+\] here$/);
    expect(attempt?.error?.message).not.toMatch(remains);
  });

  test('leaves the sentence before an address that follows it without a blank', () => {
    const error = { code: '550', message: '宛先you@example.org' };
    const told = aJudgedReport({ observations: [anObservation({ outcome: 'rejected', error })] });
    expect(maskedReport(told, english).observations[0]?.error?.message).toMatch(/^宛先\[.+\]$/);
  });

  test('leaves nothing of an address that a server named, however another reply spells it', () => {
    const said = (port: number, message: string) =>
      anObservation({ port, outcome: 'rejected', stage: 'greeting', error: { code: '554', message } });
    const told = aJudgedReport({
      observations: [
        said(25, 'client [203.0.113.77] blocked'),
        said(587, 'see https://lists.example/203%2E0%2E113%2E77, id 0xcb00714d, 3405803853'),
        said(465, 'go away dyn203x0x113x77 and dyn87x123x45x67'),
      ],
    });
    const [, second, third] = maskedReport(told, english).observations;
    expect(second?.error?.message).toBe('see https://lists.example/[ip], id [ip], [ip]');
    expect(third?.error?.message).toBe('go away [ip 2] and [ip 3]');
  });

  test('still is a report, with servers, times and fingerprints as they were', () => {
    expect(parseReport(text).ok).toBe(true);
    expect(masked.startedAt).toBe(told.startedAt);
    expect(masked.observations[0]).toMatchObject({
      host: 'mail.example.org',
      address: '192.0.2.10',
      tls: told.observations[0]?.tls,
    });
  });
});

describe('of a reply that names the line of whoever asked', () => {
  const reply = (message: string, report: Partial<Report> = {}): string => {
    const error = { code: '554', message };
    const observations = [anObservation({ outcome: 'rejected', stage: 'greeting', error })];
    const masked = maskedReport(aJudgedReport({ ...report, observations }), english);
    return masked.observations[0]?.error?.message ?? '';
  };

  test.each([
    ['Hello [IPv6:2001:db8:1:2::77]', 'Hello [ip]'],
    ['client IPv6:2001:db8:1:2::77, go', 'client IPv6:[ip], go'],
    ['addr:2001:DB8:1:2:0:0:0:77 refused', 'addr:[ip] refused'],
    ['from [::ffff:203.0.113.77] refused', 'from [ip] refused'],
    ['no mail from p5B0C2A11.dip0.t-ipconnect.de, go', 'no mail from [ip], go'],
    ['no mail from p200300C1BF0A1B2C3D4E5F6071829304.dip0.example', 'no mail from [ip]'],
    ['dynamic 203-0-113-77.dyn.example', 'dynamic [ip]'],
    ['hello (203-0-113-77) there', 'hello ([ip]) there'],
    ['cable-203-0-113-77 is dynamic', '[ip] is dynamic'],
    ['call 1-800-555-0199 or 5-7-1-1', 'call 1-800-555-0199 or 5-7-1-1'],
    ['dynamic pool-203-0-113-77.isp.example.', 'dynamic [ip].'],
    ['dynamic 2001-db8-1-2--77.v6.isp.example', 'dynamic [ip]'],
    ['no PTR 77.113.0.203.in-addr.arpa', 'no PTR [ip]'],
    ['no PTR 7.7.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa', 'no PTR [ip]'],
    ['client host anna.home.example[203.0.113.77] rejected', 'client host [ip][ip 2] rejected'],
    ['mail.example.org Hello anna.home.example', 'mail.example.org Hello [ip]'],
  ])('nothing of it is left: %s', (said, left) => {
    expect(reply(said)).toBe(left);
  });

  test.each([
    'mail.example.org at 12:30:45, version 3.4.5, blocked using zen.spamhaus.org',
    '[BL02EPF0001A106.eurprd02.prod.outlook.com 2026-11-28T06:37:25.123Z 08DD]',
    'Hello, see rfc-editor.org',
  ])('names of servers, times and versions stay: %s', (said) => {
    expect(reply(said)).toBe(said);
  });

  test('what is before the sign of the address is left out by itself, too', () => {
    const input = { ...aJudgedReport().input, address: 'erika.mustermann@example.org' };
    const said = 'mailbox Erika.Mustermann is full, not erika.mustermann2';
    expect(reply(said, { input })).toBe('mailbox [user] is full, not erika.mustermann2');
    const many = { ...input, address: 'mailbox@example.org' };
    expect(reply(said, { input: many })).toBe(said);
  });

  test('of a web address with a mail address inside, the rest stays', () => {
    expect(reply('see https://list.example/why?of=anna@example.org&n=1')).toBe(
      'see https://list.example/why?of=[address]&n=1',
    );
  });
});

test('addresses inside the network are masked', () => {
  const observations = [aFailedConnect({ address: '192.168.44.1' })];
  const text = JSON.stringify(maskedReport(aJudgedReport({ observations }), english));
  expect(text).not.toContain('192.168.44.1');
  expect(text).toContain('[ip]');
});

test('two addresses inside the network stay two, and each is the same everywhere', () => {
  const observations = ['192.168.44.1', '192.168.44.2', '192.168.44.1'].map((address) =>
    aFailedConnect({ address, error: { code: 'no-answer', message: `nothing from ${address}` } }),
  );
  const masked = maskedReport(aJudgedReport({ observations }), english);
  expect(masked.observations.map(({ address }) => address)).toEqual(['[ip]', '[ip 2]', '[ip]']);
  expect(masked.observations[1]?.error?.message).toBe('nothing from [ip 2]');
});

test('addresses that a sentence of ours recommends are nobody’s, and stay', () => {
  const observations = [
    aFailedConnect({
      role: 'reference',
      control: 'well-known-address',
      host: '1.1.1.1',
      address: '1.1.1.1',
      port: 443,
      protocol: 'tcp',
      outcome: 'ok',
      stage: 'done',
      timings: { connect: 20 },
    }),
    ...['mail.example.org', 'smtp.example.org'].map((host) =>
      aFailedConnect({
        host,
        address: null,
        family: null,
        outcome: 'dns-error',
        stage: 'dns',
        error: { code: 'no-dns-answer', message: 'no answer' },
      }),
    ),
  ];
  const masked = maskedReport(aJudgedReport({ observations, discovery: [] }), english);
  expect(masked.verdict.code).toBe('dns-unreachable');
  expect(masked.verdict.advice.join()).toContain('9.9.9.9');
});

describe('read again from its file', () => {
  const report = aJudgedReport({ acts: [refusedAct] });
  const read = (saved: Report, say: Say) => {
    const parsed = parseReport(JSON.stringify(saved));
    const again = parsed.ok ? reopened(parsed.value, say) : parsed;
    if (!again.ok) expect.unreachable(english(again.problem.message));
    return again.value;
  };

  test.each(languages)('says nothing against itself, masked in %s or read in it', async (language) => {
    const say = await loadWords(language);
    const other = await loadWords(language === 'ja' ? 'de' : 'ja');
    expect(read(maskedReport(report, say), say).difference).toBeNull();
    expect(read(maskedReport(report, say), other).difference).toBeNull();
    expect(read(maskedReport(report, other), say).difference).toBeNull();
  });

  test('a second and a third time, too, and masked once more', () => {
    const once = read(maskedReport(report, english), english).report;
    expect(read(once, english)).toEqual({ report: once, difference: null });
    expect(read(maskedReport(once, english), english)).toEqual({ report: once, difference: null });
  });

  test('its words for address and user are nobody’s: no mail program is given them', () => {
    const settings = settingsFromReport(read(maskedReport(report, english), english).report);
    expect(settings).toMatchObject({
      ok: true,
      value: { mailAddress: '', outgoing: { host: 'mail.example.org', username: '' } },
    });
    expect(JSON.stringify(settings)).not.toMatch(/\[(?:address|user)]/);
  });

  test('what somebody changed in it is still told', () => {
    const masked = maskedReport(report, english);
    const changed = { ...masked, findings: [{ ...masked.verdict, detail: 'Call us.' }] };
    expect(read(changed, english).difference).toMatch(/other words/);
  });
});

describe('masking what is masked already changes nothing', () => {
  const acts = [
    refusedAct,
    anAct(),
    anAct({ outcome: 'rejected', stage: 'rcpt', replyCode: 550, reply: '550 you@example.org' }),
  ];
  const throughFile = (report: Report): Report => {
    const parsed = parseReport(renderReport(report));
    const again = parsed.ok ? reopened(parsed.value, english) : parsed;
    if (!again.ok) expect.unreachable(english(again.problem.message));
    return maskedReport(again.value.report, english);
  };

  test.each(recordedPractice())('$name, without and with what was tried afterwards', ({ report }) => {
    for (const told of [report, { ...report, acts, network: { ipv4: '192.168.1.0/24' } }]) {
      const once = maskedReport(told, english);
      expect(renderReport(maskedReport(once, english))).toBe(renderReport(once));
      const saved = throughFile(told);
      expect(saved).toEqual(once);
      expect(renderReport(throughFile(saved))).toBe(renderReport(saved));
    }
  });

  test('in every language, and with what a broken rule left out', async () => {
    for (const language of languages) {
      const say = await loadWords(language);
      const report = aJudgedReport({ acts, brokenRules: ['server-busy'], network: { ipv4: '10.0.0.0/8' } });
      const once = maskedReport(report, say);
      expect(renderReport(maskedReport(once, say))).toBe(renderReport(once));
    }
  });
});

test.each(languages)('what stands for an IP address in %s is known as that', async (language) => {
  const say = await loadWords(language);
  expect(isLeftOut(say('letter.masked.ip'))).toBe(true);
  expect(isLeftOut(say('letter.masked.ip-more', { number: 2 }))).toBe(true);
});
