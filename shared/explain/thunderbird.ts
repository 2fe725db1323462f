import type { Cause } from '../model/explanation.ts';
import { type Found, foundOf } from './found.ts';
import type { KindName } from './kinds.ts';
import texts from './thunderbird-texts.json' with { type: 'json' };

/** Thunderbird's message identifiers, and what each means. Those about sending come first: where several fit, they are meant. */
const meanings: Readonly<Record<string, readonly [kind: KindName, causes?: readonly Cause[]]>> = {
  smtpSendRequestRefused: [
    'no-connection',
    ['port-25-blocked', 'submission-blocked', 'wrong-port', 'server-down', 'local-firewall'],
  ],
  smtpSendTimeout: [
    'no-answer',
    ['port-25-blocked', 'submission-blocked', 'mail-allow-list', 'antivirus', 'slow-greeting'],
  ],
  smtpSendInterrupted: ['dropped', ['antivirus', 'tls-blocked', 'message-too-large', 'server-busy']],
  smtpSendFailedUnknownServer: ['name-unknown', ['server-name-wrong', 'dns-unreachable', 'offline']],
  smtpAuthFailure: [
    'login-refused',
    ['login-rejected', 'app-password-needed', 'oauth-needed', 'login-name-form'],
  ],
  smtpHintAuthEncryptToPlainNoSsl: ['login-method', ['auth-method-wrong', 'starttls-stripped']],
  smtpHintAuthPlainToEncrypt: ['login-plain-forbidden', ['auth-method-wrong', 'security-mismatch']],
  smtpAuthGssapi: ['login-kerberos', ['auth-method-wrong', 'clock-wrong']],
  smtpAuthMechNotSupported: ['login-method', ['auth-method-wrong', 'oauth-needed', 'security-mismatch']],
  startTlsFailed: ['starttls-missing', ['security-mismatch', 'starttls-stripped', 'antivirus']],
  errorSendingFromCommand: ['sender-refused', ['sender-rejected', 'auth-needed', 'server-policy']],
  errorSendingRcptCommand: [
    'recipients-refused',
    ['relay-denied', 'recipient-wrong', 'auth-needed', 'client-blocklisted'],
  ],
  errorSendingDataCommand: ['refused-somehow', ['content-refused', 'client-blocklisted', 'server-busy']],
  errorSendingMessage: ['content', ['content-refused', 'message-too-large', 'sender-rejected', 'dmarc']],
  smtpServerError: [
    'refused-somehow',
    ['server-busy', 'client-blocklisted', 'auth-needed', 'content-refused'],
  ],
  smtpTooManyRecipients: ['too-many-recipients', ['rate-limit', 'server-policy']],
  smtpPermSizeExceeded2: ['too-large', ['message-too-large']],
  smtpSecurityIssue: [
    'certificate-any',
    ['certificate-problem', 'tls-intercepted', 'tls-too-old', 'clock-wrong'],
  ],
  errorIllegalLocalPart2: ['recipient-syntax', ['recipient-wrong', 'program-too-old']],
  noRecipients: ['recipient-missing', ['recipient-wrong']],
  failedCopyOperation: ['not-a-failure', ['not-a-send-failure']],
  unknownHostError: ['name-unknown', ['server-name-wrong', 'dns-unreachable', 'offline']],
  oAuth2Error: ['sign-in-expired', ['oauth-needed', 'login-rejected']],
  connectionRefusedError: ['refused', ['wrong-port', 'server-down', 'local-firewall']],
  netTimeoutError: ['no-answer', ['submission-blocked', 'server-down', 'antivirus', 'port-25-blocked']],
  netResetError: ['dropped', ['antivirus', 'tls-blocked', 'security-mismatch']],
  netInterruptError: ['dropped', ['antivirus', 'connection-lost', 'tls-blocked']],
  mailServerLoginFailed2: ['login-refused', ['login-rejected', 'app-password-needed', 'oauth-needed']],
  imapUnknownHostError: ['name-unknown', ['server-name-wrong', 'dns-unreachable', 'offline']],
  imapOAuth2Error: ['sign-in-expired', ['oauth-needed', 'login-rejected']],
  imapConnectionRefusedError: ['refused', ['wrong-port', 'server-down', 'local-firewall']],
  imapNetTimeoutError: ['no-answer', ['server-down', 'mail-ports-blocked', 'antivirus']],
  imapTlsError: ['tls-failed', ['tls-too-old', 'certificate-problem', 'tls-intercepted']],
  imapServerDisconnected: ['receiving-goodbye', ['connection-lost', 'server-down', 'too-many-connections']],
  imapServerDroppedConnection2: ['too-many-connections', ['too-many-connections', 'server-busy']],
  imapServerNotImap4: ['strange-answer', ['server-name-wrong', 'wrong-port', 'captive-portal']],
  imapAuthChangeEncryptToPlainNoSSL: ['login-method', ['auth-method-wrong', 'starttls-stripped']],
  imapAuthChangePlainToEncrypt: ['login-plain-forbidden', ['auth-method-wrong', 'security-mismatch']],
  imapAuthMechNotSupported: ['login-method', ['auth-method-wrong', 'oauth-needed']],
  imapAuthGssapiFailed: ['login-kerberos', ['auth-method-wrong', 'clock-wrong']],
  pop3AuthChangeEncryptToPlainNoSSL: ['login-method', ['auth-method-wrong', 'starttls-stripped']],
  pop3AuthChangePlainToEncrypt: ['login-plain-forbidden', ['auth-method-wrong', 'security-mismatch']],
  pop3AuthMechNotSupported: ['login-method', ['auth-method-wrong', 'oauth-needed']],
  pop3GssapiFailure: ['login-kerberos', ['auth-method-wrong', 'clock-wrong']],
  pop3PasswordFailed: ['receiving-refused', ['login-rejected', 'app-password-needed', 'oauth-needed']],
  pop3UsernameFailure: ['login-name', ['login-name-form', 'login-rejected', 'pop-disabled']],
  pop3ServerBusy: ['account-in-use', ['account-in-use']],
  nsErrorCouldNotConnectViaTls: ['tls-failed', ['security-mismatch', 'server-down', 'certificate-problem']],
  // Of older versions, known by their identifiers alone.
  smtpPasswordUndefined: ['password-missing', ['login-rejected']],
  smtpSendNotAllowed: ['sender-refused', ['sender-rejected', 'auth-needed']],
  smtpTempSizeExceeded: ['too-large', ['message-too-large', 'server-busy']],
  smtpPermSizeExceeded1: ['too-large', ['message-too-large']],
  smtpClientid: ['refused-somehow', ['server-policy', 'login-rejected']],
  smtpClientidPermission: ['login-refused', ['server-policy', 'login-rejected']],
};
const ids = Object.keys(meanings);
const pieces: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = texts;

/** Two words of Chinese say as much as twenty letters. */
const enough = { letters: 18, characters: 8, quoted: 20 } as const;
const denseScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const program = 'Thunderbird';
/** Less than what any library or server says more exactly. */
const besideOthers = 40;
/** Sentences that say nothing but that a server was not reached. */
const saysNoMore: ReadonlySet<string> = new Set(['unknownHostError', 'imapUnknownHostError']);

/** Thunderbird's sentences in the text, whole in any language it ships in, or an English one that is quoted in part. */
export function thunderbirdTextsIn(text: string, weight: number): Found[] {
  const named = /\b(?:smtp|imap|pop3|errorSending|startTls|net)[A-Z]\w{5,40}\b/.exec(text)?.[0];
  const byName = named === undefined || !Object.hasOwn(meanings, named) ? undefined : named;
  const own = letters(text);
  const id =
    byName ??
    (own.length < (denseScript.test(own) ? enough.characters : enough.letters)
      ? undefined
      : (wholeIn(own) ?? quotedIn(text)));
  const meaning = id === undefined ? undefined : meanings[id];
  if (id === undefined || meaning === undefined) return [];
  const [kind, causes] = meaning;
  // What any program says of any connection: Thunderbird means a name without an address, where it names the server and says no more.
  if (saysNoMore.has(id) && byName === undefined && !isWhole(text, id)) return [notReached(text, weight)];
  return [
    foundOf(kind, text.slice(0, 120), weight, {
      ...(causes && { causes }),
      program,
      code: id,
      certainty: saysNoMore.has(id) && byName === undefined ? 'possible' : 'certain',
    }),
  ];
}

/** The sentence of Thunderbird's and the name of a server in it make up the whole text. */
function isWhole(text: string, id: string): boolean {
  const server = text.split(/\s+/).find((word) => /\w\.\w/.test(word));
  const own = letters(text);
  const host = letters(server ?? '');
  return (
    host !== '' &&
    Object.values(pieces[id] ?? {}).some((parts) =>
      [...parts, ''].some((_, at) => isJoined(own, parts, host, at)),
    )
  );
}

function isJoined(own: string, parts: readonly string[], host: string, at: number): boolean {
  return own === [...parts.slice(0, at), host, ...parts.slice(at)].join('');
}

function notReached(text: string, weight: number): Found {
  return foundOf('no-connection', text.slice(0, 120), Math.min(weight, besideOthers), {
    causes: ['submission-blocked', 'port-25-blocked', 'server-name-wrong', 'server-down', 'local-firewall'],
    certainty: 'possible',
    isFrame: true,
  });
}

/** The message of which the most letters are in the text, every piece of it and in order. */
function wholeIn(own: string): string | undefined {
  let best: { readonly id: string; readonly length: number } | undefined;
  for (const id of ids) {
    for (const parts of Object.values(pieces[id] ?? {})) {
      const length = lengthIn(own, parts);
      if (length > (best?.length ?? 0)) best = { id, length };
    }
  }
  return best?.id;
}

/** How many letters of the pieces are in the text, in order; 0 when one is missing or all together are too few. */
function lengthIn(own: string, parts: readonly string[]): number {
  let at = 0;
  let length = 0;
  for (const part of parts) {
    const found = own.indexOf(part, at);
    if (found === -1) return 0;
    at = found + part.length;
    length += part.length;
  }
  const joined = parts.join('');
  const wanted = denseScript.test(joined) ? enough.characters : enough.letters;
  return length >= wanted ? length : 0;
}

/** A part of an English sentence, with dots for what was left out; longer texts are no quotation. */
function quotedIn(text: string): string | undefined {
  if (text.length > 300) return undefined;
  const parts = text
    .split(/\.{3}/)
    .map(letters)
    .filter((part) => part !== '');
  if (parts.join('').length < enough.quoted) return undefined;
  return ids.find((id) => {
    const sentence = (pieces[id]?.['en-US'] ?? []).join('|');
    let at = 0;
    return parts.every((part) => {
      const found = sentence.indexOf(part, at);
      at = found + part.length;
      return found !== -1;
    });
  });
}

/** Letters and digits only, in lower case; `build/thunderbird-pieces.mjs` does the same. */
function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
