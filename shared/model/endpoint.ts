import * as z from 'zod/mini';

/** What is spoken at an endpoint. `tcp` is a bare connection or a name lookup, `http` the connectivity check. */
export const Protocol = z.enum(['smtp', 'imap', 'pop3', 'tcp', 'http']);
export type Protocol = z.infer<typeof Protocol>;

/** `starttls` is RFC 3207 (RFC 9051/2595 for incoming mail), `tls` is implicit TLS (RFC 8314 section 3). */
export const Security = z.enum(['none', 'starttls', 'tls']);
export type Security = z.infer<typeof Security>;

export const PortNumber = z.int().check(z.minimum(1), z.maximum(65535));

/** A host as it was named: one word, so that no report brings a sentence where a server is told. A masked one has `[ip 2]` there. */
export const HostText = z.string().check(z.minLength(1), z.maxLength(255), z.regex(/^(?:\S+|\[\S+ \d+\])$/));

/** One way to reach a server: the host as it is named in a mail program, the TCP port, the protection. */
export const Endpoint = z.object({
  protocol: Protocol,
  host: HostText,
  port: PortNumber,
  security: Security,
});
export type Endpoint = Readonly<z.infer<typeof Endpoint>>;

/** Two endpoints with the same key are the same endpoint. */
export function endpointKey({ protocol, host, port, security }: Endpoint): string {
  return `${protocol}://${host.toLowerCase()}:${port}/${security}`;
}

/** The same as equal keys, without making them: the planners compare every pair after every new fact. */
export function isSameEndpoint(a: Endpoint, b: Endpoint): boolean {
  return (
    a.port === b.port &&
    a.security === b.security &&
    a.protocol === b.protocol &&
    a.host.toLowerCase() === b.host.toLowerCase()
  );
}

/** The outgoing ports tried unless the user says otherwise, the likeliest to work first (RFC 6409, RFC 8314). */
export const defaultOutgoingPorts: readonly number[] = [587, 465, 25, 2525, 26];

/** Ports whose fate the verdict depends on: those for submission, and the one for relay, which programs are still found to send on. */
export const sendingPorts: readonly number[] = [25, 465, 587];

/** Whether mail programs are told to send through this port: RFC 6409 section 3.1, RFC 8314 section 3.3. */
export function isSubmissionPort(port: number): boolean {
  return port === 587 || port === 465;
}

/** The security that a port has by convention: implicit TLS on 465, 993 and 995, STARTTLS elsewhere. */
export function conventionalSecurity(port: number): Security {
  return port === 465 || port === 993 || port === 995 ? 'tls' : 'starttls';
}

/** Ports that mail programs use, and those that providers are known to offer instead. What is published for another port is shown only. */
const mailPorts: ReadonlySet<number> = new Set([
  24, 25, 26, 110, 143, 465, 585, 587, 588, 993, 995, 1025, 1993, 2465, 2525, 2526, 2587, 3535, 8025, 8465,
  8587, 10025, 10465, 10587,
]);

/** Whether a port may be contacted because somebody published it. */
export function isMailPort(port: number): boolean {
  return mailPorts.has(port);
}
