import { sendsFromHere } from '../../shared/clients/elsewhere.ts';
import { findClient } from '../../shared/clients/index.ts';

/**
 * Whether a login from this computer tells anything of that program. What sends from somebody else's computers, by a port of its own, is not
 * shown to work by it.
 */
export function testTells(program: string): boolean {
  const client = findClient(program);
  return client === undefined || sendsFromHere(client);
}
