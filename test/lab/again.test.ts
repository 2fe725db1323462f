import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { practiceAuthorities } from '../../electron/practice/certificates.ts';
import { builtCommandLine } from '../support/built.ts';
import { has, needs } from '../support/needs.ts';
import { ip, openScope, type Scope } from './scope.ts';

const { path } = builtCommandLine();
const server = '203.0.113.1';

/** A submission server with STARTTLS; the files of its certificate and key follow. */
const submission = `
  const [certificate, key] = process.argv.slice(1).map((file) => require('node:fs').readFileSync(file));
  const secureContext = require('node:tls').createSecureContext({ cert: certificate, key });
  const talk = (socket, offer) => socket.on('data', (bytes) => {
    const line = String(bytes);
    if (/^EHLO/i.test(line)) return socket.write('250-mail.example.org\\r\\n250 ' + offer + '\\r\\n');
    if (!/^STARTTLS/i.test(line)) return socket.end('221 2.0.0 Bye\\r\\n');
    socket.removeAllListeners('data');
    socket.write('220 go ahead\\r\\n');
    const secured = new (require('node:tls').TLSSocket)(socket, { isServer: true, secureContext });
    secured.on('error', () => {});
    talk(secured, 'AUTH PLAIN');
  });
  require('node:net').createServer((socket) => {
    socket.on('error', () => {});
    socket.write('220 mail.example.org ESMTP\\r\\n');
    talk(socket, 'STARTTLS');
  }).listen(587, '${server}', () => console.log('ready'));
`;

describe('check --again on a computer that comes to another network', () => {
  needs('root');
  let scope: Scope;
  let laptop: string;

  beforeAll(async () => {
    if (!has('root')) return;
    scope = openScope();
    laptop = scope.addNamespace('laptop');
    const office = lay('office', '192.0.2');
    const hotspot = lay('hotspot', '198.51.100');
    // The same address in both; in the office nobody listens at it.
    for (const place of [office, hotspot]) ip(place, [`addr add ${server}/32 dev lo`]);
    const authorities = practiceAuthorities(Date.now());
    const { chain, key } = authorities.issue({ names: [server] });
    for (const [name, text] of Object.entries({ root: authorities.root, chain, key }))
      writeFileSync(join(scope.folder, name), text);
    const files = ['chain', 'key'].map((name) => join(scope.folder, name));
    await scope.start(hotspot, [process.execPath, '-e', submission, ...files], { ready: /ready/ });
  });
  afterAll(() => scope?.close());

  /** A network behind the laptop's device of that name, which is not up yet. */
  function lay(role: string, net: string): string {
    const place = scope.addNamespace(role);
    ip(laptop, [
      `link add ${role} type veth peer name inside netns ${place}`,
      `addr add ${net}.10/24 dev ${role}`,
    ]);
    ip(place, [`addr add ${net}.1/24 dev inside`, 'link set inside up']);
    return place;
  }

  test('notices it by itself, checks there and says what the two say together', async () => {
    ip(laptop, ['link set office up', 'route add default via 192.0.2.1']);
    const argv = ['check', `${server}:587`, '--no-references', '--again', '--json'];
    const child = await scope.start(laptop, [process.execPath, path, ...argv], {
      environment: { NODE_EXTRA_CA_CERTS: join(scope.folder, 'root'), LANG: 'C.UTF-8', HOME: scope.folder },
    });
    let said = '';
    let comparison = '';
    child.stdout?.on('data', (bytes) => {
      comparison += String(bytes);
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    const asked = new Promise<void>((resolve) => {
      child.stderr?.on('data', (bytes) => {
        said += String(bytes);
        if (/connect this computer to another network/.test(said)) resolve();
      });
    });

    await Promise.race([asked, ended]);
    ip(laptop, ['link set office down', 'link set hotspot up', 'route add default via 198.51.100.1']);

    const status = await ended;
    expect(JSON.parse(comparison), said).toMatchObject({
      network: 'other',
      findings: [{ code: 'server-or-network' }, { code: 'network-changed' }],
      left: ['older-network', 'server'],
      differences: [{ port: 587, older: { outcome: 'refused' }, newer: { outcome: 'ok' } }],
    });
    expect(status).toBe(1);
  }, 60_000);
});
