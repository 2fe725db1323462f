import type { ClientSettings } from '../client.ts';
import { takesLoginAlone } from '../offered.ts';

/** How Ruby's library for mail calls the login, which it does not choose by itself: what it is told is tried, and nothing else. */
export function railsLogin(
  settings: Pick<ClientSettings, 'outgoing' | 'logins'>,
): 'cram_md5' | 'login' | 'plain' {
  if (takesLoginAlone(settings)) return 'login';
  return settings.outgoing.auth === 'password-encrypted' ? 'cram_md5' : 'plain';
}
