import type { Client } from './client.ts';

/** Whether it is a mail program of a person's, which receives too, and no device, server or website. */
export function isForPeople({ group }: Pick<Client, 'group'>): boolean {
  return group === 'popular' || group === 'people';
}
