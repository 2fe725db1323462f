import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseReport } from '../../../shared/model/report.ts';
import { builtCommandLine } from '../../support/built.ts';

const { run, start } = builtCommandLine();
const folder = mkdtempSync(join(tmpdir(), 'postway-fault-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Environment of a process in each of whose threads this code runs before Postway's: the bug that we hope not to have. */
function withBug(name: string, code: string) {
  const file = join(folder, `${name}.cjs`);
  writeFileSync(file, code);
  return { environment: { NODE_OPTIONS: `--require=${file}` } };
}

const oneLine = /^Postway made a mistake of its own\..*TypeError: x is undefined.*\n$/;

/** In the words of the code: thrown from within this function of ours, when it calls that method. */
const thrownIn = (place: string, method: string): string => `
  const original = ${method};
  ${method} = function (...args) {
    if (new Error().stack.includes('${place}')) throw new TypeError('x is undefined');
    return original.apply(this, args);
  };`;

test.each([
  ['a planner', thrownIn('proposalsFor', 'Array.prototype.toSorted')],
  [
    'an event handler of a socket',
    `const { TLSSocket } = require('node:tls');
     TLSSocket.prototype.getPeerX509Certificate = () => { throw new TypeError('x is undefined'); };`,
  ],
  ['the judgement', thrownIn('gatherFacts', 'Array.prototype.filter')],
])('%s: a check shows what is known, says one line and ends with 70', async (name, code) => {
  const argv = ['practice', 'port-25-blocked', '--check', '--json'];
  const { status, stdout, stderr } = await run(argv, withBug(name.replaceAll(' ', '-'), code));
  const report = parseReport(stdout);
  expect(report).toMatchObject({
    ok: true,
    value: { internal: true, verdict: { code: 'inconclusive' }, findings: [{}] },
  });
  expect(stderr.slice(stderr.indexOf('Postway made'))).toMatch(oneLine);
  expect(status).toBe(70);
});

test('the display of the progress breaks: the result is shown, and the status tells of it', async () => {
  const bug = withBug('progress', thrownIn('inSeconds', 'Number.prototype.toLocaleString'));
  const { status, stdout, stderr } = await run(['practice', 'port-25-blocked', '--check', '--json'], bug);
  expect(parseReport(stdout)).toMatchObject({ ok: true, value: { verdict: { code: 'port-25-blocked' } } });
  expect(stderr).toContain('TypeError: x is undefined');
  expect(status).toBe(70);
});

test('a bug outside of the check stops it, and what it knows is shown', async () => {
  const bug = withBug('timer', `setTimeout(() => { throw new TypeError('x is undefined'); }, 900);`);
  const { status, stdout, stderr } = await run(['practice', 'slow-greeting', '--check', '--json'], bug);
  expect(parseReport(stdout)).toMatchObject({ ok: true, value: { interrupted: true } });
  expect(stderr.slice(stderr.indexOf('Postway made'))).toMatch(oneLine);
  expect(status).toBe(70);
});

test.each([
  ['export', ['export', '--list']],
  ['practice', ['practice', '--list']],
])('%s ends with 70 and one line, too', async (name, argv) => {
  const bug = withBug(name, thrownIn('postway', 'String.prototype.padEnd'));
  const { status, stdout, stderr } = await run(argv, bug);
  expect({ status, stdout }).toEqual({ status: 70, stdout: '' });
  expect(stderr).toMatch(oneLine);
});

test('serve goes on serving, and ends with 70 when it is told to end', async () => {
  const bug = withBug('serve', `setTimeout(() => { throw new TypeError('x is undefined'); }, 1500);`);
  const serving = start(['serve'], bug);
  const address = (await serving.until('stdout', '\n')).trim();
  await serving.until('stderr', 'TypeError: x is undefined');
  expect((await fetch(address, { redirect: 'manual' })).status).toBeLessThan(400);
  serving.signal('SIGINT');
  expect((await serving.ended).status).toBe(70);
});
