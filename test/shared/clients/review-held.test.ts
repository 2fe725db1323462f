import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const here = 'shared/clients';
/** Each fault, and the test that holds it mended: the file below `test/`, and its title. */
const held: readonly (readonly [fault: string, file: string, title: string])[] = [
  ['exports 1: outgoing password', `${here}/review.test.ts`, '%s has it as a field to be filled in'],
  [
    'exports 2: Gmail app, Samsung Email',
    `${here}/gmail-app.test.ts`,
    'the form of the Gmail app is drawn wholly in %s',
  ],
  ['exports 2: the choice', `${here}/choice.test.ts`, 'every program with steps is reached by two questions'],
  [
    'exports 3a, 3b: browser sign-in',
    `${here}/sign-in.test.ts`,
    'has no server, port or kind of login to set',
  ],
  [
    'exports 3c: app password and its page',
    `${here}/login-advice.test.ts`,
    'says for an app password where it is made',
  ],
  ['exports 3c: Sign in with Google', `${here}/sign-in.test.ts`, 'Google’s sign-in comes first'],
  [
    'exports 3d: Microsoft 365',
    `${here}/login-advice.test.ts`,
    'files for servers and programs are written for Microsoft 365',
  ],
  ['exports 4: certificate, scanner', `${here}/faults.test.ts`, '%s begins with it'],
  ['exports 5: POP3', `${here}/review.test.ts`, '%s never tells to delete it'],
  ['exports 6: the page to print', `${here}/html.test.ts`, 'with a program’s steps, these come first'],
  ['exports 6: was 25', `${here}/review.test.ts`, 'each step says what stands there today'],
  [
    'exports 7: Outlook’s languages',
    `${here}/outlook.test.ts`,
    'in the language %s the sentence names the window as it is drawn',
  ],
  ['exports 7: sentences', `${here}/variant.test.ts`, 'to a reader of a language that the program lacks'],
  ['exports 8: Exim and CNAME', `${here}/review.test.ts`, 'Exim’s login fits whatever name'],
  ['exports 8: the real Exim', `${here}/exim.test.ts`, 'a real Exim as Debian sets it up sends a message'],
  ['exports 9: Postfix', `${here}/postfix.test.ts`, 'offers to send all mail from the address'],
  ['exports 9: Exim', `${here}/exim.test.ts`, 'gives mail of root the address'],
  ['exports 9: Symfony', `${here}/symfony.test.ts`, 'names the sender of messages that name none'],
  ['exports 9: Spring', `${here}/spring.test.ts`, 'a reader gets back every value'],
  ['exports 9: WordPress', `${here}/wordpress.test.ts`, 'forces its sender on plugins'],
  ['exports 10: authorities', `${here}/postfix.test.ts`, 'says where other systems keep authorities'],
  ['exports 10: IP addresses', `${here}/postfix.test.ts`, 'for which no certificate could ever be right'],
  ['exports 11: swaks, password', `${here}/swaks.test.ts`, 'keeps the password off the screen'],
  ['exports 11: swaks, name', `${here}/swaks.test.ts`, 'ends it before the password is asked for'],
  ['exports 12: curl', `${here}/curl.test.ts`, 'a reader gets back every value'],
  ['exports 13: Autodiscover', `${here}/autodiscover.test.ts`, 'holds nothing of the person who made it'],
  [
    'exports 14: notes on stderr',
    'electron/cli/commands/export.test.ts',
    'says on standard error what the file has no place for',
  ],
  ['exports 15: practice', `${here}/faults.test.ts`, '%s of a practice report says so'],
  ['exports 16: Django', `${here}/django.test.ts`, 'refuses a user name that smtplib cannot send'],
  ['exports 16: mutt', `${here}/mutt.test.ts`, 'refuses a user name that mutt would cut'],
  ['exports 16: .env', `${here}/dotenv.test.ts`, 'refuses what readers disagree about'],
  ['exports 16: QR', `${here}/thunderbird-android-qr.test.ts`, 'reads the code of %j, byte for byte'],
  ['exports 16: Delta Chat', `${here}/delta-chat.test.ts`, 'is what the description shows'],
  [
    'exports 16: letters in a domain',
    `${here}/preface.test.ts`,
    'an address whose domain is in letters is told both ways',
  ],
  ['exports 16: Outlook’s end', `${here}/review.test.ts`, 'Outlook’s windows are closed at the end'],
  ['exports 16: unusual ports', `${here}/review.test.ts`, 'one box for both kinds of encryption'],
  [
    'exports 16: Yahoo; newest: Gmail',
    `${here}/review.test.ts`,
    'Gmail is said to fetch no other mail any more',
  ],
  ['exports: missing programs', `${here}/review.test.ts`, '%s, which was missing, is there'],
  ['exports: worst sentences', `${here}/review.test.ts`, 'nobody reads "%s"'],
  ['exports: worst sentence 10', `${here}/review.test.ts`, 'who is refused a file is told what else to do'],
  ['linux 1, 2: KMail, Claws', `${here}/review.test.ts`, 'Claws and KMail: their own words'],
  ['linux 1, 2: labels', `${here}/catalogues.test.ts`, 'have every label in the language %s'],
  ['linux 3: Thunderbird', `${here}/review.test.ts`, 'Thunderbird: by the button of the account'],
  ['linux 4: Evolution', `${here}/review.test.ts`, 'Evolution: the closed list is opened'],
  ['linux 5: Flatpak', 'electron/computer/thunderbird-profiles.test.ts', 'on %s below %s'],
  ['linux 6: the Outbox', `${here}/review.test.ts`, '%s: messages that wait are sent from the folder %s'],
  ['linux 7: Save', `${here}/review.test.ts`, '%s: no button is called Save'],
  ['linux 8: languages', `${here}/catalogues.test.ts`, 'have every label in the language %s'],
  ['linux 9: Thunderbird’s list', `${here}/review.test.ts`, 'Thunderbird: by the button of the account'],
  ['linux 10: Geary', `${here}/steps.test.ts`, "id: 'geary'"],
  [
    'linux 11: Account Hub',
    `${here}/review.test.ts`,
    'Thunderbird’s window for a new account has steps of its own',
  ],
  [
    'linux: accounts that are found',
    'electron/computer/ini-accounts.test.ts',
    'finds the account of each program',
  ],
];

test.each(held)('%s is held by a test', (_fault, file, title) => {
  expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')).toContain(title);
});
