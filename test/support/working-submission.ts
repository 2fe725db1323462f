import type { Listener } from './fake-system.ts';
import { close, hear, type ScriptedServer, say, scriptedServer, tls } from './scripted-server.ts';

/** A server for sending on 587 that works, three times. */
export function workingSubmission(): Listener {
  const script = (): ScriptedServer =>
    scriptedServer(
      say('220 mx ESMTP'),
      hear('EHLO'),
      say('250-mx', '250 STARTTLS'),
      hear('STARTTLS'),
      say('220 go'),
      tls(),
      hear('EHLO'),
      say('250-mx', '250 AUTH PLAIN LOGIN'),
      hear('QUIT'),
      say('221 bye'),
      close(),
    );
  return { rttMs: 20, answer: [script(), script(), script()] };
}
