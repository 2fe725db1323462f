import type { ClientSettings } from './client.ts';

type Offered = Pick<ClientSettings, 'outgoing' | 'logins'>;

/** What programs send a password or a token with. */
const known = /^(PLAIN|LOGIN|XOAUTH2|OAUTHBEARER|CRAM-|DIGEST-|SCRAM-)/;

/** Whether the server logs in by Windows accounts alone (NTLM, Kerberos), as those of companies may: no password does in most programs. */
export function wantsWindowsLogin({ outgoing, logins = [] }: Offered): boolean {
  return outgoing.auth === 'unknown' && logins.length > 0 && !logins.some((name) => known.test(name));
}

/** Whether NTLM, which some mail programs know, is what is left. */
export function wantsNtlm(settings: Offered): boolean {
  return wantsWindowsLogin(settings) && settings.logins?.includes('NTLM') === true;
}

/** Whether the server takes a password by LOGIN and not by PLAIN, which some programs have to be told. */
export function takesLoginAlone({ outgoing, logins = [] }: Offered): boolean {
  const isPassword = outgoing.auth === 'password-cleartext' || outgoing.auth === 'unknown';
  return isPassword && logins.includes('LOGIN') && !logins.includes('PLAIN');
}
