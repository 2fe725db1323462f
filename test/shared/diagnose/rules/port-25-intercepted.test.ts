import { aControl, tlsFacts } from '../../../support/builders.ts';
import { badCertificate, greetedWith, judges, noStartTls } from '../world.ts';

const proxy = { greeting: 'gateway.access.example ESMTP', serverName: 'gateway.access.example' };
const plainProxy = { ...noStartTls, ...proxy };

judges([
  [
    'a device answers for everyone, even where nobody listens',
    {
      own: { 25: [plainProxy, plainProxy, plainProxy], 587: 'open', 465: 'open' },
      large: { 25: proxy },
      notListening: proxy,
    },
    {
      verdict: 'port-25-intercepted',
      confidence: 'certain',
      use: 'mail.example.org:587/starttls',
      not: ['port-25-blocked', 'starttls-stripped', 'no-encryption'],
      says: [/gateway\.access\.example/, /Do not send your password over port 25/, /port 587/],
    },
  ],
  [
    'port 25 opens where nobody listens, and says nothing',
    { own: { 25: 'open', 587: 'open' }, notListening: { outcome: 'timeout', stage: 'greeting' } },
    { verdict: 'port-25-intercepted', confidence: 'certain' },
  ],
  [
    'servers of two operators give the same name',
    { own: { 25: 'open', 587: 'open' }, large: { 25: proxy } },
    { verdict: 'port-25-intercepted', confidence: 'certain', says: [/nothing to do with each other/] },
  ],
  [
    'the server and one control give the same name, which is neither’s',
    { own: { 25: proxy, 587: 'open' }, google: { 25: proxy } },
    { verdict: 'port-25-intercepted', confidence: 'certain' },
  ],
  [
    'without controls: another name and no encryption, unlike the same computer’s 587',
    { own: { 25: plainProxy, 587: 'open' }, web: 'none', input: { references: false } },
    { verdict: 'port-25-intercepted', confidence: 'likely' },
  ],
  [
    'another name, another certificate, and three times as near',
    {
      own: {
        25: { ...proxy, timings: { connect: 3 }, tls: tlsFacts({ trusted: false, fingerprint256: 'CC' }) },
        587: 'open',
      },
    },
    { verdict: 'port-25-intercepted', confidence: 'certain' },
  ],
  [
    'a proxy that turns away this address is not the server doing so',
    {
      own: {
        25: { ...greetedWith('554', 'proxy.isp.example policy'), greeting: 'proxy.isp.example' },
        587: 'open',
      },
      large: { 25: { greeting: 'proxy.isp.example' } },
    },
    { verdict: 'port-25-intercepted', not: ['client-blocklisted'] },
  ],
  [
    'a mail program on 465 is only told',
    {
      own: { 25: 'open', 465: 'open' },
      large: { 25: proxy },
      input: { current: { host: 'mail.example.org', port: 465, security: 'tls' } },
    },
    { verdict: 'all-clear', also: { 'port-25-intercepted': 'warning' } },
  ],
  [
    'not raised: 25 of the same computer introduces itself by another name of the same provider',
    { own: { 25: { greeting: 'mx7.example.org ESMTP', serverName: 'mx7.example.org' }, 587: 'open' } },
    { verdict: 'all-clear', not: ['port-25-intercepted'] },
  ],
  [
    'not raised: MX and submission are different hosts with different names',
    {
      own: { 587: 'open' },
      hosts: [
        {
          host: 'mx.mailhost.example',
          sources: ['mx'],
          address: '192.0.2.77',
          ports: { 25: { greeting: 'mx.mailhost.example', serverName: 'mx.mailhost.example' } },
        },
      ],
    },
    { verdict: 'all-clear', not: ['port-25-intercepted', 'auth-not-offered'] },
  ],
  [
    'not raised: a strange name alone, with the very certificate of the other ports',
    { own: { 25: proxy, 587: 'open' } },
    { verdict: 'all-clear', not: ['port-25-intercepted'] },
  ],
  [
    'not raised: a self-made certificate on 25 alone is carelessness, not a device',
    { own: { 25: { tls: tlsFacts({ trusted: false, fingerprint256: 'CC' }) }, 587: 'open' } },
    { verdict: 'all-clear', not: ['port-25-intercepted'] },
  ],
  [
    'not raised: two operators who begin with the same word that is no name',
    { own: { 25: 'open', 587: 'open' }, large: { 25: { greeting: 'ESMTP ready' } } },
    { verdict: 'all-clear', not: ['port-25-intercepted'] },
  ],
  [
    'not raised: the user’s mail lives at the operator that is also the control',
    {
      own: { 25: { greeting: 'mx.google.com ESMTP', serverName: 'mx.google.com' }, 587: 'open' },
      google: { 25: { greeting: 'mx.google.com ESMTP' } },
      large: { 25: 'open' },
    },
    { verdict: 'all-clear', not: ['port-25-intercepted'] },
  ],
  [
    'not raised: controls answer on port 25 by their own names, so the stranger there is the provider’s own filter',
    {
      own: {
        25: { ...noStartTls, greeting: 'mx1.filter.example ESMTP', serverName: 'mx1.filter.example' },
        587: 'open',
        465: 'open',
      },
      large: { 25: 'open' },
      small: { 25: 'open' },
    },
    { verdict: 'all-clear', not: ['port-25-intercepted'] },
  ],
  [
    'raised where only one control was heard by its own name',
    { own: { 25: plainProxy, 587: 'open' }, google: { 25: 'open' } },
    { verdict: 'port-25-intercepted', confidence: 'likely' },
  ],
  [
    'not raised: two servers of one operator give the same name',
    {
      own: { 25: 'open', 587: 'open' },
      google: { 25: { greeting: 'mx.google.com ESMTP' } },
      more: [aControl('google.com', { port: 25, address: '198.51.100.21', greeting: 'mx.google.com ESMTP' })],
    },
    { verdict: 'all-clear', not: ['port-25-intercepted'] },
  ],
  [
    'not raised: two operators’ names lead to one computer',
    {
      own: { 25: 'open', 587: 'open' },
      google: { 25: proxy },
      more: [aControl('kin.example', { port: 25, address: '198.51.100.20', greeting: proxy.greeting })],
    },
    { verdict: 'all-clear', not: ['port-25-intercepted'] },
  ],
  [
    'not raised: the server is the very computer that is the control',
    {
      hosts: [{ host: 'mail.example.org', address: '198.51.100.20', ports: { 25: proxy, 587: 'open' } }],
      google: { 25: proxy },
    },
    { verdict: 'all-clear', not: ['port-25-intercepted'] },
  ],
  [
    'not raised: the control lives at the provider whose name the server’s other ports give as well',
    {
      own: {
        25: { greeting: 'mx.host.example ESMTP', serverName: 'mx.host.example' },
        587: { greeting: 'smtp.host.example ESMTP' },
      },
      google: { 25: { greeting: 'mx.host.example ESMTP' } },
    },
    { verdict: 'all-clear', not: ['port-25-intercepted'] },
  ],
  [
    'not raised: a trusted certificate for this host can be shown by nobody else, however near and strange it is',
    {
      own: {
        25: { ...proxy, timings: { connect: 3 }, tls: tlsFacts({ fingerprint256: 'CC' }) },
        587: 'open',
      },
    },
    { verdict: 'all-clear', not: ['port-25-intercepted'] },
  ],
  [
    'not raised: the certificate is bad, and the same as on the other port',
    {
      own: {
        25: { ...proxy, timings: { connect: 3 }, ...badCertificate('expired') },
        587: badCertificate('expired'),
      },
    },
    { verdict: 'certificate-expired', not: ['port-25-intercepted'] },
  ],
  [
    'not raised: the other ports are so near that nothing is nearer',
    {
      own: {
        25: { ...proxy, timings: { connect: 3 }, ...badCertificate('expired', { fingerprint256: 'CC' }) },
        587: { timings: { connect: 12 }, ...badCertificate('expired') },
      },
    },
    { verdict: 'certificate-expired', not: ['port-25-intercepted'] },
  ],
  [
    'not raised: the other port is another computer of the same name',
    {
      own: { 25: plainProxy },
      hosts: [{ host: 'mail.example.org', address: '192.0.2.11', ports: { 587: 'open' } }],
    },
    { verdict: 'all-clear', not: ['port-25-intercepted'] },
  ],
  [
    'not raised: the certificate of another port knows the name that is given on 25',
    {
      own: {
        25: { ...noStartTls, greeting: 'mx.host.example ESMTP', serverName: 'mx.host.example' },
        587: { tls: tlsFacts({ names: ['mail.example.org', '*.host.example'] }) },
      },
    },
    { verdict: 'all-clear', not: ['port-25-intercepted'] },
  ],
  [
    'not raised: no name is given on 25, which is no other name',
    { own: { 25: { ...noStartTls, greeting: 'ready', serverName: 'ready' }, 587: 'open' } },
    { verdict: 'all-clear', not: ['port-25-intercepted'] },
  ],
]);
