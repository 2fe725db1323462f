import { expect, test } from 'vitest';
import { overSocket } from '../../renderer/connect.ts';

/** A WebSocket that does what the test says. */
class PuppetSocket extends EventTarget {
  readonly sent: string[] = [];
  readonly frames: Uint8Array[] = [];
  isBroken = false;
  send(data: unknown) {
    if (this.isBroken) throw new Error('no frame of bytes is taken');
    if (data instanceof Uint8Array)
      this.frames.push(data.slice()); // as a browser does: what is changed later changes nothing
    else this.sent.push(String(data));
  }
  close() {
    this.lose();
  }
  open() {
    this.dispatchEvent(new Event('open'));
  }
  lose() {
    this.dispatchEvent(new Event('close'));
  }
  hear(data: string) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

function connected() {
  const sockets: PuppetSocket[] = [];
  const waits: { ms: number; then: () => void }[] = [];
  const connection = overSocket({
    open: () => {
      const socket = new PuppetSocket();
      sockets.push(socket);
      return socket;
    },
    wait: (ms, then) => waits.push({ ms, then }),
  });
  const latest = () => sockets.at(-1) ?? expect.unreachable();
  const waitIsOver = () => waits.at(-1)?.then();
  return { connection, latest, waits, waitIsOver };
}

const call = { kind: 'call', id: 1, name: 'app.describe', argument: {} } as const;

test('what is sent before the connection opens is sent when it does', () => {
  const { connection, latest } = connected();
  connection.channel.send(call);
  expect(latest().sent).toEqual([]);
  latest().open();
  connection.channel.send({ kind: 'cancel', id: 1 });
  expect(latest().sent.map((text) => JSON.parse(text))).toEqual([call, { kind: 'cancel', id: 1 }]);
});

test('frames arrive as messages, and one that is no JSON as nothing', () => {
  const { connection, latest } = connected();
  const heard: unknown[] = [];
  connection.channel.onMessage((message) => heard.push(message));
  latest().hear('{"kind":"reply","id":1}');
  latest().hear('<html>');
  expect(heard).toEqual([{ kind: 'reply', id: 1 }, null]);
});

test('a lost connection is told to those who wait, and made again with growing pauses up to 8 s', () => {
  const { connection, latest, waits, waitIsOver } = connected();
  const changes: boolean[] = [];
  let closings = 0;
  connection.onChange((isConnected) => changes.push(isConnected));
  connection.channel.onClose(() => {
    closings += 1;
  });
  latest().open();
  for (let round = 0; round < 8; round += 1) {
    latest().lose();
    waitIsOver();
  }
  expect(waits.map(({ ms }) => ms)).toEqual([250, 500, 1000, 2000, 4000, 8000, 8000, 8000]);
  expect(closings).toBe(8);
  latest().open();
  latest().lose();
  expect(waits.at(-1)?.ms).toBe(250);
  expect(changes.slice(0, 2)).toEqual([true, false]);
});

test('what was sent into a lost connection is not sent later, because its caller has been told', () => {
  const { connection, latest, waitIsOver } = connected();
  connection.channel.send(call);
  latest().lose();
  waitIsOver();
  latest().open();
  expect(latest().sent).toEqual([]);
});

test('reconnected resolves at once while connected, and otherwise when it is back', async () => {
  const { connection, latest, waitIsOver } = connected();
  latest().open();
  await connection.reconnected?.();
  latest().lose();
  const back = connection.reconnected?.().then(() => 'back');
  waitIsOver();
  latest().open();
  await expect(back).resolves.toBe('back');
});

test('more calls than a screen could make are refused while there is no connection', () => {
  const { connection } = connected();
  const sendMany = () => {
    for (let id = 0; id < 51; id += 1) connection.channel.send({ kind: 'cancel', id });
  };
  expect(sendMany).toThrow(/too many calls/);
});

const withPassword = () => {
  const password = new TextEncoder().encode('Wp7-of-nobody');
  return { password, message: { kind: 'call', id: 2, name: 'act.start', argument: { password } } as const };
};

test('a password goes as bytes, and is overwritten when it has gone', async () => {
  const { connection, latest } = connected();
  latest().open();
  const { password, message } = withPassword();
  connection.channel.send(message);
  await expect.poll(() => latest().frames.length).toBe(1);
  expect(new TextDecoder().decode(latest().frames[0])).toContain('Wp7-of-nobody');
  expect([...password].every((byte) => byte === 0)).toBe(true);
});

test('one that cannot be sent ends the connection, so that whoever waits is told, and is overwritten too', async () => {
  const { connection, latest } = connected();
  let closings = 0;
  connection.channel.onClose(() => {
    closings += 1;
  });
  latest().open();
  latest().isBroken = true;
  const { password, message } = withPassword();
  connection.channel.send(message);
  await expect.poll(() => closings).toBe(1);
  expect([...password].every((byte) => byte === 0)).toBe(true);
});
