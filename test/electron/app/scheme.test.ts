import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { needs } from '../../support/needs.ts';
import { runsOwnScript } from '../../support/own-script.ts';
import { launched, mainFile } from './launched.ts';

describe("the window's own scheme", () => {
  needs('chromium');
  const copy = mkdtempSync(join(tmpdir(), 'postway-scheme-'));
  afterAll(() => rmSync(copy, { recursive: true }));

  /** The app with files in its folder that the build did not put there. */
  const running = launched(() => {
    cpSync(dirname(dirname(mainFile)), copy, { recursive: true });
    for (const name of ['other.html', 'assets/.hidden.js', 'assets/below/script.js', 'assets/notes.txt']) {
      mkdirSync(dirname(join(copy, 'renderer', name)), { recursive: true });
      writeFileSync(join(copy, 'renderer', name), 'planted');
    }
    return join(copy, 'main/index.cjs');
  });

  /** Asks main's handler directly, as a page of the scheme would. */
  const ask = (address: string, method = 'GET') => running().web.ask(address, method);

  test('is registered as standard and secure, and with no other privilege', () => {
    expect(running().web.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
  });

  test('serves the page under a policy without inline script, network, frames or forms', async () => {
    const answer = await ask('app://postway/index.html');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = new Map(
      (answer.headers.get('content-security-policy') ?? '')
        .split('; ')
        .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]),
    );
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self'",
      'font-src': "'self'",
      'connect-src': "'none'",
      'frame-src': "'none'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': "'none'",
    });
  });

  test.each([
    ['a path out of the folder', 'app://postway/assets/..%2f..%2fmain%2findex.cjs'],
    ['a path out of the folder, plainly', 'app://postway/../main/index.cjs'],
    ['a backslash path', 'app://postway/assets/..%5c..%5cmain%5cindex.cjs'],
    ['a second page', 'app://postway/other.html'],
    ['a hidden file', 'app://postway/assets/.hidden.js'],
    ['a file in a folder below', 'app://postway/assets/below/script.js'],
    ['a kind of file that the build does not make', 'app://postway/assets/notes.txt'],
    ['another host', 'app://elsewhere/index.html'],
    ['a file that is not there', 'app://postway/assets/missing.js'],
  ])('does not serve %s', async (_what, address) => {
    const answer = await ask(address);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('not found');
  });

  test('answers GET only', async () => {
    expect((await ask('app://postway/index.html', 'POST')).status).toBe(404);
  });

  test('applies the policy in the window: a script put into the page does not run', async () => {
    const page = await running().firstWindow();
    expect(await runsOwnScript(page)).toBe(false);
  });

  test('applies the policy in the window: text does not become markup', async () => {
    const page = await running().firstWindow();
    const attempt = page.evaluate(() => {
      document.body.innerHTML = '<b>250 from a server</b>';
    });
    await expect(attempt).rejects.toThrow('TrustedHTML');
  });
});
