import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addressesInHostsFile } from '../../../../electron/engine/here/hosts-file.ts';

test('a hosts file is read', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'postway-hosts-')), 'hosts');
  writeFileSync(file, '127.0.0.1 localhost\n192.0.2.66 mail.example.org\n');
  expect(await addressesInHostsFile('mail.example.org', file)).toEqual(['192.0.2.66']);
});

test('what is not there, or is no file, has no lines', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'postway-hosts-'));
  mkdirSync(join(folder, 'hosts'));
  expect(await addressesInHostsFile('mail.example.org', join(folder, 'none'))).toEqual([]);
  expect(await addressesInHostsFile('mail.example.org', join(folder, 'hosts'))).toEqual([]);
});
