import { beforeEach, describe, expect, test, vi } from 'vitest';
import { check, diagnose, explain, exportSettings, PostwayError } from '../../../electron/library/index.ts';
import type { Report as Internal } from '../../../shared/model/report.ts';
import { parseReport } from '../../../shared/model/report.ts';
import { aJudgedReport } from '../../support/builders.ts';

beforeEach(() => {
  vi.stubGlobal('__POSTWAY_VERSION__', '1.2.3'); // what the build puts in
});
const report: Internal = aJudgedReport();
const refusal = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

describe('check', () => {
  test('plays a situation to its verdict, in the language asked for, as a report that everything else reads', async () => {
    const found = await check('you@practice.example', { practice: 'port-25-blocked', language: 'de-AT' });
    expect(found).toMatchObject({
      verdict: { code: 'port-25-blocked', headline: expect.stringContaining('Ihr Netz') },
      recommendation: { outgoing: { port: 587, security: 'starttls' } },
      practice: true,
      practiceScenario: 'port-25-blocked',
      tool: { version: '1.2.3' },
      language: 'de',
    });
    expect(parseReport(JSON.stringify(found)).ok).toBe(true);
  });

  test('an error text of a mail program is answered', async () => {
    const options = { practice: 'port-25-blocked', error: '0x800CCC0E', lookup: false };
    const found = await check('you@practice.example', options);
    expect(found).toMatchObject({ suspicion: { matched: '0x800CCC0E' } });
  });

  test('a signal ends it at once, with what is known', async () => {
    const begun = performance.now();
    const options = { practice: 'mail-ports-blocked', signal: AbortSignal.abort() };
    const found = await check('you@practice.example', options);
    expect([found.interrupted, found.verdict.code]).toEqual([true, 'inconclusive']);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test.each([
    ['two words', {}, 'subject', 'bad-input'],
    ['you@practice.example', { practice: 'nowhere' }, 'practice', 'not-found'],
    ['you@practice.example', { timeoutSeconds: 1000 }, 'timeoutSeconds', 'bad-input'],
    ['you@practice.example', { ports: [70_000] }, 'ports.0', 'bad-input'],
    ['you@practice.example', { password: 'hunter2' }, 'password', 'bad-input'],
    ['you@practice.example', { language: 'tlh' }, 'language', 'bad-input'],
  ])('%s with %j is refused by its name', async (subject, options, field, code) => {
    const error = await refusal(check(subject, options as object));
    expect(error).toBeInstanceOf(PostwayError);
    expect(error).toMatchObject({ name: 'PostwayError', field, code });
    expect(String(error)).not.toContain('hunter2');
  });
});

test('diagnose believes the observations, not what the report claims of them', async () => {
  const lie = { ...report.verdict, code: 'port-25-blocked' as const, headline: 'Buy a new computer.' };
  const judged = await diagnose({ ...report, verdict: lie, findings: [lie] }, { language: 'fr' });
  expect(judged.verdict.code).toBe(report.verdict.code);
  expect(JSON.stringify(judged)).not.toContain('Buy a new');
  expect(await diagnose(JSON.stringify(report))).toEqual(await diagnose(report));
  for (const [nothing, field] of [
    ['{', 'report'],
    ['{}', 'schema'],
  ] as const) {
    expect(await refusal(diagnose(nothing))).toMatchObject({ name: 'PostwayError', field });
  }
  const cyclic: { self?: unknown } = {};
  cyclic.self = cyclic;
  for (const odd of [cyclic, { elapsedMs: 1n }]) {
    const refused = { name: 'PostwayError', field: 'report' };
    expect(await refusal(diagnose(odd as never))).toMatchObject(refused);
    expect(await refusal(exportSettings(odd as never, 'msmtp'))).toMatchObject(refused);
  }
});

test('explain knows a text, or says that it does not', async () => {
  expect(await explain('535 5.7.8 authentication failed')).toMatchObject({
    known: true,
    items: [{ replyCode: 535, enhancedStatus: '5.7.8' }],
  });
  expect(await explain('the moon is full')).toMatchObject({ known: false, items: [] });
  for (const odd of [null, undefined, 7, {}]) {
    expect(await refusal(explain(odd as never))).toMatchObject({ name: 'PostwayError', field: 'text' });
  }
});

describe('exportSettings', () => {
  test('writes for a program, each call in its own language', async () => {
    const [french, japanese] = await Promise.all([
      exportSettings(report, 'thunderbird', { language: 'fr' }),
      exportSettings(report, 'msmtp', { language: 'ja' }),
    ]);
    expect(french).toMatchObject({
      program: 'thunderbird',
      mediaType: expect.stringContaining('text/plain'),
    });
    expect(french.text).toContain('les étapes');
    expect(japanese.text).toContain('これを');
    expect(japanese.text).toContain(`host "${report.recommendation?.outgoing.host}"`);
  });

  test('what must be read first stands beside a file', async () => {
    const { warnings } = await exportSettings({ ...report, practice: true }, 'json');
    expect(warnings).toEqual([expect.stringContaining('PRACTICE')]);
  });

  test.each([
    ['pine', {}, 'program', 'not-found'],
    ['thunderbird', { version: '1' }, 'version', 'bad-input'],
    ['delta-chat', {}, 'password', 'refused'],
  ])('%s with %j is refused by its name', async (program, options, field, code) => {
    expect(await refusal(exportSettings(report, program, options as object))).toMatchObject({ field, code });
  });
});
