import { said } from '../../text/said.ts';
import { sheetClient } from '../sheet.ts';
import { plainFields } from '../sheet-field.ts';

/** HP printers with an embedded web server. */
export const hpScanner = sheetClient({
  id: 'hp-scanner',
  name: said('client.name.scanner', { maker: 'HP' }),
  shortName: said('client.name.this-device'),
  group: 'devices',
  source: {
    name: "ZeroSMTP's guide to printers (a relay's own guide, July 2026); an OfficeJet's own menu",
    url: 'https://github.com/msgwing/ZeroSMTP',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Scan', 'Scan to E-mail', 'Outgoing E-mail Profiles'],
  open: 'client.device.open',
  text: 'client.device.form',
  title: 'Outgoing E-mail Profiles',
  fields: plainFields,
  confirmedBy: 'others',
  isDevice: true,
});
