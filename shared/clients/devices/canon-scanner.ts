import { said } from '../../text/said.ts';
import { canonNote } from '../other-way.ts';
import { sheetClient } from '../sheet.ts';
import { plainFields } from '../sheet-field.ts';

/** Canon imageRUNNER, imageCLASS and Maxify: the Remote UI. */
export const canonScanner = sheetClient({
  id: 'canon-scanner',
  name: said('client.name.scanner', { maker: 'Canon' }),
  shortName: said('client.name.this-device'),
  group: 'devices',
  source: {
    name: "ZeroSMTP's guide to printers (a relay's own guide, July 2026)",
    url: 'https://github.com/msgwing/ZeroSMTP',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Settings/Registration', 'TX Settings', 'E-Mail/I-Fax Settings', 'SMTP Server Settings'],
  open: 'client.device.open',
  text: 'client.device.form',
  title: 'SMTP Server Settings',
  fields: plainFields,
  confirmedBy: 'others',
  isDevice: true,
  notes: [canonNote],
});
