import type { KindName } from '../kinds.ts';
import { neededOf } from '../needles.ts';
import { any } from '../phrases.ts';

/**
 * Beginnings of the words that sentences about sending are made of, in the languages that mail programs, systems and devices speak: what
 * the sentence is about, and what befell it. No case counts, and a word in between changes nothing.
 */
const password = any(
  'passwor[dt]|passphrase|kennwort|anmeldedaten|zugangsdaten|benutzername',
  'mot de passe|identifiants?|nom d.utilisateur|authenti[sfz]|anmeldung|contraseñ|credencia|usuario|usuário|autenti[cfsz]|palavra-passe|senha|credenzial',
  'wachtwoord|gebruikersnaam|inloggegevens|hasł[oa]|uwierzytelni|парол|аутентифик|учетны|heslo|heslem|jelszó|hitelesít',
  'lösenord|autentisering|adgangskode|passord|salasana|todennus|parola|şifre|kimlik doğrulama|κωδικ|autentific',
  'log ?in|log ?on|sign ?in|authenticat|user ?name|credential',
  '密码|密碼|口令|身份验证|驗證|パスワード|認証|ユーザー名|비밀번호|암호|인증',
);
const certificate = any(
  'zertifikat|certifica[td]|certifik|certyfikat|сертификат|sertifika|sertifikat|tanúsítvány|varmen|πιστοποιητικ|证书|憑證|証明書|인증서',
);
const identity = any(
  'identity|identität|identité|identidad|identità|identidade|identiteit|tożsamo|подлинност|totožnost|identitet|henkilöllisyy|kimliğ|身份|識別情報|신원',
);
const verify = any(
  '検証|verif|überprüf|geprüft|vérif|bestätig|gecontroleerd|zweryfikow|провер|ověř|bekräft|bekræft|bekreft|vahvist|doğrula|检验|验证|確認|확인',
);
const sender = any(
  'sender e?-?mail address|sender address|\\bfrom address',
  'absender|expéditeur|remitente|mittent|remetente|afzender|nadawc|отправител|odesílatel|feladó|avsändar|afsender|avsender|lähettäj|gönderen|αποστολέ|发件人|寄件者|差出人|送信元|from ?アドレス|보낸 사람|발신자',
);
const recipient = any(
  'recipient (?:e-?mail )?address|e-?mail.{0,40}recipient',
  'empf(?:ä|ae)nger|destinatair|destinatari|destinatári|\\bdestinos?\\b|ontvanger|geadresseerde|odbiorc|adresat|получател|адресат|příjemc|címzett|mottagar|modtager|mottaker|vastaanottaj|alıcı|παραλήπτ|收件人|收件者|宛先|受信者|받는 사람|수신자',
);
const server = any(
  'server|host|serveur|servidor|serwer|сервер|szerver|kiszolgáló|palvelin|palvelim|sunucu|διακομιστ|smtp|服务器|伺服器|サーバ|서버',
);
const connection = any(
  'communicat|contact|contatt|reach|not online',
  'zugriff|accès|acceso|accesso|acesso|toegang|dostęp|доступ|verbind|verbund|connexion|connect|conexi|conect|conex|conness|connett|verbinding|połącz|соедин|подключ|spojení|připoj|kapcsolat|csatlakoz|ansl?ut|anslutning|forbindelse|tilkobl|yhtey|bağlan|σύνδε|ligação|ligar|joign|erreich|raggiung|osiągaln|bereikbaar|acess[íi]|アクセス|连接|連線|接続|연결',
);

const refused = any(
  'reject|refus|denied|declin|(?:not|n.t) (?:accept|recogni)',
  '(?:nicht|keinen?) (?:an)?(?:erkannt|erkennt|angenommen|anerkannt)|(?:akzeptiert|erkennt) .{0,60}\\bnicht\\b|n.(?:a |ont )?(?:pas )?(?:accept|reconn)\\S{1,8}(?: pas)?|no (?:ha )?(?:recono[cz]|acept)|não (?:aceit|reconhec)|non (?:(?:ha|viene|è) )?(?:accett|riconosc)|niet (?:erkend|herkend|geaccepteerd)|nie (?:za)?(?:akceptow|rozpozna)\\S{1,5}|не (?:принял|принимает|распозна)|認識(?:しません|できません|されません)|受け(?:付け|入れ)(?:ません|られません)|认不出|不接受|未(?:能)?(?:接受|识别)|abgelehnt|abgewiesen|verweiger|\\bneg(?:ou|ó)\\b|zurückgewiesen|nicht akzeptiert|refus|rejet|non accept|rechaz|deneg|no acept|recus|rejeit|rifiut|respint|negat|geweiger|afgewezen|niet geaccepteerd',
  'odrzuc|odmów|отклон|отказ|отверг|не принят|odmítn|zamítn|elutas|visszautas|avvis|nekad|vägra|afvist|nægte|avslå|hylät|hylkä|evät|reddedil|reddet|απορρ',
  '拒绝|拒絕|拒否|受け付け|거부|거절',
);
const wrong = any(
  'incorrect|invalid|wrong|fail|expired|not (?:trusted|valid|verified)|untrusted|mismatch|error',
  'falsch|ungültig|fehlgeschlagen|inkorrekt|nicht korrekt|stimm\\w{1,3} nicht|abgelaufen|nicht vertrauenswürdig|nicht überprüf|nicht geprüft|fehler',
  'incorrect|invalid|échou|échec|erroné|expiré|non fiable|non valide|inválid|non è corrett|no (?:es|son) correct|não (?:é|está) corret|falhou|falha|fall(?:ó|o|id|ad|aron)|erreur|\\berro\\b|errad|non riuscit|caducad|expirad|no es de confianza|errat|errore|non valid|fallit|scadut|non attendibil',
  'onjuist|niet juist|ongeldig|mislukt|\\bfout|nie powiod|\\bbłąd|verlopen|niet vertrouwd|nieprawidł|niepoprawn|niepowod|wygas|неверн|неправильн|недействит|ошибк|сбой|истек|nesprávn|chybn|neplatn|selhal|hibás|helytelen|érvénytelen|sikertelen',
  "n'est pas (?:valide|valable|fiable|approuvé|correct)|incorret|non corrett|no es (?:válid|correct)|não é (?:válid|corret)|対応していません",
  'felaktig|misslyck|ogiltig|forkert|mislyk|ugyldig|feil|väärä|virheell|epäonn|hatalı|yanlış|geçersiz|başarısız|incorectă|eșuat|λάθος|απέτυχ',
  '不正确|不正確|错误|錯誤|失败|失敗|无效|無效|过期|過期|エラー|正しく|無効|間違|期限切れ|실패|잘못|올바르지|만료',
);
const outOfReach = any(
  "could ?n.t|can ?not|can't|unable|no (?:response|answer|connection)|(?:not|un)(?: be)? ?(?:responding|reachable|connected|available)|timed? ?out",
  'nicht (?:erreichbar|möglich|hergestellt|gefunden|verbunden|aufgebaut)|kein(?:e|en)? (?:zugriff|verbindung|antwort)|antwortet nicht|kann keine|kann (?:\\S{1,40} ){0,6}nicht|können (?:\\S{1,40} ){0,6}nicht|konnte nicht|konnte keine|unterbrochen|getrennt',
  "impossible|injoignable|introuvable|pas joignable|inaccessib|inacess|não está acess|no es posible|ne répond pas|n'a pas pu|no se (?:puede|pudo|ha podido|encontr|estableci)|sin respuesta|no responde|não (?:foi possível|é possível|pode|respond|conseguiu)|impossibile|non (?:è )?(?:risponde|raggiungibile|è possibile|è stato possibile)",
  'kan (?:\\S{1,40} ){0,3}(?:geen|niet)|kon (?:geen|niet)|reageert niet|niet bereikbaar|nieosiągaln|nie (?:można|udało|odpowiada)|не (?:удалось|удается|удаётся|отвечает)|nelze|nepodařilo|neodpovídá|nem (?:lehet|sikerült|válaszol|érhető)',
  'kunde inte|kan inte|svarar inte|kunne ikke|kan ikke|svarer ikke|ei voi|ei voitu|ei vastaa|kurulamad|kuramad|yanıt vermiyor|bağlanamad|nu (?:se poate|a putut)|δεν (?:ήταν|είναι) δυνατ',
  '无法|無法|不能|没有响应|できません|できませんでした|応答がありません|応答しません|할 수 없|없습니다|응답하지',
);

/** Words that sentences about sending mail have, in many languages. */
export const aboutSending = any(
  'smtp|e-?mail|\\bmail|outgoing|ausgang|ausgehend|courri|messagerie|sortant|correo|salient|posta\\b|in uscita|poczt|wychodząc|почт|исходящ|pošt|odchoz|levelez|utgående|udgående|e-post|sähköposti|lähtevän|e-posta|giden|邮件|发件|送信|メール|메일|보내는',
);
/** A server's name that led to no address. */
const resolving = any(
  '\\b(?:un)?resolv|aufgelöst|auflös|résol|résoud|\\bresuelt|risol[tv]|rozwiąza|разреш|přelož|名前解決|解析|해석',
);
const silent = any(
  "(?:not|n't) (?:respond|answer|repl)|no (?:response|answer|reply)|antwortet nicht|ne répond pas|no responde|não responde|non risponde|reageert niet|nie odpowiada|не отвечает|neodpovídá|nem válaszol|svarar inte|svarer ikke|ei vastaa|yanıt vermiyor|没有响应|応答(?:しません|がありません|していません)|응답하지",
);
const lost = any(
  'lost|interrupted|dropped|unterbrochen|abgebrochen|abgerissen|verloren|getrennt|perdu|interromp|coup[ée]e|perdid|interrump|interrott|è stata persa|verbroken|przerwan|zerwan|прерван|потерян|přeruš|megszakad|förlorad|avbr[uö]t|afbrudt|katkesi|kesildi|中断|切断|끊',
);

/** Mail that was under way and took too long. */
const late = any(
  'time-?out|timed out|zeitüberschreitung|die zeit ist abgelaufen|délai (?:d.attente )?(?:dépassé|expiré)|tiempo de espera|tempo (?:limite|scaduto|esgotado)|time-?out|limit czasu|время ожидания|タイムアウト|超时|逾時|시간 초과',
  '(?:took|taking|waited) too long|zu lange (?:gewartet|gedauert)|trop de temps|trop longtemps|demasiado tiempo|tempo demais|troppo tempo|te lang|zbyt długo|слишком долго|za lång tid|for lang tid|時間がかかりすぎ',
);
const sending = any(
  '(?:e-?mail|mail|smtp).{0,40}(?:test|send|sent)|(?:test|send|sent).{0,40}(?:e-?mail|mail|smtp)|(?:e-?mail|mail).{0,40}(?:gesendet|versand|senden)|env(?:oi|ío|iar)|invio|送信|发送|отправ',
);

const encryption = any(
  'encrypt|verschlüssel|chiffrement|cifrado|criptografi|crittograf|versleutel|szyfrow|шифрован|šifrov|kryptering|şifrele|暗号化|加密|암호화',
);
const unsupported = any(
  "(?:not|n't) support|unterstützt .{0,80}(?:nicht|keine?)|nicht unterstützt|ne prend pas en charge|(?:n'est|pas) pris en charge|no (?:es compatible|admite|soporta)|não (?:é compatível|oferece suporte|suporta|dá suporte)|non supporta|ondersteunt .{0,60}(?:niet|geen)|nie obsługuje|не поддерживает|nepodporuje|stöder? inte|støtter ikke|ei tue|desteklemiyor|サポート(?:して|されて)い(?:ません|ない)|対応していません|不支持|지원하지",
);

/** The way to log in, which a server offers or not. */
const loginMethod = any(
  '(?:auth\\w*|log-?in|log-?on|sign-?in)[ -](?:method|mechanism|type|scheme)|(?:authenti\\w*|anmelde)-?(?:methode|verfahren|mechanismus|art)|(?:méthode|mécanisme|type|mode) d.(?:authentification|identification)|(?:método|mecanismo|tipo) de (?:autentic\\w*|autentific\\w*|inicio de sesión|login)|(?:metodo|meccanismo|tipo) di (?:autenticazione|accesso)|(?:verificatie|aanmeld|authenticatie)methode|metod\\w{1,2} uwierzytelni|(?:способ|метод)\\w{0,2} (?:аутентификац|авторизац|входа)|認証(?:方式|方法)|(?:身份)?(?:验证|認證)(?:方式|方法)|인증 ?(?:방법|방식)',
);

/** What is said of a certificate beyond that it is not accepted. */
const expired = any(
  'expired|abgelaufen|expiré|périmé|caducad|expirad|vencid|scadut|verlopen|wygas|истек|просроч|vypršel|lejárt|gått ut|udløbet|utløpt|vanhentun|süresi (?:dol|geç)|過期|过期|期限.{0,3}切れ|만료',
);
const selfSigned = any(
  'self-?signed|selbst ?signiert|selbstsigniert|selbst ausgestellt|auto-?sign|autofirmad|auto-?assinad|autofirmat|zelfondertekend|samopodpis|самоподпис|egenhändigt|självsigner|selvsigner|itse allekirjoit|自己署名|自签名|自簽|자체 서명',
);
const otherName = any(
  '(?:stimmt|passt|übereinstimm).{0,60}(?:name|host)|(?:name|host).{0,60}(?:stimmt|passt|übereinstimm|überein)|ne correspond pas|no (?:coincide|se corresponde|corresponde)|não (?:corresponde|coincide)|non corrispond|komt niet overeen|nie (?:zgadza|pasuje|odpowiada)|не (?:совпада|соответств)|(?:另一|別の|異なる).{0,8}(?:ホスト|サーバ|名)|(?:名|ホスト).{0,10}一致しません|不匹配|不符|일치하지|gehört (?:zu )?(?:einem|einer) ander|(?:autre|otro|outro|altro|ander[en]?) (?:site|server|serveur|servidor|host|hôte|naam|name)',
);

/** What a sentence tells of when both words stand in it, the most particular first. */
const pairs: readonly (readonly [kind: KindName, about: RegExp, fate: readonly RegExp[]])[] = [
  ['tls-on-plain-port', encryption, [unsupported]],
  ['login-method', loginMethod, [unsupported, refused, outOfReach]],
  ['certificate-expired', certificate, [expired]],
  ['certificate-self-signed', certificate, [selfSigned]],
  ['certificate-name', certificate, [otherName]],
  ['certificate-any', certificate, [wrong, outOfReach, refused]],
  ['login-refused', password, [refused, wrong]],
  ['sender-refused', sender, [refused, wrong]],
  ['recipients-refused', recipient, [refused, wrong]],
];

const size = any(
  'size|grö(?:ß|ss)e|taille|tamaño|tamanho|dimension|grootte|rozmiar|размер|velikost|storlek|størrelse|大きさ|サイズ|大小',
);
const exceeded = any(
  'exceed|übersteig|überschr|dépass|exced|excede|super[aoió]|overschrijd|przekrac|przekroc|превыш|překrač|přesah|överskrid|overskrid|ylitt|aşıyor|超|초과',
);
const content = any('\\bdata\\b|\\bdaten|\\bdatos|\\bdados|\\bdati\\b|données|\\bdane|данные|データ|数据');

/** The same for sentences that name SMTP, where less has to be said: programs set them before whatever of its steps did not work. */
const stepsOfSmtp: typeof pairs = [
  ['message-form', any('unicode|smtputf8'), [unsupported]],
  ['too-large', size, [exceeded]],
  ['login-refused', password, [outOfReach]],
  ['sender-refused', sender, [outOfReach]],
  ['recipients-refused', recipient, [outOfReach]],
  ['content', content, [refused, wrong, outOfReach]],
];

/** Devices that only say what to look at. */
const asksForSettings =
  /\b(?:check|verify|review|prüfen|überprüfen|vérifie[zr]|contrôle[zr]|compruebe|verifique|revise|verificare?|controlla\w*|controleer|sprawdź|проверьте)\b.{0,60}(?:smtp|mail)|(?:smtp|メール).{0,40}(?:確認して|ご確認)|检查.{0,20}smtp|smtp[- ]?(?:einstellungen|konfiguration|settings|configuration) (?:sind |ist |are |is )?(?:falsch|nicht korrekt|ungültig|incorrect|invalid|wrong)/i;

/** Longer texts are no sentence that a program shows. */
const mostChars = 400;

/**
 * The kind of failure that a sentence tells of by its words alone, in whatever language; undefined where they do not tell. For texts in
 * which nothing better was found: a sentence that is only about an error says nothing.
 */
export function kindOfSentence(text: string): KindName | undefined {
  if (text.length > mostChars) return undefined;
  // A pattern is looked for once: V8 compiles one a second time where it is used a second time.
  const known = new Map<RegExp, boolean>();
  const has = (pattern: RegExp): boolean => {
    const isThere = known.get(pattern) ?? neededOf(pattern, text)?.test(text) ?? false;
    known.set(pattern, isThere);
    return isThere;
  };
  const pair = [...pairs, ...(/smtp/i.test(text) ? stepsOfSmtp : [])].find(
    ([, about, fates]) => has(about) && fates.some(has),
  );
  if (pair) return pair[0];
  if (has(identity) && has(verify) && has(outOfReach)) return 'certificate-any';
  if (has(server) && has(aboutSending) && has(silent)) return 'no-answer';
  if (has(aboutSending) && has(sending) && has(late)) return 'no-answer';
  if (has(server) && has(aboutSending) && has(late)) return 'no-answer';
  if (has(server) && has(connection) && has(lost)) return 'line-broke';
  if (has(server) && has(aboutSending) && has(resolving) && has(outOfReach)) return 'name-unknown';
  const isBroken = [outOfReach, wrong, refused].some(has);
  if (has(server) && has(connection) && isBroken) return 'no-connection';
  // A program that asks for name and password to be looked at again was refused with them.
  if (has(aboutSending) && has(password) && has(verify) && has(outOfReach)) return 'login-refused';
  return /smtp/i.test(text) && isBroken && asksForSettings.test(text) ? 'outgoing-check' : undefined;
}
