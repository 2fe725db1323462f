import type { Cause } from '../../model/explanation.ts';
import type { KindName } from '../kinds.ts';

type Row = readonly [name: string, kind: KindName, causes?: readonly Cause[]];

const timedOut: readonly Cause[] = [
  'port-25-blocked',
  'submission-blocked',
  'server-down',
  'mail-allow-list',
];

/** Errors of the network by their Windows number (winsock2.h), with the POSIX name. */
export const windowsErrors: Readonly<Record<number, Row>> = {
  5: ['EACCES', 'forbidden-here', ['local-firewall', 'antivirus']],
  10013: ['EACCES', 'forbidden-here', ['local-firewall', 'antivirus']],
  10022: ['EINVAL', 'sockets-broken'],
  10038: ['ENOTSOCK', 'sockets-broken'],
  10048: ['EADDRINUSE', 'sockets-broken', ['program-broken', 'local-firewall']],
  10049: ['EADDRNOTAVAIL', 'unreachable', ['server-name-wrong', 'offline']],
  10050: ['ENETDOWN', 'network-unusable', ['offline']],
  10051: ['ENETUNREACH', 'unreachable', ['port-25-blocked', 'offline']],
  10052: ['ENETRESET', 'line-broke'],
  10053: ['ECONNABORTED', 'dropped', ['antivirus', 'local-firewall', 'connection-lost']],
  10054: ['ECONNRESET', 'dropped', ['port-25-blocked', 'tls-blocked', 'antivirus']],
  10055: ['ENOBUFS', 'sockets-broken'],
  10057: ['ENOTCONN', 'line-broke'],
  10058: ['ESHUTDOWN', 'line-broke'],
  10060: ['ETIMEDOUT', 'no-answer', timedOut],
  10061: ['ECONNREFUSED', 'refused', ['port-25-blocked', 'wrong-port', 'server-down', 'local-firewall']],
  10064: ['EHOSTDOWN', 'unreachable', ['server-down', 'offline']],
  10065: ['EHOSTUNREACH', 'unreachable', ['port-25-blocked', 'offline', 'vpn']],
  10091: ['WSASYSNOTREADY', 'network-unusable'],
  10093: ['WSANOTINITIALISED', 'sockets-broken'],
  10106: ['WSAEPROVIDERFAILEDINIT', 'sockets-broken'],
  11001: ['ENOTFOUND', 'name-unknown'],
  11002: ['EAI_AGAIN', 'dns-silent'],
  11003: ['EAI_FAIL', 'dns-silent'],
  11004: ['ENODATA', 'name-unknown'],
};

/** Numbers of errno on Linux, as `[Errno 111]` and `(111)` show them. */
export const linuxErrors: Readonly<Record<number, keyof typeof posixErrors>> = {
  13: 'EACCES',
  32: 'EPIPE',
  99: 'EADDRNOTAVAIL',
  100: 'ENETDOWN',
  101: 'ENETUNREACH',
  103: 'ECONNABORTED',
  104: 'ECONNRESET',
  110: 'ETIMEDOUT',
  111: 'ECONNREFUSED',
  112: 'EHOSTDOWN',
  113: 'EHOSTUNREACH',
};

/** The same on macOS and the BSDs. */
export const bsdErrors: Readonly<Record<number, keyof typeof posixErrors>> = {
  49: 'EADDRNOTAVAIL',
  50: 'ENETDOWN',
  51: 'ENETUNREACH',
  53: 'ECONNABORTED',
  54: 'ECONNRESET',
  60: 'ETIMEDOUT',
  61: 'ECONNREFUSED',
  64: 'EHOSTDOWN',
  65: 'EHOSTUNREACH',
};

/** Errors of the network by name: POSIX errno, and those of getaddrinfo as Node and others spell them. */
export const posixErrors = {
  EACCES: ['forbidden-here', ['local-firewall', 'antivirus']],
  EPERM: ['forbidden-here', ['local-firewall', 'antivirus']],
  EADDRNOTAVAIL: ['unreachable', ['server-name-wrong', 'offline', 'ipv6-unreachable']],
  ENETDOWN: ['network-unusable', ['offline']],
  ENETUNREACH: ['unreachable', ['offline', 'port-25-blocked', 'ipv6-unreachable']],
  EHOSTUNREACH: ['unreachable', ['port-25-blocked', 'submission-blocked', 'offline', 'server-down']],
  EHOSTDOWN: ['unreachable', ['server-down', 'offline']],
  ECONNABORTED: ['dropped', ['antivirus', 'local-firewall', 'connection-lost']],
  ECONNRESET: ['dropped', ['tls-blocked', 'port-25-blocked', 'antivirus', 'security-mismatch']],
  EPIPE: ['dropped', ['connection-lost', 'server-busy', 'tls-blocked']],
  ETIMEDOUT: [
    'no-answer',
    ['port-25-blocked', 'submission-blocked', 'security-mismatch', 'hoster-blocks-smtp', 'slow-greeting'],
  ],
  ESOCKETTIMEDOUT: ['no-answer', ['port-25-blocked', 'submission-blocked', 'security-mismatch']],
  ECONNREFUSED: ['refused', ['wrong-port', 'server-down', 'port-25-blocked', 'local-firewall']],
  ENOTFOUND: ['name-unknown', ['server-name-wrong', 'dns-unreachable', 'offline']],
  EAI_NONAME: ['name-unknown', ['server-name-wrong', 'dns-unreachable', 'offline']],
  EAI_NODATA: ['name-unknown', ['server-name-wrong', 'dns-unreachable']],
  ENODATA: ['name-unknown', ['server-name-wrong', 'dns-unreachable']],
  EAI_AGAIN: ['dns-silent', ['dns-unreachable', 'offline']],
  EAI_FAIL: ['dns-silent', ['dns-unreachable', 'offline']],
  ESERVFAIL: ['dns-silent', ['dns-unreachable', 'server-misconfigured']],
  EREFUSED: ['dns-silent', ['dns-unreachable', 'server-misconfigured']],
  EBADRESP: ['dns-silent', ['dns-unreachable', 'dns-hijacked']],
} as const satisfies Readonly<Record<string, readonly [KindName, readonly Cause[]]>>;

type Phrase = readonly [name: keyof typeof posixErrors, words: RegExp];

/** What systems say for them, in the languages their own catalogues have. */
export const systemPhrases: readonly Phrase[] = [
  // Before the others: what DNS did not answer in time is told with the words of a connection, too.
  [
    'EAI_AGAIN',
    /temporary failure in name resolution|temporärer fehler bei der namensauflösung|[ée]chec temporaire dans la r[ée]solution|fallo temporal en la resolución|errore temporaneo nella risoluzione|falha temporária na resolução|временный сбой в разрешении имен|: server misbehaving|\blookup \S{1,255} on \S{1,64}:53\b.{0,120}(?:timeout|refused|unreachable)|名前解決に一時的に失敗/i,
  ],
  [
    'ECONNREFUSED',
    /connection (?:was )?refused|actively refused|verbindungsaufbau abgelehnt|verbindung (?:wurde )?verweigert|zielcomputer die verbindung verweigerte/i,
  ],
  [
    'ECONNREFUSED',
    /connexion refus[ée]e|l'ordinateur cible l'a express[ée]ment refus[ée]e|conexi[óo]n rehusada|denegó expresamente|connessione rifiutata|rifiuto persistente|verbinding (?:is )?geweigerd|weiger(?:t|de) (?:een|de) verbinding|conex[ãa]o recusada|recusou(?:-as)? ativamente/i,
  ],
  [
    'ECONNREFUSED',
    /połączenie odrzucone|aktywnie (?:go )?odmawia|в соединении отказано|отверг запрос на подключение|spojení odmítnuto|anslutning vägras|接続を拒否されました|拒否したため、接続できませんでした|拒绝连接|積極拒絕|积极拒绝|연결이 거부|bağlantı reddedildi/i,
  ],
  [
    'ETIMEDOUT',
    /connection (?:attempt )?timed ?out|connect(?:ion)? time-?out|i\/o timeout|operation timed out|timed out (?:while|waiting|\(os error)|connected party did not properly respond|(?<!retry )timeout (?:expired|was reached|exceeded)|socket i\/o timed out|(?:could ?n[o']t|cannot|can't|unable to|failed to) connect\b.{0,120}timed? ?-?out\b(?![ =:]{1,2}-?\d)|read time(?:d )?-?out|connect timed out|zeit(?:limit|überschreitung).{0,40}(?:verbind|überschritten)|die wartezeit für die verbindung ist abgelaufen|zeitüberschreitung bei verbindung/i,
  ],
  [
    'ETIMEDOUT',
    /d[ée]pass[ée] le d[ée]lai d'attente|connexion termin[ée]e par expiration du d[ée]lai|d[ée]lai d'attente (?:de la connexion )?(?:est )?(?:d[ée]pass[ée]|expir)|expir[óo] el tiempo de conexi[óo]n|tiempo de espera (?:de conexión )?agotado|no respondi[óo] adecuadamente|connessione scaduta|tempo scaduto per la connessione|verbinding is verlopen|time-?out van de verbinding|tempo limite da conex[ãa]o esgotado|tempo esgotado para conex[ãa]o/i,
  ],
  [
    'ETIMEDOUT',
    /upłynął limit czasu|przekroczono czas oczekiwania|время ожидания соединения истекло|тайм-?аут соединения|vypršel časový limit|接続がタイムアウト|タイムアウトしました|连接超时|連線逾時|시간 초과|bağlantı zaman aşımına/i,
  ],
  [
    'ECONNRESET',
    /connection (?:was )?reset(?: by peer)?|forcibly closed by the remote host|connexion existante a dû être fermée par l'hôte distant|dall'host remoto|geforceerd gesloten door de externe host|gwałtownie zamknięte przez zdalnego hosta|リモート ?ホストに強制的に|broken pipe|verbindung wurde (?:von|vom) (?:der gegenseite|kommunikationspartner|remotehost) (?:zurückgesetzt|geschlossen)|connexion r[ée]-?initialis[ée]e|forc[ée]e? (?:la fermeture|par l'hôte distant)|conexi[óo]n reinicializada|forzado la interrupción|connessione interrotta dal|forzatamente la connessione/i,
  ],
  [
    'ECONNRESET',
    /conex[ãa]o (?:fechada|redefinida) (?:pela outra ponta|pelo par)|forçado o cancelamento|verbinding is weggevallen|соединение разорвано|удал[её]нный хост принудительно|接続が相手から|強制的に切断|远程主机强迫关闭|połączenie zerwane/i,
  ],
  [
    'ENETUNREACH',
    /network is unreachable|unreachable network|das netzwerk ist nicht erreichbar|le r[ée]seau n'est pas accessible|la red es inaccesible|rete non raggiungibile|netwerk is onbereikbaar|a rede está fora de alcance|sieć jest niedostępna|сеть недоступна|ネットワークに届きません|网络不可达/i,
  ],
  [
    'EHOSTUNREACH',
    /no route to host|host is (?:down|unreachable)|unreachable host|keine route zum zielrechner|aucun chemin d'acc[èe]s pour atteindre l'hôte|no existe ninguna ruta hasta|nessun instradamento per l'host|geen route naar host|não há rota para o host|brak trasy do hosta|нет маршрута до узла|ホストへの経路がありません|没有到主机的路由/i,
  ],
  [
    'EACCES',
    /(?:fsockopen|stream_socket_client|socket)\b.{0,120}\(permission denied\)|forbidden by its access permissions|zugriffsrechte.{0,30}unzulässig|socket.{0,40}access permissions|interdite par ses autorisations d'acc[èe]s|permisos de acceso/i,
  ],
  [
    'ENOTFOUND',
    /no such host(?: is known)?|name or service not known|nodename nor servname|(?:could(?: not|n't)|can(?:not|'t)|unable to|failed to) resolve (?:the )?(?:smtp |mail )?(?:server|host|proxy|name)|host not found|unknown host|no address associated|getaddrinfo failed|name does not resolve|der name oder der dienst ist nicht bekannt|host (?:ist )?unbekannt|nom ou service inconnu|h[ôo]te inconnu|nombre o servicio desconocido|host desconocido|host sconosciuto|nome o servizio sconosciuto|naam of dienst is niet bekend|nome ou serviço desconhecido|nieznana nazwa lub usługa|имя или служба не известны|名前またはサービスが不明です|未知的名称或服务|そのようなホストは不明/i,
  ],
];
