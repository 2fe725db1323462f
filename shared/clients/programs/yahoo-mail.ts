import { said } from '../../text/said.ts';
import { sheetClient } from '../sheet.ts';

/** Yahoo Mail in the browser, for who wants to send from another address there. */
export const yahooMail = sheetClient({
  id: 'yahoo-mail',
  name: said('client.name.in-browser', { program: 'Yahoo Mail' }),
  shortName: 'Yahoo Mail',
  group: 'people',
  source: {
    name: "RFC 6409 and RFC 8314 (the values alone; no page of Yahoo's tells how it sends through another server)",
    url: 'https://www.rfc-editor.org/rfc/rfc8314',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: [],
  open: 'client.webmail-of.open',
  text: 'client.program.form',
  title: 'Sending from another address',
  fields: [{ is: 'server' }, { is: 'security' }, { is: 'port' }, { is: 'user' }, { is: 'password' }],
  confirmedBy: 'nobody',
  cloud: 'client.yahoo-mail.cloud',
});
