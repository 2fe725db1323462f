import { clientCalled } from '../../shared/clients/called.ts';
import type { Client, ClientGroup, ClientSource, StepsClient } from '../../shared/clients/client.ts';
import { clients } from '../../shared/clients/index.ts';
import { nameWords } from '../../shared/clients/words.ts';
import type { AskerKind } from '../../shared/model/asker.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { columnsOf, padTo } from '../../shared/text/columns.ts';
import { say } from '../../shared/text/index.ts';
import { said } from '../../shared/text/said.ts';
import type { Arguments } from './command.ts';
import { didYouMean } from './did-you-mean.ts';
import { safeText } from './safe-text.ts';

/** The program whose steps stand on the page, where that page is asked for. */
export function readProgram(args: Arguments, page: Client): Result<StepsClient | null> {
  const typed = args.value('program');
  if (typed === undefined) return ok(null);
  if (page.id !== 'html') return fail('--program', said('cli.wrong.program-for-page', { client: page.id }));
  return clientNamed(typed, '--program', clients.filter(hasSteps));
}

function hasSteps(client: Client): client is StepsClient {
  return client.kind === 'steps';
}

/** The client that is named, or the usual one for whoever asks. A Problem where it is none, several, or not for them. */
export function readClient(args: Arguments, kind: AskerKind | undefined): Result<Client> {
  const typed = args.positionals[0];
  if (typed === undefined && kind !== undefined) return clientNamed(offers[kind].first, 'client', clients);
  if (typed === undefined || typed === '-') {
    return fail('client', said('cli.wrong.no-client', { clients: idsOf(clients) }));
  }
  const client = clientNamed(typed, 'client', clients);
  if (client.ok && kind !== undefined && !clientsFor(kind).includes(client.value)) {
    return fail('--for', said('cli.wrong.for-client', { client: client.value.id, kind }));
  }
  return client;
}

/** The one of these clients that somebody typed the name of; a Problem of `field` says what they may have meant, or what there is. */
function clientNamed<T extends Client>(typed: string, field: string, known: readonly T[]): Result<T> {
  const called = clientCalled(typed);
  const client = known.find((one) => one === called.client);
  if (client) return ok(client);
  const found = safeText(typed, 60);
  const ids = known.map(({ id }) => id);
  const named = called.meant?.filter((id) => ids.includes(id)) ?? [];
  const near = named.length > 0 ? undefined : didYouMean(typed, ids);
  const meant = near === undefined ? named : [near];
  return fail(
    field,
    meant.length === 0
      ? said('cli.wrong.client', { found, clients: idsOf(known) })
      : said('cli.wrong.client-meant', { found, meant: { anyOf: meant } }),
  );
}

function idsOf(known: readonly Client[]): string {
  return known.map(({ id }) => id).join(', ');
}

/** One line for each: id, name, kind, and what it was held against when. */
export function listOfClients(listed: readonly Client[]): string {
  const idWidth = Math.max(...listed.map(({ id }) => id.length));
  const nameWidth = Math.max(...listed.map(({ name }) => columnsOf(nameWords(name))));
  return listed
    .map(
      ({ id, name, kind, source }) =>
        `${id.padEnd(idWidth)}  ${padTo(nameWidth, nameWords(name))}  ${kind.padEnd(5)}  ${heldAgainst(source)}\n`,
    )
    .join('');
}

/** What an entry was held against, and when. Sources are named in English; to everybody else their address says as much, where there is one. */
function heldAgainst({ name, url, checked }: ClientSource): string {
  if (say.language === 'en') return `${name}, ${checked}`;
  return `${checked}, ${url ?? name}`;
}

/** What is worth offering to whoever asks, and what they get without naming one of them. */
const offers: Readonly<
  Record<AskerKind, { readonly groups: readonly ClientGroup[]; readonly first: string }>
> = {
  device: { groups: ['devices'], first: 'device' },
  container: { groups: ['developers', 'machines'], first: 'compose' },
  server: { groups: ['machines', 'developers', 'administrators'], first: 'postfix' },
  program: { groups: ['developers'], first: 'dotenv' },
};

/** The clients that suit whoever asks; all of them for everybody else. */
export function clientsFor(kind: AskerKind | undefined): readonly Client[] {
  if (kind === undefined) return clients;
  return clients.filter(({ group, id }) => offers[kind].groups.includes(group) && !onDesktops.has(id));
}

/** An administrator's file, for the computers of people. */
const onDesktops: ReadonlySet<string> = new Set(['outlook-prf']);
