import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { discoveryAsData, renderDiscovery } from '../../../electron/cli/discovery-result.ts';
import { paintFor } from '../../../electron/cli/paint.ts';
import { showCheck } from '../../../electron/cli/show-check.ts';
import { check } from '../../../electron/engine/check.ts';
import { type Discovery, discover } from '../../../electron/engine/discovery.ts';
import { clients, renderClient, settingsFromReport } from '../../../shared/clients/index.ts';
import { reportIn } from '../../../shared/diagnose/worded.ts';
import { parseReport, type Report, renderReport } from '../../../shared/model/report.ts';
import { aCheckInput, aJudgedReport } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { expectHarmless } from '../../support/harmless.ts';
import { type LoopbackWeb, loopbackWeb } from '../../support/loopback-web.ts';
import { fakeShell } from '../cli/fake-shell.ts';

/** What XML may say by number even where a byte of it would be refused: escapes, links, marks that turn text, a line end, markup. */
const acting =
  '&#27;[2J&#27;]8;;https://evil.example&#7;here&#27;]8;;&#7;&#8238;gpj.exe&#8294;&#8207;&#155;31m&#13;&#10;RCPT &lt;img src=x onerror=alert(1)&gt;';
/** The same as JSON says it. */
const inJson =
  '\\u001b[2J\\u001b]8;;https://evil.example\\u0007here\\u202egpj.exe\\u2066\\u200f\\u009b31m\\r\\nRCPT <img src=x onerror=alert(1)>';
const asText = JSON.parse(`"${inJson}"`) as string;

const server = (hostname: string, username: string) =>
  `<outgoingServer type="smtp"><hostname>${hostname}</hostname><port>465</port><socketType>SSL</socketType>
   <authentication>${acting}</authentication><authentication>password-cleartext</authentication>
   <username>${username}</username><restriction>${acting}</restriction></outgoingServer>`;
const config = `<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="${acting}">
  <domain>example.org</domain><displayName>${acting}</displayName>
  <incomingServer type="${acting}"><hostname>x</hostname></incomingServer>
  ${server(`smtp.example.org${acting}`, 'x')}${server('smtp.example.org', acting)}${server('smtp.example.org', 'you')}
  <documentation url="https://help.example.org/${acting}"><descr>${acting}</descr></documentation>
  <enable visiturl="https://help.example.org/on"><instruction>${acting}</instruction></enable>
  <oAuth2><issuer>${acting}</issuer><scope>${acting}</scope><authURL>https://a.example.org/</authURL><tokenURL>https://t.example.org/</tokenURL></oAuth2>
  <webMail><loginPage url="https://w.example.org/${acting}"/></webMail></emailProvider></clientConfig>`;
const autodiscover = `<?xml version="1.0"?><Autodiscover><Response>
  <Error><ErrorCode>${acting}</ErrorCode><Message>${acting}</Message></Error>
  <Account><AccountType>email</AccountType><Protocol><Type>${acting}</Type></Protocol>
  <Protocol><Type>SMTP</Type><Server>mail.example.org${acting}</Server><Port>${acting}</Port></Protocol>
  <Protocol><Type>SMTP</Type><Server>mail.example.org</Server><Port>465</Port><LoginName>${acting}</LoginName></Protocol>
  </Account></Response></Autodiscover>`;
const pacc = `{"protocols":{"submit":{"host":"smtp.example.org"},"imap":{"host":"${inJson}"}},
  "authentication":{"password":true},"info":{"provider":{"name":"${inJson}"}}}`;

/** What a terminal or a screen acts on instead of showing it; our own display moves up and clears. */
const actsOnScreens = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const ownMoves = /\p{Cc}\[\d+A\r\p{Cc}\[J/gu;

describe('a provider whose settings say escapes, links, marks that turn text and markup in every place', () => {
  let web: LoopbackWeb;
  let discovery: Discovery;
  let report: Report;
  let terminal: ReturnType<typeof fakeShell>;

  beforeAll(async () => {
    const digest = createHash('sha256').update(pacc, 'utf8').digest('base64');
    web = await loopbackWeb(
      {
        'https://autoconfig.example.org/mail/config-v1.1.xml': config,
        'https://example.org/.well-known/autoconfig/mail/config-v1.1.xml': (_request, response) =>
          response.writeHead(302, 'Found', { Location: 'https://evil.example/%1b[2J%E2%80%AE' }).end(),
        'https://autodiscover.example.org/autodiscover/autodiscover.xml': autodiscover,
        'https://ua-auto-config.example.org/.well-known/user-agent-configuration.json': pacc,
        'https://autoconfig.thunderbird.net/v1.1/example.org': config,
      },
      {
        hosts: { 'smtp.example.org': '192.0.2.1', 'mail.example.org': '192.0.2.1' },
        zone: {
          'TXT _ua-auto-config.example.org': {
            type: 'TXT',
            texts: [`v=UAAC1; a=sha256; d=${digest}`, asText],
          },
          'TXT example.org': { type: 'TXT', texts: [asText, `v=spf1 ${asText} -all`] },
          'MX example.org': { type: 'MX', records: [{ exchange: 'mx.example.org', preference: 10 }] },
          'SRV _submissions._tcp.example.org': {
            type: 'SRV',
            records: [{ target: 'smtp.example.org', port: 465, priority: 0, weight: 0 }],
          },
        },
      },
    );
    const never = new AbortController().signal;
    discovery = await discover(aCheckInput(), web.system, never);
    const input = aCheckInput({ references: false });
    terminal = fakeShell({ isTerminal: true });
    const system = {
      ...web.system,
      lookHere: async () => [],
      dial: async () => ({ ok: false, errno: 'ECONNREFUSED' }) as const,
    };
    await showCheck(
      {
        subject: 'you@example.org',
        asJson: false,
        isColourOff: true,
        check: async (onEvent, signal) => {
          report = reportIn(await check(input, { system, version: '0.0.0', onEvent }, signal), english);
          return report;
        },
      },
      terminal.shell,
    );
  });
  afterAll(() => web.close());

  test('was heard, in all its places', () => {
    const said = JSON.stringify(discovery.entries);
    for (const source of ['autoconfig', 'autodiscover', 'pacc', 'ispdb']) {
      expect(
        discovery.entries.filter((entry) => entry.source === source && entry.outcome === 'found'),
        source,
      ).not.toEqual([]);
    }
    expect(said).toContain('gpj.exe');
  });

  test('is harmless in what the sources said, in the report, and comes back from a file', () => {
    for (const entry of discovery.entries) expectHarmless(entry);
    expectHarmless(report.discovery);
    expect(parseReport(renderReport(report)).ok).toBe(true);
  });

  test('is harmless on a terminal: of a check, of discover, and as JSON', () => {
    const paint = paintFor(terminal.shell.stdout, terminal.shell, true);
    const shown = renderDiscovery('you@example.org', discovery, { columns: 80, paint });
    const written = (terminal.stdout() + terminal.stderr()).replaceAll(ownMoves, '');
    for (const text of [shown, written]) expect(text.replaceAll('\n', '')).not.toMatch(actsOnScreens);
    const json = JSON.stringify(discoveryAsData('you@example.org', discovery), null, 2);
    expect(json.replaceAll('\n', '')).not.toMatch(actsOnScreens);
  });

  test('is harmless in every export of settings that a check found to work', () => {
    const settings = settingsFromReport({ ...aJudgedReport(), discovery: report.discovery });
    if (!settings.ok) throw new Error(english(settings.problem.message));
    for (const client of clients) {
      const rendered = renderClient(client, settings.value);
      const text = rendered.ok ? rendered.value.text : english(rendered.problem.message);
      expect(text, client.id).not.toMatch(/<img/);
      expect(text.replaceAll(/[\r\n\t]/g, ''), client.id).not.toMatch(actsOnScreens);
    }
  });
});
