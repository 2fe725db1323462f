import { judges } from '../world.ts';

judges([
  [
    'nothing works, and 25 is closed there: while 587 and 465 are silent for everybody, that is a note and not the cause',
    {
      own: { 25: 'refuse', 465: 'drop', 587: 'drop', 993: 'open' },
      google: { 25: 'open', 465: 'drop', 587: 'drop' },
      large: { 25: 'open', 465: 'lost', 587: 'lost' },
    },
    { verdict: 'inconclusive', not: ['server-down'] },
  ],
  [
    'the server does not serve 25, others do: a note, and never the verdict',
    { own: { 25: 'refuse', 587: 'open' }, large: { 25: 'open' } },
    { verdict: 'all-clear', also: { 'port-closed': 'note' }, not: ['port-25-blocked'] },
  ],
  [
    'the mail program uses the closed port today: what works is told, and what to change',
    {
      own: { 25: 'refuse', 587: 'open' },
      large: { 25: 'open' },
      input: { current: { host: 'mail.example.org', port: 25, security: 'none' } },
    },
    {
      verdict: 'all-clear',
      also: { 'port-closed': 'note' },
      says: [/other settings than today/, /port 587/],
    },
  ],
  [
    'not raised: the same computer takes connections on that port under another of its names',
    {
      own: { 465: 'open', 587: 'drop' },
      hosts: [{ host: 'smtp.example.org', address: '192.0.2.10', ports: { 587: 'open' } }],
      large: { 587: 'open' },
    },
    { verdict: 'all-clear', not: ['port-closed'] },
  ],
  [
    'refused over both families, while controls were reached over one of them only',
    { own: { 25: 'refuse', 587: 'open' }, own6: { 25: 'refuse', 587: 'open' }, large6: { 25: 'open' } },
    { verdict: 'all-clear', also: { 'port-closed': 'note' }, not: ['inconclusive'] },
  ],
  [
    'the same with an IPv6 that is broken here',
    { own: { 25: 'refuse', 587: 'open' }, own6: { 25: 'drop', 587: 'drop' }, large: { 25: 'open' } },
    { verdict: 'ipv6-unreachable', also: { 'port-closed': 'note' }, not: ['inconclusive'] },
  ],
  ...(['guess', 'srv'] as const).map((source): Parameters<typeof judges>[0][number] => [
    `where mail is received it lets nobody in for sending, and others do: the verdict (${source})`,
    {
      hosts: [
        {
          host: 'mail.example.org',
          sources: [source],
          ports: { 25: 'refuse', 465: 'refuse', 587: 'refuse', 993: 'open' },
        },
      ],
      large: { 25: 'open', 465: 'open', 587: 'open' },
    },
    {
      verdict: 'port-closed',
      severity: 'problem',
      use: null,
      not: ['server-down'],
      says: [/only for receiving/, /ports 25, 465 and 587/, /outgoing \(SMTP\) server/],
    },
  ]),
  [
    'not raised: no control was reached on that port',
    { own: { 465: 'refuse', 587: 'open' } },
    { verdict: 'all-clear', not: ['port-closed'] },
  ],
  [
    'not raised: a web server at the bare domain has no mail ports, and need not',
    {
      own: { 587: 'open' },
      hosts: [
        {
          host: 'example.org',
          sources: ['guess'],
          address: '192.0.2.80',
          ports: { 25: 'refuse', 587: 'refuse', 465: 'refuse' },
        },
      ],
      large: { 25: 'open', 465: 'open', 587: 'open' },
    },
    { verdict: 'all-clear', not: ['port-closed', 'server-down'] },
  ],
  [
    'not raised: an MX host need not serve 587',
    {
      own: { 587: 'open' },
      hosts: [
        {
          host: 'mx.example.net',
          sources: ['mx'],
          address: '192.0.2.77',
          ports: { 25: 'open', 587: 'refuse' },
        },
      ],
      large: { 587: 'open' },
    },
    { verdict: 'all-clear', not: ['port-closed'] },
  ],
  [
    'not raised: controls were reached over the other family only',
    { own: { 25: 'refuse', 587: 'open' }, large6: { 25: 'open' } },
    { verdict: 'inconclusive', not: ['port-closed'] },
  ],
  [
    'not raised: over this family the server answers nowhere',
    {
      own: { 25: 'refuse', 587: 'refuse' },
      own6: { 587: 'open' },
      large: { 25: 'open', 587: 'open' },
    },
    { verdict: 'all-clear', not: ['port-closed'] },
  ],
  [
    'not raised: what answers is another computer',
    {
      own: { 25: 'refuse' },
      hosts: [{ host: 'smtp.example.org', address: '192.0.2.11', ports: { 587: 'open' } }],
      large: { 25: 'open' },
    },
    { verdict: 'all-clear', not: ['port-closed'] },
  ],
  [
    'not raised: no mail program has to find port 26 open',
    { own: { 26: 'refuse', 587: 'open' }, large: { 26: 'open' } },
    { verdict: 'all-clear', not: ['port-closed'] },
  ],
  [
    'not raised: a host that was guessed and is only for reading mail',
    {
      own: { 587: 'open' },
      hosts: [
        {
          host: 'imap.example.org',
          sources: ['guess'],
          address: '192.0.2.11',
          ports: { 993: 'open', 587: 'refuse' },
        },
      ],
      large: { 587: 'open' },
    },
    { verdict: 'all-clear', not: ['port-closed'] },
  ],
]);
