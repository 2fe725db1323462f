import { any } from '../../phrases.ts';
import { type Rule, rulesOf } from '../../rule.ts';

/** Words without which a sentence about an account, an address or a method is not about mail. */
const ofMail =
  '(?=.{0,400}(?:mail|smtp|imap|pop3|courriel|correo|courrier|poczt|почт|メール|邮|메일|versand|versend|senden|sending|envoi|envoyer|envío|enviar|envio|invio|inviare|verzend|wysył|отправ))';

function besideMail(...phrases: readonly string[]): RegExp {
  return new RegExp(`^${ofMail}.{0,400}(?:${phrases.join('|')})`, 'i');
}

/** What servers, web mail and programs tell people of their account, in the languages of people. */
export const toldRules: readonly Rule[] = rulesOf(undefined, [
  [
    any(
      '(?:app|anwendungs?|applikations?)(?:spezifisch\\w{0,3})?-?[ -]?(?:passwor[dt]|kennwort)|mots? de passe (?:d.|spécifiques? (?:à|aux) (?:une |l.)?)(?:application|appli)|contraseñas? (?:de|para|específicas? (?:de|para)) (?:la |una )?aplicaci[óo]n|senhas? (?:de|para|específicas? (?:de|para)) (?:o )?(?:app|aplicativo|aplicação)|password (?:specific[ah]e? )?per (?:le |l.)?app|app-?wachtwoord|hasł\\w{1,3} (?:do )?aplikacji|парол\\w{0,3} (?:для )?(?:внешн\\w{1,4} )?прилож|アプリ(?:用|専用)?(?:の)?パスワード|应用(?:程序)?(?:专用)?密码|앱 ?(?:전용 )?비밀번호',
    ),
    'app-password',
  ],
  [
    any(
      '(?:enable|activate|turn on|switch on|allow|aktivieren|einschalten|freischalten|erlauben|activez|activer|autorise[rz]|active|activar|habilit\\w{1,3}|ative|ativar|attiva\\w{0,2}|abilita\\w{0,2}|schakel|inschakelen|włącz|включите)\\b.{0,40}\\b(?:imap|pop3?|smtp)\\b.{0,60}(?:settings|web ?mail|options|einstellung|paramètre|réglages|ajustes|configura|opciones|opções|impostazioni|instellingen|ustawieni|настройк)',
      '\\b(?:imap|pop3?|smtp)\\b.{0,80}(?:in|unter|dans|en|nelle|nas|in de|w|в) .{0,30}(?:settings|einstellungen|paramètres|ajustes|configura\\w{1,5}|impostazioni|instellingen|ustawieniach|настройках).{0,40}(?:enable|activate|aktivieren|freischalten|einschalten|activez|activer|activar|ativar|attivare|inschakelen|włącz)|(?:imap|pop|smtp).{0,30}を(?:有効|オン)に|(?:开启|启用|打开).{0,10}(?:imap|pop3?|smtp)',
    ),
    'access-off',
  ],
  [
    besideMail(
      '(?:konto|account|zugang|postfach)\\b.{0,60}(?:gesperrt|blockiert)',
      'compte\\b.{0,40}(?:bloqué|suspendu|verrouillé)',
      'cuenta\\b.{0,40}(?:bloquead|suspendid)|conta\\b.{0,40}(?:bloquead|suspens)',
      'account\\b.{0,40}(?:bloccato|sospeso|geblokkeerd|vergrendeld)|konto\\b.{0,40}(?:zablokowan|zawieszon)',
      '(?:аккаунт|уч[её]тная запись|ящик).{0,40}заблокирован|アカウント.{0,20}(?:ロック|停止)|(?:账号|帐号|账户|帳號).{0,10}(?:锁定|冻结|禁用|封)',
      '(?:account|mailbox|user) (?:has been |is |was )?(?:blocked|suspended|restricted|disabled) (?:from|for) sending',
    ),
    'account-locked',
  ],
  [
    any(
      '(?:absende\\w*|mail from|sender|from[- ]address).{0,80}(?:gehört nicht|nicht (?:zu|zum|mit) .{0,30}(?:konto|benutzer|anmeld|account)|darf .{0,40}nicht (?:verwende|benutze|nutze)|does not belong|not belong)',
      "(?:expéditeur|d'expédition|d'envoi|expéditrice).{0,60}(?:n'appartient pas|ne correspond pas (?:à|au))|(?:remitente|dirección).{0,60}(?:no pertenece|no corresponde a)|(?:remetente|endereço).{0,60}não pertence|(?:mittente|indirizzo).{0,60}non appartiene|afzender\\w*.{0,60}(?:hoort niet|niet van)|(?:nadawc|adres).{0,60}nie należy|отправител.{0,60}не (?:принадлежит|соответствует)",
      '(?:差出人|送信元|送信者).{0,40}(?:異な|一致し|使用でき|許可され)|(?:发件人|寄件者).{0,20}(?:不一致|不属于|不匹配|不符)',
    ),
    'sender-not-yours',
  ],
  [
    any(
      '(?:starttls|\\b(?:tls|ssl)|verschlüsselung)[\\w -]{0,20}(?:ist )?(?:nötig|erforderlich|notwendig|pflicht|vorgeschrieben)|(?:starttls|\\b(?:tls|ssl)|chiffrement) (?:est )?(?:requis|obligatoire|nécessaire)|(?:starttls|\\b(?:tls|ssl)|cifrado|criptografia|crittografia) (?:es |é |è )?(?:requerid|necesari|obligatori|obrigat|necessári|richiest|obbligatori|necessari)|(?:starttls|\\b(?:tls|ssl)) (?:is )?(?:vereist|verplicht|wymagan)|(?:starttls|\\b(?:tls|ssl)|暗号化)(?:通信|接続)?(?:が|は)(?:必要|必須)|(?:必须|需要)(?:使用)?(?:starttls|tls|ssl|加密)|требуется (?:starttls|tls|ssl|шифрован)',
      '(?:erfordert|verlangt|benötigt|exige|requiert|requiere|requer|richiede|vereist|wymaga|требует) (?:une |la |una |uma |een |eine |connexion |verbindung |.{0,20})?(?:starttls|tls|ssl|verschlüssel\\w*|chiffré\\w*|chiffrement|cifrad\\w*|criptograf\\w*|crittograf\\w*|versleutel\\w*|szyfrow\\w*|шифрован\\w*)',
    ),
    'starttls-required',
  ],
  [
    any(
      '(?:oauth2?|access|refresh|xoauth2) ?token .{0,20}(?:refresh|renew\\w*|request|acquisition) (?:has )?(?:failed|error)|(?:failed|unable|could ?n.t|could not|cannot) (?:to )?(?:refresh|renew|get|acquire|obtain|fetch|retrieve) .{0,20}(?:oauth2?|access|refresh)[ -]?token|oauth2?.{0,30}token .{0,20}(?:fail|error|invalid|expired)|token (?:refresh|renewal) failed',
      // The beginning of the object in which Google and Microsoft say what is wrong with a token: {"status":
      'eyJzdGF0dXMiOi',
    ),
    'sign-in-expired',
  ],
  [
    besideMail(
      '(?:limit\\w*|quota|kontingent|contingent|cuota|cota|límite)\\b.{0,60}(?:aufgebraucht|erschöpft|ausgeschöpft|épuisé|atteint|agotad|alcanzad|esgotad|atingid|esaurit|raggiunt|used up|exhausted|opgebruikt|bereikt|wyczerpan|исчерпан)',
    ),
    'own-quota',
  ],
]);
