import { sheetClient } from '../sheet.ts';

/**
 * Windows Live Mail, without support since January 2017. What a server is, is typed on the tab "Servers" of an account's properties; port and
 * encryption stand on "Advanced" beside it. Its one box means STARTTLS on every port but 465.
 */
export const windowsLiveMail = sheetClient({
  id: 'windows-live-mail',
  name: 'Windows Live Mail',
  group: 'people',
  source: {
    name: "Two hosters' guides to its accounts, by Worthers and Wise Internet",
    url: 'https://worthers.com/knowledgebase/126/Checking-and-securing-your-email-in-Microsoft-Live-Mail.html',
    checked: '2026-11-29',
  },
  platforms: ['windows'],
  path: ['Windows Live Mail', 'Options', 'Email accounts', '@', 'Properties'],
  open: 'client.windows-live-mail.open',
  text: 'client.program.form',
  title: 'Properties',
  fields: [
    { is: 'server', label: 'Servers: Outgoing mail (SMTP)' },
    { is: 'user', label: 'Servers: Email username' },
    { is: 'password', label: 'Servers: Password' },
    { is: 'login-box', label: 'Servers: My server requires authentication' },
    { is: 'security-box', label: 'Advanced: This server requires a secure connection (SSL)' },
    { is: 'port', label: 'Advanced: Outgoing mail (SMTP)' },
  ],
  save: 'OK',
  confirmedBy: 'others',
  notes: ['client.windows-live-mail.ended'],
});
