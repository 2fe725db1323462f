import { expect, test } from 'vitest';
import { explain } from '../../../shared/explain/explain.ts';
import { type KindName, kindOf } from '../../../shared/explain/kinds.ts';
import { english } from '../../support/english.ts';

const lines: readonly (readonly [line: string, reasons: string])[] = [
  ['<ben@mx.example>: Spam message rejected', 'spam'],
  ['<ben@mx.example> (expanded from <root>): unknown user: "ben"', 'user-unknown'],
  ['Deferred: No such file or directory', 'server-error'],
  ['** ben@mx.example R=nonlocal: Mailing to remote domains not supported', 'relay-denied'],
  ['Technical details of permanent failure: DNS Error: Domain name not found', 'host-unknown'],
  ['Remote_host_said:_550_Requested_action_not_taken:_mailbox_unavailable/', 'user-unknown'],
];

test.each(lines)('%s', (line, reasons) => {
  const [item] = explain(line, english).items;
  const kind = item?.words?.key.replace('explain.kind.', '') as KindName;
  expect(reasons.split('|')).toContain(kindOf(kind).reason);
});

test('that a mailer puts a message off is no reason of its own', () => {
  const { items } = explain('status=deferred (something that nobody has said before)', english);
  expect(items.map(({ words }) => words?.key)).not.toContain('explain.kind.gave-up');
});
