/**
 * The password itself, of one that was copied as its provider shows it: Google and Yahoo show the sixteen letters of an app password in
 * four groups with blanks between, which are no part of it. Servers that compare it as it comes refuse it with them. Of every other
 * password, each character belongs to it.
 */
export function withoutShownBlanks(password: string): string {
  return /^\s?[a-z]{4}(?:[ \u00a0][a-z]{4}){3}\s?$/.test(password) ? password.replace(/\s/g, '') : password;
}
