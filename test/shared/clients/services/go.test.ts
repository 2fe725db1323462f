import { copyFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { go } from '../../../../shared/clients/services/go.ts';
import { aServer } from '../../../support/builders.ts';
import { expectCarried, type Found, fileOf } from '../carried.ts';
import { testSending } from '../sends.ts';

/** As the specification of Go has an interpreted string literal: of JSON's escapes, `\/` alone is none of its own, and is never written. */
function value(source: string | undefined): string {
  if (source === undefined || !/^(?:[^\\]|\\[^/])*$/su.test(source))
    throw new Error(`Go would read this otherwise: ${source}`);
  return JSON.parse(source);
}

function read(text: string): Found {
  const [, host, port] = /^\thost, port := (".*"), "(\d+)"$/mu.exec(text) ?? [];
  const [, user] = /^\tuser := (".*")$/mu.exec(text) ?? [];
  const [, name, address] = /^\tfrom := mail\.Address\{Name: (".*"), Address: (".*")\}$/mu.exec(text) ?? [];
  return {
    host: value(host),
    port: Number(port),
    security: text.includes('tls.Dial') ? 'tls' : text.includes('client.StartTLS') ? 'starttls' : 'none',
    username: value(user),
    name: value(name),
    address: value(address),
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(go, read));

test('stops when STARTTLS is refused, and logs in only where the server wants it', () => {
  expect(fileOf(go)).toContain('\tcheck(client.StartTLS(');
  expect(fileOf(go, { outgoing: aServer({ auth: 'none' }) })).not.toMatch(/Auth|"os"/);
});

testSending(go, ['go'], ({ path, password, run }) => {
  copyFileSync(path('settings'), path('mail.go'));
  const environment = {
    SMTP_PASSWORD: password,
    SSL_CERT_FILE: path('authority.pem'),
    GOCACHE: path('cache'),
    GO111MODULE: 'off',
    GOFLAGS: '-p=1',
  };
  return run('go', ['run', path('mail.go')], { environment });
});
