import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { ObservationFacts } from '../../../renderer/steps/observation-facts.tsx';
import type { Observation } from '../../../shared/model/observation.ts';
import { sayIn } from '../../../shared/text/index.ts';
import { loadWords } from '../../../shared/text/load-words.ts';
import { anObservation } from '../../support/builders.ts';

beforeEach(() => void vi.stubGlobal('navigator', { languages: ['de'] }));
// Else what runs next in the same process loses a navigator of its own.
afterAll(() => void vi.unstubAllGlobals());

type Seen = Pick<Observation, 'outcome' | 'error'>;

const gone = { code: 'closed-early', message: 'the server ended the connection' };
const unanswered = { code: 'no-answer', message: 'no answer to any connection attempt: 3 attempts' };
const alert = { code: 'tls-alert', message: 'the server refused to negotiate TLS: alert <40>' };
const alertShown = 'ab <code>(tls-alert)</code> <code class="server-text">alert &lt;40&gt;</code>';

test.each<[string, Seen, string]>([
  [
    'a word of ours',
    { outcome: 'closed', error: gone },
    'der Server beendete die Verbindung <code>(closed-early)</code> </dd>',
  ],
  [
    'a word of ours with a remark of ours',
    { outcome: 'timeout', error: unanswered },
    'Verbindungsversuche <code>(no-answer)</code> </dd>',
  ],
  [
    'a word of ours and what the server said',
    { outcome: 'tls-error', error: { ...alert, message: 'whatever: it is', said: 'alert <40>' } },
    alertShown,
  ],
  ['the same in an older report', { outcome: 'tls-error', error: alert }, alertShown],
  [
    'a reply, whatever signs stand in it',
    { outcome: 'rejected', error: { code: '5.7.1', message: '554 5.7.1: not from you' } },
    'Abgewiesen <code>(5.7.1)</code> <code class="server-text">554 5.7.1: not from you</code>',
  ],
  [
    'an error of the system',
    { outcome: 'reset', error: { code: 'ECONNRESET', message: 'the connection broke' } },
    'Verbindung gekappt <code>(ECONNRESET)</code> </dd>',
  ],
])(
  'what went wrong is told in the reader’s words, apart from what others said: %s',
  async (_, seen, shown) => {
    sayIn(await loadWords('de'));
    const facts = <ObservationFacts seen={anObservation({ ...seen, stage: 'ehlo' })} />;
    expect(renderToStaticMarkup(facts)).toContain(shown);
  },
);
