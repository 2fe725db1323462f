import type { Server } from '../../model/check.ts';

/** How Ruby's library for mail calls the login, which it does not choose by itself: what it is told is tried, and nothing else. */
export function railsLogin({ auth }: Pick<Server, 'auth'>): 'cram_md5' | 'plain' {
  return auth === 'password-encrypted' ? 'cram_md5' : 'plain';
}
