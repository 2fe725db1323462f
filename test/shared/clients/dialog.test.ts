import { describe, expect, test } from 'vitest';
import type { ClientSettings, StepsClient, Variant } from '../../../shared/clients/client.ts';
import { controlsOf, type Dialog, nextClick, settingOrder } from '../../../shared/clients/dialog.ts';
import { clients, findClient } from '../../../shared/clients/index.ts';
import { languagesOf, stepsOf } from '../../../shared/clients/variant.ts';
import type { Server } from '../../../shared/model/check.ts';
import { aServer } from '../../support/builders.ts';
import { someSettings } from './settings.ts';

const programs = clients.filter((client): client is StepsClient => client.kind === 'steps');

/** Every kind of server that changes what a window holds; host, port and encryption all differ from today. */
const allChanged: ClientSettings['change'] = [
  { field: 'host', from: 'old.example.org', to: 'mail.example.org' },
  { field: 'port', from: '25', to: '587' },
  { field: 'security', from: 'none', to: 'starttls' },
];
const servers: readonly Partial<Server>[] = [
  {},
  { port: 465, security: 'tls' },
  { port: 2525, security: 'none' },
  { auth: 'none' },
  { auth: 'oauth2' },
  { auth: 'password-encrypted' },
  { username: 'relay-user' },
  { username: '' },
];
const situations: readonly ClientSettings[] = [
  ...servers.map((server) => someSettings({ outgoing: aServer(server), change: allChanged })),
  someSettings({ incoming: aServer({ protocol: 'pop3', port: 995, security: 'tls' }), change: allChanged }),
  someSettings({ incoming: null, change: allChanged }),
];

function variantsOf(client: StepsClient, settings: ClientSettings): Variant[] {
  return client.versions.flatMap(({ id: version }) => {
    const ways = client.ways(settings, version);
    return languagesOf(client).flatMap((language) =>
      (ways.length > 0 ? ways : [{ id: '' }]).map(({ id: way }) => ({ language, version, way })),
    );
  });
}

/** Takes host and port in one field, or a relay's in their place (`sheet.test.ts`). */
const inOtherForms: ReadonlySet<string> = new Set(['mailcow', 'vcenter']);

/** Refuses a port that encrypts from the start (`sheet.test.ts`). */
const startsInClear: ReadonlySet<string> = new Set(['mailcow']);

describe.each(programs)('$id', (client) => {
  const carried = situations.filter(
    ({ outgoing: { security } }) =>
      (security !== 'tls' || !startsInClear.has(client.id)) &&
      (security !== 'none' || client.sendsFrom !== 'cloud'),
  );
  const all = carried.flatMap((settings) =>
    variantsOf(client, settings).map((variant) => ({
      settings,
      variant,
      steps: stepsOf(client, settings, variant),
    })),
  );
  const dialogs: readonly Dialog[] = all.flatMap(({ steps }) => steps.flatMap((step) => step.dialogs));

  test('is described whole: versions, platforms, languages, words, what it loads and what it cannot', () => {
    expect(client.versions.length).toBeGreaterThan(0);
    expect(client.platforms.length).toBeGreaterThan(0);
    expect(client.languages[0]).toBe('en');
    for (const id of client.imports) expect(clients.find((one) => one.id === id)?.kind).toBe('file');
    for (const version of client.versions) {
      for (const language of client.languages) {
        const { security } = client.words({ language, version: version.id });
        expect(Object.values(security).every((word) => word !== '')).toBe(true);
      }
    }
  });

  test('has each value that is typed in exactly one window, and each changed one marked once', () => {
    if (inOtherForms.has(client.id)) return;
    for (const { settings, variant, steps } of all) {
      if (settings.outgoing.auth === 'oauth2') continue; // the sign-in has steps of its own, without values
      const sending = steps.filter(({ id }) => id !== 'again');
      const set = sending.flatMap((step) => step.dialogs.flatMap(settingOrder));
      const typed = set.flatMap((one) => (one.kind === 'text' || one.kind === 'number' ? [one.value] : []));
      const { host, port } = settings.outgoing;
      const ports = set.filter((one) => 'value' in one && one.value === String(port));
      expect(typed.filter((value) => value === host || value === `${host}:${port}`)).toHaveLength(1);
      // Geary has no box for the port: it stands in the text, and behind the host where it is not the usual one.
      const hasPort = client.id !== 'geary';
      expect(ports).toHaveLength(hasPort ? 1 : 0);
      if (!hasPort) expect(steps.map(({ text }) => text).join()).toContain(String(port));
      // An account that is added changes nothing that is there.
      const isNew = client.id === 'thunderbird' && variant.way === 'add';
      expect(set.filter((one) => one.set.isChanged)).toHaveLength(isNew ? 0 : hasPort ? 3 : 2);
    }
  });

  test('gives each control of a window a turn of its own, one after the other', () => {
    for (const dialog of dialogs) {
      const turns = settingOrder(dialog).map((control) => control.set.turn);
      expect(turns).toEqual(turns.map((_turn, index) => index + 1));
    }
  });

  test('draws at most one next click, and no path ends beside it', () => {
    for (const dialog of dialogs) {
      const clicked = [...dialog.tabs, ...controlsOf(dialog)].filter(({ isNext }) => isNext);
      expect(clicked.length).toBeLessThanOrEqual(1);
      expect(nextClick(dialog)).toBe(clicked[0]?.label ?? null);
      if (dialog.tabs.length > 0) expect(dialog.tabs.filter(({ isOpen }) => isOpen)).toHaveLength(1);
    }
  });

  test('offers what is picked among the choices, and sets neither buttons nor sliders', () => {
    for (const control of dialogs.flatMap(controlsOf)) {
      if (control.kind === 'drop-down' && control.set) expect(control.choices).toContain(control.value);
      if (control.kind === 'button' || control.kind === 'slider') expect(control.set).toBeUndefined();
      if (control.kind !== 'slider') expect(control.label).not.toBe('');
    }
  });

  test('never holds a password', () => {
    for (const control of dialogs.flatMap(controlsOf)) {
      if (control.kind === 'password' && control.value !== null) expect(control.isStandIn).toBe(true);
    }
  });

  test('draws a window in the language that was asked for, or in English and says so', () => {
    for (const { variant, steps } of all) {
      const isSaid = steps.some(({ notes }) => notes.length > 0);
      for (const dialog of steps.flatMap((step) => step.dialogs)) {
        if (dialog.language === variant.language) continue;
        expect(dialog.language).toBe('en');
        expect(isSaid).toBe(true);
      }
    }
  });
});

describe('the windows that are drawn whole', () => {
  const settings = someSettings();
  const nextOf = (id: string, variant: Partial<Variant>) => {
    const client = programs.find((one) => one.id === id);
    if (!client) throw new Error(`no program ${id}`);
    const whole = { language: 'en', version: client.versions[0]?.id ?? '', way: '', ...variant } as Variant;
    return stepsOf(client, settings, whole).flatMap(({ dialogs }) => dialogs.map(nextClick));
  };

  test('lead from click to click through Outlook', () => {
    expect(nextOf('outlook', {})).toEqual([
      'Email Accounts...',
      'Change...',
      'More Settings ...',
      'Advanced',
      'OK',
      'Next >',
    ]);
    expect(nextOf('outlook', { way: 'short' })).toEqual(['Next']);
  });

  test('lead through Thunderbird and Mail', () => {
    expect(nextOf('thunderbird', { language: 'de' })).toEqual(['Postausgangs-Server bearbeiten', 'OK']);
    expect(nextOf('apple-mail-mac', {})).toEqual(['Save']);
  });
});

test('a window is called by the address as it is, whatever it holds', () => {
  const claws = findClient('claws') as StepsClient;
  const mailAddress = 'a$&b@example.org';
  const titles = stepsOf(claws, someSettings({ mailAddress }), {
    language: 'en',
    version: claws.versions[0]?.id ?? '',
    way: '',
  })
    .flatMap(({ dialogs }) => dialogs)
    .map(({ title }) => title);
  expect(titles.every((title) => title.includes(mailAddress))).toBe(true);
});
