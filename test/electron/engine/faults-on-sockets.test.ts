import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { nodeSystem } from '../../../electron/engine/node-system.ts';
import { prepareThread } from '../../../electron/engine/thread/thread.ts';
import type { Observation, Stage } from '../../../shared/model/observation.ts';
import { nothingMoreThan, underWay, until } from '../../support/handles.ts';
import { expectHarmless } from '../../support/harmless.ts';
import { type HonestDialogue, honestDialogues } from '../../support/honest-dialogues.ts';
import { honestServer } from '../../support/honest-server.ts';
import { type Loopback, loopback } from '../../support/loopback.ts';
import { aProbe, probing } from '../../support/probing.ts';
import { authorities } from '../../support/servers.ts';

const believed = { trusted: [authorities.root], publicAuthorities: [authorities.root] };
const system = nodeSystem(believed);
prepareThread(believed); // it stays from test to test
const servers: Loopback[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** One real probe. The server must see the close, and this process must not wait for more than before. */
async function probed(
  { probe }: HonestDialogue,
  onConnection: (socket: Socket) => void,
  stop = new AbortController(),
  onStage: (stage: Stage) => void = () => {},
): Promise<Observation> {
  const server = await loopback(onConnection);
  servers.push(server);
  const before = underWay();
  const { observations } = await probing(system, aProbe({ ...probe, port: server.port }), {
    addresses: [{ ipAddress: '127.0.0.1', family: 4 }],
    checkStartedMs: system.clock.now(),
    signal: stop.signal,
    onProgress: onStage,
  });
  const [seen] = observations;
  if (!seen || observations.length !== 1) throw new Error('one probe, one observation');
  await until(() => server.open() === 0, 'the server still has a connection');
  await nothingMoreThan(before);
  expectHarmless(seen);
  return seen;
}

describe.each(honestDialogues)('$name', (dialogue) => {
  const { exchanges } = dialogue;
  const heard = exchanges.filter(({ phase, hears }) => hears !== null || phase === 'tls');

  test('an honest server', async () => {
    const seen = await probed(dialogue, honestServer(dialogue));
    expect(seen).toMatchObject({ outcome: 'ok', stage: 'done', auth: [dialogue.auth] });
  });

  test.each(exchanges)('F12 an abort at $phase ends it at once, and nothing is left', async (at) => {
    const stop = new AbortController();
    const turns = exchanges.slice(0, exchanges.indexOf(at) + 1).filter(({ stage }) => stage === at.stage);
    let left = turns.length;
    let abortedMs = Number.POSITIVE_INFINITY;
    const onStage = (stage: Stage) => {
      if (stage === at.stage) left -= 1;
      if (left > 0 || stop.signal.aborted) return;
      // Once what the probe says in this stage has gone out.
      setImmediate(() => {
        abortedMs = performance.now();
        stop.abort();
      });
    };
    const seen = await probed(dialogue, honestServer(dialogue, at.phase), stop, onStage);
    expect(performance.now() - abortedMs).toBeLessThan(1900); // shorter than any limit
    const cancelled = { outcome: 'cancelled', stage: at.stage };
    expect(seen).toMatchObject(at.phase === 'quit' ? { outcome: 'ok', stage: 'done' } : cancelled);
  });

  test.each(heard)('F2 a reset at $phase', async ({ phase, stage }) => {
    const server = honestServer(dialogue, phase, (_stream, socket) => socket.resetAndDestroy());
    expect(await probed(dialogue, server)).toMatchObject(
      phase === 'quit' ? { outcome: 'ok' } : { outcome: 'reset', stage },
    );
  });

  test.each(exchanges)('F3 a close at $phase', async ({ phase, stage }) => {
    const server = honestServer(dialogue, phase, (_stream, socket) => socket.end());
    expect(await probed(dialogue, server)).toMatchObject(
      phase === 'quit' ? { outcome: 'ok' } : { outcome: 'closed', stage },
    );
  });

  const spoken = exchanges.filter(({ phase }) => phase !== 'tls' && phase !== 'starttls');
  test.each(spoken)('F5 a server that pours out bytes at $phase is cut off early', async (at) => {
    let poured = 0;
    const server = honestServer(dialogue, at.phase, (stream) => {
      const bytes = (at.more ?? 'x').repeat(at.more === null ? 65_536 : 5000);
      const pour = () => {
        if (stream.destroyed) return;
        poured += bytes.length;
        if (stream.write(bytes)) setImmediate(pour);
      };
      stream.on('error', () => {});
      stream.on('drain', pour);
      if (at.more === null) stream.write(at.begun);
      pour();
    });
    const seen = await probed(dialogue, server);
    const tooLong = { outcome: 'protocol-error', stage: at.stage, error: { code: 'too-long' } };
    expect(seen).toMatchObject(at.phase === 'quit' ? { outcome: 'ok' } : tooLong);
    expect(seen.elapsedMs).toBeLessThan(5000);
    // Both ends' socket buffers (6 MB and 4 MB at most on Linux), and the 256 kB that are read.
    expect(poured).toBeLessThan(12_000_000);
  });
});
