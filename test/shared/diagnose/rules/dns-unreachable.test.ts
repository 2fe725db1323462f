import type { HereFact } from '../../../../shared/model/here.ts';
import { aControl } from '../../../support/builders.ts';
import { entry, judges } from '../world.ts';

const mx = (outcome: 'nothing' | 'no-answer') => ({ ...entry('mx', 'example.org', []), outcome });

const longAnswer = (host: string): HereFact => {
  return { kind: 'long-answer', host, server: '192.0.2.53', overTcp: 'silent' };
};

const unknown = (code: 'no-name' | 'no-data') =>
  ({
    outcome: 'dns-error',
    stage: 'dns',
    address: null,
    family: null,
    error: { code, message: code },
  }) as const;
const unknownStrangers = ['google.com', 'gmx.net'].map((operator) => aControl(operator, unknown('no-name')));

judges([
  [
    'no DNS server answers, addresses by number do',
    { names: { 'example.org': 'no-dns-answer' }, web: 'none', byNumber: 'open', madeUpName: 'no-answer' },
    {
      verdict: 'dns-unreachable',
      confidence: 'certain',
      not: ['domain-not-found', 'offline', 'server-down'],
      says: [/Restart your router/],
    },
  ],
  [
    'no DNS server answers, and nothing else may be asked',
    { names: { 'example.org': 'no-dns-answer' }, web: 'none', input: { references: false } },
    { verdict: 'dns-unreachable', confidence: 'likely', says: [/not known/] },
  ],
  [
    'not raised: one domain’s own name servers are silent, others answer',
    { names: { 'example.org': 'no-dns-answer' }, madeUpName: 'unknown' },
    {
      verdict: 'inconclusive',
      not: ['dns-unreachable', 'domain-not-found'],
      says: [
        /gives no answer about your mail server/,
        /although it answers for others/,
        /9\.9\.9\.9/,
        /the domain's DNS/,
      ],
      saysNot: [/begins with/],
    },
  ],
  [
    'the name server has a long answer, which does not get through over TCP either',
    {
      names: { 'mail.example.org': 'no-dns-answer' },
      madeUpName: 'unknown',
      here: [longAnswer('mail.example.org')],
    },
    {
      verdict: 'dns-unreachable',
      confidence: 'certain',
      severity: 'problem',
      says: [/because it is a long one/, /192\.0\.2\.53 wants to give it over TCP/, /nothing comes back/],
      not: ['inconclusive', 'domain-not-found', 'server-down'],
    },
  ],
  [
    'not raised: the long answer is about somebody else',
    {
      names: { 'example.org': 'no-dns-answer' },
      madeUpName: 'unknown',
      here: [longAnswer('mail.example.net')],
    },
    { verdict: 'inconclusive', not: ['dns-unreachable'] },
  ],
  [
    'not raised: nothing answers at all',
    { names: { 'example.org': 'no-dns-answer' }, web: 'none', byNumber: 'drop' },
    { verdict: 'offline', not: ['dns-unreachable'] },
  ],
  [
    'only the search for the domain’s servers went without an answer',
    { web: 'none', byNumber: 'open', discovery: [mx('no-answer')] },
    { verdict: 'dns-unreachable', confidence: 'certain' },
  ],
  [
    'not raised: it knew that the domain has no mail server',
    {
      names: { 'mail.example.org': 'no-dns-answer' },
      web: 'none',
      byNumber: 'open',
      discovery: [mx('nothing')],
    },
    { verdict: 'inconclusive', not: ['dns-unreachable'] },
  ],
  [
    'a name server that denies every name, those of large operators too, says nothing of the address',
    { names: { 'example.org': 'no-name' }, web: unknown('no-name'), more: unknownStrangers },
    {
      verdict: 'dns-unreachable',
      confidence: 'certain',
      says: [/your address may well be right/, /detectportal\.firefox\.com/, /Restart your router/],
      saysNot: [/behind the @/],
      not: ['domain-not-found'],
    },
  ],
  [
    'so does one that knows every name and no address',
    {
      names: { 'mail.example.org': 'no-data' },
      web: unknown('no-data'),
      input: { server: 'mail.example.org' },
    },
    { verdict: 'dns-unreachable', confidence: 'likely', not: ['domain-not-found'] },
  ],
  [
    'not raised: it knows the domain’s other servers',
    {
      names: { 'smpt.example.org': 'no-name' },
      web: unknown('no-name'),
      more: unknownStrangers,
      discovery: [entry('mx', 'example.org', [])],
    },
    { verdict: 'domain-not-found', confidence: 'likely', not: ['dns-unreachable'] },
  ],
  [
    'one that denies most names and knows a few proves nothing either',
    {
      names: { 'example.org': 'no-name' },
      web: unknown('no-name'),
      more: [...unknownStrangers, aControl('posteo.de', { port: 587, security: 'none' })],
    },
    {
      verdict: 'dns-unreachable',
      confidence: 'likely',
      not: ['domain-not-found'],
      says: [/your address may well be right/, /only a few names/],
      saysNot: [/no name at all/],
    },
  ],
  [
    'not raised: a stranger’s name is found, and only one is hidden, as by a filter',
    {
      names: { 'example.org': 'no-name' },
      web: unknown('no-name'),
      more: [aControl('gmx.net', { port: 587, security: 'none' })],
    },
    { verdict: 'domain-not-found', confidence: 'likely', not: ['dns-unreachable'] },
  ],
]);
