import { createSecureContext, type SecureContext } from 'node:tls';
import type { Clock } from '../../engine/system.ts';
import type { Authorities, CertificateWish } from '../certificates.ts';
import type { Host, Service, World } from '../world/world.ts';
import { imapConversation } from './imap-server.ts';
import { imapSession } from './imap-session.ts';
import { type Conversation, startLineServer } from './line-server.ts';
import type { LoopbackServer } from './loopback.ts';
import { pop3Conversation } from './pop3-server.ts';
import { type PostOffice, postOffice } from './post-office.ts';
import { smtpConversation } from './smtp-server.ts';
import { submissionSession } from './submission-session.ts';
import { startWebServer } from './web-server.ts';

export type Surroundings = {
  readonly authorities: Authorities;
  readonly clock: Pick<Clock, 'sleep'>;
};

export type RunningServers = {
  /** The loopback port that plays this port of this host. */
  portOf(host: Host, port: number): number | undefined;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
};

/** Starts a real server for every service of every host. Rejects when one cannot listen; nothing is left then. */
export async function startServers(world: World, surroundings: Surroundings): Promise<RunningServers> {
  const wanted = world.hosts.flatMap((host) =>
    Object.entries(host.services).map(([port, service]) => ({
      host,
      key: keyOf(host, Number(port)),
      service,
    })),
  );
  const own = world.hosts[0];
  const office = postOffice(own?.names[0] ?? '');
  const started = await Promise.allSettled(
    wanted.map(
      async ({ host, key, service }) =>
        [key, await startService(host, service, surroundings, host === own ? office : undefined)] as const,
    ),
  );
  const running = new Map(started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
  const close = async () => {
    await Promise.all([...running.values()].map((server) => server.close()));
  };
  const failed = started.find((result) => result.status === 'rejected');
  if (failed) {
    await close();
    throw failed.reason;
  }
  return { portOf: (host, port) => running.get(keyOf(host, port))?.port, close };
}

/**
 * Starts the server that plays one service of a host. With a post office it takes logins and messages, and keeps no password. Rejects
 * when it cannot listen.
 */
export function startService(
  host: Pick<Host, 'names' | 'certificate' | 'roundTripMs'>,
  service: Service,
  { authorities, clock }: Surroundings,
  office?: PostOffice,
): Promise<LoopbackServer> {
  if (service.protocol === 'web') {
    const { answer, security } = service;
    return startWebServer({
      answer,
      ...(security === 'tls' ? { certificate: authorities.issue(host.certificate) } : {}),
    });
  }
  const greetAfterMs = host.roundTripMs + (service.protocol === 'smtp' ? (service.greetAfterMs ?? 0) : 0);
  return startLineServer({
    converse: () => conversationOf(host.names[0] ?? '', service, office),
    clock,
    isImplicitTls: service.security === 'tls',
    secureContext: () => secureContext(authorities, host.certificate),
    cutsTls: service.cutsTls ?? false,
    greetAfterMs,
    replyAfterMs: host.roundTripMs,
  });
}

function conversationOf(
  name: string,
  service: Exclude<Service, { protocol: 'web' }>,
  office: PostOffice | undefined,
): Conversation {
  const offersStartTls = service.security === 'starttls';
  switch (service.protocol) {
    case 'smtp': {
      const { auth, fault, submission = {} } = service;
      const session = office && auth.length > 0 ? submissionSession(submission, office) : undefined;
      return smtpConversation({
        name,
        offersStartTls,
        auth,
        ...(fault && { fault }),
        ...(session && { session }),
      });
    }
    case 'imap': {
      const session = office && imapSession(office, service.login);
      return imapConversation({ name, offersStartTls, ...(session && { session }) });
    }
    case 'pop3':
      return pop3Conversation({ name, offersStartTls });
  }
}

const contexts = new WeakMap<Authorities, Map<string, SecureContext>>();

/** Made when first needed, and once for a host: all its ports show the same certificate. */
function secureContext(authorities: Authorities, wish: CertificateWish): SecureContext {
  const made = contexts.get(authorities) ?? new Map<string, SecureContext>();
  contexts.set(authorities, made);
  const key = JSON.stringify(wish);
  let context = made.get(key);
  if (context === undefined) {
    const { chain, key: privateKey } = authorities.issue(wish);
    context = createSecureContext({ cert: chain, key: privateKey });
    made.set(key, context);
  }
  return context;
}

function keyOf(host: Host, port: number): string {
  return `${host.ipAddress} ${port}`;
}
