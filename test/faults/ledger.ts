/** A test that proves something: where it is, and what it says of itself there. */
export type Proof = { readonly file: string; readonly says: string };
/** Why a cell of the matrix has no test. */
export type Excuse = { readonly because: string };
type Cell = Proof | Excuse;

export const phases = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9'] as const;
export const faultNames = [
  'F1',
  'F2',
  'F3',
  'F4',
  'F5',
  'F6',
  'F7',
  'F8',
  'F9',
  'F10',
  'F11',
  'F12',
] as const;
type Phase = (typeof phases)[number];
type FaultName = (typeof faultNames)[number];

const at = (file: string) => (says: string) => ({ file: `test/${file}`, says });
const because = (reason: string): Excuse => ({ because: reason });

const engine = 'electron/engine';
const row = at('support/faults.ts');
const matrix = at(`${engine}/faults.test.ts`);
const sockets = at(`${engine}/faults-on-sockets.test.ts`);
const injection = at(`${engine}/injection.test.ts`);
const hostile = at(`${engine}/hostile-text.test.ts`);
const dns = at(`${engine}/dns/faults.test.ts`);
const resolving = at(`${engine}/dns/resolve.test.ts`);
const certificates = at(`${engine}/connect/certificates.test.ts`);
const handshakes = at(`${engine}/connect/tls-handshake.test.ts`);
const cancelled = at(`${engine}/cancel-on-sockets.test.ts`);
const probes = at(`${engine}/probe/real-sockets.test.ts`);

const onePacket = because('an answer of DNS is one packet, and UDP has no connection to close');
const noConnection = because('there is no connection yet that could carry a byte');
const onlyTls = because('only a handshake has it');
const ofTheServer = because('inside TLS, what comes early comes from the server all the same');
/** The answer to a password; logins go over TLS only, so the protocol's own dialogue is played in clear. */
const login = at(`${engine}/send/login-faults.test.ts`);

const empty = (P6: Cell): Readonly<Record<Phase, Cell>> => ({
  P1: onlyTls,
  P2: onlyTls,
  P3: onlyTls,
  P4: onlyTls,
  P5: onlyTls,
  P6,
  P7: onlyTls,
  P8: onlyTls,
  P9: onlyTls,
});
/** The same in every phase in which a server speaks; the test plays it in SMTP, IMAP and POP3, in clear and inside TLS. */
const spoken = (cell: Cell, others: { P1: Cell; P2: Cell; P6: Cell } & Partial<Record<Phase, Cell>>) => ({
  ...empty(cell),
  ...{ P3: cell, P4: cell, P5: cell, P7: cell, P9: cell },
  ...others,
});

/** The fault matrix: fault by phase, for the three protocols alike. */
export const faultMatrix: Readonly<Record<FaultName, Readonly<Record<Phase, Cell>>>> = {
  F1: spoken(row('F1 silence'), {
    P1: resolving('silence is no answer, within the limit'),
    P8: login('F1 silence'),
    P2: matrix('F1 no answer'),
    P6: matrix('F1 silence'),
  }),
  F2: spoken(row('F2 reset'), {
    P1: dns('F2 a resolver that refuses is no answer'),
    P8: login('F2 a reset'),
    P2: matrix('F2 refused'),
    P6: sockets('F2 a reset at $phase'),
  }),
  F3: spoken(row('F3 close'), {
    P1: onePacket,
    P8: login('F3 an orderly close'),
    P2: noConnection,
    P6: sockets('F3 a close at $phase'),
  }),
  F4: spoken(row('F4 a byte a second'), {
    P1: onePacket,
    P8: login('F4 a byte now and then'),
    P2: noConnection,
    P6: because('the limit of a handshake is one timer that looks at no byte: F1'),
  }),
  F5: spoken(row('F5 a line of 10 MB'), {
    P1: dns('F5 sixty thousand records promised and none sent'),
    P8: login('F5 a reply without an end'),
    P2: noConnection,
    P6: certificates('a chain of a megabyte is refused by TLS'),
  }),
  F6: spoken(row('F6 binary'), {
    P1: dns('F6 noise'),
    P8: login('F6 garbage'),
    P2: noConnection,
    P6: handshakes('binary of another kind'),
  }),
  F7: spoken(matrix('F7 $name'), {
    P1: dns('F7 an error that nobody has defined'),
    P8: login('F7 a refusal of several lines'),
    P2: matrix('forbidden on the way'),
    P6: matrix('F10 an alert'),
    P9: matrix('F7 a refusal'),
  }),
  F8: spoken(matrix('F8 an honest server is understood, however its bytes are cut'), {
    P1: onePacket,
    P8: login('F8 a reply that comes byte by byte'),
    P2: noConnection,
    P6: because('TLS has records of its own, which a kernel cuts as it likes: every test on sockets'),
  }),
  F9: spoken(injection('T1 the whole conversation slipped in with the greeting'), {
    P1: dns('F9 an answer to another question'),
    P2: noConnection,
    P4: injection('T3 what was offered in clear is kept apart'),
    P5: injection('T1 replies slipped in with the consent to TLS'),
    P6: probes('what is slipped in before TLS is thrown away'),
    P8: ofTheServer,
    P7: ofTheServer,
    P9: ofTheServer,
  }),
  F10: empty(matrix('F6 F10 plain text')),
  F11: empty(certificates('ten thousand names are refused by TLS too')),
  F12: spoken(sockets('F12 an abort at $phase ends it at once, and nothing is left'), {
    P1: cancelled('DNS, %s: an abort ends it at once, and nothing is left'),
    P8: login('F12 is not waited for when the person stops it'),
    P2: matrix('F12 an abort is told at once'),
    P6: matrix('F12 an abort is told at once'),
    P9: matrix('F12 an abort changes nothing and ends it at once'),
  }),
};

const served = at('electron/serve/serve.test.ts');
const socket = at('electron/serve/socket.test.ts');
const lockDown = at('electron/app/lock-down.test.ts');
const ipc = at('electron/app/ipc.test.ts');
const scheme = at('electron/app/scheme.test.ts');
const reports = at('shared/model/hostile-report.test.ts');
const xml = at('shared/parse/xml.test.ts');
const pages = at(`${engine}/web/pages.test.ts`);
const exchange = at(`${engine}/web/exchange.test.ts`);
const autoconfig = at(`${engine}/discover/autoconfig.test.ts`);
const autodiscover = at(`${engine}/discover/autodiscover.test.ts`);
const overLoopback = at(`${engine}/discovery-over-loopback.test.ts`);

/**
 * Every threat to text, discovery, the window and files. T25 needs links that lead into the app: there are none, and a test fails when
 * there are.
 */
export const threats: Readonly<Record<string, readonly Proof[]>> = {
  T1: [injection('T1 replies slipped in'), injection('T1 half a reply slipped in')],
  T2: [injection('in clear, where TLS was wanted: an attack')],
  T3: [injection('T3 what was offered in clear is kept apart')],
  T4: [injection('T4 consent to TLS and then plain text'), probes('(threat T4)')],
  T5: [injection('T5 %j instead of consent')],
  T6: [injection('T6 no offer of TLS, but one of a login')],
  T7: [injection('T7 %j is a text to show and nothing to follow')],
  T8: [injection('T8: whatever the server says, nothing leaves this computer')],
  T9: [hostile('ends harmless on a terminal'), at('electron/cli/safe-text.test.ts')('a link (OSC 8)')],
  T10: [
    at('e2e/journey.test.ts')('text from servers is shown as text'),
    hostile('ends harmless in every export'),
  ],
  T11: [
    at('shared/parse/host-name.test.ts')('an option for a command line'),
    dns('T11 no hostile one is shown as it is or connected to'),
  ],
  T12: [at('shared/clients/index.test.ts')('no value forges a line')],
  T13: [
    xml('a document as large and as crowded as is allowed'),
    xml('entities that nobody declared stay text'),
    overLoopback('T13 elements in elements'),
  ],
  T14: [
    pages('a loop ends after the fifth'),
    exchange('a redirect is an answer, and not followed'),
    overLoopback('T14 to another port'),
  ],
  T15: [
    autoconfig('cannot move the login to another domain'),
    autodiscover('by SRV: within the domain yes'),
    overLoopback('T15 what came over plain http'),
  ],
  T16: [autodiscover('parent domains are never asked'), overLoopback('T16 T17 the address is heard')],
  T17: [
    autoconfig('the address is told over https only'),
    at(`${engine}/discover/ispdb.test.ts`)('and never the address'),
  ],
  T18: [
    exchange('an answer without end is cut off'),
    pages('a page that never comes is given up'),
    overLoopback('T18 without end'),
  ],
  T19: [at('shared/parse/published.test.ts')("'smtp', 6379")],
  T20: [
    at('electron/backend/computer.test.ts')('naming the account and the check by their ids alone'),
    ipc('an unknown call and a wrong argument are answered with a problem'),
    at('shared/contract/server.test.ts')('whatever arrives is answered with a Problem'),
  ],
  T21: [
    served('listens on 127.0.0.1 only'),
    served('a used address tells a second browser plainly'),
    served('a wrong token costs time'),
    socket('a WebSocket without any Origin is refused'),
    socket('a message over one megabyte ends that connection'),
  ],
  T22: [at('electron/cli/open-browser.test.ts')('and to nobody else on this computer')],
  T23: [
    at('renderer/wizard/saved.test.ts')('a saved report that was tampered with is not believed'),
    at('renderer/wizard/saved.test.ts')('whatever is found in the place of the saved state'),
    at('electron/computer/files.test.ts')('the older file stays whole'),
    at('electron/computer/thunderbird-undo.test.ts')('a record that %s'),
    at('electron/cli/built.test.ts')('a process killed at any moment of saving'),
  ],
  T24: [
    reports('hostile text in every text at once is shown as text'),
    at('electron/cli/built.test.ts')('a hostile report with %s'),
    at('electron/computer/wanted.test.ts')('a user name such as %j is refused by name'),
  ],
  T25: [
    at('electron/app/opening.test.ts')(
      'a link is asked about with its address, and not followed when the person says no',
    ),
    at('electron/app/opening.test.ts')('a link that names nothing is not asked about, and that is said'),
  ],
  T26: [
    lockDown('runs in the sandbox, apart from Node and from the preload'),
    lockDown('cannot open a window'),
    scheme('serves the page under a policy without inline script'),
    ipc('the preload gives the page two functions and nothing else'),
  ],
  T27: [
    at('electron/computer/thunderbird-profiles.test.ts')('files with passwords are never opened'),
    at('shared/parse/registry-text.test.ts')('nothing of a password is kept'),
    at(`${engine}/send/secret.test.ts`)('says nothing, whichever way it is printed'),
    at(`${engine}/send/real-servers.test.ts`)(
      'leaves the password in no argument, no environment, no open file and no file that anybody wrote',
    ),
  ],
  T28: [at(`${engine}/send/act.test.ts`)('keeps the password out of what the server repeats of it')],
  T29: [at(`${engine}/send/act.test.ts`)('is not tried where the server offers none')],
  T30: [at('shared/diagnose/acts/judge-act.test.ts')('the other form of the name is only offered')],
  T31: [at(`${engine}/send/act.test.ts`)('goes nowhere when the certificate is another one')],
};
