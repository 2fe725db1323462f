import type { Server } from '../../shared/model/check.ts';
import type { FoundServer } from '../../shared/model/found-account.ts';
import type { Observation } from '../../shared/model/observation.ts';
import { say } from '../../shared/text/index.ts';
import { inSeconds } from '../../shared/text/seconds.ts';

/** A duration in milliseconds as people read it: "280 ms", "1.4 s". */
export function duration(ms: number): string {
  return ms < 1000 ? say('wizard.unit.ms', { value: Math.round(ms) }) : seconds(ms);
}

/** A duration in milliseconds in seconds: "0.3 s". */
export function seconds(ms: number): string {
  return say('wizard.unit.s', { value: inSeconds(ms, locale()) });
}

/** How numbers and times are written: as the person's browser does where it speaks the same language, else as that language does. */
export function locale(): string {
  const language = (tag: string) => tag.split('-')[0];
  return navigator.languages.find((tag) => language(tag) === language(say.language)) ?? say.language;
}

/** An instant of the report (ISO 8601 UTC) in the person's own way of writing it; as it stands when it is no instant. */
export function instant(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? iso
    : date.toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' });
}

/** "mail.example.org, port 587, STARTTLS". */
export function serverLine({ host, port, security }: Pick<Server, 'host' | 'port' | 'security'>): string {
  return say('wizard.server-line', { host, port, security: say(`client.security.${security}`) });
}

/** "SMTP 587 STARTTLS": an endpoint without its host, for lists. */
export function endpointName({ protocol, port, security }: Observation): string {
  return say('wizard.endpoint', {
    protocol: protocol.toUpperCase(),
    port,
    security: say(`client.security.${security}`),
  });
}

/** "mail.example.org, port 25, not encrypted", and whether the encryption is left to chance. */
export function foundServerLine(server: FoundServer): string {
  const line =
    server.security === 'none'
      ? say('computer.find.server-plain', { host: server.host, port: server.port })
      : serverLine(server);
  return server.isOpportunistic ? say('computer.find.server-opportunistic', { server: line }) : line;
}
