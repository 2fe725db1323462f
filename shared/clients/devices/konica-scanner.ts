import { said } from '../../text/said.ts';
import { sheetClient } from '../sheet.ts';
import { plainFields } from '../sheet-field.ts';

/** Konica Minolta bizhub. */
export const konicaScanner = sheetClient({
  id: 'konica-scanner',
  name: said('client.name.scanner', { maker: 'Konica Minolta' }),
  shortName: said('client.name.this-device'),
  group: 'devices',
  source: {
    name: "Konica Minolta's manual of the bizhub C554: E-mail TX (SMTP), by way of ZeroSMTP's guide to printers (July 2026)",
    url: 'https://github.com/msgwing/ZeroSMTP',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Network', 'E-mail Setting', 'E-mail TX (SMTP)'],
  open: 'client.device.open',
  text: 'client.device.form',
  title: 'E-mail TX (SMTP)',
  fields: plainFields,
  confirmedBy: 'others',
  isDevice: true,
  notes: ['client.device.konica'],
});
