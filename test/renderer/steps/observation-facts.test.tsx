import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, test, vi } from 'vitest';
import { ObservationFacts } from '../../../renderer/steps/observation-facts.tsx';
import { sayIn } from '../../../shared/text/index.ts';
import { loadWords } from '../../../shared/text/load-words.ts';
import { anObservation } from '../../support/builders.ts';

beforeEach(() => void vi.stubGlobal('navigator', { languages: ['de'] }));

test.each([
  [
    'closed-early',
    'the server ended the connection',
    'der Server beendete die Verbindung <code>(closed-early)</code>',
  ],
  [
    'no-answer',
    'no answer to any connection attempt: 3 attempts',
    'Verbindungsversuche <code>(no-answer)</code>',
  ],
  [
    'tls-alert',
    'the server refused to negotiate TLS: alert <40>',
    'ab <code>(tls-alert)</code> <code class="server-text">alert &lt;40&gt;</code>',
  ],
  ['5.7.1', '554 5.7.1: not from you', '554 5.7.1: not from you <code>(5.7.1)</code>'],
  ['ECONNREFUSED', 'ECONNREFUSED', '<dd> <code>(ECONNREFUSED)</code></dd>'],
])('what went wrong is told in the reader’s words where they are ours: %s', async (code, message, shown) => {
  sayIn(await loadWords('de'));
  const seen = anObservation({ outcome: 'closed', stage: 'ehlo', error: { code, message } });
  expect(renderToStaticMarkup(<ObservationFacts seen={seen} />)).toContain(shown);
});
