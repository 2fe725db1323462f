import { expect, test } from 'vitest';
import { parseProxySetting } from '../../../shared/parse/proxy-setting.ts';

test.each([
  ['http://proxy.example:3128', { host: 'proxy.example', port: 3128 }],
  ['http://anna:se@cret@Proxy.Example:3128/', { host: 'proxy.example', port: 3128 }],
  ['proxy.example:8080', { host: 'proxy.example', port: 8080 }],
  [' https://proxy.example ', { host: 'proxy.example', port: 443 }],
  ['socks5h://[2001:db8::1]:1081', { host: '2001:db8::1', port: 1081 }],
  ['192.0.2.9', { host: '192.0.2.9', port: 1080 }],
])('%s', (value, setting) => {
  expect(parseProxySetting(value)).toEqual(setting);
});

test.each([
  '',
  '   ',
  'http://',
  'http://:3128',
  'proxy.example:0',
  'proxy.example:99999',
  'a b:1',
  'x'.repeat(3000),
])('no proxy: %j', (value) => {
  expect(parseProxySetting(value)).toBeNull();
});
