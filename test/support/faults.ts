import { limits } from '../../electron/engine/limits.ts';
import type { Observation } from '../../shared/model/observation.ts';
import type { Exchange, MailProtocol } from './honest-dialogues.ts';
import { close, hear, reset, type Step, say, sayBytes, wait } from './scripted-server.ts';

export const anHour = 3_600_000;

/** How an observation ends, and when. */
type Expected = {
  readonly outcome: Observation['outcome'];
  readonly code: string | RegExp;
  /** At the latest, in ms after the phase began; 0 means at once. */
  readonly withinMs: number;
  /** Not earlier either: the limit is kept to the millisecond. */
  readonly isExact?: boolean;
};
export type Fault = {
  readonly name: string;
  readonly steps: (exchange: Exchange) => readonly Step[];
  readonly expected: (exchange: Exchange) => Expected;
  /** Where the fault can happen at all; everywhere unless said. */
  readonly applies?: (exchange: Exchange) => boolean;
};

const silent = ({ limitMs }: Exchange): Expected => ({
  outcome: 'timeout',
  code: /^no-/,
  withinMs: limitMs,
  isExact: true,
});
const half = ({ reply }: Exchange) => sayBytes((reply ?? '').slice(0, 5));
const atOnce = (outcome: Observation['outcome'], code: string) => () => ({ outcome, code, withinMs: 0 });
/** What is no reply is read to its line end for at most a second. */
const foreign = (code: string) => () =>
  ({ outcome: 'protocol-error', code, withinMs: limits.foreignTextMs }) as const;
const tooLong = atOnce('protocol-error', 'too-long');
const hasMore = ({ more }: Exchange) => more !== null;
const onceASecond = (bytes: string, first = ''): Step[] => [
  sayBytes(first),
  ...Array<Step[]>(60)
    .fill([wait(1000), sayBytes(bytes)])
    .flat(),
];
const megabytes = (count: number): Step[] =>
  Array<Step>(count * 16).fill(sayBytes(Buffer.alloc(65_536, 'x')));

/** F1 to F6 of the fault matrix: every one in every phase in which a server speaks. */
export const faults: readonly Fault[] = [
  { name: 'F1 silence', steps: () => [wait(anHour)], expected: silent },
  { name: 'F1 half a reply and silence', steps: (at) => [half(at), wait(anHour)], expected: silent },
  { name: 'F2 reset', steps: () => [reset()], expected: atOnce('reset', 'ECONNRESET') },
  {
    name: 'F2 half a reply and a reset',
    steps: (at) => [half(at), wait(50), reset()],
    expected: () => ({ outcome: 'reset', code: 'ECONNRESET', withinMs: 50 }),
  },
  { name: 'F3 close', steps: () => [close()], expected: atOnce('closed', 'closed-early') },
  {
    name: 'F3 half a reply and a close',
    steps: (at) => [half(at), close()],
    expected: atOnce('closed', 'closed-early'),
  },
  { name: 'F4 a byte a second', steps: ({ begun }) => onceASecond('x', begun), expected: silent },
  {
    name: 'F4 a line a second',
    applies: hasMore,
    steps: ({ more }) => onceASecond(more ?? ''),
    expected: silent,
  },
  {
    name: 'F5 a line of 10 MB',
    steps: ({ begun }) => [sayBytes(begun), ...megabytes(10), sayBytes('\r\n')],
    expected: tooLong,
  },
  {
    name: 'F5 lines without end',
    applies: hasMore,
    steps: ({ more }) => [sayBytes((more ?? '').repeat(40_000))],
    expected: tooLong,
  },
  {
    name: 'F6 binary',
    steps: () => [sayBytes(Buffer.of(0x4a, 0, 0, 0, 0x1b, 0x5b, 0x38, 0xff, 0xfe))],
    expected: foreign('not-the-protocol'),
  },
  { name: 'F6 NUL', steps: () => [sayBytes(Buffer.alloc(64))], expected: foreign('not-the-protocol') },
  {
    name: 'F6 a web server',
    steps: () => [sayBytes('HTTP/1.1 302 Found\r\nLocation: http://portal.example/\r\n\r\n')],
    expected: foreign('http-answer'),
  },
  {
    name: 'F6 an SSH server',
    steps: () => [say('SSH-2.0-OpenSSH_9.2')],
    expected: foreign('not-the-protocol'),
  },
  { name: 'F6 empty lines', steps: () => [say('', '', '')], expected: foreign('not-the-protocol') },
];

/** What a server would like a terminal, a window or a file manager to act on. */
export const evil = '\u001b]8;;https://evil.example\u0007<b>no</b>\u001b]8;;\u0007 \u202egpj.exe';

const no = (...lines: string[]) => [say(...lines)];
const notTheProtocol = { outcome: 'protocol-error', code: /^not-the-protocol$/ } as const;
const rejected = (code: RegExp) => ({ outcome: 'rejected', code }) as const;
const unfinished = { outcome: 'timeout', code: /^no-(reply|greeting)$/ } as const;

export type WrongCode = {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly outcome: Observation['outcome'];
  readonly code: RegExp;
};

/** F7: what each protocol says when it says no, and what it never says. */
export const wrongCodes: Readonly<Record<MailProtocol, (exchange: Exchange) => readonly WrongCode[]>> = {
  smtp: ({ stage, begun }) => {
    const older = stage === 'ehlo' ? [hear('HELO'), ...no(`550 5.7.1 ${evil}`)] : [];
    return [
      { name: '421', steps: no(`421 ${evil}`), ...rejected(/^421$/) },
      { name: '550', steps: [...no(`550 5.7.1 ${evil}`), ...older], ...rejected(/^5\.7\.1$/) },
      { name: '000', steps: no(`000 ${evil}`), ...notTheProtocol },
      { name: '354', steps: no(`354 ${evil}`), ...notTheProtocol },
      { name: '999', steps: [...no(`999 ${evil}`), ...older], ...notTheProtocol },
      { name: 'two codes in one reply', steps: no('250-one', '220 two'), ...notTheProtocol },
      { name: 'a last line that never comes', steps: no(`${begun.slice(0, 3)}-more`), ...unfinished },
    ];
  },
  imap: ({ stage, hears }) => {
    const tag = hears?.split(' ')[0];
    if (stage === 'greeting') {
      return [
        { name: 'BYE', steps: no(`* BYE [UNAVAILABLE] ${evil}`), ...rejected(/^UNAVAILABLE$/) },
        { name: 'NO', steps: no(`* NO ${evil}`), ...notTheProtocol },
        { name: 'a tagged line', steps: no(`a1 OK ${evil}`), ...notTheProtocol },
      ];
    }
    return [
      { name: 'NO', steps: no(`${tag} NO ${evil}`), ...rejected(/^NO$/) },
      { name: 'BAD', steps: no(`${tag} BAD ${evil}`), ...rejected(/^BAD$/) },
      { name: 'BYE', steps: no(`* BYE ${evil}`), ...rejected(/^BYE$/) },
      { name: 'another tag', steps: no(`z9 OK ${evil}`), ...notTheProtocol },
      { name: 'a word that is none', steps: no(`${tag} FINE`), ...notTheProtocol },
      { name: 'a last line that never comes', steps: no('* OK more'), ...unfinished },
    ];
  },
  pop3: ({ stage }) => [
    { name: '+OKAY', steps: no(`+OKAY ${evil}`), ...notTheProtocol },
    // A server may refuse to list what it can do; it may not stop in the middle of the list.
    stage === 'ehlo'
      ? { name: 'a list without its dot', steps: no('+OK', 'TOP'), ...unfinished }
      : { name: '-ERR', steps: no(`-ERR [SYS/TEMP] ${evil}`), ...rejected(/^SYS\/TEMP$/) },
  ],
};
