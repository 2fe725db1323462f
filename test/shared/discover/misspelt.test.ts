import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import services from 'nodemailer/lib/well-known/services.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { closedServices } from '../../../shared/discover/closed-services.ts';
import { meantDomain } from '../../../shared/discover/misspelt.ts';
import { providers } from '../../../shared/discover/providers.ts';

test.each([
  // Two letters swapped.
  ['gmial.com', 'gmail.com'],
  ['gamil.com', 'gmail.com'],
  ['hotmial.com', 'hotmail.com'],
  ['yhaoo.com', 'yahoo.com'],
  ['otulook.com', 'outlook.com'],
  ['iclodu.com', 'icloud.com'],
  ['t-onlien.de', 't-online.de'],
  ['mgail.com', 'gmail.com'],
  ['gmai.lcom', 'gmail.com'],
  // One left out.
  ['gmal.com', 'gmail.com'],
  ['gmai.com', 'gmail.com'],
  ['yaho.com', 'yahoo.com'],
  ['outlok.com', 'outlook.com'],
  ['hotmal.fr', 'hotmail.fr'],
  ['tonline.de', 't-online.de'],
  ['gmailcom', 'gmail.com'],
  ['webde', 'web.de'],
  ['otmail.com', 'hotmail.com'],
  // One doubled.
  ['gmaill.com', 'gmail.com'],
  ['yahooo.com', 'yahoo.com'],
  ['outllook.com', 'outlook.com'],
  ['gmxx.de', 'gmx.de'],
  ['aoll.com', 'aol.com'],
  ['orrange.fr', 'orange.fr'],
  // The key beside.
  ['gnail.com', 'gmail.com'],
  ['hotmaol.com', 'hotmail.com'],
  ['yajoo.de', 'yahoo.de'],
  ['putlook.com', undefined],
  ['outloom.com', undefined],
  ['outlooj.com', 'outlook.com'],
  // A key beside, hit as well.
  ['gmaiol.com', 'gmail.com'],
  ['gmailk.com', 'gmail.com'],
  ['hotmaiol.com', 'hotmail.com'],
  ['outlpook.com', 'outlook.com'],
  ['yahjoo.fr', 'yahoo.fr'],
  ['t-onlinde.de', 't-online.de'],
  // What looks alike.
  ['gmai1.com', 'gmail.com'],
  ['icl0ud.com', 'icloud.com'],
  ['out1ook.com', 'outlook.com'],
  ['iclous.com', 'icloud.com'],
  // The ending.
  ['gmail.c', 'gmail.com'],
  ['tuta.con', 'tuta.com'],
  ['zoho.con', 'zoho.com'],
  ['gmx.deu', 'gmx.de'],
  ['web.d', 'web.de'],
  ['me.con', 'me.com'],
  ['mac.comm', 'mac.com'],
  ['mailbox.orgg', 'mailbox.org'],
  ['proton.mee', 'proton.me'],
  ['gmail.con', 'gmail.com'],
  ['gmail.co', 'gmail.com'],
  ['gmail.cm', 'gmail.com'],
  ['gmail.om', 'gmail.com'],
  ['gmail.cmo', 'gmail.com'],
  ['gmail.comm', 'gmail.com'],
  ['gmail.vom', 'gmail.com'],
  ['gmail.de', 'gmail.com'],
  ['gmail.co.uk', 'gmail.com'],
  ['yahoo.co', 'yahoo.com'],
  ['hotmail.con', 'hotmail.com'],
  ['gmx.ed', 'gmx.de'],
  ['gmx.d', 'gmx.de'],
  ['gmx.nte', 'gmx.net'],
  ['web.ed', 'web.de'],
  ['web.dee', 'web.de'],
  ['yahoo.co.ukk', 'yahoo.co.uk'],
  ['yahoo.co.k', 'yahoo.co.uk'],
  ['laposte.nett', 'laposte.net'],
  ['free.rf', 'free.fr'],
  ['mail.ur', 'mail.ru'],
  ['proton.em', 'proton.me'],
  ['t-online.com', 't-online.de'],
  ['gmail', 'gmail.com'],
  ['gmailc.om', 'gmail.com'],
] as const)('%s: %s was meant', (typed, meant) => {
  expect(meantDomain(typed)).toBe(meant);
});

test.each([
  ...[
    'gmx.at',
    'gmx.co',
    'gmx.se',
    'mail.de',
    'mail.com',
    'email.it',
    'ymail.com',
    'rocketmail.com',
    'hotmail.fr',
  ],
  ...[
    'posteo.net',
    'posteo.org',
    'posteo.at',
    'posteo.co',
    'live.co',
    'live.de',
    'me.com',
    'mac.com',
    'yahoo.co.id',
  ],
  ...[
    'ao.com',
    'al.com',
    'cloud.com',
    'range.fr',
    'orage.fr',
    'fee.fr',
    'ilve.com',
    'webb.de',
    'wbe.de',
    'gmc.de',
  ],
  ...[
    'gmai.org',
    'outlook.co.id',
    'yandex.com',
    'yandex.by',
    'mailbox.com',
    'proton.ch',
    'free.de',
    'liber.it',
  ],
  // Endings that exist, although they are near to another.
  ...[
    'web.dev',
    'gmx.dev',
    'gmail.cam',
    'proton.men',
    'mail.run',
    'mailbox.ong',
    'free.frl',
    'me.cat',
    'zoho.eu',
    'tuta.co',
  ],
  ...['gemail.com', 'hotmails.com', 'yahoos.com', 'email.com', 'mymail.com'],
  ...['gail.com', 'fmail.com', 'hmail.com', 'example.org', 'localhost', 'a', ''],
])('“%s” is let alone', (domain) => {
  expect(meantDomain(domain)).toBeUndefined();
});

test('no domain that has mailboxes is taken for a slip', () => {
  const known = [
    ...providers.flatMap(({ domains }) => domains),
    ...closedServices.flatMap(({ domains }) => domains),
    ...Object.values(services as Record<string, { domains?: string[] }>).flatMap(
      ({ domains }) => domains ?? [],
    ),
  ];
  expect(known.filter((domain) => meantDomain(domain) !== undefined)).toEqual([]);
});

const database = fileURLToPath(new URL('../../../../shared/corpus/ispdb/', import.meta.url));

test.skipIf(!existsSync(database))('nor any of a public database of providers (needs its files)', () => {
  const listed = readdirSync(database)
    .filter((name) => name.endsWith('.xml'))
    .flatMap((name) => [
      name.slice(0, -'.xml'.length),
      ...[...readFileSync(`${database}${name}`, 'utf8').matchAll(/<domain[^>]*>\s*([^<\s]+)\s*</g)].map(
        ([, domain = '']) => domain.toLowerCase(),
      ),
    ]);
  expect(listed.length).toBeGreaterThan(500);
  expect(listed.filter((domain) => meantDomain(domain) !== undefined)).toEqual([]);
});
