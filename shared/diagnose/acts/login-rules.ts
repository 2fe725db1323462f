import type { ActCode, ActFacts } from '../../model/act.ts';
import type { Cause } from '../../model/explanation.ts';
import type { Confidence } from '../../model/finding.ts';
import type { ActContext } from './context.ts';
import { accusesPassword, isMicrosoft, type LoginReason, reasonIn, saysMore } from './login-reply.ts';

/** Why a login was refused, and how sure that is. */
export type LoginJudgement = { readonly code: ActCode; readonly confidence: Confidence };

/** Causes that a reply names by itself, and the finding for each. */
const named: Partial<Record<Cause, ActCode>> = {
  'app-password-needed': 'app-password-needed',
  'oauth-needed': 'oauth-needed',
  'smtp-auth-off': 'smtp-auth-off',
  'account-policy': 'oauth-needed',
  'access-switch-off': 'access-switch-off',
  'plan-without-programs': 'access-switch-off',
  'account-locked': 'account-locked',
  'rate-limit': 'rate-limit',
  'too-many-connections': 'rate-limit',
  'login-name-form': 'login-name-form',
};

/** What a reply's own words name, and the finding for each. */
const ofReason: Readonly<Record<LoginReason, LoginJudgement>> = {
  wait: { code: 'rate-limit', confidence: 'certain' },
  unlock: { code: 'account-locked', confidence: 'certain' },
  locked: { code: 'account-locked', confidence: 'likely' },
  plan: { code: 'access-switch-off', confidence: 'likely' },
  'second-factor': { code: 'app-password-needed', confidence: 'likely' },
  method: { code: 'login-rejected', confidence: 'possible' },
  'pop-first': { code: 'login-rejected', confidence: 'possible' },
  'set-anew': { code: 'login-rejected', confidence: 'possible' },
  other: { code: 'login-rejected', confidence: 'possible' },
};

/**
 * Why the server took no login. What the reply names comes first; a bare "wrong name or password" is weighed with what else is known: the
 * provider's own rule, the shape of what was typed, and whether the server for receiving took the same. Silence after the password is an
 * answer too: the line was alive a moment before.
 */
export function judgeLogin(facts: ActFacts, context: ActContext): LoginJudgement {
  if (isNeitherYesNorNo(facts)) return { code: 'login-rejected', confidence: 'possible' };
  if (facts.outcome !== 'rejected') return silence(facts, context);
  const [first] = context.causes;
  if (refusesPasswordsByRule(context)) return { code: 'oauth-needed', confidence: 'likely' };
  const reason = reasonIn(facts);
  if (reason !== undefined) return ofReason[reason];
  if (isAboutOther(facts)) return { code: 'login-rejected', confidence: 'possible' };
  if (/credentials were incorrect/i.test(facts.reply ?? ''))
    return { code: 'login-rejected', confidence: 'likely' };
  if (first === 'account-locked' && accusesPassword(facts)) return bareRefusal(facts, context);
  if (isWrongKindAtYahoo(facts))
    return facts.secretShape === 'other'
      ? { code: 'app-password-needed', confidence: 'likely' }
      : { code: 'rate-limit', confidence: 'likely' };
  if (mayBeSwitchOrPassword(facts, context)) return { code: 'login-rejected', confidence: 'possible' };
  if (isToWait(facts, context)) return { code: 'rate-limit', confidence: 'likely' };
  const code = first && named[first];
  const isSure = context.causes.length === 1;
  // The server for receiving took the very password: then it is hardly one of another kind that is wanted.
  const isDoubtful = facts.incomingLogin === 'accepted' && !isSure && ofAnotherSecret.has(code);
  if (code && !isDoubtful && !isOneAlready(code, facts, context))
    return { code, confidence: isSure || isSaidOff(facts) ? 'certain' : 'likely' };
  if (isUndecided(facts)) return { code: 'server-busy', confidence: 'certain' };
  return bareRefusal(facts, context);
}

/** Findings that say that another kind of password, or none, is wanted. */
const ofAnotherSecret: ReadonlySet<ActCode | undefined> = new Set<ActCode>([
  'app-password-needed',
  'oauth-needed',
]);

/** An app password was typed, and the reply is the provider's one word for all wrong passwords: it may be mistyped, deleted, of another account. */
function isOneAlready(code: ActCode, { secretShape }: ActFacts, { causes }: ActContext): boolean {
  return code === 'app-password-needed' && secretShape === 'app-password' && causes.length > 1;
}

/** The reply says that login for sending is switched off, for the mailbox or for the whole organisation. */
export function isSaidOff({ reply = '' }: ActFacts): boolean {
  return /smtp ?client ?authentication|smtp_auth_disabled/i.test(reply);
}

/** Yahoo, AOL and AT&T say so of the account's own password at its first try, whatever the words are: logins-2026. */
export function isWrongKindAtYahoo({ reply = '' }: ActFacts): boolean {
  return /#auth005/i.test(reply);
}

/** A rule of the organisation refused it, such as Microsoft's security defaults: that is about passwords, and no switch of the mailbox. */
export function refusesPasswordsByRule({ causes }: ActContext): boolean {
  return causes.includes('account-policy') && causes.includes('oauth-needed') && causes[0] !== 'oauth-needed';
}

/** An answer to the password that is a reply, or the beginning of one, and means neither that it was taken nor that it was refused. */
export function isNeitherYesNorNo({ outcome }: ActFacts): boolean {
  return outcome === 'protocol-error';
}

/** Too many attempts, said with a reply for the moment alone: what is asked for is time, and nothing has to be unlocked. */
function isToWait({ replyCode = 0 }: ActFacts, { causes }: ActContext): boolean {
  return (
    replyCode >= 400 && replyCode < 500 && causes.includes('rate-limit') && causes[0] === 'account-locked'
  );
}

/** Replies that RFC 5321 section 4.2.3 and RFC 4954 section 6 have for something else than a wrong name or password. */
const ofSomethingElse: ReadonlySet<number> = new Set([500, 501, 502, 503, 504, 530, 538]);
const aboutSomethingElse =
  /connection (?:lost|refused|closed)|lost connection|cannot decode|can't decode|internal (?:server )?error/i;
const ofOtherMatters: ReadonlySet<LoginReason | undefined> = new Set<LoginReason>([
  'method',
  'pop-first',
  'set-anew',
  'other',
]);

/** Whether the refusal speaks of the dialogue, of the computer or of the server's own trouble, and not of the name or the password. */
export function saysNothingOfPassword(facts: ActFacts): boolean {
  return isAboutOther(facts) || saysMore(facts);
}

function isAboutOther(facts: ActFacts): boolean {
  const { replyCode = 0, reply = '', outcome, endpoint } = facts;
  if (outcome !== 'rejected' || (replyCode >= 400 && replyCode < 500)) return false;
  if (aboutSomethingElse.test(reply) || ofOtherMatters.has(reasonIn(facts))) return true;
  return ofSomethingElse.has(replyCode) && !isMicrosoft(endpoint.host) && !/password|credential/i.test(reply);
}

/** Some providers say the same to a password that is wrong and to an account in which mail programs are not let in; receiving did not tell which. */
export function mayBeSwitchOrPassword(
  { outcome, incomingLogin }: ActFacts,
  { causes: [first, ...others] }: ActContext,
): boolean {
  return (
    outcome === 'rejected' &&
    first === 'access-switch-off' &&
    others.includes('login-rejected') &&
    incomingLogin !== 'accepted'
  );
}

/** RFC 4954 section 6: the server could not check the login at the moment. It judged neither the name nor the password. */
function isUndecided(facts: ActFacts): boolean {
  const isForNow = facts.replyCode !== undefined && facts.replyCode < 500;
  return isForNow && !wantsTransition(facts) && !accusesPassword(facts);
}

/** RFC 4954 section 6: a password is there, and has to be set anew once before this kind of login works. */
export function wantsTransition(facts: ActFacts): boolean {
  const { replyCode, enhancedStatus } = facts;
  return replyCode === 432 || enhancedStatus === '4.7.12' || reasonIn(facts) === 'set-anew';
}

/** The same name and password are good for receiving, and the reply does not name a switch either. */
export function receivesOnly(
  { incomingLogin }: ActFacts,
  { causes: [first, ...others] }: ActContext,
): boolean {
  const isNamed = first === 'access-switch-off' && !others.includes('login-rejected');
  return incomingLogin === 'accepted' && !isNamed;
}

function bareRefusal(facts: ActFacts, context: ActContext): LoginJudgement {
  const { secret, passwordUntil } = context;
  if (saysMore(facts)) return { code: 'login-rejected', confidence: 'possible' };
  // Then it is hardly they that are wrong.
  if (receivesOnly(facts, context)) return { code: 'access-switch-off', confidence: 'possible' };
  if (secret === 'browser')
    return { code: 'oauth-needed', confidence: passwordUntil === undefined ? 'likely' : 'possible' };
  if (secret === 'app-password' && facts.secretShape === 'other') {
    return { code: 'app-password-needed', confidence: 'likely' };
  }
  return { code: 'login-rejected', confidence: facts.incomingLogin === 'refused' ? 'certain' : 'likely' };
}

function silence(facts: ActFacts, { secret }: ActContext): LoginJudgement {
  if (isMicrosoft(facts.endpoint.host)) return { code: 'smtp-auth-off', confidence: 'likely' };
  if (secret === 'browser') return { code: 'oauth-needed', confidence: 'possible' };
  return { code: 'login-rejected', confidence: 'possible' };
}
