import { said } from '../../text/said.ts';
import { plainFields, sheetClient } from '../sheet.ts';

/** Anything that scans, watches or stores and has a form for sending: the values, under plain words. */
export const device = sheetClient({
  id: 'device',
  name: said('client.name.device'),
  group: 'devices',
  source: {
    name: "Makers' pages of the devices below; names differ",
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
