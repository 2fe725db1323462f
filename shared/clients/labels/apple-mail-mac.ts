import type { LabelTable } from '../language.ts';

/** Mail's labels on a Mac. Other languages in part, as far as Apple's support pages quote them. */
export const appleMailMacLabels = {
  en: {
    mail: 'Mail',
    settings: 'Settings…',
    preferences: 'Preferences…',
    accounts: 'Accounts',
    serverSettings: 'Server Settings',
    incomingServer: 'Incoming Mail Server (IMAP)',
    outgoingServer: 'Outgoing Mail Server (SMTP)',
    account: 'Account',
    editServerList: 'Edit SMTP Server List…',
    userName: 'User Name',
    password: 'Password',
    hostName: 'Host Name',
    automatic: 'Automatically manage connection settings',
    port: 'Port',
    useTls: 'Use TLS/SSL',
    authentication: 'Authentication',
    encryptedPassword: 'MD5 Challenge-Response',
    none: 'None',
    save: 'Save',
  },
  de: {
    accounts: 'Accounts',
    serverSettings: 'Servereinstellungen',
    automatic: 'Verbindungseinstellungen automatisch verwalten',
    userName: 'Benutzername',
    password: 'Passwort',
    hostName: 'Hostname',
    outgoingServer: 'Server für ausgehende E-Mails (SMTP)',
    account: 'Account',
    editServerList: 'SMTP-Serverliste bearbeiten',
  },
  it: {
    accounts: 'Account',
    serverSettings: 'Impostazioni server',
    automatic: 'Gestisci automaticamente impostazioni di connessione',
  },
  pl: {
    accounts: 'Konta',
    serverSettings: 'Ustawienia serwera',
    automatic: 'Automatycznie zarządzaj ustawieniami połączenia',
  },
  ja: {
    accounts: 'アカウント',
    serverSettings: 'サーバ設定',
    automatic: '接続設定を自動的に管理',
  },
} as const satisfies LabelTable<string>;

export type AppleMailMacLabel = keyof typeof appleMailMacLabels.en;
