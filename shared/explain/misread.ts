/**
 * Words of errors, of which one is recognised where a picture was read and digits stand for letters: `fai1ed`, `n0t`. Longer forms that begin
 * with one are recognised, too.
 */
const words =
  'access account address again allowed answer authenticated authentication auth blocked cannot closed command connect connected connection could credentials delivered denied domain does error expired failed host incoming incorrect invalid login mail mailbox message method name network not outgoing outlook password permitted port recipient refused rejected relay relaying relayed reported required requires response reset security sender sending server settings smtp spam support supported task the this timed tls unable unavailable unknown user username with your' +
  ' anmeldung fehler kennwort konto nicht verbindung serveur connexion erreur impossible utilisateur servidor conexión contraseña usuario';

const byShape = new Map(words.split(' ').map((word) => [shapeOf(word), word]));
/** A word with a digit or a bar in it that is part of no name of a server, no address and no code. */
const misread = /(?<![\p{L}\p{N}.@_=/])(?=[a-z]{0,20}[01|5])[a-z01|5]{3,20}(?![\p{L}\p{N}@_=/]|\.\p{L})/giu;

/** A text whose words a machine read from a picture, with letters again where it saw digits. */
export function withLettersAgain(text: string): string {
  return text.replace(misread, (word) => (/[a-z]/i.test(word) ? (byShape.get(shapeOf(word)) ?? word) : word));
}

/** Letters and digits that look alike are one. */
function shapeOf(word: string): string {
  return word.toLowerCase().replace(/0/g, 'o').replace(/[1|l]/g, 'i').replace(/5/g, 's');
}
