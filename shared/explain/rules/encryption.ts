import { type Rule, rulesOf } from '../rule.ts';

/** What TLS libraries say: OpenSSL, BoringSSL, NSS, GnuTLS, SChannel, Secure Transport, Java, Go, Rust. */
export const encryptionRules: readonly Rule[] = rulesOf(undefined, [
  [
    /wrong version number|wrong_version_number|unknown protocol|ssl_error_rx_record_too_long|record_too_long|packet length too long|unexpected (?:tls|ssl) packet|unrecognized ssl message|plaintext connection\?|first record does not look like a tls handshake|http request.{0,20}ssl|record overflow|received (?:an )?unexpected(?: message|_message)|corrupt message of type|\\x16\\x03|(?:tls|ssl) (?:is )?already (?:active|in use|established|started|running)|already (?:using|running|over|in) (?:tls|ssl)|invalidcontenttype|not an ssl\/tls record|tls packet with unexpected length|packet with illegal or unsupported version|unexpected tls packet was received|message received was unexpected or badly formatted|token supplied to the function is invalid|0x80090(?:308|326)\b/i,
    'tls-on-plain-port',
    ['security-mismatch'],
  ],
  [
    /handshake failed due to an unexpected packet format|ssl_error_rx_record_too_long|ssl received a record that exceeded|the handshake failed due to/i,
    'tls-on-plain-port',
    ['security-mismatch'],
  ],
  [
    /unable_to_verify_leaf_signature|unable to verify the first certificate|error 21 at 0 depth|certificate chain (?:is )?incomplete|partialchain|partial chain/i,
    'certificate-chain',
    ['certificate-chain-incomplete', 'tls-intercepted'],
  ],
  [
    /unable_to_get_issuer_cert|unable to get (?:local )?issuer certificate|unable to find valid certification path|error 20 at \d depth|certificate signed by unknown authority|unknownissuer|sec_error_unknown_issuer|unknown[ _]ca\b|certpathbuilderexception|pkix path|trust anchor for certification path not found|untrustedroot|untrusted root|not trusted|self[- _]signed certificate in (?:certificate )?chain|self_signed_cert_in_chain|errsecnotrusted|errssl(?:xcertchaininvalid|unknownrootcert)|-980[78]\b|-9812\b|signer not found|issuer is (?:unknown|not recognized)|certificate is not trusted|untrusted_issuer|unknown authority|0x80090325\b/i,
    'certificate-untrusted',
    ['certificate-untrusted', 'tls-intercepted', 'certificate-chain-incomplete'],
  ],
  [
    /depth_zero_self_signed_cert|self[- _]?signed|error 18 at 0 depth/i,
    'certificate-self-signed',
    ['certificate-untrusted', 'tls-intercepted'],
  ],
  [
    /cert_has_expired|certificate (?:has |is |was )?expired|certificate verify failed.{0,20}expired|sec_error_expired_certificate|certificateexpired|expired certificate|errsslcertexpired|-9814\b|remotecertificate.{0,20}nottimevalid|nottimevalid|zertifikat ist abgelaufen|certificat (?:est |a )?expiré/i,
    'certificate-expired',
  ],
  [
    /cert_not_yet_valid|certificate is not yet valid|not yet valid|errsslcertnotyetvalid|-9815\b/i,
    'certificate-not-yet',
    ['clock-wrong', 'certificate-problem'],
  ],
  // A large provider has no certificate of another name: the hoster of the web site answers in its place.
  [
    /did not match expected cn=\W?(?:smtp|mail|outlook)[\w-]{0,12}\.(?:gmail|googlemail|office365|outlook|live|mail\.yahoo|mail\.me|zoho|yandex|sendgrid|mailgun)\.\w{2,4}/i,
    'certificate-name',
    ['tls-intercepted', 'hoster-blocks-smtp', 'certificate-name-mismatch'],
  ],
  [
    /relies on legacy common name|use sans instead/i,
    'certificate-name',
    ['certificate-problem', 'certificate-name-mismatch'],
  ],
  [
    /err_tls_cert_altname_invalid|hostname\/ip does not match|(?:host ?name|name|domain|certificate)[\w .:='",()*-]{0,60}(?:mismatch|(?:does not|doesn't|did not|not) match)|no alternative certificate subject name|no subject alternative|ssl_error_bad_cert_domain|remotecertificatenamemismatch|name mismatch|certificate is (?:not )?valid for|x509: certificate is valid for|target principal name is incorrect|0x80090322\b|errsslhostnamemismatch|-9843\b|not be verified.{0,30}name/i,
    'certificate-name',
  ],
  [
    /no appropriate protocol|(?:unsupported|wrong|no)[ _](?:ssl |tls )?(?:protocol|version)s?\b(?![ _]number)|protocol[ _]version|version[ _]too[ _]low|tlsv1[ _]alert[ _](?:protocol|insufficient)|no protocols? available|no cipher|no shared cipher|0x80090331\b|inappropriate fallback|dh[ _]key[ _]too[ _]small|ee[ _]key[ _]too[ _]small|legacy sigalg|legacy renegotiation|unsafe[ _]legacy|ssl_error_(?:unsupported_version|no_cypher_overlap)|err_ssl_(?:unsupported|version)|inadequate[ _]security|server selected unsupported protocol|handshake_failure|(?<!(?:tls|ssl) )handshake failure|sslv3 alert|alert number (?:40|70|71)|algorithm.{0,30}not supported|common (?:encryption )?algorithm|gemeinsamen algorithmus/i,
    'tls-versions',
  ],
  [
    /alert number (?:116|42)\b|certificate[ _]required|bad certificate alert|tlsv13 alert certificate required|no client certificate/i,
    'tls-client-certificate',
  ],
  [/unrecognized[ _]name|alert number 112/i, 'tls-name-not-served'],
  [
    /starttls[\w ,.:'"()-]{0,40}(?:not supported|unsupported|not (?:offered|available|advertised)|is not|extension not|does not)|(?:does not|doesn't|did not|do not|not) (?:seem to )?(?:support|offer|advertise|allow)[\w ,.:'"()-]{0,40}(?:starttls|tls\b|ssl\b|secure conn)|no starttls|starttls.{0,20}but server|(?:didn't|did not|could ?n[o']t) find starttls|server does not support (?:secure|ssl|tls)|"?starttls"?.{0,30}nicht (?:unterstützt|angeboten)|tls required but not (?:available|supported)|(?:tls|starttls) (?:is )?required,? but|(?:starttls|tls|ssl)\b.{0,80}(?:ne (?:le |la )?(?:prend pas|supporte pas)|non (?:lo |la )?support|no (?:lo |la )?(?:admite|soporta|ofrece|es compatible)|não (?:o |a )?(?:suporta|oferece|dá suporte)|ondersteunt .{0,30}niet|nie (?:jest obsług|obsług)|サポートして|対応していません)|(?:ne prend pas en charge|non supporta|no (?:admite|soporta|ofrece)|não (?:suporta|oferece)|ondersteunt geen|nie obsługuje|unterstützt kein) .{0,40}(?:starttls|tls|ssl)\b/i,
    'starttls-missing',
  ],
  [
    /ssl_error_syscall|unexpected eof|eof occurred in violation of protocol|ssl connection.{0,20}(?:reset|closed)|(?:non-|im)properly terminated|connection (?:was )?(?:reset|closed)[\w ]{0,30}(?:tls|ssl|handshake)|remote host (?:closed connection during|terminated the) handshake|(?:tls|ssl|handshake)[\w :()-]{0,40}(?:connection reset|econnreset|eof\b|disconnected)|before secure tls connection was established|errsslclosed\w*|-980[56]\b/i,
    'tls-cut',
    ['tls-blocked', 'security-mismatch', 'antivirus'],
  ],
  [
    /certificate[ _]verify[ _]failed|certificate (?:verification|validation)[\w ]{0,20}(?:fail|error)|certificate (?:could not be validated|has the following errors)|(?:remote |server )?certificate (?:is |was )?(?:invalid|rejected|not accepted|bad)|ssl certificate (?:problem|error)|invalid certificate|bad[ _]certificate|certificate (?:error|problem)|\berrorcertificate\b|cert(?:ificate)? (?:cannot|could not|can't) be (?:verified|trusted)|remotecertificatechainerrors|identity of[\w .:'"()-]{0,80}(?:cannot|can't|could not) be verified|zertifikat[\w .:-]{0,40}(?:ungültig|nicht (?:vertrauenswürdig|überprüf|gültig))|certificat[\w .:'-]{0,40}(?:invalide|non (?:valide|approuvé|fiable))|certificado[\w .:'-]{0,40}(?:no (?:es )?(?:válido|de confianza)|inválido)|sslpeerunverifiedexception|certificateexception/i,
    'certificate-any',
    ['certificate-untrusted', 'certificate-name-mismatch', 'certificate-expired', 'tls-intercepted'],
  ],
  [
    /sslhandshakeexception|ssl(?:v23|v3)?_connect|ssl_do_handshake|ssl_connect_error|could not (?:convert socket to tls|establish (?:a )?(?:secure|tls|ssl))|(?:tls|ssl)[\w -]{0,20}(?:handshake|negotiation|connection|setup)[\w :.'-]{0,30}(?:fail|error|could not|unable|abort|timed)|handshake (?:failed|error|timed out)|(?:failed|unable|could ?n[o']t|cannot)[\w :'-]{0,40}(?:establish|negotiate|create|start|enable|set up)[\w :'-]{0,20}(?:tls|ssl|secure|encrypt\w*|crypto)|stream_socket_enable_crypto|ssl operation failed|secure channel|decryption failed|bad record mac|(?:error )?performing tls handshake|\b(?:tls|ssl)\)? ?(?:error|fehler)|\b(?:tls|ssl) (?:has )?failed\b|(?:verbindung|server|connexion|serveur|conexión|servidor|connessione|conexão|verbinding|połączeni\w|接続|サーバー?).{0,60}(?:sicherheitsfehler|erreur de sécurité|error de seguridad|errore di (?:sicurezza|protezione)|erro de segurança|beveiligingsfout|błąd zabezpieczeń|セキュリティ ?エラー)|erreur (?:tls|ssl)|error (?:de )?(?:tls|ssl)|(?:unable|could ?n[o']t|cannot|can't|failed) (?:to )?connect (?:via|using|over|with) (?:tls|ssl)|ssl routines|schannel|verbindung (?:über|mit|per|via) (?:ssl|tls)\b.{0,40}(?:nicht|fehl|unmöglich)|connexion (?:via|en|par|avec|au moyen de) (?:ssl|tls)\b.{0,30}(?:impossible|échou)|(?:impossible de se connecter|no se (?:puede|pudo|ha podido) (?:conectar|establecer)|impossibile (?:connettersi|collegarsi|stabilire)|não (?:é|foi) possível (?:conectar|ligar|estabelecer)|kan geen verbinding maken|nie można (?:się )?połączyć(?: się)?|не удается подключиться) .{0,40}\b(?:ssl|tls)\b|(?:ssl|tls)(?:を使用して|で|を使って).{0,20}(?:接続|通信)でき|(?:sichere|verschlüsselte) verbindung[\w .:'"()-]{0,80}(?:fehlgeschlagen|nicht (?:hergestellt|möglich))|connexion (?:sécurisée|chiffrée)[\w .:'"()-]{0,60}(?:impossible|échou)/i,
    'tls-failed',
  ],
]);
