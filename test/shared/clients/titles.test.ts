import { describe, expect, test } from 'vitest';
import type { Step, StepsClient } from '../../../shared/clients/client.ts';
import { clients } from '../../../shared/clients/index.ts';
import { languagesOf, stepsOf } from '../../../shared/clients/variant.ts';
import { languages } from '../../../shared/text/languages.ts';
import { speak } from '../../../shared/text/speak.ts';
import { someSettings } from './settings.ts';

const programs = clients.filter((client): client is StepsClient => client.kind === 'steps');
const settings = someSettings();
/** What stands between a language's quotation marks. */
const quoted = /"([^"]+)"|“([^”]+)”|„([^“]+)“|«\s?([^»]+?)\s?»|「([^」]+)」/g;

function namesIn({ title, text, path }: Step): readonly string[] {
  const inWords = [title, text].flatMap((words) =>
    [...words.matchAll(quoted)].map(([, ...groups]) => groups.find((one) => one !== undefined) ?? ''),
  );
  return [...inWords, ...path];
}

function titlesOf(steps: readonly Step[]): ReadonlySet<string> {
  return new Set(
    steps.flatMap(({ dialogs }) => dialogs.flatMap(({ title, heading = title }) => [title, heading])),
  );
}

describe.each(languages)('in %s', (spoken) => {
  test.each(programs)('$id: a window is named in words only as its drawing is headed', async (client) => {
    await speak(spoken);
    const language = languagesOf(client).find((one) => one === spoken) ?? 'en';
    for (const { id: version } of client.versions) {
      const ways = client.ways(settings, version).map(({ id }) => id);
      for (const way of ways.length > 0 ? ways : ['']) {
        const own = stepsOf(client, settings, { language, version, way });
        const english = titlesOf(stepsOf(client, settings, { language: 'en', version, way }));
        const drawn = titlesOf(own);
        for (const step of own.filter(({ dialogs }) => dialogs.length > 0)) {
          const elsewhere = namesIn(step).filter((name) => english.has(name) && !drawn.has(name));
          expect([version, way, step.id, elsewhere]).toEqual([version, way, step.id, []]);
        }
      }
    }
  });
});

test('no label has what its catalogue says to the program and not to people', () => {
  for (const client of programs) {
    for (const language of languagesOf(client)) {
      for (const { id: version } of client.versions) {
        const way = client.ways(settings, version)[0]?.id ?? '';
        expect(JSON.stringify(stepsOf(client, settings, { language, version, way }))).not.toMatch(
          /\|\/\||\$\[|%\d/,
        );
      }
    }
  }
});
