import type { WebProxy } from '../../../../shared/model/here.ts';
import { judges } from '../world.ts';

const proxy: WebProxy = {
  kind: 'web-proxy',
  variable: 'https_proxy',
  host: 'proxy.corp.test',
  port: 3128,
  isAnswering: true,
};
const silent = { 25: 'drop', 465: 'drop', 587: 'drop' } as const;

judges([
  [
    'no outside name is known, and a proxy is set that answers',
    { names: { 'example.org': 'no-name', 'smtp.gmail.com': 'no-name' }, web: 'none', here: [proxy] },
    {
      verdict: 'proxy-only',
      not: ['domain-not-found', 'offline', 'dns-unreachable'],
      says: [/proxy\.corp\.test:3128/, /https_proxy/, /know no names outside/],
    },
  ],
  [
    'names are known and nobody outside is reached but the proxy',
    { own: silent, large: silent, web: 'drop', byNumber: 'drop', here: [proxy] },
    { verdict: 'proxy-only', confidence: 'certain', not: ['offline', 'server-down', 'mail-ports-blocked'] },
  ],
  [
    'a proxy is set, and the network lets others out as well',
    { own: { 587: 'open' }, here: [proxy] },
    { verdict: 'all-clear', not: ['proxy-only'] },
  ],
  [
    'a proxy is set, and only the mail ports are shut: that is a block',
    {
      own: { ...silent, 993: 'drop' },
      large: silent,
      here: [proxy],
    },
    { verdict: 'mail-ports-blocked', not: ['proxy-only'] },
  ],
  [
    'neither the proxy nor any name server answers: this computer is offline',
    {
      web: 'none',
      byNumber: 'drop',
      input: { server: '192.0.2.10', address: undefined, domain: undefined },
      hosts: [{ host: '192.0.2.10', sources: ['user'], ports: silent }],
      here: [{ ...proxy, isAnswering: false }],
      names: { 'smtp.gmail.com': 'no-dns-answer' },
    },
    { verdict: 'offline', not: ['proxy-only'] },
  ],
]);
