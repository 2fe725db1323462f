import { sheetClient } from '../sheet.ts';

/** Windows Live Mail, without support since January 2017; its labels are not confirmed. */
export const windowsLiveMail = sheetClient({
  id: 'windows-live-mail',
  name: 'Windows Live Mail',
  group: 'people',
  source: {
    name: "A history of Microsoft's mail programs, with the dates; its labels are not confirmed",
    checked: '2026-11-28',
  },
  platforms: ['windows'],
  path: ['@'],
  open: 'client.windows-live-mail.open',
  text: 'client.program.form',
  title: 'Properties',
  fields: [{ is: 'server' }, { is: 'security' }, { is: 'port' }, { is: 'user' }, { is: 'password' }],
  confirmedBy: 'nobody',
  notes: ['client.windows-live-mail.ended'],
});
