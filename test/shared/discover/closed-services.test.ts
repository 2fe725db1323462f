import { expect, test } from 'vitest';
import {
  closedServiceOfDomain,
  closedServiceOfReceiver,
  closedServiceOfServer,
  closedServices,
} from '../../../shared/discover/closed-services.ts';
import { operatorOf } from '../../../shared/discover/operators.ts';
import { providerOf } from '../../../shared/discover/providers.ts';
import { secureUrl } from '../../../shared/parse/published.ts';

test.each([
  ['proton.me', 'proton'],
  ['PM.me', 'proton'],
  ['tuta.io.', 'tuta'],
  ['hey.com', 'hey'],
  ['duck.com', 'duckduckgo'],
  ['anna.anonaddy.com', 'addy'],
  ['anna.33mail.com', '33mail'],
  ['a1b2.mozmail.com', 'firefox-relay'],
  ['passmail.net', 'simplelogin'],
  ['atomicmail.io', 'atomic-mail'],
  ['onmail.com', 'onmail'],
  ['trashmail.com', 'trashmail'],
  ['wegwerfmail.de', 'trashmail'],
  ['maildrop.cc', 'maildrop'],
  ['grr.la', 'guerrilla-mail'],
  ['fexpost.com', 'tempmail-plus'],
  ['privaterelay.appleid.com', 'hide-my-email'],
])('addresses at %s are of %s', (domain, id) => {
  expect(closedServiceOfDomain(domain)?.id).toBe(id);
});

test.each(['gmail.com', 'notproton.me', 'proton.me.example.org', 'appleid.com', 'com', ''])(
  '“%s” is not closed',
  (domain) => {
    expect(closedServiceOfDomain(domain)).toBeUndefined();
  },
);

test.each([
  ['mail.protonmail.ch.', 'proton'],
  ['mailsec.protonmail.ch', 'proton'],
  ['mail.tutanota.de', 'tuta'],
  ['work-mx.app.hey.com', 'hey'],
  ['route1.mx.cloudflare.net', 'cloudflare'],
  ['eforward3.registrar-servers.com', 'namecheap-forwarding'],
  ['fwd1.porkbun.com', 'porkbun-forwarding'],
  ['mx2.simplelogin.co', 'simplelogin'],
  ['mail.anonaddy.me', 'addy'],
  ['mx1.improvmx.com', 'improvmx'],
  ['mx1.efwd.spaceship.net', 'spaceship-forwarding'],
  ['mx3.name.com', 'name-com-forwarding'],
  ['alt1.gmr-smtp-in.l.google.com', 'google-domains-forwarding'],
])('mail received by %s is of %s', (host, id) => {
  expect(closedServiceOfReceiver(host)?.id).toBe(id);
});

test.each([
  'mail.name.com',
  'mx1.spaceship.net',
  'aspmx.l.google.com',
  'mx1.forwardemail.net',
  'mx1.privateemail.com',
  'mx.example.org',
])('mail received by %s is not', (host) => {
  expect(closedServiceOfReceiver(host)).toBeUndefined();
});

test('servers that a person may name', () => {
  expect(closedServiceOfServer('smtp.proton.me')?.id).toBe('proton');
  expect(closedServiceOfServer('smtp.tutanota.com')?.id).toBe('tuta');
  expect(closedServiceOfServer('mail.protonmail.ch')?.id).toBe('proton');
  expect(closedServiceOfServer('smtp.protonmail.ch')).toBeUndefined();
  expect(closedServiceOfServer('smtp.improvmx.com')).toBeUndefined();
  expect(closedServiceOfServer('127.0.0.1')).toBeUndefined();
});

test('no name is of two services, or of one that is open too', () => {
  const names = closedServices.flatMap(({ domains, receivers }) => [...new Set([...domains, ...receivers])]);
  expect(new Set(names).size).toBe(names.length);
  for (const { domains, receivers, help } of closedServices) {
    for (const domain of domains) expect(providerOf(domain)).toBeUndefined();
    for (const receiver of receivers.filter((end) => !end.endsWith('google.com'))) {
      expect(operatorOf(receiver)).toBeUndefined();
    }
    expect(secureUrl(help)).toBe(help);
  }
});
