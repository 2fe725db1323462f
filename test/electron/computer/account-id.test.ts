import { expect, test } from 'vitest';
import { accountId } from '../../../electron/computer/account-id.ts';

test('the same account has the same id, another one another, and no id tells a path', () => {
  const id = accountId('thunderbird', '/home/you/p', 'id1');
  expect(id).toBe(accountId('thunderbird', '/home/you/p', 'id1'));
  const others = [accountId('outlook', '/home/you/p', 'id1'), accountId('thunderbird', '/home/you/pid', '1')];
  expect(new Set([id, ...others]).size).toBe(3);
  expect(id).toMatch(/^[0-9a-f]{16}$/);
});
