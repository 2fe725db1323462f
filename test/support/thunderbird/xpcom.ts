/** As much of Thunderbird's own interfaces (XPCOM, its JavaScript modules) as the judge uses; its source tree's `.idl` files have all. */

/** Constants of an interface by name. The interface itself is also what its objects are asked for. */
export type XpcomInterface = Readonly<Record<string, number>>;

type Interfaces = Readonly<
  Record<
    | 'nsILoginInfo'
    | 'nsIMsgCompDeliverMode'
    | 'nsIMsgCompFields'
    | 'nsIMsgCompType'
    | 'nsIMsgSend'
    | 'nsISmtpServer'
    | 'nsIX509CertDB'
    | 'nsMsgAuthMethod'
    | 'nsMsgSocketType',
    XpcomInterface
  >
>;

type Created = {
  init(...values: readonly (string | null)[]): void;
  createAndSendMessage(...values: readonly unknown[]): Promise<void>;
  addCertFromBase64(base64: string, trust: string): void;
} & Record<'from' | 'to' | 'subject' | 'fcc', string>;

type Identity = { readonly key: string; email: string; fullName: string; smtpServerKey: string };

/** What of a server is set in the same way, incoming or outgoing. */
export type SettableServer = { port: number; socketType: number; authMethod: number };
type Server = SettableServer & { readonly type: string; username: string };
type IncomingServer = Server & { readonly hostname: string; getBoolValue(name: string): boolean };
type OutgoingServer = Server & {
  readonly key: string;
  QueryInterface(smtp: XpcomInterface): { hostname: string };
};

type Account = {
  readonly key: string;
  incomingServer: IncomingServer;
  readonly identities: readonly Identity[];
  addIdentity(identity: Identity): void;
};

/** A server as the reader of autoconfig files leaves it. */
export type ReadServer = {
  readonly type: string;
  readonly hostname: string;
  readonly port: number;
  readonly socketType: number;
  readonly auth: number;
  readonly username: string | null;
};

type ReadConfig = Readonly<
  Record<'incoming' | 'outgoing', ReadServer> &
    Record<'incomingAlternatives' | 'outgoingAlternatives', readonly ReadServer[]>
>;

type File = { readonly path: string };

/** What its modules export, all in one type: names do not clash. */
type Modules = {
  readonly MailServices: {
    readonly accounts: {
      readonly accounts: readonly Account[];
      createIncomingServer(username: string, host: string, type: string): IncomingServer;
      createIdentity(): Identity;
      getIdentity(key: string): Identity;
      createAccount(): Account;
    };
    readonly outgoingServer: {
      readonly servers: readonly OutgoingServer[];
      createServer(type: string): OutgoingServer;
      getServerByIdentity(identity: Identity): OutgoingServer | null;
    };
  };
  readonly JXON: { build(document: Document): unknown };
  readonly readFromXML: (document: unknown, source: string) => ReadConfig;
  readonly AccountConfig: {
    replaceVariables(config: ReadConfig, name: string, mailAddress: string, password: string): void;
  };
  readonly FileUtils: { readonly File: new (path: string) => File };
  readonly ThunderbirdProfileImporter: new () => {
    validateSource(file: File): boolean;
    extractZipFile(file: File, onProgress: () => void): Promise<File>;
    startImport(folder: File, items: Readonly<Record<string, boolean>>): Promise<boolean>;
  };
};

/** The globals of a privileged script. */
export type Chrome = {
  readonly Ci: Interfaces;
  readonly Cc: Readonly<
    Record<
      | '@mozilla.org/login-manager/loginInfo;1'
      | '@mozilla.org/messengercompose/composefields;1'
      | '@mozilla.org/messengercompose/send;1'
      | '@mozilla.org/security/x509certdb;1',
      { createInstance(wanted: XpcomInterface): Created; getService(wanted: XpcomInterface): Created }
    >
  >;
  readonly ChromeUtils: {
    importESModule(url: string): Modules;
    generateQI(interfaces: readonly string[]): unknown;
  };
  readonly Services: {
    readonly logins: { addLoginAsync(login: Created): Promise<unknown> };
    readonly prefs: { savePrefFile(file: null): void };
  };
};
