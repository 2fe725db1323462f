import type { ActCode } from '../../shared/model/act.ts';
import type { CurrentSettings } from '../../shared/model/check.ts';
import type { Security } from '../../shared/model/endpoint.ts';
import type { FindingCode } from '../../shared/model/finding.ts';
import { builtInReferences } from '../../shared/model/references.ts';
import type { Say } from '../../shared/text/words.ts';
import { hangUp, type SubmissionBehaviour } from './servers/submission-session.ts';
import { everydayWorld, ownServerName, practiceDomain } from './world/everyday-world.ts';
import {
  behindPortal,
  blocked,
  dnsSilent,
  everyHost,
  intercepted,
  mailOnlyTo,
  type NetworkFault,
  onSmtp,
  ownServer,
  startTlsMasked,
  withCertificate,
  without,
  withoutEncryption,
  withoutMailbox,
  withoutSenderPolicy,
  withSubmission,
} from './world/network-faults.ts';
import type { World } from './world/world.ts';

/** One situation to practise: what a person reads, the network that plays it, and what a check should conclude there. */
export type PracticeScenario = {
  readonly id: ScenarioId;
  /** What it is about. */
  readonly group: Group;
  /** The mail address to check there. */
  readonly address: string;
  /** What the mail program of the story uses today, where the story says so. */
  readonly current?: CurrentSettings;
  readonly world: World;
  readonly expected: Expected;
};

/** What a check of the scenario's address concludes. */
export type Expected = {
  readonly verdict: FindingCode;
  /** The outgoing setting recommended; null when nothing works. */
  readonly outgoing: { readonly host: string; readonly port: number; readonly security: Security } | null;
  /** What a test message concludes, in situations that are about one. */
  readonly message?: ActCode;
};

type Group = 'start' | 'network' | 'connection' | 'encryption' | 'server' | 'login' | 'message';

type Entry = {
  readonly id: string;
  readonly group: Group;
  readonly current?: CurrentSettings;
  readonly faults: readonly NetworkFault[];
  readonly expected: Expected;
};

const sharedHost = 'shared42.hosting.example';
/** Who is on the list of a router that lets mail out only to well-known providers. */
const listedHosts = builtInReferences
  .filter(({ kind, size }) => kind === 'mail' && size === 'large')
  .map(({ host }) => host);
const mailPorts = [25, 26, 110, 143, 465, 587, 993, 995, 2525];

/** What programs set up long ago still use. */
const plainPort25: CurrentSettings = { host: ownServerName, port: 25, security: 'none' };

/** What goes wrong in each scenario, and what a check should conclude; from what happens most to what happens least. */
const table = [
  {
    id: 'port-25-blocked',
    group: 'start',
    current: plainPort25,
    faults: [blocked([25])],
    expected: { verdict: 'port-25-blocked', outgoing: own(587) },
  },
  {
    id: 'everything-open',
    group: 'start',
    current: own(587),
    faults: [],
    expected: { verdict: 'all-clear', outgoing: own(587) },
  },
  {
    id: 'router-allow-list',
    group: 'network',
    faults: [mailOnlyTo(listedHosts, [25, 465, 587])],
    expected: { verdict: 'mail-allow-list', outgoing: own(2525) },
  },
  {
    id: 'submission-ports-blocked',
    group: 'network',
    faults: [blocked([465, 587]), ownServer((host) => without(host, [2525]))],
    expected: { verdict: 'submission-blocked', outgoing: own(26) },
  },
  {
    id: 'mail-ports-blocked',
    group: 'network',
    faults: [blocked(mailPorts)],
    expected: { verdict: 'mail-ports-blocked', outgoing: null },
  },
  {
    id: 'port-25-intercepted',
    group: 'network',
    faults: [intercepted(25, { protocol: 'smtp', security: 'none', auth: [] })],
    expected: { verdict: 'port-25-intercepted', outgoing: own(587) },
  },
  {
    id: 'starttls-stripped',
    group: 'encryption',
    faults: [startTlsMasked()],
    expected: { verdict: 'starttls-stripped', outgoing: own(465, 'tls') },
  },
  {
    id: 'tls-blocked',
    group: 'encryption',
    faults: [everyHost((host) => onSmtp(host, (service) => ({ ...service, cutsTls: true })))],
    expected: { verdict: 'tls-blocked', outgoing: null },
  },
  {
    id: 'virus-scanner',
    group: 'encryption',
    faults: [everyHost((host) => withCertificate(host, { issuer: 'private' }))],
    expected: { verdict: 'tls-intercepted', outgoing: own(587) },
  },
  {
    id: 'captive-portal',
    group: 'connection',
    faults: [behindPortal()],
    expected: { verdict: 'captive-portal', outgoing: null },
  },
  {
    id: 'dns-dead',
    group: 'connection',
    faults: [dnsSilent(1_500)],
    expected: { verdict: 'dns-unreachable', outgoing: null },
  },
  {
    id: 'offline',
    group: 'connection',
    faults: [dnsSilent(5), blocked('every', 'unreachable')],
    expected: { verdict: 'offline', outgoing: null },
  },
  {
    id: 'server-down',
    group: 'server',
    faults: [ownServer((host) => ({ ...host, services: {}, otherPorts: 'drop' }))],
    expected: { verdict: 'server-down', outgoing: null },
  },
  {
    id: 'wrong-certificate-name',
    group: 'encryption',
    faults: [
      ownServer((host) =>
        withCertificate({ ...host, names: [...host.names, sharedHost] }, { names: [sharedHost] }),
      ),
    ],
    expected: { verdict: 'certificate-name-mismatch', outgoing: { ...own(587), host: sharedHost } },
  },
  {
    id: 'certificate-expired',
    group: 'encryption',
    faults: [ownServer((host) => withCertificate(host, { validFromDays: -400, validToDays: -12 }))],
    expected: { verdict: 'certificate-expired', outgoing: own(587) },
  },
  {
    id: 'certificate-self-made',
    group: 'encryption',
    faults: [ownServer((host) => withCertificate(host, { issuer: 'itself' }))],
    expected: { verdict: 'certificate-untrusted', outgoing: own(587) },
  },
  {
    id: 'certificate-chain-incomplete',
    group: 'encryption',
    faults: [ownServer((host) => withCertificate(host, { omitIntermediate: true }))],
    expected: { verdict: 'certificate-chain-incomplete', outgoing: own(587) },
  },
  {
    id: 'no-encryption',
    group: 'encryption',
    faults: [withoutEncryption()],
    expected: { verdict: 'no-encryption', outgoing: own(587, 'none') },
  },
  {
    id: 'blocklisted',
    group: 'server',
    faults: [ownServer((host) => onSmtp(host, (service) => ({ ...service, fault: 'blocklisted' })))],
    expected: { verdict: 'client-blocklisted', outgoing: null },
  },
  {
    id: 'server-busy',
    group: 'server',
    faults: [ownServer((host) => onSmtp(host, (service) => ({ ...service, fault: 'busy' })))],
    expected: { verdict: 'server-busy', outgoing: null },
  },
  {
    id: 'slow-greeting',
    group: 'server',
    faults: [ownServer((host) => onSmtp(host, (service) => ({ ...service, greetAfterMs: 6_000 })))],
    expected: { verdict: 'slow-greeting', outgoing: own(587) },
  },
  onMessage(
    'wrong-password',
    'login-rejected',
    {
      login: '535 5.7.8 Error: authentication failed: wrong user name or password',
    },
    [withoutMailbox()],
  ),
  onMessage('app-password-needed', 'app-password-needed', {
    login: '534 5.7.9 Application-specific password required',
  }),
  onMessage('sign-in-needed', 'oauth-needed', {
    login: '535 5.7.139 Authentication unsuccessful, basic authentication is disabled',
  }),
  onMessage('smtp-switched-off', 'smtp-auth-off', {
    login: '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox',
  }),
  onMessage('silent-refusal', 'login-rejected', { login: hangUp }),
  onMessage('sender-not-owned', 'sender-rejected', {
    mail: '553 5.7.1 Sender address rejected: not owned by user',
  }),
  onMessage('relay-denied', 'relay-denied', { rcpt: '554 5.7.1 Relay access denied' }),
  onMessage('over-quota', 'message-refused', { rcpt: '452 4.2.2 Mailbox full, try again later' }),
  onMessage('greylisting', 'message-refused', {
    rcpt: '450 4.2.0 Greylisted, please try again in 300 seconds',
  }),
  onMessage('lands-in-junk', 'message-in-junk', { delivers: 'junk' }, [withoutSenderPolicy()]),
  onMessage('comes-back', 'message-bounced', { delivers: 'bounce' }),
  onMessage('never-arrives', 'message-not-seen', { delivers: 'nowhere' }),
] as const satisfies readonly Entry[];

/** A situation in which the settings are right and every check is all clear, and the fault shows in the login or the message. */
function onMessage<I extends string>(
  id: I,
  message: ActCode,
  behaviour: SubmissionBehaviour,
  also: readonly NetworkFault[] = [],
) {
  const group: Group = behaviour.login === undefined ? 'message' : 'login';
  const expected: Expected = { verdict: 'all-clear', outgoing: own(587), message };
  return { id, group, current: own(587), faults: [withSubmission(behaviour), ...also], expected };
}

export type ScenarioId = (typeof table)[number]['id'];

/** The scenarios in the order in which they are offered. */
export const scenarios: readonly PracticeScenario[] = table.map((entry) => {
  const { id, group, current, faults, expected }: Entry & { id: ScenarioId } = entry;
  return {
    id,
    group,
    address: `you@${practiceDomain}`,
    ...(current && { current }),
    world: faults.reduce((world, fault) => fault(world), everydayWorld),
    expected,
  };
});

/** The scenario of this id, or undefined. */
export function findScenario(id: string): PracticeScenario | undefined {
  return scenarios.find((candidate) => candidate.id === id);
}

type OfferedScenario = Pick<PracticeScenario, 'id' | 'address' | 'current'> & {
  readonly group: string;
  readonly name: string;
  readonly story: string;
};

/**
 * The scenarios as the wizard offers them: each with what it is about, its short name, as a button would say it, and one
 * sentence of what has gone wrong.
 */
export function practiceScenarios(say: Say): OfferedScenario[] {
  return scenarios.map(({ id, group, address, current }) => ({
    id,
    group: say(`practice.group.${group}`),
    name: say(`practice.${id}.name`),
    story: say(`practice.${id}.story`),
    address,
    ...(current && { current }),
  }));
}

function own(port: number, security: Security = 'starttls') {
  return { host: ownServerName, port, security };
}
