import { expect, test } from 'vitest';
import { paccDigest, parsePacc } from '../../../shared/parse/pacc-json.ts';
import { fc } from '../../support/invented-inputs.ts';

const owner = { domain: 'example.org' };
const read = (value: unknown) => parsePacc(JSON.stringify(value), owner);

test('each service is at its usual port with implicit TLS; the older name of submission is known', () => {
  const found = read({
    protocols: { smtp: { host: 'Smtp.Example.org' }, pop3: { host: 'pop.example.org' } },
  });
  expect(found).toMatchObject({
    value: {
      servers: [
        { protocol: 'smtp', host: 'smtp.example.org', port: 465, security: 'tls' },
        { protocol: 'pop3', host: 'pop.example.org', port: 995, security: 'tls' },
      ],
      oddities: [],
    },
  });
  const both = read({
    protocols: { smtp: { host: 'old.example.org' }, submit: { host: 'new.example.org' } },
  });
  expect(both).toMatchObject({ value: { servers: [{ host: 'new.example.org' }] } });
});

test('a host that is none is told and left out', () => {
  expect(read({ protocols: { submit: { host: 'a b' }, imap: {}, pop3: { host: { x: 1 } } } })).toMatchObject({
    value: { servers: [], oddities: [{ where: 'submit host', found: 'a b' }, {}, {}] },
  });
});

test('one odd part does not lose the others', () => {
  const submit = { host: 'smtp.example.org' };
  const servers = [{ host: 'smtp.example.org', port: 465 }];
  for (const odd of [null, 7, 'none', [], { provider: null }])
    expect(
      read({ protocols: { submit, imap: odd, pop3: null }, info: odd, authentication: odd }),
    ).toMatchObject({
      ok: true,
      value: { servers },
    });
});

test('a provider that takes no passwords is not said to take any', () => {
  const found = read({
    protocols: { submit: { host: 'smtp.example.org' } },
    authentication: { password: false, 'oauth-public': { issuer: 'https://id.example.org' } },
  });
  expect(found).toMatchObject({ value: { servers: [{ auth: ['oauth2'] }] } });
});

test.each(['', 'null', '[]', '{}', '{"protocols":[]}', '{"protocols":7}', '<xml/>', '['.repeat(100_000)])(
  'no such document: %#',
  (text) => {
    expect(parsePacc(text, owner)).toEqual({ ok: false, fault: 'not-pacc' });
  },
);

test('whatever comes is read or refused, never thrown', () => {
  const host = fc.oneof(fc.string(), fc.jsonValue());
  const services = fc.dictionary(fc.constantFrom('imap', 'submit', 'pop3', 'x'), fc.record({ host }));
  fc.assert(
    fc.property(services, fc.jsonValue(), (protocols, authentication) => {
      const found = read({ protocols, authentication });
      if (!found.ok) return;
      for (const server of found.value.servers) expect(server.host).toMatch(/^[a-z0-9._:-]+$/);
    }),
    { numRuns: 200 },
  );
});

test('a digest is read from its record, whatever its order and spaces', () => {
  const digest = `${'A'.repeat(43)}=`;
  expect(paccDigest(`v=UAAC1; a=sha256; d=${digest}`)).toBe(digest);
  expect(paccDigest(`d = ${digest};a=SHA256 ;v=UAAC1;x=y`)).toBe(digest);
  for (const other of [
    '',
    'v=UAAC1',
    `v=UAAC2;a=sha256;d=${digest}`,
    `v=UAAC1;a=sha1;d=${digest}`,
    `v=UAAC1;a=sha256;d=${digest}A`,
  ])
    expect(paccDigest(other)).toBeNull();
});
