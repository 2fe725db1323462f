import { expect, test } from 'vitest';
import { mailu } from '../../../../shared/clients/services/mailu.ts';
import { aServer } from '../../../support/builders.ts';
import { expectCarried, type Found, fileOf, refusedField } from '../carried.ts';
import { dockerEnv } from './docker-env-reader.ts';

/** Mailu hands RELAYHOST to Postfix as it is (postconf(5), relayhost). */
function read(text: string): Found {
  const [variables = '', more = ''] = text.split('\n# overrides/postfix/postfix.cf\n');
  const found = dockerEnv(variables);
  const [, host = '', port] = /^\[(?:ipv6:)?([^\]]*)\]:(\d+)$/.exec(found.get('RELAYHOST') ?? '') ?? [];
  const level = found.get('OUTBOUND_TLS_LEVEL');
  const isImplicit = more.includes('# smtp_tls_wrappermode = yes');
  return {
    host,
    port: Number(port),
    security: level === 'none' ? 'none' : isImplicit ? 'tls' : 'starttls',
    username: found.get('RELAYUSER') ?? '',
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(mailu, read));

test('insists on the right certificate, and refuses what its files would cut', () => {
  expect(fileOf(mailu)).toContain('\nOUTBOUND_TLS_LEVEL=secure\n');
  for (const username of ['a b', 'a:b', 'a$b', '"a"'])
    expect(refusedField(mailu, { outgoing: aServer({ username }) })).toBe('outgoing.username');
});
