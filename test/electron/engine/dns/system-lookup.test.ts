import { expect, test } from 'vitest';
import { systemLookup } from '../../../../electron/engine/dns/system-lookup.ts';

test('knows what the hosts file knows, and keeps questions asked at once apart', async () => {
  const answers = await Promise.all(
    ['localhost', '127.0.0.7', '127.0.0.8', 'no such name'].map((name) => systemLookup().find(name)),
  );
  expect(answers[0]?.outcome).toBe('found');
  expect(answers.slice(1, 3)).toEqual(
    ['127.0.0.7', '127.0.0.8'].map((ipAddress) => ({
      outcome: 'found',
      found: { type: 'addresses', addresses: [{ ipAddress, family: 4 }] },
      unheard: 6,
    })),
  );
  expect(answers[3]?.outcome).toBe('no-answer');
});

test('a question under way keeps no thread of this process, which Node would wait for at its end', async () => {
  const lookup = systemLookup();
  await lookup.ready;
  const asked = lookup.find('localhost');
  await new Promise((resolve) => setImmediate(resolve));
  expect(process.getActiveResourcesInfo()).not.toContain('GetAddrInfoReqWrap');
  expect((await asked).outcome).toBe('found');
});
