import { expect, test } from 'vitest';
import { check } from '../../../electron/engine/check.ts';
import type { DnsQuestion } from '../../../electron/engine/system.ts';
import type { Family } from '../../../shared/model/family.ts';
import { aCheckInput } from '../../support/builders.ts';
import { fakeSystem } from '../../support/fake-system.ts';

const addresses = (...found: { ipAddress: string; family: Family }[]) =>
  ({ outcome: 'found', found: { type: 'addresses', addresses: found } }) as const;

/** A router that answers for DNS out of its memory while nothing goes out. */
function everyName({ name, type }: DnsQuestion) {
  if (type !== 'addresses') return { outcome: 'no-data', code: 'ENODATA' } as const;
  const last = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 250, 1);
  return addresses(
    { ipAddress: `192.0.2.${last}`, family: 4 },
    { ipAddress: `2001:db8::${last}`, family: 6 },
  );
}

const hourMs = 3_600_000;

test.each([true, false])(
  'ends where names are found and nothing else answers (comparisons: %s)',
  async (references) => {
    const system = fakeSystem({}, everyName);
    const stop = new AbortController();
    const over = new AbortController();
    void system.clock.sleep(hourMs, over.signal).then(() => stop.abort());
    const options = { system, version: '0', onEvent: () => {} };

    const report = await system.clock.run(
      check(aCheckInput({ references }), options, stop.signal).finally(() => over.abort()),
    );

    expect(report.elapsedMs).toBeLessThan(90_000);
    expect(report.observations.filter(({ role }) => role === 'portal').length).toBeLessThanOrEqual(8);
    expect(report.recommendation).toBeNull();
    expect(system.dialling()).toBe(0);
    expect(system.clock.sleepers()).toBe(0);
  },
);
