import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';

/** How sure it is that a file is understood, the surest first. */
type Proof = {
  /**
   * `sent`: the real program sends a message with nothing but the file. `read`: the real program or its own parser reads it back. `described`: a reader of ours, written from the format's
   * documentation or the program's source.
   */
  readonly how: 'sent' | 'read' | 'described';
  /** Who does it. */
  readonly by: string;
  /** Below `test/`. */
  readonly test: string;
  /** What stands in that test where it is done. */
  readonly where: RegExp;
};

const here = 'shared/clients';
const services = 'shared/clients/services';
const sent = (by: string, test: string, where = /testSending\(|testThroughPostfix\(/): Proof => ({
  how: 'sent',
  by,
  test,
  where,
});
const read = (by: string, test: string, where: RegExp): Proof => ({ how: 'read', by, test, where });
const described = (by: string, test: string, where = /expectCarried\(/): Proof => ({
  how: 'described',
  by,
  test,
  where,
});

/** Every file that can be exported, and what proves that its reader understands it. */
const proofs: Readonly<Record<string, Proof>> = {
  msmtp: sent('msmtp', `${here}/msmtp.test.ts`),
  mutt: sent('mutt and NeoMutt', `${here}/mutt.test.ts`),
  postfix: sent('Postfix', `${here}/postfix.test.ts`, /sends a message with nothing but the lines/),
  exim: sent('Exim', `${here}/exim.test.ts`, /testThroughPostfix\(/),
  swaks: sent('swaks', `${here}/swaks.test.ts`),
  curl: sent('curl', `${here}/curl.test.ts`),
  nodemailer: sent('Nodemailer', `${here}/nodemailer.test.ts`),
  django: sent("Python's smtplib, as Django calls it", `${here}/django.test.ts`),
  dotenv: sent('Nodemailer, from what Node reads', `${here}/dotenv.test.ts`),
  phpmailer: sent('PHPMailer', `${here}/phpmailer.test.ts`),
  ssmtp: sent('sSMTP', `${services}/ssmtp.test.ts`),
  nullmailer: sent('nullmailer', `${services}/nullmailer.test.ts`),
  dma: sent('dma', `${services}/dma.test.ts`),
  go: sent('Go', `${services}/go.test.ts`),
  sendmail: read("sendmail's m4 files", `${services}/sendmail.test.ts`, /apt-get/),
  opensmtpd: read("OpenSMTPD's own check", `${services}/opensmtpd.test.ts`, /apt-get/),
  'docker-mailserver': read('postconf of Postfix', `${services}/docker-mailserver.test.ts`, /postconf/),
  gitlab: read('Ruby', `${services}/gitlab.test.ts`, /'ruby'/),
  rails: read('Ruby', `${services}/rails.test.ts`, /'ruby'/),
  gitea: read('go-ini, which Gitea reads with', `${services}/gitea.test.ts`, /go-ini/),
  grafana: read('go-ini, which Grafana reads with', `${services}/grafana.test.ts`, /go-ini/),
  java: read('java.util.Properties', `${services}/java.test.ts`, /'java'/),
  nextcloud: read('PHP', `${services}/nextcloud.test.ts`, /'php'/),
  symfony: read("PHP's parse_url", `${here}/symfony.test.ts`, /'php'/),
  'thunderbird-zip': read("Thunderbird's importer", 'thunderbird', /zip\.test\.ts/),
  'thunderbird-autoconfig': read("Thunderbird's own reader", 'thunderbird', /autoconfig\.test\.ts/),
  'apple-profile': read("Python's plistlib", `${here}/apple-profile.test.ts`, /'python3'/),
  'thunderbird-android-qr': read(
    'zbarimg, and a reader of its description',
    `${here}/thunderbird-android-qr.test.ts`,
    /zbarimg/,
  ),
  'delta-chat': read('zbarimg, and a reader of its description', `${here}/delta-chat.test.ts`, /zbarimg/),
  autodiscover: read(
    'xmllint, and a reader of its description',
    `${here}/autodiscover.test.ts`,
    /expectWellFormed/,
  ),
  k9: read('xmllint, and a reader of its description', `${here}/k9.test.ts`, /expectWellFormed/),
  'outlook-prf': described("Microsoft's description of the file", `${here}/outlook-prf.test.ts`),
  laravel: described('its source', `${here}/laravel.test.ts`),
  wordpress: described("the plugin's source", `${here}/wordpress.test.ts`),
  spring: described('the format of .properties files', `${here}/spring.test.ts`),
  json: described("the report's schema", `${here}/json.test.ts`),
  srv: described('RFC 1035 and 2782', `${here}/srv.test.ts`),
  text: described('a person', `${here}/text.test.ts`),
  html: described('the HTML standard', `${here}/html.test.ts`),
  mailu: described('its source', `${services}/mailu.test.ts`),
  dotnet: described("the grammar of C#'s strings", `${services}/dotnet.test.ts`),
  compose: described('the Compose Specification', `${services}/compose.test.ts`),
  mattermost: described('its source', `${services}/mattermost.test.ts`),
  discourse: described('its launcher', `${services}/discourse.test.ts`),
  keycloak: described('its source', `${services}/keycloak.test.ts`),
  'home-assistant': described('its documentation', `${services}/home-assistant.test.ts`),
  roundcube: described('its defaults', `${services}/roundcube.test.ts`),
  sogo: described('its guide', `${services}/sogo.test.ts`),
};

test('every file has its proof, and nothing else has', () => {
  const files = clients.filter(({ kind }) => kind !== 'steps').map(({ id }) => id);
  expect(Object.keys(proofs).toSorted()).toEqual(files.toSorted());
});

test.for(Object.entries(proofs).map(([id, proof]) => ({ id, ...proof })))(
  '$id is proved where it is said to be',
  ({ id, how, by, test: file, where }, { task }) => {
    const path = new URL(`../../${file}`, import.meta.url);
    const text = file.endsWith('.ts') ? readFileSync(path, 'utf8') : readdirSync(path).join(' ');
    expect(text).toMatch(where);
    task.meta.proof = { how, what: by === id ? id : `${id} (${by})` };
  },
);
