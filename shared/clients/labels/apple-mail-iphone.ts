import type { LabelTable } from '../language.ts';

/**
 * Labels of Mail's settings on an iPhone. German and French as OVH's guides to Mail on iOS name them (October 2024), Japanese as two articles
 * do: one on the way in iPadOS 18, one on the switch for encryption (2023). Of Spanish and Brazilian Portuguese the beginning of the way alone, as
 * OVH's Spanish guide has it (2022) and people's notes on iOS 18 in Portuguese, French and German do. What none of them names is left out; looked for
 * again on 2026-11-29.
 */
export const appleMailIphoneLabels = {
  en: {
    settings: 'Settings',
    apps: 'Apps',
    mail: 'Mail',
    mailAccounts: 'Mail Accounts',
    accounts: 'Accounts',
    account: 'Account',
    smtp: 'SMTP',
    primaryServer: 'Primary Server',
    server: 'Server',
    outgoingServer: 'Outgoing Mail Server',
    hostName: 'Host Name',
    userName: 'User Name',
    password: 'Password',
    useSsl: 'Use SSL',
    authentication: 'Authentication',
    encryptedPassword: 'MD5 Challenge-Response',
    none: 'None',
    serverPort: 'Server Port',
    done: 'Done',
  },
  de: {
    settings: 'Einstellungen',
    apps: 'Apps',
    mail: 'Mail',
    accounts: 'Accounts',
    hostName: 'Hostname',
    userName: 'Benutzername',
    password: 'Passwort',
  },
  fr: {
    settings: 'Réglages',
    apps: 'Apps',
    mail: 'Mail',
    accounts: 'Comptes',
    hostName: 'Nom d’hôte',
    userName: 'Nom d’utilisateur',
    password: 'Mot de passe',
  },
  es: {
    settings: 'Ajustes',
    mail: 'Mail',
    accounts: 'Cuentas',
  },
  'pt-BR': {
    settings: 'Ajustes',
    apps: 'Apps',
    mail: 'Mail',
  },
  ja: {
    settings: '設定',
    apps: 'アプリ',
    mail: 'メール',
    mailAccounts: 'メールアカウント',
    accounts: 'アカウント',
    account: 'アカウント',
    useSsl: 'SSLを使用',
  },
} as const satisfies LabelTable<string>;

export type AppleMailIphoneLabel = keyof typeof appleMailIphoneLabels.en;
