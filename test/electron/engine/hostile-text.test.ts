import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import * as tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { showCheck } from '../../../electron/cli/show-check.ts';
import { check } from '../../../electron/engine/check.ts';
import { clients, renderClient, settingsFromReport } from '../../../shared/clients/index.ts';
import { isTooLarge } from '../../../shared/contract/channel.ts';
import { contract } from '../../../shared/contract/contract.ts';
import { reportIn } from '../../../shared/diagnose/worded.ts';
import { CheckEvent } from '../../../shared/model/check.ts';
import { maxReportChars, parseReport, type Report, renderReport } from '../../../shared/model/report.ts';
import { aCheckInput } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { type Loopback, loopback } from '../../support/loopback.ts';
import { loopbackSystem } from '../../support/loopback-system.ts';
import { authorities, serverName } from '../../support/servers.ts';
import { fakeShell } from '../cli/fake-shell.ts';

const markup = '<img src=x onerror=alert(1)></td></script><script>alert(1)</script>[x](javascript:alert(1))';
const acting = `\u001b[2J\u001b]8;;https://evil.example\u0007here\u001b]8;;\u0007\u001b]0;title\u0007\r\b\u0000\u009b31m\u202egpj.exe\u2066\u200f`;
/** What is said, and whether a server that says it can still be recommended: so much of some is no reply any more. */
const texts: readonly (readonly [string, string, boolean])[] = [
  ['escapes, links, marks that turn text, NUL', acting, true],
  ['markup', markup, true],
  ['lines as long as any that is read', `${acting}${markup} `.repeat(60).slice(0, 4000), false],
  ['bytes that are three times as long in UTF-8', '\u00ff'.repeat(4000), false],
  [
    'words of the rules',
    `blocked by policy using ${acting}.zen.spamhaus.org, see https://${markup} `.repeat(20),
    true,
  ],
];

/** Each port answers with the text in another place, as often as a reply may have lines. */
const refusing = (text: string) => (stream: Duplex) => stream.end(`554 5.7.1 ${text}\r\n`);
const lines = (text: string) => Math.max(1, Math.min(190, Math.floor(60_000 / text.length)));
function talking(text: string) {
  const listed = Array.from({ length: lines(text) }, (_, n) => `250-X${n} ${text}\r\n`).join('');
  return (stream: Duplex, startTls?: () => Duplex): void => {
    const onData = (chunk: Buffer) => {
      const said = chunk.toString('latin1');
      if (/^(EHLO|HELO)/.test(said))
        stream.write(`250-${text}\r\n${listed}250-AUTH PLAIN ${text}\r\n250 STARTTLS\r\n`, 'latin1');
      if (!said.startsWith('STARTTLS') || !startTls) return;
      stream.off('data', onData);
      stream.write(`220 ${text}\r\n`, 'latin1', () => talking(text)(startTls()));
    };
    stream.on('data', onData);
    stream.on('error', () => {});
    if (startTls) stream.write(`220 ${text}\r\n`, 'latin1');
  };
}
function listing(text: string) {
  return (stream: Duplex): void => {
    stream.write(`* OK [ALERT] ${text}\r\n`, 'latin1');
    stream.on('error', () => {});
    stream.on('data', (chunk: Buffer) => {
      const tag = chunk.toString('latin1').split(' ')[0];
      stream.write(
        `${`* CAPABILITY AUTH=${text} ${text}\r\n`.repeat(lines(text))}${tag} OK [${text}] ${text}\r\n`,
        'latin1',
      );
    });
  };
}

const { chain, key } = authorities.issue({
  names: [serverName, ...Array.from({ length: 300 }, (_, n) => `${'\u001b[2J<b>'.repeat(20)}${n}`)],
});
const secureContext = tls.createSecureContext({ cert: chain, key });
const encrypted = (socket: Socket) => {
  const secured = new tls.TLSSocket(socket, { isServer: true, secureContext });
  secured.on('error', () => {});
  return secured;
};

/** Our own display moves up and clears. */
const ownMoves = /\p{Cc}\[\d+A\r\p{Cc}\[J/gu;
/** What a terminal or a screen acts on instead of showing it. */
const actsOnScreens = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

describe.each(texts)('a provider whose servers say %s', (_what, text, isUsable) => {
  const servers = new Map<number, Loopback>();
  const events: CheckEvent[] = [];
  let report: Report;

  /** One check, shown as the command line shows it, on a terminal or into a file. */
  async function shown(isTerminal: boolean, asJson = false) {
    const fake = fakeShell({ isTerminal });
    const input = aCheckInput({ server: serverName, lookup: false, ports: [25, 26, 465, 587, 2525] });
    const system = loopbackSystem(servers);
    await showCheck(
      {
        subject: text,
        asJson,
        isColourOff: true,
        check: async (onEvent, signal) => {
          const onBoth = (event: CheckEvent) => {
            events.push(event);
            onEvent(event);
            fake.tick(50);
          };
          report = reportIn(
            await check(input, { system, version: '0.0.0', onEvent: onBoth }, signal),
            english,
          );
          return report;
        },
      },
      fake.shell,
    );
    return fake;
  }

  let terminal: Awaited<ReturnType<typeof shown>>;
  beforeAll(async () => {
    const talk = talking(text);
    const all: readonly [number, (socket: Socket) => void][] = [
      [25, refusing(text)],
      [26, (socket) => talk(socket, () => encrypted(socket))],
      [465, (socket) => listing(text)(encrypted(socket))],
      [587, (socket) => talk(socket, () => encrypted(socket))],
      [2525, (socket) => socket.end(`HTTP/1.1 200 ${text}\r\n`)],
      [143, listing(text)],
      [993, (socket) => listing(text)(encrypted(socket))],
      [110, (socket) => socket.end(`-ERR [${text}] ${text}\r\n`)],
      [995, (socket) => encrypted(socket).end(`+OK ${text}\r\n`)],
    ];
    for (const [port, server] of all) servers.set(port, await loopback(server));
    terminal = await shown(true);
  });
  afterAll(async () => {
    for (const server of servers.values()) await server.close();
  });

  test('ends as a report that can be saved, opened again and sent to the window', () => {
    const saved = renderReport(report);
    expect(parseReport(saved)).toEqual({ ok: true, value: report });
    expect(saved.length).toBeLessThan(maxReportChars);
    expect(saved.replaceAll('\n', '')).not.toMatch(actsOnScreens);
    expect(contract['check.watch'].result.safeParse(report).success).toBe(true);
    expect(isTooLarge({ kind: 'reply', id: 1, value: report })).toBe(false);
    for (const event of events) {
      expect(CheckEvent.safeParse(event).success).toBe(true);
      expect(isTooLarge({ kind: 'event', id: 1, event })).toBe(false);
    }
    expect(JSON.stringify(report.observations).length).toBeGreaterThan(10_000); // it was said, and is told
    for (const observation of report.observations) {
      // A report of 25 endpoints that all say as much as they may still fits.
      expect(JSON.stringify(observation).length).toBeLessThan(40_000);
    }
  });

  test('ends harmless on a terminal', () => {
    const written = (terminal.stdout() + terminal.stderr()).replaceAll(ownMoves, '');
    expect(written.replaceAll('\n', '')).not.toMatch(actsOnScreens);
    expect(
      Math.max(
        ...terminal
          .stdout()
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
  });

  test('ends harmless in every export', () => {
    const settings = settingsFromReport(report);
    expect(settings.ok).toBe(isUsable);
    if (!settings.ok) return expect(report.recommendation).toBeNull();
    for (const client of clients) {
      const rendered = renderClient(client, settings.value);
      const written = rendered.ok ? rendered.value.text : english(rendered.problem.message);
      expect(written).not.toMatch(/evil|onerror/);
      expect(written.replaceAll(/[\r\n\t]/g, '')).not.toMatch(actsOnScreens);
    }
  });
});
