import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { strangerTexts } from '../shared/explain/stranger-texts.ts';

const run = promisify(execFile);
const postway = fileURLToPath(new URL('../../dist/cli/postway.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'postway-loads-'));

type Coverage = {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { readonly count: number }[];
    }[];
  }[];
};
let coverage: Coverage['result'];
const ours = () => coverage.map(({ url }) => url).filter((url) => url.includes('/dist/cli/'));

beforeAll(async () => {
  // Which scripts ran, and what of them: V8 writes it down where this variable tells it to.
  await run(process.execPath, [postway, 'explain', '0x800CCC0E smtp.example.com 25', '--language', 'en'], {
    env: { ...process.env, NODE_V8_COVERAGE: folder },
  });
  const [file = ''] = readdirSync(folder);
  coverage = (JSON.parse(readFileSync(join(folder, file), 'utf8')) as Coverage).result;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A time would depend on who else uses the computer; what is loaded is most of it, and the same everywhere. */
test('what explains a text loads its own tables and sentences, and nothing of a check', () => {
  const bytes = ours().reduce((sum, url) => sum + statSync(new URL(url)).size, 0);
  expect(bytes).toBeLessThan(740_000);
  // Each file is one more to open. Small ones that other commands need too cost little, hundreds would not.
  expect(ours().length).toBeLessThan(50);
});

test('explaining makes no schemas, and no set of all emoji, which cost as much as Node itself', () => {
  for (const url of ours()) expect(readFileSync(new URL(url), 'utf8'), url).not.toContain('zod/v4');
  const called = coverage.flatMap(({ functions }) =>
    functions.filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0).map(({ functionName }) => functionName),
  );
  expect(called).toContain('explain');
  expect(called).not.toContain('make');
});

const languages = ['en', 'de', 'fr', 'es', 'pt-BR', 'ja'];

test.each(languages)('all it says in %s is among what it loads', async (tag) => {
  const explained = async (...args: string[]) =>
    run(process.execPath, [postway, 'explain', '--language', tag, ...args]).catch(
      (error: { stdout: string; stderr: string; code: number }) => error,
    );
  for (const [text] of strangerTexts.filter((_text, index) => index % 60 === languages.indexOf(tag))) {
    const { stdout, stderr } = await explained('--', text);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/\S/);
  }
  expect((await explained('--for', 'device', 'tls handshake failed')).stdout).toMatch(/\n\S/);
  expect((await explained('--file', '/nowhere/at-all')).stderr).toContain('--file');
  expect((await explained('hm')).stdout).toMatch(/\S/);
});
