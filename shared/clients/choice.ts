import type { MailProgram } from '../model/found-account.ts';
import type { PlainKey } from '../text/said.ts';
import type { Client, Platform, StepsClient } from './client.ts';
import { clients } from './index.ts';

/** Where a person sends from: the first of at most two questions. */
export type Place = 'phone' | 'windows' | 'mac' | 'linux' | 'browser' | 'device' | 'server';

/** The places in the order in which they are offered, and how each is called. */
export const places: readonly { readonly id: Place; readonly name: PlainKey }[] = [
  { id: 'windows', name: 'choice.place.windows' },
  { id: 'mac', name: 'choice.place.mac' },
  { id: 'phone', name: 'choice.place.phone' },
  { id: 'browser', name: 'choice.place.browser' },
  { id: 'linux', name: 'choice.place.linux' },
  { id: 'device', name: 'choice.place.device' },
  { id: 'server', name: 'choice.place.server' },
];

const platforms: Readonly<Record<Exclude<Place, 'device' | 'server'>, readonly Platform[]>> = {
  phone: ['ios', 'android'],
  windows: ['windows'],
  mac: ['macos'],
  linux: ['linux'],
  browser: ['web'],
};

/** What most people have in that place, before the rest; what is not named stands behind in its own order. */
const first: Readonly<Record<Place, readonly string[]>> = {
  phone: ['apple-mail-iphone', 'gmail-app', 'samsung-email', 'outlook-mobile'],
  windows: ['outlook', 'new-outlook', 'thunderbird'],
  mac: ['apple-mail-mac', 'outlook-mac', 'thunderbird'],
  linux: ['thunderbird', 'evolution', 'kmail'],
  browser: ['gmail-send-as', 'outlook-com', 'yahoo-mail'],
  device: ['hp-scanner', 'canon-scanner', 'brother-scanner', 'epson-scanner', 'synology', 'qnap', 'device'],
  server: ['postfix', 'exim', 'wordpress', 'compose'],
};

/** What can be chosen in a place, the usual ones first: the second question, "Which one looks like yours?". */
export function choicesIn(place: Place): readonly Client[] {
  const offered = clients.filter((client) => isIn(place, client));
  const rank = ({ id }: Client): number => {
    const at = first[place].indexOf(id);
    return at === -1 ? first[place].length : at;
  };
  return offered.toSorted((one, other) => rank(one) - rank(other));
}

function isIn(place: Place, client: Client): boolean {
  if (place === 'device') return client.group === 'devices';
  if (place === 'server') return client.group === 'machines' || client.group === 'developers';
  return isForPeople(client) && client.platforms.some((one) => platforms[place].includes(one));
}

function isForPeople(client: Client): client is StepsClient {
  return client.kind === 'steps' && (client.group === 'popular' || client.group === 'people');
}

/** The first place in which a program is offered, beginning with the likeliest; that one where it is in none. */
export function placeWith(id: string, likeliest: Place): Place {
  const all = [likeliest, ...places.map((place) => place.id)];
  return all.find((place) => choicesIn(place).some((client) => client.id === id)) ?? likeliest;
}

/** What is known of the person before they are asked. */
export type ChoiceClues = {
  /** The program of the account that was found on this computer or was chosen. */
  readonly found?: MailProgram | undefined;
  /** What the browser or the system calls itself, such as `Win32`, `MacIntel`, or the whole of what a browser sends. */
  readonly system?: string | undefined;
};

/** The place and the program that need not be asked for; `null` for each that nothing tells. */
export function guessedChoice({ found, system = '' }: ChoiceClues): {
  readonly place: Place | null;
  readonly program: string | null;
} {
  const place = placeOf(system);
  return { place, program: found ?? null };
}

/** A phone that opens the window wants its own program; the rest is the computer's. */
function placeOf(system: string): Place | null {
  if (/iphone|ipad|android/i.test(system)) return 'phone';
  if (/\bwin(?:dows|32|64)/i.test(system)) return 'windows';
  if (/mac|darwin/i.test(system)) return 'mac';
  return /linux|bsd|x11/i.test(system) ? 'linux' : null;
}
