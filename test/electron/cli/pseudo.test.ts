import { describe, expect, test, vi } from 'vitest';
import type { Services } from '../../../electron/cli/services.ts';
import type { ScenarioId } from '../../../electron/practice/scenarios.ts';
import type { Catalogue } from '../../../shared/text/catalogue.ts';
import { untranslated } from '../../support/pseudo.ts';

// The words of a language that nobody speaks instead of the English ones, which were loaded before every test.
vi.mock('../../../shared/text/load-words.ts', async (original) => {
  const { pseudoWords } = await import('../../support/pseudo.ts');
  const files = import.meta.glob('../../../shared/text/en/*.json', { import: 'default', eager: true });
  return {
    ...(await original<object>()),
    loadWords: async () => pseudoWords(Object.assign({}, ...Object.values(files)) as Catalogue, 'en'),
  };
});
vi.resetModules();
const { commands } = await import('../../../electron/cli/commands/index.ts');
const { nodeServices } = await import('../../../electron/cli/node-services.ts');
const { run } = await import('../../../electron/cli/run.ts');
const { fakeServices, fakeShell } = await import('./fake-shell.ts');
const { renderReport } = await import('../../../shared/model/report.ts');
const { blockedReport, clearReport } = await import('../../support/sample-reports.ts');
const { loadWords } = await import('../../../shared/text/load-words.ts');
const { reopened } = await import('../../../shared/judge/reopen.ts');

/** Real ones, changed as asked. */
async function ran(argv: readonly string[], change: Partial<Services> = {}): Promise<string> {
  const { shell, stdout, stderr } = fakeShell({
    columns: 400,
    files: {
      'blocked.json': renderReport(blockedReport),
      'clear.json': renderReport(clearReport),
      'list.txt': 'a@b@c\nx.example\n',
    },
  });
  const services = nodeServices('1.2.3', (bug) => {
    throw bug;
  });
  await run(argv, { shell, services: { ...services, ...change } });
  const text = `${stdout()}\n${stderr()}`;
  expect(text).toContain('⟦'); // whatever was said, it was said in that language
  return untranslated(text);
}

/** Words of two letters and more that are no address, option, argument or name of ours. */
function wordsLeft(text: string, names: readonly string[] = []): string[] {
  const plain = text
    .replace(/<[^>]*>|\[[^\]]*\]|--[a-z-]+/g, ' ')
    .replace(/[\w.-]*(?:@[\w.-]+|\.example)\b/g, ' ');
  return (plain.match(/[A-Za-z]{2,}(?:-[a-z]+)*/g) ?? []).filter((word) => !names.includes(word));
}

describe('in a language that nobody speaks, no English is left', () => {
  // Arguments are called what the usage line calls them.
  const names = [
    'postway',
    'thunderbird',
    'address',
    'client',
    'scenario',
    'recipient',
    'program',
    ...commands.map(({ name }) => name),
  ];

  test.each([['--help'], ...commands.map(({ name }) => [name, '--help'])])(
    'in the help: %s %s',
    async (...argv) => {
      expect(wordsLeft(await ran(argv), names)).toEqual([]);
    },
  );

  test.each<ScenarioId>([
    'port-25-blocked',
    'everything-open',
    'starttls-stripped',
    'virus-scanner',
    'certificate-expired',
  ])('in a check: %s', async (id) => {
    expect(wordsLeft(await ran(['practice', id, '--check']))).toEqual([]);
  });

  test.each([
    [['explain', '0x800CCC0E']],
    [['explain', '535 5.7.8 authentication failed']],
    [['explain', 'nobody knows this']],
    [['check']],
    [['check', 'a@b@c']],
    [['check', 'x.example', '--ports', 'many']],
    [['chek']],
    [['export', 'telegraph']],
    [['practice', 'war']],
  ])('in %j', async (argv) => {
    expect(wordsLeft(await ran(argv), names)).toEqual([]);
  });

  const terms = [
    'IPv',
    'SMTP',
    'IMAP',
    'STARTTLS',
    'SSL',
    'TLS',
    'UTC',
    'mail',
    'org',
    'com',
    'net',
    'de',
    'gmx',
    'posteo',
    'gmail',
    'example',
    'imap',
  ];

  test.each([
    [['letter', 'anna', '--report', 'blocked.json']],
    [['report', '--report', 'blocked.json']],
    [['report', '--report', 'clear.json', '--mask']],
    [['compare', 'blocked.json', 'clear.json']],
    [['compare', 'blocked.json', 'blocked.json']],
    [['history', '--forget', 'nothing']],
    [['apply', 'thunderbird']],
    [['apply', 'outlook', '--report', 'blocked.json']],
    [['login', '--report', 'blocked.json']],
    [['login', 'you@example.org', '--server', 'nowhere']],
    [['send-test', '--report', 'blocked.json', '--wait', 'long']],
    [['send-test', '--report', 'blocked.json']],
    [['discover']],
    [['watch', 'you@example.org', '--until', 'never']],
    [['export', 'outlook', '--report', 'missing.json']],
  ])('in %j', async (argv) => {
    expect(wordsLeft(await ran(argv), [...names, ...terms])).toEqual([]);
  });

  test('in discover, where nothing is found', async () => {
    const { discover } = fakeServices();
    expect(wordsLeft(await ran(['discover', 'you@example.org'], { discover }), [...names, ...terms])).toEqual(
      [],
    );
  });

  test('in watch, which a machine reads', async () => {
    const anew = reopened(blockedReport, await loadWords('en'));
    if (!anew.ok) throw new Error('no report');
    const { report } = anew.value;
    const text = await ran(['watch', 'you@example.org', '--format', 'nagios'], { check: async () => report });
    expect(wordsLeft(text, ['POSTWAY', 'CRITICAL', 'WARNING', 'OK', 'time', 'certificate', 'days'])).toEqual(
      [],
    );
  });

  test('in history: what is kept, what is forgotten, and that nothing is kept from now on', async () => {
    const { historyOn } = await import('../../../electron/backend/history.ts');
    const { emptyHome } = await import('../../support/thunderbird-home.ts');
    const home = await emptyHome();
    await historyOn(home.workstation).keep(blockedReport);
    const workstation = async () => home.workstation;
    const asked = [[], ['--off'], [], ['--on'], ['--forget', 'all'], []];
    for (const options of asked) {
      const text = await ran(['history', ...options], { workstation });
      expect(wordsLeft(text, [...names, ...terms])).toEqual([]);
    }
    await home.remove();
  });

  test('in a list: a line that is nothing, and how many there were', async () => {
    const checkMany: Services['checkMany'] = async (list) => {
      for await (const _ of list);
    };
    const text = await ran(['check', '--list', 'list.txt'], { checkMany });
    const fields = [
      'input',
      'verdict',
      'null',
      'recommendation',
      'elapsedMs',
      'line',
      'problem',
      'field',
      'message',
    ];
    expect(wordsLeft(text, [...names, ...terms, ...fields])).toEqual([]);
  });
});
