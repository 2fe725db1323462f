import type { ActCode, ActFacts } from '../../model/act.ts';
import { type Said, said } from '../../text/said.ts';
import type { ActContext } from './context.ts';
import { mayBeSwitchOrPassword, saysNothingOfPassword, wantsTransition } from './login-rules.ts';
import { type ActWords, serverSaid } from './words.ts';

/** The words of a refused login, by its finding. */
export function loginWords(code: ActCode, facts: ActFacts, context: ActContext): ActWords {
  const { headline, detail, advice } = wordsOf(code, facts, context);
  const quoted = code === 'login-name-form' ? [] : serverSaid(facts);
  const once = code === 'login-rejected' ? [said('act.once')] : [];
  return { headline, detail: [...quoted, ...detail, ...once], advice };
}

function wordsOf(code: ActCode, facts: ActFacts, context: ActContext): ActWords {
  const { provider, secretAt: url } = context;
  switch (code) {
    case 'app-password-needed':
      return {
        headline: said('act.app-password-needed.headline', { provider }),
        detail: [said('act.app-password-needed.detail')],
        advice: [
          url
            ? said('act.app-password-needed.advice.make-at', { url })
            : said('act.app-password-needed.advice.make'),
          said('act.app-password-needed.advice.use'),
        ],
      };
    case 'oauth-needed':
      return {
        headline: said('act.oauth-needed.headline', { provider }),
        detail: [said('act.oauth-needed.detail')],
        advice: [said('act.oauth-needed.advice', { provider })],
      };
    case 'smtp-auth-off':
      return plain(code, said('act.smtp-auth-off.detail'), said('act.smtp-auth-off.advice'));
    case 'access-switch-off':
      return plain(
        code,
        said(
          facts.incomingLogin === 'accepted'
            ? 'act.access-switch-off.incoming'
            : 'act.access-switch-off.detail',
        ),
        switchAdvice(url),
      );
    case 'account-locked':
      return plain(code, said('act.account-locked.detail'), said('act.account-locked.advice'));
    case 'rate-limit':
      return plain(code, said('act.rate-limit.detail'), said('act.rate-limit.advice'));
    case 'server-busy':
      return plain(code, said('act.server-busy.detail'), said('act.server-busy.advice'));
    case 'login-name-form':
      return nameForm(facts);
    default:
      return mayBeSwitchOrPassword(facts, context) ? switchOrPassword(facts, url) : rejected(facts);
  }
}

function switchAdvice(url: string | undefined): Said {
  return url ? said('act.access-switch-off.advice.at', { url }) : said('act.access-switch-off.advice');
}

/** The password first, because that is tried soonest; then what only the account on the web can change. */
function switchOrPassword(facts: ActFacts, url: string | undefined): ActWords {
  const { headline, detail } = rejected(facts);
  const [retype, own] = [said('act.login-rejected.advice.retype'), said('act.login-rejected.advice.own')];
  return { headline, detail, advice: [retype, switchAdvice(url), own] };
}

function rejected(facts: ActFacts): ActWords {
  if (wantsTransition(facts))
    return {
      headline: said('act.login-rejected.headline.transition'),
      detail: [],
      advice: [said('act.login-rejected.advice.transition')],
    };
  if (saysNothingOfPassword(facts))
    return {
      headline: said('act.login-rejected.headline.other'),
      detail: [],
      advice: [said('act.login-rejected.advice.other')],
    };
  const retype = said('act.login-rejected.advice.retype');
  return {
    headline: said(
      facts.outcome === 'rejected' ? 'act.login-rejected.headline' : 'act.login-rejected.headline.silent',
    ),
    detail: facts.incomingLogin === 'refused' ? [said('act.login-rejected.incoming')] : [],
    advice:
      // The web page takes no app password, and the password that is reset there makes all of them useless.
      facts.secretShape === 'app-password'
        ? [retype, said('act.login-rejected.advice.new-app')]
        : [retype, said('act.login-rejected.advice.web'), said('act.login-rejected.advice.own')],
  };
}

function nameForm({ userForm }: ActFacts): ActWords {
  const form = userForm === 'name' ? 'whole' : 'part';
  return {
    headline: said('act.login-name-form.headline'),
    detail: [said(`act.login-name-form.detail.${form}`)],
    advice: [said(`act.login-name-form.advice.${form}`)],
  };
}

function plain(
  code: 'smtp-auth-off' | 'access-switch-off' | 'account-locked' | 'rate-limit' | 'server-busy',
  detail: Said,
  advice: Said,
): ActWords {
  return { headline: said(`act.${code}.headline`), detail: [detail], advice: [advice] };
}
