import type { Act, ActCode } from '../model/act.ts';
import type { Provider, Server } from '../model/check.ts';
import { isSameEndpoint } from '../model/endpoint.ts';
import { isLoginTaken, provenLogin } from '../model/proven-login.ts';
import type { Report } from '../model/report.ts';
import { plainText } from '../parse/plain-text.ts';
import { say } from '../text/index.ts';
import type { ClientSettings } from './client.ts';
import { signInOwner } from './sign-in-provider.ts';

/** Refusals of a login that say something of the account or its settings. Being asked to wait says nothing of either. */
const loginRefusals: ReadonlySet<ActCode> = new Set([
  'login-rejected',
  'login-name-form',
  'app-password-needed',
  'oauth-needed',
  'smtp-auth-off',
  'access-switch-off',
  'account-locked',
]);

/** Those that another password may cure. */
const passwordRefusals: ReadonlySet<ActCode> = new Set(['login-rejected', 'app-password-needed']);

/** Those that say something of the port and the name they were tried with, and of no other. */
const triedAlone: ReadonlySet<ActCode> = new Set(['login-rejected', 'login-name-form']);

/** Those that nothing set in a program cures. */
const heldUp: ReadonlySet<ActCode> = new Set(['smtp-auth-off', 'access-switch-off', 'account-locked']);

/** Refusals of whoever sends; one of the recipient or of the message itself says nothing of the settings. */
const senderRefusals: ReadonlySet<ActCode> = new Set(['sender-rejected', 'relay-denied']);

/** What became of a message whose sender is not the fault: nothing that is set changes it, and whoever follows an export meets it again. */
const lostMessages: ReadonlySet<ActCode> = new Set([
  'message-refused',
  'rate-limit',
  'message-in-junk',
  'message-bounced',
  'message-not-seen',
]);

type Refusal = { readonly act: Act; readonly finding: Act['findings'][number] };

/** What logins and messages that were tried prove of the settings, the newest word on each counting. */
type Proof = {
  /** The last refusal of a login, where none was taken since. */
  readonly login?: Refusal | undefined;
  /** The last refusal of the sender, where no message was taken since. */
  readonly sender?: Refusal | undefined;
  /** The last message whose way ended somewhere else than in the inbox. */
  readonly message?: Refusal | undefined;
  /** The account's own password is not taken from programs. A later login, which then was made with another, does not undo that. */
  readonly wantsAppPassword: boolean;
};

/**
 * The settings as what was tried with them proves them: the password that is wanted, the sign-in by the browser where no password does, and
 * where sending was refused that this is told first, with what has to be done about it.
 */
export function asProven(settings: ClientSettings, report: Report): ClientSettings {
  const hosts = new Set(
    [settings.outgoing, ...(report.recommendation?.alternatives ?? [])].map(({ host }) => host.toLowerCase()),
  );
  const taken = provenLogin(report);
  const acts = (report.acts ?? [])
    .filter(({ endpoint }) => hosts.has(endpoint.host.toLowerCase()))
    .filter((act) => !isOfOtherSettings(act, settings, taken));
  const proof = acts.reduce<Proof>((known, act) => withAct(known, act, settings), {
    wantsAppPassword: false,
  });
  const { login, sender, message, wantsAppPassword } = proof;
  const refused = sender?.act.from;
  const told = [login, sender].filter((one) => one !== undefined);
  const isHeldUp = login !== undefined && holdsUp(login);
  const first = [
    ...otherName(settings, taken),
    ...told.flatMap(adviceFrom),
    ...(isHeldUp ? [waitingFor(settings)] : []),
  ];
  return {
    ...withSecret(settings, report, login, wantsAppPassword),
    ...(login && passwordRefusals.has(login.finding.code) && { isPasswordRefused: true }),
    ...(isHeldUp && settings.change?.length === 0 && { isForComparing: true }),
    ...((told.length > 0 || message) && {
      warnings: [
        ...told.map(warningOf),
        ...(message ? [messageWords(message)] : []),
        ...(settings.warnings ?? []),
      ],
    }),
    ...(first.length > 0 && { first: [...(settings.first ?? []), ...first] }),
    ...(refused !== undefined && sender?.finding.code === 'sender-rejected' && { refusedSender: refused }),
  };
}

/** A refusal of a port that these settings do not name, or of a name, where a login was taken with what they do name. */
function isOfOtherSettings(act: Act, { outgoing }: ClientSettings, taken: Act | undefined): boolean {
  const [finding] = act.findings;
  if (!taken || !finding || !triedAlone.has(finding.code)) return false;
  return !isSameEndpoint(act.endpoint, outgoing) || act.userForm !== taken.userForm;
}

/** Reports that do not keep the name tell only that it was no address. */
function otherName({ outgoing }: ClientSettings, taken: Act | undefined): string[] {
  if (taken === undefined || taken.user || taken.userForm === 'address') return [];
  if (outgoing.username !== '' && !outgoing.username.includes('@')) return [];
  return [say('client.proven.other-name', { when: { at: taken.startedAt } })];
}

function withAct(proof: Proof, act: Act, { outgoing }: ClientSettings): Proof {
  const [finding] = act.findings;
  if (finding === undefined) return proof;
  const { code } = finding;
  const wantsAppPassword = proof.wantsAppPassword || code === 'app-password-needed';
  if (loginRefusals.has(code)) {
    return { ...proof, wantsAppPassword, login: { act, finding } };
  }
  const isTaken = act.kind === 'message' && act.outcome === 'ok';
  const isIn = (isLoginTaken(act) || isTaken) && isSameEndpoint(act.endpoint, outgoing);
  const login = isIn ? undefined : proof.login;
  if (senderRefusals.has(code)) return { wantsAppPassword, login, sender: { act, finding } };
  const lost = act.findings.find((one) => lostMessages.has(one.code));
  const message = act.kind === 'message' ? (lost ? { act, finding: lost } : undefined) : proof.message;
  return { wantsAppPassword, login, message, sender: isTaken ? undefined : proof.sender };
}

function withSecret(
  settings: ClientSettings,
  report: Report,
  login: Refusal | undefined,
  wantsAppPassword: boolean,
): ClientSettings {
  const { outgoing, incoming, provider, secret } = settings;
  const known = providerAt(report, outgoing);
  const name = plainText(known?.name || (signInOwner({ outgoing }) ?? outgoing.host));
  if (login !== undefined && refusesPasswords(login, provider)) {
    const { secret: _, ...rest } = settings;
    return {
      ...rest,
      outgoing: signedIn(outgoing),
      // The account is added once more by that page, which is for receiving as well.
      incoming: incoming && signedIn(incoming),
      provider: { name, secret: 'browser', ...(provider?.enable && { enable: provider.enable }) },
    };
  }
  // A provider with a name of its own for such a password is believed: its pages use that name.
  const hasName = secret !== undefined && secret !== 'app-password-2fa';
  if (!wantsAppPassword || hasName) {
    return login === undefined ? settings : { ...settings, provider: { ...provider, name } };
  }
  const { secretAt, needsTwoStep } = known ?? {};
  return {
    ...settings,
    secret: 'app-password',
    provider: {
      ...provider,
      name,
      secret: 'app-password',
      ...(secretAt !== undefined && { secretAt: plainText(secretAt) }),
      ...((needsTwoStep || secret === 'app-password-2fa') && { needsTwoStep: true }),
    },
  };
}

/** Where an administrator can let passwords in, only the server's plain word counts: a guess would take a device's only way. */
function refusesPasswords({ finding }: Refusal, provider: ClientSettings['provider']): boolean {
  const { code, confidence } = finding;
  if (code !== 'oauth-needed' || confidence === 'possible') return false;
  return confidence === 'certain' || provider?.passwordUntil === undefined;
}

function signedIn(server: Server): Server {
  const { orPassword: _, ...rest } = server;
  return server.auth === 'none' ? server : { ...rest, auth: 'oauth2' };
}

function providerAt({ discovery }: Report, { host }: Server): Provider | undefined {
  return discovery.find(({ provider, servers }) => provider && servers.some((server) => server.host === host))
    ?.provider;
}

/** Whether something outside of programs has to be done first. A guess from silence holds nothing up: the sign-in may get through. */
function holdsUp({ finding: { code, confidence, words } }: Refusal): boolean {
  if (!heldUp.has(code)) return false;
  if (code !== 'smtp-auth-off') return true;
  return confidence === 'certain' && !words?.advice.some(({ key }) => key.endsWith('.advice.personal'));
}

/** When it was tried, and what came of it. */
function warningOf({ act, finding }: Refusal): string {
  const { startedAt, endpoint, reply } = act;
  const isBare = finding.code === 'login-rejected';
  return say.together([
    say('client.proven.tried', { when: { at: startedAt } }),
    finding.headline,
    ...(isBare ? [] : [finding.detail]),
    ...(isBare && reply ? [say('client.proven.answer', { host: endpoint.host, reply })] : []),
  ]);
}

/** What became of the last test message, and what to do about it. */
function messageWords({ act, finding }: Refusal): string {
  return say.together([
    say('client.proven.message', { when: { at: act.startedAt } }),
    finding.headline,
    ...finding.advice,
  ]);
}

/** That the steps are no way out of it, and what they are for. */
function waitingFor({ change }: ClientSettings): string {
  if (change?.length === 0) return say('client.wait.same');
  return say(change === null ? 'client.proven.wait' : 'client.proven.wait-change');
}

/** What to do about it, where that is not said with the password anyway. */
function adviceFrom({ act, finding }: Refusal): string[] {
  if (finding.code === 'app-password-needed' || finding.code === 'oauth-needed') return [];
  const isMicrosoft = /(^|\.)office365\.com$/i.test(act.endpoint.host);
  return [
    ...act.findings
      .filter(({ code }) => code === finding.code || code === 'login-name-form')
      .flatMap(({ advice }) => advice),
    ...(finding.code === 'smtp-auth-off' && isMicrosoft && holdsUp({ act, finding })
      ? [say('client.proven.switch-365')]
      : []),
  ];
}
