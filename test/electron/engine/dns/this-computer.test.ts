import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../../electron/engine/dns/dns-failure.ts';
import { thoroughly, together } from '../../../../electron/engine/dns/this-computer.ts';
import { virtualClock } from '../../../support/virtual-clock.ts';

const found = (ipAddress: string): Answer => ({
  outcome: 'found',
  found: { type: 'addresses', addresses: [{ ipAddress, family: 4 }] },
});
const hosts = found('10.0.0.1');
const dns = found('192.0.2.1');
const noName: Answer = { outcome: 'no-name', code: 'ENOTFOUND' };
const noData: Answer = { outcome: 'no-data', code: 'ENODATA' };
const silence: Answer = { outcome: 'no-answer', code: 'ETIMEOUT' };
const systemFailed: Answer = { outcome: 'no-answer', code: 'EAI_AGAIN' };

/** Answers after so many ms; `never` stands for a getaddrinfo that hangs. */
async function asked(
  system: readonly [number, Answer] | 'never',
  direct: readonly [number, Answer],
  how = together,
) {
  const clock = virtualClock();
  const signal = new AbortController().signal;
  const after = ([ms, answer]: readonly [number, Answer]) => clock.sleep(ms, signal).then(() => answer);
  const own = system === 'never' ? new Promise<Answer>(() => {}) : after(system);
  const answer = await clock.run(how(own, after(direct), clock, signal));
  return { answer, atMs: clock.now() };
}

test('what the system finds wins, at once', async () => {
  expect(await asked([5, hosts], [50, dns])).toEqual({ answer: hosts, atMs: 5 });
});

test('what the system finds a little later wins too, for the hosts file may say something else', async () => {
  expect(await asked([190, hosts], [10, dns])).toEqual({ answer: hosts, atMs: 190 });
});

test('a system lookup that hangs on one family is not waited for', async () => {
  expect(await asked('never', [10, dns])).toEqual({ answer: dns, atMs: 210 });
});

test('a name that DNS does not have may still be a local one', async () => {
  expect(await asked([700, hosts], [10, noName])).toEqual({ answer: hosts, atMs: 700 });
  expect(await asked('never', [10, noName])).toEqual({ answer: noName, atMs: 1010 });
});

test('why nothing was found is what DNS says, for the system says the same for everything', async () => {
  expect(await asked([5, systemFailed], [50, noName])).toEqual({ answer: noName, atMs: 50 });
  expect(await asked([5, systemFailed], [50, noData])).toEqual({ answer: noData, atMs: 50 });
  expect((await asked([5, systemFailed], [4500, silence])).answer.outcome).toBe('no-answer');
});

test('what DNS finds counts when the system fails', async () => {
  expect(await asked([5, systemFailed], [50, dns])).toEqual({ answer: dns, atMs: 50 });
});

test('a system that finds while DNS cannot be reached directly is believed', async () => {
  expect(await asked([3000, hosts], [10, silence])).toEqual({ answer: hosts, atMs: 3000 });
});

describe('thoroughly, for comparisons over each family', () => {
  const both: Answer = {
    outcome: 'found',
    found: {
      type: 'addresses',
      addresses: [
        { ipAddress: '2001:db8::1', family: 6 },
        { ipAddress: '192.0.2.1', family: 4 },
      ],
    },
  };

  test('both families found by the system are enough', async () => {
    expect(await asked([5, both], [50, dns], thoroughly)).toEqual({ answer: both, atMs: 5 });
  });

  test('one family found by the system waits for what DNS says of the other', async () => {
    const { answer, atMs } = await asked([5, dns], [1600, both], thoroughly);
    expect(atMs).toBe(1600);
    expect(answer).toMatchObject({
      found: { addresses: [{ ipAddress: '192.0.2.1' }, { ipAddress: '2001:db8::1' }] },
    });
  });

  test('what there is counts when the other family has none, or DNS cannot be asked directly', async () => {
    expect(await asked([5, dns], [10, dns], thoroughly)).toEqual({ answer: dns, atMs: 10 });
    expect(await asked([5, dns], [3000, silence], thoroughly)).toEqual({ answer: dns, atMs: 3000 });
    expect(await asked('never', [10, both], thoroughly)).toEqual({ answer: both, atMs: 210 });
  });

  test('whether there are addresses of the other family is left open only where DNS leaves it open', async () => {
    const halfHeard = { ...dns, unheard: 6 } as const;
    const saying = async (said: Answer) => (await asked([5, halfHeard], [10, said], thoroughly)).answer;
    expect(await saying(dns)).toEqual(dns);
    expect(await saying(noData)).toEqual(dns);
    expect(await saying(both)).not.toHaveProperty('unheard');
    expect(await saying(halfHeard)).toEqual(halfHeard);
    expect(await saying(silence)).toEqual(halfHeard);
  });

  test('why nothing was found is told as ever', async () => {
    expect((await asked([5, systemFailed], [50, noName], thoroughly)).answer).toEqual(noName);
  });
});
