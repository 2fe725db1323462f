import { fail, ok, type Result } from '../model/problem.ts';
import { appleMailIphone } from './apple-mail-iphone.ts';
import { appleMailMac } from './apple-mail-mac.ts';
import { appleProfile } from './apple-profile.ts';
import { autodiscover } from './autodiscover.ts';
import { checkedSettings } from './checked-settings.ts';
import { claws } from './claws.ts';
import type { Client, ClientSettings, CodeClient, FileClient, Step, StepsClient, Variant } from './client.ts';
import { curl } from './curl.ts';
import { checkedPassword, deltaChat } from './delta-chat.ts';
import { brotherScanner } from './devices/brother-scanner.ts';
import { canonScanner } from './devices/canon-scanner.ts';
import { device } from './devices/device.ts';
import { epsonScanner } from './devices/epson-scanner.ts';
import { hikvision } from './devices/hikvision.ts';
import { hpScanner } from './devices/hp-scanner.ts';
import { konicaScanner } from './devices/konica-scanner.ts';
import { kyoceraScanner } from './devices/kyocera-scanner.ts';
import { lexmarkScanner } from './devices/lexmark-scanner.ts';
import { proxmox } from './devices/proxmox.ts';
import { qnap } from './devices/qnap.ts';
import { reolink } from './devices/reolink.ts';
import { ricohScanner } from './devices/ricoh-scanner.ts';
import { sharpScanner } from './devices/sharp-scanner.ts';
import { synology } from './devices/synology.ts';
import { truenas } from './devices/truenas.ts';
import { unifi } from './devices/unifi.ts';
import { vcenter } from './devices/vcenter.ts';
import { veeam } from './devices/veeam.ts';
import { xeroxScanner } from './devices/xerox-scanner.ts';
import { zabbix } from './devices/zabbix.ts';
import { django } from './django.ts';
import { dotenv } from './dotenv.ts';
import { asSeenBy, warnedAsSeenBy } from './elsewhere.ts';
import { emclient } from './emclient.ts';
import { evolution } from './evolution.ts';
import { exim } from './exim.ts';
import { fairemail } from './fairemail.ts';
import { isForPeople } from './for-people.ts';
import { geary } from './geary.ts';
import { gmailApp } from './gmail-app.ts';
import { gmailSendAs } from './gmail-send-as.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { k9 } from './k9.ts';
import { kmail } from './kmail.ts';
import { laravel } from './laravel.ts';
import { adviceOf } from './login-advice.ts';
import { mailspring } from './mailspring.ts';
import { msmtp } from './msmtp.ts';
import { mutt } from './mutt.ts';
import { newOutlook } from './new-outlook.ts';
import { nodemailer } from './nodemailer.ts';
import { wantsWindowsLogin } from './offered.ts';
import { outlook } from './outlook.ts';
import { outlookMac } from './outlook-mac.ts';
import { outlookMobile } from './outlook-mobile.ts';
import { outlookPrf } from './outlook-prf.ts';
import { withOwnSender, withSenderToFill } from './own-sender.ts';
import { type Page, pageOf } from './page.ts';
import { phpmailer } from './phpmailer.ts';
import { postfix } from './postfix.ts';
import { hasPlaceFor, prefaceOf, withPreface } from './preface.ts';
import { bluemail } from './programs/bluemail.ts';
import { mailbird } from './programs/mailbird.ts';
import { nextcloudMail } from './programs/nextcloud-mail.ts';
import { outlookCom } from './programs/outlook-com.ts';
import { postbox } from './programs/postbox.ts';
import { spark } from './programs/spark.ts';
import { theBat } from './programs/the-bat.ts';
import { windowsLiveMail } from './programs/windows-live-mail.ts';
import { yahooMail } from './programs/yahoo-mail.ts';
import { type QrCode, qrCode } from './qr-code.ts';
import { ExportRefused, refused } from './refused.ts';
import { samsungEmail } from './samsung-email.ts';
import { compose } from './services/compose.ts';
import { discourse } from './services/discourse.ts';
import { dma } from './services/dma.ts';
import { dockerMailserver } from './services/docker-mailserver.ts';
import { dotnet } from './services/dotnet.ts';
import { fluentSmtp } from './services/fluent-smtp.ts';
import { gitea } from './services/gitea.ts';
import { gitlab } from './services/gitlab.ts';
import { go } from './services/go.ts';
import { grafana } from './services/grafana.ts';
import { homeAssistant } from './services/home-assistant.ts';
import { java } from './services/java.ts';
import { keycloak } from './services/keycloak.ts';
import { mailcow } from './services/mailcow.ts';
import { mailu } from './services/mailu.ts';
import { mattermost } from './services/mattermost.ts';
import { nextcloud } from './services/nextcloud.ts';
import { nullmailer } from './services/nullmailer.ts';
import { opensmtpd } from './services/opensmtpd.ts';
import { postSmtp } from './services/post-smtp.ts';
import { rails } from './services/rails.ts';
import { roundcube } from './services/roundcube.ts';
import { sendmail } from './services/sendmail.ts';
import { sogo } from './services/sogo.ts';
import { ssmtp } from './services/ssmtp.ts';
import { wpMailSmtp } from './services/wp-mail-smtp.ts';
import { spring } from './spring.ts';
import { srv } from './srv.ts';
import { renderSteps } from './steps-text.ts';
import { swaks } from './swaks.ts';
import { symfony } from './symfony.ts';
import { text } from './text.ts';
import { thunderbird } from './thunderbird.ts';
import { thunderbirdAndroid } from './thunderbird-android.ts';
import { thunderbirdAndroidQr } from './thunderbird-android-qr.ts';
import { thunderbirdAutoconfig } from './thunderbird-autoconfig.ts';
import { thunderbirdZip } from './thunderbird-zip.ts';
import { withNamesToFill } from './to-fill.ts';
import { nearestVariant, sendsAlone, stepsOf } from './variant.ts';
import { withPassword } from './way-in.ts';
import { webmail } from './webmail.ts';
import { wordpress } from './wordpress.ts';
import { nameWords } from './words.ts';

export { settingsFromReport } from './from-report.ts';

/** Every mail program that settings can be written for, in the order in which they are offered. */
export const clients: readonly Client[] = [
  ...[
    text,
    outlook,
    newOutlook,
    thunderbird,
    appleMailMac,
    appleMailIphone,
    gmailApp,
    samsungEmail,
    gmailSendAs,
  ],
  ...[
    outlookMac,
    outlookMobile,
    thunderbirdAndroid,
    evolution,
    kmail,
    claws,
    geary,
    fairemail,
    emclient,
    mailspring,
    spark,
    bluemail,
    mailbird,
    theBat,
    postbox,
    windowsLiveMail,
    nextcloudMail,
    outlookCom,
    yahooMail,
    webmail,
  ],
  ...[
    device,
    hpScanner,
    canonScanner,
    brotherScanner,
    epsonScanner,
    ricohScanner,
    kyoceraScanner,
    xeroxScanner,
  ],
  ...[konicaScanner, sharpScanner, lexmarkScanner, synology, qnap, truenas, unifi, hikvision, reolink],
  ...[proxmox, veeam, zabbix, vcenter],
  ...[html, thunderbirdZip, appleProfile, thunderbirdAndroidQr, k9, deltaChat],
  ...[msmtp, mutt, postfix, exim, swaks, curl],
  ...[sendmail, opensmtpd, ssmtp, nullmailer, dma, dockerMailserver, mailcow, mailu],
  ...[nodemailer, django, laravel, symfony, phpmailer, wordpress, spring, dotenv, json],
  ...[rails, dotnet, java, go, compose],
  ...[
    wpMailSmtp,
    fluentSmtp,
    postSmtp,
    nextcloud,
    gitlab,
    gitea,
    mattermost,
    discourse,
    grafana,
    keycloak,
    homeAssistant,
  ],
  ...[roundcube, sogo, thunderbirdAutoconfig, autodiscover, outlookPrf, srv],
];

/** The client of that id, as the command line and the window name it. */
export function findClient(id: string): Client | undefined {
  return clients.find((client) => client.id === id);
}

/** A file's name, media type and whole content. */
export type RenderedClient = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly text: string;
  /** The text is base64 of the file's bytes. */
  readonly encoding?: 'base64';
};

/**
 * Settings as a file or, for programs that load none, as steps in plain text, for a variant or the likeliest one. A value that cannot be
 * carried is a Problem.
 */
export function renderClient(
  client: Client,
  settings: ClientSettings,
  variant?: Variant,
): Result<RenderedClient> {
  return carrying(() => {
    const checked = checkedSettings(settings);
    if (client.kind === 'steps') {
      return {
        fileName: `postway-${client.id}-steps.txt`,
        mediaType: 'text/plain; charset=utf-8',
        text: renderSteps(client, checked, variant ?? nearestVariant(client, checked, {})),
      };
    }
    if (client.kind === 'code') {
      throw refused('password', 'client.refuse.in-file');
    }
    const { fileName, mediaType, encoding } = client;
    const used = usedBy(client, checked);
    const text = withPreface(client.render(used), client.comments, [...prefaceOf(used), ...adviceOf(used)]);
    return { fileName, mediaType, text, ...(encoding && { encoding }) };
  });
}

/** They hold the values for whoever or whatever reads them, and log in nowhere. */
const tellsValues: ReadonlySet<string> = new Set(['text', 'html', 'json', 'srv']);

/** The settings as this file can say them: with a password where it knows no sign-in, and what only sends from an address that may. */
function usedBy(client: FileClient | CodeClient, settings: ClientSettings): ClientSettings {
  if (wantsWindowsLogin(settings) && !tellsValues.has(client.id)) {
    throw refused('outgoing.auth', 'client.refuse.windows-login');
  }
  const used = 'canSignIn' in client ? settings : withPassword(settings);
  if (!sendsAlone(client)) return warnedAsSeenBy(client, client.addsAccount ? withOwnSender(used) : used);
  // A program that reads the report's own values takes what stands there for an address.
  if (client.kind === 'code') return warnedAsSeenBy(client, withOwnSender(used));
  if (client.comments === 'own') return warnedAsSeenBy(client, withOwnSender(used, client));
  const filled = withNamesToFill(used, client);
  return warnedAsSeenBy(
    client,
    client.hasNoSender ? withOwnSender(filled, client) : withSenderToFill(filled),
  );
}

/**
 * What belongs to a file and stands in no file of a format without comments: what is wrong with the settings, and what to do at the provider.
 */
export function besideFile(client: Client, settings: ClientSettings): string[] {
  const used = client.kind === 'steps' ? withPassword(settings) : usedBy(client, settings);
  return [...prefaceOf(used), ...adviceOf(used)];
}

/** Whether what is wrong with the settings stands in the file itself, or only beside it. */
export function beginsWithPreface(client: Client, settings: ClientSettings): boolean {
  if (client.kind === 'steps') return true;
  return client.kind !== 'code' && hasPlaceFor(client.comments, besideFile(client, settings));
}

/** These settings with one program's way to them, for the page to print. A value that cannot be carried is a Problem. */
export function withWalkthrough(
  settings: ClientSettings,
  client: StepsClient,
  variant: Variant,
): Result<ClientSettings> {
  const steps = clientSteps(client, settings, variant);
  if (!steps.ok) return steps;
  const isSendingOnly = !isForPeople(client);
  // That they are a way around, or are not any more, is said in the steps.
  const { elsewhere: _, ...seen } = asSeenBy(
    client,
    sendsAlone(client) ? withOwnSender(settings, client) : settings,
  ).settings;
  return ok({
    ...seen,
    walkthrough: { program: nameWords(client.name), steps: steps.value, isSendingOnly },
  });
}

/** The steps one by one, for a screen that shows them. A value that cannot be carried is a Problem. */
export function clientSteps(
  client: StepsClient,
  settings: ClientSettings,
  variant: Variant,
): Result<readonly Step[]> {
  return carrying(() => stepsOf(client, checkedSettings(settings), variant));
}

/** The settings once more, as safe to be written as an export makes sure of; a value that cannot be carried is a Problem. */
export function carriedSettings(settings: ClientSettings): Result<ClientSettings> {
  return carrying(() => checkedSettings(settings));
}

/** The page to print or to send, for a window that draws it. A value that cannot be carried is a Problem. */
export function settingsPage(settings: ClientSettings): Result<Page> {
  return carrying(() => pageOf(checkedSettings(settings)));
}

/** A file's code to scan, drawn; `null` for a file that is none. A value that cannot be carried is a Problem. */
export function clientCode(client: FileClient, settings: ClientSettings): Result<QrCode> | null {
  const { code } = client;
  return code ? carrying(() => qrCode('displayName', code(usedBy(client, checkedSettings(settings))))) : null;
}

/** The code to scan that holds the password, which goes nowhere else. A value that cannot be carried is a Problem. */
export function passwordCode(client: CodeClient, settings: ClientSettings, password: string): Result<QrCode> {
  return carrying(() =>
    qrCode('password', client.code(usedBy(client, checkedSettings(settings)), checkedPassword(password))),
  );
}

function carrying<T>(render: () => T): Result<T> {
  try {
    return ok(render());
  } catch (error) {
    if (error instanceof ExportRefused) return fail(error.field, error.words, 'refused');
    throw error;
  }
}
