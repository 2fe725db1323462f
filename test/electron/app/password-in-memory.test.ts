import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import type { CallName } from '../../../shared/contract/contract.ts';
import { UtilityProcessDouble } from '../../support/electron-double/utility-process.ts';
import { startMailServer } from '../../support/mail-server.ts';
import { formsOf, inMemoryOf, whyMemoryUnreadable } from '../../support/process-memory.ts';
import { authorities } from '../../support/servers.ts';

const processes: UtilityProcessDouble[] = [];
vi.mock('electron', () => ({
  utilityProcess: {
    fork: (file: string, argv: readonly string[]) => {
      const begun = new UtilityProcessDouble(file, argv);
      processes.push(begun);
      return begun;
    },
  },
}));
const { startEngine } = await import('../../../electron/app/engine.ts');

const folder = mkdtempSync(join(tmpdir(), 'postway-memory-'));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** The built engine's process, and what a page of the window calls in it. Its computer trusts the servers of these tests. */
function engineWithPage() {
  const trusted = join(folder, 'root.pem');
  writeFileSync(trusted, authorities.root);
  for (const [name, value] of [
    ['NODE_EXTRA_CA_CERTS', trusted],
    ['HOME', folder],
    ['XDG_STATE_HOME', folder],
  ] as const) {
    vi.stubEnv(name, value);
  }
  const bugs: unknown[] = [];
  const engine = startEngine({
    file: fileURLToPath(new URL('../../../dist/engine/index.cjs', import.meta.url)),
    languages: ['en'],
    askWhereToSave: async () => null,
    printPdf: async () => new Uint8Array(),
    onLanguage: () => undefined,
    reportBug: (bug) => bugs.push(bug),
  });
  const waiting = new Map<number, (value: Record<string, never>) => void>();
  const page = engine.line((message) => {
    if (message.kind !== 'reply') return;
    const { id, value } = message as unknown as { id: number; value: Record<string, never> };
    if (value === undefined) bugs.push(message);
    waiting.get(id)?.(value);
  });
  let lastId = 0;
  const call = (name: CallName, argument: object): Promise<Record<string, never>> => {
    lastId += 1;
    const id = lastId;
    const answered = new Promise<Record<string, never>>((resolve) => waiting.set(id, resolve));
    page.say({ kind: 'call', id, name, argument });
    return answered;
  };
  return { engine, bugs, call };
}

const unreadable = whyMemoryUnreadable();

test.skipIf(unreadable !== null)(
  'a login is done by a process of its own, and the engine never makes a text of the password',
  { timeout: 60_000 },
  async () => {
    const password = 'Ke7-heard-by-nobody-2261-kept';
    const server = await startMailServer('tls', password);
    const { engine, bugs, call } = engineWithPage();
    try {
      const { checkId } = await call('check.start', { subject: `localhost:${server.port}` });
      await call('check.watch', { checkId });
      const order = { checkId, kind: 'login', address: 'somebody@memory.example', isWatched: false };
      const { actId } = await call('act.start', { ...order, password: Buffer.from(password) });
      const { acts } = await call('act.watch', { actId });
      expect(bugs).toEqual([]);
      expect(acts).toMatchObject([{ stage: 'done', outcome: 'ok', mechanism: 'PLAIN' }]);

      const [ofEngine, ofAct] = processes;
      await vi.waitFor(() => expect(ofAct?.hasEnded).toBe(true));
      const sought = { ...formsOf(password), 'what is no secret': Buffer.from('somebody@memory.example') };
      const { 'UTF-8': passedOn = 0, ...found } = inMemoryOf(ofEngine?.pid ?? 0, sought);
      expect(found).toEqual({ 'what is no secret': expect.any(Number) });
      expect(passedOn).toBeLessThanOrEqual(1); // the way between processes copies what it carries, and frees that as it is
    } finally {
      engine.end();
      server.close();
    }
  },
);
