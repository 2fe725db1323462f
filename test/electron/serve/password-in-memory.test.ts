import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { CallName } from '../../../shared/contract/contract.ts';
import { passwordFrame } from '../../../shared/contract/password-frame.ts';
import { builtCommandLine } from '../../support/built.ts';
import { startMailServer } from '../../support/mail-server.ts';
import { formsOf, inMemoryOf, whyMemoryUnreadable } from '../../support/process-memory.ts';
import { authorities } from '../../support/servers.ts';
import { connect, openAddress } from '../../support/web-client.ts';

const { start } = builtCommandLine();
const folder = mkdtempSync(join(tmpdir(), 'postway-memory-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The server of the browser window, in a process of its own that trusts the servers of these tests. */
async function servedWindow() {
  const trusted = join(folder, 'root.pem');
  writeFileSync(trusted, authorities.root);
  const environment = { NODE_EXTRA_CA_CERTS: trusted, HOME: folder, XDG_STATE_HOME: folder };
  const serving = start(['serve'], { environment });
  const url = (await serving.until('stdout', '\n')).trim();
  const { cookie, key } = await openAddress(url);
  const window = await connect(Number(new URL(url).port), { headers: { Cookie: cookie }, key });
  if (typeof window === 'number') throw new Error(`refused with ${window}`);
  let lastId = 0;
  const reply = async (id: number) => {
    for (;;) {
      const message = (await window.next()) as { kind: string; id: number; value?: unknown };
      if (message.kind !== 'reply' || message.id !== id) continue;
      if (message.value === undefined) throw new Error(JSON.stringify(message));
      return message.value as Record<string, never>;
    }
  };
  const call = (name: CallName, argument: object, password?: Buffer) => {
    lastId += 1;
    const message = { kind: 'call', id: lastId, name, argument } as const;
    if (password) window.socket.send(passwordFrame(message, password));
    else window.send(message);
    return reply(lastId);
  };
  return { serving, call };
}

const unreadable = whyMemoryUnreadable();

test.skipIf(unreadable !== null)(
  'after a login, nothing that a core would hold has the password',
  { timeout: 60_000 },
  async () => {
    const password = 'Wm4-heard-by-nobody-9071-kept';
    const server = await startMailServer('tls', password);
    const { serving, call } = await servedWindow();
    try {
      const { checkId } = await call('check.start', { subject: `localhost:${server.port}` });
      await call('check.watch', { checkId });
      const order = { checkId, kind: 'login', address: 'somebody@memory.example', isWatched: false };
      const { actId } = await call('act.start', order, Buffer.from(password));
      const { acts } = await call('act.watch', { actId });
      expect(acts).toMatchObject([{ stage: 'done', outcome: 'ok', mechanism: 'PLAIN' }]);

      const sought = { ...formsOf(password), 'what is no secret': Buffer.from('somebody@memory.example') };
      expect(inMemoryOf(serving.pid, sought)).toEqual({ 'what is no secret': expect.any(Number) });
    } finally {
      serving.signal('SIGTERM');
      await serving.ended;
      server.close();
    }
  },
);
