import { expect, test } from 'vitest';
import { explain } from '../../../shared/explain/explain.ts';
import { english } from '../../support/english.ts';

/** Words of a program around those of a server, or of the system: what is meant is first. */
const texts: readonly (readonly [text: string, kind: string])[] = [
  [
    "Error: Message failed: 554 Transaction failed: Duplicate header 'Content-Transfer-Encoding'. responseCode: 554, command: 'DATA'",
    'message-form',
  ],
  [
    'Mailer Error: The following From address failed: noreply@example.com : MAIL FROM command failed,Authentication required ,530',
    'login-missing',
  ],
  ['fsockopen(): unable to connect to ssl://smtp.gmail.com:465 (Permission denied)', 'forbidden-here'],
  [
    "L'envoi du message a échoué. Le message n'a pas pu être envoyé car la connexion au serveur sortant (SMTP) smtp.orange.fr a dépassé le délai d'attente.",
    'no-answer',
  ],
  ['De server weigert een verbinding via poort 465. Controleer de serverinstellingen.', 'refused'],
];

test.each(texts)('%s', (text, kind) => {
  expect(explain(text, english).items[0]?.words?.key).toBe(`explain.kind.${kind}`);
});
