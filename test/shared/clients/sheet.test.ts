import { describe, expect, test } from 'vitest';
import type { ClientSettings } from '../../../shared/clients/client.ts';
import { clients, findClient, renderClient } from '../../../shared/clients/index.ts';
import { nearestVariant, stepsOf as stepsIn } from '../../../shared/clients/variant.ts';
import { aServer } from '../../support/builders.ts';
import { someSettings } from './settings.ts';

/** What a form calls server and port, and where: the way that its maker or others name. `null`: plain words stand there. */
type Row = readonly [id: string, way: string, server: string | null, port: string | null];

const devices: readonly Row[] = [
  ['device', '', null, null],
  ['hp-scanner', 'Scan › Scan to E-mail › Outgoing E-mail Profiles', null, null],
  [
    'canon-scanner',
    'Settings/Registration › TX Settings › E-Mail/I-Fax Settings › SMTP Server Settings',
    null,
    null,
  ],
  ['brother-scanner', 'Network › Protocol › SMTP', null, null],
  ['epson-scanner', 'Network › Email Server › Basic', 'SMTP Server Address', 'SMTP Server Port Number'],
  [
    'ricoh-scanner',
    'Device Management › Configuration › Device Settings › Email',
    'SMTP Server Name',
    'SMTP Port No.',
  ],
  ['kyocera-scanner', 'Advanced › E-mail › SMTP › General', null, null],
  [
    'xerox-scanner',
    'Properties › Connectivity › Protocols › SMTP Server',
    'SMTP Server Address',
    'SMTP Server Port Number',
  ],
  ['konica-scanner', 'Network › E-mail Setting › E-mail TX (SMTP)', null, null],
  [
    'sharp-scanner',
    'Settings (Administrator) › System Settings › Network Settings › Service Settings › SMTP',
    'Primary Server',
    'Port Number',
  ],
  [
    'lexmark-scanner',
    'Settings › E-mail/FTP Settings › SMTP Setup',
    'Primary SMTP Gateway',
    'Primary SMTP Gateway Port',
  ],
  ['synology', 'Control Panel › Notification › Email', 'SMTP server', 'SMTP port'],
  [
    'qnap',
    'Notification Center › Service Account and Device Pairing › Email › + Add SMTP Service',
    'SMTP Server',
    'Port',
  ],
  ['truenas', 'System › Email', 'Outgoing Mail Server', 'Mail Server Port'],
  ['unifi', 'Settings › Control Plane › Console › Email Services', 'SMTP Host', 'SMTP Port'],
  ['hikvision', 'Configuration › Network › Advanced › Email', 'SMTP Server', 'SMTP Port'],
  ['reolink', 'Settings › Surveillance › Email', 'SMTP Server', 'Port'],
];

const pages: readonly Row[] = [
  ['proxmox', 'Datacenter › Notifications › Add › SMTP', 'Server', 'Port'],
  ['veeam', 'Menu › Notifications › SMTP Server', 'SMTP Server', 'Port'],
  ['zabbix', 'Alerts › Media types › Email', 'SMTP server', 'SMTP server port'],
  ['nextcloud-mail', 'you@example.org › Account settings › Manual', 'SMTP Host', 'SMTP Port'],
  ['fluent-smtp', 'Settings › FluentSMTP › Other SMTP', 'SMTP Host', 'SMTP Port'],
  ['wp-mail-smtp', 'WP Mail SMTP › Settings › General', 'SMTP Host', 'SMTP Port'],
  ['post-smtp', 'Post SMTP', null, null],
  ['gmail-app', '≡ › Settings › you@example.org › Outgoing settings', 'SMTP server', 'Port'],
  ['samsung-email', '≡ › ⚙ › you@example.org › Server settings', 'SMTP server', 'Port'],
  ['spark', '', null, null],
  ['bluemail', 'Settings › Account Settings › you@example.org', null, null],
  ['mailbird', '', null, null],
  ['the-bat', 'Account › Properties › Transport', null, null],
  ['postbox', 'Account Settings › Outgoing Server (SMTP) › Edit…', 'Server Name:', 'Port:'],
  [
    'windows-live-mail',
    'Windows Live Mail › Options › Email accounts › you@example.org › Properties',
    'Servers: Outgoing mail (SMTP)',
    'Advanced: Outgoing mail (SMTP)',
  ],
  ['outlook-com', '', null, null],
  ['yahoo-mail', '', null, null],
];

function stepsOf(id: string, change: Partial<ClientSettings> = {}) {
  const client = findClient(id);
  if (client?.kind !== 'steps') throw new Error(`${id} has no steps`);
  const { outgoing, ...rest } = someSettings(change);
  const isInClear = client.sendsFrom === 'cloud' && outgoing.security === 'none';
  // From somebody else's computers no password goes in clear.
  const settings = { ...rest, outgoing: isInClear ? { ...outgoing, auth: 'none' as const } : outgoing };
  return stepsIn(client, settings, nearestVariant(client, settings, {}));
}

const fieldsOf = (id: string, change?: Partial<ClientSettings>) =>
  stepsOf(id, change).flatMap(({ fields }) => fields);

function shownIn(id: string, label: string, change?: Partial<ClientSettings>): string | undefined {
  return fieldsOf(id, change).find((field) => field.label === label)?.value;
}

describe.each([...devices, ...pages])('%s', (id, way, server, port) => {
  test('is found where it is said to be, and gets server and port under its own labels', () => {
    expect(
      stepsOf(id)
        .find((step) => step.id === 'open')
        ?.path.join(' › '),
    ).toBe(way);
    expect(shownIn(id, server ?? 'Server')).toBe('mail.example.org');
    expect(shownIn(id, port ?? 'Port')).toBe('587');
  });

  test('asks for the login where the server wants one, and for none else', () => {
    expect(fieldsOf(id).map(({ value }) => value)).toContain('you@example.org');
    const without = fieldsOf(id, { outgoing: aServer({ auth: 'none', username: 'nobody' }) });
    expect(without.map(({ value }) => value)).not.toContain('nobody');
    const boxes = without.filter(
      ({ label, control }) => control === 'check-box' && /auth|login/i.test(label),
    );
    expect(boxes.map(({ value }) => value)).toEqual(boxes.map(() => 'no tick'));
  });

  test('says each kind of encryption, and warns where there is none', () => {
    const shown = (security: 'none' | 'starttls' | 'tls') =>
      fieldsOf(id, { outgoing: aServer({ security }) }).map(({ label, value }) => `${label} ${value}`);
    expect(shown('none')).not.toEqual(shown('starttls'));
    const notes = fieldsOf(id, { outgoing: aServer({ security: 'none' }) }).map(({ note }) => note ?? '');
    expect(notes.join(' ')).toContain('Without encryption');
  });

  test('does not claim words that nobody confirmed', () => {
    const text = stepsOf(id)
      .flatMap(({ notes }) => notes)
      .join(' ');
    const isPlain = server === null && port === null;
    if (isPlain) expect(text).toMatch(/other people's guides|do not know the exact labels/);
  });
});

test.each(devices)('%s is told the sender, and what to do with an old device', (id) => {
  const sender = fieldsOf(id).filter(({ note }) => note?.includes("mailbox's own address"));
  expect(sender.map(({ value }) => value)).toEqual(['you@example.org']);
  const text = stepsOf(id)
    .map((step) => [step.text, ...step.notes].join(' '))
    .join(' ');
  expect(text).toContain('TLS 1.2');
  expect(text).toContain('without encryption: your password could be read');
});

test('a device is tried before anybody reads what may stop it, and how to log in to it is said', () => {
  for (const [id] of devices) {
    expect([id, stepsOf(id).map((step) => step.id)]).toEqual([id, ['open', 'server', 'send', 'device']]);
  }
  expect(stepsOf('brother-scanner')[0]?.text).toContain('often stands on a label on the device');
});

test('where only a sign-in by the browser is wanted, a device is not sent to a mail program', () => {
  const titles = (id: string, orPassword = false) =>
    stepsOf(id, {
      outgoing: aServer({ host: 'smtp.office365.com', auth: 'oauth2', ...(orPassword && { orPassword }) }),
    }).map(({ title }) => title);
  expect(titles('brother-scanner')).toEqual(['A password does not work there', 'Let something else send']);
  expect(titles('brother-scanner', true)).toContain('If it does not work');
  expect(titles('gmail-app')[0]).toBe('Add the account again');
  // Nobody confirmed that it can, nor that it cannot.
  expect(titles('mailbird')[0]).toBe('Add the account again');
});

test('a form without login and encryption is led through a relay, never to the provider', () => {
  const values = (change: Partial<ClientSettings> = {}) =>
    fieldsOf('vcenter', change).map(({ value }) => value);
  expect(values()).toContain('the address of a relay in your own network');
  expect(values()).not.toContain('mail.example.org');
  const notes = stepsOf('vcenter')
    .flatMap((step) => step.notes)
    .join(' ');
  expect(notes).toContain('cannot use mail.example.org on port 587 itself');
  const inner = aServer({ host: 'relay.example', port: 25, security: 'none', auth: 'none' });
  expect(values({ outgoing: inner })).toContain('relay.example');
});

test('the port is set right behind the encryption, which changes it in many forms', () => {
  for (const [id] of [...devices, ...pages]) {
    const changed = fieldsOf(id).map(({ isChanged, value }) => (isChanged ? value === '587' : null));
    const [encryption, port] = [changed.indexOf(false), changed.indexOf(true)];
    expect([id, port - encryption]).toEqual([id, 1]);
  }
});

test('a NAS is not told to let a NAS send, nor to look for its network menu', () => {
  const told = (id: string) =>
    stepsOf(id)
      .map(({ text, notes }) => [text, ...notes].join(' '))
      .join(' ');
  for (const id of ['synology', 'qnap', 'truenas']) {
    expect([id, told(id)]).toEqual([
      id,
      expect.stringContaining('your own network (a computer with Postfix)'),
    ]);
    expect(told(id)).not.toContain('network menu');
  }
  expect(told('brother-scanner')).toContain('(a NAS, or a computer with Postfix)');
  expect(told('brother-scanner')).toContain('network menu');
});

test('a NAS that signs in by itself is led there, its rules for notifications too, and no account of a person is spoken of', () => {
  const signIn = { outgoing: aServer({ host: 'smtp.gmail.com', auth: 'oauth2' as const }) };
  const [add, ...rest] = stepsOf('qnap', signIn);
  expect(add?.path.at(-1)).toBe('+ Add SMTP Service');
  expect(add?.text).toContain('Choose "Gmail"');
  expect(add?.notes.join(' ')).toContain('System Notification Rules');
  expect(rest.map(({ id }) => id)).toEqual(['sign-in', 'send']);
  expect(rest.at(-1)?.text).toContain('the button that sends a test');
});

test('mailcow gets host and port as Postfix writes them', () => {
  expect(shownIn('mailcow', 'Host')).toBe('[mail.example.org]:587');
  expect(shownIn('mailcow', 'Host', { outgoing: aServer({ host: '2001:db8::1' }) })).toBe(
    '[ipv6:2001:db8::1]:587',
  );
});

test('the words of one form are not those of another', () => {
  const word = (id: string, label: string, security: 'starttls' | 'tls') =>
    shownIn(id, label, { outgoing: aServer({ security }) });
  expect(word('fluent-smtp', 'Encryption', 'starttls')).toBe('TLS');
  expect(word('fluent-smtp', 'Encryption', 'tls')).toBe('SSL');
  expect(word('truenas', 'Security', 'starttls')).toBe('TLS (STARTTLS)');
  expect(word('truenas', 'Security', 'tls')).toBe('SSL (Implicit TLS)');
  expect(word('brother-scanner', 'SSL/TLS', 'tls')).toBe('SSL');
  expect(word('the-bat', 'Encryption', 'starttls')).toBe('Secure to regular port (STARTTLS)');
});

test('there are at least 75 entries, each with its source and the day on which it was held against it', () => {
  expect(clients.length).toBeGreaterThanOrEqual(75);
  for (const { id, source } of clients) {
    expect([id, source.name !== '' && /^20\d\d-\d\d(-\d\d)?$/.test(source.checked)]).toEqual([id, true]);
  }
});

test('the pages of a Gmail app and of a Brother scanner can be read from top to bottom', () => {
  for (const id of ['gmail-app', 'brother-scanner']) {
    const client = findClient(id);
    const page = client && renderClient(client, someSettings());
    expect(page?.ok && page.value.text).toMatch(/1\. .+\n[\s\S]*mail\.example\.org[\s\S]*587/);
  }
});

test('where a form asks whether the certificate is verified it is, unless nothing is encrypted', () => {
  const boxes = (change?: Partial<ClientSettings>) =>
    fieldsOf('zabbix', change).filter(({ label }) => label.startsWith('SSL verify'));
  expect(boxes()).toMatchObject([
    { label: 'SSL verify peer', value: 'tick it' },
    { label: 'SSL verify host', value: 'tick it' },
  ]);
  const { outgoing } = someSettings();
  expect(boxes({ outgoing: { ...outgoing, port: 25, security: 'none' } })).toEqual([]);
});

test('who types the password into the form is not told that it may be asked for, and who knows the user name not what it usually is', () => {
  const page = (id: string, change: Partial<ClientSettings> = {}): string => {
    const client = findClient(id);
    const rendered = client && renderClient(client, someSettings(change));
    return rendered?.ok ? rendered.value.text.replace(/\s+/g, ' ') : '';
  };
  for (const id of ['device', 'brother-scanner', 'synology', 'mailbird']) {
    expect(page(id)).toContain('your usual mail password');
    expect(page(id)).not.toMatch(/asked for a password|usually the whole mail address|Where: you@/);
  }
  const { outgoing } = someSettings();
  const unknown = { outgoing: { ...outgoing, username: '' } };
  expect(page('device', unknown)).toContain('The user name is usually the whole mail address.');
  expect(page('device', { outgoing: { ...outgoing, username: '', auth: 'none' } })).not.toContain(
    'usually the whole',
  );
});

test('a NAS, a camera and a server scan nothing, and a form without a login asks for no password', () => {
  const page = (id: string): string => {
    const client = findClient(id);
    const rendered = client && renderClient(client, someSettings());
    return rendered?.ok ? rendered.value.text.replace(/\s+/g, ' ') : '';
  };
  for (const id of ['synology', 'truenas', 'unifi', 'reolink', 'proxmox', 'zabbix', 'vcenter']) {
    expect([id, /scan a page|send a message to yourself/.test(page(id))]).toEqual([id, false]);
  }
  expect(page('brother-scanner')).toContain('scan a page to yourself');
  expect(page('vcenter')).not.toContain('asked for a password');
  expect(page('the-bat')).not.toContain('your device');
});

test('a Proxmox target has a name and a recipient, without which it cannot be saved, and a rule that names it', () => {
  const fields = stepsOf('proxmox').flatMap((step) => step.fields);
  expect(fields[0]).toMatchObject({ label: 'Endpoint Name', value: 'postway' });
  expect(fields.at(-1)).toMatchObject({ label: 'Additional Recipient(s)', value: 'you@example.org' });
  const notes = stepsOf('proxmox').flatMap((step) => step.notes);
  expect(notes.join()).toMatch(/"Edit" in place of "Add"[\s\S]*"Targets to notify"/);
});

test.each(['synology', 'qnap', 'hikvision', 'reolink'])('%s is told who gets its messages', (id) => {
  const notes = stepsOf(id).flatMap((step) => step.notes);
  expect(notes.join()).toContain('without a recipient nothing is sent');
});

test('Zabbix sends to nobody before a user has this way', () => {
  const notes = stepsOf('zabbix').flatMap((step) => step.notes);
  expect(notes.join()).toContain('"Send to"');
});

test('mailcow is given no port that encrypts from the start, where it would wait in vain, and is told how to insist on STARTTLS', () => {
  const client = findClient('mailcow');
  if (!client) throw new Error('mailcow');
  const rendered = (security: 'none' | 'starttls' | 'tls') =>
    renderClient(client, someSettings({ outgoing: aServer({ security }) }));
  const told = (security: 'none' | 'starttls') => {
    const page = rendered(security);
    return page.ok ? page.value.text.replace(/\s+/g, ' ') : '';
  };
  expect(rendered('tls')).toMatchObject({ ok: false, problem: { field: 'outgoing.security' } });
  expect(told('starttls')).toMatch(/TLS policy map overrides/);
  expect(told('none')).not.toMatch(/policy map/);
  expect(told('none')).toMatch(/mail\.example\.org/);
});

test.each(['fluent-smtp', 'post-smtp', 'wp-mail-smtp'])(
  '%s, which receives nothing, says nothing of receiving',
  (id) => {
    const client = findClient(id);
    if (!client) throw new Error(id);
    const rendered = renderClient(client, someSettings());
    expect(rendered.ok && rendered.value.text).not.toMatch(/receiving/i);
  },
);

describe.each(['spark', 'bluemail', 'mailbird'])('%s, where perhaps nothing can be changed', (id) => {
  const again = (change?: Partial<ClientSettings>) => stepsOf(id, change).find((step) => step.id === 'again');

  test('adds the account again with the values for receiving, and warns of removing one with POP', () => {
    const step = again();
    expect(step?.fields.map(({ value }) => value)).toEqual([
      'imap.example.org',
      '993',
      'SSL/TLS',
      'you@example.org',
      'your usual mail password',
    ]);
    expect(step?.notes.join()).toContain('Remove nothing if your account is a POP account');
  });

  test('removes nothing where mail is fetched by POP3, or what receiving needs is not known', () => {
    const pop = again({ incoming: aServer({ protocol: 'pop3', port: 995, security: 'tls' }) });
    expect(pop?.text).toContain('Do not remove it');
    expect(pop?.fields).toEqual([]);
    expect(again({ incoming: null })?.text).toContain('write them down');
  });
});
