import type { PlainKey } from '../text/said.ts';
import type { Client, Platform, StepsClient } from './client.ts';
import { isForPeople } from './for-people.ts';
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
  server: ['postfix', 'exim', 'wp-mail-smtp', 'wordpress', 'compose'],
};

/** What runs on servers, and has a form as devices have. */
const onServers: ReadonlySet<string> = new Set(['proxmox', 'veeam', 'zabbix', 'vcenter']);

/** What tells a program from its siblings at a glance, for those whose names do not. */
const looks: Readonly<Record<string, PlainKey>> = {
  outlook: 'choice.looks.outlook',
  'new-outlook': 'choice.looks.new-outlook',
  'apple-mail-iphone': 'choice.looks.apple-mail-iphone',
  'apple-mail-mac': 'choice.looks.apple-mail-mac',
  'gmail-app': 'choice.looks.gmail-app',
  'samsung-email': 'choice.looks.samsung-email',
  'gmail-send-as': 'choice.looks.gmail-send-as',
  'outlook-com': 'choice.looks.outlook-com',
};

/** One answer to the second question, "Which one looks like yours?", and how it is recognised where its name does not tell. */
export type Choice<T extends Client = Client> = { readonly client: T; readonly looks?: PlainKey };

/** What can be chosen in a place: what most people have there, and the rest. */
export type Offered<T extends Client = Client> = {
  readonly usual: readonly Choice<T>[];
  readonly others: readonly Choice<T>[];
};

/** The answers to the second question in a place, the usual ones in the order in which most people have them. */
export function choicesIn(place: Place): Offered {
  const offered = clients.filter((client) => isIn(place, client)).map(choiceOf);
  const rank = ({ client }: Choice): number => first[place].indexOf(client.id);
  return {
    usual: offered.filter((one) => rank(one) !== -1).toSorted((one, other) => rank(one) - rank(other)),
    others: offered.filter((one) => rank(one) === -1),
  };
}

/** As `choicesIn`, of programs and devices that have steps to follow. */
export function stepsChoicesIn(place: Place): Offered<StepsClient> {
  const { usual, others } = choicesIn(place);
  return { usual: usual.filter(hasSteps), others: others.filter(hasSteps) };
}

function choiceOf(client: Client): Choice {
  const words = looks[client.id];
  return words === undefined ? { client } : { client, looks: words };
}

function hasSteps(choice: Choice): choice is Choice<StepsClient> {
  return choice.client.kind === 'steps';
}

function isIn(place: Place, client: Client): boolean {
  if (place === 'device') return client.group === 'devices';
  if (place === 'server') {
    return client.group === 'machines' || client.group === 'developers' || onServers.has(client.id);
  }
  if (client.kind !== 'steps' || !isForPeople(client)) return false;
  return client.platforms.some((one) => platforms[place].includes(one));
}

/** The first place in which a program is offered, beginning with the likeliest; that one where it is in none. */
export function placeWith(id: string, likeliest: Place): Place {
  const all = [likeliest, ...places.map((place) => place.id)];
  return all.find((place) => isOffered(place, id)) ?? likeliest;
}

function isOffered(place: Place, id: string): boolean {
  const { usual, others } = choicesIn(place);
  return [...usual, ...others].some(({ client }) => client.id === id);
}

/** What is known of the person before they are asked. */
export type ChoiceClues = {
  /** The program that was chosen before, or that of the account that was found on this computer; may be empty. */
  readonly program?: string | undefined;
  /** What the browser or the system calls itself, such as `Win32`, `MacIntel`, or the whole of what a browser sends. */
  readonly system?: string | undefined;
};

/** The answers that are shown first: where the program is that is known of, else where this computer is, with what most people have there. */
export function guessedChoice({ program = '', system = '' }: ChoiceClues): {
  readonly place: Place;
  readonly program: string;
} {
  const place = placeWith(program, placeOf(system) ?? 'windows');
  if (program !== '' && isOffered(place, program)) return { place, program };
  return { place, program: choicesIn(place).usual[0]?.client.id ?? '' };
}

/** A phone that opens the window wants its own program; the rest is the computer's. */
function placeOf(system: string): Place | null {
  if (/iphone|ipad|android/i.test(system)) return 'phone';
  if (/\bwin(?:dows|32|64)/i.test(system)) return 'windows';
  if (/mac|darwin/i.test(system)) return 'mac';
  return /linux|bsd|x11/i.test(system) ? 'linux' : null;
}
