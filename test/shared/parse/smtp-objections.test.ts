import { expect, test } from 'vitest';
import { blockListIn } from '../../../shared/parse/block-lists.ts';
import { objectionIn } from '../../../shared/parse/smtp-objections.ts';

test.each([
  ['4.7.25', 'Client host rejected', 'no-name'],
  ['5.7.25', 'Rejected', 'no-name'],
  ['450', '4.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.7]', 'no-name'],
  ['450', 'cannot find your hostname, try again later', 'no-name'],
  ['554', 'Bad DNS PTR resource record', 'no-name'],
  ['554', 'no rDNS for your address', 'no-name'],
  ['550', 'Pas de DNS inverse pour votre adresse', 'no-name'],
  ['550', 'Sin resolución inversa', 'no-name'],
  ['501', 'Syntactically invalid HELO argument(s)', 'introduction'],
  ['5.5.2', 'Invalid domain name', 'introduction'],
  ['504', '<[10.0.0.2]>: Helo command rejected: need fully-qualified hostname', 'introduction'],
  ['450', '<pc>: Helo command rejected: Host not found', 'introduction'],
  ['550', 'address literals are not accepted', 'introduction'],
  ['554', 'Dynamic IP address, use your provider’s relay', 'address'],
  ['554', 'dial-up addresses refused', 'address'],
  ['550', 'residential ranges are not welcome', 'address'],
  ['554', '5.7.1 Service unavailable; client host blocked using zen.spamhaus.org', 'list'],
  ['450', 'blocked using zen.spamhaus.org', 'list'],
  ['554', 'see barracudacentral.org', 'list'],
  ['554', 'Client host [203.0.113.7] is on our blacklist', 'list'],
  ['554', 'rejected for policy reasons', 'policy'],
  ['554', 'your IP has a bad reputation', 'policy'],
  ['421', 'Cannot connect to SMTP server 203.0.113.9 (203.0.113.9:25), connect error 10060', 'middleman'],
  ['451', 'local scanner error', 'middleman'],
  ['421', 'Too many connections', 'later'],
  ['451', '4.7.1 Greylisting in action, come back in 5 minutes', 'later'],
  ['450', 'rejected by policy, try again later', 'later'],
  ['421', 'Dienst vorübergehend nicht verfügbar', 'later'],
  ['451', 'lookup of your reputation is temporarily unavailable', 'later'],
  ['421', '', 'later'],
  ['454', '4.3.0 unable to connect to the database', 'later'],
  ['421', '4.7.0 [203.0.113.7] Try again later, closing connection. (EHLO) 5b1f17b1804b1-42 gsmtp', 'later'],
  ['554', 'mx.example ESMTP Service not available No SMTP service IP address is black listed.', 'list'],
  ['550', 'Access denied', 'policy'],
  ['554', 'mx.example ESMTP not accepting messages from your host', 'policy'],
  ['5.7.1', 'Delivery not authorized, message refused', 'policy'],
  ['5.7.606', 'Access denied, banned sending IP [203.0.113.7]', 'policy'],
  ['5.7.1', 'Helo command rejected: Host not found', 'introduction'],
  ['554', 'no SMTP service here', 'other'],
  ['5.3.2', 'mx.example is not accepting mail', 'other'],
  ['521', 'mx.example does not accept mail (RFC 7504)', 'other'],
  ['554', 'SMTP synchronization error: policy violation', 'other'],
  ['554', 'pipelining too early, blocked using zen.spamhaus.org', 'other'],
])('%s %s: %s', (code, text, objection) => {
  expect(objectionIn(code, text)).toBe(objection);
});

test.each([
  ['554 blocked using zen.spamhaus.org', 'Spamhaus'],
  ['rejected, listed at bl.spamcop.net', 'SpamCop'],
  ['see barracudacentral.org', 'Barracuda'],
  ['listed in dnsbl.sorbs.net', 'SORBS'],
  ['client blocked by rbl.example.net', 'rbl.example.net'],
  ['your address is on the block list bl.example.net, see below', 'bl.example.net'],
  ['rejected for policy reasons', null],
  ['no such service', null],
])('“%s” names %s', (text, list) => {
  expect(blockListIn(text)).toBe(list);
});
