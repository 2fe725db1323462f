import { expect, test } from 'vitest';
import { html } from '../../../shared/clients/html.ts';
import { clientCode, findClient, withWalkthrough } from '../../../shared/clients/index.ts';
import { qrPath } from '../../../shared/clients/qr-code.ts';
import { thunderbirdAndroidQr } from '../../../shared/clients/thunderbird-android-qr.ts';
import { nearestVariant } from '../../../shared/clients/variant.ts';
import { aServer } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { expectCarried, type Found, fileOf } from './carried.ts';
import { someSettings } from './settings.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The rows of one table as a browser shows them; throws when a value holds a bracket that was not encoded. */
function rows(text: string, id: string): Map<string, string> {
  const [, body = ''] = new RegExp(`<table id="${id}">\\n([\\s\\S]*?)\\n</table>`).exec(text) ?? [];
  return new Map(
    body.split('\n').map((line) => {
      const [, label = '', value] =
        /^<tr><th scope="row">([\w ]+)<\/th><td><bdi>([^<>]*)<\/bdi><\/td><\/tr>$/u.exec(line) ?? [];
      if (value === undefined) throw new Error(`not a row: ${line}`);
      return [label, value.replace(/&(\w+);/g, (_whole, name: string) => entities[name] ?? '?')];
    }),
  );
}

function read(text: string): Found {
  const outgoing = rows(text, 'outgoing');
  const person = rows(text, 'person');
  return {
    host: outgoing.get('Server') ?? '',
    port: Number(outgoing.get('Port')),
    username: outgoing.get('User name') ?? '',
    address: person.get('Mail address') ?? '',
    name: person.get('Name') ?? '',
    incomingHost: rows(text, 'incoming').get('Server') ?? '',
    incomingUsername: rows(text, 'incoming').get('User name') ?? '',
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(html, read));

test('has the elements of the page alone, whatever the values', () => {
  const tags = (text: string) => text.match(/<[^>]*>/g);
  const hostile = '</td><script>alert(1)</script><img src=x onerror=alert(1)>';
  const page = fileOf(html, {
    displayName: hostile,
    mailAddress: hostile,
    outgoing: aServer({ username: hostile }),
  });
  // No code is made of such values; the page without one has the same elements.
  expect(tags(page)).toEqual(tags(fileOf(html).replace(/<figure>.*<\/figure>/, '')));
});

test('loads and runs nothing', () => {
  expect(fileOf(html)).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(fileOf(html)).not.toMatch(/<script|<link|<img|https?:/);
});

test('shows the code of Thunderbird for Android with its name, and is whole without one', () => {
  const [, label, d = ''] =
    /<figure><svg [^>]*role="img"><title>([^<]*)<\/title>.*?crispEdges" d="([^"]*)"/.exec(fileOf(html)) ?? [];
  expect(label).toBe('QR code to scan with Thunderbird for Android');
  const code = clientCode(thunderbirdAndroidQr, someSettings());
  expect(d).toBe(code?.ok ? qrPath(code.value) : null);
  expect(fileOf(html, { incoming: null })).not.toContain('<figure');
});

test('leaves out what is not known', () => {
  const page = fileOf(html, { incoming: null, displayName: '', outgoing: aServer({ auth: 'none' }) });
  expect(page).not.toMatch(/To receive|>Name<|User name/);
});

function pageFor(id: string): string {
  const client = findClient(id);
  if (client?.kind !== 'steps') throw new Error(`${id} has no steps`);
  const whole = withWalkthrough(someSettings(), client, nearestVariant(client, someSettings(), {}));
  if (!whole.ok) throw new Error(english(whole.problem.message));
  return html.render(whole.value);
}

test('with a program’s steps, these come first, and what is only for looking up comes behind', () => {
  const page = pageFor('outlook');
  const order = ['Step by step: Outlook', 'All values for sending', 'Receiving stays as it is'].map((words) =>
    page.indexOf(words),
  );
  expect(order).toEqual(order.toSorted((one, other) => one - other));
  expect(order).not.toContain(-1);
  expect(page).not.toMatch(/<figure|call it &quot;TLS/);
  expect(page).toContain('Change the account that exists');
});

test('a lone value has no number, and a row that the way names is none', () => {
  expect(pageFor('claws')).toContain('<ul class="fields"><li>SMTP port:');
  expect(pageFor('claws')).not.toContain('<ol class="fields">');
  for (const id of ['outlook', 'thunderbird']) {
    expect(pageFor(id)).not.toMatch(/<li>Account( Settings)?: <b>/);
    expect(pageFor(id)).toMatch(/<ol class="fields"><li>(Outgoing mail server|Server Name)/);
  }
});

test('a page for a device says nothing of receiving, of an account to keep or of a phone', () => {
  const page = pageFor('brother-scanner');
  expect(page).toContain('Step by step: Brother');
  expect(page).not.toMatch(/receive|Receiving|Change the account|<figure|IMAP/);
});
