import { describe, expect, test } from 'vitest';
import { explain } from '../../../shared/explain/explain.ts';
import { english } from '../../support/english.ts';

/** The kinds, and each recipient with what became of it. */
function read(text: string) {
  const { items, bounce } = explain(text, english);
  return {
    kinds: items.map(({ words }) => words?.key.replace('explain.kind.', '')),
    recipients: (bounce?.recipients ?? []).map(
      ({ address, action, reason }) => `${address} ${action} ${reason}`,
    ),
  };
}

describe('a server that goes on trying has not given up', () => {
  test.each([
    'Mensaje no entregado\nSe ha producido un problema temporal al entregar tu mensaje a pedro@empresa.es. Gmail lo volverá a intentar durante 46 horas más.\nLa respuesta fue:\nThe recipient server did not accept our requests to connect.',
    'Nachricht nicht zugestellt\nBeim Zustellen Ihrer Nachricht an a@b.example ist ein vorübergehendes Problem aufgetreten. Gmail versucht es noch 46 Stunden lang.',
    'Message non distribué\nUn problème temporaire est survenu lors de la remise de votre message à a@b.example. Gmail réessaiera pendant 46 heures.',
    'Mensagem não entregue\nHouve um problema temporário ao entregar sua mensagem para a@b.example. O Gmail tentará novamente por mais 46 horas.',
    'メールは配信されませんでした\na@b.example へのメールの配信中に一時的な問題が発生しました。Gmail は 46 時間再試行します。',
  ])('%s', (text) => {
    const { kinds, recipients } = read(text);
    expect(kinds).toEqual(['still-trying']);
    expect(recipients.join()).not.toContain('failed');
    expect(explain(text, english).items[0]).toMatchObject({ retry: 'never' });
  });
});

describe('nobody who wrote or got the notice is told to have failed', () => {
  test('in a quotation of a phone', () => {
    const text = [
      '> Von: MAILER-DAEMON@mout.web.de',
      '> Betreff: Mail delivery failed: returning message to sender',
      '> An: oma.lotte@web.de',
      '> ',
      '> A message that you sent could not be delivered to one or more of its recipients. The following address',
      '> failed:',
      '> ',
      '> "enkel@hotmail.con":',
      '> no valid MX hosts found',
      '>',
      '> Von meinem iPhone gesendet',
    ].join('\n');
    expect(read(text)).toEqual({
      kinds: ['recipient-host'],
      recipients: ['enkel@hotmail.con failed host-unknown'],
    });
  });

  test('in one that was passed on', () => {
    const text = [
      'Anfang der weitergeleiteten Nachricht:',
      '',
      'Von: Mail Delivery System <MAILER-DAEMON@mail.uni.example>',
      'Betreff: Undelivered Mail Returned to Sender',
      'An: prof@uni.example',
      '',
      '>> <alumni@tutanota.com>: host mail.tutanota.de[81.3.6.162] said: 450 4.2.0',
      '>>    <alumni@tutanota.com>: Recipient address rejected: Greylisted, see http://postgrey',
    ].join('\n');
    const { kinds, recipients } = read(text);
    expect(kinds).toEqual(['greylisted']);
    expect(recipients.map((one) => one.split(' ')[0])).toEqual(['alumni@tutanota.com']);
  });

  test('nor the program that wrote it', () => {
    const text =
      'Письмо не доставлено\nmailer-daemon@yandex.ru\nЭто письмо создано автоматически.\n<ivan@mail.ru>: host mxs.mail.ru[94.100.180.31] said: 552 5.2.2 mailbox is full';
    expect(read(text)).toEqual({
      kinds: ['mailbox-full'],
      recipients: ['ivan@mail.ru failed mailbox-full'],
    });
  });

  test('a transcript of a session keeps its three marks, and words for "to" that name recipients are read', () => {
    const transcript =
      '   ----- Transcript of session follows -----\n... while talking to mx.example.net.:\n>>> RCPT To:<a@example.net>\n<<< 550 5.1.1 <a@example.net>... User unknown';
    expect(read(transcript).recipients).toEqual(['a@example.net failed user-unknown']);
  });
});

describe('what is said of the person in a message that a server had taken', () => {
  test('is nothing of the own network, and an address on a list is the one it came from', () => {
    const text =
      'Message blocked\nYour message to info@klinik.example has been blocked.\nThe response from the remote server was:\n554 5.7.1 Service unavailable; Client host [209.85.218.53] blocked using bl.spamcop.net';
    const { items } = explain(text, english);
    expect(items).toMatchObject([{ causes: ['client-blocklisted', 'client-refused'] }]);
    expect(english('explain.cause.client-blocklisted')).not.toMatch(/your/);
    expect(english('explain.cause.client-refused')).not.toMatch(/this computer/);
    const late = explain('<a@b.example>: host mx.b.example said: 554 5.7.1 Relay access denied', english);
    expect(late.items[0]?.causes).toEqual(['relay-denied', 'auth-needed']);
  });
});

test.each([
  ['554 5.7.1 <a@example.jp>: Client host rejected: Access denied', 'host-refused', 'auth-needed'],
  [
    '554 5.7.1 <x[192.0.2.1]>: Client host rejected: Access denied - Blocked, see https://list.example',
    'block-listed',
    'client-blocklisted',
  ],
  [
    'Mail command failed: 501 mail from address must be same as authorization user',
    'sender-not-yours',
    'sender-rejected',
  ],
  [
    "SMTP Error: Could not connect to SMTP host. stream_socket_enable_crypto(): Peer certificate CN=`*.prod.iad2.secureserver.net' did not match expected CN=`smtp.gmail.com'",
    'certificate-name',
    'tls-intercepted',
  ],
  ['There was an error saving the message to Sent. Retry?', 'not-a-failure', 'not-a-send-failure'],
  [
    'Ihre Nachricht wurde gesendet aber es wurde keine Kopie im Ordner Gesendet abgelegt',
    'not-a-failure',
    'not-a-send-failure',
  ],
  [
    '<paul@orange.fr>: host smtp-in.orange.fr[80.12.26.32] said: 550 5.2.0 Mail rejete. Mail rejected. OFR506_104 [104] (in reply to RCPT TO command)',
    'spam',
    'content-refused',
  ],
  [
    '553 5.7.2 [TSS09] All messages from 192.0.2.5 will be permanently deferred; Retrying will NOT succeed.',
    'block-listed',
    'client-blocklisted',
  ],
  [
    '550-5.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered. ReceivingRatePerm',
    'recipient-busy',
    'rate-limit',
  ],
  [
    '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required',
    'members-only',
    'server-policy',
  ],
  [
    '550 Rejected by header based manually Blocked Senders: ops@mine.example - https://community.mimecast.com/docs/DOC-1369#550',
    'sender-refused',
    'server-policy',
  ],
  ['bob@example.net\n    retry timeout exceeded', 'gave-up', 'remote-server-down'],
  [
    'Mail Delivery System\n\n<info@example.at>: Nachricht konnte nicht zugestellt werden: Empfaenger unbekannt',
    'recipient-unknown',
    'recipient-wrong',
  ],
  [
    "Your message couldn't be delivered because you weren't recognized as a valid sender. Remote Server returned '550 5.1.8 Access denied, bad outbound sender AS(42004)'",
    'account-locked',
    'account-locked',
  ],
  [
    'Su mensaje no pudo ser entregado a los siguientes destinatarios: ana@empresa.es: 550 5.1.1 usuario desconocido',
    'recipient-unknown',
    'recipient-wrong',
  ],
] as const)('%s: one meaning, and the likeliest cause first', (text, kind, cause) => {
  expect(read(text).kinds).toEqual([kind]);
  expect(explain(text, english).items[0]?.causes[0]).toBe(cause);
});
