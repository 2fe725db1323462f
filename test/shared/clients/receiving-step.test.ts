import { describe, expect, test } from 'vitest';
import { isForPeople, receives } from '../../../shared/clients/for-people.ts';
import { clients } from '../../../shared/clients/index.ts';
import { nearestVariant, stepsOf } from '../../../shared/clients/variant.ts';
import { aServer } from '../../support/builders.ts';
import { someSettings } from './settings.ts';

const settings = someSettings({
  incoming: aServer({ protocol: 'imap', host: 'shared42.hosting.example', port: 993, security: 'tls' }),
});
const misnamed = { ...settings, misnamedIncoming: 'mail.example.org' };
const programs = clients.filter((client) => client.kind === 'steps').filter(receives);
const everyWay = programs.flatMap((client) => {
  const ways = client.ways(settings, client.versions[0]?.id ?? '').map(({ id }) => id);
  return (ways.length === 0 ? [''] : ways).map((way) => [client.id, way, client] as const);
});

describe('where receiving shows a certificate for another name', () => {
  test.each(everyWay)(
    '%s %s has a place for the name that fits, and never says to leave it',
    (_, way, client) => {
      const steps = stepsOf(client, misnamed, nearestVariant(client, misnamed, { way }));
      const before = steps.slice(
        0,
        steps.findIndex(({ id }) => id === 'send' || id.endsWith('finish')),
      );
      const isTyped = before.some(({ fields }) =>
        fields.some(({ value }) => value === 'shared42.hosting.example'),
      );
      const isTold = before.some(({ text }) => text.includes('write shared42.hosting.example there as well'));
      expect(isTyped || isTold).toBe(true);
      const words = steps.map(({ text }) => text).join(' ');
      expect(words).not.toMatch(/if receiving works|leave the server for|fields as they are/i);
    },
  );

  test.each(everyWay)('%s %s says so once at most in its clicks', (_, way, client) => {
    const steps = stepsOf(client, misnamed, nearestVariant(client, misnamed, { way }));
    expect(steps.filter(({ id }) => id === 'receiving').length).toBeLessThan(2);
    const told = steps.filter(({ text }) => text.includes('write shared42.hosting.example there as well'));
    expect(told.length).toBeLessThan(2);
  });
});

test.each(everyWay)('%s %s opens no page for receiving where nothing is wrong with it', (_, way, client) => {
  const steps = stepsOf(client, settings, nearestVariant(client, settings, { way }));
  expect(steps.filter(({ id }) => id === 'receiving')).toEqual([]);
});

test.each(['new-outlook', 'outlook-mac', 'mailspring', 'samsung-email', 'claws', 'the-bat'])(
  '%s says that the server for receiving stays, where it stands beside the one for sending',
  (id) => {
    const client = programs.find((one) => one.id === id);
    if (!client) throw new Error(`no program ${id}`);
    const steps = stepsOf(client, settings, nearestVariant(client, settings, {}));
    expect(steps.find((step) => step.id === 'server')?.text).toContain(
      'leave the server for incoming mail as it is',
    );
  },
);

test('a web page of somebody else’s, which keeps its mail itself, is told nothing of a server for receiving', () => {
  const pages = clients
    .filter((client) => client.kind === 'steps')
    .filter((client) => isForPeople(client) && !receives(client));
  expect(pages.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['gmail-send-as', 'outlook-com', 'yahoo-mail', 'webmail']),
  );
  for (const client of pages) {
    const steps = stepsOf(client, misnamed, nearestVariant(client, misnamed, {}));
    expect(JSON.stringify(steps)).not.toContain('when mail is received, too');
  }
});
