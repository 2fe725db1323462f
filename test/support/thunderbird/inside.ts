import type { Chrome, ReadServer, SettableServer, XpcomInterface } from './xpcom.ts';

/**
 * Functions that run inside Thunderbird (`Thunderbird.run`), so that its own code says what it made of our files. Each travels as text
 * and can use nothing from outside itself. Numbers come back as the names that Thunderbird has for them, not ours.
 */
declare const Cc: Chrome['Cc'];
declare const Ci: Chrome['Ci'];
declare const ChromeUtils: Chrome['ChromeUtils'];
declare const Services: Chrome['Services'];

/** A server as Thunderbird has it; `security` and `login` in the words of its interfaces nsMsgSocketType and nsMsgAuthMethod. */
export type KnownServer = {
  readonly protocol: string;
  readonly host: string;
  readonly port: number;
  readonly security: string;
  readonly login: string;
  readonly username: string;
};

/** What its account manager knows. `key` is the name of each in its preferences. */
export type KnownAccounts = {
  readonly accounts: readonly {
    readonly key: string;
    readonly incoming: KnownServer;
    /** For POP3: fetched messages stay on the server too. */
    readonly leavesMail: boolean;
    readonly identities: readonly {
      readonly key: string;
      readonly mailAddress: string;
      readonly fullName: string;
      /** The outgoing server that it would send with. */
      readonly outgoingKey: string | null;
    }[];
  }[];
  readonly outgoing: readonly (KnownServer & { readonly key: string })[];
};

/** Its accounts and outgoing servers, those for news and local folders left out. */
export function knownAccounts(): KnownAccounts {
  const { MailServices } = ChromeUtils.importESModule('resource:///modules/MailServices.sys.mjs');
  const nameIn = (names: XpcomInterface, value: number) =>
    Object.keys(names).find((name) => names[name] === value) ?? String(value);
  const common = (server: { port: number; socketType: number; authMethod: number; username: string }) => ({
    port: server.port,
    security: nameIn(Ci.nsMsgSocketType, server.socketType),
    login: nameIn(Ci.nsMsgAuthMethod, server.authMethod),
    username: server.username,
  });
  return {
    accounts: MailServices.accounts.accounts
      .filter(({ incomingServer }) => ['imap', 'pop3'].includes(incomingServer.type))
      .map(({ key, incomingServer, identities }) => ({
        key,
        incoming: { protocol: incomingServer.type, host: incomingServer.hostname, ...common(incomingServer) },
        leavesMail: incomingServer.getBoolValue('leave_on_server'),
        identities: identities.map((identity) => ({
          key: identity.key,
          mailAddress: identity.email,
          fullName: identity.fullName,
          outgoingKey: MailServices.outgoingServer.getServerByIdentity(identity)?.key ?? null,
        })),
      })),
    outgoing: MailServices.outgoingServer.servers.map((server) => ({
      key: server.key,
      protocol: server.type,
      host: server.QueryInterface(Ci.nsISmtpServer).hostname,
      ...common(server),
      // It keeps this name as the bytes of UTF-8, and sends them so.
      username: new TextDecoder().decode(Uint8Array.from(server.username, (byte) => byte.charCodeAt(0))),
    })),
  };
}

/**
 * What its reader of `config-v1.1.xml` makes of a file for one person: the servers it would set up, in order. Throws when it refuses the file.
 */
export function readAutoconfig(
  xml: string,
  mailAddress: string,
): { readonly incoming: KnownServer[]; readonly outgoing: KnownServer[] } {
  const folder = 'resource:///modules/accountcreation/';
  const { JXON } = ChromeUtils.importESModule('resource:///modules/JXON.sys.mjs');
  const { readFromXML } = ChromeUtils.importESModule(`${folder}readFromXML.sys.mjs`);
  const { AccountConfig } = ChromeUtils.importESModule(`${folder}AccountConfig.sys.mjs`);
  const config = readFromXML(JXON.build(new DOMParser().parseFromString(xml, 'text/xml')), 'test');
  AccountConfig.replaceVariables(config, 'You Yourself', mailAddress, '');
  const nameIn = (names: XpcomInterface, value: number) =>
    Object.keys(names).find((name) => names[name] === value) ?? String(value);
  const server = (one: ReadServer) => ({
    protocol: one.type,
    host: one.hostname,
    port: one.port,
    security: nameIn(Ci.nsMsgSocketType, one.socketType),
    login: nameIn(Ci.nsMsgAuthMethod, one.auth),
    username: one.username ?? '',
  });
  return {
    incoming: [config.incoming, ...config.incomingAlternatives].map(server),
    outgoing: [config.outgoing, ...config.outgoingAlternatives].map(server),
  };
}

/** Loads a ZIP file as its page Tools > Import does with "Accounts and Settings" ticked. False: it does not take the file for a profile. */
export async function importProfile(path: string): Promise<boolean> {
  const { ThunderbirdProfileImporter } = ChromeUtils.importESModule(
    'resource:///modules/ThunderbirdProfileImporter.sys.mjs',
  );
  const { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs');
  const importer = new ThunderbirdProfileImporter();
  const file = new FileUtils.File(path);
  if (!importer.validateSource(file)) return false;
  const extracted = await importer.extractZipFile(file, () => undefined);
  const items = { accounts: true, addressBooks: false, calendars: false, mailMessages: false };
  return importer.startImport(extracted, items);
}

/** An address of an account to be made; null: it sends through the default server. */
export type NewIdentity = {
  readonly mailAddress: string;
  readonly fullName: string;
  readonly outgoing: KnownServer | null;
};

/** Makes an account with its own account manager, as its setup would. Port 0 is left unset; "default" is then what it uses. */
export function addAccount(incoming: KnownServer, identities: readonly NewIdentity[]): void {
  const { MailServices } = ChromeUtils.importESModule('resource:///modules/MailServices.sys.mjs');
  const { accounts, outgoingServer } = MailServices;
  const setUp = (server: SettableServer, wanted: KnownServer) => {
    if (wanted.port !== 0) server.port = wanted.port;
    server.socketType = Ci.nsMsgSocketType[wanted.security] ?? -1;
    server.authMethod = Ci.nsMsgAuthMethod[wanted.login] ?? -1;
  };
  const account = accounts.createAccount();
  account.incomingServer = accounts.createIncomingServer(incoming.username, incoming.host, incoming.protocol);
  setUp(account.incomingServer, incoming);
  for (const { mailAddress, fullName, outgoing } of identities) {
    const identity = accounts.createIdentity();
    identity.email = mailAddress;
    identity.fullName = fullName;
    if (outgoing !== null) {
      const server = outgoingServer.createServer('smtp');
      server.QueryInterface(Ci.nsISmtpServer).hostname = outgoing.host;
      server.username = outgoing.username;
      setUp(server, outgoing);
      identity.smtpServerKey = server.key;
    }
    account.addIdentity(identity);
  }
}

/** Has an address name an outgoing server that does not exist, as is left over in old profiles. */
export function loseOutgoing(mailAddress: string): void {
  const { MailServices } = ChromeUtils.importESModule('resource:///modules/MailServices.sys.mjs');
  const identities = MailServices.accounts.accounts.flatMap((account) => account.identities);
  for (const identity of identities) if (identity.email === mailAddress) identity.smtpServerKey = 'smtp99';
}

/** Trusts a certificate authority, given in PEM, for mail servers, as an administrator would have it imported. */
export function trustAuthority(pem: string): void {
  const base64 = pem.replace(/-----[^-]+-----|\s/g, '');
  Cc['@mozilla.org/security/x509certdb;1'].getService(Ci.nsIX509CertDB).addCertFromBase64(base64, 'C,,');
}

/** Keeps a password for an outgoing server, as if its user had typed it and ticked "remember". */
export async function rememberPassword(host: string, username: string, password: string): Promise<void> {
  const login = Cc['@mozilla.org/login-manager/loginInfo;1'].createInstance(Ci.nsILoginInfo);
  login.init(`smtp://${host}`, null, `smtp://${host}`, username, password, '', '');
  await Services.logins.addLoginAsync(login);
}

/**
 * Sends a message from an identity to itself, as its compose window does when one presses Send. Returns 0, or the number of
 * the error (nsresult).
 */
export function sendMessage(identityKey: string, subject: string): Promise<number> {
  const { MailServices } = ChromeUtils.importESModule('resource:///modules/MailServices.sys.mjs');
  const account = MailServices.accounts.accounts.find(({ identities }) =>
    identities.some(({ key }) => key === identityKey),
  );
  const identity = MailServices.accounts.getIdentity(identityKey);
  const fields = Cc['@mozilla.org/messengercompose/composefields;1'].createInstance(Ci.nsIMsgCompFields);
  fields.from = identity.email;
  fields.to = identity.email;
  fields.subject = subject;
  fields.fcc = 'nocopy://'; // nothing is kept in "Sent": that would be about the incoming server
  const sender = Cc['@mozilla.org/messengercompose/send;1'].createInstance(Ci.nsIMsgSend);
  return new Promise((resolve) => {
    const listener = {
      QueryInterface: ChromeUtils.generateQI(['nsIMsgSendListener']),
      onStartSending: () => undefined,
      onProgress: () => undefined,
      onStatus: () => undefined,
      onGetDraftFolderURI: () => undefined,
      onSendNotPerformed: () => resolve(-1),
      onTransportSecurityError: () => undefined,
      onStopSending: (_id: string, status: number) => resolve(status),
    };
    sender.createAndSendMessage(
      ...[null, identity, account?.key ?? '', fields, false, false],
      ...[Ci.nsIMsgCompDeliverMode.Now, null, 'text/plain', 'It works.\r\n', null, null, listener, '', null],
      Ci.nsIMsgCompType.New,
    );
  });
}

/** Has it write its preferences now, as it does from time to time and when it ends. */
export function savePreferences(): void {
  Services.prefs.savePrefFile(null);
}
