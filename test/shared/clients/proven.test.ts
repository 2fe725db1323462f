import { describe, expect, test } from 'vitest';
import type { ClientSettings } from '../../../shared/clients/client.ts';
import {
  besideFile,
  clientSteps,
  clients,
  findClient,
  passwordCode,
  renderClient,
  settingsFromReport,
  withWalkthrough,
} from '../../../shared/clients/index.ts';
import { nearestVariant } from '../../../shared/clients/variant.ts';
import { judgedAct } from '../../../shared/judge/judge-act.ts';
import type { ActFacts } from '../../../shared/model/act.ts';
import type { DiscoveryEntry } from '../../../shared/model/check.ts';
import type { Report } from '../../../shared/model/report.ts';
import { anObservation, aReport, aServer } from '../../support/builders.ts';
import { english } from '../../support/english.ts';

const imap = aServer({ protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' });

/** A login that was refused with these words, or as asked. */
function tried(reply: string, change: Partial<ActFacts> = {}): ActFacts {
  return {
    kind: 'message',
    startedAt: '2026-11-29T11:00:00.000Z',
    endpoint: { protocol: 'smtp', host: 'mail.example.org', port: 587, security: 'starttls' },
    address: '192.0.2.10',
    stage: 'auth',
    outcome: 'rejected',
    replyCode: Number(reply.slice(0, 3)),
    reply,
    elapsedMs: 400,
    secretShape: 'other',
    userForm: 'address',
    from: 'you@example.org',
    to: 'you@example.org',
    ...change,
  };
}

const taken = (change: Partial<ActFacts> = {}): ActFacts =>
  tried('250 2.0.0 Taken', {
    stage: 'done',
    outcome: 'ok',
    arrival: { outcome: 'inbox', folder: 'INBOX', afterSeconds: 2 },
    ...change,
  });

const refusals = {
  app: tried('534 5.7.9 Application-specific password required'),
  browser: tried('535 5.7.139 Authentication unsuccessful, basic authentication is disabled.'),
  off: tried(
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.',
  ),
  locked: tried('535 5.7.0 Your account has been locked due to too many failed login attempts.'),
  wrong: tried('535 5.7.8 Error: authentication failed: wrong user name or password', {
    incomingLogin: 'refused',
  }),
  sender: tried('553 5.7.1 Sender address rejected: not owned by user', { stage: 'mail' }),
  relay: tried('554 5.7.1 Relay access denied', { stage: 'rcpt' }),
} as const;

function settingsAfter(
  acts: readonly ActFacts[],
  { username = 'you@example.org', discovery = [] as DiscoveryEntry[] } = {},
): ClientSettings {
  const report: Report = aReport({
    recommendation: {
      outgoing: aServer({ username }),
      incoming: { ...imap, username },
      why: 'It works.',
      alternatives: [aServer({ port: 465, security: 'tls' })],
      change: null,
    },
    observations: [anObservation({ id: 'o1' })],
    ...(discovery.length > 0 && { discovery }),
    acts: acts.map((act) => judgedAct(act, { discovery, input: {} }, english)),
  });
  const settings = settingsFromReport(report);
  if (!settings.ok) throw new Error(english(settings.problem.message));
  return settings.value;
}

/** What is seen of an export: the file, what is told beside it, and why there is none. Lines are joined again. */
function seen(id: string, settings: ClientSettings): string {
  const client = findClient(id);
  if (!client) throw new Error(`no client ${id}`);
  const rendered = renderClient(client, settings);
  if (!rendered.ok) return `REFUSED ${english(rendered.problem.message)}`;
  const text = rendered.value.encoding === 'base64' ? '' : rendered.value.text;
  const beside = client.kind === 'steps' ? [] : besideFile(client, settings);
  return [text.replace(/\n *(#|;|\/\/|dnl|--)? */g, ' '), ...beside].join(' ').replace(/ +/g, ' ');
}

const exports = clients.filter(({ kind }) => kind !== 'code').map(({ id }) => id);

describe.each(exports)('%s, from a report with a login or a message that was refused', (id) => {
  test('names the app password, says that it is to be made first, and never the usual one', () => {
    const text = seen(id, settingsAfter([refusals.app]));
    if (text.startsWith('REFUSED')) throw new Error(text);
    expect(text).toMatch(/tried on 29 November 2026|tried on November 29, 2026/);
    expect(text).toContain('Application-specific password required');
    expect(text).toContain('make a password for mail programs (an app password)');
    expect(text).not.toMatch(/your usual mail password/);
  });

  test('leads to the sign-in by the browser and nowhere else, or says that it cannot', () => {
    const text = seen(id, settingsAfter([refusals.browser]));
    expect(text).toMatch(/A page of|sign in there|OAuth2|page to sign in|page that opens/);
    // Thunderbird may have the server already: then its port is set where it stands.
    const own = text.replace(/If Thunderbird says that this.*?that it knows\./s, '');
    if (findClient(id)?.kind === 'steps') expect(own).not.toMatch(/587|your usual mail password/);
  });

  test('says first that sending is switched off, and who can switch it on', () => {
    const text = seen(id, settingsAfter([refusals.off]));
    expect(text).toContain('Sending from mail programs is switched off for this mailbox');
    expect(text).toContain('Ask whoever runs the mailbox to switch on');
  });

  test('says that the account is locked, and what to do before anything is tried again', () => {
    const text = seen(id, settingsAfter([refusals.locked]));
    expect(text).toContain('The account is locked for now');
    expect(text).toContain('Do not try again from mail programs before');
  });

  test('says that name or password was refused', () => {
    const text = seen(id, settingsAfter([refusals.wrong]));
    expect(text).toContain('The server refuses this user name or password');
    expect(text).toContain('Type the password once more');
  });

  test('says that the sender was refused, and which to use', () => {
    const text = seen(id, settingsAfter([refusals.sender]));
    if (!text.startsWith('REFUSED')) {
      expect(text).toContain("The server does not accept this sender's address");
    }
    expect(text).toMatch(/ask your provider which address this account may send from/i);
    expect(text).not.toContain('Use the address of the account you logged in with as the sender');
    expect(seen(id, settingsAfter([refusals.relay]))).toContain('does not pass this message on');
  });
});

test('what only sends uses the address of the account that logs in, where another was refused', () => {
  const settings = settingsAfter([refusals.sender], { username: 'owner@example.org' });
  for (const id of ['synology', 'msmtp', 'grafana', 'gitea']) {
    const client = findClient(id);
    const rendered = client && renderClient(client, settings);
    if (!rendered?.ok) throw new Error(id);
    expect(rendered.value.text).not.toMatch(/(from|Sender email|sender|address).*you@example\.org$/im);
    expect(rendered.value.text).toContain('owner@example.org');
  }
  expect(settings.mailAddress).toBe('you@example.org');
});

test('a server without a sender of its own is told what its mail has to come from, not that it sends from it', () => {
  const settings = settingsAfter([refusals.sender], { username: 'owner@example.org' });
  for (const id of ['docker-mailserver', 'mailu', 'mailcow']) {
    const text = seen(id, settings);
    expect(text, id).toContain('Mail that leaves this way has to have it as its sender');
    expect(text, id).not.toContain('these settings send from it');
  }
  expect(seen('msmtp', settings)).toContain('these settings send from it');
});

test('the steps that a screen shows one by one begin with what is to be done at the provider', () => {
  for (const acts of [[refusals.off], [refusals.app], [refusals.wrong], [refusals.sender]]) {
    const settings = settingsAfter(acts);
    for (const client of clients) {
      if (client.kind !== 'steps') continue;
      const steps = clientSteps(client, settings, nearestVariant(client, settings, {}));
      expect(steps.ok && steps.value[0]?.id, client.id).toBe('provider');
    }
  }
});

test("a page with one program's steps says once what is to be done first", () => {
  const client = findClient('synology');
  if (client?.kind !== 'steps') throw new Error('no steps');
  const settings = settingsAfter([refusals.app]);
  const page = withWalkthrough(settings, client, nearestVariant(client, settings, {}));
  const text = page.ok ? seen('html', page.value) : '';
  expect(text.split('make a password for mail programs (an app password)')).toHaveLength(3); // once on the page, once beside the file
});

test('steps that nothing set in a program can help say what they are for', () => {
  for (const act of [refusals.off, refusals.locked]) {
    const settings = settingsAfter([act]);
    expect(seen('outlook', settings)).toContain(
      'What follows is for setting up a new one, or for comparing.',
    );
    expect(seen('brother-scanner', { ...settings })).toContain('Until that is done sending is refused');
  }
  expect(seen('outlook', settingsAfter([refusals.wrong]))).not.toContain('Until that is done');
});

test('no device is told to send from the refused address, where the account has no other', () => {
  const settings = settingsAfter([refusals.sender]);
  const hasOwn = ['device', 'brother-scanner', 'synology'].map((id) => {
    const text = seen(id, settings);
    expect(text, id).not.toMatch(/(sender|from)[^.:]*: you@example\.org/i);
    return text.includes('the address that belongs to this account');
  });
  expect(hasOwn).toEqual([true, true, true]);
});

test('the newest word counts, and a login that worked later takes a refusal back', () => {
  expect(settingsAfter([refusals.wrong, taken()]).warnings).toBeUndefined();
  expect(settingsAfter([refusals.sender, taken()]).warnings).toBeUndefined();
  expect(settingsAfter([taken(), refusals.off]).warnings?.[0]).toContain('switched off');
  // A message to somebody who does not exist says nothing of the settings.
  const unknown = tried('550 5.1.1 User unknown', { stage: 'rcpt' });
  expect(settingsAfter([unknown]).warnings).toBeUndefined();
});

test('an app password stays the one to type once it was asked for, also when it then worked', () => {
  const settings = settingsAfter([refusals.app, taken({ secretShape: 'app-password' })]);
  expect(settings.secret).toBe('app-password');
  expect(settings.warnings).toBeUndefined();
});

test('the page where the password is made is named where the provider is known', () => {
  const discovery: DiscoveryEntry[] = [
    {
      source: 'well-known',
      asked: 'example.org',
      outcome: 'found',
      elapsedMs: 1,
      servers: [
        { protocol: 'smtp', host: 'mail.example.org', port: 587, security: 'starttls', role: 'outgoing' },
      ],
      provider: {
        name: 'Example Mail',
        secret: 'app-password-2fa',
        secretAt: 'https://example.org/passwords',
      },
    },
  ];
  const text = seen('synology', settingsAfter([refusals.app], { discovery }));
  expect(text).toContain('First, at Example Mail');
  expect(seen('synology', settingsAfter([refusals.app]))).toContain('First, at your provider');
  expect(text).toContain('(an app password) at https://example.org/passwords');
  expect(text).toContain('two-step login');
});

test('a try at a server that is not part of these settings says nothing of them', () => {
  const elsewhere = { ...refusals.app, endpoint: { ...refusals.app.endpoint, host: 'smtp.other.example' } };
  expect(settingsAfter([elsewhere]).warnings).toBeUndefined();
  expect(settingsAfter([elsewhere]).secret).toBeUndefined();
});

test.each(['text', 'html'])(
  '%s does not say to change the account where it is to be added once more',
  (id) => {
    const text = seen(id, { ...settingsAfter([refusals.browser]), change: [] });
    expect(text).not.toMatch(/Change the account that exists|these are the settings you have now/);
    expect(text).toContain('If the old account stands beside the new one, do not delete it');
  },
);

describe.each(['text', 'html'])('%s, where the settings are those in use', (id) => {
  const of = (act: ActFacts) => seen(id, { ...settingsAfter([act]), change: [] });

  test('says that the password is what changes, where that was refused', () => {
    for (const act of [refusals.app, refusals.wrong]) {
      expect(of(act)).not.toContain('Nothing: these are the settings you have now');
      expect(of(act)).toContain('Only the password: everything else is as you have it now.');
    }
  });

  test('says that something else comes first, where a login or a sender was refused for it', () => {
    for (const act of [refusals.off, refusals.locked, refusals.sender]) {
      expect(of(act)).not.toContain('Nothing: these are the settings you have now');
      expect(of(act)).toContain('Something else has to be done first.');
    }
  });

  test('says that nothing changes where it was seen to work', () => {
    expect(of(taken())).toContain('Nothing: these are the settings you have now.');
  });
});

test('receiving signs in by the same page, since the account is added once more by it', () => {
  for (const act of [refusals.browser, { ...refusals.browser, incomingLogin: 'accepted' as const }]) {
    const settings = settingsAfter([act]);
    expect([settings.outgoing.auth, settings.incoming?.auth]).toEqual(['oauth2', 'oauth2']);
    for (const id of ['text', 'html', 'json', 'k9', 'thunderbird-android-qr', 'thunderbird-zip'])
      expect(seen(id, settings), id).not.toMatch(/your usual mail password|PLAIN|password-cleartext|Scan QR/);
  }
});

/** The settings after one act at Microsoft's server. */
function atMicrosoft(act: ActFacts): ClientSettings {
  const host = 'smtp.office365.com';
  const report = aReport({
    recommendation: { outgoing: aServer({ host }), incoming: null, why: '', alternatives: [], change: null },
    acts: [judgedAct({ ...act, endpoint: { ...act.endpoint, host } }, { discovery: [], input: {} }, english)],
  });
  const settings = settingsFromReport(report);
  if (!settings.ok) throw new Error(settings.problem.field);
  return settings.value;
}

test('the page that opens is that of whoever runs the server, and never that of a name of it', () => {
  for (const id of ['outlook', 'thunderbird', 'apple-mail-iphone']) {
    const unknown = seen(id, settingsAfter([refusals.browser]));
    expect(unknown).toContain('A page of your provider opens');
    const known = seen(id, atMicrosoft(refusals.browser));
    expect(known).toContain('A page of Microsoft opens');
    expect(known).not.toMatch(/(page of|lets mail programs in|wants).*office365\.com opens/);
  }
});

test('Microsoft 365 names the place where an administrator switches sending on', () => {
  expect(atMicrosoft(refusals.off).first?.join(' ')).toContain('Manage email apps');
  const { reply: _reply, replyCode: _code, enhancedStatus: _status, ...hungUp } = refusals.off;
  const guessed = atMicrosoft({ ...hungUp, outcome: 'closed' }).first?.join(' ') ?? '';
  expect(guessed).toContain('ask whoever runs the organisation');
  expect(guessed).not.toMatch(/Manage email apps|Until that is done/);
});

test('a file of what only sends has a word to replace where the refused sender would stand, and says by what', () => {
  const settings = settingsAfter([refusals.sender]);
  const sending = clients.filter(
    ({ group, kind, id }) => ['machines', 'developers'].includes(group) && kind !== 'steps' && id !== 'json',
  );
  expect(sending.length).toBeGreaterThan(20);
  for (const { id } of sending) {
    const text = seen(id, settings);
    const [stands, told] = [
      /[`'"= :]SENDER\b/.test(text.replaceAll('In place of SENDER', '')),
      text.includes('In place of SENDER@example.org'),
    ];
    expect(told, id).toBe(stands);
    expect(told, id).toBe(!['docker-mailserver', 'mailu'].includes(id));
    expect(text, id).not.toMatch(/(from|sender|masquerade)\S* *[=:] *["'`]?you@example\.org/i);
  }
  for (const [id, line] of [
    ['postfix', 'sender_canonical_maps = static:SENDER@example.org'],
    ['symfony', "MAILER_FROM='SENDER@example.org'"],
    ['msmtp', 'from "SENDER@example.org"'],
    ['dma', 'MASQUERADE SENDER@example.org'],
    ['nextcloud', 'what stands before its @, and what stands behind it'],
  ] as const) {
    expect(seen(id, settings)).toContain(line);
    expect(seen(id, settingsAfter([refusals.sender], { username: 'owner@example.org' }))).not.toContain(
      'SENDER',
    );
  }
  expect(seen('json', settings)).toContain('"mailAddress": "you@example.org"');
});

describe('a mail program, where the server took the login and not the sender', () => {
  const programs = clients.filter(
    (client) => client.kind === 'steps' && ['popular', 'people'].includes(client.group),
  );

  test.each(programs.map(({ id }) => id))(
    '%s has a step for the sender, and no word that leads in a circle',
    (id) => {
      const text = seen(id, settingsAfter([refusals.sender]));
      expect(text).toContain("Set the sender's address");
      expect(text).toContain('With you@example.org the next try is refused again.');
      expect(seen(id, settingsAfter([refusals.relay]))).not.toContain("Set the sender's address");
      expect(seen(id, settingsAfter([taken()]))).not.toContain("Set the sender's address");
    },
  );

  test.each([
    ['thunderbird', /≡ › Account Settings › you@example\.org .*Email Address: the address that belongs/],
    ['outlook', /File › .* › Change\.\.\. .*Email Address: the address that belongs/],
    ['apple-mail-mac', /Account Information .*Email Address: the address that belongs/],
    ['apple-mail-iphone', /you@example\.org › Account .*Email: the address that belongs/],
    ['evolution', /Edit › Identity .*Email Address: the address that belongs/],
    ['kmail', /Identities › Modify\.\.\. .*Email address: the address that belongs/],
    ['claws', /Edit › Basic .*Mail address: the address that belongs/],
    ['geary', /Accounts › you@example\.org .*Email addresses: the address that belongs/],
  ])('%s names its place', (id, place) => {
    expect(seen(id, settingsAfter([refusals.sender])).replace(/\s+/g, ' ')).toMatch(place);
  });

  test('it is set to the address that logs in, where that is another one', () => {
    const settings = settingsAfter([refusals.sender], { username: 'owner@example.org' });
    for (const id of ['thunderbird', 'outlook', 'apple-mail-iphone']) {
      expect(seen(id, settings).replace(/\s+/g, ' '), id).toMatch(/Email( Address)?: owner@example\.org/);
      expect(seen(id, settings), id).not.toContain('your provider can say');
    }
  });

  test('a page for any program says it as well', () => {
    for (const id of ['text', 'html']) {
      expect(seen(id, settingsAfter([refusals.sender])), id).toContain('messages come from it');
      expect(seen(id, settingsAfter([taken()])), id).not.toContain('messages come from it');
    }
  });
});

test.each(['outlook-prf', 'apple-profile', 'k9', 'thunderbird-zip', 'thunderbird-android-qr'])(
  '%s sets up no account whose own address is refused as the sender',
  (id) => {
    expect(seen(id, settingsAfter([refusals.sender]))).toMatch(/^REFUSED The mail address was refused/);
    const own = settingsAfter([refusals.sender], { username: 'owner@example.org' });
    expect(seen(id, own)).not.toMatch(/REFUSED|(EmailAddress|<email>)\W*you@example\.org/);
    expect(seen(id, settingsAfter([taken()]))).not.toContain('REFUSED');
  },
);

test('neither does a code that holds the password, nor the one on a page', () => {
  const client = findClient('delta-chat');
  if (client?.kind !== 'code') throw new Error('no code');
  expect(passwordCode(client, settingsAfter([refusals.sender]), 'secret').ok).toBe(false);
  expect(passwordCode(client, settingsAfter([taken()]), 'secret').ok).toBe(true);
  expect(seen('html', settingsAfter([taken()]))).toContain('Scan QR code');
  expect(seen('html', settingsAfter([refusals.sender]))).not.toContain('Scan QR code');
});

test('Thunderbird is given the new password where it asks for it', () => {
  for (const act of [refusals.app, refusals.wrong]) {
    expect(seen('thunderbird', settingsAfter([act]))).toContain('press "Enter New Password"');
  }
  expect(seen('thunderbird', settingsAfter([taken()]))).not.toContain('Enter New Password');
});

describe('settings in use that wait for something else', () => {
  const settings = { ...settingsAfter([refusals.off]), change: [] };
  const waiting = { ...settings, isForComparing: true };

  test('are marked as such', () => {
    const report = aReport({
      recommendation: { outgoing: aServer(), incoming: null, why: '', alternatives: [], change: [] },
      acts: [judgedAct(refusals.off, { discovery: [], input: {} }, english)],
    });
    const found = settingsFromReport(report);
    expect(found.ok && found.value.isForComparing).toBe(true);
    expect(settingsAfter([refusals.off]).isForComparing).toBeUndefined();
  });

  test.each(['synology', 'brother-scanner', 'outlook', 'thunderbird', 'apple-mail-iphone'])(
    '%s has nothing typed, saved or tried meanwhile',
    (id) => {
      const text = seen(id, waiting);
      expect(text).toContain('For comparing only: where these values stand already, type and save nothing.');
      expect(text).not.toMatch(/Type it here again|try 465|try the other kind|made before about 2017/);
      if (id !== 'outlook') expect(text).toContain('Only once what stands at the top of this page is done');
    },
  );
});

test('where sending by SMTP is switched off, no sign-in by the browser is held out as a way around it', () => {
  const provider = { name: 'Microsoft 365', secret: 'password', passwordUntil: '2026-12-31' } as const;
  const text = seen('synology', { ...atMicrosoft(refusals.off), provider });
  expect(text).toContain('If "Authenticated SMTP" stays off, it does not either');
  expect(text).not.toContain('If your administrator says no');
});
