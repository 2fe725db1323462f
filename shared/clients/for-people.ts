import type { Client, StepsClient } from './client.ts';

/** Whether it fetches mail from the server that a person types into it: what somebody else's web page sends for has its mail there. */
export function receives(client: StepsClient): boolean {
  const isWebPage = client.sendsFrom === 'cloud' && client.platforms.every((one) => one === 'web');
  return isForPeople(client) && !isWebPage;
}

/** Whether it is a mail program of a person's, which receives too, and no device, server or website. */
export function isForPeople({ group }: Pick<Client, 'group'>): boolean {
  return group === 'popular' || group === 'people';
}
