import type { WebAnswer } from '../../../shared/model/observation.ts';
import { connectivityCheck } from '../../../shared/model/references.ts';
import { type HttpAnswer, parseHttpAnswer } from '../../../shared/parse/http-answer.ts';
import { plainText } from '../../../shared/parse/plain-text.ts';
import { limits } from '../limits.ts';
import type { Dialogue } from './dialogue.ts';
import { ourError } from './dialogue-ended.ts';

/**
 * The connectivity check: asks for a page whose answer is known word for word, in clear, so that a captive portal shows itself,
 * and compares the server's clock with ours. Any HTTP answer is `ok`; `web` says what it was. RFC 9110 section 9.3.1.
 */
export function portalDialogue(wallClockMs: () => number): Dialogue {
  return {
    farewell: null,
    async run(wire, { host, port, security }) {
      if (security === 'tls') await wire.secure();
      const hostHeader = port === (security === 'tls' ? 443 : 80) ? host : `${host}:${port}`;
      wire.stages.enter('greeting');
      wire.say(
        [
          `GET ${connectivityCheck.path} HTTP/1.1`,
          `Host: ${hostHeader}`,
          'Accept: text/plain, */*',
          'Cache-Control: no-cache',
          'Connection: close',
          '\r\n',
        ].join('\r\n'),
      );
      const answer = await wire.until(
        (text, hasEnded) => parseHttpAnswer(text, hasEnded || text.length >= limits.webBytes),
        limits.webMs,
      );
      if (answer === 'wrong') return wire.end('protocol-error', ourError('not-the-protocol'));
      wire.saw({ web: webAnswer(answer, wallClockMs()) });
    },
  };
}

function webAnswer({ status, headers, body }: HttpAnswer, nowMs: number): WebAnswer {
  const location = headers.get('location');
  const dateMs = Date.parse(headers.get('date') ?? '');
  return {
    status,
    isExpected: status === connectivityCheck.status && body.trim() === connectivityCheck.body,
    ...(location === undefined ? {} : { location: plainText(location) }),
    ...(Number.isNaN(dateMs) ? {} : { clockOffsetMs: dateMs - nowMs }),
  };
}
