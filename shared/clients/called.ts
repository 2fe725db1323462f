import { say } from '../text/index.ts';
import type { Client } from './client.ts';
import { clients } from './index.ts';

/** The client of a name as people write it or, where that could be several or none, the ids of those that may be meant, the likeliest first. */
export type Called =
  | { readonly client: Client; readonly meant?: undefined }
  | { readonly client?: undefined; readonly meant: readonly string[] };

/**
 * The client that a person names: its id in any case and with any signs between its words, its whole name, or what else people call it.
 * What could be several is taken for none of them.
 */
export function clientCalled(typed: string): Called {
  const word = bare(typed);
  if (word === '') return { meant: [] };
  const exact = clients.find(
    ({ id, name }) => bare(id) === word || (typeof name === 'string' && bare(name) === word),
  );
  if (exact) return { client: exact };
  const meant = Object.hasOwn(otherNames, word) ? (otherNames[word] ?? []) : withWord(typed);
  const [first, ...others] = meant;
  const only = others.length === 0 && Object.hasOwn(otherNames, word) ? first : undefined;
  const client = clients.find(({ id }) => id === only);
  return client ? { client } : { meant };
}

/** More than these would be a list to search, not an answer. */
const maxMeant = 5;

/** Clients in whose id or name the word stands: `forgejo` is in "Gitea, Forgejo". */
function withWord(typed: string): readonly string[] {
  const wanted = wordsOf(typed).join(' ');
  if (wanted.length < 2) return [];
  const found = clients.filter(({ id, name }) => {
    const words = typeof name === 'string' ? name : say(name);
    return [id, words].some((one) => ` ${wordsOf(one).join(' ')} `.includes(` ${wanted} `));
  });
  return found.length > maxMeant ? [] : found.map(({ id }) => id);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function bare(text: string): string {
  return wordsOf(text).join('');
}

const scanners = ['hp-scanner', 'canon-scanner', 'brother-scanner', 'epson-scanner'];
const storages = ['synology', 'qnap', 'truenas'];
const cameras = ['hikvision', 'reolink', 'unifi'];
const classicOrNew = ['outlook', 'new-outlook'];

/** What people call a client besides its id and its name, in small letters without signs, and which it may be. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  iphone: ['apple-mail-iphone'],
  ipad: ['apple-mail-iphone'],
  ios: ['apple-mail-iphone'],
  iosmail: ['apple-mail-iphone'],
  applemail: ['apple-mail-iphone', 'apple-mail-mac'],
  apple: ['apple-mail-iphone', 'apple-mail-mac'],
  mac: ['apple-mail-mac', 'outlook-mac'],
  macos: ['apple-mail-mac', 'outlook-mac'],
  macmail: ['apple-mail-mac'],
  mobileconfig: ['apple-profile'],
  android: ['gmail-app', 'samsung-email', 'outlook-mobile', 'thunderbird-android'],
  gmail: ['gmail-app', 'gmail-send-as'],
  googlemail: ['gmail-app', 'gmail-send-as'],
  samsung: ['samsung-email'],
  yahoo: ['yahoo-mail'],
  hotmail: ['outlook-com'],
  outlookclassic: ['outlook'],
  classicoutlook: ['outlook'],
  outlooknew: ['new-outlook'],
  outlookios: ['outlook-mobile'],
  outlookandroid: ['outlook-mobile'],
  windowsmail: ['new-outlook', 'windows-live-mail'],
  microsoftoutlook: classicOrNew,
  office365: classicOrNew,
  microsoft365: classicOrNew,
  windows: ['outlook', 'new-outlook', 'thunderbird'],
  prf: ['outlook-prf'],
  k9mail: ['thunderbird-android', 'k9'],
  clawsmail: ['claws'],
  kontact: ['kmail'],
  browser: ['webmail', 'gmail-send-as', 'outlook-com', 'yahoo-mail'],
  print: ['html'],
  page: ['html'],
  pdf: ['html'],
  qr: ['thunderbird-android-qr', 'delta-chat'],
  printer: ['device', ...scanners],
  scanner: ['device', ...scanners],
  copier: ['device', ...scanners],
  nas: [...storages, 'device'],
  dsm: ['synology'],
  camera: [...cameras, 'device'],
  ubiquiti: ['unifi'],
  hp: ['hp-scanner'],
  canon: ['canon-scanner'],
  brother: ['brother-scanner'],
  epson: ['epson-scanner'],
  ricoh: ['ricoh-scanner'],
  kyocera: ['kyocera-scanner'],
  xerox: ['xerox-scanner'],
  fujifilm: ['xerox-scanner'],
  konica: ['konica-scanner'],
  minolta: ['konica-scanner'],
  konicaminolta: ['konica-scanner'],
  bizhub: ['konica-scanner'],
  sharp: ['sharp-scanner'],
  lexmark: ['lexmark-scanner'],
  pve: ['proxmox'],
  vsphere: ['vcenter'],
  exim4: ['exim'],
  neomutt: ['mutt'],
  forgejo: ['gitea'],
  docker: ['compose', 'docker-mailserver'],
  dockercompose: ['compose'],
  container: ['compose'],
  env: ['dotenv'],
  node: ['nodemailer'],
  nodejs: ['nodemailer'],
  javascript: ['nodemailer'],
  python: ['django', 'dotenv'],
  php: ['phpmailer', 'laravel', 'symfony', 'wordpress'],
  ruby: ['rails'],
  rubyonrails: ['rails'],
  golang: ['go'],
  net: ['dotnet'],
  csharp: ['dotnet'],
  mailkit: ['dotnet'],
  springboot: ['spring'],
  jakartamail: ['java'],
  javamail: ['java'],
  dns: ['srv'],
  autoconfig: ['thunderbird-autoconfig'],
};
