import { describe, expect, test } from 'vitest';
import { explain } from '../../../shared/explain/explain.ts';
import { english } from '../../support/english.ts';

const kindsOf = (text: string) =>
  explain(text, english).items.map(({ words }) => words?.key.replace('explain.kind.', ''));

describe('what contradicts the better answer, or only frames it, is not said beside it', () => {
  test.each([
    [
      '535 5.7.8 Error: authentication failed: Invalid user or password! 2311345 smtp yandex',
      ['login-refused'],
    ],
    ['535 5.7.8 Error: authentication failed: bad user name / password', ['login-refused']],
    ['535 5.7.3 no such mailbox here', ['login-refused']],
    [
      'System.Security.Authentication.AuthenticationException: The remote certificate is invalid according to the validation procedure: RemoteCertificateNameMismatch',
      ['certificate-name'],
    ],
    [
      'System.Security.Authentication.AuthenticationException: A call to SSPI failed, see inner exception.',
      ['tls-failed'],
    ],
    [
      'System.IO.IOException: Authentication failed because the remote party has closed the transport stream.',
      ['tls-failed'],
    ],
    ['MailKit.Security.AuthenticationException: Authentication failed.', ['login-refused']],
    ['ssl.SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1129)', ['tls-on-plain-port']],
    ['gnutls: A packet with illegal or unsupported version was received.', ['tls-on-plain-port']],
    [
      'Cannot send message using the server smtp.foo.test. The sender address was rejected by the server.',
      ['sender-refused'],
    ],
    ['Cannot send message using the server smtp.foo.test', ['login-refused']],
    ['The recipient was rejected by the server because it does not allow relaying.', ['relay-without-login']],
    ['The message was rejected by the server because it exceeds the size limit', ['too-large']],
    ['535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.', ['login-refused']],
    [
      "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator.",
      ['login-policy'],
    ],
    ['535 5.7.139 Authentication unsuccessful', ['smtp-login-off']],
    ['535 5.7.139 Authentication unsuccessful, user password expired', ['login-refused']],
    ['ESOCKET self-signed certificate in certificate chain', ['certificate-untrusted']],
    ['EAUTH Missing credentials for PLAIN', ['login-missing']],
    ['554 6.6.0 Error sending message for delivery.', ['refused-somehow']],
    ['0x800CCC0D 0x800CCC19', ['name-unknown', 'slow-answer']],
    ['El servidor rechazó el remitente: 550 5.7.1 no autorizado', ['sender-refused']],
    ['Der Absender wurde vom Server abgelehnt: 550 5.7.1 nicht erlaubt', ['sender-refused']],
    ['Relais verweigert', ['relay-refused']],
    ['Aucun accès au relais', ['relay-refused']],
  ])('%s', (text, kinds) => {
    expect(kindsOf(text)).toEqual(kinds);
  });

  test('who said it is known from what yields, and Java is not taken for .NET', () => {
    const php = explain('SMTP ERROR: Failed to connect to server: Connection timed out (110)', english);
    expect(php.items).toMatchObject([{ program: 'PHPMailer' }]);
    const java = explain('javax.net.ssl.SSLHandshakeException: No appropriate protocol', english);
    expect(java.items.map(({ program }) => program)).toEqual([undefined]);
    const net = explain('MailKit.Security.SslHandshakeException: An error occurred', english);
    expect(net.items).toMatchObject([{ program: '.NET' }]);
  });

  test('a recipient that a server refused by a reply of its own stays beside a refused login', () => {
    const kinds = kindsOf('535 5.7.8 authentication failed\n550 5.1.1 <a@foo.test>: User unknown');
    expect(kinds).toEqual(['login-refused', 'recipient-unknown']);
  });
});

describe('what any program says of any connection is no certain word of one', () => {
  test.each([
    'Failed to connect to server mail.foo.test.',
    'Impossible de se connecter au serveur mail.foo.test',
    'サーバー mail.foo.test への接続に失敗しました',
  ])('with the server and nothing else it may be Thunderbird: %s', (text) => {
    expect(explain(text, english).items).toMatchObject([
      { program: 'Thunderbird', stage: 'dns', certainty: 'possible' },
    ]);
  });

  test.each([
    'メールを送信できません。サーバーへの接続に失敗しました。',
    "L'envoi du message a échoué. impossible de se connecter au serveur SMTP smtp.foo.test",
    'No se pudo conectar con el servidor.',
    'Verbindung mit Server fehlgeschlagen',
  ])('otherwise it tells that there was no connection: %s', (text) => {
    const [first, ...others] = explain(text, english).items;
    expect(first).toMatchObject({ stage: 'connect', certainty: 'possible' });
    expect([first?.program, others]).toEqual([undefined, []]);
  });

  test('a code of Windows alone may be any program, with Outlook beside it it is Outlook', () => {
    expect(explain('0x80070005', english).items).toMatchObject([{ certainty: 'possible' }]);
    expect(explain('0x80070005', english).items[0]?.program).toBeUndefined();
    expect(explain('Outlook 0x80070005', english).items).toMatchObject([
      { certainty: 'certain', program: 'Outlook' },
    ]);
  });
});

test.each([
  "Le serveur SMTP n'accepte pas l'authentification",
  'El servidor no reconoció su nombre de usuario o contraseña',
  'Der Server erkennt Benutzernamen und Passwort nicht an',
  'Il server non ha accettato la password',
  'O servidor não aceitou o usuário ou a senha',
  'サーバーはユーザー名またはパスワードを認識しませんでした',
  'Serwer nie zaakceptował hasła',
])('a name or password that a server did not take, in plain words: %s', (text) => {
  expect(kindsOf(text)).toEqual(['login-refused']);
});
