import { expect, test } from 'vitest';
import { srv } from '../../../shared/clients/srv.ts';
import { aServer } from '../../support/builders.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';

/** A zone file's lines of one SRV record each: RFC 1035 section 5, RFC 2782. */
function read(text: string): Found {
  const records = text
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith(';'));
  const parts = records.map((line) => {
    const found = /^_(\w+)\._tcp\.[a-z0-9.-]+\. 3600 IN SRV 0 1 (\d+) ([a-z0-9.-]+)\.$/.exec(line);
    if (!found) throw new Error(`not a record: ${line}`);
    return found;
  });
  const outgoing = parts.find(([, service]) => service?.startsWith('submission'));
  const incoming = parts.find(([, service]) => !service?.startsWith('submission'));
  return {
    host: outgoing?.[3] ?? '',
    port: Number(outgoing?.[2]),
    security: outgoing?.[1] === 'submissions' ? 'tls' : 'starttls',
    incomingHost: incoming?.[3] ?? '',
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(srv, read));

test('names the services as RFC 6186 and RFC 8314 do', () => {
  expect(fileOf(srv)).toContain('\n_submission._tcp.example.org. 3600 IN SRV 0 1 587 mail.example.org.\n');
  expect(fileOf(srv)).toContain('\n_imaps._tcp.example.org. 3600 IN SRV 0 1 993 imap.example.org.\n');
});

test('refuses what a record cannot say', () => {
  expect(refusedField(srv, { outgoing: aServer({ security: 'none' }) })).toBe('outgoing.security');
  expect(refusedField(srv, { outgoing: aServer({ host: '192.0.2.1' }) })).toBe('outgoing.host');
  expect(refusedField(srv, { mailAddress: '' })).toBe('mailAddress');
});
