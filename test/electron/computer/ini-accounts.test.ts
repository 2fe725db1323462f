import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findIniAccounts } from '../../../electron/computer/ini-accounts.ts';
import { aWorkstation, emptyHome } from '../../support/thunderbird-home.ts';

const { signal } = new AbortController();

/** What each program leaves in a home, in the folders of a normal installation. */
const files: Readonly<Record<string, string>> = {
  '.config/evolution/sources/acc.source': '[Mail Account]\nBackendName=pop\nIdentityUid=ident\n',
  '.config/evolution/sources/ident.source':
    '[Mail Identity]\nAddress=evo@example.org\n[Mail Submission]\nTransportUid=trans\n',
  '.config/evolution/sources/trans.source':
    '[Authentication]\nHost=mail.example.org\nPort=25\nMethod=none\n[Mail Transport]\nBackendName=smtp\n[Security]\nMethod=none\n',
  '.config/mailtransports': '[Transport 1]\nhost=mail.example.org\npassword=hidden\n',
  '.config/emailidentities': '[Identity #0]\nEmail Address=kmail@example.org\nTransport=1\n',
  '.claws-mail/accountrc': '[Account: 1]\naddress=claws@example.org\nsmtp_server=mail.example.org\n',
  '.config/geary/account_01/geary.ini':
    '[Account]\nsender_mailboxes=geary@example.org;\n[Outgoing]\nhost=mail.example.org\nport=25\ntransport_security=none\ncredentials=none\n',
};

async function homeWith(wanted: Readonly<Record<string, string>>) {
  const home = await emptyHome();
  for (const [name, content] of Object.entries(wanted)) await home.write(name, content);
  return home;
}

test('finds the account of each program, with what it uses for sending, and writes nothing', async () => {
  const home = await homeWith(files);
  const { found, unread, places } = await findIniAccounts(home.workstation, signal);
  expect(found.map(({ program, address, outgoing }) => [program, address, outgoing?.port])).toEqual([
    ['evolution', 'evo@example.org', 25],
    ['kmail', 'kmail@example.org', 25],
    ['claws', 'claws@example.org', 25],
    ['geary', 'geary@example.org', 25],
  ]);
  expect(new Set(found.map(({ id }) => id)).size).toBe(4);
  expect(JSON.stringify(found)).not.toContain('hidden');
  expect(unread).toEqual([]);
  expect(places).toContain(join(home.home, '.claws-mail'));
  for (const [name, content] of Object.entries(files)) {
    expect(await readFile(join(home.home, name), 'utf8')).toBe(content);
  }
  await home.remove();
});

test('looks where a flatpak and XDG_CONFIG_HOME have them', async () => {
  const moved = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name
        .replace('.config/evolution', '.var/app/org.gnome.Evolution/config/evolution')
        .replace('.config/geary', 'elsewhere/geary'),
      content,
    ]),
  );
  const home = await homeWith(moved);
  const workstation = aWorkstation(home.home, {
    environment: { XDG_CONFIG_HOME: join(home.home, 'elsewhere') },
  });
  const { found } = await findIniAccounts(workstation, signal);
  expect(found.map(({ program }) => program)).toEqual(['evolution', 'claws', 'geary']);
  await home.remove();
});

test('a file that is too large, or no text, is told and hides nothing', async () => {
  const home = await homeWith(files);
  const path = await home.write('.claws-mail/accountrc', 'x'.repeat(300_000));
  await home.write('.config/evolution/sources/odd.source', Buffer.from([0xff, 0xfe, 0]));
  const { found, unread } = await findIniAccounts(home.workstation, signal);
  expect(found.map(({ program }) => program)).toEqual(['evolution', 'kmail', 'geary']);
  expect(unread).toContainEqual({ where: path, reason: { key: 'computer.unread.too-large' } });
  expect(unread).toHaveLength(2);
  await home.remove();
});

test('looks for none of them on Windows and a Mac', async () => {
  for (const platform of ['win32', 'darwin']) {
    expect(await findIniAccounts(aWorkstation('/nowhere', { platform }), signal)).toEqual({
      found: [],
      unread: [],
      places: [],
    });
  }
});
