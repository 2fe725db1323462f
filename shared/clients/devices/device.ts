import { said } from '../../text/said.ts';
import { sheetClient } from '../sheet.ts';
import { plainFields } from '../sheet-field.ts';

/** Anything that scans, watches or stores and has a form for sending: the values, under plain words. */
export const device = sheetClient({
  id: 'device',
  name: said('client.name.device'),
  shortName: said('client.name.this-device'),
  group: 'devices',
  source: {
    name: 'RFC 6409 and RFC 8314 (the values); the plain words are ours, for what the sheets of the makers named below have in common',
    url: 'https://www.rfc-editor.org/rfc/rfc8314',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: [],
  open: 'client.device.open-any',
  text: 'client.device.form',
  title: 'Mail, e-mail or SMTP settings',
  fields: plainFields,
  confirmedBy: 'nobody',
  isDevice: true,
});
