import { expect, test } from 'vitest';
import { explain } from '../../../../shared/explain/explain.ts';
import { kindOfSentence } from '../../../../shared/explain/rules/sentences.ts';
import { english } from '../../../support/english.ts';

test.each([
  ['Le serveur SMTP a refusé le mot de passe', 'login-refused'],
  ['Anmeldung nicht möglich: Ihre Zugangsdaten sind ungültig', 'login-refused'],
  ['La contraseña introducida no es válida: autenticación fallida', 'login-refused'],
  ['Falha na autenticação. Verifique o nome de usuário e a senha.', 'login-refused'],
  ['Het wachtwoord is onjuist', 'login-refused'],
  ['Nieprawidłowe hasło lub nazwa użytkownika', 'login-refused'],
  ['Неверный пароль учетной записи', 'login-refused'],
  ['パスワードが正しくありません', 'login-refused'],
  ['用户名或密码错误', 'login-refused'],
  ['Fel: autentisering misslyckades, kontrollera ditt lösenord', 'login-refused'],
  ['Die Verbindung zum Server „smtp.example.de“ am Standardport ist fehlgeschlagen', 'no-connection'],
  ['Fehler beim Senden: Kein Zugriff auf SMTP-Server', 'no-connection'],
  ['Connexion impossible au serveur sortant', 'no-connection'],
  ['No se puede conectar al servidor de correo saliente', 'no-connection'],
  ['Impossibile connettersi al server di posta in uscita', 'no-connection'],
  ['Kan geen verbinding maken met de server', 'no-connection'],
  ['Nie można połączyć się z serwerem poczty wychodzącej', 'no-connection'],
  ['Не удалось подключиться к серверу исходящей почты', 'no-connection'],
  ['送信メールサーバーに接続できません', 'no-connection'],
  ['无法连接到发件服务器', 'no-connection'],
  ['Giden posta sunucusuna bağlanılamadı: bağlantı kurulamadı', 'no-connection'],
  ['Das Zertifikat des Servers ist abgelaufen', 'certificate-expired'],
  ['Le certificat du serveur n’est pas valide: certificat expiré', 'certificate-expired'],
  ['Il certificato del server è autofirmato e non è attendibile', 'certificate-self-signed'],
  ['El certificado no coincide con el nombre del servidor y no es válido', 'certificate-name'],
  ['Die Verbindung zum Postausgangsserver wurde mitten in der Übertragung abgebrochen', 'line-broke'],
  ['サーバーの証明書が無効です', 'certificate-any'],
  ['Die Absenderadresse wurde vom Server abgelehnt', 'sender-refused'],
  ['L’adresse de l’expéditeur a été refusée', 'sender-refused'],
  ['Der Empfänger wurde abgelehnt', 'recipients-refused'],
  ['El destinatario fue rechazado por el servidor', 'recipients-refused'],
  ['Authentication with the destination has failed. Check settings', 'login-refused'],
  ['The SMTP server rejected the login', 'login-refused'],
  ['Connection to the mail server failed, 016-503', 'no-connection'],
  ['SMTP server communication error. Check the following', 'no-connection'],
  ["Couldn't open connection to server", 'no-connection'],
  ['Could not connect to the server', 'no-connection'],
])('%s', (text, kind) => expect(kindOfSentence(text)).toBe(kind));

test.each([
  'Es ist ein Fehler aufgetreten.',
  'Une erreur est survenue',
  'Something failed',
  'The server is in the machine room.',
  'Error 17 occurred',
  'エラーが発生しました',
  'Die Nachricht wurde gesendet',
  'El servidor está en la sala de máquinas',
])('%s is said to be unknown', (text) => expect(explain(text, english).known).toBe(false));

test('a code in the sentence counts for more than its words', () => {
  const [first] = explain('Verbindung zum Server fehlgeschlagen: 535 5.7.8 Passwort falsch', english).items;
  expect(first?.replyCode).toBe(535);
  expect(explain('getaddrinfo EAI_AGAIN smtp.example.com', english).items[0]).toMatchObject({
    code: 'EAI_AGAIN',
    causes: ['dns-unreachable', 'offline'],
  });
});
