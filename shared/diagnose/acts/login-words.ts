import type { ActCode, ActFacts } from '../../model/act.ts';
import { type Said, said } from '../../text/said.ts';
import type { ActContext } from './context.ts';
import { reasonIn } from './login-reply.ts';
import {
  isNeitherYesNorNo,
  isWrongKindAtYahoo,
  mayBeSwitchOrPassword,
  receivesOnly,
  refusesPasswordsByRule,
  saysNothingOfPassword,
  wantsTransition,
} from './login-rules.ts';
import { refusedByRule, switchedOff } from './switched-off.ts';
import { type ActWords, serverSaid } from './words.ts';

/** The words of a refused login, by its finding. */
export function loginWords(code: ActCode, facts: ActFacts, context: ActContext): ActWords {
  const { headline, detail, advice } = wordsOf(code, facts, context);
  const once = code === 'login-rejected' ? [onceEach(facts)] : [];
  return { headline, detail: [...serverSaid(facts), ...detail, ...once], advice };
}

/** What is offered beside a refusal that told nothing of the name. */
export function otherNameForm({ userForm }: ActFacts): ActWords {
  const form = userForm === 'name' ? 'whole' : 'part';
  return {
    headline: said('act.login-name-form.headline'),
    detail: [said(`act.login-name-form.detail.${form}`)],
    advice: [said(`act.login-name-form.advice.${form}`)],
  };
}

/** Each server counts for itself. */
function onceEach({ incomingLogin }: ActFacts): Said {
  return incomingLogin === 'refused' ? said('act.once.each') : said('act.once');
}

function wordsOf(code: ActCode, facts: ActFacts, context: ActContext): ActWords {
  const { provider, passwordUntil } = context;
  switch (code) {
    case 'app-password-needed':
      return {
        headline: said('act.app-password-needed.headline', { provider }),
        detail: [said('act.app-password-needed.detail')],
        advice: [makePassword(context), said('act.app-password-needed.advice.use')],
      };
    case 'oauth-needed':
      if (refusesPasswordsByRule(context) && !context.isPersonal) return refusedByRule(provider);
      if (passwordUntil !== undefined && context.causes[0] !== 'oauth-needed')
        return perhapsSignIn(provider, passwordUntil);
      return {
        headline: said('act.oauth-needed.headline', { provider }),
        detail: [said('act.oauth-needed.detail')],
        advice: [said('act.oauth-needed.advice', { provider })],
      };
    case 'smtp-auth-off':
      return switchedOff(facts, context);
    case 'access-switch-off':
      if (isOfPlan(facts, context)) return ofPlan();
      if (receivesOnly(facts, context)) return notForSending();
      return plain(code, said('act.access-switch-off.detail'), switchAdvice(context));
    case 'account-locked':
      if (reasonIn(facts) === 'unlock') return browserFirst(facts, context);
      return plain(code, said('act.account-locked.detail'), said('act.account-locked.advice'));
    case 'rate-limit':
      return toWait(facts);
    case 'server-busy':
      return plain(code, said('act.server-busy.detail'), said('act.server-busy.advice'));
    case 'login-name-form':
      return wantedNameForm(facts);
    default:
      return mayBeSwitchOrPassword(facts, context)
        ? switchOrPassword(facts, context)
        : rejected(facts, context);
  }
}

/** Where the password for mail programs is made, by the provider's own name for it. */
function makePassword(context: ActContext): Said {
  if (isOfProgramsAlone.has(context.secret)) return ownPassword(context);
  const { secret, secretAt: url, needsTwoStep } = context;
  if (url && secret === 'app-password' && !needsTwoStep)
    return said('act.app-password-needed.advice.make-only-at', { url });
  return url
    ? said('act.app-password-needed.advice.make-at', { url })
    : said('act.app-password-needed.advice.make');
}

/** The web page first, as the server asks; a password that it takes from no program would be refused again afterwards. */
function browserFirst({ secretShape }: ActFacts, context: ActContext): ActWords {
  const isAnother = context.secret === 'app-password' && secretShape === 'other';
  return {
    headline: said('act.account-locked.headline.browser', { provider: context.provider }),
    detail: [said('act.account-locked.detail.browser')],
    advice: [said('act.account-locked.advice.browser'), ...(isAnother ? [ownPassword(context)] : [])],
  };
}

/** Organisations may let a password do for some time yet, and then it may be mistyped. */
function perhapsSignIn(provider: string, day: string): ActWords {
  return {
    headline: said('act.oauth-needed.headline.usual', { provider }),
    detail: [said('act.oauth-needed.detail.until', { day: { at: `${day}T12:00:00Z` } })],
    advice: [
      said('act.oauth-needed.advice.first', { provider }),
      said('act.login-rejected.advice.retype'),
      said('act.oauth-needed.advice.ask'),
    ],
  };
}

/** For as long as the server says, else for what usually does; an app password that was tried too often may be a wrong one as well. */
function toWait(facts: ActFacts): ActWords {
  const isDaily = /\bdaily\b|per day|\b24 hours?\b/i.test(facts.reply ?? '');
  const isTimed = reasonIn(facts) === 'wait';
  const wait = isTimed ? 'act.rate-limit.advice.said' : 'act.rate-limit.advice';
  const renew = isWrongKindAtYahoo(facts) ? [said('act.login-rejected.advice.new-app')] : [];
  return {
    headline: said('act.rate-limit.headline'),
    detail: [said('act.rate-limit.detail')],
    advice: [said(isDaily ? 'act.rate-limit.advice.daily' : wait), ...renew],
  };
}

function isOfPlan(facts: ActFacts, { causes: [first] }: ActContext): boolean {
  return reasonIn(facts) === 'plan' || first === 'plan-without-programs';
}

function ofPlan(): ActWords {
  return {
    headline: said('act.access-switch-off.headline.plan'),
    detail: [],
    advice: [said('act.access-switch-off.advice.plan')],
  };
}

/** Good for receiving: the usual reasons for which sending refuses the same, as possible as each other. */
function notForSending(): ActWords {
  return {
    headline: said('act.access-switch-off.headline.receives'),
    detail: [said('act.access-switch-off.incoming')],
    advice: [
      said('act.access-switch-off.advice.sending'),
      said('act.access-switch-off.advice.other-login'),
      said('act.access-switch-off.advice.show'),
    ],
  };
}

/** Beside a password that may be wrong the switch is one possibility of several. */
function perhapsSwitch({ switchAt: url }: ActContext): Said {
  return url
    ? said('act.access-switch-off.advice.perhaps-at', { url })
    : said('act.access-switch-off.advice.perhaps');
}

function switchAdvice({ switchAt: url }: ActContext): Said {
  return url ? said('act.access-switch-off.advice.at', { url }) : said('act.access-switch-off.advice');
}

/** The password first, because that is tried soonest; then what only the account on the web can change. */
function switchOrPassword(facts: ActFacts, context: ActContext): ActWords {
  const { headline, detail } = rejected(facts, context);
  const retype = said('act.login-rejected.advice.retype');
  return { headline, detail, advice: [retype, perhapsSwitch(context), ownPassword(context)] };
}

/** Which password the provider wants in mail programs, and where it is made; in general where nothing is known of it. */
function ownPassword({ provider: name, secret, secretAt: url }: ActContext): Said {
  if (secret === undefined || secret === 'browser') return said('act.login-rejected.advice.own');
  return url === undefined
    ? said(`client.advice.${secret}`, { name })
    : said(`client.advice.${secret}-at`, { name, url });
}

/** The one of mail programs is good for nothing on the web page. */
const isOfProgramsAlone: ReadonlySet<ActContext['secret']> = new Set<ActContext['secret']>([
  'mail-password',
  'authorization-code',
]);

function rejectedAdvice(facts: ActFacts, context: ActContext): Said[] {
  const retype = said('act.login-rejected.advice.retype');
  // The web page takes no app password, and the password that is reset there makes all of them useless.
  if (isOfProgramsAlone.has(context.secret)) return [retype, ownPassword(context)];
  if (facts.secretShape === 'app-password') return [retype, said('act.login-rejected.advice.new-app')];
  const enable = context.switchAt === undefined ? [] : [perhapsSwitch(context)];
  return [retype, said('act.login-rejected.advice.web'), ...enable, ownPassword(context)];
}

function otherAdvice(facts: ActFacts): Said {
  const reason = reasonIn(facts);
  if (reason === 'method') return said('act.login-rejected.advice.method');
  return said(
    reason === 'pop-first' ? 'act.login-rejected.advice.pop-first' : 'act.login-rejected.advice.other',
  );
}

function rejected(facts: ActFacts, context: ActContext): ActWords {
  if (isNeitherYesNorNo(facts))
    return {
      headline: said('act.login-rejected.headline.strange'),
      detail: [],
      advice: [said('act.login-rejected.advice.strange')],
    };
  if (wantsTransition(facts))
    return {
      headline: said('act.login-rejected.headline.transition'),
      detail: [],
      advice: [
        said(
          reasonIn(facts) === 'set-anew'
            ? 'act.login-rejected.advice.set-anew'
            : 'act.login-rejected.advice.transition',
        ),
      ],
    };
  if (saysNothingOfPassword(facts))
    return {
      headline: said('act.login-rejected.headline.other'),
      detail: [],
      advice: [otherAdvice(facts)],
    };
  return {
    headline: said(
      facts.outcome === 'rejected' ? 'act.login-rejected.headline' : 'act.login-rejected.headline.silent',
    ),
    detail: facts.incomingLogin === 'refused' ? [said('act.login-rejected.incoming')] : [],
    advice: rejectedAdvice(facts, context),
  };
}

/** The server's own words ask for another form of the name; which, a short name tells, and else they do. */
function wantedNameForm(facts: ActFacts): ActWords {
  if (facts.userForm === 'name') return otherNameForm(facts);
  return {
    headline: said('act.login-name-form.headline'),
    detail: [],
    advice: [said('act.login-name-form.advice.said')],
  };
}

function plain(
  code: 'access-switch-off' | 'account-locked' | 'server-busy',
  detail: Said,
  advice: Said,
): ActWords {
  return { headline: said(`act.${code}.headline`), detail: [detail], advice: [advice] };
}
