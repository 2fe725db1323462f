/**
 * Writes `shared/explain/thunderbird-texts.json`: how Thunderbird's errors begin and end in every language it ships in, from its own message
 * identifiers and language packs (Mozilla Public License 2.0). Only normalised pieces around the inserted values are kept, enough to tell
 * one message from another; the sentences themselves are not. Runs by hand, when a new Thunderbird is out:
 *
 *   apt-get download thunderbird $(apt-cache search --names-only '^thunderbird-l10n-' | cut -d' ' -f1)
 *   for package in *.deb; do dpkg-deb -x "$package" unpacked; done
 *   node build/thunderbird-texts.mjs unpacked
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pieces } from './thunderbird-pieces.mjs';

const target = fileURLToPath(new URL('../shared/explain/thunderbird-texts.json', import.meta.url));

/** Which messages are about sending or about reaching a server, by the file they stand in. Receiving with Kerberos is left out: it is rare. */
const wanted = {
  'messengercompose/composeMsgs.properties':
    /^(?:errorSending\w+|smtp(?!Enter|Mail|Delivering)\w+(?<!PlainSsl)|startTlsFailed|errorIllegalLocalPart2|noRecipients|failedCopyOperation)$/,
  'imapMsgs.properties':
    /^imap(?:UnknownHostError|OAuth2Error|ConnectionRefusedError|NetTimeoutError|TlsError|ServerDisconnected|ServerDroppedConnection2|Auth(?!Gssapi)\w+(?<!PlainSSL)|ServerNotImap4)$/,
  'localMsgs.properties':
    /^(?:pop3(?:PasswordFailed|UsernameFailure|Auth(?!Internal)\w+(?<!PlainSSL)|ServerBusy)|nsErrorCouldNotConnectViaTls)$/,
  'messenger.properties':
    /^(?:(?:unknownHost|oAuth2|connectionRefused|netTimeout|netReset|netInterrupt)Error|mailServerLoginFailed2)$/,
};

const packs = findPacks(process.argv[2] ?? '.');
const texts = {};
for (const { language, file } of packs) {
  for (const [name, pattern] of Object.entries(wanted)) {
    const path = `chrome/${language}/locale/${language}/messenger/${name}`;
    for (const [id, message] of properties(unzipped(file, path))) {
      if (!pattern.test(id)) continue;
      texts[id] ??= {};
      texts[id][language] = message;
    }
  }
}
const kept = pieces(texts);
writeFileSync(target, `${JSON.stringify(kept)}\n`);
console.log(`${packs.length} languages, ${Object.keys(kept).length} messages`);

/** The program's own English, and every language pack, below a folder. */
function findPacks(folder) {
  const paths = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
  return paths.flatMap((path) => {
    if (/share\/thunderbird\/omni\.ja$/.test(path)) return [{ language: 'en-US', file: path }];
    const pack = /langpack-([\w-]+)@thunderbird\.mozilla\.org\.xpi$/.exec(path);
    return pack ? [{ language: pack[1], file: path }] : [];
  });
}

/** One file of an archive. A pack that leaves it out has no such messages; unzip also warns of Mozilla's optimised archives. */
function unzipped(file, path) {
  try {
    return execFileSync('unzip', ['-p', file, path], {
      encoding: 'utf8',
      maxBuffer: 1e8,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    return String(error.stdout ?? '');
  }
}

/** Java's .properties, as Mozilla writes them. */
function properties(text) {
  return text
    .replace(/\\\r?\n\s*/g, '')
    .split(/\r?\n/)
    .flatMap((line) => {
      const match = /^([\w.-]+)\s*=\s*(.*)$/.exec(line);
      return match
        ? [
            [
              match[1],
              match[2]
                .replace(/\\n/g, ' ')
                .replace(/\\u([0-9a-f]{4})/gi, (_all, hex) => String.fromCharCode(parseInt(hex, 16))),
            ],
          ]
        : [];
    });
}
