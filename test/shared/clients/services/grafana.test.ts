import { describe, expect, test } from 'vitest';
import { grafana } from '../../../../shared/clients/services/grafana.ts';
import { aServer } from '../../../support/builders.ts';
import { needs } from '../../../support/needs.ts';
import { expectCarried, type Found, fileOf, refusedField } from '../carried.ts';
import { goIni, iniSection } from './ini-reader.ts';

const securities: Readonly<Record<string, string>> = { NoStartTLS: 'none', MandatoryStartTLS: 'starttls' };

function read(text: string): Found {
  const found = iniSection(text, 'smtp');
  const [, host = '', port] = /^\[?(.*?)\]?:(\d+)$/.exec(found.get('host') ?? '') ?? [];
  return {
    host,
    port: Number(port),
    security: securities[found.get('startTLS_policy') ?? ''] ?? 'tls',
    username: found.get('user') ?? '',
    address: found.get('from_address') ?? '',
    name: found.get('from_name') ?? '',
  };
}

test('a reader gets back every value, or the export refuses', () =>
  expectCarried(grafana, read, {
    prepare: ({ outgoing, ...others }) => ({
      ...others,
      outgoing: {
        ...outgoing,
        port: outgoing.security === 'tls' ? 465 : outgoing.port === 465 ? 587 : outgoing.port,
      },
    }),
  }));

test('refuses encryption from the start on a port where Grafana does not do it, and the other way round', () => {
  const refused = (change: Parameters<typeof aServer>[0]) =>
    refusedField(grafana, { outgoing: aServer(change) });
  expect(refused({ security: 'tls', port: 2465 })).toBe('outgoing.port');
  expect(refused({ security: 'starttls', port: 465 })).toBe('outgoing.port');
  expect(refused({ username: `a\${b}` })).toBe('outgoing.username');
  expect(refused({ username: '$__env{b}' })).toBe('outgoing.username');
  expect(fileOf(grafana)).toContain('\nskip_verify = false\n');
});

describe('the real go-ini', () => {
  needs('go-ini');
  test('reads back every value', async () => {
    const ran = await goIni(fileOf(grafana, { outgoing: aServer({ username: ' a"b;c#d\\e' }) }), 'smtp');
    expect(ran, ran.stderr).toMatchObject({ status: 0 });
    expect(JSON.parse(ran.stdout)).toMatchObject({
      host: 'mail.example.org:587',
      user: ' a"b;c#d\\e',
      startTLS_policy: 'MandatoryStartTLS',
    });
  });
});

test('says what to do where the file has this section already', () => {
  const text = fileOf(grafana).replace(/\n[#;] /g, ' ');
  expect(text).toContain('Where the file has a line [smtp] already');
});
