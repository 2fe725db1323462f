import { sheetClient } from '../sheet.ts';

/** Spark: its own labels are not confirmed, so plain words stand in their place. */
export const spark = sheetClient({
  id: 'spark',
  name: 'Spark',
  group: 'people',
  source: {
    name: "Readdle's page on SMTP settings: server, port and encryption are asked for where an account is set by hand",
    url: 'https://sparkmailapp.com/glossary/smtp-server',
    checked: '2026-11-28',
  },
  platforms: ['ios', 'android', 'macos', 'windows'],
  path: ['@'],
  open: 'client.program.look',
  text: 'client.program.form',
  title: 'Spark',
  fields: [{ is: 'server' }, { is: 'security' }, { is: 'port' }, { is: 'user' }, { is: 'password' }],
  confirmedBy: 'nobody',
  mayHaveToAdd: true,
  frame: 'phone',
  signIn: {
    path: [],
    choices: { google: null, 'microsoft-365': null, 'outlook.com': null },
    isUnconfirmed: true,
  },
});
