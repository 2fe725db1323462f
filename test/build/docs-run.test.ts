import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { builtCommandLine } from '../support/built.ts';
import { workFolder } from '../support/work-folder.ts';
import { commandsIn } from '../support/written-commands.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(workFolder('docs-run'), 'desk');
const { path } = builtCommandLine();

/** Commands that ask no network, change nothing outside their own folder, and end by themselves. */
const alone = new Set(['explain', 'compare', 'report', 'letter', 'export', 'history', 'completion']);

function runsAlone(words: readonly string[]): boolean {
  const [name = '', ...rest] = words;
  if (name === 'practice') return rest.includes('--check') || rest.includes('--list');
  return alone.has(name);
}

/** The lines to type, in README and docs, in which nothing but such commands stands. */
const lines = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)]
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => {
    const text = readFileSync(join(root, name), 'utf8');
    return [...text.matchAll(/^ {4}((?:npx postway|postway|source <\(npx postway) .*)$/gm)].map(
      ([, line = '']) => ({ name, line: line.replaceAll('npx postway', 'postway') }),
    );
  })
  .filter(({ line }) => {
    const ours = commandsIn(line).filter(([program]) => program === 'postway');
    return ours.length > 0 && ours.every((words) => runsAlone(words.slice(1)));
  });

function shell(command: string) {
  return spawnSync('bash', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    input: '',
    env: {
      PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
      HOME: folder,
      XDG_STATE_HOME: join(folder, 'state'),
      LANG: 'C.UTF-8',
    },
  });
}

beforeAll(() => {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  writeFileSync(join(folder, 'bin/postway'), `#!/bin/sh\nexec "${process.execPath}" "${path}" "$@"\n`, {
    mode: 0o755,
  });
  writeFileSync(
    join(folder, 'returned.eml'),
    'Subject: Undelivered\n\n<bob@example.net>: host mx.example.net said: 550 5.1.1 No such user\n',
  );
  writeFileSync(join(folder, 'error.log'), '535 5.7.8 Error: authentication failed\n');
  const made = shell('postway practice port-25-blocked --check --json > report.json');
  expect(made.status).toBe(0);
  shell('cp report.json home.json; postway practice everything-open --check --json > hotspot.json');
});

test.each(lines)('$name: $line', ({ line }) => {
  const isSourced = line.startsWith('source ');
  const { status, stdout, stderr } = shell(
    isSourced ? `${line.replace(/#.*/, '')}; complete -p postway` : line,
  );
  expect(stderr).not.toMatch(/See:|Help: postway|mistake of Postway/);
  // 1 is a finding: something failed, or is not known.
  expect(status === 0 || status === 1, `${status}\n${stderr}`).toBe(true);
  if (!line.includes('>') && !line.includes('--out') && !line.includes('--forget'))
    expect(stdout).not.toBe('');
});

test('a good part of what is written there is tried so', () => {
  expect(lines.length).toBeGreaterThan(20);
});

test('the steps of the GitHub workflow: a server that is not reached fails the run, and its page has the verdict', () => {
  const { jobs } = parseYaml(readFileSync(join(root, 'docs/examples/mail-check.yml'), 'utf8'));
  const steps: { readonly run?: string }[] = jobs.check.steps;
  const [checking = '', telling = ''] = steps.flatMap(({ run }) => (run?.includes('postway') ? [run] : []));
  writeFileSync(join(folder, 'bin/npx'), '#!/bin/sh\nexec "$@"\n', { mode: 0o755 });
  // As GitHub runs a step.
  const step = (script: string) =>
    shell(`set -e -o pipefail; export MAIL_SERVER=127.0.0.1:9 GITHUB_STEP_SUMMARY=summary.md; ${script}`);
  expect(step(checking).status).toBe(1);
  expect(step(telling).status).toBe(0);
  const summary = readFileSync(join(folder, 'summary.md'), 'utf8');
  expect(summary).toMatch(/^```\n[\s\S]*127\.0\.0\.1[\s\S]*```\n$/);
});
