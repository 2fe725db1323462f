import { expect, test } from 'vitest';
import { clientsFor } from '../../../electron/cli/named-client.ts';

const idsFor = (kind: Parameters<typeof clientsFor>[0]) => clientsFor(kind).map(({ id }) => id);

test("a server is offered what runs or is published there, and no file for people's own computers", () => {
  expect(idsFor('server')).toEqual(expect.arrayContaining(['postfix', 'autodiscover', 'srv']));
  expect(idsFor('server')).not.toContain('outlook-prf');
  expect(idsFor(undefined)).toContain('outlook-prf');
});
