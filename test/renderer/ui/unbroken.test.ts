import { expect, test } from 'vitest';
import { unbroken } from '../../../renderer/ui/unbroken.ts';

test.each([
  ['Your network blocks port 25.', 'Your network blocks port\u00a025.'],
  ['Ports 25 and 2525 are closed', 'Ports\u00a025 and\u00a02525 are closed'],
  ['ポート 25 が閉じています', 'ポート\u00a025 が閉じています'],
  ['keine E-Mails hinaus', 'keine E\u2011Mails hinaus'],
  ['Servidor de e-mail', 'Servidor de e\u2011mail'],
  ['O K-9 Mail, o Wi-Fi', 'O K\u20119 Mail, o Wi\u2011Fi'],
  ['postway check e-mail.example.org', 'postway check e-mail.example.org'],
  ['Siehe https://example.org/e-mail/.', 'Siehe https://example.org/e-mail/.'],
  ['--e-mail=e-mail@example.org', '--e-mail=e-mail@example.org'],
  ['eine E-Mail.', 'eine E\u2011Mail.'],
  ['a-b.example.org: 587, no-one else', 'a-b.example.org: 587, no-one else'],
])('what belongs together stays on one line: %s', (headline, shown) => {
  expect(unbroken(headline)).toBe(shown);
});
